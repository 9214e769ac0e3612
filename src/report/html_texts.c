/* The parts of a unit's page that follow its text: acts cited, form, what is there, and the tree of the text
 * with what was found where. */
#include <string.h>

#include "report/addresses.h"
#include "report/gap_lists.h"
#include "report/html.h"
#include "report/html_unit.h"
#include "report/sentences.h"
#include "report/tally.h"
#include "report/words.h"

enum { PLACES_SHOWN = 3 };

/* --- acts cited ------------------------------------------------------------------------------------------
 */

static void append_advice(const UnitPage *page, const Finding *finding)
{
    const CitationDetail *citation = finding->citation;
    const char *note = bilingual(&finding->note, page->language);
    if (citation->verdict == CITATION_IN_FORCE)
        return;
    html_element(page->out, "p", NULL, sentence_citation_fault(finding, page->language));
    html_element(page->out, "p", html_fix_attribute(finding, page->language),
                 finding_fix(finding, page->language));
    html_element(page->out, "p", "class=\"few\"", note);
}

static void append_citation(const UnitPage *page, const Finding *finding)
{
    const CitationDetail *citation = finding->citation;
    Status mark = sentence_citation_mark(citation->verdict);
    g_autofree char *words = sentence_citation(citation, page->language);

    g_string_append(page->out, "<tr>");
    html_element(page->out, "th", "scope=\"row\" lang=\"vi\"",
                 citation->text ? citation->text : sentence_title(finding, page->language));
    html_begin_cell(page->out, "", say(page->language, "Tình trạng"));
    g_string_append_printf(page->out, "<span class=\"%s\"><span aria-hidden=\"true\">%s</span> ",
                           html_status_class(mark), words_symbol(mark));
    html_text(page->out, words);
    g_string_append(page->out, "</span>");
    if (citation->verdict != CITATION_IN_FORCE)
        html_rule(page->out, finding, page->language);
    append_advice(page, finding);
    if (finding->waiver) {
        g_autofree char *waiver = sentence_waiver(finding, page->language);
        g_autofree char *line = g_strdup_printf("%s: %s", sentence_waiver_label(page->language), waiver);
        html_element(page->out, "p", NULL, line);
    }
    g_string_append(page->out, "</td>");
    g_autofree char *places = addresses_say(finding->evidence, 0, page->language);
    html_cell(page->out, "", say(page->language, "Ở đâu"), places);
    g_string_append(page->out, "</tr>\n");
}

void html_unit_citations(const UnitPage *page)
{
    guint count = 0;
    for (guint i = 0; i < page->result->findings->len; i++) {
        const Finding *finding = page->result->findings->pdata[i];
        if (finding->check != CHECK_CITATION || !finding->citation)
            continue;
        if (count++ == 0) {
            html_unit_section(page, "citations", say(page->language, "Văn bản được viện dẫn"), 0);
            g_string_append_printf(
                page->out,
                "<table class=\"stack\"><thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
                "<th scope=\"col\">%s</th></tr></thead><tbody>\n",
                say(page->language, NC_("citation", "Văn bản")), say(page->language, "Tình trạng"),
                say(page->language, "Ở đâu"));
        }
        append_citation(page, finding);
    }
    if (count)
        g_string_append(page->out, "</tbody></table></section>\n");
}

/* --- form and consistency ---------------------------------------------------------------------------------
 */

static gboolean is_open(const Finding *finding)
{
    return finding->check == CHECK_CONSISTENCY && finding->status != STATUS_MET &&
           finding->status != STATUS_NOT_APPLICABLE;
}

static void append_inconsistency(const UnitPage *page, const Finding *finding)
{
    RasoatLanguage language = page->language;
    g_string_append(page->out, "<div class=\"gap review\"><h3>");
    html_text(page->out, sentence_title(finding, language));
    html_rule(page->out, finding, language);
    g_string_append(page->out, "</h3><dl>");
    html_unit_waiver(page, finding);
    if (finding->evidence->len) {
        html_element(page->out, "dt", NULL, say(language, "Ở đâu"));
        g_string_append(page->out, "<dd>");
        html_unit_places(page, finding->evidence, PLACES_SHOWN);
        g_string_append(page->out, "</dd>");
    }
    html_unit_field(page, say(language, "Cần sửa"), finding_fix(finding, language));
    html_unit_field(page, say(language, "Ghi chú"), bilingual(&finding->note, language));
    g_string_append(page->out, "</dl></div>\n");
}

void html_unit_consistency(const UnitPage *page)
{
    guint count = 0;
    for (guint i = 0; i < page->result->findings->len; i++)
        count += is_open(page->result->findings->pdata[i]);
    if (count == 0)
        return;
    html_unit_section(page, "form", say(page->language, "Thể thức và tính nhất quán"), count);
    for (guint i = 0; i < page->result->findings->len; i++)
        if (is_open(page->result->findings->pdata[i]))
            append_inconsistency(page, page->result->findings->pdata[i]);
    g_string_append(page->out, "</section>\n");
}

/* --- what is there ----------------------------------------------------------------------------------------
 */

