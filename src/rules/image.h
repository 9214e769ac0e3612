/* Records as bytes and back: one description of a record serves both ways, so that writing and reading cannot
 * part. The bytes are for the very program that wrote them: they have its sizes and byte order, and nothing
 * in them is checked but their end. */
#ifndef RASOAT_RULES_IMAGE_H
#define RASOAT_RULES_IMAGE_H

#include <glib.h>

#include "base/bilingual.h"

typedef struct {
    GByteArray *out;                /* being written; NULL: being read */
    const guint8 *start, *at, *end; /* being read; start is aligned */
    gconstpointer context;          /* for those who describe records */
} Image;

/* What each of these takes is written as it stands, or overwritten by what is read. Strings and memory that
 * are read belong to the record. */
void image_bytes(Image *image, gpointer data, gsize size);
#define image_value(image, field) image_bytes(image, &(field), sizeof(field))

/* Writes a number and returns it, or returns the one that is read. */
guint image_count(Image *image, guint count);

void image_string(Image *image, char **text);
void image_bilingual(Image *image, BilingualText *text);

/* A string that belongs to the image when it is read. */
void image_text(Image *image, const char **text);

/* Memory of count elements, of which none is larger than eight bytes, that belongs to the image when it is
 * read. */
void image_memory(Image *image, gpointer *memory, guint count, gsize size);

/* An array without pointers. */
void image_array(Image *image, GArray *array);

/* An array of structures, which are zero before they are read. */
typedef void (*ImageRecord)(Image *image, gpointer record);
void image_structures(Image *image, GArray *array, ImageRecord describe);

/* An array of pointers to records that make() makes. */
void image_records(Image *image, GPtrArray *array, gpointer (*make)(void), ImageRecord describe);

/* An array of strings of its own. */
void image_strings(Image *image, GPtrArray *array);

#endif
