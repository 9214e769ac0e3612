/* Collecting mentions from the matches of rules/consistency.xml, and comparing their names word by word. */
#include "audit/unit_mentions.h"

#include <string.h>

/* The words of a name at most. */
#define LONGEST_NAME 12
/* More mentions than any regulation has; what comes after them is not looked at. */
#define MOST_MENTIONS 2000
#define MOST_KINDS 64 /* of one NamedKinds, a bit each */

enum { STOPS = WORD_AFTER_COMMA | WORD_AFTER_PAREN | WORD_AFTER_COLON };

/* --- names ---------------------------------------------------------------------------------------------- */

/* The word at a place of a sentence; NULL behind its end, and behind a mark. */
static const Word *word_in(const AuditView *view, guint32 sentence, guint at)
{
    const Sentence *all = view_sentence(view, sentence);
    const Word *word = at < all->end ? words_at(view->words, at) : NULL;

    return word && !(word->flags & STOPS) ? word : NULL;
}

static gboolean is_word(const Word *word, const char *text)
{
    guint64 key, bare_key;

    return word_keys(text, strlen(text), &key, &bare_key) && word->key == key;
}

/* "số 2" in "Trường THPT số 2 Đức Phổ". */
static gboolean is_number_sign(const AuditView *view, guint32 sentence, guint at)
{
    const Word *word = word_in(view, sentence, at), *next = word_in(view, sentence, at + 1);
    const Word *behind = word_in(view, sentence, at + 2);

    return word && next && (next->flags & WORD_NUMBER) && is_word(word, "số") &&
           !(behind && (behind->flags & WORD_AFTER_SLASH)); /* of an act */
}

/* What is counted behind a name and is no part of it: "tại xã Hòa An 2 lần mỗi năm". */
static gboolean is_counted(const Word *word)
{
    static const char *const counted[] = {"ngày", "tháng", "năm", "giờ", "phút", "tuần", "lần",
                                          "buổi", "người", "bản", "đợt", "kỳ",   "hộ",   "bộ"};

    for (guint i = 0; i < G_N_ELEMENTS(counted); i++)
        if (is_word(word, counted[i]))
            return TRUE;
    return FALSE;
}

/* A number that a place is called by ("Phường 5"), or the day that a school is called by ("Mầm non 19/5"). */
static gboolean is_number_name(const AuditView *view, guint32 sentence, guint at, gboolean is_place)
{
    const Word *word = word_in(view, sentence, at), *next = word_in(view, sentence, at + 1);
    const gboolean is_day = next && (next->flags & WORD_NUMBER) && (next->flags & WORD_AFTER_SLASH);

    return (word->flags & WORD_NUMBER) && word->value < 100 && (is_place ? !is_day : is_day) &&
           !(next && is_counted(next));
}

/* The capitalised words from a place on. A place is called by one alone only where no other word follows:
 * "báo cáo UBND xã Kế hoạch năm". */
static guint name_end(const AuditView *view, guint32 sentence, guint at, const NamedKinds *kinds)
{
    const guint first = at;
    const Word *word;

    for (; at - first < LONGEST_NAME && (word = word_in(view, sentence, at)); at++) {
        if (is_number_sign(view, sentence, at))
            at++;
        else if (at == first && is_number_name(view, sentence, at, kinds->is_place))
            at += !kinds->is_place;
        else if (!(word->flags & WORD_CAPITAL))
            break;
    }
    return kinds->is_place && at == first + 1 && word_in(view, sentence, at) &&
                   !(words_at(view->words, first)->flags & WORD_NUMBER)
               ? first
               : at;
}

/* --- mentions ------------------------------------------------------------------------------------------- */

static gint by_place(gconstpointer a, gconstpointer b)
{
    const Mention *one = a, *other = b;

    if (one->first != other->first)
        return one->first < other->first ? -1 : 1;
    if (one->name != other->name)
        return one->name > other->name ? -1 : 1;
    return (one->kinds > other->kinds) - (one->kinds < other->kinds);
}

