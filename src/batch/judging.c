/* One document from its name to its result in the store. */
#include "batch/judging.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/translate.h"
#include "report/report.h"

#define RECORD_HEAD "{\"schema\":\"rasoat/1\",\"file\":\"\""

/* A document that a worker has. */
typedef struct {
    StoreFile file;
    char *task; /* JSON */
} Job;

static void job_free(gpointer data)
{
    Job *job = data;
    store_file_clear(&job->file);
    g_free(job->task);
    g_free(job);
}

void judging_clear(Judging *judging)
{
    g_clear_pointer(&judging->pool, pool_free);
    g_clear_pointer(&judging->finder, finder_free);
    g_clear_pointer(&judging->window, g_array_unref);
    g_clear_pointer(&judging->after, g_free);
    g_clear_pointer(&judging->current, g_free);
    g_clear_pointer(&judging->in_work, g_hash_table_unref);
}

void judging_tell(const Judging *judging)
{
    if (judging->settings->progress)
        judging->settings->progress(&judging->progress, judging->settings->data);
}

static void count_done(Judging *judging, gboolean known)
{
    judging->progress.done++;
    judging->progress.known += known;
    judging_tell(judging);
}

/* --- opening -------------------------------------------------------------------------------------------- */

/* A descriptor at the file's beginning, size and time as they are now; -1 with an error (IO). */
static int open_document(const char *folder, StoreFile *file, GError **error)
{
    struct stat status;
    g_autofree char *path =
        g_path_is_absolute(file->path) ? g_strdup(file->path) : g_build_filename(folder, file->path, NULL);
    int descriptor = TEMP_FAILURE_RETRY(open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));

    if (descriptor < 0) {
        error_set_system(error, RASOAT_ERROR_IO, NULL, g_strerror(errno));
        return -1;
    }
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        error_set_system(error, RASOAT_ERROR_IO, NULL, NOT_A_REGULAR_FILE);
        close(descriptor);
        return -1;
    }
    file->size = (gint64)status.st_size;
    file->mtime = (gint64)status.st_mtime;
    return descriptor;
}

/* SHA-256 of the content, hexadecimal; "" when it is larger than any document may be (the worker says so).
 * The descriptor stands at the beginning afterwards. NULL with an error (IO). */
static char *digest_of_file(int descriptor, gint64 size, GError **error)
{
    enum { CHUNK = 64 * 1024 };
    g_autoptr(Digest) digest = digest_new();
    g_autofree guint8 *chunk = g_malloc(CHUNK);
    ssize_t got;

    if ((guint64)size > limits_default()->file_bytes)
        return g_strdup("");
    while ((got = TEMP_FAILURE_RETRY(read(descriptor, chunk, CHUNK))) > 0)
        digest_add(digest, chunk, (gsize)got);
    if (got == 0 && lseek(descriptor, 0, SEEK_SET) == 0)
        return digest_text(digest);
    error_set_system(error, RASOAT_ERROR_IO, NULL, g_strerror(errno));
    return NULL;
}

/* --- keeping -------------------------------------------------------------------------------------------- */

static ResultKey key_of(const Judging *judging, const StoreFile *file, const char *task)
{
    const Round *round = judging->round;
    return (ResultKey){.sha256 = file->sha256,
                       .path = file->path,
                       .rules = round->rules,
                       .as_of = round->as_of,
                       .version = round->version,
                       .task = task};
}

static gboolean keep(Judging *judging, StoreFile *file, const char *task, const Facts *facts, GBytes *record,
                     GBytes *shingles, GError **error)
{
    g_free(file->sha256); /* what was judged, should the file have changed since */
    file->sha256 = g_strdup(facts->sha256);
    file->state =
        g_str_equal(facts->outcome, outcome_name(OUTCOME_UNREADABLE)) ? FILE_UNREADABLE : FILE_JUDGED;
    ResultKey key = key_of(judging, file, task);
    if (!store_begin(judging->store, error))
        return FALSE;
    file->result = store_add_result(judging->store, &key, facts, record, shingles, error);
    gboolean good = file->result && store_put_file(judging->store, judging->round->id, file, error);
    return store_end(judging->store, good, error);
}

/* A record for a document that nobody could read. */
static gboolean keep_error(Judging *judging, StoreFile *file, const char *task, const GError *cause,
                           GError **error)
{
    g_autoptr(Result) result = result_new("");
    result_set_error(result, cause);
    g_free(result->sha256);
    result->sha256 = g_strdup(file->sha256 ? file->sha256 : "");
    result->as_of = g_strdup(judging->round->as_of);
    result->rules_digest = g_strdup(judging->round->rules);
    result->version = g_strdup(judging->round->version);
    g_auto(Facts) facts = facts_of(result);
    char *json = report_result_json(result, FALSE);
    g_autoptr(GBytes) record = g_bytes_new_take(json, strlen(json));
    return keep(judging, file, task, &facts, record, NULL, error);
}

/* --- beginning ------------------------------------------------------------------------------------------ */

