/* Documents of a round with what is waived in them: at its end for its figures, and whenever it is told. */
#ifndef RASOAT_BATCH_WAIVED_H
#define RASOAT_BATCH_WAIVED_H

#include "batch/store_waivers.h"

/* Applies the waivers of the round to all regulations that count, and keeps what each row came to and how
 * documents stand then. Inside a transaction of the caller. A function of the store alone. */
gboolean waived_settle(Store *store, const Round *round, GError **error);

/* A document of a round, and whose it is as the round knows. */
typedef struct {
    gint64 result;
    const char *path;          /* bytes */
    const char *unit, *parent; /* names; both NULL: as its text says */
} WaivedDocument;

/* *yes: it is a regulation that some row is for; waivers: NULL for none. FALSE with an error. */
gboolean waived_concerns(Store *store, const Waivers *waivers, const WaivedDocument *document, gboolean *yes,
                         GError **error);

/* Reads the record of a document and marks what is waived in it; waivers: NULL for none. uses: as of
 * waivers_apply(). The result's file is the path as it is shown. NULL with an error. */
Result *waived_result(Store *store, const Waivers *waivers, const WaivedDocument *document, WaiverUse *uses,
                      GError **error);

#endif
