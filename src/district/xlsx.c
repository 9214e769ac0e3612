/* Tables as sheets (libxlsxwriter in constant memory: a row is on disk as soon as the next begins). */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/disk.h"
#include "base/error.h"
#include "district/tables.h"
#include "district/xlsx_whole.h"
#include "report/words.h"

enum { CELL_MOST = 32767, ROWS_MOST = 1048576 };

/* Heights in points: of a line of the usual font, and the most that a row may have. */
enum { LINE_POINTS = 15, ROW_MOST = 409 };

/* What a cell of a column of statuses is coloured by: the symbol that it begins with. */
static const struct {
    const char *symbol;
    lxw_color_t back, ink;
} status_colours[] = {{"✓", 0xCFE8D3, 0x146C2E}, {"±", 0xFFE1B3, 0x6B3A00}, {"~", 0xFFE1B3, 0x6B3A00},
                      {"◐", 0xFFF3BF, 0x5C4A00}, {"✗", 0xF9D0CC, 0x8F1D16}, {"!", 0x7A0B3A, 0xFFFFFF},
                      {"?", 0xCFE6F2, 0x004A6B}, {"+", 0xE2DCF5, 0x4A3B85}, {"–", 0xEDEDED, 0x4A4A4A},
                      {"○", 0xEDEDED, 0x4A4A4A}};

typedef struct {
    TableSink sink;
    lxw_worksheet *sheets[TABLES];
    lxw_row_t row[TABLES];
    guint at[TABLES];    /* the column that comes next */
    guint lines[TABLES]; /* of the highest cell of the row so far */
    lxw_format *plain, *status, *date, *number;
    lxw_error failure;
} XlsxSink;

static void keep(XlsxSink *xlsx, lxw_error code)
{
    if (code != LXW_NO_ERROR && xlsx->failure == LXW_NO_ERROR)
        xlsx->failure = code;
}

/* A cell takes so many characters; what is longer is cut, and says so. */
static char *fitting(const char *text)
{
    if (g_utf8_strlen(text, -1) <= CELL_MOST / 2)
        return g_strdup(text);
    g_autofree char *head = g_utf8_substring(text, 0, CELL_MOST / 2 - 1);
    return g_strconcat(head, "…", NULL);
}

/* The width of a letter in a column's unit, a digit of the usual font; rather too much than too little. */
static gdouble letter_width(gunichar letter)
{
    return g_unichar_ismark(letter) ? 0 : g_unichar_isupper(letter) ? 1.35 : 1.08;
}

/* How many lines a text takes in a column, broken between words, and within a word that is wider. */
static guint lines_of(const char *text, gdouble width)
{
    guint lines = 1;
    gdouble line = 0, word = 0;
    for (; *text; text = g_utf8_next_char(text)) {
        gunichar letter = g_utf8_get_char(text);
        gdouble wide = letter_width(letter);
        if (letter == '\n') {
            lines++;
            line = word = 0;
            continue;
        }
        line += wide;
        word = letter == ' ' ? 0 : word + wide;
        if (line <= width || letter == ' ')
            continue;
        lines++;
        line = word = word < line ? word : wide;
    }
    return lines;
}

/* FALSE when the sheet is full. Cells that are left out get their lines. */
static gboolean move_to(XlsxSink *xlsx, Table table, guint column)
{
    if (xlsx->row[table] >= ROWS_MOST)
        return FALSE;
    for (; xlsx->at[table] < column; xlsx->at[table]++)
        keep(xlsx, worksheet_write_blank(xlsx->sheets[table], xlsx->row[table], (lxw_col_t)xlsx->at[table],
                                         xlsx->plain));
    xlsx->at[table] = column + 1;
    return TRUE;
}

static void write_text(XlsxSink *xlsx, Table table, guint column, const char *text, lxw_format *format)
{
    g_autofree char *cell = fitting(text);
    if (!move_to(xlsx, table, column))
        return;
    keep(xlsx,
         worksheet_write_string(xlsx->sheets[table], xlsx->row[table], (lxw_col_t)column, cell, format));
    xlsx->lines[table] = MAX(xlsx->lines[table], lines_of(cell, table_width(table, column)));
}

/* Always a string, never a formula, whatever it begins with. */
static void xlsx_text(TableSink *sink, Table table, guint column, const char *text, const char *symbol)
{
    XlsxSink *xlsx = (XlsxSink *)sink;
    g_autofree char *with_symbol = symbol ? g_strdup_printf("%s %s", symbol, text) : NULL;
    write_text(xlsx, table, column, with_symbol ? with_symbol : text, symbol ? xlsx->status : xlsx->plain);
}

