/* Consistency: each kind of finding on a small regulation that has the flaw, and none where the words only
 * look like it. The rules are the project's own, so that its word lists are tested too. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "audit/consistency.h"
#include "build_document.h"
#include "repository_rules.h"

#define TODAY "2026-11-23"
#define HEAD                                                                                                  \
    "^UBND XÃ HÒA AN\n^TRƯỜNG THCS LÊ LỢI\nSố: 12/QC-THCS\nHòa An, ngày 02 tháng 02 năm 2026\n" \
    "^!QUY CHẾ\n^!Thực hiện dân chủ trong hoạt động của Trường THCS Lê Lợi\n"
#define FOOT "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n^!HIỆU TRƯỞNG\n^Nguyễn Văn An"

/* The pack of the law that schools have had to cite. */
static const Pack *law_of(const char *profile, const char *id, const char *as_of)
{
    g_autoptr(GPtrArray) packs = ruleset_packs(rules, profile, as_of, OWNER_PRIVATE);

    for (guint i = 0; i < packs->len; i++)
        if (strcmp(((const Pack *)packs->pdata[i])->id, id) == 0)
            return packs->pdata[i];
    return NULL;
}

static const Pack *newest_law(const char *as_of)
{
    return law_of("agency", "agency-10-2022", as_of);
}

/* No letter is Vietnamese but in words that are quoted. */
static void assert_english(const char *text)
{
    gboolean quoted = FALSE;

    assert_non_null(text);
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        quoted = (quoted || c == 0x201C) && c != 0x201D;
        if (!quoted && c > 0x7F && g_unichar_isalpha(c))
            fail_msg("Vietnamese in “%s”", text);
    }
}

/* The findings of a text by a law, one a line: "kind status title". Owned by the caller. */
static char *findings_by(const char *text, const Pack *law, const char *as_of, WarningCode warning)
{
    Budget budget;
    g_autoptr(Document) document = build_document(text, &budget);
    GString *out = g_string_new(NULL);

    document_warn(document, warning, NULL);
    g_autoptr(Outline) outline = outline_build(document);
    g_autoptr(FrontMatter) front = front_matter_read(outline);
    g_autoptr(AuditView) view = audit_view_new(rules, outline, front, &budget, NULL);
    assert_non_null(view);
    assert_true(audit_view_scan(view, PURPOSE_BODY, NULL));
    g_autoptr(AuditContext) context = audit_context_new(view, front);
    g_autoptr(GPtrArray) findings = consistency_findings(view, context, front, law, as_of, &budget, NULL);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = findings->pdata[i];
        assert_int_equal(finding->check, CHECK_CONSISTENCY);
        assert_non_null(finding->title.en);
        assert_non_null(finding->fix.vi);
        assert_english(finding->fix.en);
        g_string_append_printf(out, "%s %s %s\n", finding->kind, status_name(finding->status),
                               finding->title.vi);
    }
    return g_string_free(out, FALSE);
}

static char *all_findings(const char *text, const char *as_of, WarningCode warning)
{
    return findings_by(text, newest_law(as_of), as_of, warning);
}

/* A regulation with the given rules between a whole head and foot. */
static char *findings_of(const char *body)
{
    g_autofree char *text = g_strconcat(HEAD, body, FOOT, NULL);

    return all_findings(text, TODAY, WARNING_COMMENTS);
}

#define assert_findings(body, expected)                                                                      \
    do {                                                                                                     \
        g_autofree char *found = findings_of(body);                                                          \
        assert_string_equal(found, expected);                                                                \
    } while (0)

/* Time that is up during the checks: none of what they found before is told. */
static void checks_out_of_time_are_an_error(void **state)
{
    Budget budget;
    g_autoptr(GError) error = NULL;
    g_autoptr(Document) document =
        build_document(HEAD "Điều 1. Công khai\nXem khoản 7 Điều này." FOOT, &budget);
    g_autoptr(Outline) outline = outline_build(document);
    g_autoptr(FrontMatter) front = front_matter_read(outline);
    g_autoptr(AuditView) view = audit_view_new(rules, outline, front, &budget, NULL);

    (void)state;
    assert_true(audit_view_scan(view, PURPOSE_BODY, NULL));
    g_autoptr(AuditContext) context = audit_context_new(view, front);
    budget.deadline = 1; /* long past */
    assert_null(consistency_findings(view, context, front, newest_law(TODAY), TODAY, &budget, &error));
    assert_true(g_error_matches(error, RASOAT_ERROR, RASOAT_ERROR_LIMIT_TIME));
}

