/* The text report: what a clerk reads, in columns, in two languages, and nothing that acts on her terminal.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/error.h"
#include "report/display.h"
#include "report/report.h"
#include "report/tally.h"
#include "samples.h"

static char *text_of(const Result *result, ReportOptions options)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    g_autoptr(Report) report = report_new("text", out, &options, NULL);
    assert_true(report_write(report, result, NULL));
    assert_true(report_finish(report, NULL));
    fclose(out);
    return text;
}

static void assert_has(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("“%s” is not in:\n%s", part, text);
}

static void the_report_names_unit_law_date_and_verdict(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    char *text = text_of(result, (ReportOptions){.width = 120});
    assert_has(text, "Đơn vị:     SỞ A\n");
    assert_has(text, "Số, ngày:   12/QĐ-SA, ngày 02/02/2024\n");
    assert_has(text, "Loại:       cơ quan, đơn vị (nhận biết từ văn bản)\n");
    assert_has(text, "Đối chiếu:  Luật 10/2022/QH15; tính đến ngày 23/11/2026\n");
    assert_has(text, "Kết luận: CÓ NỘI DUNG TRÁI QUY ĐỊNH – 1 nội dung trái quy định, thiếu 2 nội dung bắt "
                     "buộc (1 ở 1 phần thiếu hẳn)");
    free(text);
}

static void what_was_told_by_its_words_is_shown_to_be_looked_at(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    char *text = text_of(result, (ReportOptions){.width = 120});
    assert_null(strstr(text, "NHẬN RA QUA LỜI VĂN"));
    free(text);
    for (guint i = 0; i < result->findings->len; i++) {
        Finding *finding = result->findings->pdata[i];
        if (strcmp(finding->rule, "budget") != 0)
            continue;
        finding->by_wording = TRUE;
        finding_add_evidence(finding, "Điều 3", 7, "tiền nong cả năm");
    }
    text = text_of(result, (ReportOptions){.width = 120});
    assert_has(text, "ĐẠT, NHẬN RA QUA LỜI VĂN – NÊN XEM LẠI\n  ✓ Dự toán [budget]\n");
    assert_has(text, "    Ở:          Điều 3\n    Viết:       tiền nong cả năm\n");
    free(text);
}

static void a_gap_brings_basis_nearest_miss_and_what_to_add(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    char *text = text_of(result, (ReportOptions){.width = 120});
    assert_has(text, "✗ thiếu: Tuyển dụng, bổ nhiệm [staffing]\n");
    assert_has(text, "Căn cứ:     Luật 10/2022/QH15, Điều 46 khoản 4 (khoản cần đối chiếu bản gốc)\n");
    assert_has(text, "Gần nhất:   Điều 2: “công khai, dân chủ” – chỉ là nguyên tắc\n");
    assert_has(text, "Bổ sung:    Công khai việc tuyển dụng …\n");
    free(text);
}

static void conflicts_come_before_what_is_missing(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    char *text = text_of(result, (ReportOptions){.width = 80});
    assert_true(strstr(text, "! trái quy định: Thời gian niêm yết") < strstr(text, "✗ thiếu: Tuyển dụng"));
    free(text);
}

static void what_to_correct_is_told_in_the_language_and_a_clause_as_it_is(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    char *english = text_of(result, (ReportOptions){.width = 80, .language = RASOAT_ENGLISH});
    char *vietnamese = text_of(result, (ReportOptions){.width = 80});
    assert_has(english, "Fill in the blank.");
    assert_null(strstr(english, "Điền vào chỗ trống."));
    assert_has(english, "Công khai việc tuyển dụng …");
    assert_has(vietnamese, "Điền vào chỗ trống.");
    assert_null(strstr(vietnamese, "Fill in the blank."));
    free(english);
    free(vietnamese);
}

static Finding *first_missing_section(Result *result)
{
    for (guint i = 0; i < result->findings->len; i++) {
        Finding *finding = result->findings->pdata[i];
        if (finding->check == CHECK_SECTION && finding->status == STATUS_MISSING)
            return finding;
    }
    return NULL;
}

static void a_missing_section_with_a_model_names_its_items_in_one_list(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    first_missing_section(result)->fix.vi = g_strdup("Điều … Đối thoại");
    Finding *item =
        sample_add(result, "when", "dialogue", CHECK_ITEM, STATUS_MISSING, "Thời gian đối thoại", "When");
    item->fix.vi = g_strdup("Mỗi năm một lần …");
    char *text = text_of(result, (ReportOptions){.width = 120});
    assert_has(text, "Bổ sung:    Điều … Đối thoại\n");
    assert_has(text, "    - Thời gian đối thoại");
    assert_null(strstr(text, "Mỗi năm một lần"));
    free(text);
}

static void an_act_is_named_once_for_its_articles(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    Basis other = {.instrument = (char *)"10/2022/QH15", .article = (char *)"47"};
    finding_add_basis(result->findings->pdata[2], &other);
    char *text = text_of(result, (ReportOptions){.width = 120});
    assert_has(text, "Luật 10/2022/QH15, Điều 46 khoản 4 (khoản cần đối chiếu bản gốc); Điều 47\n");
    free(text);
}

static void a_section_at_odds_is_told_by_its_items(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    ((Finding *)result->findings->pdata[0])->status = STATUS_CONFLICT;
    char *text = text_of(result, (ReportOptions){.width = 120});
    assert_null(strstr(text, "trái quy định: Nội dung công khai"));
    assert_has(text, "trái quy định: Thời gian niêm yết");
    free(text);
}

static void advice_is_apart_from_what_is_mandatory(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    Finding *finding =
        sample_add(result, "quorum", "conference", CHECK_ITEM, STATUS_MISSING, "Số người dự họp", "Quorum");
    finding->severity = SEVERITY_RECOMMENDED;
    char *text = text_of(result, (ReportOptions){.width = 120});
    const char *advice = strstr(text, "NÊN BỔ SUNG (khuyến nghị, không tính là thiếu)");
    assert_non_null(advice);
    assert_has(advice, "+ nên có: Số người dự họp");
    assert_null(strstr(text, "thiếu: Số người dự họp"));
    free(text);
}

static void the_table_counts_what_is_mandatory_and_shows_advice_apart(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    Finding *finding =
        sample_add(result, "invest", "disclosure", CHECK_ITEM, STATUS_MISSING, "Đầu tư công", "Investment");
    finding->severity = SEVERITY_RECOMMENDED;
    char *text = text_of(result, (ReportOptions){.width = 120});
    assert_has(text, "✓   ±   ✗   !   ?   +  (số nội dung; +: khuyến nghị)\n");
    assert_has(text, "! trái quy định       1   ·   1   1   ·   1  Nội dung công khai\n");
    free(text);
}

static void a_section_is_called_met_only_when_it_lacks_nothing(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    ((Finding *)result->findings->pdata[0])->status = STATUS_MET;
    ((Finding *)result->findings->pdata[3])->status = STATUS_MET;
    char *text = text_of(result, (ReportOptions){.width = 120});
    assert_has(text, "◐ có, còn thiếu 1     2   ·   1   ·   ·   ·  Nội dung công khai\n");
    free(text);
    ((Finding *)result->findings->pdata[2])->status = STATUS_MET;
    text = text_of(result, (ReportOptions){.width = 120});
    assert_has(text, "✓ đạt                 3   ·   ·   ·   ·   ·  Nội dung công khai\n");
    free(text);
}

static void advice_on_a_section_names_its_items_in_one_list(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    Finding *section = first_missing_section(result);
    section->severity = SEVERITY_RECOMMENDED;
    section->fix.vi = g_strdup("Điều … Đối thoại");
    Finding *item =
        sample_add(result, "when", "dialogue", CHECK_ITEM, STATUS_MISSING, "Thời gian đối thoại", "When");
    item->severity = SEVERITY_RECOMMENDED;
    char *text = text_of(result, (ReportOptions){.width = 120});
    assert_has(text, "+ nên có: cả phần này [dialogue]\n");
    assert_has(text, "    - Thời gian đối thoại [when]\n");
    assert_null(strstr(text, "nên có: Thời gian đối thoại"));
    free(text);
}

static void a_number_names_one_gap_of_the_whole_report(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    sample_add(result, "unsure", "disclosure", CHECK_ITEM, STATUS_REVIEW, "Việc cần xem", "To review");
    char *text = text_of(result, (ReportOptions){.width = 120});
    assert_has(text, " 1. ! trái quy định: Thời gian niêm yết [posting]\n");
    assert_has(text, " 2. ✗ thiếu: Tuyển dụng, bổ nhiệm [staffing]\n");
    assert_has(text, "Phần:  Đối thoại\n\n 3. ✗ thiếu: cả phần này [dialogue]\n");
    assert_has(text, " 4. ? cần xem lại: Việc cần xem [unsure]\n");
    free(text);
}

static void a_regulation_without_number_and_date_is_told_so(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    g_clear_pointer(&result->number, g_free);
    g_clear_pointer(&result->issued, g_free);
    char *text = text_of(result, (ReportOptions){.width = 120});
    assert_has(text, "Số, ngày:   …/QĐ-SA, không thấy ngày ban hành\n");
    free(text);
    g_clear_pointer(&result->symbol, g_free);
    text = text_of(result, (ReportOptions){.width = 120});
    assert_has(text, "Số, ngày:   không thấy số, không thấy ngày ban hành\n");
    free(text);
}

/* Two acts, each with a section of the same group: what one lacks is not the other's. */
static void sections_of_two_acts_are_kept_apart(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    g_ptr_array_add(result->governing, g_strdup("145/2020/NĐ-CP"));
    Basis act = {.instrument = (char *)"145/2020/NĐ-CP", .article = (char *)"37"};
    first_missing_section(result)->fix.vi = g_strdup("Điều … Đối thoại");
    Finding *other = sample_add(result, "other", "dialogue", CHECK_SECTION, STATUS_PARTIAL,
                                "Đối thoại tại nơi làm việc", "At work");
    finding_add_basis(other, &act);
    sample_add(result, "when", "dialogue", CHECK_ITEM, STATUS_MISSING, "Thời gian đối thoại", "When");
    char *text = text_of(result, (ReportOptions){.width = 120});
    assert_has(text, "✗ thiếu               ·   ·   1   ·   ·   ·  Đối thoại\n");
    assert_has(text, "± chưa đủ (1)         ·   ·   1   ·   ·   ·  Đối thoại tại nơi làm việc (Nghị định "
                     "145/2020/NĐ-CP)\n");
    assert_has(text, "Phần:  Đối thoại tại nơi làm việc\n\n 4. ✗ thiếu: Thời gian đối thoại [when]\n");
    free(text);
}

