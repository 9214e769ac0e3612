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
    return file ? annotate(file, result, report->options.language, error) : NULL;
}

const ReportFormat report_annotated = {
    .name = "annotated",
    .purpose = "chính tệp đó, có ghi chú ở từng chỗ (the file itself, with comments)",
    .make = annotated_make,
};
