/* Which spellings are one unit, which are two, and which a person must look at. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "batch/matching.h"
#include "text/unit_likeness.h"
#include "text/unit_words.h"

static Likeness likeness(const char *unit, const char *text)
{
    g_autoptr(UnitWords) one = unit_words_new(unit), other = unit_words_new(text);
    return unit_named_in(one, other);
}

static void spellings_of_one_unit_are_certain(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"Trường THCS Kim Đồng", "TRƯỜNG TRUNG HỌC CƠ SỞ KIM ĐỒNG"},
        {"Trường THCS Kim Đồng", "quy-che-dan-chu_THCS-kim-dong 2024"},
        {"Trường THCS Kim Đồng", "Kim Đồng (THCS)"},
        {"Trường THCS Kim Đồng, huyện Long Điền", "Trường THCS Kim Đồng"},
        {"UBND xã Đông Hà", "Uỷ ban nhân dân xã Đông Hà"},
        {"UBND xã Đông Hà", "xa Dong Ha"},
        {"TT Y tế huyện Long Điền", "Trung tâm y tế Long Điền"},
        {"UBND TT Cầu Diễn", "Thị trấn Cầu Diễn"},
        {"Công ty TNHH MTV Cấp nước Lâm Viên",
         "CÔNG TY TRÁCH NHIỆM HỮU HẠN MỘT THÀNH VIÊN CẤP NƯỚC LÂM VIÊN"},
        {"Cty CP Bánh kẹo Ngọc Lan", "CÔNG TY CỔ PHẦN BÁNH KẸO NGỌC LAN"},
        {"TYT xã Nam Sơn", "TRẠM Y TẾ XÃ NAM SƠN"},
        {"TTYT KV Kỳ Thịnh", "TRUNG TÂM Y TẾ KHU VỰC KỲ THỊNH"},
        {"BQL rừng phòng hộ Nam Sơn", "BAN QUẢN LÝ RỪNG PHÒNG HỘ NAM SƠN"},
        {"HTX DVNN Tân Tiến", "HỢP TÁC XÃ DỊCH VỤ NÔNG NGHIỆP TÂN TIẾN"},
        {"Sở NN&MT", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"},
        {"CC Kiểm lâm", "CHI CỤC KIỂM LÂM"},
        {"Ban QL rừng Nam Sơn", "BAN QUẢN LÝ RỪNG NAM SƠN"},
        {"UBND X. Bắc Hà", "ỦY BAN NHÂN DÂN XÃ BẮC HÀ"},
        {"UBND P.5", "UBND PHƯỜNG 5"},
        {"Trường TH Nam Sơn số 2", "TRƯỜNG TIỂU HỌC NAM SƠN 2"},
        {"Trường MN Hoa Sen, xã Bắc Hà", "TRƯỜNG MẦM NON HOA SEN"},
        {"Phòng Quản lý đô thị", "quy che phong quan ly do thi"},
        {"Trường PT DTNT THCS&THPT Mường Khảo", "TRƯỜNG PTDTNT THCS&THPT MƯỜNG KHẢO"},
        {"Phổ thông DTNT Mường Khảo", "TRƯỜNG PHỔ THÔNG DÂN TỘC NỘI TRÚ MƯỜNG KHẢO"},
        {"TTGDNN-GDTX Ba Tơ", "TRUNG TÂM GIÁO DỤC NGHỀ NGHIỆP - GIÁO DỤC THƯỜNG XUYÊN BA TƠ"},
        {"Viện QH và TK Thủy lợi", "VIỆN QUY HOẠCH VÀ THIẾT KẾ THỦY LỢI"},
        {"Sở NN và PT nông thôn", "Sở NN và PT nông thôn"},
        {"Trường PTDTBT Tiểu học Pà Lủng", "TRƯỜNG PHỔ THÔNG DÂN TỘC BÁN TRÚ TIỂU HỌC PÀ LỦNG"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++)
        if (likeness(pairs[i][0], pairs[i][1]) != LIKENESS_CERTAIN)
            fail_msg("“%s” is not found in “%s”", pairs[i][0], pairs[i][1]);
}

static void near_names_are_doubtful(void **state)
{
    (void)state;
    assert_int_equal(likeness("Trường THCS Kim Đồng", "kim dong"), LIKENESS_DOUBTFUL);
    assert_int_equal(likeness("Trường THCS Kim Đồng", "Trường Tiểu học Kim Đồng"), LIKENESS_DOUBTFUL);
    assert_int_equal(likeness("UBND xã Đông Hà", "UBND xã Hà Đông"), LIKENESS_DOUBTFUL);
}

static void other_names_are_none(void **state)
{
    (void)state;
    assert_int_equal(likeness("Trường THCS Kim Đồng", "Trường THCS Kim Động"), LIKENESS_NONE);
    assert_int_equal(likeness("Trường THCS Kim Đồng", "Trường THCS Kim Sơn"), LIKENESS_NONE);
    assert_int_equal(likeness("Phòng Nội vụ", "Phòng Tài chính"), LIKENESS_NONE);
    assert_int_equal(likeness("", "Phòng Tài chính"), LIKENESS_NONE);
    assert_int_equal(likeness("UBND phường 5", "05. quy che"), LIKENESS_NONE); /* any file has a number */
    assert_int_equal(likeness("UBND phường 5", "Phường Tân Lập/5. quy che"), LIKENESS_NONE);
    assert_int_equal(likeness("UBND phường 5", "quy che phuong 5 quan 3"), LIKENESS_CERTAIN);
}

