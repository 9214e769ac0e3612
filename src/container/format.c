/* Telling formats apart: ZIP packages by what they say of themselves (OPC content types, ODF 1.3 part 2
 * mimetype and manifest), OLE compound files by their streams ([MS-CFB] 2.6), the rest by their first bytes.
 * Detection only looks for tell-tale bytes; reading is the reader's. */
#include "container/format.h"

#include <string.h>

#include "base/error.h"
#include "base/translate.h"

enum { HEAD_BYTES = 16 * 1024, PDF_BYTES = 1024, OLE_ENTRY = 128, OLE_NAME_LENGTH = 64 };

typedef struct {
    const guint8 *data;
    gsize size;
} Bytes;

static gboolean starts_with(Bytes bytes, const char *signature, gsize length)
{
    return bytes.size >= length && memcmp(bytes.data, signature, length) == 0;
}

static gboolean contains(Bytes bytes, const char *needle)
{
    return memmem(bytes.data, bytes.size, needle, strlen(needle)) != NULL;
}

static Bytes bytes_of(GBytes *bytes)
{
    Bytes all;
    all.data = g_bytes_get_data(bytes, &all.size);
    return all;
}

/* what: marked for the catalogue. */
static gboolean refuse(RasoatErrorCode code, const char *what, GError **error)
{
    return error_set_words(error, code, NULL, what);
}

/* OLE compound files ------------------------------------------------------------------------------------- */

/* Directory entries are 128 bytes long and aligned, begin with the UTF-16LE name, and give its length at 64.
 * Following the chain of directory sectors would find no more and could be led in circles. */
static gboolean ole_has_stream(Bytes bytes, const char *name)
{
    guint8 wanted[OLE_NAME_LENGTH] = {0};
    gsize length = strlen(name);

    for (gsize i = 0; i < length; i++)
        wanted[2 * i] = (guint8)name[i];
    for (gsize at = 0; at + OLE_ENTRY <= bytes.size; at += OLE_ENTRY) {
        const guint8 *entry = bytes.data + at;
        if (entry[0] == wanted[0] && memcmp(entry, wanted, 2 * length + 2) == 0 &&
            entry[OLE_NAME_LENGTH] == 2 * length + 2)
            return TRUE;
    }
    return FALSE;
}

static gboolean refuse_ole(Bytes bytes, GError **error)
{
    if (ole_has_stream(bytes, "EncryptedPackage") || ole_has_stream(bytes, "EncryptionInfo"))
        return refuse(RASOAT_ERROR_ENCRYPTED, N_("văn bản được bảo vệ bằng mật khẩu"), error);
    if (ole_has_stream(bytes, "WordDocument"))
        return refuse(RASOAT_ERROR_LEGACY_DOC, N_("văn bản Word 97–2003 (.doc)"), error);
    return refuse(RASOAT_ERROR_NOT_TEXT, N_("tệp OLE không chứa văn bản Word"), error);
}

/* ZIP packages ------------------------------------------------------------------------------------------- */

static gboolean is_odf_text_type(const char *type)
{
    return strcmp(type, "application/vnd.oasis.opendocument.text") == 0 ||
           strcmp(type, "application/vnd.oasis.opendocument.text-template") == 0;
}

static gboolean check_manifest(Package *package, gboolean *text, GError **error)
{
    static const char manifest[] = "META-INF/manifest.xml";
    if (!package_has(package, manifest))
        return TRUE;
    g_autoptr(GBytes) bytes = package_read(package, manifest, error);
    if (!bytes)
        return FALSE;
    if (contains(bytes_of(bytes), ":encryption-data") || contains(bytes_of(bytes), "<encryption-data"))
        return refuse(RASOAT_ERROR_ENCRYPTED, N_("văn bản được bảo vệ bằng mật khẩu"), error);
    *text = contains(bytes_of(bytes), "\"application/vnd.oasis.opendocument.text\"") ||
            contains(bytes_of(bytes), "\"application/vnd.oasis.opendocument.text-template\"");
    return TRUE;
}