static void a_whole_regulation_has_no_flaws(void **state)
{
    (void)state;
    assert_findings(
        "Điều 1. Phạm vi\n1. Quy chế này áp dụng cho CBGVNV của trường, v.v...\n2. Sổ sách, báo chí…\n"
        "Điều 2. Công khai\n1. Niêm yết tại bảng tin theo khoản 1 Điều 1 của Quy chế này.\n"
        "a) Kế hoạch năm;\nb) Kinh phí;\nc) Tài sản;\nd) Nhân sự;\nđ) Việc khác.\n"
        "2. Thực hiện Điều 46 Luật Thực hiện dân chủ ở cơ sở và khoản 9 Điều 64 của Luật đó.",
        "");
}

static void a_draft_mark_is_a_line_of_its_own_in_the_head(void **state)
{
    (void)state;
    g_autofree char *marked =
        all_findings("^DỰ THẢO\n" HEAD "Điều 1. Lấy ý kiến\nDự thảo quy chế được lấy ý kiến." FOOT, TODAY,
                     WARNING_COMMENTS);
    g_autofree char *spaced = all_findings("DỰ\u00a0THẢO\n" HEAD "Điều 1. Lấy ý kiến\nMọi người góp ý." FOOT,
                                           TODAY, WARNING_COMMENTS);
    g_autofree char *bracketed = all_findings(
        "(Dự thảo lần 2)\n" HEAD "Điều 1. Lấy ý kiến\nMọi người góp ý." FOOT, TODAY, WARNING_COMMENTS);

    assert_string_equal(marked, "draft-mark partial Còn ghi “Dự thảo”\n");
    assert_string_equal(spaced, "draft-mark partial Còn ghi “Dự thảo”\n");
    assert_string_equal(bracketed, "draft-mark partial Còn ghi “Dự thảo”\n");
    assert_findings("Điều 1. Lấy ý kiến\nDự thảo quy chế được gửi cho mọi người.", "");
}

static void blanks_of_a_template_are_found(void **state)
{
    static const char *const blanks[] = {
        "Quy chế có hiệu lực từ ngày … tháng … năm 20….",
        "Niêm yết tại ......... trong 30 ngày.",
        "Quy chế có hiệu lực từ tháng\u00a0… này.",
        "Nộp về phòng ____ trước hội nghị.",
        "Hiệu trưởng [tên trường] công khai kế hoạch.",
        "Theo Quyết định số XX/QĐ-THCS của trường.",
        "Có hiệu lực từ tháng 9 năm 20XX.",
        "Quy chế có hiệu lực từ ngày   tháng   năm 2026.",
        "Báo cáo Phòng (ghi rõ tên phòng) kết quả.",
        "Theo Quyết định số    /QĐ-THCS của trường.",
        "Theo Quyết định ngày   /   /2024 của trường.",
        "Có hiệu lực từ ngày 05 tháng    năm 2026.",
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(blanks); i++) {
        g_autofree char *body = g_strconcat("Điều 1. Công khai\n", blanks[i], NULL);
        g_autofree char *found = findings_of(body);
        if (!g_str_has_prefix(found, "placeholder partial"))
            fail_msg("“%s” gives: %s", blanks[i], found);
    }
}

static void an_ellipsis_or_a_drawn_line_is_no_blank(void **state)
{
    static const char *const texts[] = {
        "Công khai sách, báo, tạp chí....",
        "Công khai kế hoạch, kinh phí,...; tài sản.",
        "Việc mua sắm, sửa chữa... phải được công khai.",
        "__________________",
        "……………………",
        "Theo mục [1] của sổ tay.",
        "Ghi ngày tháng năm sinh vào phiếu.",
        "Đại hội XX của Đảng bộ.",
        "Đơn vị: học sinh/lớp; xem trang 20.",
        "Tổ chức sinh hoạt theo tháng, năm; trực ngày / đêm.",
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autofree char *body =
            g_strconcat("Điều 1. Công khai\n", texts[i], "\nViệc khác do trường bàn.", NULL);
        g_autofree char *found = findings_of(body);
        if (*found)
            fail_msg("“%s” gives: %s", texts[i], found);
    }
}

