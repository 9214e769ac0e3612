/* librasoat: reads a regulation on grassroots democracy (DOCX, ODT) and checks it against Vietnamese law.
 *
 *     g_autoptr(RasoatRules) rules = rasoat_rules_load(NULL, &error);
 *     g_autoptr(RasoatResult) result = rasoat_check_file(rules, "quy-che.docx", NULL, &error);
 *     g_autofree char *json = rasoat_result_json(result, TRUE);
 *
 * Ownership: every function whose name holds _new, _load or _check returns an object that the caller frees
 * with the matching _free; every const pointer returned belongs to the object it came from and lives as
 * long as that object. Strings are UTF-8, NFC. Functions that can fail take a GError **, return NULL or
 * FALSE, and set an error of RASOAT_ERROR; nothing is printed and nothing exits. */
#ifndef RASOAT_H
#define RASOAT_H

#include <glib.h>

G_BEGIN_DECLS

#define RASOAT_API __attribute__((visibility("default")))

/* Language of messages and reports. */
typedef enum { RASOAT_VIETNAMESE, RASOAT_ENGLISH } RasoatLanguage;

/* Why a document could not be judged, or a run not begun. Names for JSON: rasoat_error_name(). */
typedef enum {
    RASOAT_ERROR_IO,              /* "io": cannot be opened or read */
    RASOAT_ERROR_EMPTY_FILE,      /* "empty-file" */
    RASOAT_ERROR_UNKNOWN_FORMAT,  /* "unknown-format" */
    RASOAT_ERROR_LEGACY_DOC,      /* "legacy-doc": Word 97–2003 binary */
    RASOAT_ERROR_ENCRYPTED,       /* "encrypted": password needed */
    RASOAT_ERROR_RTF,             /* "rtf" */
    RASOAT_ERROR_PDF,             /* "pdf" */
    RASOAT_ERROR_HTML,            /* "html" */
    RASOAT_ERROR_IMAGE,           /* "image" */
    RASOAT_ERROR_NOT_TEXT,        /* "not-a-text-document": spreadsheet, slides, another package */
    RASOAT_ERROR_BAD_PACKAGE,     /* "bad-package": ZIP broken or contradicting itself */
    RASOAT_ERROR_BAD_XML,         /* "bad-xml" */
    RASOAT_ERROR_DOCTYPE,         /* "doctype": a part declares a document type */
    RASOAT_ERROR_MISSING_PART,    /* "missing-part": the package lacks its main part */
    RASOAT_ERROR_LIMIT_FILE_SIZE, /* "limit-file-size" */
    RASOAT_ERROR_LIMIT_ENTRIES,   /* "limit-entries" */
    RASOAT_ERROR_LIMIT_BYTES,     /* "limit-bytes" */
    RASOAT_ERROR_LIMIT_RATIO,     /* "limit-ratio" */
    RASOAT_ERROR_LIMIT_DEPTH,     /* "limit-xml-depth" */
    RASOAT_ERROR_LIMIT_TABLES,    /* "limit-table-nesting" */
    RASOAT_ERROR_LIMIT_BLOCKS,    /* "limit-blocks" */
    RASOAT_ERROR_LIMIT_STEPS,     /* "limit-match-steps" */
    RASOAT_ERROR_LIMIT_TIME,      /* "limit-time" */
    RASOAT_ERROR_NO_TEXT,         /* "no-text": nothing to read, likely a scan */
    RASOAT_ERROR_UNREADABLE_TEXT, /* "unreadable-text": letters too damaged to judge */
    RASOAT_ERROR_RULES,           /* "rules": the rule set is wrong */
    RASOAT_ERROR_USAGE,           /* "usage" */
    RASOAT_ERROR_OUTPUT,          /* "output": a report could not be written */
    RASOAT_ERROR_LIMIT_MEMORY,    /* "limit-memory": of a process that reads one document */
    RASOAT_ERROR_WORKER,          /* "worker-crashed": such a process ended before it answered */
    RASOAT_ERROR_RECORD,          /* "record": a stored result is not of the contract "rasoat/1" */
    RASOAT_ERROR_ARCHIVE,         /* "archive": files packed together (ZIP, RAR, 7z) */
} RasoatErrorCode;

#define RASOAT_ERROR (rasoat_error_quark())
RASOAT_API GQuark rasoat_error_quark(void);
/* Stable name of a code, as in JSON. Static. */
RASOAT_API const char *rasoat_error_name(RasoatErrorCode code);

/* "0.1.0". Static. */
RASOAT_API const char *rasoat_version(void);

/* --- rules ---------------------------------------------------------------------------------------------- */

/* The law as data: instruments, patterns and requirements. Read-only once loaded; one serves any number of
 * checks, also from several threads at once. */
typedef struct Auditor RasoatRules;

/* Loads and validates all *.xml of a rules directory, or of several parted by ':', of which each adds to
 * those before it and replaces their files of the same names. directory NULL: $RASOAT_RULES if that is set
 * and not empty, else the directory the library was installed with. Error: RASOAT_ERROR_RULES, with file,
 * line and the offending word; RASOAT_ERROR_IO for a folder or file that cannot be read. */
RASOAT_API RasoatRules *rasoat_rules_load(const char *directory, GError **error);
RASOAT_API void rasoat_rules_free(RasoatRules *rules);

