/* Reading the contract "rasoat/1" (design §5) back into a result; report/json.c is what writes it. The input
 * may be anybody's: nothing is believed that has not been looked at. The first thing that is wrong ends the
 * reading, and its place is named. */
#include "report/record.h"

#include <jansson.h>
#include <string.h>

#include "base/calendar.h"
#include "base/error.h"
#include "base/translate.h"
#include "document/front.h"

/* The first error wins; after it every access gives nothing, so that callers need not ask each time. */
typedef struct {
    GError *error;
    const char *part; /* "findings" …, for messages */
    gsize index;      /* in that part's array */
} Reader;

/* what: marked for the catalogue. */
static void fail(Reader *reader, const char *key, const char *what)
{
    g_autofree char *place = g_strdup_printf("%s[%" G_GSIZE_FORMAT "].%s", reader->part, reader->index, key);
    if (!reader->error)
        error_set_words(&reader->error, RASOAT_ERROR_RECORD, place, what);
}

/* --- values --------------------------------------------------------------------------------------------- */

/* A key that must be there; NULL after an error. */
static json_t *member(Reader *reader, json_t *object, const char *key)
{
    json_t *value = reader->error ? NULL : json_object_get(object, key);
    if (!value)
        fail(reader, key, N_("không có khóa này"));
    return value;
}

static char *optional_text(Reader *reader, json_t *object, const char *key)
{
    json_t *value = member(reader, object, key);
    if (!value || json_is_null(value))
        return NULL;
    if (!json_is_string(value))
        fail(reader, key, N_("không phải chuỗi hoặc null"));
    return g_strdup(json_string_value(value));
}

static char *required_text(Reader *reader, json_t *object, const char *key)
{
    char *text = optional_text(reader, object, key);
    if (!text)
        fail(reader, key, N_("là null"));
    return text;
}

static BilingualText optional_pair(Reader *reader, json_t *object, const char *key)
{
    g_autofree char *english = g_strconcat(key, "_en", NULL);
    BilingualText pair = {optional_text(reader, object, key), optional_text(reader, object, english)};
    if (!pair.vi != !pair.en)
        fail(reader, key, N_("chỉ có một thứ tiếng"));
    return pair;
}

static guint number(Reader *reader, json_t *object, const char *key)
{
    json_t *value = member(reader, object, key);
    if (!value)
        return 0;
    json_int_t integer = json_is_integer(value) ? json_integer_value(value) : -1;
    if (integer < 0 || integer > G_MAXUINT32) {
        fail(reader, key, N_("không phải số từ 0 đến 4294967295"));
        return 0;
    }
    return (guint)integer;
}

static json_t *array(Reader *reader, json_t *object, const char *key)
{
    json_t *value = member(reader, object, key);
    if (value && !json_is_array(value))
        fail(reader, key, N_("không phải mảng"));
    return reader->error ? NULL : value;
}

static json_t *object_of(Reader *reader, json_t *value, const char *key)
{
    if (value && !json_is_object(value))
        fail(reader, key, N_("không phải đối tượng"));
    return reader->error ? NULL : value;
}

static void read_texts(Reader *reader, json_t *object, const char *key, GPtrArray *into)
{
    json_t *list = array(reader, object, key);
    for (gsize i = 0; i < json_array_size(list); i++) {
        const char *text = json_string_value(json_array_get(list, i));
        if (!text) {
            fail(reader, key, N_("có phần tử không phải chuỗi"));
            return;
        }
        g_ptr_array_add(into, g_strdup(text));
    }
}

/* --- words of the contract -------------------------------------------------------------------------------
 */

/* The names of an enumeration by its values, which the modules that own them give out one by one. */
#define NAMES(function, type, last)                                                                          \
    static const char *function##_at(guint value)                                                            \
    {                                                                                                        \
        return value <= (guint)(last) ? function((type)value) : NULL;                                        \
    }
NAMES(outcome_name, Outcome, OUTCOME_UNREADABLE)
NAMES(check_name, Check, CHECK_CONSISTENCY)
NAMES(verdict_name, Verdict, VERDICT_REVIEW)
NAMES(citation_verdict_name, CitationVerdict, CITATION_UNKNOWN)
NAMES(status_name, Status, STATUS_NOT_APPLICABLE)
NAMES(severity_name, Severity, SEVERITY_INFO)
NAMES(idle_name, Idle, IDLE_NOT_OPEN)

