/* The same document in other clothes gets the same findings: every regulation of the corpus is read, its text
 * is dressed anew (Unicode form, place of tone marks, i and y, no-break spaces, capitals, automatic numbers,
 * a table around it), and the statuses of all rules must stay what they were. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/input.h"
#include "document/outline.h"
#include "reader/reader.h"
#include "repository_auditor.h"

static Result *audit(const Document *document)
{
    AuditOptions options = {.as_of = "2024-06-01", .staff = -1, .state_owned = -1};
    Budget budget;
    budget_init(&budget, NULL);
    Result *result = result_new("x");
    audit_document(auditor, document, &options, &budget, result);
    return result;
}

/* Replaces pairs of strings, each longest first in the table. */
static char *replace_pairs(const char *text, const char *const pairs[][2], guint count)
{
    GString *out = g_string_new(text);
    for (guint i = 0; i < count; i++)
        g_string_replace(out, pairs[i][0], pairs[i][1], 0);
    return g_string_free(out, FALSE);
}

/* A dress: changes a block before it is added to the new document; may replace *text (owned by the caller).
 */
typedef void (*Dress)(const Outline *outline, guint index, Block *block, char **text);

static void dress_decomposed(const Outline *outline, guint index, Block *block, char **text)
{
    (void)outline, (void)index, (void)block;
    *text = g_utf8_normalize(block->text, -1, G_NORMALIZE_NFD);
}

static void dress_old_tone_marks(const Outline *outline, guint index, Block *block, char **text)
{
    static const char *const pairs[][2] = {{"òa ", "oà "}, {"óa ", "oá "}, {"ỏa ", "oả "}, {"õa ", "oã "},
                                           {"ọa ", "oạ "}, {"ủy ", "uỷ "}, {"úy ", "uý "}, {"ũy ", "uỹ "},
                                           {"ụy ", "uỵ "}, {"Ủy ", "Uỷ "}, {"òe ", "oè "}, {"óe ", "oé "},
                                           {"ỏe ", "oẻ "}, {"ÒA ", "OÀ "}, {"ỦY ", "UỶ "}};
    (void)outline, (void)index;
    *text = replace_pairs(block->text, pairs, G_N_ELEMENTS(pairs));
}

static void dress_i_for_y(const Outline *outline, guint index, Block *block, char **text)
{
    static const char *const pairs[][2] = {
        {"kỳ ", "kì "},   {"kỷ ", "kỉ "},   {"kỹ ", "kĩ "},   {"lý ", "lí "}, {"sỹ ", "sĩ "},
        {"quy ", "qui "}, {"Quy ", "Qui "}, {"QUY ", "QUI "}, {"ký ", "kí "}, {"tỷ ", "tỉ "}};
    (void)outline, (void)index;
    *text = replace_pairs(block->text, pairs, G_N_ELEMENTS(pairs));
}

static void dress_no_break_spaces(const Outline *outline, guint index, Block *block, char **text)
{
    static const char *const pairs[][2] = {{" ", "\u00a0"}};
    (void)outline, (void)index;
    *text = replace_pairs(block->text, pairs, 1);
}

static void dress_zero_width(const Outline *outline, guint index, Block *block, char **text)
{
    static const char *const pairs[][2] = {{"công", "cô\u200bng"}, {"ai ", "a\u00adi "}};
    (void)outline, (void)index;
    *text = replace_pairs(block->text, pairs, G_N_ELEMENTS(pairs));
}

/* Titles of parts, chapters and sections in capitals. */
static void dress_capital_headings(const Outline *outline, guint index, Block *block, char **text)
{
    const Division *division = outline_division(outline, outline->division_of[index]);
    if (division->title && division->level >= DIVISION_PART && division->level <= DIVISION_SUBSECTION &&
        index < division->heading_end)
        *text = g_utf8_strup(block->text, -1);
}

/* Typed numbers of articles become automatic ones. */
static void dress_automatic_articles(const Outline *outline, guint index, Block *block, char **text)
{
    const Division *division = outline_division(outline, outline->division_of[index]);
    const char *end = strchr(block->text, '.');
    if (division->level != DIVISION_ARTICLE || division->informal || index != division->first ||
        block->label || !end || !g_str_has_prefix(block->text, "Điều") || end - block->text > 12)
        return;
    g_autofree char *label = g_strndup(block->text, (gsize)(end + 1 - block->text));
    block->label = g_string_chunk_insert(outline->document->strings, label);
    const char *rest = end + 1;
    while (g_ascii_isspace(*rest))
        rest++;
    guint32 removed = (guint32)(rest - block->text);
    *text = g_strdup(rest);
    block->bold_prefix = block->bold_prefix > removed ? block->bold_prefix - removed : 0;
    block->length -= removed;
    block->list_level = 0;
}

