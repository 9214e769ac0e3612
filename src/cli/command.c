/* What all commands share: options with help in both languages, messages, the exit table. */
#include "cli/command.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/translate.h"
#include "cli/output.h"
#include "report/display.h"

void print_both(const char *text, const char *indent)
{
    printf("%s\n%s%s\n", say(RASOAT_VIETNAMESE, text), indent, say(RASOAT_ENGLISH, text));
}

void print_title(const char *text)
{
    printf("%s · %s:\n", say(RASOAT_VIETNAMESE, text), say(RASOAT_ENGLISH, text));
}

void print_exit_table(void)
{
    static const char *const meanings[] = {
        [EXIT_CLEAN] = N_("không có gì từ mức --fail-on trở lên"),
        [EXIT_FOUND] = N_("có nội dung từ mức --fail-on trở lên"),
        [EXIT_NOT_BEGUN] = N_("sai cách dùng, cấu hình, bộ quy tắc hoặc không ghi được kết quả"),
        [EXIT_NOT_JUDGED] = N_("có văn bản không kết luận được (không đọc được hoặc không phải quy chế)"),
    };
    print_title(N_("Mã kết thúc"));
    for (int code = EXIT_CLEAN; code <= EXIT_NOT_JUDGED; code++) {
        printf("  %d  ", code);
        print_both(meanings[code], "     ");
    }
}

void complain_text(const BilingualText *text)
{
    g_autofree char *vi = display_message(text->vi), *en = display_message(text->en);
    fprintf(stderr, "rasoat: %s · %s\n", vi, en);
}

void complain(const char *text, ...)
{
    va_list arguments;

    va_start(arguments, text);
    BilingualText both = bilingual_format_list(text, arguments);
    va_end(arguments);
    complain_text(&both);
    bilingual_clear(&both);
}

/* What a cause says in Vietnamese, where it is the system's, with the place before it; NULL: it is another,
 * and technical. Owned by the caller. */
static char *cause_in_vietnamese(const char *cause)
{
    const char *system = error_cause(cause);
    const char *words = error_system_words(system);
    return words ? g_strdup_printf("%.*s%s", (int)(system - cause), cause, say(RASOAT_VIETNAMESE, words))
                 : NULL;
}

/* Takes the text. */
static void complain_with(BilingualText text, const BilingualText *cause)
{
    bilingual_append(&text, ": ", cause);
    complain_text(&text);
    bilingual_clear(&text);
}

static void complain_with_cause(BilingualText text, const char *cause)
{
    g_autofree char *vi = cause_in_vietnamese(cause);
    complain_with(text, &(BilingualText){vi, (char *)cause});
}

void complain_of(const char *cause, const char *text, ...)
{
    va_list arguments;

    va_start(arguments, text);
    BilingualText both = bilingual_format_list(text, arguments);
    va_end(arguments);
    complain_with_cause(both, cause);
}

void complain_error(const char *text, const GError *error)
{
    const BilingualText *cause = error_texts(error);
    if (cause)
        complain_with(bilingual_of(text), cause);
    else
        complain_with_cause(bilingual_of(text), error->message);
}

void complain_usage(const GError *error)
{
    g_autofree char *safe = display_message(error->message);
    fprintf(stderr, "rasoat: %s\n", safe);
}

void complain_lines(const GError *error)
{
    g_auto(GStrv) lines = g_strsplit(error->message, "\n", -1);
    for (char **line = lines; *line; line++) {
        g_autofree char *safe = display_message(*line);
        fprintf(stderr, "rasoat: %s\n", safe);
    }
}

gboolean standard_output_good(void)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return TRUE;
    if (!output_reader_gone())
        complain_of(g_strerror(errno ? errno : EIO),
                    "không ghi được ra đầu ra chuẩn; kiểm tra dung lượng trống");
    return FALSE;
}

static void print_indented(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++)
        printf("        %s\n", *line);
}

/* An option, and below it what it does in Vietnamese and in English. */
static void print_option(const GOptionEntry *entry)
{
    g_autoptr(GString) left = g_string_new("  ");
    if (entry->short_name)
        g_string_append_printf(left, "-%c, ", entry->short_name);
    g_string_append_printf(left, "--%s", entry->long_name);
    if (entry->arg_description)
        g_string_append_printf(left, "=%s", entry->arg_description);
    printf("%s\n", left->str);
    print_indented(say(RASOAT_VIETNAMESE, entry->description));
    print_indented(say(RASOAT_ENGLISH, entry->description));
}

