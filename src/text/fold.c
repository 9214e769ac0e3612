/* Folding: words are gathered letter by letter, respelled (tone-mark place, i/y), and written out with the
 * origin of each byte. Everything that is no letter is one of: white space, nothing, a dash, a quote, itself.
 */
#include "text/fold.h"

#include <string.h>
#include <unicode/utf8.h>

#include "text/letters.h"

/* No Vietnamese word is near this long; a longer run of letters is respelled in pieces. */
#define WORD_LETTERS 64

typedef struct {
    Folded *out;
    FoldMode mode;
    gsize capacity;
    gboolean with_map;
    gboolean after_space; /* the last thing written is a folded space */
    gboolean respell;     /* the word has a y, or a tone that is written: nothing else is ever respelled */
    guint letters;        /* of the word being gathered */
    Letter word[WORD_LETTERS];
    guint32 origin[WORD_LETTERS];
} Folder;

/* -- Writing -- */

static void folder_reserve(Folder *folder, gsize bytes)
{
    if (folder->out->length + bytes < folder->capacity)
        return;
    folder->capacity = folder->capacity * 2 + bytes;
    folder->out->text = g_realloc(folder->out->text, folder->capacity);
    if (folder->with_map)
        folder->out->origin = g_renew(guint32, folder->out->origin, folder->capacity);
}

/* Room must have been reserved. */
static inline void folder_put(Folder *folder, gunichar c, guint32 origin)
{
    Folded *out = folder->out;
    const guint32 start = out->length;
    guint32 end = start;
    if (c < 0x80) { /* nearly all there is when marks do not count */
        out->text[out->length++] = (char)c;
        if (folder->with_map)
            out->origin[start] = origin;
        return;
    }
    U8_APPEND_UNSAFE(out->text, end, c);
    out->length = end;
    if (folder->with_map) {
        for (guint32 i = start; i < end; i++)
            out->origin[i] = origin;
    }
}

/* -- Respelling a word -- */

typedef struct {
    guint run;        /* first vowel of the run */
    guint start, end; /* the run without the u of qu and the i of gi */
    gboolean closed;  /* a final consonant follows */
} Nucleus;

/* Consonants between two nuclei: TRUE when they can begin a syllable, so that the syllable before is open.
 * This only matters where lost spaces glue words together. */
static gboolean is_onset(const Letter *letters, guint count)
{
    if (count == 1)
        return TRUE;
    const char first = letters[0].base;
    const char second = letters[1].base;
    if (count == 3)
        return first == 'n' && second == 'g' && letters[2].base == 'h';
    if (count != 2)
        return FALSE;
    return (second == 'h' && strchr("cgknpt", first) != NULL) || (second == 'g' && first == 'n') ||
           (second == 'r' && first == 't');
}

static gboolean next_nucleus(const Letter *word, guint count, guint from, Nucleus *nucleus)
{
    guint start = from;
    while (start < count && !letter_is_vowel(word[start]))
        start++;
    if (start == count)
        return FALSE;
    guint end = start + 1;
    while (end < count && letter_is_vowel(word[end]))
        end++;
    guint next_run = end;
    while (next_run < count && !letter_is_vowel(word[next_run]))
        next_run++;
    const char before = start > 0 ? word[start - 1].base : '\0';
    const char first = word[start].base;
    const gboolean glide = (before == 'q' && first == 'u') || (before == 'g' && first == 'i');
    nucleus->run = start;
    nucleus->start = glide && end - start > 1 ? start + 1 : start;
    nucleus->end = end;
    nucleus->closed = next_run > end && (next_run == count || !is_onset(word + end, next_run - end));
    return TRUE;
}

/* Where the new orthography puts the tone mark: on the marked vowel (the second of ươ), before a final
 * consonant on the last vowel, else on the first of two and the second of three. */
static guint tone_place(const Letter *word, const Nucleus *nucleus)
{
    for (guint i = nucleus->end; i-- > nucleus->start;) {
        if (letter_is_marked_vowel(word[i]))
            return i;
    }
    if (nucleus->closed)
        return nucleus->end - 1;
    return nucleus->end - nucleus->start == 3 ? nucleus->start + 1 : nucleus->start;
}

/* A run with two tones is two syllables that lost their space: nobody can say which vowel is whose. */
static void place_tone(Letter *word, const Nucleus *nucleus)
{
    guint bearer = nucleus->end;
    for (guint i = nucleus->run; i < nucleus->end; i++) {
        if (word[i].tone == TONE_NONE)
            continue;
        if (bearer != nucleus->end)
            return;
        bearer = i;
    }
    if (bearer == nucleus->end)
        return;
    const guint8 tone = word[bearer].tone;
    word[bearer].tone = TONE_NONE;
    word[tone_place(word, nucleus)].tone = tone;
}

