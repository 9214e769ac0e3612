/* The public library: the one way through the house, from a file's bytes to a result (design §1). */
#include "rasoat.h"

#include "audit/audit.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/input.h"
#include "base/translate.h"
#include "rasoat_options.h"
#include "reader/reader.h"
#include "report/annotate.h"
#include "report/html_unit.h"
#include "report/record.h"
#include "report/report.h"

const char *rasoat_version(void)
{
    return RASOAT_VERSION;
}

/* --- rules ---------------------------------------------------------------------------------------------- */

RasoatRules *rasoat_rules_load(const char *directory, GError **error)
{
    if (!directory)
        directory = g_getenv("RASOAT_RULES");
    return auditor_new(directory && *directory ? directory : RASOAT_DATADIR "/rules", error);
}

void rasoat_rules_free(RasoatRules *rules)
{
    if (rules)
        auditor_free(rules);
}

const char *rasoat_rules_digest(const RasoatRules *rules)
{
    return ruleset_digest(auditor_rules(rules));
}

/* --- options -------------------------------------------------------------------------------------------- */

static char *today(void)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_local();
    return g_date_time_format(now, "%Y-%m-%d");
}

RasoatOptions *rasoat_options_new(void)
{
    RasoatOptions *options = g_new0(RasoatOptions, 1);
    options->as_of = today();
    options->staff = -1;
    options->has_union = options->dispersed = -1;
    options->state_owned = -1;
    return options;
}

void rasoat_options_free(RasoatOptions *options)
{
    if (!options)
        return;
    g_free(options->profile);
    g_free(options->as_of);
    g_free(options);
}

void rasoat_options_set_profile(RasoatOptions *options, const char *profile)
{
    g_free(options->profile);
    options->profile = g_strdup(profile);
}

static gboolean is_iso_date(const char *text)
{
    for (guint i = 0; i < 10; i++)
        if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit(text[i]))
            return FALSE;
    if (text[10] != '\0')
        return FALSE;
    guint64 year = g_ascii_strtoull(text, NULL, 10);
    guint64 month = g_ascii_strtoull(text + 5, NULL, 10);
    guint64 day = g_ascii_strtoull(text + 8, NULL, 10);
    return month <= 12 && g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

gboolean rasoat_options_set_as_of(RasoatOptions *options, const char *date, GError **error)
{
    if (!is_iso_date(date)) {
        return error_set_usage(error, NULL, N_("“%s” không phải ngày viết theo dạng NĂM-THÁNG-NGÀY"), date);
    }
    g_free(options->as_of);
    options->as_of = g_strdup(date);
    return TRUE;
}

void rasoat_options_set_staff(RasoatOptions *options, gint staff)
{
    options->staff = staff < 0 ? -1 : staff;
}

void rasoat_options_set_state_owned(RasoatOptions *options, gint state_owned)
{
    options->state_owned = state_owned < 0 ? -1 : state_owned > 0;
}

void rasoat_options_set_union(RasoatOptions *options, gint has_union)
{
    options->has_union = has_union < 0 ? -1 : has_union > 0;
}

void rasoat_options_set_dispersed(RasoatOptions *options, gint dispersed)
{
    options->dispersed = dispersed < 0 ? -1 : dispersed > 0;
}

void rasoat_options_set_outline(RasoatOptions *options, gboolean outline)
{
    options->outline = outline;
}

/* --- checking ------------------------------------------------------------------------------------------- */

static gboolean profile_known(const RasoatRules *rules, const char *name, GError **error)
{
    const GPtrArray *profiles = auditor_rules(rules)->profiles;
    g_autoptr(GString) known = g_string_new(NULL);
    for (guint i = 0; i < profiles->len; i++) {
        const Profile *profile = profiles->pdata[i];
        if (g_str_equal(profile->id, name))
            return TRUE;
        g_string_append_printf(known, "%s%s", known->len ? ", " : "", profile->id);
    }
    return error_set_usage(error, NULL, N_("không có loại đơn vị “%s”; bộ quy tắc có: %s"), name, known->str);
}

static void fill(char **field, const char *text)
{
    if (!*field)
        *field = g_strdup(text);
}

/* What every result says, whether the audit was reached or not. */
static void result_complete(Result *result, const RasoatRules *rules, const RasoatOptions *options)
{
    fill(&result->as_of, options->as_of);
    fill(&result->rules_digest, ruleset_digest(auditor_rules(rules)));
    fill(&result->version, "rasoat " RASOAT_VERSION);
}

/* Files are read under the ceiling already; bytes come from a caller in any size. */
static Document *read_document(GBytes *bytes, Budget *budget, GError **error)
{
    if (g_bytes_get_size(bytes) <= budget->limits->file_bytes)
        return reader_read(bytes, budget, error);
    error_set_both(error, RASOAT_ERROR_LIMIT_FILE_SIZE, NULL, N_("hơn %lu byte"),
                   (gulong)budget->limits->file_bytes);
    return NULL;
}

