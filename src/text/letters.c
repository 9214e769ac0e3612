/* The table of letters: indexed by code point, for ASCII to U+01B0 and for the Vietnamese part of Latin
 * Extended Additional (U+1EA0–1EF9); and the way back from a letter to its composed lower-case code point. */
#include "text/letters.h"

#define VOWEL(base, bare, plain, grave, hook, tilde, acute, dot, PLAIN, GRAVE, HOOK, TILDE, ACUTE, DOT)      \
    BOTH_CASES(base, bare, TONE_NONE, plain, PLAIN), BOTH_CASES(base, bare, TONE_GRAVE, grave, GRAVE),       \
        BOTH_CASES(base, bare, TONE_HOOK, hook, HOOK), BOTH_CASES(base, bare, TONE_TILDE, tilde, TILDE),     \
        BOTH_CASES(base, bare, TONE_ACUTE, acute, ACUTE), BOTH_CASES(base, bare, TONE_DOT, dot, DOT)
#define CONSONANT(base, bare, lower, upper) BOTH_CASES(base, bare, TONE_NONE, lower, upper)
#define BOTH_CASES(base, bare, tone, lower, upper)                                                           \
    [LETTER_SLOT(lower)] = {base, bare, tone}, [LETTER_SLOT(upper)] = {base, bare, tone}

const Letter letter_table[LETTER_SLOTS] = {
    VOWEL('a', 'a', U'a', U'à', U'ả', U'ã', U'á', U'ạ', U'A', U'À', U'Ả', U'Ã', U'Á', U'Ạ'),
    VOWEL('A', 'a', U'ă', U'ằ', U'ẳ', U'ẵ', U'ắ', U'ặ', U'Ă', U'Ằ', U'Ẳ', U'Ẵ', U'Ắ', U'Ặ'),
    VOWEL('B', 'a', U'â', U'ầ', U'ẩ', U'ẫ', U'ấ', U'ậ', U'Â', U'Ầ', U'Ẩ', U'Ẫ', U'Ấ', U'Ậ'),
    VOWEL('e', 'e', U'e', U'è', U'ẻ', U'ẽ', U'é', U'ẹ', U'E', U'È', U'Ẻ', U'Ẽ', U'É', U'Ẹ'),
    VOWEL('E', 'e', U'ê', U'ề', U'ể', U'ễ', U'ế', U'ệ', U'Ê', U'Ề', U'Ể', U'Ễ', U'Ế', U'Ệ'),
    VOWEL('i', 'i', U'i', U'ì', U'ỉ', U'ĩ', U'í', U'ị', U'I', U'Ì', U'Ỉ', U'Ĩ', U'Í', U'Ị'),
    VOWEL('o', 'o', U'o', U'ò', U'ỏ', U'õ', U'ó', U'ọ', U'O', U'Ò', U'Ỏ', U'Õ', U'Ó', U'Ọ'),
    VOWEL('O', 'o', U'ô', U'ồ', U'ổ', U'ỗ', U'ố', U'ộ', U'Ô', U'Ồ', U'Ổ', U'Ỗ', U'Ố', U'Ộ'),
    VOWEL('P', 'o', U'ơ', U'ờ', U'ở', U'ỡ', U'ớ', U'ợ', U'Ơ', U'Ờ', U'Ở', U'Ỡ', U'Ớ', U'Ợ'),
    VOWEL('u', 'u', U'u', U'ù', U'ủ', U'ũ', U'ú', U'ụ', U'U', U'Ù', U'Ủ', U'Ũ', U'Ú', U'Ụ'),
    VOWEL('U', 'u', U'ư', U'ừ', U'ử', U'ữ', U'ứ', U'ự', U'Ư', U'Ừ', U'Ử', U'Ữ', U'Ứ', U'Ự'),
    VOWEL('y', 'y', U'y', U'ỳ', U'ỷ', U'ỹ', U'ý', U'ỵ', U'Y', U'Ỳ', U'Ỷ', U'Ỹ', U'Ý', U'Ỵ'),
    CONSONANT('b', 'b', U'b', U'B'),
    CONSONANT('c', 'c', U'c', U'C'),
    CONSONANT('d', 'd', U'd', U'D'),
    CONSONANT('f', 'f', U'f', U'F'),
    CONSONANT('g', 'g', U'g', U'G'),
    CONSONANT('h', 'h', U'h', U'H'),
    CONSONANT('j', 'j', U'j', U'J'),
    CONSONANT('k', 'k', U'k', U'K'),
    CONSONANT('l', 'l', U'l', U'L'),
    CONSONANT('m', 'm', U'm', U'M'),
    CONSONANT('n', 'n', U'n', U'N'),
    CONSONANT('p', 'p', U'p', U'P'),
    CONSONANT('q', 'q', U'q', U'Q'),
    CONSONANT('r', 'r', U'r', U'R'),
    CONSONANT('s', 's', U's', U'S'),
    CONSONANT('t', 't', U't', U'T'),
    CONSONANT('v', 'v', U'v', U'V'),
    CONSONANT('w', 'w', U'w', U'W'),
    CONSONANT('x', 'x', U'x', U'X'),
    CONSONANT('z', 'z', U'z', U'Z'),
    CONSONANT('D', 'd', U'đ', U'Đ'),
    /* Icelandic eth, which many keyboards and converters give for đ: the capitals look the same. */
    CONSONANT('D', 'd', U'ð', U'Ð'),
};

