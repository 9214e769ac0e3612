/* Citations of acts in a text, against the instruments of the rules. */
#include "audit/citations.h"
#include "fuzz.h"
#include "rules/ruleset.h"

static const CitationScanner *scanner(void)
{
    static RuleSet *volatile rules; /* never freed, and reachable */
    static CitationScanner *only;
    if (!only) {
        rules = ruleset_load("rules", NULL);
        g_assert(rules);
        only = citation_scanner_new(rules->instruments, NULL);
    }
    return only;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Budget budget;
    g_autoptr(Document) document = fuzz_document(data, size, &budget);
    g_autoptr(Outline) outline = outline_build(document);
    g_autoptr(FrontMatter) front = front_matter_read(outline);
    g_autoptr(GArray) found =
        citations_find(scanner(), outline, front, "2026-01-01", front->issued, &budget, NULL);
    if (found)
        g_ptr_array_unref(citations_findings(scanner(), found, outline, "2026-01-01"));
    return 0;
}
