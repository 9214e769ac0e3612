/* Rows of the tables, from units and files. */
#include "district/tables.h"

#include "batch/compare.h"
#include "batch/families.h"
#include "batch/progress.h"
#include "district/trend.h"
#include "district/waivers.h"
#include "report/addresses.h"
#include "report/display.h"
#include "report/gap_lists.h"
#include "report/sentences.h"
#include "report/words.h"

typedef struct {
    const District *district;
    TableSink *sink;
} Filling;

static void text(const Filling *filling, Table table, guint column, const char *cell)
{
    if (!cell || !*cell)
        return;
    g_autofree char *safe = display_lines(cell);
    filling->sink->text(filling->sink, table, column, safe, NULL);
}

static void marked(const Filling *filling, Table table, guint column, const char *cell, const char *symbol)
{
    filling->sink->text(filling->sink, table, column, cell, symbol);
}

static void date(const Filling *filling, Table table, guint column, const char *cell)
{
    if (cell && *cell)
        filling->sink->date(filling->sink, table, column, cell);
}

static void number(const Filling *filling, Table table, guint column, guint cell)
{
    filling->sink->number(filling->sink, table, column, cell);
}

static void end_row(const Filling *filling, Table table)
{
    filling->sink->end_row(filling->sink, table);
}

/* Unit and kind, which most tables begin with. */
static void put_name(const Filling *filling, Table table, const DistrictUnit *unit)
{
    text(filling, table, 0, unit->name);
    text(filling, table, 1, unit->kind ? words_profile(unit->kind, filling->district->language) : NULL);
}

static void put_verdict(const Filling *filling, Table table, guint column, const DistrictUnit *unit)
{
    static const char *const symbols[] = {[VERDICT_COMPLETE] = "✓",
                                          [VERDICT_INCOMPLETE] = "✗",
                                          [VERDICT_CONFLICTING] = "!",
                                          [VERDICT_REVIEW] = "?"};
    if (!unit->judged)
        return;
    marked(filling, table, column, sentence_verdict(unit->judged, filling->district->language),
           district_complete_by_acceptance(unit) ? group_mark_symbol(GROUP_WAIVED)
                                                 : symbols[unit->judged->verdict]);
}

/* Two sentences, of which either may be NULL; owned by the caller. */
static char *joined(const char *one, const char *other)
{
    return one && other ? g_strdup_printf("%s %s", one, other) : g_strdup(one ? one : other);
}

static void put_unit(const Filling *filling, const DistrictUnit *unit)
{
    RasoatLanguage language = filling->district->language;
    const Result *result = unit->result;
    put_name(filling, TABLE_UNITS, unit);
    text(filling, TABLE_UNITS, 2,
         unit->unit->unit.parent ? unit->unit->unit.parent
         : result                ? result->parent
                                 : NULL);
    marked(filling, TABLE_UNITS, 3, district_submission(unit, language), district_submission_symbol(unit));
    put_verdict(filling, TABLE_UNITS, 4, unit);
    if (unit->judged) {
        number(filling, TABLE_UNITS, 5, unit->gaps.conflict);
        number(filling, TABLE_UNITS, 6, unit->gaps.missing);
        number(filling, TABLE_UNITS, 7, unit->gaps.partial);
        number(filling, TABLE_UNITS, 8, unit->gaps.review);
    }
    const char *unjudged = unit->judged || !result ? NULL : bilingual(&result->error_message, language);
    g_autofree char *unread = joined(unjudged, unit->unread);
    g_autofree char *remarks = joined(unit->why, unit->dated);
    if (result) {
        g_autofree char *symbol = sentence_symbol(result);
        text(filling, TABLE_UNITS, 9, symbol);
        date(filling, TABLE_UNITS, 10, result->issued);
        text(filling, TABLE_UNITS, 11, result->title);
        text(filling, TABLE_UNITS, 12, unit->file);
        text(filling, TABLE_UNITS, 13, unit->doubt);
        text(filling, TABLE_UNITS, 14, remarks);
        text(filling, TABLE_UNITS, 15, unread);
    }
    if (unit->judged) {
        number(filling, TABLE_UNITS, 16, unit->gaps.waived);
        date(filling, TABLE_UNITS, 17, unit->gaps.waived_until);
    }
    end_row(filling, TABLE_UNITS);
}

