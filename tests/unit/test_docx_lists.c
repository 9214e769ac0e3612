/* List labels of the DOCX reader, as Word shows them (ECMA-376 part 1 §17.9). Expected outputs are one block
 * a line, the label in brackets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "docx_maker.h"

static void test_levels_count_and_restart_below(void **state)
{
    (void)state;
    expect((Parts){.numbering = ABSTRACT(0, LEVEL(0, 1, "upperRoman", "Chương %1.", "")
                                                LEVEL(1, 1, "decimal", "%1.%2", "<w:isLgl/>")
                                                    LEVEL(2, 3, "lowerLetter", "%3)", "")) NUM(5, 0, ""),
                   .body = ITEM(5, 0, "x") ITEM(5, 1, "x") ITEM(5, 1, "x") ITEM(5, 2, "x") ITEM(5, 0, "x")
                       ITEM(5, 1, "x") ITEM(5, 2, "x") ITEM(5, 2, "x")},
           "[Chương I.] x\n[1.1] x\n[1.2] x\n[c)] x\n[Chương II.] x\n[2.1] x\n[c)] x\n[d)] x\n");
}

static void test_levels_that_were_left_out_count_as_begun(void **state)
{
    (void)state;
    expect(
        (Parts){.numbering = ABSTRACT(0, LEVEL(0, 1, "decimal", "%1", "") LEVEL(1, 1, "decimal", "%1.%2", "")
                                             LEVEL(2, 1, "decimal", "%1.%2.%3", "")) NUM(1, 0, ""),
                .body = ITEM(1, 0, "x") ITEM(1, 2, "x") ITEM(1, 1, "x") ITEM(1, 0, "x")},
        "[1] x\n[1.1.1] x\n[1.2] x\n[2] x\n");
}

static void test_article_numbers_run_on_when_restart_is_zero(void **state)
{
    (void)state;
    expect((Parts){.numbering = ABSTRACT(0, LEVEL(0, 1, "upperRoman", "Chương %1", "") LEVEL(
                                                1, 1, "decimal", "Điều %2.", "<w:lvlRestart w:val='0'/>"))
                       NUM(1, 0, ""),
                   .body = ITEM(1, 0, "x") ITEM(1, 1, "x") ITEM(1, 0, "x") ITEM(1, 1, "x")},
           "[Chương I] x\n[Điều 1.] x\n[Chương II] x\n[Điều 2.] x\n");
}

static void test_restart_after_a_named_level_only(void **state)
{
    (void)state;
    expect((Parts){.numbering = ABSTRACT(0, LEVEL(0, 1, "decimal", "%1", "") LEVEL(1, 1, "decimal", "%2", "")
                                                LEVEL(2, 1, "decimal", "%3", "<w:lvlRestart w:val='1'/>"))
                       NUM(1, 0, ""),
                   .body = ITEM(1, 0, "a") ITEM(1, 1, "b") ITEM(1, 2, "c") ITEM(1, 1, "b") ITEM(1, 2, "c")
                       ITEM(1, 0, "a") ITEM(1, 2, "c")},
           "[1] a\n[1] b\n[1] c\n[2] b\n[2] c\n[2] a\n[1] c\n");
}

static void test_lists_of_one_definition_share_counters_until_overridden(void **state)
{
    (void)state;
    expect((Parts){.numbering = ABSTRACT(0, LEVEL(0, 1, "decimal", "%1.", "")) NUM(1, 0, "") NUM(2, 0, "")
                       NUM(3, 0, "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>"),
                   .body = ITEM(1, 0, "x") ITEM(2, 0, "x") ITEM(3, 0, "x") ITEM(3, 0, "x") ITEM(1, 0, "x")},
           "[1.] x\n[2.] x\n[1.] x\n[2.] x\n[3.] x\n");
}

static void test_replaced_level_and_numbering_style_link(void **state)
{
    (void)state;
    expect((Parts){.styles = "<w:style w:type='numbering' w:styleId='L'><w:pPr><w:numPr><w:numId w:val='2'/>"
                             "</w:numPr></w:pPr></w:style>",
                   .numbering = ABSTRACT(0, "<w:numStyleLink w:val='L'/>")
                       ABSTRACT(1, LEVEL(0, 4, "decimalZero", "%1/", "")) NUM(1, 0, "") NUM(2, 1, "")
                           NUM(3, 1,
                               "<w:lvlOverride w:ilvl='0'>" LEVEL(0, 1, "upperLetter", "%1.",
                                                                  "") "</w:lvlOverride>"),
                   .body = ITEM(1, 0, "x") ITEM(3, 0, "x")},
           "[04/] x\n[E.] x\n");
}

static void test_style_linked_levels_and_removal_of_numbering(void **state)
{
    (void)state;
    expect((Parts){.styles = "<w:style w:type='paragraph' w:styleId='C'><w:pPr><w:numPr><w:numId w:val='1'/>"
                             "</w:numPr></w:pPr></w:style><w:style w:type='paragraph' w:styleId='D'>"
                             "<w:basedOn w:val='C'/></w:style>",
                   .numbering = ABSTRACT(0, LEVEL(0, 1, "upperRoman", "%1", "<w:pStyle w:val='C'/>")
                                                LEVEL(1, 1, "decimal", "Điều %2.", "<w:pStyle w:val='D'/>"))
                       NUM(1, 0, ""),
                   .body = STYLED("C", "x") STYLED("D", "x")
                       STYLED("D", "x") "<w:p><w:pPr><w:pStyle w:val='D'/><w:numPr><w:numId "
                                        "w:val='0'/></w:numPr></w:pPr>" RUN("plain") "</w:p>"},
           "[I] x\n[Điều 1.] x\n[Điều 2.] x\nplain\n");
}

static void test_bullets_of_symbol_fonts_are_readable(void **state)
{
    (void)state;
    expect((Parts){.numbering = ABSTRACT(
                       0, "<w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='&#xF0B7;'/><w:rPr>"
                          "<w:rFonts w:ascii='Symbol' w:hAnsi='Symbol'/></w:rPr></w:lvl>"
                          "<w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/><w:lvlText w:val='-'/></w:lvl>"
                          "<w:lvl w:ilvl='2'><w:numFmt w:val='bullet'/><w:lvlText w:val=' '/></w:lvl>")
                       NUM(1, 0, ""),
                   .body = ITEM(1, 0, "x") ITEM(1, 1, "x") ITEM(1, 2, "x")},
           "[•] x\n[-] x\nx\n");
}

static void test_unknown_lists_and_levels_out_of_range_are_no_lists(void **state)
{
    (void)state;
    expect((Parts){.numbering = ABSTRACT(0, LEVEL(0, 2147483647, "decimal", "%1", "")) NUM(1, 0, ""),
                   .body = ITEM(9, 0, "x") ITEM(1, 9, "x") ITEM(1, -1, "x") ITEM(1, 4, "x") ITEM(1, 0, "x")
                       ITEM(1, 0, "x")},
           "x\nx\nx\nx\n[2147483647] x\n[2147483648] x\n");
}

static void test_cycles_of_links_and_styles_end(void **state)
{
    (void)state;
    expect((Parts){.styles =
                       "<w:style w:type='numbering' w:styleId='L'><w:pPr><w:numPr><w:numId w:val='1'/>"
                       "</w:numPr></w:pPr></w:style><w:style w:type='paragraph' w:styleId='A'><w:basedOn "
                       "w:val='B'/></w:style><w:style w:type='paragraph' w:styleId='B'><w:basedOn "
                       "w:val='A'/></w:style>",
                   .numbering = ABSTRACT(0, "<w:numStyleLink w:val='L'/>") NUM(1, 0, ""),
                   .body = ITEM(1, 0, "x") STYLED("A", "y")},
           "x\ny\n");
}

static void test_label_text_in_an_old_font_is_decoded(void **state)
{
    (void)state;
    expect((Parts){.numbering = ABSTRACT(0, LEVEL(0, 1, "decimal", "§iÒu %1.",
                                                  "<w:rPr><w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/>"
                                                  "</w:rPr>")) NUM(1, 0, ""),
                   .body = ITEM(1, 0, "x")},
           "[Điều 1.] x\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_levels_count_and_restart_below),
        cmocka_unit_test(test_levels_that_were_left_out_count_as_begun),
        cmocka_unit_test(test_article_numbers_run_on_when_restart_is_zero),
        cmocka_unit_test(test_restart_after_a_named_level_only),
        cmocka_unit_test(test_lists_of_one_definition_share_counters_until_overridden),
        cmocka_unit_test(test_replaced_level_and_numbering_style_link),
        cmocka_unit_test(test_style_linked_levels_and_removal_of_numbering),
        cmocka_unit_test(test_bullets_of_symbol_fonts_are_readable),
        cmocka_unit_test(test_unknown_lists_and_levels_out_of_range_are_no_lists),
        cmocka_unit_test(test_cycles_of_links_and_styles_end),
        cmocka_unit_test(test_label_text_in_an_old_font_is_decoded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
