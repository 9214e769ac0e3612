/* rasoat audit: a district's folder in, a folder of results out; broken off and gone on with at any time. */
#include <errno.h>
#include <jansson.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/calendar.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/translate.h"
#include "batch/apart.h"
#include "batch/conclude.h"
#include "batch/run.h"
#include "batch/store_waivers.h"
#include "cli/command.h"
#include "cli/file_list.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/results.h"
#include "cli/summary.h"
#include "cli/waiving.h"
#include "report/display.h"

typedef struct {
    CheckFlags check;
    char *out, *files_from, *roster, *waivers, *language, *fail_on, *shard;
    char **include, **exclude;
    char *jobs_given, *timeout_given, *memory_given;
    gint jobs, timeout, memory, staff; /* jobs 0, staff -1: not given */
    gboolean quiet;
} Flags;

static void flags_clear(Flags *flags)
{
    check_flags_clear(&flags->check);
    g_free(flags->out);
    g_free(flags->files_from);
    g_free(flags->roster);
    g_free(flags->waivers);
    g_free(flags->language);
    g_free(flags->fail_on);
    g_free(flags->shard);
    g_free(flags->jobs_given);
    g_free(flags->timeout_given);
    g_free(flags->memory_given);
    g_strfreev(flags->include);
    g_strfreev(flags->exclude);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Flags, flags_clear)

/* What the flags come to, and all that a run holds open. */
typedef struct {
    const Flags *flags;
    const char *folder;
    RasoatLanguage language;
    Level fail_on;
    Store *store;
    Round round;
    FILE *list;
    Roster *roster; /* NULL: none */
    Waiving waiving;
    GPtrArray *worker; /* of char *: the words of its command */
    Progress progress;
} Audit;

static void audit_clear(Audit *audit)
{
    store_close(audit->store);
    round_clear(&audit->round);
    roster_free(audit->roster);
    waiving_clear(&audit->waiving);
    if (audit->list && audit->list != stdin)
        fclose(audit->list);
    g_clear_pointer(&audit->worker, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Audit, audit_clear)

/* --- signals -------------------------------------------------------------------------------------------- */

static volatile sig_atomic_t stop;

static void on_stop(int number)
{
    stop = number;
}

/* The first signal ends the run in good order; a second one the usual way. Waiting is broken off by it. */
static void catch_signals(void)
{
    struct sigaction action = {.sa_handler = on_stop, .sa_flags = (int)SA_RESETHAND};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
}

/* --- flags ---------------------------------------------------------------------------------------------- */

static gboolean shard_parse(const char *text, Round *round)
{
    guint64 shard, shards;
    g_auto(GStrv) parts = text ? g_strsplit(text, "/", 0) : NULL;

    round->shard = round->shards = 1;
    if (!text)
        return TRUE;
    if (g_strv_length(parts) == 2 && g_ascii_string_to_unsigned(parts[0], 10, 1, SHARDS_MOST, &shard, NULL) &&
        g_ascii_string_to_unsigned(parts[1], 10, shard, SHARDS_MOST, &shards, NULL)) {
        round->shard = (guint)shard;
        round->shards = (guint)shards;
        return TRUE;
    }
    complain("--shard nhận dạng K/N, như 2/8: phần thứ 2 trong 8 phần");
    return FALSE;
}

static gboolean numbers_parse(Flags *flags)
{
    flags->timeout = 90;
    flags->memory = (gint)(limits_default()->process_bytes >> 20);
    return number_parse("--jobs", flags->jobs_given, 1, JOBS_MOST, &flags->jobs) &&
           number_parse("--timeout", flags->timeout_given, 1, SECONDS_MOST, &flags->timeout) &&
           number_parse("--memory", flags->memory_given, 0, MEMORY_MOST, &flags->memory) &&
           staff_parse(&flags->check, &flags->staff);
}

/* Reports in the folder that is checked would be read as regulations by the next round. */
static gboolean apart(const char *folder, const char *out)
{
    struct stat one, other;
    if (stat(folder, &one) != 0 || stat(out, &other) != 0 || one.st_dev != other.st_dev ||
        one.st_ino != other.st_ino)
        return TRUE;
    g_autofree char *inside = g_build_filename(out, "ket-qua", NULL);
    complain("-o %s: đây chính là thư mục được rà soát, lần sau báo cáo ở đó sẽ bị đọc như quy chế; hãy ghi "
             "vào một thư mục riêng, như %s",
             out, inside);
    return FALSE;
}

static gboolean operands_good(Audit *audit, char **operands)
{
    if (!operands[0] || operands[1] || !audit->flags->out) {
        complain("cần một thư mục để rà soát và -o THƯ-MỤC cho kết quả");
        return FALSE;
    }
    audit->folder = operands[0];
    return apart(audit->folder, audit->flags->out);
}

static gboolean open_list(Audit *audit)
{
    if (audit->flags->files_from)
        audit->list = file_list_open(audit->flags->files_from, audit->folder);
    return audit->list || !audit->flags->files_from;
}

static gboolean load_roster(Audit *audit)
{
    g_autoptr(GError) error = NULL;
    if (!audit->flags->roster)
        return TRUE;
    audit->roster = roster_load(audit->flags->roster, &error);
    if (!audit->roster)
        complain_lines(error);
    for (guint i = 0; audit->roster && i < audit->roster->notes->len; i++) {
        g_autofree char *note = display_message(audit->roster->notes->pdata[i]);
        fprintf(stderr, "rasoat: %s\n", note);
    }
    return audit->roster != NULL;
}

/* --- the round ------------------------------------------------------------------------------------------ */

/* What decides which files are judged, how, and how they are told, beside folder, rules and date. */
static char *options_json(const Audit *audit)
{
    const Flags *flags = audit->flags;
    g_autofree char *include = flags->include ? g_strjoinv("\n", flags->include) : NULL;
    g_autofree char *exclude = flags->exclude ? g_strjoinv("\n", flags->exclude) : NULL;
    json_t *object =
        json_pack("{s:s?, s:i, s:b, s:s?, s:s?, s:s?, s:s?}", "profile", flags->check.profile, "staff",
                  flags->staff, "list", flags->files_from != NULL, "include", include, "exclude", exclude,
                  "roster", audit->roster ? audit->roster->digest : NULL, "waivers",
                  audit->waiving.waivers ? waivers_digest(audit->waiving.waivers) : NULL);
    char *dump = json_dumps(object, JSON_COMPACT);
    char *json = g_strdup(dump ? dump : "{}");
    free(dump);
    json_decref(object);
    return json;
}

/* The date of the flags; without one, that of a round that was broken off: the next morning is not to begin
 * anew. Today otherwise. */
static char *date_of_round(const Audit *audit)
{
    g_auto(Round) last = {0};
    if (audit->flags->check.as_of)
        return calendar_date(audit->flags->check.as_of);
    if (store_round(audit->store, 0, &last, NULL) && !last.finished)
        return g_strdup(last.as_of);
    g_autoptr(GDateTime) now = g_date_time_new_now_local();
    return g_date_time_format(now, "%Y-%m-%d");
}

static gboolean profile_good(const RasoatRules *rules, const RasoatOptions *options)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RasoatResult) result = rasoat_check_bytes(rules, "", "", 0, options, &error);
    if (!result)
        complain_error(N_("--profile: bộ quy tắc không có loại đơn vị này"), error);
    return result != NULL;
}

