/* How the program, which owns its process, has memory managed; the library leaves that to its host. And
 * GLib's allocation for libraries that return NULL when there is no memory, so that there is one answer to
 * that: the process ends, and says why. */
#ifndef RASOAT_BASE_MEMORY_H
#define RASOAT_BASE_MEMORY_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <glib.h>
#include <pcre2.h>

/* Lets memory of one document serve the next: giving it back to the system after each and fetching it again,
 * page by page, costs a tenth of a batch. What is kept stays below 32 MiB. And has the heap in large pages,
 * which saves a third of the time that rules take to load. To be called once, at the start. */
void memory_keep(void);

/* Never NULL; room of 0 bytes is 1. */
void *memory_new(gsize size);
void *memory_renew(void *memory, gsize size);

/* For everything of PCRE2 that takes one. Static. */
pcre2_general_context *memory_of_pcre2(void);

/* A compile context of it. Static. */
pcre2_compile_context *memory_of_pcre2_compile(void);

#endif
