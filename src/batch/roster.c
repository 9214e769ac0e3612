/* From the rows of a table to units: columns found by their names, every field read or refused with its
 * place; kinds and columns that are not known are passed over with a note.
 */
#include "batch/roster.h"

#include <string.h>

#include "base/error.h"
#include "base/translate.h"
#include "batch/roster_rows.h"
#include "batch/roster_words.h"
#include "document/front.h"
#include "text/table.h"
#include "text/table_faults.h"
#include "text/unit_words.h"

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

enum { TITLES_MOST = 32, HEAD_LINES = 10, ASIDES_NAMED = 10, ASIDE_LENGTH = 40 };

/* What a column may be called, compared without marks. */
static const char *const titles[COLUMNS][TITLES_MOST] = {
    [COLUMN_NAME] = {"unit",
                     "name",
                     "unit name",
                     "name of unit",
                     "organisation",
                     "organization",
                     "organisation name",
                     "organization name",
                     "institution",
                     "đơn vị",
                     "tên đơn vị",
                     "tên",
                     "cơ quan",
                     "tên cơ quan",
                     "cơ quan, đơn vị",
                     "tên cơ quan, đơn vị",
                     "đơn vị nộp",
                     "tên đơn vị nộp",
                     "cơ quan nộp",
                     "đơn vị nộp quy chế",
                     "đơn vị ban hành",
                     "cơ quan ban hành",
                     "đơn vị báo cáo",
                     "trường",
                     "tên trường",
                     "tên xã",
                     "tên doanh nghiệp",
                     "tên công ty"},
    [COLUMN_KIND] = {"kind", "type", "profile", "category", "unit type", "type of unit", "kind of unit",
                     "loại", "loại đơn vị", "loại cơ quan", "loại cơ quan, đơn vị", "loại hình",
                     "loại hình đơn vị", "phân loại", "nhóm", "nhóm đơn vị", "khối", "cấp học"},
    [COLUMN_PARENT] = {"parent",
                       "parent unit",
                       "parent body",
                       "cấp trên",
                       "đơn vị cấp trên",
                       "cơ quan cấp trên",
                       "cơ quan chủ quản",
                       "trực thuộc",
                       "đơn vị chủ quản",
                       "thuộc",
                       "cơ quan quản lý",
                       "đơn vị quản lý",
                       "cấp quản lý",
                       "cấp trên trực tiếp",
                       "cơ quan cấp trên trực tiếp",
                       "cơ quan quản lý trực tiếp",
                       "đơn vị quản lý trực tiếp",
                       "cơ quan quản lý cấp trên",
                       "cơ quan, đơn vị quản lý",
                       "cơ quan, đơn vị cấp trên"},
    [COLUMN_FILE] = {"file", "pattern", "file pattern", "file name", "filename", "tệp", "tên tệp",
                     "mẫu tên tệp", "tên file", "tệp nộp", "tập tin", "tên tập tin", "file nộp"},
    [COLUMN_STAFF] = {"staff",
                      "staff count",
                      "number of staff",
                      "employees",
                      "number of employees",
                      "headcount",
                      "số người",
                      "số cán bộ",
                      "số lao động",
                      "số nhân sự",
                      "biên chế",
                      "số ccvc",
                      "số cbccvc",
                      "số lượng",
                      "tổng số người",
                      "số người lao động",
                      "số nhân viên",
                      "số cán bộ, công chức, viên chức",
                      "số cán bộ, giáo viên, nhân viên",
                      "số cbgvnv",
                      "tổng số cbccvc",
                      "tổng số cán bộ, công chức, viên chức",
                      "số biên chế",
                      "số lượng người làm việc",
                      "nhân sự"},
    [COLUMN_STATE] = {"state owned", "state", "nhà nước", "doanh nghiệp nhà nước", "dnnn", "vốn nhà nước"},
    [COLUMN_UNION] = {"union", "trade union", "công đoàn", "có công đoàn", "tổ chức công đoàn"},
    [COLUMN_DISPERSED] = {"dispersed", "phân tán", "hoạt động phân tán", "làm việc phân tán"},
};

/* Columns that lists have beside, and that nobody takes for one of ours. */
static const char *const order_titles[] = {"stt", "tt", "số tt", "số thứ tự", "no", "number", NULL};
static const char *const remark_titles[] = {"ghi chú", "note", "notes", "remarks", NULL};

