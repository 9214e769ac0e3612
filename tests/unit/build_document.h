/* Documents for tests, written as text: one line is one paragraph. At the beginning of a line
 *   ^        centred                  {1,0,2}  in table 1, row 0, column 2
 *   !        bold                     [1.]     with the list label "1."
 *   !!words!! the first words bold    #        in a generated table of contents
 *   ~        a footnote to the body's line before it
 * and within it ⏎ is a line break. */
#ifndef BUILD_DOCUMENT_H
#define BUILD_DOCUMENT_H

#include <stdio.h>
#include <string.h>

#include "document/document.h"
#include "document/outline.h"

static inline Block build_block(char *line)
{
    Block block = block_plain("");
    char *at = line;
    if (*at == '{') {
        sscanf(at, "{%u,%u,%u}", &block.table, &block.row, &block.column);
        block.place = PLACE_CELL;
        block.table_depth = 1;
        at = strchr(at, '}') + 1;
    }
    if (*at == '~') {
        block.layer = LAYER_FOOTNOTE;
        at++;
    }
    if (*at == '#') {
        block.place = PLACE_CONTENTS;
        at++;
    }
    if (*at == '^') {
        block.align = ALIGN_CENTRE;
        at++;
    }
    if (*at == '[') {
        block.label = at + 1;
        at = strchr(at, ']');
        *at++ = '\0';
        block.list_level = 0;
    }
    if (g_str_has_prefix(at, "!!")) {
        char *end = strstr(at + 2, "!!");
        block.bold_prefix = (guint32)(end - at - 2);
        memmove(at, at + 2, block.bold_prefix);
        memmove(at + block.bold_prefix, end + 2, strlen(end + 2) + 1);
    } else if (*at == '!') {
        at++;
        block.bold_prefix = (guint32)strlen(at);
    }
    block.text = at;
    block.length = (guint32)strlen(at);
    return block;
}

/* budget must outlive the document. */
static inline Document *build_document(const char *text, Budget *budget)
{
    budget_init(budget, NULL);
    Document *document = document_new("docx", budget);
    char **lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i]; i++) {
        char **parts = g_strsplit(lines[i], "⏎", -1);
        char *line = g_strjoinv("\n", parts);
        Block block = build_block(line);
        document_add_block(document, &block, NULL);
        g_free(line);
        g_strfreev(parts);
    }
    g_strfreev(lines);
    return document;
}

/* The components, one a line: "regulation 4-12 QUY CHẾ …". Owned by the caller. */
static inline char *sketch_components(const char *text)
{
    Budget budget;
    g_autoptr(Document) document = build_document(text, &budget);
    g_autoptr(Outline) outline = outline_build(document);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < outline->components->len; i++) {
        const Component *component = outline_component(outline, i);
        g_string_append_printf(out, "%s%s %u-%u%s%s\n", component_name(component->kind),
                               component->pasted_law ? "(law)" : "", component->first, component->end,
                               component->title ? " " : "", component->title ? component->title : "");
    }
    return g_string_free(out, FALSE);
}

/* The divisions, one a line: "Chương I > Điều 2 | title | body", the title and the text that follows the
 * heading in its block left out where there are none. Owned by the caller. */
static inline char *sketch_outline(const char *text)
{
    Budget budget;
    g_autoptr(Document) document = build_document(text, &budget);
    g_autoptr(Outline) outline = outline_build(document);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < outline->divisions->len; i++) {
        const Division *division = outline_division(outline, i);
        if (division->level == DIVISION_ROOT)
            continue;
        const Block *last = document_block(document, division->heading_end - 1);
        g_string_append(out, division->address);
        if (division->title)
            g_string_append_printf(out, " | %s", division->title);
        if (division->title && division->body_offset < last->length)
            g_string_append_printf(out, " | %s", last->text + division->body_offset);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

#endif
