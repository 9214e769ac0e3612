/* Results read back from JSON; what is read is written and read once more, to the same bytes. */
#include <string.h>

#include "fuzz.h"
#include "report/record.h"
#include "report/report.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Result) result = record_read((const char *)data, size, &error);
    g_assert((result == NULL) == (error != NULL));
    if (!result)
        return 0;
    g_autofree char *once = report_result_json(result, FALSE);
    g_autoptr(Result) again = record_read(once, strlen(once), &error);
    g_assert_no_error(error);
    g_autofree char *twice = report_result_json(again, FALSE);
    g_assert_cmpstr(once, ==, twice);
    return 0;
}
