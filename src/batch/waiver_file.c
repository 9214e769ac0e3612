/* The file of waivers: columns found by their names, every field read or refused with its place. */
#include "batch/waiver_file.h"

#include <string.h>

#include "audit/consistency.h"
#include "base/calendar.h"
#include "base/error.h"
#include "base/translate.h"
#include "batch/waivers_private.h"
#include "text/fold.h"
#include "text/table.h"
#include "text/table_faults.h"

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
    const char *path;
    const RuleSet *rules;
    const TableRow *head;
    gint places[COLUMNS];
    TableFaults *faults;
} Reader;

/* The name of a column in messages; the English one is its first title. */
static const char *const column_names[COLUMNS] = {
    [COLUMN_UNIT] = NC_("waivers", "Đơn vị"),          [COLUMN_FILE] = NC_("waivers", "Tệp"),
    [COLUMN_RULE] = NC_("waivers", "Mã quy tắc"),      [COLUMN_REASON] = NC_("waivers", "Lý do"),
    [COLUMN_APPROVER] = NC_("waivers", "Người duyệt"), [COLUMN_BASIS] = NC_("waivers", "Căn cứ"),
    [COLUMN_EXPIRES] = NC_("waivers", "Hết hạn"),
};

static void refuse(const Reader *reader, const TableRow *row, Column column, const char *text)
{
    GError *fault = NULL;
    BilingualText name = bilingual_of(column_names[column]);
    table_refuse(reader->path, row, &name, table_field(row, reader->places[column]), text, &fault);
    bilingual_clear(&name);
    table_faults_add(reader->faults, fault);
}

static const BilingualText *item_title(const Requirement *requirement, const char *id)
{
    for (guint i = 0; i < requirement->items->len; i++) {
        const Item *item = requirement->items->pdata[i];
        if (g_str_equal(item->id, id))
            return &item->title;
    }
    return g_str_equal(requirement->id, id) ? &requirement->title : NULL;
}

static const BilingualText *content_title(const RuleSet *rules, const char *id)
{
    for (guint i = 0; i < rules->groups->len; i++) {
        const Group *group = rules->groups->pdata[i];
        if (g_str_equal(group->id, id))
            return &group->title;
    }
    for (guint p = 0; p < rules->packs->len; p++) {
        const Pack *pack = rules->packs->pdata[p];
        for (guint i = 0; i < pack->requirements->len; i++) {
            const BilingualText *title = item_title(pack->requirements->pdata[i], id);
            if (title)
                return title;
        }
    }
    return NULL;
}

/* "citation" for all acts cited, "citation:" and the number of one. */
static gboolean is_citation(const char *id)
{
    const char *rest = g_str_has_prefix(id, "citation") ? id + strlen("citation") : "?";
    g_autofree char *act = text_bare_words(rest);
    return *rest == '\0' || (*rest == ':' && *act);
}

/* FALSE: the rules have no such rule or group. */
static gboolean find_title(const RuleSet *rules, const char *id, BilingualText *title)
{
    const BilingualText *content = content_title(rules, id);
    if (content)
        *title = bilingual_copy(content);
    else if (is_citation(id))
        *title = bilingual_of(N_("Văn bản được viện dẫn"));
    else if (g_str_has_prefix(id, "consistency-") && consistency_kind_known(id + strlen("consistency-")))
        *title = bilingual_of(N_("Thể thức và tính nhất quán"));
    else
        return FALSE;
    return TRUE;
}

/* As a report prints it, "[l10-xa-d28-k2]", or in capitals, it is the same rule; else as it is written. */
static char *rule_of(const RuleSet *rules, const char *written, BilingualText *title)
{
    g_autofree char *bare = g_strdup(written);
    gsize length = strlen(bare);
    if (length > 2 && bare[0] == '[' && bare[length - 1] == ']') {
        bare[length - 1] = '\0';
        memmove(bare, bare + 1, length - 1);
    }
    g_autofree char *rule = g_strdup(g_strstrip(bare)), *small = g_utf8_strdown(rule, -1);
    if (find_title(rules, rule, title))
        return g_steal_pointer(&rule);
    return find_title(rules, small, title) ? g_steal_pointer(&small) : g_strdup(written);
}

