/* Sealing a phrase book: word classes, what each phrase cannot do without, and the index from the literals
 * that are rarest to the phrases that need them. */
#include "base/error.h"
#include "base/translate.h"
#include "rules/phrasebook_private.h"

/* Sets of literals while they are gathered. */

static gint compare_numbers(gconstpointer a, gconstpointer b)
{
    guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
    return x < y ? -1 : x > y;
}

static void add_members(const PhraseBook *book, guint group, GArray *out)
{
    const LiteralGroup *members = book_group(book, group);
    g_array_append_vals(out, &g_array_index(book->group_members, guint32, members->members),
                        members->members_end - members->members);
}

/* Adds the literals one of which answers a need, which begins at a part; FALSE when it may be answered
 * without a known literal. */
static gboolean need_literals(const PhraseBook *book, guint part, GArray *out)
{
    for (;; part++) {
        NeedPart need = g_array_index(book->needs, NeedPart, part);
        guint32 number = need & NEED_NUMBER;
        guint group = 0;
        switch (need & NEED_KIND) {
        case NEED_LITERAL:
            g_array_append_val(out, number);
            break;
        case NEED_GROUP:
            group = number;
            break;
        default:
            group = ((const WordClass *)book->classes->pdata[number])->need;
            if (group == 0)
                return FALSE;
            break;
        }
        if (group)
            add_members(book, group, out);
        if (!(need & NEED_OR))
            return TRUE;
    }
}

static guint next_need(const PhraseBook *book, guint part)
{
    while (g_array_index(book->needs, NeedPart, part) & NEED_OR)
        part++;
    return part + 1;
}

/* The group of literals, each once, in the order of their numbers. */
static guint group_of_set(PhraseBook *book, GArray *literals)
{
    guint count = 0;
    g_array_sort(literals, compare_numbers);
    for (guint i = 0; i < literals->len; i++)
        if (i == 0 || g_array_index(literals, guint32, i) != g_array_index(literals, guint32, count - 1))
            g_array_index(literals, guint32, count++) = g_array_index(literals, guint32, i);
    return group_keep(book, (const guint32 *)(void *)literals->data, count);
}

/* Needs as groups or literals, with their costs. */

typedef struct {
    guint32 probe;
    guint64 cost;
} Choice;

static guint64 cost_of(const PhraseBook *book, const GArray *literals)
{
    guint64 cost = 0;
    for (guint i = 0; i < literals->len; i++)
        cost += literal_cost(book, g_array_index(literals, guint32, i));
    return cost;
}

/* What a probe looks for, as a list. */
static void probe_literals(const PhraseBook *book, guint32 probe, GArray *out)
{
    if (probe < first_group_probe(book))
        g_array_append_val(out, probe);
    else
        add_members(book, probe - first_group_probe(book), out);
}

static gint compare_choices(gconstpointer a, gconstpointer b)
{
    const Choice *x = a, *y = b;
    return x->cost < y->cost ? -1 : x->cost > y->cost;
}

static guint class_group(const WordClass *class)
{
    return class->others->len == 0 ? class->group : class->need;
}

/* What the phrase cannot do without, the rarest first. */
static GArray *phrase_choices(PhraseBook *book, const Phrase *phrase)
{
    GArray *choices = g_array_new(FALSE, FALSE, sizeof(Choice));
    g_autoptr(GArray) literals = g_array_new(FALSE, FALSE, sizeof(guint32));

    for (guint part = phrase->needs; part < phrase->needs_end; part = next_need(book, part)) {
        g_array_set_size(literals, 0);
        if (!need_literals(book, part, literals))
            continue;
        NeedPart need = g_array_index(book->needs, NeedPart, part);
        Choice choice = {.cost = cost_of(book, literals)};
        if (literals->len == 1)
            choice.probe = g_array_index(literals, guint32, 0);
        else if ((need & (NEED_KIND | NEED_OR)) == NEED_GROUP)
            choice.probe = probe_of_group(book, need & NEED_NUMBER);
        else if ((need & (NEED_KIND | NEED_OR)) == NEED_CLASS)
            choice.probe = probe_of_group(book, class_group(book->classes->pdata[need & NEED_NUMBER]));
        else
            choice.probe = probe_of_group(book, group_of_set(book, literals));
        g_array_append_val(choices, choice);
    }
    g_array_sort(choices, compare_choices);
    return choices;
}

/* Classes. */

static gboolean resolve_class(PhraseBook *book, WordClass *class, GError **error);

static Instruction *instructions(const PhraseBook *book, const Phrase *phrase)
{
    return &g_array_index(book->programs, Instruction, phrase->code);
}

