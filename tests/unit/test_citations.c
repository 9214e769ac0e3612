/* Citations of legal acts: spellings, what is no citation, what is at odds, dates in force. Each case is a
 * line of text and, in order, the acts found in it as "number=verdict". */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

#include "audit/citation_scan.h"
#include "base/error.h"
#include "base/memory.h"
#include "citation_samples.h"

static const char *name_of(CitationVerdict verdict)
{
    return citation_verdict_name(verdict);
}

/* "04/2015/NĐ-CP=superseded 10/2022/QH15=in-force"; "?" where there is no number, '*' behind the number of an
 * act that the table does not hold, "(ended)" behind one that is mentioned to be ended. */
static char *found_in(const char *text, const char *issued, gboolean then)
{
    GString *out = g_string_new(NULL);
    Sample sample;

    sample_init(&sample, text, COMPONENT_REGULATION);
    g_autoptr(GArray) citations =
        citations_find(scanner, &sample.outline, NULL, TODAY, issued, &sample.budget, NULL);
    for (guint i = 0; i < citations->len; i++) {
        const Citation *citation = &g_array_index(citations, Citation, i);
        g_string_append_printf(out, "%s%s%s=%s%s", i ? " " : "", citation->number ? citation->number : "?",
                               citation->instrument ? "" : "*",
                               name_of(then ? citation->verdict_then : citation->verdict),
                               citation->repealed ? "(ended)" : "");
    }
    sample_clear(&sample);
    return g_string_free(out, FALSE);
}

static void assert_cases(const Case *cases, gsize count)
{
    guint failures = 0;

    for (gsize i = 0; i < count; i++) {
        g_autofree char *found = found_in(cases[i].text, NULL, FALSE);
        if (g_str_equal(found, cases[i].found))
            continue;
        print_error("“%s”\n  expected: %s\n  found:    %s\n", cases[i].text, cases[i].found, found);
        failures++;
    }
    assert_int_equal(failures, 0);
}

#define D04 "04/2015/NĐ-CP=superseded"
#define LAW "10/2022/QH15=in-force"
#define P34 "34/2007/PL-UBTVQH11=superseded"
#define D71 "71/1998/NĐ-CP=superseded"
#define C30 "30-CT/TW=in-force"
#define T11 "11/2020/TT-BGDĐT=in-force"

