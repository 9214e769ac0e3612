/* From a file and its result to the annotated copy. The file is read again, because a result holds no places
 * in bytes: block numbers lead from findings to paragraphs. */
#include "report/annotate.h"

#include "audit/judged_text.h"
#include "base/error.h"
#include "base/input.h"
#include "base/translate.h"
#include "container/format.h"
#include "reader/reader.h"
#include "report/report.h"

static gboolean is_of(GBytes *file, const Result *result, GError **error)
{
    g_autofree char *digest = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, file);
    if (g_str_equal(digest, result->sha256))
        return TRUE;
    return error_set_usage(error, result->file, N_("tệp đã đổi so với lúc rà soát"));
}

GBytes *annotate(GBytes *file, const Result *result, RasoatLanguage language, GError **error)
{
    Budget budget, second;
    Format format;
    g_autoptr(Package) package = NULL;

    if (result->outcome != OUTCOME_JUDGED) {
        error_set_usage(error, result->file, N_("không có kết luận để ghi vào bản chú thích"));
        return NULL;
    }
    if (!is_of(file, result, error))
        return NULL;
    budget_init(&budget, NULL);
    budget_init(&second, NULL);
    g_autoptr(Document) document = reader_read(file, &budget, error);
    if (!document || !format_detect(file, &second, &format, &package, error))
        return NULL;
    g_autoptr(JudgedText) text = judged_text_new(document);
    g_autoptr(GArray) notes = notes_of(result, &text->view, language);
    if (!notes) {
        error_set_usage(error, result->file, N_("không có đoạn văn nào để gắn ghi chú"));
        return NULL;
    }
    return format == FORMAT_DOCX ? annotate_docx(file, package, &text->view, notes, &second, error)
                                 : annotate_odt(file, package, &text->view, notes, error);
}

/* A copy keeps the format of its file: who asked for the other one by name is told so, and gets no DOCX that
 * is called ODT. */
static gboolean is_in_format(GBytes *file, const Report *report, const Result *result, GError **error)
{
    g_autoptr(Package) package = NULL;
    Budget budget;
    Format format;

    if (report->format == &report_annotated)
        return TRUE;
    budget_init(&budget, NULL);
    if (!format_detect(file, &budget, &format, &package, error))
        return FALSE;
    const char *own = (format == FORMAT_DOCX ? &report_docx : &report_odt)->name;
    if (g_str_equal(report->format->name, own))
        return TRUE;
    return error_set_usage(error, result->file,
                           N_("bản chú thích giữ nguyên dạng của tệp; hãy dùng --format %s"), own);
}

/* The file is that which the result names; standard input cannot be had twice. */
static GBytes *annotated_make(const Report *report, const Result *result, GError **error)
{
    if (g_str_equal(result->file, "-")) {
        error_set_usage(error, NULL, N_("bản chú thích cần một tệp, không phải đầu vào chuẩn"));
        return NULL;
    }
    g_autoptr(GBytes) file = input_read_file(result->file, limits_default()->file_bytes, error);
    return file && is_in_format(file, report, result, error)
               ? annotate(file, result, report->options.language, error)
               : NULL;
}

const ReportFormat report_annotated = {
    .name = "annotated",
    .make = annotated_make,
};

const ReportFormat report_docx = {
    .name = "docx",
    .make = annotated_make,
};

const ReportFormat report_odt = {
    .name = "odt",
    .make = annotated_make,
};
