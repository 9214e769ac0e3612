/* Names as a roster has them beside names as texts and files have them: what is one unit and what is not, or
 * not certain. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "batch/matching.h"

typedef struct {
    const char *listed;        /* in the roster */
    const char *found;         /* in the text, or the path */
    const char *above, *under; /* bodies above: in the roster, in the text; NULL: not said */
} Pair;

/* Whether a roster of this one unit is given the file. */
static gboolean is_given(const Pair *pair, gboolean by_path)
{
    g_autoptr(RosterUnits) roster = roster_units_new(NULL);
    RosterUnit unit = {.key = (char *)"key", .name = (char *)pair->listed, .parent = (char *)pair->above};
    assert_true(roster_units_add(roster, &unit, NULL));
    g_autoptr(Finder) finder = finder_new(roster, NULL);
    Facts facts = {.outcome = (char *)"judged", .unit = (char *)pair->found, .parent = (char *)pair->under};
    g_auto(StoreFile) file = {.path = g_strdup(by_path ? pair->found : "1.docx")};
    assert_true(finder_match(finder, &file, by_path ? NULL : &facts, NULL));
    return file.unit != NULL;
}

static void assert_all(const Pair *pairs, guint count, gboolean by_path, gboolean given)
{
    guint wrong = 0;
    for (guint i = 0; i < count; i++)
        if (is_given(&pairs[i], by_path) != given) {
            print_error("“%s” and “%s”\n", pairs[i].listed, pairs[i].found);
            wrong++;
        }
    if (wrong)
        fail_msg("%u of %u pairs are %s", wrong, count, given ? "not one unit" : "taken for one unit");
}

