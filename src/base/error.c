/* The error domain: code names of the JSON contract and the advice for each (design: "errors are part of the
 * product"). One table, in the order of RasoatErrorCode. */
#include "base/error.h"

#include <errno.h>

#include "base/translate.h"

typedef struct {
    const char *name;
    const char *advice;
} ErrorEntry;

#define SAVE_AS_DOCX                                                                                                            \
    N_("Mở tệp bằng Word hoặc LibreOffice, chọn Lưu thành (Save As) và lưu lại dạng .docx, rồi kiểm tra " \
       "lại.")
#define BROKEN                                                                                               \
    N_("Tệp bị hỏng. Hãy mở lại bản gốc, lưu thành .docx mới; nếu không mở được, xin lại tệp từ nơi gửi.")
#define TOO_BIG                                                                                                                                \
    N_("Tệp vượt giới hạn an toàn của chương trình. Hãy bỏ ảnh, bảng hoặc phần không thuộc quy chế rồi lưu " \
       "lại dạng .docx.")

static const ErrorEntry entries[] = {
    [RASOAT_ERROR_IO] = {"io", N_("Kiểm tra đường dẫn, tên tệp và quyền đọc tệp.")},
    [RASOAT_ERROR_EMPTY_FILE] = {"empty-file", N_("Tệp không có dữ liệu. Hãy xin lại tệp từ nơi gửi.")},
    [RASOAT_ERROR_UNKNOWN_FORMAT] = {"unknown-format", SAVE_AS_DOCX},
    [RASOAT_ERROR_LEGACY_DOC] = {"legacy-doc", SAVE_AS_DOCX},
    [RASOAT_ERROR_ENCRYPTED] = {"encrypted",
                                N_("Mở tệp bằng mật khẩu, bỏ mật khẩu bảo vệ rồi lưu lại dạng .docx.")},
    [RASOAT_ERROR_RTF] = {"rtf", SAVE_AS_DOCX},
    [RASOAT_ERROR_PDF] =
        {"pdf", N_("Hãy dùng tệp Word gốc của quy chế (.docx); bản PDF hoặc bản chụp không kiểm tra được.")},
    [RASOAT_ERROR_HTML] = {"html", SAVE_AS_DOCX},
    [RASOAT_ERROR_IMAGE] = {"image", N_("Đây là ảnh. Hãy dùng tệp Word gốc của quy chế (.docx).")},
    [RASOAT_ERROR_NOT_TEXT] = {"not-a-text-document",
                               N_("Tệp không phải là văn bản Word hoặc ODT. Hãy chọn đúng tệp quy chế.")},
    [RASOAT_ERROR_BAD_PACKAGE] = {"bad-package", BROKEN},
    [RASOAT_ERROR_BAD_XML] = {"bad-xml", BROKEN},
    [RASOAT_ERROR_DOCTYPE] =
        {"doctype", N_("Tệp chứa khai báo không an toàn (DOCTYPE). Mở tệp bằng Word hoặc LibreOffice, chọn "
                       "Lưu thành (Save As) và lưu lại dạng .docx, rồi kiểm tra lại.")},
    [RASOAT_ERROR_MISSING_PART] = {"missing-part", BROKEN},
    [RASOAT_ERROR_LIMIT_FILE_SIZE] = {"limit-file-size", TOO_BIG},
    [RASOAT_ERROR_LIMIT_ENTRIES] = {"limit-entries", TOO_BIG},
    [RASOAT_ERROR_LIMIT_BYTES] = {"limit-bytes", TOO_BIG},
    [RASOAT_ERROR_LIMIT_RATIO] = {"limit-ratio", TOO_BIG},
    [RASOAT_ERROR_LIMIT_DEPTH] = {"limit-xml-depth", TOO_BIG},
    [RASOAT_ERROR_LIMIT_TABLES] = {"limit-table-nesting", TOO_BIG},
    [RASOAT_ERROR_LIMIT_BLOCKS] = {"limit-blocks", TOO_BIG},
    [RASOAT_ERROR_LIMIT_STEPS] = {"limit-match-steps", TOO_BIG},
    [RASOAT_ERROR_LIMIT_TIME] = {"limit-time", TOO_BIG},
    [RASOAT_ERROR_NO_TEXT] =
        {"no-text", N_("Hãy dùng tệp Word gốc của quy chế (.docx); nếu chỉ có bản chụp, gõ lại hoặc "
                       "nhận dạng chữ rồi soát kỹ.")},
    [RASOAT_ERROR_UNREADABLE_TEXT] = {"unreadable-text",
                                      N_("Chữ trong tệp hỏng quá nhiều nên không thể kết luận. Hãy chuyển mã "
                                         "sang Unicode hoặc gõ lại, lưu dạng .docx.")},
    [RASOAT_ERROR_RULES] = {"rules",
                            N_("Bộ quy tắc có lỗi. Sửa tại dòng nêu trên rồi chạy “rasoat rules lint”.")},
    [RASOAT_ERROR_USAGE] = {"usage", N_("Xem “rasoat --help”.")},
    [RASOAT_ERROR_OUTPUT] = {"output", N_("Kiểm tra thư mục đích: quyền ghi và dung lượng trống.")},
    [RASOAT_ERROR_LIMIT_MEMORY] = {"limit-memory", TOO_BIG},
    [RASOAT_ERROR_WORKER] =
        {"worker-crashed",
         N_("Tệp làm chương trình dừng đột ngột. Hãy mở tệp, lưu thành .docx mới rồi rà soát lại, và "
            "báo cho người giữ chương trình.")},
    [RASOAT_ERROR_RECORD] =
        {"record", N_("Kết quả đã lưu bị hỏng hoặc không phải của chương trình này. Hãy rà soát lại tệp.")},
    [RASOAT_ERROR_ARCHIVE] = {"archive",
                              N_("Giải nén, đặt tệp quy chế (.docx, .odt) vào thư mục rồi chạy lại.")},
};

