/* Errors of the whole library: one GError domain, stable code names for the JSON contract, and a sentence
 * that tells a clerk what to do. A message names the file or part and what was wrong, and most do so in both
 * languages; the advice is kept apart, by code and language. */
#ifndef RASOAT_BASE_ERROR_H
#define RASOAT_BASE_ERROR_H

#include <glib.h>

#include "base/bilingual.h"
#include "rasoat.h"

/* How many codes there are. */
#define ERROR_CODES (RASOAT_ERROR_ARCHIVE + 1)

/* The stable name of a code as printed in JSON ("encrypted", "limit-ratio", …). Static. */
const char *error_code_name(RasoatErrorCode code);

/* What the person who has the file should do, one sentence in the language. Static, never NULL. */
const char *error_advice(RasoatErrorCode code, RasoatLanguage language);

/* What a message of IO says of a pipe with a name, a folder, a device. */
#define NOT_A_REGULAR_FILE "not a regular file"

/* What the C library says of a failure that an office may meet (g_strerror()), or NOT_A_REGULAR_FILE, in
 * Vietnamese, marked for the catalogue: what say() takes. NULL: anything else. Static. */
const char *error_system_words(const char *message);

/* Where such words begin in a message that ends with them behind its last colon, as those of GLib do. Belongs
 * to the message. */
const char *error_cause(const char *message);

/* Sets a GError of our domain. Used by every module: error_set(error, RASOAT_ERROR_BAD_XML, "%s: …", part).
 */
void error_set(GError **error, RasoatErrorCode code, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* The same for what the user asked wrongly, in both languages: "Vietnamese · English", after the place (a
 * file, an option) when there is one. text: marked for the catalogue. FALSE always. */
gboolean error_set_usage(GError **error, const char *place, const char *text, ...) G_GNUC_PRINTF(3, 4);

/* The same with another code. */
gboolean error_set_both(GError **error, RasoatErrorCode code, const char *place, const char *text, ...)
    G_GNUC_PRINTF(4, 5);

/* The same with words that are no format, marked for the catalogue; and with texts of the caller's. */
gboolean error_set_words(GError **error, RasoatErrorCode code, const char *place, const char *words);
gboolean error_set_texts(GError **error, RasoatErrorCode code, const char *place, const BilingualText *texts);

/* The same with what the system says of a failure (g_strerror(), or error_cause() of a message of GLib's): in
 * Vietnamese by error_system_words(), and else with its own words in brackets. */
gboolean error_set_system(GError **error, RasoatErrorCode code, const char *place, const char *cause);

/* The message in each language, the place before it, of an error that was set in both; NULL: of any other.
 * Belongs to the error. */
const BilingualText *error_texts(const GError *error);

/* OUTPUT for a place that is not to be written to, in both languages. text: as above. FALSE always. */
gboolean error_set_place(GError **error, const char *path, const char *text, ...) G_GNUC_PRINTF(3, 4);

/* OUTPUT for a file or folder that cannot be written, by the system's error number: in both languages, what
 * is wrong with the place and what to do, for what an office may meet (disk full, no permission, read-only,
 * no such folder, a file in place of a folder or the other way round …); else as the system says. FALSE
 * always. */
gboolean error_set_output(GError **error, const char *path, int code);

#endif
