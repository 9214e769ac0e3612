/* Small texts that cite acts, and the table of acts that comes with the program. */
#ifndef RASOAT_TESTS_CITATION_SAMPLES_H
#define RASOAT_TESTS_CITATION_SAMPLES_H

#include "audit/citation_scan.h"
#include "base/memory.h"

#define TODAY "2026-11-23"

/* A regulation made of the lines of a text; one component, one block a line. */
typedef struct {
    Budget budget;
    Document *document;
    Outline outline;
} Sample;

static Instruments *acts;
static CitationScanner *scanner;

static void sample_init(Sample *sample, const char *text, ComponentKind kind)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    budget_init(&sample->budget, NULL);
    sample->document = document_new("test", &sample->budget);
    for (guint i = 0; lines[i]; i++) {
        Block block = block_plain(lines[i]);
        assert_true(document_add_block(sample->document, &block, NULL));
    }
    Component component = {.kind = kind, .end = sample->document->blocks->len};
    sample->outline =
        (Outline){.document = sample->document, .components = g_array_new(FALSE, TRUE, sizeof(Component))};
    g_array_append_val(sample->outline.components, component);
    Division root = {.end = component.end, .heading_end = 0, .address = (char *)""};
    sample->outline.divisions = g_array_new(FALSE, TRUE, sizeof(Division));
    g_array_append_val(sample->outline.divisions, root);
    sample->outline.division_of = g_new0(guint, component.end);
}

static void sample_clear(Sample *sample)
{
    g_free(sample->outline.division_of);
    g_array_unref(sample->outline.divisions);
    g_array_unref(sample->outline.components);
    document_free(sample->document);
}

typedef struct {
    const char *text, *found;
} Case;

static int set_up(void **state)
{
    (void)state;
    acts = instruments_load("rules/instruments.xml", NULL);
    scanner = acts ? citation_scanner_new(acts, NULL) : NULL;
    return scanner ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    citation_scanner_free(scanner);
    instruments_free(acts);
    return 0;
}

#endif
