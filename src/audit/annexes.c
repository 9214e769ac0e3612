/* Sentences that name an annex, and what the annex is by its head: a list of the regulation's own, a form,
 * law. */
#include "audit/annexes.h"

#include <string.h>

#include "audit/sentence.h"
#include "document/lines.h"
#include "document/ordinals.h"

enum {
    HEAD_LINES = 4, /* of an annex, that may say what it is */
    /* more than any regulation has; what comes after them is not looked at */
    MOST_REFERENCES = 500,
    MOST_SENT = 50000, /* annexes, by all references together */
};

static const char annex_word[] = "phụ lục";

gint annex_number(const char *text, guint32 length)
{
    const Span span = {text, length};
    guint32 at = skip_space(text, 0, length);
    Number number;

    if (g_str_has_prefix(text + at, "số"))
        at = skip_space(text, at + (guint32)strlen("số"), length);
    if (number_read_digits(span, at, &number) || number_read_roman(span, at, &number))
        return number.ordinal;
    return 0;
}

gint annex_number_of(const Document *document, const Component *annex)
{
    const Block *head = document_block(document, annex->first);
    g_autofree char *lower = g_utf8_strdown(head->text, head->length);
    const char *after = lower + sizeof annex_word - 1;

    return g_str_has_prefix(lower, annex_word) ? annex_number(after, (guint32)strlen(after)) : 0;
}

/* The first lines of an annex in small letters, "phụ lục" and its number left out. Owned by the caller. */
static GPtrArray *head_lines(const Document *document, const Component *annex)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);

    for (guint b = annex->first; b < annex->end && lines->len < HEAD_LINES; b++) {
        const Block *block = document_block(document, b);
        g_auto(GStrv) parts = g_strsplit(block->text ? block->text : "", "\n", -1);
        for (guint i = 0; parts[i] && lines->len < HEAD_LINES; i++) {
            g_autofree char *lower = g_utf8_strdown(g_strstrip(parts[i]), -1);
            const char *text = lower;
            if (g_str_has_prefix(text, annex_word))
                for (text += sizeof annex_word - 1; *text && strchr(" .:-0123456789ivx", *text);)
                    text++;
            if (*text)
                g_ptr_array_add(lines, g_strdup(text));
        }
    }
    return lines;
}

gboolean annex_is_headed_as_law(const Document *document, const Component *annex)
{
    static const char *const acts[] = {"luật ", "bộ luật", "nghị định", "thông tư", "pháp lệnh"};
    g_autoptr(GPtrArray) lines = head_lines(document, annex);

    for (guint i = 0; i < lines->len; i++) {
        const char *line = lines->pdata[i];
        const char *at = g_str_has_prefix(line, "trích") ? strchr(line, ' ') : line;
        for (guint k = 0; at && k < G_N_ELEMENTS(acts); k++)
            if (at == line ? g_str_has_prefix(at, acts[k]) : strstr(at, acts[k]) != NULL)
                return TRUE;
    }
    return FALSE;
}

/* Whether an annex is a form to fill in, or taken from elsewhere: "MẪU PHIẾU LẤY Ý KIẾN", "TRÍCH". */
static gboolean is_form_or_extract(const Document *document, const Component *annex)
{
    static const char *const words[] = {"mẫu", "phiếu", "biểu", "đơn ", "sơ đồ", "trích"};
    g_autoptr(GPtrArray) lines = head_lines(document, annex);

    for (guint i = 0; i < lines->len; i++)
        for (guint k = 0; k < G_N_ELEMENTS(words); k++)
            if (g_str_has_prefix(lines->pdata[i], words[k]))
                return TRUE;
    return FALSE;
}

/* --- what sends to annexes ----------------------------------------------------------------------------- */

typedef struct {
    guint64 first, second; /* of "phụ lục" */
    guint64 joins[2];      /* between numbers: "và", "số" */
    guint64 binds[5];      /* between an annex and what it belongs to: "ban hành kèm theo của" */
    guint64 acts[3], act_pairs[3][2], own;
} Keys;

