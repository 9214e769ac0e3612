/* A document as the audit sees it: every body block, every division's title and the lines of the front as one
 * text, split into words once, scanned once, with the matches of each phrase at hand. */
#ifndef RASOAT_AUDIT_VIEW_H
#define RASOAT_AUDIT_VIEW_H

#include "audit/cell_rows.h"
#include "document/front.h"
#include "document/outline.h"
#include "rules/ruleset.h"

typedef enum { UNIT_BLOCK, UNIT_NOTE, UNIT_TITLE, UNIT_OPENING, UNIT_ROWS, UNIT_FRONT } TextUnitKind;

/* A stretch of the text: one block, one footnote or endnote, one division's title, the first words of an
 * article that has no title, the title of the rows below it in a table, or one line of the front. */
typedef struct {
    TextUnitKind kind;
    guint index;    /* block (also of a note and of a title of rows), division (of a title or an opening), or
                       FrontLine */
    guint32 offset; /* of its first byte in the text */
    guint first_sentence, end_sentence;
} TextUnit;

typedef enum { FRONT_TITLE, FRONT_UNIT, FRONT_PARENT, FRONT_SUBTITLE } FrontLine;

typedef struct {
    const RuleSet *rules;
    const Outline *outline;
    GString *text;
    Words *words;
    GArray *units; /* of TextUnit */
    GArray *rows;  /* of CellRow */
    guint *unit_of_sentence;
    guint body_end;     /* sentences [0, body_end) are of the body … */
    guint notes_end;    /* … and [body_end, notes_end) of the notes to it */
    GArray *found;      /* of Match, as the scans gave them */
    GArray *matches;    /* of Match, by phrase, then place */
    guint *first_match; /* per phrase, and one more: index into matches */
    guint *longest;     /* per phrase: words of its longest match, 0 before view_longest_match() was asked */
    gboolean tolerant;  /* marks do not count: the text is damaged */
    Matcher *matcher;   /* for as long as the budget given at first lives */
} AuditView;

/* Finds what tells kinds of documents and units, and headings. Errors: LIMIT_STEPS, LIMIT_TIME. */
AuditView *audit_view_new(const RuleSet *rules, const Outline *outline, const FrontMatter *front,
                          Budget *budget, GError **error);

/* Finds what is common to all packs (PURPOSE_BODY) and the phrases of packs, a bit of purposes each
 * (Pack.purpose), in the body; once. Matches had before are no longer where they were. Errors: LIMIT_STEPS,
 * LIMIT_TIME. */
gboolean audit_view_scan(AuditView *view, guint purposes, GError **error);
void audit_view_free(AuditView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AuditView, audit_view_free)

static inline const TextUnit *view_unit(const AuditView *view, guint index)
{
    return &g_array_index(view->units, TextUnit, index);
}

static inline const Sentence *view_sentence(const AuditView *view, guint index)
{
    return &g_array_index(view->words->sentences, Sentence, index);
}

/* The block of a unit of one; of a title of rows the title. */
static inline const Block *view_block(const AuditView *view, guint unit)
{
    return document_block(view->outline->document, view_unit(view, unit)->index);
}

/* The first sentence of the body that stands in a block or behind it; body_end when there is none. */
guint view_sentence_from(const AuditView *view, guint block);

/* Whether a unit is text of the regulation, and no title or line of the front that is said again. */
static inline gboolean view_unit_is_text(const TextUnit *unit)
{
    return unit->kind == UNIT_BLOCK || unit->kind == UNIT_NOTE;
}

/* The body block that a note hangs on, which is the one before it. before: a note before it (0: none) that
 * hangs on line, so that no other is passed twice. */
guint view_noted_block(const AuditView *view, guint note, guint before, guint line);

/* The unit after those of one row of a table, whose first is a block in a table. */
guint view_row_end(const AuditView *view, guint first);

static inline const TextUnit *view_unit_of_match(const AuditView *view, const Match *match)
{
    return view_unit(view, view->unit_of_sentence[match->sentence]);
}

/* Whether a block is the title of the rows below it: alone in its row of a table but for a running number. */
gboolean view_heads_rows(const AuditView *view, guint block);

/* The matches of one phrase: *count of them, in the order of the text. */
static inline const Match *view_matches(const AuditView *view, guint phrase, guint *count)
{
    *count = view->first_match[phrase + 1] - view->first_match[phrase];
    return &g_array_index(view->matches, Match, view->first_match[phrase]);
}

/* Those of them in one sentence. */
const Match *view_sentence_matches(const AuditView *view, guint phrase, guint sentence, guint *count);

/* Words of the longest match of a phrase. */
guint view_longest_match(const AuditView *view, guint phrase);

/* The first match of any of the phrases in a sentence, or NULL. */
const Match *view_match_in_sentence(const AuditView *view, const PhraseIds *phrases, guint sentence);

/* The sentence of a match as the original has it. Owned by the caller. */
char *view_quote(const AuditView *view, const Match *match);

/* Sentences first to last of one unit as the original has them. Owned by the caller. */
char *view_quote_through(const AuditView *view, guint first, guint last);

#endif
