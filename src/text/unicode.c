/* NFC (Unicode annex 15). Most text is NFC already, and its blocks tell so at a glance: Latin, the
 * Vietnamese letters of Latin Extended Additional, general punctuation, private use. Only the rest goes to
 * ICU. */
#include "text/unicode.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#define REPLACEMENT 0xFFFD

/* On one letter, in text of any language (Unicode annex 15, "Stream-Safe Text Format"). */
enum { MOST_MARKS = 30 };

/* Code points that are NFC whatever stands beside them, as far as text of our documents needs. */
static gboolean is_surely_nfc(UChar32 c)
{
    if (c < 0x0300)
        return TRUE;
    return (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0x2002 && c <= 0x20CF) || (c >= 0x2150 && c <= 0x2328) ||
           (c >= 0x2460 && c <= 0x2ADB) || (c >= 0xE000 && c <= 0xF8FF) || c == 0xFEFF || c == REPLACEMENT;
}

/* The first offset from which text_is_nfc() cannot vouch for the bytes; length when it can for all. */
static gsize nfc_span(const char *utf8, gsize length)
{
    const guint64 high_bits = G_GUINT64_CONSTANT(0x8080808080808080);
    gsize i = 0;
    while (i < length) {
        if (i + sizeof high_bits <= length) {
            guint64 eight;
            memcpy(&eight, utf8 + i, sizeof eight);
            const guint64 high = GUINT64_FROM_LE(eight) & high_bits;
            if (high == 0) {
                i += sizeof eight;
                continue;
            }
            i += (gsize)__builtin_ctzll(high) / 8;
        }
        gsize next = i;
        UChar32 c;
        U8_NEXT(utf8, next, length, c);
        if (c < 0 || !is_surely_nfc(c))
            return i;
        i = next;
    }
    return length;
}

gboolean text_is_nfc(const char *utf8, gsize length)
{
    return nfc_span(utf8, length) == length;
}

typedef struct {
    UChar *units;
    int32_t length, capacity;
} Units;

/* ICU's answer, as GLib says it: all else than want of memory is ruled out. */
static void demand(UErrorCode status)
{
    if (U_FAILURE(status))
        g_error("ICU: failed to allocate: %s", u_errorName(status));
}

/* NFC may lengthen, so ICU is asked for the size. */
static void append_nfc(Units *composed, const UChar *source, int32_t length)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    int32_t added = unorm2_normalize(nfc, source, length, composed->units + composed->length,
                                     composed->capacity - composed->length, &status);
    if (status == U_BUFFER_OVERFLOW_ERROR) {
        status = U_ZERO_ERROR;
        composed->capacity = composed->length + added + added / 8 + 1;
        composed->units = g_renew(UChar, composed->units, composed->capacity);
        added = unorm2_normalize(nfc, source, length, composed->units + composed->length,
                                 composed->capacity - composed->length, &status);
    }
    demand(status);
    composed->length += added;
}

/* Where the text is to be cut first: behind so many marks on one letter; its length when nowhere. Marks are
 * put into their order by comparing each with those before it: a letter with a million of them would take
 * the square of that. */
static int32_t safe_end(const UChar *source, int32_t length)
{
    guint marks = 0;
    for (int32_t i = 0; i < length;) {
        UChar32 c;
        U16_NEXT(source, i, length, c);
        marks = is_surely_nfc(c) || !u_getCombiningClass(c) ? 0 : marks + 1;
        if (marks == MOST_MARKS)
            return i;
    }
    return length;
}

/* UTF-8 to UTF-16 never takes more units than bytes. */
static char *nfc_by_icu(const char *utf8, gsize length)
{
    UErrorCode status = U_ZERO_ERROR;
    g_autofree UChar *source = g_new(UChar, length + 1);
    int32_t source_length = 0;
    u_strFromUTF8WithSub(source, (int32_t)length + 1, &source_length, utf8, (int32_t)length, REPLACEMENT,
                         NULL, &status);
    demand(status);
    const int32_t capacity = source_length + source_length / 8 + 16;
    Units composed = {.units = g_new(UChar, capacity), .capacity = capacity};
    for (int32_t at = 0, end; at < source_length; at = end) {
        end = at + safe_end(source + at, source_length - at);
        append_nfc(&composed, source + at, end - at);
    }
    const int32_t room = composed.length * 3 + 1;
    char *result = g_malloc(room);
    u_strToUTF8(result, room, NULL, composed.units, composed.length, &status);
    demand(status);
    g_free(composed.units);
    return result;
}

char *text_nfc(const char *utf8, gssize length)
{
    const gsize bytes = length < 0 ? strlen(utf8) : (gsize)length;
    return text_is_nfc(utf8, bytes) ? g_strndup(utf8, bytes) : nfc_by_icu(utf8, bytes);
}
