/* The styles part of an ODF package. */
#include "around.h"

#define SPACES                                                                                               \
    "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "                                       \
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const ZipPart parts[] = {
        {"mimetype", "application/vnd.oasis.opendocument.text"},
        {"content.xml",
         "<office:document-content " SPACES "><office:body><office:text>"
         "<text:h text:style-name='a' text:outline-level='1'>Điều 1</text:h>"
         "<text:list text:style-name='l'><text:list-item><text:p text:style-name='b'>mục</text:p>"
         "</text:list-item></text:list></office:text></office:body></office:document-content>"},
    };
    fuzz_package(parts, G_N_ELEMENTS(parts), "styles.xml", data, size);
    return 0;
}
