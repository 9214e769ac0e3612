/* Workers are started when there is work for them, killed when their time is up, and replaced when they have
 * ended. All waiting is in one poll(2). */
#include "batch/pool.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/translate.h"
#include "batch/channel.h"
#include "batch/serve.h"

enum {
    START_FAILURES = 3, /* workers in a row that ended before they greeted: the next would as well */
    READ_BYTES = 64 * 1024,
};

typedef struct {
    GPid pid; /* 0: none */
    int channel;
    gboolean greeted;
    gboolean busy;
    gboolean killed; /* by us, for time */
    gpointer tag;
    gint64 deadline; /* monotonic microseconds */
    GByteArray *buffer;
} Worker;

struct Pool {
    PoolOptions options;
    Worker *workers; /* options.jobs of them */
    guint busy;
    guint failures;
    char *sandbox, *rules;
    GQueue answers; /* of PoolAnswer * */
};

void pool_answer_free(PoolAnswer *answer)
{
    if (!answer)
        return;
    g_bytes_unref(answer->facts);
    g_bytes_unref(answer->record);
    g_bytes_unref(answer->shingles);
    g_clear_error(&answer->error);
    g_free(answer);
}

Pool *pool_new(const PoolOptions *options)
{
    Pool *pool = g_new0(Pool, 1);
    pool->options = *options;
    pool->options.jobs = MAX(options->jobs, 1);
    pool->workers = g_new0(Worker, pool->options.jobs);
    g_queue_init(&pool->answers);
    return pool;
}

/* --- starting and ending -------------------------------------------------------------------------------- */

/* "Failed to execute child process “X” (No such file or directory)": what the system says, behind the
 * program. */
static void set_start_error(GError **error, const char *program, const char *message)
{
    const char *open = strrchr(message, '(');
    g_autofree char *why = open ? g_strndup(open + 1, strcspn(open + 1, ")")) : g_strdup(message);
    error_set_system(error, RASOAT_ERROR_WORKER, program, why);
}

static gboolean start(Pool *pool, Worker *worker, GError **error)
{
    int pair[2], target = POOL_CHANNEL;
    g_autoptr(GError) cause = NULL;
    g_auto(GStrv) command = g_strdupv((char **)pool->options.command);

    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) {
        return error_set_system(error, RASOAT_ERROR_WORKER, "socketpair", g_strerror(errno));
    }
    GPid pid;
    gboolean started = g_spawn_async_with_pipes_and_fds(
        NULL, (const char *const *)command, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_CHILD_INHERITS_STDIN,
        NULL, NULL, -1, -1, -1, &pair[1], &target, 1, &pid, NULL, NULL, NULL, &cause);
    close(pair[1]);
    if (!started) {
        close(pair[0]);
        set_start_error(error, command[0], cause->message);
        return FALSE;
    }
    *worker = (Worker){.pid = pid, .channel = pair[0], .buffer = g_byte_array_new()};
    return TRUE;
}

/* Waits for a worker that has ended or is about to. */
static int reap(Worker *worker, struct rusage *used)
{
    int status = 0;
    while (wait4(worker->pid, &status, 0, used) < 0 && errno == EINTR)
        ;
    close(worker->channel);
    g_byte_array_unref(worker->buffer);
    worker->pid = 0;
    worker->buffer = NULL;
    return status;
}

void pool_free(Pool *pool)
{
    if (!pool)
        return;
    for (guint i = 0; i < pool->options.jobs; i++)
        if (pool->workers[i].pid)
            kill(pool->workers[i].pid, SIGKILL);
    for (guint i = 0; i < pool->options.jobs; i++)
        if (pool->workers[i].pid)
            reap(&pool->workers[i], &(struct rusage){0});
    g_queue_clear_full(&pool->answers, (GDestroyNotify)pool_answer_free);
    g_free(pool->workers);
    g_free(pool->sandbox);
    g_free(pool->rules);
    g_free(pool);
}

/* --- the cause of an end -------------------------------------------------------------------------------- */

