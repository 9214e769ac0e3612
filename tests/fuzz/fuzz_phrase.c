/* The phrase compiler and matcher: the first line is a phrase, the rest the text it is sought in. */
#include <string.h>

#include "fuzz.h"
#include "rules/phrasebook.h"

static void scan(const PhraseBook *book, const char *text)
{
    Budget budget;
    fuzz_budget(&budget);
    g_autoptr(Matcher) matcher = matcher_new(book, FALSE, &budget);
    g_autoptr(Words) words = words_new();
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(Match));
    words_append(words, text, strlen(text), 0);
    matcher_identify(matcher, words);
    matcher_scan(matcher, PURPOSE_BODY, words, 0, words->sentences->len, text, matches, NULL);
    for (guint i = 0; i < matches->len; i++)
        g_assert(g_array_index(matches, Match, i).end <= words->words->len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = g_utf8_make_valid((const char *)data, (gssize)size);
    char *rest = strchr(text, '\n');
    g_autoptr(PhraseBook) book = phrasebook_new();
    guint id;

    if (rest)
        *rest++ = '\0';
    if (phrasebook_add(book, text, PURPOSE_BODY, UNIT_NONE, "input:1", &id, NULL) &&
        phrasebook_seal(book, NULL))
        scan(book, rest ? rest : "");
    return 0;
}