static void append_met(const UnitPage *page, const Finding *finding)
{
    g_autofree char *bases = sentence_bases(finding, NULL, page->language);
    g_string_append(page->out, "<tr>");
    g_string_append(page->out, "<th scope=\"row\">");
    html_text(page->out, sentence_title(finding, page->language));
    html_element(page->out, "p", "class=\"few\"", *bases ? bases : NULL);
    if (finding->by_wording)
        html_element(page->out, "p", NULL, say(page->language, "Nhận ra qua lời văn, nên xem lại."));
    g_string_append(page->out, "</th>");
    html_begin_cell(page->out, "", say(page->language, "Chỗ trong văn bản"));
    html_unit_places(page, finding->evidence, 1);
    g_string_append(page->out, "</td></tr>\n");
}

void html_unit_met(const UnitPage *page)
{
    g_autoptr(GArray) groups = tally_groups(page->result);
    guint count = 0;
    for (guint i = 0; i < page->result->findings->len; i++)
        count += tally_is_met(groups, page->result->findings->pdata[i]);
    if (count == 0)
        return;
    html_unit_section(page, "met", say(page->language, "Nội dung đã có"), count);
    g_string_append_printf(
        page->out,
        "<details><summary>%s</summary><table class=\"stack\"><thead><tr><th scope=\"col\">%s</th><th "
        "scope=\"col\">%s</th></tr>"
        "</thead><tbody>\n",
        say(page->language, "Xem từng nội dung và chỗ trong văn bản"), say(page->language, "Nội dung"),
        say(page->language, "Chỗ trong văn bản"));
    for (guint i = 0; i < page->result->findings->len; i++)
        if (tally_is_met(groups, page->result->findings->pdata[i]))
            append_met(page, page->result->findings->pdata[i]);
    g_string_append(page->out, "</tbody></table></details></section>\n");
}

/* --- the tree of the text ---------------------------------------------------------------------------------
 */

static guint steps_in(const char *address)
{
    guint steps = *address != '\0';
    for (const char *at = address_after_step(address); at; at = address_after_step(at))
        steps++;
    return steps;
}

static gboolean is_component(const OutlineEntry *entry)
{
    return !address_after_step(entry->address) &&
           (g_str_equal(entry->level, "regulation") || g_str_equal(entry->level, "decision") ||
            g_str_equal(entry->level, "annex") || g_str_equal(entry->level, "contents") ||
            g_str_equal(entry->level, "other"));
}

static const char *component_word(const char *level, RasoatLanguage language)
{
    static const struct {
        const char *level, *word;
    } words[] = {{"regulation", N_("Quy chế")},
                 {"decision", N_("Quyết định ban hành")},
                 {"annex", N_("Phụ lục")},
                 {"contents", N_("Mục lục")},
                 {"other", N_("Phần khác")}};
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_str_equal(level, words[i].level))
            return say(language, words[i].word);
    return level;
}

static void append_entry_name(const UnitPage *page, const OutlineEntry *entry, gboolean component)
{
    const char *last = entry->address;
    for (const char *at = last; at; at = address_after_step(at))
        last = at;
    g_autofree char *own = component ? g_strdup(component_word(entry->level, page->language))
                                     : address_say(last, page->language);
    gboolean is_title = g_str_has_prefix(own, "“"); /* of a heading without a number */
    g_string_append(page->out, "<span class=\"head\">");
    html_text(page->out, is_title && entry->title ? entry->title : own);
    g_string_append(page->out, "</span>");
    if (!entry->title || is_title)
        return;
    g_string_append(page->out, component ? ": " : ". ");
    html_text(page->out, entry->title);
}

/* Where in the division: what the address says beyond the division's own. */
static const char *beyond(const char *address, const OutlineEntry *entry)
{
    gsize length = strlen(entry->address);
    if (length && g_str_has_prefix(address, entry->address) && g_str_has_prefix(address + length, " > "))
        return address + length + 3;
    return g_str_equal(address, entry->address) ? "" : address;
}

/* What the tree tells of findings, looked at once for all its entries. */
typedef struct {
    GHashTable *numbers; /* Finding → the number under which it is listed as a gap */
    GArray *places;      /* of Place, by block, then as the findings have them */
} Marks;

/* A place of the evidence of a finding. */
typedef struct {
    guint block, finding, evidence;
} Place;

static gint by_block(gconstpointer a, gconstpointer b)
{
    const Place *x = a, *y = b;
    return x->block < y->block ? -1 : x->block > y->block;
}

static gint by_finding(gconstpointer a, gconstpointer b)
{
    const Place *x = a, *y = b;
    if (x->finding != y->finding)
        return x->finding < y->finding ? -1 : 1;
    return x->evidence < y->evidence ? -1 : x->evidence > y->evidence;
}