/* SHA-256 of the rule set, hexadecimal: two results can be compared when it is the same. */
RASOAT_API const char *rasoat_rules_digest(const RasoatRules *rules);

/* --- options -------------------------------------------------------------------------------------------- */

/* How to check. A new one detects the kind of unit, takes the law of today, and knows no number of staff. */
typedef struct RasoatOptions RasoatOptions;

RASOAT_API RasoatOptions *rasoat_options_new(void);
RASOAT_API void rasoat_options_free(RasoatOptions *options);

/* The kind of unit: "agency", "school", "commune", "enterprise"; NULL: detect it from the text. Whether the
 * rules know it is found by the check. */
RASOAT_API void rasoat_options_set_profile(RasoatOptions *options, const char *profile);

/* The date whose law applies, YYYY-MM-DD. Error: RASOAT_ERROR_USAGE when it is no date of the calendar. */
RASOAT_API gboolean rasoat_options_set_as_of(RasoatOptions *options, const char *date, GError **error);

/* The number of the unit's staff, for requirements that depend on it; below 0: unknown. */
RASOAT_API void rasoat_options_set_staff(RasoatOptions *options, gint staff);

/* Whether an enterprise is the State's: 1 or 0; below 0: as its regulation says. */
RASOAT_API void rasoat_options_set_state_owned(RasoatOptions *options, gint state_owned);

/* Whether the unit has a trade union, and whether it works in places far from one another (or is of a special
 * kind), for requirements that depend on it: 1 or 0; below 0: as its regulation says. */
RASOAT_API void rasoat_options_set_union(RasoatOptions *options, gint has_union);
RASOAT_API void rasoat_options_set_dispersed(RasoatOptions *options, gint dispersed);

/* Whether results hold the legal tree of the text as well ("outline" in JSON). */
RASOAT_API void rasoat_options_set_outline(RasoatOptions *options, gboolean outline);

/* --- checking ------------------------------------------------------------------------------------------- */

/* The record of one document: what it is, what was found, what is missing. */
typedef struct RasoatResult RasoatResult;

/* Checks a file, what an open descriptor gives to its end, or length bytes; the latter two known under a
 * name. options NULL: those of rasoat_options_new().
 *
 * A document that cannot be opened, read or judged is a result too (outcome "unreadable" or
 * "not-a-regulation"): one bad file is one line in a report. Error: RASOAT_ERROR_USAGE when the options name
 * a profile that the rules do not know. */
RASOAT_API RasoatResult *rasoat_check_file(const RasoatRules *rules, const char *path,
                                           const RasoatOptions *options, GError **error);
RASOAT_API RasoatResult *rasoat_check_descriptor(const RasoatRules *rules, const char *name, int descriptor,
                                                 const RasoatOptions *options, GError **error);
RASOAT_API RasoatResult *rasoat_check_bytes(const RasoatRules *rules, const char *name, const void *bytes,
                                            gsize length, const RasoatOptions *options, GError **error);
RASOAT_API void rasoat_result_free(RasoatResult *result);

/* "judged", "not-a-regulation" or "unreadable". Static. */
RASOAT_API const char *rasoat_result_outcome(const RasoatResult *result);

/* "complete", "incomplete", "conflicting" or "review"; NULL unless judged. Static. */
RASOAT_API const char *rasoat_result_verdict(const RasoatResult *result);

/* Why it was not judged ("encrypted", "plan", …), or NULL; and the sentence for it. */
RASOAT_API const char *rasoat_result_error(const RasoatResult *result);
RASOAT_API const char *rasoat_result_error_message(const RasoatResult *result, RasoatLanguage language);

/* The whole result as JSON (contract "rasoat/1"), on one line or indented. Free with g_free(). */
RASOAT_API char *rasoat_result_json(const RasoatResult *result, gboolean indented);

/* The result of one such JSON object, length bytes, as of a worker or a store; it reports as the first one
 * did. Error: RASOAT_ERROR_RECORD, naming the key that is wrong. */
RASOAT_API RasoatResult *rasoat_result_load(const char *json, gsize length, GError **error);

/* The report for people, in lines of at most width columns (40 to 120; 0: 80). Free with g_free(). */
RASOAT_API char *rasoat_result_text(const RasoatResult *result, RasoatLanguage language, guint width);

/* The page for people: HTML that needs nothing from anywhere, to read on a screen of any width and to print.
 * Shows the text's tree when the result has one (rasoat_options_set_outline()). Free with g_free(). */
RASOAT_API char *rasoat_result_html(const RasoatResult *result, RasoatLanguage language);

/* The file with the findings as comments at the words concerned, nothing else in it changed: length bytes of
 * the DOCX, ODT or flat ODT that the result is of. Errors: RASOAT_ERROR_USAGE when the bytes are others, or
 * the result was not judged; what reading gives; RASOAT_ERROR_OUTPUT. Free with g_bytes_unref(). */
RASOAT_API GBytes *rasoat_result_annotate(const RasoatResult *result, const void *bytes, gsize length,
                                          RasoatLanguage language, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RasoatRules, rasoat_rules_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RasoatOptions, rasoat_options_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RasoatResult, rasoat_result_free)

G_END_DECLS

#endif
