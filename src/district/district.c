/* The pass over the units of a round, and over its files that give no verdict. */
#include "district/district.h"

#include "base/translate.h"
#include "batch/waived.h"
#include "district/doubts.h"
#include "district/names.h"
#include "report/display.h"
#include "report/html.h"
#include "report/sentences.h"
#include "report/words.h"
#include "text/unit_likeness.h"

gboolean district_open(District *district, GError **error)
{
    district->before = store_round_before(district->store, district->round.id);
    return store_figures(district->store, district->round.id, &district->figures, error) &&
           store_waivers(district->store, district->round.id, &district->waivers, &district->uses, error);
}

void district_clear(District *district)
{
    g_clear_pointer(&district->waivers, waivers_free);
    g_clear_pointer(&district->uses, g_free);
    g_clear_pointer(&district->store, store_close);
    round_clear(&district->round);
}

/* --- units ---------------------------------------------------------------------------------------------- */

static const char *kind_of(const StoreUnit *unit, const Result *result)
{
    return result && result->audit_profile ? result->audit_profile : unit->unit.kind;
}

/* What a line is called by. A document of no unit: as the text names its unit, and its file, for others of
 * that name may be there. Owned by the caller. */
static char *name_of(const StoreUnit *unit, const Result *result)
{
    if (unit->unit.key)
        return g_strdup(unit->label);
    g_autofree char *file = display_path(unit->path);
    return result && result->unit && *result->unit ? g_strdup_printf("%s (%s)", result->unit, file)
                                                   : g_steal_pointer(&file);
}

/* What the text calls its unit where that is another than the one that the roster's own word on files gives
 * it to (what names give is doubtful then); NULL. Owned by the caller. */
static char *other_unit(const StoreUnit *unit, const Result *result)
{
    if (!unit->unit.key || !result || !result->unit)
        return NULL;
    g_autoptr(UnitWords) listed = unit_words_of_kind(unit->unit.name, unit->unit.kind);
    g_autoptr(UnitWords) above = unit->unit.parent ? unit_words_new(unit->unit.parent) : NULL;
    g_autoptr(UnitWords) there = unit_words_of_text(result->unit);
    return unit_speaks_of_another(listed, there) || unit_is_another(listed, above, there)
               ? g_strdup(result->unit)
               : NULL;
}

/* What the round knows: the name of a unit that its text does not say, or nobody could read, and what the
 * list calls it. */
static void set_names(Result *result, const StoreUnit *unit)
{
    if (!result->unit)
        result->unit = g_strdup(unit->label);
    if (unit->unit.line == 0)
        return;
    result->listed = g_strdup(unit->label);
    result->listed_parent = g_strdup(unit->unit.parent);
}

/* Names of the files of a unit that could not be read, but the one that stands for it; *names: NULL where
 * there are none, owned by the caller. */
