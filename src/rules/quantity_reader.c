/* The words of quantities, and numbers: in figures and words, with a restatement in parentheses, ranges. */
#include "rules/quantity_reader.h"

#include <string.h>

static const char *const spellings[W_COUNT] = {
    "một",    "hai",  "ba",    "bốn",   "tư",    "năm",   "lăm",  "sáu",   "bảy",   "tám",   "chín", "mười",
    "mươi",   "trăm", "linh",  "lẻ",    "nửa",   "phần",  "bán",  "quá",   "hơn",   "trên",  "đến",  "tới",
    "ngày",   "hôm",  "tuần",  "tháng", "quý",   "giờ",   "làm",  "việc",  "lv",    "lần",   "mỗi",  "hằng",
    "hàng",   "định", "kỳ",    "cứ",    "trong", "ít",    "nhất", "tối",   "thiểu", "học",   "tổ",   "chức",
    "thường", "niên", "người", "thành", "viên",  "ủy",    "đồng", "chí",   "đại",   "biểu",  "công", "cán",
    "bộ",     "nhân", "lao",   "động",  "anh",   "chị",   "em",   "cnv",   "cbcnv", "cnlđ",  "nlđ",  "diện",
    "đợt",    "lượt", "dưới",  "có",    "gồm",   "cử",    "rưỡi", "thứ",   "vị",    "đ",     "c",    "giáo",
    "thầy",   "cô",   "lượng", "sáng",  "chiều", "buổi",  "liên", "liền",  "bên",   "tv",    "đb",   "non",
    "gần",    "chưa", "số",    "tổng",  "hộ",    "nhà",   "tri",  "dân",   "cách",  "nhiệm", "thì",  "được",
    "phải",   "gia",  "chừng", "ngần",  "từng",  "bấy",   "ấy",   "nhiêu", "cuộc",  "phiên", "dịp",  "bận",
    "mốt",    "nhăm", "hăm",   "chục",  "tá",    "nghìn", "ngàn", "đầu",   "i",     "ii",    "iii",  "iv",
    "lúc",    "hồi",  "trưa",  "đêm",   "đa",
};

/* What quantities begin with, other than figures: any of them, and those of UNIT_PER_YEAR only. */
enum { BEGINS_ANY = 1, BEGINS_FREQUENCY = 2 };
static const WordName any_beginnings[] = {
    W_MOT, W_HAI, W_BA,        W_BON,  W_TU, W_NAM,   W_LAM,  W_SAU,  W_BAY,    W_TAM, W_CHIN,     W_MUOI,
    W_NUA, W_QUA, W_MUOI_TENS, W_NGAY, W_CU, W_CHUNG, W_NGAN, W_TUNG, W_BAY_SO, W_HAM, W_CHUC_TENS};
static const WordName frequency_beginnings[] = {W_TUAN, W_THANG,    W_QUY, W_GIO,  W_MOI,   W_HANG,
                                                W_CACH, W_HANG_OLD, W_CU,  W_DINH, W_THUONG};

typedef struct {
    guint64 keys[W_COUNT];
    guint8 beginnings[256]; /* by quantity_slot() */
} WordNames;

static const WordNames *word_names(void)
{
    static WordNames names;
    static gsize ready = 0;
    if (g_once_init_enter(&ready)) {
        for (guint i = 0; i < W_COUNT; i++) {
            guint64 bare;
            word_keys(spellings[i], strlen(spellings[i]), &names.keys[i], &bare);
        }
        for (guint i = 0; i < G_N_ELEMENTS(any_beginnings); i++)
            names.beginnings[quantity_slot(names.keys[any_beginnings[i]])] |= BEGINS_ANY | BEGINS_FREQUENCY;
        for (guint i = 0; i < G_N_ELEMENTS(frequency_beginnings); i++)
            names.beginnings[quantity_slot(names.keys[frequency_beginnings[i]])] |= BEGINS_FREQUENCY;
        g_once_init_leave(&ready, 1);
    }
    return &names;
}

QuantityBeginnings quantity_beginnings(UnitKind unit)
{
    const guint8 any = unit == UNIT_PER_YEAR ? 0 : BEGINS_ANY;
    const guint8 frequency = unit == UNIT_PER_YEAR || unit == UNIT_CALENDAR ? BEGINS_FREQUENCY : 0;
    return (QuantityBeginnings){word_names()->beginnings, any | frequency};
}

Reader reader_of(const Words *words, guint end)
{
    return (Reader){words, end, word_names()->keys};
}

static gint digit_of(const Reader *reader, guint at)
{
    static const gint values[] = {1, 2, 3, 4, 4, 5, 5, 6, 7, 8, 9};
    for (guint name = W_MOT; name <= W_CHIN; name++)
        if (reader_is(reader, at, name))
            return values[name];
    return 0;
}

