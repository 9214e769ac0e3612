/* The words of quantities, and numbers: in figures and words, with a restatement in parentheses, ranges. */
#include "rules/quantity_reader.h"

#include <string.h>

static const char *const spellings[W_COUNT] = {
    "một",    "hai",  "ba",    "bốn",   "tư",    "năm",  "lăm",  "sáu",   "bảy",   "tám",   "chín", "mười",
    "mươi",   "trăm", "linh",  "lẻ",    "nửa",   "phần", "bán",  "quá",   "hơn",   "trên",  "đến",  "tới",
    "ngày",   "hôm",  "tuần",  "tháng", "quý",   "giờ",  "làm",  "việc",  "lv",    "lần",   "mỗi",  "hằng",
    "hàng",   "định", "kỳ",    "cứ",    "trong", "ít",   "nhất", "tối",   "thiểu", "học",   "tổ",   "chức",
    "thường", "niên", "người", "thành", "viên",  "ủy",   "đồng", "chí",   "đại",   "biểu",  "công", "cán",
    "bộ",     "nhân", "lao",   "động",  "anh",   "chị",  "em",   "cnv",   "cbcnv", "cnlđ",  "nlđ",  "diện",
    "đợt",    "lượt", "dưới",  "có",    "gồm",   "cử",   "rưỡi", "thứ",   "vị",    "đ",     "c",    "giáo",
    "thầy",   "cô",   "lượng", "sáng",  "chiều", "buổi", "liên", "liền",  "bên",   "tv",    "đb",   "non",
    "gần",    "chưa", "số",    "tổng",  "hộ",    "nhà",  "tri",  "dân",   "cách",  "nhiệm", "thì",  "được",
    "phải",   "gia",  "chừng", "ngần",  "từng",  "bấy",  "ấy",   "nhiêu", "cuộc",  "phiên", "dịp",  "bận",
};

/* What quantities begin with, other than figures: any of them, and those of UNIT_PER_YEAR only. */
enum { BEGINS_ANY = 1, BEGINS_FREQUENCY = 2 };
static const WordName any_beginnings[] = {W_MOT,       W_HAI,  W_BA,  W_BON,   W_TU,   W_NAM,  W_LAM,
                                          W_SAU,       W_BAY,  W_TAM, W_CHIN,  W_MUOI, W_NUA,  W_QUA,
                                          W_MUOI_TENS, W_NGAY, W_CU,  W_CHUNG, W_NGAN, W_TUNG, W_BAY_SO};
static const WordName frequency_beginnings[] = {W_TUAN, W_THANG,    W_QUY, W_GIO,  W_MOI,   W_HANG,
                                                W_CACH, W_HANG_OLD, W_CU,  W_DINH, W_THUONG};

typedef struct {
    guint64 keys[W_COUNT];
    guint8 beginnings[256]; /* by a byte of the key's hash */
} WordNames;

static guint beginning_slot(guint64 key)
{
    return (guint)(key * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15) >> 56);
}

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
            names.beginnings[beginning_slot(names.keys[any_beginnings[i]])] |= BEGINS_ANY | BEGINS_FREQUENCY;
        for (guint i = 0; i < G_N_ELEMENTS(frequency_beginnings); i++)
            names.beginnings[beginning_slot(names.keys[frequency_beginnings[i]])] |= BEGINS_FREQUENCY;
        g_once_init_leave(&ready, 1);
    }
    return &names;
}

gboolean quantity_may_begin(const Word *word, UnitKind unit)
{
    guint8 wanted = unit == UNIT_PER_YEAR ? BEGINS_FREQUENCY : BEGINS_ANY;
    return (word->flags & WORD_NUMBER) || (word_names()->beginnings[beginning_slot(word->key)] & wanted);
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

/* A number in words below a thousand: "hai mươi lăm", "một trăm linh năm". */
static guint spelled_number(const Reader *reader, guint at, double *value)
{
    guint start = at;
    double total = 0;
    gint digit = digit_of(reader, at);

    if (digit > 0 && reader_is(reader, at + 1, W_TRAM)) {
        total = 100 * digit;
        at += 2;
        if (reader_is(reader, at, W_LINH) || reader_is(reader, at, W_LE))
            at++;
        digit = digit_of(reader, at);
    }
    if (reader_is(reader, at, W_MUOI)) {
        total += 10;
        at++;
        digit = digit_of(reader, at);
        /* "mười năm" is ten years; fifteen is "mười lăm" */
        if (digit > 0 && !reader_is(reader, at, W_NAM)) {
            total += digit;
            at++;
        }
    } else if (digit > 0 && reader_is(reader, at + 1, W_MUOI_TENS)) {
        total += 10 * digit;
        at += 2;
        digit = digit_of(reader, at);
        if (digit > 0 && !reader_is(reader, at, W_NAM)) {
            total += digit;
            at++;
        }
    } else if (total == 0 && reader_is(reader, at, W_MUOI_TENS)) { /* "mươi ngày": about ten */
        total = 10;
        at++;
    } else if (digit > 0) {
        total += digit;
        at++;
    }
    if (at > start)
        *value = total;
    return at;
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