static gboolean is_another(const char *unit, const char *parent, const char *text)
{
    g_autoptr(UnitWords) one = unit_words_new(unit), above = unit_words_new(parent);
    g_autoptr(UnitWords) other = unit_words_new(text);
    return unit_is_another(one, parent ? above : NULL, other);
}

static void a_name_with_more_in_it_is_another_unit(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"UBND xã Đồng Lạc", "ỦY BAN NHÂN DÂN XÃ ĐỒNG LẠC HẠ"},
        {"Xã Đồng Lạc", "UBND xã Đồng Lạc Thượng"},
        {"Xã Đồng Lạc", "UBND xã Đồng Lạc Hai, huyện Long Điền"},
        {"Xã Đồng Lạc", "Trạm Y tế xã Đồng Lạc"},
        {"Xã Đông Hà", "Xã Hà Đông"},
        {"HĐND xã Đồng Lạc", "UBND xã Đồng Lạc"},
        {"UBND xã Đồng Lạc", "HĐND xã Đồng Lạc"},
        {"Trường THPT Mường Khảo", "Trường PTDTNT THCS&THPT Mường Khảo"},
        {"Trường THPT Mường Khảo", "Trường THCS và THPT Mường Khảo"},
        {"Trường THCS Mường Khảo", "Trường THPT Mường Khảo"},
        {"Công ty TNHH Xe đạp Vĩnh Thuận Thành", "Công ty cổ phần Xe đạp Vĩnh Thuận Thành"},
        {"Công ty cổ phần Xe đạp Vĩnh Thuận", "Công ty CP Xe đạp Vĩnh Thuận Thành"},
        {"Viện Quy hoạch", "Viện QH và Thiết kế thủy lợi"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++)
        if (!is_another(pairs[i][0], NULL, pairs[i][1]))
            fail_msg("“%s” is taken for “%s”", pairs[i][1], pairs[i][0]);
}