static void a_blank_number_date_or_signer_is_a_defect_and_none_at_all_a_question(void **state)
{
    (void)state;
    g_autofree char *blank =
        all_findings("^TRƯỜNG THCS LÊ LỢI\nSố:     /QC-THCS\nHòa An, ngày    tháng    năm 2026\n^!QUY CHẾ\n"
                     "^!Thực hiện dân chủ\nĐiều 1. Công khai\nNiêm yết tại bảng tin." FOOT,
                     TODAY, WARNING_COMMENTS);
    g_autofree char *absent = all_findings(
        "^!QUY CHẾ\n^!Thực hiện dân chủ\nĐiều 1. Công khai\nNiêm yết tại bảng tin.", TODAY, WARNING_COMMENTS);

    assert_string_equal(blank, "no-number partial Chưa có số văn bản\n"
                               "no-date partial Chưa có ngày, tháng, năm ban hành\n");
    assert_string_equal(absent, "no-number review Chưa có số văn bản\n"
                                "no-date review Chưa có ngày, tháng, năm ban hành\n"
                                "no-signer review Không thấy họ tên người ký\n");
}

/* The head and foot of a text that is whole; one that is attached to a decision elsewhere has no number line.
 */
static void a_text_with_head_and_signature_names_its_recipients(void **state)
{
    static const char head[] = "^TRƯỜNG THCS LÊ LỢI\nSố: 12/QC-THCS\nHòa An, ngày 05 tháng 3 năm 2026\n";
    static const char rest[] = "^!QUY CHẾ\n^!Thực hiện dân chủ\nĐiều 1. Công khai\nNiêm yết tại bảng tin.";
    static const char signature[] = "\n^!HIỆU TRƯỞNG\n^Nguyễn Văn An";
    (void)state;
    g_autofree char *whole_text = g_strconcat(head, rest, FOOT, NULL);
    g_autofree char *cut_text = g_strconcat(head, rest, signature, NULL);
    g_autofree char *whole = all_findings(whole_text, TODAY, WARNING_COMMENTS);
    g_autofree char *without = all_findings(cut_text, TODAY, WARNING_COMMENTS);

    assert_string_equal(whole, "");
    assert_string_equal(without, "no-recipients review Không thấy nơi nhận\n");
    g_autofree char *of_firm = findings_by(
        cut_text, law_of("enterprise", "enterprise-private-10-2022", TODAY), TODAY, WARNING_COMMENTS);
    assert_string_equal(of_firm, "");
}

static void references_must_lead_somewhere(void **state)
{
    (void)state;
    assert_findings(
        "Điều 1. Phạm vi\n1. Một.\n2. Hai.\nĐiều 2. Cách làm\n1. Theo điểm a khoản 2 Điều 7 của Quy chế "
        "này.\n"
        "2. Theo khoản 3 Điều 1 Quy chế này.\n3. Theo khoản 9 Điều này.\n4. Làm như Điều 14.",
        "dangling-reference partial Dẫn chiếu đến nội dung không có trong quy chế: điểm a khoản 2 Điều 7\n"
        "dangling-reference partial Dẫn chiếu đến nội dung không có trong quy chế: khoản 3 Điều 1\n"
        "dangling-reference partial Dẫn chiếu đến nội dung không có trong quy chế: khoản 9 Điều này\n"
        "dangling-reference review Dẫn chiếu đến nội dung không có trong quy chế: Điều 14\n");
}

static void every_member_of_a_list_of_references_is_followed(void **state)
{
    (void)state;
    assert_findings(
        "Điều 1. Phạm vi\n1. Một.\n2. Hai.\na) Cái này;\nb) Cái kia.\n"
        "Điều 2. Cách làm\n1. Theo các khoản 1, 2 Điều 1 và Điều 2 của Quy chế này.\n"
        "2. Theo điểm a, b khoản 2 Điều 1 Quy chế này.\n3. Theo khoản 1, 2 và 5 Điều 1 Quy chế này.",
        "dangling-reference partial Dẫn chiếu đến nội dung không có trong quy chế: khoản 1, 2 và 5 Điều 1\n");
}

