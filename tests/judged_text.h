/* A text in a store that was judged, without a document: what the search of copies goes by. */
#ifndef RASOAT_TESTS_JUDGED_TEXT_H
#define RASOAT_TESTS_JUDGED_TEXT_H

#include "batch/store.h"

/* Adds the text of a number, whose path it gives in the same order, with its shingles (of guint32, sorted).
 * FALSE with an error. */
static inline gboolean add_judged_text(Store *store, gint64 round, guint number, const GArray *shingles,
                                       GError **error)
{
    g_autofree char *sha256 = g_strdup_printf("%u", number), *path = g_strdup_printf("%07u.docx", number);
    Facts facts = {.sha256 = sha256, .outcome = (char *)"judged", .verdict = (char *)"complete"};
    ResultKey key = {
        .sha256 = sha256, .path = path, .rules = "r", .as_of = "d", .version = "v", .task = "{}"};
    g_autoptr(GBytes) record = g_bytes_new_static("{}", 2);
    g_autoptr(GBytes) bytes = g_bytes_new_static(shingles->data, shingles->len * sizeof(guint32));
    StoreFile file = {.path = path, .sha256 = sha256, .state = FILE_JUDGED};

    file.result = store_add_result(store, &key, &facts, record, bytes, error);
    return file.result && store_put_file(store, round, &file, error);
}

#endif
