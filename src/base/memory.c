/* glibc's allocator (mallopt(3)), large pages for its heap (madvise(2)), and GLib's allocation for others. */
#include "base/memory.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
    KEPT_BYTES = 32 * 1024 * 1024,
    HEAP_BYTES = 16 * 1024 * 1024, /* what compiling rules takes */
    LARGE_PAGE = 2 * 1024 * 1024,
    YOUNG_BYTES = 192 * 1024, /* more than a young heap has left */
};

/* Has the heap grow by so much at once and asks for large pages there: they are fetched in a few faults and
 * not in a thousand. A large page can only be where nothing was touched before, and growing touches what it
 * begins with: hence it begins a little below a place where a large page can. It is address space; memory is
 * what is touched of it. A kernel without large pages refuses, and nothing is lost. */
static void grow_heap(void)
{
    const uintptr_t place = (uintptr_t)sbrk(0) + 2 * YOUNG_BYTES;
    const uintptr_t start = (place + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
    void *volatile room;

    (void)sbrk((intptr_t)(start - place)); /* malloc() takes it for somebody else's */
    mallopt(M_TOP_PAD, HEAP_BYTES);
    room = malloc(YOUNG_BYTES);
    free(room);
    const uintptr_t end = (uintptr_t)sbrk(0);
    if (end > start)
        (void)madvise((void *)start, end - start, MADV_HUGEPAGE);
}

void memory_keep(void)
{
    mallopt(M_TRIM_THRESHOLD, KEPT_BYTES);
    mallopt(M_MMAP_THRESHOLD, KEPT_BYTES / 4);
    grow_heap();
}

void *memory_new(gsize size)
{
    return g_malloc(MAX(size, 1));
}

void *memory_renew(void *memory, gsize size)
{
    return g_realloc(memory, MAX(size, 1));
}

static void *allocate(PCRE2_SIZE size, void *data)
{
    (void)data;
    return memory_new(size);
}

static void release(void *memory, void *data)
{
    (void)data;
    g_free(memory);
}

pcre2_general_context *memory_of_pcre2(void)
{
    static gsize context;
    if (g_once_init_enter(&context))
        g_once_init_leave(&context, (gsize)pcre2_general_context_create(allocate, release, NULL));
    return (pcre2_general_context *)context;
}

pcre2_compile_context *memory_of_pcre2_compile(void)
{
    static gsize context;
    if (g_once_init_enter(&context))
        g_once_init_leave(&context, (gsize)pcre2_compile_context_create(memory_of_pcre2()));
    return (pcre2_compile_context *)context;
}