static void every_spelling_of_a_number_is_one_act(void **state)
{
    static const Case cases[] = {
        {"Căn cứ Nghị định số 04/2015/NĐ-CP ngày 09 tháng 01 năm 2015 của Chính phủ;", D04},
        {"NĐ 04/2015/NĐ-CP", D04},
        {"Nghị định 04/2015 của Chính phủ", D04},
        {"theo NĐ số 04", D04},
        {"Nghị định 04/2015/ND-CP", D04},
        {"Nghị định số 04/2015/NĐ - CP", D04},
        {"Nghị định số 04/2015/NĐ\u2013CP ngày 9/1/2015", D04},
        {"Nghị định số 04 /2015/ NĐ-CP", D04},
        {"Nghị\u00a0định\u00a0số\u00a004/2015/NĐ-CP", D04},
        {"Nghi dinh so 04/2015/ND-CP ngay 09/01/2015 cua Chinh phu", D04},
        {"NGHỊ ĐỊNH SỐ 04/2015/NĐ-CP", D04},
        {"Nghị định số 4/2015/NĐ-CP", D04},
        {"Nghị định số 04/2015/N\u00d0-CP", D04},
        {"Nghị định số: 04/2015/NĐCP", D04},
        {"Nghị định số 04/2015/NĐ-CPngày 09/01/2015", D04},
        {"Nghị định số04/2015/NĐ-CP", D04},
        {"(Nghị định 04/2015/NĐ-CP)", D04},
        {"xếp loại theo Nghị định 145/2020/NĐ-CP năm 2024", "145/2020/NĐ-CP=in-force"},
        {"các Nghị định số 04/2015/NĐ-CP, số 71/1998/NĐ-CP", D04 " " D71},
        {"Nghị định 71/1998 và 04/2015", D71 " " D04},
        {"Thông tư số 11/2020/TT-BGD&ĐT", T11},
        {"Thông tư 11/2020/TT-BGDDT ngày 19/5/2020 của Bộ trưởng Bộ Giáo dục và Đào tạo", T11},
        {"Thông tư số 11/2020/TT- BGD ĐT của Bộ GD&ĐT", T11},
        {"QĐ 04/2000/QĐ-BGDĐT", "04/2000/QĐ-BGDĐT=superseded"},
        {"Quyết định số 04/2000/QĐ-BGD&ĐT ngày 01/3/2000", "04/2000/QĐ-BGDĐT=superseded"},
        {"Luật số 10/2022/QH15", LAW},
        {"Luật số 10/2022/QH 15 ngày 10 tháng 11 năm 2022 của Quốc hội", LAW},
        {"Pháp lệnh số 34/2007/PL-UBTVQH11 ngày 20/4/2007", P34},
        {"Pháp lệnh số 34/2007/PL - UBTVQH 11", P34},
        {"Pháp lệnh số 34/2007/UBTVQH11", P34},
        {"Pháp lệnh số 34/2007/PLUBTVQH11", P34},
        {"Nghị quyết 55/1998/NQUBTVQH10", "55/1998/NQ-UBTVQH10=superseded"},
        {"Thông tư 11/2020/TTBGDĐT", T11},
        {"Pháp lệnh 34", P34},
        {"Chỉ thị 30-CT/TW", C30},
        {"Chỉ thị số 30/CT-TW của Bộ Chính trị (khóa VIII)", C30},
        {"Chỉ thị 30 CT/TW ngày 18/02/1998 của Bộ Chính trị", C30},
        {"Kết luận số 120-KL/TW ngày 07/01/2016 của Bộ Chính trị", "120-KL/TW=in-force"},
        {"Nghị định 145/2020/NĐ-CP", "145/2020/NĐ-CP=in-force"},
        {"Nghị quyết liên tịch số 09/2008/NQLT-CP-UBTWMTTQVN", "09/2008/NQLT-CP-UBTWMTTQVN=superseded"},
        {"Quyết định số 22/2018/QĐ-TTg của Thủ tướng Chính phủ", "22/2018/QĐ-TTg=superseded"},
    };

    (void)state;
    assert_cases(cases, G_N_ELEMENTS(cases));
}

static void a_name_alone_is_a_citation(void **state)
{
    static const Case cases[] = {
        {"Luật Thực hiện dân chủ ở cơ sở", LAW},
        {"LUẬT THỰC HIỆN DÂN CHỦ Ở CƠ SỞ", LAW},
        {"Luật Thực hiện dân chủ ở cơ sở (năm 2022)", LAW},
        {"Luật Thực hiện dân chủ ở cơ sở 2022", LAW},
        {"Luật Thực hiện dân chủ ở cơ sở ngày 10/11/2022", LAW},
        {"Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 ngày 10 tháng 11 năm 2022", LAW},
        {"Luật Thực hiện dân chủ ở cơ sở (Luật số 10/2022/QH15)", LAW},
        {"Luật số 10/2022/QH15 - Luật Thực hiện dân chủ ở cơ sở", LAW},
        {"Luật Thực hiện dân chủ ở cơ sở được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV, "
         "kỳ họp thứ 4 thông qua ngày 10/11/2022",
         LAW},
        {"Luật THDC ở cơ sở", LAW},
        {"Pháp lệnh dân chủ", P34},
        {"Pháp lệnh Thực hiện dân chủ ở xã phường thị trấn", P34},
        {"Bộ luật Lao động năm 2019", "45/2019/QH14=in-force"},
        {"Bộ luật Lao động ngày 18 tháng 6 năm 2012", "10/2012/QH13=superseded"},
        /* two of one name and year: that of the day, else that in force */
        {"Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025", "72/2025/QH15=in-force"},
        {"Luật Tổ chức chính quyền địa phương ngày 19/02/2025", "65/2025/QH15=superseded"},
        {"Luật Tổ chức chính quyền địa phương năm 2025", "72/2025/QH15=in-force"},
        {"Bộ luật Lao động", "45/2019/QH14=in-force"},
        {"Luật Cán bộ công chức năm 2008, Luật Viên chức năm 2010",
         "22/2008/QH12=superseded 58/2010/QH12=superseded"},
        {"Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức ngày 25/11/2019",
         "52/2019/QH14=in-force"},
        {"Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa "
         "phương ngày 22 tháng 11 năm 2019",
         "47/2019/QH14=superseded"},
        {"Luật Khiếu nại, Luật Tố cáo", "02/2011/QH13=in-force 25/2018/QH14=in-force"},
        {"Luật Giáo dục đại học", "?*=unknown"},
    };

    (void)state;
    assert_cases(cases, G_N_ELEMENTS(cases));
}

