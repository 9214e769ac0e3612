/* From a document to its result: outline, front, view, profile, context, kind, requirements, citations. */
#include "audit/audit.h"

#include <string.h>

#include "audit/citations.h"
#include "audit/classify.h"
#include "audit/consistency.h"
#include "audit/judge.h"
#include "audit/judged_text.h"
#include "audit/named.h"
#include "audit/shingles.h"
#include "audit/theme.h"
#include "audit/verdict.h"
#include "base/error.h"
#include "base/translate.h"

struct Auditor {
    RuleSet *rules;
    CitationScanner *scanner;
    LikenessShelf *shelf;
};

Auditor *auditor_new(const char *rules_directory, GError **error)
{
    g_autoptr(Auditor) auditor = g_new0(Auditor, 1);

    auditor->rules = ruleset_load(rules_directory, error);
    if (!auditor->rules)
        return NULL;
    auditor->shelf = likeness_shelf_new(auditor->rules);
    auditor->scanner = citation_scanner_new(auditor->rules->instruments, error);
    return auditor->scanner ? g_steal_pointer(&auditor) : NULL;
}

void auditor_free(Auditor *auditor)
{
    if (!auditor)
        return;
    citation_scanner_free(auditor->scanner);
    likeness_shelf_free(auditor->shelf);
    ruleset_free(auditor->rules);
    g_free(auditor);
}

const RuleSet *auditor_rules(const Auditor *auditor)
{
    return auditor->rules;
}

/* Everything made on the way, freed together. */
typedef struct {
    const RuleSet *rules;
    const CitationScanner *scanner;
    LikenessShelf *shelf;
    const AuditOptions *options;
    Budget *budget;
    Outline *outline;
    FrontMatter *front;
    AuditView *view;
    AuditContext *context;
    GArray *citations;
    UnitFacts unit; /* as given, else as the text tells */
} Audit;

static void audit_clear(Audit *audit)
{
    if (audit->citations)
        g_array_unref(audit->citations);
    audit_context_free(audit->context);
    audit_view_free(audit->view);
    front_matter_free(audit->front);
    outline_free(audit->outline);
}

/* Facts of the document. */

static void describe_layers(const Document *document, Result *result)
{
    gboolean present[LAYER_HIDDEN + 1] = {FALSE};
    gboolean tables = FALSE, boxes = FALSE;

    for (guint i = 0; i < document->blocks->len; i++) {
        const Block *block = document_block(document, i);
        present[block->layer] = TRUE;
        tables = tables || block->table > 0;
        boxes = boxes || block->place == PLACE_TEXT_BOX;
    }
    for (guint layer = LAYER_BODY; layer < LAYER_HIDDEN; layer++) {
        if (present[layer])
            g_ptr_array_add(result->layers_read, g_strdup(layer_name(layer)));
        if (layer == LAYER_BODY && tables)
            g_ptr_array_add(result->layers_read, g_strdup("tables"));
        if (layer == LAYER_BODY && boxes)
            g_ptr_array_add(result->layers_read, g_strdup("text-boxes"));
    }
}

static const char *const warning_texts[] = {
    [WARNING_TRACKED_CHANGES] =
        N_("Văn bản còn dấu vết sửa đổi (Track Changes); chương trình đọc theo bản cuối."),
    [WARNING_HIDDEN_TEXT] = N_("Văn bản có chữ ẩn; phần này không được xét."),
    [WARNING_NOT_READ] = N_("Có phần nhúng hoặc liên kết không đọc được"),
    [WARNING_LEGACY_FONT] = N_("Văn bản dùng phông chữ cũ (TCVN3 hoặc VNI); đã chuyển sang Unicode để đọc."),
    [WARNING_LEGACY_TEXT] =
        N_("Chữ là mã cũ (TCVN3 hoặc VNI) dưới phông thường; đã nhận ra và chuyển mã để đọc."),
    [WARNING_DAMAGED_TEXT] =
        N_("Nhiều chữ bị hỏng hoặc mất dấu; chương trình đối chiếu không xét dấu, cần người xem lại."),
    [WARNING_COMMENTS] = N_("Văn bản còn ghi chú (Comment); phần này không được xét."),
    [WARNING_BROKEN_PART] = N_("Có phần phụ bị hỏng không đọc được"),
    [WARNING_HOMOGLYPHS] = N_("Có chữ cái của bảng chữ khác trông giống chữ Việt; hãy gõ lại."),
};

