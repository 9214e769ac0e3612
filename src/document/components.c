/* Components are found in one pass over the lines. A component opens at a letterhead or a title ("QUYẾT
 * ĐỊNH", "QUY CHẾ", "PHỤ LỤC" …) once the one before it has got its articles or its signature: within a
 * heading or a subtitle the same words open nothing. */
#include "document/components.h"

#include "document/component_title.h"
#include "document/contents.h"

#define NO_LINE G_MAXUINT
/* A letterhead is claimed by a title within so many lines, or it opens nothing. */
#define LETTERHEAD_REACH 25
/* A letterhead table is no longer than this. */
#define TABLE_REACH 60
/* Lines that may name a chapter or title above its first article. */
#define HEADING_REACH 6
/* An untitled text with so many articles of its own is a regulation. */
#define REGULATION_ARTICLES 4

typedef struct {
    ComponentKind kind;
    guint first_line, title_line;
    guint articles, divisions; /* Điều; other numbered lines above the dash */
    gint last_article;
    gboolean is_signed, pasted_law;
} Draft;

typedef struct {
    const Document *document;
    const GArray *lines;
    gint *next_article; /* per line: ordinal of the next Điều at or after it; 0 when none */
    GArray *drafts;     /* of Draft */
    guint letterhead;   /* first line of a letterhead that waits for its title; NO_LINE */
    guint letterhead_line;
    gboolean has_regulation; /* one has been named */
    gboolean has_contents;
} Splitter;

static const Block *block_of(const Splitter *splitter, guint line)
{
    return document_block(splitter->document, line_at(splitter->lines, line)->block);
}

static Draft *current(Splitter *splitter)
{
    return &g_array_index(splitter->drafts, Draft, splitter->drafts->len - 1);
}

/* Nothing yet but a letterhead, a title and bases. */
static gboolean is_bare(const Draft *draft)
{
    return draft->articles == 0 && draft->divisions == 0 && !draft->is_signed;
}

static void open_draft(Splitter *splitter, ComponentKind kind, guint first_line, guint title_line)
{
    Draft draft = {.kind = kind, .first_line = first_line, .title_line = title_line};
    if (splitter->drafts->len > 0 && current(splitter)->first_line == first_line)
        g_array_set_size(splitter->drafts, splitter->drafts->len - 1);
    g_array_append_val(splitter->drafts, draft);
    splitter->letterhead = NO_LINE;
    splitter->has_regulation |= kind == COMPONENT_REGULATION;
    splitter->has_contents |= kind == COMPONENT_CONTENTS;
}

/* -- Where a component begins -- */

static guint previous_line(const GArray *lines, guint index)
{
    while (index > 0) {
        index--;
        if (!line_is_empty(line_at(lines, index)))
            return index;
    }
    return NO_LINE;
}

static gboolean is_letterhead_phrase(Phrase phrase)
{
    return phrase == PHRASE_BODY || phrase == PHRASE_STATE || phrase == PHRASE_NUMBER ||
           phrase == PHRASE_ACT_NUMBER || phrase == PHRASE_NATION;
}

/* The first line of the letterhead or title that line belongs to: the whole table, or the names above it. */
static guint opening_of(const Splitter *splitter, guint line)
{
    const guint limit = current((Splitter *)splitter)->first_line;
    const guint32 table = block_of(splitter, line)->table;
    guint first = line;
    if (table != 0) {
        while (first > limit && line - first < TABLE_REACH && block_of(splitter, first - 1)->table == table)
            first--;
        return first;
    }
    for (guint i = 0; i < 5; i++) {
        const guint before = previous_line(splitter->lines, first);
        if (before == NO_LINE || before < limit ||
            !is_letterhead_phrase(line_at(splitter->lines, before)->phrase))
            break;
        first = before;
    }
    return first;
}

static gboolean has_letterhead(const Splitter *splitter, guint line)
{
    return splitter->letterhead != NO_LINE && line - splitter->letterhead_line <= LETTERHEAD_REACH;
}

