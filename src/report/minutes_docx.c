/* Biên bản kiểm tra: the record of the check of one unit, which the inspector completes, prints and signs.
 * Its form is that of Nghị định 30/2020/NĐ-CP, annex I; what only the office knows is left as dots.
 * Vietnamese, whatever the language of the other reports, because it is a document of an office. */
#include "report/docx_writer.h"

#include <string.h>

#include "report/gap_lists.h"
#include "report/group_state.h"
#include "report/report.h"
#include "report/sentences.h"
#include "report/words.h"

#define DOTS "……………………"
#define LONG_DOTS DOTS DOTS DOTS

static const RasoatLanguage VI = RASOAT_VIETNAMESE;

static const DocxLook text_look = {0};
static const DocxLook part_look = {.bold = TRUE, .keep = TRUE, .before = 6};
static const DocxLook cell = {.flush = TRUE, .points = 12, .align = DOCX_LEFT};
static const DocxLook cell_head = {.flush = TRUE, .points = 12, .align = DOCX_CENTRED, .bold = TRUE};
static const DocxLook cell_centre = {.flush = TRUE, .points = 12, .align = DOCX_CENTRED};

enum { GAP = 6 }; /* points behind a table */

typedef struct {
    DocxWriter *out;
    const Result *result;
    GArray *gaps;
    guint part; /* of the findings, numbered in the order of those that have any */
} Minutes;

static void put(const Minutes *minutes, const DocxLook *look, const char *text)
{
    docx_write_paragraph(minutes->out, look, text);
}

static void put_label(const Minutes *minutes, const DocxLook *look, const char *label, const char *text)
{
    if (text && *text)
        docx_write_labelled(minutes->out, look, label, text);
}

static void put_cell(const Minutes *minutes, const DocxLook *look, const char *text)
{
    docx_begin_cell(minutes->out);
    put(minutes, look, text);
    docx_end_cell(minutes->out);
}

static const char *unit_of(const Result *result)
{
    return result->unit ? result->unit : DOTS;
}

/* --- letterhead (annex I, II.1 to II.5) -------------------------------------------------------------------
 */

