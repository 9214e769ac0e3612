/* What is wrong in a table, a line each. */
#include "text/table_faults.h"

#include "base/error.h"
#include "base/translate.h"

enum { FAULTS_TOLD = 20 };

TableFaults *table_faults_new(void)
{
    TableFaults *faults = g_new0(TableFaults, 1);
    faults->told = g_string_new(NULL);
    return faults;
}

void table_faults_free(TableFaults *faults)
{
    if (!faults)
        return;
    g_string_free(faults->told, TRUE);
    g_free(faults);
}

void table_faults_add(TableFaults *faults, GError *fault)
{
    if (++faults->count <= FAULTS_TOLD) {
        if (faults->told->len)
            g_string_append_c(faults->told, '\n');
        g_string_append(faults->told, g_strdelimit(fault->message, "\r\n", ' '));
    }
    g_error_free(fault);
}

gboolean table_faults_none(const TableFaults *faults, const char *path, GError **error)
{
    g_autoptr(GError) rest = NULL;
    if (faults->count == 0)
        return TRUE;
    if (faults->count > FAULTS_TOLD)
        error_set_usage(&rest, path, N_("và %u lỗi nữa"), faults->count - FAULTS_TOLD);
    error_set(error, RASOAT_ERROR_USAGE, "%s%s%s", faults->told->str, rest ? "\n" : "",
              rest ? rest->message : "");
    return FALSE;
}
