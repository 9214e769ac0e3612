/* Preloaded before the C library (ld.so(8)): makes one call fail, and counts the calls that could have.
 * Streams of stdio go through cookies (fopencookie(3)), because what the C library calls inside itself cannot
 * be replaced.
 *
 * INJECT=KIND=FAULT, as read=EIO, read=short, read=shrink, write=ENOSPC, allocate=ENOMEM; the kinds are in
 * kinds[]. INJECT_AT=N: the Nth call of the kind fails, over all processes; 0: none, they are only counted.
 * INJECT_ONWARDS=1: those after it as well.
 * INJECT_COUNT=FILE: eight bytes, the count. INJECT_ROLE=worker or main: in processes of `rasoat worker`, or
 * in others. INJECT_INODE=N: reads of this file alone, allocations only after it was read from. */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

typedef enum { READ, WRITE, OPEN, CREATE, LIST, ENTRY, SYNC, NAME, ALLOCATE, KINDS } Kind;

static const char *const kinds[KINDS] = {"read",  "write", "open", "create",  "list",
                                         "entry", "sync",  "name", "allocate"};

enum { SHORT = -1, SHRINK = -2 };

static struct {
    bool on;
    Kind kind;
    int fault; /* an errno, SHORT or SHRINK */
    uint64_t at;
    bool onwards;
    uint64_t inode; /* 0: any */
    bool armed;     /* the file of this inode was read from */
    _Atomic uint64_t *count;
} inject;

#define REAL(name) __extension__((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* The fault, when this is the call that is to fail; 0 otherwise. */
static int due(Kind kind)
{
    if (!inject.on || kind != inject.kind)
        return 0;
    uint64_t number = atomic_fetch_add(inject.count, 1) + 1;
    if (inject.at == 0 || number < inject.at || (number > inject.at && !inject.onwards))
        return 0;
    return inject.fault;
}

static int fail(int fault)
{
    errno = fault;
    return -1;
}

/* --- reading and writing -------------------------------------------------------------------------------- */

static bool of_interest(int descriptor)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return false;
    if (inject.inode == 0)
        return S_ISREG(status.st_mode) || descriptor == STDIN_FILENO;
    if (status.st_ino == inject.inode)
        inject.armed = true;
    return status.st_ino == inject.inode;
}

/* Half of the file is gone, as when another program writes it anew. */
static void shrink(int descriptor)
{
    char path[64];
    struct stat status;
    snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    if (fstat(descriptor, &status) == 0 && truncate(path, status.st_size / 2) != 0)
        abort();
}

/* What is done before a read: -1 to fail, else how many bytes to ask for. */
static ssize_t before_read(int descriptor, size_t length)
{
    int fault = inject.on && of_interest(descriptor) ? due(READ) : 0;
    if (fault == SHRINK)
        shrink(descriptor);
    else if (fault == SHORT)
        return length > 1 ? (ssize_t)(length / 3 + 1) : (ssize_t)length;
    else if (fault)
        return fail(fault);
    return (ssize_t)length;
}

static bool is_written(int descriptor)
{
    struct stat status;
    return descriptor != STDERR_FILENO && fstat(descriptor, &status) == 0 && !S_ISSOCK(status.st_mode);
}

static ssize_t before_write(int descriptor, size_t length)
{
    int fault = inject.on && is_written(descriptor) ? due(WRITE) : 0;
    if (fault == SHORT)
        return length > 1 ? (ssize_t)(length / 2) : (ssize_t)length;
    return fault ? fail(fault) : (ssize_t)length;
}

ssize_t read(int descriptor, void *bytes, size_t length)
{
    ssize_t most = before_read(descriptor, length);
    return most < 0 ? most : REAL(read)(descriptor, bytes, (size_t)most);
}

ssize_t pread64(int descriptor, void *bytes, size_t length, off64_t place)
{
    ssize_t most = before_read(descriptor, length);
    return most < 0 ? most : REAL(pread64)(descriptor, bytes, (size_t)most, place);
}

