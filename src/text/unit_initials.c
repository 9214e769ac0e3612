/* First letters of the words of a name, compared with short forms. */
#include "text/unit_initials.h"

#include <string.h>

#include "text/syllable.h"
#include "text/unit_words_private.h"

enum { INITIALS_LEAST = 3, INITIALS_MOST = 8, INITIALS_IN_PATH = 4 };

gboolean unit_word_is_initials(const char *bare)
{
    const gsize length = strlen(bare);
    if (length < INITIALS_LEAST || length > INITIALS_MOST || text_is_syllable(bare, length))
        return FALSE;
    for (const char *at = bare; *at; at++)
        if (!g_ascii_isalpha(*at))
            return FALSE;
    return TRUE;
}

/* The words from a place on whose first letters are those of a short form; 0: they are not. */
static guint run_at(const UnitWords *words, guint at, const char *initials)
{
    const guint count = (guint)strlen(initials);
    if (at + count > words->all->len)
        return 0;
    for (guint i = 0; i < count; i++)
        if (unit_words_at(words, at + i)[0] != initials[i])
            return 0;
    return count;
}

static gboolean has_run(const UnitWords *words, const char *initials)
{
    for (guint at = 0; at < words->all->len; at++)
        if (run_at(words, at, initials))
            return TRUE;
    return FALSE;
}

GPtrArray *unit_initials(const UnitWords *name)
{
    GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
    for (guint at = 0; at + INITIALS_LEAST <= name->all->len; at++) {
        char letters[INITIALS_MOST + 1] = "";
        for (guint i = 0; i < INITIALS_MOST && at + i < name->all->len; i++) {
            letters[i] = unit_words_at(name, at + i)[0];
            if (i + 1 >= INITIALS_LEAST)
                g_ptr_array_add(found, g_strdup(letters));
        }
    }
    return found;
}

static gboolean has_word(const UnitWords *words, const UnitWord *word)
{
    for (guint i = 0; i < words->all->len; i++)
        if (unit_word_is(unit_word_at(words, i), word))
            return TRUE;
    return FALSE;
}

/* Marks the words of a text that initials in the unit's name stand for. */
static void mark_written_out(const UnitWords *unit, const UnitWords *text, gboolean *marked)
{
    for (guint i = 0; i < unit->all->len; i++) {
        const char *word = unit_words_at(unit, i);
        for (guint at = 0; unit_word_is_initials(word) && at < text->all->len; at++)
            for (guint k = run_at(text, at, word); k > 0; k--)
                marked[at + k - 1] = TRUE;
    }
}

gboolean unit_named_by_initials(const UnitWords *unit, const UnitWords *text)
{
    g_autofree gboolean *marked = g_new0(gboolean, text->all->len + 1);
    gboolean by_initials = FALSE;

    mark_written_out(unit, text, marked);
    for (guint i = 0; i < text->name->len; i++) {
        const guint place = g_array_index(text->name, guint, i);
        const UnitWord *word = unit_word_at(text, place);
        const gboolean short_form = unit_word_is_initials(word->bare) && has_run(unit, word->bare);
        if (!short_form && !marked[place] && !has_word(unit, word))
            return FALSE;
        by_initials = by_initials || short_form || marked[place];
    }
    return by_initials;
}

gboolean unit_initials_in_path(const UnitWords *unit, const UnitWords *path)
{
    g_autoptr(UnitWords) regulation = unit_words_new("quy chế thực hiện dân chủ ở cơ sở");
    g_autoptr(UnitWords) in_short = unit_words_new("quy chế dân chủ cơ sở");
    for (guint i = 0; i < path->all->len; i++) {
        const char *word = unit_words_at(path, i);
        if (strlen(word) >= INITIALS_IN_PATH && unit_word_is_initials(word) && has_run(unit, word) &&
            !has_run(regulation, word) && !has_run(in_short, word))
            return TRUE;
    }
    return FALSE;
}
