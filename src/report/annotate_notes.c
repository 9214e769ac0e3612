/* Choosing and wording notes. What is said now and wrong is told where it stands; what is missing is named at
 * the section it belongs to, and its clause stands in the last note, from where it can be pasted. */
#include "report/annotate_notes.h"

#include "report/addresses.h"
#include "report/gap_lists.h"
#include "report/sentences.h"
#include "report/words.h"

typedef struct {
    const Result *result;
    const Document *document;
    RasoatLanguage language;
    GArray *gaps;
    GArray *notes;
    guint last; /* block that the notes of the end hang on */
} Notes;

static void note_clear(gpointer data)
{
    Note *note = data;
    g_free(note->heading);
    g_ptr_array_unref(note->lines);
}

/* --- places ----------------------------------------------------------------------------------------------
 */

/* Word takes no comments in headers, notes, text boxes and generated lists. */
static gboolean can_hold(const Block *block)
{
    return block->source > 0 && block->layer == LAYER_BODY &&
           (block->place == PLACE_PARAGRAPH || block->place == PLACE_CELL);
}

/* The block itself, else the nearest before it that can hold a note, else the first after it. */
static gboolean find_place(const Document *document, guint wanted, guint *place)
{
    guint count = document->blocks->len;
    for (guint at = MIN(wanted, count - 1) + 1; at-- > 0;)
        if (can_hold(document_block(document, at))) {
            *place = at;
            return TRUE;
        }
    for (guint at = wanted + 1; at < count; at++)
        if (can_hold(document_block(document, at))) {
            *place = at;
            return TRUE;
        }
    return FALSE;
}

/* The last paragraph of the body that has text, or the last at all. */
static gboolean find_last(const Document *document, guint *place)
{
    for (guint at = document->blocks->len; at-- > 0;)
        if (can_hold(document_block(document, at)) && document_block(document, at)->length > 0) {
            *place = at;
            return TRUE;
        }
    return document->blocks->len > 0 && find_place(document, document->blocks->len - 1, place);
}

/* --- wording ---------------------------------------------------------------------------------------------
 */

static Note *add_note(Notes *notes, guint block, char *heading)
{
    Note note = {notes->last, heading, g_ptr_array_new_with_free_func(g_free)};
    if (block != G_MAXUINT)
        find_place(notes->document, block, &note.block);
    g_array_append_val(notes->notes, note);
    return &g_array_index(notes->notes, Note, notes->notes->len - 1);
}

static void add_line(Note *note, const char *label, const char *text)
{
    if (text && *text)
        g_ptr_array_add(note->lines, g_strdup_printf("%s%s%s", label ? label : "", label ? ": " : "", text));
}

/* "7. ✗ thiếu: Dự toán, quyết toán". */
static char *gap_heading(const Notes *notes, const Gap *gap)
{
    return g_strdup_printf("%u. %s %s: %s", gap->number, words_finding_symbol(gap->finding),
                           words_finding(gap->finding, notes->language),
                           sentence_title(gap->finding, notes->language));
}

static void add_waiver(const Notes *notes, Note *note, const Finding *finding)
{
    g_autofree char *waiver = sentence_waiver(finding, notes->language);
    add_line(note, sentence_waiver_label(notes->language), waiver);
}

static void add_basis(const Notes *notes, Note *note, const Finding *finding)
{
    g_autofree char *bases = sentence_bases(finding, NULL, notes->language);
    add_line(note, say(notes->language, "Căn cứ"), bases);
}

static void add_other_places(const Notes *notes, Note *note, const GArray *evidence)
{
    g_autofree char *places = addresses_say(evidence, 1, notes->language);
    add_line(note, say(notes->language, "Cũng ở"), places);
}

/* --- notes at their words --------------------------------------------------------------------------------
 */

/* A gap that the text itself shows: at odds, in part, or for a person to look at. */
static gboolean stands_in_text(const Gap *gap)
{
    return gap->finding->status != STATUS_MISSING && gap->finding->evidence->len > 0;
}

