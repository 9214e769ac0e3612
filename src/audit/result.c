/* The record of one document's audit (design §5): names of the contract, and findings built piece by piece.
 * Nothing is judged here. */
#include "audit/result.h"

#include <string.h>

#include "base/translate.h"

/* Characters of a quote; longer originals are cut at a word. */
enum { QUOTE_CHARACTERS = 300 };

const char *outcome_name(Outcome outcome)
{
    static const char *const names[] = {"judged", "not-a-regulation", "unreadable"};
    g_return_val_if_fail((guint)outcome < G_N_ELEMENTS(names), "unknown");
    return names[outcome];
}

const char *check_name(Check check)
{
    static const char *const names[] = {"section", "item", "bound", "citation", "consistency"};
    g_return_val_if_fail((guint)check < G_N_ELEMENTS(names), "unknown");
    return names[check];
}

const char *verdict_name(Verdict verdict)
{
    static const char *const names[] = {"complete", "incomplete", "conflicting", "review"};
    g_return_val_if_fail((guint)verdict < G_N_ELEMENTS(names), "unknown");
    return names[verdict];
}

const char *citation_verdict_name(CitationVerdict verdict)
{
    static const char *const names[] = {"in-force", "superseded", "wrong", "unknown"};
    g_return_val_if_fail((guint)verdict < G_N_ELEMENTS(names), "unknown");
    return names[verdict];
}

const char *idle_name(Idle idle)
{
    static const char *const names[] = {"expired", "no-finding", "not-open"};
    return (guint)idle < G_N_ELEMENTS(names) ? names[idle] : NULL;
}

Waiver *waiver_copy(const Waiver *waiver)
{
    Waiver *copy = g_new0(Waiver, 1);
    copy->reason = g_strdup(waiver->reason);
    copy->approver = g_strdup(waiver->approver);
    copy->basis = g_strdup(waiver->basis);
    copy->expires = g_strdup(waiver->expires);
    return copy;
}

void waiver_free(Waiver *waiver)
{
    if (!waiver)
        return;
    g_free(waiver->reason);
    g_free(waiver->approver);
    g_free(waiver->basis);
    g_free(waiver->expires);
    g_free(waiver);
}

static void evidence_clear(gpointer data)
{
    Evidence *evidence = data;
    g_free(evidence->address);
    g_free(evidence->quote);
    bilingual_clear(&evidence->why);
}

static void citation_free(CitationDetail *citation)
{
    if (!citation)
        return;
    g_free(citation->text);
    g_free(citation->instrument);
    g_free(citation->superseded_by);
    g_clear_pointer(&citation->successors, g_ptr_array_unref);
    g_free(citation->since);
    g_free(citation->short_title);
    g_free(citation);
}

char *citation_successors_say(const GPtrArray *names, RasoatLanguage language)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < names->len; i++)
        g_string_append_printf(text, "%s%s",
                               i == 0                ? ""
                               : i + 1 == names->len ? say(language, ", nay là ")
                                                     : say(language, ", rồi "),
                               (const char *)names->pdata[i]);
    return g_string_free(text, FALSE);
}

static GArray *array_of(guint size, GDestroyNotify clear)
{
    GArray *array = g_array_new(FALSE, TRUE, size);
    g_array_set_clear_func(array, clear);
    return array;
}

Finding *finding_new(const char *rule, const char *group, Check check, Severity severity, Status status)
{
    Finding *finding = g_new0(Finding, 1);
    finding->rule = g_strdup(rule);
    finding->group = g_strdup(group);
    finding->check = check;
    finding->severity = severity;
    finding->status = status;
    finding->bases = array_of(sizeof(Basis), basis_clear);
    finding->evidence = array_of(sizeof(Evidence), evidence_clear);
    finding->nearest = array_of(sizeof(Evidence), evidence_clear);
    return finding;
}

void finding_free(Finding *finding)
{
    if (!finding)
        return;
    g_free(finding->rule);
    g_free(finding->group);
    bilingual_clear(&finding->title);
    g_array_unref(finding->bases);
    g_array_unref(finding->evidence);
    g_array_unref(finding->nearest);
    bilingual_clear(&finding->missing);
    bilingual_clear(&finding->fix);
    bilingual_clear(&finding->note);
    g_free(finding->kind);
    citation_free(finding->citation);
    waiver_free(finding->waiver);
    g_free(finding);
}

/* The quote itself, or its beginning up to the last word that fits, and "…". */
static char *quote_cut(const char *quote)
{
    if (!quote)
        return NULL;
    const char *limit = quote;
    for (guint n = 0; n < QUOTE_CHARACTERS; n++) {
        if (*limit == '\0')
            return g_strdup(quote);
        limit = g_utf8_next_char(limit);
    }
    if (*limit == '\0')
        return g_strdup(quote);
    const char *end = limit;
    while (end > quote && *end != ' ' && *end != '\n' && *end != '\t')
        end--;
    if (end == quote) /* one endless word */
        end = limit;
    while (end > quote && g_ascii_isspace(end[-1]))
        end--;
    return g_strdup_printf("%.*s…", (int)(end - quote), quote);
}

static Evidence evidence_of(const char *address, guint block, const char *quote)
{
    return (Evidence){.address = g_strdup(address), .block = block, .quote = quote_cut(quote)};
}

const char *finding_fix(const Finding *finding, RasoatLanguage language)
{
    return bilingual(&finding->fix, language);
}

RasoatLanguage finding_fix_language(const Finding *finding, RasoatLanguage language)
{
    return finding->fix.en ? language : RASOAT_VIETNAMESE;
}