/* A process that used most of what it may, and then crashed, did so for want of more. */
static gboolean lacked_memory(const Pool *pool, int status, const struct rusage *used)
{
    guint64 most = (guint64)used->ru_maxrss * 1024;
    gboolean near = pool->options.memory_bytes > 0 && most > pool->options.memory_bytes / 2;
    return (WIFEXITED(status) && WEXITSTATUS(status) == SERVE_EXIT_MEMORY) || (WIFSIGNALED(status) && near);
}

static GError *cause_of_end(const Pool *pool, const Worker *worker, int status, const struct rusage *used)
{
    GError *error = NULL;

    if (worker->killed)
        error_set_both(&error, RASOAT_ERROR_LIMIT_TIME, NULL, N_("quá %u giây"),
                       pool->options.timeout_seconds);
    else if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
        error_set_words(&error, RASOAT_ERROR_LIMIT_TIME, NULL, N_("dùng quá nhiều thời gian của bộ xử lý"));
    else if (lacked_memory(pool, status, used))
        error_set_both(&error, RASOAT_ERROR_LIMIT_MEMORY, NULL, N_("cần hơn %lu MiB"),
                       (gulong)(pool->options.memory_bytes >> 20));
    else if (WIFSIGNALED(status))
        error_set_both(&error, RASOAT_ERROR_WORKER, NULL, N_("dừng vì tín hiệu %d (%s)"), WTERMSIG(status),
                       g_strsignal(WTERMSIG(status)));
    else
        error_set_both(&error, RASOAT_ERROR_WORKER, NULL, N_("kết thúc với mã %d"), WEXITSTATUS(status));
    return error;
}

/* A worker has ended, or said what is no message: its document gets an error. */
static void lose(Pool *pool, Worker *worker)
{
    struct rusage used = {0};
    Worker lost = *worker;

    kill(worker->pid, SIGKILL); /* nothing happens to one that has ended */
    int status = reap(worker, &used);
    if (!lost.greeted && !lost.killed)
        pool->failures++;
    worker->busy = FALSE;
    if (!lost.busy)
        return;
    PoolAnswer *answer = g_new0(PoolAnswer, 1);
    answer->tag = lost.tag;
    answer->error = cause_of_end(pool, &lost, status, &used);
    g_queue_push_tail(&pool->answers, answer);
    pool->busy--;
}

/* --- giving --------------------------------------------------------------------------------------------- */

gboolean pool_has_room(const Pool *pool)
{
    return pool->busy < pool->options.jobs;
}

guint pool_busy(const Pool *pool)
{
    return pool->busy + g_queue_get_length((GQueue *)&pool->answers);
}

/* One that runs already, rather than a new one. */
static Worker *idle_worker(Pool *pool, GError **error)
{
    Worker *free_place = NULL;
    for (guint i = 0; i < pool->options.jobs; i++) {
        Worker *worker = &pool->workers[i];
        if (worker->pid && !worker->busy)
            return worker;
        if (!worker->pid && !free_place)
            free_place = worker;
    }
    g_return_val_if_fail(free_place != NULL, NULL);
    return start(pool, free_place, error) ? free_place : NULL;
}

gboolean pool_give(Pool *pool, gpointer tag, int descriptor, const char *task, GError **error)
{
    Worker *worker = idle_worker(pool, error);
    if (!worker) {
        close(descriptor);
        return FALSE;
    }
    GBytes *part[MESSAGE_PARTS] = {g_bytes_new_static(task, strlen(task))};
    channel_send(worker->channel, MESSAGE_TASK, part, descriptor); /* if it failed, its end is seen by poll */
    g_bytes_unref(part[0]);
    close(descriptor);
    worker->busy = TRUE;
    worker->tag = tag;
    worker->deadline = g_get_monotonic_time() + (gint64)pool->options.timeout_seconds * G_USEC_PER_SEC;
    pool->busy++;
    return TRUE;
}

/* --- taking --------------------------------------------------------------------------------------------- */

static void on_hello(Pool *pool, Worker *worker, const Message *message)
{
    gsize length = 0;
    const char *json = message->part[0] ? g_bytes_get_data(message->part[0], &length) : "";
    json_t *hello = json_loadb(json, length, 0, NULL);
    const char *rules = json_string_value(json_object_get(hello, "rules"));
    const char *sandbox = json_string_value(json_object_get(hello, "sandbox"));

    worker->greeted = rules && sandbox;
    if (worker->greeted && !pool->rules) {
        pool->rules = g_strdup(rules);
        pool->sandbox = g_strdup(sandbox);
    }
    if (worker->greeted)
        pool->failures = 0;
    json_decref(hello);
}

