/* Kinds of legal acts: how texts write them, in words and in the symbols of numbers. */
#include "audit/citation_scan.h"
#include "base/translate.h"

static const struct {
    const char *letters; /* of the words or the symbol in folded text */
    ActKind kind;
} kind_words[] = {
    {"luat", ACT_LAW},
    {"l", ACT_LAW},
    {"boluat", ACT_CODE},
    {"phaplenh", ACT_ORDINANCE},
    {"pl", ACT_ORDINANCE},
    {"nghiquyet", ACT_RESOLUTION},
    {"nq", ACT_RESOLUTION},
    {"nghiquyetlientich", ACT_JOINT_RESOLUTION},
    {"nqlt", ACT_JOINT_RESOLUTION},
    {"nghidinh", ACT_DECREE},
    {"nd", ACT_DECREE},
    {"quyetdinh", ACT_DECISION},
    {"qd", ACT_DECISION},
    {"chithi", ACT_DIRECTIVE},
    {"ct", ACT_DIRECTIVE},
    {"thongtu", ACT_CIRCULAR},
    {"tt", ACT_CIRCULAR},
    {"thongtulientich", ACT_JOINT_CIRCULAR},
    {"ttlt", ACT_JOINT_CIRCULAR},
    {"ketluan", ACT_CONCLUSION},
    {"kl", ACT_CONCLUSION},
    {"quidinh", ACT_REGULATION},
    {"qdi", ACT_REGULATION},
    {"huongdan", ACT_GUIDANCE},
    {"hd", ACT_GUIDANCE},
};

static const struct {
    const char *words, *symbol;
} kinds[] = {
    [ACT_NONE] = {NULL, ""},
    [ACT_LAW] = {N_("luật"), ""},
    [ACT_CODE] = {N_("bộ luật"), ""},
    [ACT_ORDINANCE] = {N_("pháp lệnh"), "PL"},
    [ACT_RESOLUTION] = {N_("nghị quyết"), "NQ"},
    [ACT_JOINT_RESOLUTION] = {N_("nghị quyết liên tịch"), "NQLT"},
    [ACT_DECREE] = {N_("nghị định"), "NĐ"},
    [ACT_DECISION] = {N_("quyết định"), "QĐ"},
    [ACT_DIRECTIVE] = {N_("chỉ thị"), "CT"},
    [ACT_CIRCULAR] = {N_("thông tư"), "TT"},
    [ACT_JOINT_CIRCULAR] = {N_("thông tư liên tịch"), "TTLT"},
    [ACT_CONCLUSION] = {N_("kết luận"), "KL"},
    [ACT_REGULATION] = {N_("quy định"), "QĐi"},
    [ACT_GUIDANCE] = {N_("hướng dẫn"), "HD"},
};

const char *act_kind_words(ActKind kind, RasoatLanguage language)
{
    return say(language, kinds[kind].words);
}

ActKind act_kind_of_letters(const char *letters)
{
    for (gsize i = 0; i < G_N_ELEMENTS(kind_words); i++)
        if (g_str_equal(letters, kind_words[i].letters))
            return kind_words[i].kind;
    return ACT_NONE;
}

ActKind act_kind_of_words(const char *words)
{
    for (ActKind kind = ACT_LAW; kind <= ACT_GUIDANCE; kind++)
        if (g_str_equal(kinds[kind].words, words))
            return kind;
    return ACT_NONE;
}

const char *act_kind_symbol(ActKind kind)
{
    return kinds[kind].symbol;
}
