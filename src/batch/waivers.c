/* Waivers matched to documents and findings, and marked on them. */
#include <string.h>

#include "audit/verdict.h"
#include "batch/waivers_private.h"
#include "report/display.h"
#include "report/gap_lists.h"
#include "report/tally.h"
#include "text/fold.h"
#include "text/legacy_name.h"
#include "text/unit_likeness.h"

static void row_free(gpointer data)
{
    WaiverRow *row = data;
    g_free(row->unit);
    g_free(row->file);
    g_free(row->rule);
    bilingual_clear(&row->title);
    g_free(row->waiver.reason);
    g_free(row->waiver.approver);
    g_free(row->waiver.basis);
    g_free(row->waiver.expires);
    unit_words_free(row->words);
    g_free(row->pattern);
    g_free(row);
}

/* A name with * in it, by the words that names are compared by. */
static char *pattern_words(const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, "*", -1);
    GString *pattern = g_string_new(NULL);
    for (guint i = 0; parts[i]; i++) {
        g_autoptr(UnitWords) words = unit_words_new(parts[i]);
        g_autofree char *part = unit_words_text(words, TRUE);
        g_string_append_printf(pattern, "%s%s", i ? "*" : "", part);
    }
    return g_string_free(pattern, FALSE);
}

Waivers *waivers_new(void)
{
    Waivers *waivers = g_new0(Waivers, 1);
    waivers->rows = g_ptr_array_new_with_free_func(row_free);
    return waivers;
}

void waivers_add(Waivers *waivers, WaiverRow *row)
{
    if (row->unit && strchr(row->unit, '*'))
        row->pattern = pattern_words(row->unit);
    else if (row->unit)
        row->words = unit_words_of_kind(row->unit, NULL);
    g_ptr_array_add(waivers->rows, g_memdup2(row, sizeof *row));
}

void waivers_free(Waivers *waivers)
{
    if (!waivers)
        return;
    g_ptr_array_unref(waivers->rows);
    g_free(waivers->digest);
    g_free(waivers);
}

const char *waivers_digest(const Waivers *waivers)
{
    return waivers->digest;
}

guint waivers_count(const Waivers *waivers)
{
    return waivers->rows->len;
}

const WaiverRow *waivers_row(const Waivers *waivers, guint i)
{
    return waivers->rows->pdata[i];
}

/* --- whose ---------------------------------------------------------------------------------------------- */

/* A document's names as words, once for all rows. */
typedef struct {
    const WaiverSubject *subject;
    UnitWords *unit, *around;
    char *full, *bare;     /* of unit, for patterns: all words; without those that may be left out */
    char *shown, *decoded; /* the file's path, for patterns: bytes as \xB7; by what it says, or NULL */
} Named;

static void named_init(Named *named, const WaiverSubject *subject)
{
    g_autofree char *around =
        g_strconcat(subject->unit ? subject->unit : "", " ", subject->parent ? subject->parent : "", NULL);
    named->subject = subject;
    named->unit = unit_words_of_kind(subject->unit, NULL);
    named->around = unit_words_new(around);
    named->full = unit_words_text(named->unit, TRUE);
    named->bare = unit_words_text(named->unit, FALSE);
    named->shown = subject->file ? display_name(subject->file) : NULL;
    named->decoded = subject->file ? legacy_name(subject->file) : NULL;
}

static void named_clear(Named *named)
{
    unit_words_free(named->unit);
    unit_words_free(named->around);
    g_free(named->full);
    g_free(named->bare);
    g_free(named->shown);
    g_free(named->decoded);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Named, named_clear)

static gboolean unit_matches(const WaiverRow *row, const Named *named)
{
    if (!row->unit || !named->subject->unit)
        return row->unit == NULL;
    if (row->words)
        return unit_is(row->words, named->unit, named->around);
    return g_pattern_match_simple(row->pattern, named->full) ||
           g_pattern_match_simple(row->pattern, named->bare);
}

static gboolean path_matches(const char *pattern, const char *path)
{
    g_autofree char *base = path ? g_path_get_basename(path) : NULL;
    return path && (g_pattern_match_simple(pattern, path) || g_pattern_match_simple(pattern, base));
}

static gboolean file_matches(const char *pattern, const Named *named)
{
    return !pattern || path_matches(pattern, named->shown) || path_matches(pattern, named->decoded);
}