static void describe_warnings(const Document *document, Result *result)
{
    for (guint i = 0; i < document->warnings->len; i++) {
        const Warning *warning = document->warnings->pdata[i];
        ResultWarning described = {.code = g_strdup(warning_name(warning->code))};
        described.message = bilingual_of(warning_texts[warning->code]);
        gboolean named = warning->code == WARNING_NOT_READ || warning->code == WARNING_BROKEN_PART;
        if (named && warning->detail)
            bilingual_append(&described.message, ": ", &(BilingualText){warning->detail, warning->detail});
        g_array_append_val(result->warnings, described);
    }
}

static void describe_document(const Audit *audit, const Document *document, Result *result)
{
    const FrontMatter *front = audit->front;
    result->title = g_strdup(front->title);
    result->unit = g_strdup(front->unit);
    result->parent = g_strdup(front->parent);
    result->number = g_strdup(front->number);
    result->symbol = g_strdup(front->symbol);
    result->place = g_strdup(front->place);
    result->issued = g_strdup(front->issued);
    result->signer_office = g_strdup(front->signer_office);
    result->signer = g_strdup(front->signer);
    for (guint c = 0; c < audit->outline->components->len; c++)
        g_ptr_array_add(result->components,
                        g_strdup(component_name(outline_component(audit->outline, c)->kind)));
    describe_layers(document, result);
    describe_warnings(document, result);
}

/* What a person would see in a table of contents; clauses and points without a title would make most of the
 * record, and findings name them themselves. */
static gboolean in_outline(const Division *division)
{
    return division->title || division->level <= DIVISION_ARTICLE;
}

static void describe_outline(const Outline *outline, Result *result)
{
    for (guint d = 0; d < outline->divisions->len; d++) {
        const Division *division = outline_division(outline, d);
        if (!in_outline(division))
            continue;
        g_autofree char *address = outline_division_address(outline, d);
        const Component *component = outline_component(outline, division->component);
        gboolean root = division->level == DIVISION_ROOT;
        result_add_outline(result, address, root ? component->title : division->title,
                           root ? component_name(component->kind) : division_level_name(division->level),
                           division->first);
    }
}

static char *refusal(const Kind *kind, RasoatLanguage language)
{
    return g_strdup_printf(say(language, "Đây không phải quy chế thực hiện dân chủ mà là: %s."),
                           kind ? bilingual(&kind->title, language) : say(language, "văn bản khác"));
}

static void refuse_kind(const Kind *kind, Result *result)
{
    result->outcome = OUTCOME_NOT_A_REGULATION;
    result->error_code = g_strdup(kind ? kind->id : "other");
    result->error_message = (BilingualText){refusal(kind, RASOAT_VIETNAMESE), refusal(kind, RASOAT_ENGLISH)};
}

/* Requirements. */

/* Whether an act that is cited stands for the governing one: that itself with another date or number, one
 * that it replaced, or one that has replaced it. */
static gboolean stands_for(const Audit *audit, const Citation *citation, const Pack *pack)
{
    const Instruments *acts = audit->rules->instruments;

    return citation->instrument && citation->verdict != CITATION_IN_FORCE &&
           (instrument_leads_to(acts, citation->instrument, pack->instrument) ||
            instrument_leads_to(acts, instruments_find(acts, pack->instrument),
                                citation->instrument->number));
}

