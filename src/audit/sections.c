/* Finding sections: titles of divisions matched against the groups, then sentences that open a list. */
#include "audit/sections.h"

#include <string.h>

#include "audit/marked_rows.h"
#include "audit/sentence.h"
#include "audit/summed_up.h"
#include "audit/told_rows.h"

#define TITLE_LINE_CHARACTERS 125 /* of a line that may be an unnumbered title */

static gboolean opens_sentence(const AuditView *view, const Match *match)
{
    const Sentence *sentence = view_sentence(view, match->sentence);
    return match->first <= words_opening(view->words, sentence);
}

/* What titles are of: the divisions of the outline, or rows of tables. */
typedef enum { TITLES_OF_DIVISIONS, TITLES_OF_ROWS } Titles;

static gboolean is_title(const AuditView *view, const TextUnit *unit, const Match *match, Titles titles)
{
    if (titles == TITLES_OF_ROWS)
        return unit->kind == UNIT_ROWS;
    return unit->kind == UNIT_TITLE || (unit->kind == UNIT_OPENING && opens_sentence(view, match));
}

static void mark_titles(const AuditView *view, Titles titles, const PhraseIds *phrases, guint32 bit,
                        gboolean clear, guint32 *groups)
{
    for (guint i = 0; i < phrases->len; i++) {
        guint count;
        const Match *matches = view_matches(view, g_array_index(phrases, guint, i), &count);
        for (guint k = 0; k < count; k++) {
            const TextUnit *unit = view_unit_of_match(view, &matches[k]);
            if (!is_title(view, unit, &matches[k], titles))
                continue;
            if (clear)
                groups[unit->index] &= ~bit;
            else
                groups[unit->index] |= bit;
        }
    }
}

/* The groups whose headings the titles are. */
static void mark_groups(const AuditView *view, Titles titles, guint32 *groups)
{
    for (guint g = 0; g < view->rules->groups->len; g++) {
        const Group *group = view->rules->groups->pdata[g];
        mark_titles(view, titles, group->headings, 1u << g, FALSE, groups);
        mark_titles(view, titles, group->not_headings, 1u << g, TRUE, groups);
    }
}

/* Titles whose verb is denied ("Những nội dung không công khai"): the negation stands just before the
 * heading's end, and forbids no refusal ("Những việc không được giấu dân"). */
static void mark_denied_titles(const AuditContext *context, const PhraseIds *phrases, guint32 bit,
                               guint32 *denied, guint *denying)
{
    const AuditView *view = context->view;
    for (guint i = 0; i < phrases->len; i++) {
        guint count;
        const Match *matches = view_matches(view, g_array_index(phrases, guint, i), &count);
        for (guint k = 0; k < count && !context_is_late(context); k++) {
            const Match *match = &matches[k];
            const TextUnit *unit = view_unit_of_match(view, match);
            if (unit->kind != UNIT_TITLE || (context->sentence_flags[match->sentence] & SENTENCE_NOT_DENIAL))
                continue;
            for (guint at = match->first; at < match->end; at++)
                if (sentence_match_ending_at(view, view->rules->negations, match->sentence, at)) {
                    denied[unit->index] |= bit;
                    denying[unit->index] = match->sentence + 1;
                }
        }
    }
}

/* What a title like "Hình thức" answers to: the forms of the last section before it whose title says what it
 * is about, or of the larger one around it. */
static guint32 forms_of_section_before(const AuditContext *context, guint division)
{
    const Outline *outline = context->view->outline;
    guint parent = outline_division(outline, division)->parent;
    guint32 groups = context->division_groups[parent];

    for (guint d = division - 1; d > parent; d--)
        if (outline_division(outline, d)->parent == parent && context->division_groups[d]) {
            groups = context->division_groups[d];
            break;
        }
    return ruleset_forms(context->view->rules, groups);
}

/* What the opening of an untitled article speaks of, it speaks of within the section around it. */
static void widen_openings(AuditContext *context)
{
    const AuditView *view = context->view;
    for (guint u = 0; u < view->units->len; u++) {
        const TextUnit *unit = view_unit(view, u);
        guint32 *groups = context->division_groups;
        guint around = unit->index;
        if (unit->kind != UNIT_OPENING || groups[unit->index] == 0)
            continue;
        do
            around = outline_division(view->outline, around)->parent;
        while (groups[around] == 0 && outline_division(view->outline, around)->parent != around);
        groups[unit->index] |= groups[around];
    }
}

