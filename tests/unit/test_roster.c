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

static void errors_name_line_and_column(void **state)
{
    (void)state;
    assert_refused("Đơn vị,Số người\nA,1\nB,nhiều\n", "dòng 3, cột “Số người”: “nhiều” không phải là số");
    assert_refused("Đơn vị,Loại\nA,hợp tác xã\n", "line 2, column “Loại”: “hợp tác xã” is no kind");
    assert_refused("unit,state owned\nA,maybe\n", "“maybe” is neither yes nor no");
    assert_refused("unit,kind\n,school\n", "the unit has no name");
    assert_refused("unit\nTrường THCS A\nTRUONG THCS B\nTrường Trung học cơ sở A\n", "line 4");
    assert_refused("STT,Ghi chú\n1,2\n", "unit");
    assert_refused("", "unit");
    assert_refused("unit\n", "names no unit");
    assert_refused("unit\n\xd5\n", "CSV UTF-8");
    assert_refused("PK\3\4", "spreadsheet");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_found_by_name_in_either_language),
        cmocka_unit_test(marks_of_order_quotes_and_line_ends_are_understood),
        cmocka_unit_test(thousands_may_be_grouped),
        cmocka_unit_test(unicode_text_of_a_spreadsheet_is_read),
        cmocka_unit_test(errors_name_line_and_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
