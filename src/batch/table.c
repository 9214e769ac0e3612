/* Fields and rows of a text in one pass, a character at a time. */
#include "batch/table.h"

#include <string.h>

typedef struct {
    const char *at;
    char separator;
    guint line;
} Parser;

static void row_free(gpointer data)
{
    TableRow *row = data;
    g_ptr_array_unref(row->fields);
    g_free(row);
}

/* Of the three, the one that the first line has most of outside quotes. */
static char separator_of(const char *text)
{
    static const char separators[] = ",;\t";
    guint counts[sizeof separators - 1] = {0}, best = 0;
    gboolean quoted = FALSE;

    for (; *text && (quoted || *text != '\n'); text++) {
        const char *place = strchr(separators, *text);
        quoted ^= *text == '"';
        if (place && !quoted)
            counts[place - separators]++;
    }
    for (guint i = 1; i < G_N_ELEMENTS(counts); i++)
        if (counts[i] > counts[best])
            best = i;
    return separators[best];
}

/* What stands between quotes, doubled ones being one. */
static void take_quoted(Parser *parser, GString *field)
{
    for (parser->at++; *parser->at; parser->at++) {
        if (*parser->at == '"' && *++parser->at != '"')
            return;
        parser->line += *parser->at == '\n';
        g_string_append_c(field, *parser->at);
    }
}

static gboolean field_ends(const Parser *parser)
{
    return !*parser->at || *parser->at == '\n' || *parser->at == parser->separator;
}

static char *take_field(Parser *parser)
{
    GString *field = g_string_new(NULL);

    while (*parser->at == ' ')
        parser->at++;
    if (*parser->at == '"')
        take_quoted(parser, field);
    for (; !field_ends(parser); parser->at++)
        g_string_append_c(field, *parser->at);
    return g_strstrip(g_string_free(field, FALSE));
}

static TableRow *take_row(Parser *parser)
{
    TableRow *row = g_new0(TableRow, 1);
    row->fields = g_ptr_array_new_with_free_func(g_free);
    row->line = parser->line;
    for (;;) {
        g_ptr_array_add(row->fields, take_field(parser));
        if (*parser->at != parser->separator || !*parser->at)
            break;
        parser->at++;
    }
    if (*parser->at == '\n') {
        parser->at++;
        parser->line++;
    }
    return row;
}

static gboolean row_empty(const TableRow *row)
{
    for (guint i = 0; i < row->fields->len; i++)
        if (*(const char *)row->fields->pdata[i])
            return FALSE;
    return TRUE;
}

GPtrArray *table_parse(const char *text)
{
    GPtrArray *rows = g_ptr_array_new_with_free_func(row_free);
    Parser parser = {.at = text, .separator = separator_of(text), .line = 1};

    while (*parser.at) {
        TableRow *row = take_row(&parser);
        if (row_empty(row))
            row_free(row);
        else
            g_ptr_array_add(rows, row);
    }
    return rows;
}
