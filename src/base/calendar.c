/* Days in the orders that are in use, told apart by where the year stands. */
#include "base/calendar.h"

#include <glib.h>
#include <string.h>

char *calendar_date(const char *text)
{
    g_auto(GStrv) parts = g_strsplit_set(text, "-/.", 0);
    guint64 numbers[3];
    if (g_strv_length(parts) != 3)
        return NULL;
    for (guint i = 0; i < 3; i++)
        if (!g_ascii_string_to_unsigned(parts[i], 10, 1, 9999, &numbers[i], NULL))
            return NULL;
    gboolean year_first = strlen(parts[0]) == 4;
    guint64 year = numbers[year_first ? 0 : 2], month = numbers[1], day = numbers[year_first ? 2 : 0];
    if (year < 1000 || month > 12 || day > 31 ||
        !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return NULL;
    return g_strdup_printf("%04u-%02u-%02u", (guint)year, (guint)month, (guint)day);
}
