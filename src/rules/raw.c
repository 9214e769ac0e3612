/* Compiling raw expressions, with the bytes that a match may begin with. */
#include "rules/raw.h"

#include "base/error.h"
#include "base/memory.h"

#define RAW_OPTIONS (PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS)

static void add_byte(Raw *raw, guchar byte)
{
    raw->first.bits[byte / 32] |= 1u << (byte % 32);
}

void byte_set_join(ByteSet *set, const ByteSet *other)
{
    for (guint i = 0; i < G_N_ELEMENTS(set->bits); i++)
        set->bits[i] |= other->bits[i];
}

/* PCRE2 tells first bytes of unanchored expressions only, hence a second compilation. Its single first byte
 * stands for either case. */
static void find_first_bytes(Raw *raw, const char *expression)
{
    const guint8 *bitmap = NULL;
    guint32 type = 0, byte = 0;
    int code;
    PCRE2_SIZE offset;
    pcre2_code *floating = pcre2_compile((PCRE2_SPTR)expression, PCRE2_ZERO_TERMINATED, RAW_OPTIONS, &code,
                                         &offset, memory_of_pcre2_compile());
    if (floating) {
        pcre2_pattern_info(floating, PCRE2_INFO_FIRSTCODETYPE, &type);
        pcre2_pattern_info(floating, PCRE2_INFO_FIRSTCODEUNIT, &byte);
        pcre2_pattern_info(floating, PCRE2_INFO_FIRSTBITMAP, &bitmap);
    }
    if (type == 1 && byte < 0x80) {
        add_byte(raw, (guchar)g_ascii_tolower((char)byte));
        add_byte(raw, (guchar)g_ascii_toupper((char)byte));
    } else {
        for (guint i = 0; i < 256; i++)
            if (!bitmap || (bitmap[i / 8] >> (i % 8) & 1))
                add_byte(raw, (guchar)i);
    }
    pcre2_code_free(floating);
}

/* In regulations a no-break space or a line break stands wherever a space may: every space means all of them.
 */
static char *any_space(const char *expression)
{
    GString *spaced = g_string_new(NULL);
    for (const char *at = expression; *at; at++) {
        if (*at == ' ') {
            g_string_append(spaced, "\\s");
            continue;
        }
        g_string_append_c(spaced, *at);
        if (*at == '\\' && at[1])
            g_string_append_c(spaced, *++at);
    }
    return g_string_free(spaced, FALSE);
}

Raw *raw_compile(const char *expression, const char *where, GError **error)
{
    int code;
    PCRE2_SIZE offset;
    g_autofree char *spaced = any_space(expression);
    pcre2_code *compiled =
        pcre2_compile((PCRE2_SPTR)spaced, PCRE2_ZERO_TERMINATED, RAW_OPTIONS | PCRE2_ANCHORED, &code, &offset,
                      memory_of_pcre2_compile());
    if (!compiled) {
        char message[128];
        pcre2_get_error_message(code, (PCRE2_UCHAR *)message, sizeof message);
        error_set(error, RASOAT_ERROR_RULES, "%s: raw expression /%s/: %s at character %zu", where,
                  expression, message, offset);
        return NULL;
    }
    pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE); /* without JIT it is only slower */
    Raw *raw = g_new0(Raw, 1);
    raw->expression = g_strdup(expression);
    raw->code = compiled;
    find_first_bytes(raw, spaced);
    return raw;
}

void raw_free(Raw *raw)
{
    g_free(raw->expression);
    pcre2_code_free(raw->code);
    g_free(raw);
}
