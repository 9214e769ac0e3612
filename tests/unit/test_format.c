/* Formats told by content: what is read, and the code that everything else gets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "container/format.h"
#include "zip_maker.h"

/* "docx", "odt", "fodt", or the name of the error. */
static const char *detected(GBytes *bytes)
{
    static const char *const names[] = {
        [FORMAT_DOCX] = "docx", [FORMAT_ODT] = "odt", [FORMAT_FLAT_ODT] = "fodt"};
    g_autoptr(Package) package = NULL;
    g_autoptr(GError) error = NULL;
    Budget budget;
    Format format;

    budget_init(&budget, NULL);
    if (!format_detect(bytes, &budget, &format, &package, &error)) {
        assert_null(package);
        return rasoat_error_name((RasoatErrorCode)error->code);
    }
    assert_int_equal(package != NULL, format != FORMAT_FLAT_ODT);
    return names[format];
}

static void assert_bytes(const void *data, gsize size, const char *wanted)
{
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);
    assert_string_equal(detected(bytes), wanted);
}

static void assert_text(const char *text, const char *wanted)
{
    assert_bytes(text, strlen(text), wanted);
}

static void assert_package(const ZipPart *parts, guint count, const char *wanted)
{
    g_autoptr(GBytes) bytes = zip_make(parts, count, FALSE);
    assert_string_equal(detected(bytes), wanted);
}

