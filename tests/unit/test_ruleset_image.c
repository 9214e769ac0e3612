/* Rules that are compiled when the program is built: they stand for the very files they were made of, and for
 * no others. */
#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/ruleset_image.h"

static RuleFiles *read_rules(const char *directories)
{
    g_autoptr(GError) error = NULL;
    RuleFiles *files = rule_files_read(directories, &error);

    assert_null(error);
    return files;
}

static void they_stand_for_the_files_they_were_made_of(void **state)
{
    g_autoptr(RuleFiles) files = read_rules("rules");

    (void)state;
    assert_true(ruleset_image_is_of(files));
}

static void they_do_not_stand_for_more_files(void **state)
{
    g_autoptr(RuleFiles) files = read_rules("rules:tests/rules/own");

    (void)state;
    assert_false(ruleset_image_is_of(files));
}

static void they_do_not_stand_for_files_of_another_schema(void **state)
{
    g_autoptr(RuleFiles) files = read_rules("rules");

    (void)state;
    files->schema_digest[0] ^= 1;
    assert_false(ruleset_image_is_of(files));
}

static void what_is_read_is_written_again_byte_for_byte(void **state)
{
    g_autoptr(RuleFiles) files = read_rules("rules");
    g_autoptr(RuleSet) rules = ruleset_load("rules", NULL);
    g_autoptr(GByteArray) image = ruleset_image_write(rules, files);

    (void)state;
    assert_int_equal(image->len, compiled_rules_size);
    assert_memory_equal(image->data, compiled_rules, image->len);
}

static void compiling_the_files_again_gives_the_same_bytes(void **state)
{
    g_autoptr(RuleFiles) files = read_rules("rules");
    g_autoptr(RuleSet) rules = ruleset_compile("rules", NULL);
    g_autoptr(GByteArray) image = ruleset_image_write(rules, files);

    (void)state;
    assert_int_equal(image->len, compiled_rules_size);
    assert_memory_equal(image->data, compiled_rules, image->len);
}

static void paths_are_those_of_the_folder_that_is_asked_for(void **state)
{
    g_autofree char *folder = g_canonicalize_filename("rules", NULL);
    g_autoptr(RuleSet) rules = ruleset_load(folder, NULL);
    const Pack *pack = rules->packs->pdata[0];

    (void)state;
    assert_true(g_str_has_prefix(pack->file, folder));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_stand_for_the_files_they_were_made_of),
        cmocka_unit_test(they_do_not_stand_for_more_files),
        cmocka_unit_test(they_do_not_stand_for_files_of_another_schema),
        cmocka_unit_test(what_is_read_is_written_again_byte_for_byte),
        cmocka_unit_test(compiling_the_files_again_gives_the_same_bytes),
        cmocka_unit_test(paths_are_those_of_the_folder_that_is_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