/* FALSE for what is no date of the calendar since 1900, where the days of a spreadsheet begin. */
static gboolean read_date(const char *iso, lxw_datetime *day)
{
    g_auto(GStrv) parts = g_strsplit(iso, "-", -1);
    guint64 year, month, date;
    if (g_strv_length(parts) != 3 || !g_ascii_string_to_unsigned(parts[0], 10, 1900, 9999, &year, NULL) ||
        !g_ascii_string_to_unsigned(parts[1], 10, 1, 12, &month, NULL) ||
        !g_ascii_string_to_unsigned(parts[2], 10, 1, 31, &date, NULL))
        return FALSE;
    *day = (lxw_datetime){.year = (int)year, .month = (int)month, .day = (int)date};
    return g_date_valid_dmy((GDateDay)date, (GDateMonth)month, (GDateYear)year);
}

static void xlsx_date(TableSink *sink, Table table, guint column, const char *date)
{
    XlsxSink *xlsx = (XlsxSink *)sink;
    lxw_datetime day = {0};
    if (!read_date(date, &day))
        write_text(xlsx, table, column, date, xlsx->plain);
    else if (move_to(xlsx, table, column))
        keep(xlsx, worksheet_write_datetime(xlsx->sheets[table], xlsx->row[table], (lxw_col_t)column, &day,
                                            xlsx->date));
}

static void xlsx_number(TableSink *sink, Table table, guint column, gint64 number)
{
    XlsxSink *xlsx = (XlsxSink *)sink;
    if (move_to(xlsx, table, column))
        keep(xlsx, worksheet_write_number(xlsx->sheets[table], xlsx->row[table], (lxw_col_t)column,
                                          (double)number, xlsx->number));
}

/* The height is given, because not all programs find one for cells that wrap. In constant memory it must be
 * given before the next row begins. */
static void xlsx_end_row(TableSink *sink, Table table)
{
    XlsxSink *xlsx = (XlsxSink *)sink;
    const TableShape *shape = table_shape(table);
    move_to(xlsx, table, shape->terms ? shape->terms : shape->columns);
    if (xlsx->row[table] < ROWS_MOST && xlsx->lines[table] > 1)
        keep(xlsx, worksheet_set_row(xlsx->sheets[table], xlsx->row[table],
                                     MIN(xlsx->lines[table] * LINE_POINTS, ROW_MOST), NULL));
    xlsx->lines[table] = xlsx->at[table] = 0;
    xlsx->row[table]++;
}

static lxw_format *make_format(lxw_workbook *book)
{
    lxw_format *format = workbook_add_format(book);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_border(format, LXW_BORDER_HAIR);
    format_set_text_wrap(format);
    return format;
}

static void make_formats(XlsxSink *xlsx, lxw_workbook *book)
{
    xlsx->plain = make_format(book);
    xlsx->status = make_format(book);
    format_set_num_format(xlsx->status, "@"); /* "+ nên có", typed into it, is no formula */
    xlsx->date = make_format(book);
    format_set_num_format(xlsx->date, "dd/mm/yyyy");
    format_set_align(xlsx->date, LXW_ALIGN_LEFT);
    xlsx->number = make_format(book);
    format_set_align(xlsx->number, LXW_ALIGN_CENTER);
}

/* The page that a sheet is printed on: A4, as wide as the sheet, with its head on every page. */
static void set_page(lxw_worksheet *sheet)
{
    worksheet_set_paper(sheet, 9); /* A4 */
    worksheet_set_landscape(sheet);
    worksheet_set_margins(sheet, 0.3, 0.3, 0.4, 0.6); /* inches */
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_set_footer(sheet, "&L&A&R&P/&N");
}

static void make_sheet(XlsxSink *xlsx, lxw_workbook *book, Table table, const District *district)
{
    const TableShape *shape = table_shape(table);
    lxw_worksheet *sheet = workbook_add_worksheet(book, say(district->language, shape->title));
    lxw_format *head = make_format(book);
    lxw_row_col_options unseen = {.hidden = LXW_TRUE};

    format_set_bold(head);
    format_set_pattern(head, LXW_PATTERN_SOLID);
    format_set_fg_color(head, 0xE8EEF6);
    xlsx->sheets[table] = sheet;
    set_page(sheet);
    for (guint c = 0; c < shape->columns; c++) {
        gboolean idle = shape->terms && c >= shape->terms && !district->waivers;
        worksheet_set_column_opt(sheet, (lxw_col_t)c, (lxw_col_t)c, table_width(table, c), NULL,
                                 idle ? &unseen : NULL);
        write_text(xlsx, table, c, table_column(table, c, district->language), head);
    }
    xlsx_end_row(&xlsx->sink, table);
    worksheet_freeze_panes(sheet, 1, 1);
    worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:Z1048576");
}

/* What is known once all rows are there. What is accepted, and until when, is printed beside each gap; why,
 * by whom and by what has a sheet of its own, and would leave the rest unreadably small. */
static void end_sheet(XlsxSink *xlsx, Table table)
{
    const TableShape *shape = table_shape(table);
    lxw_row_t last = MIN(MAX(xlsx->row[table], 2), ROWS_MOST) - 1;
    keep(xlsx, worksheet_autofilter(xlsx->sheets[table], 0, 0, last, (lxw_col_t)(shape->columns - 1)));
    if (shape->terms)
        keep(xlsx, worksheet_print_area(xlsx->sheets[table], 0, 0, last, (lxw_col_t)(shape->printed - 1)));
}

