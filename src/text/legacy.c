/* Letters of the legacy Vietnamese fonts: TCVN 5712:1993 (one code a letter) and VNI (a base letter, then a
 * mark that carries the shape of the vowel, the tone or both). Both sit in files as Latin-1 characters. */
#include "text/legacy.h"

#include <string.h>
#include <unicode/utf8.h>

#include "text/letters.h"
#include "text/syllable.h"
#include "text/unicode.h"

/* -- Fonts -- */

static gboolean ends_with(const char *name, gsize length, const char *suffix)
{
    const gsize suffix_length = strlen(suffix);
    return length > suffix_length &&
           g_ascii_strncasecmp(name + length - suffix_length, suffix, suffix_length) == 0;
}

/* The length of a family name without what programs add to it: ".VnTimeH1", ".VnTimeH Bold". */
static gsize family_length(const char *name, gsize length)
{
    static const char *const additions[] = {" bold", " italic", " regular", " "};
    while (length > 0 && g_ascii_isdigit(name[length - 1]))
        length--;
    for (guint i = 0; i < G_N_ELEMENTS(additions); i++) {
        if (ends_with(name, length, additions[i]))
            return family_length(name, length - strlen(additions[i]));
    }
    return length;
}

LegacyEncoding legacy_of_font(const char *font)
{
    if (font == NULL)
        return LEGACY_NONE;
    const char *name = font + strspn(font, " @'\"");
    if (g_ascii_strncasecmp(name, "VNI-", 4) == 0 || g_ascii_strncasecmp(name, "VNI ", 4) == 0)
        return LEGACY_VNI;
    if (g_ascii_strncasecmp(name, ".Vn", 3) != 0)
        return LEGACY_NONE;
    const gsize length = family_length(name, strcspn(name, ",;'\""));
    return ends_with(name, length, "h") ? LEGACY_TCVN3_CAPITALS : LEGACY_TCVN3;
}

/* -- TCVN 5712:1993 -- */

#define TCVN_FIRST 0xA1

/* The combining marks B0–B4 are left out: no font of the family has them, and ° and ´ stand there. */
static const guint16 tcvn_letters[] = {
    U'Ă', U'Â', U'Ê', U'Ô', U'Ơ', U'Ư', U'Đ', U'ă', U'â', U'ê', U'ô', U'ơ', U'ư', U'đ', U'Ằ', 0,
    0,    0,    0,    0,    U'à', U'ả', U'ã', U'á', U'ạ', U'Ẳ', U'ằ', U'ẳ', U'ẵ', U'ắ', U'Ẵ', U'Ắ',
    U'Ầ', U'Ẩ', U'Ẫ', U'Ấ', U'Ề', U'ặ', U'ầ', U'ẩ', U'ẫ', U'ấ', U'ậ', U'è', U'Ể', U'ẻ', U'ẽ', U'é',
    U'ẹ', U'ề', U'ể', U'ễ', U'ế', U'ệ', U'ì', U'ỉ', U'Ễ', U'Ế', U'Ồ', U'ĩ', U'í', U'ị', U'ò', U'Ổ',
    U'ỏ', U'õ', U'ó', U'ọ', U'ồ', U'ổ', U'ỗ', U'ố', U'ộ', U'ờ', U'ở', U'ỡ', U'ớ', U'ợ', U'ù', U'Ỗ',
    U'ủ', U'ũ', U'ú', U'ụ', U'ừ', U'ử', U'ữ', U'ứ', U'ự', U'ỳ', U'ỷ', U'ỹ', U'ý', U'ỵ', U'Ố',
};

static gunichar tcvn_letter(gunichar c)
{
    if (c < TCVN_FIRST || c >= TCVN_FIRST + G_N_ELEMENTS(tcvn_letters))
        return 0;
    return tcvn_letters[c - TCVN_FIRST];
}

