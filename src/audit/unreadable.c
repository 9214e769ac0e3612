/* Why a document could not be judged, in the words of an office: one sentence a code, beside the advice that
 * base/error.c gives. */
#include "audit/result.h"
#include "base/error.h"
#include "base/translate.h"

static const char *const sentences[] = {
    [RASOAT_ERROR_IO] = N_("Không mở hoặc không đọc được tệp."),
    [RASOAT_ERROR_EMPTY_FILE] = N_("Tệp rỗng (0 byte)."),
    [RASOAT_ERROR_UNKNOWN_FORMAT] = N_("Không nhận ra định dạng của tệp."),
    [RASOAT_ERROR_LEGACY_DOC] = N_("Tệp Word đời cũ (.doc của Word 97–2003), dù tên tệp có thể là .docx."),
    [RASOAT_ERROR_ENCRYPTED] = N_("Tệp được bảo vệ bằng mật khẩu."),
    [RASOAT_ERROR_RTF] = N_("Tệp dạng RTF, dù tên tệp có thể là .doc hoặc .docx."),
    [RASOAT_ERROR_PDF] = N_("Tệp PDF."),
    [RASOAT_ERROR_HTML] = N_("Trang web (HTML), dù tên tệp có thể là .doc hoặc .docx."),
    [RASOAT_ERROR_IMAGE] = N_("Tệp ảnh."),
    [RASOAT_ERROR_NOT_TEXT] = N_("Không phải tệp văn bản: bảng tính, trang trình chiếu hoặc gói tệp khác."),
    [RASOAT_ERROR_ARCHIVE] = N_("Tệp nén (ZIP, RAR, 7z)."),
    [RASOAT_ERROR_BAD_PACKAGE] = N_("Tệp bị hỏng (gói ZIP lỗi hoặc thiếu dữ liệu)."),
    [RASOAT_ERROR_BAD_XML] = N_("Tệp bị hỏng (nội dung XML sai cú pháp)."),
    [RASOAT_ERROR_DOCTYPE] = N_("Tệp chứa khai báo DOCTYPE, bị từ chối vì lý do an toàn."),
    [RASOAT_ERROR_MISSING_PART] = N_("Tệp bị hỏng: thiếu phần nội dung chính."),
    [RASOAT_ERROR_LIMIT_FILE_SIZE] = N_("Tệp quá lớn."),
    [RASOAT_ERROR_LIMIT_ENTRIES] = N_("Gói tệp chứa quá nhiều phần."),
    [RASOAT_ERROR_LIMIT_BYTES] = N_("Nội dung sau khi giải nén quá lớn."),
    [RASOAT_ERROR_LIMIT_RATIO] = N_("Tỷ lệ nén bất thường (nghi tệp bẫy)."),
    [RASOAT_ERROR_LIMIT_DEPTH] = N_("Nội dung lồng nhau quá sâu."),
    [RASOAT_ERROR_LIMIT_TABLES] = N_("Bảng lồng trong bảng quá sâu."),
    [RASOAT_ERROR_LIMIT_BLOCKS] = N_("Văn bản có quá nhiều đoạn."),
    [RASOAT_ERROR_LIMIT_STEPS] = N_("Đối chiếu văn bản này tốn quá nhiều bước."),
    [RASOAT_ERROR_LIMIT_TIME] = N_("Xử lý văn bản này quá lâu."),
    [RASOAT_ERROR_NO_TEXT] = N_("Tệp không có chữ nào để đọc, có thể là bản chụp."),
    [RASOAT_ERROR_UNREADABLE_TEXT] = N_("Chữ trong tệp hỏng quá nhiều, không thể kết luận."),
    [RASOAT_ERROR_LIMIT_MEMORY] = N_("Xử lý văn bản này cần quá nhiều bộ nhớ."),
    [RASOAT_ERROR_WORKER] = N_("Chương trình dừng đột ngột khi xử lý văn bản này."),
};

static RasoatErrorCode code_of(const GError *error)
{
    if (error->domain == RASOAT_ERROR && (guint)error->code < G_N_ELEMENTS(sentences) &&
        sentences[error->code])
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
    result->error_message = bilingual_of(sentences[code]);
    bilingual_clear(&result->error_detail);
    const BilingualText *texts = error_texts(error);
    result->error_detail = texts ? bilingual_copy(texts) : (BilingualText){NULL, g_strdup(error->message)};
}
