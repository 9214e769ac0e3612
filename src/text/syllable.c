/* The syllable of standard Vietnamese: onset, rhyme, and the tones that the rhyme allows. Names of places and
 * people from other languages of the country (Đắk Lắk, Krông) are no syllables by these tables. */
#include "text/syllable.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/utf8.h>

/* The longest: nghiêng. */
#define SYLLABLE_LETTERS 7
#define RHYME_LETTERS 4

/* Letters as in Letter: A = ă, B = â, E = ê, O = ô, P = ơ, U = ư. Sorted by byte, NUL-padded. */
typedef struct {
    char letters[8];
} Rhyme;

static const Rhyme rhymes[] = {
    {"Ac"},  {"Am"},   {"An"},   {"Ang"},  {"Ap"},   {"At"},   {"Bc"},   {"Bm"},  {"Bn"},   {"Bng"}, {"Bp"},
    {"Bt"},  {"Bu"},   {"By"},   {"E"},    {"Ech"},  {"Em"},   {"En"},   {"Enh"}, {"Ep"},   {"Et"},  {"Eu"},
    {"O"},   {"Oc"},   {"Oi"},   {"Om"},   {"On"},   {"Ong"},  {"Op"},   {"Ot"},  {"P"},    {"Pi"},  {"Pm"},
    {"Pn"},  {"Pp"},   {"Pt"},   {"U"},    {"UPc"},  {"UPi"},  {"UPm"},  {"UPn"}, {"UPng"}, {"UPp"}, {"UPt"},
    {"UPu"}, {"Ua"},   {"Uc"},   {"Ui"},   {"Um"},   {"Un"},   {"Ung"},  {"Ut"},  {"Uu"},   {"a"},   {"ac"},
    {"ach"}, {"ai"},   {"am"},   {"an"},   {"ang"},  {"anh"},  {"ao"},   {"ap"},  {"at"},   {"au"},  {"ay"},
    {"e"},   {"ec"},   {"em"},   {"en"},   {"eng"},  {"eo"},   {"ep"},   {"et"},  {"i"},    {"iEc"}, {"iEm"},
    {"iEn"}, {"iEng"}, {"iEp"},  {"iEt"},  {"iEu"},  {"ia"},   {"ich"},  {"im"},  {"in"},   {"inh"}, {"ip"},
    {"it"},  {"iu"},   {"o"},    {"oAc"},  {"oAm"},  {"oAn"},  {"oAng"}, {"oAt"}, {"oa"},   {"oac"}, {"oach"},
    {"oai"}, {"oam"},  {"oan"},  {"oang"}, {"oanh"}, {"oao"},  {"oap"},  {"oat"}, {"oay"},  {"oc"},  {"oe"},
    {"oen"}, {"oeo"},  {"oet"},  {"oi"},   {"om"},   {"on"},   {"ong"},  {"ooc"}, {"oong"}, {"op"},  {"ot"},
    {"u"},   {"uBn"},  {"uBng"}, {"uBt"},  {"uBy"},  {"uE"},   {"uEch"}, {"uEn"}, {"uEnh"}, {"uEt"}, {"uEu"},
    {"uOc"}, {"uOi"},  {"uOm"},  {"uOn"},  {"uOng"}, {"uOt"},  {"uP"},   {"ua"},  {"uc"},   {"ui"},  {"um"},
    {"un"},  {"ung"},  {"up"},   {"ut"},   {"uy"},   {"uyEn"}, {"uyEt"}, {"uya"}, {"uych"}, {"uyn"}, {"uynh"},
    {"uyt"}, {"uyu"},  {"y"},    {"yEm"},  {"yEn"},  {"yEng"}, {"yEt"},  {"yEu"},
};

/* Rhymes that only follow qu; the others after qu are those of the table above that begin with no o or u. */
static const Rhyme qu_rhymes[] = {{"ych"}, {"yn"}, {"ynh"}, {"yp"}, {"yt"}, {"yu"}};

/* Byte order as a number: a rhyme is looked up for every word of a text. */
static guint64 rhyme_key(const Rhyme *rhyme)
{
    guint64 key;
    memcpy(&key, rhyme->letters, sizeof key);
    return GUINT64_FROM_BE(key);
}

static int compare_rhymes(const void *left, const void *right)
{
    const guint64 left_key = rhyme_key(left);
    const guint64 right_key = rhyme_key(right);
    return (left_key > right_key) - (left_key < right_key);
}

#define IN_TABLE(rhyme, table)                                                                               \
    (bsearch(rhyme, table, G_N_ELEMENTS(table), sizeof(Rhyme), compare_rhymes) != NULL)

/* An onset as a number: its letters, last in the low byte. */
#define ONSET(first, second, third) ((guint32)(first) << 16 | (guint32)(second) << 8 | (guint32)(third))

/* before_front: e, ê, i or y follows. */
static gboolean onset_allowed(guint32 onset, gboolean before_front)
{
    switch (onset) {
    case 0:
    case ONSET(0, 0, 'b'):
    case ONSET(0, 0, 'd'):
    case ONSET(0, 0, 'D'):
    case ONSET(0, 0, 'h'):
    case ONSET(0, 0, 'l'):
    case ONSET(0, 0, 'm'):
    case ONSET(0, 0, 'n'):
    case ONSET(0, 0, 'p'):
    case ONSET(0, 0, 'r'):
    case ONSET(0, 0, 's'):
    case ONSET(0, 0, 't'):
    case ONSET(0, 0, 'v'):
    case ONSET(0, 0, 'x'):
    case ONSET(0, 'c', 'h'):
    case ONSET(0, 'k', 'h'):
    case ONSET(0, 'n', 'h'):
    case ONSET(0, 'p', 'h'):
    case ONSET(0, 't', 'h'):
    case ONSET(0, 't', 'r'):
        return TRUE;
    case ONSET(0, 0, 'k'):
    case ONSET(0, 'g', 'h'):
    case ONSET('n', 'g', 'h'):
        return before_front;
    case ONSET(0, 0, 'c'):
    case ONSET(0, 0, 'g'):
    case ONSET(0, 'n', 'g'):
        return !before_front;
    default:
        return FALSE;
    }
}

