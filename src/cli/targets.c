/* Several reports written side by side, document by document. */
#include "cli/targets.h"

#include "base/error.h"
#include "base/translate.h"
#include "cli/output.h"

typedef struct {
    char *format;
    char *path; /* NULL: standard output */
    gboolean has_file;
    Output *output;
    Report *report;
} Target;

struct Targets {
    GPtrArray *list; /* of Target * */
};

static void target_free(gpointer data)
{
    Target *target = data;
    report_free(target->report);
    output_free(target->output);
    g_free(target->format);
    g_free(target->path);
    g_free(target);
}

Targets *targets_new(void)
{
    Targets *targets = g_new0(Targets, 1);
    targets->list = g_ptr_array_new_with_free_func(target_free);
    return targets;
}

void targets_free(Targets *targets)
{
    if (!targets)
        return;
    g_ptr_array_unref(targets->list);
    g_free(targets);
}

static Target *add(Targets *targets, const char *format)
{
    Target *target = g_new0(Target, 1);
    target->format = g_strdup(format);
    g_ptr_array_add(targets->list, target);
    return target;
}

static gboolean format_known(const char *format, GError **error)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (const ReportFormat *const *known = report_formats(); *known; known++) {
        if (g_str_equal((*known)->name, format))
            return TRUE;
        g_string_append_printf(names, "%s%s", names->len ? ", " : "", (*known)->name);
    }
    return error_set_usage(error, NULL, N_("không có dạng báo cáo “%s”, chỉ có: %s"), format, names->str);
}

gboolean targets_add_format(Targets *targets, const char *format, GError **error)
{
    if (!format_known(format, error))
        return FALSE;
    if (targets->list->len == 1 && !((Target *)targets->list->pdata[0])->format)
        return error_set_usage(error, NULL, N_("-o phải đứng sau --format của nó"));
    add(targets, format);
    return TRUE;
}

/* What the name of a document ends in, and the format of reports that is called like it. */
typedef struct {
    const char *ending, *format;
} Ending;

static const Ending *document_ending(const char *path)
{
    static const Ending endings[] = {{".docx", "docx"}, {".docm", "docx"}, {".dotx", "docx"}, {".doc", ""},
                                     {".odt", "odt"},   {".ott", "odt"},   {".fodt", "odt"}};
    g_autofree char *lower = g_ascii_strdown(path, -1);
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
        if (g_str_has_suffix(lower, endings[i].ending))
            return &endings[i];
    return NULL;
}

/* The format is a document for an office. */
static gboolean is_document(const Target *target)
{
    return target->format && report_format(target->format)->make;
}

static gboolean fail_of_name(const char *path, const char *ending, GError **error)
{
    g_autofree char *place = g_strdup_printf("-o %s", path);
    return error_set_usage(
        error, place, N_("tên này không hợp với dạng của tệp ghi ra; hãy đặt tên kết thúc bằng %s"), ending);
}

static gboolean may_be_called(const char *format, const Ending *ending)
{
    return g_str_equal(format, "annotated") || g_str_equal(format, ending->format) ||
           (g_str_equal(format, "bien-ban") && g_str_equal(ending->ending, ".docx"));
}

/* What `-o *.docx` becomes when the report's own name was forgotten opens nowhere, nor does a DOCX that is
 * called ODT. */
static gboolean name_good(const Target *target, const char *path, GError **error)
{
    const Ending *ending = document_ending(path);
    if (!ending || (is_document(target) && may_be_called(target->format, ending)))
        return TRUE;
    if (is_document(target))
        return fail_of_name(path, g_str_equal(target->format, "odt") ? ".odt" : ".docx", error);
    g_autofree char *place = g_strdup_printf("-o %s", path);
    return error_set_usage(
        error, place, N_("tên này là tên tệp văn bản; báo cáo hãy đặt tên .txt, .html, .json hoặc .jsonl"));
}

gboolean targets_set_file(Targets *targets, const char *path, GError **error)
{
    Target *last = targets->list->len ? targets->list->pdata[targets->list->len - 1] : add(targets, NULL);
    if (last->has_file)
        return error_set_usage(error, path, N_("mỗi -o cần một --format đứng trước"));
    if (!name_good(last, path, error))
        return FALSE;
    last->has_file = TRUE;
    last->path = g_str_equal(path, "-") ? NULL : g_strdup(path);
    return TRUE;
}

/* A copy of a file keeps its format, and so what its name ends in. */
static gboolean copy_named_like(const Target *target, const char *file, GError **error)
{
    const Ending *own = document_ending(file), *given = document_ending(target->path);
    const gboolean is_record = g_str_equal(target->format, "bien-ban");
    if (is_record || !own || !given || own == given)
        return TRUE;
    /* who asks for another format by name is told when the file is read, which may be called wrongly */
    if (!g_str_equal(target->format, "annotated") && !g_str_equal(own->format, given->format))
        return TRUE;
    return fail_of_name(target->path, own->ending, error);
}

