/* Addresses as an inspector cites them: from the largest division to the smallest, in words. */
#include <string.h>

#include "document/outline.h"
#include "document/tree.h"

const char address_front[] = "tiêu đề";

#define QUOTED_TITLE_CHARACTERS 60

static const char *const level_words[] = {
    [DIVISION_PART] = "Phần",           [DIVISION_CHAPTER] = "Chương", [DIVISION_SECTION] = "Mục",
    [DIVISION_SUBSECTION] = "Tiểu mục", [DIVISION_ARTICLE] = "Điều",   [DIVISION_CLAUSE] = "khoản",
    [DIVISION_POINT] = "điểm",
};

static char *quoted_title(const char *title)
{
    if (g_utf8_strlen(title, -1) <= QUOTED_TITLE_CHARACTERS)
        return g_strdup_printf("“%s”", title);
    const char *cut = g_utf8_offset_to_pointer(title, QUOTED_TITLE_CHARACTERS);
    const char *space = g_strrstr_len(title, cut - title, " ");
    return g_strdup_printf("“%.*s…”", (int)((space ? space : cut) - title), title);
}

static char *element(const Division *division, guint ordinal)
{
    if (division->level == DIVISION_ITEM)
        return g_strdup_printf("gạch đầu dòng %u", ordinal);
    if (division->level == DIVISION_HEADING || !division->number)
        return quoted_title(division->title ? division->title : "");
    if (division->informal)
        return g_strdup(division->number);
    return g_strdup_printf("%s %s", level_words[division->level], division->number);
}

char *division_address(const Division *division, const Division *parent, guint ordinal)
{
    g_autofree char *own = element(division, ordinal);
    if (!*parent->address)
        return g_steal_pointer(&own);
    return g_strdup_printf("%s > %s", parent->address, own);
}

/* "Phụ lục II" of "Phụ lục II DANH MỤC …": the word and what numbers it. */
static char *annex_name(const char *title)
{
    const char *rest = title ? strchr(title, ' ') : NULL;
    rest = rest ? strchr(rest + 1, ' ') : NULL;
    gsize length = rest ? strcspn(rest + 1, " .:,") : 0;
    const gboolean numbered = length > 0 && length < 8 &&
                              (g_ascii_isdigit(rest[1]) || strspn(rest + 1, "IVXLC") == length ||
                               (length == 1 && g_ascii_isupper(rest[1])));
    return numbered ? g_strdup_printf("Phụ lục %.*s", (int)length, rest + 1) : g_strdup("Phụ lục");
}

static char *component_prefix(const Component *component)
{
    switch (component->kind) {
    case COMPONENT_DECISION:
        return g_strdup("Quyết định");
    case COMPONENT_ANNEX:
        return annex_name(component->title);
    case COMPONENT_CONTENTS:
        return g_strdup("Mục lục");
    default:
        return NULL;
    }
}

/* Before the first division stands the heading of the text, after the last its signature; a text without
 * divisions is counted by paragraphs, and a table that belongs to no division by rows. */
static char *place_in_root(const Outline *outline, guint root, guint block)
{
    const Block *text = document_block(outline->document, block);
    const Division *self = outline_division(outline, root);
    const gboolean has_divisions = root + 1 < outline->divisions->len &&
                                   outline_division(outline, root + 1)->component == self->component;
    if (has_divisions && block < outline_division(outline, root + 1)->first)
        return g_strdup(address_front);
    if (has_divisions)
        return g_strdup("phần ký");
    if (text->table > 0)
        return g_strdup_printf("bảng %u dòng %u", text->table, text->row + 1);
    return g_strdup_printf("đoạn %u", block - self->first + 1);
}

char *outline_address(const Outline *outline, guint block)
{
    const guint index = outline->division_of[block];
    const Division *division = outline_division(outline, index);
    g_autofree char *prefix = component_prefix(outline_component(outline, division->component));
    const gboolean root = division->level == DIVISION_ROOT;
    if (root && prefix)
        return g_steal_pointer(&prefix);
    g_autofree char *own = root ? place_in_root(outline, index, block) : g_strdup(division->address);
    return prefix ? g_strdup_printf("%s > %s", prefix, own) : g_strdup(own);
}

char *outline_division_address(const Outline *outline, guint index)
{
    const Division *division = outline_division(outline, index);
    g_autofree char *prefix = component_prefix(outline_component(outline, division->component));
    if (!prefix || division->level == DIVISION_ROOT)
        return prefix ? g_steal_pointer(&prefix) : g_strdup(division->address);
    return g_strdup_printf("%s > %s", prefix, division->address);
}
