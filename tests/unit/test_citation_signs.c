/* What a paragraph must have to cite an act, however it is spelled. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "audit/citation_signs.h"

#define BOTH (SIGN_FIGURE | SIGN_WORD)

static guint signs_in(const char *const *names, const char *text)
{
    g_autoptr(GHashTable) table = g_hash_table_new(g_str_hash, g_str_equal);
    CitationSigns signs;
    for (; *names; names++)
        g_hash_table_add(table, (gpointer)*names);
    citation_signs_init(&signs, table);
    const guint found = citation_signs_in(&signs, text, (guint32)strlen(text));
    citation_signs_clear(&signs);
    return found;
}

static void signs_are_seen_in_every_spelling(void **state)
{
    static const char *const names[] = {"luat thanh tra", "luat dat dai", "phap lenh dan chu", NULL};
    static const struct {
        const char *text;
        guint least, most; /* more than there is may be told, less may not */
    } rows[] = {
        {"Công khai kế hoạch công tác.", 0, 0},
        {"Theo Luật Thanh tra", SIGN_WORD, SIGN_WORD},
        {"LUẬT ĐẤT ĐAI", SIGN_WORD, SIGN_WORD},
        {"Pháp lệnh về dân chủ", SIGN_WORD, SIGN_WORD},
        {"Trong 05 ngày", SIGN_FIGURE, SIGN_FIGURE},
        {"Luật số 10", BOTH, BOTH},
        {"lua\u0323\u0302t", SIGN_WORD, BOTH}, /* decomposed */
        {"lu\u0323ật", SIGN_WORD, BOTH},
        {"Pháp l\u00adệnh", SIGN_WORD, BOTH},
        {"\uff4cuat", SIGN_WORD, BOTH}, /* wide letters and figures */
        {"\uff12", SIGN_FIGURE, BOTH},
        {"căn cứ\u00a0luật", SIGN_WORD, SIGN_WORD},
        {"“dấu” – gạch…", 0, 0},
        {"", 0, 0},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        const guint found = signs_in(names, rows[i].text);
        if ((found & rows[i].least) != rows[i].least || (found & ~rows[i].most) != 0)
            fail_msg("row %u: %u", i, found);
    }
}

static void a_sign_of_punctuation_stands_for_no_name(void **state)
{
    static const char *const names[] = {"a - b", "c - d", "e - f", NULL};
    (void)state;
    assert_int_equal(signs_in(names, "c của d") & SIGN_WORD, SIGN_WORD);
}

static void names_with_too_little_in_common_are_looked_for_everywhere(void **state)
{
    static const char *const names[] = {"a", "b", "c", "d", "e", "g", "h", "i", "k",
                                        "l", "m", "n", "o", "p", "q", "r", "s", NULL};
    (void)state;
    assert_int_equal(signs_in(names, "v"), SIGN_WORD);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(signs_are_seen_in_every_spelling),
        cmocka_unit_test(a_sign_of_punctuation_stands_for_no_name),
        cmocka_unit_test(names_with_too_little_in_common_are_looked_for_everywhere),
    };
    return cmocka_run_group_tests_name("citation signs", tests, NULL, NULL);
}