typedef struct {
    const char *path;
    gint places[COLUMNS]; /* of each column in a row; -1: there is none */
    gint order;           /* the same of running numbers */
    const TableRow *head;
    GPtrArray *notes;
    GHashTable *told;    /* kinds that are not known, as written, of which there is a note */
    guint asides;        /* rows passed over that are no units */
    GString *aside;      /* the first of them, for the note */
    TableFaults *faults; /* fields and rows that are refused */
} Reader;

void roster_free(Roster *roster)
{
    if (!roster)
        return;
    roster_units_free(roster->units);
    g_free(roster->digest);
    g_ptr_array_unref(roster->notes);
    g_free(roster);
}

/* --- notes ---------------------------------------------------------------------------------------------- */

static void add_note(const Reader *reader, BilingualText text)
{
    g_ptr_array_add(reader->notes, g_strdup_printf("%s: %s · %s", reader->path, text.vi, text.en));
    bilingual_clear(&text);
}

/* --- fields --------------------------------------------------------------------------------------------- */

static const char *field_of(const Reader *reader, const TableRow *row, Column column)
{
    return table_field(row, reader->places[column]);
}

static void refuse(Reader *reader, const TableRow *row, Column column, const char *text)
{
    GError *fault = NULL;
    char *title = reader->head->fields->pdata[reader->places[column]];
    table_refuse(reader->path, row, &(BilingualText){title, title}, field_of(reader, row, column), text,
                 &fault);
    table_faults_add(reader->faults, fault);
}

static char *text_or_null(const char *text)
{
    return *text ? g_strdup(text) : NULL;
}

/* A word that is not known leaves the kind open, as if nothing were said; each is told once. */
static void read_kind(const Reader *reader, const TableRow *row, RosterUnit *unit)
{
    const char *text = field_of(reader, row, COLUMN_KIND);
    gboolean state_owned = FALSE;
    unit->kind =
        g_strdup(roster_field_blank(text) ? NULL : roster_kind_of_unit(text, unit->name, &state_owned));
    unit->state_owned = state_owned ? 1 : -1;
    if (!unit->kind && !roster_field_blank(text) && g_hash_table_add(reader->told, g_strdup(text)))
        add_note(reader,
                 bilingual_format(N_("dòng %u: không rõ “%s” là loại đơn vị nào (cơ quan, trường, xã, doanh "
                                     "nghiệp); loại của đơn vị lấy theo văn bản"),
                                  row->line, text));
}

static void read_staff(Reader *reader, const TableRow *row, RosterUnit *unit)
{
    const char *text = field_of(reader, row, COLUMN_STAFF);
    unit->staff = roster_staff_of(text);
    if (unit->staff < 0 && !roster_field_blank(text))
        refuse(reader, row, COLUMN_STAFF,
               N_("không phải là số; ghi số người bằng chữ số, như 25, hoặc để trống"));
}

/* Yes or no; as it is when nothing is said. */
static void read_answer(Reader *reader, const TableRow *row, Column column, gint *answer)
{
    const char *text = field_of(reader, row, column);
    if (roster_field_blank(text))
        return;
    *answer = roster_answer_of(text);
    if (*answer < 0)
        refuse(reader, row, column, N_("không phải là có hoặc không; ghi “có”, “không” hoặc để trống"));
}

/* Fills a unit that is empty. */
static void read_unit(Reader *reader, const TableRow *row, RosterUnit *unit)
{
    unit->name = g_strdup(roster_name_behind_number(field_of(reader, row, COLUMN_NAME)));
    unit->parent = text_or_null(field_of(reader, row, COLUMN_PARENT));
    unit->pattern = text_or_null(field_of(reader, row, COLUMN_FILE));
    unit->line = row->line;
    if (!*unit->name)
        refuse(reader, row, COLUMN_NAME, N_("thiếu tên đơn vị; ghi tên, hoặc xóa dòng này"));
    unit->has_union = unit->dispersed = -1;
    read_kind(reader, row, unit);
    unit->key = unit_key_of_kind(unit->name, unit->kind, unit->parent);
    read_staff(reader, row, unit);
    read_answer(reader, row, COLUMN_STATE, &unit->state_owned);
    read_answer(reader, row, COLUMN_UNION, &unit->has_union);
    read_answer(reader, row, COLUMN_DISPERSED, &unit->dispersed);
}

/* --- the file ------------------------------------------------------------------------------------------- */

