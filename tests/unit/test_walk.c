/* Which files of a folder are read, in which order, and what is said of the others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/walk.h"
#include "report/html.h"

static char *folder;

static int make_folder(void **state)
{
    (void)state;
    folder = g_dir_make_tmp("rasoat-walk-XXXXXX", NULL);
    return folder ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    const char *words[] = {"rm", "-rf", folder, NULL};
    g_spawn_sync(NULL, (char **)words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
    g_free(folder);
    return 0;
}

static void put(const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *parent = g_path_get_dirname(path);
    g_mkdir_with_parents(parent, 0777);
    assert_true(g_file_set_contents(path, "x", 1, NULL));
}

/* "d name" for a document, "reason name" for another. */
static gboolean note(const WalkEntry *entry, gpointer data)
{
    g_ptr_array_add(
        data, g_strdup_printf("%s %s", entry->kind == ENTRY_DOCUMENT ? "d" : entry->reason, entry->path));
    return TRUE;
}

static char *walked(const WalkFilter *filter)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) error = NULL;
    assert_true(walk_folder(folder, filter, note, lines, &error));
    g_ptr_array_add(lines, NULL);
    return g_strjoinv("\n", (char **)lines->pdata);
}

static void files_come_in_byte_order_of_their_paths(void **state)
{
    (void)state;
    put("b/z.docx");
    put("b.docx");
    put("b-1.docx");
    put("a/Đơn vị.docx");
    put("a/c/x.odt");
    g_autofree char *lines = walked(NULL);
    assert_string_equal(lines, "d a/c/x.odt\nd a/Đơn vị.docx\nd b-1.docx\nd b.docx\nd b/z.docx");
}

static void what_is_no_document_is_named_with_the_reason(void **state)
{
    (void)state;
    put("~$x.docx");
    put(".~lock.x.odt#");
    put(".an.docx");
    put(".git/y.docx");
    put("so-lieu.xlsx");
    put("khong-duoi");
    put("QUY CHE.DOC");
    put("scan.pdf");
    put("tat ca.ZIP");
    g_autofree char *lines = walked(NULL);
    assert_string_equal(lines, "hidden .an.docx\nhidden .git\nlock-file .~lock.x.odt#\nd QUY CHE.DOC\n"
                               "not-a-document khong-duoi\nd scan.pdf\nnot-a-document so-lieu.xlsx\n"
                               "d tat ca.ZIP\nlock-file ~$x.docx");
}

static void links_to_files_are_read_and_links_to_folders_are_not_followed(void **state)
{
    (void)state;
    put("that/x.docx");
    g_autofree char *loop = g_build_filename(folder, "that", "vong", NULL);
    g_autofree char *link = g_build_filename(folder, "lien-ket.docx", NULL);
    g_autofree char *nowhere = g_build_filename(folder, "mat.docx", NULL);
    g_autofree char *pipe = g_build_filename(folder, "ong.docx", NULL);
    assert_int_equal(symlink("..", loop), 0);
    assert_int_equal(symlink("that/x.docx", link), 0);
    assert_int_equal(symlink("khong-co.docx", nowhere), 0);
    g_autofree char *itself = g_build_filename(folder, "quanh.docx", NULL);
    assert_int_equal(symlink("quanh.docx", itself), 0);
    assert_int_equal(mkfifo(pipe, 0600), 0);
    g_autofree char *lines = walked(NULL);
    assert_string_equal(lines, "d lien-ket.docx\nbroken-link mat.docx\nspecial-file ong.docx\n"
                               "broken-link quanh.docx\nsymbolic-link that/vong\nd that/x.docx");
}

static void names_in_an_old_encoding_are_files_as_well(void **state)
{
    (void)state;
    put("quy ch\xd5.docx"); /* TCVN3 */
    g_autofree char *lines = walked(&(WalkFilter){.include = (char *[]){(char[]){"*.docx"}, NULL}});
    assert_string_equal(lines, "d quy ch\xd5.docx");
    g_autofree char *read = walked(&(WalkFilter){.include = (char *[]){(char[]){"quy chế*"}, NULL}});
    assert_string_equal(read, "d quy ch\xd5.docx");
}

static void patterns_choose_by_path_or_name_and_exclude_wins(void **state)
{
    (void)state;
    put("xa/A.docx");
    put("xa/nhap-A.docx");
    put("truong/B.docx");
    WalkFilter filter = {.include = (char *[]){(char[]){"xa/*"}, NULL},
                         .exclude = (char *[]){(char[]){"nhap*"}, NULL}};
    g_autofree char *lines = walked(&filter);
    assert_string_equal(lines, "excluded truong/B.docx\nd xa/A.docx\nexcluded xa/nhap-A.docx");
}