static gboolean row_matches(const WaiverRow *row, const Named *named)
{
    return !row->doubtful && file_matches(row->file, named) && unit_matches(row, named);
}

void waivers_count_unit(const Waivers *waivers, const char *unit, const char *parent, WaiverUse *uses)
{
    g_auto(Named) named = {0};
    WaiverSubject subject = {.unit = unit, .parent = parent};
    named_init(&named, &subject);
    for (guint i = 0; i < waivers->rows->len; i++) {
        const WaiverRow *row = waivers->rows->pdata[i];
        uses[i].units += row->words && !row->file && unit_matches(row, &named);
    }
}

gboolean waivers_concern(const Waivers *waivers, const WaiverSubject *subject)
{
    gboolean found = FALSE;
    g_auto(Named) named = {0};
    named_init(&named, subject);
    for (guint i = 0; i < waivers->rows->len && !found; i++)
        found = row_matches(waivers->rows->pdata[i], &named);
    return found;
}

/* --- what ----------------------------------------------------------------------------------------------- */

static gboolean is_open(const Finding *finding)
{
    return finding->status != STATUS_MET && finding->status != STATUS_NOT_APPLICABLE;
}

/* The act of a row "citation:04/2015/NĐ-CP" in any spelling; NULL: it names none. */
static const char *act_of(const char *id)
{
    const char *colon = strchr(id, ':');
    return colon ? colon + 1 : NULL;
}

static gboolean is_that_act(const WaiverRow *row, const Finding *finding)
{
    g_autofree char *id = finding->check == CHECK_CITATION && act_of(row->rule) ? finding_id(finding) : NULL;
    g_autofree char *meant = id ? text_bare_words(act_of(row->rule)) : NULL;
    g_autofree char *cited = id && act_of(id) ? text_bare_words(act_of(id)) : NULL;
    return cited && g_str_equal(meant, cited);
}

static gboolean is_meant(const WaiverRow *row, const Finding *finding)
{
    return g_str_equal(finding->rule, row->rule) || is_that_act(row, finding) ||
           (tally_is_content(finding) && g_str_equal(finding->group, row->rule));
}

/* The section that a row of a group means in a document; NULL: it is of no group, or there is none. */
static const Finding *section_meant(const WaiverRow *row, const Result *result)
{
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (finding->check == CHECK_SECTION && g_str_equal(finding->group, row->rule))
            return finding;
    }
    return NULL;
}

static void add_title(char **titles, const char *title)
{
    g_auto(GStrv) known = g_strsplit(*titles ? *titles : "", "; ", -1);
    if (!title || g_strv_contains((const char *const *)known, title))
        return;
    char *all = *titles ? g_strdup_printf("%s; %s", *titles, title) : g_strdup(title);
    g_free(*titles);
    *titles = all;
}

void waivers_learn_titles(Waivers *waivers, const Result *result, const WaiverSubject *subject)
{
    g_auto(Named) named = {0};
    named_init(&named, subject);
    for (guint i = 0; i < waivers->rows->len; i++) {
        WaiverRow *row = waivers->rows->pdata[i];
        const Finding *section = row_matches(row, &named) ? section_meant(row, result) : NULL;
        if (!section)
            continue;
        if (!row->learnt)
            bilingual_clear(&row->title);
        row->learnt = TRUE;
        add_title(&row->title.vi, section->title.vi);
        add_title(&row->title.en, section->title.en);
    }
}

/* --- marking -------------------------------------------------------------------------------------------- */

/* Of two waivers of one finding the one that ends later holds; of two that end together, the first. */
static void mark(Finding *finding, const Waiver *waiver)
{
    if (finding->waiver && strcmp(finding->waiver->expires, waiver->expires) >= 0)
        return;
    waiver_free(finding->waiver);
    finding->waiver = waiver_copy(waiver);
}

/* What a section that is missing whole covers is waived with it. */
static void mark_covered(const Result *result, const Finding *section, const Waiver *waiver)
{
    for (guint i = 0; i < result->findings->len; i++) {
        Finding *item = result->findings->pdata[i];
        if (gap_covering_section(result, item) == section)
            mark(item, waiver);
    }
}

static gboolean has_expired(const WaiverRow *row, const char *as_of)
{
    return g_strcmp0(row->waiver.expires, as_of) < 0;
}

