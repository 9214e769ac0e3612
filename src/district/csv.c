/* Tables as CSV (RFC 4180) that a spreadsheet opens without being made to run anything. */
#include <string.h>

#include "district/tables.h"
#include "report/words.h"

typedef struct {
    TableSink sink;
    FILE *const *out;
    guint at[TABLES]; /* the column that comes next */
} CsvSink;

static void move_to(CsvSink *csv, Table table, guint column)
{
    for (; csv->at[table] < column; csv->at[table]++)
        fputc(',', csv->out[table]);
}

/* Whether a spreadsheet would take what begins here for a formula; the last four are full width. */
static gboolean begins_formula(const char *text)
{
    return *text &&
           (strchr("=+-@\t\r", *text) || g_str_has_prefix(text, "＝") || g_str_has_prefix(text, "＋") ||
            g_str_has_prefix(text, "－") || g_str_has_prefix(text, "＠"));
}

/* A spreadsheet that takes semicolons to part the fields begins a new one behind each, even within quotes. */
static void csv_text(TableSink *sink, Table table, guint column, const char *text, const char *symbol)
{
    CsvSink *csv = (CsvSink *)sink;
    FILE *out = csv->out[table];
    (void)symbol;
    move_to(csv, table, column);
    fputc('"', out);
    for (const char *at = text; *at; at++) {
        if ((at == text || at[-1] == ';') && begins_formula(at))
            fputc('\'', out);
        if (*at == '"')
            fputc('"', out);
        fputc(*at, out);
    }
    fputc('"', out);
}

static void csv_date(TableSink *sink, Table table, guint column, const char *date)
{
    csv_text(sink, table, column, date, NULL);
}

static void csv_number(TableSink *sink, Table table, guint column, gint64 number)
{
    CsvSink *csv = (CsvSink *)sink;
    move_to(csv, table, column);
    fprintf(csv->out[table], "%" G_GINT64_FORMAT, number);
}

static void csv_end_row(TableSink *sink, Table table)
{
    CsvSink *csv = (CsvSink *)sink;
    move_to(csv, table, table_shape(table)->columns - 1);
    fputs("\r\n", csv->out[table]);
    csv->at[table] = 0;
}

gboolean tables_write_csv(const District *district, FILE *const out[TABLES], GError **error)
{
    CsvSink csv = {.sink = {csv_text, csv_date, csv_number, csv_end_row}, .out = out};
    for (guint table = 0; table < TABLES; table++) {
        fputs("\xEF\xBB\xBF", out[table]);
        for (guint c = 0; c < table_shape(table)->columns; c++)
            csv_text(&csv.sink, table, c, table_column(table, c, district->language), NULL);
        csv_end_row(&csv.sink, table);
    }
    return tables_fill(district, &csv.sink, error);
}
