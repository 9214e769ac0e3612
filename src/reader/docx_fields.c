/* Complex fields: the result is text, the instruction is not; fields nest and span paragraphs (ECMA-376 part
 * 1 §17.16.18). */
#include <string.h>

#include "reader/docx_state.h"

enum { FIELD_DEPTH = 256 };

gboolean field_is_contents(const char *instruction)
{
    static const char *const names[] = {"TOC", "TOA", "INDEX"};
    while (*instruction == ' ')
        instruction++;
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        gsize length = strlen(names[i]);
        if (g_ascii_strncasecmp(instruction, names[i], length) == 0 && !g_ascii_isalnum(instruction[length]))
            return TRUE;
    }
    return FALSE;
}

static Field *innermost(Story *story)
{
    if (story->fields->len == 0)
        return NULL;
    return &g_array_index(story->fields, Field, story->fields->len - 1);
}

static void begin(Story *story)
{
    if (story->fields->len >= FIELD_DEPTH)
        return;
    Field field = {0};
    g_array_append_val(story->fields, field);
    story->instructions++;
}

static void separate(Story *story)
{
    Field *field = innermost(story);
    if (!field || field->result)
        return;
    field->result = TRUE;
    story->instructions--;
    field->contents = field_is_contents(field->instruction);
    if (field->contents)
        story->contents++;
}

static void end(Story *story)
{
    Field *field = innermost(story);
    if (!field)
        return;
    if (!field->result)
        story->instructions--;
    if (field->contents)
        story->contents--;
    g_array_set_size(story->fields, story->fields->len - 1);
}

void story_abandon_fields(Story *story)
{
    while (story->instructions > 0)
        end(story);
}

void story_field_char(Story *story, XmlValue type)
{
    story->field_moved = TRUE;
    if (xml_value_is(type, "begin"))
        begin(story);
    else if (xml_value_is(type, "separate"))
        separate(story);
    else if (xml_value_is(type, "end"))
        end(story);
}

void story_field_instruction(Story *story, const char *text, gsize length)
{
    Field *field = innermost(story);
    story->field_moved = TRUE;
    if (!field || field->result)
        return;
    for (gsize i = 0; i < length && field->length + 1 < sizeof field->instruction; i++) {
        if (field->length > 0 || !g_ascii_isspace(text[i]))
            field->instruction[field->length++] = text[i];
    }
}