/* What the lines of a title refuse, where they hold nothing but the title. */
static guint32 refused_by_title(const AuditContext *context, const Division *division)
{
    const AuditView *view = context->view;
    guint32 refused = 0;

    if (!division->title ||
        division->body_offset < document_block(view->outline->document, division->heading_end - 1)->length)
        return 0;
    for (guint s = view_sentence_from(view, division->first);
         s < view->body_end && view_unit(view, view->unit_of_sentence[s])->index < division->heading_end; s++)
        refused |= context->refused[s];
    return refused;
}

/* A title that refuses what the section around it is about names the rest of that section and opens none of
 * its own: "Những việc hiệu trưởng tự quyết, các cô nghe cho biết". */
static void keep_refused_in_section(AuditContext *context)
{
    const Outline *outline = context->view->outline;
    guint32 *groups = context->division_groups;

    for (guint d = 1; d < outline->divisions->len && !context_is_late(context); d++) {
        guint around = outline_division(outline, d)->parent;
        while (groups[around] == 0 && outline_division(outline, around)->parent != around)
            around = outline_division(outline, around)->parent;
        if (groups[d] && groups[around] && !(groups[d] & groups[around]) &&
            (refused_by_title(context, outline_division(outline, d)) & groups[around]))
            groups[d] = 0;
    }
}

/* Whether a sentence, counted from 1, names what the law itself keeps secret. */
static gboolean is_lawful(const AuditContext *context, guint denying)
{
    return denying > 0 && (context->sentence_flags[denying - 1] & SENTENCE_SECRET);
}

void sections_of_headings(AuditContext *context, GArray *assignments)
{
    const AuditView *view = context->view;
    guint count = view->outline->divisions->len;
    g_autofree guint32 *denied = g_new0(guint32, count + 1);
    g_autofree guint *denying = g_new0(guint, count + 1);
    g_autofree guint32 *mention = g_new0(guint32, count + 1);
    g_autofree guint32 *forms = g_new0(guint32, count + 1);
    g_autofree gboolean *apart = g_new0(gboolean, count + 1);

    context->division_groups = g_new0(guint32, count + 1);
    mark_groups(view, TITLES_OF_DIVISIONS, context->division_groups);
    for (guint g = 0; g < view->rules->groups->len; g++)
        mark_denied_titles(context, ((const Group *)view->rules->groups->pdata[g])->headings, 1u << g, denied,
                           denying);
    widen_openings(context);
    keep_refused_in_section(context);
    mark_titles(view, TITLES_OF_DIVISIONS, view->rules->mention_headings, 1, FALSE, mention);
    mark_titles(view, TITLES_OF_DIVISIONS, view->rules->forms_headings, 1, FALSE, forms);
    for (guint d = 1; d < count && !context_is_late(context); d++)
        if (forms[d] && context->division_groups[d] == 0)
            context->division_groups[d] = forms_of_section_before(context, d);
    g_autofree guint32 *lent = summed_up_lent(context, apart);
    for (guint d = 0; d < count; d++) {
        const Division *division = outline_division(view->outline, d);
        guint32 groups = context->division_groups[d] | lent[d];
        if (groups == 0 && !mention[d] && !apart[d])
            continue;
        Assignment assignment = {.first = division->first,
                                 .end = division->end,
                                 .groups = groups,
                                 .denied = denied[d] & groups,
                                 .mention = groups == 0 && mention[d],
                                 .heading = TRUE,
                                 .lawful = is_lawful(context, denying[d]),
                                 .denying = denying[d]};
        g_array_append_val(assignments, assignment);
    }
}

/* Lead-ins. */

/* Whether a block is the last of its table. */
static gboolean ends_table(const Document *document, guint block)
{
    const guint table = document_block(document, block)->table;
    return table != 0 &&
           (block + 1 == document->blocks->len || document_block(document, block + 1)->table != table);
}