static void acts_that_the_table_does_not_hold_are_listed_with_their_number(void **state)
{
    static const Case cases[] = {
        {"Nghị định số 115/2020/ND - CP ngày 25/9/2020 của Chính phủ", "115/2020/NĐ-CP*=unknown"},
        {"Thông tư 5/2019/TT-BNV", "05/2019/TT-BNV*=unknown"},
        {"Thông tư liên tịch số 09/2013/TTLT-BGD&ĐT-BTC-BNV", "09/2013/TTLT-BGDĐT-BTC-BNV*=unknown"},
        {"Quyết định số 1847/QĐ-TTg ngày 27/12/2018 của Thủ tướng Chính phủ", "1847/QĐ-TTg*=unknown"},
        {"Quyết định số 15/2019/QĐ-UBND của UBND tỉnh", "15/2019/QĐ-UBND*=unknown"},
        {"Luật số 45/2013/QH13", "45/2013/QH13*=unknown"},
        {"Thông tư 11/2020/TT-BTC", "11/2020/TT-BTC*=unknown"},
        {"Nghị quyết số 51/2001/QH10 của Quốc hội", "51/2001/QH10*=unknown"},
        {"Nghị quyết số 351/2017/UBTVQH14", "351/2017/UBTVQH14*=unknown"},
        {"Nghị quyết số 10/2022/QH15", "10/2022/QH15*=unknown"},
        {"Nghị định 60 của Chính phủ", "?*=unknown"},
        {"Luật Giáo dục năm 1998", "?*=unknown"},
    };

    (void)state;
    assert_cases(cases, G_N_ELEMENTS(cases));
}

static void what_only_looks_like_a_citation_is_left_alone(void **state)
{
    static const Case cases[] = {
        {"ngày 10/11/2022", ""},
        {"tháng 05/2024", ""},
        {"từ 09/2015 đến 10/2022", ""},
        {"Điều 46 và khoản 3 Điều 47 Quy chế này", ""},
        {"Điện thoại: 0239.3855.123; 0912/345-678", ""},
        {"Số: 12/QĐ-THCS", ""},
        {"Quyết định số 12/QĐ-THCS ngày 05/02/2024 của Hiệu trưởng", ""},
        {"Quyết định số 12/2024/QĐ-THCS", ""},
        {"Quyết định số 370/QĐ-PGDĐT ngày 05/9/2021", ""},
        {"Quyết định số 45/QĐ-UBND ngày 01/02/2023 của UBND huyện", ""},
        {"Kế hoạch số 05/KH-UBND, Kế hoạch 07/2023/KH-UBND", ""},
        {"Quyết định số 12 ngày 05 tháng 02 năm 2024", ""},
        {"Nghị quyết số 05 của Chi bộ", ""},
        {"Công văn số 1234/BGDĐT-GDTrH", ""},
        {"kỷ luật viên chức theo quy định", ""},
        {"pháp luật lao động, pháp luật khiếu nại", ""},
        {"chi 20.000 đồng; đạt 2/3 số người; 50% nữ", ""},
        {"(Ban hành kèm theo Quyết định số 15/2024/QĐ-UBND ngày 01/02/2024)", ""},
        {"nhiệm kỳ 2020-2025, năm học 2023-2024", ""},
    };

    (void)state;
    assert_cases(cases, G_N_ELEMENTS(cases));
}

