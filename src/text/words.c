/* Splitting text into words and sentences, with one key for all spellings of a word. Keys are 64-bit FNV-1a
 * hashes of the folded spelling: wide enough that no two of the few ten thousand Vietnamese syllables and
 * abbreviations meet, so words are compared by key alone. */
#include "text/words.h"

#include <string.h>
#include <unicode/utf8.h>

#include "base/append.h"
#include "text/letters.h"

#define FNV_OFFSET G_GUINT64_CONSTANT(0xcbf29ce484222325)
#define FNV_PRIME G_GUINT64_CONSTANT(0x100000001b3)
#define WORD_BYTES 6   /* fewer than a word of running text has on average, with the blank after it */
#define LABEL_BYTES 4  /* of a label: "xiii", "đ" */
#define KEY_LETTERS 48 /* longer words (URLs) are cut: they are no phrase's word */

Words *words_new(void)
{
    return words_new_sized(0);
}

Words *words_new_sized(gsize bytes)
{
    Words *words = g_new(Words, 1);
    words->words = g_array_sized_new(FALSE, FALSE, sizeof(Word), (guint)(bytes / WORD_BYTES));
    words->sentences = g_array_new(FALSE, FALSE, sizeof(Sentence));
    return words;
}

void words_free(Words *words)
{
    if (!words)
        return;
    g_array_unref(words->words);
    g_array_unref(words->sentences);
    g_free(words);
}

void words_clear(Words *words)
{
    g_array_set_size(words->words, 0);
    g_array_set_size(words->sentences, 0);
}

/* The letters of one word as they are read. */
typedef struct {
    char base[KEY_LETTERS];
    char bare[KEY_LETTERS];
    guint count;
    guint64 hash, bare_hash; /* of these */
    gboolean respell;        /* they have to change, and be hashed anew: a y, or a mark apart */
    guint8 tone;
    gboolean digits_only;
    gboolean capital;
    guint64 value;
} Spelling;

static gboolean is_vowel(char base)
{
    return strchr("aeiouyAEBOPU", base) != NULL && base != 'D' && base != '\0';
}

static inline guint64 hash_byte(char byte, guint64 hash)
{
    return (hash ^ (guchar)byte) * FNV_PRIME;
}

static guint64 hash_bytes(const char *bytes, guint count, guint64 hash)
{
    for (guint i = 0; i < count; i++)
        hash = hash_byte(bytes[i], hash);
    return hash;
}

/* y is i when it is the only vowel of the syllable (kỹ, lý, ý) or follows "qu" (quy, quyết). */
static void unify_y(Spelling *spelling)
{
    for (guint i = 0; i < spelling->count; i++) {
        if (spelling->base[i] != 'y')
            continue;
        gboolean vowel_before = i > 0 && is_vowel(spelling->base[i - 1]);
        gboolean vowel_after = i + 1 < spelling->count && is_vowel(spelling->base[i + 1]);
        gboolean after_qu = i > 1 && spelling->base[i - 1] == 'u' && spelling->base[i - 2] == 'q';
        if (after_qu || (!vowel_before && !vowel_after))
            spelling->base[i] = spelling->bare[i] = 'i';
    }
}

static void spelling_keys(Spelling *spelling, guint64 *key, guint64 *bare_key)
{
    if (spelling->respell) {
        unify_y(spelling);
        spelling->hash = hash_bytes(spelling->base, spelling->count, FNV_OFFSET);
        spelling->bare_hash = hash_bytes(spelling->bare, spelling->count, FNV_OFFSET);
    }
    *key = hash_byte((char)('0' + spelling->tone), spelling->hash);
    *bare_key = spelling->bare_hash;
}

/* Marks that composed letters have swallowed already in NFC, but that stay apart in odd orders. */
static gboolean apply_combining_mark(Spelling *spelling, gunichar c)
{
    char *base = spelling->count > 0 ? &spelling->base[spelling->count - 1] : NULL;
    spelling->respell = TRUE;
    switch (c) {
    case 0x0300:
        spelling->tone = TONE_GRAVE;
        return TRUE;
    case 0x0301:
        spelling->tone = TONE_ACUTE;
        return TRUE;
    case 0x0303:
        spelling->tone = TONE_TILDE;
        return TRUE;
    case 0x0309:
        spelling->tone = TONE_HOOK;
        return TRUE;
    case 0x0323:
        spelling->tone = TONE_DOT;
        return TRUE;
    case 0x0302:
        if (base && strchr("aeo", *base))
            *base = *base == 'a' ? 'B' : *base == 'e' ? 'E' : 'O';
        return TRUE;
    case 0x0306:
        if (base && *base == 'a')
            *base = 'A';
        return TRUE;
    case 0x031B:
        if (base && strchr("ou", *base))
            *base = *base == 'o' ? 'P' : 'U';
        return TRUE;
    default:
        return FALSE;
    }
}

