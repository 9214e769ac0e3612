/* Words of names: folded, written out, and parted into what kind of unit it is, what it is called, and where
 * it lies. */
#include "text/unit_words.h"

#include <string.h>

#include "text/fold.h"
#include "text/unit_words_private.h"

/* Short forms at the beginning of a name, where "tt" is a centre and no township. */
static const struct {
    const char *brief, *full;
} first_briefs[] = {{"tt", "trung tâm"}, {"cc", "chi cục"}};

/* And directly behind two words, as they are folded: "UBND X.", "QH và TK". */
static const struct {
    const char *before, *last, *brief, *full;
} behind_briefs[] = {
    {"nhan", "dan", "x", "xã"},
    {"nhan", "dan", "p", "phường"},
    {"qui", "hoach", "tk", "thiết kế"},
};

/* Short forms, written out. */
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
    {"dtnt", "dân tộc nội trú"},
    {"dtbt", "dân tộc bán trú"},
    {"gdtx", "giáo dục thường xuyên"},
    {"gdnn", "giáo dục nghề nghiệp"},
    {"ttgdtx", "trung tâm giáo dục thường xuyên"},
    {"ttgdnn", "trung tâm giáo dục nghề nghiệp"},
    {"qh", "quy hoạch"},
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
    {"kv", "khu vực"},
    {"ql", "quản lý"},
    {"bql", "ban quản lý"},
    {"htx", "hợp tác xã"},
    {"nn", "nông nghiệp"},
    {"mt", "môi trường"},
    {"dvnn", "dịch vụ nông nghiệp"},
    {"nnmt", "nông nghiệp môi trường"},
    {"ptnt", "phát triển nông thôn"},
    {"nnptnt", "nông nghiệp phát triển nông thôn"},
    {"tnmt", "tài nguyên môi trường"},
};

/* Kinds of unit in full, as folded: only where a whole one stands are its words no part of the name. Without
 * those that are loose a name is as good: "THCS Kim Đồng", "xã Đông". Those that are places are kinds only at
 * the beginning, or after a loose one: "xã Đông", but "Sở Lao động … xã hội". */
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

/* Words that join, and what file names add. */
static const char *const idle[] = {"và", "va", "của", "cua", "tại", "số", "docx", "doc", "odt", "pdf", NULL};

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

/* Short forms as they are folded ("cty" with i for y) → what they stand for; made once. */
static GHashTable *folded_briefs(void)
{
    static GHashTable *made;
    if (g_once_init_enter(&made)) {
        GHashTable *all = g_hash_table_new(g_str_hash, g_str_equal);
        for (guint i = 0; i < G_N_ELEMENTS(briefs); i++)
            g_hash_table_insert(all, text_folded(briefs[i].brief, FOLD_BARE), (gpointer)briefs[i].full);
        g_once_init_leave(&made, all);
    }
    return made;
}

/* The last two words are these. */
static gboolean ends_with(const UnitWords *words, const char *before, const char *last)
{
    const guint count = words->all->len;
    return count > 1 && g_str_equal(unit_words_at(words, count - 1), last) &&
           g_str_equal(unit_words_at(words, count - 2), before);
}

static const char *written_out(const UnitWords *words, const char *text)
{
    g_autofree char *bare = text_folded(text, FOLD_BARE);
    for (guint i = 0; words->all->len == 0 && i < G_N_ELEMENTS(first_briefs); i++)
        if (g_str_equal(first_briefs[i].brief, bare))
            return first_briefs[i].full;
    for (guint i = 0; i < G_N_ELEMENTS(behind_briefs); i++)
        if (g_str_equal(behind_briefs[i].brief, bare) &&
            ends_with(words, behind_briefs[i].before, behind_briefs[i].last))
            return behind_briefs[i].full;
    return g_hash_table_lookup(folded_briefs(), bare);
}

/* "PT DTNT": "pt" alone may be "phát triển" as well. */
static void write_out_school(UnitWords *words, const char *text)
{
    const guint count = words->all->len;
    if (count > 0 && (g_str_equal(text, "dtnt") || g_str_equal(text, "dtbt")) &&
        g_str_equal(unit_words_at(words, count - 1), "pt")) {
        g_array_set_size(words->all, count - 1);
        add_word(words, "phổ");
        add_word(words, "thông");
    }
}

