/* rasoat outline: the legal tree of a document, for people and as JSON. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "audit/judged_text.h"
#include "base/translate.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/reading.h"
#include "document/outline.h"
#include "report/addresses.h"
#include "report/display.h"

static const char *component_title(ComponentKind kind, RasoatLanguage language)
{
    static const char *const titles[] = {
        [COMPONENT_DECISION] = N_("QUYẾT ĐỊNH"), [COMPONENT_REGULATION] = N_("QUY CHẾ"),
        [COMPONENT_ANNEX] = N_("PHỤ LỤC"),       [COMPONENT_CONTENTS] = N_("MỤC LỤC"),
        [COMPONENT_OTHER] = N_("PHẦN KHÁC"),
    };
    return say(language, titles[kind]);
}

/* --- text ----------------------------------------------------------------------------------------------- */

static guint depth_of(const Outline *outline, guint index)
{
    guint depth = 0;
    while (outline_division(outline, index)->parent != index) {
        index = outline_division(outline, index)->parent;
        depth++;
    }
    return depth;
}

static void print_safe(const char *before, const char *text)
{
    if (!text || !*text)
        return;
    g_autofree char *safe = display_text(text);
    printf("%s%s", before, safe);
}

/* The last step of an address: "điểm b" of "Điều 7 > khoản 3 > điểm b". Owned by the caller. */
static char *last_step(const char *address, RasoatLanguage language)
{
    const char *last = g_strrstr(address, " > ");
    return address_say(last ? last + 3 : address, language);
}

static void print_division(const Outline *outline, guint index, RasoatLanguage language)
{
    const Division *division = outline_division(outline, index);
    const Component *component = outline_component(outline, division->component);

    if (division->level == DIVISION_ROOT) {
        printf("%s", component_title(component->kind, language));
        print_safe(": ", component->title);
        puts(component->pasted_law ? say(language, " (văn bản luật chép vào)") : "");
        return;
    }
    printf("%*s", (int)(2 * depth_of(outline, index)), "");
    g_autofree char *step = last_step(division->address, language);
    print_safe("", step);
    print_safe(division->number ? ". " : " ", division->title);
    putchar('\n');
}

/* --- JSON ----------------------------------------------------------------------------------------------- */

static json_t *text_or_null(const char *text)
{
    return text ? json_string(text) : json_null();
}

static json_t *component_json(const Component *component)
{
    return json_pack("{s:s, s:o, s:i, s:i, s:b}", "kind", component_name(component->kind), "title",
                     text_or_null(component->title), "first", (int)component->first, "end",
                     (int)component->end, "pasted_law", component->pasted_law);
}

static json_t *division_json(const Division *division)
{
    return json_pack("{s:s, s:o, s:o, s:s, s:i, s:i, s:i, s:i, s:b, s:b}", "level",
                     division_level_name(division->level), "number", text_or_null(division->number), "title",
                     text_or_null(division->title), "address", division->address, "component",
                     (int)division->component, "parent", (int)division->parent, "first", (int)division->first,
                     "end", (int)division->end, "automatic", division->automatic, "informal",
                     division->informal);
}

static void print_json(const Outline *outline, const char *file)
{
    g_autofree char *name = display_name(file);
    json_t *components = json_array(), *divisions = json_array();
    for (guint i = 0; i < outline->components->len; i++)
        json_array_append_new(components, component_json(outline_component(outline, i)));
    for (guint i = 0; i < outline->divisions->len; i++)
        json_array_append_new(divisions, division_json(outline_division(outline, i)));
    json_t *root = json_pack("{s:s, s:s, s:o, s:o}", "schema", "rasoat-outline/1", "file", name, "components",
                             components, "divisions", divisions);
    json_dumpf(root, stdout, JSON_INDENT(2));
    putchar('\n');
    json_decref(root);
}

/* --- the command ---------------------------------------------------------------------------------------- */

static gboolean format_parse(const char *format, gboolean *json)
{
    *json = g_strcmp0(format, "json") == 0;
    if (!format || *json || g_str_equal(format, "text"))
        return TRUE;
    complain("--format chỉ nhận text hoặc json");
    return FALSE;
}

static ExitCode outline_run(const Command *command, int argc, char **argv)
{
    g_autofree char *format = NULL, *lang = NULL;
    g_auto(GStrv) operands = NULL;
    gboolean finished, json;
    RasoatLanguage language;
    GOptionEntry entries[] = {
        {"format", 'f', 0, G_OPTION_ARG_FILENAME, &format, N_("dạng in: text (mặc định), json"), "DẠNG"},
        {"lang", 'l', 0, G_OPTION_ARG_FILENAME, &lang, N_("ngôn ngữ: vi (mặc định), en"), "NGÔN-NGỮ"},
        {0},
    };
    Budget budget;

    if (!command_parse(command, entries, NULL, argc, argv, &operands, &finished))
        return EXIT_NOT_BEGUN;
    if (finished)
        return EXIT_CLEAN;
    const char *file = operand_single(operands);
    if (!file || !format_parse(format, &json) || !language_parse(lang, &language))
        return EXIT_NOT_BEGUN;
    budget_init(&budget, NULL);
    g_autoptr(Document) document = document_open(file, &budget);
    if (!document)
        return EXIT_NOT_JUDGED;
    g_autoptr(JudgedText) text = judged_text_new(document);
    g_autoptr(Outline) outline = outline_build(&text->view);
    if (!document_in_time(file, &budget))
        return EXIT_NOT_JUDGED;
    if (json)
        print_json(outline, file);
    else
        for (guint i = 0; i < outline->divisions->len; i++)
            print_division(outline, i, language);
    return standard_output_good() ? EXIT_CLEAN : EXIT_NOT_BEGUN;
}

static const char *format_at(guint place)
{
    static const char *const names[] = {"text", "json", NULL};
    return names[place];
}

const Command command_outline = {
    .name = "outline",
    .arguments = "[tùy chọn] TỆP",
    .purpose = N_("in cây Chương, Điều, khoản, điểm của văn bản"),
    .run = outline_run,
    .format_at = format_at,
};