static const char *gap_word(GapKind kind, RasoatLanguage language)
{
    switch (kind) {
    case GAP_CONFLICT:
        return say(language, "trái quy định");
    case GAP_MANDATORY:
        return say(language, "bắt buộc");
    case GAP_ADVICE:
        return say(language, NC_("column", "nên có"));
    case GAP_WAIVED:
        return say(language, "đã chấp nhận");
    default:
        return say(language, "cần người xem");
    }
}

/* Three columns: why somebody accepted it, who, and by what. */
static void put_grounds(const Filling *filling, Table table, guint column, const Waiver *waiver)
{
    text(filling, table, column, waiver->reason);
    text(filling, table, column + 1, waiver->approver);
    text(filling, table, column + 2, waiver->basis);
}

/* Four columns of what somebody accepted: until when, and the grounds; nothing for NULL. */
static void put_terms(const Filling *filling, Table table, guint column, const Waiver *waiver)
{
    if (!waiver)
        return;
    date(filling, table, column, waiver->expires);
    put_grounds(filling, table, column + 1, waiver);
}

/* Where the first of the places is. */
static void put_address(const Filling *filling, Table table, guint column, const GArray *places)
{
    g_autofree char *address =
        address_say(g_array_index(places, Evidence, 0).address, filling->district->language);
    text(filling, table, column, address);
}

static void put_gap(const Filling *filling, const DistrictUnit *unit, const Gap *gap)
{
    RasoatLanguage language = filling->district->language;
    const Finding *finding = gap->finding;
    g_autofree char *bases = sentence_bases(finding, NULL, language);
    const GArray *places = finding->evidence->len ? finding->evidence : finding->nearest;
    put_name(filling, TABLE_GAPS, unit);
    number(filling, TABLE_GAPS, 2, gap->number);
    text(filling, TABLE_GAPS, 3, gap_word(finding->waiver ? GAP_WAIVED : gap->kind, language));
    marked(filling, TABLE_GAPS, 4, words_finding(finding, language), words_finding_symbol(finding));
    text(filling, TABLE_GAPS, 5, sentence_title(finding, language));
    text(filling, TABLE_GAPS, 6, sentence_left_out(finding, language));
    text(filling, TABLE_GAPS, 7, bases);
    if (places->len) {
        put_address(filling, TABLE_GAPS, 8, places);
        text(filling, TABLE_GAPS, 9, g_array_index(places, Evidence, 0).quote);
    }
    text(filling, TABLE_GAPS, 10, finding->rule);
    number(filling, TABLE_GAPS, 11, gap->contents);
    put_terms(filling, TABLE_GAPS, 12, finding->waiver);
    end_row(filling, TABLE_GAPS);
}

static void put_gaps(const Filling *filling, const DistrictUnit *unit)
{
    g_autoptr(GArray) gaps = gap_list(unit->result);
    for (guint i = 0; i < gaps->len; i++)
        put_gap(filling, unit, &g_array_index(gaps, Gap, i));
}

static void put_matrix(const Filling *filling, const DistrictUnit *unit)
{
    GroupState states[DISTRICT_GROUPS];
    district_states(unit->result, states);
    put_name(filling, TABLE_MATRIX, unit);
    put_verdict(filling, TABLE_MATRIX, 2, unit);
    for (guint g = 0; g < DISTRICT_GROUPS; g++) {
        g_autofree char *word = group_state_say(states[g], filling->district->language);
        if (states[g].mark != GROUP_NOT_APPLICABLE)
            marked(filling, TABLE_MATRIX, 3 + g, word, group_mark_symbol(states[g].mark));
    }
    end_row(filling, TABLE_MATRIX);
}

static void put_citation(const Filling *filling, const DistrictUnit *unit, const Finding *finding)
{
    RasoatLanguage language = filling->district->language;
    const CitationDetail *citation = finding->citation;
    const char *fault = sentence_citation_fault(finding, language);
    g_autofree char *words = sentence_citation(citation, language), *id = finding_id(finding);
    g_autofree char *remark = fault ? g_strdup_printf("%s. %s", words, fault) : g_strdup(words);
    text(filling, TABLE_CITATIONS, 0, unit->name);
    text(filling, TABLE_CITATIONS, 1, citation->text);
    text(filling, TABLE_CITATIONS, 2, citation->instrument);
    marked(filling, TABLE_CITATIONS, 3, sentence_citation_state(citation->verdict, language),
           words_symbol(sentence_citation_mark(citation->verdict)));
    const GPtrArray *successors = citation->successors;
    text(filling, TABLE_CITATIONS, 4,
         successors && successors->len ? successors->pdata[successors->len - 1] : citation->superseded_by);
    date(filling, TABLE_CITATIONS, 5, citation->since);
    text(filling, TABLE_CITATIONS, 6, remark);
    g_autofree char *places = addresses_say(finding->evidence, 0, language);
    text(filling, TABLE_CITATIONS, 7, places);
    if (citation->verdict != CITATION_IN_FORCE)
        text(filling, TABLE_CITATIONS, 8, id);
    put_terms(filling, TABLE_CITATIONS, 9, finding->waiver);
    end_row(filling, TABLE_CITATIONS);
}

