/* Writing JSON (RFC 8259) straight into a string, in the layout of jansson: compact, or two spaces a level.
 * What is written is known to be well-formed, so no tree of values is built for it. */
#ifndef RASOAT_REPORT_JSON_WRITER_H
#define RASOAT_REPORT_JSON_WRITER_H

#include <glib.h>

typedef struct {
    GString *out;
    gboolean indented;
    guint depth;
    gboolean empty; /* the object or array at hand has nothing in it yet */
} JsonWriter;

/* out is the caller's. */
JsonWriter json_writer(GString *out, gboolean indented);

/* Each writes a value: under a key in an object, with key NULL in an array. */
void json_begin_object(JsonWriter *writer, const char *key);
void json_end_object(JsonWriter *writer);
void json_begin_array(JsonWriter *writer, const char *key);
void json_end_array(JsonWriter *writer);
/* text NULL is null; what is not UTF-8 is written as display_name() shows it. */
void json_put_string(JsonWriter *writer, const char *key, const char *text);
void json_put_integer(JsonWriter *writer, const char *key, gint64 number);
void json_put_boolean(JsonWriter *writer, const char *key, gboolean value);

#endif