static void note_gap(Notes *notes, const Gap *gap)
{
    const Finding *finding = gap->finding;
    const Evidence *place = &g_array_index(finding->evidence, Evidence, 0);
    Note *note = add_note(notes, place->block, gap_heading(notes, gap));
    g_autofree char *quote = place->quote ? g_strdup_printf("“%s”", place->quote) : NULL;
    add_waiver(notes, note, finding);
    add_line(note, say(notes->language, "Đang ghi"), quote);
    add_other_places(notes, note, finding->evidence);
    add_basis(notes, note, finding);
    add_line(note, sentence_left_label(finding, notes->language),
             sentence_left_out(finding, notes->language));
    add_line(note, sentence_fix_label(finding, notes->language), finding_fix(finding, notes->language));
    add_line(note, say(notes->language, "Ghi chú"), bilingual(&finding->note, notes->language));
}

/* What a section lacks, in one note at the section. */
static gboolean lacks(const Gap *gap, const Finding *section)
{
    return gap->section == section && gap->finding != section && gap->finding->status == STATUS_MISSING &&
           !gap->finding->waiver;
}

static void note_section(Notes *notes, const Finding *section)
{
    Note *note = NULL;
    for (guint i = 0; i < notes->gaps->len; i++) {
        const Gap *gap = &g_array_index(notes->gaps, Gap, i);
        if (!lacks(gap, section))
            continue;
        if (!note)
            note = add_note(
                notes, g_array_index(section->evidence, Evidence, 0).block,
                g_strdup_printf("%s: %s", sentence_title(section, notes->language),
                                say(notes->language,
                                    "phần này chưa có các nội dung sau (câu mẫu ở ghi chú cuối văn bản)")));
        g_autofree char *heading = gap_heading(notes, gap);
        g_autofree char *bases = sentence_bases(gap->finding, NULL, notes->language);
        g_ptr_array_add(note->lines,
                        *bases ? g_strdup_printf("%s (%s)", heading, bases) : g_steal_pointer(&heading));
    }
}

static void note_citation(Notes *notes, const Finding *finding)
{
    if (finding->citation->verdict == CITATION_IN_FORCE || finding->evidence->len == 0)
        return;
    Status mark = sentence_citation_mark(finding->citation->verdict);
    g_autofree char *state = sentence_citation(finding->citation, notes->language);
    Note *note = add_note(
        notes, g_array_index(finding->evidence, Evidence, 0).block,
        g_strdup_printf("%s %s: %s", words_symbol(mark), say(notes->language, "Văn bản viện dẫn"), state));
    add_line(note, NULL, finding->citation->text);
    add_waiver(notes, note, finding);
    add_other_places(notes, note, finding->evidence);
    add_line(note,
             finding->citation->verdict == CITATION_WRONG ? say(notes->language, "Sai ở chỗ")
                                                          : say(notes->language, "Chưa khớp"),
             sentence_citation_fault(finding, notes->language));
    add_line(note, say(notes->language, "Cần sửa"), finding_fix(finding, notes->language));
    add_line(note, say(notes->language, "Ghi chú"), bilingual(&finding->note, notes->language));
}

static void note_consistency(Notes *notes, const Finding *finding)
{
    if (finding->status == STATUS_MET || finding->status == STATUS_NOT_APPLICABLE)
        return;
    guint block = finding->evidence->len ? g_array_index(finding->evidence, Evidence, 0).block : G_MAXUINT;
    Note *note = add_note(notes, block,
                          g_strdup_printf("? %s: %s", say(notes->language, "Thể thức"),
                                          sentence_title(finding, notes->language)));
    add_waiver(notes, note, finding);
    add_other_places(notes, note, finding->evidence);
    add_line(note, say(notes->language, "Cần sửa"), finding_fix(finding, notes->language));
    add_line(note, say(notes->language, "Ghi chú"), bilingual(&finding->note, notes->language));
}

/* --- the end ---------------------------------------------------------------------------------------------
 */

