/* Biên bản kiểm tra: the record of the check of one unit, which the inspector completes, prints and signs.
 * Its form is that of Nghị định 30/2020/NĐ-CP, annex I; what only the office knows is left as dots.
 * Vietnamese, whatever the language of the other reports, because it is a document of an office. */
#include "report/minutes.h"

#include "report/display.h"
#include "report/report.h"
#include "report/sentences.h"
#include "report/words.h"

#define LONG_DOTS DOTS DOTS DOTS

static const RasoatLanguage VI = RASOAT_VIETNAMESE;

/* As the office that keeps a list of units calls it: a letterhead has its name in capitals. */
static const char *unit_of(const Result *result)
{
    return result->listed ? result->listed : result->unit ? result->unit : DOTS;
}

const DocxLook minutes_text = {0};
const DocxLook minutes_part = {.bold = TRUE, .keep = TRUE, .before = 6};
const DocxLook minutes_cell = {.flush = TRUE, .points = 12, .align = DOCX_LEFT};
const DocxLook minutes_head = {.flush = TRUE, .points = 12, .align = DOCX_CENTRED, .bold = TRUE};
const DocxLook minutes_centred = {.flush = TRUE, .points = 12, .align = DOCX_CENTRED};

enum { GAP = 6 }; /* points behind a table */

void minutes_put(const Minutes *minutes, const DocxLook *look, const char *text)
{
    docx_write_paragraph(minutes->out, look, text);
}

void minutes_put_label(const Minutes *minutes, const DocxLook *look, const char *label, const char *text)
{
    if (text && *text)
        docx_write_labelled(minutes->out, look, label, text);
}

