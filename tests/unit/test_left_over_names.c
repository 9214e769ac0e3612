/* A unit's name that is left from another: where it stands in a regulation that was copied, each found with
 * its place; and the names of others that a regulation rightly holds, none of them told. The rules are the
 * project's own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "audit/consistency.h"
#include "build_document.h"
#include "repository_rules.h"

/* A regulation by a unit, with a place for each thing that a copy may have kept; NULL: as it should be. */
typedef struct {
    const char *parent, *unit, *name; /* above it, as the letterhead has it, as the text has it */
    const char *title, *basis, *decision, *rule, *recipient, *signature;
    const char *quote; /* of the only evidence; NULL: nothing is found */
} Case;

static const char *or_else(const char *text, const char *otherwise)
{
    return text ? text : otherwise;
}

/* A decision and the regulation that it issues. Owned by the caller. */
static char *text_of(const Case *copy)
{
    g_autofree char *title = g_strdup_printf("^!Thực hiện dân chủ trong hoạt động của %s", copy->name);

    return g_strdup_printf(
        "^%s\n^!%s\nSố: 12/QĐ-DC\nNam Sơn, ngày 02 tháng 02 năm 2026\n^!QUYẾT ĐỊNH\n"
        "^!Về việc ban hành Quy chế thực hiện dân chủ\n^!NGƯỜI ĐỨNG ĐẦU\n%s\n^!QUYẾT ĐỊNH:\n"
        "Điều 1. %s\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\nNơi nhận:\n- Như Điều 1;\n%s\n- Lưu: "
        "VT.\n"
        "^!NGƯỜI ĐỨNG ĐẦU\n^Nguyễn Văn An\n"
        "^!QUY CHẾ\n%s\n(Ban hành kèm theo Quyết định số 12/QĐ-DC ngày 02 tháng 02 năm 2026)\n"
        "Điều 1. Phạm vi\nQuy chế này quy định việc thực hiện dân chủ.\nĐiều 2. Công khai\n%s\n"
        "Niêm yết tại bảng tin trong 30 ngày.\n%s^!NGƯỜI ĐỨNG ĐẦU\n^Nguyễn Văn An",
        copy->parent, copy->unit, or_else(copy->basis, "Căn cứ Luật Thực hiện dân chủ ở cơ sở năm 2022;"),
        or_else(copy->decision, "Ban hành kèm theo Quyết định này Quy chế thực hiện dân chủ."),
        or_else(copy->recipient, "- Công đoàn;"), or_else(copy->title, title),
        or_else(copy->rule, "Kế hoạch năm được công khai."), or_else(copy->signature, ""));
}

/* The quotes of what is left over, each between bars. Owned by the caller. */
static char *left_over(const char *text)
{
    Budget budget;
    g_autoptr(Document) document = build_document(text, &budget);
    g_autoptr(Outline) outline = outline_build(document);
    g_autoptr(FrontMatter) front = front_matter_read(outline);
    g_autoptr(AuditView) view = audit_view_new(rules, outline, front, &budget, NULL);
    GString *quotes = g_string_new(NULL);

    assert_non_null(view);
    assert_true(audit_view_scan(view, PURPOSE_BODY, NULL));
    g_autoptr(AuditContext) context = audit_context_new(view, front);
    g_autoptr(GPtrArray) findings =
        consistency_findings(view, context, front, NULL, "2026-11-23", &budget, NULL);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = findings->pdata[i];
        if (strcmp(finding->kind, "other-unit") != 0)
            continue;
        assert_int_equal(finding->status, STATUS_REVIEW);
        for (guint e = 0; e < finding->evidence->len; e++)
            g_string_append_printf(quotes, "|%s|", g_array_index(finding->evidence, Evidence, e).quote);
    }
    return g_string_free(quotes, FALSE);
}

static guint count_wrong(const Case *cases, guint count)
{
    guint wrong = 0;

    for (guint i = 0; i < count; i++) {
        g_autofree char *text = text_of(&cases[i]);
        g_autofree char *found = left_over(text);
        const char *quote = cases[i].quote;
        if (quote ? strstr(found, quote) && !strstr(found, "||") : !*found)
            continue;
        print_error("%u, %s: %s, and not: %s\n", i, cases[i].unit, *found ? found : "nothing is found",
                    quote ? quote : "nothing");
        wrong++;
    }
    return wrong;
}

