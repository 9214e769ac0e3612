/* Names compared word by word. */
#include "text/unit_likeness.h"

#include <string.h>

#include "text/unit_words_private.h"

/* The words of a part stand one after the other somewhere in a text. */
static gboolean stands_in(const UnitWords *unit, const GArray *places, const UnitWords *text)
{
    for (guint at = 0; at + places->len <= text->all->len; at++) {
        guint same = 0;
        while (same < places->len &&
               unit_word_is(unit_word_of(unit, places, same), &g_array_index(text->all, UnitWord, at + same)))
            same++;
        if (same == places->len)
            return TRUE;
    }
    return FALSE;
}

/* The same of a name that a kind stands in the middle of: "PTDTBT tiểu học Pà Lủng". */
static gboolean stands_whole_in(const UnitWords *unit, const UnitWords *text)
{
    g_autoptr(GArray) whole = g_array_new(FALSE, FALSE, sizeof(guint));
    guint first = g_array_index(unit->name, guint, 0);
    guint last = g_array_index(unit->name, guint, unit->name->len - 1);
    for (guint i = first; i <= last; i++)
        g_array_append_val(whole, i);
    return stands_in(unit, whole, text);
}

static gboolean all_words_in(const UnitWords *unit, const GArray *places, const UnitWords *text)
{
    for (guint i = 0; i < places->len; i++) {
        gboolean found = FALSE;
        for (guint k = 0; k < text->all->len && !found; k++)
            found = unit_word_is(unit_word_of(unit, places, i), &g_array_index(text->all, UnitWord, k));
        if (!found)
            return FALSE;
    }
    return TRUE;
}

Likeness unit_named_in(const UnitWords *unit, const UnitWords *text)
{
    if (unit->name->len == 0)
        return LIKENESS_NONE;
    if (stands_in(unit, unit->name, text) || stands_whole_in(unit, text))
        return all_words_in(unit, unit->kind, text) ? LIKENESS_CERTAIN : LIKENESS_DOUBTFUL;
    /* one word in another order is no other order */
    return unit->name->len > 1 && all_words_in(unit, unit->name, text) && all_words_in(unit, unit->kind, text)
               ? LIKENESS_DOUBTFUL
               : LIKENESS_NONE;
}

/* --- near names ----------------------------------------------------------------------------------------- */

/* One letter changed, added or left out, in words of three letters or more that are no numbers. */
static gboolean one_letter_apart(const char *one, const char *other)
{
    gsize first = strlen(one), second = strlen(other), same = 0;
    if (MIN(first, second) < 3 || MAX(first, second) - MIN(first, second) > 1 || g_ascii_isdigit(*one))
        return FALSE;
    while (one[same] && one[same] == other[same])
        same++;
    return g_str_equal(one + same + (first >= second), other + same + (second >= first));
}

static gboolean nearly_same(const UnitWord *one, const UnitWord *other, guint words)
{
    return g_str_equal(one->bare, other->bare) || (words > 1 && one_letter_apart(one->bare, other->bare));
}

/* The name stands in a text from a place on, all but one word, which is near. */
static gboolean stands_nearly_at(const UnitWords *unit, const UnitWords *text, guint at)
{
    guint near = 0;
    for (guint i = 0; i < unit->name->len; i++) {
        const UnitWord *one = unit_word_of(unit, unit->name, i);
        const UnitWord *other = &g_array_index(text->all, UnitWord, at + i);
        if (!unit_word_is(one, other) && (!nearly_same(one, other, unit->name->len) || near++ > 0))
            return FALSE;
    }
    return near == 1;
}

gboolean unit_nearly_is(const UnitWords *unit, const UnitWords *text)
{
    if (unit->name->len == 0 || text->name->len == 0 || !all_words_in(unit, unit->kind, text))
        return FALSE;
    for (guint at = 0; at + unit->name->len <= text->all->len; at++)
        if (stands_nearly_at(unit, text, at))
            return TRUE;
    /* the text has less: a name of one word is part of too many */
    return text->name->len > 1 && unit_named_in(text, unit) == LIKENESS_CERTAIN;
}

gboolean unit_numbered_in(const UnitWords *unit, const UnitWords *text)
{
    guint count = unit->name->len, last = count ? g_array_index(unit->name, guint, count - 1) : 0;
    gboolean numbered = FALSE;
    if (count == 0 || last + 1 != g_array_index(unit->name, guint, 0) + count)
        return FALSE;
    for (guint at = 0; at + count <= text->all->len; at++) {
        guint same = 0;
        while (same < count && unit_word_is(unit_word_of(unit, unit->name, same),
                                            &g_array_index(text->all, UnitWord, at + same)))
            same++;
        if (same < count)
            continue;
        const char *behind = at + count < text->all->len ? unit_words_at(text, at + count) : "";
        if (!g_ascii_isdigit(*behind) && strlen(behind) != 1)
            return FALSE; /* here it stands alone */
        numbered = TRUE;
    }
    return numbered;
}

gboolean unit_parent_in(const UnitWords *unit, const UnitWords *parent, const UnitWords *text)
{
    if (unit->place->len > 0)
        return stands_in(unit, unit->place, text);
    return !parent || parent->name->len == 0 || stands_in(parent, parent->name, text);
}

gboolean unit_is(const UnitWords *unit, const UnitWords *other, const UnitWords *around)
{
    return unit_named_in(unit, other) == LIKENESS_CERTAIN && unit_named_in(other, unit) == LIKENESS_CERTAIN &&
           unit_parent_in(unit, NULL, around);
}