static void one_unit_in_spellings_of_offices(void **state)
{
    (void)state;
    static const Pair pairs[] = {
        /* communes */
        {.listed = "Đồng Lạc (xã)", .found = "ỦY BAN NHÂN DÂN XÃ ĐỒNG LẠC"},
        {.listed = "Đồng Lạc, xã", .found = "UBND XÃ ĐỒNG LẠC"},
        {.listed = "Đồng Lạc - xã", .found = "UBND XÃ ĐỒNG LẠC"},
        {.listed = "Đồng Lạc (UBND xã)", .found = "ỦY BAN NHÂN DÂN XÃ ĐỒNG LẠC"},
        {.listed = "Đồng Lạc (xã), huyện Long Điền", .found = "UBND XÃ ĐỒNG LẠC"},
        {.listed = "xã Đồng Lạc", .found = "UỶ BAN NHÂN DÂN XÃ ĐỒNG LẠC"},
        {.listed = "X. Đồng Lạc", .found = "UBND XÃ ĐỒNG LẠC"},
        {.listed = "U.B.N.D xã Đồng Lạc", .found = "ỦY BAN NHÂN DÂN XÃ ĐỒNG LẠC"},
        {.listed = "U.B.N.D. X. Đồng Lạc", .found = "ỦY BAN NHÂN DÂN XÃ ĐỒNG LẠC"},
        {.listed = "Tân Lập (phường)", .found = "UBND PHƯỜNG TÂN LẬP"},
        {.listed = "P. Tân Lập", .found = "UBND PHƯỜNG TÂN LẬP"},
        {.listed = "P.5", .found = "UBND PHƯỜNG 5"},
        {.listed = "UBND phường 05", .found = "UBND PHƯỜNG 5"},
        {.listed = "Cầu Diễn (thị trấn)", .found = "UBND THỊ TRẤN CẦU DIỄN"},
        {.listed = "UBND TT. Cầu Diễn", .found = "UBND THỊ TRẤN CẦU DIỄN"},
        {.listed = "TT Bàu Sen", .found = "ỦY BAN NHÂN DÂN THỊ TRẤN BÀU SEN"},
        {.listed = "TT.Ngã Ba Sông", .found = "UBND THỊ TRẤN NGÃ BA SÔNG"},
        {.listed = "F. Tân Cảng", .found = "UBND PHƯỜNG TÂN CẢNG"},
        {.listed = "Uỷ ban nhân dân xã Hoà Bình", .found = "UBND XÃ HÒA BÌNH"},
        {.listed = "UBND xa Dong Lac", .found = "ỦY BAN NHÂN DÂN XÃ ĐỒNG LẠC"},
        {.listed = "UBND xã Đồng Lạc", .found = "UBND XA DONG LAC"},
        {.listed = "Phú Quốc, đặc khu", .found = "UBND ĐẶC KHU PHÚ QUỐC"},
        /* districts, towns, provinces */
        {.listed = "Long Điền (huyện)", .found = "ỦY BAN NHÂN DÂN HUYỆN LONG ĐIỀN"},
        {.listed = "UBND H. Long Điền", .found = "UBND HUYỆN LONG ĐIỀN"},
        {.listed = "UBND TP. Bà Rịa", .found = "ỦY BAN NHÂN DÂN THÀNH PHỐ BÀ RỊA"},
        {.listed = "UBND TX Kỳ Anh", .found = "ỦY BAN NHÂN DÂN THỊ XÃ KỲ ANH"},
        {.listed = "UBND TP.HCM", .found = "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH"},
        {.listed = "VP HĐND và UBND huyện Long Điền",
         .found = "VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN VÀ ỦY BAN NHÂN DÂN HUYỆN LONG ĐIỀN"},
        {.listed = "Văn phòng UBND & HĐND xã Đồng Lạc", .found = "VĂN PHÒNG HĐND VÀ UBND XÃ ĐỒNG LẠC"},
        /* provinces that have become one, and a city that lay in another */
        {.listed = "UBND xã Tân Lập",
         .found = "UBND XÃ TÂN LẬP",
         .above = "TP Hải Phòng",
         .under = "TỈNH HẢI DƯƠNG"},
        {.listed = "UBND xã Tân Lập",
         .found = "UBND XÃ TÂN LẬP",
         .above = "tỉnh Tây Ninh",
         .under = "TỈNH LONG AN"},
        {.listed = "UBND xã Tân Lập",
         .found = "UBND XÃ TÂN LẬP",
         .above = "TP Hồ Chí Minh",
         .under = "THÀNH PHỐ THỦ ĐỨC"},
        /* offices */
        {.listed = "Phòng GD&ĐT huyện Long Điền", .found = "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN LONG ĐIỀN"},
        {.listed = "Phòng GD-ĐT Long Điền", .found = "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN LONG ĐIỀN"},
        {.listed = "PGD&ĐT huyện Long Điền", .found = "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN LONG ĐIỀN"},
        {.listed = "P.GD&ĐT Long Điền", .found = "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO LONG ĐIỀN"},
        {.listed = "PGD huyện Long Điền", .found = "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN LONG ĐIỀN"},
        {.listed = "P. Nội vụ huyện Long Điền", .found = "PHÒNG NỘI VỤ HUYỆN LONG ĐIỀN"},
        {.listed = "Phòng TC-KH huyện Long Điền", .found = "PHÒNG TÀI CHÍNH - KẾ HOẠCH HUYỆN LONG ĐIỀN"},
        {.listed = "Phòng Kế hoạch - Tài chính", .found = "PHÒNG TÀI CHÍNH - KẾ HOẠCH"},
        {.listed = "Phòng VH-XH xã Đồng Lạc", .found = "PHÒNG VĂN HÓA - XÃ HỘI XÃ ĐỒNG LẠC"},
        {.listed = "Phòng VH&TT", .found = "PHÒNG VĂN HÓA VÀ THÔNG TIN"},
        {.listed = "Phòng NN&PTNT", .found = "PHÒNG NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN"},
        {.listed = "Sở KH&ĐT", .found = "SỞ KẾ HOẠCH VÀ ĐẦU TƯ"},
        {.listed = "Sở KH và CN", .found = "SỞ KHOA HỌC VÀ CÔNG NGHỆ"},
        {.listed = "Sở LĐ-TB&XH", .found = "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"},
        {.listed = "Phòng LĐTB&XH", .found = "PHÒNG LAO ĐỘNG - TB&XH"},
        {.listed = "Phòng Lao động - Thương binh và Xã hội", .found = "PHÒNG LAO ĐỘNG - TB&XH"},
        {.listed = "Phòng Tài nguyên và Môi trường", .found = "PHÒNG TN VÀ MÔI TRƯỜNG"},
        {.listed = "Chi cục Thuế khu vực 1", .found = "CHI CỤC THUẾ KHU VỰC I"},
        {.listed = "Xã Tân Hiệp 2", .found = "UBND XÃ TÂN HIỆP II"},
        {.listed = "Trường PTDT bán trú TH&THCS An Thịnh", .found = "TRƯỜNG PTDTBT TH&THCS AN THỊNH"},
        {.listed = "KBNN KV XIV", .found = "KHO BẠC NHÀ NƯỚC KHU VỰC 14"},
        {.listed = "Chi cục Kiểm lâm vùng 4", .found = "CHI CỤC KIỂM LÂM VÙNG IV, TỈNH BÌNH AN"},
        {.listed = "Sở TN-MT", .found = "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG"},
        {.listed = "Sở VHTT&DL", .found = "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"},
        {.listed = "Sở TT&TT", .found = "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"},
        {.listed = "BHXH huyện Long Điền", .found = "BẢO HIỂM XÃ HỘI HUYỆN LONG ĐIỀN"},
        /* centres, stations, hospitals, boards */
        {.listed = "TT GDTX - GDNN huyện Long Điền",
         .found = "TRUNG TÂM GIÁO DỤC NGHỀ NGHIỆP - GIÁO DỤC THƯỜNG XUYÊN HUYỆN LONG ĐIỀN"},
        {.listed = "TT.GDNN-GDTX Long Điền",
         .found = "TRUNG TÂM GIÁO DỤC NGHỀ NGHIỆP - GIÁO DỤC THƯỜNG XUYÊN HUYỆN LONG ĐIỀN"},
        {.listed = "TT Kiểm nghiệm", .found = "TRUNG TÂM KIỂM NGHIỆM"},
        {.listed = "TT Điều dưỡng người có công", .found = "TRUNG TÂM ĐIỀU DƯỠNG NGƯỜI CÓ CÔNG"},
        {.listed = "Bệnh viện ĐKKV Kỳ Thịnh", .found = "BỆNH VIỆN ĐA KHOA KHU VỰC KỲ THỊNH"},
        {.listed = "BVĐKKV Kỳ Thịnh", .found = "BỆNH VIỆN ĐA KHOA KHU VỰC KỲ THỊNH"},
        {.listed = "Bệnh viện ĐK Kỳ Thịnh", .found = "BỆNH VIỆN ĐA KHOA KỲ THỊNH"},
        {.listed = "SXD", .found = "SỞ XÂY DỰNG"},
        {.listed = "SGD&ĐT", .found = "SỞ GIÁO DỤC VÀ ĐÀO TẠO"},
        {.listed = "TTYT huyện Long Điền", .found = "TRUNG TÂM Y TẾ HUYỆN LONG ĐIỀN"},
        {.listed = "TT YT Long Điền", .found = "TRUNG TÂM Y TẾ HUYỆN LONG ĐIỀN"},
        {.listed = "TT PVHCC xã Đồng Lạc", .found = "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ ĐỒNG LẠC"},
        {.listed = "TT BDCT huyện Long Điền", .found = "TRUNG TÂM BỒI DƯỠNG CHÍNH TRỊ HUYỆN LONG ĐIỀN"},
        {.listed = "Trạm Y tế Nam Sơn", .found = "TRẠM Y TẾ XÃ NAM SƠN"},
        {.listed = "TYT P. Tân Lập", .found = "TRẠM Y TẾ PHƯỜNG TÂN LẬP"},
        {.listed = "BVĐK tỉnh Bình An", .found = "BỆNH VIỆN ĐA KHOA TỈNH BÌNH AN"},
        {.listed = "BV ĐK tỉnh Bình An", .found = "BỆNH VIỆN ĐA KHOA TỈNH BÌNH AN"},
        {.listed = "BQLDA ĐTXD huyện Long Điền",
         .found = "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG HUYỆN LONG ĐIỀN"},
        {.listed = "BQL chợ Nam Sơn", .found = "BAN QUẢN LÝ CHỢ NAM SƠN"},
        /* schools */
        {.listed = "THPT Lê Lợi", .found = "TRƯỜNG TRUNG HỌC PHỔ THÔNG LÊ LỢI"},
        {.listed = "Lê Lợi (THPT)", .found = "TRƯỜNG TRUNG HỌC PHỔ THÔNG LÊ LỢI"},
        {.listed = "Trường Trung học phổ thông Lê Lợi", .found = "Trường THPT Lê Lợi"},
        {.listed = "T.H.C.S Kim Đồng", .found = "TRƯỜNG TRUNG HỌC CƠ SỞ KIM ĐỒNG"},
        {.listed = "Trường T.H Kim Đồng", .found = "TRƯỜNG TIỂU HỌC KIM ĐỒNG"},
        {.listed = "MN Hoa Sen", .found = "TRƯỜNG MẦM NON HOA SEN"},
        {.listed = "Trường M.N Hoa Sen", .found = "TRƯỜNG MẦM NON HOA SEN"},
        {.listed = "Hoa Sen - Trường mầm non", .found = "TRƯỜNG MẦM NON HOA SEN"},
        {.listed = "Trường MN Hoa Sen, X. Bắc Hà",
         .found = "TRƯỜNG MẦM NON HOA SEN",
         .under = "UBND XÃ BẮC HÀ"},
        {.listed = "TH&THCS Nam Sơn", .found = "TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ NAM SƠN"},
        {.listed = "Trường THCS & TH Nam Sơn", .found = "TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ NAM SƠN"},
        {.listed = "PT DTNT THCS Mường Khảo", .found = "TRƯỜNG PHỔ THÔNG DÂN TỘC NỘI TRÚ THCS MƯỜNG KHẢO"},
        {.listed = "MN Hoa Sen",
         .found = "TRƯỜNG MẦM NON HOA SEN",
         .above = "UBND xã Đồng Lạc, tỉnh Thừa Thiên Huế",
         .under = "UBND XÃ ĐỒNG LẠC - TỈNH THỪA THIÊN - HUẾ"},
        {.listed = "Trường cấp 3 Lê Lợi", .found = "TRƯỜNG TRUNG HỌC PHỔ THÔNG LÊ LỢI"},
        {.listed = "Trường cấp II Kim Đồng", .found = "TRƯỜNG THCS KIM ĐỒNG"},
        {.listed = "Cấp 1 Nam Sơn", .found = "TRƯỜNG TIỂU HỌC NAM SƠN"},
        {.listed = "Trường cấp 2-3 Lê Lợi", .found = "TRƯỜNG THCS VÀ THPT LÊ LỢI"},
        {.listed = "Trường Trung cấp 1 Nam Sơn", .found = "TRƯỜNG TRUNG CẤP 1 NAM SƠN"},
        {.listed = "Trường CĐ Nghề Nam Sơn", .found = "TRƯỜNG CAO ĐẲNG NGHỀ NAM SƠN"},
        {.listed = "Tr. THCS Kim Đồng", .found = "TRƯỜNG TRUNG HỌC CƠ SỞ KIM ĐỒNG"},
        {.listed = "Trường TH Nam Sơn 1", .found = "TRƯỜNG TIỂU HỌC NAM SƠN SỐ 1"},
        /* enterprises */
        {.listed = "Cty TNHH MTV Cấp nước Lâm Viên",
         .found = "CÔNG TY TRÁCH NHIỆM HỮU HẠN MỘT THÀNH VIÊN CẤP NƯỚC LÂM VIÊN"},
        {.listed = "Công ty TNHH 1 thành viên Cấp nước Lâm Viên",
         .found = "CÔNG TY TNHH MTV CẤP NƯỚC LÂM VIÊN"},
        {.listed = "Cty TNHH KTCT thủy lợi Nam Sơn",
         .found = "CÔNG TY TNHH KHAI THÁC CÔNG TRÌNH THỦY LỢI NAM SƠN"},
        {.listed = "CTCP Bánh kẹo Ngọc Lan", .found = "CÔNG TY CỔ PHẦN BÁNH KẸO NGỌC LAN"},
        {.listed = "Cty CP TM&DV Hoàng Gia", .found = "CÔNG TY CỔ PHẦN THƯƠNG MẠI VÀ DỊCH VỤ HOÀNG GIA"},
        {.listed = "Ngọc Lan (Công ty cổ phần)", .found = "CÔNG TY CP NGỌC LAN"},
        {.listed = "TCT Lương thực miền Bắc", .found = "TỔNG CÔNG TY LƯƠNG THỰC MIỀN BẮC"},
        {.listed = "DNTN Nam Sơn", .found = "DOANH NGHIỆP TƯ NHÂN NAM SƠN"},
        {.listed = "HTX NN Tân Tiến", .found = "HỢP TÁC XÃ NÔNG NGHIỆP TÂN TIẾN"},
    };
    assert_all(pairs, G_N_ELEMENTS(pairs), FALSE, TRUE);
}

