/* Names that a text speaks of and its letterhead does not, as a batch looks through them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "audit/named.h"
#include "batch/named_list.h"
#include "build_document.h"
#include "rasoat.h"
#include "repository_rules.h"

/* "address: name" of each, a line each. Owned by the caller. */
static char *names_of(const char *body)
{
    Budget budget;
    g_autofree char *text =
        g_strconcat("^UBND XÃ NAM SƠN\n^TRƯỜNG LÊ LỢI\nSố: 12/QC\nNam Sơn, ngày 02 tháng 02 năm 2026\n"
                    "^!QUY CHẾ\n^!Thực hiện dân chủ\nĐiều 1. Phạm vi\n",
                    body, NULL);
    g_autoptr(Document) document = build_document(text, &budget);
    g_autoptr(Outline) outline = outline_build(document);
    g_autoptr(FrontMatter) front = front_matter_read(outline);
    g_autoptr(AuditView) view = audit_view_new(rules, outline, front, &budget, NULL);
    GString *out = g_string_new(NULL);

    assert_true(audit_view_scan(view, PURPOSE_BODY, NULL));
    g_autoptr(AuditContext) context = audit_context_new(view, front);
    g_autoptr(GArray) names = named_places(context);
    for (guint i = 0; i < names->len; i++)
        g_string_append_printf(out, "%s: %s\n", g_array_index(names, NamedPlace, i).address,
                               g_array_index(names, NamedPlace, i).name);
    return g_string_free(out, FALSE);
}

#define assert_names(body, expected)                                                                         \
    do {                                                                                                     \
        g_autofree char *found = names_of(body);                                                             \
        assert_string_equal(found, expected);                                                                \
    } while (0)

static void each_name_is_told_once_with_its_place(void **state)
{
    (void)state;
    assert_names("1. Trường Kim Đồng họp.\n2. Giáo viên Trường Kim Đồng và thư viện Trần Phú góp ý.",
                 "Điều 1 > khoản 1: Trường Kim Đồng\nĐiều 1 > khoản 2: Trần Phú\n");
}

static void the_own_name_short_forms_and_headings_are_none(void **state)
{
    (void)state;
    assert_names(
        "Trường Lê Lợi, UBND xã Nam Sơn và BCH CĐCS họp.\n1. TỔ CHỨC THỰC HIỆN\nViệc được công khai.", "");
}

static void neighbours_and_former_names_are_none(void **state)
{
    (void)state;
    assert_names("Nhà trường phối hợp với Trường Kim Đồng tổ chức.\nTrường có tiền thân là Trường Trần Phú.",
                 "");
}

static Result *result_with(const char *name, const char *quote)
{
    Result *result = result_new("");
    NamedPlace place = {g_strdup(name), g_strdup("Điều 1"), g_strdup(quote)};

    result->named = g_array_new(FALSE, FALSE, sizeof(NamedPlace));
    g_array_append_val(result->named, place);
    return result;
}

static void remember(const char *name, const char *address, const char *quote, gpointer data)
{
    g_string_append_printf(data, "%s|%s|%s\n", name, address, quote);
}

static void names_stand_behind_a_record_and_are_cut_off_it(void **state)
{
    (void)state;
    Result *result = result_with("Trường “Kim Đồng”", "Một\nhai \"ba\"");
    g_autofree char *record = record_with_names(result);
    g_autofree char *alone = rasoat_result_json(result, FALSE);
    g_autoptr(GString) read = g_string_new(NULL);
    const char *names = record_cut_names(record);
    assert_string_equal(record, alone);
    named_list_each(names, remember, read);
    assert_string_equal(read->str, "Trường “Kim Đồng”|Điều 1|Một\nhai \"ba\"\n");
    assert_string_equal(record_cut_names(record), "");
    named_list_each("[[1,2],[\"a\"]]", remember, read);
    named_list_each("[", remember, read);
    named_list_each("", remember, read);
    assert_string_equal(read->str, "Trường “Kim Đồng”|Điều 1|Một\nhai \"ba\"\n");
    NamedPlace *place = &g_array_index(result->named, NamedPlace, 0);
    g_free(place->name);
    g_free(place->address);
    g_free(place->quote);
    result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_name_is_told_once_with_its_place),
        cmocka_unit_test(the_own_name_short_forms_and_headings_are_none),
        cmocka_unit_test(neighbours_and_former_names_are_none),
        cmocka_unit_test(names_stand_behind_a_record_and_are_cut_off_it),
    };
    return cmocka_run_group_tests(tests, load_rules, free_rules);
}
