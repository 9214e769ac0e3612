/* Names of files that reports of units are written to. */
#ifndef RASOAT_DISTRICT_NAMES_H
#define RASOAT_DISTRICT_NAMES_H

#include <glib.h>

/* A stem that is safe on every system and in every link: letters a–z, digits and hyphens of the text without
 * its marks (at most 60), and a part of the digest of key, which tells apart what reads alike. The same text
 * and key give the same stem. Owned by the caller. */
char *district_file_stem(const char *text, const char *key);

/* Whether a file of that name can only be a report of a unit: such a stem, and .html, .docx, .odt or .fodt.
 */
gboolean district_is_report_name(const char *name);

#endif
