/* Gaps and repeats in the numbers of Chương, Mục, Điều, khoản and điểm (Nghị định 30/2020/NĐ-CP, annex I,
 * II.6: Điều run through the whole regulation, khoản and điểm through their article and clause). */
#include <string.h>

#include "audit/consistency_parts.h"
#include "base/translate.h"

/* A missing stretch longer than this is no gap but another kind of number (a year, a reference). */
#define LONGEST_GAP 5

/* Letters in the order that points may follow; those of the second list may be passed over. */
static const char *const letters[] = {"a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g",
                                      "h", "i", "j", "k", "l", "m", "n", "o", "ô", "ơ", "p",
                                      "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z"};
static const char optional_letters[] = "ă â đ ê f j ô ơ ư w z";

/* The place of a point's letter from 1; 0 when it is none. */
static gint letter_place(const char *number)
{
    for (guint i = 0; number && i < G_N_ELEMENTS(letters); i++)
        if (strcmp(letters[i], number) == 0)
            return (gint)i + 1;
    return 0;
}

static gboolean is_plain_number(const char *number)
{
    return number && *number && strspn(number, "0123456789") == strlen(number);
}

/* Its number as this check counts; 0 for a division that it leaves alone. */
static gint place_of(const Division *division)
{
    switch (division->level) {
    case DIVISION_PART:
    case DIVISION_CHAPTER:
    case DIVISION_SECTION:
    case DIVISION_ARTICLE:
        return division->informal ? 0 : division->ordinal;
    case DIVISION_CLAUSE:
        return is_plain_number(division->number) ? division->ordinal : 0;
    case DIVISION_POINT:
        return letter_place(division->number);
    default:
        return 0;
    }
}

static gboolean is_wanted(DivisionLevel level, gint place)
{
    return level != DIVISION_POINT || !strstr(optional_letters, letters[place - 1]);
}

/* The divisions of one series. */
typedef struct {
    DivisionLevel level;
    GArray *members;    /* of guint: divisions in order */
    GHashTable *places; /* set of their numbers */
} Series;

static void series_clear(gpointer data)
{
    Series *series = data;

    g_array_unref(series->members);
    g_hash_table_unref(series->places);
}

static gint place_at(const Consistency *audit, const Series *series, guint index)
{
    return place_of(outline_division(audit->view->outline, g_array_index(series->members, guint, index)));
}

/* A number in roman numerals; the largest is far above any chapter's. Owned by the caller. */
static char *roman(gint number)
{
    static const struct {
        gint value;
        const char *digits;
    } numerals[] = {{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"},
                    {9, "IX"},  {5, "V"},   {4, "IV"}, {1, "I"}};
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < G_N_ELEMENTS(numerals); i++)
        for (; number >= numerals[i].value; number -= numerals[i].value)
            g_string_append(out, numerals[i].digits);
    return g_string_free(out, FALSE);
}

/* "Chương III", "Điều 3", "điểm c" in the words of an address, numbered as the series is. Owned by the
 * caller. */
static char *place_name(const Consistency *audit, const Series *series, gint place)
{
    static const char *const words[] = {
        [DIVISION_PART] = "Phần",    [DIVISION_CHAPTER] = "Chương", [DIVISION_SECTION] = "Mục",
        [DIVISION_ARTICLE] = "Điều", [DIVISION_CLAUSE] = "khoản",   [DIVISION_POINT] = "điểm"};
    const Division *first = outline_division(audit->view->outline, g_array_index(series->members, guint, 0));

    if (series->level == DIVISION_POINT)
        return g_strdup_printf("%s %s", words[series->level], letters[place - 1]);
    if (first->number && strspn(first->number, "IVXLC") == strlen(first->number)) {
        g_autofree char *number = roman(place);
        return g_strdup_printf("%s %s", words[series->level], number);
    }
    return g_strdup_printf("%s %d", words[series->level], place);
}

/* Two places of a series, the earlier and the one that is amiss. */
static void quote_both(Consistency *audit, const Series *series, guint index, Finding *finding)
{
    const Outline *outline = audit->view->outline;

    for (guint i = index > 0 ? index - 1 : 0; i <= index; i++)
        consistency_quote(audit, finding,
                          outline_division(outline, g_array_index(series->members, guint, i))->first, 0, 0);
}

/* " (Điều 7)" for a clause or point; "" where the number names its place by itself. */
static char *series_place(const Consistency *audit, const Series *series)
{
    const Outline *outline = audit->view->outline;
    const Division *first = outline_division(outline, g_array_index(series->members, guint, 0));
    const char *address = outline_division(outline, first->parent)->address;

    return series->level >= DIVISION_CLAUSE && *address ? g_strdup_printf(" (%s)", address) : g_strdup("");
}

