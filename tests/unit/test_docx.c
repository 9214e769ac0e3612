/* The DOCX reader on small packages built in memory: text, styles, tables, notes, changes, old
 * fonts, broken parts and limits. Expected outputs are one block a line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "docx_maker.h"

/* --- text --- */

static void test_runs_join_with_tabs_breaks_and_hyphens(void **state)
{
    (void)state;
    expect((Parts){.body = "<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='1'/></w:tabs></w:pPr>" RUN("Đi")
                       RUN("ều 1") "<w:r><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/>"
                                   "<w:softHyphen/><w:t>c</w:t><w:cr/></w:r></w:p>"},
           "Điều 1\ta\nb\u2011c\n\n");
}

static void test_symbols_become_unicode(void **state)
{
    (void)state;
    expect((Parts){.body = "<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FC'/><w:sym w:font='Symbol' "
                           "w:char='F0B7'/></w:r><w:r><w:rPr><w:rFonts w:ascii='Symbol' w:hAnsi='Symbol'/>"
                           "</w:rPr><w:t>&#xF061;</w:t></w:r></w:p>"},
           "✓•α\n");
}

static void test_containers_are_transparent(void **state)
{
    (void)state;
    expect((Parts){.body = "<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent><w:p>"
                           "<w:hyperlink>" RUN("a") "</w:hyperlink><w:smartTag>" RUN(
                               "b") "</w:smartTag>"
                                    "<w:customXml>" RUN(
                                        "c") "</w:customXml><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
                                             "<w:fldSimple w:instr='PAGE'>" RUN(
                                                 "7") "</w:fldSimple></w:p></w:sdtContent></w:sdt>"},
           "abcx7\n");
}

#define FIELD(kind) "<w:r><w:fldChar w:fldCharType='" kind "'/></w:r>"

static void test_fields_give_their_result_and_not_their_instruction(void **state)
{
    (void)state;
    expect((Parts){.body = "<w:p>" RUN("a ") FIELD("begin") "<w:r><w:instrText>IF </w:instrText></w:r>" FIELD(
                       "begin") "<w:r><w:instrText>REF x</w:instrText></w:r>" FIELD("separate") RUN("inner")
                       FIELD("end") FIELD("separate") RUN("outer") FIELD("end") RUN(" b") "</w:p>"},
           "a outer b\n");
}

static void test_field_that_never_ends_does_not_swallow_the_text(void **state)
{
    (void)state;
    expect((Parts){.body = "<w:p>" RUN("a") FIELD(
                       "begin") "<w:r><w:instrText>REF x</w:instrText></w:r></w:p>" PARA("b") PARA("c")},
           "a\nb\nc\n");
}

static void test_contents_field_and_control_mark_the_place(void **state)
{
    (void)state;
    Parts parts = {
        .body = "<w:p>" FIELD("begin") "<w:r><w:instrText> TOC \\o</w:instrText></w:r>" FIELD("separate")
            RUN("Điều 1") "</w:p><w:p>" FIELD("end") "</w:p>" PARA(
                "text") "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
                        "</w:docPartObj></w:sdtPr><w:sdtContent>" PARA(
                            "Điều 1") "</w:sdtContent></w:sdt>" PARA("text")};
    Budget budget;
    g_autoptr(Document) document = read_parts(&parts, &budget, NULL);
    assert_int_equal(document_block(document, 0)->place, PLACE_CONTENTS);
    assert_int_equal(document_block(document, 1)->place, PLACE_PARAGRAPH);
    assert_int_equal(document_block(document, 2)->place, PLACE_PARAGRAPH);
    assert_int_equal(document_block(document, 3)->place, PLACE_CONTENTS);
    assert_int_equal(document_block(document, 4)->place, PLACE_PARAGRAPH);
}

#define BOX(text) "<w:txbxContent>" PARA(text) "</w:txbxContent>"

