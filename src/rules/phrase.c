/* The phrase language of rules/README.md, parsed by recursive descent and compiled to a program in one pass.
 */
#include "rules/phrase.h"

#include <string.h>

#include "base/error.h"
#include "base/translate.h"
#include "rules/alternatives.h"
#include "rules/phrasebook_private.h"

#define MOST_GAP 40
#define MOST_NESTING 12
#define MOST_INSTRUCTIONS 1000
#define MOST_PARTS 1000 /* of needs */
#define MOST_ALTERNATIVES 250

typedef struct {
    PhraseBook *book;
    const char *p;
    const char *where;
    Phrase *phrase;
    guint depth;
    gboolean overflow; /* the phrase is too long */
    GError **error;
    Instruction code[MOST_INSTRUCTIONS];
    guint code_count;
    NeedPart needs[MOST_PARTS]; /* of the sequences that are open, one after the other */
    guint need_count;
} Parser;

/* What one sequence needs, in Parser.needs from first on: every literal, group and class in it. */
typedef struct {
    guint first;
    guint matter; /* items that consume something */
} Sequence;

/* As a message quotes it: a long one is cut. Owned by the caller. */
static char *quoted(const char *phrase)
{
    enum { QUOTED_MOST = 200 };
    if (g_utf8_strlen(phrase, -1) <= QUOTED_MOST)
        return g_strdup(phrase);
    g_autofree char *head = g_utf8_substring(phrase, 0, QUOTED_MOST);
    return g_strconcat(head, "…", NULL);
}

gboolean phrase_refuse(const char *where, const char *phrase, const char *what, GError **error)
{
    g_autofree char *cut = quoted(phrase);
    BilingualText text = bilingual_format(N_("mẫu “%s”"), cut), cause = bilingual_of(what);

    bilingual_append(&text, ": ", &cause);
    error_set_texts(error, RASOAT_ERROR_RULES, where, &text);
    bilingual_clear(&cause);
    bilingual_clear(&text);
    return FALSE;
}

void phrase_free(Phrase *phrase)
{
    if (!phrase)
        return;
    if (phrase->forbidden)
        g_ptr_array_unref(phrase->forbidden);
    g_free(phrase);
}

/* what: marked for the catalogue. */
static gboolean fail(Parser *parser, const char *what)
{
    if (parser->error && !*parser->error)
        phrase_refuse(parser->where, parser->phrase->text, what, parser->error);
    return FALSE;
}

static guint emit(Parser *parser, Op op, guint32 a, guint32 b)
{
    if (parser->code_count == MOST_INSTRUCTIONS) {
        parser->overflow = TRUE;
        return 0;
    }
    parser->code[parser->code_count] = (Instruction){(guint8)op, parser->depth == 0, (guint16)b, a};
    return parser->code_count++;
}

static void add_need(Parser *parser, NeedPart part)
{
    if (parser->need_count == MOST_PARTS)
        parser->overflow = TRUE;
    else
        parser->needs[parser->need_count++] = part;
}

static gboolean parse_sequence(Parser *parser, Sequence *sequence);

static gboolean is_special(char c)
{
    switch (c) {
    case '{':
    case '|':
    case '}':
    case '[':
    case ']':
    case '<':
    case '>':
    case '@':
    case '!':
    case '/':
    case '#':
    case '^':
    case '$':
        return TRUE;
    default:
        return FALSE;
    }
}

static const char *end_of_words(const char *p)
{
    while (*p && !is_special(*p))
        p++;
    return p;
}

/* Splits the words up to a special character. They live until the next call. */
static const Words *split_words(Parser *parser)
{
    const char *start = parser->p;
    parser->p = end_of_words(start);
    words_clear(parser->book->scratch);
    words_append(parser->book->scratch, start, (gsize)(parser->p - start), 0);
    return parser->book->scratch;
}

static gboolean parse_words(Parser *parser, Sequence *sequence)
{
    const GArray *words = split_words(parser)->words;
    for (guint i = 0; i < words->len; i += MOST_LITERAL_WORDS) {
        guint count = MIN(words->len - i, MOST_LITERAL_WORDS);
        guint32 literal = literal_keep(parser->book, &g_array_index(words, Word, i), count);
        emit(parser, OP_LITERAL, literal, count);
        add_need(parser, NEED_LITERAL | literal);
        sequence->matter++;
    }
    return TRUE;
}

