/* The tables of a round, row by row: what XLSX and CSV have in common. */
#ifndef RASOAT_DISTRICT_TABLES_H
#define RASOAT_DISTRICT_TABLES_H

#include "district/district.h"

typedef enum {
    TABLE_UNITS,
    TABLE_GAPS,
    TABLE_MATRIX,
    TABLE_CITATIONS,
    TABLE_UNREAD,
    TABLE_MISSING,
    TABLE_COPIES,
    TABLE_WAIVERS,
    TABLE_TREND,
    TABLE_ROUNDS,
} Table;
enum { TABLES = TABLE_ROUNDS + 1, TABLE_COLUMNS_MOST = DISTRICT_GROUPS + 4 };

typedef struct {
    const char *file;  /* "units", for file names */
    const char *title; /* at most 31 characters (a sheet's limit) */
    guint columns;
    guint terms;   /* the first of the columns on what somebody accepted, which stand last; 0: none */
    guint printed; /* where there are such columns: how many of all are printed */
    struct {
        guint first, count;
    } statuses; /* columns of statuses; count 0: none */
    struct {
        const char *title;
        guint width; /* in characters */
    } column[TABLE_COLUMNS_MOST];
} TableShape;

const TableShape *table_shape(Table table);

/* Head and width of a column; those of a matrix are groups. */
const char *table_column(Table table, guint column, RasoatLanguage language);
guint table_width(Table table, guint column);

/* The first of four columns of TABLE_UNITS that hold numbers of gaps. */
enum { TABLE_FIRST_COUNT = 5 };

/* Where rows go. Cells come in the order of the columns; a cell that is left out is empty. symbol: of a
 * status, in a column of statuses; NULL for a plain cell. date: of ISO ("2024-02-02"). Errors of writing are
 * the sink's to keep. */
typedef struct TableSink TableSink;
struct TableSink {
    void (*text)(TableSink *sink, Table table, guint column, const char *text, const char *symbol);
    void (*date)(TableSink *sink, Table table, guint column, const char *date);
    void (*number)(TableSink *sink, Table table, guint column, gint64 number);
    void (*end_row)(TableSink *sink, Table table);
};

/* Puts all rows of all tables into the sink, without head rows, in one pass. */
gboolean tables_fill(const District *district, TableSink *sink, GError **error);

/* The tables as CSV (RFC 4180, CRLF, UTF-8 with a byte order mark, so that a spreadsheet reads the letters;
 * comma in both languages). A cell that a spreadsheet would take for a formula (it begins with = + - @, tab
 * or CR) gets an apostrophe before it. out: a stream for each table. Write errors are left to the streams. */
gboolean tables_write_csv(const District *district, FILE *const out[TABLES], GError **error);

/* Where a spreadsheet is written. */
typedef struct {
    const char *path;      /* of the new file */
    const char *name;      /* what it will be called, for messages */
    const char *temporary; /* the folder for what is put aside meanwhile */
} XlsxPlace;

/* The tables as sheets of a new spreadsheet file, written in constant memory (libxlsxwriter): a function of
 * the round, bytes included. Each prints on A4, as wide as the sheet. Error: OUTPUT. */
gboolean tables_write_xlsx(const District *district, const XlsxPlace *place, GError **error);

#endif