static void what_is_at_odds_is_wrong(void **state)
{
    static const Case cases[] = {
        {"Nghị định 04/2015/NĐ-CP ngày 09/01/2000", "04/2015/NĐ-CP=wrong"},
        {"Thông tư 04/2015/NĐ-CP", "04/2015/NĐ-CP=wrong"},
        {"Nghị định số 04/2015/NĐ-CP của Thủ tướng Chính phủ", "04/2015/NĐ-CP=wrong"},
        {"Nghị định 04/2015 của Thủ tướng Chính phủ", "04/2015/NĐ-CP=wrong"},
        {"Thông tư số 11/2020/TT-BGDĐT của Bộ Nội vụ", "11/2020/TT-BGDĐT=wrong"},
        {"Luật số 10/2022/QH14", "10/2022/QH15=wrong"},
        {"Luật Thực hiện dân chủ ở cơ sở số 10/2021/QH15", "10/2022/QH15=wrong"},
        {"Luật Thực hiện dân chủ ở cơ sở năm 2023", "10/2022/QH15=wrong"},
        {"Luật Viên chức số 22/2008/QH12", "22/2008/QH12=wrong"},
        {"Nghị định 04/2014/NĐ-CP về thực hiện dân chủ trong hoạt động của cơ quan hành chính nhà nước",
         "04/2015/NĐ-CP=wrong"},
        {"Nghị định số 04/2014/NĐ-CP ngày 09 tháng 01 năm 2015", "04/2015/NĐ-CP=wrong"},
        {"Pháp lệnh số 34-PL/TW34/2007PL-UBTVQH11", "34/2007/PL-UBTVQH11=wrong"},
        {"Nghị định số 157-NĐ/2007/NĐ-CP", "157/2007/NĐ-CP=wrong"},
        {"Nghị định 04/2015/NĐ-TTg", "04/2015/NĐ-CP=wrong"},
        {"Nghị định 99/2017/NĐ-CP ngày 01/02/2018", "99/2017/NĐ-CP*=wrong"},
        {"Luật số 10/2022/QH15 ngày 11/10/2022", "10/2022/QH15=wrong"},
        {"Luật Thực hiện dân chủ ở cơ sở ngày 10/11/2021", "10/2022/QH15=wrong"},
        {"Nghị quyết số 55/1998/NQ-UBTVQH10 của Quốc hội", "55/1998/NQ-UBTVQH10=wrong"},
    };

    (void)state;
    assert_cases(cases, G_N_ELEMENTS(cases));
}

static void a_date_that_the_table_itself_is_unsure_of_is_only_doubted(void **state)
{
    static const Case cases[] = {
        {"Nghị định số 04/2015/NĐ-CP ngày 10/01/2015", "04/2015/NĐ-CP=unknown"},
        {"Thông tư 11/2020/TT-BGDĐT ngày 20/5/2020", "11/2020/TT-BGDĐT=unknown"},
        {"Luật Giáo dục ngày 02/12/1998", "?*=unknown"},
    };

    (void)state;
    assert_cases(cases, G_N_ELEMENTS(cases));
}

static void a_mention_that_ends_an_act_is_told_apart(void **state)
{
    static const Case cases[] = {
        {"thay thế Quy chế ban hành theo Nghị định 71/1998/NĐ-CP", D71 "(ended)"},
        {"Bãi bỏ Quyết định số 04/2000/QĐ-BGDĐT.", "04/2000/QĐ-BGDĐT=superseded(ended)"},
        {"Nghị định số 04/2015/NĐ-CP (đã hết hiệu lực)", D04 "(ended)"},
        {"Nghị định 71/1998/NĐ-CP được thay thế bằng Nghị định 04/2015/NĐ-CP", D71 "(ended) " D04},
        {"Quy chế này thay thế quy chế cũ. Căn cứ Nghị định 04/2015/NĐ-CP", D04},
        {"Nghị định 71/1998/NĐ-CP (thay bằng Nghị định 04/2015/NĐ-CP)", D71 "(ended) " D04},
        {"sửa đổi theo Nghị định 04/2015/NĐ-CP", D04},
    };

    (void)state;
    assert_cases(cases, G_N_ELEMENTS(cases));
}

