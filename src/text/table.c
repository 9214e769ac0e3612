/* Fields and rows of a text in one pass, a character at a time. */
#include "text/table.h"

#include <string.h>

#include "base/error.h"
#include "base/input.h"
#include "base/translate.h"
#include "text/fold.h"

enum { TABLE_BYTES = 16 * 1024 * 1024 };

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

static gboolean field_ends(const TableReader *reader)
{
    return !*reader->at || *reader->at == '\n' || *reader->at == reader->separator;
}

/* What stands between quotes, doubled ones being one. A quote that another closes lines below, in the midst
 * of a field, was that of another: it took what lies between for its own. */
static void take_quoted(TableReader *reader, GString *field)
{
    const guint line = reader->line;
    gboolean closed = FALSE;

    for (reader->at++; *reader->at; reader->at++) {
        closed = *reader->at == '"' && *++reader->at != '"';
        if (closed)
            break;
        reader->line += *reader->at == '\n';
        g_string_append_c(field, *reader->at);
    }
    while (*reader->at == ' ' || *reader->at == '\r')
        g_string_append_c(field, *reader->at++);
    if (reader->unclosed == 0 && (!closed || (reader->line > line && !field_ends(reader))))
        reader->unclosed = line;
}

static char *take_field(TableReader *reader)
{
    GString *field = g_string_new(NULL);

    while (*reader->at == ' ')
        reader->at++;
    if (*reader->at == '"')
        take_quoted(reader, field);
    for (; !field_ends(reader); reader->at++)
        g_string_append_c(field, *reader->at);
    return g_strstrip(g_string_free(field, FALSE));
}