static guint word(Reader *reader, json_t *object, const char *key, const char *(*name_at)(guint))
{
    const char *text = json_string_value(member(reader, object, key));
    for (guint value = 0; text && name_at(value); value++)
        if (g_str_equal(text, name_at(value)))
            return value;
    fail(reader, key, N_("không phải từ được quy định"));
    return 0;
}

/* --- objects ---------------------------------------------------------------------------------------------
 */

static void read_error(Reader *reader, json_t *root, Result *result)
{
    json_t *object = member(reader, root, "error");
    if (result->outcome == OUTCOME_JUDGED) {
        if (!json_is_null(object))
            fail(reader, "error", N_("của văn bản đã rà soát"));
        return;
    }
    if (!object_of(reader, object, "error"))
        return;
    result->error_code = required_text(reader, object, "code");
    result->error_message = optional_pair(reader, object, "message");
    char *detail = optional_text(reader, object, "detail");
    const char *words = error_system_words(detail);
    result->error_detail = (BilingualText){json_object_get(object, "detail_vi") /* not in records of old */
                                               ? optional_text(reader, object, "detail_vi")
                                               : g_strdup(say(RASOAT_VIETNAMESE, words)),
                                           detail};
}

static void read_warnings(Reader *reader, json_t *document, Result *result)
{
    json_t *list = array(reader, document, "warnings");
    for (gsize i = 0; i < json_array_size(list); i++) {
        json_t *object = object_of(reader, json_array_get(list, i), "warnings");
        ResultWarning warning = {.code = required_text(reader, object, "code"),
                                 .message = optional_pair(reader, object, "message")};
        g_array_append_val(result->warnings, warning);
    }
}

static void read_document(Reader *reader, json_t *root, Result *result)
{
    json_t *object = object_of(reader, member(reader, root, "document"), "document");
    const struct {
        const char *key;
        char **field;
    } texts[] = {
        {"title", &result->title},   {"unit", &result->unit},     {"profile", &result->profile},
        {"number", &result->number}, {"issued", &result->issued}, {"parent", &result->parent},
        {"symbol", &result->symbol}, {"place", &result->place},   {"signer_office", &result->signer_office},
        {"signer", &result->signer},
    };
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        front_text_cut(*texts[i].field = optional_text(reader, object, texts[i].key));
    read_texts(reader, object, "components", result->components);
    read_texts(reader, object, "layers_read", result->layers_read);
    read_warnings(reader, object, result);
}

static void read_audit(Reader *reader, json_t *root, Result *result)
{
    json_t *object = object_of(reader, member(reader, root, "audit"), "audit");
    result->audit_profile = optional_text(reader, object, "profile");
    result->profile_source = optional_text(reader, object, "profile_source");
    result->as_of = optional_text(reader, object, "as_of");
    g_autofree char *day = result->as_of ? calendar_date(result->as_of) : NULL;
    if (result->as_of && g_strcmp0(day, result->as_of) != 0)
        fail(reader, "as_of", N_("không phải ngày dạng 2026-12-31"));
    result->rules_digest = optional_text(reader, object, "rules");
    result->version = optional_text(reader, object, "version");
    read_texts(reader, object, "governing", result->governing);
    if (json_object_get(object, "governing_acts")) /* not in records of old */
        read_texts(reader, object, "governing_acts", result->governing_acts);
}

static void read_summary(Reader *reader, json_t *root, Result *result)
{
    static const char *const keys[] = {
        [STATUS_MET] = "met",         [STATUS_PARTIAL] = "partial",
        [STATUS_MISSING] = "missing", [STATUS_CONFLICT] = "conflict",
        [STATUS_REVIEW] = "review",   [STATUS_NOT_APPLICABLE] = "not_applicable",
    };
    json_t *object = member(reader, root, "summary");
    if (result->outcome != OUTCOME_JUDGED) {
        if (!json_is_null(object))
            fail(reader, "summary", N_("của văn bản chưa rà soát"));
        return;
    }
    if (!object_of(reader, object, "summary"))
        return;
    result->verdict = (Verdict)word(reader, object, "verdict", verdict_name_at);
    for (guint status = 0; status < G_N_ELEMENTS(keys); status++)
        result->counts[status] = number(reader, object, keys[status]);
}