/* Marks what the row waives, and counts what is of its rule. */
static void mark_row(const WaiverRow *row, Result *result, WaiverUse *use)
{
    for (guint i = 0; i < result->findings->len; i++) {
        Finding *finding = result->findings->pdata[i];
        if (!is_meant(row, finding))
            continue;
        use->judged++;
        if (!is_open(finding))
            continue;
        use->open++;
        if (has_expired(row, result->as_of))
            continue;
        mark(finding, &row->waiver);
        if (finding->check == CHECK_SECTION)
            mark_covered(result, finding, &row->waiver);
    }
}

/* One unit's, or one file's. */
static gboolean is_for_one(const WaiverRow *row)
{
    return row->words || (row->file && !strpbrk(row->file, "*?"));
}

/* Of many documents each is told what concerns it; what waives nothing in any is told once for all. */
static void note_idle(const WaiverRow *row, Result *result, const WaiverUse *use, gboolean among)
{
    gboolean expired = has_expired(row, result->as_of);
    if (use->open && !expired)
        return;
    if (among && !is_for_one(row) && !(expired && use->open))
        return;
    const Finding *section = section_meant(row, result);
    IdleWaiver idle = {.line = row->line,
                       .rule = row->rule,
                       .title = section ? section->title : row->title,
                       .approver = row->waiver.approver,
                       .expires = row->waiver.expires,
                       .why = expired       ? IDLE_EXPIRED
                              : use->judged ? IDLE_NOT_OPEN
                                            : IDLE_NO_FINDING};
    result_add_idle_waiver(result, &idle);
}

static void add_use(WaiverUse *sum, const WaiverUse *use)
{
    sum->documents++;
    sum->judged += use->judged;
    sum->open += use->open;
    sum->open_in += use->open > 0;
}

/* What still counts against a section: contents that are owed, and conflicts. */
static gboolean still_counts(const Finding *item)
{
    return !item->waiver && is_open(item) &&
           (item->severity == SEVERITY_MANDATORY || item->status == STATUS_CONFLICT);
}

/* The waiver of a content, when nothing else counts against its section; NULL: something does, or none is
 * waived. */
static const Waiver *excuse_of(const Result *result, const Finding *section)
{
    const Waiver *excuse = NULL;
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *item = result->findings->pdata[i];
        if (item == section || !tally_is_content(item) || tally_section(result, item) != section)
            continue;
        if (still_counts(item))
            return NULL;
        if (!excuse)
            excuse = item->waiver;
    }
    return excuse;
}

static void excuse_sections(Result *result)
{
    for (guint i = 0; i < result->findings->len; i++) {
        Finding *section = result->findings->pdata[i];
        const Waiver *excuse = section->check == CHECK_SECTION && is_open(section) && !section->waiver
                                   ? excuse_of(result, section)
                                   : NULL;
        if (excuse)
            mark(section, excuse);
    }
}

void waivers_apply(const Waivers *waivers, Result *result, const WaiverSubject *subject, WaiverUse *uses)
{
    g_auto(Named) named = {0};
    if (result->outcome != OUTCOME_JUDGED)
        return;
    result_expect_waivers(result);
    named_init(&named, subject);
    for (guint i = 0; i < waivers->rows->len; i++) {
        const WaiverRow *row = waivers->rows->pdata[i];
        WaiverUse use = {0};
        if (!row_matches(row, &named))
            continue;
        mark_row(row, result, &use);
        note_idle(row, result, &use, subject->among);
        if (uses)
            add_use(&uses[i], &use);
    }
    excuse_sections(result);
    if (tally_has_content(result))
        result->verdict = verdict_of(result);
}

/* --- what became of them -------------------------------------------------------------------------------- */

WaiverState waiver_state(const WaiverRow *row, const WaiverUse *use, const char *as_of)
{
    if (has_expired(row, as_of))
        return WAIVER_EXPIRED;
    if (row->doubtful)
        return WAIVER_DOUBTFUL;
    if (use->open)
        return WAIVER_USED;
    if (use->judged)
        return WAIVER_NOT_OPEN;
    return use->documents ? WAIVER_NO_FINDING : WAIVER_STRAY;
}

const char *waiver_state_name(WaiverState state)
{
    static const char *const names[] = {"used", "expired", "not-open", "no-finding", "stray", "doubtful"};
    g_return_val_if_fail((guint)state < G_N_ELEMENTS(names), "unknown");
    return names[state];
}
