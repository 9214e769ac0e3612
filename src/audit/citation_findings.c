/* Findings from citations: the mentions of one act together, judged by the worst that is relied upon, with
 * what to write instead. */
#include "audit/citation_scan.h"
#include "base/text_hash.h"
#include "base/translate.h"
#include "rules/ruleset.h"

#include <string.h>

/* How much of the text before a citation a quote begins with, and how long it is, in bytes. */
#define QUOTE_BEFORE 90
#define QUOTE_LENGTH 280

typedef struct {
    const CitationScanner *scanner;
    const Outline *outline;
    const char *as_of;
} Judge;

/* The mentions of one act. */
typedef struct {
    GPtrArray *mentions;   /* of const Citation * */
    const Citation *worst; /* of those relied upon; of all when none is */
    gboolean relied_upon;
} ActMentions;

static void act_mentions_free(gpointer data)
{
    ActMentions *act = data;

    g_ptr_array_unref(act->mentions);
    g_free(act);
}

static const Block *block_of(const Judge *judge, const Citation *citation)
{
    return document_block(judge->outline->document, citation->block);
}

/* The citation as written, on one line. */
static char *text_of(const Judge *judge, const Citation *citation)
{
    char *text =
        g_strndup(block_of(judge, citation)->text + citation->start, citation->end - citation->start);

    return g_strdelimit(text, "\n\t", ' ');
}

/* --- together by act ----------------------------------------------------------------------------------- */

static guint badness(const Citation *citation)
{
    if (citation->misquoted)
        return 3;
    if (citation->verdict == CITATION_UNKNOWN || citation->verdict == CITATION_WRONG)
        return 2;
    return citation->verdict == CITATION_SUPERSEDED ? 1 : 0;
}

static void act_add(ActMentions *act, const Citation *citation)
{
    gboolean relied_upon = !citation->repealed;

    g_ptr_array_add(act->mentions, (gpointer)citation);
    if (!act->worst || (relied_upon && !act->relied_upon) ||
        (relied_upon == act->relied_upon && badness(citation) > badness(act->worst)))
        act->worst = citation;
    act->relied_upon = act->relied_upon || relied_upon;
}

/* What makes two citations ones of the same act: the number, else the words. */
static char *key_of(const Judge *judge, const Citation *citation)
{
    if (citation->number)
        return g_strdup(citation->number);
    g_autofree char *text = text_of(judge, citation);
    return text_bare_words(text);
}

static GPtrArray *by_act(const Judge *judge, const GArray *citations)
{
    GPtrArray *acts = g_ptr_array_new_with_free_func(act_mentions_free);
    g_autoptr(GHashTable) by_key = text_table_new(NULL);

    for (guint i = 0; i < citations->len; i++) {
        const Citation *citation = &g_array_index(citations, Citation, i);
        char *key = key_of(judge, citation);
        ActMentions *act = g_hash_table_lookup(by_key, key);
        if (act) {
            g_free(key);
        } else {
            act = g_new0(ActMentions, 1);
            act->mentions = g_ptr_array_new();
            g_ptr_array_add(acts, act);
            g_hash_table_insert(by_key, key, act);
        }
        act_add(act, citation);
    }
    return acts;
}

/* --- words --------------------------------------------------------------------------------------------- */

static char *capitalised(const char *word)
{
    g_autofree char *first = g_utf8_substring(word, 0, 1);
    g_autofree char *capital = g_utf8_strup(first, -1);

    return g_strconcat(capital, g_utf8_next_char(word), NULL);
}

/* The act as a Căn cứ line names it. The date only where it is settled. */
static char *act_in_full(const Instrument *act)
{
    const char *name = act->names->len ? g_ptr_array_index(act->names, 0) : NULL;
    g_autofree char *kind = capitalised(act->kind);
    g_autofree char *day = act->issued && act->verified ? say_date(RASOAT_VIETNAMESE, act->issued) : NULL;
    g_autofree char *dated = day ? g_strdup_printf(" ngày %s", day) : g_strdup("");

    if (name)
        return g_strdup_printf("%s số %s%s", name, act->number, dated);
    return g_strdup_printf("%s số %s%s của %s", kind, act->number, dated, act->issuer);
}

