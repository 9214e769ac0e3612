/* Compiling raw expressions, with the bytes that a match may begin with. */
#include "rules/raw.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/translate.h"

#define RAW_OPTIONS (PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS)

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
        byte_set_add(&raw->first, (guchar)g_ascii_tolower((char)byte));
        byte_set_add(&raw->first, (guchar)g_ascii_toupper((char)byte));
    } else {
        for (guint i = 0; i < 256; i++)
            if (!bitmap || (bitmap[i / 8] >> (i % 8) & 1))
                byte_set_add(&raw->first, (guchar)i);
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

/* What is wrong with an expression that people who write rules may well get wrong, by PCRE2's codes
 * (pcre2.h); NULL: of another fault. */
static const char *raw_fault(int code)
{
    switch (code) {
    case PCRE2_ERROR_MISSING_CLOSING_PARENTHESIS:
        return N_("thiếu dấu )");
    case PCRE2_ERROR_UNMATCHED_CLOSING_PARENTHESIS:
        return N_("có dấu ) mà không có dấu (");
    case PCRE2_ERROR_MISSING_SQUARE_BRACKET:
        return N_("thiếu dấu ]");
    case PCRE2_ERROR_QUANTIFIER_INVALID:
        return N_("trước *, + hoặc ? phải có phần để lặp");
    case PCRE2_ERROR_QUANTIFIER_OUT_OF_ORDER:
    case PCRE2_ERROR_CLASS_RANGE_ORDER:
        return N_("khoảng viết ngược: số hoặc chữ nhỏ phải đứng trước");
    case PCRE2_ERROR_END_BACKSLASH:
    case PCRE2_ERROR_UNKNOWN_ESCAPE:
        return N_("sau \\ phải là một ký hiệu có nghĩa");
    default:
        return NULL;
    }
}

/* How many characters of the expression stand before a byte of what any_space() has made of it. */
static gulong characters_before(const char *expression, gsize offset)
{
    gulong count = 0;
    for (gsize byte = 0; *expression && byte < offset; expression++) {
        byte += *expression == ' ' ? strlen("\\s") : 1;
        count += (*expression & 0xC0) != 0x80;
    }
    return count;
}

static void set_raw_error(const char *expression, const char *where, int code, gsize offset, GError **error)
{
    const char *fault = raw_fault(code);
    char message[128];
    pcre2_get_error_message(code, (PCRE2_UCHAR *)message, sizeof message);
    BilingualText text = bilingual_format(N_("biểu thức /%s/ sai ở sau ký tự thứ %lu"), expression,
                                          characters_before(expression, offset));

    bilingual_append(&text, ": ",
                     &(BilingualText){(char *)(fault ? say(RASOAT_VIETNAMESE, fault) : message), message});
    error_set_texts(error, RASOAT_ERROR_RULES, where, &text);
    bilingual_clear(&text);
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
        set_raw_error(expression, where, code, offset, error);
        return NULL;
    }
    Raw *raw = g_new0(Raw, 1);
    raw->fast = pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE) == 0; /* else it is only slower */
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

/* Most expressions fail at once: asking what pcre2_match() asks of its arguments would cost as much again. */
int raw_match(const Raw *raw, const char *text, gsize start, gsize stop, pcre2_match_data *data,
              pcre2_match_context *context)
{
    return raw->fast
               ? pcre2_jit_match(raw->code, (PCRE2_SPTR)text, stop, start, 0, data, context)
               : pcre2_match(raw->code, (PCRE2_SPTR)text, stop, start, PCRE2_NO_UTF_CHECK, data, context);
}