static guint start_for_title(const Splitter *splitter, guint line)
{
    return has_letterhead(splitter, line) ? splitter->letterhead : opening_of(splitter, line);
}

static gboolean phrase_follows(const Splitter *splitter, guint line, Phrase phrase, guint reach)
{
    for (guint i = 0; i < reach; i++) {
        line = lines_next(splitter->lines, line, splitter->lines->len);
        if (line == splitter->lines->len)
            return FALSE;
        if (line_at(splitter->lines, line)->phrase == phrase)
            return TRUE;
    }
    return FALSE;
}

/* TRUE for the second or third line of a heading of its component: "Chương II" / "BÀN VÀ" / "QUYẾT ĐỊNH". */
static gboolean is_in_heading(const Splitter *splitter, guint line)
{
    const guint first = g_array_index(splitter->drafts, Draft, splitter->drafts->len - 1).first_line;
    guint before = line;
    for (guint i = 0; i < 2; i++) {
        before = previous_line(splitter->lines, before);
        if (before == NO_LINE || before < first)
            return FALSE;
        const Line *head = line_at(splitter->lines, before);
        if (mark_is_word(head->mark.style) && head->mark.style != STYLE_ARTICLE)
            return i == 0 || head->mark.after >= head->end;
        if (!head->capitals)
            return FALSE;
    }
    return FALSE;
}

/* TRUE when only title lines stand between the title of the draft and the line: it is a subtitle. */
static gboolean is_subtitle(const Splitter *splitter, const Draft *draft, guint line)
{
    if (draft->title_line == NO_LINE || line - draft->title_line > LETTERHEAD_REACH)
        return FALSE;
    guint at = draft->title_line;
    while ((at = lines_next(splitter->lines, at, line)) < line) {
        const Line *between = line_at(splitter->lines, at);
        if (!between->capitals && !between->centred && !between->bold)
            return FALSE;
        if (between->phrase == PHRASE_BASIS || between->phrase == PHRASE_ISSUED_WITH)
            return FALSE;
    }
    return TRUE;
}

/* -- Titles -- */

/* A title may open a new component after one that has its articles. */
static gboolean may_open(const Splitter *splitter, const Draft *draft, ComponentKind kind, guint line)
{
    const gboolean restarts = draft->articles > 0 && splitter->next_article[line] == 1;
    if (has_letterhead(splitter, line))
        return TRUE;
    switch (kind) {
    case COMPONENT_REGULATION:
        return restarts || draft->is_signed || phrase_follows(splitter, line, PHRASE_ISSUED_WITH, 5);
    case COMPONENT_DECISION:
        return draft->is_signed && splitter->next_article[line] == 1;
    case COMPONENT_ANNEX:
        return restarts;
    default:
        return draft->is_signed && line_at(splitter->lines, line)->capitals;
    }
}

static void name_draft(Splitter *splitter, ComponentKind kind, guint line)
{
    Draft *draft = current(splitter);
    draft->kind = kind;
    draft->title_line = line;
    splitter->has_regulation |= kind == COMPONENT_REGULATION;
}

/* A second title before any article: a cover page before the text proper, an annex that is the regulation, a
 * subtitle, or the word that enacts. */
static void take_second_title(Splitter *splitter, ComponentKind kind, guint line)
{
    Draft *draft = current(splitter);
    if (has_letterhead(splitter, line)) {
        if (draft->kind != COMPONENT_ANNEX)
            draft->kind = COMPONENT_OTHER;
        open_draft(splitter, kind, splitter->letterhead, line);
    } else if (kind == COMPONENT_REGULATION && draft->kind == COMPONENT_ANNEX) {
        if (!splitter->has_regulation)
            name_draft(splitter, kind, line);
    } else if (kind == COMPONENT_REGULATION && draft->kind == COMPONENT_OTHER &&
               !is_subtitle(splitter, draft, line)) {
        name_draft(splitter, kind, line);
    } else if (kind == COMPONENT_REGULATION && draft->kind == COMPONENT_DECISION &&
               !is_subtitle(splitter, draft, line) && phrase_follows(splitter, line, PHRASE_ISSUED_WITH, 5)) {
        open_draft(splitter, kind, opening_of(splitter, line), line);
    }
}