/* The legal basis is judged by citations: the governing act cited, only what stands for it, or neither. */
static Finding *judge_legal_basis(const Audit *audit, const Pack *pack, const Requirement *requirement)
{
    Finding *finding =
        finding_new(requirement->id, LEGAL_BASIS, CHECK_SECTION, requirement->severity, STATUS_MISSING);
    gboolean governing = FALSE;

    bilingual_clear(&finding->title);
    finding->title = bilingual_copy(&requirement->title);
    for (guint i = 0; i < requirement->bases->len; i++)
        finding_add_basis(finding, &g_array_index(requirement->bases, Basis, i));
    for (guint i = 0; i < audit->citations->len && !governing; i++) {
        const Citation *citation = &g_array_index(audit->citations, Citation, i);
        const Block *block = document_block(audit->outline->document, citation->block);
        g_autofree char *quote = g_strndup(block->text + citation->start, citation->end - citation->start);
        g_autofree char *address = citation_address(citation, audit->outline);
        gboolean other = stands_for(audit, citation, pack);
        governing = citation->instrument && strcmp(citation->instrument->number, pack->instrument) == 0 &&
                    citation->verdict == CITATION_IN_FORCE && !citation->repealed && !citation->misquoted;
        if (governing)
            g_array_set_size(finding->evidence, 0);
        if (governing || (other && finding->status == STATUS_MISSING)) {
            finding_add_evidence(finding, address, citation->block, quote);
            finding->status = governing ? STATUS_MET : STATUS_PARTIAL;
        } else if (finding->nearest->len == 0) {
            finding_add_nearest(finding, address, citation->block, quote,
                                N_("không phải văn bản đang điều chỉnh"));
        }
    }
    if (finding->status != STATUS_MISSING)
        g_array_set_size(finding->nearest, 0);
    if (!governing)
        finding->fix.vi = g_strdup(requirement->model);
    return finding;
}

/* One group, with the items of every pack that asks for it; the first pack's requirement speaks for the
 * group. What a further pack adds for information alone changes nothing of the group's status. */
static gboolean add_group(const Audit *audit, const GPtrArray *packs, LikestReading *reading,
                          RowReading *rows, guint group, Result *result, GError **error)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func((GDestroyNotify)finding_free);
    g_autoptr(GPtrArray) weighed = g_ptr_array_new();
    g_autoptr(GPtrArray) requirements = g_ptr_array_new();
    g_autoptr(GPtrArray) asked = g_ptr_array_new();
    const Pack *first_pack = NULL;

    for (guint p = 0; p < packs->len; p++) {
        const Pack *pack = packs->pdata[p];
        for (guint r = 0; r < pack->requirements->len; r++) {
            Requirement *requirement = pack->requirements->pdata[r];
            if (requirement->group != group)
                continue;
            first_pack = first_pack ? first_pack : pack;
            g_ptr_array_add(requirements, requirement);
            for (guint i = 0; i < requirement->items->len; i++) {
                if (!budget_check_time(audit->budget, error) || !row_reading_check(rows, error))
                    return FALSE;
                Finding *item = judge_item(audit->context, rows, requirement->items->pdata[i], &audit->unit);
                g_ptr_array_add(items, item);
                g_ptr_array_add(asked, requirement->items->pdata[i]);
                if (requirements->len == 1 || requirement->severity != SEVERITY_INFO)
                    g_ptr_array_add(weighed, item);
            }
        }
    }
    if (!first_pack)
        return TRUE;
    const Requirement *first = requirements->pdata[0];
    judge_doubts(audit->context, reading, asked, items);
    if (!budget_check_time(audit->budget, error) || !row_reading_check(rows, error))
        return FALSE;
    if (items->len == 0 && (gint)group == ruleset_group(audit->rules, LEGAL_BASIS)) {
        g_ptr_array_add(result->findings, judge_legal_basis(audit, first_pack, first));
        return TRUE;
    }
    Finding *section = judge_requirement(audit->context, first, weighed);
    for (guint r = 1; r < requirements->len; r++) {
        const GArray *bases = ((const Requirement *)requirements->pdata[r])->bases;
        for (guint b = 0; b < bases->len; b++)
            finding_add_basis(section, &g_array_index(bases, Basis, b));
    }
    g_ptr_array_add(result->findings, section);
    g_ptr_array_extend_and_steal(result->findings, g_steal_pointer(&items));
    return TRUE;
}

static guint pack_purposes(const GPtrArray *packs)
{
    guint purposes = 0;
    for (guint p = 0; p < packs->len; p++)
        purposes |= ((const Pack *)packs->pdata[p])->purpose;
    return purposes;
}

/* Every item of the packs: what a line may be about. */
static GPtrArray *rivals_of(const GPtrArray *packs)
{
    GPtrArray *rivals = g_ptr_array_new();
    for (guint p = 0; p < packs->len; p++) {
        const Pack *pack = packs->pdata[p];
        for (guint r = 0; r < pack->requirements->len; r++)
            g_ptr_array_extend(rivals, ((const Requirement *)pack->requirements->pdata[r])->items, NULL,
                               NULL);
    }
    return rivals;
}

