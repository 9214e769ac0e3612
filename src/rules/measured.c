/* Reading what tests/accuracy/test.py --record has measured. */
#include "rules/measured.h"

static Item *find_item(const RuleSet *rules, const char *id)
{
    for (guint p = 0; p < rules->packs->len; p++) {
        const Pack *pack = rules->packs->pdata[p];
        for (guint r = 0; r < pack->requirements->len; r++) {
            const Requirement *requirement = pack->requirements->pdata[r];
            for (guint i = 0; i < requirement->items->len; i++) {
                Item *item = requirement->items->pdata[i];
                if (g_str_equal(item->id, id))
                    return item;
            }
        }
    }
    return NULL;
}

static guint read_count(const xmlNode *node, const char *name)
{
    return (guint)g_ascii_strtoull(xml_file_attribute(node, name), NULL, 10);
}

gboolean measured_read(RuleSet *rules, const XmlFile *file, GError **error)
{
    for (const xmlNode *node = xml_first_element(xml_file_root(file)); node; node = xml_next_element(node)) {
        const char *id = xml_file_attribute(node, "id");
        Item *item = find_item(rules, id);
        if (!item)
            return xml_file_error(file, node, error, "no pack has an item “%s”", id);
        if (item->measured.texts > 0)
            return xml_file_error(file, node, error, "a second measure of “%s”", id);
        item->measured = (Measured){
            .texts = read_count(node, "texts"),
            .agreed = read_count(node, "agreed"),
            .claims = read_count(node, "missing-said"),
            .right = read_count(node, "missing-right"),
        };
    }
    return TRUE;
}
