/* Whose a file is by its path and by its text together, with rosters of one unit and of two that are near
 * each other. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

#include "batch/matching.h"

/* A roster of at most three units. */
static RosterUnits *roster_of(const RosterUnit *const *units)
{
    RosterUnits *roster = roster_units_new(NULL);
    for (guint i = 0; i < 3 && units[i]; i++)
        assert_true(roster_units_add(roster, units[i], NULL));
    return roster;
}

/* The same of units whose keys are their names; second: NULL for none. */
static RosterUnits *roster_of_names(const char *first, const char *second)
{
    const RosterUnit one = {.key = (char *)first, .name = (char *)first},
                     other = {.key = (char *)second, .name = (char *)second};
    return roster_of((const RosterUnit *[]){&one, second ? &other : NULL, NULL});
}

/* Matches a file with one. text, above: what the text calls its unit and the body above it; NULL: it has not
 * been read, there is none. */
static void match_below(RosterUnits *roster, const char *path, const char *text, const char *above,
                        StoreFile *file)
{
    g_autoptr(Finder) finder = finder_new(roster, NULL);
    Facts facts = {.outcome = (char *)"judged", .unit = (char *)text, .parent = (char *)above};
    file->path = g_strdup(path);
    assert_true(finder_match(finder, file, text ? &facts : NULL, NULL));
}

static void match(RosterUnits *roster, const char *path, const char *text, StoreFile *file)
{
    match_below(roster, path, text, NULL, file);
}

/* A "TT" that no word beside it explains: the roster's kind, or the one unit that there is, tells which it
 * is. */