/* Resolves what a phrase names; a class of literals alone is their group from then on. */
static gboolean resolve_phrase_classes(PhraseBook *book, const Phrase *phrase, GError **error)
{
    for (guint i = 0; i < phrase->code_end - phrase->code; i++) {
        Instruction *instruction = instructions(book, phrase) + i;
        if (instruction->op != OP_CLASS)
            continue;
        WordClass *class = book->classes->pdata[instruction->a];
        if (!resolve_class(book, class, error))
            return FALSE;
        if (class->others->len > 0)
            continue;
        instruction->op = OP_GROUP;
        instruction->a = class->group;
    }
    for (guint i = 0; phrase->forbidden && i < phrase->forbidden->len; i++)
        if (!resolve_phrase_classes(book, phrase->forbidden->pdata[i], error))
            return FALSE;
    return TRUE;
}

/* Adds the literals of a phrase that is nothing else; FALSE: it is something else. */
static gboolean add_plain_literals(const PhraseBook *book, const Phrase *phrase, GArray *out)
{
    const Instruction *code = instructions(book, phrase);
    guint32 number = code->a;
    if (phrase->code_end - phrase->code != 2)
        return FALSE;
    if (code->op == OP_LITERAL)
        g_array_append_val(out, number);
    else if (code->op == OP_GROUP)
        add_members(book, number, out);
    return code->op == OP_LITERAL || code->op == OP_GROUP;
}

/* The longest first: a class is tried so. */
static gint compare_lengths(gconstpointer a, gconstpointer b, gpointer data)
{
    const PhraseBook *book = data;
    guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
    gint longer = (gint)book_literal(book, y)->length - (gint)book_literal(book, x)->length;
    return longer ? longer : compare_numbers(a, b);
}

static void set_class_need(PhraseBook *book, WordClass *class, GArray *literals)
{
    for (guint i = 0; i < class->others->len; i++) {
        g_autoptr(GArray) choices = phrase_choices(book, class->others->pdata[i]);
        if (choices->len == 0)
            return;
        probe_literals(book, g_array_index(choices, Choice, 0).probe, literals);
    }
    class->need = group_of_set(book, literals);
}

static gboolean resolve_class(PhraseBook *book, WordClass *class, GError **error)
{
    if (class->state == 2)
        return TRUE;
    if (class->state == 1) {
        return error_set_both(error, RASOAT_ERROR_RULES, class->where, N_("lớp từ “@%s” gọi lại chính nó"),
                              class->name);
    }
    if (class->phrases->len == 0) {
        return error_set_both(error, RASOAT_ERROR_RULES, class->where,
                              N_("không có lớp từ “@%s”; sửa tên, hoặc khai trong lexicon.xml"), class->name);
    }
    class->state = 1;
    g_autoptr(GArray) literals = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (guint i = 0; i < class->phrases->len; i++) {
        if (!resolve_phrase_classes(book, class->phrases->pdata[i], error))
            return FALSE;
        if (!add_plain_literals(book, class->phrases->pdata[i], literals))
            g_ptr_array_add(class->others, class->phrases->pdata[i]);
    }
    if (literals->len > 0) {
        g_array_sort_with_data(literals, compare_lengths, book);
        class->group = group_keep(book, (const guint32 *)(void *)literals->data, literals->len);
    }
    set_class_need(book, class, literals);
    class->state = 2;
    return TRUE;
}

static gboolean resolve_classes(PhraseBook *book, GError **error)
{
    for (guint i = 0; i < book->classes->len; i++) {
        WordClass *class = book->classes->pdata[i];
        if (!class->used) {
            return error_set_both(error, RASOAT_ERROR_RULES, class->where,
                                  N_("lớp từ “@%s” không mẫu nào dùng; dùng hoặc bỏ đi"), class->name);
        }
        if (!resolve_class(book, class, error))
            return FALSE;
    }
    for (guint i = 0; i < book->phrases->len; i++)
        if (!resolve_phrase_classes(book, book->phrases->pdata[i], error))
            return FALSE;
    return TRUE;
}

/* The index. */

static void add_probes(PhraseBook *book, Phrase *phrase, const GArray *choices, guint from)
{
    phrase->probes = book->probes->len;
    for (guint i = from; i < choices->len; i++)
        g_array_append_val(book->probes, g_array_index(choices, Choice, i).probe);
    phrase->probes_end = book->probes->len;
}

static void add_forbidden_probes(PhraseBook *book, const Phrase *phrase)
{
    for (guint i = 0; phrase->forbidden && i < phrase->forbidden->len; i++) {
        Phrase *forbidden = phrase->forbidden->pdata[i];
        g_autoptr(GArray) choices = phrase_choices(book, forbidden);
        add_probes(book, forbidden, choices, 0);
        add_forbidden_probes(book, forbidden);
    }
}

