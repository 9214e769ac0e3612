/* Counters and labels of lists. Where ODF 1.3 leaves room this follows what LibreOffice shows: a list goes on
 * by text:continue-numbering only with the list directly before it, and items without a paragraph count. */
#include "reader/odt_lists.h"
#include "base/text_hash.h"

struct OdtLists {
    GPtrArray *all;    /* of OdtCounters */
    GHashTable *by_id; /* xml:id → OdtCounters */
    OdtCounters *last; /* of the list before */
    char *last_style;  /* its style */
};

OdtLists *odt_lists_new(void)
{
    OdtLists *lists = g_new0(OdtLists, 1);
    lists->all = g_ptr_array_new_with_free_func(g_free);
    lists->by_id = text_table_new(NULL);
    return lists;
}

void odt_lists_free(OdtLists *lists)
{
    if (!lists)
        return;
    g_hash_table_unref(lists->by_id);
    g_ptr_array_unref(lists->all);
    g_free(lists->last_style);
    g_free(lists);
}

static OdtCounters *new_counters(OdtLists *lists)
{
    OdtCounters *counters = g_new0(OdtCounters, 1);
    g_ptr_array_add(lists->all, counters);
    return counters;
}

OdtCounters *odt_lists_by_id(OdtLists *lists, const char *id)
{
    OdtCounters *counters = g_hash_table_lookup(lists->by_id, id);
    if (!counters) {
        counters = new_counters(lists);
        g_hash_table_insert(lists->by_id, g_strdup(id), counters);
    }
    return counters;
}

OdtCounters *odt_lists_begin(OdtLists *lists, const OdtListStart *start, gboolean *continued)
{
    OdtCounters *counters = NULL;

    if (start->continue_list)
        counters = g_hash_table_lookup(lists->by_id, start->continue_list);
    if (!counters && start->continue_numbering && g_strcmp0(start->style, lists->last_style) == 0)
        counters = lists->last;
    *continued = counters != NULL;
    if (!counters)
        counters = new_counters(lists);
    if (start->id)
        g_hash_table_replace(lists->by_id, g_strdup(start->id), counters);
    lists->last = counters;
    if (g_strcmp0(lists->last_style, start->style) != 0) {
        g_free(lists->last_style);
        lists->last_style = g_strdup(start->style);
    }
    return counters;
}

static gboolean is_live(const OdtCounters *counters, guint level)
{
    return (counters->live & (1u << level)) != 0;
}

void odt_counters_restart(OdtCounters *counters, guint level)
{
    counters->live &= (1u << level) - 1;
}

void odt_counters_next(OdtCounters *counters, const OdtListStyle *style, guint level, gint64 start)
{
    for (guint above = 0; above < level; above++) {
        if (!is_live(counters, above))
            counters->value[above] = style->levels[above].start;
        counters->live |= 1u << above;
    }
    if (start >= 0)
        counters->value[level] = start;
    else if (is_live(counters, level))
        counters->value[level]++;
    else
        counters->value[level] = style->levels[level].start;
    odt_counters_restart(counters, level);
    counters->live |= 1u << level;
}

static void append_levels(GString *label, const OdtCounters *counters, const OdtListStyle *style, guint level)
{
    guint first = level + 1 - MIN(style->levels[level].display_levels, level + 1);
    gsize before = label->len;

    for (guint i = first; i <= level; i++) {
        NumberFormat format = style->levels[i].format;
        if (format == NUMBER_NONE || format == NUMBER_BULLET)
            continue;
        if (label->len > before)
            g_string_append_c(label, '.');
        number_append(label, counters->value[i], format);
    }
}

/* LibreOffice's loext:num-list-format: "%1%" stands for the number of level 1. */
static void append_pattern(GString *label, const OdtCounters *counters, const OdtListStyle *style,
                           const char *pattern)
{
    while (*pattern) {
        char *end = NULL;
        guint64 number = *pattern == '%' ? g_ascii_strtoull(pattern + 1, &end, 10) : 0;
        if (number < 1 || number > ODT_LIST_LEVELS || *end != '%') {
            g_string_append_c(label, *pattern++);
            continue;
        }
        number_append(label, counters->value[number - 1], style->levels[number - 1].format);
        pattern = end + 1;
    }
}

char *odt_list_label(const OdtCounters *counters, const OdtListStyle *style, guint level)
{
    const OdtListLevel *shown = &style->levels[level];
    GString *label = g_string_new(NULL);

    if (shown->format == NUMBER_BULLET) {
        g_string_append(label, shown->bullet);
    } else if (shown->pattern) {
        append_pattern(label, counters, style, shown->pattern);
    } else {
        g_string_append(label, shown->prefix);
        append_levels(label, counters, style, level);
        g_string_append(label, shown->suffix);
    }
    g_strstrip(label->str);
    return g_string_free(label, *label->str == '\0');
}
