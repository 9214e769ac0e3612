/* Letters of the symbol fonts (Symbol, Wingdings …) as Unicode. Word stores them as U+F000 + code, or as
 * w:sym (ECMA-376 part 1 §17.3.3.30). */
#ifndef RASOAT_READER_DOCX_SYMBOLS_H
#define RASOAT_READER_DOCX_SYMBOLS_H

#include "reader/docx_props.h"

/* The character that a code of a symbol font shows; codes may carry the 0xF000. What has no near counterpart
 * comes out as a bullet. Characters of other fonts come back unchanged. */
gunichar docx_symbol(FontKind font, gunichar code);

/* Appends text, its symbols translated. */
void docx_append_symbols(GString *out, FontKind font, const char *text, gsize length);

#endif
