/* Telling alternatives apart, by brackets and strokes alone. */
#include "rules/alternatives.h"

#include <string.h>

/* Behind a raw expression, whose brackets are its own. */
static const char *skip_raw(const char *p)
{
    for (p++; *p && *p != '/'; p++)
        p += p[0] == '\\' && p[1];
    return *p ? p + 1 : p;
}

/* The end of the alternative that begins at p: a '|' or '}' outside of all brackets in it; NULL: there is
 * none. plain: whether it is words alone. */
static const char *alternative_end(const char *p, gboolean *plain)
{
    guint depth = 0;

    *plain = TRUE;
    while (*p && (depth > 0 || (*p != '|' && *p != '}'))) {
        *plain &= !strchr("{}[]<>@!/#^$", *p);
        depth += *p == '{' || *p == '[';
        depth -= *p == '}' || *p == ']';
        p = *p == '/' ? skip_raw(p) : p + 1;
    }
    return *p ? p : NULL;
}

static void add_alternative(GPtrArray *found, const char *start, const char *end)
{
    g_ptr_array_add(found, g_strdup_printf("{%.*s}", (int)(end - start), start));
}

GPtrArray *alternatives_of(const char *phrase)
{
    GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
    const char *open = NULL; /* where words alone began */
    const char *start = phrase + 1, *end = phrase;
    gboolean plain;

    while (*phrase == '{' && (end == phrase || *end == '|')) {
        const char *next = alternative_end(start, &plain);
        if (!next)
            break;
        if (!plain && open)
            add_alternative(found, open, end);
        if (!plain)
            add_alternative(found, start, next);
        open = !plain ? NULL : open ? open : start;
        end = next;
        start = next + 1;
    }
    if (open)
        add_alternative(found, open, end);
    if (*end == '}' && end[1] == '\0')
        return found;
    g_ptr_array_set_size(found, 0);
    g_ptr_array_add(found, g_strdup(phrase));
    return found;
}
