/* The end of a batch on standard output. */
#include "cli/summary.h"

#include <stdio.h>

#include "base/translate.h"
#include "batch/apart.h"
#include "batch/compare.h"
#include "batch/store_waivers.h"
#include "district/doubts.h"
#include "district/waivers.h"
#include "report/display.h"
#include "report/words.h"

static void print_count(RasoatLanguage language, const char *text, guint64 count, gboolean always)
{
    enum { LABEL = 34 };
    const char *label = say(language, text);
    if (count == 0 && !always)
        return;
    printf("  %s%*s%6" G_GUINT64_FORMAT "\n", label, (int)(LABEL - display_width(label)), "", count);
}

/* Regulations with a verdict. */
static guint64 judged(const RoundFigures *figures)
{
    guint64 sum = 0;
    for (guint i = 0; i < G_N_ELEMENTS(figures->verdicts); i++)
        sum += figures->verdicts[i];
    return sum;
}

static void print_units(const RoundFigures *figures, RasoatLanguage language)
{
    guint64 units = 0;
    for (guint i = 0; i < G_N_ELEMENTS(figures->units); i++)
        units += figures->units[i];
    if (figures->roster) {
        print_count(language, N_("Đơn vị phải nộp"), units, TRUE);
        print_count(language, N_("  đã nộp quy chế"), figures->units[UNIT_SUBMITTED], TRUE);
        print_count(language, N_("  có tệp chưa rõ đơn vị, cần xem"), figures->units[UNIT_DOUBTED], FALSE);
        print_count(language, N_("  nộp tệp không đọc được"), figures->units[UNIT_UNREADABLE], FALSE);
        print_count(language, N_("  nộp văn bản khác"), figures->units[UNIT_OTHER], FALSE);
        print_count(language, N_("  chưa nộp"), figures->units[UNIT_MISSING], TRUE);
    } else {
        print_count(language, N_("Đơn vị nêu trong văn bản"), units, FALSE);
    }
}

/* Of what is listed, so many at most; the rest stands in the reports. */
enum { SHOWN = 20 };

static void print_rest(guint64 count, RasoatLanguage language)
{
    if (count == 0)
        return;
    g_autofree char *rest = g_strdup_printf(say(language, "và %u dòng nữa, xem trong báo cáo"), (guint)count);
    printf("    %s\n", rest);
}

static void print_idle(const WaiverRow *row, const WaiverUse *use, const char *as_of, RasoatLanguage language)
{
    g_autofree char *effect = district_waiver_effect(row, use, as_of, language);
    g_autofree char *rule = display_text(row->rule);
    printf("    %s %u (%s): %s\n", say(language, "dòng"), row->line, rule, effect);
}

static gboolean print_waivers(Store *store, const Round *round, const RoundFigures *figures,
                              RasoatLanguage language, GError **error)
{
    g_autoptr(Waivers) waivers = NULL;
    g_autofree WaiverUse *uses = NULL;
    guint shown = 0, count;
    if (!store_waivers(store, round->id, &waivers, &uses, error))
        return FALSE;
    if (!waivers)
        return TRUE;
    count = waivers_count(waivers) - (guint)figures->waivers[WAIVER_USED];
    print_count(language, N_("Thiếu sót được chấp nhận"), figures->waived, TRUE);
    print_count(language, N_("  ở số văn bản"), figures->waived_in, FALSE);
    print_count(language, N_("Dòng chấp nhận không có tác dụng"), count, FALSE);
    for (guint i = 0; i < waivers_count(waivers) && shown < SHOWN; i++) {
        const WaiverRow *row = waivers_row(waivers, i);
        if (waiver_state(row, &uses[i], round->as_of) == WAIVER_USED)
            continue;
        print_idle(row, &uses[i], round->as_of, language);
        shown++;
    }
    print_rest(count - shown, language);
    return TRUE;
}

typedef struct {
    RasoatLanguage language;
    guint shown;
} Doubts;

static gboolean print_doubt(const StoreFile *file, gpointer data, GError **error)
{
    Doubts *doubts = data;
    (void)error;
    g_autofree char *path = display_path(file->path);
    g_autofree char *name = display_text(path); /* file names may hold what turns a terminal */
    g_autofree char *sentence = district_doubt_sentence(file->reason, doubts->language);
    printf("    %s: %s\n", name, sentence);
    return ++doubts->shown < SHOWN;
}

/* Each with why, up to the most that are shown. */
static gboolean print_doubts(Store *store, const Round *round, const RoundFigures *figures,
                             RasoatLanguage language, GError **error)
{
    Doubts doubts = {language, 0};
    print_count(language, N_("Quy chế chưa rõ của đơn vị nào"), figures->unnamed, FALSE);
    if (figures->unnamed == 0)
        return TRUE;
    if (!district_each_doubt(store, round, print_doubt, &doubts, error))
        return FALSE;
    print_rest(figures->unnamed - doubts.shown, language);
    return TRUE;
}

typedef struct {
    const char *head; /* stands before the first */
    guint count;
} Listed;

static void print_listed(const char *name, gpointer data)
{
    Listed *listed = data;
    if (listed->count == 0)
        printf("  %s\n", listed->head);
    if (listed->count++ >= SHOWN)
        return;
    g_autofree char *safe = display_text(name);
    printf("    %s\n", safe);
}

static void count_change(const RoundChange *change, gpointer data)
{
    change_counts_add(data, change);
}