static void the_act_of_a_missing_section_is_not_named_again_for_its_items(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    Basis article = {.instrument = (char *)"10/2022/QH15", .article = (char *)"49"};
    Basis clause = {.instrument = (char *)"10/2022/QH15", .article = (char *)"49", .clause = (char *)"1"};
    Finding *section = first_missing_section(result);
    section->fix.vi = g_strdup("Điều … Đối thoại");
    finding_add_basis(section, &article);
    finding_add_basis(
        sample_add(result, "when", "dialogue", CHECK_ITEM, STATUS_MISSING, "Thời gian đối thoại", "When"),
        &clause);
    char *text = text_of(result, (ReportOptions){.width = 120});
    assert_has(text, "    - Thời gian đối thoại (Điều 49 khoản 1) [when]\n");
    free(text);
}

static void a_superseded_citation_says_since_when_and_by_what(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    char *text = text_of(result, (ReportOptions){.width = 120});
    assert_has(text, "Nghị định số 04/2015/NĐ-CP – đã hết hiệu lực từ ngày 01/07/2023, thay bằng Luật "
                     "10/2022/QH15");
    free(text);
}

static void the_other_language_is_english(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    char *text = text_of(result, (ReportOptions){.width = 120, .language = RASOAT_ENGLISH});
    assert_has(text, "Verdict: PARTS AGAINST THE LAW – 1 against the law, 2 mandatory missing");
    assert_has(text, "✗ missing: Recruitment [staffing]\n");
    assert_has(text, "as of 2026-11-23");
    free(text);
}