static void test_text_box_follows_its_paragraph_and_one_branch_is_read(void **state)
{
    (void)state;
    expect((Parts){.body = "<w:p><w:r><mc:AlternateContent><mc:Choice "
                           "Requires='wps'><w:drawing><wps:txbx>" BOX(
                               "box") "</wps:txbx></w:drawing></"
                                      "mc:Choice><mc:Fallback><w:pict><"
                                      "v:textbox>" BOX("box again") "</"
                                                                    "v:"
                                                                    "te"
                                                                    "xt"
                                                                    "bo"
                                                                    "x>"
                                                                    "</"
                                                                    "w:"
                                                                    "pi"
                                                                    "ct"
                                                                    "><"
                                                                    "/m"
                                                                    "c:"
                                                                    "Fa"
                                                                    "ll"
                                                                    "ba"
                                                                    "ck"
                                                                    "><"
                                                                    "/m"
                                                                    "c:"
                                                                    "Al"
                                                                    "te"
                                                                    "rn"
                                                                    "at"
                                                                    "eC"
                                                                    "on"
                                                                    "te"
                                                                    "nt"
                                                                    "><"
                                                                    "/w"
                                                                    ":r"
                                                                    ">" RUN("anchor") "</w:p>" PARA("next")},
           "anchor\nbox\nnext\n");
    expect(
        (Parts){.body = "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='unheard'>" BOX(
                    "new") "</mc:Choice><mc:Fallback>" BOX("old") "</mc:Fallback></mc:AlternateContent></w:r>"
                                                                  "</w:p>"},
        "\nold\n");
}

static void test_word_art_is_text(void **state)
{
    (void)state;
    expect((Parts){.body =
                       "<w:p><w:r><w:pict><v:shape><v:textpath string='QUY CHẾ'/></v:shape></w:pict></w:r>"
                       "</w:p>"},
           "\nQUY CHẾ\n");
}

static void test_elements_out_of_place_are_passed_over(void **state)
{
    (void)state;
    expect((Parts){.body =
                       "<w:tbl><w:tr><w:tc><w:p><w:pPr><w:p/><w:tc/><w:txbxContent/><w:tbl/><w:jc/></w:pPr>"
                       "<w:r><w:rPr><w:p><w:del/></w:p><w:b/></w:rPr><w:t>x</w:t></w:r></w:p></w:tc></w:tr>"
                       "</w:tbl><w:tc><w:p/></w:tc><w:r><w:rPr><w:b/></w:rPr><w:t>lost</w:t></w:r>"
                       "<w:pPr><w:jc/></w:pPr>"},
           "x\n");
}

static void test_drop_cap_joins_its_paragraph(void **state)
{
    (void)state;
    expect((Parts){.body = "<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr>" RUN("Đ") "</w:p>" PARA("iều")},
           "Điều\n");
}

static void test_strict_namespace_is_read(void **state)
{
    (void)state;
    expect((Parts){.document =
                       "<d:document xmlns:d='http://purl.oclc.org/ooxml/wordprocessingml/main'><d:body>"
                       "<d:p><d:r><d:t>strict</d:t></d:r></d:p></d:body></d:document>"},
           "strict\n");
}

static void test_main_part_is_found_by_content_type_when_no_relationship_names_it(void **state)
{
    (void)state;
    static const ZipPart parts[] = {
        {"[Content_Types].xml",
         "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override "
         "PartName='/a/b.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml."
         "document.main+xml'/></Types>"},
        {"a/b.xml", "<w:document " W "><w:body>" PARA("found") "</w:body></w:document>"},
    };
    Budget budget;
    budget_init(&budget, NULL);
    for (guint count = 1; count <= 2; count++) { /* with the part, and without */
        g_autoptr(GBytes) bytes = zip_make(parts, count, FALSE);
        g_autoptr(Package) package = package_open(bytes, &budget, NULL);
        g_autoptr(Document) document = document_new("docx", &budget);
        g_autoptr(GError) error = NULL;
        assert_int_equal(docx_read(package, document, &error), count == 2);
        if (count == 1)
            assert_int_equal(error->code, RASOAT_ERROR_MISSING_PART);
        else
            assert_string_equal(document_block(document, 0)->text, "found");
    }
}

/* --- formatting --- */

