/* Walks the regulation and its decision, has every mention of a legal act resolved, and judges it by the
 * dates in force. */
#include "audit/citations.h"

#include <string.h>

#include "audit/citation_resolve.h"
#include "base/translate.h"

typedef struct {
    const CitationScanner *scanner;
    const Outline *outline;
    const FrontMatter *front;
    const char *as_of;
    const char *issued;
    GHashTable *bases; /* set of blocks */
    const Budget *budget;
    GArray *citations;
} Finder;

static void citation_clear(gpointer data)
{
    Citation *citation = data;

    g_free(citation->number);
    bilingual_clear(&citation->reason);
    bilingual_clear(&citation->reason_then);
}

/* --- which mentions are citations ---------------------------------------------------------------------- */

/* A number without a symbol ("Quyết định số 12 ngày …") may be anybody's; of a decision, resolution or
 * conclusion even one that the table bears needs a year or an issuer beside it. */
static gboolean is_anybodys(const Mention *mention, const Instrument *instrument)
{
    if (mention->named || mention->number.issuer[0])
        return FALSE;
    switch (mention->word) {
    case ACT_DECISION:
    case ACT_RESOLUTION:
    case ACT_CONCLUSION:
        return !instrument || !(mention->number.year || mention->date.year || mention->issuer);
    case ACT_DIRECTIVE:
    case ACT_JOINT_RESOLUTION:
        return !instrument;
    default:
        return FALSE;
    }
}

static gboolean is_own_number(const FrontMatter *front, const char *number)
{
    if (!front || !front->number || !front->symbol || !number)
        return FALSE;
    g_autofree char *own = g_strdup_printf("%s/%s", front->number, front->symbol);
    g_autofree char *own_words = text_bare_words(own);
    g_autofree char *words = text_bare_words(number);
    return g_str_equal(own_words + strspn(own_words, "0"), words + strspn(words, "0"));
}

static gboolean follows_attached_to(const Folded *text, const Mention *mention)
{
    static const char attached[] = "kem theo ";
    const gsize length = sizeof attached - 1;

    return mention->start >= length && memcmp(text->text + mention->start - length, attached, length) == 0;
}

/* The decision that this very file is, or is attached to. An act of the table is never that. */
static gboolean is_own_decision(const Finder *finder, guint block, const Folded *text, const Mention *mention,
                                const Resolution *resolution)
{
    if (resolution->instrument)
        return FALSE;
    return (finder->front && finder->front->number_block == block) || follows_attached_to(text, mention) ||
           is_own_number(finder->front, resolution->number);
}

/* --- judging ------------------------------------------------------------------------------------------- */

static char *not_yet_in_force(const Instrument *instrument, const char *date, RasoatLanguage language)
{
    g_autofree char *day = say_date(language, date);
    g_autofree char *from =
        say_date(language, instrument->effective_from ? instrument->effective_from : instrument->issued);

    return g_strdup_printf(say(language, "%s có hiệu lực từ %s, sau ngày %s."), instrument->number, from,
                           day);
}

static CitationVerdict verdict_on(const Resolution *resolution, const char *date, BilingualText *reason)
{
    if (resolution->misquoted)
        return CITATION_WRONG;
    if (!resolution->instrument || resolution->doubtful || !date)
        return CITATION_UNKNOWN;
    switch (instrument_state(resolution->instrument, date)) {
    case INSTRUMENT_IN_FORCE:
        return CITATION_IN_FORCE;
    case INSTRUMENT_SUPERSEDED:
        return CITATION_SUPERSEDED;
    case INSTRUMENT_NOT_YET:
        break;
    }
    *reason = (BilingualText){not_yet_in_force(resolution->instrument, date, RASOAT_VIETNAMESE),
                              not_yet_in_force(resolution->instrument, date, RASOAT_ENGLISH)};
    return CITATION_WRONG;
}

