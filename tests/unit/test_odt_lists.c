/* Lists and headings of ODT documents: which paragraphs show a label, and which. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "odt_samples.h"

static const char list_styles[] =
    "<office:styles>"
    "<text:outline-style style:name='Outline'>"
    "<text:outline-level-style text:level='1' style:num-format='I' style:num-prefix='Chương ' "
    "style:num-suffix='.'/>"
    "<text:outline-level-style text:level='2' style:num-format='1' style:num-prefix='Điều '/>"
    "</text:outline-style>"
    "<text:list-style style:name='L'>"
    "<text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>"
    "<text:list-level-style-number text:level='2' style:num-format='1' text:display-levels='2'/>"
    "<text:list-level-style-number text:level='3' style:num-format='a' "
    "style:num-suffix=')'/></text:list-style>"
    "<text:list-style style:name='M'>"
    "<text:list-level-style-number text:level='1' style:num-format='1' loext:num-list-format='Điều %1%:' "
    "text:start-value='3'/>"
    "<text:list-level-style-bullet text:level='2' text:bullet-char='–'/></text:list-style>"
    "<style:style style:name='PL' style:family='paragraph' style:list-style-name='L'/>"
    "<style:style style:name='Plain' style:family='paragraph' style:parent-style-name='PL'/>"
    "</office:styles><office:automatic-styles>"
    "<style:style style:name='Bare' style:family='paragraph' style:list-style-name=''/>"
    "</office:automatic-styles>";

#define ITEM(text) "<text:list-item><text:p>" text "</text:p></text:list-item>"

static void only_the_first_paragraph_of_an_item_shows_its_label(void **state)
{
    (void)state;
    assert_told(
        list_styles,
        "<text:list text:style-name='L'><text:list-header><text:p>head</text:p></text:list-header>"
        "<text:list-item><text:p>a</text:p><text:p>b</text:p></text:list-item>" ITEM("c") "</text:list>",
        "head\n1. a\nb\n2. c\n");
}

static void levels_show_the_numbers_above_and_begin_anew_below(void **state)
{
    (void)state;
    assert_told(
        list_styles,
        "<text:list text:style-name='L'><text:list-item><text:p>a</text:p><text:list>" ITEM("b")
            ITEM("c") "</text:list></text:list-item><text:list-item><text:p>d</text:p><text:list>"
                      "<text:list-item><text:p>e</text:p><text:list>" ITEM("f")
                          ITEM("g") "</text:list></text:list-item></text:list></text:list-item></text:list>",
        "1. a\n1.1 b\n1.2 c\n2. d\n2.1 e\na) f\nb) g\n");
}

static void an_item_that_begins_with_a_list_counts_without_a_label(void **state)
{
    (void)state;
    assert_told(list_styles,
                "<text:list text:style-name='L'><text:list-item><text:list>" ITEM(
                    "a") "</text:list>"
                         "<text:p>b</text:p></text:list-item>" ITEM("c") "</text:list>",
                "1.1 a\nb\n2. c\n");
}

static void a_new_list_begins_anew_unless_it_continues(void **state)
{
    (void)state;
    assert_told(
        list_styles,
        "<text:list xml:id='one' text:style-name='L'>" ITEM(
            "a") "</text:list>"
                 "<text:list text:style-name='L'>" ITEM(
                     "b") "</text:list>"
                          "<text:list text:style-name='L' text:continue-numbering='true'>" ITEM(
                              "c") "</text:list>"
                                   "<text:list text:style-name='M'>" ITEM(
                                       "m") "</text:list>"
                                            "<text:list text:style-name='L' "
                                            "text:continue-numbering='true'>" ITEM(
                                                "d") "</text:list>"
                                                     "<text:list text:style-name='L' "
                                                     "text:continue-list='one'>" ITEM("e") "</text:list>",
        "1. a\n1. b\n2. c\nĐiều 3: m\n1. d\n2. e\n");
}

static void a_continued_list_goes_on_at_the_level_where_it_was_left(void **state)
{
    (void)state;
    assert_told(
        list_styles,
        "<text:list xml:id='one' text:style-name='L'><text:list-item><text:p>a</text:p><text:list>" ITEM(
            "b") "</text:list></text:list-item></text:list><text:p>between</text:p>"
                 "<text:list text:continue-list='one' text:style-name='L'><text:list-item><text:list>" ITEM(
                     "c") "</text:list></text:list-item></text:list>",
        "1. a\n1.1 b\nbetween\n1.2 c\n");
}

static void items_can_be_given_a_number_or_another_style(void **state)
{
    (void)state;
    assert_told(list_styles,
                "<text:list text:style-name='L'><text:list-item text:start-value='5'><text:p>a</text:p>"
                "</text:list-item>" ITEM("b") "<text:list-item text:style-override='M'><text:p>c</text:p>"
                                              "</text:list-item></text:list>",
                "5. a\n6. b\nĐiều 7: c\n");
}

static void bullets_are_labels(void **state)
{
    (void)state;
    assert_told(list_styles,
                "<text:list text:style-name='M'><text:list-item><text:p>a</text:p><text:list>" ITEM(
                    "b") "</text:list></text:list-item></text:list>",
                "Điều 3: a\n– b\n");
}

static void a_list_without_a_style_takes_that_of_its_paragraphs(void **state)
{
    (void)state;
    assert_told(list_styles,
                "<text:list><text:list-item><text:p text:style-name='Plain'>a</text:p></text:list-item>"
                "</text:list><text:p text:style-name='Plain'>b</text:p>",
                "1. a\nb\n");
}

static void a_list_without_any_style_has_bullets(void **state)
{
    (void)state;
    assert_told("",
                "<text:list>" ITEM("a") "<text:list-header><text:p>b</text:p></text:list-header></text:list>",
                "• a\nb\n");
}

static void numbered_paragraphs_are_items_of_the_list_they_name(void **state)
{
    (void)state;
    assert_told(
        list_styles,
        "<text:numbered-paragraph text:list-id='x' text:style-name='L'><text:p>a</text:p>"
        "</text:numbered-paragraph><text:p>between</text:p>"
        "<text:numbered-paragraph text:list-id='x' text:level='2' text:style-name='L'><text:p>b</text:p>"
        "</text:numbered-paragraph>",
        "1. a\nbetween\n1.1 b\n");
}

static void headings_are_numbered_by_the_outline(void **state)
{
    (void)state;
    assert_told(
        list_styles,
        "<text:h text:outline-level='1'>a</text:h><text:h text:outline-level='2'>b</text:h>"
        "<text:h text:outline-level='2'>c</text:h>"
        "<text:h text:outline-level='1' text:is-list-header='true'>d</text:h>"
        "<text:h text:outline-level='1' text:style-name='Bare'>e</text:h>"
        "<text:h text:outline-level='1'>f</text:h><text:h text:outline-level='2'>g</text:h>"
        "<text:h text:outline-level='2' text:restart-numbering='true' text:start-value='9'>h</text:h>",
        "Chương I. a\nĐiều 1 b\nĐiều 2 c\nd\ne\nChương II. f\nĐiều 1 g\nĐiều 9 h\n");
}

static void a_text_in_an_item_has_lists_of_its_own(void **state)
{
    (void)state;
    assert_told(list_styles,
                "<text:list text:style-name='L'><text:list-item><text:p>a<draw:frame><draw:text-box>"
                "<text:p>box</text:p></draw:text-box></draw:frame></text:p></text:list-item></text:list>",
                "1. a\nbox\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_first_paragraph_of_an_item_shows_its_label),
        cmocka_unit_test(levels_show_the_numbers_above_and_begin_anew_below),
        cmocka_unit_test(an_item_that_begins_with_a_list_counts_without_a_label),
        cmocka_unit_test(a_new_list_begins_anew_unless_it_continues),
        cmocka_unit_test(a_continued_list_goes_on_at_the_level_where_it_was_left),
        cmocka_unit_test(items_can_be_given_a_number_or_another_style),
        cmocka_unit_test(bullets_are_labels),
        cmocka_unit_test(a_list_without_a_style_takes_that_of_its_paragraphs),
        cmocka_unit_test(a_list_without_any_style_has_bullets),
        cmocka_unit_test(numbered_paragraphs_are_items_of_the_list_they_name),
        cmocka_unit_test(headings_are_numbered_by_the_outline),
        cmocka_unit_test(a_text_in_an_item_has_lists_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