/* Everything of the round but its id; the rules are read once here for their digest, and by each worker. */
static gboolean describe_round(Audit *audit)
{
    g_autoptr(RasoatOptions) options = check_options_new(&audit->flags->check);
    g_autoptr(RasoatRules) rules = options ? rules_open(audit->flags->check.rules) : NULL;

    if (!rules || !profile_good(rules, options) ||
        !waiving_open(&audit->waiving, audit->flags->waivers, rules))
        return FALSE;
    audit->round.folder = g_strdup(audit->folder);
    audit->round.rules = g_strdup(rasoat_rules_digest(rules));
    audit->round.version = g_strdup_printf("rasoat %s", rasoat_version());
    audit->round.options = options_json(audit);
    return TRUE;
}

static ExitCode store_failed(const GError *error)
{
    complain_error(N_("không ghi được kết quả; những gì đã rà soát xong vẫn còn"), error);
    return EXIT_NOT_BEGUN;
}

/* Before work begins: who meant to check another district has chosen the wrong place for its results. */
static gboolean tell_other_folder(const Audit *audit, GError **error)
{
    g_auto(Round) before = {0};
    GError *cause = NULL;
    if (rounds_before(audit->store, &audit->round, &before, &cause) &&
        rounds_apart(&before, &audit->round, APART_FOLDER))
        complain(
            "“%s” đang giữ kết quả của thư mục “%s”, lần này là “%s”: hai lần sẽ được so sánh theo tên đơn "
            "vị; nếu là đợt của nơi khác, hãy ghi vào thư mục khác (-o)",
            audit->flags->out, before.folder, audit->round.folder);
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

static gboolean begin_round(Audit *audit)
{
    g_autoptr(GError) error = NULL;
    gboolean resumed = FALSE;

    audit->store = store_open(audit->flags->out, STORE_WRITE, &error);
    if (audit->store) {
        audit->round.as_of = date_of_round(audit);
        if (store_round_begin(audit->store, &audit->round, &resumed, &error) &&
            store_put_waivers(audit->store, audit->round.id, audit->waiving.waivers, &error) && !resumed &&
            !audit->flags->quiet)
            tell_other_folder(audit, &error);
    }
    if (error) {
        complain_error(N_("không dùng được nơi ghi kết quả"), error);
        return FALSE;
    }
    if (resumed && !audit->flags->quiet)
        complain("tiếp tục lần rà soát còn dở");
    return TRUE;
}

/* --- workers -------------------------------------------------------------------------------------------- */

static void add_word(GPtrArray *words, const char *option, char *value)
{
    g_ptr_array_add(words, g_strconcat(option, value, NULL));
    g_free(value);
}

/* This program as a worker; $RASOAT_WORKER instead, so that tests can see what a bad one does. */
static void make_command(Audit *audit)
{
    const Flags *flags = audit->flags;
    const char *other = g_getenv("RASOAT_WORKER");
    g_autofree char *own = g_file_read_link("/proc/self/exe", NULL);

    audit->worker = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(audit->worker, g_strdup(other ? other : own));
    g_ptr_array_add(audit->worker, g_strdup("worker"));
    add_word(audit->worker, "--channel=", g_strdup_printf("%d", POOL_CHANNEL));
    add_word(audit->worker, "--memory=", g_strdup_printf("%d", flags->memory));
    add_word(audit->worker, "--cpu-time=", g_strdup_printf("%d", flags->timeout));
    if (flags->check.rules)
        add_word(audit->worker, "--rules=", g_strdup(flags->check.rules));
    g_ptr_array_add(audit->worker, NULL);
}

static RunSettings settings_of(Audit *audit)
{
    const Flags *flags = audit->flags;
    return (RunSettings){
        .folder = audit->folder,
        .list = audit->list,
        .roster = audit->roster,
        .filter = {.include = flags->include, .exclude = flags->exclude, .output = flags->out},
        .task = {.profile = flags->check.profile,
                 .as_of = audit->round.as_of,
                 .staff = flags->staff,
                 .state_owned = -1, /* what a roster says, file by file */
                 .has_union = -1,
                 .dispersed = -1},
        .pool = {.command = (char *const *)audit->worker->pdata,
                 .jobs = flags->jobs ? (guint)flags->jobs : g_get_num_processors(),
                 .timeout_seconds = (guint)flags->timeout,
                 .memory_bytes = (guint64)flags->memory << 20},
        .stop = &stop,
        .progress = progress_show,
        .data = &audit->progress,
    };
}

/* Once a run, in both languages: an office is to know how safe its machine is. */
static void tell_sandbox(const Audit *audit)
{
    const char *sandbox = audit->round.sandbox;
    if (!sandbox || g_str_equal(sandbox, "landlock+seccomp") || audit->flags->quiet)
        return;
    complain("máy này không giam được đầy đủ tiến trình đọc tệp (chỉ có: %s)", sandbox);
}

/* --- the run -------------------------------------------------------------------------------------------- */

static ExitCode run_failed(const Audit *audit, const GError *error)
{
    if (error->code == RASOAT_ERROR_OUTPUT)
        return store_failed(error);
    complain_error(error->code == RASOAT_ERROR_IO ? N_("không đọc được thư mục hoặc danh sách tệp")
                   : error->code == RASOAT_ERROR_RULES
                       ? N_("bộ quy tắc bị sửa trong khi rà soát; hãy chạy lại")
                       : N_("không khởi động được tiến trình rà soát"),
                   error);
    (void)audit;
    return EXIT_NOT_BEGUN;
}

static ExitCode stopped(void)
{
    complain("đã dừng theo yêu cầu; những gì xong vẫn được giữ, chạy lại đúng lệnh này để làm tiếp");
    return EXIT_NOT_BEGUN;
}

static ExitCode conclude(Audit *audit)
{
    g_autoptr(GError) error = NULL;
    RoundFigures figures;

    if (!conclude_round(audit->store, &audit->round, &error))
        return store_failed(error);
    if (audit->round.shards > 1)
        return EXIT_CLEAN;
    if (!results_write(audit->store, audit->round.id, audit->flags->out, &error) ||
        !store_figures(audit->store, audit->round.id, &figures, &error))
        return store_failed(error);
    if (!audit->flags->quiet &&
        !summary_print(audit->store, &audit->round, &figures, audit->flags->out, audit->language, &error))
        return store_failed(error);
    return summary_exit(&figures, audit->fail_on);
}

static ExitCode run_audit(Audit *audit)
{
    g_autoptr(GError) error = NULL;
    RunSettings settings = settings_of(audit);

    catch_signals();
    progress_init(&audit->progress, audit->language, audit->flags->quiet);
    RunEnd end = run_round(audit->store, &audit->round, &settings, &error);
    progress_end(&audit->progress);
    tell_sandbox(audit);
    switch (end) {
    case RUN_DONE:
        return conclude(audit);
    case RUN_STOPPED:
        return stopped();
    case RUN_EMPTY:
        if (audit->flags->include || audit->flags->exclude)
            complain("không có văn bản nào ở “%s” được --include, --exclude chọn; hãy sửa hoặc bỏ các mẫu ấy",
                     audit->folder);
        else
            complain("không có văn bản nào để rà soát ở “%s”; hãy ghi thư mục có tệp quy chế (.docx, .odt)",
                     audit->folder);
        store_abandon(g_steal_pointer(&audit->store));
        return EXIT_NOT_BEGUN;
    default:
        return run_failed(audit, error);
    }
}

static ExitCode audit_run(const Command *command, int argc, char **argv)
{
    g_auto(Flags) flags = {0};
    g_auto(Audit) audit = {.flags = &flags};
    g_auto(GStrv) operands = NULL;
    gboolean finished;
    GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &flags.out,
         N_("thư mục ghi kết quả; chạy lại với cùng thư mục thì chỉ rà soát những gì mới"), "THƯ-MỤC"},
        {"roster", 0, 0, G_OPTION_ARG_FILENAME, &flags.roster,
         N_("danh sách đơn vị phải nộp (CSV): đơn vị, loại, cấp trên, tệp, số người, nhà nước, công đoàn, "
            "phân tán"),
         "TỆP"},
        WAIVERS_ENTRY(&flags.waivers),
        PROFILE_ENTRY(&flags.check),
        AS_OF_ENTRY(&flags.check),
        STAFF_ENTRY(&flags.check),
        {"files-from", 0, 0, G_OPTION_ARG_FILENAME, &flags.files_from,
         N_("lấy tên tệp từ tệp này, mỗi dòng một tên, tính từ thư mục được rà soát; “-” là đầu vào chuẩn"),
         "TỆP"},
        {"include", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &flags.include,
         N_("chỉ lấy tệp có đường dẫn hoặc tên khớp mẫu (*, ?); dùng được nhiều lần"), "MẪU"},
        {"exclude", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &flags.exclude, N_("bỏ tệp khớp mẫu"), "MẪU"},
        {"shard", 0, 0, G_OPTION_ARG_FILENAME, &flags.shard,
         N_("chỉ làm phần thứ K trong N phần; ghép các phần bằng “rasoat merge”"), "K/N"},
        {"jobs", 'j', 0, G_OPTION_ARG_FILENAME, &flags.jobs_given,
         N_("số tiến trình (mặc định: số nhân của máy)"), "SỐ"},
        {"timeout", 0, 0, G_OPTION_ARG_FILENAME, &flags.timeout_given,
         N_("số giây tối đa cho một văn bản (mặc định: 90)"), "GIÂY"},
        {"memory", 0, 0, G_OPTION_ARG_FILENAME, &flags.memory_given,
         N_("bộ nhớ tối đa của một tiến trình, MiB (mặc định: 1024; 0: không giới hạn)"), "MIB"},
        {"lang", 'l', 0, G_OPTION_ARG_FILENAME, &flags.language, N_("ngôn ngữ: vi (mặc định), en"),
         "NGÔN-NGỮ"},
        {"fail-on", 0, 0, G_OPTION_ARG_FILENAME, &flags.fail_on,
         N_("mức làm mã kết thúc bằng 1: none, review, partial, missing (mặc định), conflict"), "MỨC"},
        {"quiet", 'q', 0, G_OPTION_ARG_NONE, &flags.quiet, N_("không in tiến độ và tổng kết"), NULL},
        RULES_ENTRY(&flags.check),
        {0},
    };

    if (!command_parse(command, entries, NULL, argc, argv, &operands, &finished))
        return EXIT_NOT_BEGUN;
    if (finished)
        return EXIT_CLEAN;
    if (!language_parse(flags.language, &audit.language) || !fail_on_parse(flags.fail_on, &audit.fail_on) ||
        !shard_parse(flags.shard, &audit.round) || !numbers_parse(&flags) ||
        !operands_good(&audit, operands) || !open_list(&audit) || !load_roster(&audit) ||
        !describe_round(&audit) || !begin_round(&audit))
        return EXIT_NOT_BEGUN;
    make_command(&audit);
    return run_audit(&audit);
}

const Command command_audit = {
    .name = "audit",
    .arguments = "[tùy chọn] THƯ-MỤC -o THƯ-MỤC",
    .purpose = N_("rà soát cả thư mục các đơn vị nộp; dừng và làm tiếp lúc nào cũng được"),
    .run = audit_run,
};
