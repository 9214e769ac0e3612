/* Workers that answer, crash, hang, lie or never begin; the test program itself plays them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "batch/channel.h"
#include "batch/pool.h"
#include "batch/sandbox.h"
#include "batch/serve.h"

/* --- the workers ---------------------------------------------------------------------------------------- */

static void send_texts(MessageKind kind, const char *one, const char *two)
{
    GBytes *part[MESSAGE_PARTS] = {g_bytes_new_static(one, strlen(one)),
                                   two ? g_bytes_new_static(two, strlen(two)) : NULL};
    channel_send(POOL_CHANNEL, kind, part, -1);
    g_bytes_unref(part[0]);
    g_bytes_unref(part[1]);
}

/* Does what the content of its document says. */
static int play_worker(void)
{
    g_auto(Message) task = {.descriptor = -1};

    signal(SIGSEGV, SIG_DFL); /* AddressSanitizer would take it for its own */
    send_texts(MESSAGE_HELLO, "{\"rules\":\"r\",\"sandbox\":\"none\"}", NULL);
    while (channel_receive(POOL_CHANNEL, &task)) {
        char text[64] = "";
        ssize_t length = read(task.descriptor, text, sizeof text - 1);
        text[MAX(length, 0)] = '\0';
        if (g_str_equal(text, "crash"))
            kill(getpid(), SIGSEGV);
        if (g_str_equal(text, "hang"))
            pause();
        if (g_str_equal(text, "leave"))
            return 7;
        if (g_str_equal(text, "memory"))
            _exit(SERVE_EXIT_MEMORY);
        if (g_str_equal(text, "nonsense"))
            send_texts((MessageKind)99, "?", NULL);
        else
            send_texts(MESSAGE_ANSWER, text, g_bytes_get_data(task.part[0], NULL) ? "task" : "none");
        message_clear(&task);
    }
    return 0;
}

/* --- the batch ------------------------------------------------------------------------------------------ */

static char worker_option[] = "--worker", *command[] = {NULL, worker_option, NULL};
static char useless_program[] = "/bin/true", *useless[] = {useless_program, NULL};

static int document(const char *text)
{
    int pair[2];
    assert_int_equal(pipe2(pair, O_CLOEXEC), 0);
    assert_int_equal(write(pair[1], text, strlen(text)), strlen(text));
    close(pair[1]);
    return pair[0];
}

static Pool *pool_of(guint jobs)
{
    return pool_new(&(PoolOptions){.command = command, .jobs = jobs, .timeout_seconds = 1});
}

static PoolAnswer *judged(Pool *pool, const char *text)
{
    g_autoptr(GError) error = NULL;
    PoolAnswer *answer = NULL;
    assert_true(pool_give(pool, (gpointer)text, document(text), "{}", &error));
    while (!answer && !error)
        answer = pool_take(pool, 100, &error);
    assert_null(error);
    assert_ptr_equal(answer->tag, text);
    return answer;
}

static void assert_fails(Pool *pool, const char *text, RasoatErrorCode code, const char *cause)
{
    g_autoptr(PoolAnswer) answer = judged(pool, text);
    assert_non_null(answer->error);
    assert_int_equal(answer->error->code, code);
    if (!strstr(answer->error->message, cause))
        fail_msg("“%s” lacks “%s”", answer->error->message, cause);
}

static void assert_answers(Pool *pool)
{
    g_autoptr(PoolAnswer) answer = judged(pool, "quy che");
    assert_null(answer->error);
    assert_memory_equal(g_bytes_get_data(answer->facts, NULL), "quy che", 7);
    assert_memory_equal(g_bytes_get_data(answer->record, NULL), "task", 4);
}

static void a_document_is_handed_over_as_a_descriptor_and_answered(void **state)
{
    (void)state;
    g_autoptr(Pool) pool = pool_of(1);
    assert_answers(pool);
    assert_answers(pool);
    assert_string_equal(pool_sandbox(pool), "none");
}

static void a_worker_that_ends_costs_its_document_and_is_replaced(void **state)
{
    (void)state;
    g_autoptr(Pool) pool = pool_of(1);
    assert_fails(pool, "crash", RASOAT_ERROR_WORKER, "signal 11");
    assert_fails(pool, "leave", RASOAT_ERROR_WORKER, "code 7");
    assert_fails(pool, "nonsense", RASOAT_ERROR_WORKER, "signal 9");
    assert_fails(pool, "memory", RASOAT_ERROR_LIMIT_MEMORY, "MiB");
    assert_answers(pool);
}

