/* Names compared word by word. */
#include "text/unit_likeness.h"

#include <string.h>

#include "text/unit_words_private.h"

/* The words of a part stand in a text from a place on. */
static gboolean stands_at(const UnitWords *unit, const GArray *places, const UnitWords *text, guint at)
{
    for (guint i = 0; i < places->len; i++)
        if (!unit_word_is(unit_word_of(unit, places, i), &g_array_index(text->all, UnitWord, at + i)))
            return FALSE;
    return TRUE;
}

/* The words of a part stand one after the other somewhere in a text. */
static gboolean stands_in(const UnitWords *unit, const GArray *places, const UnitWords *text)
{
    for (guint at = 0; at + places->len <= text->all->len; at++)
        if (stands_at(unit, places, text, at))
            return TRUE;
    return FALSE;
}

/* Places of a name with what stands in the middle of it: "PTDTBT tiểu học Pà Lủng". Owned by the caller. */
static GArray *whole_name(const UnitWords *unit)
{
    GArray *whole = g_array_new(FALSE, FALSE, sizeof(guint));
    guint first = g_array_index(unit->name, guint, 0);
    guint last = g_array_index(unit->name, guint, unit->name->len - 1);
    for (guint i = first; i <= last; i++)
        g_array_append_val(whole, i);
    return whole;
}

static gboolean stands_whole_in(const UnitWords *unit, const UnitWords *text)
{
    g_autoptr(GArray) whole = whole_name(unit);
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
    if (unit->name->len == 0 || text->name->len == 0)
        return FALSE;
    gboolean of_kind = all_words_in(unit, unit->kind, text);
    for (guint at = 0; of_kind && at + unit->name->len <= text->all->len; at++)
        if (stands_nearly_at(unit, text, at))
            return TRUE;
    /* the text has less: a name of one word is part of too many */
    return text->name->len > 1 && unit_named_in(text, unit) == LIKENESS_CERTAIN;
}

/* --- other units ---------------------------------------------------------------------------------------- */

/* Marks the words of a text that are those of a part, wherever it stands there whole. */
static void cover(const UnitWords *unit, const GArray *places, const UnitWords *text, gboolean *covered)
{
    for (guint at = 0; places->len && at + places->len <= text->all->len; at++)
        for (guint i = 0; i < places->len && stands_at(unit, places, text, at); i++)
            covered[at + i] = TRUE;
}

/* The name in a text has words that neither the unit's name nor the place it lies in has. */
static gboolean has_more_words(const UnitWords *unit, const UnitWords *parent, const UnitWords *text)
{
    g_autofree gboolean *covered = g_new0(gboolean, text->all->len + 1);
    g_autoptr(GArray) whole = whole_name(unit);
    gboolean named = FALSE;

    cover(unit, unit->name, text, covered);
    cover(unit, whole, text, covered);
    cover(unit, unit->place, text, covered);
    if (parent) {
        cover(parent, parent->name, text, covered);
        cover(parent, parent->place, text, covered);
    }
    for (guint i = 0; i < text->name->len; i++) {
        guint at = g_array_index(text->name, guint, i);
        if (!covered[at])
            /* behind the name a commune is a place: "Trạm Y tế" and "Trạm Y tế xã Nam Sơn" */
            return !named || unit_commune_at(text, at) == 0;
        named = TRUE;
    }
    return FALSE;
}

/* Both say a kind ("tiểu học"), and not the same. */
static gboolean kinds_differ(const UnitWords *unit, const UnitWords *text)
{
    return unit->kind->len && text->kind->len &&
           !(all_words_in(unit, unit->kind, text) && all_words_in(text, text->kind, unit));
}

/* Of two words that tell bodies or companies apart one has the first and the other the second. */
static gboolean forms_differ(const UnitWords *unit, const UnitWords *text)
{
    /* the first words of "ủy ban nhân dân" and so on, as folded */
    static const char *const forms[][2] = {{"uy", "hoi"}, {"trach", "co"}};
    for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
        gboolean has[2][2] = {{FALSE}};
        const UnitWords *both[] = {unit, text};
        for (guint k = 0; k < 2; k++)
            for (guint w = 0; w < both[k]->loose->len; w++)
                for (guint f = 0; f < 2; f++)
                    has[k][f] |= g_str_equal(unit_word_of(both[k], both[k]->loose, w)->bare, forms[i][f]);
        if ((has[0][0] || has[0][1]) && (has[1][0] || has[1][1]) && !(has[0][0] && has[1][0]) &&
            !(has[0][1] && has[1][1]))
            return TRUE;
    }
    return FALSE;
}

gboolean unit_is_another(const UnitWords *unit, const UnitWords *parent, const UnitWords *text)
{
    return unit->name->len > 0 && all_words_in(unit, unit->name, text) &&
           (has_more_words(unit, parent, text) || kinds_differ(unit, text) || forms_differ(unit, text));
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