/* How long what was bold at the head of a block has become. */
static guint32 dressed_prefix(const Outline *outline, guint index, const Block *block, Dress dress)
{
    g_autofree char *prefix = g_strndup(block->text, block->bold_prefix), *text = NULL;
    Block head = *block;
    head.text = prefix;
    head.length = block->bold_prefix;
    dress(outline, index, &head, &text);
    return text ? (guint32)strlen(text) : block->bold_prefix;
}

static Document *dress_document(const Document *document, const Outline *outline, Dress dress, Budget *budget)
{
    budget_init(budget, NULL);
    Document *dressed = document_new(document->format, budget);
    for (guint i = 0; i < document->blocks->len; i++) {
        Block block = *document_block(document, i);
        g_autofree char *text = NULL;
        dress(outline, i, &block, &text);
        if (text) {
            if (block.label == document_block(document, i)->label)
                block.bold_prefix = dressed_prefix(outline, i, document_block(document, i), dress);
            block.text = text;
            block.length = (guint32)strlen(text);
            block.bold_prefix = MIN(block.bold_prefix, block.length);
        }
        assert_true(document_add_block(dressed, &block, NULL));
    }
    return dressed;
}

static void assert_same_statuses(const char *name, const Result *plain, const Result *dressed)
{
    if (plain->outcome != dressed->outcome)
        fail_msg("%s: outcome %s became %s", name, outcome_name(plain->outcome),
                 outcome_name(dressed->outcome));
    for (guint i = 0; i < plain->findings->len; i++) {
        const Finding *a = plain->findings->pdata[i];
        if (a->check == CHECK_CONSISTENCY)
            break; /* what is wrong with the form may change with the form */
        if (i >= dressed->findings->len)
            fail_msg("%s: findings are lost", name);
        const Finding *b = dressed->findings->pdata[i];
        if (strcmp(a->rule, b->rule) != 0 || a->status != b->status)
            fail_msg("%s: %s %s became %s %s", name, a->rule, status_name(a->status), b->rule,
                     status_name(b->status));
    }
}

static void check_dress(Dress dress)
{
    g_autoptr(GDir) directory = g_dir_open("corpus", 0, NULL);
    const char *name;
    guint judged = 0;

    while ((name = g_dir_read_name(directory))) {
        if (!g_str_has_suffix(name, ".docx") && !g_str_has_suffix(name, ".odt") &&
            !g_str_has_suffix(name, ".fodt"))
            continue;
        g_autofree char *path = g_build_filename("corpus", name, NULL);
        g_autoptr(GBytes) bytes = input_read_file(path, 1 << 26, NULL);
        Budget budget, dressed_budget;
        budget_init(&budget, NULL);
        g_autoptr(Document) document = reader_read(bytes, &budget, NULL);
        assert_non_null(document);
        g_autoptr(Outline) outline = outline_build(document);
        g_autoptr(Document) dressed_document = dress_document(document, outline, dress, &dressed_budget);
        g_autoptr(Result) plain = audit(document);
        g_autoptr(Result) dressed = audit(dressed_document);
        assert_same_statuses(name, plain, dressed);
        judged += plain->outcome == OUTCOME_JUDGED;
    }
    assert_true(judged > 10);
}

static void decomposed_letters_change_nothing(void **state)
{
    (void)state;
    check_dress(dress_decomposed);
}

static void the_place_of_tone_marks_changes_nothing(void **state)
{
    (void)state;
    check_dress(dress_old_tone_marks);
}

static void i_for_y_changes_nothing(void **state)
{
    (void)state;
    check_dress(dress_i_for_y);
}

static void no_break_spaces_change_nothing(void **state)
{
    (void)state;
    check_dress(dress_no_break_spaces);
}

static void zero_width_characters_change_nothing(void **state)
{
    (void)state;
    check_dress(dress_zero_width);
}

static void headings_in_capitals_change_nothing(void **state)
{
    (void)state;
    check_dress(dress_capital_headings);
}

static void automatic_article_numbers_change_nothing(void **state)
{
    (void)state;
    check_dress(dress_automatic_articles);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decomposed_letters_change_nothing),
        cmocka_unit_test(the_place_of_tone_marks_changes_nothing),
        cmocka_unit_test(i_for_y_changes_nothing),
        cmocka_unit_test(no_break_spaces_change_nothing),
        cmocka_unit_test(zero_width_characters_change_nothing),
        cmocka_unit_test(headings_in_capitals_change_nothing),
        cmocka_unit_test(automatic_article_numbers_change_nothing),
    };
    return cmocka_run_group_tests_name("properties", tests, load_auditor, free_auditor);
}