guint sections_list_end(const Outline *outline, guint block, guint *ends)
{
    const Document *document = outline->document;
    guint division = outline->division_of[block];
    guint limit = outline_division(outline, division)->end;
    char last = block_last_character(document_block(document, block));

    if (last != ':' && (last == '.' || last == ';' || block + 1 >= limit || ends_table(document, block)))
        return block + 1;
    if (block < ends[division])
        return ends[division];
    guint end = block + 1;
    for (; end < limit; end++) {
        const Block *before = document_block(document, end - 1);
        if (outline->division_of[end] != division)
            continue;
        char mark = block_last_character(before);
        if (mark != ';' && mark != ':' && mark != ',')
            break;
    }
    ends[division] = end;
    return end;
}

/* A line in brackets: "(Công đoàn góp ý, Hiệu trưởng ban hành)" below the title. */
static gboolean is_remark(const Block *text)
{
    return text->text[0] == '(' && block_last_character(text) == ')';
}

/* A short line that opens something though it has no number: "Những việc lấy ý kiến" below the last dash of
 * another list. The outline gives it to that dash. */
static gboolean is_title_line(const Outline *outline, guint block)
{
    const Block *text = document_block(outline->document, block);
    return !outline_is_heading(outline, block) && text->length > 0 &&
           g_utf8_strlen(text->text, text->length) < TITLE_LINE_CHARACTERS &&
           !strchr(".;,", block_last_character(text)) && !is_remark(text);
}

/* Whether a line is an entry of a list, with a dash or a letter of its own. */
static gboolean is_entry(const Outline *outline, guint block)
{
    const Division *division = outline_division(outline, outline->division_of[block]);
    return division->level >= DIVISION_POINT && division->first == block;
}

/* Whether a line stands right below the title of its division, and so is of what that is about. */
static gboolean is_below_title(const Outline *outline, guint block)
{
    const Division *division = outline_division(outline, outline->division_of[block]);
    return block > division->first && block == division->heading_end &&
           outline_is_heading(outline, division->first);
}

/* Where the division around the list ends that a block stands in. */
static guint end_around_list(const Outline *outline, guint block)
{
    guint division = outline->division_of[block];
    if (is_below_title(outline, block))
        return outline_division(outline, division)->end;
    while (outline_division(outline, division)->level > DIVISION_HEADING &&
           outline_division(outline, division)->parent != division)
        division = outline_division(outline, division)->parent;
    return outline_division(outline, division)->end;
}

/* The block where what such a line opens ends: the next of its kind, or the end of the division around the
 * list. */
static guint title_line_end(const Outline *outline, guint block, const guint32 *lead_ins)
{
    guint limit = end_around_list(outline, block), end = block + 1;
    while (end < limit && !(lead_ins[end] && is_title_line(outline, end)))
        end++;
    return end;
}

/* Whether a title line stands outside tables and is no entry of a list itself. */
static gboolean is_bare_title_line(const Outline *outline, guint block)
{
    const Block *text = document_block(outline->document, block);
    return text->layer == LAYER_BODY && text->table == 0 && is_title_line(outline, block) &&
           outline_division(outline, outline->division_of[block])->first != block;
}

guint sections_title_line_end(const Outline *outline, guint block)
{
    guint limit = end_around_list(outline, block), end = block + 1;
    if (!is_bare_title_line(outline, block))
        return end;
    while (end < limit && !is_bare_title_line(outline, end))
        end++;
    return end;
}

/* The block behind the table that stands right below a block, which speaks of it whatever it ends with ("…
 * những việc ghi ở bảng dưới đây."); else the one behind the block. What shares a row with other cells speaks
 * of its own table alone. */
static guint table_end(const AuditView *view, guint block)
{
    const Outline *outline = view->outline;
    const Document *document = outline->document;
    const guint limit = outline_division(outline, outline->division_of[block])->end;
    guint end = block + 1;
    if (end >= limit || cell_rows_share(document, view->rows, block))
        return end;
    const guint table = document_block(document, end)->table;
    if (table == document_block(document, block)->table)
        return end;
    while (table != 0 && end < limit && document_block(document, end)->table == table)
        end++;
    return end;
}

