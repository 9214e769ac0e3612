/* Landlock (Linux 5.13, landlock(7)) and seccomp (libseccomp), each where the kernel has it; limits by
 * setrlimit(2). */
#include "batch/sandbox.h"

#include <errno.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* AddressSanitizer maps terabytes and calls what a worker never does. */
#ifdef __SANITIZE_ADDRESS__
#define SANITIZED TRUE
#else
#define SANITIZED FALSE
#endif

/* Rights on files that each version of Landlock knows; a right that it does not know is an error. */
static guint64 landlock_rights(long version)
{
    guint64 rights = (G_GUINT64_CONSTANT(1) << 13) - 1; /* version 1: execute … make_sym */
    if (version >= 2)
        rights |= G_GUINT64_CONSTANT(1) << 13; /* refer */
    if (version >= 3)
        rights |= G_GUINT64_CONSTANT(1) << 14; /* truncate */
    if (version >= 5)
        rights |= G_GUINT64_CONSTANT(1) << 15; /* ioctl of devices */
    return rights;
}

static gboolean enter_landlock(void)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return FALSE;
    struct {
        guint64 files;
        guint64 network; /* from version 4 on: bind and connect of TCP */
    } rights = {landlock_rights(version), 3};
    gsize size = version >= 4 ? sizeof rights : sizeof rights.files;
    long ruleset = syscall(SYS_landlock_create_ruleset, &rights, size, 0);
    if (ruleset < 0)
        return FALSE;
    gboolean entered = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close((int)ruleset);
    return entered;
}

/* What computing, allocating, reading a descriptor and answering take; also what a program that aborts
 * calls, so that its end is told apart from others. */
static const int allowed[] = {
    SCMP_SYS(read),          SCMP_SYS(readv),
    SCMP_SYS(pread64),       SCMP_SYS(write),
    SCMP_SYS(writev),        SCMP_SYS(recvmsg),
    SCMP_SYS(recvfrom),      SCMP_SYS(sendmsg),
    SCMP_SYS(sendto),        SCMP_SYS(close),
    SCMP_SYS(fstat),         SCMP_SYS(newfstatat),
    SCMP_SYS(lseek),         SCMP_SYS(mmap),
    SCMP_SYS(munmap),        SCMP_SYS(mprotect),
    SCMP_SYS(mremap),        SCMP_SYS(madvise),
    SCMP_SYS(brk),           SCMP_SYS(futex),
    SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday),
    SCMP_SYS(getrandom),     SCMP_SYS(getrusage),
    SCMP_SYS(setrlimit),     SCMP_SYS(getrlimit),
    SCMP_SYS(rt_sigaction),  SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),  SCMP_SYS(restart_syscall),
    SCMP_SYS(sched_yield),   SCMP_SYS(getpid),
    SCMP_SYS(gettid),        SCMP_SYS(exit),
    SCMP_SYS(exit_group),    SCMP_SYS(sigreturn),
    SCMP_SYS(_llseek),       SCMP_SYS(mmap2),
    SCMP_SYS(fstat64),       SCMP_SYS(fstatat64),
};

/* Calls that could reach other processes are allowed for this one alone: limits (process 0 is the caller),
 * and the signal with which it aborts. */
static gboolean allow_for_itself(scmp_filter_ctx filter)
{
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, SCMP_A0(SCMP_CMP_EQ, 0)) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
                            SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid())) == 0;
}

static gboolean enter_seccomp(void)
{
    scmp_filter_ctx filter = SANITIZED ? NULL : seccomp_init(SCMP_ACT_ERRNO(EPERM));
    gboolean good = filter != NULL;

    for (guint i = 0; good && i < G_N_ELEMENTS(allowed); i++) {
        int result = seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0);
        good = result == 0 || result == -EDOM; /* a call that this processor's kernel does not have */
    }
    good = good && allow_for_itself(filter) && seccomp_load(filter) == 0;
    if (filter)
        seccomp_release(filter);
    return good;
}

const char *sandbox_enter(void)
{
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return "none";
    gboolean landlock = enter_landlock();
    gboolean seccomp = enter_seccomp();
    if (landlock)
        return seccomp ? "landlock+seccomp" : "landlock";
    return seccomp ? "seccomp" : "none";
}

static void limit(int resource, rlim_t value)
{
    struct rlimit limits = {.rlim_cur = value, .rlim_max = value};
    setrlimit(resource, &limits); /* one that is lower already stays */
}

void sandbox_limit(guint64 address_space)
{
    if (address_space > 0 && !SANITIZED)
        limit(RLIMIT_AS, address_space);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
}

void sandbox_limit_time(guint seconds)
{
    struct rusage used;
    struct rlimit limits;

    if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &limits) != 0)
        return;
    limits.rlim_cur = (rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + seconds + 1;
    limits.rlim_cur = MIN(limits.rlim_cur, limits.rlim_max);
    setrlimit(RLIMIT_CPU, &limits);
}