static void put_missing(const Filling *filling, const DistrictUnit *unit)
{
    put_name(filling, TABLE_MISSING, unit);
    text(filling, TABLE_MISSING, 2, unit->unit->unit.parent);
    marked(filling, TABLE_MISSING, 3, district_submission(unit, filling->district->language),
           district_submission_symbol(unit));
    end_row(filling, TABLE_MISSING);
}

static gboolean fill_unit(const DistrictUnit *unit, gpointer data, GError **error)
{
    const Filling *filling = data;
    (void)error;
    put_unit(filling, unit);
    if (unit->state != UNIT_SUBMITTED)
        put_missing(filling, unit);
    if (!unit->judged)
        return TRUE;
    put_gaps(filling, unit);
    put_matrix(filling, unit);
    for (guint i = 0; i < unit->result->findings->len; i++) {
        const Finding *finding = unit->result->findings->pdata[i];
        if (finding->check == CHECK_CITATION && finding->citation)
            put_citation(filling, unit, finding);
    }
    return TRUE;
}

static gboolean fill_file(const DistrictFile *file, gpointer data, GError **error)
{
    const Filling *filling = data;
    RasoatLanguage language = filling->district->language;
    g_autofree char *reason = joined(district_file_reason(file, language), file->whose);
    (void)error;
    text(filling, TABLE_UNREAD, 0, file->name);
    marked(filling, TABLE_UNREAD, 1, district_file_state(file, language), district_file_symbol(file));
    text(filling, TABLE_UNREAD, 2, reason);
    text(filling, TABLE_UNREAD, 3, district_file_advice(file, language));
    text(filling, TABLE_UNREAD, 4, file->result ? file->result->error_code : file->file->reason);
    text(filling, TABLE_UNREAD, 5, file->other);
    end_row(filling, TABLE_UNREAD);
    return TRUE;
}

/* A path as it is shown; nothing for NULL. */
static void path(const Filling *filling, Table table, guint column, const char *bytes)
{
    g_autofree char *name = bytes ? display_path(bytes) : NULL;
    text(filling, table, column, name);
}

static void put_copy(const Filling *filling, const FamilyCopy *copy)
{
    number(filling, TABLE_COPIES, 0, copy->family);
    number(filling, TABLE_COPIES, 1, copy->size);
    path(filling, TABLE_COPIES, 2, copy->path);
    path(filling, TABLE_COPIES, 3, copy->beside);
    if (copy->beside)
        number(filling, TABLE_COPIES, 4, tally_percent(copy->share, 1));
    text(filling, TABLE_COPIES, 5, copy->left);
    path(filling, TABLE_COPIES, 6, copy->left_of);
    end_row(filling, TABLE_COPIES);
}

