/* Which province, district or town a name lies in. */
#include "text/unit_places.h"

#include "text/unit_words_private.h"

/* Cities are of two levels, and the provinces of a new one were others before July 2025: they say nothing. */
static const char *const levels[] = {"xã", "phường", "huyện", "quận", "tỉnh", "thị xã"};

static const UnitPhrase *level_phrases(void)
{
    static UnitPhrase *made;
    if (g_once_init_enter(&made)) {
        UnitPhrase *all = g_new0(UnitPhrase, G_N_ELEMENTS(levels));
        for (guint i = 0; i < G_N_ELEMENTS(levels); i++)
            unit_phrase_init(&all[i], levels[i]);
        g_once_init_leave(&made, all);
    }
    return made;
}

/* "thị xã", "hợp tác xã", "xã hội" hold the word "xã" and are no communes; "huyện ủy", "tỉnh đoàn" are
 * offices of a level; "Đồng Lạc (xã), huyện Long Điền" has no name behind "xã". */
static gboolean is_level(const UnitWords *words, guint at, const UnitPhrase *level)
{
    if (unit_phrase_at(words, at, level) == 0)
        return FALSE;
    const UnitWord *name = &g_array_index(words->all, UnitWord, at + level->count);
    const char *before = at > 0 ? unit_words_at(words, at - 1) : "";
    return name->joint != ',' && name->joint != '&' && !g_str_equal(name->bare, "uy") &&
           !g_str_equal(name->bare, "doan") && !g_str_equal(name->bare, "hoi") &&
           !g_str_equal(before, "thi") && !g_str_equal(before, "tac");
}

/* The first word of the name behind a level ("huyện"), without marks; NULL: none is named there. */
static const char *place_of_level(const UnitWords *words, const UnitPhrase *level)
{
    for (guint at = 0; at + level->count < words->all->len; at++)
        if (is_level(words, at, level))
            return unit_words_at(words, at + level->count);
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

static gboolean differ(const UnitWords *unit, const UnitWords *text, gboolean merged_are_one)
{
    for (guint i = 0; i < G_N_ELEMENTS(levels); i++) {
        const UnitPhrase *level = &level_phrases()[i];
        const char *one = place_of_level(unit, level), *other = place_of_level(text, level);
        if (one && other && !g_str_equal(one, other) &&
            !(merged_are_one && g_str_equal(levels[i], "tỉnh") && were_merged(one) && were_merged(other)))
            return TRUE;
    }
    return FALSE;
}

gboolean unit_places_differ(const UnitWords *unit, const UnitWords *text)
{
    return differ(unit, text, TRUE);
}

gboolean unit_offices_differ(const UnitWords *unit, const UnitWords *text)
{
    return unit->kind->len == 0 && unit->loose->len == 0 && differ(unit, text, FALSE);
}
