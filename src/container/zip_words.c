/* The faults that a broken download, a bad disk and careless programs leave in a package, by libzip's codes
 * (zip.h). */
#include "container/zip_words.h"

#include "base/translate.h"

static const char *sentence(int code)
{
    switch (code) {
    case ZIP_ER_NOZIP:
        return N_("đây không phải gói ZIP, hoặc phần cuối của tệp đã mất");
    case ZIP_ER_INCONS:
        return N_("mục lục của gói không khớp với nội dung");
    case ZIP_ER_CRC:
        return N_("dữ liệu không khớp với số kiểm tra (CRC)");
    case ZIP_ER_EOF:
        return N_("tệp bị cắt cụt");
    case ZIP_ER_ZLIB:
    case ZIP_ER_COMPRESSED_DATA:
        return N_("dữ liệu nén bị hỏng");
    case ZIP_ER_COMPNOTSUPP:
        return N_("phần này nén theo cách mà chương trình không đọc được");
    case ZIP_ER_MULTIDISK:
        return N_("gói ZIP chia nhiều tập không đọc được");
    case ZIP_ER_MEMORY:
        return N_("không đủ bộ nhớ");
    case ZIP_ER_READ:
    case ZIP_ER_SEEK:
        return N_("không đọc được dữ liệu của gói");
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
    case ZIP_ER_ENCRNOTSUPP:
        return N_("phần này được bảo vệ bằng mật khẩu");
    default:
        return NULL;
    }
}

BilingualText zip_error_texts(zip_error_t *cause)
{
    const char *known = sentence(zip_error_code_zip(cause)), *message = zip_error_strerror(cause);

    return (BilingualText){known ? g_strdup(say(RASOAT_VIETNAMESE, known))
                                 : g_strdup_printf("%s (%s)", say(RASOAT_VIETNAMESE, "gói ZIP lỗi"), message),
                           g_strdup(message)};
}