static gboolean parse_gap(Parser *parser)
{
    char *rest;
    guint64 most = g_ascii_strtoull(parser->p + 1, &rest, 10);
    if (rest == parser->p + 1 || *rest != '>' || most < 1 || most > MOST_GAP)
        return fail(parser, N_("khoảng cách viết là <n>, n từ 1 đến 40"));
    parser->p = rest + 1;
    emit(parser, OP_GAP, (guint32)most, 0);
    return TRUE;
}

static gboolean parse_class(Parser *parser, Sequence *sequence)
{
    const char *start = ++parser->p;
    while (g_ascii_isalnum(*parser->p) || *parser->p == '-' || *parser->p == '_')
        parser->p++;
    if (parser->p == start)
        return fail(parser, N_("sau @ phải là tên một lớp từ"));
    g_autofree char *name = g_strndup(start, (gsize)(parser->p - start));
    guint index = book_class_index(parser->book, name, parser->where);
    emit(parser, OP_CLASS, index, 0);
    add_need(parser, NEED_CLASS | index);
    sequence->matter++;
    return TRUE;
}

static gboolean parse_raw(Parser *parser, Sequence *sequence)
{
    GString *expression = g_string_new(NULL);
    const char *p = parser->p + 1;
    for (; *p && *p != '/'; p++) {
        if (p[0] == '\\' && p[1] == '/')
            p++;
        g_string_append_c(expression, *p);
    }
    g_autofree char *raw = g_string_free(expression, FALSE);
    if (*p != '/' || *raw == '\0')
        return fail(parser, N_("biểu thức phải đặt giữa hai dấu /…/"));
    parser->p = p + 1;
    gint index = book_raw_index(parser->book, raw, parser->where, parser->error);
    if (index < 0)
        return FALSE;
    emit(parser, OP_RAW, (guint32)index, 0);
    sequence->matter++;
    return TRUE;
}

/* What is gathered of alternatives: literals that are not yet written down, and needs. */
typedef struct {
    guint32 literals[MOST_ALTERNATIVES];
    guint literal_count;
    NeedPart parts[MOST_PARTS]; /* one of them answers the whole */
    guint part_count;
    gboolean representable; /* as far as is known, some part answers each alternative */
    guint last_split;
    guint jumps[MOST_ALTERNATIVES];
    guint jump_count;
} Alternatives;

static void add_part(Parser *parser, Alternatives *alternatives, NeedPart part)
{
    if (alternatives->part_count == MOST_PARTS)
        parser->overflow = TRUE;
    else
        alternatives->parts[alternatives->part_count++] = part & ~NEED_OR;
}

/* An alternative is "split to it or to the next, …, jump to the end". */
static void begin_alternative(Parser *parser, Alternatives *alternatives)
{
    alternatives->last_split = emit(parser, OP_SPLIT, 0, 0);
    parser->code[alternatives->last_split].a = parser->code_count;
}

static void end_alternative(Parser *parser, Alternatives *alternatives)
{
    guint jump = emit(parser, OP_JUMP, 0, 0);
    if (alternatives->jump_count == MOST_ALTERNATIVES)
        parser->overflow = TRUE;
    else
        alternatives->jumps[alternatives->jump_count++] = jump;
    parser->code[alternatives->last_split].b = (guint16)parser->code_count;
}

static NeedPart emit_literals(Parser *parser, Alternatives *alternatives)
{
    const guint32 *literals = alternatives->literals;
    guint count = alternatives->literal_count;
    alternatives->literal_count = 0;
    if (count == 1) {
        emit(parser, OP_LITERAL, literals[0], book_literal(parser->book, literals[0])->length);
        return NEED_LITERAL | literals[0];
    }
    guint32 group = group_keep(parser->book, literals, count);
    emit(parser, OP_GROUP, group, 0);
    return NEED_GROUP | group;
}

/* Literals that follow one another are one alternative. */
static void flush_literals(Parser *parser, Alternatives *alternatives)
{
    if (alternatives->literal_count == 0)
        return;
    begin_alternative(parser, alternatives);
    add_part(parser, alternatives, emit_literals(parser, alternatives));
    end_alternative(parser, alternatives);
}

/* Takes an alternative that is one literal; FALSE: it is not, and nothing was read. */
static gboolean take_literal(Parser *parser, char close, Alternatives *alternatives)
{
    const char *start = parser->p, *end = end_of_words(start);
    if ((*end != '|' && *end != close) || alternatives->literal_count == MOST_ALTERNATIVES)
        return FALSE;
    const GArray *words = split_words(parser)->words;
    if (words->len > 0 && words->len <= MOST_LITERAL_WORDS) {
        alternatives->literals[alternatives->literal_count++] =
            literal_keep(parser->book, &g_array_index(words, Word, 0), words->len);
        return TRUE;
    }
    parser->p = start;
    return FALSE;
}

