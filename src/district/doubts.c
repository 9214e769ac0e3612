/* Sentences by the reasons that matching gives (batch/matching.c). */
#include "district/doubts.h"

#include "base/translate.h"

static const struct {
    const char *reason, *why, *advice;
} doubts[] = {
    {"listed-for-several", N_("Danh sách ghi tệp này cho nhiều đơn vị."),
     N_("Sửa cột “Tệp” của danh sách để tệp chỉ thuộc một đơn vị.")},
    {"names-differ", N_("Tên tệp nêu một đơn vị, văn bản lại nêu đơn vị khác."),
     N_("Mở văn bản xem là của ai rồi ghi tên tệp vào cột “Tệp” của đơn vị ấy; nếu gửi nhầm thì yêu cầu nộp "
        "lại.")},
    {"several-units", N_("Tên nêu ở đây hợp với nhiều đơn vị trong danh sách."),
     N_("Ghi tên tệp vào cột “Tệp” của đúng đơn vị.")},
    {"part-of-name",
     N_("Chỉ khớp một phần với tên trong danh sách: thiếu loại đơn vị, hoặc các chữ đứng theo thứ tự khác."),
     N_("Nếu đúng là đơn vị ấy thì ghi tên tệp vào cột “Tệp” của đơn vị.")},
    {"near-name",
     N_("Tên trong văn bản chỉ gần giống tên trong danh sách, có thể do viết sai, viết thiếu hay thêm số."),
     N_("Nếu đúng là đơn vị ấy thì sửa tên trong danh sách, hoặc ghi tên tệp vào cột “Tệp” của đơn vị.")},
    {"initials", N_("Tên có chữ viết tắt không thông dụng, có thể là của đơn vị này nhưng không chắc."),
     N_("Nếu đúng là đơn vị ấy thì ghi tên tệp vào cột “Tệp” của đơn vị.")},
    {"another-name",
     N_("Tên khớp, nhưng tên ghi trong văn bản còn chữ khác, loại khác hoặc cấp khác, có thể là đơn vị "
        "khác."),
     N_("Mở văn bản đối chiếu; đúng là đơn vị ấy thì ghi tên tệp vào cột “Tệp” của đơn vị.")},
    {"another-place", N_("Tên khớp, nhưng văn bản ghi xã, huyện hoặc tỉnh khác với danh sách."),
     N_("Đối chiếu nơi ban hành; đúng là đơn vị ấy thì ghi tên tệp vào cột “Tệp” của đơn vị.")},
    {"not-listed", N_("Danh sách không có đơn vị mang tên ghi trong văn bản."),
     N_("Nếu là đơn vị phải nộp thì thêm vào danh sách; nếu chỉ khác cách gọi thì ghi tên tệp vào cột “Tệp” "
        "của đơn vị.")},
    {"no-name", N_("Văn bản không ghi tên cơ quan ban hành, tên tệp cũng không đủ để biết."),
     N_("Hỏi nơi gửi rồi ghi tên tệp vào cột “Tệp” của đơn vị trong danh sách.")},
    {DOUBT_LISTED_FOR_ANOTHER, N_("Danh sách ghi tệp này cho đơn vị, nhưng văn bản nêu tên đơn vị khác."),
     N_("Mở văn bản đối chiếu: gửi nhầm thì yêu cầu nộp lại, đúng thì sửa tên trong danh sách.")},
};

char *district_doubt_sentence(const char *reason, RasoatLanguage language)
{
    for (guint i = 0; i < G_N_ELEMENTS(doubts); i++)
        if (g_strcmp0(reason, doubts[i].reason) == 0)
            return g_strdup_printf("%s %s", say(language, doubts[i].why), say(language, doubts[i].advice));
    return g_strdup(say(language, "Chưa đủ chắc chắn để xếp cho một đơn vị; chạy lại rasoat audit để biết vì "
                                  "sao."));
}

gboolean district_is_regulation(Store *store, const StoreFile *file, GError **error)
{
    g_auto(Facts) facts = {0};
    return file->result && store_facts(store, file->result, &facts, error) && facts_are_of_regulation(&facts);
}

gboolean district_each_doubt(Store *store, const Round *round, DoubtVisit visit, gpointer data,
                             GError **error)
{
    GError *cause = NULL;
    g_auto(StoreFile) file = {0};
    g_autoptr(StoreCursor) cursor = store_files(store, round->id, NULL, &cause);
    gboolean more = TRUE;
    while (cursor && more && !cause && store_next_file(cursor, &file, &cause))
        if (!file.unit && file.state == FILE_JUDGED && district_is_regulation(store, &file, &cause))
            more = visit(&file, data, &cause);
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}
