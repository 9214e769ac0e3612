/* Alternate content: one branch is read, the first that is understood (ECMA-376 part 3 §7.5). */
#include <string.h>

#include "reader/docx_state.h"

static gboolean is_understood(const char *prefix, gsize length)
{
    /* Only what this reader finds the text of; emoji of w16se, for one, have theirs in the fallback. */
    static const char *const known[] = {"wps", "wpg", "wpc", "wp14", "w14", "w15", "a14", "m", "w"};
    for (gsize i = 0; i < G_N_ELEMENTS(known); i++) {
        if (strlen(known[i]) == length && memcmp(known[i], prefix, length) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean choice_is_understood(const XmlElement *element)
{
    XmlValue requires = xml_attribute(element, XML_OTHER, DOCX_REQUIRES);
    const char *at = requires.text, *end = at + requires.length;
    while (at < end) {
        const char *stop = memchr(at, ' ', (gsize)(end - at));
        stop = stop ? stop : end;
        if (stop > at && !is_understood(at, (gsize)(stop - at)))
            return FALSE;
        at = stop + 1;
    }
    return TRUE;
}

void story_alternate(Story *story, const XmlElement *element)
{
    guint8 none = 0;
    if (element->name == DOCX_ALTERNATE_CONTENT) {
        g_byte_array_append(story->branches, &none, 1);
        return;
    }
    if (story->branches->len == 0)
        return;
    guint8 *taken = &story->branches->data[story->branches->len - 1];
    if (*taken || (element->name == DOCX_CHOICE && !choice_is_understood(element)))
        xml_skip(element);
    else if (element->name == DOCX_CHOICE || element->name == DOCX_FALLBACK)
        *taken = 1;
}
