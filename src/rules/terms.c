/* Names and ownership of the shared words. */
#include "rules/terms.h"

const char *status_name(Status status)
{
    static const char *const names[] = {"met", "partial", "missing", "conflict", "review", "not-applicable"};
    g_return_val_if_fail((guint)status < G_N_ELEMENTS(names), "unknown");
    return names[status];
}

Status status_named(const char *name)
{
    Status status = STATUS_MET;
    while (status < STATUS_NOT_APPLICABLE && !g_str_equal(status_name(status), name))
        status++;
    return status;
}

const char *severity_name(Severity severity)
{
    static const char *const names[] = {"mandatory", "recommended", "info"};
    g_return_val_if_fail((guint)severity < G_N_ELEMENTS(names), "unknown");
    return names[severity];
}

void basis_clear(gpointer data)
{
    Basis *basis = data;
    g_free(basis->instrument);
    g_free(basis->article);
    g_free(basis->clause);
    g_free(basis->point);
}
