/* Reports: one result after the other goes in, one stream of text comes out. One file per format, each a
 * struct of functions selected by name; documents are streamed, so a report over a thousand files holds one
 * result at a time. */
#ifndef RASOAT_REPORT_REPORT_H
#define RASOAT_REPORT_REPORT_H

#include <stdio.h>

#include "audit/result.h"

enum { REPORT_WIDTH_LEAST = 40, REPORT_WIDTH_MOST = 120, REPORT_WIDTH_USUAL = 80 };

typedef struct {
    RasoatLanguage language; /* of formats for people; machine formats carry both */
    guint width;             /* columns, clamped to 40 … 120; 0: 80 */
    gboolean colour;         /* ECMA-48 colours, beside words and symbols that say the same */
    gboolean outline;        /* JSON holds the outline of results that have one */
} ReportOptions;

/* The options with the width inside its bounds. */
ReportOptions report_options_clamped(const ReportOptions *options);

typedef struct Report Report;

/* What a format implements. Write errors are found by the caller from the stream. */
typedef struct {
    const char *name;       /* as in --format */
    gboolean needs_outline; /* shows the outline of results that have one */
    void (*begin)(Report *report);
    void (*write)(Report *report, const Result *result);
    void (*end)(Report *report);
    /* Instead of these, for a format that is a document for an office: one file of one result. NULL with an
     * error. */
    GBytes *(*make)(const Report *report, const Result *result, GError **error);
} ReportFormat;

struct Report {
    const ReportFormat *format;
    ReportOptions options;
    FILE *out; /* of the caller */
    guint written;
};

extern const ReportFormat report_text, report_json, report_jsonl, report_html, report_annotated, report_docx,
    report_odt, report_minutes;

/* The formats there are, NULL-terminated, the default first. */
const ReportFormat *const *report_formats(void);

/* The format of a name, or NULL. */
const ReportFormat *report_format(const char *name);

/* Begins a report on out, which stays the caller's and must outlive it. Error: USAGE, unknown format. */
Report *report_new(const char *format, FILE *out, const ReportOptions *options, GError **error);

/* Adds one document, and flushes what is complete. Errors: OUTPUT; USAGE for a second document of a format
 * that holds one; what make() gives. */
gboolean report_write(Report *report, const Result *result, GError **error);

/* Ends the report (closing brackets) and flushes it. Error: OUTPUT. */
gboolean report_finish(Report *report, GError **error);

void report_free(Report *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Report, report_free)

/* The result as JSON (contract "rasoat/1"), with its outline if it has one, on one line or indented. Owned by
 * the caller. */
char *report_result_json(const Result *result, gboolean indented);

/* The result as the text report. Owned by the caller. */
char *report_result_text(const Result *result, const ReportOptions *options);

#endif