static void a_worker_that_hangs_is_killed_when_its_time_is_up(void **state)
{
    (void)state;
    g_autoptr(Pool) pool = pool_of(2);
    gint64 begun = g_get_monotonic_time();
    assert_fails(pool, "hang", RASOAT_ERROR_LIMIT_TIME, "1 s");
    assert_in_range(g_get_monotonic_time() - begun, 900000, 20000000);
    assert_answers(pool);
}

static void all_workers_are_used_and_room_is_told(void **state)
{
    (void)state;
    g_autoptr(Pool) pool = pool_of(2);
    assert_true(pool_give(pool, NULL, document("a"), "{}", NULL));
    assert_true(pool_has_room(pool));
    assert_true(pool_give(pool, NULL, document("b"), "{}", NULL));
    assert_false(pool_has_room(pool));
    assert_int_equal(pool_busy(pool), 2);
    for (guint taken = 0; taken < 2;) {
        g_autoptr(PoolAnswer) answer = pool_take(pool, 100, NULL);
        taken += answer != NULL;
    }
    assert_int_equal(pool_busy(pool), 0);
}

static void workers_that_never_begin_end_the_run(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Pool) pool = pool_new(&(PoolOptions){.command = useless, .jobs = 1, .timeout_seconds = 5});
    while (!error) {
        if (pool_has_room(pool))
            pool_give(pool, NULL, document("a"), "{}", NULL);
        g_autoptr(PoolAnswer) answer = pool_take(pool, 100, &error);
    }
    assert_int_equal(error->code, RASOAT_ERROR_WORKER);
}

static void a_program_that_is_not_there_is_named(void **state)
{
    (void)state;
    char *nothing[] = {(char[]){"/khong/co"}, NULL};
    g_autoptr(GError) error = NULL;
    g_autoptr(Pool) pool = pool_new(&(PoolOptions){.command = nothing, .jobs = 1, .timeout_seconds = 5});
    assert_false(pool_give(pool, NULL, document("a"), "{}", &error));
    assert_non_null(strstr(error->message, "/khong/co"));
}

/* --- the sandbox ---------------------------------------------------------------------------------------- */

/* In a child: what a worker that has been taken over could still do. */
static int tries_to_break_out(int open_before)
{
    const char *sandbox = sandbox_enter();
    char byte;

    if (read(open_before, &byte, 1) != 1)
        return 1; /* what was open must stay usable */
    if (!g_str_equal(sandbox, "none") && open("/etc/passwd", O_RDONLY) >= 0)
        return 2;
    if (strstr(sandbox, "seccomp") && socket(AF_INET, SOCK_STREAM, 0) >= 0)
        return 3;
    if (strstr(sandbox, "seccomp") && fork() >= 0)
        return 4;
    struct rlimit cores = {0, 0};
    if (strstr(sandbox, "seccomp") && prlimit(getppid(), RLIMIT_CORE, NULL, &cores) == 0)
        return 5;
    if (strstr(sandbox, "seccomp") && syscall(SYS_tgkill, getppid(), getppid(), 0) == 0)
        return 6;
    if (setrlimit(RLIMIT_CORE, &cores) != 0 || syscall(SYS_tgkill, getpid(), getpid(), 0) != 0)
        return 7; /* its own are its own */
    return 0;
}

static void nothing_can_be_opened_connected_or_started_in_the_sandbox(void **state)
{
    (void)state;
    int before = open("/etc/passwd", O_RDONLY | O_CLOEXEC);
    pid_t child = fork();
    if (child == 0)
        _exit(tries_to_break_out(before));
    int status;
    waitpid(child, &status, 0);
    close(before);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void processor_time_ends_a_worker(void **state)
{
    (void)state;
    pid_t child = fork();
    if (child == 0) {
        sandbox_limit(0);
        sandbox_limit_time(0);
        for (volatile guint64 i = 0;; i++)
            ;
    }
    int status;
    waitpid(child, &status, 0);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGXCPU);
}

int main(int argc, char **argv)
{
    if (argc > 1 && g_str_equal(argv[1], "--worker"))
        return play_worker();
    command[0] = g_file_read_link("/proc/self/exe", NULL);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_is_handed_over_as_a_descriptor_and_answered),
        cmocka_unit_test(a_worker_that_ends_costs_its_document_and_is_replaced),
        cmocka_unit_test(a_worker_that_hangs_is_killed_when_its_time_is_up),
        cmocka_unit_test(all_workers_are_used_and_room_is_told),
        cmocka_unit_test(workers_that_never_begin_end_the_run),
        cmocka_unit_test(a_program_that_is_not_there_is_named),
        cmocka_unit_test(nothing_can_be_opened_connected_or_started_in_the_sandbox),
        cmocka_unit_test(processor_time_ends_a_worker),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    g_free(command[0]);
    return failed;
}