/* What the last sentence of each block opens. */
typedef struct {
    guint32 *groups, *denied, *weak;
    guint *denying; /* the sentences that deny, from 1 */
    guint *first;   /* per unit of text: see opens_list() */
    guint32 *told;  /* what its first sentence opens with */
} LeadIns;

/* Whether the verb of a group that is the last of its sentence grants what a verb before it denies: "ngoài
 * tin không được công khai, Công ty công khai:". */
static gboolean grants_behind(const AuditContext *context, guint group, const Match *denied)
{
    const Match *last = sentence_verb(context, group, denied->sentence, G_MAXUINT32);
    return last && last->first > denied->first && !sentence_denies_at(context, last->sentence, last->first);
}

/* Only the last sentence of a block opens a list, with the clauses that semicolons join to it: "khi còn là
 * dự thảo thì lấy ý kiến; khi đã quyết định thì công khai:". first: per unit, the first of these sentences,
 * from 1; 0: not looked for yet. */
static gboolean opens_list(const AuditView *view, guint sentence, guint *first)
{
    const guint u = view->unit_of_sentence[sentence];
    const TextUnit *unit = view_unit(view, u);
    if (first[u] == 0)
        for (first[u] = unit->end_sentence;
             first[u] > unit->first_sentence + 1 && sentence_continues(view, first[u] - 1);)
            first[u]--;
    return sentence + 1 >= first[u];
}

static void mark_lead_ins(const AuditContext *context, guint g, LeadIns *lead_ins)
{
    const AuditView *view = context->view;
    const Group *group = view->rules->groups->pdata[g];
    for (guint i = 0; i < group->lead_ins->len; i++) {
        guint count;
        const Match *matches = view_matches(view, g_array_index(group->lead_ins, guint, i), &count);
        for (guint k = 0; k < count && !context_is_late(context); k++) {
            const TextUnit *unit = view_unit_of_match(view, &matches[k]);
            if (unit->kind == UNIT_BLOCK && !group->everyday && !group->body &&
                matches[k].sentence == unit->first_sentence && opens_sentence(view, &matches[k]))
                lead_ins->told[unit->index] |= 1u << g;
            if (unit->kind != UNIT_BLOCK || !opens_list(view, matches[k].sentence, lead_ins->first))
                continue;
            lead_ins->groups[unit->index] |= 1u << g;
            const Match *verb = sentence_verb(context, g, matches[k].sentence, matches[k].end);
            if (verb && sentence_denies_at(context, verb->sentence, verb->first) &&
                !grants_behind(context, g, verb)) {
                lead_ins->denied[unit->index] |= 1u << g;
                lead_ins->denying[unit->index] = verb->sentence + 1;
            }
            if (group->duty && verb && sentence_weakens_at(context, verb->sentence, verb->first))
                lead_ins->weak[unit->index] |= 1u << g;
        }
    }
}

/* The block where what a block opens ends. */
static guint opened_end(const AuditView *view, guint block, const guint32 *lead_ins, guint *ends)
{
    const Outline *outline = view->outline;
    const CellRow *row = cell_rows_of_block(view->rows, block);
    if (view_heads_rows(view, block))
        return cell_rows_headed_end(outline->document, view->rows, row);
    guint end = MAX(sections_list_end(outline, block, ends), table_end(view, block));
    if (!is_title_line(outline, block) || is_entry(outline, block))
        return end;
    /* a title in a cell opens the cells beside it */
    return MAX(end, cell_rows_share(outline->document, view->rows, block)
                        ? row->end
                        : title_line_end(outline, block, lead_ins));
}

/* The block where what a block denies ends, of what it opens: a list, or the table below it. What comes
 * behind a refused list is no entry of it. */
static guint denied_end(const AuditView *view, guint block, guint end, guint *ends)
{
    const Document *document = view->outline->document;
    guint list = sections_list_end(view->outline, block, ends);
    if (block_last_character(document_block(document, block)) != ':' || view_heads_rows(view, block))
        return end;
    if (list == block + 1 || document_block(document, block)->table == 0)
        while (list < end && document_block(document, list)->table != 0 &&
               document_block(document, list)->table != document_block(document, block)->table)
            list++;
    return MIN(list, end);
}