/* kỹ, lý, y, quy: y alone in an open syllable is i. "uy" stays, for thúy is not thúi. */
static void unify_y(Letter *word, const Nucleus *nucleus)
{
    if (nucleus->closed || nucleus->end - nucleus->start != 1)
        return;
    Letter *vowel = &word[nucleus->start];
    if (vowel->base == 'y')
        vowel->base = vowel->bare = 'i';
}

static void respell(Letter *word, guint count)
{
    Nucleus nucleus;
    for (guint from = 0; next_nucleus(word, count, from, &nucleus); from = nucleus.end) {
        place_tone(word, &nucleus);
        unify_y(word, &nucleus);
    }
}

static inline gunichar folded_code(Letter letter, FoldMode mode)
{
    const gboolean plain = letter.base == letter.bare && letter.tone == TONE_NONE;
    return plain || mode == FOLD_BARE ? (gunichar)letter.bare : letter_code(letter);
}

static void folder_flush_word(Folder *folder)
{
    if (folder->letters == 0)
        return;
    if (folder->respell)
        respell(folder->word, folder->letters);
    folder_reserve(folder, (gsize)folder->letters * U8_MAX_LENGTH);
    for (guint i = 0; i < folder->letters; i++)
        folder_put(folder, folded_code(folder->word[i], folder->mode), folder->origin[i]);
    folder->letters = 0;
    folder->respell = FALSE;
    folder->after_space = FALSE;
}

/* -- Characters -- */

static void folder_letter(Folder *folder, Letter letter, guint32 origin)
{
    if (folder->letters == WORD_LETTERS)
        folder_flush_word(folder);
    folder->respell |= letter.base == 'y' || (letter.tone != TONE_NONE && folder->mode == FOLD_MARKED);
    folder->word[folder->letters] = letter;
    folder->origin[folder->letters++] = origin;
}

static void folder_char(Folder *folder, gunichar c, guint32 origin)
{
    folder_flush_word(folder);
    folder_reserve(folder, U8_MAX_LENGTH);
    folder_put(folder, c, origin);
    folder->after_space = FALSE;
}

static void folder_space(Folder *folder, guint32 origin)
{
    folder_flush_word(folder);
    if (folder->after_space)
        return;
    folder_char(folder, ' ', origin);
    folder->after_space = TRUE;
}

/* é of a French name is no other letter than e when marks do not count. */
static gunichar without_marks(gunichar c)
{
    const gunichar first_other_script = 0x0370;
    gunichar base = c;
    gunichar mark;
    while (base < first_other_script && g_unichar_decompose(base, &base, &mark))
        continue;
    return base;
}

static gunichar dash_or_quote(gunichar c)
{
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D)
        return '-';
    if ((c >= 0x201C && c <= 0x201F) || c == 0x2033 || c == 0x2036 || c == 0xAB || c == 0xBB || c == 0xFF02)
        return '"';
    if ((c >= 0x2018 && c <= 0x201B) || c == 0x2032 || c == 0x2035 || c == 0xB4 || c == 0xFF07)
        return '\'';
    return 0;
}

static void folder_ascii(Folder *folder, gunichar c, guint32 origin)
{
    if (c == ' ' || (c >= '\t' && c <= '\r'))
        folder_space(folder, origin);
    else
        folder_char(folder, c == '`' ? '\'' : c, origin);
}

static void folder_other(Folder *folder, gunichar c, guint32 origin)
{
    const gunichar plain = dash_or_quote(c);
    const gunichar next_line = 0x0085;
    if (plain != 0)
        folder_char(folder, plain, origin);
    else if (g_unichar_isspace(c) || c == next_line)
        folder_space(folder, origin);
    else if (g_unichar_type(c) != G_UNICODE_FORMAT)
        folder_char(folder, g_unichar_tolower(folder->mode == FOLD_BARE ? without_marks(c) : c), origin);
}

/* A character with the combining marks that follow it. */
typedef struct {
    gunichar code;
    Letter letter;
    gboolean is_letter;
} Character;

/* A mark that fits neither the alphabet nor any composed character is a slip of the keyboard, and dropped. */
static void character_add_mark(Character *character, gunichar mark)
{
    if (character->is_letter && letter_add_mark(&character->letter, mark))
        return;
    gunichar composed;
    const gunichar base = character->is_letter ? letter_code(character->letter) : character->code;
    if (!g_unichar_compose(base, mark, &composed))
        return;
    character->code = composed;
    character->is_letter = FALSE;
}

