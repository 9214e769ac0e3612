/* Writing and reading the parts that records are made of. */
#include "rules/image.h"

#include <string.h>

#define ALIGNMENT 8

/* The next bytes of what is read. */
static const guint8 *take(Image *image, gsize size)
{
    const guint8 *at = image->at;

    if (size > (gsize)(image->end - at))
        g_error("the compiled rules are cut short"); /* they are part of the program */
    image->at += size;
    return at;
}

void image_bytes(Image *image, gpointer data, gsize size)
{
    if (size == 0)
        return;
    if (image->out)
        g_byte_array_append(image->out, data, (guint)size);
    else
        memcpy(data, take(image, size), size);
}

guint image_count(Image *image, guint count)
{
    image_value(image, count);
    return count;
}

void image_text(Image *image, const char **text)
{
    const guint size = image_count(image, image->out && *text ? (guint)strlen(*text) + 1 : 0);

    if (!image->out)
        *text = size ? (const char *)take(image, size) : NULL;
    else if (size)
        g_byte_array_append(image->out, (const guint8 *)*text, size);
}

void image_string(Image *image, char **text)
{
    const char *at = *text;

    image_text(image, &at);
    if (!image->out)
        *text = g_strdup(at);
}

void image_bilingual(Image *image, BilingualText *text)
{
    image_string(image, &text->vi);
    image_string(image, &text->en);
}

void image_memory(Image *image, gpointer *memory, guint count, gsize size)
{
    const gsize place = image->out ? image->out->len : (gsize)(image->at - image->start);
    guint8 padding[ALIGNMENT] = {0};

    image_bytes(image, padding, (ALIGNMENT - place % ALIGNMENT) % ALIGNMENT);
    if (image->out)
        image_bytes(image, *memory, count * size);
    else
        *memory = (gpointer)take(image, count * size);
}

void image_array(Image *image, GArray *array)
{
    const guint count = image_count(image, array->len);

    g_array_set_size(array, count);
    image_bytes(image, array->data, (gsize)count * g_array_get_element_size(array));
}

void image_structures(Image *image, GArray *array, ImageRecord describe)
{
    const guint count = image_count(image, array->len);
    const gsize size = g_array_get_element_size(array);

    if (!image->out) {
        g_array_set_size(array, count);
        memset(array->data, 0, count * size);
    }
    for (guint i = 0; i < count; i++)
        describe(image, array->data + i * size);
}

void image_records(Image *image, GPtrArray *array, gpointer (*make)(void), ImageRecord describe)
{
    const guint count = image_count(image, array->len);

    for (guint i = 0; i < count; i++) {
        if (!image->out)
            g_ptr_array_add(array, make());
        describe(image, array->pdata[i]);
    }
}

void image_strings(Image *image, GPtrArray *array)
{
    const guint count = image_count(image, array->len);

    for (guint i = 0; i < count; i++) {
        if (!image->out)
            g_ptr_array_add(array, NULL);
        image_string(image, (char **)&array->pdata[i]);
    }
}
