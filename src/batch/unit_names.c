/* Words of names: folded, written out, and parted into what kind of unit it is, what it is called, and where
 * it lies. */
#include "batch/unit_names.h"

#include <string.h>

#include "text/fold.h"

typedef struct {
    char *marked, *bare;
} UnitWord;

struct UnitWords {
    GArray *all;   /* of UnitWord, in order */
    GArray *kind;  /* of guint: places of the words that say the kind of unit */
    GArray *loose; /* of guint: of those that may be left out */
    GArray *name;  /* of guint: of its own name */
    GArray *place; /* of guint: of the district's name behind it */
};

/* Short forms, written out. "tt" is a centre at the beginning of a name, and a township elsewhere. */
static const struct {
    const char *brief, *full;
} briefs[] = {
    {"ubnd", "ủy ban nhân dân"},
    {"hdnd", "hội đồng nhân dân"},
    {"thcs", "trung học cơ sở"},
    {"thpt", "trung học phổ thông"},
    {"ptth", "trung học phổ thông"},
    {"th", "tiểu học"},
    {"mn", "mầm non"},
    {"mg", "mẫu giáo"},
    {"ptdtnt", "phổ thông dân tộc nội trú"},
    {"ptdtbt", "phổ thông dân tộc bán trú"},
    {"gdtx", "giáo dục thường xuyên"},
    {"gdnn", "giáo dục nghề nghiệp"},
    {"pgd", "phòng giáo dục"},
    {"gd", "giáo dục"},
    {"gddt", "giáo dục đào tạo"},
    {"dt", "đào tạo"},
    {"tt", "thị trấn"},
    {"tx", "thị xã"},
    {"tp", "thành phố"},
    {"h", "huyện"},
    {"q", "quận"},
    {"tyt", "trạm y tế"},
    {"ttyt", "trung tâm y tế"},
    {"bv", "bệnh viện"},
    {"bvdk", "bệnh viện đa khoa"},
    {"cty", "công ty"},
    {"tnhh", "trách nhiệm hữu hạn"},
    {"mtv", "một thành viên"},
    {"cp", "cổ phần"},
    {"dn", "doanh nghiệp"},
    {"vp", "văn phòng"},
    {"nv", "nội vụ"},
};

/* Kinds of unit in full, as folded: only where a whole one stands are its words no part of the name. Without
 * those that are loose a name is as good: "THCS Kim Đồng", "xã Đông". Those that are places are kinds only at
 * the beginning, or after a loose one: "xã Đông", but "Sở Lao động … xã hội". */
static const struct {
    const char *phrase;
    gboolean loose, place;
} kinds[] = {
    {"trung học cơ sở", FALSE, FALSE},
    {"trung học phổ thông", FALSE, FALSE},
    {"tiểu học", FALSE, FALSE},
    {"mầm non", FALSE, FALSE},
    {"mẫu giáo", FALSE, FALSE},
    {"trường", TRUE, FALSE},
    {"ủy ban nhân dân", TRUE, FALSE},
    {"hội đồng nhân dân", TRUE, FALSE},
    {"công ti", TRUE, FALSE},
    {"trách nhiệm hữu hạn", TRUE, FALSE},
    {"một thành viên", TRUE, FALSE},
    {"cổ phần", TRUE, FALSE},
    {"xã", FALSE, TRUE},
    {"phường", FALSE, TRUE},
    {"thị trấn", FALSE, TRUE},
    {"đặc khu", FALSE, TRUE},
    {"thị xã", FALSE, TRUE},
    {"thành phố", FALSE, TRUE},
    {"huyện", FALSE, TRUE},
    {"quận", FALSE, TRUE},
    {"tỉnh", FALSE, TRUE},
};

/* What begins the name of a place around a unit. */
static const char *const regions[] = {"huyện", "quận", "tỉnh", "thị xã", "thành phố"};

/* Words that join, and what file names add. */
static const char *const idle[] = {"và", "va", "của", "cua", "tại", "docx", "doc", "odt", "pdf", NULL};

static void word_clear(gpointer data)
{
    UnitWord *word = data;
    g_free(word->marked);
    g_free(word->bare);
}

/* --- words ---------------------------------------------------------------------------------------------- */

static void add_word(UnitWords *words, const char *text)
{
    UnitWord word = {.marked = g_strdup(text), .bare = text_folded(text, FOLD_BARE)};
    if (g_strv_contains(idle, word.marked))
        word_clear(&word);
    else
        g_array_append_val(words->all, word);
}

static const char *written_out(const UnitWords *words, const char *text)
{
    g_autofree char *bare = text_folded(text, FOLD_BARE);
    if (g_str_equal(bare, "tt") && words->all->len == 0)
        return "trung tâm";
    for (guint i = 0; i < G_N_ELEMENTS(briefs); i++)
        if (g_str_equal(briefs[i].brief, bare))
            return briefs[i].full;
    return NULL;
}

