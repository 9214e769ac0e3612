/* The auditor of a test group: the rules of the repository, loaded before its first test. */
#ifndef REPOSITORY_AUDITOR_H
#define REPOSITORY_AUDITOR_H

#include "audit/audit.h"

static Auditor *auditor;

static inline int load_auditor(void **state)
{
    (void)state;
    auditor = auditor_new("rules", NULL);
    return auditor ? 0 : -1;
}

static inline int free_auditor(void **state)
{
    (void)state;
    auditor_free(auditor);
    return 0;
}

#endif