const char *error_system_words(const char *message)
{
    static const struct {
        int code;
        const char *words;
    } causes[] = {
        {ENOENT, N_("không có tệp hoặc thư mục này")},
        {EACCES, N_("không có quyền đọc")},
        {EPERM, N_("hệ thống không cho phép")},
        {EISDIR, N_("đây là thư mục")},
        {ENOTDIR, N_("đây, hoặc một phần đường dẫn, là tệp chứ không phải thư mục")},
        {EIO, N_("ổ đĩa báo lỗi")},
        {ENOSPC, N_("ổ đĩa hết dung lượng trống")},
        {EDQUOT, N_("đã dùng hết dung lượng được cấp")},
        {EFBIG, N_("tệp vượt cỡ lớn nhất được phép")},
        {EROFS, N_("ổ đĩa chỉ cho đọc")},
        {EBADF, N_("đầu vào hoặc đầu ra này đã đóng")},
        {ELOOP, N_("liên kết trỏ vòng quanh")},
        {ENAMETOOLONG, N_("tên quá dài")},
        {EMFILE, N_("quá nhiều tệp đang mở")},
        {ENFILE, N_("quá nhiều tệp đang mở")},
        {ENOMEM, N_("máy không đủ bộ nhớ")},
        {EAGAIN, N_("máy không đủ tài nguyên lúc này")},
        {EBUSY, N_("đang được chương trình khác dùng")},
        {ESTALE, N_("ổ đĩa mạng không còn giữ tệp này")},
        {ETIMEDOUT, N_("quá lâu không có trả lời")},
        {ENXIO, N_("thiết bị không có hoặc không đọc được")},
        {ENODEV, N_("thiết bị không có hoặc không đọc được")},
    };
    if (g_strcmp0(message, NOT_A_REGULAR_FILE) == 0)
        return N_("không phải tệp thường");
    for (guint i = 0; i < G_N_ELEMENTS(causes); i++)
        if (g_strcmp0(message, g_strerror(causes[i].code)) == 0)
            return causes[i].words;
    return NULL;
}

const char *error_cause(const char *message)
{
    const char *colon = g_strrstr(message, ": ");
    return colon ? colon + strlen(": ") : message;
}

/* What an error of our domain keeps beside its message: the message in each language, or neither. */
typedef BilingualText RasoatErrorPrivate;

static void rasoat_error_private_init(RasoatErrorPrivate *texts)
{
    *texts = (BilingualText){0};
}

static void rasoat_error_private_copy(const RasoatErrorPrivate *from, RasoatErrorPrivate *to)
{
    *to = bilingual_copy(from);
}

static void rasoat_error_private_clear(RasoatErrorPrivate *texts)
{
    bilingual_clear(texts);
}

/* Defines rasoat_error_quark(), of which rasoat.h tells. */
G_DEFINE_EXTENDED_ERROR(RasoatError, rasoat_error)

const BilingualText *error_texts(const GError *error)
{
    const BilingualText *texts = error->domain == RASOAT_ERROR ? rasoat_error_get_private(error) : NULL;
    return texts && texts->vi ? texts : NULL;
}