/* Whether a block heads a column: in the first row of a table, beside another cell with text. */
static gboolean heads_column(const AuditView *view, guint block)
{
    const Document *document = view->outline->document;
    const Block *cell = document_block(document, block);
    if (cell->table == 0 || cell->row != 0 || outline_is_heading(view->outline, block) ||
        view_heads_rows(view, block))
        return FALSE;
    for (guint b = block > 0 ? block - 1 : 0; b < document->blocks->len && b <= block + 1; b++) {
        const Block *other = document_block(document, b);
        if (other->table == cell->table && other->row == 0 && other->column != cell->column &&
            other->length > 0)
            return TRUE;
    }
    return FALSE;
}

static void add_column_assignments(const guint *cells, guint count, Assignment assignment,
                                   GArray *assignments)
{
    for (guint i = 0; i < count; i++) {
        assignment.first = cells[i];
        assignment.end = cells[i] + 1;
        g_array_append_val(assignments, assignment);
    }
}

/* What a block opens; of it, what the block denies. */
static void add_list_assignments(const AuditView *view, guint block, Assignment assignment, guint *ends,
                                 GArray *assignments)
{
    const guint list = assignment.denied ? denied_end(view, block, assignment.end, ends) : assignment.end;
    if (list < assignment.end) {
        Assignment around = assignment;
        around.denied = 0;
        around.denying = 0;
        g_array_append_val(assignments, around);
        assignment.end = list;
    }
    if (assignment.end > assignment.first)
        g_array_append_val(assignments, assignment);
}

/* Whether a block is nothing but the title of a division that answers to groups: the title has been read
 * already. */
static gboolean is_settled_title(const AuditContext *context, guint block)
{
    const Outline *outline = context->view->outline;
    guint d = outline->division_of[block];
    const Division *division = outline_division(outline, d);
    return context->division_groups[d] != 0 && outline_is_heading(outline, block) &&
           (block + 1 < division->heading_end ||
            division->body_offset >= document_block(outline->document, block)->length);
}

void sections_of_lead_ins(AuditContext *context, GArray *assignments)
{
    const AuditView *view = context->view;
    const Document *document = view->outline->document;
    guint blocks = document->blocks->len;
    g_autofree guint32 *groups = g_new0(guint32, blocks + 1);
    g_autofree guint32 *denied = g_new0(guint32, blocks + 1);
    g_autofree guint32 *weak = g_new0(guint32, blocks + 1);
    g_autofree guint *denying = g_new0(guint, blocks + 1);
    g_autofree guint *ends = g_new0(guint, view->outline->divisions->len + 1);
    g_autoptr(CellColumns) columns = NULL;
    g_autoptr(MarkedRows) marked = marked_rows_new(view);
    g_autofree guint *first = g_new0(guint, view->units->len + 1);
    g_autofree guint32 *told = g_new0(guint32, blocks + 1);
    LeadIns lead_ins = {groups, denied, weak, denying, first, told};

    for (guint g = 0; g < view->rules->groups->len; g++)
        mark_lead_ins(context, g, &lead_ins);
    mark_groups(view, TITLES_OF_ROWS, groups);
    for (guint block = 0; block < blocks && !context_is_late(context); block++) {
        if (!groups[block] || is_settled_title(context, block))
            continue;
        guint end = opened_end(view, block, groups, ends);
        const gboolean heads = heads_column(view, block);
        Assignment assignment = {.first = block + 1,
                                 .end = end,
                                 .groups = groups[block],
                                 .denied = denied[block],
                                 .weak = weak[block],
                                 .adds = !heads && cell_rows_share(document, view->rows, block),
                                 .lawful = is_lawful(context, denying[block]),
                                 .denying = denying[block]};
        const guint *cells = NULL;
        guint count = 0;
        if (heads || marked_rows_may_head(marked, block)) {
            columns = columns ? columns : cell_columns_new(document);
            cells = cell_columns_below(columns, block, &count);
            if (!denied[block])
                marked_rows_note(marked, block, groups[block], cells, count);
        }
        if (heads)
            add_column_assignments(cells, count, assignment, assignments);
        else if (end > block + 1)
            add_list_assignments(view, block, assignment, ends, assignments);
    }
    marked_rows_assign(marked, assignments);
    told_rows_assign(context, groups, told, assignments);
}
