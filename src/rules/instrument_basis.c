/* An act among the bases of a document (Nghị định 30/2020/NĐ-CP, annex I, II.6 b). */
#include <string.h>

#include "rules/instruments.h"

/* " ngày 09 tháng 01 năm 2015", of a YYYY-MM-DD or NULL: days below 10 and the first two months have a zero
 * (annex I, II.4). */
static void append_day(GString *text, const char *issued)
{
    if (!issued || strlen(issued) != strlen("YYYY-MM-DD"))
        return;
    const guint year = (guint)g_ascii_strtoull(issued, NULL, 10);
    const guint month = (guint)g_ascii_strtoull(issued + strlen("YYYY-"), NULL, 10);
    const guint day = (guint)g_ascii_strtoull(issued + strlen("YYYY-MM-"), NULL, 10);
    g_string_append_printf(text, month < 3 ? " ngày %02u tháng %02u năm %u" : " ngày %02u tháng %u năm %u",
                           day, month, year);
}

/* The text with its first letter large or small. */
static char *with_first(const char *text, gunichar (*letter)(gunichar))
{
    GString *changed = g_string_new(NULL);
    g_string_append_unichar(changed, letter(g_utf8_get_char(text)));
    g_string_append(changed, g_utf8_next_char(text));
    return g_string_free(changed, FALSE);
}

static gboolean is_named_alone(const Instrument *instrument)
{
    static const char *const kinds[] = {"luật", "bộ luật", "pháp lệnh", "hiến pháp"};
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (g_str_equal(instrument->kind, kinds[i]))
            return TRUE;
    return FALSE;
}

char *instrument_as_basis(const Instrument *instrument)
{
    GString *text = g_string_new(NULL);
    if (is_named_alone(instrument)) {
        g_string_append(text, instrument->title);
        append_day(text, instrument->issued);
        return g_string_free(text, FALSE);
    }
    g_autofree char *kind = with_first(instrument->kind, g_unichar_toupper);
    g_autofree char *title = with_first(instrument->title, g_unichar_tolower);
    g_string_append_printf(text, "%s số %s", kind, instrument->number);
    append_day(text, instrument->issued);
    g_string_append_printf(text, " của %s ", instrument->issuer);
    if (instrument->about)
        g_string_append(text, instrument->about);
    else
        g_string_append_printf(text, "về %s", title);
    return g_string_free(text, FALSE);
}