static void no_line_is_wider_than_the_terminal(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    for (guint width = REPORT_WIDTH_LEAST; width <= REPORT_WIDTH_MOST; width += 8) {
        char *text = text_of(result, (ReportOptions){.width = width});
        g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
        for (char **line = lines; *line; line++)
            if (display_width(*line) > width)
                fail_msg("%u columns: “%s”", width, *line);
        free(text);
    }
}

static void colour_only_adds_to_the_words(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    char *plain = text_of(result, (ReportOptions){.width = 80});
    char *coloured = text_of(result, (ReportOptions){.width = 80, .colour = TRUE});
    assert_null(strchr(plain, '\x1b'));
    assert_non_null(strchr(coloured, '\x1b'));
    g_autoptr(GRegex) codes = g_regex_new("\x1b\\[[0-9;]*m", 0, 0, NULL);
    g_autofree char *stripped = g_regex_replace(codes, coloured, -1, 0, "", 0, NULL);
    assert_string_equal(stripped, plain);
    free(plain);
    free(coloured);
}

static void an_unreadable_file_gets_a_reason_and_an_advice(void **state)
{
    (void)state;
    g_autoptr(Result) result = result_new("a.docx");
    g_autoptr(GError) error = NULL;
    error_set(&error, RASOAT_ERROR_ENCRYPTED, "EncryptedPackage");
    result_set_error(result, error);
    char *text = text_of(result, (ReportOptions){.width = 120});
    assert_has(text, "KHÔNG ĐỌC ĐƯỢC");
    assert_has(text, "Tệp được bảo vệ bằng mật khẩu.");
    assert_has(text, error_advice(RASOAT_ERROR_ENCRYPTED, RASOAT_VIETNAMESE));
    assert_null(strstr(text, "Chi tiết:")); /* it would only say the reason again */
    free(text);
}