/* Group by group, in the order in which the packs name them. */
static gboolean add_groups(const Audit *audit, const GPtrArray *packs, Result *result, GError **error)
{
    g_autoptr(GPtrArray) rivals = rivals_of(packs);
    g_autoptr(LikestReading) reading = likest_reading_new(audit->context, audit->shelf, rivals);
    g_autoptr(RowReading) rows = row_reading_new(audit->context, pack_purposes(packs));
    guint32 done = 0;

    themes_find(audit->context, audit->shelf, rivals);
    for (guint p = 0; p < packs->len; p++) {
        const Pack *pack = packs->pdata[p];
        for (guint r = 0; r < pack->requirements->len; r++) {
            guint group = ((const Requirement *)pack->requirements->pdata[r])->group;
            if (!(done & (1u << group)) && !add_group(audit, packs, reading, rows, group, result, error))
                return FALSE;
            done |= 1u << group;
        }
    }
    return TRUE;
}

static void count_findings(Result *result)
{
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (finding->check != CHECK_CITATION && finding->check != CHECK_CONSISTENCY)
            result->counts[finding->status]++;
    }
}

/* Whose the enterprise is: as given, else the State's when title, issuing body or text say so. */
static Owner owner_of(const Audit *audit)
{
    gint state_owned = audit->options->state_owned;
    if (state_owned < 0)
        state_owned = classify_state_owned(audit->view);
    return state_owned ? OWNER_STATE : OWNER_PRIVATE;
}

/* One scan of the running text for all that is asked of it. */
static gboolean scan_body(const Audit *audit, const GPtrArray *packs, GError **error)
{
    return audit_view_scan(audit->view, PURPOSE_BODY | pack_purposes(packs), error);
}

/* Names in the result the acts that govern: those whose pack asks that they be cited, as a party's resolution
 * does not. The newest that must be cited, or NULL. */
static const Pack *governing_packs(const RuleSet *rules, const GPtrArray *packs, Result *result)
{
    const Pack *law = NULL;

    for (guint p = 0; p < packs->len; p++) {
        const Pack *pack = packs->pdata[p];
        const Requirement *basis = ruleset_legal_basis(rules, pack);
        if (!basis)
            continue;
        const Instrument *act = instruments_find(rules->instruments, pack->instrument);
        g_ptr_array_add(result->governing, g_strdup(pack->instrument));
        g_ptr_array_add(result->governing_acts, act ? instrument_as_basis(act) : g_strdup(pack->instrument));
        if (basis->severity == SEVERITY_MANDATORY && (!law || strcmp(pack->from, law->from) > 0))
            law = pack;
    }
    return law;
}

/* What the packs ask, the acts cited, the checks of form, in this order. Errors: LIMIT_STEPS, LIMIT_TIME. */
static gboolean add_findings(Audit *audit, const GPtrArray *packs, Result *result, GError **error)
{
    const AuditOptions *options = audit->options;

    audit->citations = citations_find(audit->scanner, audit->outline, audit->front, options->as_of,
                                      audit->front->issued, audit->budget, error);
    if (!audit->citations || !add_groups(audit, packs, result, error))
        return FALSE;
    const Pack *law = governing_packs(audit->rules, packs, result);
    g_ptr_array_extend_and_steal(result->findings, citations_findings(audit->scanner, audit->citations,
                                                                      audit->outline, options->as_of));
    GPtrArray *consistency = consistency_findings(audit->view, audit->context, audit->front, law,
                                                  options->as_of, audit->budget, error);
    if (consistency)
        g_ptr_array_extend_and_steal(result->findings, consistency);
    return consistency != NULL;
}

static void drop_findings(Result *result)
{
    g_ptr_array_set_size(result->findings, 0);
    g_ptr_array_set_size(result->governing, 0);
    g_ptr_array_set_size(result->governing_acts, 0);
}

static void warn(Result *result, const char *code, const char *text)
{
    ResultWarning warning = {g_strdup(code), bilingual_of(text)};
    g_array_append_val(result->warnings, warning);
}