static char *text_or_null(const char *text)
{
    return *text ? g_strdup(text) : NULL;
}

static void read_fields(const Reader *reader, const TableRow *from, WaiverRow *row)
{
    for (guint column = COLUMN_RULE; column < COLUMNS; column++)
        if (!*table_field(from, reader->places[column]))
            refuse(reader, from, (Column)column, N_("chưa ghi"));
    row->line = from->line;
    row->unit = text_or_null(table_field(from, reader->places[COLUMN_UNIT]));
    row->file = text_or_null(table_field(from, reader->places[COLUMN_FILE]));
    row->rule = rule_of(reader->rules, table_field(from, reader->places[COLUMN_RULE]), &row->title);
    row->waiver.reason = g_strdup(table_field(from, reader->places[COLUMN_REASON]));
    row->waiver.approver = g_strdup(table_field(from, reader->places[COLUMN_APPROVER]));
    row->waiver.basis = g_strdup(table_field(from, reader->places[COLUMN_BASIS]));
    const char *expires = table_field(from, reader->places[COLUMN_EXPIRES]);
    row->waiver.expires = calendar_date(expires);
    if (*row->rule && !row->title.vi)
        refuse(reader, from, COLUMN_RULE, N_("không có trong bộ quy tắc, xem “rasoat rules list”"));
    if (*expires && !row->waiver.expires)
        refuse(reader, from, COLUMN_EXPIRES, N_("không phải ngày có thật; ghi như 31/12/2026"));
}

static void refuse_table(const Reader *reader, Column column)
{
    GError *fault = NULL;
    BilingualText name = bilingual_of(column_names[column]);
    g_autofree char *vi = g_strdup_printf(say(RASOAT_VIETNAMESE, "dòng 1: thiếu cột “%s”"), name.vi);
    g_autofree char *en = g_strdup_printf(say(RASOAT_ENGLISH, "dòng 1: thiếu cột “%s”"), name.en);
    bilingual_clear(&name);
    error_set(&fault, RASOAT_ERROR_USAGE, "%s: %s · %s", reader->path, vi, en);
    table_faults_add(reader->faults, fault);
}

static void find_columns(Reader *reader)
{
    for (guint column = 0; column < COLUMNS; column++) {
        reader->places[column] = reader->head ? table_find_column(reader->head, titles[column]) : -1;
        if (reader->places[column] < 0 && column >= COLUMN_RULE)
            refuse_table(reader, column);
        if (reader->head && table_has_column_twice(reader->head, titles[column]))
            refuse(reader, reader->head, (Column)column, N_("được dùng cho hai cột; bỏ bớt một cột"));
    }
}

static void read_rows(const Reader *reader, TableReader *table, Waivers *waivers)
{
    for (TableRow *from; (from = table_next(table));) {
        g_autoptr(TableRow) kept = from;
        WaiverRow row = {0};
        read_fields(reader, kept, &row);
        waivers_add(waivers, &row);
    }
}

Waivers *waivers_load(const char *path, const RuleSet *rules, GError **error)
{
    g_autoptr(Waivers) waivers = waivers_new();
    g_autofree char *text =
        table_read(path, N_("danh sách nội dung được chấp nhận"), &waivers->digest, error);
    if (!text)
        return NULL;
    TableReader table;
    table_begin(&table, text);
    g_autoptr(TableRow) head = table_next(&table);
    g_autoptr(TableFaults) faults = table_faults_new();
    Reader reader = {.path = path, .rules = rules, .head = head, .faults = faults};
    find_columns(&reader);
    if (faults->count == 0) /* else every row would lack the field */
        read_rows(&reader, &table, waivers);
    return table_is_whole(&table, path, error) && table_faults_none(faults, path, error)
               ? g_steal_pointer(&waivers)
               : NULL;
}
