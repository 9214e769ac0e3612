/* Letters: legacy fonts, guessing them, NFC, folding with its map, words and damage. */
#include <string.h>

#include "fuzz.h"
#include "text/damage.h"
#include "text/fold.h"
#include "text/legacy.h"
#include "text/unicode.h"
#include "text/words.h"

static void take(const char *text)
{
    gsize length = strlen(text);
    g_autofree char *nfc = text_nfc(text, (gssize)length);
    g_autoptr(Words) words = words_new();
    Folded folded = {0};

    g_assert(g_utf8_validate(nfc, -1, NULL));
    words_append(words, nfc, strlen(nfc), 0);
    text_damage(text, length);
    text_fold(text, (gssize)length, 0, TRUE, &folded);
    folded_clear(&folded);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = g_utf8_make_valid((const char *)data, (gssize)size);
    static const LegacyEncoding encodings[] = {LEGACY_NONE, LEGACY_TCVN3, LEGACY_VNI};

    legacy_guess(text, strlen(text));
    legacy_of_font(text);
    take(text);
    for (guint i = 1; i < G_N_ELEMENTS(encodings); i++) {
        g_autofree char *decoded = legacy_decode(text, -1, encodings[i]);
        take(decoded);
    }
    return 0;
}
