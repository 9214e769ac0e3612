/* The table of legal acts: what the loader refuses, what states and successors follow from dates. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib/gstdio.h>

#include "base/error.h"
#include "rules/instruments.h"

#define ISSUER "<issuer name='Chính phủ' symbol='CP'/>\n"
#define ACT(number, attributes)                                                                              \
    "<instrument number='" number "' kind='nghị định' issuer='Chính phủ' " attributes                        \
    "><title>t</title></instrument>\n"

static Instruments *load_text(const char *elements, GError **error)
{
    char *path = NULL;
    int fd = g_file_open_tmp("rasoat-instruments-XXXXXX", &path, NULL);
    g_autofree char *text = g_strdup_printf("<instruments>\n%s</instruments>", elements);

    assert_true(fd >= 0);
    g_close(fd, NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    Instruments *instruments = instruments_load(path, error);
    g_unlink(path);
    g_free(path);
    return instruments;
}

static void assert_basis(const Instruments *instruments, const char *number, const char *words)
{
    g_autofree char *basis = instrument_as_basis(instruments_find(instruments, number));
    assert_string_equal(basis, words);
}

/* Nghị định 30/2020/NĐ-CP, annex I, II.6 b. */
static void an_act_is_named_among_bases_as_decree_30_asks(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Instruments) instruments = load_text(
        ISSUER "<instrument number='1/2015/NĐ-CP' kind='nghị định' issuer='Chính phủ' issued='2015-01-09'>"
               "<title>Thực hiện dân chủ</title></instrument>"
               "<instrument number='2/2020/NĐ-CP' kind='nghị định' issuer='Chính phủ' issued='2020-12-14'>"
               "<title>Lao động</title><about>quy định chi tiết Bộ luật Lao động</about></instrument>"
               "<instrument number='10/2022/QH15' kind='luật' issuer='Chính phủ' issued='2022-11-10'>"
               "<title>Luật Dân chủ</title></instrument>"
               "<instrument number='02-NQ/TU' kind='nghị quyết' issuer='Chính phủ'><title>Rà soát</title>"
               "</instrument>",
        &error);
    assert_null(error);
    assert_basis(instruments, "1/2015/NĐ-CP",
                 "Nghị định số 1/2015/NĐ-CP ngày 09 tháng 01 năm 2015 của Chính phủ về thực hiện dân chủ");
    assert_basis(
        instruments, "2/2020/NĐ-CP",
        "Nghị định số 2/2020/NĐ-CP ngày 14 tháng 12 năm 2020 của Chính phủ quy định chi tiết Bộ luật "
        "Lao động");
    assert_basis(instruments, "10/2022/QH15", "Luật Dân chủ ngày 10 tháng 11 năm 2022");
    assert_basis(instruments, "02-NQ/TU", "Nghị quyết số 02-NQ/TU của Chính phủ về rà soát");
}

static void every_mistake_is_named_with_its_line(void **state)
{
    static const struct {
        const char *elements, *message;
    } cases[] = {
        {ISSUER ACT("1", "") ACT("1", ""), ":4: 1 is there already, in "},
        {ISSUER ACT("1", "from='2015-2-25'"), ":3: from=\"2015-2-25\" is not a date (yyyy-mm-dd)"},
        {ISSUER ACT("1", "from='2015-02-30'"), ":3: from=\"2015-02-30\" is not a date (yyyy-mm-dd)"},
        {ISSUER ACT("1", "from='2015-02-25' to='2014-01-01'"), ":3: the dates of 1 are out of order"},
        {ISSUER ACT("1", "issued='2016-01-01' from='2015-02-25'"), ":3: the dates of 1 are out of order"},
        {ISSUER ACT("1", "replaced-by='2'"), ":3: replaced-by=\"2\": no such instrument"},
        {ISSUER ACT("1", "replaced-by='2'") ACT("2", "replaced-by='1'"),
         ":3: replaced-by=\"2\" runs in a circle"},
        {ACT("1", ""), ":2: issuer=\"Chính phủ\": no <issuer> has this name"},
        {ISSUER ACT("1", "verified='maybe'"), ":3: verified=\"maybe\""},
        {ISSUER ACT("1", "until='2014-01-01'"), ":3: <instrument> has no attribute “until”"},
        {ISSUER "<instrument number='1' kind='k' issuer='Chính phủ'/>", ":3: 1 has no <title>"},
        {ISSUER "<instrument number='1' kind='k'/>", ":3: <instrument> needs the attribute “issuer”"},
        {ISSUER "<instrument number='1' kind='k' issuer='Chính phủ'><title>a</title>\n<title>b</title>"
                "</instrument>",
         ":4: a second <title>"},
        {"<issuer name='a' symbol='b'><name/></issuer>", ":2: <name> is empty"},
        {"<acts/>", ":2: unknown element <acts> in <instruments>"},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;

        assert_null(load_text(cases[i].elements, &error));
        assert_true(g_error_matches(error, RASOAT_ERROR, RASOAT_ERROR_RULES));
        assert_non_null(error_texts(error));
        if (!strstr(error_texts(error)->en, cases[i].message))
            fail_msg("“%s” lacks “%s”", error->message, cases[i].message);
    }
}

