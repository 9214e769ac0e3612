/* Matching backwards, all places of a short sentence at once. */
#include "rules/matcher.h"

static PlaceSet large_group_starts(Matcher *matcher, const LiteralGroup *group)
{
    PlaceSet starts = 0, *slots = matcher->slots + group->slots;
    for (guint i = 0; i < matcher->literal_count; i++) {
        guint32 literal = matcher->literals[i];
        if (!group_has(matcher->book, group, literal))
            continue;
        PlaceSet places = matcher->literal_places[literal];
        slots[book_literal(matcher->book, literal)->length - group->shortest] |= places;
        starts |= places;
    }
    return starts;
}

static PlaceSet small_group_starts(Matcher *matcher, const LiteralGroup *group)
{
    PlaceSet starts = 0, *slots = matcher->slots + group->slots;
    const guint32 *members = (const guint32 *)(void *)matcher->book->group_members->data;
    for (guint i = group->members; i < group->members_end; i++) {
        if (!bits_have(matcher->has, members[i]))
            continue;
        PlaceSet places = matcher->literal_places[members[i]];
        slots[book_literal(matcher->book, members[i])->length - group->shortest] |= places;
        starts |= places;
    }
    return starts;
}

PlaceSet place_group(Matcher *matcher, guint number)
{
    const LiteralGroup *group = book_group(matcher->book, number);
    bits_add(matcher->placed_groups, number);
    for (guint i = 0; i <= (guint)group->longest - group->shortest; i++)
        matcher->slots[group->slots + i] = 0;
    PlaceSet starts = group->bits ? large_group_starts(matcher, group) : small_group_starts(matcher, group);
    matcher->group_places[number] = starts;
    return starts;
}

/* Where a group stands before the rest. */
static PlaceSet group_before(Matcher *matcher, guint number, PlaceSet rest)
{
    PlaceSet places = 0;
    if (group_starts(matcher, number) == 0)
        return 0;
    const LiteralGroup *group = book_group(matcher->book, number);
    const PlaceSet *slot = matcher->slots + group->slots;
    for (guint length = group->shortest; length <= group->longest; length++)
        places |= *slot++ & rest >> length;
    return places;
}

/* The places up to so many words before some of the rest. */
static PlaceSet gap_before(guint most, PlaceSet rest)
{
    for (guint reach = 1, left = most; left > 0; reach *= 2) {
        guint step = MIN(reach, left);
        rest |= rest >> step;
        left -= step;
    }
    return rest;
}

static PlaceSet ends_before(const EndsState *state, PlaceSet rest)
{
    PlaceSet places = 0;
    for (PlaceSet starts = state->starts; starts != 0; starts &= starts - 1) {
        guint place = (guint)__builtin_ctzll(starts);
        if (state->ends[place] & rest)
            places |= place_bit(place);
    }
    return places;
}

static void add_end(EndsState *state, guint place, guint end)
{
    if (!(state->starts & place_bit(place)))
        state->ends[place] = 0;
    state->starts |= place_bit(place);
    state->ends[place] |= place_bit(end);
}

static void add_group_ends(Matcher *matcher, guint number, EndsState *state)
{
    PlaceSet starts = group_starts(matcher, number);
    if (starts == 0)
        return;
    const LiteralGroup *group = book_group(matcher->book, number);
    const PlaceSet *slot = matcher->slots + group->slots;
    for (guint length = group->shortest; length <= group->longest; length++, slot++)
        for (PlaceSet rest = *slot; rest != 0; rest &= rest - 1) {
            guint place = (guint)__builtin_ctzll(rest);
            add_end(state, place, place + length);
        }
}

static void add_phrase_ends(Matcher *matcher, const Phrase *phrase, EndsState *state)
{
    if (!has_needs(matcher, phrase))
        return;
    guint top = matcher->rest_top;
    PlaceSet *rest = matcher->rest + top;
    matcher->rest_top += phrase->code_end - phrase->code;
    for (PlaceSet starts = phrase_places(matcher, phrase, rest); starts != 0; starts &= starts - 1) {
        guint place = (guint)__builtin_ctzll(starts);
        Ends ends;
        ends_init(&ends, FALSE);
        phrase_run(matcher, phrase, 0, matcher->begin + place, rest, &ends);
        for (guint i = 0; i < ends.count; i++)
            add_end(state, place, ends.ends[i] - matcher->begin);
    }
    matcher->rest_top = top;
}

