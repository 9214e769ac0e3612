/* Resolving goes from the surest to the least sure: the number as written; the number with a part of the
 * symbol wrong; the name; and, for a number that nothing bears, an act nearby whose subject follows in the
 * text. The year in a number is its year of issue (Nghị quyết 351/2017/UBTVQH14), so a date of another year
 * is wrong whatever the table knows; a date within the year is wrong only where the table's own date is
 * settled. */
#include "audit/citation_resolve.h"

#include "audit/citation_usual.h"
#include "base/translate.h"

#include <stdio.h>
#include <string.h>

/* How far after a mention its subject is looked for, in folded bytes. */
#define SUBJECT_BYTES 160

void resolution_clear(Resolution *resolution)
{
    g_clear_pointer(&resolution->number, g_free);
    bilingual_clear(&resolution->reason);
}

/* Sure reasons are told together; one that is only a doubt is dropped beside any other. */
static void give_reason(Resolution *resolution, gboolean sure, BilingualText reason)
{
    BilingualText *given = &resolution->reason;

    if (!sure && given->vi) {
        bilingual_clear(&reason);
        return;
    }
    if (!resolution->misquoted)
        bilingual_clear(given);
    bilingual_append(given, " ", &reason);
    bilingual_clear(&reason);
    resolution->misquoted = sure;
    resolution->doubtful = !sure;
}

static const ActNumber *number_of(const CitationScanner *scanner, guint index)
{
    return &g_array_index(scanner->numbers, ActNumber, index);
}

static const Instrument *instrument_at(const CitationScanner *scanner, guint index)
{
    return g_ptr_array_index(scanner->instruments->list, index);
}

static ActKind kind_of(const Instrument *instrument)
{
    return act_kind_of_words(instrument->kind);
}

static guint issue_year(const Instrument *instrument, const ActNumber *number)
{
    if (number->year)
        return number->year;
    return instrument->issued ? (guint)g_ascii_strtoull(instrument->issued, NULL, 10) : 0;
}

static gboolean same_kind(ActKind a, ActKind b)
{
    gboolean laws = (a == ACT_LAW || a == ACT_CODE) && (b == ACT_LAW || b == ACT_CODE);
    gboolean resolutions = (a == ACT_RESOLUTION || a == ACT_JOINT_RESOLUTION) &&
                           (b == ACT_RESOLUTION || b == ACT_JOINT_RESOLUTION);
    gboolean circulars =
        (a == ACT_CIRCULAR || a == ACT_JOINT_CIRCULAR) && (b == ACT_CIRCULAR || b == ACT_JOINT_CIRCULAR);

    return a == b || laws || resolutions || circulars;
}

/* --- by number ----------------------------------------------------------------------------------------- */

/* The kind by the symbol, or by the words where the symbol shows none. */
static ActKind stated_kind(const Mention *mention)
{
    return mention->number.kind != ACT_NONE ? mention->number.kind : mention->word;
}

static gboolean kind_fits(const CitationScanner *scanner, guint index, const Mention *mention)
{
    ActKind stated = stated_kind(mention);

    return stated == ACT_NONE || same_kind(stated, kind_of(instrument_at(scanner, index)));
}

/* Ministries count their acts each for themselves; of other acts there is one series, whoever is named. */
static gboolean has_one_series(ActKind kind)
{
    return kind == ACT_DECREE || kind == ACT_LAW || kind == ACT_CODE || kind == ACT_ORDINANCE;
}

static gboolean issuer_fits(const CitationScanner *scanner, guint index, const Mention *mention)
{
    const ActNumber *act = number_of(scanner, index);
    const char *stated = mention->number.issuer;

    if (*stated)
        return g_str_equal(stated, act->issuer);
    return !mention->issuer || !act->body || has_one_series(kind_of(instrument_at(scanner, index))) ||
           g_str_equal(mention->issuer->symbol, act->body->symbol);
}

static gboolean term_fits(const ActNumber *act, const Mention *mention)
{
    return !mention->number.term || mention->number.term == act->term;
}

/* What the year says: that of the number, else that of the date. */
static gboolean year_fits(const CitationScanner *scanner, guint index, const Mention *mention)
{
    guint stated = mention->number.year ? mention->number.year : mention->date.year;
    guint year = issue_year(instrument_at(scanner, index), number_of(scanner, index));

    return !stated || !year || stated == year;
}

/* A decree is always the Government's and a government act of another kind with a decree's number is rare:
 * the number and the year say which act is meant although its symbol is wrong. Ministries count their
 * circulars each for themselves, so there a different symbol is a different act. */