#define LOWER "UBND XÃ NAM SƠN", "TRƯỜNG THCS LÊ LỢI", "Trường THCS Lê Lợi"
#define PRIMARY "PHÒNG GD&ĐT KỲ THỊNH", "TRƯỜNG TIỂU HỌC KIM ĐỒNG", "Trường Tiểu học Kim Đồng"
#define NURSERY "UBND PHƯỜNG NAM SƠN", "TRƯỜNG MẦM NON HOA SEN", "Trường Mầm non Hoa Sen"
#define HIGH "SỞ GD&ĐT BÌNH GIANG", "TRƯỜNG THPT ĐỨC HÒA", "Trường THPT Đức Hòa"
#define BOARDING "UBND XÃ NAM SƠN", "TRƯỜNG PTDTBT THCS PÀ LỦNG", "Trường PTDTBT THCS Pà Lủng"
#define WHOLE "UBND XÃ NAM SƠN", "TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ NAM SƠN", "Trường TH&THCS Nam Sơn"
#define NUMBERED "UBND XÃ NAM SƠN", "TRƯỜNG TIỂU HỌC HÒA BÌNH 1", "Trường Tiểu học Hòa Bình 1"
#define CENTRE                                                                                               \
    "SỞ GIÁO DỤC VÀ ĐÀO TẠO BÌNH GIANG", "TRUNG TÂM GDNN-GDTX KỲ THỊNH", "Trung tâm GDNN-GDTX Kỳ Thịnh"
#define COMMUNE "UBND TỈNH BÌNH GIANG", "ỦY BAN NHÂN DÂN XÃ NAM SƠN", "Ủy ban nhân dân xã Nam Sơn"
#define WARD "UBND THÀNH PHỐ BÌNH GIANG", "ỦY BAN NHÂN DÂN PHƯỜNG 5", "Ủy ban nhân dân Phường 5"
#define OFFICE "UBND TỈNH BÌNH GIANG", "SỞ NỘI VỤ", "Sở Nội vụ"
#define BRANCH_OFFICE "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "CHI CỤC THỦY LỢI", "Chi cục Thủy lợi"
#define BOARD "UBND TỈNH BÌNH GIANG", "BAN QUẢN LÝ RỪNG PHÒNG HỘ NAM SƠN", "Ban Quản lý rừng phòng hộ Nam Sơn"
#define CLINIC "SỞ Y TẾ BÌNH GIANG", "TRUNG TÂM Y TẾ KHU VỰC KỲ THỊNH", "Trung tâm Y tế khu vực Kỳ Thịnh"
#define SWEETS                                                                                               \
    "TỔNG CÔNG TY LƯƠNG THỰC", "CÔNG TY CỔ PHẦN BÁNH KẸO NGỌC LAN", "Công ty Cổ phần Bánh kẹo Ngọc Lan"
#define FARMERS "LIÊN MINH HỢP TÁC XÃ", "HỢP TÁC XÃ DỊCH VỤ NÔNG NGHIỆP NAM SƠN", "Hợp tác xã Nam Sơn"
#define FACTORY "CÔNG TY CỔ PHẦN GỖ AN PHÁT", "CHI NHÁNH BÌNH GIANG", "Chi nhánh Bình Giang"

