/* A name left over from another unit: the letterhead says Trường THCS B, huyện C, and a rule speaks of Trường
 * THCS X or huyện Y. Only kinds of units and places that the letterhead itself names are compared. */
#include <string.h>

#include "audit/consistency_parts.h"
#include "base/translate.h"

/* The words of a name at most. */
#define LONGEST_NAME 6
/* More mentions than any regulation has; what comes after them is not looked at. */
#define MOST_MENTIONS 2000

typedef struct {
    guint first, end; /* words */
} Name;

static const Sentence *sentence_of(const AuditView *view, const Match *match)
{
    return view_sentence(view, match->sentence);
}

/* The capitalised words that follow a match in its sentence, up to a comma or bracket. */
static Name name_after(const AuditView *view, const Match *match)
{
    const Sentence *sentence = sentence_of(view, match);
    Name name = {match->end, match->end};

    while (name.end < sentence->end && name.end - name.first < LONGEST_NAME) {
        const Word *word = words_at(view->words, name.end);
        if (!(word->flags & WORD_CAPITAL) ||
            (word->flags & (WORD_AFTER_COMMA | WORD_AFTER_PAREN | WORD_AFTER_COLON)))
            break;
        name.end++;
    }
    return name;
}

/* TRUE when the first two words of a name (or its only one) stand together in a line of the front or of the
 * text before the first division: then it is the unit's own, or that of a body above it. */
static gboolean is_own_name(const AuditView *view, Name name)
{
    gboolean two = name.end - name.first > 1;

    for (guint u = 0; u < view->units->len; u++) {
        const TextUnit *unit = view_unit(view, u);
        gboolean front = unit->kind == UNIT_FRONT ||
                         (unit->kind == UNIT_BLOCK &&
                          outline_division(view->outline, view->outline->division_of[unit->index])->level ==
                              DIVISION_ROOT);
        if (!front)
            continue;
        for (guint s = unit->first_sentence; s < unit->end_sentence; s++) {
            const Sentence *sentence = view_sentence(view, s);
            for (guint i = sentence->first; i + two < sentence->end; i++)
                if (words_at(view->words, i)->key == words_at(view->words, name.first)->key &&
                    (!two || words_at(view->words, i + 1)->key == words_at(view->words, name.first + 1)->key))
                    return TRUE;
        }
    }
    return FALSE;
}

/* TRUE when the letterhead names a unit or place of this kind. */
static gboolean is_named_in_front(const AuditView *view, guint phrase)
{
    guint count;
    const Match *matches = view_matches(view, phrase, &count);

    for (guint i = 0; i < count; i++) {
        const TextUnit *unit = view_unit_of_match(view, &matches[i]);
        Name name = name_after(view, &matches[i]);
        if (unit->kind == UNIT_FRONT && unit->index != FRONT_TITLE && name.end > name.first)
            return TRUE;
    }
    return FALSE;
}

/* TRUE directly after an opening quotation mark: the name of an honour or a movement. */
static gboolean is_quoted(const AuditView *view, const Match *match)
{
    guint32 start = words_at(view->words, match->first)->start;

    return start > 0 &&
           (view->text->str[start - 1] == '"' ||
            (start >= strlen("“") && strncmp(view->text->str + start - strlen("“"), "“", strlen("“")) == 0));
}

static Finding *check_kind(Consistency *audit, guint phrase, Finding *finding)
{
    const AuditView *view = audit->view;
    guint count;
    const Match *matches = view_matches(view, phrase, &count);

    for (guint i = 0; i < MIN(count, MOST_MENTIONS) && !consistency_is_late(audit); i++) {
        const TextUnit *unit = view_unit_of_match(view, &matches[i]);
        if (unit->kind != UNIT_BLOCK || !consistency_is_rule(audit, unit->index) ||
            outline_division(view->outline, view->outline->division_of[unit->index])->level ==
                DIVISION_ROOT ||
            consistency_is_shouted(audit, sentence_of(view, &matches[i])) || is_quoted(view, &matches[i]))
            continue;
        Name name = name_after(view, &matches[i]);
        if (name.end == name.first || is_own_name(view, name))
            continue;
        if (!finding)
            finding = consistency_add(
                audit, "other-unit", STATUS_REVIEW,
                bilingual_of(N_("Có tên đơn vị hoặc địa danh khác với nơi ban hành")),
                bilingual_of(N_("Nếu còn sót từ văn bản của nơi khác, thay bằng tên của đơn vị.")));
        consistency_quote(audit, finding, unit->index,
                          words_at(view->words, matches[i].first)->start - unit->offset,
                          words_at(view->words, name.end - 1)->end - unit->offset);
    }
    return finding;
}

void check_names(Consistency *audit)
{
    const ConsistencyWords *words = audit->words;
    Finding *finding = NULL;

    for (guint i = 0; i < words->named->len; i++)
        if (is_named_in_front(audit->view, g_array_index(words->named_front, guint, i)))
            finding = check_kind(audit, g_array_index(words->named, guint, i), finding);
}