/* The need that stands for a sequence: its last literal, else its first need. FALSE: it has none. */
static gboolean add_representative(Parser *parser, const Sequence *sequence, Alternatives *alternatives)
{
    guint first = sequence->first;
    if (parser->need_count == first)
        return FALSE;
    for (guint i = first; i < parser->need_count; i++) /* a literal that is no part of a longer need */
        if ((parser->needs[i] & (NEED_KIND | NEED_OR)) == NEED_LITERAL &&
            (i == sequence->first || !(parser->needs[i - 1] & NEED_OR)))
            first = i;
    do
        add_part(parser, alternatives, parser->needs[first]);
    while (parser->needs[first++] & NEED_OR);
    parser->need_count = sequence->first;
    return TRUE;
}

static gboolean take_alternative(Parser *parser, Alternatives *alternatives)
{
    Sequence sequence = {parser->need_count, 0};

    flush_literals(parser, alternatives);
    begin_alternative(parser, alternatives);
    if (!parse_sequence(parser, &sequence))
        return FALSE;
    if (sequence.matter == 0)
        return fail(parser, N_("có một lựa chọn bỏ trống; phần có thể vắng thì đặt trong [ ]"));
    if (!add_representative(parser, &sequence, alternatives))
        alternatives->representable = FALSE;
    end_alternative(parser, alternatives);
    return TRUE;
}

static void emit_end_of_alternatives(Parser *parser, Alternatives *alternatives, gboolean optional)
{
    if (!optional) /* nothing after the last alternative: going there must not match */
        parser->code[alternatives->last_split].op = OP_JUMP;
    for (guint i = 0; i < alternatives->jump_count; i++)
        parser->code[alternatives->jumps[i]].a = parser->code_count;
}

static void add_alternatives_need(Parser *parser, const Alternatives *alternatives)
{
    if (!alternatives->representable)
        return;
    for (guint i = 0; i < alternatives->part_count; i++)
        add_need(parser, alternatives->parts[i] | (i + 1 < alternatives->part_count ? NEED_OR : 0));
}

static gboolean parse_alternatives(Parser *parser, char close, gboolean optional, Sequence *outer)
{
    g_autofree Alternatives *alternatives = g_new(Alternatives, 1);
    guint first = parser->code_count;

    alternatives->literal_count = alternatives->part_count = alternatives->jump_count = 0;
    alternatives->representable = TRUE;
    if (++parser->depth > MOST_NESTING)
        return fail(parser, N_("ngoặc lồng nhau quá sâu; hãy tách thành nhiều mẫu"));
    do {
        parser->p++;
        if (!take_literal(parser, close, alternatives) && !take_alternative(parser, alternatives))
            return FALSE;
    } while (*parser->p == '|');
    if (*parser->p != close)
        return fail(parser, close == '}' ? N_("thiếu dấu }") : N_("thiếu dấu ]"));
    parser->p++;
    if (parser->code_count == first && !optional) { /* literals alone */
        add_part(parser, alternatives, emit_literals(parser, alternatives));
    } else {
        flush_literals(parser, alternatives);
        emit_end_of_alternatives(parser, alternatives, optional);
    }
    parser->code[first].cut = --parser->depth == 0;
    if (!optional) {
        outer->matter++;
        add_alternatives_need(parser, alternatives);
    }
    return TRUE;
}

static gboolean parse_forbidden(Parser *parser)
{
    if (parser->p[1] != '{')
        return fail(parser, N_("sau ! phải là {…}"));
    const char *start = parser->p + 1;
    guint depth = 0;
    const char *p = start;
    for (; *p; p++) {
        depth += *p == '{';
        if (*p == '}' && --depth == 0)
            break;
    }
    if (!*p)
        return fail(parser, N_("thiếu dấu }"));
    g_autofree char *inner = g_strndup(start, (gsize)(p + 1 - start));
    g_autoptr(GPtrArray) alternatives = alternatives_of(inner);
    if (!parser->phrase->forbidden)
        parser->phrase->forbidden = g_ptr_array_new_with_free_func((GDestroyNotify)phrase_free);
    for (guint i = 0; i < alternatives->len; i++) {
        Phrase *forbidden =
            phrase_compile(parser->book, alternatives->pdata[i], UNIT_NONE, parser->where, parser->error);
        if (!forbidden)
            return FALSE;
        g_ptr_array_add(parser->phrase->forbidden, forbidden);
    }
    parser->p = p + 1;
    return TRUE;
}