static gboolean is_odf_text(Package *package, gboolean *text, GError **error)
{
    *text = FALSE;
    if (!check_manifest(package, text, error))
        return FALSE;
    if (!package_has(package, "mimetype"))
        return TRUE;
    g_autoptr(GBytes) bytes = package_read(package, "mimetype", error);
    if (!bytes)
        return FALSE;
    Bytes all = bytes_of(bytes);
    g_autofree char *type = g_strndup((const char *)all.data, MIN(all.size, HEAD_BYTES));
    *text = is_odf_text_type(g_strstrip(type));
    return TRUE;
}

/* OPC: the content type of the main part, which documents, templates and their macro variants spell each in
 * their own way. */
static gboolean is_word(Package *package, gboolean *word, GError **error)
{
    static const char types[] = "[Content_Types].xml";
    *word = package_has(package, "word/document.xml");
    if (*word || !package_has(package, types))
        return TRUE;
    g_autoptr(GBytes) bytes = package_read(package, types, error);
    if (!bytes)
        return FALSE;
    Bytes all = bytes_of(bytes);
    *word = contains(all, "wordprocessingml.document.main+xml") ||
            contains(all, "wordprocessingml.template.main+xml") ||
            contains(all, "ms-word.document.macroEnabled.main+xml") ||
            contains(all, "ms-word.template.macroEnabledTemplate.main+xml");
    return TRUE;
}

/* A ZIP that is no document's package: people pack files so. */
static gboolean is_plain(Package *package)
{
    static const char *const marks[] = {"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF",
                                        "META-INF/manifest.xml", "Index/Document.iwa"};
    for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
        if (package_has(package, marks[i]))
            return FALSE;
    return TRUE;
}

static gboolean detect_package(GBytes *bytes, Budget *budget, Format *format, Package **package,
                               GError **error)
{
    g_autoptr(Package) opened = package_open(bytes, budget, error);
    gboolean yes = FALSE;

    if (!opened || !is_word(opened, &yes, error))
        return FALSE;
    *format = FORMAT_DOCX;
    if (!yes) {
        if (!is_odf_text(opened, &yes, error))
            return FALSE;
        *format = FORMAT_ODT;
    }
    if (!yes && is_plain(opened))
        return refuse(RASOAT_ERROR_ARCHIVE, N_("tệp nén"), error);
    if (!yes)
        return refuse(RASOAT_ERROR_NOT_TEXT, N_("gói tệp không phải văn bản Word hoặc ODF"), error);
    *package = g_steal_pointer(&opened);
    return TRUE;
}

/* Text formats ------------------------------------------------------------------------------------------- */

static gboolean is_image(Bytes bytes)
{
    static const struct {
        const char *signature;
        gsize length;
    } images[] = {
        {"\x89PNG\r\n\x1a\n", 8}, {"\xff\xd8\xff", 3}, {"GIF87a", 6}, {"GIF89a", 6},
        {"II\x2a\x00", 4},        {"MM\x00\x2a", 4},
    };
    for (guint i = 0; i < G_N_ELEMENTS(images); i++) {
        if (starts_with(bytes, images[i].signature, images[i].length))
            return TRUE;
    }
    if (starts_with(bytes, "BM", 2) && bytes.size >= 14 && memcmp(bytes.data + 6, "\0\0\0\0", 4) == 0)
        return TRUE;
    return starts_with(bytes, "RIFF", 4) && bytes.size >= 12 && memcmp(bytes.data + 8, "WEBP", 4) == 0;
}

/* The beginning of a text as ASCII: byte order mark dropped, UTF-16 thinned to its ASCII characters. */
static char *ascii_head(Bytes bytes)
{
    GString *head = g_string_new(NULL);
    gsize step = 1, at = 0;

    if (starts_with(bytes, "\xef\xbb\xbf", 3)) {
        at = 3;
    } else if (starts_with(bytes, "\xff\xfe", 2)) {
        step = 2, at = 2;
    } else if (starts_with(bytes, "\xfe\xff", 2)) {
        step = 2, at = 3;
    }
    for (; at < bytes.size && head->len < HEAD_BYTES; at += step)
        g_string_append_c(head, bytes.data[at] ? (char)bytes.data[at] : ' ');
    return g_string_free(head, FALSE);
}

/* The first thing of a text that is neither white space, XML declaration, instruction nor comment. */
static const char *skip_prolog(const char *text)
{
    for (;;) {
        while (g_ascii_isspace(*text))
            text++;
        const char *end = NULL;
        gsize length = 0;
        if (g_str_has_prefix(text, "<?"))
            end = strstr(text, "?>"), length = 2;
        else if (g_str_has_prefix(text, "<!--"))
            end = strstr(text, "-->"), length = 3;
        if (!end)
            return text;
        text = end + length;
    }
}

