/* One document for `rasoat text` and `rasoat outline`. */
#include "cli/reading.h"

#include <unistd.h>

#include "audit/result.h"
#include "base/input.h"
#include "cli/command.h"
#include "reader/reader.h"
#include "report/words.h"

static void complain_unreadable(const char *file, const GError *error)
{
    g_autoptr(Result) result = result_new(file);
    result_set_error(result, error);
    const char *detail = words_detail(result, RASOAT_VIETNAMESE);
    BilingualText text = {g_strdup_printf("%s: %s %s%s%s%s", file, result->error_message.vi,
                                          words_advice(result, RASOAT_VIETNAMESE), detail ? " (" : "",
                                          detail ? detail : "", detail ? ")" : ""),
                          g_strdup_printf("%s %s (%s: %s)", result->error_message.en,
                                          words_advice(result, RASOAT_ENGLISH), result->error_code,
                                          result->error_detail.en)};
    complain_text(&text);
    bilingual_clear(&text);
}

Document *document_open(const char *file, Budget *budget)
{
    g_autoptr(GError) error = NULL;
    guint64 limit = budget->limits->file_bytes;
    g_autoptr(GBytes) bytes = g_str_equal(file, "-") ? input_read_descriptor(STDIN_FILENO, limit, &error)
                                                     : input_read_file(file, limit, &error);
    Document *document = bytes ? reader_read(bytes, budget, &error) : NULL;
    if (!document)
        complain_unreadable(file, error);
    return document;
}

gboolean document_in_time(const char *file, const Budget *budget)
{
    g_autoptr(GError) error = NULL;
    if (budget_check_time(budget, &error))
        return TRUE;
    complain_unreadable(file, error);
    return FALSE;
}

const char *operand_single(char **operands)
{
    if (operands[0] && !operands[1])
        return operands[0];
    complain("lệnh này nhận đúng một tệp");
    return NULL;
}
