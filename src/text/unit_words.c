/* Words of names, parted into what kind of unit it is, what it is called, and where it lies. */
#include "text/unit_words.h"

#include <string.h>

#include "text/fold.h"
#include "text/unit_remarks.h"
#include "text/unit_spelling.h"
#include "text/unit_words_private.h"

/* Kinds of unit in full, as folded: only where a whole one stands are its words no part of the name. Without
 * those that are loose a name is as good: "THCS Kim Đồng", "xã Đông". Those that are places are kinds only at
 * the beginning, after a loose one, or closing the name on their own: "xã Đông", "Đông (xã)", but "Sở Lao
 * động … xã hội". */
typedef struct {
    const char *phrase;
    gboolean loose, place, school;
} Kind;

static const Kind kinds[] = {
    {"trung học cơ sở", FALSE, FALSE, TRUE},
    {"trung học phổ thông", FALSE, FALSE, TRUE},
    {"tiểu học", FALSE, FALSE, TRUE},
    {"mầm non", FALSE, FALSE, TRUE},
    {"mẫu giáo", FALSE, FALSE, TRUE},
    {"trường", TRUE, FALSE, TRUE},
    {"ủy ban nhân dân", TRUE, FALSE, FALSE},
    {"hội đồng nhân dân", TRUE, FALSE, FALSE},
    {"công ti", TRUE, FALSE, FALSE},
    {"trách nhiệm hữu hạn", TRUE, FALSE, FALSE},
    {"một thành viên", TRUE, FALSE, FALSE},
    {"cổ phần", TRUE, FALSE, FALSE},
    {"xã", FALSE, TRUE, FALSE},
    {"phường", FALSE, TRUE, FALSE},
    {"thị trấn", FALSE, TRUE, FALSE},
    {"đặc khu", FALSE, TRUE, FALSE},
    {"thị xã", FALSE, TRUE, FALSE},
    {"thành phố", FALSE, TRUE, FALSE},
    {"huyện", FALSE, TRUE, FALSE},
    {"quận", FALSE, TRUE, FALSE},
    {"tỉnh", FALSE, TRUE, FALSE},
};

/* What begins the name of a place around a unit. */
static const char *const regions[] = {"huyện", "quận", "tỉnh", "thị xã", "thành phố"};

/* --- parts ---------------------------------------------------------------------------------------------- */

gboolean unit_word_is(const UnitWord *one, const UnitWord *other)
{
    if (g_strcmp0(one->other, other->bare) == 0 || g_strcmp0(other->other, one->bare) == 0)
        return TRUE;
    return g_str_equal(one->bare, other->bare) &&
           (g_str_equal(one->marked, other->marked) || g_str_equal(one->marked, one->bare) ||
            g_str_equal(other->marked, other->bare));
}

void unit_phrase_init(UnitPhrase *phrase, const char *text)
{
    g_autofree char *folded = text_folded(text, FOLD_MARKED);
    g_auto(GStrv) parts = g_strsplit(folded, " ", 0);
    for (; parts[phrase->count]; phrase->count++) {
        g_assert(phrase->count < G_N_ELEMENTS(phrase->words));
        phrase->words[phrase->count] = (UnitWord){.marked = g_strdup(parts[phrase->count]),
                                                  .bare = text_folded(parts[phrase->count], FOLD_BARE),
                                                  .joint = ' '};
    }
}

/* Kinds, and behind them regions; made once. */
static const UnitPhrase *kind_phrases(void)
{
    static UnitPhrase *made;
    if (g_once_init_enter(&made)) {
        UnitPhrase *all = g_new0(UnitPhrase, G_N_ELEMENTS(kinds) + G_N_ELEMENTS(regions));
        for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
            unit_phrase_init(&all[i], kinds[i].phrase);
        for (guint i = 0; i < G_N_ELEMENTS(regions); i++)
            unit_phrase_init(&all[G_N_ELEMENTS(kinds) + i], regions[i]);
        g_once_init_leave(&made, all);
    }
    return made;
}

guint unit_phrase_at(const UnitWords *words, guint place, const UnitPhrase *phrase)
{
    if (place + phrase->count > words->all->len)
        return 0;
    for (guint i = 0; i < phrase->count; i++)
        if (!unit_word_is(&phrase->words[i], unit_word_at(words, place + i)))
            return 0;
    return phrase->count;
}

/* The kind that begins at a place, and the words it takes; NULL and 0 when there is none. begins: kinds that
 * are places may stand here. */
static const Kind *kind_at(const UnitWords *words, guint place, gboolean begins, guint *taken)
{
    const Kind *found = NULL;
    *taken = 0;
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        guint count = !kinds[i].place || begins ? unit_phrase_at(words, place, &kind_phrases()[i]) : 0;
        if (count > *taken) {
            *taken = count;
            found = &kinds[i];
        }
    }
    return found;
}