static void references_into_laws_are_left_alone(void **state)
{
    (void)state;
    assert_findings(
        "Điều 1. Phạm vi\n1. Theo Điều 46, Điều 47 và khoản 3 Điều 48 của Luật Thực hiện dân chủ ở cơ sở.\n"
        "2. Luật Viên chức quy định tại Điều 52 và điểm c khoản 1 Điều 53.\n"
        "3. Nghị định số 59/2023/NĐ-CP (Điều 19).\n4. Thực hiện đúng Điều 20 nêu trên.\n"
        "5. Theo số 58/2010/QH12 thì Điều 90 được áp dụng.",
        "");
}

static void annexes_referred_to_must_be_there(void **state)
{
    (void)state;
    assert_findings("Điều 1. Phạm vi\nDanh mục tại Phụ lục II kèm theo Quy chế này.",
                    "dangling-reference review Dẫn chiếu đến phụ lục không có trong tệp\n");
    assert_findings("Điều 1. Phạm vi\nDanh mục tại Phụ lục II của Nghị định số 59/2023/NĐ-CP.", "");
    g_autofree char *there = all_findings(HEAD "Điều 1. Phạm vi\nTheo Phụ lục I kèm theo Quy chế này." FOOT
                                               "\n^!PHỤ LỤC I\n^!DANH MỤC CÔNG KHAI\nKế hoạch năm.",
                                          TODAY, WARNING_COMMENTS);
    assert_string_equal(there, "");
}

static void a_law_copied_as_an_annex_is_found(void **state)
{
    (void)state;
    g_autofree char *copied = all_findings(
        HEAD "Điều 1. Phạm vi\nTheo pháp luật về dân chủ." FOOT
             "\n^!PHỤ LỤC\n^!TRÍCH LUẬT THỰC HIỆN DÂN CHỦ Ở CƠ SỞ\nĐiều 46. Công khai\n1. Chủ trương.\n"
             "Điều 47. Hình thức\n1. Niêm yết.",
        TODAY, WARNING_COMMENTS);
    assert_string_equal(copied, "annex-copies-law partial Sao chép văn bản pháp luật kèm theo quy chế\n");
}

static void gaps_and_repeats_in_numbers_are_found(void **state)
{
    (void)state;
    assert_findings(
        "Điều 1. Một\nNội dung một.\nĐiều 2. Hai\nNội dung hai.\nĐiều 4. Bốn\nNội dung bốn.\nĐiều 4. Năm\n"
        "Nội dung năm.",
        "numbering-gap partial Đánh số không liên tục, thiếu Điều 3\n"
        "duplicate-number partial Trùng số: Điều 4\n");
}

static void a_gap_names_all_that_is_missing_and_a_repeat_is_told_once(void **state)
{
    (void)state;
    assert_findings("Điều 1. Một\n1. Nội dung một.\n2. Nội dung hai.\n2. Nội dung ba.\n2. Nội dung bốn.\n"
                    "Điều 5. Năm\nNội dung năm.",
                    "numbering-gap partial Đánh số không liên tục, thiếu Điều 2 – Điều 4\n"
                    "duplicate-number partial Trùng số: khoản 2 (Điều 1)\n");
}

static void a_missing_chapter_is_named_in_its_own_numerals(void **state)
{
    (void)state;
    assert_findings(
        "Chương I\nCHUNG\nĐiều 1. Một\nNội dung một.\nChương II\nCÔNG KHAI\nĐiều 2. Hai\nNội dung hai.\n"
        "Chương IV\nTHI HÀNH\nĐiều 3. Ba\nNội dung ba.",
        "numbering-gap partial Đánh số không liên tục, thiếu Chương III\n");
}

static void points_follow_either_alphabet(void **state)
{
    (void)state;
    assert_findings(
        "Điều 1. Một\n1. Gồm:\na) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\ne) Năm;\ng) Sáu.\n"
        "2. Gồm:\na) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\nđ) Năm;\ne) Sáu;\ng) Bảy;\nh) Tám;\ni) Chín;\nk) Mười.",
        "");
}

