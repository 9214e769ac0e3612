/* rules/alternatives: which alternatives become phrases of their own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/alternatives.h"

typedef struct {
    const char *phrase;
    const char *alternatives; /* joined by blanks */
} Row;

static void alternatives_become_phrases(void **state)
{
    (void)state;
    static const Row rows[] = {
        /* words alone stay together where they stand together */
        {"{a|b c|d}", "{a|b c|d}"},
        {"{a|b|@c|d|e}", "{a|b} {@c} {d|e}"},
        {"{@a <3> b|c [d]|e}", "{@a <3> b} {c [d]} {e}"},
        /* brackets within, and those of a raw expression, part nothing */
        {"{a {b|c}|[d|e] f}", "{a {b|c}} {[d|e] f}"},
        {"{/x{1|2\\/}|]/|b}", "{/x{1|2\\/}|]/} {b}"},
        /* a phrase that is more than alternatives, or wrong, stays as it stands */
        {"{a|@b} c", "{a|@b} c"},
        {"a {b|@c}", "a {b|@c}"},
        {"{a|@b}{c|@d}", "{a|@b}{c|@d}"},
        {"{a|{b}", "{a|{b}"},
        {"{a|@b}}", "{a|@b}}"},
        {"{a|/b}", "{a|/b}"},
        {"{a||@b}", "{a|} {@b}"},
        {"", ""},
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GPtrArray) found = alternatives_of(rows[i].phrase);
        g_autoptr(GString) joined = g_string_new(NULL);
        for (guint k = 0; k < found->len; k++)
            g_string_append_printf(joined, "%s%s", k > 0 ? " " : "", (const char *)found->pdata[k]);
        assert_string_equal(joined->str, rows[i].alternatives);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alternatives_become_phrases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