static void add_anchor(GArray **anchors, guint32 literal, guint32 phrase, guint purposes)
{
    Anchor anchor = {literal, phrase};
    for (guint rest = purposes; rest != 0; rest &= rest - 1) {
        GArray **of_purpose = &anchors[__builtin_ctz(rest)];
        if (!*of_purpose)
            *of_purpose = g_array_new(FALSE, FALSE, sizeof(Anchor));
        g_array_append_val(*of_purpose, anchor);
    }
}

static void add_anchors(const PhraseBook *book, guint phrase, const GArray *choices, GArray **anchors)
{
    g_autoptr(GArray) literals = g_array_new(FALSE, FALSE, sizeof(guint32));
    guint32 none = 0;
    if (choices->len > 0)
        probe_literals(book, g_array_index(choices, Choice, 0).probe, literals);
    else
        g_array_append_val(literals, none);
    for (guint i = 0; i < literals->len; i++)
        add_anchor(anchors, g_array_index(literals, guint32, i), phrase,
                   ((const Phrase *)book->phrases->pdata[phrase])->purpose);
}

/* A phrase's first probe is what it is anchored at: a sentence for which it is tried has that already. */
static void build_index(PhraseBook *book, GArray **anchors)
{
    for (guint i = 0; i < book->phrases->len; i++) {
        Phrase *phrase = book->phrases->pdata[i];
        g_autoptr(GArray) choices = phrase_choices(book, phrase);
        add_probes(book, phrase, choices, 1);
        add_anchors(book, i, choices, anchors);
        add_forbidden_probes(book, phrase);
    }
    for (guint i = 0; i < book->classes->len; i++) {
        const WordClass *class = book->classes->pdata[i];
        for (guint k = 0; k < class->others->len; k++) {
            g_autoptr(GArray) choices = phrase_choices(book, class->others->pdata[k]);
            add_probes(book, class->others->pdata[k], choices, 0);
        }
    }
}

/* What phrases ask for. */

static void ask_phrase(const PhraseBook *book, const Phrase *phrase, guint32 *asked, gboolean *classes);

static void ask_class(const PhraseBook *book, guint index, guint32 *asked, gboolean *classes)
{
    const WordClass *class = book->classes->pdata[index];
    if (classes[index])
        return;
    classes[index] = TRUE;
    bits_add(asked, class->group);
    for (guint i = 0; i < class->others->len; i++)
        ask_phrase(book, class->others->pdata[i], asked, classes);
}

static void ask_phrase(const PhraseBook *book, const Phrase *phrase, guint32 *asked, gboolean *classes)
{
    for (guint i = phrase->probes; i < phrase->probes_end; i++) {
        guint32 probe = g_array_index(book->probes, guint32, i);
        if (probe >= first_group_probe(book))
            bits_add(asked, probe - first_group_probe(book));
    }
    for (guint i = phrase->code; i < phrase->code_end; i++) {
        const Instruction *instruction = &g_array_index(book->programs, Instruction, i);
        if (instruction->op == OP_GROUP)
            bits_add(asked, instruction->a);
        else if (instruction->op == OP_CLASS)
            ask_class(book, instruction->a, asked, classes);
    }
    for (guint i = 0; phrase->forbidden && i < phrase->forbidden->len; i++)
        ask_phrase(book, phrase->forbidden->pdata[i], asked, classes);
}

guint32 *groups_asked_for(const PhraseBook *book, guint purpose)
{
    guint32 *asked = g_new0(guint32, BIT_WORDS(book->groups->len));
    g_autofree gboolean *classes = g_new0(gboolean, book->classes->len + 1);
    for (guint i = 0; i < book->phrases->len; i++) {
        const Phrase *phrase = book->phrases->pdata[i];
        if (phrase->purpose & purpose)
            ask_phrase(book, phrase, asked, classes);
    }
    return asked;
}

gboolean phrasebook_seal(PhraseBook *book, GError **error)
{
    GArray *anchors[PURPOSES] = {NULL}; /* of Anchor, by purpose */

    g_return_val_if_fail(!book->sealed, FALSE);
    if (!resolve_classes(book, error))
        return FALSE;
    build_index(book, anchors);
    literals_seal(book);
    scan_rows_seal(book, anchors);
    for (guint i = 0; i < PURPOSES; i++)
        g_clear_pointer(&anchors[i], g_array_unref);
    if (MAX(book->literals->len, book->groups->len) >= 1u << NEED_BITS) {
        return error_set_words(error, RASOAT_ERROR_RULES, NULL,
                               N_("các mẫu có quá nhiều từ khác nhau; bớt mẫu đi"));
    }
    book->sealed = TRUE;
    return TRUE;
}
