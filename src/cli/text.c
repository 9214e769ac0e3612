/* rasoat text: what was read, with the list labels that a person sees. */
#include <stdio.h>
#include <unistd.h>

#include "base/translate.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/reading.h"
#include "report/display.h"

static const char *layer_mark(Layer layer, RasoatLanguage language)
{
    static const char *const marks[] = {
        [LAYER_HEADER] = N_("[đầu trang] "),
        [LAYER_FOOTER] = N_("[chân trang] "),
        [LAYER_FOOTNOTE] = N_("[chú thích cuối trang] "),
        [LAYER_ENDNOTE] = N_("[chú thích cuối bài] "),
        [LAYER_COMMENT] = N_("[ghi chú] "),
        [LAYER_HIDDEN] = N_("[chữ ẩn] "),
    };
    return layer == LAYER_BODY ? "" : say(language, marks[layer]);
}

/* One block; on a terminal without anything that acts on it. */
static void print_block(const Block *block, RasoatLanguage language, gboolean terminal)
{
    g_autofree char *text = g_strdup_printf("%s%s%s%s", layer_mark((Layer)block->layer, language),
                                            block->label ? block->label : "",
                                            block->label && block->length ? " " : "", block->text);
    g_autofree char *safe = terminal ? display_lines(text) : NULL;
    puts(safe ? safe : text);
}

static ExitCode text_run(const Command *command, int argc, char **argv)
{
    gboolean layers = FALSE, finished;
    RasoatLanguage language;
    g_autofree char *lang = NULL;
    g_auto(GStrv) operands = NULL;
    GOptionEntry entries[] = {
        {"layers", 0, 0, G_OPTION_ARG_NONE, &layers,
         N_("in cả đầu trang, chân trang, chú thích, ghi chú, chữ ẩn, có đánh dấu"), NULL},
        {"lang", 'l', 0, G_OPTION_ARG_FILENAME, &lang, N_("ngôn ngữ: vi (mặc định), en"), "NGÔN-NGỮ"},
        {0},
    };
    Budget budget;

    if (!command_parse(command, entries, NULL, argc, argv, &operands, &finished))
        return EXIT_NOT_BEGUN;
    if (finished)
        return EXIT_CLEAN;
    const char *file = operand_single(operands);
    if (!file || !language_parse(lang, &language))
        return EXIT_NOT_BEGUN;
    budget_init(&budget, NULL);
    g_autoptr(Document) document = document_open(file, &budget);
    if (!document)
        return EXIT_NOT_JUDGED;
    gboolean terminal = isatty(STDOUT_FILENO);
    for (guint i = 0; i < document->blocks->len; i++) {
        const Block *block = document_block(document, i);
        if (layers || block->layer == LAYER_BODY)
            print_block(block, language, terminal);
    }
    return standard_output_good() ? EXIT_CLEAN : EXIT_NOT_BEGUN;
}

const Command command_text = {
    .name = "text",
    .arguments = "[tùy chọn] TỆP",
    .purpose = N_("in chữ đọc được từ tệp, kèm số và ký hiệu đầu dòng"),
    .run = text_run,
};