/* The first word that is a number with letters, as "18/2022/QĐ-UBND" and no date is; NULL: none. */
static char *number_in(const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (char **word = words; *word; word++) {
        const char *slash = strrchr(*word, '/');
        if (slash && g_ascii_isdigit(**word) && slash[1] && !g_ascii_isdigit(slash[1]))
            return g_strdelimit(g_strdup(*word), ",;.()", ' ');
    }
    return NULL;
}

char *finding_id(const Finding *finding)
{
    const CitationDetail *citation = finding->citation;
    if (finding->check != CHECK_CITATION || !citation || (!citation->instrument && !citation->text))
        return g_strdup(finding->rule);
    g_autofree char *number = citation->instrument ? NULL : number_in(citation->text);
    const char *act = citation->instrument ? citation->instrument
                      : number             ? g_strstrip(number)
                                           : citation->text;
    return g_strdup_printf("%s:%s", finding->rule, act);
}

void finding_add_evidence(Finding *finding, const char *address, guint block, const char *quote)
{
    Evidence evidence = evidence_of(address, block, quote);
    g_array_append_val(finding->evidence, evidence);
}

gboolean finding_shows(const Finding *finding, guint block)
{
    for (guint i = 0; i < finding->evidence->len; i++)
        if (g_array_index(finding->evidence, Evidence, i).block == block)
            return TRUE;
    return FALSE;
}

void finding_add_nearest(Finding *finding, const char *address, guint block, const char *quote,
                         const char *why)
{
    Evidence evidence = evidence_of(address, block, quote);
    evidence.why = bilingual_of(why);
    g_array_append_val(finding->nearest, evidence);
}

void finding_add_basis(Finding *finding, const Basis *basis)
{
    Basis copy = {.instrument = g_strdup(basis->instrument),
                  .article = g_strdup(basis->article),
                  .clause = g_strdup(basis->clause),
                  .point = g_strdup(basis->point),
                  .unverified = basis->unverified};
    g_array_append_val(finding->bases, copy);
}

static void warning_clear(gpointer data)
{
    ResultWarning *warning = data;
    g_free(warning->code);
    bilingual_clear(&warning->message);
}

static void outline_entry_clear(gpointer data)
{
    OutlineEntry *entry = data;
    g_free(entry->address);
    g_free(entry->title);
    g_free(entry->level);
}

void result_add_outline(Result *result, const char *address, const char *title, const char *level,
                        guint block)
{
    OutlineEntry entry = {
        .address = g_strdup(address), .title = g_strdup(title), .level = g_strdup(level), .block = block};
    if (!result->outline)
        result->outline = array_of(sizeof(OutlineEntry), outline_entry_clear);
    g_array_append_val(result->outline, entry);
}

static void idle_waiver_clear(gpointer data)
{
    IdleWaiver *idle = data;
    g_free(idle->rule);
    bilingual_clear(&idle->title);
    g_free(idle->approver);
    g_free(idle->expires);
}

void result_expect_waivers(Result *result)
{
    if (!result->idle_waivers)
        result->idle_waivers = array_of(sizeof(IdleWaiver), idle_waiver_clear);
}

void result_add_idle_waiver(Result *result, const IdleWaiver *idle)
{
    IdleWaiver copy = {.line = idle->line,
                       .rule = g_strdup(idle->rule),
                       .title = bilingual_copy(&idle->title),
                       .approver = g_strdup(idle->approver),
                       .expires = g_strdup(idle->expires),
                       .why = idle->why};
    result_expect_waivers(result);
    g_array_append_val(result->idle_waivers, copy);
}

Result *result_new(const char *file)
{
    Result *result = g_new0(Result, 1);
    result->file = g_strdup(file);
    result->sha256 = g_strdup("");
    result->outcome = OUTCOME_JUDGED;
    result->components = g_ptr_array_new_with_free_func(g_free);
    result->layers_read = g_ptr_array_new_with_free_func(g_free);
    result->warnings = array_of(sizeof(ResultWarning), warning_clear);
    result->governing = g_ptr_array_new_with_free_func(g_free);
    result->governing_acts = g_ptr_array_new_with_free_func(g_free);
    result->findings = g_ptr_array_new_with_free_func((GDestroyNotify)finding_free);
    return result;
}

void result_free(Result *result)
{
    if (!result)
        return;
    char *strings[] = {
        result->file,         result->sha256,        result->error_code,     result->title,
        result->unit,         result->parent,        result->profile,        result->number,
        result->symbol,       result->place,         result->issued,         result->signer_office,
        result->signer,       result->audit_profile, result->profile_source, result->as_of,
        result->rules_digest, result->version,       result->listed,         result->listed_parent};
    for (guint i = 0; i < G_N_ELEMENTS(strings); i++)
        g_free(strings[i]);
    bilingual_clear(&result->error_message);
    bilingual_clear(&result->caution);
    bilingual_clear(&result->error_detail);
    g_ptr_array_unref(result->components);
    g_ptr_array_unref(result->layers_read);
    g_array_unref(result->warnings);
    g_ptr_array_unref(result->governing);
    g_ptr_array_unref(result->governing_acts);
    g_ptr_array_unref(result->findings);
    if (result->outline)
        g_array_unref(result->outline);
    g_clear_pointer(&result->idle_waivers, g_array_unref);
    g_clear_pointer(&result->shingles, g_array_unref);
    g_clear_pointer(&result->named, g_array_unref);
    g_free(result);
}