/* What became of the gaps of the round before; what is accepted now is counted apart, as on the page. */
static gboolean print_changes(Store *store, const Round *before, const Round *round, RasoatLanguage language,
                              GError **error)
{
    ChangeCounts changes = {{0}, 0};
    if (!compare_rounds(store, before->id, round->id, count_change, &changes, error))
        return FALSE;
    print_count(language, N_("Thiếu sót đã sửa"), changes.counts[CHANGE_FIXED], TRUE);
    print_count(language, N_("Thiếu sót còn nguyên"), changes.counts[CHANGE_OPEN], TRUE);
    print_count(language, N_("Thiếu sót nặng hơn"), changes.counts[CHANGE_WORSE], FALSE);
    print_count(language, N_("Thiếu sót mới phát sinh"), changes.counts[CHANGE_NEW], TRUE);
    print_count(language, N_("Thiếu sót đã chấp nhận"), changes.accepted, FALSE);
    return TRUE;
}

/* What the reports compare this round with, what beside the texts is other than then, who has submitted since
 * and who is missed. */
static gboolean print_before(Store *store, const Round *round, RasoatLanguage language, GError **error)
{
    g_auto(Round) before = {0};
    GError *cause = NULL;
    if (!rounds_before(store, round, &before, &cause)) {
        if (cause)
            g_propagate_error(error, cause);
        return cause == NULL;
    }
    g_autofree char *day = say_day(language, before.finished);
    g_autofree char *number = g_strdup_printf("%" G_GINT64_FORMAT, before.id);
    g_autofree char *head =
        g_strdup_printf(say(language, "So sánh với lần rà soát trước: lần %s, xong ngày %s"), number, day);
    printf("%s\n", head);
    for (guint i = 0; i < APARTS; i++) {
        g_autofree char *difference = rounds_apart_say(&before, round, (Apart)i, language);
        if (!difference)
            continue;
        g_autofree char *safe = display_text(difference);
        printf("  %s %s\n", say(language, "Lưu ý:"), safe);
    }
    if (!print_changes(store, &before, round, language, error))
        return FALSE;
    Listed added = {say(language, "Lần trước chưa có quy chế để rà soát, lần này đã nộp:"), 0},
           gone = {say(language, "Lần trước đã nộp quy chế, lần này không có quy chế để rà soát:"), 0};
    if (!compare_new(store, before.id, round->id, print_listed, &added, error))
        return FALSE;
    print_rest(added.count - MIN(added.count, SHOWN), language);
    if (!compare_vanished(store, before.id, round->id, print_listed, &gone, error))
        return FALSE;
    print_rest(gone.count - MIN(gone.count, SHOWN), language);
    return TRUE;
}

gboolean summary_print(Store *store, const Round *round, const RoundFigures *figures, const char *out,
                       RasoatLanguage language, GError **error)
{
    g_autofree char *place = display_text(out);

    print_count(language, N_("Quy chế được rà soát"), judged(figures), TRUE);
    print_count(language, N_("  đầy đủ"), figures->verdicts[VERDICT_COMPLETE], TRUE);
    print_count(language, N_("    trong đó có chấp nhận"), figures->accepted, FALSE);
    print_count(language, N_("  chưa đầy đủ"), figures->verdicts[VERDICT_INCOMPLETE], TRUE);
    print_count(language, N_("  có nội dung trái quy định"), figures->verdicts[VERDICT_CONFLICTING], TRUE);
    print_count(language, N_("  cần người xem lại"), figures->verdicts[VERDICT_REVIEW], FALSE);
    print_count(language, N_("Văn bản không phải quy chế"), figures->not_regulations, FALSE);
    print_count(language, N_("Tệp không đọc được"), figures->unreadable, FALSE);
    print_count(language, N_("Đề ngày sau ngày đối chiếu"), figures->future, FALSE);
    print_count(language, N_("Bản cũ hơn của cùng đơn vị"), figures->older, FALSE);
    print_count(language, N_("Bản khác của cùng đơn vị"), figures->rivals, FALSE);
    print_count(language, N_("Tệp trùng nội dung"), figures->duplicates, FALSE);
    print_count(language, N_("Tệp bỏ qua"), figures->skipped, FALSE);
    print_count(language, N_("Thư mục không mở được"), figures->folders, FALSE);
    print_units(figures, language);
    if (!print_doubts(store, round, figures, language, error))
        return FALSE;
    print_count(language, N_("Văn bản chép của nhau"), figures->copies, FALSE);
    print_count(language, N_("  thành số nhóm"), figures->families, FALSE);
    if (!print_waivers(store, round, figures, language, error) ||
        !print_before(store, round, language, error))
        return FALSE;
    printf("%s %s/results.jsonl, %s/%s\n", say(language, "Kết quả:"), place, place, STORE_NAME);
    return TRUE;
}

ExitCode summary_exit(const RoundFigures *figures, Level fail_on)
{
    if (figures->levels[LEVEL_NOT_JUDGED] > 0 || figures->folders > 0)
        return EXIT_NOT_JUDGED;
    if (figures->units[UNIT_MISSING] + figures->units[UNIT_DOUBTED] > 0 && fail_on >= LEVEL_MISSING)
        return EXIT_FOUND;
    for (guint level = LEVEL_CONFLICT; level <= LEVEL_CLEAN; level++)
        if (figures->levels[level] > 0 && level_fails((Level)level, fail_on))
            return EXIT_FOUND;
    return EXIT_CLEAN;
}