static gboolean list_unread(const District *district, const StoreUnit *unit, char **names, GError **error)
{
    GError *cause = NULL;
    g_auto(StoreFile) file = {0};
    g_autoptr(GString) list = g_string_new(NULL);
    g_autoptr(StoreCursor) files =
        unit->unit.key ? store_files(district->store, district->round.id, unit->unit.key, &cause) : NULL;
    while (files && store_next_file(files, &file, &cause)) {
        if (file.state != FILE_UNREADABLE || g_strcmp0(file.path, unit->path) == 0)
            continue;
        g_autofree char *name = display_path(file.path);
        g_string_append_printf(list, "%s%s", list->len ? "; " : "", name);
    }
    *names = list->len ? g_string_free(g_steal_pointer(&list), FALSE) : NULL;
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

/* Takes the sentence, which page and record of the unit have as well; result: NULL when the unit has none.
 * Owned by the caller. */
static char *tell(Result *result, BilingualText sentence, RasoatLanguage language)
{
    char *told = g_strdup(bilingual(&sentence, language));
    if (result)
        bilingual_append(&result->caution, " ", &sentence);
    bilingual_clear(&sentence);
    return told;
}

static char *tell_doubt(Result *result, const char *reason, RasoatLanguage language)
{
    return tell(result,
                (BilingualText){district_doubt_sentence(reason, RASOAT_VIETNAMESE),
                                district_doubt_sentence(reason, RASOAT_ENGLISH)},
                language);
}

static char *tell_unread(Result *result, const char *names, RasoatLanguage language)
{
    return tell(result,
                bilingual_format(N_("Còn tệp của đơn vị không đọc được, có thể là bản mới hơn: %s"), names),
                language);
}

/* The remark on a day that is yet to come, and what to do; NULL where there is none, or it was accepted.
 * Owned by the caller. */
static char *tell_date(const Result *result, RasoatLanguage language)
{
    for (guint i = 0; result && i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (!finding->waiver && g_strcmp0(finding->kind, "future-date") == 0)
            return g_strdup_printf("%s. %s", sentence_title(finding, language),
                                   finding_fix(finding, language));
    }
    return NULL;
}

/* nobodys: the file of a document of no unit; NULL of others. */
static gboolean visit_unit(const District *district, const StoreUnit *unit, const StoreFile *nobodys,
                           DistrictVisit visit, gpointer data, GError **error)
{
    g_autofree char *file = unit->path ? display_path(unit->path) : NULL;
    g_autofree char *page = district_file_stem(unit->unit.key ? unit->unit.name : unit->path,
                                               unit->unit.key ? unit->unit.key : unit->path);
    WaivedDocument document = {unit->result, unit->path, unit->unit.name, unit->unit.parent};
    g_autoptr(Result) result =
        unit->result ? waived_result(district->store, district->waivers, &document, NULL, error) : NULL;
    g_autofree char *unread_files = NULL;
    if ((unit->result && !result) || !list_unread(district, unit, &unread_files, error))
        return FALSE;
    g_autofree char *other = nobodys ? NULL : other_unit(unit, result);
    if (result)
        set_names(result, unit);
    g_autofree char *name = name_of(unit, result);
    const char *reason = nobodys ? nobodys->reason : other ? DOUBT_LISTED_FOR_ANOTHER : NULL;
    g_autofree char *why = nobodys || other ? tell_doubt(result, reason, district->language) : NULL;
    g_autofree char *unread = unread_files ? tell_unread(result, unread_files, district->language) : NULL;
    g_autofree char *dated = tell_date(result, district->language);
    const Result *judged = result && result->outcome == OUTCOME_JUDGED ? result : NULL;
    DistrictUnit row = {.unit = unit,
                        .state = unit->state,
                        .name = name,
                        .kind = kind_of(unit, result),
                        .file = file,
                        .page = page,
                        .doubt = nobodys ? nobodys->doubt : other,
                        .unread = unread,
                        .dated = dated,
                        .why = why,
                        .result = result,
                        .judged = judged};
    if (judged)
        row.gaps = tally_gaps(judged);
    return visit(&row, data, error);
}

static gboolean each_named(const District *district, DistrictVisit visit, gpointer data, GError **error)
{
    GError *cause = NULL;
    g_auto(StoreUnit) unit = {0};
    g_autoptr(StoreCursor) cursor = store_units(district->store, district->round.id, &cause);
    while (cursor && store_next_unit(cursor, &unit, &cause) &&
           visit_unit(district, &unit, NULL, visit, data, &cause))
        ;
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

typedef struct {
    const District *district;
    DistrictVisit visit;
    gpointer data;
} Unnamed;

/* Only regulations: of what is none, nobody asks which unit sent it; it stands among the files. */
static gboolean visit_unnamed(const StoreFile *file, gpointer data, GError **error)
{
    const Unnamed *unnamed = data;
    const StoreUnit unit = {.path = file->path, .result = file->result, .state = UNIT_SUBMITTED};
    return visit_unit(unnamed->district, &unit, file, unnamed->visit, unnamed->data, error);
}

gboolean district_each(const District *district, DistrictVisit visit, gpointer data, GError **error)
{
    Unnamed unnamed = {district, visit, data};
    return each_named(district, visit, data, error) &&
           district_each_doubt(district->store, &district->round, visit_unnamed, &unnamed, error);
}

/* --- files ---------------------------------------------------------------------------------------------- */

/* Whose a file may be that nobody could read: what has no name of a text is judged by that of the file. NULL:
 * its unit is certain, or nothing is known. Owned by the caller. */
static char *whose(const StoreFile *file, RasoatLanguage language)
{
    if (file->state != FILE_UNREADABLE || !file->doubt)
        return NULL;
    g_auto(GStrv) units = g_strsplit(file->doubt, "\n", 0);
    g_autofree char *names = g_strjoinv("; ", units);
    return g_strdup_printf(say(language, "Theo tên tệp, có thể là của: %s."), names);
}

static gboolean visit_file(const District *district, const StoreFile *file, DistrictFileVisit visit,
                           gpointer data, GError **error)
{
    g_autofree char *name = display_path(file->path);
    g_autofree char *other = file->other ? display_path(file->other) : NULL;
    g_autofree char *of_whom = whose(file, district->language);
    WaivedDocument document = {.result = file->result, .path = file->path};
    g_autoptr(Result) result =
        file->result ? waived_result(district->store, NULL, &document, NULL, error) : NULL;
    if (file->result && !result)
        return FALSE;
    DistrictFile row = {.file = file, .name = name, .other = other, .whose = of_whom, .result = result};
    if (file->state == FILE_JUDGED && result && result->outcome == OUTCOME_JUDGED)
        return TRUE;
    return visit(&row, data, error);
}

/* The record of a regulation that counts is not read again for this. */
static gboolean counts(const District *district, const StoreFile *file, GError **error)
{
    return file->state == FILE_JUDGED && district_is_regulation(district->store, file, error);
}

gboolean district_each_file(const District *district, DistrictFileVisit visit, gpointer data, GError **error)
{
    GError *cause = NULL;
    g_auto(StoreFile) file = {0};
    g_autoptr(StoreCursor) cursor = store_files(district->store, district->round.id, NULL, &cause);
    while (cursor && !cause && store_next_file(cursor, &file, &cause))
        if (!counts(district, &file, &cause) && !cause)
            visit_file(district, &file, visit, data, &cause);
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

gboolean district_complete_by_acceptance(const DistrictUnit *unit)
{
    return unit->judged && unit->judged->verdict == VERDICT_COMPLETE && unit->gaps.accepted > 0;
}

/* --- words ---------------------------------------------------------------------------------------------- */

const char *district_state_word(UnitState state, RasoatLanguage language)
{
    switch (state) {
    case UNIT_SUBMITTED:
        return say(language, "đã nộp quy chế");
    case UNIT_DOUBTED:
        return say(language, "có tệp chưa rõ đơn vị, cần xem");
    case UNIT_UNREADABLE:
        return say(language, "tệp không đọc được");
    case UNIT_OTHER:
        return say(language, "văn bản khác, không phải quy chế");
    default:
        return say(language, "chưa nộp");
    }
}

const char *district_state_class(UnitState state)
{
    static const char *const classes[] = {"missing", "review", "review", "partial", "met"};
    return classes[state];
}

const char *district_state_symbol(UnitState state)
{
    static const char *const symbols[] = {"✗", "?", "?", "~", "✓"};
    return symbols[state];
}

const char *district_submission(const DistrictUnit *unit, RasoatLanguage language)
{
    return unit->unit->unit.key ? district_state_word(unit->state, language)
                                : say(language, "chưa rõ của đơn vị nào");
}

const char *district_submission_class(const DistrictUnit *unit)
{
    return unit->unit->unit.key ? district_state_class(unit->state) : "review";
}

const char *district_submission_symbol(const DistrictUnit *unit)
{
    return unit->unit->unit.key ? district_state_symbol(unit->state) : "?";
}

static const char *skipped_reason(const char *reason, RasoatLanguage language)
{
    static const struct {
        const char *name, *words;
    } reasons[] = {
        {"hidden", N_("tệp ẩn")},
        {"lock-file", N_("tệp khóa tạm của phần mềm soạn thảo")},
        {"not-a-document", N_("không phải loại tệp văn bản")},
        {"excluded", N_("được loại ra theo mẫu")},
        {"symbolic-link", N_("liên kết đến thư mục")},
        {"broken-link", N_("liên kết hỏng")},
        {"special-file", N_("không phải tệp thường")},
        {"vanished", N_("không còn ở đó khi đọc")},
        {"results", N_("kết quả, báo cáo do rasoat làm ra, không phải văn bản nộp")},
    };
    for (guint i = 0; i < G_N_ELEMENTS(reasons); i++)
        if (g_strcmp0(reason, reasons[i].name) == 0)
            return say(language, reasons[i].words);
    return say(language, "bỏ qua");
}

/* Why another text of the unit is judged. */
static const char *older_reason(const char *reason, RasoatLanguage language)
{
    if (g_strcmp0(reason, "no-date") == 0)
        return say(language, "không ghi ngày ban hành; cùng đơn vị còn văn bản khác, được rà soát thay");
    if (g_strcmp0(reason, "future-date") == 0)
        return say(language,
                   "đề ngày ban hành sau ngày đối chiếu; cùng đơn vị còn văn bản khác, được rà soát thay");
    if (g_strcmp0(reason, "same-date-and-number") == 0)
        return say(language, "cùng ngày, cùng số với văn bản được rà soát của đơn vị, nhưng nội dung khác");
    if (g_strcmp0(reason, "same-date") == 0)
        return say(language, "cùng ngày với văn bản được rà soát của đơn vị, nhưng nội dung khác");
    return say(language, "bản cũ hơn của cùng đơn vị");
}

const char *district_file_state(const DistrictFile *file, RasoatLanguage language)
{
    switch (file->file->state) {
    case FILE_JUDGED:
        return say(language, "không phải quy chế");
    case FILE_OLDER:
        return file->file->reason ? say(language, "bản khác") : say(language, "bản cũ");
    case FILE_DUPLICATE:
        return say(language, "trùng");
    case FILE_SKIPPED:
        return say(language, "bỏ qua");
    case FILE_PENDING:
        return say(language, "chưa rà soát");
    default:
        return say(language, "không đọc được");
    }
}

const char *district_file_symbol(const DistrictFile *file)
{
    switch (file->file->state) {
    case FILE_JUDGED:
        return district_state_symbol(UNIT_OTHER);
    case FILE_OLDER:
    case FILE_DUPLICATE:
    case FILE_SKIPPED:
        return words_symbol(STATUS_NOT_APPLICABLE);
    default:
        return district_state_symbol(UNIT_UNREADABLE);
    }
}

const char *district_file_reason(const DistrictFile *file, RasoatLanguage language)
{
    const char *message = file->result ? bilingual(&file->result->error_message, language) : NULL;
    switch (file->file->state) {
    case FILE_OLDER:
        return older_reason(file->file->reason, language);
    case FILE_DUPLICATE:
        return say(language, "trùng hệt một tệp khác");
    case FILE_SKIPPED:
        return skipped_reason(file->file->reason, language);
    case FILE_UNREADABLE_FOLDER:
        return say(language, "không mở được thư mục");
    case FILE_PENDING:
        return say(language, "chưa rà soát xong");
    default:
        return message ? message : say(language, "không rà soát được");
    }
}

const char *district_file_advice(const DistrictFile *file, RasoatLanguage language)
{
    switch (file->file->state) {
    case FILE_UNREADABLE:
    case FILE_JUDGED:
        return file->result ? words_advice(file->result, language) : NULL;
    case FILE_UNREADABLE_FOLDER:
        return say(language, "Cấp quyền đọc thư mục rồi chạy lại.");
    case FILE_OLDER:
        return file->file->reason
                   ? say(language, "Hỏi đơn vị bản nào là chính thức rồi ghi tên tệp ấy vào danh sách.")
                   : NULL;
    case FILE_DUPLICATE:
        return say(language, "Nếu là tệp của hai đơn vị, hãy hỏi lại: có thể đã gửi nhầm.");
    case FILE_PENDING:
        return say(language, "Chạy lại rasoat audit để làm tiếp.");
    default:
        return NULL;
    }
}

/* --- groups --------------------------------------------------------------------------------------------- */

const DistrictGroup district_groups[DISTRICT_GROUPS] = {
    {"legal-basis", N_("Căn cứ pháp lý")},
    {"disclosure", N_("Công khai")},
    {"forms-of-disclosure", N_("Hình thức công khai")},
    {"discuss-decide", N_("Bàn, quyết định")},
    {"consult", N_("Tham gia ý kiến")},
    {"supervise", N_("Kiểm tra, giám sát")},
    {"head-duties", N_("Trách nhiệm người đứng đầu")},
    {"staff-duties", N_("Trách nhiệm thành viên")},
    {"relations", N_("Quan hệ công tác")},
    {"conference", N_("Hội nghị")},
    {"dialogue", N_("Đối thoại")},
    {"inspection-body", N_("Ban Thanh tra, Giám sát")},
    {"implementation", N_("Tổ chức thực hiện")},
    {"resolution", N_("Nghị quyết 02-NQ/TU")},
};

void district_states(const Result *result, GroupState states[DISTRICT_GROUPS])
{
    g_autoptr(GArray) groups = tally_groups(result);
    for (guint g = 0; g < DISTRICT_GROUPS; g++)
        states[g] = (GroupState){GROUP_NOT_APPLICABLE, 0};
    for (guint i = 0; i < groups->len; i++) {
        const GroupTally *group = &g_array_index(groups, GroupTally, i);
        GroupState state = group_state(group);
        for (guint g = 0; g < DISTRICT_GROUPS; g++)
            if (g_str_equal(group->group, district_groups[g].name))
                states[g] = group_state_join(states[g], state);
    }
}