static TableRow *take_row(TableReader *reader)
{
    TableRow *row = g_new0(TableRow, 1);
    row->fields = g_ptr_array_new_with_free_func(g_free);
    row->line = reader->line;
    for (;;) {
        g_ptr_array_add(row->fields, take_field(reader));
        if (*reader->at != reader->separator || !*reader->at)
            break;
        reader->at++;
    }
    if (*reader->at == '\n') {
        reader->at++;
        reader->line++;
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

void table_begin(TableReader *reader, const char *text)
{
    *reader = (TableReader){.at = text, .separator = separator_of(text), .line = 1};
}

void table_renew_separator(TableReader *reader)
{
    for (; *reader->at == '\n' || *reader->at == '\r'; reader->at++)
        reader->line += *reader->at == '\n';
    reader->separator = separator_of(reader->at);
}

TableRow *table_next(TableReader *reader)
{
    while (*reader->at) {
        TableRow *row = take_row(reader);
        if (!row_empty(row))
            return row;
        table_row_free(row);
    }
    return NULL;
}

gboolean table_is_whole(const TableReader *reader, const char *path, GError **error)
{
    return reader->unclosed == 0 ||
           error_set_usage(error, path,
                           N_("dòng %u: một ô mở bằng dấu ngoặc kép mà không đóng, nên nuốt cả các dòng sau; "
                              "thêm dấu đóng hoặc bỏ dấu mở"),
                           reader->unclosed);
}

/* --- the file ------------------------------------------------------------------------------------------- */

static gboolean starts(GBytes *bytes, const char *head, gsize length)
{
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    return size >= length && memcmp(data, head, length) == 0;
}

/* Spreadsheets of old end lines with CR alone ("CSV (Macintosh)"). */
static void end_lines(char *text)
{
    if (!strchr(text, '\n'))
        g_strdelimit(text, "\r", '\n');
}

/* The text as UTF-8 without a byte order mark; NULL with an error. A NUL in it would end it. */
static char *text_of(const char *path, GBytes *bytes, GError **error)
{
    gsize size, length = 0;
    const char *data = g_bytes_get_data(bytes, &size);

    if (starts(bytes, "PK\3\4", 4) || starts(bytes, "\xd0\xcf\x11\xe0", 4)) {
        error_set_usage(error, path,
                        N_("đây là bảng tính; trong Excel hoặc LibreOffice hãy chọn Lưu thành (Save As), "
                           "dạng “CSV UTF-8”"));
        return NULL;
    }
    char *text = starts(bytes, "\xff\xfe", 2)
                     ? g_convert(data + 2, (gssize)size - 2, "UTF-8", "UTF-16LE", NULL, &length, NULL)
                     : memcpy(g_malloc0(size + 1), data ? data : "", length = size);
    if (text && g_utf8_validate_len(text, length, NULL)) {
        if (g_str_has_prefix(text, "\xef\xbb\xbf"))
            memmove(text, text + 3, length - 2);
        end_lines(text);
        return text;
    }
    g_free(text);
    error_set_usage(error, path, N_("không phải UTF-8; hãy lưu lại dạng “CSV UTF-8”"));
    return NULL;
}

char *table_read(const char *path, const char *what, char **digest, GError **error)
{
    g_autoptr(GError) cause = NULL;
    g_autoptr(GBytes) bytes = input_read_file(path, TABLE_BYTES, &cause);
    if (!bytes) {
        g_autofree char *vi =
            g_strdup_printf(say(RASOAT_VIETNAMESE, "không đọc được %s"), say(RASOAT_VIETNAMESE, what));
        g_autofree char *en =
            g_strdup_printf(say(RASOAT_ENGLISH, "không đọc được %s"), say(RASOAT_ENGLISH, what));
        BilingualText text = {g_steal_pointer(&vi), g_steal_pointer(&en)};
        bilingual_append(&text, ": ", error_texts(cause));
        error_set_texts(error, RASOAT_ERROR_USAGE, path, &text);
        bilingual_clear(&text);
        return NULL;
    }
    char *text = text_of(path, bytes, error);
    if (text && digest)
        *digest = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
    return text;
}

/* --- titles and fields ---------------------------------------------------------------------------------- */

static gboolean is_among(const char *title, const char *const *titles)
{
    g_autofree char *bare = text_bare_words(title);
    for (const char *const *known = titles; *known; known++) {
        g_autofree char *word = text_bare_words(*known);
        if (g_str_equal(word, bare))
            return TRUE;
    }
    return FALSE;
}

static gint find_column(const TableRow *head, guint from, const char *const *titles)
{
    for (guint i = from; i < head->fields->len; i++) {
        const char *title = head->fields->pdata[i];
        const gsize length = strcspn(title, "(*");
        g_autofree char *short_title = g_strndup(title, length);
        if (is_among(title, titles) || (length > 0 && title[length] && is_among(short_title, titles)))
            return (gint)i;
    }
    return -1;
}

gint table_find_column(const TableRow *head, const char *const *titles)
{
    return find_column(head, 0, titles);
}

gboolean table_has_column_twice(const TableRow *head, const char *const *titles)
{
    const gint first = find_column(head, 0, titles);
    return first >= 0 && find_column(head, (guint)first + 1, titles) >= 0;
}

const char *table_field(const TableRow *row, gint column)
{
    return column >= 0 && (guint)column < row->fields->len ? row->fields->pdata[column] : "";
}

static char *refusal(const TableRow *row, const BilingualText *column, const char *value, const char *text,
                     RasoatLanguage language)
{
    g_autofree char *place =
        g_strdup_printf(say(language, "dòng %u, cột “%s”"), row->line, bilingual(column, language));

    return g_strdup_printf("%s: %s%s%s%s", place, *value ? "“" : "", value, *value ? "” " : "",
                           say(language, text));
}

gboolean table_refuse(const char *path, const TableRow *row, const BilingualText *column, const char *value,
                      const char *text, GError **error)
{
    g_autofree char *vi = refusal(row, column, value, text, RASOAT_VIETNAMESE);
    g_autofree char *en = refusal(row, column, value, text, RASOAT_ENGLISH);

    error_set(error, RASOAT_ERROR_USAGE, "%s, %s · %s", path, vi, en);
    return FALSE;
}