static void a_damaged_file_names_the_damaged_part(void **state)
{
    (void)state;
    g_autoptr(Result) result = result_new("a.docx");
    g_autoptr(GError) error = NULL;
    const BilingualText why = {(char *)"dòng 3: hỏng", (char *)"line 3: bad"};
    error_set_texts(&error, RASOAT_ERROR_BAD_XML, "word/document.xml", &why);
    result_set_error(result, error);
    char *text = text_of(result, (ReportOptions){.width = 120});
    assert_has(text, "Chi tiết:   word/document.xml: dòng 3: hỏng\n");
    free(text);
}

static void nothing_in_a_document_reaches_the_terminal_as_a_command(void **state)
{
    (void)state;
    g_autofree char *shown = display_text("a\x1b[2Jb\u202Ec\xC2\x9B"
                                          "d\te\xE9");
    assert_string_equal(shown, "a\\x1B[2Jb\\u202Ec\\x9Bd e\\xE9");
    g_autofree char *lines = display_lines("a\tb\x1b\nc\u202E");
    assert_string_equal(lines, "a\tb\\x1B\nc\\u202E");
}

static void names_of_files_in_a_message_are_read_and_kept(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"“x\xB7 \xA7\xE5ng/\xFF\xFE” là thư mục",
         "“x\\xB7 \\xA7\\xE5ng/\\xFF\\xFE” là thư mục"}, /* of no encoding */
        {"“x\xB7 \xA7\xE5ng” · “x\xB7 \xA7\xE5ng” is",
         "“xã Đồng (x\\xB7 \\xA7\\xE5ng)” · “xã Đồng (x\\xB7 \\xA7\\xE5ng)” is"},
        {"x\xB7 \xA7\xE5ng.csv: không đọc được\x1b",
         "xã Đồng.csv (x\\xB7 \\xA7\\xE5ng.csv): không đọc được\\x1B"},
        {"xã Đồng: a\nb", "xã Đồng: a b"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *shown = display_message(rows[i][0]);
        assert_string_equal(shown, rows[i][1]);
    }
}

static void width_counts_columns_not_bytes(void **state)
{
    (void)state;
    assert_int_equal(display_width("Điều khoản"), 10);
    assert_int_equal(display_width("e\u0302\u0323"), 1); /* decomposed ệ */
    assert_int_equal(display_width("規"), 2);
}

static void wrapping_hangs_and_keeps_no_break_spaces(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    display_wrap(out, "Căn cứ Điều\u00A07 của Luật", 12, 0, 2, NULL, NULL);
    assert_string_equal(out->str, "Căn cứ\n  Điều\u00A07 của\n  Luật\n");
}

static void a_word_longer_than_the_line_is_broken_between_graphemes(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    display_wrap(out, "e\u0302\u0323e\u0302\u0323e\u0302\u0323", 2, 0, 0, NULL, NULL);
    assert_string_equal(out->str, "e\u0302\u0323e\u0302\u0323\ne\u0302\u0323\n");
}

static void a_mark_behind_a_text_has_its_own_style(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    DisplayMark mark = {"[mark]", "(", ")"};
    display_wrap_marked(out, "one two", 10, 0, 2, "<", ">", &mark);
    assert_string_equal(out->str, "<one two>\n  ([mark])\n");
    g_string_truncate(out, 0);
    display_wrap_marked(out, "one", 10, 0, 2, "<", ">", &mark);
    assert_string_equal(out->str, "<one> ([mark])\n");
}

static void a_section_with_items_is_not_counted_twice(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    GapTally gaps = tally_gaps(result);
    assert_int_equal(gaps.missing, 2); /* the item of disclosure, and dialogue that has none */
    assert_int_equal(gaps.partial, 0);
    assert_int_equal(gaps.conflict, 1);
    assert_int_equal(gaps.sections_missing, 1);
    assert_int_equal(gaps.missing_in_sections, 1);
}

