/* An example is judged as the one paragraph of an article: in the item's section under the group's own title,
 * or under a neutral heading. */
#include "audit/examples.h"

#include "audit/judge.h"
#include "document/front.h"

#define NEUTRAL_HEADING "Quy định cụ thể"

static Document *example_document(const Group *group, const Example *example, Budget *budget)
{
    g_autoptr(Document) document = document_new("example", budget);
    g_autofree char *heading =
        g_strdup_printf("Điều 1. %s", example->elsewhere ? NEUTRAL_HEADING : group->title.vi);
    const char *const texts[] = {"QUY CHẾ THỰC HIỆN DÂN CHỦ", heading, example->text};

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        Block block = block_plain(texts[i]);
        if (i < 2)
            block.bold_prefix = block.length;
        if (!document_add_block(document, &block, NULL))
            return NULL;
    }
    return g_steal_pointer(&document);
}

/* The status that the example gets; REVIEW when a limit is hit. */
static Status judge_example(const RuleSet *rules, const Pack *pack, const Item *item, const Example *example)
{
    Budget budget;
    budget_init(&budget, NULL);
    g_autoptr(Document) document = example_document(rules->groups->pdata[item->group], example, &budget);
    if (!document)
        return STATUS_REVIEW;
    g_autoptr(Outline) outline = outline_build(document);
    g_autoptr(FrontMatter) front = front_matter_read(outline);
    g_autoptr(AuditView) view = audit_view_new(rules, outline, front, &budget, NULL);
    if (!view || !audit_view_scan(view, PURPOSE_BODY | pack->purpose, NULL))
        return STATUS_REVIEW;
    g_autoptr(AuditContext) context = audit_context_new(view, front);
    g_autoptr(RowReading) rows = row_reading_new(context, pack->purpose);
    Finding *finding = judge_item(context, rows, item, &example->unit);
    Status status = finding->status;
    finding_free(finding);
    return status;
}

static void run_item(const RuleSet *rules, const Pack *pack, const Item *item, ExampleCount *count,
                     GString *out)
{
    for (guint i = 0; i < item->examples->len; i++) {
        const Example *example = item->examples->pdata[i];
        Status given = judge_example(rules, pack, item, example);
        count->run++;
        if (given == example->status)
            continue;
        count->failed++;
        g_string_append_printf(out, "%s:%u: %s: expected %s, got %s: “%s”\n", item->file, example->line,
                               item->id, status_name(example->status), status_name(given), example->text);
    }
}

ExampleCount examples_run(const RuleSet *rules, GString *out)
{
    ExampleCount count = {0, 0};
    for (guint p = 0; p < rules->packs->len; p++) {
        const Pack *pack = rules->packs->pdata[p];
        for (guint r = 0; r < pack->requirements->len; r++) {
            const Requirement *requirement = pack->requirements->pdata[r];
            for (guint i = 0; i < requirement->items->len; i++)
                run_item(rules, pack, requirement->items->pdata[i], &count, out);
        }
    }
    return count;
}
