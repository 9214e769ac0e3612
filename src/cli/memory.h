/* The program's dealings with memory: what is kept of it, and what happens when there is none. */
#ifndef RASOAT_CLI_MEMORY_H
#define RASOAT_CLI_MEMORY_H

/* To be called first, before any library is used: libxml2 and jansson allocate through GLib from then on, and
 * where GLib ends the process for want of memory it says so and ends with EXIT_NOT_BEGUN. What was written
 * for a report by then has no name yet and is gone with the process. */
void memory_prepare(void);

#endif
