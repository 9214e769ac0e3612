/* A name left over from another unit: the letterhead says Trường THCS B, huyện C, and the text, its title or
 * its signature speak of Trường THCS X, Trường Tiểu học B or huyện Y. Only kinds of units and places that the
 * letterhead (or else the title) itself names are compared; neighbours who are named with good reason, and
 * what the unit was called before, are not told, unless it still acts under that name. */
#include <string.h>

#include "audit/consistency_parts.h"
#include "audit/unit_mentions.h"
#include "base/translate.h"
#include "text/syllable.h"

typedef struct {
    Consistency *audit;
    GArray *own;        /* of UnitName */
    guint present;      /* of these that it has now; it had the others before */
    Words *place;       /* where the text was issued ("Hòa An, ngày …") */
    guint8 *wanted;     /* by kinds: the front names one */
    guint8 *of_unit;    /* it is the unit, not the body above it */
    guint8 *numbered;   /* its name is a number: "Phường 5" */
    GArray *mentions;   /* of Mention */
    guint8 *neighbours; /* by mention: named with good reason */
    Finding *finding;
} Names;

static const NamedKinds *kinds_at(const Names *names, guint kinds)
{
    return names->audit->words->named->pdata[kinds];
}

/* --- the unit's own names ------------------------------------------------------------------------------- */

static void add_own(Names *names, UnitName name, gboolean of_unit)
{
    g_array_append_val(names->own, name);
    names->wanted[name.kinds] = TRUE;
    names->of_unit[name.kinds] |= of_unit;
    names->numbered[name.kinds] |= (name.words[0].flags & WORD_NUMBER) != 0;
}

/* The names in a line of the front, of kinds that the lines before it do not name. */
static void add_line(Names *names, FrontLine line, const guint8 *known)
{
    const AuditView *view = names->audit->view;
    g_autoptr(GArray) mentions = mentions_in_front(view, line);

    for (guint i = 0; i < mentions->len; i++) {
        const Mention *mention = &g_array_index(mentions, Mention, i);
        if (!(known && known[mention->kinds]) &&
            (line != FRONT_PARENT || !kinds_at(names, mention->kinds)->spoken) &&
            !consistency_words_begin_no_name(names->audit->words, words_at(view->words, mention->name)->key))
            add_own(names, unit_name_of(view, mention), line != FRONT_PARENT);
    }
}

/* Where the text was issued is its own place, of whatever kind. */
static void add_place(Names *names)
{
    const char *place = names->audit->front->place;

    names->place = words_new();
    words_append(names->place, place ? place : "", place ? strlen(place) : 0, 0);
}

static void read_own(Names *names)
{
    const guint kinds = names->audit->words->named->len;

    names->own = g_array_new(FALSE, FALSE, sizeof(UnitName));
    names->wanted = g_new0(guint8, kinds);
    names->of_unit = g_new0(guint8, kinds);
    names->numbered = g_new0(guint8, kinds);
    add_line(names, FRONT_UNIT, NULL);
    add_line(names, FRONT_PARENT, NULL);
    g_autofree guint8 *known = g_memdup2(names->wanted, kinds);
    add_line(names, FRONT_TITLE, known);
    add_place(names);
}

/* A commune lies where it is called after: another one as the place of its text is left over as well. */
static gboolean is_place_of_issue(const Names *names, const Mention *mention)
{
    const GArray *words = names->place->words;
    const UnitName place = {mention->kinds, 0, (const Word *)(const void *)words->data, words->len};

    return words->len > 0 && !names->of_unit[mention->kinds] &&
           unit_name_is(&place, names->audit->view, mention);
}

/* Among so many of its names. A name of its own kinds decides; a place may share its name with the places
 * around it. */
static gboolean is_own(const Names *names, guint count, const Mention *mention)
{
    const gboolean is_place = kinds_at(names, mention->kinds)->is_place;
    gboolean same_kinds = FALSE, around = FALSE;

    for (guint i = 0; i < count; i++) {
        const UnitName *name = &g_array_index(names->own, UnitName, i);
        const gboolean same = name->kinds == mention->kinds;
        if (!(same || (is_place && kinds_at(names, name->kinds)->is_place)) ||
            !unit_name_is(name, names->audit->view, mention))
            continue;
        if (same && unit_kind_is(name, mention))
            return TRUE;
        same_kinds |= same;
        around |= !same;
    }
    return !same_kinds && (around || (is_place && is_place_of_issue(names, mention)));
}

/* --- mentions that tell nothing ------------------------------------------------------------------------- */

