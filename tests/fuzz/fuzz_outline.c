/* The outline, front matter and addresses of a text. */
#include "document/front.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Budget budget;
    g_autoptr(Document) document = fuzz_document(data, size, &budget);
    g_autoptr(Outline) outline = outline_build(document);
    front_matter_free(front_matter_read(outline));
    for (guint i = 0; i < document->blocks->len; i++)
        g_free(outline_address(outline, i));
    return 0;
}