static void take_title(Splitter *splitter, ComponentKind kind, guint line)
{
    Draft *draft = current(splitter);
    if (is_in_heading(splitter, line))
        return;
    if (!is_bare(draft)) {
        if (may_open(splitter, draft, kind, line))
            open_draft(splitter, kind, start_for_title(splitter, line), line);
    } else if (draft->title_line == NO_LINE) {
        name_draft(splitter, kind, line);
    } else {
        take_second_title(splitter, kind, line);
    }
}

/* An act of state: what stands under its title proves nothing about the unit. */
static void take_law_title(Splitter *splitter, guint line)
{
    Draft *draft = current(splitter);
    if (is_in_heading(splitter, line))
        return;
    if (is_bare(draft) && (draft->kind == COMPONENT_ANNEX || draft->title_line == NO_LINE)) {
        draft->pasted_law = TRUE;
        if (draft->title_line == NO_LINE)
            draft->title_line = line;
        return;
    }
    if (is_bare(draft) || !may_open(splitter, draft, COMPONENT_ANNEX, line))
        return;
    open_draft(splitter, COMPONENT_ANNEX, start_for_title(splitter, line), line);
    current(splitter)->pasted_law = TRUE;
}

/* "Nghị định số …" as a line of its own before a new Điều 1. */
static void take_act_number(Splitter *splitter, guint line)
{
    const Draft *draft = current(splitter);
    const Line *self = line_at(splitter->lines, line);
    const gboolean title_like = self->capitals || self->bold || self->centred || self->end < 120;
    if (!title_like || splitter->next_article[line] != 1 || has_letterhead(splitter, line))
        return;
    if (draft->kind == COMPONENT_ANNEX || draft->articles > 0)
        take_law_title(splitter, line);
}

static gboolean is_annex_heading(const Splitter *splitter, guint line)
{
    const Line *self = line_at(splitter->lines, line);
    const Block *block = document_block(splitter->document, self->block);
    const guint32 whole_line_bytes = 26; /* "Phụ lục" and a number, nothing more */
    if (self->mark.style != STYLE_NONE || self->last == ';' || self->last == ',')
        return FALSE;
    if (self->end <= whole_line_bytes)
        return self->last != '.' || self->bold || self->centred;
    if (memchr(block->text, '\n', MIN(whole_line_bytes, self->end)))
        return TRUE;
    return self->last != '.' && (self->capitals || self->centred || self->bold);
}

static void take_annex(Splitter *splitter, guint line)
{
    const Draft *draft = current(splitter);
    if (!is_annex_heading(splitter, line))
        return;
    if (draft->kind == COMPONENT_ANNEX && is_bare(draft) && is_subtitle(splitter, draft, line))
        return;
    open_draft(splitter, COMPONENT_ANNEX, start_for_title(splitter, line), line);
}

static void take_letterhead(Splitter *splitter, guint line)
{
    const Draft *draft = current(splitter);
    if (has_letterhead(splitter, line) || (is_bare(draft) && draft->title_line == NO_LINE))
        return;
    splitter->letterhead = opening_of(splitter, line);
    splitter->letterhead_line = line;
}

/* -- Tables of contents -- */

static gboolean has_basis(const Splitter *splitter, guint first, guint end)
{
    for (guint line = first; line < end; line++)
        if (line_at(splitter->lines, line)->phrase == PHRASE_BASIS)
            return TRUE;
    return FALSE;
}

/* What stands before the contents with a title and neither bases nor text is a cover; the text after them
 * goes on with it. */
