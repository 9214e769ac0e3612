/* Pairing the findings of two results by what they judge, and choosing what is told of them: a section and
 * its items say the same thing twice, as in the lists of one report (report/gap_lists.h). */
#include "report/comparison.h"

#include "base/text_hash.h"
#include "report/gap_lists.h"
#include "report/sentences.h"
#include "report/tally.h"
#include "report/words.h"

typedef struct {
    Comparison *out;
    GHashTable *table, *told; /* rows by key; keys that have been looked at */
    GPtrArray *keys;          /* of char * */
    GArray *gaps[2];
} Pairing;

/* --- pairing -------------------------------------------------------------------------------------------- */

/* One act is cited once per result, whatever the words; a point of form is told once a kind. */
static char *key_of(const Finding *finding)
{
    const CitationDetail *citation = finding->citation;
    if (finding->check != CHECK_CITATION || !citation)
        return g_strdup(finding->rule);
    return g_strdup_printf("%s %s", finding->rule,
                           citation->instrument ? citation->instrument
                           : citation->text     ? citation->text
                                                : "");
}

static guint gravity_of(const Result *result, const Finding *finding)
{
    if (tally_lacks_only_advice(result, finding))
        return 0;
    return change_gravity(finding->status,
                          tally_is_content(finding) ? finding->severity : SEVERITY_MANDATORY);
}

static void add_findings(Pairing *pairing, const Result *result, guint side)
{
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        char *key = key_of(finding);
        g_ptr_array_add(pairing->keys, key);
        change_table_add(pairing->table, key, side, gravity_of(result, finding), finding);
    }
}

/* --- what is told --------------------------------------------------------------------------------------- */

static gboolean is_listed(const GArray *gaps, const Finding *finding)
{
    for (guint i = 0; i < gaps->len; i++)
        if (g_array_index(gaps, Gap, i).finding == finding)
            return TRUE;
    return FALSE;
}

/* A section that lacked contents is mended by each of them. */
static gboolean had_gaps_within(const Result *before, const Finding *section)
{
    for (guint i = 0; i < before->findings->len; i++) {
        const Finding *item = before->findings->pdata[i];
        if (item != section && tally_is_content(item) && gravity_of(before, item) > 0 &&
            tally_section(before, item) == section)
            return TRUE;
    }
    return FALSE;
}

/* FALSE: other rows say it. */
static gboolean choose(const Pairing *pairing, ComparisonRow *row)
{
    if (!tally_is_content(comparison_finding(row)))
        return TRUE;
    if (row->change == CHANGE_FIXED)
        return row->before->check != CHECK_SECTION || !had_gaps_within(pairing->out->before, row->before);
    if (is_listed(pairing->gaps[1], row->after))
        return TRUE;
    row->covered_by = gap_covering_section(pairing->out->after, row->after);
    return row->covered_by != NULL;
}

static void tell_findings(Pairing *pairing, const Result *result)
{
    for (guint i = 0; i < result->findings->len; i++) {
        g_autofree char *key = key_of(result->findings->pdata[i]);
        gpointer own_key, found;
        if (!g_hash_table_lookup_extended(pairing->table, key, &own_key, &found) ||
            !g_hash_table_add(pairing->told, own_key))
            continue;
        const ChangeRow *pair = found;
        ComparisonRow row = {.change = change_of(pair), .before = pair->side[0], .after = pair->side[1]};
        if ((pair->gravity[0] || pair->gravity[1]) && choose(pairing, &row)) {
            g_array_append_val(pairing->out->rows, row);
            pairing->out->counts[row.change] += row.covered_by == NULL;
        }
    }
}

gboolean comparison_judged(const Comparison *comparison)
{
    return comparison->before->outcome == OUTCOME_JUDGED && tally_has_content(comparison->before) &&
           comparison->after->outcome == OUTCOME_JUDGED && tally_has_content(comparison->after);
}

Comparison *comparison_new(const Result *before, const Result *after, Units units)
{
    Comparison *comparison = g_new0(Comparison, 1);
    comparison->before = before;
    comparison->after = after;
    comparison->units = units;
    comparison->rows = g_array_new(FALSE, FALSE, sizeof(ComparisonRow));
    if (!comparison_judged(comparison))
        return comparison;
    g_autoptr(GHashTable) table = change_table_new();
    g_autoptr(GHashTable) told = g_hash_table_new(text_hash, g_str_equal);
    g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GArray) gaps_before = gap_list(before);
    g_autoptr(GArray) gaps_after = gap_list(after);
    Pairing pairing = {comparison, table, told, keys, {gaps_before, gaps_after}};
    add_findings(&pairing, before, 0);
    add_findings(&pairing, after, 1);
    tell_findings(&pairing, after);
    tell_findings(&pairing, before);
    return comparison;
}

void comparison_free(Comparison *comparison)
{
    if (!comparison)
        return;
    g_array_unref(comparison->rows);
    g_free(comparison);
}

/* --- words ---------------------------------------------------------------------------------------------- */

const Finding *comparison_finding(const ComparisonRow *row)
{
    return row->after ? row->after : row->before;
}

const char *comparison_title(const ComparisonRow *row, RasoatLanguage language)
{
    const Finding *finding = comparison_finding(row);
    return finding->citation && finding->citation->text ? finding->citation->text
                                                        : sentence_title(finding, language);
}

