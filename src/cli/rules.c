/* rasoat rules: the rule set for people: what there is, why, whether it is well formed and works. */
#include <stdio.h>

#include "audit/audit.h"
#include "audit/examples.h"
#include "audit/trial.h"
#include "base/translate.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/reading.h"
#include "report/display.h"
#include "rules/check.h"

typedef struct {
    const RuleSet *rules;
    char **operands; /* after the action's name */
    RasoatLanguage language;
    GString *out;
} Request;

typedef struct {
    const char *name;
    guint operands; /* how many it takes */
    ExitCode (*run)(Request *request);
} Action;

static ExitCode list_run(Request *request)
{
    rules_list(request->rules, request->language, request->out);
    return EXIT_CLEAN;
}

static ExitCode show_run(Request *request)
{
    if (rules_show(request->rules, request->operands[0], request->language, request->out))
        return EXIT_CLEAN;
    complain("không có quy tắc “%s”, xem “rasoat rules list”", request->operands[0]);
    return EXIT_NOT_BEGUN;
}

/* Loading has validated everything, or the command would not have come here. */
static ExitCode lint_run(Request *request)
{
    g_string_append_printf(request->out, "%s %s\n", say(request->language, "bộ quy tắc hợp lệ:"),
                           ruleset_digest(request->rules));
    return EXIT_CLEAN;
}

static ExitCode test_run(Request *request)
{
    ExampleCount count = examples_run(request->rules, request->out);
    g_string_append_printf(request->out, "%u %s, %u %s\n", count.run - count.failed,
                           say(request->language, "ví dụ đúng"), count.failed,
                           say(request->language, "ví dụ sai"));
    return count.failed ? EXIT_NOT_BEGUN : EXIT_CLEAN;
}

static ExitCode coverage_run(Request *request)
{
    rules_coverage(request->rules, request->out);
    return EXIT_CLEAN;
}

/* What a phrase matches in a file, in place. */
static ExitCode try_run(Request *request)
{
    g_autoptr(GError) error = NULL;
    Budget budget;
    g_autoptr(GString) places = g_string_new(NULL);
    guint count;

    if (!g_utf8_validate(request->operands[0], -1, NULL)) {
        complain("mẫu không phải chữ UTF-8; gõ lại mẫu trong cửa sổ lệnh dùng UTF-8");
        return EXIT_NOT_BEGUN;
    }
    budget_init(&budget, NULL);
    g_autoptr(Document) document = document_open(request->operands[1], &budget);
    if (!document)
        return EXIT_NOT_JUDGED;
    if (!phrase_trial(request->rules->directory, request->operands[0], document, places, &count, &error)) {
        complain_error(N_("mẫu không đúng"), error);
        return EXIT_NOT_BEGUN;
    }
    g_autofree char *safe = display_lines(places->str);
    g_string_append(request->out, safe);
    g_string_append_printf(request->out, say(request->language, "%u chỗ khớp\n"), count);
    return EXIT_CLEAN;
}

static const Action actions[] = {
    {"list", 0, list_run}, {"show", 1, show_run},         {"lint", 0, lint_run},
    {"test", 0, test_run}, {"coverage", 0, coverage_run}, {"try", 2, try_run},
};

static const Action *action_find(char **operands)
{
    for (guint i = 0; operands[0] && i < G_N_ELEMENTS(actions); i++)
        if (g_str_equal(operands[0], actions[i].name) && g_strv_length(operands) == actions[i].operands + 1)
            return &actions[i];
    complain("cách dùng: rasoat rules list | show MÃ | lint | test | coverage | try 'MẪU' TỆP");
    return NULL;
}

static ExitCode rules_run(const Command *command, int argc, char **argv)
{
    g_auto(CheckFlags) flags = {0};
    g_autofree char *language = NULL;
    g_auto(GStrv) operands = NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    gboolean finished;
    GOptionEntry entries[] = {
        RULES_ENTRY(&flags),
        {"lang", 'l', 0, G_OPTION_ARG_FILENAME, &language, N_("ngôn ngữ: vi (mặc định), en"), "NGÔN-NGỮ"},
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
    request.operands = operands + 1;
    ExitCode code = action->run(&request);
    fputs(out->str, stdout);
    return standard_output_good() ? code : EXIT_NOT_BEGUN;
}

static const char *action_at(guint place)
{
    return place < G_N_ELEMENTS(actions) ? actions[place].name : NULL;
}

const Command command_rules = {
    .name = "rules",
    .arguments = "[tùy chọn] list | show MÃ | lint | test | coverage | try 'MẪU' TỆP",
    .purpose = N_("xem, kiểm tra bộ quy tắc và chạy các ví dụ trong đó"),
    .run = rules_run,
    .action_at = action_at,
};
