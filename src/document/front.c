/* Front matter: the zones before the first and after the last division of the regulation and its decision,
 * read in the order in which each field is most trustworthy. */
#include "document/front.h"

#include <string.h>

#include "document/letterhead.h"
#include "document/pieces.h"
#include "document/signature.h"

/* Letterhead, title, bases and signature are short; nothing is looked for further on. */
#define ZONE_PIECES 150
#define NO_COMPONENT G_MAXUINT

/* -- Zones -- */

static guint root_of(const Outline *outline, guint component)
{
    guint index = outline->division_of[outline_component(outline, component)->first];
    while (outline_division(outline, index)->level != DIVISION_ROOT)
        index = outline_division(outline, index)->parent;
    return index;
}

/* First block of the first division; the component's end when it has none. */
static guint head_end(const Outline *outline, guint component)
{
    const guint first = root_of(outline, component) + 1;
    if (first < outline->divisions->len && outline_division(outline, first)->component == component)
        return outline_division(outline, first)->first;
    return outline_component(outline, component)->end;
}

static GArray *head_pieces(const Outline *outline, guint component)
{
    return pieces_read(outline->document, outline_component(outline, component)->first,
                       head_end(outline, component), ZONE_PIECES);
}

/* The blocks at the end that belong to no division; without divisions, the last ones of all. */
static GArray *foot_pieces(const Outline *outline, guint component)
{
    const Component *self = outline_component(outline, component);
    const guint root = root_of(outline, component);
    guint first = self->end;
    while (first > self->first && self->end - first < ZONE_PIECES && outline->division_of[first - 1] == root)
        first--;
    return pieces_read(outline->document, first, self->end, ZONE_PIECES);
}

/* -- Components that count -- */

static guint find_component(const Outline *outline, ComponentKind kind, guint before)
{
    for (guint i = 0; i < outline->components->len && i < before; i++) {
        if (outline_component(outline, i)->kind == kind)
            return i;
    }
    return NO_COMPONENT;
}

static gboolean may_hold_front(const Outline *outline, guint component)
{
    const Component *self = outline_component(outline, component);
    return self->kind != COMPONENT_ANNEX && self->kind != COMPONENT_CONTENTS;
}

/* -- Title and bases -- */

static gboolean opens_title(const Piece *piece)
{
    return piece->line.phrase == PHRASE_REGULATION || piece->line.phrase == PHRASE_DECISION ||
           piece->line.phrase == PHRASE_ENACTS || piece->line.phrase == PHRASE_LAW ||
           piece->line.phrase == PHRASE_OTHER_KIND;
}

static void read_title(const Outline *outline, guint component, const GArray *pieces, FrontMatter *front)
{
    const char *title = outline_component(outline, component)->title;
    if (front->title || !title)
        return;
    front->title = g_strdup(title);
    for (guint i = 0; i < pieces->len; i++) {
        g_autofree char *text = piece_text(piece_at(pieces, i));
        if (opens_title(piece_at(pieces, i)) && g_str_has_prefix(title, text)) {
            front->title_block = piece_at(pieces, i)->block;
            return;
        }
    }
}

/* A line in brackets above the bases that does not say with which decision the regulation was issued. */
static void read_subtitle(const GArray *pieces, FrontMatter *front)
{
    for (guint i = 0; i < pieces->len && piece_at(pieces, i)->line.phrase != PHRASE_BASIS; i++) {
        g_autofree char *text = piece_text(piece_at(pieces, i));
        if (text[0] != '(' || piece_at(pieces, i)->line.phrase == PHRASE_ISSUED_WITH)
            continue;
        front->subtitle = g_strndup(text + 1, strcspn(text + 1, ")"));
        return;
    }
}

static void add_basis(FrontMatter *front, guint block)
{
    const guint count = front->bases->len;
    if (count == 0 || g_array_index(front->bases, guint, count - 1) != block)
        g_array_append_val(front->bases, block);
}

/* "Thực hiện …" is a basis when it is written as one: a sentence of a list, not a line of the title. */
static gboolean is_basis(const Piece *piece)
{
    if (piece->line.phrase == PHRASE_BASIS)
        return TRUE;
    return piece->line.phrase == PHRASE_IMPLEMENTS && !piece->line.capitals && !piece->line.centred &&
           !piece->line.bold &&
           (piece->line.last == ';' || piece->line.last == ',' || piece->line.last == '.');
}