const EndsState *find_class_ends(Matcher *matcher, guint index)
{
    EndsState *state = &matcher->classes[index];
    const WordClass *class = matcher->book->classes->pdata[index];
    state->serial = matcher->serial;
    state->starts = 0;
    if (class->group)
        add_group_ends(matcher, class->group, state);
    for (guint i = 0; i < class->others->len; i++)
        add_phrase_ends(matcher, class->others->pdata[i], state);
    return state;
}

static G_NO_INLINE const EndsState *quantity_ends(Matcher *matcher, UnitKind unit)
{
    EndsState *state = &matcher->quantities[unit];
    if (state->serial == matcher->serial)
        return state;
    const QuantityBeginnings beginnings = quantity_beginnings(unit);
    state->serial = matcher->serial;
    state->starts = 0;
    for (guint at = matcher->begin; at < matcher->end; at++) {
        Quantity quantity;
        if (!quantity_may_begin(&beginnings, words_at(matcher->words, at)))
            continue;
        guint after = quantity_read(matcher->words, at, matcher->end, unit, &quantity);
        if (after > at)
            add_end(state, at - matcher->begin, after - matcher->begin);
    }
    return state;
}

static const FirstBytes *first_bytes(Matcher *matcher)
{
    FirstBytes *first = &matcher->first_bytes;
    if (first->serial == matcher->serial)
        return first;
    first->serial = matcher->serial;
    first->bytes = (ByteSet){0};
    for (guint at = matcher->begin; at < matcher->end; at++) {
        const guchar byte = (guchar)matcher->text[words_at(matcher->words, at)->start];
        if (!byte_set_has(&first->bytes, byte))
            first->places[byte] = 0;
        byte_set_add(&first->bytes, byte);
        first->places[byte] |= place_bit(at - matcher->begin);
    }
    return first;
}

/* Where a raw expression may begin, by its first byte. */
static G_NO_INLINE PlaceSet raw_starts(Matcher *matcher, guint index)
{
    RawStarts *starts = &matcher->raws[index];
    if (starts->serial == matcher->serial)
        return starts->places;
    const Raw *raw = matcher->book->raws->pdata[index];
    const FirstBytes *first = first_bytes(matcher);
    starts->serial = matcher->serial;
    starts->places = 0;
    for (guint i = 0; i < G_N_ELEMENTS(first->bytes.bits); i++)
        for (guint64 both = first->bytes.bits[i] & raw->first.bits[i]; both != 0; both &= both - 1)
            starts->places |= first->places[i * 64 + (guint)__builtin_ctzll(both)];
    return starts->places;
}

/* With some of the rest after it. */
static PlaceSet raw_before(Matcher *matcher, guint index, PlaceSet rest)
{
    if (rest == 0)
        return 0;
    guint last = 63 - (guint)__builtin_clzll(rest);
    return raw_starts(matcher, index) & (place_bit(last) - 1);
}

PlaceSet phrase_places(Matcher *matcher, const Phrase *phrase, PlaceSet *rest)
{
    const Instruction *code = matcher->programs + phrase->code;
    const guint match = phrase->code_end - phrase->code - 1;
    const PlaceSet last = place_bit(matcher->end - matcher->begin);

    PlaceSet places = last | (last - 1);
    const Instruction *instruction = code + match;
    PlaceSet *of_instruction = rest + match;
    matcher->steps += match + 1;
    *of_instruction = places;
    while (instruction > code) {
        instruction--;
        switch ((Op)instruction->op) {
        case OP_LITERAL:
            places = literal_starts(matcher, instruction->a) & places >> instruction->b;
            break;
        case OP_GROUP:
            places = group_before(matcher, instruction->a, places);
            break;
        case OP_CLASS:
            places = places ? ends_before(class_ends(matcher, instruction->a), places) : 0;
            break;
        case OP_GAP:
            places = gap_before(instruction->a, places);
            break;
        case OP_RAW:
            places = raw_before(matcher, instruction->a, places);
            break;
        case OP_QUANTITY:
            places = ends_before(quantity_ends(matcher, phrase->unit), places);
            break;
        case OP_BEGIN:
            places &= 1 | place_bit(matcher->opening - matcher->begin);
            break;
        case OP_END:
            places &= last;
            break;
        case OP_SPLIT:
            places = rest[instruction->a] | rest[instruction->b];
            break;
        case OP_JUMP:
            places = rest[instruction->a];
            break;
        case OP_MATCH: /* the last alone */
            break;
        }
        *--of_instruction = places;
        if (places == 0 && instruction->cut)
            return 0;
    }
    return places;
}
