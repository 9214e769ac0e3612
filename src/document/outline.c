/* The outline as a whole: lines, components, one tree for each, and the way from a block to its division. */
#include "document/outline.h"

#include "document/components.h"
#include "document/lines.h"
#include "document/tree.h"

static const char *const component_names[] = {
    [COMPONENT_DECISION] = "decision", [COMPONENT_REGULATION] = "regulation", [COMPONENT_ANNEX] = "annex",
    [COMPONENT_CONTENTS] = "contents", [COMPONENT_OTHER] = "other",
};

static const char *const level_names[] = {
    [DIVISION_ROOT] = "root",
    [DIVISION_PART] = "part",
    [DIVISION_CHAPTER] = "chapter",
    [DIVISION_SECTION] = "section",
    [DIVISION_SUBSECTION] = "subsection",
    [DIVISION_ARTICLE] = "article",
    [DIVISION_HEADING] = "heading",
    [DIVISION_CLAUSE] = "clause",
    [DIVISION_POINT] = "point",
    [DIVISION_ITEM] = "item",
};

const char *component_name(ComponentKind kind)
{
    return component_names[kind];
}

const char *division_level_name(DivisionLevel level)
{
    return level_names[level];
}

static void component_clear(gpointer data)
{
    g_free(((Component *)data)->title);
}

static void division_clear(gpointer data)
{
    Division *division = data;
    g_free(division->number);
    g_free(division->title);
    g_free(division->address);
}

/* Notes, comments and hidden text belong where the body block before them does. */
static void place_other_layers(Outline *outline)
{
    guint division = 0;
    for (guint i = 0; i < outline->document->blocks->len; i++) {
        if (document_block(outline->document, i)->layer == LAYER_BODY)
            division = outline->division_of[i];
        else
            outline->division_of[i] = division;
    }
}

Outline *outline_build(const Document *document)
{
    Outline *outline = g_new0(Outline, 1);
    outline->document = document;
    outline->components = g_array_new(FALSE, TRUE, sizeof(Component));
    outline->divisions = g_array_sized_new(FALSE, TRUE, sizeof(Division), document->blocks->len / 2 + 1);
    g_array_set_clear_func(outline->components, component_clear);
    g_array_set_clear_func(outline->divisions, division_clear);
    outline->division_of = g_new0(guint, document->blocks->len + 1);
    g_autoptr(GArray) lines = lines_read(document);
    g_autoptr(GArray) components = components_find(document, lines);
    for (guint i = 0; i < components->len; i++) {
        const ComponentLines *component = &g_array_index(components, ComponentLines, i);
        g_array_append_val(outline->components, component->component);
        tree_build(outline, lines, component, i);
    }
    place_other_layers(outline);
    return outline;
}

void outline_free(Outline *outline)
{
    if (!outline)
        return;
    g_array_unref(outline->components);
    g_array_unref(outline->divisions);
    g_free(outline->division_of);
    g_free(outline);
}

gboolean outline_is_heading(const Outline *outline, guint block)
{
    const Division *division = outline_division(outline, outline->division_of[block]);
    return division->title && block < division->heading_end;
}

guint32 outline_body_offset(const Outline *outline, guint block)
{
    const Division *division = outline_division(outline, outline->division_of[block]);
    if (division->level == DIVISION_ROOT || block >= division->heading_end)
        return 0;
    if (block + 1 == division->heading_end)
        return division->body_offset;
    return document_block(outline->document, block)->length;
}
