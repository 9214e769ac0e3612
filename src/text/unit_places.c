/* Which province, district or town a name lies in. */
#include "text/unit_places.h"

#include "text/unit_words_private.h"

/* The first word of the name behind a level ("huyện"), without marks; NULL: none is named there. */
static char *place_of_level(const UnitWords *words, const UnitPhrase *level)
{
    for (guint at = 0; at + level->count < words->all->len; at++) {
        if (unit_phrase_at(words, at, level) == 0)
            continue;
        const char *name = unit_words_at(words, at + level->count);
        /* offices of that level, not its name */
        if (!g_str_equal(name, "uy") && !g_str_equal(name, "doan"))
            return g_strdup(name);
    }
    return NULL;
}

/* First words of provinces that have become one with another (Nghị quyết 202/2025/QH15), or have taken one
 * in: two of them may be one and the same today. */
static gboolean were_merged(const char *first)
{
    static const char *const provinces[] = {
        "tuyen", "ha",  "lao",   "yen", "thai", "bac",  "phu",   "vinh", "hoa", "hung", "hai",  "ninh",
        "nam",   "da",  "quang", "kon", "gia",  "binh", "khanh", "lam",  "dak", "ba",   "dong", "tay",
        "long",  "can", "soc",   "hau", "ben",  "tra",  "tien",  "ca",   "an",  "kien", NULL};
    return g_strv_contains(provinces, first);
}

gboolean unit_places_differ(const UnitWords *unit, const UnitWords *text)
{
    for (guint i = 0; i < unit_regions(); i++) {
        const UnitPhrase *level = unit_region_phrase(i);
        /* cities are of two levels; the provinces of a new one were others before July 2025 */
        if (g_str_equal(unit_region(i), "thành phố"))
            continue;
        g_autofree char *one = place_of_level(unit, level), *other = place_of_level(text, level);
        if (one && other && !g_str_equal(one, other) &&
            !(g_str_equal(unit_region(i), "tỉnh") && were_merged(one) && were_merged(other)))
            return TRUE;
    }
    return FALSE;
}
