/* Damage of a text, word by word: what cannot be a syllable, an abbreviation, a number or a foreign word
 * counts, each kind of damage by how much it hides. */
#include "text/damage.h"

#include <string.h>
#include <unicode/utf8.h>

#include "text/letters.h"
#include "text/syllable.h"

/* No word or abbreviation is longer; of longer runs of letters the first are enough. */
#define WORD_LETTERS 24
#define ABBREVIATION_LETTERS 10
#define FEWEST_WORDS 20
#define REPLACEMENT 0xFFFD
#define FIRST_OTHER_SCRIPT 0x0370

/* What one word costs. */
#define COST_NONE 0.0
#define COST_FOREIGN                                                                                         \
    0.2                 /* ASCII that no Vietnamese is: a name, a term, or a syllable with a letter swapped */
#define COST_BARE 0.5   /* a syllable without its marks */
#define COST_GLUED 0.5  /* syllables without the space between them */
#define COST_BROKEN 1.0 /* letters that no syllable has, U+FFFD, signs inside the word */
#define NOT_COUNTED (-1.0)

typedef struct {
    guint count; /* of letters */
    guint capitals;
    guint digits;
    guint marks;   /* tones and vowel marks */
    guint strokes; /* đ */
    guint strange; /* characters that stand in no word */
    guint foreign; /* letters of another script */
    Letter letters[WORD_LETTERS];
} Word;

typedef struct {
    guint words;
    double cost;
} Damage;

/* UBND, CBGVNV, NĐ, TTg, TƯ. */
static gboolean is_abbreviation(const Word *word)
{
    const guint marked_letters = 3;
    return word->capitals >= 2 && word->count <= ABBREVIATION_LETTERS &&
           (word->marks == 0 || (word->count <= marked_letters && word->capitals == word->count));
}

static gboolean is_roman_number(const Word *word)
{
    for (guint i = 0; i < word->count; i++) {
        if (strchr("ivx", word->letters[i].base) == NULL)
            return FALSE;
    }
    return TRUE;
}

/* "nh" for như, "tr" for trừ: the onset that is left when legacy ư or ơ was lost. */
static gboolean lost_its_vowel(const Word *word)
{
    for (guint i = 0; i < word->count; i++) {
        if (letter_is_vowel(word->letters[i]))
            return FALSE;
    }
    const char second = word->letters[1].base;
    return word->capitals == 0 && word->count <= 3 && (second == 'h' || second == 'r' || second == 'g');
}

static gboolean is_glued(const Letter *letters, guint count, guint parts)
{
    if (syllable_is_valid(letters, count))
        return TRUE;
    if (parts == 1)
        return FALSE;
    for (guint first = 2; first + 2 <= count; first++) {
        if (syllable_is_valid(letters, first) && is_glued(letters + first, count - first, parts - 1))
            return TRUE;
    }
    return FALSE;
}

static double word_cost(const Word *word)
{
    const guint most_glued = 3;
    if (word->strange > 0 || (word->foreign > 0 && word->count > 0))
        return COST_BROKEN;
    if (word->foreign > 0)
        return COST_FOREIGN;
    if (word->digits > 0 || word->count < 2)
        return NOT_COUNTED;
    if (syllable_is_valid(word->letters, word->count))
        return COST_NONE;
    if (is_abbreviation(word) || is_roman_number(word))
        return NOT_COUNTED;
    if (word->marks + word->strokes > 0)
        return is_glued(word->letters, word->count, most_glued) ? COST_GLUED : COST_BROKEN;
    if (lost_its_vowel(word))
        return COST_BROKEN;
    return syllable_lost_marks(word->letters, word->count) ? COST_BARE : COST_FOREIGN;
}

static void damage_add_word(Damage *damage, Word *word)
{
    const double cost = word_cost(word);
    if (cost != NOT_COUNTED) {
        damage->words++;
        damage->cost += cost;
    }
    memset(word, 0, offsetof(Word, letters));
}

static void word_add_letter(Word *word, gunichar c, Letter letter)
{
    if (word->count < WORD_LETTERS)
        word->letters[word->count++] = letter;
    word->capitals += c < 0x80 ? c < 'a' : g_unichar_isupper(c);
    word->marks += letter.tone != TONE_NONE || letter_is_marked_vowel(letter);
    word->strokes += letter.base == 'D';
}

typedef enum { CHAR_SEPARATOR, CHAR_DIGIT, CHAR_IGNORED, CHAR_FOREIGN, CHAR_STRANGE } CharKind;

/* Kinds of characters that are no letters of the alphabet. Symbols of Latin-1 (® © µ ¬) stand for letters in
 * undecoded text; arrows, bullets and boxes are separators like any punctuation. */
static CharKind kind_of(gunichar c)
{
    if (c < 0x80) {
        if (g_ascii_isdigit((char)c))
            return CHAR_DIGIT;
        return g_ascii_iscntrl((char)c) && !g_ascii_isspace((char)c) ? CHAR_STRANGE : CHAR_SEPARATOR;
    }
    if (g_unichar_isalpha(c))
        return c < FIRST_OTHER_SCRIPT ? CHAR_STRANGE : CHAR_FOREIGN;
    if (c == REPLACEMENT)
        return CHAR_STRANGE;
    if (g_unichar_type(c) == G_UNICODE_FORMAT)
        return CHAR_IGNORED;
    const gboolean latin1 = c <= 0xFF && c != 0xA0;
    return latin1 && !g_unichar_ispunct(c) ? CHAR_STRANGE : CHAR_SEPARATOR;
}

double text_damage(const char *utf8, gsize length)
{
    Damage damage = {0, 0.0};
    Word word = {0};
    for (gsize i = 0; i < length;) {
        gunichar c;
        Letter letter;
        U8_NEXT_OR_FFFD(utf8, i, length, c);
        if (letter_of(c, &letter)) {
            word_add_letter(&word, c, letter);
            continue;
        }
        const CharKind kind = kind_of(c);
        word.digits += kind == CHAR_DIGIT;
        word.foreign += kind == CHAR_FOREIGN;
        word.strange += kind == CHAR_STRANGE;
        if (kind == CHAR_SEPARATOR)
            damage_add_word(&damage, &word);
    }
    damage_add_word(&damage, &word);
    return damage.words < FEWEST_WORDS ? 0.0 : damage.cost / damage.words;
}