static void check_document(const RasoatRules *rules, GBytes *bytes, const RasoatOptions *options,
                           Result *result)
{
    g_autoptr(GError) error = NULL;
    AuditOptions audit = {.profile = options->profile,
                          .profile_source = !options->profile ? NULL
                                            : options->roster ? "roster"
                                                              : "given",
                          .as_of = options->as_of,
                          .staff = options->staff,
                          .has_union = answer_of(options->has_union),
                          .dispersed = answer_of(options->dispersed),
                          .state_owned = options->state_owned,
                          .outline = options->outline,
                          .shingles = options->shingles};
    Budget budget;

    budget_init(&budget, NULL);
    g_free(result->sha256);
    gsize size;
    const void *content = g_bytes_get_data(bytes, &size);
    result->sha256 = digest_of(content, size);
    g_autoptr(Document) document = read_document(bytes, &budget, &error);
    if (document)
        audit_document(rules, document, &audit, &budget, result);
    else
        result_set_error(result, error);
}

/* Judges bytes, which it takes; NULL: they could not be had, and read_error says why. */
static RasoatResult *check(const RasoatRules *rules, const char *name, GBytes *bytes,
                           const RasoatOptions *options, const GError *read_error)
{
    Result *result = result_new(name);
    if (bytes)
        check_document(rules, bytes, options, result);
    else
        result_set_error(result, read_error);
    result_complete(result, rules, options);
    g_bytes_unref(bytes);
    return result;
}

/* The options that hold, once they are known to be good; NULL with an error. *usual is filled when none are
 * given, and freed by the caller. */
static const RasoatOptions *options_in_force(const RasoatRules *rules, const RasoatOptions *options,
                                             RasoatOptions **usual, GError **error)
{
    if (!options)
        options = *usual = rasoat_options_new();
    return !options->profile || profile_known(rules, options->profile, error) ? options : NULL;
}

RasoatResult *rasoat_check_file(const RasoatRules *rules, const char *path, const RasoatOptions *options,
                                GError **error)
{
    g_autoptr(RasoatOptions) usual = NULL;
    g_autoptr(GError) read_error = NULL;

    options = options_in_force(rules, options, &usual, error);
    if (!options)
        return NULL;
    GBytes *bytes = input_read_file(path, limits_default()->file_bytes, &read_error);
    return check(rules, path, bytes, options, read_error);
}

RasoatResult *rasoat_check_descriptor(const RasoatRules *rules, const char *name, int descriptor,
                                      const RasoatOptions *options, GError **error)
{
    g_autoptr(RasoatOptions) usual = NULL;
    g_autoptr(GError) read_error = NULL;

    options = options_in_force(rules, options, &usual, error);
    if (!options)
        return NULL;
    GBytes *bytes = input_read_descriptor(descriptor, limits_default()->file_bytes, &read_error);
    return check(rules, name, bytes, options, read_error);
}

RasoatResult *rasoat_check_bytes(const RasoatRules *rules, const char *name, const void *bytes, gsize length,
                                 const RasoatOptions *options, GError **error)
{
    g_autoptr(RasoatOptions) usual = NULL;

    options = options_in_force(rules, options, &usual, error);
    return options ? check(rules, name, g_bytes_new_static(bytes, length), options, NULL) : NULL;
}

void rasoat_result_free(RasoatResult *result)
{
    result_free(result);
}

const char *rasoat_result_outcome(const RasoatResult *result)
{
    return outcome_name(result->outcome);
}

const char *rasoat_result_verdict(const RasoatResult *result)
{
    return result->outcome == OUTCOME_JUDGED ? verdict_name(result->verdict) : NULL;
}

const char *rasoat_result_error(const RasoatResult *result)
{
    return result->error_code;
}

const char *rasoat_result_error_message(const RasoatResult *result, RasoatLanguage language)
{
    return bilingual(&result->error_message, language);
}

char *rasoat_result_json(const RasoatResult *result, gboolean indented)
{
    return report_result_json(result, indented);
}

RasoatResult *rasoat_result_load(const char *json, gsize length, GError **error)
{
    return record_read(json, length, error);
}

char *rasoat_result_text(const RasoatResult *result, RasoatLanguage language, guint width)
{
    ReportOptions options = {.language = language, .width = width};
    return report_result_text(result, &options);
}

char *rasoat_result_html(const RasoatResult *result, RasoatLanguage language)
{
    return html_unit_page(result, language);
}

GBytes *rasoat_result_annotate(const RasoatResult *result, const void *bytes, gsize length,
                               RasoatLanguage language, GError **error)
{
    g_autoptr(GBytes) file = g_bytes_new_static(bytes, length);
    return annotate(file, result, language, error);
}
