/* What kind a document is: by its title, by what stands in brackets below it, and where these tell nothing by
 * the text itself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "agency_cases.h"

#define JUDGED NULL
#define LAW "Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15;\n"
/* Headings that no phrase knows, and the contents of such a regulation below them. */
#define HOMELY_BODY                                                                                                                     \
    "Điều 1. Bảng tin\n1. Kế hoạch công tác năm, quý, tháng được công khai.\n"                                       \
    "2. Dự toán, quyết toán kinh phí được công khai.\n"                                                                     \
    "3. Việc tuyển dụng, đào tạo, bổ nhiệm, khen thưởng, kỷ luật được công khai.\n"                           \
    "Điều 2. Buổi họp\n1. Viên chức được tham gia ý kiến vào kế hoạch công tác năm trước khi giám đốc " \
    "quyết định.\n"                                                                                                                \
    "2. Viên chức được tham gia ý kiến vào quy chế chi tiêu nội bộ trước khi giám đốc quyết định.\n"      \
    "Điều 3. Lá phiếu\n1. Viên chức bàn và quyết định các khoản đóng góp, mức thu, mức chi.\n"                \
    "2. Hội nghị viên chức bầu Ban Thanh tra nhân dân, biểu quyết nghị quyết hội nghị.\n"                        \
    "Điều 4. Cuốn sổ\n1. Viên chức kiểm tra, giám sát việc thực hiện nghị quyết hội nghị.\n"
#define FEW_WORDS "Điều 1. Giờ giấc\nAi cũng đến đúng giờ.\nĐiều 2. Bảo vệ\nĐêm có người trực.\n"

typedef struct {
    const char *text;
    const char *code; /* of the refusal; JUDGED */
    gboolean doubted; /* judged for its text, which a warning says */
} Kindred;

static gboolean warns_of_title(const Result *result)
{
    for (guint i = 0; i < result->warnings->len; i++)
        if (strcmp(g_array_index(result->warnings, ResultWarning, i).code, "title") == 0)
            return TRUE;
    return FALSE;
}

static void check_kinds(const Kindred *cases, guint count)
{
    for (guint i = 0; i < count; i++) {
        g_autoptr(Result) result = audit_whole_by(auditor, cases[i].text, -1);
        if (g_strcmp0(result->error_code, cases[i].code) != 0)
            fail_msg("case %u: %s, not %s: “%s”", i, result->error_code, cases[i].code, cases[i].text);
        if (warns_of_title(result) != cases[i].doubted)
            fail_msg("case %u: a warning %d: “%s”", i, !cases[i].doubted, cases[i].text);
        if (cases[i].code && (result->findings->len > 0 || result->governing->len > 0))
            fail_msg("case %u: refused, with findings", i);
    }
}

static void a_title_tells_in_many_words(void **state)
{
    static const Kindred cases[] = {
        {"^QUY CHẾ\n^Làm việc dân chủ ở Trạm Khí tượng\n" FEW_WORDS, JUDGED, FALSE},
        {"^BẢN QUY CHẾ DÂN CHỦ\n^của Trạm Khí tượng\n" FEW_WORDS, JUDGED, FALSE},
        {"^NỘI QUY DÂN CHỦ CƠ QUAN\n" FEW_WORDS, JUDGED, FALSE},
        {"^QUY CHẾ\n^Thực hiện dân chủ tại nơi làm việc\n" FEW_WORDS, JUDGED, FALSE},
        {"^QUY CHẾ\n^Phát huy quyền làm chủ của viên chức\n" FEW_WORDS, JUDGED, FALSE},
        {"^QUY CHẾ\n^Hoạt động dân chủ của Trạm Khí tượng\n" FEW_WORDS, JUDGED, FALSE},
        {"^QUY CHẾ\n^Thi hành QCDC ở Trạm Khí tượng\n" FEW_WORDS, JUDGED, FALSE},
        {"^QUY CHẾ\n^Thực hiện Nghị định 04 về dân chủ tại Trạm Khí tượng\n" FEW_WORDS, JUDGED, FALSE},
        {"^QUY CHẾ\n^Thực hành dân chủ ở Trạm Khí tượng\n" FEW_WORDS, JUDGED, FALSE},
        {"^!BẢN QUY ĐỊNH\n^!VỀ QUYỀN LÀM CHỦ CỦA VIÊN CHỨC\n" FEW_WORDS, JUDGED, FALSE},
        {"^QUY CHẾ\n^Phối hợp thực hiện Luật về dân chủ\n" FEW_WORDS, "other", FALSE},
        {"^QUY CHẾ\n^Làm việc của Ban Chỉ đạo thực hiện QCDC\n" FEW_WORDS, "other-regulation", FALSE},
        {"^NỘI QUY LAO ĐỘNG\n" FEW_WORDS, "labour-rules", FALSE},
        {"^QUY CHẾ\n^Làm việc của Trạm Khí tượng\n" FEW_WORDS, "other-regulation", FALSE},
        {"^QUY CHẾ\n^Công khai trong hoạt động của trạm\n" FEW_WORDS, "other-regulation", FALSE},
        {"^BẢNG TỰ ĐÁNH GIÁ\n^Việc thực hiện dân chủ\n" FEW_WORDS, "form", FALSE},
        {"^PHIẾU LẤY Ý KIẾN\n^về dự thảo quy chế dân chủ\n" FEW_WORDS, "form", FALSE},
    };
    (void)state;
    check_kinds(cases, G_N_ELEMENTS(cases));
}

static void what_stands_in_brackets_below_a_title_tells_too(void **state)
{
    static const Kindred cases[] = {
        {"^QUY CHẾ\n^Làm việc của trạm: ai cũng được hỏi\n^(Quy chế thực hiện dân chủ)\n" FEW_WORDS, JUDGED,
         FALSE},
        {"^QUY CHẾ\n^Làm việc của trạm\n^(Ban hành kèm theo Quyết định số 5/QĐ về Quy chế dân "
         "chủ)\n" FEW_WORDS,
         "other-regulation", FALSE},
        {"^KẾ HOẠCH\n^Công tác năm\n^(Quy chế thực hiện dân chủ)\n" FEW_WORDS, "plan", FALSE},
    };
    (void)state;
    check_kinds(cases, G_N_ELEMENTS(cases));
}

static void a_text_that_says_enough_overrules_a_title_that_tells_nothing(void **state)
{
    static const Kindred cases[] = {
        {"^QUY CHẾ\n^Cùng làm, cùng hưởng\n" LAW HOMELY_BODY, JUDGED, TRUE},
        {"^QUY CHẾ\n^Cùng làm, cùng hưởng\n" HOMELY_BODY, "other", FALSE},
        {"^QUY CHẾ\n^Cùng làm, cùng hưởng\n" LAW FEW_WORDS, "other", FALSE},
        {"^QUY CHẾ\n^Làm việc của Trạm Khí tượng\n" LAW FEW_WORDS, "other-regulation", FALSE},
        {"^KẾ HOẠCH\n^Công tác của trạm\n" LAW HOMELY_BODY, "plan", FALSE},
        {"^BÁO CÁO\n^Công tác của trạm\n" LAW HOMELY_BODY, "report", FALSE},
    };
    (void)state;
    check_kinds(cases, G_N_ELEMENTS(cases));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_title_tells_in_many_words),
        cmocka_unit_test(what_stands_in_brackets_below_a_title_tells_too),
        cmocka_unit_test(a_text_that_says_enough_overrules_a_title_that_tells_nothing),
    };
    return cmocka_run_group_tests(tests, load_auditor, free_auditor);
}
