/* How the program, which owns its process, has memory managed; the library leaves that to its host. */
#ifndef RASOAT_BASE_MEMORY_H
#define RASOAT_BASE_MEMORY_H

/* Lets memory of one document serve the next: giving it back to the system after each and fetching it again,
 * page by page, costs a tenth of a batch. What is kept stays below 32 MiB. And has the heap in large pages,
 * which saves a third of the time that rules take to load. To be called once, at the start. */
void memory_keep(void);

#endif