static void test_bold_prefix_alignment_and_outline_come_through_styles(void **state)
{
    (void)state;
    Parts parts = {
        .styles = "<w:style w:type='paragraph' w:styleId='H'><w:name w:val='heading 2'/><w:pPr><w:jc "
                  "w:val='center'/><w:ind w:left='100' w:hanging='40'/></w:pPr><w:rPr><w:b/></w:rPr>"
                  "</w:style><w:style w:type='paragraph' w:styleId='K'><w:basedOn w:val='H'/></w:style>"
                  "<w:style w:type='character' w:styleId='S'><w:rPr><w:b/><w:i/></w:rPr></w:style>",
        .body = "<w:p><w:pPr><w:pStyle w:val='K'/></w:pPr>" RUN(
            "Điều") "<w:r><w:rPr><w:rStyle w:val='S'/></w:rPr><w:t> 1</w:t></w:r></w:p>"
                    "<w:p><w:r><w:rPr><w:rStyle w:val='S'/><w:caps/></w:rPr><w:t>all</w:t></w:r></w:p>"};
    Budget budget;
    g_autoptr(Document) document = read_parts(&parts, &budget, NULL);
    const Block *first = document_block(document, 0), *second = document_block(document, 1);
    assert_int_equal(first->bold_prefix, strlen("Điều")); /* bold twice is not bold: §17.7.3 */
    assert_int_equal(first->align, ALIGN_CENTRE);
    assert_int_equal(first->outline_level, 1);
    assert_int_equal(first->indent, 60);
    assert_int_equal(second->bold_prefix, second->length);
    assert_int_equal(second->flags, BLOCK_ITALIC | BLOCK_CAPS);
    assert_int_equal(second->outline_level, BLOCK_NO_OUTLINE);
}

static void test_hidden_text_is_kept_apart(void **state)
{
    (void)state;
    Parts parts = {.styles = "<w:style w:type='character' w:styleId='V'><w:rPr><w:vanish/></w:rPr></w:style>",
                   .numbering = ABSTRACT(0, LEVEL(0, 1, "decimal", "%1.", "")) NUM(1, 0, ""),
                   .body = "<w:p>" RUN(
                       "seen") "<w:r><w:rPr><w:rStyle w:val='V'/></w:rPr><w:t> not</w:t></w:r>"
                               "</w:p><w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:rPr>"
                               "<w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>" ITEM(1, 0, "x")};
    expect(parts, "seen\n{hidden}  not\n{hidden} secret\n[1.] x\n");
    expect_warning(parts, WARNING_HIDDEN_TEXT, NULL);
}

/* --- tables --- */

#define CELL(properties, content) "<w:tc><w:tcPr>" properties "</w:tcPr>" content "</w:tc>"

static void test_tables_give_rows_grid_columns_and_nesting(void **state)
{
    (void)state;
    Parts parts = {
        .body = "<w:tbl><w:tr>" CELL("<w:gridSpan w:val='2'/>", PARA("a"))
            CELL("", PARA("b") "<w:tbl><w:tr>" CELL("", PARA("in")) "</w:tr></w:tbl>") "</w:tr><w:tr>" CELL(
                "<w:vMerge/>", PARA("again")) CELL("", PARA("c")) "</w:tr></w:tbl>" PARA("d")};
    Budget budget;
    g_autoptr(Document) document = read_parts(&parts, &budget, NULL);
    g_autofree char *text = dump(document);
    assert_string_equal(text, "a\nb\nin\nc\nd\n");
    const Block *b = document_block(document, 1), *in = document_block(document, 2);
    const Block *c = document_block(document, 3), *d = document_block(document, 4);
    assert_int_equal(b->column, 2);
    assert_int_equal(b->place, PLACE_CELL);
    assert_int_equal(in->table, 2);
    assert_int_equal(in->table_depth, 2);
    assert_int_equal(c->row, 1);
    assert_int_equal(c->column, 1);
    assert_int_equal(d->table, 0);
    assert_int_equal(d->place, PLACE_PARAGRAPH);
}

/* --- changes --- */

static void test_tracked_changes_give_the_final_text(void **state)
{
    (void)state;
    Parts parts = {
        .body = "<w:p>" RUN("a ") "<w:ins>" RUN(
            "new ") "</w:ins><w:del><w:r><w:delText>old</w:delText>"
                    "<w:tab/></w:r></w:del><w:moveFrom>" RUN("moved ") "</w:moveFrom>" RUN(
                        "b") "</w:p>"
                             "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" RUN("one ") "</w:p>" PARA(
                                 "two") "<w:tbl><w:tr><w:trPr><w:del/></"
                                        "w:trPr>" CELL("", PARA("gone")) "</w:tr></"
                                                                         "w:tbl>"
                                                                         "<w:p><w:"
                                                                         "moveTo>" RUN("moved") "<"
                                                                                                "/"
                                                                                                "w"
                                                                                                ":"
                                                                                                "m"
                                                                                                "o"
                                                                                                "v"
                                                                                                "e"
                                                                                                "T"
                                                                                                "o"
                                                                                                ">"
                                                                                                "<"
                                                                                                "/"
                                                                                                "w"
                                                                                                ":"
                                                                                                "p"
                                                                                                ">"};
    expect(parts, "a new b\none two\nmoved\n");
    expect_warning(parts, WARNING_TRACKED_CHANGES, NULL);
    Budget budget;
    g_autoptr(Document) document = read_parts(&parts, &budget, NULL);
    assert_true(document_block(document, 0)->flags & BLOCK_CHANGED);
    assert_true(document_block(document, 1)->flags & BLOCK_CHANGED);
}

