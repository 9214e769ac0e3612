/* The table of report formats, and the care for the stream that all of them share. */
#include "report/report.h"

#include <errno.h>

#include "base/error.h"
#include "base/translate.h"

const ReportFormat *const *report_formats(void)
{
    static const ReportFormat *const formats[] = {&report_text,  &report_html,      &report_json,
                                                  &report_jsonl, &report_annotated, &report_docx,
                                                  &report_odt,   &report_minutes,   NULL};
    return formats;
}

const ReportFormat *report_format(const char *name)
{
    for (const ReportFormat *const *format = report_formats(); *format; format++)
        if (g_str_equal((*format)->name, name))
            return *format;
    return NULL;
}

ReportOptions report_options_clamped(const ReportOptions *options)
{
    ReportOptions clamped = *options;
    if (clamped.width == 0)
        clamped.width = REPORT_WIDTH_USUAL;
    clamped.width = CLAMP(clamped.width, REPORT_WIDTH_LEAST, REPORT_WIDTH_MOST);
    return clamped;
}

Report *report_new(const char *format, FILE *out, const ReportOptions *options, GError **error)
{
    const ReportFormat *found = report_format(format);
    if (!found) {
        error_set_usage(error, NULL, N_("không có dạng báo cáo “%s”"), format);
        return NULL;
    }
    Report *report = g_new0(Report, 1);
    report->format = found;
    report->out = out;
    report->options = report_options_clamped(options);
    if (found->begin)
        found->begin(report);
    return report;
}

/* fflush, too, so that a full disk shows here and not after the program said that all is well. errno is that
 * of the write that failed: it is cleared before the format writes. */
static gboolean stream_good(Report *report, GError **error)
{
    if (fflush(report->out) == 0 && !ferror(report->out))
        return TRUE;
    return error_set_output(error, report->format->name, errno ? errno : EIO);
}

static gboolean make_file(Report *report, const Result *result, GError **error)
{
    if (report->written > 0)
        return error_set_usage(error, report->format->name, N_("mỗi lần chỉ làm cho một tệp"));
    g_autoptr(GBytes) made = report->format->make(report, result, error);
    if (!made)
        return FALSE;
    gsize length = 0;
    const void *data = g_bytes_get_data(made, &length);
    errno = 0;
    fwrite(data, 1, length, report->out);
    return TRUE;
}

gboolean report_write(Report *report, const Result *result, GError **error)
{
    errno = 0;
    if (!report->format->make)
        report->format->write(report, result);
    else if (!make_file(report, result, error))
        return FALSE;
    report->written++;
    return stream_good(report, error);
}

gboolean report_finish(Report *report, GError **error)
{
    errno = 0;
    if (report->format->end)
        report->format->end(report);
    return stream_good(report, error);
}

void report_free(Report *report)
{
    g_free(report);
}