static void the_folder_of_results_is_not_entered(void **state)
{
    (void)state;
    put("A.docx");
    put("ket-qua/A.docx");
    g_autofree char *out = g_build_filename(folder, "ket-qua", NULL);
    g_autofree char *lines = walked(&(WalkFilter){.output = out});
    assert_string_equal(lines, "d A.docx");
}

static void a_folder_that_cannot_be_listed_is_named(void **state)
{
    (void)state;
    put("a/x.docx");
    put("dong/y.docx");
    g_autofree char *closed = g_build_filename(folder, "dong", NULL);
    uid_t user = geteuid();
    assert_int_equal(g_chmod(closed, 0), 0);
    assert_int_equal(g_chmod(folder, 0755), 0);
    if (user == 0) /* who may list everything */
        assert_int_equal(seteuid(65534), 0);
    g_autofree char *lines = walked(NULL);
    assert_int_equal(seteuid(user), 0);
    g_chmod(closed, 0700);
    assert_string_equal(lines, "d a/x.docx\npermission-denied dong");
}

static void a_folder_that_is_not_there_is_an_error(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(folder, "khong-co", NULL);
    assert_false(walk_folder(path, NULL, note, NULL, &error));
    assert_int_equal(error->code, RASOAT_ERROR_IO);
}

static void a_list_names_files_and_one_that_is_missing_stays_a_document(void **state)
{
    (void)state;
    put("a.docx");
    char text[] = "a.docx\r\n\nkhong-co.docx\nb.xlsx\n";
    put("b.xlsx");
    FILE *list = fmemopen(text, strlen(text), "r");
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    assert_true(walk_list(list, folder, NULL, note, lines, NULL));
    fclose(list);
    assert_int_equal(lines->len, 3);
    assert_string_equal(lines->pdata[0], "d a.docx");
    assert_string_equal(lines->pdata[1], "d khong-co.docx");
    assert_string_equal(lines->pdata[2], "not-a-document b.xlsx");
}

static void put_page(const char *name, const char *mark)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *page = g_strdup_printf("<!DOCTYPE html>\n<head>\n%s\n", mark);
    put(name);
    assert_true(g_file_set_contents(path, page, -1, NULL));
}

static void results_of_before_are_named_and_not_read(void **state)
{
    (void)state;
    put("cu/rasoat.db");
    put("cu/report/annotated/a-12345678.docx");
    put_page("gui/index.html", HTML_MARK_OF_DISTRICT);
    put("gui/bien-ban/a-12345678.docx");
    put("rasoat.db"); /* of a round that wrote here */
    put("report/annotated/b-12345678.docx");
    put("xa/report/c.docx"); /* a folder may be called so */
    put_page("xa/tu-kiem-tra.html", HTML_MARK);
    put_page("xa/index.html", "<meta name=\"generator\" content=\"LibreOffice\">");
    put("xa/quy-che.docx");
    g_autofree char *lines = walked(NULL);
    assert_string_equal(lines, "results cu\nresults gui\nnot-a-document rasoat.db\nresults report\n"
                               "d xa/index.html\nd xa/quy-che.docx\nd xa/report/c.docx\n"
                               "results xa/tu-kiem-tra.html");
}

static void a_list_leads_into_no_results(void **state)
{
    (void)state;
    put("cu/rasoat.db");
    put("cu/report/a.docx");
    put("nop/a.docx");
    put("rasoat.db"); /* beside the folder that is walked, and no part of it */
    g_autofree char *below = g_build_filename(folder, "nop", NULL);
    char text[] = "cu/report/a.docx\n./nop/a.docx\nnop/a.docx\n", above[] = "../nop/a.docx\n";
    FILE *list = fmemopen(text, strlen(text), "r"), *other = fmemopen(above, strlen(above), "r");
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    assert_true(walk_list(list, folder, NULL, note, lines, NULL));
    assert_true(walk_list(other, below, NULL, note, lines, NULL));
    fclose(list);
    fclose(other);
    g_ptr_array_add(lines, NULL);
    g_autofree char *found = g_strjoinv("\n", (char **)lines->pdata);
    assert_string_equal(found, "results cu/report/a.docx\nd ./nop/a.docx\nd nop/a.docx\nd ../nop/a.docx");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(files_come_in_byte_order_of_their_paths),
        TEST(what_is_no_document_is_named_with_the_reason),
        TEST(links_to_files_are_read_and_links_to_folders_are_not_followed),
        TEST(names_in_an_old_encoding_are_files_as_well),
        TEST(patterns_choose_by_path_or_name_and_exclude_wins),
        TEST(the_folder_of_results_is_not_entered),
        TEST(a_folder_that_cannot_be_listed_is_named),
        TEST(a_folder_that_is_not_there_is_an_error),
        TEST(a_list_names_files_and_one_that_is_missing_stays_a_document),
        TEST(results_of_before_are_named_and_not_read),
        TEST(a_list_leads_into_no_results),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