static void word_packages_are_told_by_their_main_part(void **state)
{
    (void)state;
    const ZipPart usual[] = {{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w/>"}};
    const ZipPart moved[] = {
        {"[Content_Types].xml",
         "<Types><Override PartName='/x.xml' ContentType='application/vnd.openxmlformats-officedocument."
         "wordprocessingml.template.main+xml'/></Types>"},
        {"x.xml", "<w/>"}};
    assert_package(usual, 2, "docx");
    assert_package(moved, 2, "docx");
}

static void other_office_packages_are_no_text_documents(void **state)
{
    (void)state;
    const ZipPart sheet[] = {
        {"[Content_Types].xml",
         "<Types><Override ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet."
         "main+xml'/></Types>"},
        {"xl/workbook.xml", "<x/>"}};
    const ZipPart ods[] = {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}};
    const ZipPart epub[] = {{"mimetype", "application/epub+zip"}};
    const ZipPart jar[] = {{"META-INF/MANIFEST.MF", "Manifest-Version: 1.0"}};
    assert_package(sheet, 2, "not-a-text-document");
    assert_package(ods, 1, "not-a-text-document");
    assert_package(epub, 1, "not-a-text-document");
    assert_package(jar, 1, "not-a-text-document");
}

static void files_packed_together_are_archives(void **state)
{
    (void)state;
    const ZipPart packed[] = {{"Quy chế.docx", "PK"}, {"Phụ lục.docx", "PK"}};
    const ZipPart unpacked[] = {{"x/[Content_Types].xml", "<Types/>"}, {"x/word/document.xml", "<w/>"}};
    assert_package(packed, 2, "archive");
    assert_package(unpacked, 2, "archive");
    assert_bytes("Rar!\x1a\x07\x01\0", 8, "archive");
    assert_bytes("7z\xbc\xaf\x27\x1c\0\4", 8, "archive");
}

static void odf_texts_and_templates_are_read(void **state)
{
    (void)state;
    const ZipPart text[] = {{"mimetype", "application/vnd.oasis.opendocument.text"}};
    const ZipPart template[] = {{"mimetype", "application/vnd.oasis.opendocument.text-template\n"}};
    const ZipPart manifest_only[] = {
        {"META-INF/manifest.xml", "<m:manifest><m:file-entry m:full-path=\"/\" "
                                  "m:media-type=\"application/vnd.oasis.opendocument.text\"/></m:manifest>"},
        {"content.xml", "<c/>"}};
    assert_package(text, 1, "odt");
    assert_package(template, 1, "odt");
    assert_package(manifest_only, 2, "odt");
}

static void an_odf_package_with_encryption_data_is_encrypted(void **state)
{
    (void)state;
    const ZipPart parts[] = {
        {"mimetype", "application/vnd.oasis.opendocument.text"},
        {"META-INF/manifest.xml", "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"}};
    assert_package(parts, 2, "encrypted");
}

static void a_broken_zip_is_a_bad_package(void **state)
{
    (void)state;
    assert_bytes("PK\x03\x04\x14\x00\x00\x00", 8, "bad-package");
}

/* A compound file whose directory holds one stream: header, then an entry of 128 bytes. */
static void assert_ole(const char *stream, const char *wanted)
{
    guint8 file[1024] = {0};
    memcpy(file, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
    for (gsize i = 0; stream[i]; i++)
        file[512 + 2 * i] = (guint8)stream[i];
    file[512 + 64] = (guint8)(2 * strlen(stream) + 2);
    assert_bytes(file, sizeof file, wanted);
}

static void ole_files_are_told_by_their_streams(void **state)
{
    (void)state;
    assert_ole("WordDocument", "legacy-doc");
    assert_ole("EncryptedPackage", "encrypted");
    assert_ole("EncryptionInfo", "encrypted");
    assert_ole("Workbook", "not-a-text-document");
}

static void text_formats_are_told_by_their_beginning(void **state)
{
    (void)state;
    assert_text("{\\rtf1\\ansi", "rtf");
    assert_text("%PDF-1.7\n", "pdf");
    assert_text("\n\n%PDF-1.4", "pdf");
    assert_text("\xef\xbb\xbf<!-- saved --> <HTML>", "html");
    assert_text("<!DOCTYPE html><p>", "html");
    assert_text("<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>", "html");
    assert_text("MIME-Version: 1.0\r\nContent-Type: multipart/related", "html");
    assert_text("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;", "html");
    assert_bytes("\xff\xfe<\0h\0t\0m\0l\0>\0", 14, "html");
    assert_text("Kính gửi: Ban Giám đốc", "unknown-format");
    assert_text("<?xml version='1.0'?><w:wordDocument/>", "unknown-format");
    assert_text("", "empty-file");
}

static void pictures_are_told_by_their_signature(void **state)
{
    (void)state;
    assert_bytes("\x89PNG\r\n\x1a\n....", 12, "image");
    assert_bytes("\xff\xd8\xff\xe0....", 8, "image");
    assert_text("GIF89a...", "image");
    assert_bytes("II\x2a\0....", 8, "image");
    assert_bytes("RIFF....WEBPVP8 ", 16, "image");
    assert_bytes("BM\x36\0\0\0\0\0\0\0\x36\0\0\0", 14, "image");
    assert_text("BM là chữ viết tắt", "unknown-format");
}

#define FLAT_ROOT                                                                                            \
    "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:mimetype="

static void flat_odf_is_told_by_its_root(void **state)
{
    (void)state;
    assert_text("<?xml version='1.0'?>\n" FLAT_ROOT "\"application/vnd.oasis.opendocument.text\">", "fodt");
    assert_text("\xef\xbb\xbf<!-- x -->" FLAT_ROOT "\"application/vnd.oasis.opendocument.text\">", "fodt");
    assert_text(FLAT_ROOT "\"application/vnd.oasis.opendocument.spreadsheet\">", "not-a-text-document");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(word_packages_are_told_by_their_main_part),
        cmocka_unit_test(other_office_packages_are_no_text_documents),
        cmocka_unit_test(files_packed_together_are_archives),
        cmocka_unit_test(odf_texts_and_templates_are_read),
        cmocka_unit_test(an_odf_package_with_encryption_data_is_encrypted),
        cmocka_unit_test(a_broken_zip_is_a_bad_package),
        cmocka_unit_test(ole_files_are_told_by_their_streams),
        cmocka_unit_test(text_formats_are_told_by_their_beginning),
        cmocka_unit_test(pictures_are_told_by_their_signature),
        cmocka_unit_test(flat_odf_is_told_by_its_root),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