/* A document has to be kept in a file, and is of one file. */
gboolean targets_fit(const Targets *targets, char *const *files, GError **error)
{
    for (guint i = 0; i < targets->list->len; i++) {
        const Target *target = targets->list->pdata[i];
        if (!is_document(target))
            continue;
        if (!target->path)
            return error_set_usage(error, target->format, N_("thêm -o TỆP để lưu"));
        if (files[0] && files[1])
            return error_set_usage(error, target->format, N_("mỗi lần chỉ làm cho một tệp"));
        if (!copy_named_like(target, files[0], error))
            return FALSE;
    }
    return TRUE;
}

/* One place, however it is written; NULL is standard output. */
static gboolean same_place(const char *one, const char *other)
{
    if (!one || !other)
        return one == other;
    g_autofree char *first = g_canonicalize_filename(one, NULL);
    g_autofree char *second = g_canonicalize_filename(other, NULL);
    return g_str_equal(first, second);
}

static gboolean places_differ(const Targets *targets, GError **error)
{
    for (guint i = 0; i < targets->list->len; i++)
        for (guint k = 0; k < i; k++) {
            const Target *one = targets->list->pdata[k], *other = targets->list->pdata[i];
            if (!same_place(one->path, other->path))
                continue;
            return one->path
                       ? error_set_usage(error, NULL,
                                         N_("hai báo cáo cùng ghi vào %s; thêm -o TỆP sau mỗi --format"),
                                         one->path)
                       : error_set_usage(
                             error, NULL,
                             N_("hai báo cáo cùng ghi vào đầu ra chuẩn; thêm -o TỆP sau mỗi --format"));
        }
    return TRUE;
}

gboolean targets_spare(const Targets *targets, char *const *files, GError **error)
{
    for (guint i = 0; i < targets->list->len; i++) {
        const Target *target = targets->list->pdata[i];
        for (char *const *file = files; target->path && *file; file++) {
            if (!same_file(target->path, *file))
                continue;
            return error_set_usage(error, NULL, N_("báo cáo sẽ ghi đè lên chính tệp được rà soát: %s"),
                                   *file);
        }
    }
    return TRUE;
}

gboolean targets_open(Targets *targets, const ReportOptions *options, GError **error)
{
    if (targets->list->len == 0)
        add(targets, NULL);
    if (!places_differ(targets, error))
        return FALSE;
    for (guint i = 0; i < targets->list->len; i++) {
        Target *target = targets->list->pdata[i];
        ReportOptions own = *options;
        if (target->path) {
            own.width = 0;
            own.colour = FALSE;
        }
        target->output = output_open(target->path, error);
        if (!target->output)
            return FALSE;
        const char *format = target->format ? target->format : report_formats()[0]->name;
        target->report = report_new(format, output_stream(target->output), &own, error);
        if (!target->report)
            return FALSE;
    }
    return TRUE;
}

gboolean targets_need_outline(const Targets *targets)
{
    for (guint i = 0; i < targets->list->len; i++) {
        const char *format = ((const Target *)targets->list->pdata[i])->format;
        if (format && report_format(format)->needs_outline)
            return TRUE;
    }
    return FALSE;
}

/* A report knows the stream that it could not write to, but not the file, nor why the write failed. */
static gboolean fail_of_file(const Target *target, GError *cause, GError **error)
{
    gboolean of_file = target->path && !g_str_equal(target->path, "-") &&
                       g_error_matches(cause, RASOAT_ERROR, RASOAT_ERROR_OUTPUT);
    if (of_file && !output_flush(target->output, error))
        g_error_free(cause);
    else
        g_propagate_error(error, cause);
    return FALSE;
}

gboolean targets_write(Targets *targets, const Result *result, GError **error)
{
    for (guint i = 0; i < targets->list->len; i++) {
        Target *target = targets->list->pdata[i];
        GError *cause = NULL;
        if (!report_write(target->report, result, &cause))
            return fail_of_file(target, cause, error);
    }
    return TRUE;
}

gboolean targets_finish(Targets *targets, GError **error)
{
    for (guint i = 0; i < targets->list->len; i++) {
        Target *target = targets->list->pdata[i];
        GError *cause = NULL;
        if (!report_finish(target->report, &cause))
            return fail_of_file(target, cause, error);
    }
    for (guint i = 0; i < targets->list->len; i++) {
        Target *target = targets->list->pdata[i];
        if (!output_commit(target->output, error))
            return FALSE;
    }
    return TRUE;
}
