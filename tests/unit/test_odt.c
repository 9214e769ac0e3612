/* The ODT reader: what of a document becomes blocks, in which order, layer and place, and under which label.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "odt_samples.h"
#include "zip_maker.h"

static gboolean warned(const Document *document, WarningCode code)
{
    for (guint i = 0; i < document->warnings->len; i++) {
        if (((const Warning *)g_ptr_array_index(document->warnings, i))->code == code)
            return TRUE;
    }
    return FALSE;
}

/* Text --------------------------------------------------------------------------------------------------- */

static void white_space_is_collapsed_but_named_spaces_are_kept(void **state)
{
    (void)state;
    assert_told("", "<text:p>  a \n  b <text:s text:c='2'/>c<text:tab/>d<text:line-break/> e  </text:p>",
                "a b   c\td\n e\n");
    assert_told("", "<text:p>a <text:span> b</text:span> </text:p>", "a b\n");
}

static void runs_links_fields_and_bookmarks_are_one_text(void **state)
{
    (void)state;
    assert_told("",
                "<text:p>Đi<text:span>ều <text:span>1</text:span></text:span>. <text:a>liên kết</text:a> "
                "<text:date>2024</text:date><text:bookmark text:name='b'/><text:soft-page-break/>"
                "<loext:content-control>!</loext:content-control></text:p>",
                "Điều 1. liên kết 2024!\n");
}

static void notes_comments_and_frames_follow_their_paragraph(void **state)
{
    (void)state;
    g_auto(Read) read = {0};
    read_flat(&read, "",
              "<text:p>a<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>"
              "<text:note-body><text:p>foot</text:p></text:note-body></text:note>b"
              "<office:annotation><dc:creator>An</dc:creator><text:p>comment</text:p></office:annotation>c"
              "<draw:frame> <draw:text-box><text:p>box<text:note text:note-class='endnote'><text:note-body>"
              "<text:p>end</text:p></text:note-body></text:note></text:p></draw:text-box></draw:frame>d"
              "</text:p><text:p>next</text:p>");
    g_autofree char *out = told(read.document);

    assert_string_equal(out, "abcd\nfootnotes: foot\ncomments: comment\nbox\nendnotes: end\nnext\n");
    assert_int_equal(document_block(read.document, 3)->place, PLACE_TEXT_BOX);
    assert_true(warned(read.document, WARNING_COMMENTS));
}

static void ruby_titles_and_unshown_fields_are_not_text(void **state)
{
    (void)state;
    assert_told("",
                "<text:p><text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>A</text:ruby-text>"
                "</text:ruby><draw:frame><svg:title>title</svg:title></draw:frame>"
                "<text:variable-set text:display='none'>7</text:variable-set></text:p>",
                "a\n");
}

static void embedded_objects_are_named_as_not_read(void **state)
{
    (void)state;
    g_auto(Read) read = {0};
    read_flat(&read, "", "<text:p>a<draw:frame><draw:object xlink:href='./Object 1'/></draw:frame></text:p>");
    assert_int_equal(read.document->warnings->len, 1);
    const Warning *warning = g_ptr_array_index(read.document->warnings, 0);
    assert_int_equal(warning->code, WARNING_NOT_READ);
    assert_string_equal(warning->detail, "./Object 1");
}

static void tracked_changes_are_read_as_the_final_text(void **state)
{
    (void)state;
    g_auto(Read) read = {0};
    read_flat(&read, "",
              "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p>"
              "</text:deletion></text:changed-region></text:tracked-changes>"
              "<text:p>a<text:change/><text:change-start/>b</text:p><text:p>c<text:change-end/></text:p>"
              "<text:p>d</text:p>");
    g_autofree char *out = told(read.document);

    assert_string_equal(out, "ab\nc\nd\n");
    assert_true(document_block(read.document, 0)->flags & BLOCK_CHANGED);
    assert_true(document_block(read.document, 1)->flags & BLOCK_CHANGED);
    assert_false(document_block(read.document, 2)->flags & BLOCK_CHANGED);
    assert_true(warned(read.document, WARNING_TRACKED_CHANGES));
}