static void a_point_left_out_is_named_whatever_its_letter(void **state)
{
    static const char *const letters[] = {"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                          "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"};

    (void)state;
    for (guint left_out = 1; left_out + 1 < G_N_ELEMENTS(letters); left_out++) {
        if (strstr("đ h", letters[left_out])) /* may be passed over; an i that no h precedes is a Roman one */
            continue;
        g_autoptr(GString) text = g_string_new("Điều 1. Một\n1. Gồm:");
        for (guint i = 0; i < G_N_ELEMENTS(letters); i++)
            if (i != left_out)
                g_string_append_printf(text, "\n%s) Nội dung;", letters[i]);
        g_autofree char *finding = g_strdup_printf(
            "numbering-gap partial Đánh số không liên tục, thiếu điểm %s (Điều 1 > khoản 1)\n",
            letters[left_out]);
        assert_findings(text->str, finding);
    }
}

static void words_of_the_law_about_itself_are_out_of_place(void **state)
{
    (void)state;
    assert_findings("Điều 1. Một\nCơ quan thực hiện công khai theo quy định của Luật này.",
                    "unadapted-law-text partial Chép lời văn của luật, chưa sửa cho hợp với đơn vị\n");
    assert_findings("Điều 1. Một\nKhi Luật Viên chức thay đổi thì theo Luật này.", "");
}

static void terms_of_the_district_level_are_judged_by_date(void **state)
{
    static const char body[] = "Điều 1. Một\nBáo cáo Ủy ban nhân dân huyện.";
    (void)state;
    g_autofree char *text = g_strconcat(HEAD, body, FOOT, NULL);
    g_autofree char *before = all_findings(text, "2025-06-30", WARNING_COMMENTS);

    assert_string_equal(before, "future-date review Ngày ban hành sau ngày đối chiếu\n");
    assert_findings(body, "outdated-term partial Tên gọi của cấp huyện, đã bỏ từ ngày 01/7/2025\n");
    assert_findings("Điều 1. Một\nHồ sơ của huyện trước đây giao lại cho xã.", "");
}

static void a_regulation_of_after_the_day_it_is_checked_against_is_to_be_looked_at(void **state)
{
    (void)state;
    g_autofree char *text = g_strconcat(HEAD, "Điều 1. Một\nNhư trên.", FOOT, NULL);
    g_autofree char *before = all_findings(text, "2026-02-01", WARNING_COMMENTS);
    assert_string_equal(before, "future-date review Ngày ban hành sau ngày đối chiếu\n");
    g_autofree char *that_day = all_findings(text, "2026-02-02", WARNING_COMMENTS);
    assert_string_equal(that_day, "");
}

static void a_regulation_from_before_the_law_is_to_be_reviewed(void **state)
{
    (void)state;
    static const char body[] = "Điều 1. Một\nNhư trên.", now[] = "02 tháng 02 năm 2026";
    g_autofree char *text = g_strconcat(HEAD, body, FOOT, NULL);
    char *date = strstr(text, now);
    assert_non_null(date);
    memcpy(date, "30 tháng 06 năm 2023", sizeof now - 1);
    g_autofree char *old = all_findings(text, "2026-06-29", WARNING_COMMENTS);
    assert_string_equal(old, "older-than-law partial Ban hành trước khi pháp luật hiện hành có hiệu lực\n");
    g_autofree char *then = all_findings(text, "2023-06-30", WARNING_COMMENTS);
    assert_string_equal(then, "");
    memcpy(date, "01 tháng 07 năm 2023", sizeof now - 1);
    g_autofree char *young = all_findings(text, "2026-06-29", WARNING_COMMENTS);
    assert_string_equal(young, "");
}

static void a_heading_needs_a_rule(void **state)
{
    (void)state;
    assert_findings(
        "Điều 1. Hình thức công khai\nĐiều 2. Hiệu trưởng tiếp dân vào thứ hai.\nĐiều 3. Thời gian\n"
        "Theo quy định của pháp luật.\nĐiều 4. Hiệu lực\nTừ ngày ký.",
        "empty-rule partial Có tiêu đề nhưng không có nội dung: Điều 1\n"
        "empty-rule review Chỉ ghi “theo quy định của pháp luật”, không quy định gì cụ thể\n");
    /* the last of a list, as the acts themselves have it */
    assert_findings(
        "Điều 1. Công ty công khai\n1. Nội quy lao động;\n2. Nội dung khác theo quy định của pháp luật.", "");
}

static void abbreviations_are_known_defined_or_asked_for(void **state)
{
    (void)state;
    assert_findings(
        "Điều 1. Một\n1. CBGVNV gửi ý kiến cho BGH và Tổ tư vấn tâm lý (TVTL) của trường.\n"
        "2. Tổ TVTL họp theo Quyết định số 15/QĐ-ABCX; kỳ họp thứ XII.\n3. Ban KXQ lập sổ theo dõi.",
        "undefined-abbreviation review Chữ viết tắt chưa được giải thích: KXQ\n");
    assert_findings(
        "Điều 1. Chữ viết tắt\n1. TVTL là Tổ tư vấn tâm lý.\n{1,0,0}ĐXN\n{1,0,1}Đội xung kích nhỏ\n"
        "Điều 2. Hai\nTổ TVTL và các ĐXN họp mỗi tháng.",
        "");
}

static void names_of_another_unit_are_for_a_person_to_look_at(void **state)
{
    (void)state;
    assert_findings("Điều 1. Một\nGiáo viên Trường THCS Lê Lợi và UBND xã Hòa An thực hiện.", "");
    assert_findings("Điều 1. Một\nGiáo viên của Trường THCS Nguyễn Du thực hiện quy chế.",
                    "other-unit review Có tên đơn vị hoặc địa danh khác với nơi ban hành\n");
    assert_findings("Điều 1. Một\nÁp dụng cho Trường THCS Lê Hồng Phong, xã Sơn Tịnh.",
                    "other-unit review Có tên đơn vị hoặc địa danh khác với nơi ban hành\n");
    assert_findings("Điều 1. Một\nBảo hiểm xã hội giải quyết; báo cáo xã Tân Phú hằng quý.",
                    "other-unit review Có tên đơn vị hoặc địa danh khác với nơi ban hành\n");
}

static void warnings_of_the_reader_become_findings(void **state)
{
    (void)state;
    g_autofree char *changes =
        all_findings(HEAD "Điều 1. Một\nNội dung một." FOOT, TODAY, WARNING_TRACKED_CHANGES);
    g_autofree char *letters =
        all_findings(HEAD "Điều 1. Một\nNội dung một." FOOT, TODAY, WARNING_HOMOGLYPHS);

    assert_string_equal(changes, "tracked-change partial Còn dấu vết sửa đổi (Track Changes)\n");
    assert_string_equal(letters, "homoglyph partial Có chữ cái của bảng chữ khác trông giống chữ Việt\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checks_out_of_time_are_an_error),
        cmocka_unit_test(a_whole_regulation_has_no_flaws),
        cmocka_unit_test(a_draft_mark_is_a_line_of_its_own_in_the_head),
        cmocka_unit_test(blanks_of_a_template_are_found),
        cmocka_unit_test(an_ellipsis_or_a_drawn_line_is_no_blank),
        cmocka_unit_test(a_blank_number_date_or_signer_is_a_defect_and_none_at_all_a_question),
        cmocka_unit_test(a_text_with_head_and_signature_names_its_recipients),
        cmocka_unit_test(references_must_lead_somewhere),
        cmocka_unit_test(every_member_of_a_list_of_references_is_followed),
        cmocka_unit_test(references_into_laws_are_left_alone),
        cmocka_unit_test(annexes_referred_to_must_be_there),
        cmocka_unit_test(a_law_copied_as_an_annex_is_found),
        cmocka_unit_test(gaps_and_repeats_in_numbers_are_found),
        cmocka_unit_test(a_gap_names_all_that_is_missing_and_a_repeat_is_told_once),
        cmocka_unit_test(a_missing_chapter_is_named_in_its_own_numerals),
        cmocka_unit_test(points_follow_either_alphabet),
        cmocka_unit_test(a_point_left_out_is_named_whatever_its_letter),
        cmocka_unit_test(words_of_the_law_about_itself_are_out_of_place),
        cmocka_unit_test(terms_of_the_district_level_are_judged_by_date),
        cmocka_unit_test(a_regulation_of_after_the_day_it_is_checked_against_is_to_be_looked_at),
        cmocka_unit_test(a_regulation_from_before_the_law_is_to_be_reviewed),
        cmocka_unit_test(a_heading_needs_a_rule),
        cmocka_unit_test(abbreviations_are_known_defined_or_asked_for),
        cmocka_unit_test(names_of_another_unit_are_for_a_person_to_look_at),
        cmocka_unit_test(warnings_of_the_reader_become_findings),
    };
    return cmocka_run_group_tests(tests, load_rules, free_rules);
}
