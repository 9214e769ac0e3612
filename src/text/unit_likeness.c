/* Names compared word by word. */
#include "text/unit_likeness.h"

#include <string.h>

#include "text/unit_places.h"
#include "text/unit_words_private.h"

/* Some words of a part stand in a text from a place on. */
static gboolean same_at(const UnitWords *unit, const GArray *places, guint from, guint until,
                        const UnitWords *text, guint at)
{
    if (at + (until - from) > text->all->len)
        return FALSE;
    for (guint i = from; i < until; i++)
        if (!unit_word_is(unit_word_of(unit, places, i), unit_word_at(text, at + i - from)))
            return FALSE;
    return TRUE;
}

/* The words of a part stand one after the other somewhere in a text. */
static gboolean stands_in(const UnitWords *unit, const GArray *places, const UnitWords *text)
{
    for (guint at = 0; at + places->len <= text->all->len; at++)
        if (same_at(unit, places, 0, places->len, text, at))
            return TRUE;
    return FALSE;
}

/* --- the name in a text --------------------------------------------------------------------------------- */

/* "Phòng Kế hoạch - Tài chính" as "Phòng Tài chính - Kế hoạch": two parts that a mark or "và" joins, of two
 * words or more, in the other order, with what stands before and behind both where it was. */
static gboolean stands_turned_at(const UnitWords *unit, const UnitWords *text, guint at)
{
    const GArray *whole = unit->whole;
    const guint count = whole->len;
    if (at + count > text->all->len)
        return FALSE;
    for (guint second = 2; second + 2 <= count; second++) {
        const char joint = unit_word_of(unit, whole, second)->joint;
        for (guint first = 0; (joint == '&' || joint == '-') && first + 2 <= second; first++)
            for (guint end = second + 2; end <= count; end++)
                if (same_at(unit, whole, 0, first, text, at) &&
                    same_at(unit, whole, second, end, text, at + first) &&
                    same_at(unit, whole, first, second, text, at + first + end - second) &&
                    same_at(unit, whole, end, count, text, at + end))
                    return TRUE;
    }
    return FALSE;
}

/* "Trạm Y tế Nam Sơn" as "Trạm Y tế xã Nam Sơn": of an office, which says with two words or more what it is.
 * Gives the words of the text; 0: it does not stand there. */
static guint with_level_at(const UnitWords *unit, const UnitWords *text, guint at)
{
    const GArray *name = unit->name;
    if (unit->kind->len || unit->loose->len)
        return 0;
    for (guint i = 2; i < name->len; i++) {
        const guint level = at + i < text->all->len ? unit_commune_at(text, at + i) : 0;
        if (level && same_at(unit, name, 0, i, text, at) &&
            same_at(unit, name, i, name->len, text, at + i + level))
            return name->len + level;
    }
    return 0;
}

guint unit_name_at(const UnitWords *unit, const UnitWords *text, guint at)
{
    if (unit->name->len == 0)
        return 0;
    if (same_at(unit, unit->whole, 0, unit->whole->len, text, at) || stands_turned_at(unit, text, at))
        return unit->whole->len;
    return same_at(unit, unit->name, 0, unit->name->len, text, at) ? unit->name->len
                                                                   : with_level_at(unit, text, at);
}

static gboolean name_stands_in(const UnitWords *unit, const UnitWords *text)
{
    for (guint at = 0; at < text->all->len; at++)
        if (unit_name_at(unit, text, at))
            return TRUE;
    return FALSE;
}

static gboolean all_words_in(const UnitWords *unit, const GArray *places, const UnitWords *text)
{
    for (guint i = 0; i < places->len; i++) {
        gboolean found = FALSE;
        for (guint k = 0; k < text->all->len && !found; k++)
            found = unit_word_is(unit_word_of(unit, places, i), unit_word_at(text, k));
        if (!found)
            return FALSE;
    }
    return TRUE;
}

/* A number, a letter, or what people add to names of files ("Công ty Mới"): any file may have it. */
static gboolean says_little(const UnitWords *unit)
{
    if (unit->nameless || (unit->kind->len == 0 && unit->loose->len == 0))
        return FALSE;
    const UnitWord *first = unit_word_of(unit, unit->name, 0);
    return (unit->name->len == 1 &&
            ((unit->kind->len > 0 && g_ascii_isdigit(*first->bare)) || strlen(first->bare) == 1)) ||
           unit_name_is_added(unit);
}

/* "Phường 5" behind its own kind, "Công ty A" behind a word of a company's. */
static gboolean stands_behind_kind(const UnitWords *unit, const UnitWords *text)
{
    const guint kind = unit->kind->len;
    for (guint at = MAX(kind, 1); at < text->all->len; at++)
        if (unit_name_at(unit, text, at) &&
            (kind ? same_at(unit, unit->kind, 0, kind, text, at - kind) : unit_part_has(text->loose, at - 1)))
            return TRUE;
    return FALSE;
}