static gboolean rhyme_of(const Letter *letters, guint count, Rhyme *rhyme)
{
    if (count == 0 || count > RHYME_LETTERS)
        return FALSE;
    memset(rhyme, 0, sizeof *rhyme);
    for (guint i = 0; i < count; i++)
        rhyme->letters[i] = letters[i].base;
    return TRUE;
}

/* After qu: qua, quân, quốc, quy, quyết, quỳnh. */
static gboolean is_qu_rhyme(const Letter *letters, guint count)
{
    Rhyme rhyme;
    if (!rhyme_of(letters, count, &rhyme))
        return FALSE;
    if (IN_TABLE(&rhyme, qu_rhymes))
        return TRUE;
    return strchr("ouU", rhyme.letters[0]) == NULL && IN_TABLE(&rhyme, rhymes);
}

/* After an onset or none: iê needs an onset, yê must have none. */
static gboolean is_rhyme(const Letter *letters, guint count, gboolean has_onset)
{
    Rhyme rhyme;
    if (!rhyme_of(letters, count, &rhyme) || !IN_TABLE(&rhyme, rhymes))
        return FALSE;
    if (rhyme.letters[0] == 'i' && rhyme.letters[1] == 'E')
        return has_onset;
    return rhyme.letters[0] != 'y' || count == 1 || !has_onset;
}

static gboolean is_spelled_right(const Letter *letters, guint count)
{
    if (count > 2 && letters[0].base == 'q' && letters[1].base == 'u')
        return is_qu_rhyme(letters + 2, count - 2);
    if (count > 2 && letters[0].base == 'g' && letters[1].base == 'i' &&
        is_rhyme(letters + 2, count - 2, TRUE))
        return TRUE;
    guint32 onset = 0;
    guint length = 0;
    for (; length < count && !letter_is_vowel(letters[length]); length++)
        onset = onset << 8 | (guint32)letters[length].base;
    if (length == count)
        return FALSE;
    /* Words in gi with no other vowel (gì, gìn, giếng) are the one case of plain g before i. */
    const gboolean front = strchr("eEiy", letters[length].base) != NULL;
    const gboolean gi = onset == ONSET(0, 0, 'g') && letters[length].base == 'i';
    return (gi || onset_allowed(onset, front)) && is_rhyme(letters + length, count - length, length > 0);
}

/* One tone at most, and only sắc or nặng before p, t, c, ch. */
static gboolean is_toned_right(const Letter *letters, guint count)
{
    guint tones = 0;
    guint8 tone = TONE_NONE;
    for (guint i = 0; i < count; i++) {
        if (letters[i].tone != TONE_NONE) {
            tone = letters[i].tone;
            tones++;
        }
    }
    const char last = letters[count - 1].base;
    const gboolean stopped =
        last == 'p' || last == 't' || last == 'c' || (last == 'h' && letters[count - 2].base == 'c');
    return tones <= 1 && (!stopped || tone == TONE_ACUTE || tone == TONE_DOT);
}

gboolean syllable_is_valid(const Letter *letters, guint count)
{
    return count > 0 && count <= SYLLABLE_LETTERS && is_spelled_right(letters, count) &&
           is_toned_right(letters, count);
}

gboolean text_is_syllable(const char *word, gsize length)
{
    Letter letters[SYLLABLE_LETTERS];
    guint count = 0;
    for (gsize i = 0; i < length;) {
        gunichar c;
        U8_NEXT_OR_FFFD(word, i, length, c);
        if (count == SYLLABLE_LETTERS || !letter_of(c, &letters[count]))
            return FALSE;
        count++;
    }
    return syllable_is_valid(letters, count);
}

/* -- Lost marks -- */

/* The letters that a bare vowel may have been. */
static const char *marked_forms(char bare)
{
    switch (bare) {
    case 'a':
        return "aAB";
    case 'e':
        return "eE";
    case 'o':
        return "oOP";
    case 'u':
        return "uU";
    default:
        return NULL;
    }
}

/* Tries the forms of every letter from at on; letters is scratch. */
static gboolean restores_from(Letter *letters, guint count, guint at)
{
    if (at == count)
        return is_spelled_right(letters, count);
    const char *forms = marked_forms(letters[at].bare);
    if (forms == NULL)
        return restores_from(letters, count, at + 1);
    for (; *forms != '\0'; forms++) {
        letters[at].base = *forms;
        if (restores_from(letters, count, at + 1))
            return TRUE;
    }
    return FALSE;
}

gboolean syllable_lost_marks(const Letter *letters, guint count)
{
    const guint most_vowels = 4; /* quyên, giêu */
    Letter scratch[SYLLABLE_LETTERS];
    if (count == 0 || count > SYLLABLE_LETTERS)
        return FALSE;
    guint vowels = 0;
    for (guint i = 0; i < count; i++) {
        if (letters[i].base != letters[i].bare || letters[i].tone != TONE_NONE)
            return FALSE;
        vowels += letter_is_vowel(letters[i]);
        scratch[i] = letters[i];
    }
    return vowels > 0 && vowels <= most_vowels && restores_from(scratch, count, 0);
}