static void print_help(const Command *command, const GOptionEntry *entries)
{
    printf("rasoat %s %s\n\n", command->name, command->arguments);
    print_both(command->purpose, "");
    printf("\n");
    print_title(N_("Tùy chọn"));
    for (const GOptionEntry *entry = entries; entry->long_name; entry++)
        if (*entry->long_name)
            print_option(entry);
    printf("  -h, --help\n        ");
    print_both(N_("in hướng dẫn này"), "        ");
    printf("\n");
    print_exit_table();
}

/* How many letters are to be put in, left out, changed or, neighbours, exchanged to make one of the other. */
static guint edits_between(const char *one, const char *other)
{
    enum { MOST = 32 };
    guint rows[3][MOST + 1], width = (guint)strlen(other);
    if (strlen(one) > MOST || width > MOST)
        return G_MAXUINT;
    for (guint j = 0; j <= width; j++)
        rows[0][j] = j;
    for (guint i = 1; one[i - 1]; i++) {
        guint *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        row[0] = i;
        for (guint j = 1; j <= width; j++) {
            row[j] = MIN(MIN(row[j - 1], above[j]) + 1, above[j - 1] + (one[i - 1] != other[j - 1]));
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                row[j] = MIN(row[j], before[j - 2] + 1);
        }
    }
    return rows[strlen(one) % 3][width];
}

/* The long option that is meant by a word like "--fromat=html"; NULL: none is so like it. */
static const char *nearest_option(const GOptionEntry *entries, const char *word)
{
    enum { LIKE = 2 };
    const char *nearest = NULL;
    guint least = LIKE + 1;
    g_autofree char *name = g_strndup(word + 2, strcspn(word + 2, "="));
    for (; entries->long_name; entries++) {
        guint edits = edits_between(name, entries->long_name);
        if (edits >= least || edits >= strlen(entries->long_name))
            continue;
        least = edits;
        nearest = entries->long_name;
    }
    return nearest;
}

