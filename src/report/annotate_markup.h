/* XML as bytes with places: where tags begin and end, so that something can be put between them and every
 * other byte stays. For parts that a reader has parsed already: they are well-formed and hold no document
 * type. */
#ifndef RASOAT_REPORT_ANNOTATE_MARKUP_H
#define RASOAT_REPORT_ANNOTATE_MARKUP_H

#include <glib.h>

#include "rasoat.h"

typedef enum { MARKUP_START, MARKUP_EMPTY, MARKUP_END } MarkupKind;

typedef struct {
    MarkupKind kind;
    gsize begin, end; /* bytes of the tag, '<' to behind '>' */
    const char *name; /* with its prefix; not NUL-terminated */
    gsize name_length;
    guint32 number; /* of a start: as xml_element_number() gives it */
} MarkupTag;

typedef struct {
    const char *text;
    gsize length, at;
    guint32 number;
} Markup;

Markup markup_of(GBytes *xml);

/* The next tag, comments, instructions and CDATA passed over; FALSE at the end, or where it is no XML. */
gboolean markup_next(Markup *markup, MarkupTag *tag);

/* The tag's name without its prefix is name. */
gboolean markup_is(const MarkupTag *tag, const char *name);

/* Length of the prefix with its colon; 0 when there is none. */
gsize markup_prefix(const MarkupTag *tag);

/* Value of the attribute whose name without prefix is name; NULL when absent. Owned by the caller. */
char *markup_attribute(const Markup *markup, const MarkupTag *tag, const char *name);

/* Reads on to behind the element that a tag begins; where that is. */
gsize markup_pass(Markup *markup, const MarkupTag *first);

/* FALSE with BAD_XML for text in two or four bytes a letter, which cannot be written into byte by byte. */
gboolean markup_check(GBytes *xml, const char *part, GError **error);

/* What is to be put in, in any order; then all at once. */
typedef struct {
    gsize at, until; /* bytes [at, until) give way to text; an insertion when they are equal */
    char *text;
} MarkupEdit;

GArray *markup_edits_new(void); /* of MarkupEdit */
void markup_insert(GArray *edits, gsize at, const char *text);

/* Takes bytes out. What is inserted where they begin has to be among the edits before. */
void markup_remove(GArray *edits, gsize at, gsize until);

/* Puts text before the end of an element of which first is the start tag: before its end tag, which begins at
 * end; an empty element is opened for it. */
void markup_append_within(GArray *edits, const Markup *markup, const MarkupTag *first, gsize end,
                          const char *text);

/* The bytes with all edits made; those at one place in the order they were given. */
GBytes *markup_apply(GBytes *xml, GArray *edits);

/* Text as XML content in ASCII, whatever the encoding of the part: other letters as character references;
 * what XML 1.0 cannot hold is left out. */
void markup_escape(GString *out, const char *text);

#endif
