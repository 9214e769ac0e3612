/* Part III of a record: what was found, of which the unit is told what to write, and the inspectors what to
 * look at; and how the parts of a record put their paragraphs. */
#include "report/minutes.h"

#include "report/addresses.h"
#include "report/group_state.h"
#include "report/sentences.h"
#include "report/words.h"

static const RasoatLanguage VI = RASOAT_VIETNAMESE;

enum {
    GAP = 6,        /* points behind a table */
    BLANK_LINES = 3 /* for a conclusion by hand */
};

/* "3. Nội dung bắt buộc còn thiếu hoặc chưa đủ: 2 nội dung"; of: how much there is of it, or NULL. */
static void put_heading(Minutes *minutes, const char *heading, const char *of)
{
    g_autofree char *line =
        g_strdup_printf("%u. %s%s%s", ++minutes->part, heading, of ? ": " : "", of ? of : "");
    minutes_put(minutes, &minutes_part, line);
}

static void put_count_cell(const Minutes *minutes, guint count)
{
    g_autofree char *figure = count ? g_strdup_printf("%u", count) : g_strdup("-");
    minutes_put_cell(minutes, &minutes_centred, figure);
}

static void put_group_row(const Minutes *minutes, const GroupTally *group, guint number, gboolean accepted)
{
    static const Status shown[] = {STATUS_MET, STATUS_PARTIAL, STATUS_MISSING, STATUS_CONFLICT,
                                   STATUS_REVIEW};
    g_autofree char *title = sentence_group_title(minutes->result, group, VI);
    g_autofree char *word = group_state_say(group_state(group), VI);
    g_autofree char *count = g_strdup_printf("%u", number);
    docx_begin_row(minutes->out, FALSE);
    minutes_put_cell(minutes, &minutes_centred, count);
    minutes_put_cell(minutes, &minutes_cell, title);
    minutes_put_cell(minutes, &minutes_centred, word);
    for (guint i = 0; i < G_N_ELEMENTS(shown); i++)
        put_count_cell(minutes, group->counts[shown[i]]);
    put_count_cell(minutes, group->advised);
    if (accepted)
        put_count_cell(minutes, group->waived);
    docx_end_row(minutes->out);
}

static void put_head_row(const Minutes *minutes, const DocxLook *look, const char *const *heads, guint count)
{
    docx_begin_row(minutes->out, TRUE);
    for (guint i = 0; i < count; i++)
        minutes_put_cell(minutes, look, heads[i]);
    docx_end_row(minutes->out);
}

/* How many contents of each part are in which state; what was accepted has a column where there is any. */
static void put_groups(const Minutes *minutes)
{
    static const DocxLook lead = {.keep = TRUE};
    static const DocxLook narrow = {.flush = TRUE, .points = 10, .align = DOCX_CENTRED, .bold = TRUE};
    static const guint widths[] = {9, 52, 20, 14, 14, 14, 14, 14, 14},
                       with_accepted[] = {9, 38, 20, 14, 14, 14, 14, 14, 14, 14};
    static const char *const heads[] = {"TT",    "Phần nội dung", "Kết quả", "Đạt",    "Chưa đủ",
                                        "Thiếu", "Trái",          "Cần xem", "Nên có", "Chấp nhận"};
    g_autoptr(GArray) groups = tally_groups(minutes->result);
    gboolean accepted = gap_count_waived(minutes->result) > 0;
    guint columns = G_N_ELEMENTS(heads) - !accepted;
    if (groups->len == 0)
        return;
    minutes_put(minutes, &lead, "Số nội dung của từng phần:");
    docx_begin_table(minutes->out, accepted ? with_accepted : widths, columns, TRUE);
    put_head_row(minutes, &narrow, heads, columns);
    for (guint i = 0; i < groups->len; i++)
        put_group_row(minutes, &g_array_index(groups, GroupTally, i), i + 1, accepted);
    docx_end_table(minutes->out, GAP);
}

static void put_verdict(Minutes *minutes)
{
    g_autofree char *reasons = sentence_reasons(minutes->result, VI);
    g_autofree char *verdict =
        g_strdup_printf("%s%s%s.", sentence_verdict(minutes->result, VI), *reasons ? " – " : "", reasons);
    put_heading(minutes, "Kết luận chung", NULL);
    minutes_put(minutes, &minutes_text, verdict);
    put_groups(minutes);
}

/* What the regulation says now, or that it says nothing, as far as that is certain; and what is at odds or
 * left out. */
