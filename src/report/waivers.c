/* Waivers read, matched to documents and findings, and marked on them. What was judged is not touched. */
#include "report/waivers.h"

#include <string.h>

#include "audit/consistency.h"
#include "audit/verdict.h"
#include "base/error.h"
#include "base/translate.h"
#include "report/gap_lists.h"
#include "report/tally.h"
#include "text/fold.h"
#include "text/table.h"

typedef enum {
    COLUMN_UNIT,
    COLUMN_FILE,
    COLUMN_RULE,
    COLUMN_REASON,
    COLUMN_APPROVER,
    COLUMN_BASIS,
    COLUMN_EXPIRES,
    COLUMNS
} Column;

/* What a column may be called; the first is its English name. */
static const char *const titles[COLUMNS][10] = {
    [COLUMN_UNIT] = {"unit", "unit name", "don vi", "ten don vi", "co quan", "co quan don vi"},
    [COLUMN_FILE] = {"file", "pattern", "file pattern", "file name", "tep", "ten tep", "mau ten tep",
                     "ten file"},
    [COLUMN_RULE] = {"rule", "rule id", "id", "group", "quy tac", "ma quy tac", "ma", "ma noi dung",
                     "noi dung"},
    [COLUMN_REASON] = {"reason", "ly do", "ly do chap nhan"},
    [COLUMN_APPROVER] = {"approver", "approved by", "nguoi duyet", "nguoi phe duyet", "nguoi chap nhan",
                         "phe duyet"},
    [COLUMN_BASIS] = {"basis", "legal basis", "can cu", "can cu phap ly", "can cu phap luat"},
    [COLUMN_EXPIRES] = {"expires", "expiry", "expiry date", "until", "het han", "ngay het han", "den ngay",
                        "het hieu luc", "thoi han"},
};

typedef struct {
    char *unit, *file; /* patterns; NULL: any */
    char *rule;        /* or a group */
    Waiver waiver;
    guint line;
    gboolean met; /* some document was its */
} Row;

struct Waivers {
    GPtrArray *rows; /* of Row * */
};

typedef struct {
    const char *path;
    const RuleSet *rules;
    const TableRow *head;
    gint places[COLUMNS];
} Reader;

static void row_free(gpointer data)
{
    Row *row = data;
    g_free(row->unit);
    g_free(row->file);
    g_free(row->rule);
    g_free(row->waiver.reason);
    g_free(row->waiver.approver);
    g_free(row->waiver.basis);
    g_free(row->waiver.expires);
    g_free(row);
}

void waivers_free(Waivers *waivers)
{
    if (!waivers)
        return;
    g_ptr_array_unref(waivers->rows);
    g_free(waivers);
}

/* --- reading -------------------------------------------------------------------------------------------- */

/* The name of a column in messages; the English one is its first title. */
static const char *const column_names[COLUMNS] = {
    [COLUMN_UNIT] = NC_("waivers", "Đơn vị"),          [COLUMN_FILE] = NC_("waivers", "Tệp"),
    [COLUMN_RULE] = NC_("waivers", "Mã quy tắc"),      [COLUMN_REASON] = NC_("waivers", "Lý do"),
    [COLUMN_APPROVER] = NC_("waivers", "Người duyệt"), [COLUMN_BASIS] = NC_("waivers", "Căn cứ"),
    [COLUMN_EXPIRES] = NC_("waivers", "Hết hạn"),
};

static gboolean refuse(const Reader *reader, const TableRow *row, Column column, const char *text,
                       GError **error)
{
    BilingualText name = bilingual_of(column_names[column]);
    table_refuse(reader->path, row, &name, table_field(row, reader->places[column]), text, error);
    bilingual_clear(&name);
    return FALSE;
}

static gboolean item_known(const Requirement *requirement, const char *id)
{
    for (guint i = 0; i < requirement->items->len; i++)
        if (g_str_equal(((const Item *)requirement->items->pdata[i])->id, id))
            return TRUE;
    return g_str_equal(requirement->id, id);
}