static gboolean symbol_is_mistaken(const CitationScanner *scanner, guint index, const Mention *mention)
{
    const ActNumber *act = number_of(scanner, index), *stated = &mention->number;
    ActKind kind = kind_of(instrument_at(scanner, index));

    if (!stated->year || !stated->issuer[0])
        return FALSE;
    if (kind == ACT_DECREE)
        return (stated->kind == ACT_DECREE) != g_str_equal(stated->issuer, "cp") &&
               stated->kind != ACT_RESOLUTION && stated->kind != ACT_DECISION;
    return kind_fits(scanner, index, mention) && g_str_equal(act->issuer, stated->issuer) &&
           !term_fits(act, mention);
}

typedef enum { FIT_NONE, FIT_MISTAKEN, FIT_EXACT } Fit;

static Fit fit_of(const CitationScanner *scanner, guint index, const Mention *mention)
{
    const ActNumber *act = number_of(scanner, index);

    if (act->sequence != mention->number.sequence || !year_fits(scanner, index, mention))
        return FIT_NONE;
    if (kind_fits(scanner, index, mention) && issuer_fits(scanner, index, mention) && term_fits(act, mention))
        return FIT_EXACT;
    return symbol_is_mistaken(scanner, index, mention) ? FIT_MISTAKEN : FIT_NONE;
}

/* The act that fits best; none when two fit alike ("Nghị định 60": of 2013 or of 2021). */
static const Instrument *find_by_number(const CitationScanner *scanner, const Mention *mention, Fit *fit)
{
    const Instrument *found = NULL;

    *fit = FIT_NONE;
    for (guint i = 0; i < scanner->numbers->len; i++) {
        Fit this_fit = fit_of(scanner, i, mention);
        if (this_fit == FIT_NONE || this_fit < *fit)
            continue;
        found = this_fit == *fit ? NULL : instrument_at(scanner, i);
        *fit = this_fit;
    }
    return found;
}

static void resolve_number(const CitationScanner *scanner, const Mention *mention, Resolution *resolution)
{
    Fit fit;

    resolution->instrument = find_by_number(scanner, mention, &fit);
    if (!resolution->instrument || fit == FIT_EXACT)
        return;
    give_reason(resolution, TRUE,
                bilingual_format(N_("Ký hiệu ghi sai: số hiệu đúng là %s."), resolution->instrument->number));
}

/* --- by name ------------------------------------------------------------------------------------------- */

static gboolean bears_name(const Mention *mention, const Instrument *instrument)
{
    return g_ptr_array_find((GPtrArray *)mention->named, instrument, NULL);
}

static guint year_in(const char *iso)
{
    return iso ? (guint)g_ascii_strtoull(iso, NULL, 10) : 0;
}

static gboolean is_on_day(const Instrument *instrument, const ActDate *date)
{
    char iso[32];

    snprintf(iso, sizeof iso, "%04u-%02u-%02u", date->year % 10000, date->month % 100, date->day % 100);
    return instrument->issued && date->month && g_str_equal(instrument->issued, iso);
}

/* Of the acts of that name, the one issued in the year the text gives. Of several, the one of that day; else
 * the one in force on the date. */
static const Instrument *named_in_year(const CitationScanner *scanner, const Mention *mention,
                                       const char *date)
{
    const Instrument *found = NULL;

    for (guint i = 0; i < scanner->numbers->len; i++) {
        const Instrument *instrument = instrument_at(scanner, i);
        if (!bears_name(mention, instrument) ||
            issue_year(instrument, number_of(scanner, i)) != mention->date.year)
            continue;
        if (is_on_day(instrument, &mention->date))
            return instrument;
        if (!found || instrument_state(instrument, date) == INSTRUMENT_IN_FORCE)
            found = instrument;
    }
    return found;
}

/* Without a year, the act in force on the date; else the last that was. */
static const Instrument *named_on_date(const Mention *mention, const char *date)
{
    const Instrument *found = NULL;

    for (guint i = 0; i < mention->named->len; i++) {
        const Instrument *instrument = g_ptr_array_index(mention->named, i);
        InstrumentState state = instrument_state(instrument, date);
        if (state == INSTRUMENT_IN_FORCE)
            return instrument;
        if (!found || state == INSTRUMENT_SUPERSEDED)
            found = instrument;
    }
    return found;
}

/* A year that fits no act of the name may be an older act's; it is wrong for sure only when it is the year in
 * which the act came into force, or when day and month are those of the act. */
