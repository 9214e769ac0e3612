/* JSON and JSON Lines: the contract "rasoat/1" (design §5), which is only ever extended. Keys stand in a
 * fixed order; keys added since follow the first ones of their object. Both languages are in it, so that the
 * same document gives the same bytes whatever the language of the desk. */
#include <string.h>

#include "base/error.h"
#include "report/display.h"
#include "report/json_parts.h"
#include "report/report.h"
#include "report/tally.h"
#include "report/words.h"

/* NULL is none. */
static void put_strings(JsonWriter *json, const char *key, const GPtrArray *strings)
{
    json_begin_array(json, key);
    for (guint i = 0; strings && i < strings->len; i++)
        json_put_string(json, NULL, strings->pdata[i]);
    json_end_array(json);
}

static void put_error(JsonWriter *json, const Result *result)
{
    if (!result->error_code) {
        json_put_string(json, "error", NULL);
        return;
    }
    json_begin_object(json, "error");
    json_put_string(json, "code", result->error_code);
    json_put_string(json, "message", bilingual(&result->error_message, RASOAT_VIETNAMESE));
    json_put_string(json, "message_en", bilingual(&result->error_message, RASOAT_ENGLISH));
    json_put_string(json, "advice", words_advice(result, RASOAT_VIETNAMESE));
    json_put_string(json, "advice_en", words_advice(result, RASOAT_ENGLISH));
    json_put_string(json, "detail", result->error_detail.en);
    json_put_string(json, "detail_vi", result->error_detail.vi);
    json_end_object(json);
}

static void put_warnings(JsonWriter *json, const GArray *warnings)
{
    json_begin_array(json, "warnings");
    for (guint i = 0; i < warnings->len; i++) {
        const ResultWarning *warning = &g_array_index(warnings, ResultWarning, i);
        json_begin_object(json, NULL);
        json_put_string(json, "code", warning->code);
        json_put_string(json, "message", bilingual(&warning->message, RASOAT_VIETNAMESE));
        json_put_string(json, "message_en", bilingual(&warning->message, RASOAT_ENGLISH));
        json_end_object(json);
    }
    json_end_array(json);
}

static void put_document(JsonWriter *json, const Result *result)
{
    json_begin_object(json, "document");
    json_put_string(json, "title", result->title);
    json_put_string(json, "unit", result->unit);
    json_put_string(json, "profile", result->profile);
    json_put_string(json, "number", result->number);
    json_put_string(json, "issued", result->issued);
    put_strings(json, "components", result->components);
    put_strings(json, "layers_read", result->layers_read);
    put_warnings(json, result->warnings);
    json_put_string(json, "parent", result->parent);
    json_put_string(json, "symbol", result->symbol);
    json_put_string(json, "place", result->place);
    json_put_string(json, "signer_office", result->signer_office);
    json_put_string(json, "signer", result->signer);
    json_end_object(json);
}

static void put_audit(JsonWriter *json, const Result *result)
{
    json_begin_object(json, "audit");
    json_put_string(json, "profile", result->audit_profile);
    json_put_string(json, "profile_source", result->profile_source);
    json_put_string(json, "as_of", result->as_of);
    json_put_string(json, "rules", result->rules_digest);
    json_put_string(json, "version", result->version);
    put_strings(json, "governing", result->governing);
    put_strings(json, "governing_acts", result->governing_acts);
    json_end_object(json);
}

/* What people are told: contents, not findings. */
static void put_gap_counts(JsonWriter *json, const Result *result)
{
    GapTally gaps = tally_gaps(result);
    json_begin_object(json, "contents");
    json_put_integer(json, "conflict", gaps.conflict);
    json_put_integer(json, "missing", gaps.missing);
    json_put_integer(json, "partial", gaps.partial);
    json_put_integer(json, "review", gaps.review);
    json_put_integer(json, "recommended", gaps.advised);
    json_put_integer(json, "waived", gaps.waived);
    json_end_object(json);
}

/* Null unless judged: a file that nobody read must not add zeros to a district's figures. */
static void put_summary(JsonWriter *json, const Result *result)
{
    static const struct {
        const char *key;
        Status status;
    } counts[] = {{"met", STATUS_MET},         {"partial", STATUS_PARTIAL},
                  {"missing", STATUS_MISSING}, {"conflict", STATUS_CONFLICT},
                  {"review", STATUS_REVIEW},   {"not_applicable", STATUS_NOT_APPLICABLE}};

    if (result->outcome != OUTCOME_JUDGED) {
        json_put_string(json, "summary", NULL);
        return;
    }
    json_begin_object(json, "summary");
    json_put_string(json, "verdict", verdict_name(result->verdict));
    for (guint i = 0; i < G_N_ELEMENTS(counts); i++)
        json_put_integer(json, counts[i].key, result->counts[counts[i].status]);
    put_gap_counts(json, result);
    json_end_object(json);
}