static void near_names_other_places_and_other_levels(void **state)
{
    (void)state;
    static const Pair pairs[] = {
        /* communes */
        {.listed = "UBND xã Đồng Lạc", .found = "UBND XÃ ĐỒNG LẠC HẠ"},
        {.listed = "Đồng Lạc, xã", .found = "UBND XÃ ĐỒNG LẠC THƯỢNG"},
        {.listed = "Đồng Lạc (xã)", .found = "UBND PHƯỜNG ĐỒNG LẠC"},
        {.listed = "Đồng Lạc (xã)", .found = "UBND THỊ TRẤN ĐỒNG LẠC"},
        {.listed = "Đồng Lạc (xã)", .found = "UBND XÃ LẠC ĐỒNG"},
        {.listed = "Đồng Lạc (xã)", .found = "TRẠM Y TẾ XÃ ĐỒNG LẠC"},
        {.listed = "xã Đồng Lạc", .found = "TRƯỜNG MẦM NON XÃ ĐỒNG LẠC"},
        {.listed = "xã Đồng Lạc", .found = "TRƯỜNG MẦM NON ĐỒNG LẠC"},
        {.listed = "xã Đồng Lạc", .found = "CÔNG AN XÃ ĐỒNG LẠC"},
        {.listed = "xã Đồng Lạc", .found = "ĐẢNG ỦY XÃ ĐỒNG LẠC"},
        {.listed = "xã Đồng Lạc", .found = "PHÒNG KINH TẾ XÃ ĐỒNG LẠC"},
        {.listed = "UBND xã Đồng Lạc", .found = "VĂN PHÒNG HĐND VÀ UBND XÃ ĐỒNG LẠC"},
        {.listed = "UBND xã Đồng Lạc", .found = "HĐND XÃ ĐỒNG LẠC"},
        {.listed = "X. Đồng Lạc", .found = "UBND XÃ ĐỒNG LẬP"},
        {.listed = "UBND xã Hà Đông", .found = "UBND XÃ ĐÔNG HÀ"},
        {.listed = "P.5", .found = "UBND PHƯỜNG 15"},
        {.listed = "P. Tân Lập", .found = "UBND XÃ TÂN LẬP"},
        {.listed = "xã Đông Hà", .found = "UBND XÃ ĐÔNG, HUYỆN HÀ TRUNG"},
        {.listed = "UBND xã Tân Lập, huyện Mộc Châu",
         .found = "UBND XÃ TÂN LẬP",
         .under = "HUYỆN ĐAN PHƯỢNG"},
        {.listed = "UBND xã Tân Lập",
         .found = "UBND XÃ TÂN LẬP",
         .above = "UBND huyện Mộc Châu",
         .under = "HUYỆN ĐAN PHƯỢNG"},
        /* districts, towns, provinces */
        {.listed = "Long Điền (huyện)", .found = "UBND XÃ LONG ĐIỀN"},
        {.listed = "UBND thị trấn Long Điền", .found = "UBND HUYỆN LONG ĐIỀN"},
        {.listed = "UBND TX Kỳ Anh", .found = "UBND HUYỆN KỲ ANH"},
        {.listed = "UBND TP Thái Bình", .found = "UBND TỈNH THÁI BÌNH"},
        {.listed = "Văn phòng Huyện ủy Long Điền", .found = "VĂN PHÒNG HĐND VÀ UBND HUYỆN LONG ĐIỀN"},
        {.listed = "Văn phòng UBND huyện Long Điền", .found = "VĂN PHÒNG HUYỆN ỦY LONG ĐIỀN"},
        {.listed = "Văn phòng UBND tỉnh", .found = "VĂN PHÒNG TỈNH ỦY"},
        {.listed = "Sở Tư pháp tỉnh Bình Minh",
         .found = "SỞ TƯ PHÁP",
         .under = "ỦY BAN NHÂN DÂN TỈNH AN HÒA"},
        {.listed = "Phường An Phú Tây",
         .found = "UBND PHƯỜNG AN PHÚ TÂY",
         .above = "UBND thành phố Bắc Hải",
         .under = "THÀNH PHỐ NAM GIANG"},
        {.listed = "Sở Tư pháp TP Hải Phòng", .found = "SỞ TƯ PHÁP", .under = "UBND TỈNH AN GIANG"},
        /* offices */
        {.listed = "Phòng GD&ĐT huyện Long Điền", .found = "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN ĐẤT ĐỎ"},
        {.listed = "Phòng GD&ĐT Long Điền", .found = "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN ĐẤT ĐỎ"},
        {.listed = "Phòng Nội vụ TX Kỳ Anh", .found = "PHÒNG NỘI VỤ THỊ XÃ BA ĐỒN"},
        {.listed = "Phòng Kinh tế xã Đồng Lạc", .found = "PHÒNG KINH TẾ XÃ NAM SƠN"},
        {.listed = "Phòng VH-XH xã Đồng Lạc", .found = "PHÒNG VĂN HÓA - XÃ HỘI XÃ NAM SƠN"},
        {.listed = "Phòng TC-KH", .found = "PHÒNG TÀI CHÍNH"},
        {.listed = "Phòng Tài chính", .found = "PHÒNG TÀI CHÍNH - KẾ HOẠCH"},
        {.listed = "Phòng VH&TT", .found = "PHÒNG VĂN HÓA - XÃ HỘI"},
        {.listed = "Phòng Kinh tế", .found = "PHÒNG KINH TẾ - HẠ TẦNG"},
        {.listed = "Sở TN&MT", .found = "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"},
        {.listed = "Sở KH&ĐT", .found = "SỞ GIÁO DỤC VÀ ĐÀO TẠO"},
        {.listed = "Sở KH&CN", .found = "SỞ KẾ HOẠCH VÀ ĐẦU TƯ"},
        {.listed = "P. Nội vụ", .found = "PHƯỜNG NỘI VỤ"},
        /* centres, stations, hospitals, boards */
        {.listed = "TT GDTX - GDNN huyện Long Điền",
         .found = "TRUNG TÂM GIÁO DỤC NGHỀ NGHIỆP - GIÁO DỤC THƯỜNG XUYÊN HUYỆN ĐẤT ĐỎ"},
        {.listed = "TT GDTX - GDNN huyện Long Điền",
         .found = "TRUNG TÂM GIÁO DỤC THƯỜNG XUYÊN HUYỆN LONG ĐIỀN"},
        {.listed = "TT GDTX huyện Long Điền",
         .found = "TRUNG TÂM GIÁO DỤC NGHỀ NGHIỆP - GIÁO DỤC THƯỜNG XUYÊN HUYỆN LONG ĐIỀN"},
        {.listed = "TT Y tế Bàu Sen", .found = "UBND THỊ TRẤN BÀU SEN"},
        {.listed = "TTYT huyện Long Điền", .found = "TRUNG TÂM Y TẾ HUYỆN ĐẤT ĐỎ"},
        {.listed = "TTYT huyện Long Điền", .found = "TRUNG TÂM Y TẾ HUYỆN LONG THÀNH"},
        {.listed = "TTYT huyện Long Điền", .found = "TRẠM Y TẾ XÃ LONG ĐIỀN"},
        {.listed = "TYT xã Nam Sơn", .found = "TRẠM Y TẾ XÃ BẮC SƠN"},
        {.listed = "Trạm Y tế Nam Sơn", .found = "TRẠM Y TẾ XÃ NAM SƠN HẠ"},
        {.listed = "BVĐK tỉnh Bình An", .found = "BỆNH VIỆN ĐA KHOA TỈNH QUẢNG LỘC"},
        {.listed = "BQL rừng phòng hộ Nam Sơn", .found = "BAN QUẢN LÝ RỪNG ĐẶC DỤNG NAM SƠN"},
        {.listed = "BQLDA ĐTXD huyện Long Điền", .found = "BAN QUẢN LÝ CHỢ HUYỆN LONG ĐIỀN"},
        /* schools */
        {.listed = "THPT Lê Lợi", .found = "TRƯỜNG TRUNG HỌC CƠ SỞ LÊ LỢI"},
        {.listed = "Lê Lợi (THPT)", .found = "TRƯỜNG THCS VÀ THPT LÊ LỢI"},
        {.listed = "Trường cấp 3 Lê Lợi", .found = "TRƯỜNG THCS LÊ LỢI"},
        {.listed = "THCS Lê Lợi", .found = "TRƯỜNG THCS LÊ LAI"},
        {.listed = "THCS Kim Đồng", .found = "TRƯỜNG THCS KIM ĐỘNG"},
        {.listed = "TH&THCS Nam Sơn", .found = "TRƯỜNG TIỂU HỌC NAM SƠN"},
        {.listed = "THCS Nam Sơn", .found = "TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ NAM SƠN"},
        {.listed = "MN Hoa Sen", .found = "TRƯỜNG MẪU GIÁO HOA SEN"},
        {.listed = "MN Hoa Sen", .found = "TRƯỜNG MẦM NON HOA SEN 2"},
        {.listed = "MN Hoa Sen 1", .found = "TRƯỜNG MẦM NON HOA SEN 2"},
        {.listed = "MN Hoa Sen", .found = "TRƯỜNG MẦM NON TƯ THỤC HOA SEN"},
        {.listed = "MN Hoa Sen, xã Bắc Hà", .found = "TRƯỜNG MẦM NON HOA SEN", .under = "UBND XÃ NAM SƠN"},
        {.listed = "MN Hoa Sen",
         .found = "TRƯỜNG MẦM NON HOA SEN",
         .above = "UBND phường Tân Lập",
         .under = "UBND PHƯỜNG BẮC SƠN"},
        {.listed = "MN Hoa Sen, xã Nam Hà", .found = "TRƯỜNG MẦM NON HOA SEN, XÃ NAM SƠN"},
        {.listed = "MN Hoa Sen",
         .found = "TRƯỜNG MẦM NON HOA SEN",
         .above = "UBND xã Đồng Lạc",
         .under = "UBND XÃ ĐỒNG LẠC HẠ"},
        {.listed = "TH Nam Sơn A", .found = "TRƯỜNG TIỂU HỌC NAM SƠN B"},
        {.listed = "PTDTNT Mường Khảo", .found = "TRƯỜNG PHỔ THÔNG DÂN TỘC BÁN TRÚ MƯỜNG KHẢO"},
        {.listed = "THPT Lê Lợi", .found = "TRƯỜNG THPT CHUYÊN LÊ LỢI"},
        {.listed = "Trường CĐ Nam Sơn", .found = "TRƯỜNG ĐẠI HỌC NAM SƠN"},
        /* a mark that one has and the other lacks, where both are written with marks */
        {.listed = "Xã Hoà Ân", .found = "XÃ HÒA AN"},
        {.listed = "Xã Hòa An", .found = "XÃ HÒA ÂN"},
        {.listed = "UBND xã Đông Hà", .found = "UBND XÃ ĐÔNG HA"},
        {.listed = "Chi cục Thuế khu vực 1", .found = "CHI CỤC THUẾ KHU VỰC II"},
        {.listed = "Xã Tân Hiệp 2", .found = "UBND XÃ TÂN HIỆP III"},
        {.listed = "Xã Hà Vi", .found = "UBND XÃ HÀ 6"},
        {.listed = "Chi cục Thuế khu vực 5", .found = "CHI CỤC THUẾ KHU VỰC IV"},
        {.listed = "Chi cục Thuế khu vực I", .found = "CHI CỤC THUẾ KHU VỰC II"},
        {.listed = "TTYT khu vực 10 Bắc Hà", .found = "TTYT KHU VỰC X. BẮC HÀ"},
        {.listed = "Trạm Bảo vệ Vũng 1", .found = "TRẠM BẢO VỆ VŨNG I"},
        {.listed = "Phòng LĐTB&XH", .found = "PHÒNG LAO ĐỘNG - TC&XH"},
        /* enterprises */
        {.listed = "Cty TNHH MTV Cấp nước Lâm Viên", .found = "CÔNG TY CỔ PHẦN CẤP NƯỚC LÂM VIÊN"},
        {.listed = "CTCP Bánh kẹo Ngọc Lan", .found = "CÔNG TY CỔ PHẦN BÁNH KẸO NGỌC LINH"},
        {.listed = "CTCP Sông Đà 1", .found = "CÔNG TY CỔ PHẦN SÔNG ĐÀ 11"},
        {.listed = "CTCP Ngọc Lan", .found = "CHI NHÁNH CÔNG TY CỔ PHẦN NGỌC LAN"},
        {.listed = "Cty Sông Lam", .found = "TỔNG CÔNG TY SÔNG LAM"},
        {.listed = "TCT Sông Lam", .found = "CÔNG TY SÔNG LAM"},
        {.listed = "Cty TNHH Nam Sơn", .found = "DOANH NGHIỆP TƯ NHÂN NAM SƠN"},
        {.listed = "HTX NN Tân Tiến", .found = "HỢP TÁC XÃ VẬN TẢI TÂN TIẾN"},
    };
    assert_all(pairs, G_N_ELEMENTS(pairs), FALSE, FALSE);
}