static void names_that_a_copy_has_kept_are_found_where_they_stand(void **state)
{
    static const Case cases[] = {
        /* the title */
        {LOWER, .title = "^!Thực hiện dân chủ trong hoạt động của Trường THCS Trần Phú",
         .quote = "Trường THCS Trần Phú|"},
        {LOWER, .title = "^!THỰC HIỆN DÂN CHỦ TRONG HOẠT ĐỘNG CỦA TRƯỜNG THCS TRẦN PHÚ",
         .quote = "TRƯỜNG THCS TRẦN PHÚ|"},
        {LOWER, .title = "^!THỰC HIỆN DÂN CHỦ TRONG HOẠT ĐỘNG CỦA TRƯỜNG\n^!TRUNG HỌC CƠ SỞ TRẦN PHÚ",
         .quote = "SỞ TRẦN PHÚ|"},
        {COMMUNE, .title = "^!THỰC HIỆN DÂN CHỦ Ở XÃ TÂN PHÚ", .quote = "XÃ TÂN PHÚ|"},
        /* the decision */
        {LOWER, .decision = "Ban hành Quy chế thực hiện dân chủ của Trường THCS Trần Phú.",
         .quote = "của Trường THCS Trần Phú.|"},
        {LOWER, .basis = "Xét đề nghị của Chủ tịch Công đoàn Trường THCS Trần Phú;",
         .quote = "Công đoàn Trường THCS Trần Phú;|"},
        {COMMUNE, .basis = "Xét đề nghị của Văn phòng HĐND và UBND xã Tân Phú;",
         .quote = "UBND xã Tân Phú;|"},
        /* the rules: other names */
        {LOWER, .rule = "Toàn thể giáo viên Trường THCS Trần Phú thực hiện.", .quote = "THCS Trần Phú thực"},
        {LOWER, .rule = "Hiệu trưởng trường Trung học cơ sở Lê Hồng Phong ký.", .quote = "Lê Hồng Phong ký"},
        {PRIMARY, .rule = "Học sinh Trường TH Võ Thị Sáu được góp ý.", .quote = "Trường TH Võ Thị Sáu"},
        {NURSERY, .rule = "Trường MN Hoa Mai công khai thực đơn.", .quote = "Trường MN Hoa Mai công"},
        {NURSERY, .rule = "Trường Mầm non 19/5 công khai thực đơn.", .quote = "Trường Mầm non 19/5 công"},
        {HIGH, .rule = "Đoàn trường THPT Nguyễn Trãi phối hợp với công đoàn.", .quote = "THPT Nguyễn Trãi"},
        {HIGH, .rule = "Giáo viên Trường THPT số 2 Đức Phổ thực hiện.", .quote = "số 2 Đức Phổ"},
        {BOARDING, .rule = "Nhân viên Trường PTDTBT THCS Nậm Cắn thực hiện.", .quote = "THCS Nậm Cắn"},
        {BOARDING, .rule = "Nhân viên Trường PTDTBT Tiểu học Nậm Cắn thực hiện.",
         .quote = "Tiểu học Nậm Cắn"},
        {HIGH,
         .rule = "Học sinh Trường PTDTNT tỉnh được góp ý; Trường Phổ thông dân tộc nội trú Mường Lay họp.",
         .quote = "nội trú Mường Lay"},
        {WHOLE, .rule = "Giáo viên Trường TH&THCS Bắc Sơn thực hiện.", .quote = "Trường TH&THCS Bắc Sơn"},
        {HIGH, .rule = "Trường Phổ thông liên cấp Ánh Dương công khai.", .quote = "liên cấp Ánh Dương"},
        {CENTRE, .rule = "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên Hải Lăng công khai.",
         .quote = "Hải Lăng công khai"},
        {COMMUNE, .rule = "Cùng với trường bạn, xã Tân Phú công khai.", .quote = "xã Tân Phú công"},
        {WARD, .rule = "Cán bộ UBND Phường 7 thực hiện.", .quote = "UBND Phường 7"},
        {COMMUNE, .rule = "Nhân dân xã Tân Phú bàn và quyết định việc phát triển kinh tế - xã hội.",
         .quote = "Nhân dân xã Tân Phú"},
        /* the place of issue was copied with the text: a commune lies where it is called after */
        {"UBND TỈNH BÌNH GIANG", "ỦY BAN NHÂN DÂN XÃ TÂN PHÚ", "Ủy ban nhân dân xã Tân Phú",
         .rule = "Nhân dân xã Nam Sơn bàn và quyết định.", .quote = "Nhân dân xã Nam Sơn"},
        {COMMUNE, .rule = "Báo cáo UBND tỉnh Hà Thanh trước ngày 15.", .quote = "UBND tỉnh Hà Thanh"},
        {OFFICE, .rule = "Công chức, người lao động Sở Tư pháp thực hiện.", .quote = "Sở Tư pháp thực"},
        {OFFICE, .rule = "2. Giám đốc Sở Tư pháp tiếp công dân.", .quote = "Giám đốc Sở Tư pháp"},
        {OFFICE, .signature = "^!GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ\n", .quote = "SỞ KHOA HỌC VÀ CÔNG NGHỆ|"},
        {BRANCH_OFFICE, .rule = "Quy chế này áp dụng đối với Chi cục Kiểm lâm.", .quote = "Chi cục Kiểm lâm"},
        {BOARD, .rule = "Viên chức của Ban Quản lý rừng đặc dụng Bắc Hà thực hiện.",
         .quote = "Ban Quản lý rừng đặc"},
        {CLINIC, .rule = "Viên chức Trung tâm Y tế Hải Lăng thực hiện.", .quote = "Trung tâm Y tế Hải Lăng"},
        {SWEETS, .rule = "Người lao động Công ty Cổ phần Bánh kẹo Hoa Mai thực hiện.",
         .quote = "Bánh kẹo Hoa Mai"},
        {SWEETS, .rule = "Giám đốc Công ty CP Dệt Hải Long đối thoại.", .quote = "Công ty CP Dệt Hải Long"},
        {FARMERS, .rule = "Thành viên HTX Dịch vụ nông nghiệp Tân Tiến thực hiện.", .quote = "Tân Tiến"},
        {FACTORY, .rule = "Người lao động Chi nhánh Hải Lăng thực hiện.", .quote = "Chi nhánh Hải Lăng"},
        /* only the kind, only a number, only the place */
        {PRIMARY, .rule = "Giáo viên Trường THCS Kim Đồng thực hiện.", .quote = "Trường THCS Kim Đồng"},
        {NURSERY, .rule = "Giáo viên trường Tiểu học Hoa Sen thực hiện.", .quote = "trường Tiểu học Hoa Sen"},
        {COMMUNE, .rule = "Cán bộ phường Nam Sơn thực hiện.", .quote = "phường Nam Sơn"},
        {SWEETS, .rule = "Công ty TNHH Bánh kẹo Ngọc Lan công khai.", .quote = "Công ty TNHH Bánh kẹo"},
        {NUMBERED, .rule = "Giáo viên Trường Tiểu học Hòa Bình 2 thực hiện.", .quote = "Hòa Bình 2"},
        {LOWER, .rule = "Giáo viên Trường THCS Lê Lợi, xã Tân Phú thực hiện.", .quote = "xã Tân Phú"},
        {PRIMARY, .rule = "Báo cáo Phòng GD&ĐT huyện Hải Lăng trước ngày 15.", .quote = "huyện Hải Lăng"},
        {HIGH, .rule = "Báo cáo Sở Giáo dục và Đào tạo Hà Thanh.", .quote = "Đào tạo Hà Thanh"},
        /* the party cell and the union of another unit are its own */
        {LOWER, .rule = "Công đoàn phối hợp với Chi bộ Trường THCS Trần Phú tổ chức.",
         .quote = "Chi bộ Trường THCS Trần"},
        /* what it was before does not act any more */
        {COMMUNE,
         .rule = "Xã Nam Sơn được lập từ các xã Tân Phú, xã Tân Lập.\nChủ tịch UBND xã Tân Phú quyết định.",
         .quote = "UBND xã Tân Phú"},
        {LOWER, .rule = "Trường có tiền thân là Trường THCS Trần Phú.\nHiệu trưởng Trường THCS Trần Phú họp.",
         .quote = "Trường THCS Trần Phú"},
        /* recipients and signature */
        {LOWER, .recipient = "- Các tổ chuyên môn Trường THCS Trần Phú;", .quote = "Trường THCS Trần Phú;|"},
        {COMMUNE, .recipient = "- Đảng ủy, HĐND xã Tân Phú;", .quote = "HĐND xã Tân Phú;|"},
        {COMMUNE, .signature = "^!TM. ỦY BAN NHÂN DÂN XÃ TÂN PHÚ\n", .quote = "DÂN XÃ TÂN PHÚ|"},
        {LOWER, .signature = "^!HIỆU TRƯỞNG TRƯỜNG THCS TRẦN PHÚ\n", .quote = "TRƯỜNG THCS TRẦN PHÚ|"},
    };

    (void)state;
    assert_int_equal(count_wrong(cases, G_N_ELEMENTS(cases)), 0);
}