static void put_bases(JsonWriter *json, const GArray *bases)
{
    json_begin_array(json, "basis");
    for (guint i = 0; i < bases->len; i++) {
        const Basis *basis = &g_array_index(bases, Basis, i);
        json_begin_object(json, NULL);
        json_put_string(json, "instrument", basis->instrument);
        json_put_string(json, "article", basis->article);
        json_put_string(json, "clause", basis->clause);
        json_put_string(json, "point", basis->point);
        json_put_boolean(json, "verified", !basis->unverified);
        json_end_object(json);
    }
    json_end_array(json);
}

static void put_evidence(JsonWriter *json, const char *key, const GArray *evidence, gboolean with_why)
{
    json_begin_array(json, key);
    for (guint i = 0; i < evidence->len; i++) {
        const Evidence *item = &g_array_index(evidence, Evidence, i);
        json_begin_object(json, NULL);
        json_put_string(json, "address", item->address);
        json_put_integer(json, "block", item->block);
        json_put_string(json, "quote", item->quote);
        if (with_why) {
            json_put_string(json, "why", bilingual(&item->why, RASOAT_VIETNAMESE));
            json_put_string(json, "why_en", bilingual(&item->why, RASOAT_ENGLISH));
        }
        json_end_object(json);
    }
    json_end_array(json);
}

static void put_citation(JsonWriter *json, const CitationDetail *citation)
{
    json_begin_object(json, "citation");
    json_put_string(json, "text", citation->text);
    json_put_string(json, "instrument", citation->instrument);
    json_put_string(json, "verdict", citation_verdict_name(citation->verdict));
    json_put_string(json, "superseded_by", citation->superseded_by);
    put_strings(json, "successors", citation->successors);
    json_put_string(json, "since", citation->since);
    json_put_string(json, "verdict_when_issued", citation_verdict_name(citation->verdict_then));
    json_put_string(json, "title", citation->short_title);
    json_end_object(json);
}

static void put_waiver(JsonWriter *json, const Waiver *waiver)
{
    json_begin_object(json, "waiver");
    json_put_string(json, "reason", waiver->reason);
    json_put_string(json, "approver", waiver->approver);
    json_put_string(json, "basis", waiver->basis);
    json_put_string(json, "expires", waiver->expires);
    json_end_object(json);
}

void json_put_finding(JsonWriter *json, const char *key, const Finding *finding)
{
    json_begin_object(json, key);
    json_put_string(json, "rule", finding->rule);
    json_put_string(json, "group", finding->group);
    json_put_string(json, "check", check_name(finding->check));
    json_put_string(json, "severity", severity_name(finding->severity));
    json_put_string(json, "status", status_name(finding->status));
    json_put_string(json, "title", bilingual(&finding->title, RASOAT_VIETNAMESE));
    put_bases(json, finding->bases);
    put_evidence(json, "evidence", finding->evidence, FALSE);
    put_evidence(json, "nearest", finding->nearest, TRUE);
    json_put_string(json, "fix", finding->fix.vi);
    if (finding->fix.en) /* a model clause has none */
        json_put_string(json, "fix_en", finding->fix.en);
    if (finding->kind)
        json_put_string(json, "kind", finding->kind);
    if (finding->citation)
        put_citation(json, finding->citation);
    json_put_string(json, "missing", bilingual(&finding->missing, RASOAT_VIETNAMESE));
    json_put_string(json, "note", bilingual(&finding->note, RASOAT_VIETNAMESE));
    json_put_string(json, "title_en", bilingual(&finding->title, RASOAT_ENGLISH));
    json_put_string(json, "missing_en", bilingual(&finding->missing, RASOAT_ENGLISH));
    json_put_string(json, "note_en", bilingual(&finding->note, RASOAT_ENGLISH));
    if (finding->by_wording)
        json_put_boolean(json, "by_wording", TRUE);
    if (finding->waiver)
        put_waiver(json, finding->waiver);
    json_end_object(json);
}