/* The same results give the same file, whenever they were made, by one run or joined from parts. */
static void set_properties(lxw_workbook *book, const District *district)
{
    const Round *round = &district->round;
    g_autofree char *midnight = g_strconcat(round->as_of, "T00:00:00Z", NULL);
    g_autoptr(GDateTime) time = g_date_time_new_from_iso8601(midnight, NULL);
    lxw_doc_properties properties = {.title =
                                         (char *)say(district->language, "Kết quả rà soát quy chế dân chủ"),
                                     .created = time ? (time_t)g_date_time_to_unix(time) : 0};
    workbook_set_properties(book, &properties);
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

/* Statuses: on the colour of the symbol that they begin with, and so after somebody has written another
 * status there, or a row below the last. */
static void colour_statuses(XlsxSink *xlsx, lxw_workbook *book)
{
    for (guint i = 0; i < G_N_ELEMENTS(status_colours); i++) {
        lxw_format *format = workbook_add_format(book);
        format_set_bg_color(format, status_colours[i].back);
        format_set_font_color(format, status_colours[i].ink);
        for (guint table = 0; table < TABLES; table++) {
            const TableShape *shape = table_shape(table);
            lxw_col_t first = (lxw_col_t)shape->statuses.first;
            char place[LXW_MAX_CELL_NAME_LENGTH];
            if (shape->statuses.count == 0)
                continue;
            lxw_rowcol_to_cell(place, 1, first);
            g_autofree char *formula = g_strdup_printf("=LEFT(%s,1)=\"%s\"", place, status_colours[i].symbol);
            lxw_conditional_format rule = {
                .type = LXW_CONDITIONAL_TYPE_FORMULA, .value_string = formula, .format = format};
            keep(xlsx,
                 worksheet_conditional_format_range(xlsx->sheets[table], 1, first, ROWS_MOST - 1,
                                                    (lxw_col_t)(first + shape->statuses.count - 1), &rule));
        }
    }
}

/* The library tells standard error of what is told here with the name of the file. */
static lxw_error close_quietly(lxw_workbook *book)
{
    fflush(stderr);
    int kept = dup(STDERR_FILENO), nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (kept >= 0 && nowhere >= 0)
        dup2(nowhere, STDERR_FILENO);
    errno = 0;
    lxw_error code = workbook_close(book);
    int system = errno;
    if (kept >= 0 && nowhere >= 0)
        dup2(kept, STDERR_FILENO);
    if (kept >= 0)
        close(kept);
    if (nowhere >= 0)
        close(nowhere);
    errno = system;
    return code;
}

/* Where the library did not keep why a write failed: a book takes the room of its rows about twice while it
 * is made. */
static int likely_cause(const XlsxPlace *place, const guint64 *bytes)
{
    guint64 need = BUFSIZ;
    for (guint table = 0; table < TABLES; table++)
        need += 2 * bytes[table];
    return disk_is_full(place->temporary, need) ? ENOSPC : EIO;
}

static gboolean close_book(XlsxSink *xlsx, lxw_workbook *book, const XlsxPlace *place, GError **error)
{
    for (guint table = 0; table < TABLES; table++)
        end_sheet(xlsx, table);
    colour_statuses(xlsx, book);
    colour_counts(xlsx, book);
    guint64 bytes[TABLES];
    errno = 0;
    for (guint table = 0; table < TABLES; table++)
        if (!xlsx_rows_end(xlsx->sheets[table], &bytes[table]))
            keep(xlsx, LXW_ERROR_CREATING_TMPFILE);
    int cause = errno ? errno : likely_cause(place, bytes);
    lxw_error code = close_quietly(book);
    if (xlsx->failure != LXW_NO_ERROR)
        return error_set_output(error, place->name, cause);
    cause = code != LXW_NO_ERROR && errno ? errno : likely_cause(place, bytes);
    return (code == LXW_NO_ERROR && xlsx_is_whole(place->path, bytes, TABLES)) ||
           error_set_output(error, place->name, cause);
}

gboolean tables_write_xlsx(const District *district, const XlsxPlace *place, GError **error)
{
    XlsxSink xlsx = {.sink = {xlsx_text, xlsx_date, xlsx_number, xlsx_end_row}};
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = (char *)place->temporary};
    lxw_workbook *book = workbook_new_opt(place->path, &options);

    if (!book)
        return error_set_output(error, place->name, errno ? errno : EIO);
    set_properties(book, district);
    make_formats(&xlsx, book);
    for (guint table = 0; table < TABLES; table++)
        make_sheet(&xlsx, book, table, district);
    gboolean filled = tables_fill(district, &xlsx.sink, error);
    return close_book(&xlsx, book, place, filled ? error : NULL) && filled;
}
