/* Names of copies told by the words they begin or end with, compared without marks. */
#include "batch/file_names.h"

#include <string.h>

#include "text/fold.h"
#include "text/legacy_name.h"

/* As Windows, LibreOffice, file managers and web browsers call a copy, in Vietnamese and English. */
static const char *const before[] = {"bản sao", "sao chép của", "copy of", "copy của"};
static const char *const behind[] = {"copy", "bản sao", "sao chép", "bản sao thứ"};

/* As people call what they put aside; without marks as well, but not with others: "cũ", "cu", and not "Cư".
 */
static const char *const aside[] = {"cũ", "nháp", "dự thảo", "old", "backup", "bak", "draft"};

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static gboolean begins_with(const char *bare, const char *phrase)
{
    g_autofree char *known = text_bare_words(phrase);
    return g_str_has_prefix(bare, known) && bare[strlen(known)] == ' ';
}

static gboolean ends_with(const char *bare, const char *phrase)
{
    g_autofree char *known = text_bare_words(phrase);
    const gsize length = strlen(bare), of_phrase = strlen(known);
    return g_str_has_suffix(bare, known) && length > of_phrase && bare[length - of_phrase - 1] == ' ';
}

static gboolean ends_with_word(const char *text, const char *word)
{
    const gsize length = strlen(text), of_word = strlen(word);
    return g_str_has_suffix(text, word) && length > of_word && strchr(" -_.(", text[length - of_word - 1]);
}

/* "X cũ", "X (cu)" */
static gboolean is_put_aside(const char *stem)
{
    g_autofree char *marked = text_folded(stem, FOLD_MARKED);
    g_strchomp(marked);
    if (g_str_has_suffix(marked, ")"))
        marked[strlen(marked) - 1] = '\0';
    for (guint i = 0; i < G_N_ELEMENTS(aside); i++) {
        g_autofree char *with = text_folded(aside[i], FOLD_MARKED),
                        *without = text_folded(aside[i], FOLD_BARE);
        if (ends_with_word(marked, with) || ends_with_word(marked, without))
            return TRUE;
    }
    return FALSE;
}

/* A number of a copy at the end, " 2": taken off. A year is none. */
static void drop_number(char *bare)
{
    const gsize length = strlen(bare);
    gsize digits = 0;
    while (digits < length && g_ascii_isdigit(bare[length - digits - 1]))
        digits++;
    if (digits > 0 && digits < 3 && digits < length && bare[length - digits - 1] == ' ')
        bare[length - digits - 1] = '\0';
}

/* "X (1)", "X(12)" */
static gboolean ends_in_number(const char *stem)
{
    const char *open = strrchr(stem, '(');
    const gsize digits = open ? strspn(open + 1, "0123456789") : 0;
    return open > stem && digits > 0 && digits < 3 && g_str_equal(open + 1 + digits, ")");
}

char *file_name_readable(const char *path)
{
    char *decoded = legacy_name(path);
    return decoded ? decoded : g_utf8_make_valid(path, -1);
}

gboolean file_name_is_copy(const char *path)
{
    g_autofree char *stem = file_name_readable(name_of(path));
    char *dot = strrchr(stem, '.');
    if (dot)
        *dot = '\0';
    g_strchomp(stem);
    if (ends_in_number(stem) || is_put_aside(stem))
        return TRUE;
    g_autofree char *bare = text_bare_words(stem);
    for (guint i = 0; i < G_N_ELEMENTS(before); i++)
        if (begins_with(bare, before[i]))
            return TRUE;
    drop_number(bare);
    for (guint i = 0; i < G_N_ELEMENTS(behind); i++)
        if (ends_with(bare, behind[i]))
            return TRUE;
    return FALSE;
}

gboolean file_name_is_listed(const char *path, const char *pattern)
{
    g_autofree char *text = file_name_readable(path);
    return g_pattern_match_simple(pattern, text) || g_pattern_match_simple(pattern, name_of(text));
}
