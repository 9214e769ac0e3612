/* What a group is said to be, by what is open of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "audit/verdict.h"
#include "report/comparison.h"
#include "report/group_state.h"
#include "report/level.h"

static const GroupTally *first(const GArray *groups)
{
    return &g_array_index(groups, GroupTally, 0);
}

static Finding *add(Result *result, Check check, Status status)
{
    Finding *finding = finding_new("rule", "disclosure", check, SEVERITY_MANDATORY, status);
    g_ptr_array_add(result->findings, finding);
    return finding;
}

static Finding *accept(Finding *finding)
{
    static const Waiver waiver = {"a", "b", "c", "2030-01-01"};
    finding->waiver = waiver_copy(&waiver);
    return finding;
}

static void assert_said(const Result *result, const char *words)
{
    g_autoptr(GArray) groups = tally_groups(result);
    g_autofree char *said = group_state_say(group_state(first(groups)), RASOAT_VIETNAMESE);
    assert_string_equal(said, words);
}

static void only_a_group_that_lacks_nothing_is_met(void **state)
{
    (void)state;
    g_autoptr(Result) result = result_new("a.docx");

    add(result, CHECK_SECTION, STATUS_MET);
    add(result, CHECK_ITEM, STATUS_MET);
    assert_said(result, "đạt");
    add(result, CHECK_ITEM, STATUS_REVIEW);
    assert_said(result, "cần xem lại");
    add(result, CHECK_ITEM, STATUS_MISSING);
    assert_said(result, "có, còn thiếu 1");
    add(result, CHECK_ITEM, STATUS_PARTIAL);
    assert_said(result, "có, còn thiếu 2");
    add(result, CHECK_BOUND, STATUS_CONFLICT);
    assert_said(result, "trái quy định");
}

static void what_is_advised_is_not_lacking(void **state)
{
    (void)state;
    g_autoptr(Result) result = result_new("a.docx");

    add(result, CHECK_SECTION, STATUS_MET);
    add(result, CHECK_ITEM, STATUS_MISSING)->severity = SEVERITY_RECOMMENDED;
    assert_said(result, "nên ghi đủ");
    add(result, CHECK_ITEM, STATUS_REVIEW)->severity = SEVERITY_RECOMMENDED;
    assert_said(result, "cần xem lại");
}

static void a_section_in_part_is_advice_while_nothing_that_is_owed_is_open_in_it(void **state)
{
    (void)state;
    g_autoptr(Result) result = result_new("a.docx");

    add(result, CHECK_SECTION, STATUS_PARTIAL);
    assert_said(result, "chưa đủ (1)");
    add(result, CHECK_ITEM, STATUS_PARTIAL)->severity = SEVERITY_RECOMMENDED;
    assert_said(result, "nên ghi đủ");
    assert_int_equal(verdict_of(result), VERDICT_COMPLETE);
    assert_int_equal(level_of(result), LEVEL_CLEAN);
    add(result, CHECK_ITEM, STATUS_PARTIAL);
    assert_said(result, "chưa đủ (1)");
    assert_int_equal(verdict_of(result), VERDICT_INCOMPLETE);
    assert_int_equal(level_of(result), LEVEL_PARTIAL);
    add(result, CHECK_ITEM, STATUS_MISSING);
    assert_said(result, "chưa đủ (2)");
}

static void such_advice_is_no_change_between_two_drafts_either(void **state)
{
    (void)state;
    g_autoptr(Result) whole = result_new("a.docx"), part = result_new("b.docx");

    whole->outcome = part->outcome = OUTCOME_JUDGED;
    add(whole, CHECK_SECTION, STATUS_MET);
    add(part, CHECK_SECTION, STATUS_PARTIAL);
    for (guint i = 0; i < 2; i++) {
        Finding *item = add(i ? part : whole, CHECK_ITEM, i ? STATUS_PARTIAL : STATUS_MET);
        item->severity = SEVERITY_RECOMMENDED;
        g_free(item->rule);
        item->rule = g_strdup("item");
    }
    g_autoptr(Comparison) worsened = comparison_new(whole, part, UNITS_SAME);
    g_autoptr(Comparison) mended = comparison_new(part, whole, UNITS_SAME);
    assert_int_equal(worsened->rows->len, 0);
    assert_int_equal(mended->rows->len, 0);
}

static void a_group_is_accepted_only_when_nothing_else_of_it_is_open(void **state)
{
    (void)state;
    g_autoptr(Result) result = result_new("a.docx");

    accept(add(result, CHECK_SECTION, STATUS_PARTIAL));
    accept(add(result, CHECK_ITEM, STATUS_MISSING));
    assert_said(result, "đã chấp nhận");
    add(result, CHECK_ITEM, STATUS_MISSING)->severity = SEVERITY_RECOMMENDED;
    assert_said(result, "nên ghi đủ");
    add(result, CHECK_ITEM, STATUS_REVIEW);
    assert_said(result, "cần xem lại");
    add(result, CHECK_ITEM, STATUS_MISSING);
    assert_said(result, "có, còn thiếu 1");
}

static void one_that_is_not_there_at_all_stays_missing_while_any_of_it_is_owed(void **state)
{
    (void)state;
    g_autoptr(Result) result = result_new("a.docx");

    accept(add(result, CHECK_SECTION, STATUS_MISSING));
    assert_said(result, "đã chấp nhận");
    add(result, CHECK_ITEM, STATUS_MISSING);
    assert_said(result, "thiếu");
}

static void of_two_sections_the_worse_stands_and_what_they_lack_adds_up(void **state)
{
    (void)state;
    GroupState joined = group_state_join((GroupState){GROUP_GAPS, 2}, (GroupState){GROUP_GAPS, 3});
    g_autofree char *english = group_state_say(joined, RASOAT_ENGLISH);

    assert_string_equal(english, "present, lacks 5");
    assert_int_equal(group_state_join((GroupState){GROUP_MET, 0}, (GroupState){GROUP_MISSING, 1}).mark,
                     GROUP_MISSING);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_a_group_that_lacks_nothing_is_met),
        cmocka_unit_test(what_is_advised_is_not_lacking),
        cmocka_unit_test(a_section_in_part_is_advice_while_nothing_that_is_owed_is_open_in_it),
        cmocka_unit_test(such_advice_is_no_change_between_two_drafts_either),
        cmocka_unit_test(a_group_is_accepted_only_when_nothing_else_of_it_is_open),
        cmocka_unit_test(one_that_is_not_there_at_all_stays_missing_while_any_of_it_is_owed),
        cmocka_unit_test(of_two_sections_the_worse_stands_and_what_they_lack_adds_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