ssize_t write(int descriptor, const void *bytes, size_t length)
{
    ssize_t most = before_write(descriptor, length);
    return most < 0 ? most : REAL(write)(descriptor, bytes, (size_t)most);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off64_t place)
{
    ssize_t most = before_write(descriptor, length);
    return most < 0 ? most : REAL(pwrite64)(descriptor, bytes, (size_t)most, place);
}

/* --- opening, listing, putting in place ----------------------------------------------------------------- */

static bool fails_to_open(int flags)
{
    bool makes = (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE;
    int fault = due(makes ? CREATE : OPEN);
    if (fault)
        errno = fault;
    return fault != 0;
}

static mode_t mode_of(int flags, va_list rest)
{
    bool makes = (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE;
    return makes ? (mode_t)va_arg(rest, int) : 0;
}

#define OPENER(name, parameters, ...)                                                                        \
    int name parameters                                                                                      \
    {                                                                                                        \
        va_list rest;                                                                                        \
        va_start(rest, flags);                                                                               \
        mode_t mode = mode_of(flags, rest);                                                                  \
        va_end(rest);                                                                                        \
        return fails_to_open(flags) ? -1 : REAL(name)(__VA_ARGS__, flags, mode);                             \
    }

OPENER(open, (const char *path, int flags, ...), path)
OPENER(open64, (const char *path, int flags, ...), path)
OPENER(openat, (int folder, const char *path, int flags, ...), folder, path)
OPENER(openat64, (int folder, const char *path, int flags, ...), folder, path)

int mkdir(const char *path, mode_t mode)
{
    int fault = due(CREATE);
    return fault ? fail(fault) : REAL(mkdir)(path, mode);
}

DIR *opendir(const char *path)
{
    int fault = due(LIST);
    if (fault)
        errno = fault;
    return fault ? NULL : REAL(opendir)(path);
}

struct dirent *readdir(DIR *folder)
{
    int fault = due(ENTRY);
    if (fault)
        errno = fault;
    return fault ? NULL : REAL(readdir)(folder);
}

struct dirent64 *readdir64(DIR *folder)
{
    int fault = due(ENTRY);
    if (fault)
        errno = fault;
    return fault ? NULL : REAL(readdir64)(folder);
}

int fsync(int descriptor)
{
    int fault = due(SYNC);
    return fault ? fail(fault) : REAL(fsync)(descriptor);
}

int fdatasync(int descriptor)
{
    int fault = due(SYNC);
    return fault ? fail(fault) : REAL(fdatasync)(descriptor);
}

int rename(const char *from, const char *to)
{
    int fault = due(NAME);
    return fault ? fail(fault) : REAL(rename)(from, to);
}

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags)
{
    int fault = due(NAME);
    return fault ? fail(fault) : REAL(linkat)(from_folder, from, to_folder, to, flags);
}

/* --- streams -------------------------------------------------------------------------------------------- */

enum { STREAMS = 64 };
static struct {
    FILE *stream;
    int descriptor;
} streams[STREAMS];

static ssize_t cookie_read(void *cookie, char *bytes, size_t length)
{
    return read(*(int *)cookie, bytes, length);
}

/* 0 is how a cookie says that writing failed. */
static ssize_t cookie_write(void *cookie, const char *bytes, size_t length)
{
    ssize_t written = write(*(int *)cookie, bytes, length);
    return written < 0 ? 0 : written;
}

static int cookie_seek(void *cookie, off64_t *place, int from)
{
    off64_t now = lseek64(*(int *)cookie, *place, from);
    *place = now;
    return now < 0 ? -1 : 0;
}

static int cookie_close(void *cookie)
{
    int descriptor = *(int *)cookie;
    *(int *)cookie = -1;
    for (int i = 0; i < STREAMS; i++)
        if (cookie == &streams[i].descriptor)
            streams[i].stream = NULL;
    return close(descriptor);
}

static FILE *stream_of(int descriptor, const char *mode)
{
    cookie_io_functions_t functions = {cookie_read, cookie_write, cookie_seek, cookie_close};
    for (int i = 0; i < STREAMS; i++) {
        if (streams[i].stream)
            continue;
        streams[i].descriptor = descriptor;
        streams[i].stream = fopencookie(&streams[i].descriptor, mode, functions);
        return streams[i].stream;
    }
    abort();
}

FILE *fdopen(int descriptor, const char *mode)
{
    return inject.on ? stream_of(descriptor, mode) : REAL(fdopen)(descriptor, mode);
}

static FILE *opened(FILE *stream, const char *mode)
{
    if (!inject.on || !stream)
        return stream;
    int descriptor = fcntl(REAL(fileno)(stream), F_DUPFD_CLOEXEC, 3);
    fclose(stream);
    return stream_of(descriptor, mode);
}

FILE *fopen(const char *path, const char *mode)
{
    return fails_to_open(mode[0] == 'r' ? 0 : O_CREAT) ? NULL : opened(REAL(fopen)(path, mode), mode);
}

FILE *fopen64(const char *path, const char *mode)
{
    return fails_to_open(mode[0] == 'r' ? 0 : O_CREAT) ? NULL : opened(REAL(fopen64)(path, mode), mode);
}

int fileno(FILE *stream)
{
    for (int i = 0; i < STREAMS; i++)
        if (streams[i].stream == stream)
            return streams[i].descriptor;
    return REAL(fileno)(stream);
}

/* --- memory --------------------------------------------------------------------------------------------- */

#ifndef WITHOUT_MEMORY
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);