Likeness unit_named_in(const UnitWords *unit, const UnitWords *text)
{
    if (unit->name->len == 0)
        return LIKENESS_NONE;
    if (says_little(unit))
        return stands_behind_kind(unit, text) ? LIKENESS_CERTAIN : LIKENESS_NONE;
    if (name_stands_in(unit, text))
        return all_words_in(unit, unit->kind, text) ? LIKENESS_CERTAIN : LIKENESS_DOUBTFUL;
    /* one word in another order is no other order */
    return unit->name->len > 1 && all_words_in(unit, unit->name, text) && all_words_in(unit, unit->kind, text)
               ? LIKENESS_DOUBTFUL
               : LIKENESS_NONE;
}

gboolean unit_marked_in(const UnitWords *unit, const UnitWords *text)
{
    for (guint i = 0; i < unit->name->len; i++) {
        const UnitWord *word = unit_word_of(unit, unit->name, i);
        gboolean found = FALSE;
        for (guint k = 0; k < text->all->len && !found; k++) {
            const UnitWord *there = unit_word_at(text, k);
            found = g_str_equal(word->marked, there->marked) || g_strcmp0(word->bare, there->other) == 0;
        }
        if (!found)
            return FALSE;
    }
    return text->marked;
}

gboolean unit_marks_differ(const UnitWords *unit, const UnitWords *text)
{
    return unit->marked && text->marked && unit_named_in(unit, text) == LIKENESS_CERTAIN &&
           !unit_marked_in(unit, text);
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
        const UnitWord *other = unit_word_at(text, at + i);
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
static void cover_part(const UnitWords *unit, const GArray *places, const UnitWords *text, gboolean *covered)
{
    for (guint at = 0; places->len && at < text->all->len; at++)
        for (guint i = 0; i < places->len && same_at(unit, places, 0, places->len, text, at); i++)
            covered[at + i] = TRUE;
}

static void cover_name(const UnitWords *unit, const UnitWords *text, gboolean *covered)
{
    for (guint at = 0; at < text->all->len; at++) {
        const guint length = unit_name_at(unit, text, at);
        for (guint i = 0; i < length; i++)
            covered[at + i] = TRUE;
    }
}

void unit_cover(const UnitWords *unit, const UnitWords *parent, const UnitWords *text, gboolean *covered)
{
    cover_name(unit, text, covered);
    cover_part(unit, unit->place, text, covered);
    if (parent) {
        cover_name(parent, text, covered);
        cover_part(parent, parent->place, text, covered);
    }
}

/* The name in a text has words that neither the unit's name nor the place it lies in has. */
static gboolean has_more_words(const UnitWords *unit, const UnitWords *parent, const UnitWords *text)
{
    g_autofree gboolean *covered = g_new0(gboolean, text->all->len + 1);
    gboolean named = FALSE;

    unit_cover(unit, parent, text, covered);
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

gboolean unit_forms_differ(const UnitWords *unit, const UnitWords *text)
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
           (has_more_words(unit, parent, text) || kinds_differ(unit, text) || unit_forms_differ(unit, text));
}

gboolean unit_speaks_of_another(const UnitWords *unit, const UnitWords *text)
{
    if (text->nameless || text->name->len == 0 || unit_named_in(unit, text) != LIKENESS_NONE)
        return FALSE;
    /* an office that is called by what it is and where may leave out where */
    return unit->kind->len > 0 || unit_named_in(text, unit) == LIKENESS_NONE;
}

gboolean unit_may_have_moved(const UnitWords *one, const UnitWords *other)
{
    return !unit_places_differ(one, other) && !unit_forms_differ(one, other);
}

guint unit_parent_in(const UnitWords *unit, const UnitWords *parent, const UnitWords *text)
{
    enum { NOTHING, IN_PART, WHOLE };

    if (unit->place->len > 0)
        return stands_in(unit, unit->place, text) ? WHOLE : NOTHING;
    if (!parent || parent->name->len == 0)
        return WHOLE;
    const gboolean named = stands_in(parent, parent->name, text);
    if (parent->place->len == 0)
        return named ? WHOLE : NOTHING;
    return named + stands_in(parent, parent->place, text);
}

gboolean unit_is(const UnitWords *unit, const UnitWords *other, const UnitWords *around)
{
    return unit_named_in(unit, other) == LIKENESS_CERTAIN && unit_named_in(other, unit) == LIKENESS_CERTAIN &&
           unit_parent_in(unit, NULL, around) > 0;
}