static void a_section_that_lacks_only_advice_is_no_mandatory_gap(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    first_missing_section(result)->status = STATUS_PARTIAL;
    Finding *item =
        sample_add(result, "when", "dialogue", CHECK_ITEM, STATUS_MISSING, "Thời gian đối thoại", "When");
    item->severity = SEVERITY_RECOMMENDED;
    assert_int_equal(tally_gaps(result).partial, 0);
    char *text = text_of(result, (ReportOptions){.width = 120});
    assert_null(strstr(text, "± chưa đủ: phần này"));
    assert_has(text, "+ nên có: Thời gian đối thoại [when]\n");
    free(text);
}

static void a_section_whose_items_are_all_advice_counts_itself(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    Finding *item =
        sample_add(result, "when", "dialogue", CHECK_ITEM, STATUS_MISSING, "Thời gian đối thoại", "When");
    item->severity = SEVERITY_RECOMMENDED;
    assert_int_equal(tally_gaps(result).missing, 2);
    item->status = STATUS_CONFLICT;
    first_missing_section(result)->status = STATUS_CONFLICT;
    assert_int_equal(tally_gaps(result).missing, 1);
    assert_int_equal(tally_gaps(result).conflict, 2); /* the posting, and the item for its section */
}

static void a_share_reads_as_all_or_none_only_when_it_is(void **state)
{
    static const struct {
        gdouble part, whole;
        guint percent;
    } shares[] = {{2, 3, 67},      {1, 3, 33},  {1, 8, 13},  {996, 1000, 99}, {4, 1000, 1}, {0.9999, 1, 99},
                  {0.00001, 1, 1}, {1, 1, 100}, {7, 7, 100}, {0, 7, 0},       {0, 0, 0}};
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(shares); i++)
        assert_int_equal(tally_percent(shares[i].part, shares[i].whole), shares[i].percent);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_report_names_unit_law_date_and_verdict),
        cmocka_unit_test(a_gap_brings_basis_nearest_miss_and_what_to_add),
        cmocka_unit_test(conflicts_come_before_what_is_missing),
        cmocka_unit_test(what_to_correct_is_told_in_the_language_and_a_clause_as_it_is),
        cmocka_unit_test(a_missing_section_with_a_model_names_its_items_in_one_list),
        cmocka_unit_test(an_act_is_named_once_for_its_articles),
        cmocka_unit_test(a_section_at_odds_is_told_by_its_items),
        cmocka_unit_test(advice_is_apart_from_what_is_mandatory),
        cmocka_unit_test(the_table_counts_what_is_mandatory_and_shows_advice_apart),
        cmocka_unit_test(a_section_is_called_met_only_when_it_lacks_nothing),
        cmocka_unit_test(advice_on_a_section_names_its_items_in_one_list),
        cmocka_unit_test(a_number_names_one_gap_of_the_whole_report),
        cmocka_unit_test(a_regulation_without_number_and_date_is_told_so),
        cmocka_unit_test(sections_of_two_acts_are_kept_apart),
        cmocka_unit_test(the_act_of_a_missing_section_is_not_named_again_for_its_items),
        cmocka_unit_test(a_damaged_file_names_the_damaged_part),
        cmocka_unit_test(a_superseded_citation_says_since_when_and_by_what),
        cmocka_unit_test(the_other_language_is_english),
        cmocka_unit_test(no_line_is_wider_than_the_terminal),
        cmocka_unit_test(colour_only_adds_to_the_words),
        cmocka_unit_test(an_unreadable_file_gets_a_reason_and_an_advice),
        cmocka_unit_test(nothing_in_a_document_reaches_the_terminal_as_a_command),
        cmocka_unit_test(names_of_files_in_a_message_are_read_and_kept),
        cmocka_unit_test(width_counts_columns_not_bytes),
        cmocka_unit_test(wrapping_hangs_and_keeps_no_break_spaces),
        cmocka_unit_test(what_was_told_by_its_words_is_shown_to_be_looked_at),
        cmocka_unit_test(a_word_longer_than_the_line_is_broken_between_graphemes),
        cmocka_unit_test(a_mark_behind_a_text_has_its_own_style),
        cmocka_unit_test(a_section_with_items_is_not_counted_twice),
        cmocka_unit_test(a_section_that_lacks_only_advice_is_no_mandatory_gap),
        cmocka_unit_test(a_section_whose_items_are_all_advice_counts_itself),
        cmocka_unit_test(a_share_reads_as_all_or_none_only_when_it_is),
    };
    return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
