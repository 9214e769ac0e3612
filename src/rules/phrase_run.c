/* Running a phrase at a place: a backtracking matcher with counted steps. */
#include "rules/matcher.h"

static gboolean ends_full(const Ends *ends)
{
    return ends->count == ends->most;
}

static void ends_add(Ends *ends, guint end)
{
    for (guint i = 0; i < ends->count; i++)
        if (ends->ends[i] == end)
            return;
    ends->ends[ends->count++] = end;
}

static gboolean literal_at(const Matcher *matcher, guint32 literal, guint position)
{
    guint place = position - matcher->begin;
    if (!bits_have(matcher->has, literal) || position >= matcher->end)
        return FALSE;
    if (matcher->is_short)
        return matcher->literal_places[literal] >> place & 1;
    for (guint i = g_array_index(matcher->first_found, guint, place); i < matcher->found->len; i++) {
        const Found *found = &g_array_index(matcher->found, Found, i);
        if (found->place != position)
            return FALSE;
        if (found->literal == literal)
            return TRUE;
    }
    return FALSE;
}

/* The word after a raw expression that matches at a word's beginning and ends at a word's end; 0: no match.
 */
static guint raw_end(Matcher *matcher, guint index, guint position)
{
    if (position >= matcher->end)
        return 0;
    guint32 start = words_at(matcher->words, position)->start;
    guint32 stop = words_at(matcher->words, matcher->end - 1)->end;
    const Raw *raw = matcher->book->raws->pdata[index];
    if (!byte_set_has(&raw->first, (guchar)matcher->text[start])) /* spares most of the places */
        return 0;
    const guint32 from = words_at(matcher->words, matcher->begin)->start;
    int result = raw_match(raw, matcher->text + from, start - from, stop - from, matcher->match_data,
                           matcher->match_context);
    if (result < 0 && result != PCRE2_ERROR_NOMATCH) /* a limit, or no memory: not said to be absent */
        matcher->raw_limit = TRUE;
    if (result < 0)
        return 0;
    guint32 reached = from + (guint32)pcre2_get_ovector_pointer(matcher->match_data)[1];
    for (guint i = position; i < matcher->end && words_at(matcher->words, i)->start < reached; i++)
        if (words_at(matcher->words, i)->end == reached ||
            (words_at(matcher->words, i)->end < reached &&
             (i + 1 == matcher->end || words_at(matcher->words, i + 1)->start >= reached)))
            return i + 1;
    return 0;
}

static gint descending(gconstpointer a, gconstpointer b)
{
    guint x = *(const guint *)a, y = *(const guint *)b;
    return x < y ? 1 : x > y ? -1 : 0;
}

/* The ends of a class at a word of a long sentence. */
static void long_class_ends(Matcher *matcher, guint index, guint position, Ends *ends)
{
    const WordClass *class = matcher->book->classes->pdata[index];
    const LiteralGroup *group = book_group(matcher->book, class->group); /* the first is empty */

    if (position >= matcher->end)
        return;
    for (guint i = group->members; i < group->members_end && !ends_full(ends); i++) {
        guint32 literal = g_array_index(matcher->book->group_members, guint32, i);
        if (literal_at(matcher, literal, position))
            ends_add(ends, position + book_literal(matcher->book, literal)->length);
    }
    for (guint i = 0; i < class->others->len && !ends_full(ends); i++)
        if (has_needs(matcher, class->others->pdata[i]))
            phrase_run(matcher, class->others->pdata[i], 0, position, NULL, ends);
    qsort(ends->ends, ends->count, sizeof(guint), descending);
}

static void run_class(Matcher *matcher, const Phrase *phrase, guint pc, guint position, const PlaceSet *rest,
                      Ends *ends)
{
    guint index = matcher->programs[phrase->code + pc].a;
    if (!matcher->is_short) {
        Ends of_class;
        ends_init(&of_class, FALSE);
        long_class_ends(matcher, index, position, &of_class);
        for (guint i = 0; i < of_class.count; i++)
            phrase_run(matcher, phrase, pc + 1, of_class.ends[i], rest, ends);
        return;
    }
    const EndsState *state = class_ends(matcher, index);
    guint place = position - matcher->begin;
    for (PlaceSet left = state->starts >> place & 1 ? state->ends[place] : 0;
         left != 0;) { /* longest first */
        guint end = 63 - (guint)__builtin_clzll(left);
        left &= ~place_bit(end);
        phrase_run(matcher, phrase, pc + 1, matcher->begin + end, rest, ends);
    }
}