/* The digit behind tens. "mười năm" and "hai mươi năm" are years; fifteen is "mười lăm". */
static guint unit_behind_tens(const Reader *reader, guint at, double *value)
{
    gint digit = reader_is(reader, at, W_NAM)        ? 0
                 : reader_is(reader, at, W_MOT_TAIL) ? 1
                 : reader_is(reader, at, W_NHAM)     ? 5
                                                     : digit_of(reader, at);
    *value += digit;
    return digit > 0 ? at + 1 : at;
}

/* "mười hai", "hai mươi lăm", "hai lăm", "ba chục", "hăm mốt", "nửa tá". digit: of digit_of() there. */
static guint below_hundred(const Reader *reader, guint at, gint digit, double *value)
{
    if (reader_is(reader, at, W_MUOI) || reader_is(reader, at, W_HAM)) {
        *value = reader_is(reader, at, W_MUOI) ? 10 : 20;
        guint after = unit_behind_tens(reader, at + 1, value);
        return *value == 20 ? at : after;
    }
    if (reader_is(reader, at, W_MUOI_TENS) || reader_is(reader, at, W_CHUC_TENS)) { /* "mươi ngày" */
        *value = 10;
        return at + 1;
    }
    if (reader_is(reader, at, W_NUA) && reader_is(reader, at + 1, W_TA)) {
        *value = 6;
        return at + 2;
    }
    if (digit == 0)
        return at;
    if (reader_is(reader, at + 1, W_MUOI_TENS) || reader_is(reader, at + 1, W_CHUC_TENS)) {
        *value = 10 * digit;
        return unit_behind_tens(reader, at + 2, value);
    }
    if (reader_is(reader, at + 1, W_LAM) || reader_is(reader, at + 1, W_NHAM) ||
        reader_is(reader, at + 1, W_MOT_TAIL)) {
        *value = 10 * digit;
        return unit_behind_tens(reader, at + 1, value);
    }
    const gboolean dozens = reader_is(reader, at + 1, W_TA);
    *value = dozens ? 12 * digit : digit;
    return dozens ? at + 2 : at + 1;
}

static guint below_thousand(const Reader *reader, guint at, double *value)
{
    const gint digit = digit_of(reader, at);
    double rest = 0;

    if (digit == 0 || !reader_is(reader, at + 1, W_TRAM))
        return below_hundred(reader, at, digit, value);
    guint behind = at + 2;
    if (reader_is(reader, behind, W_LINH) || reader_is(reader, behind, W_LE))
        behind++;
    guint after = reader_is(reader, behind, W_NAM) && behind == at + 2
                      ? behind
                      : below_hundred(reader, behind, digit_of(reader, behind), &rest);
    *value = 100 * digit + rest;
    return after;
}

/* A number in words below a million: "một trăm linh năm", "một nghìn hai trăm". */
static guint spelled_number(const Reader *reader, guint at, double *value)
{
    double thousands = 0, rest = 0;
    guint after = below_thousand(reader, at, &thousands);

    if (after == at)
        return at;
    if (!reader_is(reader, after, W_NGHIN) && !reader_is(reader, after, W_NGAN_THOUSAND)) {
        *value = thousands;
        return after;
    }
    after = below_thousand(reader, after + 1, &rest);
    *value = thousands * 1000 + rest;
    return after;
}

guint reader_figures(const Reader *reader, guint at, double *value)
{
    if (!reader_flagged(reader, at, WORD_NUMBER))
        return at;
    *value = words_at(reader->words, at)->value;
    at++;
    if (reader_flagged(reader, at, WORD_NUMBER | WORD_AFTER_DOT)) {
        const Word *word = words_at(reader->words, at);
        guint digits = word->end - word->start;
        double part = word->value;
        if (digits == 3) {
            *value = *value * 1000 + part; /* 1.000 */
        } else {
            for (guint i = 0; i < digits; i++)
                part /= 10;
            *value += part; /* 66,7 */
        }
        at++;
    }
    return at;
}

guint reader_number(const Reader *reader, guint at, double *value)
{
    guint after = reader_figures(reader, at, value);
    if (after == at)
        after = spelled_number(reader, at, value);
    if (after == at || !reader_flagged(reader, after, WORD_AFTER_PAREN))
        return after;
    double again = -1;
    guint restated = reader_figures(reader, after, &again);
    if (restated == after)
        restated = spelled_number(reader, after, &again);
    return again == *value ? restated : after;
}

guint reader_range(const Reader *reader, guint at, Quantity *quantity)
{
    guint after = reader_number(reader, at, &quantity->low);
    if (after == at)
        return at;
    quantity->high = quantity->low;
    guint second = after;
    if (reader_is(reader, second, W_DEN) || reader_is(reader, second, W_TOI))
        second++;
    else if (!reader_flagged(reader, second, WORD_NUMBER) || reader_flagged(reader, second, WORD_AFTER_SLASH))
        return after;
    double high = 0;
    guint end = reader_number(reader, second, &high);
    if (end == second || high < quantity->low)
        return after;
    quantity->high = high;
    return end;
}