/* "huyện ủy", "tỉnh đoàn": bodies, and no places. */
static gboolean is_body_of_level(const UnitWords *words, guint behind)
{
    if (behind >= words->all->len)
        return FALSE;
    const UnitWord *next = unit_word_at(words, behind);
    return g_str_equal(next->bare, "uy") || g_str_equal(next->marked, "đoàn");
}

/* A commune behind a school's name: "Trường Mầm non Hoa Sen, xã Bắc Hà". Others have its name as theirs
 * ("Trạm Y tế xã …"), and "xã hội" is none. */
guint unit_commune_at(const UnitWords *words, guint place)
{
    guint longest = 0;
    if (place + 1 >= words->all->len || g_str_equal(unit_words_at(words, place + 1), "hoi"))
        return 0;
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        longest = MAX(longest, kinds[i].place ? unit_phrase_at(words, place, &kind_phrases()[i]) : 0);
    return is_body_of_level(words, place + longest) ? 0 : longest;
}

/* Words of what begins a place around the unit; 0 when nothing does. */
static guint region_at(const UnitWords *words, guint place)
{
    guint count = 0;
    for (guint i = 0; i < G_N_ELEMENTS(regions); i++)
        count = MAX(count, unit_phrase_at(words, place, &kind_phrases()[G_N_ELEMENTS(kinds) + i]));
    return is_body_of_level(words, place + count) ? 0 : count;
}

static void add_places(GArray *part, guint from, guint count)
{
    for (guint i = from; i < from + count; i++)
        g_array_append_val(part, i);
}

static gboolean is_apart(const UnitWords *words, guint place)
{
    const char joint = unit_word_at(words, place)->joint;
    return joint == ',' || joint == '&';
}

/* No word of a name goes on behind a kind: "Đồng Lạc (xã)", "Đồng Lạc, xã, huyện Long Điền". */
static gboolean ends_at(const UnitWords *words, guint place)
{
    return place >= words->all->len || is_apart(words, place) || region_at(words, place) > 0;
}

/* The kind at a place of a name, where words have been taken before: a place is one at the beginning, and
 * where it stands apart and closes the name. */
static const Kind *kind_of_name_at(const UnitWords *words, guint place, gboolean apart, guint *taken)
{
    const gboolean begins = words->name->len == 0;
    const Kind *kind = kind_at(words, place, begins || apart, taken);
    if (kind && kind->place && !begins && !ends_at(words, place + *taken)) {
        *taken = 0;
        return NULL;
    }
    return kind;
}

static void part(UnitWords *words)
{
    gboolean behind = FALSE, school = FALSE, apart = FALSE;
    const Kind *kind = NULL;
    guint count, taken;

    for (guint i = 0; i < words->all->len; i += count) {
        /* "Đồng Lạc (UBND xã)": what is loose does not change where it stands */
        apart = is_apart(words, i) || (apart && kind && kind->loose);
        kind = kind_of_name_at(words, i, apart, &taken);
        /* once a name stands, a district begins what lies around the unit */
        guint region = words->name->len == 0 || (kind && kind->place) ? 0
                       : school                                       ? unit_commune_at(words, i)
                                                                      : region_at(words, i);
        school = school || (kind && kind->school);
        count = MAX(MAX(region, taken), 1);
        if (region)
            behind = TRUE;
        else if (!kind || behind)
            add_places(behind ? words->place : words->name, i, count);
        else
            add_places(kind->loose ? words->loose : words->kind, i, count);
    }
    /* "UBND huyện": nothing but kinds, which then are its name */
    words->nameless = words->name->len == 0;
    if (words->nameless) {
        g_array_append_vals(words->name, words->loose->data, words->loose->len);
        g_array_append_vals(words->name, words->kind->data, words->kind->len);
        g_array_set_size(words->loose, 0);
        g_array_set_size(words->kind, 0);
    }
    guint first = G_MAXUINT, last = 0;
    for (guint i = 0; i < words->name->len; i++) {
        first = MIN(first, g_array_index(words->name, guint, i));
        last = MAX(last, g_array_index(words->name, guint, i));
    }
    for (guint i = first; i <= last; i++)
        g_array_append_val(words->whole, i);
}

/* Short forms aside, which have none. */
static gboolean has_marks(const char *text)
{
    g_autofree char *marked = text_folded(text, FOLD_MARKED), *bare = text_folded(text, FOLD_BARE);
    return !g_str_equal(marked, bare);
}

static UnitWords *words_read(const char *text, UnitReading reading)
{
    UnitWords *words = g_new0(UnitWords, 1);
    words->all = unit_spelt_out(text ? text : "", reading);
    words->marked = has_marks(text ? text : "");
    words->kind = g_array_new(FALSE, FALSE, sizeof(guint));
    words->loose = g_array_new(FALSE, FALSE, sizeof(guint));
    words->name = g_array_new(FALSE, FALSE, sizeof(guint));
    words->whole = g_array_new(FALSE, FALSE, sizeof(guint));
    words->place = g_array_new(FALSE, FALSE, sizeof(guint));
    part(words);
    return words;
}

