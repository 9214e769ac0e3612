/* Adding to an array of GLib record by record, many thousands a document: g_array_append_val() costs a call,
 * and a copy by another, for each. */
#ifndef RASOAT_BASE_APPEND_H
#define RASOAT_BASE_APPEND_H

#include <glib.h>

#define APPEND_ROOM 64 /* records */

/* {array}: nothing is known of its room yet. Others may add to the array, and take from its end. */
typedef struct {
    GArray *array;
    guint room; /* records that it has memory for, at least */
} Appender;

/* A place for one record more, at the end, to be filled. size: of a record, as the array was made for. */
static inline gpointer appender_place(Appender *appender, gsize size)
{
    GArray *array = appender->array;
    if (array->len >= appender->room) {
        const guint length = array->len;
        appender->room = length + APPEND_ROOM;
        g_array_set_size(array, appender->room);
        array->len = length;
    }
    return array->data + size * array->len++;
}

#define append_record(appender, type, record) (*(type *)appender_place(appender, sizeof(type)) = (record))

#endif