static gboolean refuse_second(RosterUnits *units, guint number, Reader *reader, const RosterUnit *unit,
                              GError **error)
{
    GError *fault = NULL;
    g_auto(RosterUnit) before = {0};
    if (!roster_units_get(units, number, &before, error))
        return FALSE;
    error_set_usage(
        &fault, reader->path,
        reader->places[COLUMN_PARENT] >= 0
            ? N_("dòng %u: đơn vị “%s” đã có ở dòng %u; xóa một dòng, hoặc ghi cấp trên của mỗi đơn "
                 "vị nếu là hai đơn vị cùng tên")
            : N_("dòng %u: đơn vị “%s” đã có ở dòng %u; xóa một dòng, hoặc thêm cột mang tên “Cấp "
                 "trên” nếu là hai đơn vị cùng tên"),
        unit->line, unit->name, before.line);
    table_faults_add(reader->faults, fault);
    return TRUE;
}

/* What is longer than the name of any body in a document; it is noted. */
static gboolean is_too_long(Reader *reader, const TableRow *row)
{
    GError *fault = NULL;
    if (strlen(field_of(reader, row, COLUMN_NAME)) <= FRONT_TEXT_BYTES)
        return FALSE;
    error_set_usage(&fault, reader->path, N_("dòng %u: tên đơn vị dài hơn %d byte; ghi lại tên đúng"),
                    row->line, FRONT_TEXT_BYTES);
    table_faults_add(reader->faults, fault);
    return TRUE;
}

/* FALSE where the units cannot be kept; faults of the row are noted. */
static gboolean add_unit(RosterUnits *units, Reader *reader, const TableRow *row, GError **error)
{
    g_auto(RosterUnit) unit = {0};
    guint before;
    if (is_too_long(reader, row))
        return TRUE;
    read_unit(reader, row, &unit);
    if (!*unit.name)
        return TRUE;
    if (!roster_units_find(units, unit.key, &before, error))
        return FALSE;
    return before ? refuse_second(units, before, reader, &unit, error)
                  : roster_units_add(units, &unit, error);
}

/* Whether nothing is said of the unit but its name and number of people. */
static gboolean stands_alone(const Reader *reader, const TableRow *row)
{
    for (guint column = COLUMN_KIND; column < COLUMNS; column++)
        if (column != COLUMN_STAFF && !roster_field_blank(field_of(reader, row, column)))
            return FALSE;
    return TRUE;
}

/* What a row says; the name is what it says first, for the note, where the column of names is empty. */
static RosterRow row_of(const Reader *reader, const TableRow *row, gboolean first)
{
    const char *name = field_of(reader, row, COLUMN_NAME), *order = table_field(row, reader->order);
    const gboolean named = *name != '\0';
    for (guint i = 0; i < row->fields->len && !*name; i++)
        name = row->fields->pdata[i];
    return (RosterRow){.order = order == name ? "" : order,
                       .name = name,
                       .named = named,
                       .alone = stands_alone(reader, row),
                       .first = first};
}

/* Whether a row only heads the units below it, between which and it others may stand that do. */
static gboolean heads_units(const Reader *reader, const RosterRow *row, TableReader ahead)
{
    enum { LEVELS_MOST = 4 };
    for (guint i = 0; roster_row_may_head(row) && i < LEVELS_MOST; i++) {
        g_autoptr(TableRow) next = table_next(&ahead);
        if (!next)
            return FALSE;
        const RosterRow below = row_of(reader, next, FALSE);
        if (roster_row_heads(row, &below))
            return TRUE;
        if (!roster_row_is_aside(&below) && !roster_row_may_head(&below))
            return FALSE;
    }
    return FALSE;
}

static void pass_over(Reader *reader, const TableRow *row, const char *name)
{
    g_autofree char *cut = g_utf8_substring(name, 0, MIN(g_utf8_strlen(name, -1), ASIDE_LENGTH));
    if (++reader->asides <= ASIDES_NAMED)
        g_string_append_printf(reader->aside, "%s%u “%s”", reader->aside->len ? ", " : "", row->line, cut);
}

static void note_asides(const Reader *reader)
{
    if (reader->asides > 0)
        add_note(reader, bilingual_format(
                             N_("bỏ qua %u dòng không phải là đơn vị (cộng, đề mục, ghi chú): dòng %s%s"),
                             reader->asides, reader->aside->str, reader->asides > ASIDES_NAMED ? ", …" : ""));
}

