/* Set once, for the whole process, which is why it is the program's and not the library's. */
#include "cli/memory.h"

#include <jansson.h>
#include <libxml/xmlmemory.h>
#include <string.h>
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

static void on_log(const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
    if ((level & G_LOG_LEVEL_ERROR) && message && strstr(message, "failed to allocate")) {
        tell(N_("máy hết bộ nhớ; đóng bớt chương trình khác rồi chạy lại"));
        _exit(EXIT_NOT_BEGUN);
    }
    g_log_default_handler(domain, level, message, data);
}

void memory_prepare(void)
{
    memory_keep();
    xmlMemSetup(g_free, memory_new, memory_renew, g_strdup);
    json_set_alloc_funcs(memory_new, g_free);
    g_log_set_default_handler(on_log, NULL);
}
