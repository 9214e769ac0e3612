/* From the rows of a table to units: columns found by their names, every field read or refused with its
 * place.
 */
#include "batch/roster.h"

#include "base/error.h"
#include "base/translate.h"
#include "batch/unit_names.h"
#include "text/fold.h"
#include "text/table.h"

typedef enum {
    COLUMN_NAME,
    COLUMN_KIND,
    COLUMN_PARENT,
    COLUMN_FILE,
    COLUMN_STAFF,
    COLUMN_STATE,
    COLUMN_UNION,
    COLUMN_DISPERSED,
    COLUMNS
} Column;

/* What a column may be called, as folded without marks. */
static const char *const titles[COLUMNS][12] = {
    [COLUMN_NAME] = {"unit", "name", "unit name", "don vi", "ten don vi", "ten", "co quan", "ten co quan",
                     "co quan don vi", "ten co quan don vi"},
    [COLUMN_KIND] = {"kind", "type", "profile", "loai", "loai don vi", "loai hinh", "loai hinh don vi"},
    [COLUMN_PARENT] = {"parent", "parent unit", "cap tren", "don vi cap tren", "co quan cap tren",
                       "co quan chu quan", "truc thuoc", "don vi chu quan"},
    [COLUMN_FILE] = {"file", "pattern", "file pattern", "file name", "tep", "ten tep", "mau ten tep",
                     "ten file", "tep nop"},
    [COLUMN_STAFF] = {"staff", "staff count", "number of staff", "so nguoi", "so can bo", "so lao dong",
                      "so nhan su", "bien che", "so ccvc", "so luong"},
    [COLUMN_STATE] = {"state owned", "state", "nha nuoc", "doanh nghiep nha nuoc", "dnnn", "von nha nuoc"},
    [COLUMN_UNION] = {"union", "trade union", "cong doan", "co cong doan", "to chuc cong doan"},
    [COLUMN_DISPERSED] = {"dispersed", "phan tan", "hoat dong phan tan", "lam viec phan tan"},
};

typedef struct {
    const char *word; /* folded without marks */
    const char *value;
} Meaning;

static const Meaning kinds[] = {
    {"agency", "agency"},
    {"co quan", "agency"},
    {"don vi", "agency"},
    {"co quan don vi", "agency"},
    {"don vi su nghiep", "agency"},
    {"co quan hanh chinh", "agency"},
    {"school", "school"},
    {"truong", "school"},
    {"truong hoc", "school"},
    {"co so giao duc", "school"},
    {"commune", "commune"},
    {"xa", "commune"},
    {"phuong", "commune"},
    {"thi tran", "commune"},
    {"dac khu", "commune"},
    {"xa phuong", "commune"},
    {"xa phuong thi tran", "commune"},
    {"cap xa", "commune"},
    {"enterprise", "enterprise"},
    {"doanh nghiep", "enterprise"},
    {"cong ty", "enterprise"},
    {"doanh nghiep nha nuoc", "enterprise"},
};

static const Meaning answers[] = {
    {"co", "1"},   {"x", "1"},     {"1", "1"}, {"yes", "1"}, {"y", "1"}, {"true", "1"},  {"dung", "1"},
    {"phai", "1"}, {"khong", "0"}, {"0", "0"}, {"no", "0"},  {"n", "0"}, {"false", "0"},
};

typedef struct {
    const char *path;
    gint places[COLUMNS]; /* of each column in a row; -1: there is none */
    const TableRow *head;
} Reader;

void roster_free(Roster *roster)
{
    if (!roster)
        return;
    roster_units_free(roster->units);
    g_free(roster->digest);
    g_free(roster);
}

/* --- words ---------------------------------------------------------------------------------------------- */

static const char *value_of(const char *text, const Meaning *words, guint count)
{
    g_autofree char *word = text_bare_words(text);
    for (guint i = 0; i < count; i++)
        if (g_str_equal(words[i].word, word))
            return words[i].value;
    return NULL;
}

/* --- fields --------------------------------------------------------------------------------------------- */

static const char *field_of(const Reader *reader, const TableRow *row, Column column)
{
    return table_field(row, reader->places[column]);
}

static gboolean refuse(const Reader *reader, const TableRow *row, Column column, const char *text,
                       GError **error)
{
    char *title = reader->head->fields->pdata[reader->places[column]];
    return table_refuse(reader->path, row, &(BilingualText){title, title}, field_of(reader, row, column),
                        text, error);
}

static char *text_or_null(const char *text)
{
    return *text ? g_strdup(text) : NULL;
}

static gboolean read_kind(const Reader *reader, const TableRow *row, RosterUnit *unit, GError **error)
{
    const char *text = field_of(reader, row, COLUMN_KIND);
    const char *kind = value_of(text, kinds, G_N_ELEMENTS(kinds));
    if (*text && !kind)
        return refuse(reader, row, COLUMN_KIND,
                      N_("không phải loại đơn vị (cơ quan, trường, xã, doanh nghiệp)"), error);
    unit->kind = g_strdup(kind);
    return TRUE;
}