/* TRUE when the result was there; *good is FALSE with an error when that could not be said of the file. */
static gboolean known(Judging *judging, StoreFile *file, const char *task, gboolean *good, GError **error)
{
    g_auto(Facts) facts = {0};
    ResultKey key = key_of(judging, file, task);

    file->result = store_find_result(judging->store, &key, FALSE);
    if (!file->result)
        return FALSE;
    *good = store_facts(judging->store, file->result, &facts, error);
    if (*good) {
        file->state =
            g_str_equal(facts.outcome, outcome_name(OUTCOME_UNREADABLE)) ? FILE_UNREADABLE : FILE_JUDGED;
        *good = store_put_file(judging->store, judging->round->id, file, error);
    }
    return TRUE;
}

static gboolean give(Judging *judging, Job *job, int descriptor, GError **error)
{
    if (!judging->in_work)
        judging->in_work = g_hash_table_new_full(NULL, NULL, job_free, NULL);
    g_hash_table_add(judging->in_work, job);
    return pool_give(judging->pool, job, descriptor, job->task, error);
}

char *judging_task(const Judging *judging, const char *unit, GError **error)
{
    TaskOptions options = judging->settings->task;
    g_auto(RosterUnit) entry = {.staff = -1, .state_owned = -1, .has_union = -1, .dispersed = -1};

    if (!finder_unit(judging->finder, unit, &entry, error))
        return NULL;
    if (entry.kind) {
        options.profile = entry.kind;
        options.roster = TRUE;
    }
    if (entry.staff >= 0)
        options.staff = entry.staff;
    if (entry.state_owned >= 0)
        options.state_owned = entry.state_owned;
    if (entry.has_union >= 0)
        options.has_union = entry.has_union;
    if (entry.dispersed >= 0)
        options.dispersed = entry.dispersed;
    return task_json(&options);
}

/* A file that is ours until it is in the hands of a worker; NULL with an error. */
static Job *job_new(const Judging *judging, const StoreFile *file, GError **error)
{
    char *task = judging_task(judging, file->unit, error);
    if (!task)
        return NULL;
    Job *job = g_new0(Job, 1);
    job->file = (StoreFile){.path = g_strdup(file->path),
                            .size = file->size,
                            .mtime = file->mtime,
                            .reason = g_strdup(file->reason),
                            .unit = g_strdup(file->unit),
                            .match = file->match,
                            .doubt = g_strdup(file->doubt)};
    job->task = task;
    return job;
}

gboolean judging_begin(Judging *judging, const StoreFile *file, GError **error)
{
    g_autoptr(GError) cause = NULL;
    gboolean good = TRUE;

    g_free(judging->current);
    judging->current = g_strdup(file->path);
    judging->progress.current = judging->current;
    Job *job = job_new(judging, file, error);
    if (!job)
        return FALSE;
    int descriptor = open_document(judging->settings->folder, &job->file, &cause);
    job->file.sha256 = descriptor >= 0 ? digest_of_file(descriptor, job->file.size, &cause) : NULL;
    if (!job->file.sha256) {
        if (descriptor >= 0)
            close(descriptor);
        good = keep_error(judging, &job->file, job->task, cause, error);
        count_done(judging, FALSE);
    } else if (known(judging, &job->file, job->task, &good, error)) {
        close(descriptor);
        count_done(judging, TRUE);
    } else {
        return give(judging, job, descriptor, error);
    }
    job_free(job);
    return good;
}

/* --- ending --------------------------------------------------------------------------------------------- */

static gboolean is_list(const char *text, gsize length)
{
    return length >= 2 && text[0] == '[' && text[length - 1] == ']' && !memchr(text, '\n', length);
}

/* What a worker says is not trusted further than its form: it has read a hostile file. Names may stand behind
 * the record (see batch/named_list.h). */
static gboolean record_good(GBytes *record)
{
    gsize length;
    const char *text = g_bytes_get_data(record, &length);
    const char *line = text ? memchr(text, '\n', length) : NULL;
    const gsize size = line ? (gsize)(line - text) : length;
    return text && size > strlen(RECORD_HEAD) && memcmp(text, RECORD_HEAD, strlen(RECORD_HEAD)) == 0 &&
           text[size - 1] == '}' && (!line || is_list(line + 1, length - size - 1)) &&
           g_utf8_validate_len(text, length, NULL);
}

static gboolean facts_good(Facts *facts, GBytes *json)
{
    gsize length;
    const char *text = g_bytes_get_data(json, &length);
    return facts_parse(facts, text, length);
}

static gboolean keep_answer(Judging *judging, Job *job, PoolAnswer *answer, GError **error)
{
    g_auto(Facts) facts = {0};

    if (!answer->error && facts_good(&facts, answer->facts) && record_good(answer->record))
        return keep(judging, &job->file, job->task, &facts, answer->record, answer->shingles, error);
    if (!answer->error)
        error_set_words(&answer->error, RASOAT_ERROR_WORKER, NULL,
                        N_("tiến trình rà soát trả lời không đúng"));
    return keep_error(judging, &job->file, job->task, answer->error, error);
}

gboolean judging_end(Judging *judging, PoolAnswer *answer, GError **error)
{
    Job *job = answer->tag;
    const char *rules = pool_rules(judging->pool);

    if (rules && !g_str_equal(rules, judging->round->rules)) {
        return error_set_words(error, RASOAT_ERROR_RULES, NULL,
                               N_("bộ quy tắc bị sửa trong lúc rà soát; hãy chạy lại"));
    }
    gboolean good = keep_answer(judging, job, answer, error);
    g_hash_table_remove(judging->in_work, job);
    count_done(judging, FALSE);
    return good;
}
