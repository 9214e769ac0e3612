/* Complaints of libxml2's RELAX NG validator, by its codes (relaxng.h, xmlRelaxNGValidErr). */
#include "rules/schema_words.h"

#include <libxml/relaxng.h>

#include "base/translate.h"

#define ALLOWED N_("xem những gì được phép trong rasoat.rng và README của bộ quy tắc")

/* What is wrong, with the words it is about; NULL: of another complaint. Owned by the caller. */
static char *sentence(const xmlError *complaint)
{
    const RasoatLanguage vi = RASOAT_VIETNAMESE;
    const char *one = complaint->str1, *two = complaint->str2;

    if (complaint->domain != XML_FROM_RELAXNGV || !one)
        return NULL;
    switch ((xmlRelaxNGValidErr)complaint->code) {
    case XML_RELAXNG_ERR_ELEMNAME:
        return g_strdup_printf(say(vi, "phải là thẻ <%s>, đang là <%s>"), one, two ? two : "");
    case XML_RELAXNG_ERR_ELEMWRONG:
        return g_strdup_printf(say(vi, "thẻ <%s> không được đứng ở đây"), one);
    case XML_RELAXNG_ERR_EXTRACONTENT:
        return g_strdup_printf(say(vi, "trong thẻ <%s> có phần không được phép: %s"), one, two ? two : "");
    case XML_RELAXNG_ERR_INVALIDATTR:
        return g_strdup_printf(say(vi, "thuộc tính “%s” không có trong thẻ <%s>, hoặc giá trị của nó sai"),
                               one, two ? two : "");
    case XML_RELAXNG_ERR_ATTRVALID:
        return g_strdup_printf(say(vi, "thẻ <%s> thiếu thuộc tính, hoặc thuộc tính có giá trị sai"), one);
    case XML_RELAXNG_ERR_CONTENTVALID:
        return g_strdup_printf(say(vi, "nội dung của thẻ <%s> sai hoặc thiếu"), one);
    case XML_RELAXNG_ERR_TEXTWRONG:
        return g_strdup_printf(say(vi, "trong thẻ <%s> không được có lời văn"), one);
    case XML_RELAXNG_ERR_NOELEM:
        return *one ? g_strdup_printf(say(vi, "thiếu thẻ <%s>"), one)
                    : g_strdup(say(vi, "bên trong thẻ này còn thiếu thẻ"));
    case XML_RELAXNG_ERR_TYPE:
    case XML_RELAXNG_ERR_TYPEVAL:
    case XML_RELAXNG_ERR_DATATYPE:
    case XML_RELAXNG_ERR_VALUE:
        return g_strdup_printf(say(vi, "giá trị không đúng loại “%s”"), one);
    default:
        return NULL;
    }
}

BilingualText schema_error_texts(const xmlError *complaint)
{
    const char *allowed = say(RASOAT_VIETNAMESE, ALLOWED);
    char *message = complaint && complaint->message ? g_strstrip(g_strdup(complaint->message)) : NULL;

    if (!message)
        return bilingual_of(N_("không đúng lược đồ của bộ quy tắc"));
    g_autofree char *known = sentence(complaint);
    return (BilingualText){
        known ? g_strdup_printf("%s; %s", known, allowed)
              : g_strdup_printf("%s (%s); %s", say(RASOAT_VIETNAMESE, "không đúng lược đồ của bộ quy tắc"),
                                message, allowed),
        message};
}
