/* The files of a folder: every regular file below it, or every one of a list, with a word on whether it is
 * a document that a unit may have sent. Names are bytes: those in an old encoding are files as well. */
#ifndef RASOAT_BATCH_WALK_H
#define RASOAT_BATCH_WALK_H

#include <glib.h>
#include <stdio.h>

#include "rasoat.h"

typedef enum {
    ENTRY_DOCUMENT, /* to be read: its name ends like a document's or a picture's */
    ENTRY_SKIPPED,  /* reason says why not */
    ENTRY_FOLDER,   /* a folder that cannot be listed; reason is the system's message */
} EntryKind;

typedef struct {
    EntryKind kind;
    const char *path;   /* relative to the folder; of a list: as it stands there */
    const char *reason; /* "hidden", "lock-file", "not-a-document", "excluded", "symbolic-link",
                           "broken-link": to nothing or to itself, "special-file", "vanished": gone since it
                           was listed; "results": what rasoat itself wrote, a page or a whole folder (see
                           own_results.h); NULL for a document */
    gint64 size, mtime; /* bytes; seconds since 1970 */
} WalkEntry;

/* FALSE ends the walk. */
typedef gboolean (*WalkVisit)(const WalkEntry *entry, gpointer data);

typedef struct {
    char *const *include; /* patterns of GPatternSpec (* and ?) on the path or on the name alone; NULL: all */
    char *const *exclude; /* wins over include; NULL: none */
    const char *output;   /* a folder that is not entered, wherever it lies: what the batch itself writes */
} WalkFilter;

/* Visits what lies below folder, in the byte order of paths, each once; hidden folders are named and not
 * entered, nor are folders of results; links to folders are named and not followed. Only the folder itself
 * must be readable: IO. FALSE without an error when a visit ended the walk. */
gboolean walk_folder(const char *folder, const WalkFilter *filter, WalkVisit visit, gpointer data,
                     GError **error);

/* Visits the files that a list names, one a line, relative to folder unless absolute; the current folder
 * is nothing to it. A file below a folder of results between the two is passed over as those are. Error: IO.
 */
gboolean walk_list(FILE *list, const char *folder, const WalkFilter *filter, WalkVisit visit, gpointer data,
                   GError **error);

/* Reads a list up to the first name that something is at; FALSE when there are names and nothing is at any.
 * *missing: the first name that nothing is at, of the caller; NULL when none was met. */
gboolean walk_list_leads_somewhere(FILE *list, const char *folder, char **missing);

/* Where the file of a name in a list is sought. Owned by the caller. */
char *walk_listed_path(const char *folder, const char *name);

/* The name ends like that of a document, a page or a picture: something that was meant to be read. */
gboolean walk_is_document_name(const char *name);

#endif