static void files_named_after_a_unit_and_what_people_add(void **state)
{
    (void)state;
    static const Pair pairs[] = {
        {.listed = "UBND xã Đồng Lạc", .found = "xã Đồng Lạc ban sua lan 2.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "QC dan chu xa Dong Lac 2024 final.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "UBND_xa_Dong_Lac_du_thao_lan_3.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "quy-che-xa-dong-lac-nam-2025.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "12. xã Đồng Lạc.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "xã Đồng Lạc (2).docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "xã Đồng Lạc - Copy.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "Bản sao của xã Đồng Lạc.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "xa Dong Lac v2.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "xã Đồng Lạc 12-5-2025.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "xã Đồng Lạc đã ký.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "xã Đồng Lạc_Nguyễn Văn An.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "xã Đồng Lạc gửi Phòng Nội vụ.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "Phòng Nội vụ nhận - xã Đồng Lạc.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "xã Đồng Lạc huyện Long Điền.docx"},
        {.listed = "UBND xã Đồng Lạc",
         .found = "xa Dong Lac Long Dien.docx",
         .above = "UBND huyện Long Điền"},
        {.listed = "UBND xã Đồng Lạc", .found = "Long Điền/xã Đồng Lạc/QĐ ban hành quy chế.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "sua doi bo sung quy che xa Dong Lac.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "Đồng Lạc (xã) bản chính thức.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "xã Đồng Lạc thuc hien dan chu o co so.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "xã Đồng Lạc/UBND xã Đồng Lạc Hạ góp ý.docx"},
        {.listed = "Trường THCS Kim Đồng", .found = "THCS Kim Đồng QCDC 2024-2025.docx"},
        {.listed = "Trường THCS Kim Đồng", .found = "Trường THCS/Kim Đồng.docx"},
        {.listed = "Trường THCS Kim Đồng", .found = "PGD Long Dien_THCS Kim Dong.docx"},
        {.listed = "Trường THCS Kim Đồng", .found = "Kim Đồng THCS moi nhat.docx"},
        {.listed = "Trường MN Hoa Sen", .found = "MN Hoa Sen xa Bac Ha.docx"},
        {.listed = "MN Hoa Sen", .found = "MN Hoa Sen xa Bac Ha 2024.docx", .above = "UBND xã Bắc Hà"},
        {.listed = "TTYT huyện Long Điền", .found = "Các xã huyện Long Điền/TTYT huyen Long Dien 2024.docx"},
        {.listed = "Trường TH Nam Sơn 1", .found = "TH Nam Son so 1 ban hanh.docx"},
        {.listed = "Phòng Nội vụ", .found = "Phong Noi vu_quy che.docx"},
        {.listed = "Công ty TNHH Ngọc Lan", .found = "Cty TNHH Ngoc Lan ban hanh 2024.docx"},
    };
    assert_all(pairs, G_N_ELEMENTS(pairs), TRUE, TRUE);
}