static guint take_contents(Splitter *splitter, guint line, guint end)
{
    if (end < splitter->lines->len)
        end = MAX(line + 1, opening_of(splitter, end));
    const Draft before = *current(splitter);
    open_draft(splitter, COMPONENT_CONTENTS, line, NO_LINE);
    if (end >= splitter->lines->len)
        return end;
    const gboolean goes_on = before.first_line < line && before.title_line != NO_LINE &&
                             (is_bare(&before) || before.kind == COMPONENT_REGULATION);
    open_draft(splitter, goes_on ? before.kind : COMPONENT_OTHER, end, goes_on ? before.title_line : NO_LINE);
    if (goes_on && is_bare(&before) && !has_basis(splitter, before.first_line, line))
        g_array_index(splitter->drafts, Draft, splitter->drafts->len - 3).kind = COMPONENT_OTHER;
    return end;
}

/* -- The pass -- */

/* Điều 1 comes again without a title in between: back to the chapter or title lines above it. */
static guint restart_of(const Splitter *splitter, guint line)
{
    guint first = line;
    for (guint i = 0; i < HEADING_REACH; i++) {
        const guint before = previous_line(splitter->lines, first);
        if (before == NO_LINE || before <= current((Splitter *)splitter)->first_line)
            break;
        const Line *self = line_at(splitter->lines, before);
        const gboolean heading = (mark_is_word(self->mark.style) && self->mark.style != STYLE_ARTICLE) ||
                                 (self->phrase == PHRASE_NONE && self->mark.style == STYLE_NONE &&
                                  self->capitals && (self->centred || self->bold)) ||
                                 self->phrase == PHRASE_ISSUED_WITH;
        if (!heading)
            break;
        first = before;
    }
    return first;
}

static void take_article(Splitter *splitter, guint line)
{
    const Mark *mark = &line_at(splitter->lines, line)->mark;
    const Draft *draft = current(splitter);
    if (!mark->certain)
        return;
    if (mark->ordinal == 1 && draft->articles > 0 &&
        (has_letterhead(splitter, line) || draft->is_signed || draft->kind == COMPONENT_DECISION))
        open_draft(splitter, COMPONENT_OTHER,
                   has_letterhead(splitter, line) ? splitter->letterhead : restart_of(splitter, line),
                   NO_LINE);
    current(splitter)->articles++;
    current(splitter)->last_article = mark->ordinal;
}

static void take_mark(Splitter *splitter, guint line)
{
    const Mark *mark = &line_at(splitter->lines, line)->mark;
    if (mark->style == STYLE_ARTICLE)
        take_article(splitter, line);
    else if (mark->style != STYLE_NONE && !mark_is_bullet(mark->style) && mark->certain)
        current(splitter)->divisions++;
}

static void take_line(Splitter *splitter, guint line)
{
    const Line *self = line_at(splitter->lines, line);
    Draft *draft = current(splitter);
    switch (self->phrase) {
    case PHRASE_NATION:
    case PHRASE_STATE:
        take_letterhead(splitter, line);
        break;
    case PHRASE_DECISION:
        take_title(splitter, COMPONENT_DECISION, line);
        break;
    case PHRASE_ENACTS:
        if (draft->title_line == NO_LINE && is_bare(draft))
            name_draft(splitter, COMPONENT_DECISION, line);
        break;
    case PHRASE_REGULATION:
        take_title(splitter, COMPONENT_REGULATION, line);
        break;
    case PHRASE_OTHER_KIND:
        take_title(splitter, COMPONENT_OTHER, line);
        break;
    case PHRASE_LAW:
        take_law_title(splitter, line);
        break;
    case PHRASE_ACT_NUMBER:
        take_act_number(splitter, line);
        break;
    case PHRASE_ANNEX:
        take_annex(splitter, line);
        break;
    default:
        take_mark(splitter, line);
        if (line_is_signature(self) && !is_bare(draft))
            draft->is_signed = TRUE;
        break;
    }
}

static void find_next_articles(Splitter *splitter)
{
    gint next = 0;
    for (guint i = splitter->lines->len; i-- > 0;) {
        const Mark *mark = &line_at(splitter->lines, i)->mark;
        if (mark->style == STYLE_ARTICLE && mark->certain)
            next = mark->ordinal;
        splitter->next_article[i] = next;
    }
}

