/* Packages built around the input, so that mutations reach the XML and not the ZIP. An input may hold several
 * parts, each begun by a line "=== NAME"; what stands before the first is the target's own part. */
#ifndef RASOAT_TESTS_FUZZ_AROUND_H
#define RASOAT_TESTS_FUZZ_AROUND_H

#include <string.h>

#include "../unit/zip_maker.h"
#include "fuzz.h"

enum { MOST_AROUND = 12 };

/* The fixed parts, with the input in place of the part called own. */
static inline void fuzz_package(const ZipPart *fixed, guint count, const char *own, const uint8_t *data,
                                size_t size)
{
    g_autofree char *text = g_strndup((const char *)data, size);
    ZipPart parts[MOST_AROUND];
    g_assert(count < MOST_AROUND);
    memcpy(parts, fixed, count * sizeof *fixed);
    char *from = text;
    parts[count] = (ZipPart){own, from};
    guint filled = count + 1;
    for (char *mark; (mark = strstr(from, "\n=== ")) && filled < MOST_AROUND; filled++) {
        char *name = mark + 5, *end = strchr(name, '\n');
        if (!end)
            break;
        *mark = *end = '\0';
        from = end + 1;
        parts[filled] = (ZipPart){name, from};
    }
    ZipPart once[MOST_AROUND];
    guint kept = 0;
    for (guint i = filled; i-- > 0;) { /* the input's parts before the fixed ones of the same name */
        gboolean known = !g_utf8_validate(parts[i].name, -1, NULL) || !*parts[i].name;
        for (guint k = 0; k < kept; k++)
            known = known || g_str_equal(once[k].name, parts[i].name);
        if (!known)
            once[kept++] = parts[i];
    }
    g_autoptr(GBytes) bytes = zip_make(once, kept, TRUE);
    fuzz_read(bytes);
}

#endif