static void add_token(UnitWords *words, const char *text)
{
    const char *full = written_out(words, text);
    g_autofree char *folded = full ? text_folded(full, FOLD_MARKED) : NULL;
    g_auto(GStrv) parts = g_strsplit(full ? folded : text, " ", 0);
    for (char **part = parts; *part; part++)
        add_word(words, *part);
}

static void split(UnitWords *words, const char *text)
{
    g_autofree char *folded = text_folded(text, FOLD_MARKED);
    g_autoptr(GString) token = g_string_new(NULL);

    for (const char *at = folded;; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c && (g_unichar_isalnum(c) || g_unichar_ismark(c))) {
            g_string_append_unichar(token, c);
            continue;
        }
        if (token->len)
            add_token(words, token->str);
        g_string_truncate(token, 0);
        if (!c)
            return;
    }
}

/* --- parts ---------------------------------------------------------------------------------------------- */

static const char *bare_at(const UnitWords *words, guint place)
{
    return g_array_index(words->all, UnitWord, place).bare;
}

/* The same letters, and no two different marks: "dong" is "đồng" and "động", which are not each other. */
static gboolean same_word(const UnitWord *one, const UnitWord *other)
{
    return g_str_equal(one->bare, other->bare) &&
           (g_str_equal(one->marked, other->marked) || g_str_equal(one->marked, one->bare) ||
            g_str_equal(other->marked, other->bare));
}

/* A phrase as words, which are compared with every place of every name. */
typedef struct {
    guint count;
    UnitWord words[4];
} Phrase;

static void phrase_init(Phrase *phrase, const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, " ", 0);
    for (; parts[phrase->count]; phrase->count++) {
        g_assert(phrase->count < G_N_ELEMENTS(phrase->words));
        phrase->words[phrase->count] =
            (UnitWord){g_strdup(parts[phrase->count]), text_folded(parts[phrase->count], FOLD_BARE)};
    }
}

/* Kinds, and behind them regions; made once. */
static const Phrase *phrases(void)
{
    static Phrase *made;
    if (g_once_init_enter(&made)) {
        Phrase *all = g_new0(Phrase, G_N_ELEMENTS(kinds) + G_N_ELEMENTS(regions));
        for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
            phrase_init(&all[i], kinds[i].phrase);
        for (guint i = 0; i < G_N_ELEMENTS(regions); i++)
            phrase_init(&all[G_N_ELEMENTS(kinds) + i], regions[i]);
        g_once_init_leave(&made, all);
    }
    return made;
}

/* Words from a place on that a phrase takes; 0 when it does not stand there. */
static guint phrase_at(const UnitWords *words, guint place, const Phrase *phrase)
{
    if (place + phrase->count > words->all->len)
        return 0;
    for (guint i = 0; i < phrase->count; i++)
        if (!same_word(&phrase->words[i], &g_array_index(words->all, UnitWord, place + i)))
            return 0;
    return phrase->count;
}

/* The kind that begins at a place: the words it takes, 0 when there is none. */
static guint kind_at(const UnitWords *words, guint place, gboolean *loose)
{
    gboolean begins = words->name->len == 0;
    guint longest = 0;
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        guint count = !kinds[i].place || begins ? phrase_at(words, place, &phrases()[i]) : 0;
        if (count > longest) {
            longest = count;
            *loose = kinds[i].loose;
        }
    }
    return longest;
}

/* Words of what begins a place around the unit; 0 when nothing does. */
static guint region_at(const UnitWords *words, guint place)
{
    guint count = 0;
    for (guint i = 0; i < G_N_ELEMENTS(regions); i++)
        count = MAX(count, phrase_at(words, place, &phrases()[G_N_ELEMENTS(kinds) + i]));
    return count;
}

static void add_places(GArray *part, guint from, guint count)
{
    for (guint i = from; i < from + count; i++)
        g_array_append_val(part, i);
}

static void part(UnitWords *words)
{
    gboolean behind = FALSE, loose = FALSE;
    guint count;

    for (guint i = 0; i < words->all->len; i += count) {
        /* once a name stands, a district begins what lies around the unit */
        guint region = words->name->len > 0 ? region_at(words, i) : 0;
        guint kind = kind_at(words, i, &loose);
        count = MAX(MAX(region, kind), 1);
        if (region)
            behind = TRUE;
        else if (!kind || behind)
            add_places(behind ? words->place : words->name, i, count);
        else
            add_places(loose ? words->loose : words->kind, i, count);
    }
    /* "UBND huyện": nothing but kinds, which then are its name */
    if (words->name->len == 0) {
        g_array_append_vals(words->name, words->loose->data, words->loose->len);
        g_array_append_vals(words->name, words->kind->data, words->kind->len);
        g_array_set_size(words->loose, 0);
        g_array_set_size(words->kind, 0);
    }
}