/* Errors: LIMIT_STEPS, LIMIT_TIME; the result holds no finding then. */
static gboolean judge_document(Audit *audit, const char *profile_id, const GPtrArray *packs,
                               const Classification *found, Result *result, GError **error)
{
    const AuditOptions *options = audit->options;

    audit->unit = classify_unit(audit->context);
    if (options->staff >= 0)
        audit->unit.staff = options->staff;
    if (options->has_union != ANSWER_UNKNOWN)
        audit->unit.has_union = options->has_union;
    if (options->dispersed != ANSWER_UNKNOWN)
        audit->unit.dispersed = options->dispersed;
    if (!add_findings(audit, packs, result, error)) {
        drop_findings(result);
        return FALSE;
    }
    if (!(found->kind && found->kind->judged) &&
        !classify_suffices(audit->rules, result->findings, &found->least)) {
        drop_findings(result);
        refuse_kind(found->kind, result);
        return TRUE;
    }
    result->outcome = OUTCOME_JUDGED;
    result->audit_profile = g_strdup(profile_id);
    result->profile_source = g_strdup(options->profile ? options->profile_source : "detected");
    if (packs->len == 0)
        warn(result, "no-rules",
             N_("Chưa có bộ quy tắc cho loại hình đơn vị này vào ngày đánh giá; cần người xem."));
    if (!found->title_tells)
        warn(result, "title",
             N_("Tên văn bản không cho biết đây là quy chế thực hiện dân chủ; văn bản được rà soát vì nội "
                "dung là của quy chế ấy. Cần người xem lại tên."));
    count_findings(result);
    result->verdict = packs->len == 0 ? VERDICT_REVIEW : verdict_of(result);
    return TRUE;
}

/* From the outline to the findings. Errors: LIMIT_STEPS, LIMIT_TIME; nothing is judged then. */
static gboolean audit_outline(Audit *audit, const Document *document, Result *result, GError **error)
{
    const AuditOptions *options = audit->options;

    describe_document(audit, document, result);
    if (options->outline)
        describe_outline(audit->outline, result);
    if (options->shingles)
        result->shingles = shingles_of_outline(audit->outline);
    audit->view = audit_view_new(audit->rules, audit->outline, audit->front, audit->budget, error);
    if (!audit->view)
        return FALSE;
    const Profile *profile = classify_profile(audit->view);
    const char *profile_id = options->profile ? options->profile : profile ? profile->id : "";
    g_autoptr(GPtrArray) packs = ruleset_packs(audit->rules, profile_id, options->as_of, owner_of(audit));
    if (!scan_body(audit, packs, error))
        return FALSE;
    audit->context = audit_context_new(audit->view, audit->front);
    if (!budget_check_time(audit->budget, error))
        return FALSE;
    if (options->shingles)
        result->named = named_places(audit->context);
    result->profile = g_strdup(profile ? profile->id : NULL);
    const Classification found = classify_kind(audit->context);
    if ((found.kind && found.kind->judged) || (result->title && found.least.groups > 0))
        return judge_document(audit, profile_id, packs, &found, result, error);
    refuse_kind(found.kind, result);
    return TRUE;
}

/* From the outline to the findings; block numbers are those of the judged text. */
static void audit_text(const Auditor *auditor, const Document *document, const JudgedText *text,
                       const AuditOptions *options, Budget *budget, Result *result)
{
    const RuleSet *rules = auditor->rules;
    Audit audit = {.rules = rules,
                   .scanner = auditor->scanner,
                   .shelf = auditor->shelf,
                   .options = options,
                   .budget = budget};
    g_autoptr(GError) error = NULL;

    audit.outline = outline_build(&text->view);
    audit.front = front_matter_read(audit.outline);
    if (!budget_check_time(budget, &error) || !audit_outline(&audit, document, result, &error))
        result_set_error(result, error);
    audit_clear(&audit);
}

void audit_document(const Auditor *auditor, const Document *document, const AuditOptions *options,
                    Budget *budget, Result *result)
{
    g_autoptr(JudgedText) text = judged_text_new(document);

    g_free(result->as_of);
    g_free(result->rules_digest);
    result->as_of = g_strdup(options->as_of);
    result->rules_digest = g_strdup(ruleset_digest(auditor->rules));
    audit_text(auditor, document, text, options, budget, result);
}