static void add_citation(Finder *finder, guint block, const Folded *text, const Mention *mention,
                         gboolean ended, Resolution *resolution)
{
    Citation citation = {
        .block = block,
        .start = text->origin[mention->start],
        .end = text->origin[mention->end],
        .number = g_steal_pointer(&resolution->number),
        .instrument = resolution->instrument,
        .misquoted = resolution->misquoted,
        .repealed = ended,
        .in_bases = g_hash_table_contains(finder->bases, GUINT_TO_POINTER(block)),
    };

    citation.reason = resolution->reason;
    resolution->reason = (BilingualText){0};
    citation.verdict = verdict_on(resolution, finder->as_of, &citation.reason);
    citation.verdict_then = verdict_on(resolution, finder->issued, &citation.reason_then);
    g_array_append_val(finder->citations, citation);
}

/* Resolves and judges a mention. Errors: LIMIT_STEPS, LIMIT_TIME. */
static gboolean take_mention(Finder *finder, guint block, const Folded *text, const Mention *mention,
                             GError **error)
{
    const Block *source = document_block(finder->outline->document, block);
    const char *date = finder->issued ? finder->issued : finder->as_of;
    gboolean ended;

    if (!citation_is_ended(finder->scanner, text, mention, &ended, error))
        return FALSE;
    Resolution resolution = citation_resolve(finder->scanner, source->text, text, mention, date);
    if (!is_anybodys(mention, resolution.instrument) &&
        !is_own_decision(finder, block, text, mention, &resolution))
        add_citation(finder, block, text, mention, ended, &resolution);
    resolution_clear(&resolution);
    return budget_check_time(finder->budget, error);
}

static gboolean find_in_block(Finder *finder, guint block, GError **error)
{
    const Block *source = document_block(finder->outline->document, block);
    const guint signs = citation_signs_in(&finder->scanner->signs, source->text, source->length);
    Folded text;

    if (signs == 0)
        return TRUE;
    g_autoptr(GArray) mentions = g_array_new(FALSE, TRUE, sizeof(Mention));
    text_fold(source->text, source->length, FOLD_BARE, TRUE, &text);
    gboolean good = citation_scan(finder->scanner, &text, signs, finder->budget, mentions, error);
    for (guint i = 0; good && i < mentions->len; i++)
        good = take_mention(finder, block, &text, &g_array_index(mentions, Mention, i), error);
    folded_clear(&text);
    return good;
}

/* --- the walk ------------------------------------------------------------------------------------------ */

static gboolean is_read(const Block *block)
{
    return block->length && block->place != PLACE_CONTENTS &&
           (block->layer == LAYER_BODY || block->layer == LAYER_FOOTNOTE || block->layer == LAYER_ENDNOTE);
}

static gboolean is_judged(const Component *component)
{
    return !component->pasted_law &&
           (component->kind == COMPONENT_REGULATION || component->kind == COMPONENT_DECISION ||
            component->kind == COMPONENT_ANNEX);
}

GArray *citations_find(const CitationScanner *scanner, const Outline *outline, const FrontMatter *front,
                       const char *as_of, const char *issued, const Budget *budget, GError **error)
{
    g_autoptr(GHashTable) bases = g_hash_table_new(NULL, NULL);
    g_autoptr(GArray) citations = g_array_new(FALSE, TRUE, sizeof(Citation));
    Finder finder = {scanner, outline, front, as_of, issued, bases, budget, citations};

    g_array_set_clear_func(citations, citation_clear);
    for (guint i = 0; front && i < front->bases->len; i++)
        g_hash_table_add(bases, GUINT_TO_POINTER(g_array_index(front->bases, guint, i)));
    for (guint i = 0; i < outline->components->len; i++) {
        const Component *component = outline_component(outline, i);
        for (guint b = component->first; is_judged(component) && b < component->end; b++)
            if (is_read(document_block(outline->document, b)) && !find_in_block(&finder, b, error))
                return NULL;
    }
    return g_steal_pointer(&citations);
}

char *citation_address(const Citation *citation, const Outline *outline)
{
    guint division = outline->division_of[citation->block];
    if (citation->in_bases && outline_division(outline, division)->level == DIVISION_ROOT)
        return g_strdup("phần căn cứ");
    return outline_address(outline, citation->block);
}