UnitWords *unit_words_new(const char *text)
{
    UnitWords *words = g_new0(UnitWords, 1);
    words->all = g_array_new(FALSE, FALSE, sizeof(UnitWord));
    g_array_set_clear_func(words->all, word_clear);
    words->kind = g_array_new(FALSE, FALSE, sizeof(guint));
    words->loose = g_array_new(FALSE, FALSE, sizeof(guint));
    words->name = g_array_new(FALSE, FALSE, sizeof(guint));
    words->place = g_array_new(FALSE, FALSE, sizeof(guint));
    split(words, text ? text : "");
    part(words);
    return words;
}

void unit_words_free(UnitWords *words)
{
    if (!words)
        return;
    g_array_unref(words->all);
    g_array_unref(words->kind);
    g_array_unref(words->loose);
    g_array_unref(words->name);
    g_array_unref(words->place);
    g_free(words);
}

guint unit_words_count(const UnitWords *words)
{
    return words->all->len;
}

const char *unit_words_at(const UnitWords *words, guint i)
{
    return bare_at(words, i);
}

gboolean unit_words_seen_before(const UnitWords *words, guint i)
{
    for (guint k = 0; k < i; k++)
        if (g_str_equal(bare_at(words, k), bare_at(words, i)))
            return TRUE;
    return FALSE;
}

guint unit_words_name_count(const UnitWords *words)
{
    return words->name->len;
}

const char *unit_words_name_at(const UnitWords *words, guint i)
{
    return bare_at(words, g_array_index(words->name, guint, i));
}

/* --- likeness ------------------------------------------------------------------------------------------- */

static const UnitWord *word_of(const UnitWords *words, const GArray *places, guint i)
{
    return &g_array_index(words->all, UnitWord, g_array_index(places, guint, i));
}

/* The words of a part stand one after the other somewhere in a text. */
static gboolean stands_in(const UnitWords *unit, const GArray *places, const UnitWords *text)
{
    for (guint at = 0; at + places->len <= text->all->len; at++) {
        guint same = 0;
        while (same < places->len &&
               same_word(word_of(unit, places, same), &g_array_index(text->all, UnitWord, at + same)))
            same++;
        if (same == places->len)
            return TRUE;
    }
    return FALSE;
}

/* The same of a name that a kind stands in the middle of: "PTDTBT tiểu học Pà Lủng". */
static gboolean stands_whole_in(const UnitWords *unit, const UnitWords *text)
{
    g_autoptr(GArray) whole = g_array_new(FALSE, FALSE, sizeof(guint));
    guint first = g_array_index(unit->name, guint, 0);
    guint last = g_array_index(unit->name, guint, unit->name->len - 1);
    add_places(whole, first, last + 1 - first);
    return stands_in(unit, whole, text);
}

static gboolean all_words_in(const UnitWords *unit, const GArray *places, const UnitWords *text)
{
    for (guint i = 0; i < places->len; i++) {
        gboolean found = FALSE;
        for (guint k = 0; k < text->all->len && !found; k++)
            found = same_word(word_of(unit, places, i), &g_array_index(text->all, UnitWord, k));
        if (!found)
            return FALSE;
    }
    return TRUE;
}

Likeness unit_named_in(const UnitWords *unit, const UnitWords *text)
{
    if (unit->name->len == 0)
        return LIKENESS_NONE;
    if (stands_in(unit, unit->name, text) || stands_whole_in(unit, text))
        return all_words_in(unit, unit->kind, text) ? LIKENESS_CERTAIN : LIKENESS_DOUBTFUL;
    /* one word in another order is no other order */
    return unit->name->len > 1 && all_words_in(unit, unit->name, text) && all_words_in(unit, unit->kind, text)
               ? LIKENESS_DOUBTFUL
               : LIKENESS_NONE;
}

/* --- near names ----------------------------------------------------------------------------------------- */

/* One letter changed, added or left out, in words of three letters or more that are no numbers. */
static gboolean one_letter_apart(const char *one, const char *other)
{
    gsize first = strlen(one), second = strlen(other), same = 0;
    if (MIN(first, second) < 3 || MAX(first, second) - MIN(first, second) > 1 || g_ascii_isdigit(*one))
        return FALSE;
    while (one[same] && one[same] == other[same])
        same++;
    return g_str_equal(one + same + (first >= second), other + same + (second >= first));
}

static gboolean nearly_same(const UnitWord *one, const UnitWord *other, guint words)
{
    return g_str_equal(one->bare, other->bare) || (words > 1 && one_letter_apart(one->bare, other->bare));
}