static void hidden_text_is_kept_apart(void **state)
{
    (void)state;
    static const char styles[] =
        "<office:automatic-styles><style:style style:name='T1' style:family='text'>"
        "<style:text-properties text:display='none'/></style:style></office:automatic-styles>";
    g_auto(Read) read = {0};
    read_flat(&read, styles,
              "<text:p>a<text:span text:style-name='T1'>secret</text:span>b</text:p>"
              "<text:section text:display='none'><text:p>section</text:p></text:section>"
              "<text:section text:display='condition' text:is-hidden='false'><text:p>seen</text:p>"
              "</text:section>"
              "<text:p><text:hidden-paragraph text:is-hidden='true'/>paragraph</text:p>"
              "<text:p>c<text:hidden-text text:is-hidden='true' text:string-value='field'/></text:p>");
    g_autofree char *out = told(read.document);

    assert_string_equal(out,
                        "ab\nhidden: secret\nhidden: section\nseen\nhidden: paragraph\nc\nhidden: field\n");
    assert_true(warned(read.document, WARNING_HIDDEN_TEXT));
}

static void an_index_is_marked_as_contents(void **state)
{
    (void)state;
    g_auto(Read) read = {0};
    read_flat(&read, "",
              "<text:table-of-content><text:table-of-content-source><text:index-title-template>T"
              "</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title>"
              "<text:p>Mục lục</text:p></text:index-title><text:p>Điều 1</text:p></text:index-body>"
              "</text:table-of-content><text:p>Điều 1</text:p>");

    assert_int_equal(read.document->blocks->len, 3);
    assert_int_equal(document_block(read.document, 0)->place, PLACE_CONTENTS);
    assert_int_equal(document_block(read.document, 1)->place, PLACE_CONTENTS);
    assert_int_equal(document_block(read.document, 2)->place, PLACE_PARAGRAPH);
}

/* Tables ------------------------------------------------------------------------------------------------- */

static void cells_are_read_row_by_row_with_their_grid_place(void **state)
{
    (void)state;
    g_auto(Read) read = {0};
    read_flat(&read, "",
              "<table:table><table:table-header-rows><table:table-row>"
              "<table:table-cell table:number-columns-spanned='2'><text:p>wide</text:p></table:table-cell>"
              "<table:covered-table-cell><text:p>covered</text:p></table:covered-table-cell>"
              "<table:table-cell><text:p>c</text:p></table:table-cell></table:table-row>"
              "</table:table-header-rows><table:table-row table:number-rows-repeated='2'>"
              "<table:table-cell table:number-columns-repeated='2'/>"
              "<table:table-cell><text:p>d</text:p></table:table-cell></table:table-row>"
              "<table:table-row><table:table-cell><table:table><table:table-row><table:table-cell>"
              "<text:p>inner</text:p></table:table-cell></table:table-row></table:table><text:p>e</text:p>"
              "</table:table-cell></table:table-row></table:table>");
    static const struct {
        const char *text;
        guint table, row, column, depth;
    } wanted[] = {
        {"wide", 1, 0, 0, 1}, {"c", 1, 0, 2, 1}, {"d", 1, 1, 2, 1}, {"inner", 2, 0, 0, 2}, {"e", 1, 3, 0, 1}};

    assert_int_equal(read.document->blocks->len, G_N_ELEMENTS(wanted));
    for (guint i = 0; i < G_N_ELEMENTS(wanted); i++) {
        const Block *block = document_block(read.document, i);
        assert_string_equal(block->text, wanted[i].text);
        assert_int_equal(block->place, PLACE_CELL);
        assert_int_equal(block->table, wanted[i].table);
        assert_int_equal(block->row, wanted[i].row);
        assert_int_equal(block->column, wanted[i].column);
        assert_int_equal(block->table_depth, wanted[i].depth);
    }
}

static void tables_nested_too_deep_are_refused(void **state)
{
    (void)state;
    Limits limits = *limits_default();
    g_auto(Read) read = {0};
    limits.table_depth = 1;
    read_flat_within(&read, &limits, "",
                     "<table:table><table:table-row><table:table-cell><table:table/></table:table-cell>"
                     "</table:table-row></table:table>");
    assert_true(g_error_matches(read.error, RASOAT_ERROR, RASOAT_ERROR_LIMIT_TABLES));
}

static void too_many_paragraphs_are_refused(void **state)
{
    (void)state;
    Limits limits = *limits_default();
    g_auto(Read) read = {0};
    limits.blocks = 1;
    read_flat_within(&read, &limits, "", "<text:p>a</text:p><text:p>b</text:p>");
    assert_true(g_error_matches(read.error, RASOAT_ERROR, RASOAT_ERROR_LIMIT_BLOCKS));
}

/* Styles ------------------------------------------------------------------------------------------------- */