static void decode_tcvn(const char *utf8, gsize length, gboolean capitals, GString *out)
{
    for (gsize i = 0; i < length;) {
        gunichar c;
        U8_NEXT_OR_FFFD(utf8, i, length, c);
        const gunichar letter = tcvn_letter(c);
        if (letter != 0)
            c = letter;
        g_string_append_unichar(out, capitals ? g_unichar_toupper(c) : c);
    }
}

/* -- VNI -- */

typedef enum {
    VNI_NONE,
    VNI_LETTER,     /* a letter by itself */
    VNI_TONE,       /* a tone on the vowel before */
    VNI_CIRCUMFLEX, /* circumflex and tone on the a, e, o before */
    VNI_BREVE,      /* breve and tone on the a before */
} VniKind;

typedef struct {
    guint8 kind;
    char base; /* of a VNI_LETTER, as in Letter */
    char bare;
    guint8 tone;
} VniSign;

#define VNI_FIRST 0xE0

/* By lower-case Latin-1 code. */
static const VniSign vni_signs[] = {
    [0xE0 - VNI_FIRST] = {VNI_CIRCUMFLEX, 0, 0, TONE_GRAVE},
    [0xE1 - VNI_FIRST] = {VNI_CIRCUMFLEX, 0, 0, TONE_ACUTE},
    [0xE2 - VNI_FIRST] = {VNI_CIRCUMFLEX, 0, 0, TONE_NONE},
    [0xE3 - VNI_FIRST] = {VNI_CIRCUMFLEX, 0, 0, TONE_TILDE},
    [0xE4 - VNI_FIRST] = {VNI_CIRCUMFLEX, 0, 0, TONE_DOT},
    [0xE5 - VNI_FIRST] = {VNI_CIRCUMFLEX, 0, 0, TONE_HOOK},
    [0xE6 - VNI_FIRST] = {VNI_LETTER, 'i', 'i', TONE_HOOK},
    [0xE8 - VNI_FIRST] = {VNI_BREVE, 0, 0, TONE_GRAVE},
    [0xE9 - VNI_FIRST] = {VNI_BREVE, 0, 0, TONE_ACUTE},
    [0xEA - VNI_FIRST] = {VNI_BREVE, 0, 0, TONE_NONE},
    [0xEB - VNI_FIRST] = {VNI_BREVE, 0, 0, TONE_DOT},
    [0xEC - VNI_FIRST] = {VNI_LETTER, 'i', 'i', TONE_GRAVE},
    [0xED - VNI_FIRST] = {VNI_LETTER, 'i', 'i', TONE_ACUTE},
    [0xEE - VNI_FIRST] = {VNI_LETTER, 'y', 'y', TONE_DOT},
    [0xEF - VNI_FIRST] = {VNI_TONE, 0, 0, TONE_DOT},
    [0xF1 - VNI_FIRST] = {VNI_LETTER, 'D', 'd', TONE_NONE},
    [0xF2 - VNI_FIRST] = {VNI_LETTER, 'i', 'i', TONE_DOT},
    [0xF3 - VNI_FIRST] = {VNI_LETTER, 'i', 'i', TONE_TILDE},
    [0xF4 - VNI_FIRST] = {VNI_LETTER, 'P', 'o', TONE_NONE},
    [0xF5 - VNI_FIRST] = {VNI_TONE, 0, 0, TONE_TILDE},
    [0xF6 - VNI_FIRST] = {VNI_LETTER, 'U', 'u', TONE_NONE},
    [0xF8 - VNI_FIRST] = {VNI_TONE, 0, 0, TONE_GRAVE},
    [0xF9 - VNI_FIRST] = {VNI_TONE, 0, 0, TONE_ACUTE},
    [0xFA - VNI_FIRST] = {VNI_BREVE, 0, 0, TONE_HOOK},
    [0xFB - VNI_FIRST] = {VNI_TONE, 0, 0, TONE_HOOK},
    [0xFC - VNI_FIRST] = {VNI_BREVE, 0, 0, TONE_TILDE},
};