/* The name stands in a text from a place on, all but one word, which is near. */
static gboolean stands_nearly_at(const UnitWords *unit, const UnitWords *text, guint at)
{
    guint near = 0;
    for (guint i = 0; i < unit->name->len; i++) {
        const UnitWord *one = word_of(unit, unit->name, i);
        const UnitWord *other = &g_array_index(text->all, UnitWord, at + i);
        if (!same_word(one, other) && (!nearly_same(one, other, unit->name->len) || near++ > 0))
            return FALSE;
    }
    return near == 1;
}

gboolean unit_nearly_is(const UnitWords *unit, const UnitWords *text)
{
    if (unit->name->len == 0 || text->name->len == 0 || !all_words_in(unit, unit->kind, text))
        return FALSE;
    for (guint at = 0; at + unit->name->len <= text->all->len; at++)
        if (stands_nearly_at(unit, text, at))
            return TRUE;
    /* the text has less: a name of one word is part of too many */
    return text->name->len > 1 && unit_named_in(text, unit) == LIKENESS_CERTAIN;
}

gboolean unit_numbered_in(const UnitWords *unit, const UnitWords *text)
{
    guint count = unit->name->len, last = count ? g_array_index(unit->name, guint, count - 1) : 0;
    gboolean numbered = FALSE;
    if (count == 0 || last + 1 != g_array_index(unit->name, guint, 0) + count)
        return FALSE;
    for (guint at = 0; at + count <= text->all->len; at++) {
        guint same = 0;
        while (same < count &&
               same_word(word_of(unit, unit->name, same), &g_array_index(text->all, UnitWord, at + same)))
            same++;
        if (same < count)
            continue;
        const char *behind = at + count < text->all->len ? bare_at(text, at + count) : "";
        if (!g_ascii_isdigit(*behind) && strlen(behind) != 1)
            return FALSE; /* here it stands alone */
        numbered = TRUE;
    }
    return numbered;
}

/* The first word of the name behind a level ("huyện"), without marks; NULL: none is named there. */
static char *place_of_level(const UnitWords *words, const Phrase *level)
{
    for (guint at = 0; at + level->count < words->all->len; at++) {
        if (phrase_at(words, at, level) == 0)
            continue;
        const char *name = bare_at(words, at + level->count);
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
    for (guint i = 0; i < G_N_ELEMENTS(regions); i++) {
        const Phrase *level = &phrases()[G_N_ELEMENTS(kinds) + i];
        /* cities are of two levels; the provinces of a new one were others before July 2025 */
        if (g_str_equal(regions[i], "thành phố"))
            continue;
        g_autofree char *one = place_of_level(unit, level), *other = place_of_level(text, level);
        if (one && other && !g_str_equal(one, other) &&
            !(g_str_equal(regions[i], "tỉnh") && were_merged(one) && were_merged(other)))
            return TRUE;
    }
    return FALSE;
}

gboolean unit_parent_in(const UnitWords *unit, const UnitWords *parent, const UnitWords *text)
{
    if (unit->place->len > 0)
        return stands_in(unit, unit->place, text);
    return !parent || parent->name->len == 0 || stands_in(parent, parent->name, text);
}

gboolean unit_is(const UnitWords *unit, const UnitWords *other, const UnitWords *around)
{
    return unit_named_in(unit, other) == LIKENESS_CERTAIN && unit_named_in(other, unit) == LIKENESS_CERTAIN &&
           unit_parent_in(unit, NULL, around);
}

static gboolean is_among(const GArray *places, guint place)
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
        if (loose || !is_among(words->loose, i))
            g_string_append_printf(text, "%s%s", text->len ? " " : "", bare_at(words, i));
    return g_string_free(text, FALSE);
}

/* --- keys ----------------------------------------------------------------------------------------------- */

static void append_part(GString *key, const UnitWords *words, const GArray *places)
{
    for (guint i = 0; i < places->len; i++) {
        const UnitWord *word = word_of(words, places, i);
        if (!g_str_equal(word->bare, "truong"))
            g_string_append_printf(key, "%s%s", key->len ? " " : "", word->marked);
    }
}

char *unit_key(const char *name, const char *parent)
{
    g_autoptr(UnitWords) words = unit_words_new(name);
    g_autoptr(UnitWords) above = unit_words_new(parent);
    GString *key = g_string_new(NULL);

    append_part(key, words, words->loose);
    append_part(key, words, words->kind);
    append_part(key, words, words->name);
    const UnitWords *where = words->place->len ? words : above;
    const GArray *places = words->place->len ? words->place : above->name;
    if (places->len) {
        g_string_append(key, " ·");
        append_part(key, where, places);
    }
    return g_string_free(key, FALSE);
}