static void the_regulations_own_date_is_judged_beside_the_as_of_date(void **state)
{
    static const struct {
        const char *text, *issued, *then;
    } cases[] = {
        {"Nghị định 04/2015/NĐ-CP", "2019-05-01", "04/2015/NĐ-CP=in-force"},
        {"Nghị định 04/2015/NĐ-CP", "2024-05-01", "04/2015/NĐ-CP=superseded"},
        {"Luật số 10/2022/QH15", "2023-01-05", "10/2022/QH15=wrong"},
        {"Bộ luật Lao động", "2020-06-01", "10/2012/QH13=in-force"},
        {"Luật Viên chức", "2024-06-01", "58/2010/QH12=in-force"},
        {"Nghị định 04/2015/NĐ-CP", NULL, "04/2015/NĐ-CP=unknown"},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *found = found_in(cases[i].text, cases[i].issued, TRUE);
        assert_string_equal(found, cases[i].then);
    }
}

static void the_span_is_that_of_the_original_text(void **state)
{
    static const char text[] =
        "C\u0103n c\u1ee9 Ngh\u1ecb\u00a0\u0111\u1ecbnh s\u1ed1 04/2015/N\u0110\u2013CP ng\u00e0y "
        "09/01/2015 c\u1ee7a Ch\u00ednh ph\u1ee7 v\u1ec1 d\u00e2n ch\u1ee7;";
    Sample sample;

    (void)state;
    sample_init(&sample, text, COMPONENT_DECISION);
    g_autoptr(GArray) citations =
        citations_find(scanner, &sample.outline, NULL, TODAY, NULL, &sample.budget, NULL);
    assert_int_equal(citations->len, 1);
    const Citation *citation = &g_array_index(citations, Citation, 0);
    g_autofree char *written = g_strndup(text + citation->start, citation->end - citation->start);
    assert_string_equal(written,
                        "Ngh\u1ecb\u00a0\u0111\u1ecbnh s\u1ed1 04/2015/N\u0110\u2013CP ng\u00e0y 09/01/2015 "
                        "c\u1ee7a Ch\u00ednh ph\u1ee7");
    sample_clear(&sample);
}

static void pasted_acts_are_left_out_and_annexes_and_footnotes_are_read(void **state)
{
    Sample sample;

    (void)state;
    sample_init(&sample, "Nghị định 04/2015/NĐ-CP", COMPONENT_ANNEX);
    g_autoptr(GArray) annex =
        citations_find(scanner, &sample.outline, NULL, TODAY, NULL, &sample.budget, NULL);
    assert_int_equal(annex->len, 1);
    g_array_index(sample.outline.components, Component, 0).pasted_law = TRUE;
    g_autoptr(GArray) none =
        citations_find(scanner, &sample.outline, NULL, TODAY, NULL, &sample.budget, NULL);
    assert_int_equal(none->len, 0);
    sample_clear(&sample);

    sample_init(&sample, "Nghị định 04/2015/NĐ-CP\nNghị định 71/1998/NĐ-CP", COMPONENT_REGULATION);
    g_array_index(sample.document->blocks, Block, 0).layer = LAYER_FOOTNOTE;
    g_array_index(sample.document->blocks, Block, 1).layer = LAYER_HEADER;
    g_autoptr(GArray) one = citations_find(scanner, &sample.outline, NULL, TODAY, NULL, &sample.budget, NULL);
    assert_int_equal(one->len, 1);
    sample_clear(&sample);
}

/* Puts a pattern in the place of one of the scanner's, and gives back the one that stood there. */
static void *swap_pattern(void **place, void *pattern)
{
    void *old = *place;
    *place = pattern;
    return old;
}

