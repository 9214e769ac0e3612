/* The main part of a DOCX package (and others after it). */
#include "docx_around.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_package(docx_parts, G_N_ELEMENTS(docx_parts), "word/document.xml", data, size);
    return 0;
}