static gboolean rule_known(const RuleSet *rules, const char *id)
{
    for (guint i = 0; i < rules->groups->len; i++)
        if (g_str_equal(((const Group *)rules->groups->pdata[i])->id, id))
            return TRUE;
    for (guint p = 0; p < rules->packs->len; p++) {
        const Pack *pack = rules->packs->pdata[p];
        for (guint i = 0; i < pack->requirements->len; i++)
            if (item_known(pack->requirements->pdata[i], id))
                return TRUE;
    }
    return g_str_equal(id, "citation") ||
           (g_str_has_prefix(id, "consistency-") && consistency_kind_known(id + strlen("consistency-")));
}

/* "2026-12-31", "31/12/2026", "31-12-2026" or "31.12.2026"; NULL when it is no day of the calendar. */
static char *date_of(const char *text)
{
    g_auto(GStrv) parts = g_strsplit_set(text, "-/.", 0);
    guint64 numbers[3];
    if (g_strv_length(parts) != 3)
        return NULL;
    for (guint i = 0; i < 3; i++)
        if (!g_ascii_string_to_unsigned(parts[i], 10, 1, 9999, &numbers[i], NULL))
            return NULL;
    gboolean year_first = strlen(parts[0]) == 4;
    guint64 year = numbers[year_first ? 0 : 2], month = numbers[1], day = numbers[year_first ? 2 : 0];
    if (year < 1000 || month > 12 || day > 31 ||
        !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return NULL;
    return g_strdup_printf("%04u-%02u-%02u", (guint)year, (guint)month, (guint)day);
}

static char *text_or_null(const char *text)
{
    return *text ? g_strdup(text) : NULL;
}

static gboolean read_fields(const Reader *reader, const TableRow *from, Row *row, GError **error)
{
    for (guint column = COLUMN_RULE; column < COLUMNS; column++)
        if (!*table_field(from, reader->places[column]))
            return refuse(reader, from, (Column)column, N_("chưa ghi"), error);
    row->line = from->line;
    row->unit = text_or_null(table_field(from, reader->places[COLUMN_UNIT]));
    row->file = text_or_null(table_field(from, reader->places[COLUMN_FILE]));
    row->rule = g_strdup(table_field(from, reader->places[COLUMN_RULE]));
    row->waiver.reason = g_strdup(table_field(from, reader->places[COLUMN_REASON]));
    row->waiver.approver = g_strdup(table_field(from, reader->places[COLUMN_APPROVER]));
    row->waiver.basis = g_strdup(table_field(from, reader->places[COLUMN_BASIS]));
    row->waiver.expires = date_of(table_field(from, reader->places[COLUMN_EXPIRES]));
    if (!rule_known(reader->rules, row->rule))
        return refuse(reader, from, COLUMN_RULE, N_("không có trong bộ quy tắc, xem “rasoat rules list”"),
                      error);
    if (!row->waiver.expires)
        return refuse(reader, from, COLUMN_EXPIRES, N_("không phải ngày có thật; ghi như 31/12/2026"), error);
    return TRUE;
}

static gboolean refuse_table(const Reader *reader, Column column, GError **error)
{
    BilingualText name = bilingual_of(column_names[column]);
    g_autofree char *vi = g_strdup_printf(say(RASOAT_VIETNAMESE, "dòng 1: thiếu cột “%s”"), name.vi);
    g_autofree char *en = g_strdup_printf(say(RASOAT_ENGLISH, "dòng 1: thiếu cột “%s”"), name.en);
    bilingual_clear(&name);
    error_set(error, RASOAT_ERROR_USAGE, "%s: %s · %s", reader->path, vi, en);
    return FALSE;
}

static gboolean find_columns(Reader *reader, GError **error)
{
    for (guint column = 0; column < COLUMNS; column++) {
        reader->places[column] = reader->head ? table_find_column(reader->head, titles[column]) : -1;
        if (reader->places[column] < 0 && column >= COLUMN_RULE)
            return refuse_table(reader, column, error);
    }
    return TRUE;
}

Waivers *waivers_load(const char *path, const RuleSet *rules, GError **error)
{
    g_autofree char *text = table_read(path, N_("danh sách nội dung được chấp nhận"), NULL, error);
    if (!text)
        return NULL;
    TableReader table;
    table_begin(&table, text);
    g_autoptr(TableRow) head = table_next(&table);
    Reader reader = {.path = path, .rules = rules, .head = head};
    if (!find_columns(&reader, error))
        return NULL;
    g_autoptr(Waivers) waivers = g_new0(Waivers, 1);
    waivers->rows = g_ptr_array_new_with_free_func(row_free);
    for (TableRow *from; (from = table_next(&table));) {
        g_autoptr(TableRow) kept = from;
        Row *row = g_new0(Row, 1);
        g_ptr_array_add(waivers->rows, row);
        if (!read_fields(&reader, kept, row, error))
            return NULL;
    }
    return g_steal_pointer(&waivers);
}

/* --- whose, and what ------------------------------------------------------------------------------------ */

/* A name with * and ? in it, by the letters that names are compared by. */
static char *pattern_word(const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, "*", -1);
    GString *pattern = g_string_new(NULL);
    for (guint i = 0; parts[i]; i++) {
        g_autofree char *word = text_bare_words(parts[i]);
        g_string_append_printf(pattern, "%s%s", i ? "*" : "", word);
    }
    return g_string_free(pattern, FALSE);
}

