/* Zstandard with a dictionary a kind of unit; differences of rising numbers. */
#include "batch/store_pack.h"

#include <errno.h>
#include <string.h>
#include <zstd.h>

#include "base/error.h"
#include "base/translate.h"
#include "batch/channel.h"
#include "batch/store_private.h"

enum { PACK_LEVEL = 3 };

typedef struct {
    ZSTD_CDict *packing;
    ZSTD_DDict *unpacking;
} Packer;

static void packer_free(gpointer data)
{
    Packer *packer = data;
    ZSTD_freeCDict(packer->packing);
    ZSTD_freeDDict(packer->unpacking);
    g_free(packer);
}

GHashTable *packers_new(void)
{
    return g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, packer_free);
}

static Packer *packer_add(Store *store, gint64 id, const void *content, gsize length)
{
    Packer *packer = g_new0(Packer, 1);
    packer->packing = ZSTD_createCDict(content, length, PACK_LEVEL);
    packer->unpacking = ZSTD_createDDict(content, length);
    gint64 *key = g_new(gint64, 1);
    *key = id;
    g_hash_table_insert(store->packers, key, packer);
    return packer;
}

static Packer *packer_load(Store *store, gint64 id, GError **error)
{
    Packer *packer = g_hash_table_lookup(store->packers, &id);
    if (packer)
        return packer;
    sqlite3_stmt *statement = store_statement(store, "SELECT content FROM dictionaries WHERE id=?", error);
    if (!statement)
        return NULL;
    sqlite3_bind_int64(statement, 1, id);
    if (sqlite3_step(statement) == SQLITE_ROW)
        packer = packer_add(store, id, sqlite3_column_blob(statement, 0),
                            (gsize)sqlite3_column_bytes(statement, 0));
    else
        error_set_place(error, store->path,
                        N_("thiếu từ điển nén; hãy chuyển tệp này đi nơi khác rồi chạy lại “rasoat audit”"));
    statement_done(statement);
    return packer;
}

/* The dictionary of a kind of unit, which its first record becomes. 0 with an error. */
static gint64 dictionary_of(Store *store, const char *profile, GBytes *record, GError **error)
{
    sqlite3_stmt *find = store_statement(store, "SELECT id FROM dictionaries WHERE profile=?", error);
    if (!find)
        return 0;
    bind_text(find, 1, profile);
    gint64 id = store_number(find, 0);
    if (id)
        return id;
    sqlite3_stmt *add =
        store_statement(store, "INSERT INTO dictionaries(profile, content) VALUES(?,?)", error);
    if (!add)
        return 0;
    bind_text(add, 1, profile);
    bind_bytes(add, 2, g_bytes_get_data(record, NULL), g_bytes_get_size(record));
    return store_step(store, add, error) ? sqlite3_last_insert_rowid(store->database) : 0;
}

GBytes *store_pack(Store *store, const char *profile, GBytes *record, gint64 *dictionary, GError **error)
{
    gsize length = g_bytes_get_size(record);

    *dictionary = dictionary_of(store, profile ? profile : "", record, error);
    Packer *packer = *dictionary ? packer_load(store, *dictionary, error) : NULL;
    if (!packer)
        return NULL;
    gsize room = ZSTD_compressBound(length);
    char *packed = g_malloc(room);
    ZSTD_CCtx *context = ZSTD_createCCtx();
    gsize size = 0;
    if (context) {
        ZSTD_CCtx_refCDict(context, packer->packing);
        ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1); /* a bit that turns over is told */
        size = ZSTD_compress2(context, packed, room, g_bytes_get_data(record, NULL), length);
    }
    ZSTD_freeCCtx(context);
    if (!context || ZSTD_isError(size)) {
        error_set_place(error, store->path, N_("không nén được kết quả (%s)"),
                        context ? ZSTD_getErrorName(size) : g_strerror(ENOMEM));
        g_free(packed);
        return NULL;
    }
    return g_bytes_new_take(g_realloc(packed, size), size);
}

char *store_unpack(Store *store, gint64 dictionary, const void *packed, gsize length, GError **error)
{
    unsigned long long size = ZSTD_getFrameContentSize(packed, length);
    Packer *packer = packer_load(store, dictionary, error);

    if (!packer)
        return NULL;
    if (size <= MESSAGE_PART_LIMIT) {
        g_autofree char *record = g_malloc(size + 1);
        ZSTD_DCtx *context = ZSTD_createDCtx();
        gsize got = context
                        ? ZSTD_decompress_usingDDict(context, record, size, packed, length, packer->unpacking)
                        : 0;
        ZSTD_freeDCtx(context);
        if (got == size) {
            record[size] = '\0';
            return g_steal_pointer(&record);
        }
    }
    error_set_place(error, store->path,
                    N_("có kết quả bị hỏng; hãy chuyển tệp này đi nơi khác rồi chạy lại “rasoat audit”"));
    return NULL;
}

GBytes *pack_numbers(const guint32 *numbers, guint count)
{
    enum { BYTES_MOST = 5 }; /* of 32 bits, 7 a byte */
    guint8 *packed = g_malloc_n(MAX(count, 1), BYTES_MOST);
    gsize length = 0;
    guint32 last = 0;
    for (guint i = 0; i < count; i++) {
        guint32 rest = numbers[i] - last;
        last = numbers[i];
        for (; rest > 0x7F; rest >>= 7)
            packed[length++] = (guint8)(rest | 0x80);
        packed[length++] = (guint8)rest;
    }
    return g_bytes_new_take(g_realloc(packed, MAX(length, 1)), length);
}

/* Every number ends with a byte below 128. */
static guint count_numbers(const guint8 *bytes, gsize length)
{
    guint count = 0;
    for (gsize i = 0; i < length; i++)
        count += bytes[i] < 0x80;
    return count;
}

GArray *unpack_numbers(const void *packed, gsize length)
{
    const guint8 *bytes = packed;
    guint count = count_numbers(bytes, length), done = 0, shift = 0;
    GArray *numbers = g_array_sized_new(FALSE, FALSE, sizeof(guint32), count);
    guint32 last = 0, rest = 0;

    g_array_set_size(numbers, count);
    for (gsize i = 0; i < length; i++) {
        rest |= (guint32)(bytes[i] & 0x7F) << (shift & 31);
        shift += 7;
        if (bytes[i] & 0x80)
            continue;
        last += rest;
        g_array_index(numbers, guint32, done++) = last;
        rest = 0;
        shift = 0;
    }
    return numbers;
}
