/* What the build runs to compile the rules that come with the program: reads and checks them as the program
 * reads any rules, and writes what they become, for compiled.c.
 *
 *   compile RULES OUT */
#include <stdio.h>

#include "rules/ruleset_image.h"

static gboolean compile(const char *directory, const char *out, GError **error)
{
    g_autoptr(RuleFiles) files = rule_files_read(directory, error);
    g_autoptr(RuleSet) rules = files ? ruleset_compile(directory, error) : NULL;
    if (!rules)
        return FALSE;
    g_autoptr(GByteArray) image = ruleset_image_write(rules, files);
    return g_file_set_contents(out, (const char *)image->data, image->len, error);
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;

    if (argc != 3) {
        fprintf(stderr, "usage: compile RULES OUT\n");
        return 2;
    }
    if (compile(argv[1], argv[2], &error))
        return 0;
    fprintf(stderr, "%s\n", error->message);
    return 1;
}
