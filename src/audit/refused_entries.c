/* What sentences refuse of entries that they name by number. */
#include "audit/refused_entries.h"

#include "audit/entries.h"
#include "audit/refused_rows.h"
#include "audit/sentence.h"

enum { MOST_CLAUSES = 3 }; /* from a refusal back to the one that names what it speaks of */

/* The groups whose verb a refusal itself names. */
static guint32 governed_by(const AuditContext *context, guint s)
{
    return context->governed[s] | context->proven[s];
}

/* What sentences refuse of one entry alike: told to its blocks once, however many refuse it. */
typedef struct {
    EntryRange entry;
    guint32 refused;     /* groups */
    guint32 groups;      /* that blocks of it are about */
    guint32 governed;    /* of the refused */
    guint last_sentence; /* of those that refuse it: shown for all */
    guint older;         /* the one before it whose entry begins with the same block, and 1; 0: none */
} RefusedEntry;

typedef struct {
    AuditContext *context;
    GArray *refused; /* of RefusedEntry */
    guint *newest;   /* per block: the last of these that begins with it, and 1 */
} RefusedEntries;

/* Appends the entries of a list that a refusing sentence names before its refusal, or those that the clause
 * named that it goes on from: "riêng điểm i, giá nằm ở bàn thu; không dán". */
static void find_entries(const AuditContext *context, EntryIndex *index, guint s, GArray *entries)
{
    const AuditView *view = context->view;
    const guint32 refused = context->refused[s];
    entries_named(context, index, s, view_sentence(view, s)->first, context->refusals[s].first, entries);
    for (guint back = 0; entries->len == 0 && back < MOST_CLAUSES && sentence_continues(view, s);
         back++, s--) {
        if ((context->topics[s - 1] & refused) || context->refused[s - 1])
            break;
        entries_named(context, index, s - 1, view_sentence(view, s - 1)->first,
                      view_sentence(view, s - 1)->end, entries);
    }
}

static RefusedEntry *refused_entry(RefusedEntries *all, const EntryRange *entry, guint32 refused)
{
    for (guint i = all->newest[entry->first]; i > 0;) {
        RefusedEntry *known = &g_array_index(all->refused, RefusedEntry, i - 1);
        if (known->entry.end == entry->end && known->refused == refused)
            return known;
        i = known->older;
    }
    RefusedEntry made = {.entry = *entry, .refused = refused, .older = all->newest[entry->first]};
    for (guint b = entry->first; b < entry->end; b++)
        made.groups |= all->context->blocks[b].groups;
    g_array_append_val(all->refused, made);
    all->newest[entry->first] = all->refused->len;
    return &g_array_index(all->refused, RefusedEntry, all->refused->len - 1);
}

static void refuse_entry(RefusedEntries *all, const EntryRange *entry, guint s, guint32 refused)
{
    RefusedEntry *of = refused_entry(all, entry, refused);
    of->governed |= governed_by(all->context, s) & refused;
    of->last_sentence = s;
    if (of->groups & refused)
        all->context->sentence_flags[s] |= SENTENCE_REACHES;
}

static gint by_sentence(gconstpointer a, gconstpointer b)
{
    const guint one = ((const RefusedEntry *)a)->last_sentence,
                other = ((const RefusedEntry *)b)->last_sentence;
    return (one > other) - (one < other);
}

static void tell_blocks(RefusedEntries *all)
{
    g_array_sort(all->refused, by_sentence);
    for (guint i = 0; i < all->refused->len && !context_is_late(all->context); i++) {
        const RefusedEntry *of = &g_array_index(all->refused, RefusedEntry, i);
        for (guint b = of->entry.first; b < of->entry.end; b++) {
            BlockContext *block = &all->context->blocks[b];
            refusals_add(all->context, b, of->last_sentence, of->refused & block->groups);
            block->governed |= of->governed & block->groups;
        }
    }
}

void refusals_of_entries(AuditContext *context)
{
    const AuditView *view = context->view;
    g_autoptr(GArray) entries = g_array_new(FALSE, FALSE, sizeof(EntryRange));
    g_autoptr(GArray) refused_of = g_array_new(FALSE, FALSE, sizeof(RefusedEntry));
    g_autofree guint *newest = g_new0(guint, view->outline->document->blocks->len + 1);
    g_autoptr(EntryIndex) index = entry_index_new(view->outline);
    RefusedEntries all = {context, refused_of, newest};

    for (guint s = 0; s < view->body_end && !context_is_late(context); s++) {
        const guint32 refused = context->refusals[s].end > 0 ? context->refused[s] : 0;
        if (refused == 0 ||
            context->blocks[view_unit(view, view->unit_of_sentence[s])->index].proof != PLACE_COUNTS)
            continue;
        g_array_set_size(entries, 0);
        find_entries(context, index, s, entries);
        for (guint i = 0; i < entries->len; i++)
            refuse_entry(&all, &g_array_index(entries, EntryRange, i), s, refused);
        if (entries->len > 0)
            context->sentence_flags[s] |= SENTENCE_POINTS;
    }
    tell_blocks(&all);
}