static void a_township_and_a_centre_are_told_by_the_kind_that_the_roster_has(void **state)
{
    (void)state;
    static const RosterUnit township = {.key = (char *)"t", .name = (char *)"Thị trấn Xuân An"},
                            centre = {.key = (char *)"c", .name = (char *)"Trung tâm Xuân An"},
                            short_town = {.key = (char *)"t",
                                          .name = (char *)"TT Xuân An",
                                          .kind = (char *)"commune"},
                            short_centre = {.key = (char *)"c",
                                            .name = (char *)"TT Xuân An",
                                            .kind = (char *)"agency"},
                            open = {.key = (char *)"o", .name = (char *)"TT Xuân An"},
                            school = {.key = (char *)"s", .name = (char *)"Trường THCS Xuân An"};
    static const struct {
        const RosterUnit *roster[3];
        const char *path, *text,
            *key; /* key: of the unit that is given the file; "?": doubtful; NULL: none */
    } rows[] = {
        {{&township}, "TT Xuân An.docx", NULL, "t"},
        {{&centre}, "TT Xuân An.docx", NULL, "c"},
        {{&centre}, "03. QC dan chu TT Xuan An.docx", NULL, "c"},
        {{&centre}, "1.docx", "TT XUÂN AN", "c"},
        {{&township}, "1.docx", "TT XUÂN AN", "t"},
        {{&township, &centre}, "TT Xuân An.docx", NULL, "?"},
        {{&township, &centre}, "1.docx", "TT XUÂN AN", "?"},
        {{&township, &centre}, "TT Xuân An.docx", "UBND THỊ TRẤN XUÂN AN", "t"},
        {{&township, &centre}, "TT Xuân An.docx", "TRUNG TÂM XUÂN AN", "c"},
        {{&township, &centre}, "1.docx", "UBND TT XUÂN AN", "t"},
        {{&short_town}, "1.docx", "ỦY BAN NHÂN DÂN THỊ TRẤN XUÂN AN", "t"},
        {{&short_centre}, "1.docx", "TRUNG TÂM XUÂN AN", "c"},
        {{&short_centre}, "TT Xuân An.docx", NULL, "c"},
        {{&short_centre}, "1.docx", "UBND THỊ TRẤN XUÂN AN", NULL},
        {{&short_town, &short_centre}, "TT Xuân An.docx", NULL, "?"},
        {{&short_town, &short_centre}, "TT Xuân An.docx", "UBND THỊ TRẤN XUÂN AN", "t"},
        {{&short_town, &short_centre}, "1.docx", "TRUNG TÂM XUÂN AN", "c"},
        {{&short_town}, "1.docx", "TRUNG TÂM XUÂN AN", "?"},
        {{&open}, "TT Xuân An.docx", NULL, "o"},
        {{&open}, "1.docx", "UBND THỊ TRẤN XUÂN AN", "o"},
        {{&open}, "1.docx", "TRUNG TÂM XUÂN AN", "?"},
        {{&centre}, "1.docx", "TRƯỜNG THCS TT XUÂN AN", NULL}, /* in the township */
        {{&centre}, "Trường THCS TT Xuân An.docx", NULL, "?"},
        {{&centre, &school}, "Trường THCS TT Xuân An.docx", NULL, "?"},
    };
    guint wrong = 0;
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(RosterUnits) roster = roster_of(rows[i].roster);
        g_auto(StoreFile) file = {0};
        match(roster, rows[i].path, rows[i].text, &file);
        const char *key = file.match == MATCH_DOUBTFUL ? "?" : file.unit;
        if (g_strcmp0(key, rows[i].key) == 0)
            continue;
        print_error("%u: “%s”, “%s”: %s, not %s (%s)\n", i, rows[i].path, rows[i].text, key, rows[i].key,
                    file.reason);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

/* Rosters of two: names that differ in marks alone, and a number that stands elsewhere. */
static void of_two_near_units_the_marks_decide_and_doubts_name_both(void **state)
{
    (void)state;
    static const struct {
        const char *roster[2], *path, *text;
        const char *told; /* the unit that is given the file; of a doubt, what it may be */
    } rows[] = {
        {{"Xã Hòa An", "Xã Hoà Ân"}, "1.docx", "XÃ HÒA AN", "Xã Hòa An"},
        {{"Xã Hòa An", "Xã Hoà Ân"}, "1.docx", "UBND XÃ HOÀ ÂN", "Xã Hoà Ân"},
        {{"Xã Hòa An", "Xã Hoà Ân"}, "xã Hòa An.docx", "XÃ HOÀ ÂN", "Xã Hoà Ân"},
        {{"Xã Hoa An", "Xã Hòa An"}, "1.docx", "XÃ HOA AN", "Xã Hoa An"},
        {{"Xã Hoa An", "Xã Hòa An"}, "1.docx", "XA HOA AN", "Xã Hoa An\nXã Hòa An"}, /* none has marks */
        {{"Xã Hoa An", "Xã Hòa An"}, "xã Hoa An.docx", NULL, "Xã Hoa An\nXã Hòa An"},
        {{"THCS Hoa An", "THCS Hòa An"}, "1.docx", "THCS HOA AN", "THCS Hoa An\nTHCS Hòa An"},
        {{"Xã Hòa An", "Xã Hòa Ấn"}, "1.docx", "XÃ HÒA ÂN", "Xã Hòa An"}, /* as where there is but one */
        {{"TH Hòa Bình", "TH Hòa Bình 2"},
         "1.docx",
         "TRƯỜNG TIỂU HỌC SỐ 2 HÒA BÌNH",
         "TH Hòa Bình\nTH Hòa Bình 2"},
        {{"TH Hòa Bình", "TH Hòa Bình 3"}, "1.docx", "TRƯỜNG TIỂU HỌC SỐ 2 HÒA BÌNH", "TH Hòa Bình"},
        {{"TH Hòa Bình", "TH Hòa Bình 2"}, "1.docx", "TRƯỜNG TIỂU HỌC HÒA BÌNH", "TH Hòa Bình"},
    };
    guint wrong = 0;
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(RosterUnits) roster = roster_of_names(rows[i].roster[0], rows[i].roster[1]);
        g_auto(StoreFile) file = {0};
        match(roster, rows[i].path, rows[i].text, &file);
        const char *told = file.match == MATCH_DOUBTFUL ? file.doubt : file.unit;
        if (g_strcmp0(told, rows[i].told) == 0)
            continue;
        print_error("“%s”, “%s”: %s (%s)\n", rows[i].path, rows[i].text, told, file.reason);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

/* Rosters of two: a commune that is in the name of an office there and above it in the text, and what lists
 * say of a unit in brackets. */
static void a_commune_above_and_remarks_in_brackets_are_read_with_the_name(void **state)
{
    (void)state;
    static const struct {
        const char *roster[2], *text, *above;
        const char
            *told; /* the unit that is given the file; of a doubt, what it may be after "?"; NULL: none */
    } rows[] = {
        {{"Phòng Kinh tế xã An Bình", "Phòng Kinh tế xã An Phú"},
         "PHÒNG KINH TẾ",
         "UBND XÃ AN PHÚ",
         "Phòng Kinh tế xã An Phú"},
        {{"Phòng KT xã An Bình", "Phòng Kinh tế"},
         "PHÒNG KINH TẾ",
         "ỦY BAN NHÂN DÂN XÃ AN BÌNH",
         "Phòng KT xã An Bình"},
        {{"TYT P. Tân Lam", "UBND P. Tân Lam"}, "TRẠM Y TẾ", "UBND PHƯỜNG TÂN LAM", "TYT P. Tân Lam"},
        {{"Trường THCS xã An Bình", "Xã An Bình"},
         "TRƯỜNG THCS",
         "UBND XÃ AN BÌNH",
         "Trường THCS xã An Bình"},
        {{"Phòng Kinh tế xã An Bình", "Phòng Kinh tế xã An Phú"},
         "PHÒNG KINH TẾ",
         "UBND XÃ AN LẠC",
         "?Phòng Kinh tế xã An Bình\nPhòng Kinh tế xã An Phú"},
        {{"Phòng Kinh tế xã An Bình", NULL},
         "PHÒNG KINH TẾ",
         "PHÒNG VĂN HÓA XÃ AN BÌNH",
         "?Phòng Kinh tế xã An Bình"},
        {{"Xã An Bình", NULL}, "VĂN PHÒNG", "UBND XÃ AN BÌNH", NULL},
        {{"Xã Phú Đông (sáp nhập từ các xã Phú Đông, Phú Tây)", NULL},
         "UBND XÃ PHÚ ĐÔNG",
         NULL,
         "Xã Phú Đông (sáp nhập từ các xã Phú Đông, Phú Tây)"},
        {{"Xã Phú Đông (sáp nhập từ xã Phú Đông và xã Phú Tây)", NULL},
         "UBND XÃ PHÚ TÂY",
         NULL,
         "?Xã Phú Đông (sáp nhập từ xã Phú Đông và xã Phú Tây)"},
        {{"Xã Yên Thịnh (Bình Hải cũ)", NULL}, "UBND XÃ BÌNH HẢI", NULL, "?Xã Yên Thịnh (Bình Hải cũ)"},
        {{"Xã Yên Thịnh (cũ)", "Xã Yên Thịnh (mới)"},
         "UBND XÃ YÊN THỊNH",
         NULL,
         "?Xã Yên Thịnh (cũ)\nXã Yên Thịnh (mới)"},
        {{"TH Kim Đồng (điểm trường thôn 3)", NULL},
         "TRƯỜNG TIỂU HỌC KIM ĐỒNG",
         NULL,
         "TH Kim Đồng (điểm trường thôn 3)"},
        {{"Đồng Lạc (xã)", NULL}, "UBND XÃ ĐỒNG LẠC", NULL, "Đồng Lạc (xã)"},
        {{"TH Kim Đồng (Lai Cư)", NULL}, "TRƯỜNG TIỂU HỌC KIM ĐỒNG", NULL, "?TH Kim Đồng (Lai Cư)"},
    };
    guint wrong = 0;
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(RosterUnits) roster = roster_of_names(rows[i].roster[0], rows[i].roster[1]);
        g_auto(StoreFile) file = {0};
        match_below(roster, "1.docx", rows[i].text, rows[i].above, &file);
        g_autofree char *told =
            file.match == MATCH_DOUBTFUL ? g_strconcat("?", file.doubt, NULL) : g_strdup(file.unit);
        if (g_strcmp0(told, rows[i].told) == 0)
            continue;
        print_error("“%s”, “%s”: %s (%s)\n", rows[i].text, rows[i].above, told, file.reason);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

/* Looks for a file of so many schools of one name, each under a commune of its own; returns the seconds of
 * the processor that went, as a clock on the wall says little under valgrind and the like. */
static double seconds_to_name(guint units)
{
    g_autoptr(RosterUnits) roster = roster_units_new(NULL);
    g_autoptr(GString) expected = g_string_new(NULL);
    g_auto(StoreFile) file = {0};
    for (guint i = 0; i < units; i++) {
        g_autofree char *key = g_strdup_printf("k%u", i), *parent = g_strdup_printf("Xã Số %u", i);
        const RosterUnit unit = {.key = key, .name = (char *)"Trường Mầm non Hoa Sen", .parent = parent};
        assert_true(roster_units_add(roster, &unit, NULL));
        g_string_append_printf(expected, "%sTrường Mầm non Hoa Sen (%s)", i ? "\n" : "", parent);
    }
    const clock_t start = clock();
    match(roster, "Trường Mầm non Hoa Sen.docx", NULL, &file);
    const double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    assert_int_equal(file.match, MATCH_DOUBTFUL);
    assert_string_equal(file.reason, "several-units");
    assert_string_equal(file.doubt, expected->str);
    return seconds;
}

/* Each is named with its own commune, and the time grows as their number, not as its square. */
static void units_of_one_name_are_told_by_what_is_above_them_in_time_by_their_number(void **state)
{
    (void)state;
    enum { UNITS = 5000 };
    const double few = seconds_to_name(UNITS), many = seconds_to_name(4 * UNITS);
    if (many > 9 * few + 0.2)
        fail_msg("%u units: %.2f s, four times as many: %.2f s", UNITS, few, many);
}

typedef struct {
    const char *listed, *path, *text;
    gboolean given, doubtful;
} Both;

static void names_of_files_beside_texts(void **state)
{
    (void)state;
    static const Both cases[] = {
        {"Sở Nội vụ", "Sở Nội vụ.docx", "SỞ TƯ PHÁP", FALSE, TRUE},
        {"Sở Tư pháp", "Sở Tư pháp.docx", "TRƯỜNG THPT NGUYỄN CẢNH CHÂN", FALSE, TRUE},
        {"Trường MN Hoa Sen", "Trường MN Hoa Sen.docx", "KHÁCH SẠN HẢI ÂU ROYAL", FALSE, TRUE},
        {"UBND xã Đồng Lạc Hạ", "xã Đồng Lạc Hạ.docx", "UBND XÃ ĐỒNG LẠC", FALSE, TRUE},
        {"Công ty Mới", "Cty Moi.docx", "TRƯỜNG THPT LÊ LỢI", FALSE, TRUE},
        /* a letter, and what people add to any name */
        {"Công ty Mới", "QC moi.docx", "TRƯỜNG THPT LÊ LỢI", FALSE, FALSE},
        {"Công ty A", "QC a.docx", "TRƯỜNG MN HOA ĐẬU BIẾC", FALSE, FALSE},
        {"Công ty A", "QC a.docx", "TRƯỜNG TIỂU HỌC NAM SƠN A", FALSE, FALSE},
        {"Công ty A", "Cty A.docx", NULL, TRUE, FALSE},
        {"Công ty A", "1.docx", "CÔNG TY TNHH A", TRUE, FALSE},
        {"Công ty Mới", "1.docx", "CÔNG TY TNHH MỚI", TRUE, FALSE},
        /* a text without a name of its own, or with less of one than an office has */
        {"Trường MN Hoa Sen", "MN Hoa Sen.docx", "TRƯỜNG", TRUE, FALSE},
        {"UBND xã Đồng Lạc", "xa Dong Lac.docx", "ỦY BAN NHÂN DÂN XÃ", TRUE, FALSE},
        {"Phòng GD&ĐT huyện Long Điền", "PGD huyen Long Dien.docx", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", TRUE, FALSE},
    };
    guint wrong = 0;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(RosterUnits) roster = roster_of_names(cases[i].listed, NULL);
        g_auto(StoreFile) file = {0};
        match(roster, cases[i].path, cases[i].text, &file);
        const gboolean given = file.unit != NULL;
        const gboolean doubtful = file.match == MATCH_DOUBTFUL && g_strcmp0(file.doubt, cases[i].listed) == 0;
        if (given == cases[i].given && doubtful == cases[i].doubtful)
            continue;
        print_error("“%s”, “%s”, “%s”: %s\n", cases[i].listed, cases[i].path, cases[i].text,
                    given      ? "given"
                    : doubtful ? "doubtful"
                               : "not seen");
        wrong++;
    }
    if (wrong)
        fail_msg("%u of %u files are another's", wrong, (guint)G_N_ELEMENTS(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_of_one_name_are_told_by_what_is_above_them_in_time_by_their_number),
        cmocka_unit_test(names_of_files_beside_texts),
        cmocka_unit_test(a_commune_above_and_remarks_in_brackets_are_read_with_the_name),
        cmocka_unit_test(of_two_near_units_the_marks_decide_and_doubts_name_both),
        cmocka_unit_test(a_township_and_a_centre_are_told_by_the_kind_that_the_roster_has),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
