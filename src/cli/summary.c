/* The end of a batch on standard output. */
#include "cli/summary.h"

#include <stdio.h>

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

static guint64 documents(const RoundFigures *figures)
{
    guint64 sum = figures->not_regulations + figures->unreadable;
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
        print_count(language, N_("  nộp tệp không đọc được"), figures->units[UNIT_UNREADABLE], FALSE);
        print_count(language, N_("  nộp văn bản khác"), figures->units[UNIT_OTHER], FALSE);
        print_count(language, N_("  chưa nộp"), figures->units[UNIT_MISSING], TRUE);
        print_count(language, N_("Văn bản không rõ của đơn vị nào"), figures->doubtful, FALSE);
        print_count(language, N_("Văn bản ngoài danh sách"), figures->unmatched, FALSE);
    } else {
        print_count(language, N_("Đơn vị nêu trong văn bản"), units, FALSE);
    }
}

void summary_print(const RoundFigures *figures, const char *out, RasoatLanguage language)
{
    g_autofree char *place = display_text(out);

    print_count(language, N_("Văn bản được rà soát"), documents(figures), TRUE);
    print_count(language, N_("  đầy đủ"), figures->verdicts[VERDICT_COMPLETE], TRUE);
    print_count(language, N_("  chưa đầy đủ"), figures->verdicts[VERDICT_INCOMPLETE], TRUE);
    print_count(language, N_("  có nội dung trái quy định"), figures->verdicts[VERDICT_CONFLICTING], TRUE);
    print_count(language, N_("  cần người xem lại"), figures->verdicts[VERDICT_REVIEW], FALSE);
    print_count(language, N_("  không phải quy chế"), figures->not_regulations, FALSE);
    print_count(language, N_("  không đọc được"), figures->unreadable, FALSE);
    print_count(language, N_("Bản cũ hơn của cùng đơn vị"), figures->older, FALSE);
    print_count(language, N_("Tệp trùng nội dung"), figures->duplicates, FALSE);
    print_count(language, N_("Tệp bỏ qua"), figures->skipped, FALSE);
    print_count(language, N_("Thư mục không mở được"), figures->folders, FALSE);
    print_units(figures, language);
    print_count(language, N_("Văn bản chép của nhau"), figures->copies, FALSE);
    print_count(language, N_("  thành số nhóm"), figures->families, FALSE);
    printf("%s %s/results.jsonl, %s/%s\n", say(language, "Kết quả:"), place, place, STORE_NAME);
}

ExitCode summary_exit(const RoundFigures *figures, Level fail_on)
{
    if (figures->levels[LEVEL_NOT_JUDGED] > 0 || figures->folders > 0)
        return EXIT_NOT_JUDGED;
    if (figures->units[UNIT_MISSING] > 0 && fail_on >= LEVEL_MISSING)
        return EXIT_FOUND;
    for (guint level = LEVEL_CONFLICT; level <= LEVEL_CLEAN; level++)
        if (figures->levels[level] > 0 && level_fails((Level)level, fail_on))
            return EXIT_FOUND;
    return EXIT_CLEAN;
}
