/* Damaged files: every file of the corpus, cut short and with bytes changed in many ways, must still give a
 * result, with an outcome and, when it cannot be read, a named error; never a crash, a hang or a leak. The
 * same damage each run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "audit/result.h"
#include "rasoat.h"

enum { TRUNCATIONS = 20, FLIPS = 40, MOST_FLIPPED_BYTES = 12 };

static RasoatRules *rules;

static int load_rules(void **state)
{
    (void)state;
    rules = rasoat_rules_load("rules", NULL);
    return rules ? 0 : -1;
}

static int free_rules(void **state)
{
    (void)state;
    rasoat_rules_free(rules);
    return 0;
}

static void assert_has_answer(const char *name, const guint8 *bytes, gsize length)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RasoatResult) result = rasoat_check_bytes(rules, name, bytes, length, NULL, &error);
    assert_non_null(result);
    if (result->outcome == OUTCOME_UNREADABLE) {
        assert_non_null(result->error_code);
        assert_non_null(result->error_message.vi);
        assert_non_null(result->error_detail.vi); /* also of what libxml2 and libzip say */
        assert_non_null(result->error_detail.en);
        assert_int_equal(result->findings->len, 0);
    }
}

typedef void (*Damage)(const char *name, const guint8 *bytes, gsize length, GRand *random);

static void cut_short(const char *name, const guint8 *bytes, gsize length, GRand *random)
{
    for (guint i = 0; i < TRUNCATIONS; i++)
        assert_has_answer(name, bytes, (gsize)g_rand_int_range(random, 0, (gint32)length));
}

static void flip_bytes(const char *name, const guint8 *bytes, gsize length, GRand *random)
{
    g_autofree guint8 *copy = g_malloc(length);
    for (guint i = 0; i < FLIPS; i++) {
        memcpy(copy, bytes, length);
        gint count = g_rand_int_range(random, 1, MOST_FLIPPED_BYTES);
        for (gint k = 0; k < count; k++)
            copy[g_rand_int_range(random, 0, (gint32)length)] ^= (guint8)g_rand_int_range(random, 1, 256);
        assert_has_answer(name, copy, length);
    }
}

static void damage_corpus(Damage damage)
{
    g_autoptr(GDir) directory = g_dir_open("corpus", 0, NULL);
    g_autoptr(GRand) random = g_rand_new_with_seed(20170227);
    const char *name;
    guint files = 0;

    assert_non_null(directory);
    while ((name = g_dir_read_name(directory))) {
        if (!g_str_has_suffix(name, ".docx") && !g_str_has_suffix(name, ".odt") &&
            !g_str_has_suffix(name, ".fodt"))
            continue;
        g_autofree char *path = g_build_filename("corpus", name, NULL);
        g_autofree char *bytes = NULL;
        gsize length;
        assert_true(g_file_get_contents(path, &bytes, &length, NULL));
        damage(name, (const guint8 *)bytes, length, random);
        files++;
    }
    assert_true(files > 10);
}

static void a_file_cut_short_has_an_answer(void **state)
{
    (void)state;
    damage_corpus(cut_short);
}

static void a_file_with_changed_bytes_has_an_answer(void **state)
{
    (void)state;
    damage_corpus(flip_bytes);
}

/* A flat ODT is text from end to end: here damage reaches the XML and the letters themselves. */
static void damaged_xml_has_an_answer(void **state)
{
    (void)state;
    g_autofree char *bytes = NULL;
    gsize length;
    g_autoptr(GRand) random = g_rand_new_with_seed(34);
    assert_true(g_file_get_contents("corpus/conflicts-old.fodt", &bytes, &length, NULL));
    for (guint i = 0; i < 10; i++)
        flip_bytes("conflicts-old.fodt", (const guint8 *)bytes, length, random);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_cut_short_has_an_answer),
        cmocka_unit_test(a_file_with_changed_bytes_has_an_answer),
        cmocka_unit_test(damaged_xml_has_an_answer),
    };
    return cmocka_run_group_tests(tests, load_rules, free_rules);
}
