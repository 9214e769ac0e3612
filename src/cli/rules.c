/* rasoat rules: the rule set for people: what there is, why, whether it is well formed and works. */
#include <stdio.h>

#include "audit/audit.h"
#include "audit/examples.h"
#include "cli/command.h"
#include "cli/options.h"
#include "rules/check.h"

typedef struct {
    const RuleSet *rules;
    const char *id; /* operand, or NULL */
    RasoatLanguage language;
    GString *out;
} Request;

typedef struct {
    const char *name;
    gboolean takes_id;
    ExitCode (*run)(Request *request);
} Action;

static ExitCode list_run(Request *request)
{
    rules_list(request->rules, request->language, request->out);
    return EXIT_CLEAN;
}

static ExitCode show_run(Request *request)
{
    if (rules_show(request->rules, request->id, request->language, request->out))
        return EXIT_CLEAN;
    g_autofree char *vi = g_strdup_printf("không có quy tắc “%s”, xem “rasoat rules list”", request->id);
    g_autofree char *en = g_strdup_printf("no rule “%s”, see “rasoat rules list”", request->id);
    complain(vi, en);
    return EXIT_NOT_BEGUN;
}

/* Loading has validated everything, or the command would not have come here. */
static ExitCode lint_run(Request *request)
{
    g_string_append_printf(request->out, "%s %s\n",
                           request->language == RASOAT_VIETNAMESE ? "bộ quy tắc hợp lệ:"
                                                                  : "the rules are valid:",
                           ruleset_digest(request->rules));
    return EXIT_CLEAN;
}

static ExitCode test_run(Request *request)
{
    ExampleCount count = examples_run(request->rules, request->out);
    gboolean vietnamese = request->language == RASOAT_VIETNAMESE;
    g_string_append_printf(request->out, "%u %s, %u %s\n", count.run - count.failed,
                           vietnamese ? "ví dụ đúng" : "examples passed", count.failed,
                           vietnamese ? "ví dụ sai" : "failed");
    return count.failed ? EXIT_NOT_BEGUN : EXIT_CLEAN;
}

static ExitCode coverage_run(Request *request)
{
    rules_coverage(request->rules, request->out);
    return EXIT_CLEAN;
}

static const Action actions[] = {
    {"list", FALSE, list_run}, {"show", TRUE, show_run},          {"lint", FALSE, lint_run},
    {"test", FALSE, test_run}, {"coverage", FALSE, coverage_run},
};

static const Action *action_find(char **operands)
{
    for (guint i = 0; operands[0] && i < G_N_ELEMENTS(actions); i++)
        if (g_str_equal(operands[0], actions[i].name) &&
            g_strv_length(operands) == (actions[i].takes_id ? 2 : 1))
            return &actions[i];
    complain("cách dùng: rasoat rules list | show MÃ | lint | test | coverage",
             "usage: rasoat rules list | show ID | lint | test | coverage");
    return NULL;
}

static ExitCode rules_run(const Command *command, int argc, char **argv)
{
    g_auto(CheckFlags) flags = {.staff = -1};
    g_autofree char *language = NULL;
    g_auto(GStrv) operands = NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    gboolean finished;
    GOptionEntry entries[] = {
        RULES_ENTRY(&flags),
        {"lang", 'l', 0, G_OPTION_ARG_FILENAME, &language,
         "ngôn ngữ: vi (mặc định), en\nlanguage: vi (default), en", "NGÔN-NGỮ"},
        {0},
    };
    Request request = {.out = out};

    if (!command_parse(command, entries, NULL, argc, argv, &operands, &finished))
        return EXIT_NOT_BEGUN;
    if (finished)
        return EXIT_CLEAN;
    const Action *action = action_find(operands);
    if (!action || !language_parse(language, &request.language))
        return EXIT_NOT_BEGUN;
    g_autoptr(RasoatRules) rules = rules_open(flags.rules);
    if (!rules)
        return EXIT_NOT_BEGUN;
    request.rules = auditor_rules(rules);
    request.id = operands[1];
    ExitCode code = action->run(&request);
    fputs(out->str, stdout);
    return standard_output_good() ? code : EXIT_NOT_BEGUN;
}

const Command command_rules = {
    .name = "rules",
    .arguments = "[tùy chọn] list | show MÃ | lint | test | coverage",
    .purpose_vi = "xem, kiểm tra bộ quy tắc và chạy các ví dụ trong đó",
    .purpose_en = "show and validate the rule set, and run the examples in it",
    .run = rules_run,
};