/* --- other parts --- */

static void test_notes_and_comments_follow_the_paragraph_that_refers(void **state)
{
    (void)state;
    expect((Parts){.footnotes = "<w:footnote w:id='-1' w:type='separator'>" PARA(
                       "--") "</w:footnote>"
                             "<w:footnote w:id='2'>" PARA("note") PARA("more") "</w:footnote>",
                   .endnotes = "<w:endnote w:id='2'>" PARA("end") "</w:endnote>",
                   .comments = "<w:comment w:id='0'>" PARA("why?") "</w:comment>",
                   .body = "<w:p>" RUN(
                       "a") "<w:r><w:commentReference w:id='0'/><w:footnoteReference w:id='2'/>"
                            "<w:endnoteReference w:id='2'/></w:r>" RUN("b") "</w:p>" PARA("next")},
           "ab\n{comments} why?\n{footnotes} note\n{footnotes} more\n{endnotes} end\nnext\n");
}

#define SECTION "<w:sectPr><w:headerReference w:type='default' r:id='header'/></w:sectPr>"

static void test_headers_come_after_the_body_once(void **state)
{
    (void)state;
    expect((Parts){.header = PARA("UBND"), .body = "<w:p><w:pPr>" SECTION "</w:pPr></w:p>" PARA("x") SECTION},
           "\nx\n{headers} UBND\n");
}

static void test_chunks_and_objects_are_named_as_not_read(void **state)
{
    (void)state;
    expect_warning((Parts){.body = PARA("x") "<w:altChunk r:id='chunk'/>"}, WARNING_NOT_READ,
                   "word/chunk.html");
    expect_warning((Parts){.body = "<w:p><w:r><w:object><o:OLEObject r:id='chunk'/></w:object></w:r></w:p>"},
                   WARNING_NOT_READ, "word/chunk.html");
}

#define PICTURE(placement, width, height)                                                                    \
    "<w:p><w:r><w:drawing><wp:" placement "><wp:extent cx='" #width "' cy='" #height                         \
    "'/><a:blip r:embed='chunk'/></wp:anchor></w:drawing></w:r></w:p>"

static void test_pictures_as_large_as_a_page_are_named_as_not_read(void **state)
{
    (void)state;
    Budget budget;
    expect_warning((Parts){.body = PICTURE("anchor behindDoc='0'", 6000000, 9000000)}, WARNING_NOT_READ,
                   "word/chunk.html");
    Parts small = {.body = PICTURE("anchor behindDoc='0'", 900000, 900000)
                       PICTURE("anchor behindDoc='1'", 6000000, 9000000)};
    g_autoptr(Document) document = read_parts(&small, &budget, NULL);
    assert_int_equal(document->warnings->len, 0);
}

static void test_broken_side_parts_are_warnings(void **state)
{
    (void)state;
    expect_warning((Parts){.styles = "<w:style>", .body = PARA("x")}, WARNING_BROKEN_PART, "word/styles.xml");
    expect_warning((Parts){.numbering = "<w:num>", .body = ITEM(1, 0, "x")}, WARNING_BROKEN_PART,
                   "word/numbering.xml");
    expect_warning((Parts){.footnotes = "&", .body = "<w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"},
                   WARNING_BROKEN_PART, "word/footnotes.xml");
    expect_warning((Parts){.header = "<", .body = SECTION}, WARNING_BROKEN_PART, "word/header.xml");
}

/* --- errors and limits --- */

static void test_broken_main_part_is_an_error(void **state)
{
    (void)state;
    expect_error((Parts){.document = "<w:document " W "><w:body>"}, RASOAT_ERROR_BAD_XML);
    expect_error((Parts){.document = "<!DOCTYPE a><a/>"}, RASOAT_ERROR_DOCTYPE);
}