/* The word that GOption says it does not know; NULL: it says something else. */
static const char *unknown_option(char *const *words, const GError *error)
{
    if (!g_error_matches(error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
        return NULL;
    for (; *words; words++)
        if (**words == '-' && g_str_has_suffix(error->message, *words))
            return *words;
    return NULL;
}

static void complain_unknown(const Command *command, const GOptionEntry *entries, const char *word)
{
    const char *nearest = g_str_has_prefix(word, "--") ? nearest_option(entries, word) : NULL;
    if (nearest)
        complain("không có tùy chọn “%s”; có phải “--%s”? Xem “rasoat %s --help”", word, nearest,
                 command->name);
    else
        complain("không có tùy chọn “%s”, xem “rasoat %s --help”", word, command->name);
}

/* The option that GOption says has no value, as it is named there; NULL: it says something
 * else. Owned by the caller. */
static char *option_of_value(const GError *error)
{
    const char *at = g_error_matches(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE)
                         ? g_strrstr(error->message, " for -")
                         : NULL;
    return at ? g_strndup(at + strlen(" for "), strcspn(at + strlen(" for "), " ")) : NULL;
}

/* What GOption could not take. Names of files that begin with a dash look like options to it. */
static void complain_options(const Command *command, const GOptionEntry *entries, char *const *words,
                             const GError *error)
{
    if (error->domain == RASOAT_ERROR) {
        complain_usage(error);
        return;
    }
    const char *unknown = unknown_option(words, error);
    g_autofree char *option = option_of_value(error);
    if (option)
        complain("tùy chọn %s cần một giá trị, xem “rasoat %s --help”", option, command->name);
    else if (unknown)
        complain_unknown(command, entries, unknown);
    else
        complain_of(error->message, "tùy chọn không đúng, xem “rasoat %s --help”", command->name);
    for (; *words; words++) {
        if (**words != '-' || !g_file_test(*words, G_FILE_TEST_EXISTS))
            continue;
        complain("với tệp “%s”, hãy viết “./%s”", *words, *words);
    }
}

/* Options stand in the function of their command, with what they fill; so they are asked for by calling it.
 */
static struct {
    OptionVisit visit;
    gpointer data;
} asked;

void command_visit_options(const Command *command, OptionVisit visit, gpointer data)
{
    char *words[] = {(char *)command->name, NULL};
    asked.visit = visit;
    asked.data = data;
    command->run(command, 1, words);
    asked.visit = NULL;
}

static void tell_options(const GOptionEntry *entry)
{
    for (; entry->long_name; entry++)
        if (*entry->long_name)
            asked.visit(entry, asked.data);
}

/* The entry of "-j" or "-j4" that takes a value; NULL: there is none. */
static const GOptionEntry *short_with_value(const GOptionEntry *entries, const char *word)
{
    if (word[0] != '-' || word[1] == '-')
        return NULL;
    for (; entries->long_name; entries++)
        if (entries->short_name && entries->short_name == word[1])
            return entries->arg == G_OPTION_ARG_NONE || (entries->flags & G_OPTION_FLAG_NO_ARG) ? NULL
                                                                                                : entries;
    return NULL;
}

/* The words with "-j4" parted into "-j" and "4", which GOption does not read together. Owned by the caller.
 */
static GPtrArray *part_values(const GOptionEntry *entries, int argc, char **argv)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    gboolean is_value = FALSE, over = FALSE;

    for (int i = 0; i < argc; i++) {
        const char *word = argv[i];
        const gboolean takes = i > 0 && !is_value && !over && short_with_value(entries, word) != NULL;
        over = over || (!is_value && g_str_equal(word, "--"));
        const gboolean parted = takes && word[2] && !g_file_test(word, G_FILE_TEST_EXISTS);
        is_value = takes && !word[2];
        g_ptr_array_add(words, parted ? g_strndup(word, 2) : g_strdup(word));
        if (parted)
            g_ptr_array_add(words, g_strdup(word + 2));
    }
    g_ptr_array_add(words, NULL);
    return words;
}

/* Whether -o, of a command that has one place for its results, is there more than once: GOption would take
 * the last of them in silence. */
static gboolean output_given_twice(const GOptionEntry *entries, const GPtrArray *words)
{
    guint given = 0;

    while (entries->long_name && !(entries->short_name == 'o' && entries->arg == G_OPTION_ARG_FILENAME))
        entries++;
    g_autofree char *name = g_strdup_printf("--%s", entries->long_name ? entries->long_name : "");
    g_autofree char *with_value = g_strconcat(name, "=", NULL);
    for (guint i = 1; entries->long_name && words->pdata[i] && !g_str_equal(words->pdata[i], "--"); i++)
        given += g_str_equal(words->pdata[i], "-o") || g_str_equal(words->pdata[i], name) ||
                 g_str_has_prefix(words->pdata[i], with_value);
    return given > 1;
}

gboolean command_parse(const Command *command, GOptionEntry *entries, gpointer data, int argc, char **argv,
                       char ***operands, gboolean *finished)
{
    gboolean help = FALSE;
    GOptionEntry common[] = {
        {"help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, operands, NULL, NULL},
        {0},
    };
    g_autoptr(GError) error = NULL;

    *finished = FALSE;
    *operands = NULL;
    if (asked.visit) {
        tell_options(entries);
        *finished = TRUE;
        return TRUE;
    }
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    GOptionGroup *group = g_option_group_new("main", "", "", data, NULL);
    g_option_context_set_help_enabled(context, FALSE);
    g_option_group_add_entries(group, entries);
    g_option_group_add_entries(group, common);
    g_option_context_set_main_group(context, group);
    g_autoptr(GPtrArray) words = part_values(entries, argc, argv);
    if (output_given_twice(entries, words)) {
        complain("tùy chọn -o ghi hai lần; chỉ giữ một nơi ghi kết quả");
        return FALSE;
    }
    g_autofree char **parsed = g_memdup2(words->pdata, words->len * sizeof *words->pdata);
    int count = (int)words->len - 1;
    if (!g_option_context_parse(context, &count, &parsed, &error)) {
        complain_options(command, entries, argv, error);
        return FALSE;
    }
    if (!*operands)
        *operands = g_new0(char *, 1);
    if (help) {
        print_help(command, entries);
        *finished = TRUE;
    }
    return TRUE;
}