/* The one length of the group's literals that lead on from a place: those of one length lead to the same
 * word. 0: there is none; MOST_LITERAL_WORDS + 1: several, which are to be tried in their order. */
static guint only_length(const Matcher *matcher, const LiteralGroup *group, guint place, PlaceSet rest)
{
    const PlaceSet *slot = matcher->slots + group->slots;
    guint only = 0;
    for (guint length = group->shortest; length <= group->longest; length++, slot++)
        if ((*slot >> place & 1) &&
            (rest >> (place + length) & 1)) { /* no literal ends behind the sentence */
            if (only)
                return MOST_LITERAL_WORDS + 1;
            only = length;
        }
    return only;
}

static void run_group_in_order(Matcher *matcher, const Phrase *phrase, guint pc, guint position,
                               const PlaceSet *rest, Ends *ends)
{
    const LiteralGroup *group = book_group(matcher->book, matcher->programs[phrase->code + pc].a);
    for (guint i = group->members; i < group->members_end && !ends_full(ends); i++) {
        guint32 literal = g_array_index(matcher->book->group_members, guint32, i);
        if (literal_at(matcher, literal, position))
            phrase_run(matcher, phrase, pc + 1, position + book_literal(matcher->book, literal)->length, rest,
                       ends);
    }
}

/* Where the phrase goes on after a group; 0: nowhere from here, or it has been tried. */
static guint run_group(Matcher *matcher, const Phrase *phrase, guint pc, guint position, const PlaceSet *rest,
                       Ends *ends)
{
    guint number = matcher->programs[phrase->code + pc].a;
    if (group_starts(matcher, number) == 0)
        return 0;
    if (rest) {
        guint length =
            only_length(matcher, book_group(matcher->book, number), position - matcher->begin, rest[pc + 1]);
        if (length <= MOST_LITERAL_WORDS)
            return length ? position + length : 0;
    }
    run_group_in_order(matcher, phrase, pc, position, rest, ends);
    return 0;
}

static void run_gap(Matcher *matcher, const Phrase *phrase, guint pc, guint position, const PlaceSet *rest,
                    Ends *ends)
{
    guint last = MIN(position + matcher->programs[phrase->code + pc].a, matcher->end);
    for (guint at = position; at <= last && !ends_full(ends); at++)
        if (!rest || rest[pc + 1] >> (at - matcher->begin) & 1)
            phrase_run(matcher, phrase, pc + 1, at, rest, ends);
}

void phrase_run(Matcher *matcher, const Phrase *phrase, guint pc, guint position, const PlaceSet *rest,
                Ends *ends)
{
    const Instruction *code = matcher->programs + phrase->code;
    for (;;) {
        if (++matcher->steps > matcher->most_steps || ends_full(ends))
            return;
        if (rest && !(rest[pc] >> (position - matcher->begin) & 1))
            return;
        const Instruction *instruction = &code[pc];
        switch ((Op)instruction->op) {
        case OP_LITERAL:
            if (!literal_at(matcher, instruction->a, position))
                return;
            position += instruction->b;
            pc++;
            break;
        case OP_GROUP:
            position = run_group(matcher, phrase, pc, position, rest, ends);
            if (position == 0)
                return;
            pc++;
            break;
        case OP_CLASS:
            run_class(matcher, phrase, pc, position, rest, ends);
            return;
        case OP_GAP:
            run_gap(matcher, phrase, pc, position, rest, ends);
            return;
        case OP_RAW: {
            guint after = raw_end(matcher, instruction->a, position);
            if (after == 0)
                return;
            position = after;
            pc++;
            break;
        }
        case OP_QUANTITY: {
            guint after =
                quantity_read(matcher->words, position, matcher->end, phrase->unit, &matcher->quantity);
            if (after == position)
                return;
            position = after;
            pc++;
            break;
        }
        case OP_BEGIN:
            if (position != matcher->begin && position != matcher->opening)
                return;
            pc++;
            break;
        case OP_END:
            if (position != matcher->end)
                return;
            pc++;
            break;
        case OP_SPLIT:
            if (!rest || rest[instruction->a] >> (position - matcher->begin) & 1)
                phrase_run(matcher, phrase, instruction->a, position, rest, ends);
            pc = instruction->b;
            break;
        case OP_JUMP:
            pc = instruction->a;
            break;
        case OP_MATCH:
            ends_add(ends, position);
            return;
        }
    }
}
