/* Where the program asks a person instead of saying "missing": what it was measured to get wrong, and what a
 * sentence comes close to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "audit/likeness.h"
#include "build_document.h"
#include "repository_auditor.h"

#include <glib/gstdio.h>

#define TITLE "QUY CHẾ\nTHỰC HIỆN DÂN CHỦ TRONG HOẠT ĐỘNG CỦA SỞ NỘI VỤ\n"
#define INVESTMENT "l10-cq-d46-k05"

static Finding *judge(const Auditor *by, const char *text, const char *rule, Result **result)
{
    g_autofree char *whole = g_strconcat(TITLE, text, NULL);
    AuditOptions options = {
        .profile = "agency", .profile_source = "given", .as_of = "2024-06-01", .staff = -1};
    Budget budget;
    g_autoptr(Document) document = build_document(whole, &budget);
    *result = result_new("case");
    audit_document(by, document, &options, &budget, *result);
    for (guint i = 0; i < (*result)->findings->len; i++)
        if (strcmp(((Finding *)(*result)->findings->pdata[i])->rule, rule) == 0)
            return (*result)->findings->pdata[i];
    fail_msg("no finding for %s", rule);
    return NULL;
}

/* The rules of the repository with this for measured.xml. */
static Auditor *auditor_measured(const char *measured, GError **error)
{
    g_autofree char *folder = g_dir_make_tmp("rasoat-measured-XXXXXX", NULL);
    g_autoptr(GDir) rules = g_dir_open("rules", 0, NULL);
    const char *name;
    while ((name = g_dir_read_name(rules))) {
        g_autofree char *from = g_build_filename("rules", name, NULL);
        g_autofree char *to = g_build_filename(folder, name, NULL);
        g_autofree char *text = NULL;
        gsize length;
        if (strcmp(name, "measured.xml") != 0 && g_file_get_contents(from, &text, &length, NULL))
            g_file_set_contents(to, text, (gssize)length, NULL);
    }
    g_autofree char *path = g_build_filename(folder, "measured.xml", NULL);
    g_file_set_contents(path, measured, -1, NULL);
    Auditor *loaded = auditor_new(folder, error);
    g_autoptr(GDir) written = g_dir_open(folder, 0, NULL);
    while ((name = g_dir_read_name(written))) {
        g_autofree char *at = g_build_filename(folder, name, NULL);
        g_unlink(at);
    }
    g_rmdir(folder);
    return loaded;
}

static const char *const disclosure =
    "Điều 1. Những nội dung phải công khai\n1. Kế hoạch công tác năm, quý, tháng.\n"
    "2. Dự toán, quyết toán ngân sách.";

static void what_was_measured_to_be_wrong_asks_a_person(void **state)
{
    (void)state;
    static const struct {
        const char *said, *right;
        Status status;
    } cases[] = {
        {"10", "9", STATUS_MISSING}, /* right often enough */
        {"10", "5", STATUS_REVIEW},
        {"3", "1", STATUS_MISSING}, /* said too seldom to tell */
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Result) result = NULL;
        g_autofree char *measured = g_strdup_printf("<measured><item id=\"" INVESTMENT
                                                    "\" texts=\"12\" agreed=\"9\" missing-said=\"%s\" "
                                                    "missing-right=\"%s\"/></measured>",
                                                    cases[i].said, cases[i].right);
        g_autoptr(Auditor) by = auditor_measured(measured, NULL);
        const Finding *finding = judge(by, disclosure, INVESTMENT, &result);
        assert_int_equal(finding->status, cases[i].status);
        if (cases[i].status == STATUS_REVIEW)
            assert_non_null(strstr(finding->note.vi, "5/10"));
    }
}

static void an_item_nobody_has_or_measured_twice_is_an_error(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "<measured><item id=\"no-such-item\" texts=\"1\" agreed=\"1\" missing-said=\"0\" "
        "missing-right=\"0\"/></measured>",
        "<measured><item id=\"" INVESTMENT
        "\" texts=\"1\" agreed=\"1\" missing-said=\"0\" missing-right=\"0\"/>"
        "<item id=\"" INVESTMENT
        "\" texts=\"1\" agreed=\"1\" missing-said=\"0\" missing-right=\"0\"/></measured>",
    };
    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autoptr(GError) error = NULL;
        assert_null(auditor_measured(wrong[i], &error));
        assert_non_null(strstr(error->message, "measured.xml:1"));
    }
}

static void a_section_without_a_known_word_is_no_doubt(void **state)
{
    (void)state;
    g_autoptr(Result) result = NULL;
    const Finding *finding =
        judge(auditor, "Điều 1. Những nội dung phải công khai\n1. Công bằng, minh bạch, văn minh, đoàn kết.",
              INVESTMENT, &result);
    assert_int_equal(finding->status, STATUS_MISSING);
}

static GPtrArray *items_of(const char *requirement)
{
    const RuleSet *rules = auditor_rules(auditor);
    for (guint p = 0; p < rules->packs->len; p++) {
        const Pack *pack = rules->packs->pdata[p];
        for (guint r = 0; r < pack->requirements->len; r++)
            if (strcmp(((const Requirement *)pack->requirements->pdata[r])->id, requirement) == 0)
                return ((const Requirement *)pack->requirements->pdata[r])->items;
    }
    return NULL;
}

static void a_line_is_most_like_the_item_it_is_about(void **state)
{
    (void)state;
    static const struct {
        const char *line, *item;
    } cases[] = {
        {"vốn bố trí cho dự án xây trụ sở, giải ngân tới đâu", "l10-cq-d46-k05"},
        {"xe, máy, phòng ốc được trang cấp và điều chuyển", "l10-cq-d46-k04"},
        {"danh sách người được nâng bậc lương trước hạn", "l10-cq-d46-k06"},
    };
    LikenessShelf *shelf = likeness_shelf_new(auditor_rules(auditor));
    GPtrArray *items = items_of("agency-10-2022-disclosure");
    const Likeness *likeness = likeness_of(shelf, items);
    assert_ptr_equal(likeness, likeness_of(shelf, items)); /* learnt once */
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Words) words = words_new();
        Resemblance like;
        words_append(words, cases[i].line, strlen(cases[i].line), 0);
        assert_true(likeness_measure(likeness, words, 0, words->words->len, &like));
        assert_string_equal(((const Item *)items->pdata[like.item])->id, cases[i].item);
        assert_true(like.share > like.rival && like.share <= 1.0);
    }
    likeness_shelf_free(shelf);
}

static void a_line_of_strange_words_is_like_nothing(void **state)
{
    (void)state;
    LikenessShelf *shelf = likeness_shelf_new(auditor_rules(auditor));
    const Likeness *likeness = likeness_of(shelf, items_of("agency-10-2022-disclosure"));
    g_autoptr(Words) words = words_new();
    Resemblance like;
    words_append(words, "xyzzy plugh 2024", 16, 0);
    assert_false(likeness_measure(likeness, words, 0, words->words->len, &like));
    likeness_shelf_free(shelf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_measured_to_be_wrong_asks_a_person),
        cmocka_unit_test(an_item_nobody_has_or_measured_twice_is_an_error),
        cmocka_unit_test(a_section_without_a_known_word_is_no_doubt),
        cmocka_unit_test(a_line_is_most_like_the_item_it_is_about),
        cmocka_unit_test(a_line_of_strange_words_is_like_nothing),
    };
    return cmocka_run_group_tests(tests, load_auditor, free_auditor);
}