static void the_state_follows_the_dates(void **state)
{
    const Instrument dated = {.effective_from = (char *)"2015-02-25", .effective_to = (char *)"2023-07-01"};
    const Instrument issued_only = {.issued = (char *)"2013-12-12"};
    const Instrument undated = {.number = (char *)"1"};

    (void)state;
    assert_int_equal(instrument_state(&dated, "2015-02-24"), INSTRUMENT_NOT_YET);
    assert_int_equal(instrument_state(&dated, "2015-02-25"), INSTRUMENT_IN_FORCE);
    assert_int_equal(instrument_state(&dated, "2023-06-30"), INSTRUMENT_IN_FORCE);
    assert_int_equal(instrument_state(&dated, "2023-07-01"), INSTRUMENT_SUPERSEDED);
    assert_int_equal(instrument_state(&issued_only, "2013-12-11"), INSTRUMENT_NOT_YET);
    assert_int_equal(instrument_state(&issued_only, "2026-01-01"), INSTRUMENT_IN_FORCE);
    assert_int_equal(instrument_state(&undated, "1990-01-01"), INSTRUMENT_IN_FORCE);
}

static void the_shipped_table_loads_and_holds_the_main_acts(void **state)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Instruments) acts = instruments_load("rules/instruments.xml", &error);

    (void)state;
    if (!acts)
        fail_msg("%s", error->message);
    const Instrument *law = instruments_find(acts, "10/2022/QH15");
    assert_non_null(law);
    assert_string_equal(law->kind, "luật");
    assert_string_equal(law->effective_from, "2023-07-01");
    assert_string_equal(g_ptr_array_index(law->names, 0), "Luật Thực hiện dân chủ ở cơ sở");
    assert_null(instruments_find(acts, "10/2022/QH14"));
    /* No act repeals it by name: the note must say so, and its dates must not count as settled. */
    const Instrument *decree = instruments_find(acts, "04/2015/NĐ-CP");
    assert_false(decree->verified);
    BilingualText then = instrument_note(decree, "2023-06-30"), now = instrument_note(decree, "2023-07-01");
    assert_null(then.vi);
    assert_true(g_str_has_prefix(now.vi, "Không có điều khoản nào bãi bỏ đích danh"));
    assert_true(g_str_has_prefix(now.en, "No provision repeals this decree by name"));
    bilingual_clear(&then);
    bilingual_clear(&now);
    assert_null(instruments_find(acts, "11/2020/TT-BGDĐT")->effective_to);
}

static char *successors_on(const Instruments *acts, const char *number, const char *date)
{
    g_autoptr(GPtrArray) found = instrument_successors(acts, instruments_find(acts, number), date);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < found->len; i++)
        g_string_append_printf(text, "%s%s", i ? " → " : "", ((const Instrument *)found->pdata[i])->number);
    return g_string_free(text, FALSE);
}

/* As the acts call themselves at their heads, or as the act that replaced them or leans on them cites them.
 */
static void bases_have_the_titles_of_the_acts_word_for_word(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"145/2020/NĐ-CP", "Nghị định số 145/2020/NĐ-CP ngày 14 tháng 12 năm 2020 của Chính phủ quy định chi "
                           "tiết và hướng dẫn thi "
                           "hành một số điều của Bộ luật Lao động về điều kiện lao động và quan hệ lao động"},
        {"59/2023/NĐ-CP",
         "Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 của Chính phủ quy định chi tiết một "
         "số điều của Luật Thực hiện dân chủ ở cơ sở"},
        {"61/2023/NĐ-CP",
         "Nghị định số 61/2023/NĐ-CP ngày 16 tháng 8 năm 2023 của Chính phủ về xây dựng và thực "
         "hiện hương ước, quy ước của cộng đồng dân cư"},
        /* 145/2020/NĐ-CP, Điều 114 khoản 2 */
        {"149/2018/NĐ-CP",
         "Nghị định số 149/2018/NĐ-CP ngày 07 tháng 11 năm 2018 của Chính phủ quy định chi tiết "
         "khoản 3 Điều 63 của Bộ luật Lao động về thực hiện quy chế dân chủ ở cơ sở tại nơi làm "
         "việc"},
        {"04/2015/NĐ-CP",
         "Nghị định số 04/2015/NĐ-CP ngày 09 tháng 01 năm 2015 của Chính phủ về thực hiện dân chủ "
         "trong hoạt động của cơ quan hành chính nhà nước và đơn vị sự nghiệp công lập"},
    };
    g_autoptr(Instruments) acts = instruments_load("rules/instruments.xml", NULL);
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        assert_basis(acts, rows[i][0], rows[i][1]);
}

static void assert_successors(const Instruments *acts, const char *number, const char *date, const char *told)
{
    g_autofree char *found = successors_on(acts, number, date);
    assert_string_equal(found, told);
}

static void successors_are_told_in_order_up_to_the_one_that_stands_on_the_date(void **state)
{
    g_autoptr(Instruments) acts = instruments_load("rules/instruments.xml", NULL);

    (void)state;
    assert_successors(acts, "71/1998/NĐ-CP", "2014-01-01", "");
    assert_successors(acts, "71/1998/NĐ-CP", "2020-01-01", "04/2015/NĐ-CP");
    assert_successors(acts, "71/1998/NĐ-CP", "2026-01-01", "04/2015/NĐ-CP → 10/2022/QH15");
    assert_successors(acts, "77/2015/QH13", "2025-04-01", "65/2025/QH15");
    assert_successors(acts, "77/2015/QH13", "2026-01-01", "65/2025/QH15 → 72/2025/QH15");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_act_is_named_among_bases_as_decree_30_asks),
        cmocka_unit_test(every_mistake_is_named_with_its_line),
        cmocka_unit_test(the_state_follows_the_dates),
        cmocka_unit_test(the_shipped_table_loads_and_holds_the_main_acts),
        cmocka_unit_test(bases_have_the_titles_of_the_acts_word_for_word),
        cmocka_unit_test(successors_are_told_in_order_up_to_the_one_that_stands_on_the_date),
    };

    return cmocka_run_group_tests_name("instruments", tests, NULL, NULL);
}
