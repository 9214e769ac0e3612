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

/* The name of a place: its words in a text. */
typedef struct {
    const UnitWords *words;
    guint from, count; /* count 0: none is named */
} Place;

static const UnitWord *place_word(const Place *place, guint i)
{
    return &g_array_index(place->words->all, UnitWord, place->from + i);
}

/* The name behind a level ("huyện"), up to the next level or what sets it apart. */
static Place place_of_level(const UnitWords *words, const UnitPhrase *level)
{
    Place place = {.words = words};
    guint at = 0;
    while (at + level->count < words->all->len && !is_level(words, at, level))
        at++;
    place.from = at + level->count;
    for (guint i = place.from; i < words->all->len; i++, place.count++)
        if (place.count > 0 && (place_word(&place, place.count)->joint == ',' || unit_commune_at(words, i)))
            break;
    return place;
}

/* Names of two places: a word of them differs, or one has one word more ("Đồng Lạc Hạ"); more are of what
 * stands behind it. */
static gboolean are_two(const Place *one, const Place *other)
{
    const guint both = MIN(one->count, other->count);
    for (guint i = 0; i < both; i++)
        if (!unit_word_is(place_word(one, i), place_word(other, i)))
            return TRUE;
    return both > 0 && MAX(one->count, other->count) == both + 1;
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

static gboolean may_be_merged(const Place *one, const Place *other)
{
    return were_merged(place_word(one, 0)->bare) && were_merged(place_word(other, 0)->bare);
}

static gboolean differ(const UnitWords *unit, const UnitWords *text, gboolean merged_are_one)
{
    for (guint i = 0; i < G_N_ELEMENTS(levels); i++) {
        const UnitPhrase *level = &level_phrases()[i];
        const Place one = place_of_level(unit, level), other = place_of_level(text, level);
        if (are_two(&one, &other) &&
            !(merged_are_one && g_str_equal(levels[i], "tỉnh") && may_be_merged(&one, &other)))
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