static gboolean unit_matches(const char *pattern, const char *unit)
{
    if (!pattern || !unit)
        return pattern == NULL;
    g_autofree char *wanted = pattern_word(pattern);
    g_autofree char *word = text_bare_words(unit);
    return g_pattern_match_simple(wanted, word);
}

static gboolean file_matches(const char *pattern, const char *file)
{
    g_autofree char *base = g_path_get_basename(file);
    return !pattern || g_pattern_match_simple(pattern, file) || g_pattern_match_simple(pattern, base);
}

static gboolean is_open(const Finding *finding)
{
    return finding->status != STATUS_MET && finding->status != STATUS_NOT_APPLICABLE;
}

static gboolean is_meant(const Row *row, const Finding *finding)
{
    return g_str_equal(finding->rule, row->rule) ||
           (tally_is_content(finding) && g_str_equal(finding->group, row->rule));
}

/* --- marking -------------------------------------------------------------------------------------------- */

static void mark(Finding *finding, const Waiver *waiver)
{
    if (!finding->waiver)
        finding->waiver = waiver_copy(waiver);
}

/* What a section that is missing whole covers is waived with it. */
static void mark_covered(const Result *result, const Finding *section, const Waiver *waiver)
{
    for (guint i = 0; i < result->findings->len; i++) {
        Finding *item = result->findings->pdata[i];
        if (!item->waiver && gap_covering_section(result, item) == section)
            mark(item, waiver);
    }
}

static void apply_row(Row *row, Result *result)
{
    gboolean expired = g_strcmp0(row->waiver.expires, result->as_of) < 0, found = FALSE, open = FALSE;
    if (!unit_matches(row->unit, result->unit) || !file_matches(row->file, result->file))
        return;
    row->met = TRUE;
    for (guint i = 0; i < result->findings->len; i++) {
        Finding *finding = result->findings->pdata[i];
        if (!is_meant(row, finding))
            continue;
        found = TRUE;
        open = open || is_open(finding);
        if (expired || !is_open(finding))
            continue;
        mark(finding, &row->waiver);
        if (finding->check == CHECK_SECTION)
            mark_covered(result, finding, &row->waiver);
    }
    if (expired || !open)
        result_add_idle_waiver(result, row->line, row->rule, row->waiver.expires,
                               expired ? IDLE_EXPIRED
                               : found ? IDLE_NOT_OPEN
                                       : IDLE_NO_FINDING);
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

void waivers_apply(Waivers *waivers, Result *result)
{
    if (result->outcome != OUTCOME_JUDGED)
        return;
    result_expect_waivers(result);
    for (guint i = 0; i < waivers->rows->len; i++)
        apply_row(waivers->rows->pdata[i], result);
    for (guint i = 0; i < result->findings->len; i++) {
        Finding *section = result->findings->pdata[i];
        const Waiver *excuse =
            section->check == CHECK_SECTION && is_open(section) ? excuse_of(result, section) : NULL;
        if (excuse)
            mark(section, excuse);
    }
    if (tally_has_content(result))
        result->verdict = verdict_of(result);
}

void waivers_each_stray(const Waivers *waivers, void (*tell)(guint line, const char *rule, gpointer data),
                        gpointer data)
{
    for (guint i = 0; i < waivers->rows->len; i++) {
        const Row *row = waivers->rows->pdata[i];
        if (!row->met)
            tell(row->line, row->rule, data);
    }
}