static void files_named_after_another_unit(void **state)
{
    (void)state;
    static const Pair pairs[] = {
        {.listed = "UBND xã Đồng Lạc", .found = "UBND xã Đồng Lạc Hạ.fodt"},
        {.listed = "UBND xã Đồng Lạc", .found = "thu/xa-dong-lac-ha.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "xa_Dong_Lac_Thuong_2024.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "xã Đồng Lạc Nam.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "xã Đồng Lạc 2.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "HĐND xã Đồng Lạc.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "Trạm Y tế xã Đồng Lạc.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "QC dan chu tram y te xa Dong Lac 2024.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "Phòng Văn hóa - Xã hội xã Đồng Lạc.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "Công an xã Đồng Lạc.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "truong MN xa Dong Lac.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "VH-XH xã Đồng Lạc.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "CA xa Dong Lac.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "Ban CHQS xa Dong Lac.docx"},
        {.listed = "Trường THCS Kim Đồng", .found = "Công đoàn THCS Kim Đồng.docx"},
        {.listed = "Trung tâm Y tế", .found = "Trung tam Y te du phong.docx"},
        {.listed = "TTYT huyện Long Điền", .found = "TTYT huyen Long Thanh 2024.docx"},
        {.listed = "TTYT huyện Long Điền", .found = "Huyện Long Thành/Trung tâm Y tế.docx"},
        {.listed = "MN Hoa Sen", .found = "MN Hoa Sen xa Nam Son.docx", .above = "UBND xã Bắc Hà"},
        {.listed = "UBND xã Đồng Lạc", .found = "Đảng ủy xã Đồng Lạc QC 2024.docx"},
        {.listed = "UBND xã Đồng Lạc", .found = "VP HDND va UBND xa Dong Lac.docx"},
        {.listed = "Trường THPT Mường Khảo", .found = "THCS và THPT Mường Khảo.docx"},
        {.listed = "Trường THPT Mường Khảo", .found = "THCS Mường Khảo.docx"},
        {.listed = "Trường Tiểu học Nam Sơn", .found = "TH Nam Son B.docx"},
        {.listed = "Trường Tiểu học Nam Sơn", .found = "Trường TH Nam Sơn số 2.docx"},
        {.listed = "Trường MN Hoa Sen", .found = "MN Hoa Sen Hồng 2024.docx"},
        {.listed = "Công ty TNHH Ngọc Lan", .found = "Công ty CP Ngọc Lan.docx"},
        {.listed = "Công ty CP Ngọc Lan", .found = "Chi nhánh Công ty CP Ngọc Lan.docx"},
        {.listed = "Phòng Kinh tế", .found = "Phong Kinh te Ha tang.docx"},
    };
    assert_all(pairs, G_N_ELEMENTS(pairs), TRUE, FALSE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_unit_in_spellings_of_offices),
        cmocka_unit_test(near_names_other_places_and_other_levels),
        cmocka_unit_test(files_named_after_a_unit_and_what_people_add),
        cmocka_unit_test(files_named_after_another_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