static void read_bases(Reader *reader, json_t *finding, GArray *into)
{
    json_t *list = array(reader, finding, "basis");
    for (gsize i = 0; i < json_array_size(list); i++) {
        json_t *object = object_of(reader, json_array_get(list, i), "basis");
        json_t *verified = member(reader, object, "verified");
        if (verified && !json_is_boolean(verified))
            fail(reader, "verified", N_("không phải true hoặc false"));
        Basis basis = {.instrument = optional_text(reader, object, "instrument"),
                       .article = optional_text(reader, object, "article"),
                       .clause = optional_text(reader, object, "clause"),
                       .point = optional_text(reader, object, "point"),
                       .unverified = json_is_false(verified)};
        g_array_append_val(into, basis);
    }
}

static void read_places(Reader *reader, json_t *finding, const char *key, gboolean with_why, GArray *into)
{
    json_t *list = array(reader, finding, key);
    for (gsize i = 0; i < json_array_size(list); i++) {
        json_t *object = object_of(reader, json_array_get(list, i), key);
        Evidence place = {.address = required_text(reader, object, "address"),
                          .block = number(reader, object, "block"),
                          .quote = optional_text(reader, object, "quote")};
        if (with_why)
            place.why = optional_pair(reader, object, "why");
        g_array_append_val(into, place);
    }
}

static CitationDetail *read_citation(Reader *reader, json_t *object)
{
    CitationDetail *citation = g_new0(CitationDetail, 1);
    citation->text = optional_text(reader, object, "text");
    citation->instrument = optional_text(reader, object, "instrument");
    citation->verdict = (CitationVerdict)word(reader, object, "verdict", citation_verdict_name_at);
    citation->superseded_by = optional_text(reader, object, "superseded_by");
    citation->successors = g_ptr_array_new_with_free_func(g_free);
    if (json_object_get(object, "successors")) /* not in records of old */
        read_texts(reader, object, "successors", citation->successors);
    citation->since = optional_text(reader, object, "since");
    citation->verdict_then =
        (CitationVerdict)word(reader, object, "verdict_when_issued", citation_verdict_name_at);
    citation->short_title = optional_text(reader, object, "title");
    return citation;
}

static Waiver *read_waiver(Reader *reader, json_t *object)
{
    Waiver *waiver = g_new0(Waiver, 1);
    waiver->reason = required_text(reader, object, "reason");
    waiver->approver = required_text(reader, object, "approver");
    waiver->basis = required_text(reader, object, "basis");
    waiver->expires = required_text(reader, object, "expires");
    return waiver;
}

/* Keys that stand only in findings of their kind, or that were waived. */
static void read_finding_extras(Reader *reader, json_t *object, Finding *finding)
{
    if (json_object_get(object, "kind"))
        finding->kind = required_text(reader, object, "kind");
    json_t *citation = object_of(reader, json_object_get(object, "citation"), "citation");
    if (citation)
        finding->citation = read_citation(reader, citation);
    finding->by_wording = json_is_true(json_object_get(object, "by_wording"));
    json_t *waiver = object_of(reader, json_object_get(object, "waiver"), "waiver");
    if (waiver)
        finding->waiver = read_waiver(reader, waiver);
}

/* A model clause is Vietnamese alone, and so is everything in records of old. */
static BilingualText read_fix(Reader *reader, json_t *object)
{
    BilingualText fix = {.vi = optional_text(reader, object, "fix")};
    if (json_object_get(object, "fix_en"))
        fix.en = required_text(reader, object, "fix_en");
    if (fix.en && !fix.vi)
        fail(reader, "fix", N_("chỉ có một thứ tiếng"));
    return fix;
}

static Finding *read_finding(Reader *reader, json_t *object)
{
    g_autofree char *rule = required_text(reader, object, "rule");
    g_autofree char *group = required_text(reader, object, "group");
    Check check = (Check)word(reader, object, "check", check_name_at);
    Severity severity = (Severity)word(reader, object, "severity", severity_name_at);
    Status status = (Status)word(reader, object, "status", status_name_at);
    Finding *finding = finding_new(rule, group, check, severity, status);
    finding->title = optional_pair(reader, object, "title");
    read_bases(reader, object, finding->bases);
    read_places(reader, object, "evidence", FALSE, finding->evidence);
    read_places(reader, object, "nearest", TRUE, finding->nearest);
    finding->fix = read_fix(reader, object);
    finding->missing = optional_pair(reader, object, "missing");
    finding->note = optional_pair(reader, object, "note");
    read_finding_extras(reader, object, finding);
    return finding;
}

static void read_findings(Reader *reader, json_t *root, Result *result)
{
    json_t *list = array(reader, root, "findings");
    reader->part = "findings";
    for (gsize i = 0; i < json_array_size(list) && !reader->error; i++) {
        reader->index = i;
        json_t *object = object_of(reader, json_array_get(list, i), "finding");
        if (object)
            g_ptr_array_add(result->findings, read_finding(reader, object));
    }
}