void minutes_put_cell(const Minutes *minutes, const DocxLook *look, const char *text)
{
    docx_begin_cell(minutes->out);
    minutes_put(minutes, look, text);
    docx_end_cell(minutes->out);
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
    minutes_put(minutes, &above, "CƠ QUAN CHỦ QUẢN " DOTS);
    minutes_put(minutes, &own, "CƠ QUAN KIỂM TRA " DOTS);
    minutes_put(minutes, &short_rule, NULL);
    minutes_put(minutes, &number, "Số: ……/BB-……");
    docx_end_cell(minutes->out);
    docx_begin_cell(minutes->out);
    minutes_put(minutes, &nation, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    minutes_put(minutes, &motto, "Độc lập - Tự do - Hạnh phúc");
    minutes_put(minutes, &motto_rule, NULL);
    minutes_put(minutes, &place, "……………, ngày …… tháng …… năm ………");
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
    minutes_put(minutes, &title, "BIÊN BẢN");
    minutes_put(minutes, &title, about);
    minutes_put(minutes, &rule, NULL);
}

/* --- who, and what ----------------------------------------------------------------------------------------
 */

/* An act as it is named among bases; by kind and number in records of old. */
static char *act_in_words(const Result *result, guint place)
{
    if (place < result->governing_acts->len)
        return g_strdup(result->governing_acts->pdata[place]);
    return words_basis(&(Basis){.instrument = result->governing->pdata[place]}, VI);
}

static void put_bases(const Minutes *minutes)
{
    static const DocxLook italic = {.italic = TRUE};
    for (guint i = 0; i < minutes->result->governing->len; i++) {
        g_autofree char *act = act_in_words(minutes->result, i);
        g_autofree char *line = g_strdup_printf("Căn cứ %s;", act);
        minutes_put(minutes, &italic, line);
    }
    minutes_put(minutes, &italic,
                "Căn cứ ……………… số ……/……-…… ngày …… tháng …… năm ……… của " DOTS " về việc kiểm tra " DOTS ".");
}

static void put_people(const Minutes *minutes)
{
    g_autofree char *unit = g_strdup_printf("2. Đại diện %s:", unit_of(minutes->result));
    minutes_put(minutes, &minutes_text,
                "Hôm nay, hồi …… giờ …… ngày …… tháng …… năm ………, tại " LONG_DOTS ", chúng tôi gồm:");
    minutes_put(minutes, &minutes_part, "I. THÀNH PHẦN");
    minutes_put(minutes, &minutes_text, "1. Đại diện cơ quan kiểm tra:");
    minutes_put(minutes, &minutes_text, "- Ông (bà): " DOTS "; chức vụ: " DOTS "; trưởng đoàn;");
    minutes_put(minutes, &minutes_text, "- Ông (bà): " DOTS "; chức vụ: " DOTS ".");
    minutes_put(minutes, &minutes_text, unit);
    minutes_put(minutes, &minutes_text, "- Ông (bà): " DOTS "; chức vụ: " DOTS ";");
    minutes_put(minutes, &minutes_text, "- Ông (bà): " DOTS "; chức vụ: " DOTS ".");
}

static void put_document(const Minutes *minutes)
{
    const Result *result = minutes->result;
    gboolean judged = result->outcome == OUTCOME_JUDGED;
    g_autofree char *number = sentence_number(result, VI);
    g_autofree char *law = sentence_law(result, VI);
    g_autofree char *name = g_path_get_basename(result->file);
    g_autofree char *file = display_path(name);

    minutes_put(minutes, &minutes_part, "II. VĂN BẢN ĐƯỢC KIỂM TRA");
    minutes_put_label(minutes, &minutes_text, "- Tên văn bản: ", result->title);
    minutes_put_label(minutes, &minutes_text,
                      "- Số, ngày ban hành: ", sentence_is_numbered(result) ? number : NULL);
    minutes_put_label(minutes, &minutes_text,
                      "- Đơn vị ban hành: ", result->outcome == OUTCOME_UNREADABLE ? NULL : result->unit);
    minutes_put_label(minutes, &minutes_text, "- Cơ quan cấp trên: ", result->parent);
    minutes_put_label(minutes, &minutes_text, "- Người ký: ", result->signer);
    minutes_put_label(minutes, &minutes_text,
                      "- Loại đơn vị: ", judged ? words_profile(result->audit_profile, VI) : NULL);
    minutes_put_label(minutes, &minutes_text, "- Đối chiếu với: ", judged ? law : NULL);
    minutes_put_label(minutes, &minutes_text, "- Tệp: ", file);
    minutes_put_label(minutes, &minutes_text, "- Lưu ý: ", bilingual(&result->caution, VI));
}

static void put_not_judged(const Minutes *minutes)
{
    const Result *result = minutes->result;
    minutes_put(minutes, &minutes_part, "III. KẾT QUẢ KIỂM TRA");
    minutes_put(minutes, &minutes_text,
                result->outcome == OUTCOME_UNREADABLE
                    ? "Không đọc được tệp nên chưa rà soát được nội dung."
                    : "Văn bản nộp không phải quy chế thực hiện dân chủ nên không rà soát.");
    minutes_put_label(minutes, &minutes_text, "Lý do: ", bilingual(&result->error_message, VI));
    minutes_put_label(minutes, &minutes_text, "Đơn vị cần làm: ", words_advice(result, VI));
}

/* --- end --------------------------------------------------------------------------------------------------
 */

/* Of a regulation that lacks nothing mandatory, or nothing but what was accepted for a time. */
static char *request_of_complete(const Minutes *minutes)
{
    GapTally gaps = tally_gaps(minutes->result);
    g_autofree char *accepted = sentence_accepted(&gaps, VI);
    const char *more = minutes_has_more(minutes)
                           ? " và xem xét các khuyến nghị nêu tại mục III khi sửa đổi, bổ sung quy chế."
                           : ".";
    if (accepted)
        return g_strdup_printf(
            "Quy chế đủ các nội dung bắt buộc, %s; trong thời hạn ấy không phải gửi lại. "
            "Đề nghị đơn vị hoàn thiện các nội dung được chấp nhận trước khi hết thời hạn%s",
            accepted, more);
    return g_strdup_printf("Quy chế có đủ các nội dung bắt buộc, không phải gửi lại. Đề nghị đơn vị tiếp tục "
                           "thực hiện%s",
                           more);
}

/* What the unit is asked to do: what the verdict counts, and no more than that. Owned by the caller. */
static char *request_of(const Minutes *minutes)
{
    const Result *result = minutes->result;
    if (result->outcome != OUTCOME_JUDGED)
        return g_strdup(
            "Đề nghị đơn vị nộp lại tệp quy chế thực hiện dân chủ trước ngày …… tháng …… năm ………");
    if (result->verdict == VERDICT_COMPLETE)
        return request_of_complete(minutes);
    if (result->verdict == VERDICT_REVIEW)
        return g_strdup("Đoàn kiểm tra kết luận về các nội dung cần xem trực tiếp nêu tại mục III; đề nghị "
                        "đơn vị thực hiện theo kết luận đó trước ngày …… tháng …… năm ………");
    return g_strdup_printf("Đề nghị đơn vị hoàn thiện quy chế theo các nội dung nêu tại mục III%s và gửi lại "
                           "trước ngày …… tháng …… năm ………",
                           gap_count_waived(result) ? ", trừ nội dung đã được chấp nhận," : "");
}

static void put_opinions(const Minutes *minutes)
{
    minutes_put(minutes, &minutes_part, "IV. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA");
    minutes_put(minutes, &minutes_text, LONG_DOTS LONG_DOTS);
}

/* A row of the table of signatures: LibreOffice leaves a heading at the foot of a page when what it is to be
 * kept with is kept with a table. */
static void put_request(const Minutes *minutes)
{
    static const DocxLook last = {.keep = TRUE, .whole = TRUE};
    g_autofree char *request = request_of(minutes);
    docx_begin_row(minutes->out, FALSE);
    docx_begin_wide_cell(minutes->out);
    minutes_put(minutes, &minutes_part, "V. KIẾN NGHỊ");
    minutes_put(minutes, &last, request);
    minutes_put(minutes, &last, LONG_DOTS LONG_DOTS);
    minutes_put(
        minutes, &last,
        "Biên bản lập xong hồi …… giờ …… cùng ngày, gồm …… trang, được lập thành …… bản có giá trị như nhau; "
        "đã đọc lại cho những người có tên trên cùng nghe, công nhận đúng và cùng ký tên.");
    docx_end_cell(minutes->out);
    docx_end_row(minutes->out);
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
    minutes_put(minutes, &office, party);
    minutes_put(minutes, &hint, how);
    minutes_put(minutes, &name, DOTS);
    docx_end_cell(minutes->out);
}

/* What proves, to whoever asks later, which file was checked and by which rules. */
static void put_proof(const Minutes *minutes)
{
    static const DocxLook line = {.flush = TRUE, .align = DOCX_LEFT, .points = 9, .before = 6};
    const Result *result = minutes->result;
    docx_begin_cell(minutes->out);
    minutes_put_label(minutes, &line, "Để đối chiếu khi cần: ",
                      "tệp được kiểm tra và bộ quy tắc dùng để kiểm tra có mã nhận dạng sau.");
    minutes_put_label(minutes, &line, "Tệp (SHA-256): ", result->sha256);
    minutes_put_label(minutes, &line, "Bộ quy tắc (SHA-256): ", result->rules_digest);
    minutes_put_label(minutes, &line, "Phần mềm: ", result->version);
    docx_end_cell(minutes->out);
}

static void put_recipients(const Minutes *minutes)
{
    static const DocxLook head = {
        .flush = TRUE, .align = DOCX_LEFT, .points = 12, .bold = TRUE, .italic = TRUE, .before = 6};
    static const DocxLook line = {.flush = TRUE, .align = DOCX_LEFT, .points = 11};
    g_autofree char *unit = g_strdup_printf("- %s;", unit_of(minutes->result));
    docx_begin_cell(minutes->out);
    minutes_put(minutes, &head, "Nơi nhận:");
    minutes_put(minutes, &line, unit);
    minutes_put(minutes, &line, "- " DOTS ";");
    minutes_put(minutes, &line, "- Lưu: VT, …….");
    docx_end_cell(minutes->out);
}

/* What is asked, signatures side by side (II.7), below them the recipients (II.9): rows of one table, which
 * stay on one page with each other. A page of signatures alone could be put behind any record. */
static void put_end(const Minutes *minutes)
{
    static const guint widths[] = {83, 82};
    docx_begin_table(minutes->out, widths, G_N_ELEMENTS(widths), FALSE);
    put_request(minutes);
    docx_begin_row(minutes->out, FALSE);
    put_signature(minutes, "ĐƠN VỊ ĐƯỢC KIỂM TRA", "(Ký, ghi rõ họ tên, chức vụ, đóng dấu)");
    put_signature(minutes, "CƠ QUAN KIỂM TRA", "(Ký, ghi rõ họ tên, chức vụ)");
    docx_end_row(minutes->out);
    docx_begin_row(minutes->out, FALSE);
    put_recipients(minutes);
    put_proof(minutes);
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
        minutes_put_findings(&minutes);
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