/* Bases are ASCII letters: five low bits tell a letter, the sixth its case. */
#define VOWEL_ROW(base) ((base) - 'A')

static const guint16 vowel_codes[VOWEL_ROW('z') + 1][TONE_DOT + 1] = {
    [VOWEL_ROW('a')] = {U'a', U'à', U'ả', U'ã', U'á', U'ạ'},
    [VOWEL_ROW('A')] = {U'ă', U'ằ', U'ẳ', U'ẵ', U'ắ', U'ặ'},
    [VOWEL_ROW('B')] = {U'â', U'ầ', U'ẩ', U'ẫ', U'ấ', U'ậ'},
    [VOWEL_ROW('e')] = {U'e', U'è', U'ẻ', U'ẽ', U'é', U'ẹ'},
    [VOWEL_ROW('E')] = {U'ê', U'ề', U'ể', U'ễ', U'ế', U'ệ'},
    [VOWEL_ROW('i')] = {U'i', U'ì', U'ỉ', U'ĩ', U'í', U'ị'},
    [VOWEL_ROW('o')] = {U'o', U'ò', U'ỏ', U'õ', U'ó', U'ọ'},
    [VOWEL_ROW('O')] = {U'ô', U'ồ', U'ổ', U'ỗ', U'ố', U'ộ'},
    [VOWEL_ROW('P')] = {U'ơ', U'ờ', U'ở', U'ỡ', U'ớ', U'ợ'},
    [VOWEL_ROW('u')] = {U'u', U'ù', U'ủ', U'ũ', U'ú', U'ụ'},
    [VOWEL_ROW('U')] = {U'ư', U'ừ', U'ử', U'ữ', U'ứ', U'ự'},
    [VOWEL_ROW('y')] = {U'y', U'ỳ', U'ỷ', U'ỹ', U'ý', U'ỵ'},
};

gunichar letter_code(Letter letter)
{
    const guint16 code = vowel_codes[VOWEL_ROW(letter.base)][letter.tone];
    if (code != 0)
        return code;
    return letter.base == 'D' ? U'đ' : (gunichar)letter.base;
}

static gboolean letter_change_base(Letter *letter, const char *from, const char *to)
{
    for (; *from != '\0'; from++, to++) {
        if (letter->base == *from) {
            letter->base = *to;
            return TRUE;
        }
    }
    return FALSE;
}

static gboolean letter_change_tone(Letter *letter, Tone tone)
{
    if (letter->tone != TONE_NONE || !letter_is_vowel(*letter))
        return FALSE;
    letter->tone = tone;
    return TRUE;
}

gboolean letter_add_mark(Letter *letter, gunichar mark)
{
    switch (mark) {
    case 0x0300:
    case 0x0340:
        return letter_change_tone(letter, TONE_GRAVE);
    case 0x0301:
    case 0x0341:
        return letter_change_tone(letter, TONE_ACUTE);
    case 0x0303:
        return letter_change_tone(letter, TONE_TILDE);
    case 0x0309:
        return letter_change_tone(letter, TONE_HOOK);
    case 0x0323:
        return letter_change_tone(letter, TONE_DOT);
    case 0x0302:
        return letter_change_base(letter, "aeo", "BEO");
    case 0x0306:
        return letter_change_base(letter, "a", "A");
    case 0x031B:
        return letter_change_base(letter, "ou", "PU");
    default:
        return FALSE;
    }
}