void json_put_waivers(JsonWriter *json, const Result *result)
{
    guint applied = 0;
    if (!result->idle_waivers)
        return;
    for (guint i = 0; i < result->findings->len; i++)
        applied += ((const Finding *)result->findings->pdata[i])->waiver != NULL;
    json_begin_object(json, "waivers");
    json_put_integer(json, "applied", applied);
    json_begin_array(json, "idle");
    for (guint i = 0; i < result->idle_waivers->len; i++) {
        const IdleWaiver *idle = &g_array_index(result->idle_waivers, IdleWaiver, i);
        json_begin_object(json, NULL);
        json_put_integer(json, "line", idle->line);
        json_put_string(json, "rule", idle->rule);
        json_put_string(json, "expires", idle->expires);
        json_put_string(json, "why", idle_name(idle->why));
        json_put_string(json, "title", bilingual(&idle->title, RASOAT_VIETNAMESE));
        json_put_string(json, "title_en", bilingual(&idle->title, RASOAT_ENGLISH));
        json_put_string(json, "approver", idle->approver);
        json_end_object(json);
    }
    json_end_array(json);
    json_end_object(json);
}

static void put_outline(JsonWriter *json, const GArray *outline)
{
    json_begin_array(json, "outline");
    for (guint i = 0; i < outline->len; i++) {
        const OutlineEntry *entry = &g_array_index(outline, OutlineEntry, i);
        json_begin_object(json, NULL);
        json_put_string(json, "address", entry->address);
        json_put_string(json, "title", entry->title);
        json_put_string(json, "level", entry->level);
        json_put_integer(json, "block", entry->block);
        json_end_object(json);
    }
    json_end_array(json);
}

static void put_facts(JsonWriter *json, const Result *result)
{
    g_autofree char *file = display_name(result->file);
    json_put_string(json, "file", file);
    json_put_string(json, "sha256", result->sha256);
    json_put_string(json, "outcome", outcome_name(result->outcome));
    put_error(json, result);
    put_document(json, result);
    put_audit(json, result);
    put_summary(json, result);
}

void json_put_document(JsonWriter *json, const char *key, const Result *result)
{
    json_begin_object(json, key);
    put_facts(json, result);
    json_end_object(json);
}

static void put_result(JsonWriter *json, const Result *result, gboolean outline)
{
    json_begin_object(json, NULL);
    json_put_string(json, "schema", "rasoat/1");
    put_facts(json, result);
    json_begin_array(json, "findings");
    for (guint i = 0; i < result->findings->len; i++)
        json_put_finding(json, NULL, result->findings->pdata[i]);
    json_end_array(json);
    if (outline && result->outline)
        put_outline(json, result->outline);
    json_put_waivers(json, result);
    json_end_object(json);
}

/* Bytes of a finding in JSON, more or less: so much room is made at first. */
#define FINDING_BYTES 1200

static char *write_object(const Result *result, gboolean indented, gboolean outline)
{
    GString *out =
        g_string_sized_new((gsize)(result->findings->len + 2) * FINDING_BYTES * (indented ? 2 : 1));
    JsonWriter json = json_writer(out, indented);
    put_result(&json, result, outline);
    return g_string_free(out, FALSE);
}

char *report_result_json(const Result *result, gboolean indented)
{
    return write_object(result, indented, TRUE);
}

static void json_begin(Report *report)
{
    fputc('[', report->out);
}

static void json_write(Report *report, const Result *result)
{
    g_autofree char *json = write_object(result, TRUE, report->options.outline);
    const char *rest = json;
    const char *newline;

    fputs(report->written ? ",\n" : "\n", report->out);
    /* a line break in a string is written \n, so every one seen here is layout */
    while ((newline = strchr(rest, '\n'))) {
        fprintf(report->out, "  %.*s\n", (int)(newline - rest), rest);
        rest = newline + 1;
    }
    fprintf(report->out, "  %s", rest);
}

static void json_end(Report *report)
{
    fputs(report->written ? "\n]\n" : "]\n", report->out);
}

static void jsonl_write(Report *report, const Result *result)
{
    g_autofree char *json = write_object(result, FALSE, report->options.outline);
    fputs(json, report->out);
    fputc('\n', report->out);
}

const ReportFormat report_json = {
    .name = "json",
    .begin = json_begin,
    .write = json_write,
    .end = json_end,
};

const ReportFormat report_jsonl = {
    .name = "jsonl",
    .write = jsonl_write,
};
