/* A process that reads hostile files gives up what it does not need: opening files (Landlock), the network
 * and every other system call beyond computing, reading and answering (seccomp). */
#ifndef RASOAT_BATCH_SANDBOX_H
#define RASOAT_BATCH_SANDBOX_H

#include <glib.h>

/* Shuts the calling process in, for good. What is open stays usable; nothing more can be opened, connected or
 * run. Gives what the kernel had to offer: "landlock+seccomp", "landlock", "seccomp" or "none". Static. */
const char *sandbox_enter(void);

/* Limits of the calling process: bytes of address space (0: none), no file ever written, no core. */
void sandbox_limit(guint64 address_space);

/* Seconds of processor time from now on, after which the kernel ends the process (SIGXCPU). */
void sandbox_limit_time(guint seconds);

#endif
