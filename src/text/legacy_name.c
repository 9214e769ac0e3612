/* Which of the old encodings a name is in, by its syllables. */
#include "text/legacy_name.h"

#include <string.h>

#include "text/fold.h"
#include "text/legacy.h"
#include "text/syllable.h"

/* A word begins with a capital, is of capitals or has none. */
static gboolean is_cased(const char *word)
{
    gboolean small = FALSE;
    for (const char *at = word; *at; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);
        if (small && g_unichar_isupper(c))
            return FALSE;
        small = small || g_unichar_islower(c);
    }
    return TRUE;
}

static gboolean is_marked(const char *word)
{
    for (; *word; word++)
        if ((guchar)*word >= 0x80)
            return TRUE;
    return FALSE;
}

static gboolean is_vietnamese(const char *word)
{
    g_autofree char *folded = text_folded(word, FOLD_MARKED);
    return text_is_syllable(folded, strlen(folded));
}

/* Every word that has more than ASCII is cased as words are, and passes. */
static gboolean all_words(const char *text, gboolean (*passes)(const char *word))
{
    g_autoptr(GString) word = g_string_new(NULL);
    for (const char *at = text;; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);
        if (c && (g_unichar_isalpha(c) || c >= 0x80)) {
            g_string_append_unichar(word, c);
            continue;
        }
        if (is_marked(word->str) && !(is_cased(word->str) && passes(word->str)))
            return FALSE;
        g_string_truncate(word, 0);
        if (!c)
            return TRUE;
    }
}

/* Letters, most of them plain. */
static gboolean is_latin(const char *word)
{
    guint plain = 0, letters = 0;
    for (; *word; word = g_utf8_next_char(word), letters++) {
        if (!g_unichar_isalpha(g_utf8_get_char(word)))
            return FALSE;
        plain += (guchar)*word < 0x80;
    }
    return 2 * plain > letters;
}

/* A part of a path in an encoding, NFC; NULL when it has bytes that are none of its codes. */
static char *decoded(const char *part, const char *charset, LegacyEncoding letters)
{
    g_autofree char *text = g_convert(part, -1, "UTF-8", charset, NULL, NULL, NULL);
    if (!text)
        return NULL;
    return letters == LEGACY_NONE ? g_utf8_normalize(text, -1, G_NORMALIZE_NFC)
                                  : legacy_decode(text, -1, letters);
}

static char *part_name(const char *part)
{
    static const struct {
        const char *charset;
        LegacyEncoding letters;
    } encodings[] = {{"ISO-8859-1", LEGACY_TCVN3},
                     {"CP1252", LEGACY_VNI},
                     {"CP1258", LEGACY_NONE},
                     {"CP1252", LEGACY_NONE}};
    g_autofree char *found = NULL;
    if (g_utf8_validate(part, -1, NULL))
        return g_strdup(part);
    for (guint i = 0; i < G_N_ELEMENTS(encodings); i++) {
        g_autofree char *text = decoded(part, encodings[i].charset, encodings[i].letters);
        if (!text || !all_words(text, is_vietnamese) || g_strcmp0(text, found) == 0)
            continue;
        if (found)
            return NULL;
        found = g_steal_pointer(&text);
    }
    if (found)
        return g_steal_pointer(&found);
    g_autofree char *plain = decoded(part, "CP1252", LEGACY_NONE);
    return plain && all_words(plain, is_latin) ? g_steal_pointer(&plain) : NULL;
}

char *legacy_name(const char *path)
{
    if (g_utf8_validate(path, -1, NULL))
        return NULL;
    g_auto(GStrv) parts = g_strsplit(path, "/", 0);
    g_autoptr(GString) name = g_string_new(NULL);
    for (guint i = 0; parts[i]; i++) {
        g_autofree char *part = part_name(parts[i]);
        if (!part)
            return NULL;
        g_string_append_printf(name, "%s%s", i > 0 ? "/" : "", part);
    }
    return g_string_free(g_steal_pointer(&name), FALSE);
}