static void keys_init(Keys *keys)
{
    static const char *const binds[] = {"ban", "hành", "kèm", "theo", "của"};
    static const char *const acts[] = {"luật", "lệnh", "pháp"};
    static const char *const pairs[][2] = {{"nghị", "định"}, {"thông", "tư"}, {"quyết", "định"}};

    keys->first = word_key("phụ");
    keys->second = word_key("lục");
    keys->joins[0] = word_key("và");
    keys->joins[1] = word_key("số");
    keys->own = word_key("này");
    for (guint i = 0; i < G_N_ELEMENTS(binds); i++)
        keys->binds[i] = word_key(binds[i]);
    for (guint i = 0; i < G_N_ELEMENTS(acts); i++)
        keys->acts[i] = word_key(acts[i]);
    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++)
        for (guint k = 0; k < 2; k++)
            keys->act_pairs[i][k] = word_key(pairs[i][k]);
}

static gboolean is_one_of(guint64 key, const guint64 *keys, guint count)
{
    for (guint i = 0; i < count; i++)
        if (keys[i] == key)
            return TRUE;
    return FALSE;
}

/* Whether the annexes named before word at are an act's: "Phụ lục I | Nghị định số 30", and not "| ban hành
 * kèm theo Quyết định này". */
static gboolean is_of_act(const AuditView *view, const Keys *keys, guint at, guint end)
{
    while (at < end && !(words_at(view->words, at)->flags & WORD_AFTER_COMMA) &&
           is_one_of(words_at(view->words, at)->key, keys->binds, G_N_ELEMENTS(keys->binds)))
        at++;
    if (at >= end || (words_at(view->words, at)->flags & WORD_AFTER_COMMA))
        return FALSE;
    if (is_one_of(words_at(view->words, at)->key, keys->acts, G_N_ELEMENTS(keys->acts)))
        return TRUE;
    for (guint i = 0; at + 1 < end && i < G_N_ELEMENTS(keys->act_pairs); i++)
        if (words_at(view->words, at)->key == keys->act_pairs[i][0] &&
            words_at(view->words, at + 1)->key == keys->act_pairs[i][1])
            return at + 2 >= end || words_at(view->words, at + 2)->key != keys->own;
    return FALSE;
}

static gint number_at(const AuditView *view, guint at)
{
    const Word *word = words_at(view->words, at);
    const Span span = {view->text->str + word->start, word->end - word->start};
    Number number;

    if (word->flags & WORD_NUMBER)
        return (gint)word->value;
    if (number_read_roman(span, 0, &number) && number.upper && number.end == span.length)
        return number.ordinal;
    return 0;
}

/* An annex that rules may send to. */
typedef struct {
    guint first, end;       /* blocks */
    gint number;            /* 0: none */
    guint32 groups, denied; /* laid over it last */
} Target;

/* What sentences send to, and by which groups. */
typedef struct {
    AuditContext *context;
    GArray *targets; /* of Target */
    GArray *assignments;
    Keys keys;
    guint seen, sent;
} Sender;

/* Forms, extracts and law are none. Owned by the caller. */
static GArray *find_targets(const Outline *outline)
{
    GArray *targets = g_array_new(FALSE, FALSE, sizeof(Target));

    for (guint c = 0; c < outline->components->len; c++) {
        const Component *annex = outline_component(outline, c);
        if (annex->kind != COMPONENT_ANNEX || annex->pasted_law ||
            annex_is_headed_as_law(outline->document, annex) || is_form_or_extract(outline->document, annex))
            continue;
        Target target = {
            .first = annex->first, .end = annex->end, .number = annex_number_of(outline->document, annex)};
        g_array_append_val(targets, target);
    }
    return targets;
}

/* The groups of the sections around a block. */
static guint32 groups_around(const AuditContext *context, guint block)
{
    const Outline *outline = context->view->outline;
    guint division = outline->division_of[block];

    while (context->division_groups[division] == 0 && outline_division(outline, division)->parent != division)
        division = outline_division(outline, division)->parent;
    return context->division_groups[division];
}