static void marks_fill(Marks *marks, const Result *result)
{
    g_autoptr(GArray) gaps = gap_list(result);

    marks->numbers = g_hash_table_new(NULL, NULL);
    for (guint i = gaps->len; i-- > 0;) {
        const Gap *gap = &g_array_index(gaps, Gap, i);
        g_hash_table_insert(marks->numbers, (gpointer)gap->finding, GUINT_TO_POINTER(gap->number));
    }
    marks->places = g_array_new(FALSE, FALSE, sizeof(Place));
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (finding->check == CHECK_SECTION || finding->status == STATUS_NOT_APPLICABLE)
            continue;
        for (guint e = 0; e < finding->evidence->len; e++) {
            const Place place = {g_array_index(finding->evidence, Evidence, e).block, i, e};
            g_array_append_val(marks->places, place);
        }
    }
    g_array_sort(marks->places, by_block);
}

static void marks_clear(Marks *marks)
{
    g_hash_table_unref(marks->numbers);
    g_array_unref(marks->places);
}

/* The title, leading to the gap that is listed of it. */
static void append_title(const UnitPage *page, const Marks *marks, const Finding *finding)
{
    const guint number = GPOINTER_TO_UINT(g_hash_table_lookup(marks->numbers, finding));
    if (number)
        g_string_append_printf(page->out, "<a href=\"#d%u-gap-%u\">", page->document, number);
    html_text(page->out, sentence_title(finding, page->language));
    if (number)
        g_string_append(page->out, "</a>");
}

/* An act that is cited is in force or not; it meets nothing. */
static void append_badge(const UnitPage *page, const Finding *finding)
{
    const CitationDetail *citation = finding->citation;
    if (citation)
        html_badge(page->out, html_status_class(sentence_citation_mark(citation->verdict)),
                   words_symbol(sentence_citation_mark(citation->verdict)),
                   sentence_citation_state(citation->verdict, page->language));
    else
        html_badge(page->out, html_finding_class(finding), words_finding_symbol(finding),
                   words_finding(finding, page->language));
}

static void append_mark(const UnitPage *page, const Marks *marks, const Finding *finding,
                        const Evidence *place, const OutlineEntry *entry, gboolean first)
{
    g_autofree char *where = address_say(beyond(place->address, entry), page->language);
    g_string_append(page->out, first ? "<ul class=\"marks\"><li>" : "<li>");
    append_badge(page, finding);
    g_string_append(page->out, ": ");
    append_title(page, marks, finding);
    if (*where) {
        g_string_append(page->out, " <span class=\"few\">(");
        html_text(page->out, where);
        g_string_append(page->out, ")</span>");
    }
    g_string_append(page->out, "</li>");
}

/* The first place from a block on. */
static guint places_from(const GArray *places, guint block)
{
    guint low = 0, high = places->len;
    while (low < high) {
        const guint middle = low + (high - low) / 2;
        if (g_array_index(places, Place, middle).block < block)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The findings whose words stand in blocks [first, end), each once. */
static void append_marks(const UnitPage *page, const Marks *marks, const OutlineEntry *entry, guint first,
                         guint end)
{
    const guint from = places_from(marks->places, first), to = places_from(marks->places, end);
    g_autoptr(GArray) here = g_array_new(FALSE, FALSE, sizeof(Place));
    if (from >= to)
        return;
    g_array_append_vals(here, &g_array_index(marks->places, Place, from), to - from);
    g_array_sort(here, by_finding);
    for (guint i = 0; i < here->len; i++) {
        const Place *place = &g_array_index(here, Place, i);
        const Finding *finding = page->result->findings->pdata[place->finding];
        if (i == 0 || place->finding != place[-1].finding)
            append_mark(page, marks, finding, &g_array_index(finding->evidence, Evidence, place->evidence),
                        entry, i == 0);
    }
    g_string_append(page->out, "</ul>");
}

/* Lists in lists: depth of the entry before, which is open still; the new depth, one deeper at most. */
static guint open_entry(GString *out, guint before, guint depth)
{
    if (depth > before) {
        g_string_append(out, before ? "<ul><li>" : "<ul class=\"tree\"><li>");
        return before + 1;
    }
    for (; before > depth; before--)
        g_string_append(out, "</li></ul>");
    g_string_append(out, "</li>\n<li>");
    return before;
}

void html_unit_outline(const UnitPage *page)
{
    const GArray *outline = page->result->outline;
    guint depth = 0, base = 0;
    Marks marks;
    if (!outline || outline->len == 0)
        return;
    marks_fill(&marks, page->result);
    html_unit_section(page, "outline", say(page->language, "Bố cục văn bản và nội dung tìm thấy"), 0);
    for (guint i = 0; i < outline->len; i++) {
        const OutlineEntry *entry = &g_array_index(outline, OutlineEntry, i);
        guint end = i + 1 < outline->len ? g_array_index(outline, OutlineEntry, i + 1).block : G_MAXUINT;
        gboolean component = is_component(entry);
        if (component)
            base = steps_in(entry->address);
        guint steps = steps_in(entry->address);
        depth = open_entry(page->out, depth, component || steps <= base ? 1 : 1 + steps - base);
        append_entry_name(page, entry, component);
        append_marks(page, &marks, entry, i == 0 ? 0 : entry->block, end);
    }
    for (; depth > 0; depth--)
        g_string_append(page->out, "</li></ul>");
    g_string_append(page->out, "</section>\n");
    marks_clear(&marks);
}
