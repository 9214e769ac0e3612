/* What lies behind an error of SQLite. */
#ifndef RASOAT_BATCH_SQLITE_CAUSE_H
#define RASOAT_BATCH_SQLITE_CAUSE_H

#include <sqlite3.h>

/* The system's error number, for error_set_output(), when the last call failed for want of space, of a
 * permission or of the file; 0: for another reason, which sqlite3_errmsg() tells. */
int sqlite_cause(sqlite3 *database);

#endif