static void split(Splitter *splitter)
{
    open_draft(splitter, COMPONENT_OTHER, 0, NO_LINE);
    for (guint i = 0; i < splitter->lines->len && !document_is_late(splitter->document); i++) {
        if (line_is_empty(line_at(splitter->lines, i)) && block_of(splitter, i)->place != PLACE_CONTENTS)
            continue;
        const guint end = contents_end(splitter->document, splitter->lines, i, !splitter->has_contents);
        if (end > i) {
            i = take_contents(splitter, i, end) - 1;
            continue;
        }
        take_line(splitter, i);
    }
}

/* -- What the drafts come to -- */

/* Texts with articles but no title of their own: the regulation of the decision before them. */
static void name_untitled(GArray *drafts)
{
    for (guint i = 0; i < drafts->len; i++) {
        Draft *draft = &g_array_index(drafts, Draft, i);
        const gboolean after_decision =
            i > 0 && g_array_index(drafts, Draft, i - 1).kind == COMPONENT_DECISION;
        if (draft->kind == COMPONENT_OTHER && draft->title_line == NO_LINE && !draft->pasted_law &&
            draft->articles >= (after_decision ? 1 : REGULATION_ARTICLES))
            draft->kind = COMPONENT_REGULATION;
    }
}

static gboolean is_governing(ComponentKind kind)
{
    return kind == COMPONENT_DECISION || kind == COMPONENT_REGULATION;
}

/* A plan, a report or minutes is one component with all that hangs on it. */
static void join_others(GArray *drafts)
{
    for (guint i = 0; i < drafts->len; i++) {
        if (is_governing(g_array_index(drafts, Draft, i).kind))
            return;
    }
    Draft whole = g_array_index(drafts, Draft, 0);
    for (guint i = 1; i < drafts->len && whole.title_line == NO_LINE; i++)
        whole.title_line = g_array_index(drafts, Draft, i).title_line;
    whole.kind = COMPONENT_OTHER;
    g_array_set_size(drafts, 0);
    g_array_append_val(drafts, whole);
}

static char *draft_title(const Splitter *splitter, const Draft *draft, guint end)
{
    if (draft->title_line == NO_LINE)
        return NULL;
    const guint stop =
        draft->title_line < draft->first_line ? draft->first_line : end; /* above the contents */
    return component_title(splitter->document, splitter->lines, draft->kind, draft->title_line, stop);
}

static GArray *finish(const Splitter *splitter)
{
    GArray *components = g_array_new(FALSE, TRUE, sizeof(ComponentLines));
    const guint count = splitter->lines->len;
    for (guint i = 0; i < splitter->drafts->len; i++) {
        const Draft *draft = &g_array_index(splitter->drafts, Draft, i);
        const gboolean last = i + 1 == splitter->drafts->len;
        ComponentLines lines = {.first_line = draft->first_line};
        lines.end_line = last ? count : g_array_index(splitter->drafts, Draft, i + 1).first_line;
        lines.component.kind = draft->kind;
        lines.component.pasted_law = draft->pasted_law;
        lines.component.title = draft_title(splitter, draft, lines.end_line);
        lines.component.first = i == 0 ? 0 : line_at(splitter->lines, draft->first_line)->block;
        lines.component.end =
            last ? splitter->document->blocks->len : line_at(splitter->lines, lines.end_line)->block;
        g_array_append_val(components, lines);
    }
    return components;
}

GArray *components_find(const Document *document, const GArray *lines)
{
    Splitter splitter = {.document = document, .lines = lines, .letterhead = NO_LINE};
    splitter.next_article = g_new0(gint, lines->len + 1);
    splitter.drafts = g_array_new(FALSE, TRUE, sizeof(Draft));
    find_next_articles(&splitter);
    split(&splitter);
    name_untitled(splitter.drafts);
    join_others(splitter.drafts);
    GArray *components = finish(&splitter);
    g_array_unref(splitter.drafts);
    g_free(splitter.next_article);
    return components;
}
