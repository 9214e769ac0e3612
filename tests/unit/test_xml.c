/* XML parts: what handlers hear, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/error.h"
#include "reader/xml.h"

enum { SPACE_A = 1, SPACE_B };
enum { NAME_ITEM = 1, NAME_KEY, NAME_SKIPPED };

static const char *const names[] = {NULL, "item", "key", "skipped"};
static const XmlSpace spaces[] = {{"urn:a", SPACE_A}, {"urn:a-strict", SPACE_A}, {"urn:b", SPACE_B}};
static const XmlVocabulary vocabulary = {names, G_N_ELEMENTS(names), spaces, G_N_ELEMENTS(spaces)};

/* Writes what it hears: "<space:name key=…>", text, "</>". */
static gboolean hear_start(gpointer data, const XmlElement *element, GError **error)
{
    XmlValue key = xml_attribute(element, XML_ANY_SPACE, NAME_KEY);
    (void)error;

    if (element->name == NAME_SKIPPED) {
        xml_skip(element);
        return TRUE;
    }
    g_string_append_printf(data, "<%u:%u", element->space, element->name);
    if (key.text)
        g_string_append_printf(data, " %.*s", (int)key.length, key.text);
    g_string_append_c(data, '>');
    return TRUE;
}

static gboolean hear_end(gpointer data, guint space, guint name, GError **error)
{
    (void)space, (void)name, (void)error;
    g_string_append(data, "</>");
    return TRUE;
}

static gboolean hear_text(gpointer data, const char *text, gsize length, GError **error)
{
    if (length >= 4 && memcmp(text, "stop", 4) == 0) {
        error_set(error, RASOAT_ERROR_LIMIT_BLOCKS, "stopped");
        return FALSE;
    }
    g_string_append_len(data, text, (gssize)length);
    return TRUE;
}

/* What was heard, or the name of the error. Owned by the caller. */
static char *heard(const char *xml, guint depth)
{
    static const XmlHandler handler = {hear_start, hear_end, hear_text};
    g_autoptr(GBytes) bytes = g_bytes_new_static(xml, strlen(xml));
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    Limits limits = *limits_default();
    Budget budget;

    limits.xml_depth = depth;
    budget_init(&budget, &limits);
    if (!xml_parse(bytes, "part.xml", &vocabulary, &handler, out, &budget, &error))
        return g_strdup(rasoat_error_name((RasoatErrorCode)error->code));
    return g_strdup(out->str);
}

#define assert_heard(xml, wanted)                                                                            \
    do {                                                                                                     \
        g_autofree char *out = heard(xml, 10);                                                               \
        assert_string_equal(out, wanted);                                                                    \
    } while (0)

static void names_and_spaces_come_as_numbers(void **state)
{
    (void)state;
    assert_heard("<p:item xmlns:p='urn:a'>x<other/></p:item>", "<1:1>x<0:0></></>");
    assert_heard("<item xmlns='urn:a-strict'/>", "<1:1></>");
    assert_heard("<item xmlns='urn:b'/>", "<2:1></>");
    assert_heard("<item/>", "<0:1></>");
}

static void attribute_values_are_plain_text(void **state)
{
    (void)state;
    assert_heard("<item key='a&amp;b&lt;&#x111;'/>", "<0:1 a&b<đ></>");
}

static void text_comes_from_cdata_and_references_too(void **state)
{
    (void)state;
    assert_heard("<item>a&amp;<![CDATA[<b>]]>&#273;</item>", "<0:1>a&<b>đ</>");
}

static void a_skipped_element_is_not_heard_to_its_end(void **state)
{
    (void)state;
    assert_heard("<item>a<skipped>b<item>c</item><skipped/></skipped>d<skipped/>e</item>", "<0:1>ade</>");
}

static void broken_xml_is_bad(void **state)
{
    (void)state;
    assert_heard("<item>", "bad-xml");
    assert_heard("", "bad-xml");
    assert_heard("<item>&unknown;</item>", "bad-xml");
    assert_heard("<a></b>", "bad-xml");
}

static void every_doctype_is_refused(void **state)
{
    (void)state;
    assert_heard("<!DOCTYPE item><item/>", "doctype");
    assert_heard("<!DOCTYPE item SYSTEM 'file:///etc/passwd'><item/>", "doctype");
    assert_heard("<!DOCTYPE item [<!ENTITY x 'y'>]><item>&x;</item>", "doctype");
}

static void nesting_stops_at_the_limit(void **state)
{
    (void)state;
    g_autofree char *within = heard("<a><a><a/></a></a>", 3);
    g_autofree char *beyond = heard("<a><a><a><a/></a></a></a>", 3);

    assert_string_equal(within, "<0:0><0:0><0:0></></></>");
    assert_string_equal(beyond, "limit-xml-depth");
}

static void nesting_counts_inside_skipped_elements(void **state)
{
    (void)state;
    g_autofree char *out = heard("<a><skipped><a><a/></a></skipped></a>", 3);
    assert_string_equal(out, "limit-xml-depth");
}

static void a_tag_of_very_many_attributes_is_refused_at_once(void **state)
{
    (void)state;
    g_autoptr(GString) xml = g_string_new("<item");
    for (guint i = 0; i < 1000000; i++)
        g_string_append_printf(xml, " a%x=''", i);
    g_string_append(xml, "/>");
    gint64 start = g_get_monotonic_time();
    g_autofree char *out = heard(xml->str, 10);

    assert_string_equal(out, "bad-xml");
    assert_true(g_get_monotonic_time() - start < 5 * G_USEC_PER_SEC);
}

static void a_handler_can_stop_the_parse(void **state)
{
    (void)state;
    assert_heard("<item>stop</item>", "limit-blocks");
}

static void a_message_names_part_and_line(void **state)
{
    (void)state;
    static const XmlHandler handler = {hear_start, hear_end, hear_text};
    static const char xml[] = "<a>\n\n<b></a>";
    g_autoptr(GBytes) bytes = g_bytes_new_static(xml, strlen(xml));
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    Budget budget;

    budget_init(&budget, NULL);
    assert_false(xml_parse(bytes, "part.xml", &vocabulary, &handler, out, &budget, &error));
    assert_non_null(strstr(error->message, "part.xml, line 3"));
}

static void numbers_are_read_as_far_as_they_go(void **state)
{
    (void)state;
    assert_int_equal(xml_value_int((XmlValue){"12", 2}, 7), 12);
    assert_int_equal(xml_value_int((XmlValue){"-3x", 3}, 7), -3);
    assert_int_equal(xml_value_int((XmlValue){"x", 1}, 7), 7);
    assert_int_equal(xml_value_int((XmlValue){NULL, 0}, 7), 7);
    assert_int_equal(xml_value_int((XmlValue){"99999999999999999999", 20}, 7), G_GINT64_CONSTANT(1) << 31);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_and_spaces_come_as_numbers),
        cmocka_unit_test(attribute_values_are_plain_text),
        cmocka_unit_test(text_comes_from_cdata_and_references_too),
        cmocka_unit_test(a_skipped_element_is_not_heard_to_its_end),
        cmocka_unit_test(broken_xml_is_bad),
        cmocka_unit_test(every_doctype_is_refused),
        cmocka_unit_test(nesting_stops_at_the_limit),
        cmocka_unit_test(nesting_counts_inside_skipped_elements),
        cmocka_unit_test(a_tag_of_very_many_attributes_is_refused_at_once),
        cmocka_unit_test(a_handler_can_stop_the_parse),
        cmocka_unit_test(a_message_names_part_and_line),
        cmocka_unit_test(numbers_are_read_as_far_as_they_go),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