/* There only when it was asked for. */
static void read_outline(Reader *reader, json_t *root, Result *result)
{
    json_t *list = json_object_get(root, "outline") ? array(reader, root, "outline") : NULL;
    reader->part = "outline";
    for (gsize i = 0; i < json_array_size(list) && !reader->error; i++) {
        reader->index = i;
        json_t *object = object_of(reader, json_array_get(list, i), "entry");
        g_autofree char *address = required_text(reader, object, "address");
        g_autofree char *title = optional_text(reader, object, "title");
        g_autofree char *level = required_text(reader, object, "level");
        guint block = number(reader, object, "block");
        if (!reader->error)
            result_add_outline(result, address, title, level, block);
    }
}

/* Title and approver came later than the rest. */
static IdleWaiver read_idle(Reader *reader, json_t *object)
{
    gboolean whole = json_object_get(object, "title") != NULL;
    return (IdleWaiver){.line = number(reader, object, "line"),
                        .rule = required_text(reader, object, "rule"),
                        .title = whole ? optional_pair(reader, object, "title") : (BilingualText){0},
                        .approver = whole ? optional_text(reader, object, "approver") : NULL,
                        .expires = required_text(reader, object, "expires"),
                        .why = (Idle)word(reader, object, "why", idle_name_at)};
}

/* There only when waivers were given. */
static void read_waivers(Reader *reader, json_t *root, Result *result)
{
    json_t *object = object_of(reader, json_object_get(root, "waivers"), "waivers");
    json_t *list = object ? array(reader, object, "idle") : NULL;
    reader->part = "waivers";
    if (list)
        result_expect_waivers(result);
    for (gsize i = 0; i < json_array_size(list) && !reader->error; i++) {
        reader->index = i;
        json_t *idle = object_of(reader, json_array_get(list, i), "entry");
        IdleWaiver read = read_idle(reader, idle);
        if (!reader->error)
            result_add_idle_waiver(result, &read);
        g_free(read.rule);
        bilingual_clear(&read.title);
        g_free(read.approver);
        g_free(read.expires);
    }
}

static Result *read_result(Reader *reader, json_t *root)
{
    g_autofree char *schema = required_text(reader, root, "schema");
    if (schema && !g_str_equal(schema, "rasoat/1"))
        fail(reader, "schema", N_("không phải rasoat/1"));
    g_autofree char *file = required_text(reader, root, "file");
    Result *result = result_new(file);
    g_free(result->sha256);
    result->sha256 = required_text(reader, root, "sha256");
    result->outcome = (Outcome)word(reader, root, "outcome", outcome_name_at);
    read_error(reader, root, result);
    read_document(reader, root, result);
    read_audit(reader, root, result);
    read_summary(reader, root, result);
    read_findings(reader, root, result);
    read_outline(reader, root, result);
    read_waivers(reader, root, result);
    return result;
}

/* Why a text is no record: FALSE always. */
static gboolean refuse(const json_t *root, const json_error_t *cause, GError **error)
{
    if (json_is_array(root))
        return error_set_both(error, RASOAT_ERROR_RECORD, NULL, N_("có %u văn bản, phải có đúng một"),
                              (guint)json_array_size(root));
    if (root)
        return error_set_words(error, RASOAT_ERROR_RECORD, NULL, N_("không phải đối tượng JSON"));
    if (json_error_code(cause) == json_error_premature_end_of_input)
        return error_set_both(error, RASOAT_ERROR_RECORD, NULL, N_("JSON bị cắt ngang ở dòng %d"),
                              cause->line);
    return error_set_both(error, RASOAT_ERROR_RECORD, NULL, N_("JSON sai ở dòng %d, cột %d"), cause->line,
                          cause->column);
}

Result *record_read(const char *json, gsize length, GError **error)
{
    json_error_t cause = {0};
    json_t *root = json_loadb(json, length, JSON_REJECT_DUPLICATES, &cause);
    if (!json_is_object(root)) {
        refuse(root, &cause, error);
        json_decref(root);
        return NULL;
    }
    Reader reader = {.part = "result"};
    g_autoptr(Result) result = read_result(&reader, root);
    json_decref(root);
    if (!reader.error)
        return g_steal_pointer(&result);
    g_propagate_error(error, reader.error);
    return NULL;
}
