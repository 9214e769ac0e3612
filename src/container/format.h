/* What a file is, told from its bytes and never from its name. */
#ifndef RASOAT_CONTAINER_FORMAT_H
#define RASOAT_CONTAINER_FORMAT_H

#include <glib.h>

#include "base/limits.h"
#include "container/package.h"

typedef enum { FORMAT_DOCX, FORMAT_ODT, FORMAT_FLAT_ODT } Format;

/* Tells the format. For DOCX (also DOCM, DOTX, DOTM; transitional or strict) and ODT (also OTT) *package
 * receives the opened package, owned by the caller; for FORMAT_FLAT_ODT it is set to NULL. Everything else is
 * an error with its own code: EMPTY_FILE, LEGACY_DOC, ENCRYPTED (OOXML in OLE, or an ODF manifest with
 * encryption-data), RTF, PDF, HTML (also MHTML and Word's HTML in .doc), IMAGE, NOT_TEXT (xlsx, pptx, ods,
 * odp, epub, jar …), ARCHIVE (a ZIP of nothing known, RAR, 7z), BAD_PACKAGE (a ZIP that is broken),
 * UNKNOWN_FORMAT. */
gboolean format_detect(GBytes *bytes, Budget *budget, Format *format, Package **package, GError **error);

#endif
