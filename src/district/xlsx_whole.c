/* Whether a spreadsheet is all that was written of it. The library that makes it keeps rows and parts in
 * streams of its own and does not ask them whether a write failed; so they are asked here, and the finished
 * file is read once more. */
#include "district/xlsx_whole.h"

#include <libxml/parser.h>
#include <string.h>
#include <zip.h>

enum { CHUNK = 1 << 16, LONGEST_TAG = 16, LARGEST_SMALL_PART = 1 << 20 };

static const char begin_tag[] = "<sheetData>", end_tag[] = "</sheetData>", last_tag[] = "</worksheet>";

gboolean xlsx_rows_end(lxw_worksheet *sheet, guint64 *bytes)
{
    lxw_worksheet_write_single_row(sheet); /* the last, which else is written when the book is closed */
    gboolean good = fflush(sheet->optimize_tmpfile) == 0 && !ferror(sheet->optimize_tmpfile);
    off_t place = good ? ftello(sheet->optimize_tmpfile) : -1;
    *bytes = place > 0 ? (guint64)place : 0;
    return place >= 0;
}

/* A part that is read chunk by chunk, and where its rows begin and end in it. */
typedef struct {
    char bytes[CHUNK + LONGEST_TAG + 1];
    gsize length;             /* of bytes */
    guint64 passed;           /* bytes of the part before these */
    guint64 rows, rows_end;   /* 0: not seen yet */
    gboolean ends_as_a_sheet; /* with </worksheet> */
} Rows;

static void look_for_tags(Rows *rows)
{
    const char *begin = memmem(rows->bytes, rows->length, begin_tag, sizeof begin_tag - 1);
    const char *end = memmem(rows->bytes, rows->length, end_tag, sizeof end_tag - 1);
    const gsize last = sizeof last_tag - 1;

    if (begin && !rows->rows)
        rows->rows = rows->passed + (guint64)(begin - rows->bytes) + sizeof begin_tag - 1;
    if (end)
        rows->rows_end = rows->passed + (guint64)(end - rows->bytes);
    rows->ends_as_a_sheet =
        rows->length >= last && memcmp(rows->bytes + rows->length - last, last_tag, last) == 0;
}

/* FALSE when the part cannot be read to its end, checksum included. */
static gboolean read_rows(zip_file_t *file, Rows *rows)
{
    gint64 got;

    while ((got = zip_fread(file, rows->bytes + rows->length, CHUNK)) > 0) {
        rows->length += (gsize)got;
        look_for_tags(rows);
        gsize kept = MIN(rows->length, LONGEST_TAG);
        memmove(rows->bytes, rows->bytes + rows->length - kept, kept);
        rows->passed += rows->length - kept;
        rows->length = kept;
    }
    return got == 0;
}

static gboolean sheet_is_whole(zip_t *archive, guint number, guint64 bytes)
{
    g_autofree char *name = g_strdup_printf("xl/worksheets/sheet%u.xml", number);
    g_autofree Rows *rows = g_new0(Rows, 1);
    zip_file_t *file = zip_fopen(archive, name, 0);

    if (!file)
        return FALSE;
    gboolean good = read_rows(file, rows);
    zip_fclose(file);
    return good && rows->ends_as_a_sheet && rows->rows && rows->rows_end == rows->rows + bytes;
}

static gboolean is_well_formed(const char *text, gsize length)
{
    xmlDoc *document = xmlReadMemory(text, (int)length, NULL, NULL, XML_PARSE_NOERROR | XML_PARSE_NONET);

    xmlFreeDoc(document);
    return document != NULL;
}

/* The parts beside the sheets, of a few kilobytes each. */
static gboolean part_is_whole(zip_t *archive, guint64 index)
{
    const char *name = zip_get_name(archive, index, 0);
    zip_stat_t stat;

    if (name && g_str_has_prefix(name, "xl/worksheets/sheet"))
        return TRUE;
    if (!name || zip_stat_index(archive, index, 0, &stat) != 0 || stat.size > LARGEST_SMALL_PART)
        return FALSE;
    zip_file_t *file = zip_fopen_index(archive, index, 0);
    g_autofree char *text = g_malloc(stat.size + 1);
    gboolean read = file && zip_fread(file, text, stat.size + 1) == (gint64)stat.size;
    if (file)
        zip_fclose(file);
    return read && is_well_formed(text, stat.size);
}

gboolean xlsx_is_whole(const char *path, const guint64 *bytes, guint sheets)
{
    zip_t *archive = zip_open(path, ZIP_RDONLY, NULL);
    gboolean good = archive != NULL;

    for (guint i = 0; good && i < sheets; i++)
        good = sheet_is_whole(archive, i + 1, bytes[i]);
    for (gint64 i = 0; good && i < zip_get_num_entries(archive, 0); i++)
        good = part_is_whole(archive, (guint64)i);
    if (archive)
        zip_discard(archive);
    return good;
}