gboolean comparison_says_the_same(const ComparisonRow *row)
{
    if (!row->before || !row->after || row->before->status != row->after->status)
        return FALSE;
    gboolean missing = row->after->status == STATUS_MISSING;
    const GArray *then = missing ? row->before->nearest : row->before->evidence;
    const GArray *now = missing ? row->after->nearest : row->after->evidence;
    if (then->len != now->len)
        return FALSE;
    for (guint i = 0; i < now->len; i++) {
        const Evidence *one = &g_array_index(then, Evidence, i), *other = &g_array_index(now, Evidence, i);
        if (g_strcmp0(one->quote, other->quote) != 0 || g_strcmp0(one->address, other->address) != 0)
            return FALSE;
    }
    return TRUE;
}

const Change comparison_order[CHANGES] = {CHANGE_NEW, CHANGE_WORSE, CHANGE_OPEN, CHANGE_FIXED};

const char *comparison_heading(Change change, RasoatLanguage language)
{
    switch (change) {
    case CHANGE_NEW:
        return say(language, "Mới phát sinh");
    case CHANGE_WORSE:
        return say(language, "Nặng hơn trước");
    case CHANGE_OPEN:
        return say(language, "Còn tồn tại");
    default:
        return say(language, "Đã khắc phục");
    }
}

static gboolean is_waived(const ComparisonRow *row)
{
    return row->change != CHANGE_FIXED && row->after->waiver;
}

static guint count_waived(const Comparison *comparison)
{
    guint count = 0;
    for (guint i = 0; i < comparison->rows->len; i++) {
        const ComparisonRow *row = &g_array_index(comparison->rows, ComparisonRow, i);
        count += !row->covered_by && is_waived(row);
    }
    return count;
}

gboolean comparison_is_worse(const Comparison *comparison)
{
    for (guint i = 0; i < comparison->rows->len; i++) {
        const ComparisonRow *row = &g_array_index(comparison->rows, ComparisonRow, i);
        if (!row->covered_by && !is_waived(row) && (row->change == CHANGE_NEW || row->change == CHANGE_WORSE))
            return TRUE;
    }
    return FALSE;
}

char *comparison_sum(const Comparison *comparison, RasoatLanguage language)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < CHANGES; i++) {
        Change change = comparison_order[i];
        g_autofree char *word = g_utf8_strdown(comparison_heading(change, language), -1);
        g_string_append_printf(text, "%s%s %u", i ? ", " : "", word, comparison->counts[change]);
    }
    guint waived = count_waived(comparison);
    if (waived)
        g_string_append_printf(text, say(language, "; trong đó %u mục đã được chấp nhận"), waived);
    return g_string_free(text, FALSE);
}

/* "What differs (one; other)rest". */
static void add_difference(GPtrArray *list, const char *what, const char *one, const char *other,
                           const char *rest)
{
    g_ptr_array_add(list, g_strdup_printf("%s (%s; %s)%s", what, one, other, rest));
}

/* "TRƯỜNG THCS KIM ĐỒNG, UBND HUYỆN KIM HẠ". Owned by the caller. */
static char *unit_in_full(const Result *result)
{
    return g_strdup_printf("%s%s%s", result->unit, result->parent ? ", " : "",
                           result->parent ? result->parent : "");
}

/* By what they were judged as; where that was given, by what their texts say. */
static void add_other_kind(GPtrArray *list, const Comparison *comparison, RasoatLanguage language)
{
    const Result *before = comparison->before, *after = comparison->after;
    if (g_strcmp0(before->audit_profile, after->audit_profile) != 0)
        add_difference(list, say(language, "hai bản được rà soát theo hai loại đơn vị khác nhau"),
                       words_profile(before->audit_profile, language),
                       words_profile(after->audit_profile, language),
                       say(language, "; nêu --profile để so sánh đúng"));
    else if (g_strcmp0(before->profile, after->profile) != 0)
        add_difference(list, say(language, "theo nội dung, hai bản là của hai loại đơn vị khác nhau"),
                       words_profile(before->profile, language), words_profile(after->profile, language),
                       say(language, "; cả hai được rà soát theo loại đã nêu"));
}

GPtrArray *comparison_differences(const Comparison *comparison, RasoatLanguage language)
{
    const Result *before = comparison->before, *after = comparison->after;
    GPtrArray *list = g_ptr_array_new_with_free_func(g_free);

    if (!comparison_judged(comparison))
        return list;
    if (comparison->units == UNITS_OTHER) {
        g_autofree char *then = unit_in_full(before), *now = unit_in_full(after);
        add_difference(list, say(language, "hai bản ghi tên hai đơn vị khác nhau"), then, now,
                       say(language, "; hãy kiểm tra xem đã chọn đúng tệp chưa"));
    }
    add_other_kind(list, comparison, language);
    if (g_strcmp0(before->as_of, after->as_of) != 0) {
        g_autofree char *then = say_date(language, before->as_of ? before->as_of : "?");
        g_autofree char *now = say_date(language, after->as_of ? after->as_of : "?");
        add_difference(list, say(language, "hai bản được đối chiếu với luật của hai ngày khác nhau"), then,
                       now, "");
    }
    if (g_strcmp0(before->rules_digest, after->rules_digest) != 0)
        g_ptr_array_add(
            list,
            g_strdup(say(language, "hai bản được rà soát bằng hai bộ quy tắc khác nhau: một số thay đổi "
                                   "có thể do quy tắc; so sánh chính hai tệp để chắc chắn")));
    return list;
}