static void put_state(const Minutes *minutes, const Finding *finding)
{
    docx_begin_cell(minutes->out);
    if (finding->status == STATUS_MISSING || finding->evidence->len == 0)
        minutes_put(minutes, &minutes_cell, finding->status == STATUS_MISSING ? "Chưa có." : "Chưa thấy.");
    for (guint i = 0; finding->status != STATUS_MISSING && i < MIN(finding->evidence->len, 2); i++) {
        const Evidence *place = &g_array_index(finding->evidence, Evidence, i);
        g_autofree char *label = g_strdup_printf("%s: ", place->address);
        g_autofree char *quote = g_strdup_printf("“%s”", place->quote ? place->quote : "");
        minutes_put_label(minutes, &minutes_cell, label, quote);
    }
    g_autofree char *left = g_strdup_printf("%s: ", sentence_left_label(finding, VI));
    minutes_put_label(minutes, &minutes_cell, left, sentence_left_out(finding, VI));
    minutes_put_label(minutes, &minutes_cell, "Ghi chú: ", bilingual(&finding->note, VI));
    docx_end_cell(minutes->out);
}

/* What the unit is to write; of what was accepted nothing is asked, but said who accepted it until when. */
static void put_remedy(const Minutes *minutes, const Finding *finding)
{
    g_autofree char *waiver = sentence_waiver(finding, VI);
    docx_begin_cell(minutes->out);
    if (waiver)
        minutes_put_label(minutes, &minutes_cell, "Đã chấp nhận: ", waiver);
    else
        minutes_put(minutes, &minutes_cell, finding->fix.vi ? finding->fix.vi : "");
    docx_end_cell(minutes->out);
}

/* What nobody has concluded yet is the inspectors' to write, and nobody else's. */
static void put_blank(const Minutes *minutes)
{
    docx_begin_cell(minutes->out);
    for (guint i = 0; i < BLANK_LINES; i++)
        minutes_put(minutes, &minutes_cell, "…………");
    docx_end_cell(minutes->out);
}

static void put_gap_row(const Minutes *minutes, const Gap *gap)
{
    g_autofree char *number = g_strdup_printf("%u", gap->number);
    g_autofree char *bases = sentence_bases(gap->finding, NULL, VI);
    docx_begin_row(minutes->out, FALSE);
    minutes_put_cell(minutes, &minutes_centred, number);
    docx_begin_cell(minutes->out);
    minutes_put(minutes, &minutes_cell, sentence_title(gap->finding, VI));
    minutes_put_label(minutes, &minutes_cell, "Căn cứ: ", bases);
    docx_end_cell(minutes->out);
    put_state(minutes, gap->finding);
    put_remedy(minutes, gap->finding);
    if (gap->kind == GAP_REVIEW)
        put_blank(minutes);
    docx_end_row(minutes->out);
}

/* One row a gap of the kind; remedy: the head of the column that says what to write. */
static void put_gaps(Minutes *minutes, GapKind kind, const char *heading, const char *remedy)
{
    static const guint concluded[] = {10, 48, 50, 57}, open[] = {10, 41, 46, 42, 26};
    const char *const heads[] = {"TT", "Nội dung", "Quy chế hiện ghi", remedy, "Kết luận của đoàn kiểm tra"};
    guint columns = kind == GAP_REVIEW ? G_N_ELEMENTS(open) : G_N_ELEMENTS(concluded);
    g_autofree char *count = sentence_gap_count(minutes->gaps, kind, VI);
    if (!count)
        return;
    put_heading(minutes, heading, count);
    docx_begin_table(minutes->out, kind == GAP_REVIEW ? open : concluded, columns, TRUE);
    put_head_row(minutes, &minutes_head, heads, columns);
    for (guint i = 0; i < minutes->gaps->len; i++)
        if (g_array_index(minutes->gaps, Gap, i).kind == kind)
            put_gap_row(minutes, &g_array_index(minutes->gaps, Gap, i));
    docx_end_table(minutes->out, GAP);
}

/* Advice needs no row each: it is not what the unit is answerable for. */
static void put_advice(Minutes *minutes)
{
    g_autofree char *count = sentence_gap_count(minutes->gaps, GAP_ADVICE, VI);
    if (!count)
        return;
    put_heading(minutes, "Khuyến nghị bổ sung (không tính là thiếu)", count);
    for (guint i = 0; i < minutes->gaps->len; i++) {
        const Gap *gap = &g_array_index(minutes->gaps, Gap, i);
        if (gap->kind != GAP_ADVICE)
            continue;
        g_autofree char *bases = sentence_bases(gap->finding, NULL, VI);
        g_autofree char *line = g_strdup_printf("(%u) %s%s%s;", gap->number, sentence_title(gap->finding, VI),
                                                *bases ? " – căn cứ: " : "", bases);
        minutes_put(minutes, &minutes_text, line);
    }
}

/* --- acts cited, form ------------------------------------------------------------------------------------
 */

static gboolean is_citation_to_mend(const Finding *finding)
{
    return finding->citation && finding->citation->verdict != CITATION_IN_FORCE;
}