static char *title_of(const Judge *judge, const Citation *citation, RasoatLanguage language)
{
    const Instrument *act = citation->instrument;
    g_autofree char *text = act || citation->number ? NULL : text_of(judge, citation);
    g_autofree char *kind = act && language == RASOAT_VIETNAMESE ? capitalised(act->kind) : NULL;
    g_autofree char *name = kind ? g_strdup_printf("%s %s", kind, act->number) : NULL;

    return g_strdup_printf(say(language, "Viện dẫn %s"), name               ? name
                                                         : act              ? act->number
                                                         : citation->number ? citation->number
                                                                            : text);
}

/* Numbers of what replaced an act one after the other, as in CitationDetail. */
static GPtrArray *successors_of(const Judge *judge, const Instrument *act)
{
    g_autoptr(GPtrArray) acts = instrument_successors(judge->scanner->instruments, act, judge->as_of);
    GPtrArray *numbers = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < acts->len; i++)
        g_ptr_array_add(numbers, g_strdup(((const Instrument *)acts->pdata[i])->number));
    return numbers;
}

static char *superseded_words(const Judge *judge, const Instrument *act, RasoatLanguage language)
{
    g_autofree char *day = say_date(language, act->effective_to);
    g_autoptr(GPtrArray) successors = successors_of(judge, act);
    g_autofree char *chain = citation_successors_say(successors, language);

    return act->replaced_by ? g_strdup_printf(say(language, "Hết hiệu lực từ ngày %s; được thay bằng %s."),
                                              day, *chain ? chain : act->replaced_by)
                            : g_strdup_printf(say(language, "Hết hiệu lực từ ngày %s."), day);
}

/* --- status, fix, note --------------------------------------------------------------------------------- */

static Status status_of(const ActMentions *act)
{
    const Citation *worst = act->worst;

    if (worst->misquoted)
        return STATUS_CONFLICT;
    if (!act->relied_upon || worst->verdict == CITATION_IN_FORCE)
        return STATUS_MET;
    if (worst->verdict == CITATION_SUPERSEDED)
        return worst->instrument->verified ? STATUS_PARTIAL : STATUS_REVIEW;
    return STATUS_REVIEW;
}

static BilingualText fix_of(const Judge *judge, const ActMentions *act)
{
    const Citation *worst = act->worst;

    if (!worst->instrument)
        return bilingual_of(
            worst->misquoted
                ? N_("Đối chiếu với bản gốc và ghi lại số hiệu, ngày ban hành, cơ quan ban hành.")
                : NULL);
    g_autoptr(GPtrArray) successors =
        instrument_successors(judge->scanner->instruments, worst->instrument, judge->as_of);
    gboolean superseded =
        act->relied_upon && instrument_state(worst->instrument, judge->as_of) == INSTRUMENT_SUPERSEDED;
    if (superseded && successors->len) {
        g_autofree char *full = act_in_full(successors->pdata[successors->len - 1]);
        return worst->verdict == CITATION_UNKNOWN /* which act it is, is not certain */
                   ? bilingual_format(N_("Đối chiếu với bản gốc; nếu đúng là %s thì thay bằng: %s."),
                                      worst->instrument->number, full)
                   : bilingual_format(N_("Thay bằng: %s."), full);
    }
    if (superseded)
        return bilingual_of(N_("Bỏ viện dẫn này, hoặc dẫn văn bản đang có hiệu lực."));
    if (!worst->misquoted)
        return (BilingualText){0};
    g_autofree char *full = act_in_full(worst->instrument);
    return bilingual_format(N_("Ghi lại cho đúng: %s."), full);
}

/* Takes the sentence. */
static void append(BilingualText *text, BilingualText sentence)
{
    bilingual_append(text, " ", &sentence);
    bilingual_clear(&sentence);
}

static BilingualText note_of(const Judge *judge, const ActMentions *act)
{
    const Citation *worst = act->worst;
    BilingualText note = {0};

    if (!act->relied_upon)
        append(&note, bilingual_of(N_("Chỉ nêu để thay thế, bãi bỏ hoặc cho biết đã hết hiệu lực.")));
    if (!worst->instrument && !worst->misquoted)
        append(&note, bilingual_of(
                          N_("Không có trong danh mục văn bản của bộ quy tắc; cần đối chiếu với bản gốc.")));
    if (worst->verdict == CITATION_SUPERSEDED && worst->verdict_then == CITATION_IN_FORCE)
        append(&note, bilingual_of(N_("Còn hiệu lực vào ngày ban hành quy chế.")));
    if (worst->reason_then.vi && worst->verdict_then == CITATION_WRONG && !worst->misquoted)
        append(&note, bilingual_copy(&worst->reason_then));
    if (worst->instrument)
        append(&note, instrument_note(worst->instrument, judge->as_of));
    return note;
}