/* Returns the offset after the marks. */
static guint32 take_marks(const char *utf8, guint32 from, guint32 length, Character *character)
{
    guint32 next = from;
    while (next < length && ((guint8)utf8[next] == 0xCC || (guint8)utf8[next] == 0xCD)) {
        guint32 after = next;
        gunichar mark;
        U8_NEXT_OR_FFFD(utf8, after, length, mark);
        if (mark < 0x0300 || mark > 0x036F)
            break;
        character_add_mark(character, mark);
        next = after;
    }
    return next;
}

/* Respells a word of composed letters, not too many, of which the bare ones have been written. */
static void respell_plain_word(const char *utf8, guint32 length, char *text, guint32 count)
{
    Letter word[WORD_LETTERS];
    gunichar c;
    for (guint32 i = 0, at = 0; i < count; i++) {
        U8_NEXT_OR_FFFD(utf8, at, length, c);
        letter_of(c, &word[i]);
    }
    respell(word, count);
    for (guint32 i = 0; i < count; i++)
        text[i] = word[i].bare;
}

/* The bare letters of a word of composed letters, one a letter, written as they are read. Gives their number
 * and the offset after the word; 0: none, or they have marks apart. */
static guint32 put_plain_word(const char *utf8, guint32 length, guint32 *next, char *text, guint32 *origin)
{
    guint32 count = 0, at = *next;
    gboolean has_y = FALSE;
    while (at < length) {
        const guint32 start = at;
        gunichar c = (guchar)utf8[at];
        if (c < 0x80)
            at++;
        else
            U8_NEXT_OR_FFFD(utf8, at, length, c);
        const char bare = letter_bare(c);
        if (bare == '\0') {
            if (c >= 0x0300 && c <= 0x036F)
                return 0;
            at = start;
            break;
        }
        if (count == WORD_LETTERS)
            return 0;
        has_y |= bare == 'y';
        if (origin)
            origin[count] = start;
        text[count++] = bare;
    }
    if (has_y)
        respell_plain_word(utf8 + *next, at - *next, text, count);
    *next = at;
    return count;
}

/* Takes words where marks do not count, with a blank after each, as long as there is nothing more to them:
 * nearly all of a text. Returns the offset after them. */
static guint32 take_plain_words(Folder *folder, const char *utf8, guint32 next, guint32 length)
{
    Folded *out = folder->out;
    folder_reserve(folder, length - next);
    for (;;) {
        guint32 *origin = folder->with_map ? out->origin + out->length : NULL;
        const guint32 count = put_plain_word(utf8, length, &next, out->text + out->length, origin);
        if (count == 0)
            return next;
        out->length += count;
        folder->after_space = FALSE;
        if (next == length || utf8[next] != ' ')
            return next;
        folder_put(folder, ' ', next++);
        folder->after_space = TRUE;
    }
}

static void folder_run(Folder *folder, const char *utf8, guint32 length)
{
    guint32 next = 0;
    while (next < length) {
        if (folder->mode == FOLD_BARE && folder->letters == 0) {
            next = take_plain_words(folder, utf8, next, length);
            if (next == length)
                break;
        }
        const guint32 origin = next;
        Character character;
        U8_NEXT_OR_FFFD(utf8, next, length, character.code);
        character.is_letter = letter_of(character.code, &character.letter);
        next = take_marks(utf8, next, length, &character);
        if (character.is_letter)
            folder_letter(folder, character.letter, origin);
        else if (character.code < 0x80)
            folder_ascii(folder, character.code, origin);
        else
            folder_other(folder, character.code, origin);
    }
    folder_flush_word(folder);
}

void text_fold(const char *utf8, gssize length, FoldMode mode, gboolean with_map, Folded *out)
{
    const guint32 bytes = length < 0 ? strlen(utf8) : (gsize)length;
    memset(out, 0, sizeof *out);
    Folder folder = {.out = out, .mode = mode, .with_map = with_map};
    folder_reserve(&folder, (gsize)bytes + bytes / 8 + 1);
    folder_run(&folder, utf8, bytes);
    folder_reserve(&folder, 1);
    out->text[out->length] = '\0';
    if (with_map)
        out->origin[out->length] = bytes;
}

void folded_clear(Folded *folded)
{
    g_clear_pointer(&folded->text, g_free);
    g_clear_pointer(&folded->origin, g_free);
    folded->length = 0;
}

char *text_folded(const char *utf8, FoldMode mode)
{
    Folded folded;
    text_fold(utf8, -1, mode, FALSE, &folded);
    return folded.text;
}

char *text_bare_words(const char *utf8)
{
    g_autofree char *folded = text_folded(utf8, FOLD_BARE);
    GString *words = g_string_new(NULL);

    for (const char *c = folded; *c; c++) {
        if (g_ascii_isalnum(*c))
            g_string_append_c(words, *c);
        else if (words->len && words->str[words->len - 1] != ' ')
            g_string_append_c(words, ' ');
    }
    return g_strchomp(g_string_free(words, FALSE));
}