/* Backtracks without end on letters "a" that no "b" follows. */
static void *endless_pattern(void)
{
    int code;
    PCRE2_SIZE offset;
    void *pattern = pcre2_compile((PCRE2_SPTR) "(?:a+|a)+b", PCRE2_ZERO_TERMINATED, PCRE2_NO_START_OPTIMIZE,
                                  &code, &offset, NULL);
    assert_non_null(pattern);
    return pattern;
}

static void a_pattern_that_gives_up_is_an_error_and_never_no_citation(void **state)
{
    static const char text[] =
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa Nghị định 04/2015/NĐ-CP, Luật aaa"
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    void **const places[] = {&scanner->number_code, &scanner->name_code, &scanner->detail_code,
                             &scanner->ended_before, &scanner->ended_after};

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autoptr(GError) error = NULL;
        Sample sample;
        sample_init(&sample, text, COMPONENT_REGULATION);
        void *good = swap_pattern(places[i], endless_pattern());
        g_autoptr(GArray) found =
            citations_find(scanner, &sample.outline, NULL, TODAY, NULL, &sample.budget, &error);
        pcre2_code_free(swap_pattern(places[i], good));
        assert_null(found);
        assert_true(g_error_matches(error, RASOAT_ERROR, RASOAT_ERROR_LIMIT_STEPS));
        sample_clear(&sample);
    }
}

static void citations_are_not_sought_when_time_is_up(void **state)
{
    g_autoptr(GError) error = NULL;
    Sample sample;

    (void)state;
    sample_init(&sample, "Nghị định 04/2015/NĐ-CP", COMPONENT_REGULATION);
    sample.budget.deadline = 1; /* long past */
    g_autoptr(GArray) found =
        citations_find(scanner, &sample.outline, NULL, TODAY, NULL, &sample.budget, &error);
    assert_null(found);
    assert_true(g_error_matches(error, RASOAT_ERROR, RASOAT_ERROR_LIMIT_TIME));
    sample_clear(&sample);
}

static void everything_at_odds_is_told(void **state)
{
    Sample sample;

    (void)state;
    sample_init(&sample, "Nghị định số 04/2015/NĐ-CP ngày 09/01/2000 của Thủ tướng Chính phủ",
                COMPONENT_DECISION);
    g_autoptr(GArray) citations =
        citations_find(scanner, &sample.outline, NULL, TODAY, NULL, &sample.budget, NULL);
    const Citation *citation = &g_array_index(citations, Citation, 0);
    assert_string_equal(citation->reason.vi,
                        "Ghi cơ quan ban hành là Thủ tướng Chính phủ; đúng là Chính phủ. "
                        "Ngày ban hành ghi năm 2000, số hiệu là của năm 2015.");
    assert_string_equal(citation->reason.en, "Said to be issued by Thủ tướng Chính phủ; the issuer is Chính "
                                             "phủ. Dated 2000, but the number is of 2015.");
    sample_clear(&sample);
}

static void bases_are_marked_and_the_files_own_decision_is_no_citation(void **state)
{
    const guint basis = 1;
    FrontMatter front = {.number = (char *)"0123",
                         .symbol = (char *)"QĐ-BNV",
                         .bases = g_array_new(FALSE, FALSE, sizeof(guint)),
                         .number_block = G_MAXUINT};
    Sample sample;

    (void)state;
    g_array_append_val(front.bases, basis);
    sample_init(&sample,
                "Quy chế theo Quyết định số 123/QĐ-BNV\nCăn cứ Luật số 10/2022/QH15;\nNghị định 145/2020",
                COMPONENT_REGULATION);
    g_autoptr(GArray) citations =
        citations_find(scanner, &sample.outline, &front, TODAY, NULL, &sample.budget, NULL);
    assert_int_equal(citations->len, 2);
    assert_true(g_array_index(citations, Citation, 0).in_bases);
    assert_string_equal(g_array_index(citations, Citation, 0).number, "10/2022/QH15");
    assert_false(g_array_index(citations, Citation, 1).in_bases);
    sample_clear(&sample);
    g_array_unref(front.bases);
}