const char *error_code_name(RasoatErrorCode code)
{
    g_return_val_if_fail((guint)code < G_N_ELEMENTS(entries), "unknown");
    return entries[code].name;
}

const char *rasoat_error_name(RasoatErrorCode code)
{
    return error_code_name(code);
}

const char *error_advice(RasoatErrorCode code, RasoatLanguage language)
{
    g_return_val_if_fail((guint)code < G_N_ELEMENTS(entries), "");
    return say(language, entries[code].advice);
}

void error_set(GError **error, RasoatErrorCode code, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error_literal(error, RASOAT_ERROR, (int)code, message);
}

/* Takes the texts. */
static void set_texts(GError **error, RasoatErrorCode code, const char *place, BilingualText texts)
{
    const char *at = place ? place : "", *colon = place ? ": " : "";
    g_autoptr(GError) made = NULL;

    error_set(&made, code, "%s%s%s · %s", at, colon, texts.vi, texts.en);
    *rasoat_error_get_private(made) =
        (BilingualText){g_strconcat(at, colon, texts.vi, NULL), g_strconcat(at, colon, texts.en, NULL)};
    bilingual_clear(&texts);
    g_propagate_error(error, g_steal_pointer(&made));
}

static void set_both(GError **error, RasoatErrorCode code, const char *place, const char *text,
                     va_list arguments)
{
    set_texts(error, code, place, bilingual_format_list(text, arguments));
}

gboolean error_set_texts(GError **error, RasoatErrorCode code, const char *place, const BilingualText *texts)
{
    set_texts(error, code, place, bilingual_copy(texts));
    return FALSE;
}

gboolean error_set_words(GError **error, RasoatErrorCode code, const char *place, const char *words)
{
    set_texts(error, code, place, bilingual_of(words));
    return FALSE;
}

gboolean error_set_system(GError **error, RasoatErrorCode code, const char *place, const char *cause)
{
    const char *words = error_system_words(cause);
    set_texts(
        error, code, place,
        (BilingualText){words ? g_strdup(say(RASOAT_VIETNAMESE, words))
                              : g_strdup_printf("%s (%s)", say(RASOAT_VIETNAMESE, "hệ thống báo lỗi"), cause),
                        g_strdup(cause)});
    return FALSE;
}

gboolean error_set_usage(GError **error, const char *place, const char *text, ...)
{
    va_list arguments;

    va_start(arguments, text);
    set_both(error, RASOAT_ERROR_USAGE, place, text, arguments);
    va_end(arguments);
    return FALSE;
}

gboolean error_set_both(GError **error, RasoatErrorCode code, const char *place, const char *text, ...)
{
    va_list arguments;

    va_start(arguments, text);
    set_both(error, code, place, text, arguments);
    va_end(arguments);
    return FALSE;
}

gboolean error_set_place(GError **error, const char *path, const char *text, ...)
{
    va_list arguments;

    va_start(arguments, text);
    set_both(error, RASOAT_ERROR_OUTPUT, path, text, arguments);
    va_end(arguments);
    return FALSE;
}

static const char *cause_of(int code)
{
    switch (code) {
    case ENOSPC:
    case EDQUOT:
        return N_("ổ đĩa hết dung lượng trống; giải phóng dung lượng rồi chạy lại");
    case EACCES:
    case EPERM:
        return N_("không có quyền ghi; cấp quyền ghi rồi chạy lại");
    case EROFS:
        return N_("ổ đĩa chỉ cho đọc; hãy ghi vào nơi khác");
    case ENOENT:
        return N_("không có thư mục chứa nó; tạo thư mục ấy hoặc ghi vào nơi khác");
    case ENOTDIR:
        return N_("nơi này, hoặc một phần đường dẫn, là tệp chứ không phải thư mục; hãy ghi vào nơi khác");
    case EISDIR:
        return N_("đây là thư mục; hãy ghi thêm tên tệp");
    case EFBIG:
        return N_("tệp vượt cỡ lớn nhất được phép; nới giới hạn hoặc ghi vào nơi khác");
    case ENAMETOOLONG:
        return N_("tên quá dài; hãy đặt tên ngắn hơn");
    default:
        return NULL;
    }
}

gboolean error_set_output(GError **error, const char *path, int code)
{
    const char *cause = cause_of(code);
    return cause ? error_set_words(error, RASOAT_ERROR_OUTPUT, path, cause)
                 : error_set_system(error, RASOAT_ERROR_OUTPUT, path, g_strerror(code));
}
