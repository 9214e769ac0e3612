/* Tables as sheets (libxlsxwriter in constant memory: a row is on disk as soon as the next begins). */
#include <errno.h>
#include <xlsxwriter.h>

#include "base/error.h"
#include "district/tables.h"
#include "district/xlsx_whole.h"
#include "report/words.h"

enum { CELL_MOST = 32767, ROWS_MOST = 1048576, HEAD_POINTS = 45 };

typedef struct {
    const char *class;
    lxw_color_t back, ink;
    lxw_format *format;
} Colour;

typedef struct {
    TableSink sink;
    lxw_worksheet *sheets[TABLES];
    lxw_row_t row[TABLES];
    lxw_format *plain;
    Colour *colours;
    guint colour_count;
    lxw_error failure;
} XlsxSink;

static void keep(XlsxSink *xlsx, lxw_error code)
{
    if (code != LXW_NO_ERROR && xlsx->failure == LXW_NO_ERROR)
        xlsx->failure = code;
}

static lxw_format *format_of(const XlsxSink *xlsx, const char *class)
{
    for (guint i = 0; class && i < xlsx->colour_count; i++)
        if (g_str_equal(xlsx->colours[i].class, class))
            return xlsx->colours[i].format;
    return xlsx->plain;
}

/* A cell takes so many characters; what is longer is cut, and says so. */
static char *fitting(const char *text)
{
    if (g_utf8_strlen(text, -1) <= CELL_MOST / 2)
        return g_strdup(text);
    g_autofree char *head = g_utf8_substring(text, 0, CELL_MOST / 2 - 1);
    return g_strconcat(head, "…", NULL);
}

/* Always a string, never a formula, whatever it begins with. */
static void xlsx_text(TableSink *sink, Table table, guint column, const char *text, const char *class)
{
    XlsxSink *xlsx = (XlsxSink *)sink;
    g_autofree char *cell = fitting(text);
    if (xlsx->row[table] < ROWS_MOST)
        keep(xlsx, worksheet_write_string(xlsx->sheets[table], xlsx->row[table], (lxw_col_t)column, cell,
                                          format_of(xlsx, class)));
}

static void xlsx_number(TableSink *sink, Table table, guint column, gint64 number)
{
    XlsxSink *xlsx = (XlsxSink *)sink;
    if (xlsx->row[table] < ROWS_MOST)
        keep(xlsx, worksheet_write_number(xlsx->sheets[table], xlsx->row[table], (lxw_col_t)column,
                                          (double)number, xlsx->plain));
}

static void xlsx_end_row(TableSink *sink, Table table)
{
    ((XlsxSink *)sink)->row[table]++;
}

/* Cells do not wrap: in constant memory no height can be given to a row once its texts are known, and not all
 * programs find one. */
static lxw_format *make_format(lxw_workbook *book)
{
    lxw_format *format = workbook_add_format(book);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_border(format, LXW_BORDER_HAIR);
    return format;
}

static void make_formats(XlsxSink *xlsx, lxw_workbook *book)
{
    xlsx->plain = make_format(book);
    for (guint i = 0; i < xlsx->colour_count; i++) {
        Colour *colour = &xlsx->colours[i];
        colour->format = make_format(book);
        format_set_pattern(colour->format, LXW_PATTERN_SOLID);
        format_set_fg_color(colour->format, colour->back);
        format_set_font_color(colour->format, colour->ink);
    }
}

static void make_sheet(XlsxSink *xlsx, lxw_workbook *book, Table table, RasoatLanguage language)
{
    const TableShape *shape = table_shape(table);
    lxw_worksheet *sheet = workbook_add_worksheet(book, say(language, shape->title));
    lxw_format *head = make_format(book);

    format_set_bold(head);
    format_set_text_wrap(head);
    format_set_pattern(head, LXW_PATTERN_SOLID);
    format_set_fg_color(head, 0xE8EEF6);
    xlsx->sheets[table] = sheet;
    xlsx->row[table] = 1;
    worksheet_set_row(sheet, 0, HEAD_POINTS, NULL);
    for (guint c = 0; c < shape->columns; c++) {
        worksheet_set_column(sheet, (lxw_col_t)c, (lxw_col_t)c, table_width(table, c), NULL);
        keep(xlsx, worksheet_write_string(sheet, 0, (lxw_col_t)c, table_column(table, c, language), head));
    }
    worksheet_freeze_panes(sheet, 1, 1);
    worksheet_set_paper(sheet, 9); /* A4 */
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_set_footer(sheet, "&L&A&R&P/&N");
}

