/* Remarks are told by words that no name of a unit has. */
#include "text/unit_remarks.h"

#include <glib.h>
#include <string.h>

#include "text/fold.h"

/* As folded, with marks; " cũ " and " mới " close what they are said of. */
static const char *const words[] = {
    " sáp nhập ", " hợp nhất ",  " thành lập ", " đổi tên ",  " tên cũ ", " tên gọi cũ ",
    " tên mới ",  " trước đây ", " trước là ",  " nay là ",   " tách ",   " chia tách ",
    " nhập từ ",  " nhập với ",  " nhập thêm ", " giải thể ", " gồm ",    " điểm trường "};
static const char *const ends[] = {" cũ ", " mới "};

static gboolean is_remark(const char *text, gsize length)
{
    g_autofree char *inside = g_strndup(text, length), *folded = text_folded(inside, FOLD_MARKED);
    g_autofree char *apart = g_strdup_printf(" %s ", g_strstrip(folded));
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if (strstr(apart, words[i]))
            return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(ends); i++)
        if (g_str_has_suffix(apart, ends[i]))
            return TRUE;
    return FALSE;
}

char *unit_without_remarks(const char *name)
{
    GString *kept = g_string_new(NULL);
    for (const char *at = name ? name : "", *open, *close; *at; at = close + 1) {
        open = strchr(at, '(');
        close = open ? strchr(open, ')') : NULL;
        if (!close) {
            g_string_append(kept, at);
            break;
        }
        const gboolean remark = is_remark(open + 1, (gsize)(close - open - 1));
        g_string_append_len(kept, at, (remark ? open : close + 1) - at);
    }
    g_strchomp(kept->str);
    return g_string_free(kept, FALSE);
}
