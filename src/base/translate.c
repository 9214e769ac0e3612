/* The English catalogue in memory, read as "The Format of GNU MO Files" in the manual of GNU gettext says:
 * numbers of four bytes, two tables of (length, offset), the keys sorted. */
#include "base/translate.h"

#include <string.h>

/* One literal and not a list of numbers, which checkers of code take the square of its length for. */
static const char english[] =
#include "en.mo.literal"
    ;

/* Where the header has its numbers; magic and revision come first. */
enum { MO_COUNT = 8, MO_KEYS = 12, MO_TEXTS = 16 };

static guint32 number_at(guint32 offset)
{
    guint32 number;
    memcpy(&number, english + offset, sizeof number);
    return GUINT32_FROM_LE(number);
}

/* The text at a place of a table, which has eight bytes for each. */
static const char *text_of(guint32 table, guint32 place)
{
    return english + number_at(table + place * 8 + 4);
}

static const char *in_english(const char *key)
{
    guint32 keys = number_at(MO_KEYS), first = 0, end = number_at(MO_COUNT);

    while (first < end) {
        guint32 middle = first + (end - first) / 2;
        int order = strcmp(key, text_of(keys, middle));
        if (order == 0)
            return text_of(number_at(MO_TEXTS), middle);
        if (order < 0)
            end = middle;
        else
            first = middle + 1;
    }
    return NULL;
}

const char *say(RasoatLanguage language, const char *text)
{
    if (!text || !*text) /* the key "" is the catalogue's own header */
        return text;
    const char *translated = language == RASOAT_ENGLISH ? in_english(text) : NULL;
    const char *context_end = strchr(text, '\004');
    return translated ? translated : context_end ? context_end + 1 : text;
}

static gboolean is_iso_date(const char *text)
{
    for (guint i = 0; i < 10; i++)
        if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit(text[i]))
            return FALSE;
    return text[10] == '\0';
}

char *say_date(RasoatLanguage language, const char *iso)
{
    if (language == RASOAT_VIETNAMESE && is_iso_date(iso))
        return g_strdup_printf("%.2s/%.2s/%.4s", iso + 8, iso + 5, iso);
    return g_strdup(iso);
}

char *say_day(RasoatLanguage language, const char *moment)
{
    g_autoptr(GDateTime) time = g_date_time_new_from_iso8601(moment, NULL);
    g_autoptr(GDateTime) here = time ? g_date_time_to_local(time) : NULL;
    g_autofree char *day = here ? g_date_time_format(here, "%Y-%m-%d") : g_strdup(moment);
    return say_date(language, day);
}

BilingualText bilingual_format_list(const char *text, va_list arguments)
{
    BilingualText both;
    va_list again;

    va_copy(again, arguments);
    both.vi = g_strdup_vprintf(say(RASOAT_VIETNAMESE, text), arguments);
    both.en = g_strdup_vprintf(say(RASOAT_ENGLISH, text), again);
    va_end(again);
    return both;
}

BilingualText bilingual_format(const char *text, ...)
{
    va_list arguments;

    va_start(arguments, text);
    BilingualText both = bilingual_format_list(text, arguments);
    va_end(arguments);
    return both;
}

BilingualText bilingual_of(const char *text)
{
    return (BilingualText){g_strdup(say(RASOAT_VIETNAMESE, text)), g_strdup(say(RASOAT_ENGLISH, text))};
}