static void add_clause(Notes *notes, Note *note, const Gap *gap)
{
    g_autofree char *heading = gap_heading(notes, gap);
    g_autofree char *bases = sentence_bases(gap->finding, NULL, notes->language);
    g_ptr_array_add(note->lines,
                    *bases ? g_strdup_printf("%s (%s)", heading, bases) : g_steal_pointer(&heading));
    add_waiver(notes, note, gap->finding);
    add_line(note, sentence_left_label(gap->finding, notes->language),
             gap->finding->check == CHECK_SECTION ? NULL : sentence_left_out(gap->finding, notes->language));
    add_line(note, sentence_fix_label(gap->finding, notes->language),
             finding_fix(gap->finding, notes->language));
}

/* What is missing of a kind, with the clauses to add; what was told at its words is not told again. */
static void note_missing(Notes *notes, GapKind kind, const char *heading)
{
    Note *note = NULL;
    for (guint i = 0; i < notes->gaps->len; i++) {
        const Gap *gap = &g_array_index(notes->gaps, Gap, i);
        if (gap->kind != kind || stands_in_text(gap))
            continue;
        if (!note)
            note = add_note(notes, G_MAXUINT, g_strdup(heading));
        add_clause(notes, note, gap);
    }
}

static void note_verdict(Notes *notes)
{
    g_autofree char *reasons = sentence_reasons(notes->result, notes->language);
    g_autofree char *law = sentence_law(notes->result, notes->language);
    Note *note = add_note(notes, G_MAXUINT,
                          g_strdup_printf("%s: %s", say(notes->language, "Kết luận rà soát"),
                                          sentence_verdict(notes->result, notes->language)));
    add_line(note, NULL, reasons);
    add_line(note, say(notes->language, "Đối chiếu"), law);
    for (guint i = 0; notes->result->idle_waivers && i < notes->result->idle_waivers->len; i++) {
        g_autofree char *line = sentence_idle_waiver(
            &g_array_index(notes->result->idle_waivers, IdleWaiver, i), TRUE, notes->language);
        add_line(note, say(notes->language, "Chấp nhận không có tác dụng"), line);
    }
}

static void note_end(Notes *notes)
{
    RasoatLanguage language = notes->language;
    note_verdict(notes);
    note_missing(notes, GAP_CONFLICT, say(language, "Nội dung trái quy định"));
    note_missing(notes, GAP_MANDATORY, say(language, "Nội dung bắt buộc còn thiếu và câu mẫu để bổ sung"));
    note_missing(notes, GAP_ADVICE, say(language, "Nên bổ sung (khuyến nghị, không tính là thiếu)"));
    note_missing(notes, GAP_REVIEW, say(language, "Chưa kết luận được, cần người xem"));
    note_missing(notes, GAP_WAIVED, say(language, "Đã được chấp nhận (không tính vào kết luận)"));
}

/* --- all -------------------------------------------------------------------------------------------------
 */

static void note_findings(Notes *notes)
{
    for (guint i = 0; i < notes->gaps->len; i++)
        if (stands_in_text(&g_array_index(notes->gaps, Gap, i)))
            note_gap(notes, &g_array_index(notes->gaps, Gap, i));
    for (guint i = 0; i < notes->result->findings->len; i++) {
        const Finding *finding = notes->result->findings->pdata[i];
        if (finding->check == CHECK_SECTION && finding->evidence->len)
            note_section(notes, finding);
        else if (finding->check == CHECK_CITATION && finding->citation)
            note_citation(notes, finding);
        else if (finding->check == CHECK_CONSISTENCY)
            note_consistency(notes, finding);
    }
}

/* Stable (g_array_sort): notes of one block keep their order. */
static gint note_compare(gconstpointer a, gconstpointer b)
{
    const Note *left = a, *right = b;
    return left->block < right->block ? -1 : left->block > right->block;
}

GArray *notes_of(const Result *result, const Document *document, RasoatLanguage language)
{
    Notes notes = {.result = result, .document = document, .language = language};
    if (!find_last(document, &notes.last))
        return NULL;
    notes.gaps = gap_list(result);
    notes.notes = g_array_new(FALSE, FALSE, sizeof(Note));
    g_array_set_clear_func(notes.notes, note_clear);
    note_findings(&notes);
    note_end(&notes);
    g_array_sort(notes.notes, note_compare);
    g_array_unref(notes.gaps);
    return notes.notes;
}