static gboolean fill_copies(const Filling *filling, GError **error)
{
    const District *district = filling->district;
    GError *cause = NULL;
    guint families, texts;
    g_auto(FamilyCopy) copy = {0};
    g_autoptr(StoreCursor) cursor = NULL;
    if (!families_find(district->store, district->round.id, &families, &texts, error))
        return FALSE;
    cursor = family_copies(district->store, &cause);
    while (cursor && family_next_copy(cursor, &copy, &cause))
        put_copy(filling, &copy);
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

static void put_waiver(const Filling *filling, const WaiverRow *row, const WaiverUse *use)
{
    const District *district = filling->district;
    WaiverState state = waiver_state(row, use, district->round.as_of);
    g_autofree char *effect = district_waiver_effect(row, use, district->round.as_of, district->language);
    number(filling, TABLE_WAIVERS, 0, row->line);
    text(filling, TABLE_WAIVERS, 1, row->rule);
    text(filling, TABLE_WAIVERS, 2, bilingual(&row->title, district->language));
    text(filling, TABLE_WAIVERS, 3, row->unit);
    text(filling, TABLE_WAIVERS, 4, row->file);
    put_grounds(filling, TABLE_WAIVERS, 5, &row->waiver);
    date(filling, TABLE_WAIVERS, 8, row->waiver.expires);
    marked(filling, TABLE_WAIVERS, 9, effect, district_waiver_symbol(state));
    number(filling, TABLE_WAIVERS, 10, use->open_in);
    end_row(filling, TABLE_WAIVERS);
}

static void fill_waivers(const Filling *filling)
{
    const District *district = filling->district;
    for (guint i = 0; district->waivers && i < waivers_count(district->waivers); i++)
        put_waiver(filling, waivers_row(district->waivers, i), &district->uses[i]);
}

static void put_trend(const TrendUnit *unit, gpointer data)
{
    const Filling *filling = data;
    text(filling, TABLE_TREND, 0, unit->name);
    for (guint c = 0; c < CHANGES; c++)
        number(filling, TABLE_TREND, 1 + c, unit->changes.counts[c]);
    number(filling, TABLE_TREND, 1 + CHANGES, unit->changes.accepted);
    end_row(filling, TABLE_TREND);
}

static void put_in_one_round(const Filling *filling, const char *name, const char *now, UnitState state)
{
    text(filling, TABLE_TREND, 0, name);
    marked(filling, TABLE_TREND, 2 + CHANGES, now, district_state_symbol(state));
    end_row(filling, TABLE_TREND);
}

static void put_new(const char *name, gpointer data)
{
    const Filling *filling = data;
    put_in_one_round(filling, name, say(filling->district->language, "mới có quy chế"), UNIT_SUBMITTED);
}

/* Without a roster nobody else would miss it. */
static void put_gone(const char *name, gpointer data)
{
    const Filling *filling = data;
    put_in_one_round(filling, name, say(filling->district->language, "không có quy chế để rà soát"),
                     UNIT_MISSING);
}

static gboolean fill_trend(const Filling *filling, GError **error)
{
    const District *district = filling->district;
    const gint64 before = district->before, now = district->round.id;
    return !before || (district_each_trend(district, put_trend, (gpointer)filling, error) &&
                       compare_new(district->store, before, now, put_new, (gpointer)filling, error) &&
                       compare_vanished(district->store, before, now, put_gone, (gpointer)filling, error));
}

static gboolean fill_rounds(const Filling *filling, GError **error)
{
    const District *district = filling->district;
    g_autoptr(GArray) rounds =
        progress_of_rounds(district->store, district->round.id, G_MAXUINT, NULL, error);
    for (guint i = 0; rounds && i < rounds->len; i++) {
        const RoundProgress *round = &g_array_index(rounds, RoundProgress, i);
        g_autofree char *day = g_strndup(round->round.finished, 10);
        const guint numbers[] = {round->units,
                                 round->states[UNIT_SUBMITTED],
                                 round->states[UNIT_DOUBTED],
                                 round->states[UNIT_UNREADABLE],
                                 round->states[UNIT_OTHER],
                                 round->states[UNIT_MISSING],
                                 round->verdicts[VERDICT_COMPLETE],
                                 round->accepted,
                                 round->verdicts[VERDICT_INCOMPLETE],
                                 round->verdicts[VERDICT_CONFLICTING],
                                 round->verdicts[VERDICT_REVIEW]};
        number(filling, TABLE_ROUNDS, 0, (guint)round->round.id);
        date(filling, TABLE_ROUNDS, 1, day);
        date(filling, TABLE_ROUNDS, 2, round->round.as_of);
        text(filling, TABLE_ROUNDS, 3,
             round->roster ? say(district->language, "đơn vị phải nộp")
                           : say(district->language, "quy chế đã rà soát"));
        for (guint n = 0; n < G_N_ELEMENTS(numbers); n++)
            number(filling, TABLE_ROUNDS, 4 + n, numbers[n]);
        end_row(filling, TABLE_ROUNDS);
    }
    return rounds != NULL;
}

gboolean tables_fill(const District *district, TableSink *sink, GError **error)
{
    Filling filling = {district, sink};
    fill_waivers(&filling);
    return district_each(district, fill_unit, &filling, error) &&
           district_each_file(district, fill_file, &filling, error) && fill_copies(&filling, error) &&
           fill_trend(&filling, error) && fill_rounds(&filling, error);
}
