/* A folder of reports, one file a unit, made anew: files of units that are no more do not stay behind, and
 * until all are written the old ones stand. Other people's files in the folder are left alone. */
#ifndef RASOAT_DISTRICT_FOLDER_H
#define RASOAT_DISTRICT_FOLDER_H

#include "rasoat.h"

typedef struct FreshFolder FreshFolder;

/* Opens the folder at path (made when missing, also what is above it). Error: OUTPUT. */
FreshFolder *fresh_folder_open(const char *path, GError **error);

/* Where to write: a folder beside it, "….new". Belongs to the folder. */
const char *fresh_folder_place(const FreshFolder *folder);

/* The report of that name was not made: the one that is there stays. */
void fresh_folder_keep(FreshFolder *folder, const char *name);

/* Takes reports (district_is_report_name()) that were neither written anew nor kept out of the folder, and
 * moves the new ones in, each whole. Error: OUTPUT; what was moved by then stays. */
gboolean fresh_folder_commit(FreshFolder *folder, GError **error);

/* Frees; what was not committed is removed. */
void fresh_folder_free(FreshFolder *folder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FreshFolder, fresh_folder_free)

#endif
