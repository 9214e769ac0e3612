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

/* What a loss all over the text adds. Where plain ư was lost (its TCVN3 code is the soft hyphen), only some
 * of the words that lost it show it; and in text typed without marks most words still look like syllables. */
#define LOST_U_FACTOR 5.0
#define LOST_U_MOST 0.2
#define LOST_MARKS_MOST 0.25
#define LEAST_MARKED 0.5 /* of the syllables; clean text has three in four */

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

/* What words add up to. */
typedef struct {
    guint words;
    double cost;
    guint vietnamese; /* syllables, with or without their marks */
    guint marked;     /* syllables with a mark */
    guint lost_u;     /* words that lost their ư */
} Damage;

/* Runs of bytes between blanks that were measured already: a text has few hundred different ones. */
#define MEMO_BITS 11
typedef struct {
    guint64 key; /* of the bytes; 0: none yet */
    Damage damage;
} KnownRun;

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

/* "nh" for như, "đợc" for được. */
static gboolean lost_its_u(const Word *word)
{
    Letter whole[WORD_LETTERS + 1];
    guint count = 0;
    if (word->capitals > 1 || word->count == WORD_LETTERS)
        return FALSE;
    for (guint i = 0; i < word->count; i++) {
        if (word->letters[i].base == 'P')
            whole[count++] = (Letter){'U', 'u', TONE_NONE};
        else if (letter_is_vowel(word->letters[i]))
            return FALSE;
        whole[count++] = word->letters[i];
    }
    if (count == word->count) {
        if (word->letters[count - 1].base != 'h')
            return FALSE;
        whole[count++] = (Letter){'U', 'u', TONE_NONE};
    }
    return syllable_is_valid(whole, count);
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

/* The cost of a word that is no syllable. */
static double other_word_cost(const Word *word)
{
    const guint most_glued = 3;
    if (is_abbreviation(word) || is_roman_number(word))
        return NOT_COUNTED;
    if (word->marks + word->strokes == 0)
        return syllable_lost_marks(word->letters, word->count) ? COST_BARE : COST_FOREIGN;
    return is_glued(word->letters, word->count, most_glued) ? COST_GLUED : COST_BROKEN;
}

static void damage_add_cost(Damage *damage, double cost)
{
    if (cost == NOT_COUNTED)
        return;
    damage->words++;
    damage->cost += cost;
}

static void damage_add_letters(Damage *damage, const Word *word)
{
    if (word->digits > 0 || word->count < 2)
        return;
    if (syllable_is_valid(word->letters, word->count)) {
        damage->vietnamese++;
        damage->marked += word->marks + word->strokes > 0;
        damage_add_cost(damage, COST_NONE);
    } else if (lost_its_u(word)) {
        damage->lost_u++;
        damage_add_cost(damage, COST_BROKEN);
    } else {
        const double cost = other_word_cost(word);
        damage->vietnamese += cost == COST_BARE;
        damage_add_cost(damage, cost);
    }
}

static void damage_add_word(Damage *damage, Word *word)
{
    if (word->strange > 0 || (word->foreign > 0 && word->count > 0))
        damage_add_cost(damage, COST_BROKEN);
    else if (word->foreign > 0)
        damage_add_cost(damage, COST_FOREIGN);
    else
        damage_add_letters(damage, word);
    memset(word, 0, offsetof(Word, letters));
}

static double damage_share(const Damage *damage)
{
    if (damage->words < FEWEST_WORDS)
        return 0.0;
    const double words = damage->words;
    const double unmarked = damage->vietnamese - damage->marked / LEAST_MARKED;
    const double lost_marks = LOST_MARKS_MOST * MAX(0.0, unmarked) / words;
    const double lost_u = MIN(LOST_U_MOST, LOST_U_FACTOR * damage->lost_u / words);
    return MIN(1.0, damage->cost / words + lost_marks + lost_u);
}

static void word_add_letter(Word *word, gunichar c, Letter letter)
{
    if (word->count < WORD_LETTERS)
        word->letters[word->count++] = letter;
    word->capitals += c < 0x80 ? c < 'a' : g_unichar_isupper(c);
    word->marks += letter.tone != TONE_NONE || letter_is_marked_vowel(letter);
    word->strokes += letter.base == 'D';
}

static gboolean word_add_mark(Word *word, gunichar mark)
{
    if (word->count == 0 || !letter_add_mark(&word->letters[word->count - 1], mark))
        return FALSE;
    word->marks++;
    return TRUE;
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
    if (c == U'²' || c == U'³')
        return CHAR_DIGIT;
    if (g_unichar_type(c) == G_UNICODE_FORMAT)
        return CHAR_IGNORED;
    const gboolean latin1 = c <= 0xFF && c != 0xA0;
    return latin1 && !g_unichar_ispunct(c) ? CHAR_STRANGE : CHAR_SEPARATOR;
}

/* Measures text that no blank or sign of ASCII parts. */
static Damage measure_run(const char *utf8, gsize length)
{
    Damage damage = {0};
    Word word = {0};
    for (gsize i = 0; i < length;) {
        gunichar c;
        Letter letter;
        U8_NEXT_OR_FFFD(utf8, i, length, c);
        if (letter_of(c, &letter)) {
            word_add_letter(&word, c, letter);
            continue;
        }
        if (word_add_mark(&word, c))
            continue;
        const CharKind kind = kind_of(c);
        word.digits += kind == CHAR_DIGIT;
        word.foreign += kind == CHAR_FOREIGN;
        word.strange += kind == CHAR_STRANGE;
        if (kind == CHAR_SEPARATOR)
            damage_add_word(&damage, &word);
    }
    damage_add_word(&damage, &word);
    return damage;
}

static void damage_add(Damage *damage, const Damage *other)
{
    damage->words += other->words;
    damage->cost += other->cost;
    damage->vietnamese += other->vietnamese;
    damage->marked += other->marked;
    damage->lost_u += other->lost_u;
}

/* Where a run is kept, or is to be kept: there are two places for each. */
static KnownRun *place_of(KnownRun *memo, guint64 key)
{
    KnownRun *first = &memo[key >> (64 - MEMO_BITS)];
    KnownRun *second = &memo[key >> (64 - MEMO_BITS) ^ 1];
    return first->key == key || first->key == 0 ? first : second;
}

static gboolean parts_words(guchar byte)
{
    return byte < 0x80 && !g_ascii_isalpha((char)byte) && kind_of(byte) == CHAR_SEPARATOR;
}

double text_damage(const char *utf8, gsize length)
{
    g_autofree KnownRun *memo = g_new0(KnownRun, 1 << MEMO_BITS);
    Damage damage = {0};
    guint8 parts[256];

    for (guint byte = 0; byte < G_N_ELEMENTS(parts); byte++)
        parts[byte] = parts_words((guchar)byte);
    for (gsize first = 0, end; first < length; first = end + 1) {
        guint64 key = 0;
        for (end = first; end < length && !parts[(guchar)utf8[end]]; end++)
            key = (key + (guchar)utf8[end] + 1) * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);
        if (end == first)
            continue;
        KnownRun *known = place_of(memo, key);
        if (known->key != key)
            *known = (KnownRun){key, measure_run(utf8 + first, end - first)};
        damage_add(&damage, &known->damage);
    }
    return damage_share(&damage);
}