static void add_token(UnitWords *words, const char *text)
{
    write_out_school(words, text);
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

gboolean unit_word_is(const UnitWord *one, const UnitWord *other)
{
    return g_str_equal(one->bare, other->bare) &&
           (g_str_equal(one->marked, other->marked) || g_str_equal(one->marked, one->bare) ||
            g_str_equal(other->marked, other->bare));
}

static void phrase_init(UnitPhrase *phrase, const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, " ", 0);
    for (; parts[phrase->count]; phrase->count++) {
        g_assert(phrase->count < G_N_ELEMENTS(phrase->words));
        phrase->words[phrase->count] =
            (UnitWord){g_strdup(parts[phrase->count]), text_folded(parts[phrase->count], FOLD_BARE)};
    }
}

/* Kinds, and behind them regions; made once. */
static const UnitPhrase *phrases(void)
{
    static UnitPhrase *made;
    if (g_once_init_enter(&made)) {
        UnitPhrase *all = g_new0(UnitPhrase, G_N_ELEMENTS(kinds) + G_N_ELEMENTS(regions));
        for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
            phrase_init(&all[i], kinds[i].phrase);
        for (guint i = 0; i < G_N_ELEMENTS(regions); i++)
            phrase_init(&all[G_N_ELEMENTS(kinds) + i], regions[i]);
        g_once_init_leave(&made, all);
    }
    return made;
}

guint unit_phrase_at(const UnitWords *words, guint place, const UnitPhrase *phrase)
{
    if (place + phrase->count > words->all->len)
        return 0;
    for (guint i = 0; i < phrase->count; i++)
        if (!unit_word_is(&phrase->words[i], &g_array_index(words->all, UnitWord, place + i)))
            return 0;
    return phrase->count;
}

guint unit_regions(void)
{
    return G_N_ELEMENTS(regions);
}

const char *unit_region(guint region)
{
    return regions[region];
}

const UnitPhrase *unit_region_phrase(guint region)
{
    return &phrases()[G_N_ELEMENTS(kinds) + region];
}

/* The kind that begins at a place, and the words it takes; NULL and 0 when there is none. */
static const Kind *kind_at(const UnitWords *words, guint place, guint *taken)
{
    gboolean begins = words->name->len == 0;
    const Kind *found = NULL;
    *taken = 0;
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        guint count = !kinds[i].place || begins ? unit_phrase_at(words, place, &phrases()[i]) : 0;
        if (count > *taken) {
            *taken = count;
            found = &kinds[i];
        }
    }
    return found;
}

/* A commune behind a school's name: "Trường Mầm non Hoa Sen, xã Bắc Hà". Others have its name as theirs
 * ("Trạm Y tế xã …"), and "xã hội" is none. */
guint unit_commune_at(const UnitWords *words, guint place)
{
    guint longest = 0;
    if (place + 1 >= words->all->len || g_str_equal(unit_words_at(words, place + 1), "hoi"))
        return 0;
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        longest = MAX(longest, kinds[i].place ? unit_phrase_at(words, place, &phrases()[i]) : 0);
    return longest;
}

/* Words of what begins a place around the unit; 0 when nothing does. */
static guint region_at(const UnitWords *words, guint place)
{
    guint count = 0;
    for (guint i = 0; i < G_N_ELEMENTS(regions); i++)
        count = MAX(count, unit_phrase_at(words, place, unit_region_phrase(i)));
    return count;
}

static void add_places(GArray *part, guint from, guint count)
{
    for (guint i = from; i < from + count; i++)
        g_array_append_val(part, i);
}

static void part(UnitWords *words)
{
    gboolean behind = FALSE, school = FALSE;
    guint count, taken;

    for (guint i = 0; i < words->all->len; i += count) {
        /* once a name stands, a district begins what lies around the unit */
        guint region = words->name->len == 0 ? 0 : school ? unit_commune_at(words, i) : region_at(words, i);
        const Kind *kind = kind_at(words, i, &taken);
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
    return g_array_index(words->all, UnitWord, i).bare;
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