static void test_limits_are_named_errors(void **state)
{
    (void)state;
    Limits limits = *limits_default();
    limits.table_depth = 1;
    limits.blocks = 2;
    expect_error((Parts){.limits = &limits, .body = "<w:tbl><w:tr><w:tc><w:tbl/></w:tc></w:tr></w:tbl>"},
                 RASOAT_ERROR_LIMIT_TABLES);
    expect_error((Parts){.limits = &limits, .body = PARA("1") PARA("2") PARA("3")},
                 RASOAT_ERROR_LIMIT_BLOCKS);
}

/* --- old fonts --- */

#define LEGACY_RUN(font, text)                                                                               \
    "<w:r><w:rPr><w:rFonts w:ascii='" font "' w:hAnsi='" font "'/></w:rPr><w:t>" text "</w:t></w:r>"

static void test_old_fonts_are_decoded_run_by_run(void **state)
{
    (void)state;
    Parts parts = {.body = "<w:p>" LEGACY_RUN(".VnTime", "§¶ng bé") RUN(" và ")
                       LEGACY_RUN(".VnTimeH", "c¬ quan") "</w:p>"};
    expect(parts, "Đảng bộ và CƠ QUAN\n");
    expect_warning(parts, WARNING_LEGACY_FONT, "TCVN3");
}

static void test_old_font_comes_from_theme_style_or_defaults(void **state)
{
    (void)state;
    expect((Parts){.styles =
                       "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/>"
                       "</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type='paragraph' w:styleId='T'>"
                       "<w:rPr><w:rFonts w:hAnsiTheme='minorHAnsi'/></w:rPr></w:style>",
                   .body = PARA("§¶ng") STYLED("T", "§¶ng")},
           "Đảng\n§¶ng\n");
}

static void test_theme_may_name_an_old_font(void **state)
{
    (void)state;
    expect((Parts){.theme = "<a:majorFont><a:latin typeface='Arial'/></a:majorFont><a:minorFont><a:latin "
                            "typeface='VNI-Times'/><a:ea typeface=''/></a:minorFont>",
                   .styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme='minorHAnsi' "
                             "w:hAnsiTheme='minorHAnsi'/></w:rPr></w:rPrDefault></w:docDefaults>",
                   .body = PARA("Ñieàu 1")},
           "Điều 1\n");
}

static void test_unicode_letters_in_an_old_font_stay(void **state)
{
    (void)state;
    expect((Parts){.body = "<w:p>" LEGACY_RUN(".VnTime", "quyết định") "</w:p><w:p>" LEGACY_RUN(
                       ".VnTime", "và") "</w:p>"},
           "quyết định\nvà\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_runs_join_with_tabs_breaks_and_hyphens),
        cmocka_unit_test(test_symbols_become_unicode),
        cmocka_unit_test(test_containers_are_transparent),
        cmocka_unit_test(test_fields_give_their_result_and_not_their_instruction),
        cmocka_unit_test(test_contents_field_and_control_mark_the_place),
        cmocka_unit_test(test_text_box_follows_its_paragraph_and_one_branch_is_read),
        cmocka_unit_test(test_word_art_is_text),
        cmocka_unit_test(test_elements_out_of_place_are_passed_over),
        cmocka_unit_test(test_field_that_never_ends_does_not_swallow_the_text),
        cmocka_unit_test(test_drop_cap_joins_its_paragraph),
        cmocka_unit_test(test_strict_namespace_is_read),
        cmocka_unit_test(test_main_part_is_found_by_content_type_when_no_relationship_names_it),
        cmocka_unit_test(test_bold_prefix_alignment_and_outline_come_through_styles),
        cmocka_unit_test(test_hidden_text_is_kept_apart),
        cmocka_unit_test(test_tables_give_rows_grid_columns_and_nesting),
        cmocka_unit_test(test_tracked_changes_give_the_final_text),
        cmocka_unit_test(test_notes_and_comments_follow_the_paragraph_that_refers),
        cmocka_unit_test(test_headers_come_after_the_body_once),
        cmocka_unit_test(test_chunks_and_objects_are_named_as_not_read),
        cmocka_unit_test(test_pictures_as_large_as_a_page_are_named_as_not_read),
        cmocka_unit_test(test_broken_side_parts_are_warnings),
        cmocka_unit_test(test_broken_main_part_is_an_error),
        cmocka_unit_test(test_limits_are_named_errors),
        cmocka_unit_test(test_old_fonts_are_decoded_run_by_run),
        cmocka_unit_test(test_old_font_comes_from_theme_style_or_defaults),
        cmocka_unit_test(test_theme_may_name_an_old_font),
        cmocka_unit_test(test_unicode_letters_in_an_old_font_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
