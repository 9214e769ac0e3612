/* Stems of file names: marks taken off by decomposition (Unicode annex 15), đ by hand. */
#include "district/names.h"

#include <string.h>

enum { STEM_MOST = 60, DIGEST_PART = 8 };

char *district_file_stem(const char *text, const char *key)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autofree char *split = g_utf8_normalize(valid, -1, G_NORMALIZE_ALL);
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, key, -1);
    GString *stem = g_string_new(NULL);

    for (const char *at = split ? split : ""; *at && stem->len < STEM_MOST; at = g_utf8_next_char(at)) {
        gunichar letter = g_unichar_tolower(g_utf8_get_char(at));
        if (letter == 0x111) /* đ does not decompose */
            letter = 'd';
        if (letter < 0x80 && g_ascii_isalnum((char)letter))
            g_string_append_c(stem, (char)letter);
        else if (!g_unichar_ismark(letter) && stem->len && stem->str[stem->len - 1] != '-')
            g_string_append_c(stem, '-');
    }
    if (stem->len && stem->str[stem->len - 1] == '-')
        g_string_truncate(stem, stem->len - 1);
    g_string_append_printf(stem, "%s%.*s", stem->len ? "-" : "", DIGEST_PART, digest);
    return g_string_free(stem, FALSE);
}

gboolean district_is_report_name(const char *name)
{
    static const char *const endings[] = {".html", ".docx", ".odt", ".fodt"};
    gsize stem = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");
    gsize digest = 0;

    while (digest < stem && g_ascii_isxdigit(name[stem - 1 - digest]))
        digest++;
    if (digest < DIGEST_PART || (stem > DIGEST_PART && name[stem - 1 - DIGEST_PART] != '-'))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
        if (strcmp(name + stem, endings[i]) == 0)
            return TRUE;
    return FALSE;
}
