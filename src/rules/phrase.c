/* The phrase language of rules/README.md, parsed by recursive descent and compiled to a program in one pass.
 */
#include "rules/phrase.h"

#include <string.h>

#include "base/error.h"
#include "text/words.h"

#define MOST_GAP 40
#define MOST_NESTING 12

typedef struct {
    const char *p;
    const char *where;
    const PhraseScope *scope;
    Phrase *phrase;
    guint depth;
    GError **error;
} Parser;

static void need_clear(gpointer data)
{
    Need *need = data;
    g_array_unref(need->words);
    g_array_unref(need->classes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Need, need_clear)

static Need need_ref(const Need *need)
{
    return (Need){g_array_ref(need->words), g_array_ref(need->classes)};
}

static Need need_new(void)
{
    return (Need){g_array_new(FALSE, FALSE, sizeof(guint32)), g_array_new(FALSE, FALSE, sizeof(guint))};
}

static Phrase *phrase_new(const char *text, UnitKind unit)
{
    Phrase *phrase = g_new0(Phrase, 1);
    phrase->text = g_strdup(text);
    phrase->unit = unit;
    phrase->code = g_array_new(FALSE, FALSE, sizeof(Instruction));
    phrase->required = g_array_new(FALSE, FALSE, sizeof(guint32));
    phrase->ids = g_array_new(FALSE, FALSE, sizeof(guint));
    phrase->needs = g_array_new(FALSE, FALSE, sizeof(Need));
    g_array_set_clear_func(phrase->needs, need_clear);
    phrase->forbidden = g_ptr_array_new_with_free_func((GDestroyNotify)phrase_free);
    return phrase;
}

void phrase_free(Phrase *phrase)
{
    if (!phrase)
        return;
    g_free(phrase->text);
    g_array_unref(phrase->code);
    g_array_unref(phrase->required);
    g_array_unref(phrase->ids);
    g_array_unref(phrase->needs);
    g_ptr_array_unref(phrase->forbidden);
    g_free(phrase);
}

static gboolean fail(Parser *parser, const char *what)
{
    if (parser->error && !*parser->error)
        error_set(parser->error, RASOAT_ERROR_RULES, "%s: phrase “%s”: %s", parser->where,
                  parser->phrase->text, what);
    return FALSE;
}

static guint emit(Parser *parser, Op op, guint32 a)
{
    Instruction instruction = {op, a, 0, 0};
    g_array_append_val(parser->phrase->code, instruction);
    return parser->phrase->code->len - 1;
}

static Instruction *code_at(Parser *parser, guint index)
{
    return &g_array_index(parser->phrase->code, Instruction, index);
}

/* What one sequence needs: every plain word and group in it; and the one need that stands for it in a group.
 */
typedef struct {
    GArray *required; /* of guint32 */
    GArray *needs;    /* of Need */
    guint matter;     /* items that consume something */
} Sequence;

static void sequence_clear(Sequence *sequence)
{
    g_array_unref(sequence->required);
    g_array_unref(sequence->needs);
}

static void sequence_init(Sequence *sequence)
{
    sequence->required = g_array_new(FALSE, FALSE, sizeof(guint32));
    sequence->needs = g_array_new(FALSE, FALSE, sizeof(Need));
    g_array_set_clear_func(sequence->needs, need_clear);
    sequence->matter = 0;
}

static gboolean parse_sequence(Parser *parser, Sequence *sequence);

static gboolean is_special(char c)
{
    return c != '\0' && strchr("{|}[]<>@!/#^$", c) != NULL;
}

static gboolean parse_words(Parser *parser, Sequence *sequence)
{
    const char *start = parser->p;
    while (*parser->p && !is_special(*parser->p))
        parser->p++;

    g_autoptr(Words) words = words_new();
    words_append(words, start, (gsize)(parser->p - start), 0);
    for (guint i = 0; i < words->words->len; i++) {
        const Word *word = words_at(words, i);
        guint32 id = parser->scope->word(parser->scope->book, word->key, word->bare_key);
        emit(parser, OP_WORD, id);
        g_array_append_val(sequence->required, id);
        sequence->matter++;
    }
    return TRUE;
}

static gboolean parse_gap(Parser *parser)
{
    char *rest;
    guint64 most = g_ascii_strtoull(parser->p + 1, &rest, 10);
    if (rest == parser->p + 1 || *rest != '>' || most < 1 || most > MOST_GAP)
        return fail(parser, "a gap is written <n> with n from 1 to 40");
    parser->p = rest + 1;
    emit(parser, OP_GAP, (guint32)most);
    return TRUE;
}

static gboolean parse_class(Parser *parser, Sequence *sequence)
{
    const char *start = ++parser->p;
    while (g_ascii_isalnum(*parser->p) || *parser->p == '-' || *parser->p == '_')
        parser->p++;
    if (parser->p == start)
        return fail(parser, "a class name must follow @");
    g_autofree char *name = g_strndup(start, (gsize)(parser->p - start));
    guint index = parser->scope->class_index(parser->scope->book, name, parser->where);
    emit(parser, OP_CLASS, index);
    Need need = need_new();
    g_array_append_val(need.classes, index);
    g_array_append_val(sequence->needs, need);
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
        return fail(parser, "a raw expression is written /…/");
    parser->p = p + 1;
    gint index = parser->scope->raw(parser->scope->book, raw, parser->where, parser->error);
    if (index < 0)
        return FALSE;
    emit(parser, OP_RAW, (guint32)index);
    sequence->matter++;
    return TRUE;
}

/* Adds to a group's need what stands for one of its sequences: a plain word, else the first need. FALSE:
 * none.
 */
static gboolean add_representative(const Sequence *sequence, Need *group)
{
    if (sequence->required->len > 0) {
        g_array_append_val(group->words,
                           g_array_index(sequence->required, guint32, sequence->required->len - 1));
        return TRUE;
    }
    if (sequence->needs->len == 0)
        return FALSE;
    const Need *need = &g_array_index(sequence->needs, Need, 0);
    g_array_append_vals(group->words, need->words->data, need->words->len);
    g_array_append_vals(group->classes, need->classes->data, need->classes->len);
    return TRUE;
}

/* Alternatives up to the closing bracket, each "split to the alternative, jump to the end". */
static gboolean parse_alternatives(Parser *parser, char close, gboolean optional, Sequence *outer)
{
    if (++parser->depth > MOST_NESTING)
        return fail(parser, "too deeply nested");
    parser->p++;

    g_autoptr(GArray) jumps = g_array_new(FALSE, FALSE, sizeof(guint));
    g_auto(Need) need = need_new();
    gboolean representable = TRUE;
    for (;;) {
        guint split = emit(parser, OP_SPLIT, 0);
        code_at(parser, split)->a = split + 1;
        Sequence sequence;
        sequence_init(&sequence);
        gboolean ok = parse_sequence(parser, &sequence);
        if (ok && sequence.matter == 0)
            ok = fail(parser, "an alternative is empty; write [ ] for what may be absent");
        representable = ok && representable && add_representative(&sequence, &need);
        sequence_clear(&sequence);
        if (!ok)
            return FALSE;
        guint jump = emit(parser, OP_JUMP, 0);
        g_array_append_val(jumps, jump);
        code_at(parser, split)->b = parser->phrase->code->len;
        if (*parser->p == '|') {
            parser->p++;
            continue;
        }
        if (*parser->p != close)
            return fail(parser, close == '}' ? "} is missing" : "] is missing");
        parser->p++;
        if (!optional) /* nothing after the last alternative: going there must not match */
            code_at(parser, split)->op = OP_JUMP;
        break;
    }
    for (guint i = 0; i < jumps->len; i++)
        code_at(parser, g_array_index(jumps, guint, i))->a = parser->phrase->code->len;
    if (!optional) {
        outer->matter++;
        if (representable) {
            Need kept = need_ref(&need);
            g_array_append_val(outer->needs, kept);
        }
    }
    parser->depth--;
    return TRUE;
}

static gboolean parse_forbidden(Parser *parser)
{
    if (parser->p[1] != '{')
        return fail(parser, "! must be followed by {…}");
    const char *start = parser->p + 1;
    guint depth = 0;
    const char *p = start;
    for (; *p; p++) {
        depth += *p == '{';
        if (*p == '}' && --depth == 0)
            break;
    }
    if (!*p)
        return fail(parser, "} is missing");
    g_autofree char *inner = g_strndup(start, (gsize)(p + 1 - start));
    Phrase *forbidden = phrase_compile(inner, UNIT_NONE, parser->where, parser->scope, parser->error);
    if (!forbidden)
        return FALSE;
    g_ptr_array_add(parser->phrase->forbidden, forbidden);
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
            return fail(parser, "# stands only in a bound");
        parser->p++;
        sequence->matter++;
        emit(parser, OP_QUANTITY, 0);
        return TRUE;
    case '^':
    case '$':
        emit(parser, *parser->p == '^' ? OP_BEGIN : OP_END, 0);
        parser->p++;
        return TRUE;
    case '>':
        return fail(parser, "> without <");
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

Phrase *phrase_compile(const char *text, UnitKind unit, const char *where, const PhraseScope *scope,
                       GError **error)
{
    g_autoptr(Phrase) phrase = phrase_new(text, unit);
    GError *local = NULL;
    Parser parser = {text, where, scope, phrase, 0, &local};
    Sequence sequence;

    sequence_init(&sequence);
    gboolean ok = parse_sequence(&parser, &sequence);
    if (ok && *parser.p)
        ok = fail(&parser, "a bracket or | stands alone");
    if (ok && sequence.matter == 0)
        ok = fail(&parser, "it matches nothing");
    if (ok) {
        emit(&parser, OP_MATCH, 0);
        g_array_append_vals(phrase->required, sequence.required->data, sequence.required->len);
        for (guint i = 0; i < sequence.needs->len; i++) {
            Need need = need_ref(&g_array_index(sequence.needs, Need, i));
            g_array_append_val(phrase->needs, need);
        }
    }
    sequence_clear(&sequence);
    if (!ok) {
        g_propagate_error(error, local);
        return NULL;
    }
    return g_steal_pointer(&phrase);
}