static void on_answer(Pool *pool, Worker *worker, Message *message)
{
    PoolAnswer *answer = g_new0(PoolAnswer, 1);
    answer->tag = worker->tag;
    answer->facts = g_steal_pointer(&message->part[0]);
    answer->record = g_steal_pointer(&message->part[1]);
    answer->shingles = g_steal_pointer(&message->part[2]);
    worker->busy = FALSE;
    pool->busy--;
    g_queue_push_tail(&pool->answers, answer);
}

/* FALSE when the worker said what it cannot mean. */
static gboolean on_message(Pool *pool, Worker *worker, Message *message)
{
    if (message->kind == MESSAGE_HELLO && !worker->greeted) {
        on_hello(pool, worker, message);
        return worker->greeted;
    }
    if (message->kind != MESSAGE_ANSWER || !worker->greeted || !worker->busy || !message->part[0] ||
        !message->part[1])
        return FALSE;
    on_answer(pool, worker, message);
    return TRUE;
}

/* Reads what is there. FALSE when the worker is lost. */
static gboolean hear(Pool *pool, Worker *worker)
{
    guint8 bytes[READ_BYTES];
    gboolean broken = FALSE;
    g_auto(Message) message = {.descriptor = -1};

    ssize_t got = recv(worker->channel, bytes, sizeof bytes, MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return TRUE;
    if (got <= 0)
        return FALSE;
    g_byte_array_append(worker->buffer, bytes, (guint)got);
    while (message_take(worker->buffer, &message, &broken)) {
        gboolean good = on_message(pool, worker, &message);
        message_clear(&message);
        if (!good)
            return FALSE;
    }
    return !broken;
}

/* Milliseconds until the first deadline, no more than wait_ms. */
static gint until_deadline(const Pool *pool, gint wait_ms)
{
    gint64 now = g_get_monotonic_time();
    for (guint i = 0; i < pool->options.jobs; i++) {
        const Worker *worker = &pool->workers[i];
        if (!worker->busy)
            continue;
        gint64 left = (worker->deadline - now) / 1000 + 1;
        wait_ms = (gint)CLAMP(left, 0, wait_ms);
    }
    return wait_ms;
}

static void end_overdue(Pool *pool)
{
    gint64 now = g_get_monotonic_time();
    for (guint i = 0; i < pool->options.jobs; i++) {
        Worker *worker = &pool->workers[i];
        if (!worker->pid || !worker->busy || now < worker->deadline)
            continue;
        worker->killed = TRUE;
        lose(pool, worker);
    }
}

static void wait_for_workers(Pool *pool, gint wait_ms)
{
    g_autofree struct pollfd *places = g_new0(struct pollfd, pool->options.jobs);
    for (guint i = 0; i < pool->options.jobs; i++)
        places[i] =
            (struct pollfd){.fd = pool->workers[i].pid ? pool->workers[i].channel : -1, .events = POLLIN};
    if (poll(places, pool->options.jobs, until_deadline(pool, wait_ms)) > 0)
        for (guint i = 0; i < pool->options.jobs; i++)
            if (places[i].revents && !hear(pool, &pool->workers[i]))
                lose(pool, &pool->workers[i]);
    end_overdue(pool);
}

PoolAnswer *pool_take(Pool *pool, gint wait_ms, GError **error)
{
    if (g_queue_is_empty(&pool->answers))
        wait_for_workers(pool, wait_ms);
    if (pool->failures >= START_FAILURES) {
        error_set_words(error, RASOAT_ERROR_WORKER, NULL, N_("tiến trình rà soát dừng trước khi bắt đầu"));
        return NULL;
    }
    return g_queue_pop_head(&pool->answers);
}

const char *pool_sandbox(const Pool *pool)
{
    return pool->sandbox;
}

const char *pool_rules(const Pool *pool)
{
    return pool->rules;
}