static gboolean has_prefix_nocase(const char *text, const char *prefix)
{
    return g_ascii_strncasecmp(text, prefix, strlen(prefix)) == 0;
}

static gboolean is_html(const char *text)
{
    static const char *const starts[] = {"<html", "<!doctype html", "<head",
                                         "<body", "<meta ",         "MIME-Version:"};
    for (guint i = 0; i < G_N_ELEMENTS(starts); i++) {
        if (has_prefix_nocase(text, starts[i]))
            return TRUE;
    }
    /* A page saved by a browser may begin with mail headers of its own. */
    return strcasestr(text, "\nMIME-Version:") && strcasestr(text, "multipart/related");
}

/* Flat ODF: one office:document whose office:mimetype says what it is. The prefix is whatever the file binds;
 * namespaces may fill many hundred bytes before the attribute. */
static gboolean is_flat_odf(const char *text, gboolean *is_text)
{
    const char *tag_end = strchr(text, '>');
    if (*text != '<' || !tag_end)
        return FALSE;
    g_autofree char *tag = g_strndup(text, (gsize)(tag_end - text));
    const char *name_end = tag + strcspn(tag, " \t\r\n");
    if (name_end - tag < 10 || strncmp(name_end - 9, ":document", 9) != 0 ||
        !strstr(tag, "urn:oasis:names:tc:opendocument:xmlns:office:1.0"))
        return FALSE;
    *is_text = strstr(tag, "\"application/vnd.oasis.opendocument.text\"") ||
               strstr(tag, "'application/vnd.oasis.opendocument.text'") ||
               strstr(tag, "application/vnd.oasis.opendocument.text-template");
    return TRUE;
}

static gboolean detect_text(Bytes bytes, Format *format, GError **error)
{
    g_autofree char *head = ascii_head(bytes);
    const char *text = skip_prolog(head);
    gboolean is_text = FALSE;

    if (is_html(text))
        return refuse(RASOAT_ERROR_HTML, N_("trang web (HTML hoặc MHTML), dù tên tệp là gì"), error);
    if (is_flat_odf(text, &is_text)) {
        if (!is_text)
            return refuse(RASOAT_ERROR_NOT_TEXT, N_("tệp ODF một khối không phải văn bản"), error);
        *format = FORMAT_FLAT_ODT;
        return TRUE;
    }
    if (has_prefix_nocase(text, "<!DOCTYPE"))
        return refuse(RASOAT_ERROR_DOCTYPE, N_("tệp XML có khai báo DOCTYPE"), error);
    return refuse(RASOAT_ERROR_UNKNOWN_FORMAT, N_("không phải định dạng mà chương trình biết"), error);
}

gboolean format_detect(GBytes *bytes, Budget *budget, Format *format, Package **package, GError **error)
{
    Bytes all = bytes_of(bytes);
    Bytes head = {all.data, MIN(all.size, PDF_BYTES)};

    *package = NULL;
    if (all.size == 0)
        return refuse(RASOAT_ERROR_EMPTY_FILE, N_("tệp trống"), error);
    if (starts_with(all, "PK\x03\x04", 4) || starts_with(all, "PK\x05\x06", 4) ||
        starts_with(all, "PK\x07\x08", 4))
        return detect_package(bytes, budget, format, package, error);
    if (starts_with(all, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
        return refuse_ole(all, error);
    if (starts_with(all, "{\\rtf", 5) || starts_with(all, "\xef\xbb\xbf{\\rtf", 8))
        return refuse(RASOAT_ERROR_RTF, N_("văn bản RTF, dù tên tệp là gì"), error);
    if (starts_with(all, "Rar!\x1a\x07", 6) || starts_with(all, "7z\xbc\xaf\x27\x1c", 6))
        return refuse(RASOAT_ERROR_ARCHIVE, N_("tệp nén"), error);
    if (is_image(all))
        return refuse(RASOAT_ERROR_IMAGE, N_("ảnh"), error);
    if (contains(head, "%PDF-"))
        return refuse(RASOAT_ERROR_PDF, N_("văn bản PDF"), error);
    return detect_text(all, format, error);
}