static void a_table_that_cannot_be_read_back_is_refused(void **state)
{
    static const struct {
        const char *number, *kind, *message;
    } cases[] = {
        {"4 of 2015", "nghị định", "acts.xml:7: “4 of 2015” is not the number of an act"},
        {"04/2015/NĐ-CP", "bản tin", "acts.xml:7: “bản tin” is not the kind of an act"},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        Issuer issuer = {(char *)"Chính phủ", (char *)"CP", FALSE, g_ptr_array_new()};
        Instrument act = {.number = (char *)cases[i].number,
                          .kind = (char *)cases[i].kind,
                          .path = (char *)"acts.xml",
                          .line = 7,
                          .names = issuer.names,
                          .subjects = issuer.names};
        Instruments table = {
            .list = g_ptr_array_new(), .issuers = g_ptr_array_new(), .unlisted = issuer.names};

        g_ptr_array_add(table.list, &act);
        g_ptr_array_add(table.issuers, &issuer);
        assert_null(citation_scanner_new(&table, &error));
        assert_non_null(error_texts(error));
        assert_string_equal(error_texts(error)->en, cases[i].message);
        g_ptr_array_unref(table.list);
        g_ptr_array_unref(table.issuers);
        g_ptr_array_unref(issuer.names);
    }
}

/* Processor time for the piece again and again up to so many bytes. */
static double seconds_for(const char *piece, gboolean after_an_act, gsize bytes)
{
    g_autoptr(GString) text = g_string_new(after_an_act ? "Nghị định 04/2015/NĐ-CP đã " : "");
    while (text->len < bytes)
        g_string_append(text, piece);
    clock_t start = clock();
    g_autofree char *found = found_in(text->str, NULL, FALSE);
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

static void hostile_text_takes_linear_time(void **state)
{
    static const char *const pieces[] = {"1/",
                                         ",",
                                         "04/2015/",
                                         "(",
                                         "nghị định ",
                                         "đã, ",
                                         "a-",
                                         ") ,",
                                         "ngày 1 tháng ",
                                         "9",
                                         "Luật ",
                                         "thay thế ",
                                         "04/2015/NĐ-CP,",
                                         "khóa 1 "};

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++) {
        double some = seconds_for(pieces[i], i % 2, 50000),
               four_times = seconds_for(pieces[i], i % 2, 200000);
        assert_true(four_times < 10 * some + 0.05); /* 4 when linear, 16 when quadratic; the rest is noise */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_spelling_of_a_number_is_one_act),
        cmocka_unit_test(a_name_alone_is_a_citation),
        cmocka_unit_test(acts_that_the_table_does_not_hold_are_listed_with_their_number),
        cmocka_unit_test(what_only_looks_like_a_citation_is_left_alone),
        cmocka_unit_test(what_is_at_odds_is_wrong),
        cmocka_unit_test(a_date_that_the_table_itself_is_unsure_of_is_only_doubted),
        cmocka_unit_test(a_mention_that_ends_an_act_is_told_apart),
        cmocka_unit_test(the_regulations_own_date_is_judged_beside_the_as_of_date),
        cmocka_unit_test(the_span_is_that_of_the_original_text),
        cmocka_unit_test(pasted_acts_are_left_out_and_annexes_and_footnotes_are_read),
        cmocka_unit_test(a_pattern_that_gives_up_is_an_error_and_never_no_citation),
        cmocka_unit_test(citations_are_not_sought_when_time_is_up),
        cmocka_unit_test(everything_at_odds_is_told),
        cmocka_unit_test(bases_are_marked_and_the_files_own_decision_is_no_citation),
        cmocka_unit_test(a_table_that_cannot_be_read_back_is_refused),
        cmocka_unit_test(hostile_text_takes_linear_time),
    };

    return cmocka_run_group_tests_name("citations", tests, set_up, tear_down);
}