/* Below "Căn cứ:" the bases are a list of acts. */
static gboolean is_listed_basis(const Piece *piece, gboolean in_list)
{
    return in_list && (mark_is_bullet(piece->line.mark.style) || piece->line.mark.style == STYLE_DECIMAL ||
                       piece->line.last == ';');
}

static void read_bases(const GArray *pieces, FrontMatter *front)
{
    gboolean in_list = FALSE;
    for (guint i = 0; i < pieces->len; i++) {
        const Piece *piece = piece_at(pieces, i);
        const gboolean basis = is_basis(piece);
        if (!basis && !is_listed_basis(piece, in_list)) {
            in_list = FALSE;
            continue;
        }
        in_list = basis ? piece->line.last == ':' : in_list;
        add_basis(front, piece->block);
    }
}

/* -- Assembly -- */

static void read_head(const Outline *outline, guint component, FrontMatter *front)
{
    g_autoptr(GArray) pieces = head_pieces(outline, component);
    if (!front->title && !front->subtitle)
        read_subtitle(pieces, front);
    read_title(outline, component, pieces, front);
    letterhead_read(pieces, front);
}

static void read_foot(const Outline *outline, guint component, FrontMatter *front)
{
    g_autoptr(GArray) pieces = foot_pieces(outline, component);
    signature_read(pieces, front);
}

static void read_all_bases(const Outline *outline, guint last, FrontMatter *front)
{
    for (guint i = 0; i <= last && !document_is_late(outline->document); i++) {
        if (!may_hold_front(outline, i))
            continue;
        g_autoptr(GArray) pieces = head_pieces(outline, i);
        read_bases(pieces, front);
    }
}

/* The regulation; without one the decision; without both the first component. */
static guint main_component(const Outline *outline)
{
    const guint regulation = find_component(outline, COMPONENT_REGULATION, G_MAXUINT);
    if (regulation != NO_COMPONENT)
        return regulation;
    const guint decision = find_component(outline, COMPONENT_DECISION, G_MAXUINT);
    return decision != NO_COMPONENT ? decision : 0;
}

void front_text_cut(char *text)
{
    if (text && strlen(text) > FRONT_TEXT_BYTES)
        *g_utf8_find_prev_char(text, text + FRONT_TEXT_BYTES) = '\0';
}

/* What is longer than any name is carried no further: it would be in every row of every report. */
static void bound_texts(FrontMatter *front)
{
    char **names[] = {&front->parent, &front->unit,          &front->number, &front->symbol,
                      &front->place,  &front->signer_office, &front->signer};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (*names[i] && strlen(*names[i]) > FRONT_TEXT_BYTES)
            g_clear_pointer(names[i], g_free);
    front_text_cut(front->title);
    front_text_cut(front->subtitle);
}

FrontMatter *front_matter_read(const Outline *outline)
{
    FrontMatter *front = g_new0(FrontMatter, 1);
    front->bases = g_array_new(FALSE, FALSE, sizeof(guint));
    front->recipients = g_array_new(FALSE, FALSE, sizeof(guint));
    front->number_block = front->date_block = front->title_block = G_MAXUINT;
    front->unit_block = front->signer_block = G_MAXUINT;
    const guint self = main_component(outline);
    const guint decision = find_component(outline, COMPONENT_DECISION, self);
    read_head(outline, self, front);
    g_autoptr(GArray) pieces = head_pieces(outline, self);
    read_foot(outline, self, front);
    if (decision != NO_COMPONENT) {
        read_head(outline, decision, front);
        read_foot(outline, decision, front);
    }
    for (guint i = 0; i < self && !document_is_late(outline->document); i++) {
        if (may_hold_front(outline, i) && i != decision)
            read_head(outline, i, front);
    }
    issued_with_read(pieces, front);
    read_all_bases(outline, self, front);
    bound_texts(front);
    return front;
}

void front_matter_free(FrontMatter *front)
{
    if (!front)
        return;
    g_free(front->parent);
    g_free(front->unit);
    g_free(front->number);
    g_free(front->symbol);
    g_free(front->place);
    g_free(front->issued);
    g_free(front->title);
    g_free(front->subtitle);
    g_free(front->signer_office);
    g_free(front->signer);
    g_array_unref(front->bases);
    g_array_unref(front->recipients);
    g_free(front);
}
