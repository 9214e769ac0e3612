/* base/digest: SHA-256 as FIPS 180-4 has it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/digest.h"

static void test_known_texts_have_their_known_digests(void **state)
{
    (void)state;
    g_autofree char *empty = digest_of("", 0);
    g_autofree char *abc = digest_of("abc", 3);

    assert_string_equal(empty, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_string_equal(abc, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

/* Pieces that do not fall on the blocks of 64 bytes. */
static void test_pieces_give_what_the_whole_gives(void **state)
{
    (void)state;
    char text[1000];
    memset(text, 'q', sizeof text);
    g_autoptr(Digest) digest = digest_new();
    for (gsize at = 0, step = 1; at < sizeof text; at += step, step = MIN(step * 3, sizeof text - at))
        digest_add(digest, text + at, step);
    g_autofree char *pieces = digest_text(digest);
    g_autofree char *whole =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text, sizeof text);

    assert_string_equal(pieces, whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known_texts_have_their_known_digests),
        cmocka_unit_test(test_pieces_give_what_the_whole_gives),
    };
    return cmocka_run_group_tests_name("digest", tests, NULL, NULL);
}
