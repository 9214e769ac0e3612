/* base/text_hash: SipHash-1-3, and that texts of one g_str_hash() part under it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text_hash.h"

/* Of the bytes 0, 1, 2 … under the key 0, 1 … 15: the first vectors of the reference implementation's
 * SipHash-1-3. */
static void test_known_bytes_have_their_known_hashes(void **state)
{
    (void)state;
    const guint64 key[2] = {G_GUINT64_CONSTANT(0x0706050403020100), G_GUINT64_CONSTANT(0x0f0e0d0c0b0a0908)};
    static const guint64 known[] = {
        G_GUINT64_CONSTANT(0xabac0158050fc4dc), G_GUINT64_CONSTANT(0xc9f49bf37d57ca93),
        G_GUINT64_CONSTANT(0x82cb9b024dc7d44d), G_GUINT64_CONSTANT(0x8bf80ab8e7ddf7fb),
        G_GUINT64_CONSTANT(0xcf75576088d38328), G_GUINT64_CONSTANT(0xdef9d52f49533b67),
        G_GUINT64_CONSTANT(0xc50d2b50c59f22a7), G_GUINT64_CONSTANT(0xd3927d989bb11140),
        G_GUINT64_CONSTANT(0x369095118d299a8e), G_GUINT64_CONSTANT(0x25a48eb36c063de4)};
    guint8 bytes[G_N_ELEMENTS(known)];

    for (guint i = 0; i < G_N_ELEMENTS(known); i++) {
        bytes[i] = (guint8)i;
        assert_int_equal(siphash(key, bytes, i), known[i]);
    }
}

static void test_texts_of_one_common_hash_part(void **state)
{
    (void)state;
    g_autoptr(GHashTable) hashes = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < 1024; i++) {
        char text[21] = "";
        for (guint bit = 0; bit < 10; bit++) {
            text[2 * bit] = i >> bit & 1 ? 'E' : 'F';
            text[2 * bit + 1] = i >> bit & 1 ? 'z' : 'Y';
        }
        assert_int_equal(g_str_hash(text), g_str_hash("FYFYFYFYFYFYFYFYFYFY"));
        g_hash_table_add(hashes, GUINT_TO_POINTER(text_hash(text)));
    }
    assert_true(g_hash_table_size(hashes) > 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known_bytes_have_their_known_hashes),
        cmocka_unit_test(test_texts_of_one_common_hash_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
