/* Why a document could not be judged, in the words of an office: one sentence a code, beside the advice that
 * base/error.c gives. */
#include "audit/result.h"
#include "base/error.h"

typedef struct {
    const char *vi;
    const char *en;
} Sentence;

static const Sentence sentences[] = {
    [RASOAT_ERROR_IO] = {"Không mở hoặc không đọc được tệp.", "The file cannot be opened or read."},
    [RASOAT_ERROR_EMPTY_FILE] = {"Tệp rỗng (0 byte).", "The file is empty."},
    [RASOAT_ERROR_UNKNOWN_FORMAT] = {"Không nhận ra định dạng của tệp.",
                                     "The file's format is not recognised."},
    [RASOAT_ERROR_LEGACY_DOC] = {"Tệp Word đời cũ (.doc của Word 97–2003), dù tên tệp có thể là .docx.",
                                 "An old Word file (.doc of Word 97–2003), whatever its name says."},
    [RASOAT_ERROR_ENCRYPTED] = {"Tệp được bảo vệ bằng mật khẩu.", "The file is protected by a password."},
    [RASOAT_ERROR_RTF] = {"Tệp dạng RTF, dù tên tệp có thể là .doc hoặc .docx.",
                          "An RTF file, whatever its name says."},
    [RASOAT_ERROR_PDF] = {"Tệp PDF.", "A PDF file."},
    [RASOAT_ERROR_HTML] = {"Trang web (HTML), dù tên tệp có thể là .doc hoặc .docx.",
                           "A web page (HTML), whatever its name says."},
    [RASOAT_ERROR_IMAGE] = {"Tệp ảnh.", "A picture."},
    [RASOAT_ERROR_NOT_TEXT] = {"Không phải tệp văn bản: bảng tính, trang trình chiếu hoặc gói tệp khác.",
                               "Not a text document: a spreadsheet, slides or another package."},
    [RASOAT_ERROR_BAD_PACKAGE] = {"Tệp bị hỏng (gói ZIP lỗi hoặc thiếu dữ liệu).",
                                  "The file is damaged (its ZIP package is broken or cut short)."},
    [RASOAT_ERROR_BAD_XML] = {"Tệp bị hỏng (nội dung XML sai cú pháp).",
                              "The file is damaged (its XML is not well-formed)."},
    [RASOAT_ERROR_DOCTYPE] = {"Tệp chứa khai báo DOCTYPE, bị từ chối vì lý do an toàn.",
                              "The file declares a DOCTYPE and is refused for safety."},
    [RASOAT_ERROR_MISSING_PART] = {"Tệp bị hỏng: thiếu phần nội dung chính.",
                                   "The file is damaged: its main part is missing."},
    [RASOAT_ERROR_LIMIT_FILE_SIZE] = {"Tệp quá lớn.", "The file is too large."},
    [RASOAT_ERROR_LIMIT_ENTRIES] = {"Gói tệp chứa quá nhiều phần.", "The package holds too many entries."},
    [RASOAT_ERROR_LIMIT_BYTES] = {"Nội dung sau khi giải nén quá lớn.", "The inflated content is too large."},
    [RASOAT_ERROR_LIMIT_RATIO] = {"Tỷ lệ nén bất thường (nghi tệp bẫy).",
                                  "An unusual compression ratio (perhaps a trap)."},
    [RASOAT_ERROR_LIMIT_DEPTH] = {"Nội dung lồng nhau quá sâu.", "The content is nested too deeply."},
    [RASOAT_ERROR_LIMIT_TABLES] = {"Bảng lồng trong bảng quá sâu.", "Tables are nested too deeply."},
    [RASOAT_ERROR_LIMIT_BLOCKS] = {"Văn bản có quá nhiều đoạn.", "The document has too many paragraphs."},
    [RASOAT_ERROR_LIMIT_STEPS] = {"Đối chiếu văn bản này tốn quá nhiều bước.",
                                  "Matching this document takes too many steps."},
    [RASOAT_ERROR_LIMIT_TIME] = {"Xử lý văn bản này quá lâu.", "Handling this document takes too long."},
    [RASOAT_ERROR_NO_TEXT] = {"Tệp không có chữ nào để đọc, có thể là bản chụp.",
                              "The file holds no text to read, perhaps a scan."},
    [RASOAT_ERROR_UNREADABLE_TEXT] = {"Chữ trong tệp hỏng quá nhiều, không thể kết luận.",
                                      "Too many letters are damaged; nothing can be judged."},
    [RASOAT_ERROR_LIMIT_MEMORY] = {"Xử lý văn bản này cần quá nhiều bộ nhớ.",
                                   "Handling this document takes too much memory."},
    [RASOAT_ERROR_WORKER] = {"Chương trình dừng đột ngột khi xử lý văn bản này.",
                             "The program stopped while it handled this document."},
};

static RasoatErrorCode code_of(const GError *error)
{
    if (error->domain == RASOAT_ERROR && (guint)error->code < G_N_ELEMENTS(sentences) &&
        sentences[error->code].vi)
        return (RasoatErrorCode)error->code;
    return RASOAT_ERROR_IO;
}

void result_set_error(Result *result, const GError *error)
{
    RasoatErrorCode code = code_of(error);

    result->outcome = OUTCOME_UNREADABLE;
    g_free(result->error_code);
    result->error_code = g_strdup(error_code_name(code));
    bilingual_clear(&result->error_message);
    result->error_message =
        (BilingualText){.vi = g_strdup(sentences[code].vi), .en = g_strdup(sentences[code].en)};
    g_free(result->error_detail);
    result->error_detail = g_strdup(error->message);
}