/* Where a match ends that begins no later than those to come. */
typedef struct {
    guint first, name;
} Reach;

/* Puts together what says the same at one place, and leaves out what stands within a longer match: of its own
 * kinds, or of others with a name behind it. */
static void settle(GArray *mentions, guint kinds)
{
    g_autofree Reach *own = g_new0(Reach, kinds);
    Reach any = {0, 0};
    guint kept = 0;

    g_array_sort(mentions, by_place);
    for (guint i = 0; i < mentions->len; i++) {
        const Mention mention = g_array_index(mentions, Mention, i);
        const Reach here = {mention.first, mention.name};
        Reach *same = &own[mention.kinds];
        if (same->first == here.first && same->name == here.name) {
            for (guint k = kept; k > 0 && g_array_index(mentions, Mention, k - 1).first == here.first; k--)
                if (g_array_index(mentions, Mention, k - 1).kinds == mention.kinds)
                    g_array_index(mentions, Mention, k - 1).said |= mention.said;
            continue;
        }
        if (same->name >= here.name || (any.name >= here.name && any.first != here.first) ||
            any.name > here.name)
            continue;
        /* "viên chức trung tâm" / "trung tâm y tế": the one that goes on */
        if (mention.end > mention.name && kept > 0 &&
            g_array_index(mentions, Mention, kept - 1).name > here.first &&
            g_array_index(mentions, Mention, kept - 1).name < here.name)
            kept--;
        *same = here;
        if (mention.end > mention.name)
            any = here;
        g_array_index(mentions, Mention, kept++) = mention;
    }
    g_array_set_size(mentions, kept);
}

static void remove_others(GArray *mentions, const guint8 *wanted)
{
    guint kept = 0;

    for (guint i = 0; i < mentions->len; i++) {
        const Mention mention = g_array_index(mentions, Mention, i);
        if (mention.end > mention.name && (!wanted || wanted[mention.kinds]))
            g_array_index(mentions, Mention, kept++) = mention;
    }
    g_array_set_size(mentions, kept);
}

static void add_match(const AuditView *view, GArray *mentions, const Match *match, guint kinds, guint64 said)
{
    const NamedKinds *named = view->rules->consistency->named->pdata[kinds];
    const Mention mention = {
        kinds, match->sentence, match->first, match->end, name_end(view, match->sentence, match->end, named),
        said};

    g_array_append_val(mentions, mention);
}

static guint64 said_by(const NamedKinds *kinds, guint phrase)
{
    return phrase < MIN(kinds->kinds, MOST_KINDS) ? (guint64)1 << phrase : 0;
}

/* Matches of the phrases of one NamedKinds, in one line of the front or (line G_MAXUINT) in the body. */
static void add_matches(const AuditView *view, guint index, guint line, GArray *mentions)
{
    const NamedKinds *kinds = view->rules->consistency->named->pdata[index];
    const gboolean in_front = line != G_MAXUINT;
    const PhraseIds *phrases = in_front ? kinds->front : kinds->body;
    guint count;

    for (guint p = 0; p < phrases->len; p++) {
        const Match *matches = view_matches(view, g_array_index(phrases, guint, p), &count);
        for (guint i = 0; i < count && mentions->len < MOST_MENTIONS; i++) {
            const TextUnit *unit = view_unit_of_match(view, &matches[i]);
            if (in_front ? unit->kind == UNIT_FRONT && unit->index == line : unit->kind == UNIT_BLOCK)
                add_match(view, mentions, &matches[i], index,
                          in_front || !kinds->spoken ? said_by(kinds, p) : 0);
        }
    }
}