static inline void spelling_add(Spelling *spelling, char base, char bare)
{
    if (spelling->count == KEY_LETTERS)
        return;
    spelling->base[spelling->count] = base;
    spelling->bare[spelling->count] = bare;
    spelling->count++;
    spelling->hash = hash_byte(base, spelling->hash);
    spelling->bare_hash = hash_byte(bare, spelling->bare_hash);
    spelling->respell |= bare == 'y';
}

static inline void spelling_begin(Spelling *spelling)
{
    spelling->count = 0;
    spelling->hash = spelling->bare_hash = FNV_OFFSET;
    spelling->respell = FALSE;
    spelling->tone = TONE_NONE;
    spelling->digits_only = TRUE;
    spelling->capital = FALSE;
    spelling->value = 0;
}

static gboolean is_joiner(gunichar c) /* invisible inside a word */
{
    return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

static void spelling_add_digit(Spelling *spelling, gunichar c)
{
    spelling_add(spelling, (char)c, (char)c);
    if (spelling->value < 100000000)
        spelling->value = spelling->value * 10 + (c - '0');
}

/* Adds a character that is no letter of the alphabet to the word; FALSE when it cannot be part of one. */
static gboolean spelling_take_other(Spelling *spelling, gunichar c)
{
    if (c < 0x80) {
        if (!g_ascii_isdigit((char)c))
            return FALSE;
        spelling_add_digit(spelling, c);
        return TRUE;
    }
    if (apply_combining_mark(spelling, c) || is_joiner(c))
        return spelling->count > 0;
    if (g_unichar_isalnum(c)) { /* letters of other scripts: a word, though no Vietnamese one */
        spelling_add(spelling, (char)(0x80 | (c & 0x7f)), (char)(0x80 | (c >> 7 & 0x7f)));
        spelling->digits_only = FALSE;
        return TRUE;
    }
    return FALSE;
}

/* Adds a character to the word; FALSE when it cannot be part of one. */
static inline gboolean spelling_take(Spelling *spelling, gunichar c)
{
    const Letter *letter = letter_find(c);

    if (!letter)
        return spelling_take_other(spelling, c);
    if (spelling->count == 0)
        spelling->capital = c < 0x80 ? c < 'a' : g_unichar_isupper(c);
    spelling_add(spelling, letter->base, letter->bare);
    if (letter->tone != TONE_NONE)
        spelling->tone = letter->tone;
    spelling->digits_only = FALSE;
    return TRUE;
}

static inline gunichar next_character(const char *p, const char *end, guint *size)
{
    if ((guchar)*p < 0x80) {
        *size = 1;
        return (guchar)*p;
    }
    gsize after = 0;
    gunichar c;
    U8_NEXT_OR_FFFD(p, after, (gsize)(end - p), c);
    *size = c == 0xFFFD && memcmp(p, "\xEF\xBF\xBD", after) != 0 ? 1 : (guint)after; /* what is no UTF-8 */
    return c;
}

/* Whether a full stop after a word closes the sentence: not in "TP. Vinh", "A. Nguyễn", "1.000" or before a
 * small letter. */
static gboolean stop_closes(const char *text, const Word *before, const char *p, const char *end)
{
    static const char *const abbreviations[] = {"tp", "ts", "ths", "gs", "pgs", "bs", "tx", "tt"};
    const char *next = p + 1;
    gboolean spaced = next < end && g_ascii_isspace(*next);

    while (next < end && (g_ascii_isspace(*next) || (guchar)*next == 0xC2))
        next++;
    if (next >= end)
        return TRUE;
    if (before) {
        gsize length = before->end - before->start;
        g_autofree char *word = g_utf8_strdown(text + before->start, (gssize)length);
        if (g_utf8_strlen(word, -1) == 1 && (before->flags & WORD_CAPITAL))
            return FALSE;
        for (guint i = 0; i < G_N_ELEMENTS(abbreviations); i++)
            if (strcmp(word, abbreviations[i]) == 0)
                return FALSE;
    }
    gunichar c = g_utf8_get_char_validated(next, end - next);
    if (c == (gunichar)-1 || c == (gunichar)-2)
        return TRUE;
    if (g_unichar_isdigit(c))
        return spaced;
    return !g_unichar_islower(c);
}

/* Whether a line break opens something new: an upper-case letter, a digit or a dash follows. */
static gboolean line_break_closes(const char *p, const char *end)
{
    while (p < end && g_ascii_isspace(*p))
        p++;
    if (p >= end)
        return TRUE;
    gunichar c = g_utf8_get_char_validated(p, end - p);
    return c == '-' || c == '+' || g_unichar_isdigit(c) || g_unichar_isupper(c);
}

typedef struct {
    Words *words;
    Appender appender; /* of its words */
    guint32 sentence_first;
    guint8 pending; /* flags for the next word */
} Splitter;

static void close_sentence(Splitter *splitter)
{
    guint32 end = splitter->words->words->len;
    if (end > splitter->sentence_first) {
        Sentence sentence = {splitter->sentence_first, end};
        g_array_append_val(splitter->words->sentences, sentence);
    }
    splitter->sentence_first = end;
    splitter->pending = 0;
}

static void add_word(Splitter *splitter, Spelling *spelling, guint32 start, guint32 end)
{
    Word word = {.start = start, .end = end, .flags = splitter->pending};

    if (spelling->digits_only) {
        word.flags |= WORD_NUMBER;
        word.value = (guint32)MIN(spelling->value, 1000000000);
    }
    if (spelling->capital)
        word.flags |= WORD_CAPITAL;
    spelling_keys(spelling, &word.key, &word.bare_key);
    append_record(&splitter->appender, Word, word);
    splitter->pending = 0;
}

/* Whether a word is a number or letter that things are counted by: "12", "iv", "đ". */
static gboolean counts(const char *text, const Word *word)
{
    const gsize length = word->end - word->start;
    if (word->flags & WORD_NUMBER)
        return length <= 2;
    return length <= LABEL_BYTES && (strspn(text + word->start, "ivxIVX") >= length ||
                                     g_utf8_next_char(text + word->start) == text + word->end);
}

/* Marks a word before a bracket or stroke as the label of its sentence, if it opens that. */
static void mark_label(Splitter *splitter, const char *text, Word *last, const char *p)
{
    if (last && splitter->words->words->len == splitter->sentence_first + 1 && text + last->end == p &&
        counts(text, last))
        last->flags |= WORD_LABEL;
}

/* What a character between words means for the next word or the sentence. */
static void take_separator(Splitter *splitter, const char *text, const char *p, const char *end, gunichar c)
{
    GArray *words = splitter->words->words;
    Word *last = words->len > splitter->sentence_first ? &g_array_index(words, Word, words->len - 1) : NULL;

    switch (c) {
    case '/':
        splitter->pending |= WORD_AFTER_SLASH;
        if (p + 1 < end && (g_ascii_isspace(p[1]) || (guchar)p[1] == 0xC2)) /* or a no-break space */
            mark_label(splitter, text, last, p);
        break;
    case ')':
        mark_label(splitter, text, last, p);
        break;
    case '%':
        if (last)
            last->flags |= WORD_BEFORE_PERCENT;
        break;
    case '(':
        splitter->pending |= WORD_AFTER_PAREN;
        break;
    case ':':
        splitter->pending |= WORD_AFTER_COLON;
        break;
    case ',':
        splitter->pending |= WORD_AFTER_COMMA;
        if (last && (last->flags & WORD_NUMBER) && p + 1 < end && g_ascii_isdigit(p[1]))
            splitter->pending |= WORD_AFTER_DOT;
        break;
    case '.':
        if (last && (last->flags & WORD_NUMBER) && p + 1 < end && g_ascii_isdigit(p[1]))
            splitter->pending |= WORD_AFTER_DOT;
        else if (stop_closes(text, last, p, end))
            close_sentence(splitter);
        break;
    case ';':
    case '!':
    case '?':
    case 0x2026: /* … */
        close_sentence(splitter);
        break;
    case '\n':
        if (line_break_closes(p + 1, end))
            close_sentence(splitter);
        break;
    default:
        break;
    }
}

void words_append(Words *words, const char *text, gsize length, guint32 base)
{
    Splitter splitter = {
        .words = words, .appender = {.array = words->words}, .sentence_first = words->words->len};
    const char *p = text, *end = text + length;
    Spelling spelling;

    while (p < end) {
        guint size;
        const char *start = p;
        if (*p == ' ') { /* means nothing */
            p++;
            continue;
        }
        spelling_begin(&spelling);
        gunichar c = next_character(p, end, &size);
        while (spelling_take(&spelling, c)) {
            p += size;
            if (p >= end || *p == ' ')
                break;
            c = next_character(p, end, &size);
        }
        if (spelling.count > 0) {
            add_word(&splitter, &spelling, base + (guint32)(start - text), base + (guint32)(p - text));
            continue;
        }
        take_separator(&splitter, text - base, p, end, c);
        p += size;
    }
    close_sentence(&splitter);
}

gboolean word_keys(const char *text, gsize length, guint64 *key, guint64 *bare_key)
{
    g_autoptr(Words) words = words_new();
    words_append(words, text, length, 0);
    if (words->words->len != 1)
        return FALSE;
    *key = words_at(words, 0)->key;
    *bare_key = words_at(words, 0)->bare_key;
    return TRUE;
}

guint64 word_key(const char *word)
{
    guint64 key = 0, bare_key;
    word_keys(word, strlen(word), &key, &bare_key);
    return key;
}
