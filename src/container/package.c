/* ZIP packages with libzip over a buffer. The central directory tells names and where the data is; what it
 * says of sizes is believed of no part that it does not fit to the byte: such parts are inflated by libzip,
 * and bytes and ratio counted while it does. The others, all that programs save, are inflated at once by
 * libdeflate (RFC 1951), which takes half as long. */
#include "container/package.h"

#include <libdeflate.h>
#include <string.h>
#include <zip.h>

#include "base/error.h"
#include "base/text_hash.h"
#include "base/translate.h"
#include "container/zip_words.h"

enum { CHUNK = 64 * 1024, RATIO_FREE_BYTES = 1024 * 1024 };

struct Package {
    zip_t *archive;
    GBytes *bytes;
    Budget *budget;
    struct libdeflate_decompressor *inflater; /* NULL: there was no memory for one */
    GPtrArray *names;                         /* of char *, NULL-terminated */
    GHashTable *lookup;                       /* key of a name → index + 1 */
};

static char *name_key(const char *name)
{
    while (*name == '/')
        name++;
    return g_ascii_strdown(name, -1);
}

static RasoatErrorCode zip_code(const zip_error_t *cause)
{
    switch (zip_error_code_zip(cause)) {
    case ZIP_ER_MEMORY:
        return RASOAT_ERROR_LIMIT_MEMORY;
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
    case ZIP_ER_ENCRNOTSUPP:
        return RASOAT_ERROR_ENCRYPTED;
    default:
        return RASOAT_ERROR_BAD_PACKAGE;
    }
}

static zip_t *open_archive(GBytes *bytes, GError **error)
{
    gsize size = 0;
    const void *data = g_bytes_get_data(bytes, &size);
    zip_error_t cause;
    zip_t *archive = NULL;

    zip_error_init(&cause);
    zip_source_t *source = zip_source_buffer_create(data, size, 0, &cause);
    if (source)
        archive = zip_open_from_source(source, ZIP_RDONLY, &cause);
    if (!archive) {
        BilingualText text = bilingual_of(N_("không mở được gói ZIP")), why = zip_error_texts(&cause);
        bilingual_append(&text, ": ", &why);
        error_set_texts(error, zip_code(&cause), NULL, &text);
        bilingual_clear(&text);
        bilingual_clear(&why);
        zip_source_free(source);
    }
    zip_error_fini(&cause);
    return archive;
}

/* A name that other programs end at a NUL: libzip reads that as a space, and the name then stands nowhere in
 * the file as it was read. Names stand there in the order of their entries; *place is where the last was
 * found, so that all are looked for in one pass. */
static gboolean holds_nul(Package *package, zip_uint64_t index, gsize *place)
{
    gsize size = 0;
    const char *data = g_bytes_get_data(package->bytes, &size);
    const char *raw = zip_get_name(package->archive, index, ZIP_FL_ENC_RAW);
    if (!raw || !strchr(raw, ' '))
        return FALSE;
    const char *found = memmem(data + *place, size - *place, raw, strlen(raw));
    if (found)
        *place = (gsize)(found - data) + strlen(raw);
    return !found;
}

/* Two entries of one name let two programs read two different texts from one file: refused. */
static gboolean index_names(Package *package, gint64 count, GError **error)
{
    gsize place = 0;

    for (gint64 i = 0; i < count; i++) {
        const char *name = zip_get_name(package->archive, (zip_uint64_t)i, ZIP_FL_ENC_GUESS);
        if (!name) {
            return error_set_both(error, RASOAT_ERROR_BAD_PACKAGE, NULL,
                                  N_("phần thứ %d của gói ZIP không có tên"), (int)i);
        }
        if (holds_nul(package, (zip_uint64_t)i, &place)) {
            return error_set_both(error, RASOAT_ERROR_BAD_PACKAGE, NULL,
                                  N_("tên của phần thứ %d trong gói ZIP có ký tự NUL"), (int)i);
        }
        if (!g_hash_table_insert(package->lookup, name_key(name), GUINT_TO_POINTER((guint)i + 1))) {
            return error_set_words(error, RASOAT_ERROR_BAD_PACKAGE, name,
                                   N_("gói ZIP có hai phần cùng tên này"));
        }
        g_ptr_array_add(package->names, g_strdup(name));
    }
    g_ptr_array_add(package->names, NULL);
    return TRUE;
}

