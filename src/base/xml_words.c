/* The faults of XML that editing by hand, a broken download and careless programs make, by libxml2's codes
 * (xmlerror.h); the sentences say what to look for at the line that is named beside them. */
#include "base/xml_words.h"

#include "base/translate.h"

static const char *sentence(int code)
{
    switch (code) {
    case XML_ERR_DOCUMENT_EMPTY:
        return N_("tệp không có nội dung XML; thẻ đầu tiên không có hoặc viết sai");
    case XML_ERR_DOCUMENT_END:
        return N_("có nội dung thừa sau thẻ đóng cuối cùng");
    case XML_ERR_TAG_NAME_MISMATCH:
        return N_("thẻ đóng không khớp với thẻ mở; kiểm tra tên thẻ và thẻ quên đóng ở phía trên");
    case XML_ERR_TAG_NOT_FINISHED:
    case XML_ERR_GT_REQUIRED:
    case XML_ERR_LTSLASH_REQUIRED:
        return N_("có thẻ chưa đóng, hoặc tệp bị cắt cụt");
    case XML_ERR_NAME_REQUIRED:
        return N_("sau “<” hoặc “&” phải là tên; dấu “<”, “&” trong lời văn viết là “&lt;”, “&amp;”");
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
    case XML_ERR_ENTITYREF_NO_NAME:
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
        return N_("dấu “&” viết sai; trong lời văn viết là “&amp;”");
    case XML_ERR_LT_IN_ATTRIBUTE:
        return N_("trong giá trị thuộc tính có dấu “<”; viết là “&lt;”");
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
    case XML_ERR_ATTRIBUTE_NOT_FINISHED:
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
        return N_("giá trị thuộc tính phải đặt giữa hai dấu nháy kép");
    case XML_ERR_SPACE_REQUIRED:
        return N_("giữa hai thuộc tính phải có dấu cách");
    case XML_ERR_ATTRIBUTE_REDEFINED:
        return N_("một thuộc tính được ghi hai lần trong một thẻ");
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_CHARREF:
        return N_("có ký tự mà XML không cho phép, hoặc tệp không phải UTF-8; hãy lưu lại tệp ở dạng UTF-8");
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
        return N_("chữ không đúng bảng mã đã khai; hãy lưu lại tệp ở dạng UTF-8");
    case XML_ERR_COMMENT_NOT_FINISHED:
    case XML_ERR_HYPHEN_IN_COMMENT:
        return N_("ghi chú <!-- … --> chưa đóng, hoặc có hai dấu gạch nối liền nhau ở trong");
    case XML_ERR_XMLDECL_NOT_STARTED:
    case XML_ERR_XMLDECL_NOT_FINISHED:
    case XML_ERR_RESERVED_XML_NAME:
        return N_("dòng khai báo <?xml … ?> viết sai, hoặc không đứng ở đầu tệp");
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
        return N_("tên có tiền tố mà không gian tên của nó không được khai");
    case XML_ERR_NO_MEMORY:
        return N_("không đủ bộ nhớ");
    default:
        return NULL;
    }
}

BilingualText xml_error_texts(const xmlError *cause)
{
    const char *known = cause ? sentence(cause->code) : NULL;

    if (!cause || !cause->message)
        return bilingual_of(N_("XML sai cú pháp"));
    char *message = g_strstrip(g_strdup(cause->message));
    return (BilingualText){
        known ? g_strdup(say(RASOAT_VIETNAMESE, known))
              : g_strdup_printf("%s (%s)", say(RASOAT_VIETNAMESE, "XML sai cú pháp"), message),
        message};
}