static gboolean read_rows(RosterUnits *units, Reader *reader, TableReader *table, GError **error)
{
    for (gboolean first = TRUE, below = FALSE;; first = FALSE) {
        g_autoptr(TableRow) row = table_next(table);
        if (!row || table->unclosed)
            break;
        const RosterRow said = row_of(reader, row, first);
        below = roster_row_is_foot(&said) || (below && !roster_row_is_numbered(&said));
        if (below || roster_row_is_aside(&said) || heads_units(reader, &said, *table))
            pass_over(reader, row, said.name);
        else if (!add_unit(units, reader, row, error))
            return FALSE;
    }
    note_asides(reader);
    return table_is_whole(table, reader->path, error) &&
           table_faults_none(reader->faults, reader->path, error) &&
           (roster_units_count(units) > 0 || error_set_usage(error, reader->path, N_("không có đơn vị nào")));
}

/* How many columns of a row have titles that are known, the idle ones among them. */
static guint find_columns(Reader *reader, const TableRow *row)
{
    reader->order = table_find_column(row, order_titles);
    guint known = reader->order >= 0 || table_find_column(row, remark_titles) >= 0;
    for (guint column = 0; column < COLUMNS; column++) {
        reader->places[column] = table_find_column(row, titles[column]);
        known += reader->places[column] >= 0;
    }
    return known;
}

static guint filled(const TableRow *row)
{
    guint count = 0;
    for (guint i = 0; i < row->fields->len; i++)
        count += *(const char *)row->fields->pdata[i] != '\0';
    return count;
}

/* The row of titles. Below the first row, one title alone among other fields is no sign: "đơn vị" is a kind
 * of unit as well. NULL: there is none. */
static TableRow *find_head(Reader *reader, TableReader *table)
{
    for (gboolean first = TRUE;; first = FALSE) {
        table_renew_separator(table);
        g_autoptr(TableRow) row = table_next(table);
        if (!row || row->line > HEAD_LINES)
            return NULL;
        guint known = find_columns(reader, row);
        if (reader->places[COLUMN_NAME] >= 0 && (first || known > 1 || filled(row) == 1))
            return g_steal_pointer(&row);
    }
}

static gboolean is_used(const Reader *reader, guint place)
{
    for (guint column = 0; column < COLUMNS; column++)
        if (reader->places[column] == (gint)place)
            return TRUE;
    return FALSE;
}

/* Columns that are passed over, in one note: one that is only misspelt is else not noticed. */
static void note_columns(const Reader *reader)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < reader->head->fields->len; i++) {
        TableRow alone = {.fields = g_ptr_array_new()};
        const char *title = reader->head->fields->pdata[i];
        g_ptr_array_add(alone.fields, (gpointer)title);
        if (*title && !is_used(reader, i) && table_find_column(&alone, order_titles) < 0 &&
            table_find_column(&alone, remark_titles) < 0)
            g_string_append_printf(names, "%s“%s”", names->len ? ", " : "", title);
        g_ptr_array_unref(alone.fields);
    }
    if (names->len)
        add_note(reader, bilingual_format(N_("không dùng đến cột %s"), names->str));
}

static gboolean read_table(Roster *roster, const char *path, const char *text, GError **error)
{
    TableReader table;
    table_begin(&table, text);
    g_autoptr(GHashTable) told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GString) aside = g_string_new(NULL);
    g_autoptr(TableFaults) faults = table_faults_new();
    Reader reader = {.path = path, .notes = roster->notes, .told = told, .aside = aside, .faults = faults};
    g_autoptr(TableRow) head = find_head(&reader, &table);
    if (!head)
        return table_is_whole(&table, path, error) &&
               error_set_usage(
                   error, path,
                   N_("trong mười dòng đầu phải có dòng tên cột, với cột “Đơn vị” (hoặc “Tên đơn vị”)"));
    reader.head = head;
    note_columns(&reader);
    roster->units = roster_units_new(error);
    return roster->units && read_rows(roster->units, &reader, &table, error);
}

Roster *roster_load(const char *path, GError **error)
{
    g_autoptr(Roster) roster = g_new0(Roster, 1);
    roster->notes = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *text = table_read(path, N_("danh sách đơn vị"), &roster->digest, error);
    return text && read_table(roster, path, text, error) ? g_steal_pointer(&roster) : NULL;
}
