/* Whether a spreadsheet is all that was written of it (libxlsxwriter in constant memory). */
#ifndef RASOAT_DISTRICT_XLSX_WHOLE_H
#define RASOAT_DISTRICT_XLSX_WHOLE_H

#include <glib.h>
#include <xlsxwriter.h>

/* Ends the rows of a sheet before its book is closed. *bytes: how many they take. FALSE when a write of them
 * has failed. */
gboolean xlsx_rows_end(lxw_worksheet *sheet, guint64 *bytes);

/* Reads the closed book again: every part is there to its end, and the rows of each of its sheets, in their
 * order, take the bytes that were written. FALSE when not. */
gboolean xlsx_is_whole(const char *path, const guint64 *bytes, guint sheets);

#endif
