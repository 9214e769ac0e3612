/* Rosters as offices save them, and what is said of wrong ones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "batch/roster.h"

static Roster *loaded(const char *text, gsize length, GError **error)
{
    g_autofree char *path = NULL;
    int file = g_file_open_tmp("rasoat-roster-XXXXXX", &path, NULL);
    assert_int_equal(write(file, text, length), length);
    close(file);
    Roster *roster = roster_load(path, error);
    g_unlink(path);
    return roster;
}

static Roster *good(const char *text)
{
    g_autoptr(GError) error = NULL;
    Roster *roster = loaded(text, strlen(text), &error);
    if (!roster)
        fail_msg("%s", error->message);
    return roster;
}

static void assert_refused(const char *text, const char *why)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Roster) roster = loaded(text, strlen(text), &error);
    assert_null(roster);
    assert_int_equal(error->code, RASOAT_ERROR_USAGE);
    if (!strstr(error->message, why))
        fail_msg("“%s” lacks “%s”", error->message, why);
}

/* Of the last that was asked for. */
static const RosterUnit *unit_at(const Roster *roster, guint i)
{
    static RosterUnit unit;
    roster_unit_clear(&unit);
    assert_true(roster_units_get(roster->units, i + 1, &unit, NULL));
    return &unit;
}

static void columns_are_found_by_name_in_either_language(void **state)
{
    (void)state;
    g_autoptr(Roster) vi = good("STT,Tên đơn vị,Loại,Cấp trên,Tên tệp,Số người,Nhà nước\n"
                                "1,Trường THCS A,trường,PGD huyện B,a*.docx,25,\n"
                                "2,Công ty C,Doanh nghiệp,,,120,có\n");
    assert_int_equal(roster_units_count(vi->units), 2);
    assert_string_equal(unit_at(vi, 0)->name, "Trường THCS A");
    assert_string_equal(unit_at(vi, 0)->kind, "school");
    assert_string_equal(unit_at(vi, 0)->parent, "PGD huyện B");
    assert_string_equal(unit_at(vi, 0)->pattern, "a*.docx");
    assert_int_equal(unit_at(vi, 0)->staff, 25);
    assert_int_equal(unit_at(vi, 0)->state_owned, -1);
    assert_int_equal(unit_at(vi, 1)->state_owned, 1);
    assert_null(unit_at(vi, 1)->parent);
    g_autoptr(Roster) facts = good("Đơn vị,Công đoàn,Hoạt động phân tán\nA,không,có\nB,,\n");
    assert_int_equal(unit_at(facts, 0)->has_union, 0);
    assert_int_equal(unit_at(facts, 0)->dispersed, 1);
    assert_int_equal(unit_at(facts, 1)->has_union, -1);
    assert_int_equal(unit_at(facts, 1)->dispersed, -1);
    g_autoptr(Roster) brackets = good("\"Đơn vị\n(ghi đầy đủ)\",Số người (CBCCVC),Loại*\nA,7,trường\n");
    assert_int_equal(unit_at(brackets, 0)->staff, 7);
    assert_string_equal(unit_at(brackets, 0)->kind, "school");
    g_autoptr(Roster) en = good("kind;unit;staff\ncommune;UBND xã D;7\n");
    assert_string_equal(unit_at(en, 0)->kind, "commune");
    assert_int_equal(unit_at(en, 0)->staff, 7);
}

static void marks_of_order_quotes_and_line_ends_are_understood(void **state)
{
    (void)state;
    g_autoptr(Roster) roster = good("\xef\xbb\xbf"
                                    "Đơn vị;Tệp\r\n\"Phòng \"\"A\"\";\nB\";x.docx\r\n\r\nSở C;\r\n");
    assert_int_equal(roster_units_count(roster->units), 2);
    assert_string_equal(unit_at(roster, 0)->name, "Phòng \"A\";\nB");
    assert_string_equal(unit_at(roster, 0)->pattern, "x.docx");
    assert_int_equal(unit_at(roster, 1)->line, 5);
    g_autoptr(Roster) tabs = good("unit\tkind\nA\tschool\n");
    assert_string_equal(unit_at(tabs, 0)->kind, "school");
}

static void thousands_may_be_grouped(void **state)
{
    (void)state;
    g_autoptr(Roster) roster = good("unit;staff\nA;1.200\nB;12,345\nC;7\n");
    assert_int_equal(unit_at(roster, 0)->staff, 1200);
    assert_int_equal(unit_at(roster, 1)->staff, 12345);
    assert_int_equal(unit_at(roster, 2)->staff, 7);
    assert_refused("unit;staff\nA;12.5\n", "12.5");
    assert_refused("unit;staff\nA;1.2000\n", "1.2000");
}