static GArray *mentions_in(const AuditView *view, const guint8 *wanted, guint line)
{
    GArray *mentions = g_array_new(FALSE, FALSE, sizeof(Mention));

    for (guint i = 0; i < view->rules->consistency->named->len; i++)
        add_matches(view, i, line, mentions);
    settle(mentions, view->rules->consistency->named->len);
    remove_others(mentions, wanted);
    return mentions;
}

GArray *mentions_in_body(const AuditView *view, const guint8 *wanted)
{
    return mentions_in(view, wanted, G_MAXUINT);
}

GArray *mentions_in_front(const AuditView *view, FrontLine line)
{
    return mentions_in(view, NULL, line);
}

/* --- comparing ------------------------------------------------------------------------------------------ */

/* All that stands behind the kind, for it says more than its capitals: "Bánh kẹo Ngọc Lan". */
UnitName unit_name_of(const AuditView *view, const Mention *mention)
{
    guint end = mention->name;

    while (end - mention->name < LONGEST_NAME && word_in(view, mention->sentence, end))
        end++;
    return (UnitName){mention->kinds, mention->said, words_at(view->words, mention->name),
                      end - mention->name};
}

static gboolean is_number_or_letter(const Word *word)
{
    return (word->flags & WORD_NUMBER) || ((word->flags & WORD_CAPITAL) && word->end - word->start == 1);
}

/* Behind a name that ends at a place: "2" in "Hòa An 2". */
static gboolean goes_on(const AuditView *view, guint32 sentence, guint at)
{
    const Word *word = word_in(view, sentence, at), *next = word_in(view, sentence, at + 1);

    return word && is_number_or_letter(word) &&
           (!(word->flags & WORD_NUMBER) || word->end - word->start == 1) && !(next && is_counted(next));
}

/* Whether the words of a mention are those of a name from one of them on. */
static gboolean is_from(const UnitName *name, guint from, const AuditView *view, const Mention *mention)
{
    for (guint same = 0;; same++) {
        const Word *word = word_in(view, mention->sentence, mention->name + same);
        if (from + same == name->count)
            return is_number_or_letter(&name->words[name->count - 1]) ||
                   !goes_on(view, mention->sentence, mention->name + same);
        if (word && word->bare_key == name->words[from + same].bare_key)
            continue;
        /* cut short, if anything is; one word in the midst of a name is too little */
        return (!word || !(word->flags & (WORD_CAPITAL | WORD_NUMBER))) && same > (from > 0);
    }
}

static gboolean words_stand_at(const Word *words, guint count, const AuditView *view, guint at)
{
    for (guint i = 0; i < count; i++)
        if (words_at(view->words, at + i)->bare_key != words[i].bare_key)
            return FALSE;
    return TRUE;
}

/* "XÃ BIÊN GIỚI NẬM SUNG": the whole name behind other words with capitals; and of a unit's long name the end
 * behind other words of what it does: "Bánh kẹo và Thực phẩm Ngọc Lan". */
static gboolean stands_behind(const UnitName *name, const AuditView *view, const Mention *mention)
{
    const NamedKinds *kinds = view->rules->consistency->named->pdata[name->kinds];
    const gboolean tail = !kinds->is_place && name->count > 2;
    const guint count = tail ? 2 : name->count;
    guint end = mention->end;

    while (tail && end - mention->name < LONGEST_NAME && word_in(view, mention->sentence, end))
        end++;
    for (guint at = mention->name + 1; at + count <= end; at++)
        if (words_stand_at(name->words + name->count - count, count, view, at))
            return TRUE;
    return FALSE;
}

gboolean unit_name_is(const UnitName *name, const AuditView *view, const Mention *mention)
{
    if (name->count > 1 && stands_behind(name, view, mention))
        return TRUE;
    for (guint from = 0; from < name->count; from++)
        if (is_from(name, from, view, mention))
            return TRUE;
    return FALSE;
}

gboolean unit_kind_is(const UnitName *name, const Mention *mention)
{
    return name->said == 0 || mention->said == 0 || (name->said & mention->said) != 0;
}