static void resolve_name_of_other_year(const Mention *mention, Resolution *resolution)
{
    for (guint i = 0; i < mention->named->len; i++) {
        const Instrument *instrument = g_ptr_array_index(mention->named, i);
        const char *issued = instrument->issued;
        gboolean year_of_effect = mention->date.year == year_in(instrument->effective_from);
        gboolean same_day = issued && mention->date.month &&
                            g_ascii_strtoull(issued + 5, NULL, 10) == mention->date.month &&
                            g_ascii_strtoull(issued + 8, NULL, 10) == mention->date.day;
        if (!year_of_effect && !same_day)
            continue;
        resolution->instrument = instrument;
        give_reason(
            resolution, TRUE,
            bilingual_format(year_of_effect
                                 ? N_("Ghi năm %u, nhưng %s ban hành năm %u (năm ghi là năm có hiệu lực).")
                                 : N_("Ghi năm %u, nhưng %s ban hành năm %u."),
                             mention->date.year, instrument->number, year_in(issued)));
        return;
    }
    give_reason(resolution, FALSE,
                bilingual_format(N_("Danh mục không có văn bản nào mang tên này ban hành năm %u."),
                                 mention->date.year));
}

static void resolve_name(const CitationScanner *scanner, const Mention *mention, const char *date,
                         Resolution *resolution)
{
    if (!mention->named->len)
        return;
    resolution->instrument =
        mention->date.year ? named_in_year(scanner, mention, date) : named_on_date(mention, date);
    if (!resolution->instrument)
        resolve_name_of_other_year(mention, resolution);
}

/* A name and a number that are not of one act. Where the table does not hold the number, it may be that of an
 * older act of the name: wrong for sure only when the sequence or the year agree. */
static void compare_name(const CitationScanner *scanner, const Mention *mention, Resolution *resolution)
{
    if (!mention->named->len || (resolution->instrument && bears_name(mention, resolution->instrument)))
        return;
    const Instrument *named = NULL;
    for (guint i = 0; i < scanner->numbers->len && !named; i++) {
        const ActNumber *act = number_of(scanner, i);
        if (bears_name(mention, instrument_at(scanner, i)) &&
            (resolution->instrument || act->sequence == mention->number.sequence ||
             act->year == mention->number.year))
            named = instrument_at(scanner, i);
    }
    if (!named)
        return;
    const char *number = named->number;
    if (!resolution->instrument)
        resolution->instrument = named;
    give_reason(resolution, TRUE,
                bilingual_format(N_("Số hiệu không khớp với tên gọi: văn bản mang tên này là %s."), number));
}

/* --- by subject ---------------------------------------------------------------------------------------- */

/* The words that tell what a cited act is about, directly after it and before the next clause. */
static char *subject_after(const Folded *text, const Mention *mention)
{
    static const char *const openings[] = {"ve ",       "qui dinh",  "ban hanh",
                                           "huong dan", "thuc hien", "qui che"};
    const char *after = text->text + mention->end;

    after += strspn(after, " ,)(");
    for (gsize i = 0; i < G_N_ELEMENTS(openings); i++) {
        if (!g_str_has_prefix(after, openings[i]))
            continue;
        g_autofree char *clause = g_strndup(after, SUBJECT_BYTES);
        clause[strcspn(clause, ";")] = '\0';
        return text_bare_words(clause);
    }
    return NULL;
}

static gboolean is_about(const Instrument *instrument, const char *subject)
{
    for (guint i = 0; i < instrument->subjects->len; i++) {
        g_autofree char *words = text_bare_words(g_ptr_array_index(instrument->subjects, i));
        if (strstr(subject, words))
            return TRUE;
    }
    return FALSE;
}

/* A number that no act of the table bears, one part of it that of an act whose subject or date follows. */
static void resolve_subject(const CitationScanner *scanner, const Folded *text, const Mention *mention,
                            Resolution *resolution)
{
    const ActNumber *stated = &mention->number;
    g_autofree char *subject = subject_after(text, mention);

    if (!stated->year)
        return;
    for (guint i = 0; i < scanner->numbers->len; i++) {
        const ActNumber *act = number_of(scanner, i);
        const Instrument *instrument = instrument_at(scanner, i);
        gboolean same_sequence = act->sequence == stated->sequence;
        if ((!same_sequence && act->year != stated->year) || !kind_fits(scanner, i, mention) ||
            !issuer_fits(scanner, i, mention))
            continue;
        if (!(same_sequence && is_on_day(instrument, &mention->date)) &&
            !(subject && is_about(instrument, subject)))
            continue;
        resolution->instrument = instrument;
        give_reason(
            resolution, TRUE,
            bilingual_format(N_("Số hiệu ghi sai: theo nội dung và ngày ban hành, văn bản được dẫn là %s."),
                             instrument->number));
        return;
    }
}

/* --- what is at odds ----------------------------------------------------------------------------------- */

