/* See sqlite_cause.h; SQLite's result codes (sqlite.org/rescode.html). */
#include "batch/sqlite_cause.h"

#include <errno.h>

int sqlite_cause(sqlite3 *database)
{
    switch (sqlite3_errcode(database) & 0xFF) {
    case SQLITE_FULL:
        return ENOSPC;
    case SQLITE_READONLY:
        return EACCES;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        return sqlite3_system_errno(database);
    default:
        return 0;
    }
}