static void report_repeat(Consistency *audit, const Series *series, guint index, gint place)
{
    g_autofree char *name = place_name(audit, series, place), *where = series_place(audit, series);

    quote_both(audit, series, index,
               consistency_add(
                   audit, "duplicate-number", STATUS_PARTIAL,
                   bilingual_format(N_("Trùng số: %s%s"), name, where),
                   bilingual_of(N_("Đánh số lại, mỗi số chỉ dùng một lần; sửa các chỗ dẫn chiếu theo."))));
}

static void report_gap(Consistency *audit, const Series *series, guint index, gint first, gint last)
{
    g_autofree char *from = place_name(audit, series, first), *to = place_name(audit, series, last);
    g_autofree char *where = series_place(audit, series);
    g_autofree char *range = first == last ? g_strdup(from) : g_strdup_printf("%s – %s", from, to);

    quote_both(audit, series, index,
               consistency_add(
                   audit, "numbering-gap", STATUS_PARTIAL,
                   bilingual_format(N_("Đánh số không liên tục, thiếu %s%s"), range, where),
                   bilingual_of(N_(
                       "Đánh số lại cho liên tục, hoặc bổ sung phần bị sót; sửa các chỗ dẫn chiếu theo."))));
}

/* The first and the last wanted place between two that the series lacks; FALSE when it lacks none. */
static gboolean find_missing(const Series *series, gint from, gint to, gint *first, gint *last)
{
    *first = 0;
    for (gint place = from + 1; place < to; place++)
        if (is_wanted(series->level, place) &&
            !g_hash_table_contains(series->places, GINT_TO_POINTER(place))) {
            *first = *first ? *first : place;
            *last = place;
        }
    return *first > 0;
}

static gboolean is_automatic(const Consistency *audit, const Series *series, guint index)
{
    return outline_division(audit->view->outline, g_array_index(series->members, guint, index))->automatic;
}

static void check_series(Consistency *audit, const Series *series)
{
    gint before = 0, told = 0;

    for (guint i = 0; i < series->members->len && !consistency_is_full(audit); i++) {
        gint place = place_at(audit, series, i), first, last;
        gboolean automatic = is_automatic(audit, series, i) && (i == 0 || is_automatic(audit, series, i - 1));
        gboolean judged = i > 0 && place > 0 && before > 0 && !automatic;
        gboolean restarts = judged && series->level == DIVISION_ARTICLE && place == 1;
        if (judged && place > before && place - before <= LONGEST_GAP + 1 &&
            find_missing(series, before, place, &first, &last))
            report_gap(audit, series, i, first, last);
        if (restarts || (judged && place == before && place != told)) {
            report_repeat(audit, series, i, place);
            told = place;
        }
        if (restarts && place != before) /* every number from here on would be told again */
            break;
        before = place;
    }
}

/* What a division's number counts within: articles run through their component, the rest through the parent.
 */
static guint scope_of(const Outline *outline, guint index)
{
    const Division *division = outline_division(outline, index);

    if (division->level != DIVISION_ARTICLE)
        return division->parent;
    guint at = index;
    while (outline_division(outline, at)->level != DIVISION_ROOT)
        at = outline_division(outline, at)->parent;
    return at;
}

void check_numbering(Consistency *audit)
{
    const Outline *outline = audit->view->outline;
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Series));
    g_autoptr(GHashTable) by_scope = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);

    g_array_set_clear_func(all, series_clear);
    for (guint i = 0; i < outline->divisions->len && !consistency_is_late(audit); i++) {
        const Division *division = outline_division(outline, i);
        if (division->level == DIVISION_ROOT || place_of(division) == 0 ||
            !consistency_is_rule(audit, division->first))
            continue;
        gint64 key = (gint64)scope_of(outline, i) * 64 + division->level;
        gpointer found;
        if (!g_hash_table_lookup_extended(by_scope, &key, NULL, &found)) {
            Series series = {division->level, g_array_new(FALSE, FALSE, sizeof(guint)),
                             g_hash_table_new(NULL, NULL)};
            found = GUINT_TO_POINTER(all->len);
            g_array_append_val(all, series);
            g_hash_table_insert(by_scope, g_memdup2(&key, sizeof key), found);
        }
        Series *series = &g_array_index(all, Series, GPOINTER_TO_UINT(found));
        g_array_append_val(series->members, i);
        g_hash_table_add(series->places, GINT_TO_POINTER(place_of(division)));
    }
    for (guint i = 0; i < all->len && !consistency_is_full(audit); i++)
        check_series(audit, &g_array_index(all, Series, i));
}
