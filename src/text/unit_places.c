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
 * offices of a level; "Đồng Lạc (xã), huyện Long Điền" and "các xã huyện Long Điền" have no name behind "xã".
 */
static gboolean is_level(const UnitWords *words, guint at, const UnitPhrase *level)
{
    if (unit_phrase_at(words, at, level) == 0)
        return FALSE;
    const UnitWord *name = &g_array_index(words->all, UnitWord, at + level->count);
    const char *before = at > 0 ? unit_words_at(words, at - 1) : "";
    return unit_commune_at(words, at + level->count) == 0 && name->joint != ',' && name->joint != '&' &&
           !g_str_equal(name->bare, "uy") && !g_str_equal(name->bare, "doan") &&
           !g_str_equal(name->bare, "hoi") && !g_str_equal(before, "thi") && !g_str_equal(before, "tac");
}

/* The name of a place: its words in a text. */
typedef struct {
    const UnitWords *words;
    guint from, count;
} Place;

static const UnitWord *place_word(const Place *place, guint i)
{
    return &g_array_index(place->words->all, UnitWord, place->from + i);
}

/* The next place of a level ("huyện") in a text, from where the last ended: its name up to another level or
 * what sets it apart. FALSE: there is none. */
static gboolean next_place(Place *place, const UnitPhrase *level)
{
    const GArray *all = place->words->all;
    guint at = place->from + place->count;
    while (at + level->count < all->len && !is_level(place->words, at, level))
        at++;
    if (at + level->count >= all->len)
        return FALSE;
    place->from = at + level->count;
    for (place->count = 1; place->from + place->count < all->len; place->count++)
        if (place_word(place, place->count)->joint == ',' ||
            unit_commune_at(place->words, place->from + place->count))
            break;
    return TRUE;
}

/* Names of two places: a word of them differs, or one has one word more ("Đồng Lạc Hạ"); more are of what
 * stands behind it. loose: so is one. */
static gboolean are_two(const Place *one, const Place *other, gboolean loose)
{
    const guint both = MIN(one->count, other->count);
    for (guint i = 0; i < both; i++)
        if (!unit_word_is(place_word(one, i), place_word(other, i)))
            return TRUE;
    return !loose && MAX(one->count, other->count) == both + 1;
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

typedef struct {
    gboolean merged_are_one; /* provinces that may have become one are one */
    gboolean loose;          /* other words may stand behind a name */
} Tolerance;

/* Both have places of a level, and none is the same. */
static gboolean differ_at(const UnitWords *unit, const UnitWords *text, guint level, Tolerance tolerance)
{
    const UnitPhrase *phrase = &level_phrases()[level];
    const gboolean merged = tolerance.merged_are_one && g_str_equal(levels[level], "tỉnh");
    gboolean both = FALSE;
    for (Place one = {.words = unit}; next_place(&one, phrase);)
        for (Place other = {.words = text}; next_place(&other, phrase);) {
            if (!are_two(&one, &other, tolerance.loose) || (merged && may_be_merged(&one, &other)))
                return FALSE;
            both = TRUE;
        }
    return both;
}

static gboolean differ(const UnitWords *unit, const UnitWords *text, Tolerance tolerance)
{
    for (guint level = 0; level < G_N_ELEMENTS(levels); level++)
        if (differ_at(unit, text, level, tolerance))
            return TRUE;
    return FALSE;
}

gboolean unit_places_differ(const UnitWords *unit, const UnitWords *text)
{
    return differ(unit, text, (Tolerance){.merged_are_one = TRUE});
}

gboolean unit_places_differ_in_path(const UnitWords *unit, const UnitWords *path)
{
    return differ(unit, path, (Tolerance){.merged_are_one = TRUE, .loose = TRUE});
}

gboolean unit_offices_differ(const UnitWords *unit, const UnitWords *text)
{
    return unit->kind->len == 0 && unit->loose->len == 0 && differ(unit, text, (Tolerance){0});
}
