/* Fields and rows of a text in one pass, a character at a time. */
#include "batch/table.h"

#include <string.h>

void table_row_free(TableRow *row)
{
    if (!row)
        return;
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
static void take_quoted(Table *table, GString *field)
{
    for (table->at++; *table->at; table->at++) {
        if (*table->at == '"' && *++table->at != '"')
            return;
        table->line += *table->at == '\n';
        g_string_append_c(field, *table->at);
    }
}

static gboolean field_ends(const Table *table)
{
    return !*table->at || *table->at == '\n' || *table->at == table->separator;
}

static char *take_field(Table *table)
{
    GString *field = g_string_new(NULL);

    while (*table->at == ' ')
        table->at++;
    if (*table->at == '"')
        take_quoted(table, field);
    for (; !field_ends(table); table->at++)
        g_string_append_c(field, *table->at);
    return g_strstrip(g_string_free(field, FALSE));
}

static TableRow *take_row(Table *table)
{
    TableRow *row = g_new0(TableRow, 1);
    row->fields = g_ptr_array_new_with_free_func(g_free);
    row->line = table->line;
    for (;;) {
        g_ptr_array_add(row->fields, take_field(table));
        if (*table->at != table->separator || !*table->at)
            break;
        table->at++;
    }
    if (*table->at == '\n') {
        table->at++;
        table->line++;
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

void table_begin(Table *table, const char *text)
{
    *table = (Table){.at = text, .separator = separator_of(text), .line = 1};
}

TableRow *table_next(Table *table)
{
    while (*table->at) {
        TableRow *row = take_row(table);
        if (!row_empty(row))
            return row;
        table_row_free(row);
    }
    return NULL;
}
