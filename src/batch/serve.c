/* A worker: one document after the other, each from a descriptor that the batch opened for it. */
#include "batch/serve.h"

#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "batch/channel.h"
#include "batch/facts.h"
#include "batch/named_list.h"
#include "batch/sandbox.h"
#include "batch/task.h"

/* GLib ends the program when there is no memory; the batch is to know the cause. */
static void on_log(const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
    if ((level & G_LOG_LEVEL_ERROR) && message && strstr(message, "failed to allocate"))
        _exit(SERVE_EXIT_MEMORY);
    g_log_default_handler(domain, level, message, data);
}

static GBytes *bytes_of_text(char *text)
{
    return g_bytes_new_take(text, strlen(text));
}

static gboolean greet(int channel, const RasoatRules *rules, const char *sandbox)
{
    char *hello =
        g_strdup_printf("{\"rules\":\"%s\",\"sandbox\":\"%s\"}", rasoat_rules_digest(rules), sandbox);
    GBytes *part[MESSAGE_PARTS] = {bytes_of_text(hello)};
    gboolean sent = channel_send(channel, MESSAGE_HELLO, part, -1);
    g_bytes_unref(part[0]);
    return sent;
}

static gboolean answer(int channel, const Result *result)
{
    g_auto(Facts) facts = facts_of(result);
    GBytes *part[MESSAGE_PARTS] = {
        bytes_of_text(facts_json(&facts)),
        bytes_of_text(record_with_names(result)),
    };
    if (result->shingles && result->shingles->len > 0)
        part[2] = g_bytes_new_static(result->shingles->data, result->shingles->len * sizeof(guint32));
    gboolean sent = channel_send(channel, MESSAGE_ANSWER, part, -1);
    for (guint i = 0; i < MESSAGE_PARTS; i++)
        g_bytes_unref(part[i]);
    return sent;
}

/* The record is the same wherever the file lies: its name is put in when the record is read. */
static gboolean do_task(int channel, const RasoatRules *rules, const Message *task)
{
    gsize length = 0;
    const char *json = task->part[0] ? g_bytes_get_data(task->part[0], &length) : "";
    g_autoptr(RasoatOptions) options = task_parse(json, length);
    if (!options)
        return FALSE;
    g_autoptr(RasoatResult) result = rasoat_check_descriptor(rules, "", task->descriptor, options, NULL);
    return result && answer(channel, result);
}

gboolean serve_channel(int channel, const RasoatRules *rules, const ServeLimits *limits)
{
    g_auto(Message) message = {.descriptor = -1};
    pid_t parent = getppid();

    signal(SIGINT, SIG_IGN);  /* Ctrl-C is the batch's to answer */
    signal(SIGSEGV, SIG_DFL); /* … and why a process ends as well */
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        return FALSE;
    g_log_set_default_handler(on_log, NULL);
    sandbox_limit(limits->memory_bytes);
    if (!greet(channel, rules, sandbox_enter()))
        return FALSE;
    while (channel_receive(channel, &message)) {
        if (limits->seconds > 0)
            sandbox_limit_time(limits->seconds);
        if (message.kind != MESSAGE_TASK || !do_task(channel, rules, &message))
            return FALSE;
        message_clear(&message);
    }
    return TRUE;
}