static const char looks[] =
    "<office:font-face-decls><style:font-face style:name='F1' svg:font-family='&apos;.VnTime&apos;'/>"
    "</office:font-face-decls><office:styles>"
    "<style:default-style style:family='paragraph'><style:paragraph-properties fo:text-align='justify'/>"
    "</style:default-style>"
    "<style:style style:name='Base' style:family='paragraph'><style:paragraph-properties "
    "fo:margin-left='1in' fo:text-indent='-0.5in'/><style:text-properties "
    "fo:font-weight='bold'/></style:style>"
    "<style:style style:name='Title' style:family='paragraph' style:parent-style-name='Base' "
    "style:default-outline-level='2'><style:paragraph-properties fo:text-align='center'/>"
    "<style:text-properties fo:font-style='italic' fo:text-transform='uppercase'/></style:style>"
    "<style:style style:name='Loop' style:family='paragraph' style:parent-style-name='Loop'/>"
    "</office:styles><office:automatic-styles>"
    "<style:style style:name='P1' style:family='paragraph' style:parent-style-name='Title'/>"
    "<style:style style:name='B' style:family='text'><style:text-properties "
    "fo:font-weight='bold'/></style:style>"
    "<style:style style:name='N' style:family='text'><style:text-properties "
    "fo:font-weight='normal'/></style:style>"
    "<style:style style:name='V' style:family='text'><style:text-properties "
    "style:font-name='F1'/></style:style>"
    "</office:automatic-styles>";

static void styles_are_inherited(void **state)
{
    (void)state;
    g_auto(Read) read = {0};
    read_flat(&read, looks,
              "<text:p text:style-name='P1'>a</text:p><text:p text:style-name='Loop'>b</text:p>");
    const Block *title = document_block(read.document, 0), *plain = document_block(read.document, 1);

    assert_int_equal(title->align, ALIGN_CENTRE);
    assert_int_equal(title->indent, 720);
    assert_int_equal(title->outline_level, 1);
    assert_int_equal(title->bold_prefix, title->length);
    assert_int_equal(title->flags, BLOCK_ITALIC | BLOCK_CAPS);
    assert_int_equal(plain->align, ALIGN_JUSTIFY);
    assert_int_equal(plain->outline_level, BLOCK_NO_OUTLINE);
}

static void the_bold_beginning_is_measured(void **state)
{
    (void)state;
    g_auto(Read) read = {0};
    read_flat(&read, looks,
              "<text:p><text:span text:style-name='B'>Điều</text:span> <text:span text:style-name='B'>1."
              "</text:span>Tên</text:p><text:p>a <text:span text:style-name='B'>b</text:span></text:p>"
              "<text:p text:style-name='Base'>c<text:span text:style-name='N'>d</text:span></text:p>");

    assert_int_equal(document_block(read.document, 0)->bold_prefix, strlen("Điều 1."));
    assert_int_equal(document_block(read.document, 1)->bold_prefix, 0);
    assert_int_equal(document_block(read.document, 2)->bold_prefix, 1);
}

static void runs_in_a_legacy_font_are_decoded(void **state)
{
    (void)state;
    g_auto(Read) read = {0};
    read_flat(&read, looks,
              "<text:p>Số <text:span text:style-name='V'>§¶ng b</text:span><text:span text:style-name='V'>é"
              "</text:span> é</text:p>");
    const Block *block = document_block(read.document, 0);

    assert_string_equal(block->text, "Số Đảng bộ é");
    assert_true(block->flags & BLOCK_DECODED);
    assert_true(warned(read.document, WARNING_LEGACY_FONT));
}

/* Packages ----------------------------------------------------------------------------------------------- */

static void read_package(Read *read, const ZipPart *parts, guint count)
{
    g_autoptr(GBytes) bytes = zip_make(parts, count, FALSE);

    budget_init(&read->budget, NULL);
    read->document = document_new("odt", &read->budget);
    g_autoptr(Package) package = package_open(bytes, &read->budget, &read->error);
    if (package)
        odt_read(package, read->document, &read->error);
}

#define CONTENT(automatic, body)                                                                             \
    "<office:document-content" NAMESPACES "><office:automatic-styles>" automatic                             \
    "</office:automatic-styles><office:body><office:text>" body                                              \
    "</office:text></office:body></office:document-content>"

#define PAGE(name, header, footer)                                                                           \
    "<style:master-page style:name='" name "'><style:header><text:p>" header "</text:p></style:header>"      \
    "<style:footer><text:p>" footer "</text:p></style:footer></style:master-page>"

