/* JSON and JSON Lines: the contract "rasoat/1" (design §5), which is only ever extended. Keys stand in a
 * fixed order; keys added since follow the first ones of their object. Both languages are in it, so that the
 * same document gives the same bytes whatever the language of the desk. */
#include <jansson.h>
#include <string.h>

#include "base/error.h"
#include "report/display.h"
#include "report/report.h"
#include "report/words.h"

static json_t *string_or_null(const char *text)
{
    if (!text)
        return json_null();
    json_t *string = json_string(text);
    if (string)
        return string;
    g_autofree char *valid = display_name(text);
    return json_string(valid);
}

static void put(json_t *object, const char *key, const char *text)
{
    json_object_set_new_nocheck(object, key, string_or_null(text));
}

static json_t *string_array(const GPtrArray *strings)
{
    json_t *array = json_array();
    for (guint i = 0; i < strings->len; i++)
        json_array_append_new(array, string_or_null(strings->pdata[i]));
    return array;
}

static json_t *error_object(const Result *result)
{
    if (!result->error_code)
        return json_null();
    json_t *object = json_object();
    put(object, "code", result->error_code);
    put(object, "message", bilingual(&result->error_message, RASOAT_VIETNAMESE));
    put(object, "message_en", bilingual(&result->error_message, RASOAT_ENGLISH));
    put(object, "advice", words_advice(result, RASOAT_VIETNAMESE));
    put(object, "advice_en", words_advice(result, RASOAT_ENGLISH));
    put(object, "detail", result->error_detail);
    return object;
}

static json_t *warnings_array(const GArray *warnings)
{
    json_t *array = json_array();
    for (guint i = 0; i < warnings->len; i++) {
        const ResultWarning *warning = &g_array_index(warnings, ResultWarning, i);
        json_t *object = json_object();
        put(object, "code", warning->code);
        put(object, "message", bilingual(&warning->message, RASOAT_VIETNAMESE));
        put(object, "message_en", bilingual(&warning->message, RASOAT_ENGLISH));
        json_array_append_new(array, object);
    }
    return array;
}

static json_t *document_object(const Result *result)
{
    json_t *object = json_object();
    put(object, "title", result->title);
    put(object, "unit", result->unit);
    put(object, "profile", result->profile);
    put(object, "number", result->number);
    put(object, "issued", result->issued);
    json_object_set_new_nocheck(object, "components", string_array(result->components));
    json_object_set_new_nocheck(object, "layers_read", string_array(result->layers_read));
    json_object_set_new_nocheck(object, "warnings", warnings_array(result->warnings));
    put(object, "parent", result->parent);
    put(object, "symbol", result->symbol);
    put(object, "place", result->place);
    put(object, "signer_office", result->signer_office);
    put(object, "signer", result->signer);
    return object;
}

static json_t *audit_object(const Result *result)
{
    json_t *object = json_object();
    put(object, "profile", result->audit_profile);
    put(object, "profile_source", result->profile_source);
    put(object, "as_of", result->as_of);
    put(object, "rules", result->rules_digest);
    put(object, "version", result->version);
    json_object_set_new_nocheck(object, "governing", string_array(result->governing));
    return object;
}

/* Null unless judged: a file that nobody read must not add zeros to a district's figures. */
static json_t *summary_object(const Result *result)
{
    static const struct {
        const char *key;
        Status status;
    } counts[] = {{"met", STATUS_MET},         {"partial", STATUS_PARTIAL},
                  {"missing", STATUS_MISSING}, {"conflict", STATUS_CONFLICT},
                  {"review", STATUS_REVIEW},   {"not_applicable", STATUS_NOT_APPLICABLE}};

    if (result->outcome != OUTCOME_JUDGED)
        return json_null();
    json_t *object = json_object();
    put(object, "verdict", verdict_name(result->verdict));
    for (guint i = 0; i < G_N_ELEMENTS(counts); i++)
        json_object_set_new_nocheck(object, counts[i].key, json_integer(result->counts[counts[i].status]));
    return object;
}

static json_t *basis_array(const GArray *bases)
{
    json_t *array = json_array();
    for (guint i = 0; i < bases->len; i++) {
        const Basis *basis = &g_array_index(bases, Basis, i);
        json_t *object = json_object();
        put(object, "instrument", basis->instrument);
        put(object, "article", basis->article);
        put(object, "clause", basis->clause);
        put(object, "point", basis->point);
        json_object_set_new_nocheck(object, "verified", json_boolean(!basis->unverified));
        json_array_append_new(array, object);
    }
    return array;
}

