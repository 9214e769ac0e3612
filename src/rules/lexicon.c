/* Reading lexicon*.xml: word classes, and how documents add names of their own to the open ones. */
#include "rules/lexicon.h"

#include <string.h>

#include "base/error.h"
#include "base/translate.h"
#include "rules/pack.h"

gpointer open_class_new(void)
{
    OpenClass *class = g_new0(OpenClass, 1);
    class->definitions = phrase_ids_new();
    return class;
}

void open_class_free(gpointer data)
{
    OpenClass *class = data;
    g_free(class->name);
    g_array_unref(class->definitions);
    g_free(class);
}

/* Makes a class open: one more phrase, a word that no text has, stands for the names that documents add. */
static gboolean open_class(RuleSet *rules, const char *name, const char *where, GError **error)
{
    g_autofree char *word = g_strdup_printf("%sxqz", name);
    g_autofree char *whole = g_strdup_printf("^ @%s $", name);
    OpenClass *class = open_class_new();
    guint64 bare_key;

    g_ptr_array_add(rules->open_classes, class);
    class->name = g_strdup(name);
    if (!word_keys(word, strlen(word), &class->key, &bare_key)) {
        error_set_both(error, RASOAT_ERROR_RULES, where,
                       N_("tên của lớp từ mở phải là một từ, không phải “%s”"), name);
        return FALSE;
    }
    return phrasebook_add_class(rules->book, name, word, where, error) &&
           phrasebook_add(rules->book, whole, PURPOSE_NAME, UNIT_NONE, where, &class->whole, error);
}

static gboolean read_class(RuleSet *rules, const XmlFile *file, const xmlNode *class, GError **error)
{
    const char *name = xml_file_attribute(class, "name");
    gboolean open;

    if (!xml_attribute_flag(file, class, "open", FALSE, &open, error))
        return FALSE;
    g_autofree char *class_where = g_strdup_printf("%s:%u", file->path, xml_line(class));
    if (open && !open_class(rules, name, class_where, error))
        return FALSE;
    for (const xmlNode *node = xml_first_element(class); node; node = xml_next_element(node)) {
        g_autofree char *text = xml_text(node);
        g_autofree char *where = g_strdup_printf("%s:%u", file->path, xml_line(node));
        if (!phrasebook_add_class(rules->book, name, text, where, error))
            return FALSE;
    }
    return TRUE;
}

gboolean lexicon_read(RuleSet *rules, const XmlFile *file, GError **error)
{
    for (const xmlNode *node = xml_first_element(xml_file_root(file)); node; node = xml_next_element(node))
        if (xml_is(node, "class") && !read_class(rules, file, node, error))
            return FALSE;
    return TRUE;
}

/* <definition class="…">: how documents introduce names of their own; read when all classes are known. */
gboolean lexicon_read_definitions(RuleSet *rules, const XmlFile *file, GError **error)
{
    for (const xmlNode *node = xml_first_element(xml_file_root(file)); node; node = xml_next_element(node)) {
        if (!xml_is(node, "definition"))
            continue;
        const char *name = xml_file_attribute(node, "class");
        OpenClass *class = NULL;
        for (guint i = 0; i < rules->open_classes->len; i++)
            if (strcmp(((OpenClass *)rules->open_classes->pdata[i])->name, name) == 0)
                class = rules->open_classes->pdata[i];
        if (!class)
            return xml_file_error(file, node, error, N_("lớp từ “%s” không phải lớp mở"), name);
        if (!ruleset_add_phrase(rules, file, node, PURPOSE_NAMING, UNIT_NONE, class->definitions, error))
            return FALSE;
    }
    return TRUE;
}