/* The sign of a code of either case; the case of a mark says nothing ("UÛ", "Uû"). */
static VniSign vni_sign(gunichar c)
{
    static const VniSign none = {VNI_NONE, 0, 0, 0};
    const gunichar lower = c >= 0xC0 && c < 0xE0 ? c + 0x20 : c;
    if (lower < VNI_FIRST || lower >= VNI_FIRST + G_N_ELEMENTS(vni_signs))
        return none;
    return vni_signs[lower - VNI_FIRST];
}

static gboolean vni_letter(gunichar c, Letter *letter)
{
    if (c < 0x80)
        return letter_of(c, letter);
    const VniSign sign = vni_sign(c);
    *letter = (Letter){sign.base, sign.bare, sign.tone};
    return sign.kind == VNI_LETTER;
}

static gboolean vni_add_sign(Letter *letter, VniSign sign)
{
    const gunichar circumflex = 0x0302;
    const gunichar breve = 0x0306;
    if (sign.kind == VNI_NONE || sign.kind == VNI_LETTER || !letter_is_vowel(*letter) ||
        letter->tone != TONE_NONE)
        return FALSE;
    if (sign.kind == VNI_CIRCUMFLEX && !letter_add_mark(letter, circumflex))
        return FALSE;
    if (sign.kind == VNI_BREVE && !letter_add_mark(letter, breve))
        return FALSE;
    letter->tone = sign.tone;
    return TRUE;
}

static void decode_vni(const char *utf8, gsize length, GString *out)
{
    for (gsize i = 0; i < length;) {
        gunichar c;
        Letter letter;
        U8_NEXT_OR_FFFD(utf8, i, length, c);
        if (!vni_letter(c, &letter)) {
            g_string_append_unichar(out, c);
            continue;
        }
        if (i < length) {
            gsize after = i;
            gunichar mark;
            U8_NEXT_OR_FFFD(utf8, after, length, mark);
            if (vni_add_sign(&letter, vni_sign(mark)))
                i = after;
        }
        const gboolean capital = c < 0x80 ? g_ascii_isupper((char)c) : c < VNI_FIRST;
        g_string_append_unichar(out, capital ? g_unichar_toupper(letter_code(letter)) : letter_code(letter));
    }
}

/* -- Decoding -- */

/* Letters that no legacy encoding holds and Vietnamese in Unicode cannot do without. */
static gboolean is_unicode_vietnamese(gunichar c)
{
    return (c >= 0x1EA0 && c <= 0x1EF9) || c == 0x0102 || c == 0x0103 || c == 0x0110 || c == 0x0111 ||
           c == 0x01A0 || c == 0x01A1 || c == 0x01AF || c == 0x01B0;
}

static gboolean is_legacy_code(gunichar c)
{
    return c >= TCVN_FIRST && c <= 0xFF;
}

typedef struct {
    gsize legacy;  /* characters that may be legacy codes */
    gsize unicode; /* characters that only Vietnamese in Unicode has */
} LetterCounts;

static LetterCounts count_letters(const char *utf8, gsize length)
{
    LetterCounts counts = {0, 0};
    for (gsize i = 0; i < length;) {
        gunichar c;
        if ((guchar)utf8[i] < 0x80) { /* neither */
            i++;
            continue;
        }
        U8_NEXT_OR_FFFD(utf8, i, length, c);
        counts.legacy += is_legacy_code(c);
        counts.unicode += is_unicode_vietnamese(c);
    }
    return counts;
}

static char *decode(const char *utf8, gsize length, LegacyEncoding encoding)
{
    g_autoptr(GString) decoded = g_string_sized_new(length + length / 4);
    if (encoding == LEGACY_VNI)
        decode_vni(utf8, length, decoded);
    else
        decode_tcvn(utf8, length, encoding == LEGACY_TCVN3_CAPITALS, decoded);
    return text_nfc(decoded->str, decoded->len);
}