/* The groups by which a sentence speaks of the annexes that it names; of them, those that it denies. */
static guint32 groups_of_sentence(const AuditContext *context, guint s, guint32 *denied)
{
    const AuditView *view = context->view;
    const guint32 around = groups_around(context, view_unit(view, view->unit_of_sentence[s])->index);
    const guint32 groups = around ? around : context->topics[s];

    *denied = 0;
    for (guint g = 0; g < view->rules->groups->len; g++) {
        const Match *verb = groups >> g & 1 ? sentence_verb(context, g, s, G_MAXUINT32) : NULL;
        if (verb && sentence_denies_at(context, s, verb->first))
            *denied |= 1u << g;
    }
    return groups;
}

/* Whether a target has still to be given the groups: not again what it was given last. */
static gboolean takes(const Target *target, gint number, const Assignment *assignment)
{
    return (number == 0 || target->number == 0 || target->number == number) &&
           (target->groups != assignment->groups || target->denied != assignment->denied);
}

/* Lays the groups of a sentence over the annexes with a number; 0: over all. */
static void send_to(Sender *sender, guint s, gint number)
{
    AuditContext *context = sender->context;
    Assignment assignment = {0};

    assignment.groups = groups_of_sentence(context, s, &assignment.denied);
    if (assignment.groups == 0)
        return;
    assignment.denying = assignment.denied ? s + 1 : 0;
    assignment.lawful = assignment.denied && (context->sentence_flags[s] & SENTENCE_SECRET);
    for (guint i = 0; i < sender->targets->len && sender->sent < MOST_SENT; i++) {
        Target *target = &g_array_index(sender->targets, Target, i);
        if (!takes(target, number, &assignment))
            continue;
        for (guint b = target->first; b < target->end && target->groups == 0; b++)
            if (context->blocks[b].proof == PLACE_ANNEX)
                context->blocks[b].proof = PLACE_COUNTS;
        target->groups = assignment.groups;
        target->denied = assignment.denied;
        assignment.first = target->first;
        assignment.end = target->end;
        g_array_append_val(sender->assignments, assignment);
        sender->sent++;
    }
}

/* Reads the numbers behind "phụ lục" at word at: "Phụ lục I", "Phụ lục số 1, 2 và 3". */
static void read_reference(Sender *sender, guint s, guint at)
{
    const AuditView *view = sender->context->view;
    const guint end = view_sentence(view, s)->end;
    gint numbers[8];
    guint count = 0;

    for (at += 2; at < end && count < G_N_ELEMENTS(numbers); at++) {
        const gint number = number_at(view, at);
        if (number > 0)
            numbers[count++] = number;
        else if (!is_one_of(words_at(view->words, at)->key, sender->keys.joins,
                            G_N_ELEMENTS(sender->keys.joins)))
            break;
    }
    if (is_of_act(view, &sender->keys, at, end))
        return;
    if (count == 0)
        send_to(sender, s, 0);
    for (guint i = 0; i < count; i++)
        send_to(sender, s, numbers[i]);
}

/* Whether a sentence stands in a rule that is no annex's own. */
static gboolean is_rule(const AuditContext *context, guint s)
{
    const AuditView *view = context->view;
    const Outline *outline = view->outline;
    const TextUnit *unit = view_unit(view, view->unit_of_sentence[s]);

    if (unit->kind != UNIT_BLOCK || context->blocks[unit->index].proof != PLACE_COUNTS ||
        (context->sentence_flags[s] & SENTENCE_MENTION))
        return FALSE;
    const guint component = outline_division(outline, outline->division_of[unit->index])->component;
    return outline_component(outline, component)->kind != COMPONENT_ANNEX;
}

void annexes_of_rules(AuditContext *context, GArray *assignments)
{
    const AuditView *view = context->view;
    g_autoptr(GArray) targets = find_targets(view->outline);
    Sender sender = {.context = context, .targets = targets, .assignments = assignments};

    if (targets->len == 0)
        return;
    keys_init(&sender.keys);
    for (guint s = 0; s < view->body_end && !context_is_late(context); s++) {
        const Sentence *sentence = view_sentence(view, s);
        if (!is_rule(context, s))
            continue;
        for (guint i = sentence->first; i + 1 < sentence->end && sender.seen < MOST_REFERENCES; i++)
            if (words_at(view->words, i)->key == sender.keys.first &&
                words_at(view->words, i + 1)->key == sender.keys.second) {
                sender.seen++;
                read_reference(&sender, s, i);
            }
    }
}