/* Entries that together take more bytes than the file has share some: what a bomb of few bytes does to
 * inflate to many, and no program that saves documents. */
static gboolean entries_fit(Package *package, gint64 count, GError **error)
{
    enum { LOCAL_HEADER = 30, CENTRAL_HEADER = 46 };
    guint64 taken = 0;
    zip_stat_t stat;

    for (gint64 i = 0; i < count; i++) {
        if (zip_stat_index(package->archive, (zip_uint64_t)i, 0, &stat) != 0 ||
            !(stat.valid & ZIP_STAT_COMP_SIZE))
            continue;
        const char *name = package->names->pdata[i];
        guint64 heads = LOCAL_HEADER + CENTRAL_HEADER + 2 * (guint64)g_utf8_strlen(name, -1);
        taken += MIN(stat.comp_size, G_MAXUINT64 - taken);
        taken += MIN(heads, G_MAXUINT64 - taken);
    }
    if (taken <= g_bytes_get_size(package->bytes))
        return TRUE;
    return error_set_words(error, RASOAT_ERROR_BAD_PACKAGE, NULL, N_("các phần của gói ZIP chồng lên nhau"));
}

Package *package_open(GBytes *bytes, Budget *budget, GError **error)
{
    zip_t *archive = open_archive(bytes, error);
    if (!archive)
        return NULL;

    g_autoptr(Package) package = g_new0(Package, 1);
    package->archive = archive;
    package->bytes = g_bytes_ref(bytes);
    package->budget = budget;
    package->inflater = libdeflate_alloc_decompressor();
    package->names = g_ptr_array_new_with_free_func(g_free);
    package->lookup = text_table_new(NULL);

    gint64 count = zip_get_num_entries(archive, 0);
    if (count > (gint64)budget->limits->entries) {
        error_set_both(error, RASOAT_ERROR_LIMIT_ENTRIES, NULL, N_("gói ZIP có %ld phần, quá %u"),
                       (glong)count, budget->limits->entries);
        return NULL;
    }
    if (!index_names(package, count, error) || !entries_fit(package, count, error))
        return NULL;
    return g_steal_pointer(&package);
}

void package_free(Package *package)
{
    if (!package)
        return;
    zip_discard(package->archive);
    libdeflate_free_decompressor(package->inflater);
    g_hash_table_unref(package->lookup);
    g_ptr_array_unref(package->names);
    g_bytes_unref(package->bytes);
    g_free(package);
}

/* Index of the entry, or -1. */
static gint64 find_entry(Package *package, const char *name)
{
    g_autofree char *key = name_key(name);
    return (gint64)GPOINTER_TO_UINT(g_hash_table_lookup(package->lookup, key)) - 1;
}

gboolean package_has(Package *package, const char *name)
{
    return find_entry(package, name) >= 0;
}

const char *const *package_names(Package *package)
{
    return (const char *const *)package->names->pdata;
}

static void set_zip_error(const char *name, zip_error_t *cause, GError **error)
{
    BilingualText why = zip_error_texts(cause);
    error_set_texts(error, zip_code(cause), name, &why);
    bilingual_clear(&why);
}

static gboolean count_bytes(Package *package, const char *name, guint64 packed, guint64 inflated,
                            GError **error)
{
    const Limits *limits = package->budget->limits;

    if (inflated > limits->part_bytes) {
        return error_set_both(error, RASOAT_ERROR_LIMIT_BYTES, name, N_("giải nén ra hơn %lu byte"),
                              (gulong)limits->part_bytes);
    }
    if (package->budget->inflated_bytes > limits->inflated_bytes) {
        return error_set_both(error, RASOAT_ERROR_LIMIT_BYTES, name,
                              N_("tất cả các phần giải nén ra hơn %lu byte"), (gulong)limits->inflated_bytes);
    }
    if (inflated > RATIO_FREE_BYTES && inflated / MAX(packed, 1) >= limits->ratio) {
        return error_set_both(error, RASOAT_ERROR_LIMIT_RATIO, name, N_("giải nén ra hơn %u lần cỡ đã nén"),
                              limits->ratio);
    }
    return budget_check_time(package->budget, error);
}

/* The declared size saves regrowing when it is likely; a false one costs nothing but that. */
static guint first_size(const zip_stat_t *stat, guint64 packed)
{
    guint64 likely = MIN(stat->size, packed * 16) + CHUNK;
    return (guint)MIN(likely, 16 * 1024 * 1024);
}

