/* Rules files: what is refused, and that every complaint names file and line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib/gstdio.h>

#include "base/error.h"
#include "rules/xml_file.h"

static char *write_temporary(const char *text)
{
    char *path = NULL;
    int fd = g_file_open_tmp("rasoat-xml-XXXXXX", &path, NULL);

    assert_true(fd >= 0);
    g_close(fd, NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    return path;
}

static XmlFile *load_text(const char *text, GError **error)
{
    g_autofree char *path = write_temporary(text);
    XmlFile *file = xml_file_load(path, "rules", error);

    g_unlink(path);
    return file;
}

static void assert_refused(const char *text, const char *message_end)
{
    g_autoptr(GError) error = NULL;

    assert_null(load_text(text, &error));
    assert_true(g_error_matches(error, RASOAT_ERROR, RASOAT_ERROR_RULES));
    assert_non_null(error_texts(error));
    if (!strstr(error_texts(error)->en, message_end))
        fail_msg("“%s” lacks “%s”", error->message, message_end);
}

static void broken_xml_is_refused_with_its_line(void **state)
{
    (void)state;
    assert_refused("<rules>\n<a>\n</rules>", ":3: ");
    assert_refused("", ":1: ");
}

static void a_document_type_is_refused_with_its_line(void **state)
{
    (void)state;
    assert_refused("<?xml version=\"1.0\"?>\n<!DOCTYPE rules [<!ENTITY a \"b\">]>\n<rules>&a;</rules>",
                   ":2: a document type (DOCTYPE) is not allowed");
}

static void another_root_is_refused(void **state)
{
    (void)state;
    assert_refused("\n<other/>", ":2: <rules> expected, <other> found");
}

static void a_missing_file_is_an_io_error(void **state)
{
    g_autoptr(GError) error = NULL;

    (void)state;
    assert_null(xml_file_load("/nonexistent/rules.xml", NULL, &error));
    assert_true(g_error_matches(error, RASOAT_ERROR, RASOAT_ERROR_IO));
}

static void attributes_and_text_are_read(void **state)
{
    g_autoptr(XmlFile) file = load_text(
        "<rules>\n<!-- note -->\n<a id='x &amp; y' on='yes'>\n  m\u1ed9t <b>hai</b>\n  &lt;ba>\n</a>\n"
        "<c/></rules>",
        NULL);
    gboolean on = FALSE, off = TRUE;

    (void)state;
    assert_non_null(file);
    const xmlNode *a = xml_first_element(xml_file_root(file));
    assert_true(xml_is(a, "a"));
    assert_int_equal(xml_line(a), 3);
    assert_string_equal(xml_file_attribute(a, "id"), "x & y");
    assert_null(xml_file_attribute(a, "none"));
    assert_true(xml_attribute_flag(file, a, "on", FALSE, &on, NULL) && on);
    assert_true(xml_attribute_flag(file, a, "off", FALSE, &off, NULL) && !off);
    g_autofree char *text = xml_text(a);
    assert_string_equal(text, "m\u1ed9t hai <ba>");
    assert_true(xml_is(xml_next_element(a), "c"));
    assert_null(xml_next_element(xml_next_element(a)));
}

static void what_is_not_known_is_named(void **state)
{
    g_autoptr(XmlFile) file = load_text("<rules>\n<a colour='red' on='maybe'/></rules>", NULL);
    const xmlNode *a = xml_first_element(xml_file_root(file));
    static const char *const allowed[] = {"id", "on", NULL};
    g_autoptr(GError) attribute = NULL, required = NULL, flag = NULL, element = NULL;
    gboolean on;

    (void)state;
    assert_false(xml_check_attributes(file, a, allowed, &attribute));
    assert_non_null(strstr(error_texts(attribute)->en, ":2: <a> has no attribute “colour”"));
    assert_null(xml_attribute_required(file, a, "id", &required));
    assert_non_null(strstr(error_texts(required)->en, ":2: <a> needs the attribute “id”"));
    assert_false(xml_attribute_flag(file, a, "on", FALSE, &on, &flag));
    assert_non_null(strstr(flag->message, ":2: on=\"maybe\""));
    assert_false(xml_unknown_element(file, a, &element));
    assert_non_null(strstr(error_texts(element)->en, ":2: unknown element <a> in <rules>"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(broken_xml_is_refused_with_its_line),
        cmocka_unit_test(a_document_type_is_refused_with_its_line),
        cmocka_unit_test(another_root_is_refused),
        cmocka_unit_test(a_missing_file_is_an_io_error),
        cmocka_unit_test(attributes_and_text_are_read),
        cmocka_unit_test(what_is_not_known_is_named),
    };

    return cmocka_run_group_tests_name("xml_file", tests, NULL, NULL);
}