static gboolean parse_item(Parser *parser, Sequence *sequence)
{
    switch (*parser->p) {
    case '{':
        return parse_alternatives(parser, '}', FALSE, sequence);
    case '[':
        return parse_alternatives(parser, ']', TRUE, sequence);
    case '<':
        return parse_gap(parser);
    case '@':
        return parse_class(parser, sequence);
    case '!':
        return parse_forbidden(parser);
    case '/':
        return parse_raw(parser, sequence);
    case '#':
        if (parser->phrase->unit == UNIT_NONE)
            return fail(parser, N_("# chỉ dùng trong <bound>"));
        parser->p++;
        sequence->matter++;
        emit(parser, OP_QUANTITY, 0, 0);
        return TRUE;
    case '^':
    case '$':
        emit(parser, *parser->p == '^' ? OP_BEGIN : OP_END, 0, 0);
        parser->p++;
        return TRUE;
    case '>':
        return fail(parser, N_("có > mà không có <"));
    default:
        return parse_words(parser, sequence);
    }
}

static gboolean parse_sequence(Parser *parser, Sequence *sequence)
{
    while (*parser->p && *parser->p != '|' && *parser->p != '}' && *parser->p != ']')
        if (!parse_item(parser, sequence))
            return FALSE;
    return TRUE;
}

/* Drops jumps to what follows, as the last of alternatives has. */
static void drop_idle_jumps(Parser *parser)
{
    guint after[MOST_INSTRUCTIONS + 1]; /* by place: how many are kept from there on */
    const guint count = parser->code_count;
    Instruction *code = parser->code;
    guint8 cut = 0;

    after[count] = 0;
    for (guint pc = count; pc-- > 0;)
        after[pc] = after[pc + 1] + !(code[pc].op == OP_JUMP && after[code[pc].a] == after[pc + 1]);
    parser->code_count = after[0];
    for (guint pc = 0; pc < count; pc++) {
        Instruction kept = code[pc];
        if (kept.op == OP_SPLIT || kept.op == OP_JUMP)
            kept.a = after[0] - after[kept.a];
        if (kept.op == OP_SPLIT)
            kept.b = after[0] - after[kept.b];
        kept.cut |= cut; /* what passes a jump to it passes it */
        cut = after[pc] == after[pc + 1] && kept.cut;
        if (after[pc] != after[pc + 1])
            code[after[0] - after[pc]] = kept;
    }
}

/* Keeps what was compiled in the book. */
static void keep_phrase(Parser *parser)
{
    Phrase *phrase = parser->phrase;
    PhraseBook *book = parser->book;

    phrase->code = book->programs->len;
    g_array_append_vals(book->programs, parser->code, parser->code_count);
    phrase->code_end = book->programs->len;
    phrase->needs = book->needs->len;
    g_array_append_vals(book->needs, parser->needs, parser->need_count);
    phrase->needs_end = book->needs->len;
    phrase->text = g_string_chunk_insert(book->texts, phrase->text);
}

static gboolean parse_phrase(Parser *parser)
{
    Sequence sequence = {0, 0};

    if (!parse_sequence(parser, &sequence))
        return FALSE;
    if (*parser->p)
        return fail(parser, N_("có dấu ngoặc hoặc | đứng lẻ"));
    if (sequence.matter == 0)
        return fail(parser, N_("mẫu không có chữ nào để khớp"));
    emit(parser, OP_MATCH, 0, 0);
    if (parser->overflow)
        return fail(parser, N_("mẫu quá dài; hãy tách thành nhiều mẫu"));
    drop_idle_jumps(parser);
    return TRUE;
}

Phrase *phrase_compile(PhraseBook *book, const char *text, UnitKind unit, const char *where, GError **error)
{
    g_autoptr(Phrase) phrase = g_new0(Phrase, 1);
    GError *local = NULL;
    Parser parser;

    phrase->text = text;
    phrase->unit = unit;
    parser.book = book;
    parser.p = text;
    parser.where = where;
    parser.phrase = phrase;
    parser.depth = parser.code_count = parser.need_count = 0;
    parser.overflow = FALSE;
    parser.error = &local;
    if (!parse_phrase(&parser)) {
        g_propagate_error(error, local);
        return NULL;
    }
    keep_phrase(&parser);
    return g_steal_pointer(&phrase);
}