static gboolean is_form_to_mend(const Finding *finding)
{
    return finding->check == CHECK_CONSISTENCY && finding->status != STATUS_MET &&
           finding->status != STATUS_NOT_APPLICABLE;
}

/* "Nghị định 04/2015/NĐ-CP (phần căn cứ): đã hết hiệu lực …"; the title of another finding, and its place. */
static char *line_of(const Finding *finding)
{
    const char *title = sentence_title(finding, VI);
    g_autofree char *at = addresses_say(finding->evidence, 0, VI);
    const char *text = finding->citation && finding->citation->text ? finding->citation->text : title;
    g_autofree char *state = finding->citation ? sentence_citation(finding->citation, VI) : NULL;
    return g_strdup_printf("- %s%s%s%s%s%s", text, *at ? " (" : "", at, *at ? ")" : "", state ? ": " : "",
                           state ? state : "");
}

static void put_citation(const Minutes *minutes, const Finding *finding)
{
    const char *fault = sentence_citation_fault(finding, VI), *fix = finding->fix.vi;
    g_autofree char *about = line_of(finding);
    g_autofree char *line = g_strdup_printf("%s%s%s%s%s", about, fault || fix ? ". " : "", fault ? fault : "",
                                            fault && fix ? " " : "", fix ? fix : "");
    minutes_put(minutes, &minutes_text, line);
}

static void put_form_line(const Minutes *minutes, const Finding *finding)
{
    g_autofree char *line = line_of(finding);
    minutes_put(minutes, &minutes_text, line);
}

static void put_accepted(const Minutes *minutes, const Finding *finding)
{
    g_autofree char *waiver = sentence_waiver(finding, VI);
    put_form_line(minutes, finding);
    minutes_put_label(minutes, &minutes_text, "Đã chấp nhận: ", waiver);
}

/* One line a finding that is chosen and was accepted, or was not; a heading before the first. */
static void put_lines(Minutes *minutes, const char *heading, gboolean (*chosen)(const Finding *),
                      gboolean accepted, void (*put_line)(const Minutes *, const Finding *))
{
    gboolean first = TRUE;
    for (guint i = 0; i < minutes->result->findings->len; i++) {
        const Finding *finding = minutes->result->findings->pdata[i];
        if (!chosen(finding) || (finding->waiver != NULL) != accepted)
            continue;
        if (first)
            put_heading(minutes, heading, NULL);
        first = FALSE;
        put_line(minutes, finding);
    }
}

static gboolean is_line(const Finding *finding)
{
    return is_citation_to_mend(finding) || is_form_to_mend(finding);
}

gboolean minutes_has_more(const Minutes *minutes)
{
    for (guint i = 0; i < minutes->result->findings->len; i++) {
        const Finding *finding = minutes->result->findings->pdata[i];
        if (is_line(finding) && !finding->waiver)
            return TRUE;
    }
    return gap_count(minutes->gaps, GAP_ADVICE, NULL) > 0;
}

/* What the unit relied on and may rely on no more. */
static void put_idle(Minutes *minutes)
{
    const GArray *idle = minutes->result->idle_waivers;
    if (!idle || idle->len == 0)
        return;
    put_heading(minutes, "Chấp nhận hết hạn hoặc không có tác dụng", NULL);
    for (guint i = 0; i < idle->len; i++) {
        g_autofree char *words = sentence_idle_waiver(&g_array_index(idle, IdleWaiver, i), FALSE, VI);
        g_autofree char *line = g_strdup_printf("- Danh sách chấp nhận, %s;", words);
        minutes_put(minutes, &minutes_text, line);
    }
}

void minutes_put_findings(Minutes *minutes)
{
    minutes_put(minutes, &minutes_part, "III. KẾT QUẢ KIỂM TRA");
    put_verdict(minutes);
    put_gaps(minutes, GAP_CONFLICT, "Nội dung trái quy định", "Yêu cầu sửa thành");
    put_gaps(minutes, GAP_MANDATORY, "Nội dung bắt buộc còn thiếu hoặc chưa đủ", "Yêu cầu bổ sung (câu mẫu)");
    put_advice(minutes);
    put_gaps(minutes, GAP_REVIEW, "Nội dung cần đoàn kiểm tra xem trực tiếp",
             "Câu mẫu, nếu kết luận là phải sửa hoặc bổ sung");
    put_gaps(minutes, GAP_WAIVED, "Nội dung đã được chấp nhận, không tính vào kết luận", "Việc chấp nhận");
    put_lines(minutes, "Văn bản viện dẫn cần sửa hoặc tra cứu", is_citation_to_mend, FALSE, put_citation);
    put_lines(minutes, "Thể thức và tính nhất quán", is_form_to_mend, FALSE, put_form_line);
    put_lines(minutes, "Viện dẫn, thể thức đã được chấp nhận", is_line, TRUE, put_accepted);
    put_idle(minutes);
}