/* Directly after an opening quotation mark: the name of an honour or a movement. */
static gboolean is_quoted(const AuditView *view, const Mention *mention)
{
    guint32 start = words_at(view->words, mention->first)->start;

    return start > 0 &&
           (view->text->str[start - 1] == '"' ||
            (start >= strlen("“") && strncmp(view->text->str + start - strlen("“"), "“", strlen("“")) == 0));
}

static gboolean begins_no_name(const Names *names, guint word)
{
    return consistency_words_begin_no_name(names->audit->words,
                                           words_at(names->audit->view->words, word)->key);
}

/* "UBND xã - NDX": letters that stand for something, of which no place is called. */
static gboolean is_short_form(const AuditView *view, const Mention *mention)
{
    const Word *word = words_at(view->words, mention->name);
    g_autofree char *text = g_utf8_strdown(view->text->str + word->start, word->end - word->start);

    return consistency_is_capitals(view->text->str + word->start, word->end - word->start) &&
           !text_is_syllable(text, strlen(text));
}

/* Where all words have capitals, those up to the end of the line or up to one that begins no name. */
static gboolean ends_where_shouted(const Names *names, Mention *mention)
{
    const Sentence *sentence = view_sentence(names->audit->view, mention->sentence);
    const guint end = mention->end;

    for (guint i = mention->name; i < end; i++)
        if (begins_no_name(names, i)) {
            mention->end = i;
            return TRUE;
        }
    return end == sentence->end || end - mention->name < 6;
}

/* A word of its name that is none: "toàn xã 26 thành viên", and letters that stand for something. */
static gboolean is_no_place(const Names *names, const Mention *mention)
{
    const AuditView *view = names->audit->view;
    const gboolean is_number = (words_at(view->words, mention->name)->flags & WORD_NUMBER) != 0;

    return kinds_at(names, mention->kinds)->is_place &&
           (is_number ? !names->numbered[mention->kinds] : is_short_form(view, mention));
}

/* In the front and the rules of the text, but not in headings, where capitals tell nothing. */
static gboolean may_tell(const Names *names, Mention *mention)
{
    Consistency *audit = names->audit;
    const AuditView *view = audit->view;
    const TextUnit *unit = view_unit(view, view->unit_of_sentence[mention->sentence]);
    const guint8 proof = audit->context->blocks[unit->index].proof;
    const gboolean in_division =
        outline_division(view->outline, view->outline->division_of[unit->index])->level != DIVISION_ROOT;

    if (!consistency_is_rule(audit, unit->index) && proof != PLACE_FRONT && proof != PLACE_DECISION)
        return FALSE;
    if (is_quoted(view, mention) || begins_no_name(names, mention->name) ||
        (words_at(view->words, mention->name)->flags & WORD_SPELLED) || is_no_place(names, mention))
        return FALSE;
    return !consistency_is_shouted(audit, view_sentence(view, mention->sentence)) ||
           (!in_division && ends_where_shouted(names, mention));
}

/* Bases are acts of bodies of many places. */
static gboolean issued_a_basis(const Names *names, const Mention *mention)
{
    const AuditView *view = names->audit->view;
    const GArray *bases = names->audit->front->bases;
    const guint block = view_unit(view, view->unit_of_sentence[mention->sentence])->index;

    if (!kinds_at(names, mention->kinds)->is_place || names->of_unit[mention->kinds])
        return FALSE;
    for (guint i = 0; i < bases->len; i++)
        if (g_array_index(bases, guint, i) == block)
            return TRUE;
    return FALSE;
}

/* A phrase stands before a mention and reaches up to it, over no comma, or into its kind: "các trường THCS
 * A". */
static gboolean is_led(const Names *names, const PhraseIds *phrases, const Mention *mention)
{
    const guint least = mention->first + ((words_at(names->audit->view->words, mention->first)->flags &
                                           WORD_AFTER_COMMA) != 0);
    guint count;

    for (guint p = 0; p < phrases->len; p++) {
        const Match *matches = view_sentence_matches(names->audit->view, g_array_index(phrases, guint, p),
                                                     mention->sentence, &count);
        for (guint i = 0; i < count; i++)
            if (matches[i].first < mention->first && matches[i].end >= least &&
                matches[i].end <= mention->name)
                return TRUE;
    }
    return FALSE;
}

/* "phối hợp với Trường Tiểu học A, Trường Mầm non B": the second as well. */
static gboolean follows_neighbour(const Names *names, guint index)
{
    if (index == 0 || !names->neighbours[index - 1])
        return FALSE;
    const Mention *mention = &g_array_index(names->mentions, Mention, index), *before = mention - 1;
    return before->sentence == mention->sentence && mention->first <= before->end + 1;
}

/* --- the check ------------------------------------------------------------------------------------------ */

