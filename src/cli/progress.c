/* Progress on standard error: at most ten times a second on a terminal, every ten seconds elsewhere. */
#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

#include "report/display.h"
#include "report/words.h"

enum {
    TERMINAL_MS = 100,
    ELSEWHERE_MS = 10000,
    BAR = 20,
    NAME_COLUMNS = 32,
};

void progress_init(Progress *progress, RasoatLanguage language, gboolean quiet)
{
    *progress = (Progress){.language = language, .quiet = quiet, .terminal = isatty(STDERR_FILENO)};
    progress->started = progress->shown = g_get_monotonic_time();
}

/* "1:05:09" or "4:07" */
static char *clock_text(gint64 seconds)
{
    int hours = (int)(seconds / 3600), minutes = (int)(seconds / 60 % 60), rest = (int)(seconds % 60);
    return hours ? g_strdup_printf("%d:%02d:%02d", hours, minutes, rest)
                 : g_strdup_printf("%d:%02d", minutes, rest);
}

/* "340/1000 · 35,2 văn bản/giây · còn 0:19" */
static char *figures(const Progress *progress, const RunProgress *run)
{
    gdouble seconds = (gdouble)(g_get_monotonic_time() - progress->started) / G_USEC_PER_SEC;
    gdouble rate = seconds > 0 ? (gdouble)run->done / seconds : 0;
    g_autofree char *left =
        rate > 0 ? clock_text((gint64)((gdouble)(run->total - run->done) / rate + 1)) : g_strdup("?");
    return g_strdup_printf("%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT " · %.0f %s · %s %s", run->done,
                           run->total, rate, say(progress->language, "văn bản/giây"),
                           say(progress->language, "còn"), left);
}

/* The last columns of a name. */
static char *name_end(const char *path)
{
    g_autofree char *readable = display_path(path);
    g_autofree char *name = display_text(readable);
    const char *from = name;
    while (display_width(from) > NAME_COLUMNS)
        from = g_utf8_next_char(from);
    return g_strconcat(from > name ? "…" : "", from, NULL);
}

static void show_bar(const Progress *progress, const RunProgress *run)
{
    g_autofree char *text = figures(progress, run);
    g_autofree char *name = run->current ? name_end(run->current) : g_strdup("");
    g_autoptr(GString) bar = g_string_new(NULL);
    guint full = run->total ? (guint)(run->done * BAR / run->total) : BAR;

    for (guint i = 0; i < BAR; i++)
        g_string_append(bar, i < full ? "█" : "░");
    fprintf(stderr, "\r\033[K%s %s · %s", bar->str, text, name);
}

void progress_show(const RunProgress *run, gpointer data)
{
    Progress *progress = data;
    gint64 now = g_get_monotonic_time();
    gint64 pause = (progress->terminal ? TERMINAL_MS : ELSEWHERE_MS) * 1000;

    if (progress->quiet || now - progress->shown < pause)
        return;
    progress->shown = now;
    if (progress->terminal) {
        show_bar(progress, run);
    } else {
        g_autofree char *text = figures(progress, run);
        fprintf(stderr, "rasoat: %s\n", text);
    }
}

void progress_end(Progress *progress)
{
    if (progress->terminal && !progress->quiet)
        fprintf(stderr, "\r\033[K");
}
