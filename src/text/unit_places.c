/* Which province, district or town a name lies in. */
#include "text/unit_places.h"

#include "text/unit_words_private.h"

/* What begins the name of a place, by level; cities are of two. */
enum { LEVEL_PROVINCE = 5, LEVEL_CITY = 6 };
static const char *const levels[] = {"xã", "phường", "huyện", "quận", "thị xã", "tỉnh", "thành phố"};

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
    const UnitWord *name = unit_word_at(words, at + level->count);
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
    return unit_word_at(place->words, place->from + i);
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

/* Provinces and cities of their level that have become one (Nghị quyết 202/2025/QH15): what a text calls by
 * the old name may lie in the new one today. */
static const char *const merged[][4] = {
    {"Tuyên Quang", "Hà Giang"},
    {"Lào Cai", "Yên Bái"},
    {"Thái Nguyên", "Bắc Kạn"},
    {"Phú Thọ", "Vĩnh Phúc", "Hòa Bình"},
    {"Bắc Ninh", "Bắc Giang"},
    {"Hưng Yên", "Thái Bình"},
    {"Hải Phòng", "Hải Dương"},
    {"Ninh Bình", "Hà Nam", "Nam Định"},
    {"Quảng Trị", "Quảng Bình"},
    {"Huế", "Thừa Thiên Huế"},
    {"Đà Nẵng", "Quảng Nam"},
    {"Quảng Ngãi", "Kon Tum"},
    {"Gia Lai", "Bình Định"},
    {"Khánh Hòa", "Ninh Thuận"},
    {"Lâm Đồng", "Đắk Nông", "Bình Thuận"},
    {"Đắk Lắk", "Phú Yên"},
    {"Hồ Chí Minh", "Bình Dương", "Bà Rịa Vũng Tàu"},
    {"Đồng Nai", "Bình Phước"},
    {"Tây Ninh", "Long An"},
    {"Cần Thơ", "Sóc Trăng", "Hậu Giang"},
    {"Vĩnh Long", "Bến Tre", "Trà Vinh"},
    {"Đồng Tháp", "Tiền Giang"},
    {"Cà Mau", "Bạc Liêu"},
    {"An Giang", "Kiên Giang"},
};

/* Cities of the level of a province. */
static const char *const first_cities[] = {"Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh"};

enum { MERGED_MOST = G_N_ELEMENTS(merged[0]), MERGED = G_N_ELEMENTS(merged) * MERGED_MOST };

/* Phrases of merged, row by row, empty where a row has no more, and behind them of first_cities. */
static const UnitPhrase *province_phrases(void)
{
    static UnitPhrase *made;
    if (g_once_init_enter(&made)) {
        UnitPhrase *all = g_new0(UnitPhrase, MERGED + G_N_ELEMENTS(first_cities));
        for (guint i = 0; i < MERGED; i++)
            if (merged[i / MERGED_MOST][i % MERGED_MOST])
                unit_phrase_init(&all[i], merged[i / MERGED_MOST][i % MERGED_MOST]);
        for (guint i = 0; i < G_N_ELEMENTS(first_cities); i++)
            unit_phrase_init(&all[MERGED + i], first_cities[i]);
        g_once_init_leave(&made, all);
    }
    return made;
}

/* A place's name begins with a phrase of province_phrases(). */
static gboolean is_called(const Place *place, guint which)
{
    const UnitPhrase *phrase = &province_phrases()[which];
    return phrase->count > 0 && place->count >= phrase->count &&
           unit_phrase_at(place->words, place->from, phrase) > 0;
}

static gboolean is_first_city(const Place *place)
{
    for (guint i = 0; i < G_N_ELEMENTS(first_cities); i++)
        if (is_called(place, MERGED + i))
            return TRUE;
    return FALSE;
}

/* The row of merged that a province is in; -1: none. */
static gint row_of(const Place *place)
{
    for (guint i = 0; i < MERGED; i++)
        if (is_called(place, i))
            return (gint)(i / MERGED_MOST);
    return -1;
}

typedef struct {
    gboolean merged_are_one; /* provinces that have become one are one */
    gboolean loose;          /* other words may stand behind a name */
} Tolerance;

/* The places of a level in a text: of provinces those of first cities as well, of cities the others. */
static GArray *places_of(const UnitWords *words, guint level)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(Place));
    for (Place place = {.words = words}; next_place(&place, &level_phrases()[level]);)
        if (level != LEVEL_CITY || !is_first_city(&place))
            g_array_append_val(found, place);
    for (Place place = {.words = words};
         level == LEVEL_PROVINCE && next_place(&place, &level_phrases()[LEVEL_CITY]);)
        if (is_first_city(&place))
            g_array_append_val(found, place);
    return found;
}

static gboolean are_one(const Place *one, const Place *other, Tolerance tolerance)
{
    return !are_two(one, other, tolerance.loose) ||
           (tolerance.merged_are_one && row_of(one) >= 0 && row_of(one) == row_of(other));
}

/* Both have places of a level, and none is the same. */
static gboolean differ_at(const UnitWords *unit, const UnitWords *text, guint level, Tolerance tolerance)
{
    g_autoptr(GArray) in_unit = places_of(unit, level), in_text = places_of(text, level);
    for (guint i = 0; i < in_unit->len; i++)
        for (guint k = 0; k < in_text->len; k++)
            if (are_one(&g_array_index(in_unit, Place, i), &g_array_index(in_text, Place, k), tolerance))
                return FALSE;
    return in_unit->len > 0 && in_text->len > 0;
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

char *unit_commune_of(const char *body)
{
    static const char *const communes[] = {"xã ", "phường ", "thị trấn ", "đặc khu "};
    char *own = unit_own_name(body, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(communes); i++)
        if (g_str_has_prefix(own, communes[i]))
            return own;
    g_free(own);
    return NULL;
}
