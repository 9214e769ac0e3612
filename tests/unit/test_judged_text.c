/* Comments and hidden text come between nothing: a regulation with them after each paragraph gets the
 * very result that it gets without them, block numbers included. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "build_document.h"
#include "report/report.h"
#include "repository_auditor.h"

static const char TEXT[] =
    "QUY CHẾ\nTHỰC HIỆN DÂN CHỦ TRONG HOẠT ĐỘNG CỦA SỞ NỘI VỤ\n"
    "Căn cứ Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ;\n"
    "Điều 1. Công khai\nThủ trưởng công khai các nội dung sau:\nKế hoạch công tác năm;\n"
    "Dự toán, quyết toán ngân sách năm;\nKết quả thanh tra, kiểm tra.\n"
    "Điều 2. Thời hạn\nCông khai chậm nhất 30 ngày làm việc, theo Điều 9 Quy chế này.\n";

/* After each block one of each layer, when they are wanted. */
static Result *audit_with(gboolean between)
{
    AuditOptions options = {.profile = "agency",
                            .profile_source = "given",
                            .as_of = "2024-06-01",
                            .staff = -1,
                            .state_owned = -1,
                            .outline = TRUE};
    Budget budget;
    g_autoptr(Document) plain = build_document(TEXT, &budget);
    g_autoptr(Document) document = document_new("docx", &budget);
    Block comment = block_plain("Điều 5. Không công khai kế hoạch công tác năm: xem lại."), hidden = comment;
    comment.layer = LAYER_COMMENT;
    hidden.layer = LAYER_HIDDEN;
    for (guint i = 0; i < plain->blocks->len; i++) {
        document_add_block(document, document_block(plain, i), NULL);
        if (between) {
            document_add_block(document, &comment, NULL);
            document_add_block(document, &hidden, NULL);
        }
    }
    Result *result = result_new("case");
    audit_document(auditor, document, &options, &budget, result);
    return result;
}

static void comments_and_hidden_text_come_between_nothing(void **state)
{
    (void)state;
    g_autoptr(Result) plain = audit_with(FALSE);
    g_autoptr(Result) mixed = audit_with(TRUE);
    assert_int_equal(plain->outcome, OUTCOME_JUDGED);
    assert_true(plain->counts[STATUS_MET] + plain->counts[STATUS_PARTIAL] > 2);
    assert_string_equal(g_array_index(mixed->outline, OutlineEntry, 1).address, "Điều 1");
    assert_int_equal(mixed->layers_read->len, 2);
    g_ptr_array_set_size(mixed->layers_read, 1); /* what was read is told, though it is not judged */
    g_autofree char *expected = report_result_json(plain, TRUE);
    g_autofree char *found = report_result_json(mixed, TRUE);
    assert_string_equal(found, expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comments_and_hidden_text_come_between_nothing),
    };
    return cmocka_run_group_tests_name("judged text", tests, load_auditor, free_auditor);
}