static void put_letterhead(const Minutes *minutes)
{
    static const guint widths[] = {65, 100};
    static const DocxLook above = {.flush = TRUE, .align = DOCX_CENTRED, .points = 12};
    static const DocxLook own = {.flush = TRUE, .align = DOCX_CENTRED, .points = 12, .bold = TRUE};
    static const DocxLook nation = {.flush = TRUE, .align = DOCX_CENTRED, .points = 12, .bold = TRUE};
    static const DocxLook motto = {.flush = TRUE, .align = DOCX_CENTRED, .points = 13, .bold = TRUE};
    static const DocxLook short_rule = {.flush = TRUE, .points = 2, .rule = 20};
    static const DocxLook motto_rule = {.flush = TRUE, .points = 2, .rule = 20};
    static const DocxLook number = {.flush = TRUE, .align = DOCX_CENTRED, .points = 13, .before = 6};
    static const DocxLook place = {
        .flush = TRUE, .align = DOCX_CENTRED, .points = 13, .italic = TRUE, .before = 6};

    docx_begin_table(minutes->out, widths, G_N_ELEMENTS(widths), FALSE);
    docx_begin_row(minutes->out, FALSE);
    docx_begin_cell(minutes->out);
    put(minutes, &above, "CƠ QUAN CHỦ QUẢN " DOTS);
    put(minutes, &own, "CƠ QUAN KIỂM TRA " DOTS);
    put(minutes, &short_rule, NULL);
    put(minutes, &number, "Số: ……/BB-……");
    docx_end_cell(minutes->out);
    docx_begin_cell(minutes->out);
    put(minutes, &nation, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    put(minutes, &motto, "Độc lập - Tự do - Hạnh phúc");
    put(minutes, &motto_rule, NULL);
    put(minutes, &place, "……………, ngày …… tháng …… năm ………");
    docx_end_cell(minutes->out);
    docx_end_row(minutes->out);
    docx_end_table(minutes->out, GAP);
}

static void put_title(const Minutes *minutes)
{
    static const DocxLook title = {.flush = TRUE, .align = DOCX_CENTRED, .bold = TRUE, .before = 6};
    static const DocxLook rule = {.flush = TRUE, .points = 2, .rule = 60, .after = 10};
    g_autofree char *about =
        g_strdup_printf("Kiểm tra quy chế thực hiện dân chủ ở cơ sở của %s", unit_of(minutes->result));
    put(minutes, &title, "BIÊN BẢN");
    put(minutes, &title, about);
    put(minutes, &rule, NULL);
}

/* --- who, and what ----------------------------------------------------------------------------------------
 */

/* An act by its name where the regulation cites it (annex I, II.6 b: a law is named without its number), else
 * by its number. */
static char *act_in_words(const Result *result, const char *number)
{
    for (guint i = 0; i < result->findings->len; i++) {
        const CitationDetail *citation = ((const Finding *)result->findings->pdata[i])->citation;
        if (citation && citation->short_title && g_strcmp0(citation->instrument, number) == 0)
            return strstr(number, "/QH") ? g_strdup(citation->short_title)
                                         : g_strdup_printf("%s (số %s)", citation->short_title, number);
    }
    Basis basis = {.instrument = (char *)number};
    return words_basis(&basis, VI);
}

static void put_bases(const Minutes *minutes)
{
    static const DocxLook italic = {.italic = TRUE};
    for (guint i = 0; i < minutes->result->governing->len; i++) {
        g_autofree char *act = act_in_words(minutes->result, minutes->result->governing->pdata[i]);
        g_autofree char *line = g_strdup_printf("Căn cứ %s;", act);
        put(minutes, &italic, line);
    }
    put(minutes, &italic,
        "Căn cứ ……………… số ……/……-…… ngày …… tháng …… năm ……… của " DOTS " về việc kiểm tra " DOTS ".");
}

static void put_people(const Minutes *minutes)
{
    g_autofree char *unit = g_strdup_printf("2. Đại diện %s:", unit_of(minutes->result));
    put(minutes, &text_look,
        "Hôm nay, hồi …… giờ …… ngày …… tháng …… năm ………, tại " LONG_DOTS ", chúng tôi gồm:");
    put(minutes, &part_look, "I. THÀNH PHẦN");
    put(minutes, &text_look, "1. Đại diện cơ quan kiểm tra:");
    put(minutes, &text_look, "- Ông (bà): " DOTS "; chức vụ: " DOTS "; trưởng đoàn;");
    put(minutes, &text_look, "- Ông (bà): " DOTS "; chức vụ: " DOTS ".");
    put(minutes, &text_look, unit);
    put(minutes, &text_look, "- Ông (bà): " DOTS "; chức vụ: " DOTS ";");
    put(minutes, &text_look, "- Ông (bà): " DOTS "; chức vụ: " DOTS ".");
}

static void put_document(const Minutes *minutes)
{
    const Result *result = minutes->result;
    gboolean judged = result->outcome == OUTCOME_JUDGED;
    g_autofree char *number = sentence_number(result, VI);
    g_autofree char *law = sentence_law(result, VI);
    g_autofree char *file = g_path_get_basename(result->file);
    static const DocxLook left = {.align = DOCX_LEFT, .indented = TRUE};

    put(minutes, &part_look, "II. VĂN BẢN ĐƯỢC KIỂM TRA");
    put_label(minutes, &text_look, "- Tên văn bản: ", result->title);
    put_label(minutes, &text_look, "- Số, ngày ban hành: ", number);
    put_label(minutes, &text_look, "- Đơn vị ban hành: ", result->unit);
    put_label(minutes, &text_look, "- Cơ quan cấp trên: ", result->parent);
    put_label(minutes, &text_look, "- Người ký: ", result->signer);
    put_label(minutes, &text_look,
              "- Loại đơn vị: ", judged ? words_profile(result->audit_profile, VI) : NULL);
    put_label(minutes, &text_look, "- Đối chiếu với: ", judged ? law : NULL);
    put_label(minutes, &text_look, "- Tệp: ", file);
    put_label(minutes, &left, "- Mã SHA-256 của tệp: ", result->sha256);
}

/* --- findings ---------------------------------------------------------------------------------------------
 */

/* "3. Nội dung bắt buộc còn thiếu (2)". */
static void put_heading(Minutes *minutes, const char *heading, guint count)
{
    g_autofree char *line = count ? g_strdup_printf("%u. %s: %u nội dung", ++minutes->part, heading, count)
                                  : g_strdup_printf("%u. %s", ++minutes->part, heading);
    put(minutes, &part_look, line);
}

static void put_group_row(const Minutes *minutes, const GroupTally *group, guint number)
{
    static const Status shown[] = {STATUS_MET, STATUS_PARTIAL, STATUS_MISSING, STATUS_CONFLICT};
    g_autofree char *title = sentence_group_title(minutes->result, group, VI);
    g_autofree char *word = group_state_say(group_state(group), VI);
    g_autofree char *count = g_strdup_printf("%u", number);
    docx_begin_row(minutes->out, FALSE);
    put_cell(minutes, &cell_centre, count);
    put_cell(minutes, &cell, title);
    put_cell(minutes, &cell_centre, word);
    for (guint i = 0; i < G_N_ELEMENTS(shown); i++) {
        g_autofree char *figure = g_strdup_printf("%u", group->counts[shown[i]]);
        put_cell(minutes, &cell_centre, group->counts[shown[i]] ? figure : "-");
    }
    docx_end_row(minutes->out);
}

static void put_head_row(const Minutes *minutes, const char *const *heads, guint count)
{
    docx_begin_row(minutes->out, TRUE);
    for (guint i = 0; i < count; i++)
        put_cell(minutes, &cell_head, heads[i]);
    docx_end_row(minutes->out);
}

static void put_verdict(Minutes *minutes)
{
    static const guint widths[] = {10, 65, 26, 14, 16, 17, 17};
    static const char *const heads[] = {"TT", "Phần nội dung", "Kết quả", "Đạt", "Chưa đủ", "Thiếu", "Trái"};
    g_autofree char *reasons = sentence_reasons(minutes->result, VI);
    g_autofree char *verdict = g_strdup_printf("%s%s%s.", words_verdict(minutes->result->verdict, VI),
                                               *reasons ? " – " : "", reasons);
    g_autoptr(GArray) groups = tally_groups(minutes->result);
    put_heading(minutes, "Kết luận chung", 0);
    put(minutes, &text_look, verdict);
    if (groups->len == 0)
        return;
    docx_begin_table(minutes->out, widths, G_N_ELEMENTS(widths), TRUE);
    put_head_row(minutes, heads, G_N_ELEMENTS(heads));
    for (guint i = 0; i < groups->len; i++)
        put_group_row(minutes, &g_array_index(groups, GroupTally, i), i + 1);
    docx_end_table(minutes->out, GAP);
}

/* What the regulation says now, or that it says nothing; and what is at odds or left out. */
static void put_state(const Minutes *minutes, const Finding *finding)
{
    docx_begin_cell(minutes->out);
    if (finding->status == STATUS_MISSING || finding->evidence->len == 0)
        put(minutes, &cell, finding->status == STATUS_MISSING ? "Chưa có." : "");
    for (guint i = 0; finding->status != STATUS_MISSING && i < MIN(finding->evidence->len, 2); i++) {
        const Evidence *place = &g_array_index(finding->evidence, Evidence, i);
        g_autofree char *label = g_strdup_printf("%s: ", place->address);
        g_autofree char *quote = g_strdup_printf("“%s”", place->quote ? place->quote : "");
        put_label(minutes, &cell, label, quote);
    }
    g_autofree char *left = g_strdup_printf("%s: ", sentence_left_label(finding, VI));
    put_label(minutes, &cell, left, sentence_left_out(finding, VI));
    put_label(minutes, &cell, "Ghi chú: ", bilingual(&finding->note, VI));
    g_autofree char *waiver = sentence_waiver(finding, VI);
    put_label(minutes, &cell, "Đã chấp nhận: ", waiver);
    docx_end_cell(minutes->out);
}

static void put_gap_row(const Minutes *minutes, const Gap *gap)
{
    g_autofree char *number = g_strdup_printf("%u", gap->number);
    g_autofree char *bases = sentence_bases(gap->finding, NULL, VI);
    docx_begin_row(minutes->out, FALSE);
    put_cell(minutes, &cell_centre, number);
    docx_begin_cell(minutes->out);
    put(minutes, &cell, sentence_title(gap->finding, VI));
    put_label(minutes, &cell, "Căn cứ: ", bases);
    docx_end_cell(minutes->out);
    put_state(minutes, gap->finding);
    put_cell(minutes, &cell, gap->finding->fix.vi ? gap->finding->fix.vi : "");
    docx_end_row(minutes->out);
}

static guint count_of(const Minutes *minutes, GapKind kind)
{
    guint count = 0;
    for (guint i = 0; i < minutes->gaps->len; i++)
        count += g_array_index(minutes->gaps, Gap, i).kind == kind;
    return count;
}

/* Conflicts that were accepted stay among the others, which the verdict counts without them. */
static guint count_waived(const Minutes *minutes, GapKind kind)
{
    guint count = 0;
    for (guint i = 0; i < minutes->gaps->len; i++) {
        const Gap *gap = &g_array_index(minutes->gaps, Gap, i);
        count += gap->kind == kind && gap->finding->waiver != NULL;
    }
    return count;
}

static void put_gaps(Minutes *minutes, GapKind kind, const char *heading, const char *remedy)
{
    static const guint widths[] = {10, 48, 50, 57};
    const char *const heads[] = {"TT", "Nội dung", "Quy chế hiện ghi", remedy};
    guint count = count_of(minutes, kind), waived = kind == GAP_CONFLICT ? count_waived(minutes, kind) : 0;
    g_autofree char *more = g_strdup_printf("%s (%u đã được chấp nhận)", heading, waived);
    if (count == 0)
        return;
    put_heading(minutes, waived ? more : heading, count);
    docx_begin_table(minutes->out, widths, G_N_ELEMENTS(widths), TRUE);
    put_head_row(minutes, heads, G_N_ELEMENTS(heads));
    for (guint i = 0; i < minutes->gaps->len; i++)
        if (g_array_index(minutes->gaps, Gap, i).kind == kind)
            put_gap_row(minutes, &g_array_index(minutes->gaps, Gap, i));
    docx_end_table(minutes->out, GAP);
}

/* Advice needs no row each: it is not what the unit is answerable for. */
static void put_advice(Minutes *minutes)
{
    guint count = count_of(minutes, GAP_ADVICE);
    if (count == 0)
        return;
    put_heading(minutes, "Khuyến nghị bổ sung (không tính là thiếu)", count);
    for (guint i = 0; i < minutes->gaps->len; i++) {
        const Gap *gap = &g_array_index(minutes->gaps, Gap, i);
        if (gap->kind != GAP_ADVICE)
            continue;
        g_autofree char *bases = sentence_bases(gap->finding, NULL, VI);
        g_autofree char *line =
            g_strdup_printf("(%u) %s%s%s%s;", gap->number, sentence_title(gap->finding, VI),
                            *bases ? " (" : "", bases, *bases ? ")" : "");
        put(minutes, &text_look, line);
    }
}

/* Under a line of its own finding. */
static void put_waiver(const Minutes *minutes, const Finding *finding)
{
    g_autofree char *waiver = sentence_waiver(finding, VI);
    put_label(minutes, &text_look, "Đã chấp nhận: ", waiver);
}

static void put_citations(Minutes *minutes)
{
    gboolean first = TRUE;
    for (guint i = 0; i < minutes->result->findings->len; i++) {
        const Finding *finding = minutes->result->findings->pdata[i];
        if (!finding->citation || finding->citation->verdict == CITATION_IN_FORCE)
            continue;
        if (first)
            put_heading(minutes, "Văn bản viện dẫn cần sửa hoặc tra cứu", 0);
        first = FALSE;
        g_autofree char *state = sentence_citation(finding->citation, VI);
        const char *text = finding->citation->text ? finding->citation->text : sentence_title(finding, VI);
        const char *at =
            finding->evidence->len ? g_array_index(finding->evidence, Evidence, 0).address : NULL;
        const char *fault = sentence_citation_fault(finding, VI);
        g_autofree char *line =
            g_strdup_printf("- %s%s%s%s: %s%s%s%s%s", text, at ? " (" : "", at ? at : "", at ? ")" : "",
                            state, fault || finding->fix.vi ? ". " : "", fault ? fault : "",
                            fault && finding->fix.vi ? " " : "", finding->fix.vi ? finding->fix.vi : "");
        put(minutes, &text_look, line);
        put_waiver(minutes, finding);
    }
}

static void put_form(Minutes *minutes)
{
    gboolean first = TRUE;
    for (guint i = 0; i < minutes->result->findings->len; i++) {
        const Finding *finding = minutes->result->findings->pdata[i];
        if (finding->check != CHECK_CONSISTENCY || finding->status == STATUS_MET ||
            finding->status == STATUS_NOT_APPLICABLE)
            continue;
        if (first)
            put_heading(minutes, "Thể thức và tính nhất quán", 0);
        first = FALSE;
        const char *at =
            finding->evidence->len ? g_array_index(finding->evidence, Evidence, 0).address : NULL;
        g_autofree char *line = g_strdup_printf("- %s%s%s%s", sentence_title(finding, VI), at ? " (" : "",
                                                at ? at : "", at ? ")" : "");
        put(minutes, &text_look, line);
        put_waiver(minutes, finding);
    }
}

/* What the unit relied on and may rely on no more. */
static void put_idle(Minutes *minutes)
{
    const GArray *idle = minutes->result->idle_waivers;
    if (!idle || idle->len == 0)
        return;
    put_heading(minutes, "Chấp nhận hết hạn hoặc không có tác dụng", 0);
    for (guint i = 0; i < idle->len; i++) {
        g_autofree char *words = sentence_idle_waiver(&g_array_index(idle, IdleWaiver, i), VI);
        g_autofree char *line = g_strdup_printf("- Danh sách chấp nhận, %s;", words);
        put(minutes, &text_look, line);
    }
}

static void put_findings(Minutes *minutes)
{
    put(minutes, &part_look, "III. KẾT QUẢ KIỂM TRA");
    put_verdict(minutes);
    put_gaps(minutes, GAP_CONFLICT, "Nội dung trái quy định", "Yêu cầu sửa thành");
    put_gaps(minutes, GAP_MANDATORY, "Nội dung bắt buộc còn thiếu hoặc chưa đủ", "Yêu cầu bổ sung (câu mẫu)");
    put_gaps(minutes, GAP_REVIEW, "Nội dung cần đoàn kiểm tra xem trực tiếp", "Kết luận của đoàn kiểm tra");
    put_gaps(minutes, GAP_WAIVED, "Nội dung đã được chấp nhận, không tính vào kết luận",
             "Khi hết hạn chấp nhận");
    put_advice(minutes);
    put_citations(minutes);
    put_form(minutes);
    put_idle(minutes);
}

static void put_not_judged(const Minutes *minutes)
{
    const Result *result = minutes->result;
    put(minutes, &part_look, "III. KẾT QUẢ KIỂM TRA");
    put(minutes, &text_look,
        result->outcome == OUTCOME_UNREADABLE
            ? "Không đọc được tệp nên chưa rà soát được nội dung."
            : "Văn bản nộp không phải quy chế thực hiện dân chủ nên không rà soát.");
    put_label(minutes, &text_look, "Lý do: ", bilingual(&result->error_message, VI));
    put_label(minutes, &text_look, "Đơn vị cần làm: ", words_advice(result, VI));
}

/* --- end --------------------------------------------------------------------------------------------------
 */

static void put_opinions(const Minutes *minutes)
{
    static const DocxLook last = {.keep = TRUE, .whole = TRUE};
    put(minutes, &part_look, "IV. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA");
    put(minutes, &text_look, LONG_DOTS LONG_DOTS);
    put(minutes, &part_look, "V. KIẾN NGHỊ");
    put(minutes, &text_look,
        minutes->result->outcome == OUTCOME_JUDGED
            ? "Đề nghị đơn vị hoàn thiện quy chế theo các nội dung nêu tại mục III và gửi lại trước ngày …… "
              "tháng …… "
              "năm ………"
            : "Đề nghị đơn vị nộp lại tệp quy chế thực hiện dân chủ trước ngày …… tháng …… năm ………");
    put(minutes, &text_look, LONG_DOTS LONG_DOTS);
    put(minutes, &last,
        "Biên bản lập xong hồi …… giờ …… cùng ngày, gồm …… trang, được lập thành …… bản có giá trị như nhau; "
        "đã đọc "
        "lại cho những người có tên trên cùng nghe, công nhận đúng và cùng ký tên.");
}

static void put_signature(const Minutes *minutes, const char *party, const char *how)
{
    static const DocxLook office = {
        .flush = TRUE, .align = DOCX_CENTRED, .points = 13, .bold = TRUE, .keep = TRUE};
    static const DocxLook hint = {
        .flush = TRUE, .align = DOCX_CENTRED, .points = 13, .italic = TRUE, .keep = TRUE, .after = 60};
    static const DocxLook name = {
        .flush = TRUE, .align = DOCX_CENTRED, .points = 13, .bold = TRUE, .keep = TRUE};
    docx_begin_cell(minutes->out);
    put(minutes, &office, party);
    put(minutes, &hint, how);
    put(minutes, &name, DOTS);
    docx_end_cell(minutes->out);
}

static void put_recipients(const Minutes *minutes)
{
    static const DocxLook head = {
        .flush = TRUE, .align = DOCX_LEFT, .points = 12, .bold = TRUE, .italic = TRUE, .before = 6};
    static const DocxLook line = {.flush = TRUE, .align = DOCX_LEFT, .points = 11};
    g_autofree char *unit = g_strdup_printf("- %s;", unit_of(minutes->result));
    docx_begin_cell(minutes->out);
    put(minutes, &head, "Nơi nhận:");
    put(minutes, &line, unit);
    put(minutes, &line, "- " DOTS ";");
    put(minutes, &line, "- Lưu: VT, …….");
    docx_end_cell(minutes->out);
}

/* Signatures side by side (II.7), below them the recipients (II.9): rows of one table, which stay on one page
 * with each other and with the paragraph before. A page of signatures alone could be put behind any record.
 */
static void put_end(const Minutes *minutes)
{
    static const guint widths[] = {83, 82};
    docx_begin_table(minutes->out, widths, G_N_ELEMENTS(widths), FALSE);
    docx_begin_row(minutes->out, FALSE);
    put_signature(minutes, "ĐƠN VỊ ĐƯỢC KIỂM TRA", "(Ký, ghi rõ họ tên, chức vụ, đóng dấu)");
    put_signature(minutes, "CƠ QUAN KIỂM TRA", "(Ký, ghi rõ họ tên, chức vụ)");
    docx_end_row(minutes->out);
    docx_begin_row(minutes->out, FALSE);
    put_recipients(minutes);
    put_cell(minutes, &cell, NULL);
    docx_end_row(minutes->out);
    docx_end_table(minutes->out, 1); /* no page of its own */
}

static GBytes *minutes_make(const Report *report, const Result *result, GError **error)
{
    g_autoptr(DocxWriter) out = docx_writer_new();
    g_autoptr(GArray) gaps = gap_list(result);
    Minutes minutes = {.out = out, .result = result, .gaps = gaps};
    (void)report;
    put_letterhead(&minutes);
    put_title(&minutes);
    put_bases(&minutes);
    put_people(&minutes);
    put_document(&minutes);
    if (result->outcome == OUTCOME_JUDGED)
        put_findings(&minutes);
    else
        put_not_judged(&minutes);
    put_opinions(&minutes);
    put_end(&minutes);
    return docx_writer_finish(out, "Biên bản kiểm tra quy chế thực hiện dân chủ", error);
}

const ReportFormat report_minutes = {
    .name = "bien-ban",
    .make = minutes_make,
};
