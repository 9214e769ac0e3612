/* Reading what tests/accuracy/test.py --record has measured. */
#include "rules/measured.h"

#include "base/translate.h"

static guint read_count(const xmlNode *node, const char *name)
{
    return (guint)g_ascii_strtoull(xml_file_attribute(node, name), NULL, 10);
}

gboolean measured_read(RuleSet *rules, const XmlFile *file, GError **error)
{
    for (const xmlNode *node = xml_first_element(xml_file_root(file)); node; node = xml_next_element(node)) {
        const char *id = xml_file_attribute(node, "id");
        Item *item = ruleset_item(rules, id);
        if (!item)
            return xml_file_error(file, node, error,
                                  N_("không có nội dung nào mang mã “%s”; sửa mã hoặc bỏ dòng này"), id);
        if (item->measured.texts > 0)
            return xml_file_error(file, node, error, N_("“%s” có số đo thứ hai; chỉ giữ một"), id);
        item->measured = (Measured){
            .texts = read_count(node, "texts"),
            .agreed = read_count(node, "agreed"),
            .claims = read_count(node, "missing-said"),
            .right = read_count(node, "missing-right"),
        };
    }
    return TRUE;
}
