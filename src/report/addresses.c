/* Addresses step by step: the words of divisions are said in the language, numbers and titles stay. */
#include "report/addresses.h"

#include <string.h>

#include "base/translate.h"

#define BETWEEN_STEPS " > "

/* Steps without a number, and words that a number follows. A longer one stands before its beginning. */
static const char *const words[] = {
    NC_("address", "tiêu đề"),    NC_("address", "phần ký"),       NC_("address", "phần căn cứ"),
    NC_("address", "Quyết định"), NC_("address", "Mục lục"),       NC_("address", "Phụ lục"),
    NC_("address", "Phần"),       NC_("address", "Chương"),        NC_("address", "Tiểu mục"),
    NC_("address", "Mục"),        NC_("address", "Điều"),          NC_("address", "khoản"),
    NC_("address", "điểm"),       NC_("address", "bảng"),          NC_("address", "dòng"),
    NC_("address", "đoạn"),       NC_("address", "gạch đầu dòng"),
};

/* Numbers that a part spells. */
static const char *const ordinals[] = {
    NC_("address", "thứ nhất"), NC_("address", "thứ hai"), NC_("address", "thứ ba"),
    NC_("address", "thứ tư"),   NC_("address", "thứ năm"), NC_("address", "thứ sáu"),
    NC_("address", "thứ bảy"),  NC_("address", "thứ tám"), NC_("address", "thứ chín"),
    NC_("address", "thứ mười"),
};

const char *address_after_step(const char *step)
{
    const char *from = g_str_has_prefix(step, "“") ? strstr(step, "”" BETWEEN_STEPS) : step;
    const char *end = from ? strstr(from, BETWEEN_STEPS) : NULL;
    return end ? end + strlen(BETWEEN_STEPS) : NULL;
}

/* The word that the text begins with, and what follows it; NULL: none. */
static const char *word_at(const char *text, const char **rest)
{
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        const char *own = say(RASOAT_VIETNAMESE, words[i]);
        *rest = text + strlen(own);
        if (g_str_has_prefix(text, own) && (**rest == ' ' || **rest == '\0'))
            return words[i];
    }
    return NULL;
}

static const char *ordinal_in(const char *number, RasoatLanguage language)
{
    g_autofree char *lower = g_utf8_strdown(number, -1);
    for (guint i = 0; i < G_N_ELEMENTS(ordinals); i++)
        if (g_str_equal(lower, say(RASOAT_VIETNAMESE, ordinals[i])))
            return say(language, ordinals[i]);
    return NULL;
}

/* A word and its number, and as many more as there are: "bảng 1 dòng 2". */
static void append_step(GString *out, const char *step, RasoatLanguage language)
{
    const char *number, *word;
    while ((word = word_at(step, &number)) && *number) {
        const char *ordinal = ordinal_in(number + 1, language);
        gsize length = strcspn(number + 1, " ") + 1;
        g_string_append(out, say(language, word));
        if (ordinal) {
            g_string_append_printf(out, " %s", ordinal);
            return;
        }
        g_string_append_len(out, number, (gssize)length);
        step = number + length;
        if (*step == '\0')
            return;
        g_string_append_c(out, ' ');
        step++;
    }
    g_string_append(out, word ? say(language, word) : step);
}

char *address_say(const char *address, RasoatLanguage language)
{
    if (!address || language == RASOAT_VIETNAMESE)
        return g_strdup(address ? address : "");
    GString *out = g_string_new(NULL);
    for (const char *step = address, *next; step; step = next) {
        next = address_after_step(step);
        g_autofree char *own =
            next ? g_strndup(step, (gsize)(next - step) - strlen(BETWEEN_STEPS)) : g_strdup(step);
        append_step(out, own, language);
        if (next)
            g_string_append(out, ", ");
    }
    return g_string_free(out, FALSE);
}

static gboolean is_told_before(const GArray *places, guint first, guint at)
{
    for (guint i = first; i < at; i++)
        if (g_strcmp0(g_array_index(places, Evidence, i).address,
                      g_array_index(places, Evidence, at).address) == 0)
            return TRUE;
    return FALSE;
}

char *addresses_say(const GArray *places, guint first, RasoatLanguage language)
{
    enum { MOST = 6 };
    GString *out = g_string_new(NULL);
    guint told = 0, more = 0;

    for (guint i = first; i < places->len; i++) {
        if (is_told_before(places, first, i))
            continue;
        if (told == MOST) {
            more++;
            continue;
        }
        g_autofree char *address = address_say(g_array_index(places, Evidence, i).address, language);
        g_string_append_printf(out, "%s%s", told++ ? "; " : "", address);
    }
    if (more) {
        g_string_append(out, "; ");
        g_string_append_printf(out, say(language, "và %u nơi khác"), more);
    }
    return g_string_free(out, FALSE);
}
