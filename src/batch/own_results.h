/* What rasoat itself has written, told from what units sent: a folder of results may have been put, or
 * copied, into the folder that is checked. */
#ifndef RASOAT_BATCH_OWN_RESULTS_H
#define RASOAT_BATCH_OWN_RESULTS_H

#include <glib.h>

/* Whether a folder is one of results (it holds a store), the reports beside a store, or reports that were
 * copied from there with the page of the district. What cannot be read is not taken for one. */
gboolean own_results_in(const char *folder);

/* Whether a file is a page that rasoat made: its name ends in .html, and it says so of itself. */
gboolean own_results_page(const char *path);

#endif
