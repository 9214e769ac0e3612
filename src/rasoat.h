/* librasoat: reads a regulation on grassroots democracy (DOCX, ODT) and checks it against Vietnamese law.
 *
 * Ownership: every function whose name ends in _new, _load, _read or _check returns an object that the caller
 * frees with the matching _free; every const pointer returned belongs to the object it came from and lives as
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
} RasoatErrorCode;

#define RASOAT_ERROR (rasoat_error_quark())
RASOAT_API GQuark rasoat_error_quark(void);
/* Stable name of a code, as in JSON. Static. */
RASOAT_API const char *rasoat_error_name(RasoatErrorCode code);

G_END_DECLS

#endif
