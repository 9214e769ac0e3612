/* What fuzz targets share. A target is one file with LLVMFuzzerTestOneInput(); `make fuzz` builds it with
 * clang's libFuzzer, `make test` with replay.c over its seeds. Whatever the bytes are, a target returns: a
 * crash, a leak, a hang or a report of a sanitizer is the finding. */
#ifndef RASOAT_TESTS_FUZZ_H
#define RASOAT_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

#include "document/document.h"
#include "document/outline.h"
#include "reader/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Limits that keep one input short. The budget must outlive what is read under it. */
static inline void fuzz_budget(Budget *budget)
{
    static Limits limits;
    limits = *limits_default();
    limits.part_bytes = limits.inflated_bytes = 4 * 1024 * 1024;
    limits.match_steps = 10 * 1000 * 1000;
    limits.wall_ms = 10000;
    budget_init(budget, &limits);
}

/* Reads a file's bytes as the program does, and builds what hangs on the text alone. */
static inline void fuzz_read(GBytes *bytes)
{
    Budget budget;
    fuzz_budget(&budget);
    g_autoptr(GError) error = NULL;
    g_autoptr(Document) document = reader_read(bytes, &budget, &error);
    g_assert((document == NULL) == (error != NULL));
    if (document)
        outline_free(outline_build(document));
}

/* A document of a text: a block a line; a line that begins with '^' is centred, with '*' bold. */
static inline Document *fuzz_document(const uint8_t *data, size_t size, Budget *budget)
{
    fuzz_budget(budget);
    g_autofree char *text = g_utf8_make_valid((const char *)data, (gssize)size);
    g_auto(GStrv) lines = g_strsplit(text, "\n", 2000);
    Document *document = document_new("docx", budget);
    for (guint i = 0; lines[i]; i++) {
        const char *line = lines[i] + (*lines[i] == '^' || *lines[i] == '*');
        Block block = block_plain(line);
        block.length = (guint32)strlen(line);
        block.align = *lines[i] == '^' ? ALIGN_CENTRE : ALIGN_START;
        block.bold_prefix = *lines[i] == '*' ? block.length : 0;
        if (!document_add_block(document, &block, NULL))
            break;
    }
    return document;
}

#endif
