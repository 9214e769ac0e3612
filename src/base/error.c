/* The error domain: code names of the JSON contract and the advice for each (design: "errors are part of the
 * product"). One table, in the order of RasoatErrorCode. */
#include "base/error.h"

typedef struct {
    const char *name;
    const char *advice_vi;
    const char *advice_en;
} ErrorEntry;

#define SAVE_AS_DOCX_VI                                                                                      \
    "Mở tệp bằng Word hoặc LibreOffice, chọn Lưu thành (Save As) và lưu lại dạng .docx, rồi kiểm tra lại."
#define SAVE_AS_DOCX_EN                                                                                      \
    "Open the file in Word or LibreOffice, choose Save As, save it as .docx, and check that file."
#define BROKEN_VI                                                                                            \
    "Tệp bị hỏng. Hãy mở lại bản gốc, lưu thành .docx mới; nếu không mở được, xin lại tệp từ nơi gửi."
#define BROKEN_EN                                                                                            \
    "The file is damaged. Open the original and save it as a new .docx; if it does not open, ask the "       \
    "sender for it again."
#define TOO_BIG_VI                                                                                                                          \
    "Tệp vượt giới hạn an toàn của chương trình. Hãy bỏ ảnh, bảng hoặc phần không thuộc quy chế rồi lưu " \
    "lại dạng .docx."
#define TOO_BIG_EN                                                                                           \
    "The file exceeds a safety limit. Remove pictures, tables or parts that are not the regulation and "     \
    "save it as .docx again."

