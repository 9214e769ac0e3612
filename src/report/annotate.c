/* From a file and its result to the annotated copy. The file is read again, because a result holds no places
 * in bytes: block numbers lead from findings to paragraphs. */
#include "report/annotate.h"

#include "base/error.h"
#include "base/input.h"
#include "container/format.h"
#include "reader/reader.h"
#include "report/report.h"

static gboolean is_of(GBytes *file, const Result *result, GError **error)
{
    g_autofree char *digest = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, file);
    if (g_str_equal(digest, result->sha256))
        return TRUE;
    error_set(error, RASOAT_ERROR_USAGE,
              "%s: tệp đã đổi so với lúc rà soát · the file is another than the one that was checked",
              result->file);
    return FALSE;
}

GBytes *annotate(GBytes *file, const Result *result, RasoatLanguage language, GError **error)
{
    Budget budget, second;
    Format format;
    g_autoptr(Package) package = NULL;

    if (result->outcome != OUTCOME_JUDGED) {
        error_set(
            error, RASOAT_ERROR_USAGE,
            "%s: không có kết luận để ghi vào bản chú thích · not judged, so there is nothing to annotate",
            result->file);
        return NULL;
    }
    if (!is_of(file, result, error))
        return NULL;
    budget_init(&budget, NULL);
    budget_init(&second, NULL);
    g_autoptr(Document) document = reader_read(file, &budget, error);
    if (!document || !format_detect(file, &second, &format, &package, error))
        return NULL;
    g_autoptr(GArray) notes = notes_of(result, document, language);
    if (!notes) {
        error_set(error, RASOAT_ERROR_USAGE,
                  "%s: không có đoạn văn nào để gắn ghi chú · no paragraph that a comment can hang on",
                  result->file);
        return NULL;
    }
    return format == FORMAT_DOCX ? annotate_docx(file, package, document, notes, &second, error)
                                 : annotate_odt(file, package, document, notes, error);
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
    error_set(error, RASOAT_ERROR_USAGE,
              "%s: bản chú thích giữ nguyên dạng của tệp; hãy dùng --format %s · an annotated copy keeps the "
              "format of its file; use --format %s",
              result->file, own, own);
    return FALSE;
}

/* The file is that which the result names; standard input cannot be had twice. */
static GBytes *annotated_make(const Report *report, const Result *result, GError **error)
{
    if (g_str_equal(result->file, "-")) {
        error_set(error, RASOAT_ERROR_USAGE,
                  "bản chú thích cần một tệp, không phải đầu vào chuẩn · an annotated copy takes a file, not "
                  "standard "
                  "input");
        return NULL;
    }
    g_autoptr(GBytes) file = input_read_file(result->file, limits_default()->file_bytes, error);
    return file && is_in_format(file, report, result, error)
               ? annotate(file, result, report->options.language, error)
               : NULL;
}

const ReportFormat report_annotated = {
    .name = "annotated",
    .purpose = "chính tệp đó, có ghi chú ở từng chỗ (the file itself, with comments)",
    .make = annotated_make,
};

const ReportFormat report_docx = {
    .name = "docx",
    .purpose = "như annotated, của tệp DOCX (as annotated, of a DOCX)",
    .make = annotated_make,
};

const ReportFormat report_odt = {
    .name = "odt",
    .purpose = "như annotated, của tệp ODT (as annotated, of an ODT)",
    .make = annotated_make,
};