static void headers_and_footers_of_used_pages_come_last_and_once(void **state)
{
    (void)state;
    const ZipPart parts[] = {
        {"styles.xml", "<office:document-styles" NAMESPACES
                       "><office:master-styles>" PAGE("Standard", "h", "f") PAGE("Other", "h", "g")
                           PAGE("Unused", "u", "v") "</office:master-styles></office:document-styles>"},
        {"content.xml", CONTENT("<style:style style:name='P' style:family='paragraph' "
                                "style:master-page-name='Other'/>",
                                "<text:p>a</text:p><text:p text:style-name='P'>b</text:p>")}};
    g_auto(Read) read = {0};
    read_package(&read, parts, G_N_ELEMENTS(parts));
    assert_null(read.error);
    g_autofree char *out = told(read.document);

    assert_string_equal(out, "a\nb\nheaders: h\nfooters: f\nfooters: g\n");
}

static void automatic_styles_of_one_part_do_not_reach_the_other(void **state)
{
    (void)state;
    const ZipPart parts[] = {
        {"styles.xml",
         "<office:document-styles" NAMESPACES "><office:automatic-styles><style:style "
         "style:name='P1' style:family='paragraph'><style:paragraph-properties "
         "fo:text-align='end'/></style:style></office:automatic-styles></office:document-styles>"},
        {"content.xml", CONTENT("", "<text:p text:style-name='P1'>a</text:p>")}};
    g_auto(Read) read = {0};
    read_package(&read, parts, G_N_ELEMENTS(parts));

    assert_int_equal(document_block(read.document, 0)->align, ALIGN_START);
}

static void damaged_styles_cost_a_warning_and_no_text(void **state)
{
    (void)state;
    const ZipPart parts[] = {{"styles.xml", "<office:document-styles" NAMESPACES
                                            "><office:master-styles><style:master-page "
                                            "style:name='S'><style:header><text:p>cut"},
                             {"content.xml", CONTENT("", "<text:p>a</text:p>")}};
    g_auto(Read) read = {0};
    read_package(&read, parts, G_N_ELEMENTS(parts));
    assert_null(read.error);
    g_autofree char *out = told(read.document);

    assert_string_equal(out, "a\n");
    assert_true(warned(read.document, WARNING_BROKEN_PART));
}

static void assert_package_fails(const ZipPart *parts, guint count, RasoatErrorCode code)
{
    g_auto(Read) read = {0};
    read_package(&read, parts, count);
    assert_true(g_error_matches(read.error, RASOAT_ERROR, (int)code));
}

static void packages_that_cannot_be_read_say_why(void **state)
{
    (void)state;
    const ZipPart none[] = {{"styles.xml", "<s/>"}};
    const ZipPart broken[] = {{"content.xml", "<office:document-content"}};
    const ZipPart sheet[] = {{"content.xml", "<office:document-content" NAMESPACES "/>"}};
    const ZipPart doctype[] = {{"styles.xml", "<!DOCTYPE x><x/>"}, {"content.xml", CONTENT("", "")}};
    assert_package_fails(none, 1, RASOAT_ERROR_MISSING_PART);
    assert_package_fails(broken, 1, RASOAT_ERROR_BAD_XML);
    assert_package_fails(sheet, 1, RASOAT_ERROR_MISSING_PART);
    assert_package_fails(doctype, 2, RASOAT_ERROR_DOCTYPE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(white_space_is_collapsed_but_named_spaces_are_kept),
        cmocka_unit_test(runs_links_fields_and_bookmarks_are_one_text),
        cmocka_unit_test(notes_comments_and_frames_follow_their_paragraph),
        cmocka_unit_test(ruby_titles_and_unshown_fields_are_not_text),
        cmocka_unit_test(embedded_objects_are_named_as_not_read),
        cmocka_unit_test(tracked_changes_are_read_as_the_final_text),
        cmocka_unit_test(hidden_text_is_kept_apart),
        cmocka_unit_test(an_index_is_marked_as_contents),
        cmocka_unit_test(cells_are_read_row_by_row_with_their_grid_place),
        cmocka_unit_test(tables_nested_too_deep_are_refused),
        cmocka_unit_test(too_many_paragraphs_are_refused),
        cmocka_unit_test(styles_are_inherited),
        cmocka_unit_test(the_bold_beginning_is_measured),
        cmocka_unit_test(runs_in_a_legacy_font_are_decoded),
        cmocka_unit_test(headers_and_footers_of_used_pages_come_last_and_once),
        cmocka_unit_test(automatic_styles_of_one_part_do_not_reach_the_other),
        cmocka_unit_test(damaged_styles_cost_a_warning_and_no_text),
        cmocka_unit_test(packages_that_cannot_be_read_say_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