static char *kind_at_odds(ActKind stated, ActKind kind, RasoatLanguage language)
{
    return g_strdup_printf(say(language, "Gọi là %s, nhưng số hiệu này là của %s."),
                           act_kind_words(stated, language), act_kind_words(kind, language));
}

static void check_kind(const Mention *mention, Resolution *resolution)
{
    ActKind kind = resolution->instrument ? kind_of(resolution->instrument) : mention->number.kind;

    if (mention->word == ACT_NONE || kind == ACT_NONE || same_kind(mention->word, kind) ||
        (mention->word == ACT_REGULATION && kind == ACT_DECISION))
        return;
    give_reason(resolution, TRUE,
                (BilingualText){kind_at_odds(mention->word, kind, RASOAT_VIETNAMESE),
                                kind_at_odds(mention->word, kind, RASOAT_ENGLISH)});
}

static void check_garbled(const Mention *mention, Resolution *resolution)
{
    if (!mention->number.garbled)
        return;
    if (resolution->instrument)
        give_reason(resolution, TRUE,
                    bilingual_format(N_("Số hiệu ghi lẫn; đúng là %s."), resolution->instrument->number));
    else
        give_reason(resolution, TRUE, bilingual_of(N_("Số hiệu ghi lẫn, không đúng dạng số/năm/ký hiệu.")));
}

static char *date_at_odds(const ActDate *date, const Instrument *instrument, RasoatLanguage language)
{
    g_autofree char *stated = g_strdup_printf("%04u-%02u-%02u", date->year, date->month, date->day);
    g_autofree char *said = say_date(language, stated), *issued = say_date(language, instrument->issued);
    return g_strdup_printf(
        instrument->verified
            ? say(language, "Ghi ngày %s; theo danh mục, %s ban hành ngày %s.")
            : say(language,
                  "Ghi ngày %s; theo danh mục, %s ban hành ngày %s (ngày này chưa đối chiếu với bản gốc)."),
        said, instrument->number, issued);
}

static void check_date(const Mention *mention, Resolution *resolution)
{
    const ActDate *date = &mention->date;
    const Instrument *instrument = resolution->instrument;
    guint year = mention->number.year;

    /* A year alone after a full number may be of what is done under the act. */
    if (!date->year || (!date->month && year) || (instrument && is_on_day(instrument, date)))
        return;
    if (year && date->year != year) {
        give_reason(
            resolution, TRUE,
            bilingual_format(N_("Ngày ban hành ghi năm %u, số hiệu là của năm %u."), date->year, year));
        return;
    }
    if (!date->month || !instrument || !instrument->issued)
        return;
    give_reason(resolution, instrument->verified,
                (BilingualText){date_at_odds(date, instrument, RASOAT_VIETNAMESE),
                                date_at_odds(date, instrument, RASOAT_ENGLISH)});
}

static const Issuer *issuer_named(const CitationScanner *scanner, const char *name)
{
    for (guint i = 0; i < scanner->instruments->issuers->len; i++) {
        const Issuer *issuer = g_ptr_array_index(scanner->instruments->issuers, i);
        if (g_str_equal(issuer->name, name))
            return issuer;
    }
    return NULL;
}

/* Bodies of the Party share a symbol; a joint act may be given to the first of its bodies. */
static void check_issuer(const CitationScanner *scanner, const Mention *mention, Resolution *resolution)
{
    const Issuer *right =
        resolution->instrument ? issuer_named(scanner, resolution->instrument->issuer) : mention->number.body;

    if (!mention->issuer || !right || g_str_has_prefix(right->symbol, mention->issuer->symbol) ||
        mention->number.kind == ACT_JOINT_CIRCULAR || mention->number.kind == ACT_JOINT_RESOLUTION)
        return;
    give_reason(
        resolution, TRUE,
        bilingual_format(N_("Ghi cơ quan ban hành là %s; đúng là %s."), mention->issuer->name, right->name));
}

Resolution citation_resolve(const CitationScanner *scanner, const char *original, const Folded *text,
                            const Mention *mention, const char *date)
{
    Resolution resolution = {0};

    if (mention->number.sequence)
        resolve_number(scanner, mention, &resolution);
    if (mention->number.sequence && mention->named)
        compare_name(scanner, mention, &resolution);
    else if (mention->named)
        resolve_name(scanner, mention, date, &resolution);
    else if (!resolution.instrument)
        resolve_subject(scanner, text, mention, &resolution);
    check_garbled(mention, &resolution);
    check_kind(mention, &resolution);
    check_issuer(scanner, mention, &resolution);
    check_date(mention, &resolution);
    resolution.number = resolution.instrument ? g_strdup(resolution.instrument->number)
                                              : citation_usual_number(scanner, original, text,
                                                                      &mention->number, stated_kind(mention));
    return resolution;
}
