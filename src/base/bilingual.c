/* Choosing, copying and freeing a text of two languages. */
#include "base/bilingual.h"

const char *bilingual(const BilingualText *text, RasoatLanguage language)
{
    const char *wanted = language == RASOAT_VIETNAMESE ? text->vi : text->en;
    const char *other = language == RASOAT_VIETNAMESE ? text->en : text->vi;
    return wanted ? wanted : other;
}

void bilingual_clear(BilingualText *text)
{
    g_clear_pointer(&text->vi, g_free);
    g_clear_pointer(&text->en, g_free);
}

BilingualText bilingual_copy(const BilingualText *text)
{
    return (BilingualText){.vi = g_strdup(text->vi), .en = g_strdup(text->en)};
}

static void append(char **text, const char *separator, const char *more)
{
    if (!more)
        return;
    char *joined = *text ? g_strconcat(*text, separator, more, NULL) : g_strdup(more);
    g_free(*text);
    *text = joined;
}

void bilingual_append(BilingualText *text, const char *separator, const BilingualText *more)
{
    append(&text->vi, separator, more->vi);
    append(&text->en, separator, more->en);
}