static void names_that_a_regulation_rightly_holds_are_not_told(void **state)
{
    static const Case cases[] = {
        /* its own, in other words, short, in capitals, misspelt */
        {LOWER, .rule = NULL},
        {PRIMARY, .rule = NULL},
        {CENTRE, .rule = NULL},
        {WARD, .rule = "UBND Phường 5 họp; niêm yết tại phường 30 ngày."},
        {OFFICE, .rule = NULL},
        {BOARD, .rule = NULL},
        {CLINIC, .rule = NULL},
        {SWEETS, .rule = "Công ty CP Ngọc Lan công khai; Công ty Cổ phần Bánh kẹo tổ chức hội nghị."},
        {SWEETS, .rule = "Công ty Cổ phần Sản xuất bánh kẹo và Thực phẩm Ngọc Lan công khai."},
        {FARMERS, .rule = "HTX Dịch vụ nông nghiệp Nam Sơn họp."},
        {FACTORY, .rule = "Công ty Cổ phần Gỗ An Phát giao kế hoạch cho Chi nhánh Bình Giang."},
        {LOWER, .rule = "Trường Trung học cơ sở Lê Lợi họp 02 lần; TRƯỜNG THCS LÊ LỢI công khai."},
        {LOWER, .rule = "Trường THCS Lê Lơi công khai."},
        {WHOLE, .rule = "Trường Tiểu học và THCS Nam Sơn công khai; trường THCS Nam Sơn họp."},
        {BOARDING, .rule = "Trường Phổ thông dân tộc bán trú THCS Pà Lủng công khai."},
        {NUMBERED, .rule = "Trường Tiểu học Hòa Bình 1 công khai; Trường Tiểu học Hòa Bình họp."},
        {LOWER, .title = "^!THỰC HIỆN DÂN CHỦ TRONG HOẠT ĐỘNG CỦA TRƯỜNG THCS LÊ LỢI NĂM HỌC 2025 - 2026"},
        {LOWER, .title = "^!THỰC HIỆN DÂN CHỦ TRONG HOẠT ĐỘNG CỦA TRƯỜNG THCS\n^!NĂM HỌC 2025 - 2026"},
        {COMMUNE, .title = "^!THỰC HIỆN DÂN CHỦ Ở XÃ MIỀN NÚI NAM SƠN"},
        {LOWER, .title = "^!THỰC HIỆN DÂN CHỦ Ở CƠ SỞ TRƯỜNG THCS LÊ LỢI",
         .rule = "Công chức Sở Tài chính được mời dự."},
        /* bodies above it and around it */
        {LOWER, .rule = "Báo cáo UBND xã Nam Sơn và Đảng ủy xã Nam Sơn; Công an tỉnh Bình Giang hướng dẫn."},
        {PRIMARY, .rule = "Báo cáo Phòng GD&ĐT Kỳ Thịnh và UBND thị xã Kỳ Thịnh."},
        {HIGH, .rule = "Theo chỉ đạo của Sở GD&ĐT tỉnh Bình Giang."},
        {OFFICE, .rule = "Gửi Sở Tài chính thẩm định; xin ý kiến Sở Tư pháp."},
        {BRANCH_OFFICE, .rule = "Phối hợp với Chi cục Kiểm lâm; báo cáo Sở Nông nghiệp và Môi trường."},
        {LOWER, .basis = "Căn cứ Quyết định số 45/QĐ-UBND ngày 12/8/2003 của UBND xã Tân Phú;"},
        {COMMUNE,
         .basis = "Căn cứ Pháp lệnh Thực hiện dân chủ ở xã, phường, thị trấn số 34/2007/PL-UBTVQH11;"},
        /* its party cell, its union, its inspection board, the pupils' grandparents */
        {LOWER, .rule = "Chi bộ, Công đoàn Trường THCS Lê Lợi và Đảng ủy xã Nam Sơn giám sát."},
        {LOWER, .rule = "Cụm thi đua gồm các trường THCS Trần Phú, THCS Nguyễn Du."},
        {LOWER, .rule = "Cha mẹ học sinh thường trú tại xã Tân Phú cũng được góp ý."},
        /* neighbours */
        {LOWER, .rule = "Nhà trường phối hợp với Trường THCS Trần Phú, Trường Tiểu học Nam Sơn tổ chức."},
        {LOWER, .rule = "Nhà trường kết nghĩa với Trường THCS Trần Phú."},
        {LOWER, .rule = "Nhận học sinh chuyển trường từ Trường THCS Trần Phú."},
        {LOWER, .rule = "Giáo viên được biệt phái đến Trường THCS Trần Phú vẫn được góp ý."},
        {LOWER, .rule = "Tuyển sinh học sinh hoàn thành chương trình tiểu học tại Trường Tiểu học Nam Sơn."},
        {COMMUNE, .rule = "Việc mở đường đi qua địa bàn xã Tân Phú được lấy ý kiến nhân dân."},
        {PRIMARY, .rule = "Bàn giao học sinh lớp 5 cho Trường THCS Trần Phú."},
        {COMMUNE, .rule = "Thôn Bắc giáp ranh với xã Tân Phú; đường liên xã Tân Phú – Nam Sơn do dân bàn."},
        {COMMUNE, .rule = "UBND xã phối hợp với UBND xã Tân Phú giải quyết."},
        {COMMUNE, .rule = "Trường THCS Trần Phú và Công ty TNHH Hải Long đóng trên địa bàn được mời dự."},
        {SWEETS, .rule = "Suất ăn ca do Công ty TNHH Hương Quê cung cấp được công khai."},
        {SWEETS, .rule = "Hợp đồng cung cấp suất ăn với Công ty TNHH Hương Quê được công khai."},
        {LOWER, .rule = "Thi đua theo gương “Trường THCS Bắc Lý” trong phong trào hai tốt."},
        /* what it was before */
        {COMMUNE, .rule = "Xã Nam Sơn được lập từ các xã Tân Phú, xã Tân Lập và thị trấn Cầu Rào."},
        {COMMUNE, .rule = "Sau khi sáp nhập xã Tân Phú, nhà văn hóa các thôn được giữ; nhà văn hóa xã Tân "
                          "Phú do dân bàn."},
        {COMMUNE, .rule = "Các thôn của xã Tân Phú cũ họp riêng.\nNhân dân xã Tân Phú bàn việc này."},
        {LOWER, .rule = "Trường THCS Lê Lợi, tiền thân là Trường THCS Trần Phú, họp mỗi năm."},
        {LOWER, .rule = "Tài sản của Trường THCS Trần Phú trước đây được công khai."},
        {COMMUNE, .rule =
                      "Xã Nam Sơn được lập từ các xã Tân Phú, xã Tân Lập.\nSố liệu do UBND xã Tân Phú trước "
                      "đây bàn giao được công khai."},
        /* words with capitals that are no names */
        {LOWER, .rule = "Báo cáo UBND xã Kế hoạch năm; gửi UBND xã - BCĐ trước ngày 15."},
        {COMMUNE, .rule = "Thôn báo cáo Hội Nông dân xã, Xã Đoàn và Xã đội; Bảo hiểm Xã hội giải quyết."},
    };

    (void)state;
    assert_int_equal(count_wrong(cases, G_N_ELEMENTS(cases)), 0);
}

/* Without a letterhead the title tells whose the regulation is. */
static void a_title_stands_for_a_letterhead(void **state)
{
    (void)state;
    g_autofree char *found =
        left_over("^!QUY CHẾ\n^!Thực hiện dân chủ trong hoạt động của Trường THCS Lê Lợi\nĐiều 1. Công khai\n"
                  "Trường THCS Lê Lợi công khai.\nGiáo viên Trường THCS Trần Phú thực hiện.");

    assert_string_equal(found, "|Giáo viên Trường THCS Trần Phú thực hiện.|");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_that_a_copy_has_kept_are_found_where_they_stand),
        cmocka_unit_test(names_that_a_regulation_rightly_holds_are_not_told),
        cmocka_unit_test(a_title_stands_for_a_letterhead),
    };
    return cmocka_run_group_tests(tests, load_rules, free_rules);
}