/* The text without the marks by which spreadsheets group thousands: 1.200 or 1,200. */
static char *ungrouped(const char *text)
{
    GString *digits = g_string_new(NULL);
    for (const char *c = text; *c; c++) {
        gboolean grouped = c > text && strchr(".,", *c) && g_ascii_isdigit(c[1]) && g_ascii_isdigit(c[2]) &&
                           g_ascii_isdigit(c[3]) && !g_ascii_isdigit(c[4]);
        if (!grouped)
            g_string_append_c(digits, *c);
    }
    return g_string_free(digits, FALSE);
}

static gboolean read_staff(const Reader *reader, const TableRow *row, RosterUnit *unit, GError **error)
{
    const char *text = field_of(reader, row, COLUMN_STAFF);
    g_autofree char *digits = ungrouped(text);
    guint64 staff = 0;
    if (*text && !g_ascii_string_to_unsigned(digits, 10, 0, 10000000, &staff, NULL))
        return refuse(reader, row, COLUMN_STAFF, N_("không phải là số"), error);
    unit->staff = *text ? (gint)staff : -1;
    return TRUE;
}

/* Yes or no, -1 when nothing is said. */
static gboolean read_answer(const Reader *reader, const TableRow *row, Column column, gint *answer,
                            GError **error)
{
    const char *text = field_of(reader, row, column);
    const char *value = value_of(text, answers, G_N_ELEMENTS(answers));
    if (*text && !value)
        return refuse(reader, row, column, N_("không phải là có hoặc không"), error);
    *answer = value ? *value - '0' : -1;
    return TRUE;
}

/* Fills a unit that is empty. */
static gboolean read_unit(const Reader *reader, const TableRow *row, RosterUnit *unit, GError **error)
{
    unit->name = g_strdup(field_of(reader, row, COLUMN_NAME));
    unit->parent = text_or_null(field_of(reader, row, COLUMN_PARENT));
    unit->pattern = text_or_null(field_of(reader, row, COLUMN_FILE));
    unit->line = row->line;
    if (!*unit->name)
        return refuse(reader, row, COLUMN_NAME, N_("thiếu tên đơn vị"), error);
    unit->key = unit_key(unit->name, unit->parent);
    return read_kind(reader, row, unit, error) && read_staff(reader, row, unit, error) &&
           read_answer(reader, row, COLUMN_STATE, &unit->state_owned, error) &&
           read_answer(reader, row, COLUMN_UNION, &unit->has_union, error) &&
           read_answer(reader, row, COLUMN_DISPERSED, &unit->dispersed, error);
}

/* --- the file ------------------------------------------------------------------------------------------- */

static gboolean refuse_second(RosterUnits *units, guint number, const Reader *reader, const RosterUnit *unit,
                              GError **error)
{
    g_auto(RosterUnit) before = {0};
    if (roster_units_get(units, number, &before, error))
        error_set_usage(error, reader->path, N_("dòng %u: đơn vị “%s” đã có ở dòng %u"), unit->line,
                        unit->name, before.line);
    return FALSE;
}

static gboolean add_unit(RosterUnits *units, const Reader *reader, const TableRow *row, GError **error)
{
    g_auto(RosterUnit) unit = {0};
    guint before;
    if (!read_unit(reader, row, &unit, error) || !roster_units_find(units, unit.key, &before, error))
        return FALSE;
    return before ? refuse_second(units, before, reader, &unit, error)
                  : roster_units_add(units, &unit, error);
}

static gboolean read_rows(RosterUnits *units, const Reader *reader, TableReader *table, GError **error)
{
    for (;;) {
        g_autoptr(TableRow) row = table_next(table);
        if (!row)
            return roster_units_count(units) > 0 ||
                   error_set_usage(error, reader->path, N_("không có đơn vị nào"));
        if (!add_unit(units, reader, row, error))
            return FALSE;
    }
}

static gboolean read_table(Roster *roster, const char *path, const char *text, GError **error)
{
    TableReader table;
    table_begin(&table, text);
    g_autoptr(TableRow) head = table_next(&table);
    Reader reader = {.path = path, .head = head};
    for (guint column = 0; head && column < COLUMNS; column++)
        reader.places[column] = table_find_column(head, titles[column]);
    if (!head || reader.places[COLUMN_NAME] < 0)
        return error_set_usage(error, path, N_("dòng đầu phải có cột “Đơn vị” (hoặc “Tên đơn vị”)"));
    roster->units = roster_units_new(error);
    return roster->units && read_rows(roster->units, &reader, &table, error);
}

Roster *roster_load(const char *path, GError **error)
{
    g_autoptr(Roster) roster = g_new0(Roster, 1);
    g_autofree char *text = table_read(path, N_("danh sách đơn vị"), &roster->digest, error);
    return text && read_table(roster, path, text, error) ? g_steal_pointer(&roster) : NULL;
}