static void unicode_text_of_a_spreadsheet_is_read(void **state)
{
    (void)state;
    gsize length;
    g_autofree char *wide = g_convert("Đơn vị\nSở A\n", -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
    g_autofree char *text = g_malloc(length + 2);
    memcpy(text, "\xff\xfe", 2);
    memcpy(text + 2, wide, length);
    g_autoptr(Roster) roster = loaded(text, length + 2, NULL);
    assert_string_equal(unit_at(roster, 0)->name, "Sở A");
}

static void a_word_of_many_bodies_leaves_a_school_a_school(void **state)
{
    (void)state;
    static const char *const rows[][3] = {
        {"Trung tâm GDNN-GDTX thị xã Vân Đồng", "Trung tâm", "school"},
        {"TT GDTX huyện Long Điền", "đơn vị sự nghiệp", "school"},
        {"Trường MN Hoa Sen", "Đơn vị sự nghiệp công lập", "school"},
        {"TH&THCS Nam Sơn", "ĐVSN", "school"},
        {"Trung tâm Y tế huyện Long Điền", "trung tâm", "agency"},
        {"Trung tâm Giáo dục lao động xã hội", "trung tâm", "agency"},
        {"Trường Chính trị tỉnh", "đơn vị sự nghiệp", "agency"},
        {"Phòng Giáo dục và Đào tạo", "đơn vị", "agency"},
        {"Trường THCS A", "cơ quan", "agency"}, /* a word of its own */
        {"Trung tâm B", "Trung tâm GDTX", "school"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *text = g_strdup_printf("unit;kind\n%s;%s\n", rows[i][0], rows[i][1]);
        g_autoptr(Roster) roster = good(text);
        if (g_strcmp0(unit_at(roster, 0)->kind, rows[i][2]) != 0)
            fail_msg("%s, %s: %s", rows[i][0], rows[i][1], unit_at(roster, 0)->kind);
    }
}

static void kinds_are_what_offices_call_them(void **state)
{
    (void)state;
    static const struct {
        const char *word, *kind;
        gint state_owned;
    } words[] = {
        {"agency", "agency", -1},
        {"Công ty", "enterprise", -1},
        {"CTY TNHH", "enterprise", -1},
        {"HTX", "enterprise", -1},
        {"DNNN", "enterprise", 1},
        {"Doanh nghiệp nhà nước", "enterprise", 1},
        {"state-owned enterprise", "enterprise", 1},
        {"Sở", "agency", -1},
        {"Đơn vị sự nghiệp công lập", "agency", -1},
        {"public agency", "agency", -1},
        {"Trường mầm non tư thục", "school", -1},
        {"TH&THCS", "school", -1},
        {"kindergarten", "school", -1},
        {"UBND xã", "commune", -1},
        {"Ủy ban nhân dân phường", "commune", -1},
        {"ward", "commune", -1},
    };
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        g_autofree char *text = g_strdup_printf("unit;kind\nA;%s\n", words[i].word);
        g_autoptr(Roster) roster = good(text);
        if (g_strcmp0(unit_at(roster, 0)->kind, words[i].kind) != 0)
            fail_msg("%s: %s", words[i].word, unit_at(roster, 0)->kind);
        assert_int_equal(unit_at(roster, 0)->state_owned, words[i].state_owned);
        assert_int_equal(roster->notes->len, 0);
    }
}

static void an_unknown_kind_is_left_open_and_told_once(void **state)
{
    (void)state;
    g_autoptr(Roster) roster = good("Đơn vị,Loại\nA,xã hội\nB,xã hội\nC,xã\nD,-\n");
    assert_null(unit_at(roster, 0)->kind);
    assert_string_equal(unit_at(roster, 2)->kind, "commune");
    assert_int_equal(roster->notes->len, 1);
    assert_non_null(strstr(roster->notes->pdata[0], "dòng 2: không rõ “xã hội”"));
    assert_non_null(strstr(roster->notes->pdata[0], "line 2"));
}

static void answers_and_numbers_are_read_as_written(void **state)
{
    (void)state;
    g_autoptr(Roster) roster =
        good("unit;staff;union\nA;30 người;y\nB;1.200 cán bộ, viên chức;n\nC;-;không có\n");
    assert_int_equal(unit_at(roster, 0)->staff, 30);
    assert_int_equal(unit_at(roster, 0)->has_union, 1);
    assert_int_equal(unit_at(roster, 1)->staff, 1200);
    assert_int_equal(unit_at(roster, 1)->has_union, 0);
    assert_int_equal(unit_at(roster, 2)->staff, -1);
    assert_int_equal(unit_at(roster, 2)->has_union, 0);
    assert_refused("unit;staff\nA;30 lớp\n", "30 lớp");
    assert_refused("unit;staff\nA;30-40 người\n", "30-40");
    assert_refused("unit;staff\nA;2 nghìn người\n", "nghìn");
}

static void the_head_may_stand_below_a_title(void **state)
{
    (void)state;
    g_autoptr(Roster) roster = good("DANH SÁCH ĐƠN VỊ;;\n;;\nSTT;Đơn vị nộp;Loại\n1;Sở A;sở\n");
    assert_int_equal(roster_units_count(roster->units), 1);
    assert_string_equal(unit_at(roster, 0)->name, "Sở A");
    assert_int_equal(unit_at(roster, 0)->line, 4);
    g_autoptr(Roster) above = good("TT;Tên cơ quan, đơn vị;Cơ quan quản lý trực tiếp;Tổng số CBCCVC\n"
                                   "1;MN Hoa Sen;UBND xã A;20\n2;MN Hoa Sen;UBND xã B;30\n");
    assert_string_equal(unit_at(above, 1)->parent, "UBND xã B");
    assert_int_equal(unit_at(above, 1)->staff, 30);
    g_autoptr(Roster) en = good(",,\nUBND HUYỆN X,,VIỆT NAM\nOrganisation,Type,Staff\nB,school,7\n");
    assert_int_equal(unit_at(en, 0)->staff, 7);
    assert_refused("A,Phòng\nB,Đơn vị\nC,Sở\n", "first ten lines");
    assert_refused("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\nunit\nA\n", "first ten lines");
}

/* A list of two units with a row between them. */
static Roster *between_two_units(const char *row)
{
    g_autofree char *text =
        g_strdup_printf("STT;Đơn vị;Loại;Số người\n1;Trường THCS A;trường;45\n%s\n2;Sở B;sở;30\n", row);
    return good(text);
}

static void rows_that_are_no_units_are_passed_over_and_counted(void **state)
{
    static const char *const asides[] = {
        ";Tổng cộng;;75",
        ";TỔNG CỘNG (I+II);;75",
        "Tổng cộng;;;75",
        ";Cộng;;30",
        ";Cộng I;;30",
        ";Cộng: 2 đơn vị;;",
        ";Tổng số;;",
        ";Tổng số: 25 trường;;",
        ";Tổng số trường;;25",
        ";Total;;75",
        "Cộng;30 đơn vị;;75",
        "E;DOANH NGHIỆP, HTX;;",
        "I;Khối trường học;;",
        ";I. Khối trường học;;45",
        ";A – CÁC XÃ;;",
        "A;CÁC XÃ, PHƯỜNG;;",
        ";II/ Cơ quan;;",
        "B;Doanh nghiệp;;",
        ";Khối mầm non;;",
        ";III. Trường tiểu học;;",
        ";Ghi chú: số liệu đến 31/12;;",
        "Ghi chú: số liệu đến 31/12;;;",
        ";(*) Trường mới thành lập;;",
        ";Danh sách này có 2 đơn vị;;",
        ";Hà Tĩnh, ngày 05 tháng 9 năm 2026;;",
        ";NGƯỜI LẬP BIỂU;;",
        "3;;;",
        ";(2);(3);(4)",
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(asides); i++) {
        g_autoptr(Roster) roster = between_two_units(asides[i]);
        if (roster_units_count(roster->units) != 2 || roster->notes->len != 1 ||
            !strstr(roster->notes->pdata[0], "bỏ qua 1 dòng") || !strstr(roster->notes->pdata[0], "dòng 3 “"))
            fail_msg("%s: %u units, %s", asides[i], roster_units_count(roster->units),
                     roster->notes->len ? (char *)roster->notes->pdata[0] : "no note");
    }
}

static void what_stands_below_the_table_is_no_unit(void **state)
{
    static const struct {
        const char *below;
        guint passed;
    } feet[] = {
        {";Cộng;;2\n;Người lập biểu;;Thủ trưởng đơn vị\n;(ký, ghi rõ họ tên);;(đã ký)\n;Nguyễn Văn A;;Trần "
         "Thị B",
         4},
        {";;;Long Điền, ngày 05 tháng 9 năm 2026\n;;;TM. ỦY BAN NHÂN DÂN\n;;;CHỦ TỊCH\n;;;Trần Thị B", 4},
        {"Nơi nhận:;;;\n- Như trên;;;\n- Lưu: VT;;;", 3},
        {";GIÁM ĐỐC;;\n;Trần Thị B;;", 2},
        {";KT. CHỦ TỊCH;;\n;Trần Thị B;;\n3;Sở C;sở;", 2},
        {";(Kèm theo Công văn số 5);;\n3;Sở C;sở;", 1},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(feet); i++) {
        g_autofree char *text =
            g_strdup_printf("STT;Đơn vị;Loại;Ghi chú\n1;Trường A;trường;\n2;Sở B;sở;\n%s\n", feet[i].below);
        g_autofree char *told = g_strdup_printf("bỏ qua %u dòng", feet[i].passed);
        g_autoptr(Roster) roster = good(text);
        if (roster_units_count(roster->units) != 2u + (strstr(feet[i].below, "Sở C") != NULL) ||
            !strstr(roster->notes->pdata[0], told))
            fail_msg("%s\n%u units, %s", feet[i].below, roster_units_count(roster->units),
                     (char *)roster->notes->pdata[0]);
    }
    g_autoptr(Roster) plain = good("Đơn vị\nTM Hải Âu\nTrường A\nTrường B (cũ)\n");
    assert_int_equal(roster_units_count(plain->units), 2);
}

static void rows_that_only_head_units_are_passed_over_and_counted(void **state)
{
    static const struct {
        const char *rows;
        guint units, passed;
    } lists[] = {
        {"I;Huyện Long Điền;;\n1;Trường A;trường;\n2;Trường B;trường;\nII;TX Kỳ Anh;;\n1;Trường C;trường;", 3,
         2},
        {";I. Huyện Long Điền;;\n1;Trường A;trường;\n;II. Huyện Đất Đỏ;;\n2;Trường B;trường;", 2, 2},
        {"A;Tỉnh Bình An;;\nI;Huyện Long Điền;;\n1;Trường A;;\n2;Trường B;;", 2, 2},
        {"I;UBND huyện Long Điền;;\n1;Phòng Nội vụ;cơ quan;\n2;Phòng Tư pháp;cơ quan;", 2, 1},
        {"1;Xã Đồng Lạc;;\n1.1;Trường A;trường;\n1.2;Trường B;trường;\n2;Xã Nam Sơn;;\n2.1;Trường C;;", 3, 2},
        {";I. Xã Đồng Lạc;;\n;1. Trường A;;\n;2. Trường B;;", 2, 1},
        /* units, or perhaps */
        {"I;UBND huyện Long Điền;;\n1;Phòng Nội vụ;;\n2;Phòng Tư pháp;;", 3, 0},
        {"I;Huyện Long Điền;cơ quan;\n1;Trường A;trường;", 2, 0},
        {"I;Xã Đồng Lạc;;\nII;Xã Nam Sơn;;\nIII;Xã Bắc Hà;;", 3, 0},
        {"1;Xã Đồng Lạc;;\n2;Xã Nam Sơn;xã;\n3;Xã Bắc Hà;xã;", 3, 0},
        {"I;Huyện ủy Long Điền;;\n1;Phòng Nội vụ;;", 2, 0},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
        g_autofree char *text = g_strdup_printf("STT;Đơn vị;Loại;Tệp\n%s\n", lists[i].rows);
        g_autofree char *told = g_strdup_printf("bỏ qua %u dòng", lists[i].passed);
        g_autoptr(Roster) roster = good(text);
        if (roster_units_count(roster->units) != lists[i].units ||
            roster->notes->len != (lists[i].passed > 0) ||
            (lists[i].passed && !strstr(roster->notes->pdata[0], told)))
            fail_msg("%s\n%u units, %s", lists[i].rows, roster_units_count(roster->units),
                     roster->notes->len ? (char *)roster->notes->pdata[0] : "no note");
    }
    g_autoptr(Roster) numbered = good("Đơn vị\nI. Xã Đồng Lạc\n1. Trường A\n2) C.ty B\nII. Trường C\n");
    assert_int_equal(roster_units_count(numbered->units), 3);
    assert_string_equal(unit_at(numbered, 0)->name, "Trường A");
    assert_string_equal(unit_at(numbered, 1)->name, "C.ty B");
    assert_string_equal(unit_at(numbered, 2)->name, "Trường C");
    g_autoptr(Roster) levels = good("Đơn vị\nX. Thạch Đồi\nF. Tân Cảng\nX. Sở Xây dựng\nH. Trường C\n");
    assert_string_equal(unit_at(levels, 0)->name, "X. Thạch Đồi");
    assert_string_equal(unit_at(levels, 1)->name, "F. Tân Cảng");
    assert_string_equal(unit_at(levels, 2)->name, "Sở Xây dựng");
    assert_string_equal(unit_at(levels, 3)->name, "Trường C");
}

static void units_that_only_begin_like_a_sum_or_a_section_are_units(void **state)
{
    static const char *const units[] = {
        ";Tổng công ty Lương thực;;75",
        ";TONG CONG TY LUONG THUC;;75",
        ";Cộng Hòa;;",
        ";UBND xã Cộng Hòa;;30",
        ";A;;",
        "3;Khối Dân vận;;",
        ";I. Trường Tiểu học Kim Đồng;;",
        ";Trường Tiểu học;;",
        ";Mục Sơn;;",
        ";Nhóm trẻ Hoa Mai;;",
        ";Phần mềm An Phát;doanh nghiệp;12",
        ";Hệ thống cấp nước Nam Sơn;đơn vị;12",
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(units); i++) {
        g_autoptr(Roster) roster = between_two_units(units[i]);
        if (roster_units_count(roster->units) != 3 || roster->notes->len != 0)
            fail_msg("%s: %u units, %u notes", units[i], roster_units_count(roster->units),
                     roster->notes->len);
    }
}

static void a_head_may_have_lines_below_it(void **state)
{
    (void)state;
    g_autoptr(Roster) roster =
        good("STT,Đơn vị,Loại,Số người,\n,,,Tổng số,Nữ\n(1),(2),(3),(4),(5)\n1,Sở A,sở,7,3\n");
    assert_int_equal(roster_units_count(roster->units), 1);
    assert_int_equal(unit_at(roster, 0)->staff, 7);
    g_autoptr(Roster) letters = good("STT,Đơn vị,Số người\nA,B,1\n1,Sở A,7\n");
    assert_int_equal(roster_units_count(letters->units), 1);
    g_autoptr(Roster) second = good("STT,Đơn vị,Số người,\n,,Biên chế,Nữ\n1,Sở A,7,3\n");
    assert_int_equal(roster_units_count(second->units), 1);
}

static void many_rows_passed_over_are_one_note(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new("Đơn vị,Loại\nSở A,sở\n");
    for (guint i = 0; i < 12; i++)
        g_string_append(text, "Tổng cộng,\n");
    g_autoptr(Roster) roster = good(text->str);
    assert_int_equal(roster->notes->len, 1);
    assert_non_null(strstr(roster->notes->pdata[0], "bỏ qua 12 dòng"));
    assert_non_null(strstr(roster->notes->pdata[0], "12 “Tổng cộng”, … ·"));
    assert_refused("Đơn vị\nTổng cộng\n", "names no unit");
}

static void columns_passed_over_are_named(void **state)
{
    (void)state;
    g_autoptr(Roster) roster = good("STT,Đơn vị,Lọai hinh gì,Ghi chú\n1,A,trường,\n");
    assert_int_equal(roster->notes->len, 1);
    assert_non_null(strstr(roster->notes->pdata[0], "“Lọai hinh gì” ·"));
}

static void all_faults_are_told_at_once(void **state)
{
    (void)state;
    const char *text = "Đơn vị,Số người,Công đoàn\nA,nhiều,\"có\nthể\"\nB,1,có\n,7,có\nB,2,không\n";
    g_autoptr(GError) error = NULL;
    g_autoptr(Roster) roster = loaded(text, strlen(text), &error);
    assert_null(roster);
    g_auto(GStrv) lines = g_strsplit(error->message, "\n", -1);
    assert_int_equal(g_strv_length(lines), 4);
    assert_non_null(strstr(lines[0], "dòng 2, cột “Số người”: “nhiều” không phải là số; ghi số"));
    assert_non_null(strstr(lines[1], "dòng 2, cột “Công đoàn”: “có thể” không phải là có hoặc không; ghi"));
    assert_non_null(strstr(lines[2], "dòng 5, cột “Đơn vị”: thiếu tên đơn vị; ghi"));
    assert_non_null(strstr(
        lines[3], "dòng 6: đơn vị “B” đã có ở dòng 4; xóa một dòng, hoặc thêm cột mang tên “Cấp trên”"));
}

static void of_many_faults_twenty_are_told(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new("Đơn vị,Số người\n");
    g_autoptr(GError) error = NULL;
    for (guint i = 0; i < 23; i++)
        g_string_append_printf(text, "Sở %u,nhiều\n", i);
    g_autoptr(Roster) roster = loaded(text->str, text->len, &error);
    assert_null(roster);
    g_auto(GStrv) lines = g_strsplit(error->message, "\n", -1);
    assert_int_equal(g_strv_length(lines), 21);
    assert_non_null(strstr(lines[19], "dòng 21, "));
    assert_non_null(strstr(lines[20], "và 3 lỗi nữa"));
}

static void errors_name_line_and_column(void **state)
{
    (void)state;
    assert_refused("Đơn vị,Số người\nA,1\nB,nhiều\n", "dòng 3, cột “Số người”: “nhiều” không phải là số");
    assert_refused("unit,state owned\nA,maybe\n", "“maybe” is neither yes nor no");
    assert_refused("unit,kind\n,school\n", "the unit has no name");
    assert_refused("unit\nTrường THCS A\nTRUONG THCS B\nTrường Trung học cơ sở A\n", "line 4");
    assert_refused("STT,Ghi chú\n1,2\n", "unit");
    assert_refused("", "unit");
    assert_refused("unit\n", "names no unit");
    assert_refused("unit\n\xd5\n", "CSV UTF-8");
    assert_refused("PK\3\4", "spreadsheet");
}

/* Else units are lost, and nobody is told. */
static void what_would_swallow_rows_is_refused(void **state)
{
    (void)state;
    assert_refused("unit,kind\nA,school\n\"B,school\nC,school\n", "line 3: a field opens with");
    assert_refused("unit,kind\nA,school\n\"B,school\nC,school\n\"D\",school\n", "line 3: a field opens with");
    assert_refused("\"unit,kind\nA,school\n", "line 1: a field opens with");
    g_autoptr(Roster) two_lines = good("unit,kind\n\"A\nB\" ,school\r\n\"C \"\"c\"\"\"\r\n\"D\"");
    assert_int_equal(roster_units_count(two_lines->units), 3);

    g_autoptr(GError) error = NULL;
    static const char nul[] = "unit\nA\0\nB\n";
    assert_null(loaded(nul, sizeof nul - 1, &error));
    assert_non_null(strstr(error->message, "CSV UTF-8"));
}

static void lines_may_end_as_macintosh_had_them(void **state)
{
    (void)state;
    g_autoptr(Roster) roster = good("unit,kind\r\rA,school\rB,school\r");
    assert_int_equal(roster_units_count(roster->units), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_found_by_name_in_either_language),
        cmocka_unit_test(marks_of_order_quotes_and_line_ends_are_understood),
        cmocka_unit_test(thousands_may_be_grouped),
        cmocka_unit_test(unicode_text_of_a_spreadsheet_is_read),
        cmocka_unit_test(kinds_are_what_offices_call_them),
        cmocka_unit_test(a_word_of_many_bodies_leaves_a_school_a_school),
        cmocka_unit_test(an_unknown_kind_is_left_open_and_told_once),
        cmocka_unit_test(answers_and_numbers_are_read_as_written),
        cmocka_unit_test(the_head_may_stand_below_a_title),
        cmocka_unit_test(rows_that_are_no_units_are_passed_over_and_counted),
        cmocka_unit_test(what_stands_below_the_table_is_no_unit),
        cmocka_unit_test(rows_that_only_head_units_are_passed_over_and_counted),
        cmocka_unit_test(units_that_only_begin_like_a_sum_or_a_section_are_units),
        cmocka_unit_test(a_head_may_have_lines_below_it),
        cmocka_unit_test(many_rows_passed_over_are_one_note),
        cmocka_unit_test(columns_passed_over_are_named),
        cmocka_unit_test(all_faults_are_told_at_once),
        cmocka_unit_test(of_many_faults_twenty_are_told),
        cmocka_unit_test(errors_name_line_and_column),
        cmocka_unit_test(what_would_swallow_rows_is_refused),
        cmocka_unit_test(lines_may_end_as_macintosh_had_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