static BilingualText missing_of(const Judge *judge, const ActMentions *act)
{
    const Citation *worst = act->worst;

    if (worst->reason.vi)
        return bilingual_copy(&worst->reason);
    if (act->relied_upon && worst->verdict == CITATION_SUPERSEDED)
        return (BilingualText){superseded_words(judge, worst->instrument, RASOAT_VIETNAMESE),
                               superseded_words(judge, worst->instrument, RASOAT_ENGLISH)};
    return (BilingualText){0};
}

static CitationDetail *detail_of(const Judge *judge, const Citation *citation)
{
    CitationDetail *detail = g_new0(CitationDetail, 1);
    const Instrument *act = citation->instrument;

    detail->text = text_of(judge, citation);
    detail->verdict = citation->verdict;
    detail->verdict_then = citation->verdict_then;
    if (!act)
        return detail;
    detail->instrument = g_strdup(act->number);
    detail->short_title = g_strdup(act->title);
    if (instrument_state(act, judge->as_of) == INSTRUMENT_SUPERSEDED) {
        detail->superseded_by = g_strdup(act->replaced_by);
        detail->successors = successors_of(judge, act);
        detail->since = g_strdup(act->effective_to);
    }
    return detail;
}

/* --- evidence ------------------------------------------------------------------------------------------ */

/* The words around a citation, cut between words. */
static char *quote_around(const Block *block, const Citation *citation)
{
    const char *text = block->text;
    guint32 from = citation->start > QUOTE_BEFORE ? citation->start - QUOTE_BEFORE : 0;

    while (from > 0 && from < citation->start && !g_ascii_isspace(text[from - 1]))
        from++;
    guint32 end = MIN(block->length, MAX(from + QUOTE_LENGTH, citation->end));
    while (end < block->length && end > citation->end && !g_ascii_isspace(text[end]))
        end--;
    g_autofree char *cut = g_strndup(text + from, end - from);
    return g_strconcat(from ? "… " : "", g_strstrip(cut), end < block->length ? " …" : "", NULL);
}

static void add_evidence(const Judge *judge, const ActMentions *act, Finding *finding)
{
    for (guint i = 0; i < act->mentions->len; i++) {
        const Citation *citation = g_ptr_array_index(act->mentions, i);
        g_autofree char *address = citation_address(citation, judge->outline);
        g_autofree char *quote = quote_around(block_of(judge, citation), citation);
        finding_add_evidence(finding, address, citation->block, quote);
    }
}

static Finding *finding_of(const Judge *judge, const ActMentions *act)
{
    Severity severity = act->relied_upon ? SEVERITY_RECOMMENDED : SEVERITY_INFO;
    Finding *finding = finding_new("citation", LEGAL_BASIS, CHECK_CITATION, severity, status_of(act));

    finding->title = (BilingualText){title_of(judge, act->worst, RASOAT_VIETNAMESE),
                                     title_of(judge, act->worst, RASOAT_ENGLISH)};
    finding->missing = missing_of(judge, act);
    finding->note = note_of(judge, act);
    finding->fix = fix_of(judge, act);
    finding->citation = detail_of(judge, act->worst);
    add_evidence(judge, act, finding);
    return finding;
}

static void finding_unref(gpointer finding)
{
    finding_free(finding);
}

GPtrArray *citations_findings(const CitationScanner *scanner, const GArray *citations, const Outline *outline,
                              const char *as_of)
{
    const Judge judge = {scanner, outline, as_of};
    g_autoptr(GPtrArray) acts = by_act(&judge, citations);
    GPtrArray *findings = g_ptr_array_new_with_free_func(finding_unref);

    for (guint i = 0; i < acts->len; i++)
        g_ptr_array_add(findings, finding_of(&judge, g_ptr_array_index(acts, i)));
    return findings;
}
