/* Finding parts by relationships, never by fixed names (ECMA-376 part 2 §6.5, part 1 §11.3). */
#ifndef RASOAT_READER_DOCX_PARTS_H
#define RASOAT_READER_DOCX_PARTS_H

#include "container/package.h"
#include "reader/xml.h"

typedef struct {
    char *type;   /* last segment of the relationship type: "footnotes", "aFChunk" … */
    char *target; /* part name without leading slash, resolved; or the URI when external */
    gboolean external;
    guint place; /* among those of its part, from 0 */
} DocxRelationship;

typedef struct {
    char *main;        /* name of the main part */
    GHashTable *by_id; /* id → DocxRelationship of the main part */
} DocxParts;

/* Finds the main part and reads its relationships. NULL with MISSING_PART when the package has no main part,
 * or an error of package_read() or xml_parse(). */
DocxParts *docx_parts_new(Package *package, const Budget *budget, GError **error);
void docx_parts_free(DocxParts *parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DocxParts, docx_parts_free)

const DocxRelationship *docx_parts_by_id(const DocxParts *parts, XmlValue id);

/* Name of the part that the main part is related to by a type ("styles"), the first of several; NULL when
 * there is none. */
const char *docx_parts_by_type(const DocxParts *parts, const char *type);

#endif