/* The numbers of gaps: from one on, on the colour of what they say. */
static void colour_counts(XlsxSink *xlsx, lxw_workbook *book)
{
    static const lxw_color_t colours[] = {0xF3C6D8, 0xF9D0CC, 0xFFE1B3, 0xCFE6F2};
    for (guint i = 0; i < G_N_ELEMENTS(colours); i++) {
        lxw_format *format = workbook_add_format(book);
        format_set_bg_color(format, colours[i]);
        format_set_bold(format);
        lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_CELL,
                                       .criteria = LXW_CONDITIONAL_CRITERIA_GREATER_THAN,
                                       .value = 0,
                                       .format = format};
        lxw_col_t column = (lxw_col_t)(TABLE_FIRST_COUNT + i);
        keep(xlsx, worksheet_conditional_format_range(xlsx->sheets[TABLE_UNITS], 1, column,
                                                      MAX(xlsx->row[TABLE_UNITS], 2) - 1, column, &rule));
    }
}

static gboolean close_book(XlsxSink *xlsx, lxw_workbook *book, const char *path, GError **error)
{
    for (guint table = 0; table < TABLES; table++)
        keep(xlsx,
             worksheet_autofilter(xlsx->sheets[table], 0, 0, MIN(MAX(xlsx->row[table], 2), ROWS_MOST) - 1,
                                  (lxw_col_t)(table_shape(table)->columns - 1)));
    colour_counts(xlsx, book);
    guint64 bytes[TABLES];
    errno = 0;
    for (guint table = 0; table < TABLES; table++)
        if (!xlsx_rows_end(xlsx->sheets[table], &bytes[table]))
            keep(xlsx, LXW_ERROR_CREATING_TMPFILE);
    int rows = errno;
    lxw_error code = workbook_close(book);
    int system = xlsx->failure != LXW_NO_ERROR ? rows : errno;
    if (xlsx->failure != LXW_NO_ERROR)
        code = xlsx->failure;
    if (code == LXW_NO_ERROR)
        return xlsx_is_whole(path, bytes, TABLES, error);
    error_set(error, RASOAT_ERROR_OUTPUT, "%s: %s", path, system ? g_strerror(system) : lxw_strerror(code));
    return FALSE;
}

gboolean tables_write_xlsx(const District *district, const char *path, const char *temporary, GError **error)
{
    Colour colours[] = {{"met", 0xCFE8D3, 0x146C2E, NULL},     {"partial", 0xFFE1B3, 0x6B3A00, NULL},
                        {"missing", 0xF9D0CC, 0x8F1D16, NULL}, {"conflict", 0x7A0B3A, 0xFFFFFF, NULL},
                        {"review", 0xCFE6F2, 0x004A6B, NULL},  {"advice", 0xE2DCF5, 0x4A3B85, NULL},
                        {"none", 0xEDEDED, 0x4A4A4A, NULL}};
    XlsxSink xlsx = {.sink = {xlsx_text, xlsx_number, xlsx_end_row},
                     .colours = colours,
                     .colour_count = G_N_ELEMENTS(colours)};
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = (char *)temporary};
    lxw_workbook *book = workbook_new_opt(path, &options);

    if (!book) {
        error_set(error, RASOAT_ERROR_OUTPUT, "%s: %s", path, g_strerror(errno ? errno : EIO));
        return FALSE;
    }
    make_formats(&xlsx, book);
    for (guint table = 0; table < TABLES; table++)
        make_sheet(&xlsx, book, table, district->language);
    gboolean filled = tables_fill(district, &xlsx.sink, error);
    return close_book(&xlsx, book, path, filled ? error : NULL) && filled;
}