static void place_order_and_spelling_make_no_other_unit(void **state)
{
    (void)state;
    static const char *const rows[][3] = {
        {"UBND xã Đồng Lạc", NULL, "ỦY BAN NHÂN DÂN XÃ ĐỒNG LẠC, HUYỆN LONG ĐIỀN, TỈNH BÌNH AN"},
        {"Xã Đồng Lạc", NULL, "UBND xa Dong Lac"},
        {"Đồng Lạc", NULL, "UBND xã Đồng Lạc"},
        {"UBND xã Đồng Lạc", NULL, "HĐND và UBND xã Đồng Lạc"},
        {"UBND xã Đồng Lạc", "UBND huyện Long Điền", "UBND xã Đồng Lạc - Long Điền"},
        {"Trường THCS&THPT Mường Khảo", NULL, "Trường THPT và THCS Mường Khảo"},
        {"Trường MN Hoa Sen", NULL, "Trường Mầm non Hoa Sen, xã Bắc Hà"},
        {"TT Y tế huyện Long Điền", NULL, "Trung tâm y tế Long Điền"},
        {"Trạm Y tế", NULL, "Trạm Y tế xã Nam Sơn"},
        {"Công ty TNHH Cấp nước Lâm Viên", NULL, "Công ty TNHH MTV Cấp nước Lâm Viên"},
        {"Trường THCS Kim Đồng", NULL, "Trường THCS Ba Vì"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        if (is_another(rows[i][0], rows[i][1], rows[i][2]))
            fail_msg("“%s” is not taken for “%s”", rows[i][2], rows[i][0]);
}

static void a_key_is_the_same_for_every_spelling(void **state)
{
    (void)state;
    g_autofree char *one = unit_key("TRƯỜNG THCS KIM ĐỒNG", "UBND HUYỆN LONG ĐIỀN");
    g_autofree char *other = unit_key("Trường Trung học cơ sở Kim Đồng, huyện Long Điền", NULL);
    assert_string_equal(one, "trung học cơ sở kim đồng · long điền");
    assert_string_equal(one, other);
    g_autofree char *nursery = unit_key("TRƯỜNG MẦM NON HOA SEN", "UBND PHƯỜNG TÂN LẬP");
    g_autofree char *listed = unit_key("MN Hoa Sen phường Tân Lập", NULL);
    assert_string_equal(nursery, "mầm non hoa sen · tân lập");
    assert_string_equal(nursery, listed);
    g_autofree char *clinic = unit_key("Trạm Y tế xã Nam Sơn", NULL);
    assert_string_equal(clinic, "trạm i tế xã nam sơn");
    g_autofree char *social = unit_key("Trường Đại học Khoa học Xã hội", NULL);
    assert_string_equal(social, "đại học khoa học xã hội");
}

static void a_key_says_where_the_body_above_is(void **state)
{
    (void)state;
    static const char *const rows[][3] = {
        {"TRƯỜNG TIỂU HỌC KIM ĐỒNG", "PHÒNG GD&ĐT HUYỆN LONG ĐIỀN", "PHÒNG GD&ĐT HUYỆN XUÂN HÒA"},
        {"Trạm Y tế xã Tân Lập", "TTYT huyện Long Điền", "TTYT huyện Xuân Hòa"},
        {"TRUNG TÂM LƯU TRỮ LỊCH SỬ", "SỞ NỘI VỤ TỈNH HÒA GIANG", "SỞ NỘI VỤ TỈNH THANH GIANG"},
        {"Thanh tra", "Sở Y tế tỉnh Hòa Giang", "Sở Nội vụ tỉnh Hòa Giang"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *one = unit_key(rows[i][0], rows[i][1]), *other = unit_key(rows[i][0], rows[i][2]);
        if (g_str_equal(one, other))
            fail_msg("“%s” of “%s” is that of “%s”: %s", rows[i][0], rows[i][1], rows[i][2], one);
    }
    g_autofree char *one = unit_key("TRƯỜNG TH KIM ĐỒNG", "PHÒNG GD&ĐT HUYỆN LONG ĐIỀN");
    g_autofree char *other = unit_key("Tiểu học Kim Đồng", "Phòng Giáo dục và Đào tạo huyện Long Điền");
    assert_string_equal(one, other);
}

/* --- matching ------------------------------------------------------------------------------------------- */

static RosterUnit units[] = {
    {.key = (char *)"a", .name = (char *)"Trường THCS Kim Đồng"},
    {.key = (char *)"b", .name = (char *)"Trường Tiểu học Kim Đồng"},
    {.key = (char *)"c", .name = (char *)"UBND xã Đông"},
    {.key = (char *)"d", .name = (char *)"UBND xã Đông Hà"},
    {.key = (char *)"e", .name = (char *)"UBND xã Tân Lập", .parent = (char *)"UBND huyện Mộc Châu"},
    {.key = (char *)"f", .name = (char *)"UBND xã Tân Lập", .parent = (char *)"UBND huyện Đan Phượng"},
    {.key = (char *)"g", .name = (char *)"Phòng Nội vụ", .pattern = (char *)"07-*.docx"},
    {.key = (char *)"h", .name = (char *)"Trường THCS Đinh Hoàng 2 (Vĩnh Lộc)"},
    {.key = (char *)"i", .name = (char *)"UBND xã Cầu Ngói", .parent = (char *)"UBND tỉnh Khác"},
    {.key = (char *)"j", .name = (char *)"Công ty TNHH Xe đạp Vĩnh Thuận"},
    {.key = (char *)"k", .name = (char *)"Công ty CP Xe đạp Vĩnh Thuận"},
    {.key = (char *)"l", .name = (char *)"Trường PT DTNT THCS&THPT Mường Khảo"},
    {.key = (char *)"m", .name = (char *)"Xã Lạc Sơn Thượng"},
    {.key = (char *)"n", .name = (char *)"TH Lê Lai", .parent = (char *)"Phòng GD&ĐT huyện Long Điền"},
    {.key = (char *)"o", .name = (char *)"TH Lê Lai", .parent = (char *)"Phòng GD&ĐT huyện Xuân Hòa"},
};

static void assert_matches(const char *path, const char *unit, const char *parent, const char *key,
                           Match match)
{
    g_autoptr(RosterUnits) roster = roster_units_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(units); i++)
        assert_true(roster_units_add(roster, &units[i], NULL));
    g_autoptr(Finder) finder = finder_new(roster, NULL);
    Facts facts = {.outcome = (char *)"judged", .unit = (char *)unit, .parent = (char *)parent};
    g_auto(StoreFile) file = {.path = g_strdup(path)};
    assert_true(finder_match(finder, &file, unit ? &facts : NULL, NULL));
    if (g_strcmp0(file.unit, key) != 0 || file.match != match)
        fail_msg("%s, %s: %s %s, not %s %s", path, unit, file.unit, match_name(file.match), key,
                 match_name(match));
}

static void files_find_their_unit_by_pattern_name_or_text(void **state)
{
    (void)state;
    assert_matches("x/07-qc.docx", "TRƯỜNG THCS KIM ĐỒNG", NULL, "g", MATCH_FILE);
    assert_matches("THCS Kim Dong/qc.docx", NULL, NULL, "a", MATCH_FILE);
    assert_matches("qc1.docx", "TRƯỜNG TIỂU HỌC KIM ĐỒNG", NULL, "b", MATCH_TEXT);
    assert_matches("qc1.docx", NULL, NULL, NULL, MATCH_NONE);
    assert_matches("qc1.docx", "TRƯỜNG THCS BA VÌ", NULL, NULL, MATCH_NONE);
}

static void the_longer_name_wins(void **state)
{
    (void)state;
    assert_matches("xa Dong Ha.docx", NULL, NULL, "d", MATCH_FILE);
    assert_matches("Xã Đông.docx", NULL, NULL, "c", MATCH_FILE);
}

static void one_name_in_two_districts_is_told_by_the_district(void **state)
{
    (void)state;
    assert_matches("Mộc Châu/xã Tân Lập.docx", NULL, NULL, "e", MATCH_FILE);
    assert_matches("1.docx", "UBND XÃ TÂN LẬP", "HUYỆN ĐAN PHƯỢNG", "f", MATCH_TEXT);
    assert_matches("xã Tân Lập.docx", NULL, NULL, NULL, MATCH_DOUBTFUL);
    assert_matches("1.docx", "TRƯỜNG TIỂU HỌC LÊ LAI", "PHÒNG GD&ĐT HUYỆN XUÂN HÒA", "o", MATCH_TEXT);
    assert_matches("1.docx", "TRƯỜNG TIỂU HỌC LÊ LAI", "UBND HUYỆN LONG ĐIỀN", "n", MATCH_TEXT);
    assert_matches("1.docx", "TRƯỜNG TIỂU HỌC LÊ LAI", "PHÒNG GD&ĐT", NULL, MATCH_DOUBTFUL);
    assert_matches("1.docx", "TRƯỜNG TIỂU HỌC LÊ LAI", "PHÒNG GD&ĐT HUYỆN BA TRI", NULL, MATCH_DOUBTFUL);
}

static void units_are_looked_up_by_the_rarest_word_of_their_names(void **state)
{
    (void)state;
    g_autoptr(RosterUnits) roster = roster_units_new(NULL);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < G_N_ELEMENTS(units); i++)
        assert_true(roster_units_add(roster, &units[i], NULL));
    assert_true(
        roster_units_by_word(roster, "dong", found, NULL)); /* not "Đông Hà", of which "ha" is rarer */
    assert_int_equal(found->len, 1);
    assert_int_equal(g_array_index(found, guint, 0), 3);
    assert_true(roster_units_by_word(roster, "ha", found, NULL));
    assert_int_equal(g_array_index(found, guint, 1), 4);
    assert_true(roster_units_by_word(roster, "tieu", found, NULL)); /* a kind, no name */
    assert_int_equal(found->len, 2);
}

static void near_names_and_other_places_are_doubts(void **state)
{
    (void)state;
    assert_matches("1.docx", "TRƯỜNG THCS KIM ĐỘNG", NULL, NULL, MATCH_DOUBTFUL);
    assert_matches("1.docx", "TRƯỜNG THCS KIM ĐÔNGG", NULL, NULL, MATCH_DOUBTFUL);
    assert_matches("1.docx", "TRƯỜNG THCS KIM ĐỒNG 1", NULL, NULL, MATCH_DOUBTFUL);
    assert_matches("1.docx", "TRƯỜNG THCS ĐINH HOÀNG", NULL, NULL, MATCH_DOUBTFUL);
    assert_matches("1.docx", "UBND XÃ CẦU NGÓI", "UBND TỈNH QUẢNG LỘC", NULL, MATCH_DOUBTFUL);
    assert_matches("1.docx", "UBND XÃ CẦU NGÓI", "UBND TỈNH KHÁC", "i", MATCH_TEXT);
    assert_matches("1.docx", "UBND XÃ CẦU NGÓI", "UBND HUYỆN BA TRI", "i", MATCH_TEXT);
    assert_matches("1.docx", "TRƯỜNG THCS KIM SƠN", NULL, NULL, MATCH_NONE);
}

static void a_part_of_a_name_is_a_doubt_and_the_exact_name_wins(void **state)
{
    (void)state;
    assert_matches("1.docx", "UBND XÃ CẦU NGÓI HẠ", NULL, NULL, MATCH_DOUBTFUL);
    assert_matches("xã Cầu Ngói.docx", "UBND XÃ CẦU NGÓI HẠ", NULL, NULL, MATCH_DOUBTFUL);
    assert_matches("1.docx", "HĐND XÃ CẦU NGÓI", NULL, NULL, MATCH_DOUBTFUL);
    assert_matches("THCS Kim Đồng.docx", "TRƯỜNG THPT KIM ĐỒNG", NULL, NULL, MATCH_DOUBTFUL);
    assert_matches("1.docx", "UBND XÃ ĐÔNG HÀ", NULL, "d", MATCH_TEXT);
    assert_matches("1.docx", "UBND XÃ ĐÔNG", NULL, "c", MATCH_TEXT);
    assert_matches("1.docx", "CÔNG TY TNHH XE ĐẠP VĨNH THUẬN", NULL, "j", MATCH_TEXT);
    assert_matches("1.docx", "CÔNG TY CỔ PHẦN XE ĐẠP VĨNH THUẬN", NULL, "k", MATCH_TEXT);
    assert_matches("1.docx", "CÔNG TY CP XE ĐẠP VĨNH THUẬN THÀNH", NULL, NULL, MATCH_DOUBTFUL);
    /* and where the text has less */
    assert_matches("1.docx", "TRƯỜNG THPT MƯỜNG KHẢO", NULL, NULL, MATCH_DOUBTFUL);
    assert_matches("1.docx", "UBND XÃ LẠC SƠN", NULL, NULL, MATCH_DOUBTFUL);
}

static void doubts_are_said_and_settled_by_the_text(void **state)
{
    (void)state;
    assert_matches("kim dong.docx", NULL, NULL, NULL, MATCH_DOUBTFUL);
    assert_matches("kim dong.docx", "TRƯỜNG THCS KIM ĐỒNG", NULL, "a", MATCH_TEXT);
    assert_matches("THCS Kim Đồng.docx", "UBND XÃ ĐÔNG HÀ", NULL, NULL, MATCH_DOUBTFUL);
}

/* Each doubt with its reason, by which reports find the sentence (district/doubts.c). */
static void a_doubt_has_its_reason(void **state)
{
    (void)state;
    static const struct {
        const char *path, *unit, *parent, *reason;
    } rows[] = {
        {"THCS Kim Đồng.docx", "UBND XÃ ĐÔNG HÀ", NULL, "names-differ"},
        {"Xã Lạc Sơn Thượng.docx", "TRƯỜNG THCS KIM ĐỒNG", NULL, "names-differ"},
        {"07-qc.docx", "UBND XÃ ĐÔNG HÀ", NULL, NULL}, /* the roster's word, which needs none */
        {"xã Tân Lập.docx", "UBND XÃ TÂN LẬP", NULL, "several-units"},
        {"kim dong.docx", "", NULL, "several-units"},
        {"1.docx", "UBND XÃ NGÓI CẦU", NULL, "part-of-name"},
        {"1.docx", "TRƯỜNG THCS KIM ĐỘNG", NULL, "near-name"},
        {"1.docx", "UBND XÃ CẦU NGÓI HẠ", NULL, "another-name"},
        {"1.docx", "UBND XÃ CẦU NGÓI", "UBND TỈNH QUẢNG LỘC", "another-place"},
        {"1.docx", "TRƯỜNG THCS KIM SƠN", NULL, "not-listed"},
        {"1.docx", NULL, NULL, "no-name"},
        {"1.docx", "TRƯỜNG THCS KIM ĐỒNG", NULL, NULL},
        {"vụ.docx", "UBND XÃ ĐÔNG HÀ", NULL, "listed-for-several"},
    };
    g_autoptr(RosterUnits) roster = roster_units_new(NULL);
    const RosterUnit twice[] = {{.key = (char *)"x", .name = (char *)"X", .pattern = (char *)"vụ.docx"},
                                {.key = (char *)"y", .name = (char *)"Y", .pattern = (char *)"vụ.docx"}};
    for (guint i = 0; i < G_N_ELEMENTS(units); i++)
        assert_true(roster_units_add(roster, &units[i], NULL));
    for (guint i = 0; i < G_N_ELEMENTS(twice); i++)
        assert_true(roster_units_add(roster, &twice[i], NULL));
    g_autoptr(Finder) finder = finder_new(roster, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        Facts facts = {
            .outcome = (char *)"judged", .unit = (char *)rows[i].unit, .parent = (char *)rows[i].parent};
        g_auto(StoreFile) file = {.path = g_strdup(rows[i].path), .reason = g_strdup("before")};
        assert_true(finder_match(finder, &file, &facts, NULL));
        if (g_strcmp0(file.reason, rows[i].reason) != 0)
            fail_msg("%s, %s: %s, not %s", rows[i].path, rows[i].unit, file.reason, rows[i].reason);
    }
}

/* Initials that no list of short forms knows tell whose a file may be, in a text, in the name of a file, or
 * in the roster. */
static void initials_of_no_list_make_a_doubt(void **state)
{
    (void)state;
    static const struct {
        const char *path, *unit, *doubt;
    } rows[] = {
        {"1.docx", "CHI CỤC QLCL NÔNG LÂM SẢN", "Chi cục Quản lý chất lượng nông lâm sản"},
        {"1.docx", "CHI CỤC QLCL NLS", "Chi cục Quản lý chất lượng nông lâm sản"},
        {"QC dan chu CC QLCL 2024.docx", NULL, "Chi cục Quản lý chất lượng nông lâm sản"},
        {"1.docx", "TRUNG TÂM KIỂM NGHIỆM THỰC PHẨM HÀ MY", "TT KNTP Hà My"},
        {"1.docx", "PHÒNG QLCL BỆNH VIỆN", NULL},     /* words that the unit has not */
        {"1.docx", "CHI CỤC QLR NÔNG LÂM SẢN", NULL}, /* initials of no words */
        {"QCDC.docx", NULL, NULL}, /* "quy chế dân chủ", not "Quỳnh Châu Diễn Cát" */
        {"QLC.docx", NULL, NULL},  /* too short for a path */
    };
    static const char *const names[] = {"Chi cục Quản lý chất lượng nông lâm sản", "TT KNTP Hà My",
                                        "Hợp tác xã Quỳnh Châu Diễn Cát"};
    g_autoptr(RosterUnits) roster = roster_units_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        const RosterUnit unit = {.key = (char *)names[i], .name = (char *)names[i], .kind = (char *)"agency"};
        assert_true(roster_units_add(roster, &unit, NULL));
    }
    g_autoptr(Finder) finder = finder_new(roster, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        Facts facts = {.outcome = (char *)"judged", .unit = (char *)rows[i].unit};
        g_auto(StoreFile) file = {.path = g_strdup(rows[i].path)};
        assert_true(finder_match(finder, &file, &facts, NULL));
        if (g_strcmp0(file.doubt, rows[i].doubt) != 0)
            fail_msg("%s, %s: %s, not %s", rows[i].path, rows[i].unit, file.doubt, rows[i].doubt);
        if (rows[i].doubt)
            assert_string_equal(file.reason, "initials");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(initials_of_no_list_make_a_doubt),
        cmocka_unit_test(spellings_of_one_unit_are_certain),
        cmocka_unit_test(near_names_are_doubtful),
        cmocka_unit_test(other_names_are_none),
        cmocka_unit_test(a_name_with_more_in_it_is_another_unit),
        cmocka_unit_test(place_order_and_spelling_make_no_other_unit),
        cmocka_unit_test(a_key_is_the_same_for_every_spelling),
        cmocka_unit_test(a_key_says_where_the_body_above_is),
        cmocka_unit_test(files_find_their_unit_by_pattern_name_or_text),
        cmocka_unit_test(the_longer_name_wins),
        cmocka_unit_test(one_name_in_two_districts_is_told_by_the_district),
        cmocka_unit_test(units_are_looked_up_by_the_rarest_word_of_their_names),
        cmocka_unit_test(near_names_and_other_places_are_doubts),
        cmocka_unit_test(a_part_of_a_name_is_a_doubt_and_the_exact_name_wins),
        cmocka_unit_test(doubts_are_said_and_settled_by_the_text),
        cmocka_unit_test(a_doubt_has_its_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
