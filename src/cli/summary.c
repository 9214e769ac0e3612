/* The end of a batch on standard output. */
#include "cli/summary.h"

#include <stdio.h>

#include "report/display.h"
#include "report/words.h"

static void print_count(RasoatLanguage language, const char *vi, const char *en, guint64 count,
                        gboolean always)
{
    enum { LABEL = 34 };
    const char *label = say(language, vi, en);
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
        print_count(language, "Đơn vị phải nộp", "Units that are to send", units, TRUE);
        print_count(language, "  đã nộp quy chế", "  sent a regulation", figures->units[UNIT_SUBMITTED],
                    TRUE);
        print_count(language, "  nộp tệp không đọc được", "  sent what cannot be read",
                    figures->units[UNIT_UNREADABLE], FALSE);
        print_count(language, "  nộp văn bản khác", "  sent something else", figures->units[UNIT_OTHER],
                    FALSE);
        print_count(language, "  chưa nộp", "  sent nothing", figures->units[UNIT_MISSING], TRUE);
        print_count(language, "Văn bản không rõ của đơn vị nào", "Documents of no certain unit",
                    figures->doubtful, FALSE);
        print_count(language, "Văn bản ngoài danh sách", "Documents of no unit listed", figures->unmatched,
                    FALSE);
    } else {
        print_count(language, "Đơn vị nêu trong văn bản", "Units that texts name", units, FALSE);
    }
}

void summary_print(const RoundFigures *figures, const char *out, RasoatLanguage language)
{
    g_autofree char *place = display_text(out);

    print_count(language, "Văn bản được rà soát", "Documents checked", documents(figures), TRUE);
    print_count(language, "  đầy đủ", "  complete", figures->verdicts[VERDICT_COMPLETE], TRUE);
    print_count(language, "  chưa đầy đủ", "  incomplete", figures->verdicts[VERDICT_INCOMPLETE], TRUE);
    print_count(language, "  có nội dung trái quy định", "  at odds with the law",
                figures->verdicts[VERDICT_CONFLICTING], TRUE);
    print_count(language, "  cần người xem lại", "  for a person to look at",
                figures->verdicts[VERDICT_REVIEW], FALSE);
    print_count(language, "  không phải quy chế", "  no regulation", figures->not_regulations, FALSE);
    print_count(language, "  không đọc được", "  unreadable", figures->unreadable, FALSE);
    print_count(language, "Bản cũ hơn của cùng đơn vị", "Older texts of a unit", figures->older, FALSE);
    print_count(language, "Tệp trùng nội dung", "Duplicates by content", figures->duplicates, FALSE);
    print_count(language, "Tệp bỏ qua", "Files skipped", figures->skipped, FALSE);
    print_count(language, "Thư mục không mở được", "Folders not readable", figures->folders, FALSE);
    print_units(figures, language);
    print_count(language, "Văn bản chép của nhau", "Copies of one another", figures->copies, FALSE);
    print_count(language, "  thành số nhóm", "  in so many families", figures->families, FALSE);
    printf("%s %s/results.jsonl, %s/%s\n", say(language, "Kết quả:", "Results:"), place, place, STORE_NAME);
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
