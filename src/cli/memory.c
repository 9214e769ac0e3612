/* Set once, for the whole process, which is why it is the program's and not the library's. */
#include "cli/memory.h"

#include <jansson.h>
#include <libxml/xmlmemory.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/translate.h"
#include "cli/command.h"

/* Nothing may be allocated here. */
static void tell(const char *text)
{
    const char *const parts[] = {"rasoat: ", say(RASOAT_VIETNAMESE, text), " · ", say(RASOAT_ENGLISH, text),
                                 "\n"};
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        (void)!write(STDERR_FILENO, parts[i], strlen(parts[i]));
}

static void end_without_memory(void)
{
    tell(N_("máy hết bộ nhớ; đóng bớt chương trình khác rồi chạy lại"));
    _exit(EXIT_NOT_BEGUN);
}

static void on_log(const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
    if ((level & G_LOG_LEVEL_ERROR) && message && strstr(message, "failed to allocate"))
        end_without_memory();
    g_log_default_handler(domain, level, message, data);
}

#ifndef __SANITIZE_ADDRESS__
/* Where not even the message has room GLib (since 2.74) says so of the message as well, and of that one,
 * until the stack is used up. Any other fault ends the process as it would. */
static void on_fault(int number)
{
    enum { ROOM = 32 << 20 }; /* more than malloc() asks for at once, see memory_keep() */
    if (mmap(NULL, ROOM, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED)
        end_without_memory();
    signal(number, SIG_DFL);
}

static void watch_stack(void)
{
    static char room[64 * 1024];
    const stack_t stack = {.ss_sp = room, .ss_size = sizeof room};
    struct sigaction action = {.sa_handler = on_fault, .sa_flags = SA_ONSTACK};
    static const int faults[] = {SIGSEGV, SIGABRT}; /* by itself, or by GLib where a lock has no room */
    sigemptyset(&action.sa_mask);
    if (sigaltstack(&stack, NULL) == 0)
        for (guint i = 0; i < G_N_ELEMENTS(faults); i++)
            sigaction(faults[i], &action, NULL);
}
#else
static void watch_stack(void)
{
}
#endif

void memory_prepare(void)
{
    memory_keep();
    xmlMemSetup(g_free, memory_new, memory_renew, g_strdup);
    json_set_alloc_funcs(memory_new, g_free);
    g_log_set_default_handler(on_log, NULL);
    watch_stack();
}