static bool fails_to_allocate(void)
{
    bool fails = (inject.inode == 0 || inject.armed) && due(ALLOCATE) != 0;
    if (fails)
        errno = ENOMEM;
    return fails;
}

void *malloc(size_t size)
{
    return fails_to_allocate() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails_to_allocate() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
    return fails_to_allocate() ? NULL : __libc_realloc(memory, size);
}
#endif

/* --- beginning ------------------------------------------------------------------------------------------ */

static int fault_of(const char *name)
{
    static const struct {
        const char *name;
        int fault;
    } faults[] = {{"short", SHORT},   {"shrink", SHRINK}, {"EIO", EIO},       {"EINTR", EINTR},
                  {"EACCES", EACCES}, {"EMFILE", EMFILE}, {"ENOSPC", ENOSPC}, {"EDQUOT", EDQUOT},
                  {"ENOMEM", ENOMEM}, {"EROFS", EROFS}};
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (strcmp(faults[i].name, name) == 0)
            return faults[i].fault;
    abort();
}

static bool kind_parse(const char *text)
{
    for (int i = 0; i < KINDS; i++) {
        size_t length = strlen(kinds[i]);
        if (strncmp(text, kinds[i], length) != 0 || text[length] != '=')
            continue;
        inject.kind = (Kind)i;
        inject.fault = fault_of(text + length + 1);
        return true;
    }
    abort();
}

static uint64_t number(const char *name)
{
    const char *text = getenv(name);
    return text ? strtoull(text, NULL, 10) : 0;
}

static bool has_role(int argc, char **argv)
{
    const char *role = getenv("INJECT_ROLE");
    bool worker = argc > 1 && strcmp(argv[1], "worker") == 0;
    return !role || worker == (strcmp(role, "worker") == 0);
}

__attribute__((constructor)) static void begin(int argc, char **argv)
{
    const char *what = getenv("INJECT"), *count = getenv("INJECT_COUNT");
    if (!what || !count || !has_role(argc, argv) || !kind_parse(what))
        return;
    int descriptor = REAL(open)(count, O_RDWR | O_CLOEXEC);
    void *shared = mmap(NULL, sizeof *inject.count, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    if (descriptor < 0 || shared == MAP_FAILED)
        abort();
    close(descriptor);
    inject.count = shared;
    inject.at = number("INJECT_AT");
    inject.onwards = number("INJECT_ONWARDS") != 0;
    inject.inode = number("INJECT_INODE");
    if (inject.kind == WRITE)
        stdout = stream_of(STDOUT_FILENO, "w");
    if (inject.kind == READ)
        stdin = stream_of(STDIN_FILENO, "r");
    inject.on = true;
}