/* It stands in a sentence on what the unit was before. */
static gboolean is_told_of(const Names *names, const Mention *mention)
{
    return view_match_in_sentence(names->audit->view, names->audit->words->formerly, mention->sentence) !=
           NULL;
}

/* What the unit was called before is a name of its own; more than so many are no unit's. */
static void add_former(Names *names)
{
    enum { MOST_NAMES = 64 };

    names->present = names->own->len;

    for (guint i = 0;
         i < names->mentions->len && names->own->len < MOST_NAMES && !consistency_is_late(names->audit);
         i++) {
        const Mention *mention = &g_array_index(names->mentions, Mention, i);
        if (!is_told_of(names, mention))
            continue;
        UnitName former = unit_name_of(names->audit->view, mention);
        former.count = MIN(former.count, mention->end - mention->name);
        former.said = 0;
        add_own(names, former, FALSE);
    }
}

/* The block of a title, which is several of them, that the last word of a mention in it stands in; and where.
 */
static gboolean find_in_title(const Names *names, const Mention *mention, guint *block, guint32 *start,
                              guint32 *end)
{
    enum { TITLE_BLOCKS = 8 };
    const AuditView *view = names->audit->view;
    const Document *document = view->outline->document;
    const Word *last = words_at(view->words, mention->end - 1);
    g_autofree char *word = g_strndup(view->text->str + last->start, last->end - last->start);
    const guint first = names->audit->front->title_block;

    for (guint i = 0; first != G_MAXUINT && i < TITLE_BLOCKS && first + i < document->blocks->len; i++) {
        const Block *title = document_block(document, first + i);
        const char *found = title->length ? g_strrstr_len(title->text, title->length, word) : NULL;
        if (!found)
            continue;
        *block = first + i;
        *start = (guint32)(found - title->text);
        *end = *start + (guint32)strlen(word);
        return TRUE;
    }
    return FALSE;
}

static Finding *finding_of(Names *names)
{
    if (!names->finding)
        names->finding = consistency_add(
            names->audit, "other-unit", STATUS_REVIEW,
            bilingual_of(N_("Có tên đơn vị hoặc địa danh khác với nơi ban hành")),
            bilingual_of(N_("Nếu còn sót từ văn bản của nơi khác, thay bằng tên của đơn vị.")));
    return names->finding;
}

static void report(Names *names, const Mention *mention)
{
    const AuditView *view = names->audit->view;
    const TextUnit *unit = view_unit(view, view->unit_of_sentence[mention->sentence]);

    consistency_quote(names->audit, finding_of(names), unit->index,
                      words_at(view->words, mention->first)->start - unit->offset,
                      words_at(view->words, mention->end - 1)->end - unit->offset);
}

/* The title as one line: a name in it may be broken over two. */
static void check_title(Names *names)
{
    g_autoptr(GArray) mentions = mentions_in_front(names->audit->view, FRONT_TITLE);
    guint block;
    guint32 start, end;

    for (guint i = 0; i < mentions->len; i++) {
        Mention *mention = &g_array_index(mentions, Mention, i);
        if (names->wanted[mention->kinds] && !is_own(names, names->own->len, mention) &&
            !begins_no_name(names, mention->name) && ends_where_shouted(names, mention) &&
            find_in_title(names, mention, &block, &start, &end) &&
            !(names->finding && finding_shows(names->finding, block)))
            consistency_quote(names->audit, finding_of(names), block, start, end);
    }
}

/* Its own name, or one that it had: this a text holds with good reason but where it still acts by it. */
static gboolean is_rightly_named(const Names *names, const Mention *mention)
{
    return is_own(names, names->present, mention) ||
           (is_own(names, names->own->len, mention) &&
            (is_told_of(names, mention) || !is_led(names, names->audit->words->acting, mention)));
}

static void check_mentions(Names *names)
{
    for (guint i = 0; i < names->mentions->len && !consistency_is_late(names->audit); i++) {
        Mention *mention = &g_array_index(names->mentions, Mention, i);
        names->neighbours[i] =
            is_led(names, names->audit->words->neighbours, mention) || follows_neighbour(names, i);
        if (!names->neighbours[i] && !is_rightly_named(names, mention) && may_tell(names, mention) &&
            !issued_a_basis(names, mention))
            report(names, mention);
    }
}

void check_names(Consistency *audit)
{
    Names names = {.audit = audit};

    read_own(&names);
    names.mentions = mentions_in_body(audit->view, names.wanted);
    names.neighbours = g_new0(guint8, names.mentions->len + 1);
    add_former(&names);
    check_mentions(&names);
    check_title(&names);
    g_array_unref(names.own);
    g_array_unref(names.mentions);
    words_free(names.place);
    g_free(names.wanted);
    g_free(names.of_unit);
    g_free(names.numbered);
    g_free(names.neighbours);
}