static json_t *evidence_array(const GArray *evidence, gboolean with_why)
{
    json_t *array = json_array();
    for (guint i = 0; i < evidence->len; i++) {
        const Evidence *item = &g_array_index(evidence, Evidence, i);
        json_t *object = json_object();
        put(object, "address", item->address);
        json_object_set_new_nocheck(object, "block", json_integer(item->block));
        put(object, "quote", item->quote);
        if (with_why) {
            put(object, "why", bilingual(&item->why, RASOAT_VIETNAMESE));
            put(object, "why_en", bilingual(&item->why, RASOAT_ENGLISH));
        }
        json_array_append_new(array, object);
    }
    return array;
}

static json_t *citation_object(const CitationDetail *citation)
{
    json_t *object = json_object();
    put(object, "text", citation->text);
    put(object, "instrument", citation->instrument);
    put(object, "verdict", citation_verdict_name(citation->verdict));
    put(object, "superseded_by", citation->superseded_by);
    put(object, "since", citation->since);
    put(object, "verdict_when_issued", citation_verdict_name(citation->verdict_then));
    put(object, "title", citation->short_title);
    return object;
}

static json_t *finding_object(const Finding *finding)
{
    json_t *object = json_object();
    put(object, "rule", finding->rule);
    put(object, "group", finding->group);
    put(object, "check", check_name(finding->check));
    put(object, "severity", severity_name(finding->severity));
    put(object, "status", status_name(finding->status));
    put(object, "title", bilingual(&finding->title, RASOAT_VIETNAMESE));
    json_object_set_new_nocheck(object, "basis", basis_array(finding->bases));
    json_object_set_new_nocheck(object, "evidence", evidence_array(finding->evidence, FALSE));
    json_object_set_new_nocheck(object, "nearest", evidence_array(finding->nearest, TRUE));
    put(object, "fix", finding->fix);
    if (finding->kind)
        put(object, "kind", finding->kind);
    if (finding->citation)
        json_object_set_new_nocheck(object, "citation", citation_object(finding->citation));
    put(object, "missing", bilingual(&finding->missing, RASOAT_VIETNAMESE));
    put(object, "note", bilingual(&finding->note, RASOAT_VIETNAMESE));
    put(object, "title_en", bilingual(&finding->title, RASOAT_ENGLISH));
    put(object, "missing_en", bilingual(&finding->missing, RASOAT_ENGLISH));
    put(object, "note_en", bilingual(&finding->note, RASOAT_ENGLISH));
    return object;
}

static json_t *outline_array(const GArray *outline)
{
    json_t *array = json_array();
    for (guint i = 0; i < outline->len; i++) {
        const OutlineEntry *entry = &g_array_index(outline, OutlineEntry, i);
        json_t *object = json_object();
        put(object, "address", entry->address);
        put(object, "title", entry->title);
        put(object, "level", entry->level);
        json_object_set_new_nocheck(object, "block", json_integer(entry->block));
        json_array_append_new(array, object);
    }
    return array;
}

static json_t *result_object(const Result *result, gboolean outline)
{
    g_autofree char *file = display_name(result->file);
    json_t *object = json_object();
    put(object, "schema", "rasoat/1");
    put(object, "file", file);
    put(object, "sha256", result->sha256);
    put(object, "outcome", outcome_name(result->outcome));
    json_object_set_new_nocheck(object, "error", error_object(result));
    json_object_set_new_nocheck(object, "document", document_object(result));
    json_object_set_new_nocheck(object, "audit", audit_object(result));
    json_object_set_new_nocheck(object, "summary", summary_object(result));
    json_t *findings = json_array();
    for (guint i = 0; i < result->findings->len; i++)
        json_array_append_new(findings, finding_object(result->findings->pdata[i]));
    json_object_set_new_nocheck(object, "findings", findings);
    if (outline && result->outline)
        json_object_set_new_nocheck(object, "outline", outline_array(result->outline));
    return object;
}

/* Bytes of a finding in JSON, more or less; a report that is larger is written twice. */
#define FINDING_BYTES 1200

static char *write_object(const Result *result, gboolean indented, gboolean outline)
{
    json_t *object = result_object(result, outline);
    const size_t flags = indented ? JSON_INDENT(2) : JSON_COMPACT;
    gsize size = (result->findings->len + 2) * FINDING_BYTES * (indented ? 2 : 1);
    char *json = g_malloc(size + 1);
    gsize length = json_dumpb(object, json, size, flags);
    if (length > size) {
        json = g_realloc(json, length + 1);
        length = json_dumpb(object, json, length, flags);
    }
    json[length] = '\0';
    json_decref(object);
    return json;
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
    .purpose = "JSON thụt lề, một mảng (JSON array)",
    .begin = json_begin,
    .write = json_write,
    .end = json_end,
};

const ReportFormat report_jsonl = {
    .name = "jsonl",
    .purpose = "mỗi văn bản một dòng JSON (JSON Lines)",
    .write = jsonl_write,
};