static const ErrorEntry entries[] = {
    [RASOAT_ERROR_IO] = {"io", "Kiểm tra đường dẫn, tên tệp và quyền đọc tệp.",
                         "Check the path, the file's name and your permission to read it."},
    [RASOAT_ERROR_EMPTY_FILE] = {"empty-file", "Tệp không có dữ liệu. Hãy xin lại tệp từ nơi gửi.",
                                 "The file holds no data. Ask the sender for it again."},
    [RASOAT_ERROR_UNKNOWN_FORMAT] = {"unknown-format", SAVE_AS_DOCX_VI, SAVE_AS_DOCX_EN},
    [RASOAT_ERROR_LEGACY_DOC] = {"legacy-doc", SAVE_AS_DOCX_VI, SAVE_AS_DOCX_EN},
    [RASOAT_ERROR_ENCRYPTED] = {"encrypted",
                                "Mở tệp bằng mật khẩu, bỏ mật khẩu bảo vệ rồi lưu lại dạng .docx.",
                                "Open the file with its password, remove the password and save it as .docx."},
    [RASOAT_ERROR_RTF] = {"rtf", SAVE_AS_DOCX_VI, SAVE_AS_DOCX_EN},
    [RASOAT_ERROR_PDF] =
        {"pdf", "Hãy dùng tệp Word gốc của quy chế (.docx); bản PDF hoặc bản chụp không kiểm tra được.",
         "Use the regulation's own Word file (.docx); a PDF or a scan cannot be checked."},
    [RASOAT_ERROR_HTML] = {"html", SAVE_AS_DOCX_VI, SAVE_AS_DOCX_EN},
    [RASOAT_ERROR_IMAGE] = {"image", "Đây là ảnh. Hãy dùng tệp Word gốc của quy chế (.docx).",
                            "This is a picture. Use the regulation's own Word file (.docx)."},
    [RASOAT_ERROR_NOT_TEXT] = {"not-a-text-document",
                               "Tệp không phải là văn bản Word hoặc ODT. Hãy chọn đúng tệp quy chế.",
                               "The file is not a text document. Choose the regulation's Word or ODT file."},
    [RASOAT_ERROR_BAD_PACKAGE] = {"bad-package", BROKEN_VI, BROKEN_EN},
    [RASOAT_ERROR_BAD_XML] = {"bad-xml", BROKEN_VI, BROKEN_EN},
    [RASOAT_ERROR_DOCTYPE] = {"doctype", "Tệp chứa khai báo không an toàn (DOCTYPE). " SAVE_AS_DOCX_VI,
                              "The file holds an unsafe declaration (DOCTYPE). " SAVE_AS_DOCX_EN},
    [RASOAT_ERROR_MISSING_PART] = {"missing-part", BROKEN_VI, BROKEN_EN},
    [RASOAT_ERROR_LIMIT_FILE_SIZE] = {"limit-file-size", TOO_BIG_VI, TOO_BIG_EN},
    [RASOAT_ERROR_LIMIT_ENTRIES] = {"limit-entries", TOO_BIG_VI, TOO_BIG_EN},
    [RASOAT_ERROR_LIMIT_BYTES] = {"limit-bytes", TOO_BIG_VI, TOO_BIG_EN},
    [RASOAT_ERROR_LIMIT_RATIO] = {"limit-ratio", TOO_BIG_VI, TOO_BIG_EN},
    [RASOAT_ERROR_LIMIT_DEPTH] = {"limit-xml-depth", TOO_BIG_VI, TOO_BIG_EN},
    [RASOAT_ERROR_LIMIT_TABLES] = {"limit-table-nesting", TOO_BIG_VI, TOO_BIG_EN},
    [RASOAT_ERROR_LIMIT_BLOCKS] = {"limit-blocks", TOO_BIG_VI, TOO_BIG_EN},
    [RASOAT_ERROR_LIMIT_STEPS] = {"limit-match-steps", TOO_BIG_VI, TOO_BIG_EN},
    [RASOAT_ERROR_LIMIT_TIME] = {"limit-time", TOO_BIG_VI, TOO_BIG_EN},
    [RASOAT_ERROR_NO_TEXT] = {"no-text",
                              "Hãy dùng tệp Word gốc của quy chế (.docx); nếu chỉ có bản chụp, gõ lại hoặc "
                              "nhận dạng chữ rồi soát kỹ.",
                              "Use the regulation's own Word file (.docx); if there is only a scan, retype "
                              "it or recognise its text and proofread it."},
    [RASOAT_ERROR_UNREADABLE_TEXT] = {"unreadable-text",
                                      "Chữ trong tệp hỏng quá nhiều nên không thể kết luận. Hãy chuyển mã "
                                      "sang Unicode hoặc gõ lại, lưu dạng .docx.",
                                      "Too many letters are damaged to judge the text. Convert it to Unicode "
                                      "or retype it, and save it as .docx."},
    [RASOAT_ERROR_RULES] = {"rules", "Bộ quy tắc có lỗi. Sửa tại dòng nêu trên rồi chạy “rasoat rules lint”.",
                            "The rule set is wrong. Mend the line named above and run “rasoat rules lint”."},
    [RASOAT_ERROR_USAGE] = {"usage", "Xem “rasoat --help”.", "See “rasoat --help”."},
    [RASOAT_ERROR_OUTPUT] = {"output", "Kiểm tra thư mục đích: quyền ghi và dung lượng trống.",
                             "Check the target folder: permission to write and free space."},
    [RASOAT_ERROR_LIMIT_MEMORY] = {"limit-memory", TOO_BIG_VI, TOO_BIG_EN},
    [RASOAT_ERROR_WORKER] =
        {"worker-crashed",
         "Tệp làm chương trình dừng đột ngột. Hãy mở tệp, lưu thành .docx mới rồi rà soát lại, và "
         "báo cho người giữ chương trình.",
         "The file made the program stop. Open it, save it as a new .docx and check that; and "
         "tell those who keep the program."},
    [RASOAT_ERROR_RECORD] =
        {"record", "Kết quả đã lưu bị hỏng hoặc không phải của chương trình này. Hãy rà soát lại tệp.",
         "The stored result is damaged or not this program's. Check the file again."},
};

GQuark rasoat_error_quark(void)
{
    return g_quark_from_static_string("rasoat-error-quark");
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
    return language == RASOAT_VIETNAMESE ? entries[code].advice_vi : entries[code].advice_en;
}

void error_set(GError **error, RasoatErrorCode code, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error_literal(error, RASOAT_ERROR, (int)code, message);
}