char *legacy_decode(const char *utf8, gssize length, LegacyEncoding encoding)
{
    const gsize bytes = length < 0 ? strlen(utf8) : (gsize)length;
    if (encoding == LEGACY_NONE || count_letters(utf8, bytes).unicode > 0)
        return text_nfc(utf8, bytes);
    return decode(utf8, bytes, encoding);
}

/* -- Guessing -- */

/* Words of a text, those with characters above ASCII, and those of them that are Vietnamese syllables. */
typedef struct {
    guint words;
    guint marked;
    guint syllables;
} WordCounts;

static void count_word(WordCounts *counts, const char *word, gsize length, gboolean marked)
{
    if (length == 0)
        return;
    counts->words++;
    counts->marked += marked;
    counts->syllables += marked && text_is_syllable(word, length);
}

/* A word is a run of letters and legacy codes, so that the signs of undecoded text stay in their words. */
static WordCounts count_words(const char *utf8, gsize length)
{
    WordCounts counts = {0, 0, 0};
    gsize start = 0;
    gboolean marked = FALSE;
    for (gsize i = 0; i < length;) {
        const gsize here = i;
        gunichar c;
        Letter letter;
        U8_NEXT_OR_FFFD(utf8, i, length, c);
        if (letter_of(c, &letter) || is_legacy_code(c)) {
            marked = marked || c >= 0x80;
            continue;
        }
        count_word(&counts, utf8 + start, here - start, marked);
        start = i;
        marked = FALSE;
    }
    count_word(&counts, utf8 + start, length - start, marked);
    return counts;
}

static double syllable_share(WordCounts counts)
{
    return counts.marked > 0 ? (double)counts.syllables / counts.marked : 0.0;
}

/* What share of the marked words an encoding makes syllables; 0 when it cannot be the encoding. */
static double encoding_share(const char *utf8, gsize length, LegacyEncoding encoding)
{
    g_autofree char *decoded = decode(utf8, length, encoding);
    return syllable_share(count_words(decoded, strlen(decoded)));
}

/* Whether there are so many letters of Unicode that no legacy codes, of two bytes each, can outweigh them:
 * nearly every text tells so in its first third. */
static gboolean is_surely_unicode(const char *utf8, gsize length)
{
    const gsize legacy_per_unicode = 10, part = 1024;
    LetterCounts all = {0, 0};
    for (gsize at = 0, end; at < length; at = end) {
        end = MIN(at + part, length);
        while (end < length && ((guchar)utf8[end] & 0xC0) == 0x80)
            end++;
        const LetterCounts counts = count_letters(utf8 + at, end - at);
        all.legacy += counts.legacy;
        all.unicode += counts.unicode;
        if (all.unicode * legacy_per_unicode > all.legacy + (length - end) / 2)
            return TRUE;
    }
    return FALSE;
}

LegacyEncoding legacy_guess(const char *utf8, gsize length)
{
    const guint fewest_marked = 5;    /* words: fewer prove nothing */
    const double least_marked = 0.2;  /* of all words; in Vietnamese about three in four */
    const double least_decoded = 0.7; /* of the marked words must become syllables … */
    const double least_gain = 0.3;    /* … and so many more than were before */

    if (is_surely_unicode(utf8, length))
        return LEGACY_NONE;
    const WordCounts raw = count_words(utf8, length);
    if (raw.marked < fewest_marked || raw.marked < least_marked * raw.words)
        return LEGACY_NONE;
    const double least = MAX(least_decoded, syllable_share(raw) + least_gain);
    const double tcvn = encoding_share(utf8, length, LEGACY_TCVN3);
    const double vni = encoding_share(utf8, length, LEGACY_VNI);
    if (MAX(tcvn, vni) < least)
        return LEGACY_NONE;
    return tcvn >= vni ? LEGACY_TCVN3 : LEGACY_VNI;
}