static GBytes *inflate(Package *package, const char *name, zip_file_t *file, const zip_stat_t *stat,
                       GError **error)
{
    /* The packed size may be a lie too, but never more than the file that holds it. */
    guint64 packed = MIN(stat->comp_size, g_bytes_get_size(package->bytes));
    g_autoptr(GByteArray) out = g_byte_array_sized_new(first_size(stat, packed));

    for (;;) {
        guint before = out->len;
        g_byte_array_set_size(out, before + CHUNK);
        gint64 got = zip_fread(file, out->data + before, CHUNK);
        if (got < 0) {
            set_zip_error(name, zip_file_get_error(file), error);
            return NULL;
        }
        g_byte_array_set_size(out, before + (guint)got);
        if (got == 0)
            return g_byte_array_free_to_bytes(g_steal_pointer(&out));
        package->budget->inflated_bytes += (guint64)got;
        if (!count_bytes(package, name, packed, out->len, error))
            return NULL;
    }
}

/* The packed bytes of an entry, to be freed by the caller; NULL: the package does not hold so many. */
static guint8 *packed_bytes(Package *package, guint64 index, gsize size)
{
    g_autofree guint8 *packed = g_malloc(MAX(size, 1));
    zip_file_t *file = zip_fopen_index(package->archive, index, ZIP_FL_COMPRESSED);
    if (!file)
        return NULL;
    const gboolean whole = zip_fread(file, packed, size) == (zip_int64_t)size;
    zip_fclose(file);
    return whole ? g_steal_pointer(&packed) : NULL;
}

/* Whether so many bytes more are within the limits. */
static gboolean may_inflate(Package *package, const char *name, guint64 packed, guint64 inflated)
{
    const Budget *budget = package->budget;
    return budget->inflated_bytes <= budget->limits->inflated_bytes &&
           inflated <= budget->limits->inflated_bytes - budget->inflated_bytes &&
           count_bytes(package, name, packed, inflated, NULL);
}

/* A part that is all that the directory says of it. NULL: it is not, or too much for the limits. */
static GBytes *inflate_at_once(Package *package, const char *name, const zip_stat_t *stat)
{
    const zip_uint64_t needed =
        ZIP_STAT_INDEX | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
    if ((stat->valid & needed) != needed || stat->comp_method != ZIP_CM_DEFLATE || !package->inflater ||
        stat->comp_size > g_bytes_get_size(package->bytes) ||
        !may_inflate(package, name, stat->comp_size, stat->size))
        return NULL;
    g_autofree guint8 *packed = packed_bytes(package, stat->index, stat->comp_size);
    g_autofree guint8 *out = g_malloc(MAX(stat->size, 1));
    if (!packed ||
        libdeflate_deflate_decompress(package->inflater, packed, stat->comp_size, out, stat->size, NULL) !=
            LIBDEFLATE_SUCCESS ||
        libdeflate_crc32(0, out, stat->size) != stat->crc)
        return NULL;
    package->budget->inflated_bytes += stat->size;
    return g_bytes_new_take(g_steal_pointer(&out), stat->size);
}

GBytes *package_read(Package *package, const char *name, GError **error)
{
    gint64 index = find_entry(package, name);
    zip_stat_t stat;

    if (index < 0) {
        error_set_words(error, RASOAT_ERROR_MISSING_PART, name, N_("gói tệp không có phần này"));
        return NULL;
    }
    if (zip_stat_index(package->archive, (zip_uint64_t)index, 0, &stat) != 0) {
        set_zip_error(name, zip_get_error(package->archive), error);
        return NULL;
    }
    if (stat.valid & ZIP_STAT_ENCRYPTION_METHOD && stat.encryption_method != ZIP_EM_NONE) {
        error_set_words(error, RASOAT_ERROR_ENCRYPTED, name, N_("phần này được bảo vệ bằng mật khẩu"));
        return NULL;
    }
    GBytes *whole = inflate_at_once(package, name, &stat);
    if (whole)
        return whole;
    zip_file_t *file = zip_fopen_index(package->archive, (zip_uint64_t)index, 0);
    if (!file) {
        set_zip_error(name, zip_get_error(package->archive), error);
        return NULL;
    }
    GBytes *bytes = inflate(package, name, file, &stat, error);
    zip_fclose(file);
    return bytes;
}