UnitWords *unit_words_new(const char *text)
{
    return words_read(text, TT_TOWNSHIP);
}

/* A list says of which kind a unit is: nothing but a commune is a township. */
static UnitReading reading_of(const char *kind)
{
    return kind && !g_str_equal(kind, "commune") ? TT_CENTRE : TT_TOWNSHIP;
}

UnitWords *unit_words_of_kind(const char *name, const char *kind)
{
    g_autofree char *own = unit_without_remarks(name);
    return words_read(own, reading_of(kind));
}

UnitWords *unit_words_with_remarks(const char *name, const char *kind)
{
    return words_read(name, reading_of(kind));
}

UnitWords *unit_words_of_text(const char *name)
{
    return words_read(name, TT_EITHER_FIRST);
}

UnitWords *unit_words_of_path(const char *path)
{
    return words_read(path, TT_EITHER);
}

void unit_words_free(UnitWords *words)
{
    if (!words)
        return;
    g_array_unref(words->all);
    g_array_unref(words->kind);
    g_array_unref(words->loose);
    g_array_unref(words->name);
    g_array_unref(words->whole);
    g_array_unref(words->place);
    g_free(words);
}

guint unit_words_count(const UnitWords *words)
{
    return words->all->len;
}

const char *unit_words_at(const UnitWords *words, guint i)
{
    return unit_word_at(words, i)->bare;
}

const char *unit_words_other_at(const UnitWords *words, guint i)
{
    return unit_word_at(words, i)->other;
}

gboolean unit_words_seen_before(const UnitWords *words, guint i)
{
    for (guint k = 0; k < i; k++)
        if (g_str_equal(unit_words_at(words, k), unit_words_at(words, i)))
            return TRUE;
    return FALSE;
}

guint unit_words_name_count(const UnitWords *words)
{
    return words->name->len;
}

const char *unit_words_name_at(const UnitWords *words, guint i)
{
    return unit_words_at(words, g_array_index(words->name, guint, i));
}

gboolean unit_part_has(const GArray *places, guint place)
{
    for (guint i = 0; i < places->len; i++)
        if (g_array_index(places, guint, i) == place)
            return TRUE;
    return FALSE;
}

char *unit_words_text(const UnitWords *words, gboolean loose)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < words->all->len; i++)
        if (loose || !unit_part_has(words->loose, i))
            g_string_append_printf(text, "%s%s", text->len ? " " : "", unit_words_at(words, i));
    return g_string_free(text, FALSE);
}

/* --- keys ----------------------------------------------------------------------------------------------- */

static void append_part(GString *key, const UnitWords *words, const GArray *places)
{
    for (guint i = 0; i < places->len; i++) {
        const UnitWord *word = unit_word_of(words, places, i);
        if (!g_str_equal(word->bare, "truong"))
            g_string_append_printf(key, "%s%s", key->len ? " " : "", word->marked);
    }
}

char *unit_key(const char *name, const char *parent)
{
    return unit_key_of_kind(name, NULL, parent);
}

char *unit_key_of_kind(const char *name, const char *kind, const char *parent)
{
    g_autoptr(UnitWords) words = unit_words_with_remarks(name, kind); /* they may tell two units apart */
    g_autoptr(UnitWords) above = unit_words_new(parent);
    GString *key = g_string_new(NULL);

    append_part(key, words, words->loose);
    append_part(key, words, words->kind);
    append_part(key, words, words->name);
    if (words->place->len) {
        g_string_append(key, " ·");
        append_part(key, words, words->place);
    } else if (above->name->len) {
        /* every district has a "Phòng GD&ĐT": its place tells them apart */
        g_string_append(key, " ·");
        append_part(key, above, above->name);
        append_part(key, above, above->place);
    }
    return g_string_free(key, FALSE);
}

char *unit_own_name(const char *name, const char *kind)
{
    g_autoptr(UnitWords) words = unit_words_of_kind(name, kind);
    GString *own = g_string_new(NULL);

    append_part(own, words, words->kind);
    append_part(own, words, words->name);
    return g_string_free(own, FALSE);
}

/* --- readings ------------------------------------------------------------------------------------------- */

gboolean unit_may_be_read_as(const UnitWords *township, const UnitWords *centre)
{
    const guint count = township->name->len;
    if (township->kind->len != 2 || !g_str_equal(unit_word_of(township, township->kind, 1)->bare, "tran") ||
        centre->all->len < 2 + count || !g_str_equal(unit_words_at(centre, 0), "trung") ||
        !g_str_equal(unit_words_at(centre, 1), "tam"))
        return FALSE;
    for (guint i = 0; i < count; i++)
        if (!unit_word_is(unit_word_of(township, township->name, i), unit_word_at(centre, 2 + i)))
            return FALSE;
    return TRUE;
}
