/* Reading quantities from Vietnamese text: numbers in figures and words, with a restatement in parentheses,
 * ranges, fractions, durations and frequencies. */
#include "rules/quantity.h"

#include <string.h>

#define HALF_YEAR 182        /* days: a term of a school */
#define WORDS_BEFORE_TIMES 4 /* of the verb between a period and how often */

/* The words that quantities are made of. */
typedef enum {
    W_MOT,
    W_HAI,
    W_BA,
    W_BON,
    W_TU,
    W_NAM,
    W_LAM,
    W_SAU,
    W_BAY,
    W_TAM,
    W_CHIN,
    W_MUOI,
    W_MUOI_TENS,
    W_TRAM,
    W_LINH,
    W_LE,
    W_NUA,
    W_PHAN,
    W_BAN,
    W_QUA,
    W_HON,
    W_TREN,
    W_DEN,
    W_TOI,
    W_NGAY,
    W_HOM,
    W_TUAN,
    W_THANG,
    W_QUY,
    W_GIO,
    W_LAM_WORK,
    W_VIEC,
    W_LV,
    W_LAN,
    W_MOI,
    W_HANG,
    W_HANG_OLD,
    W_DINH,
    W_KY,
    W_CU,
    W_TRONG,
    W_IT,
    W_NHAT,
    W_TOI_THIEU,
    W_THIEU,
    W_HOC,
    W_TO,
    W_CHUC,
    W_THUONG,
    W_NIEN,
    W_NGUOI,
    W_THANH,
    W_VIEN,
    W_UY,
    W_DONG,
    W_CHI,
    W_DAI,
    W_BIEU,
    W_CONG,
    W_CAN,
    W_BO,
    W_NHAN,
    W_LAO,
    W_DONG_MOVE,
    W_ANH,
    W_CHI_SISTER,
    W_EM,
    W_CNV,
    W_CBCNV,
    W_CNLD,
    W_NLD,
    W_DIEN,
    W_DOT,
    W_LUOT,
    W_DUOI,
    W_CO,
    W_GOM,
    W_CU_SEND,
    W_RUOI,
    W_THU,
    W_VI,
    W_DC_FIRST,
    W_DC_LAST,
    W_GIAO,
    W_THAY,
    W_CO_TEACHER,
    W_LUONG,
    W_SANG,
    W_CHIEU,
    W_BUOI,
    W_LIEN,
    W_LIEN_RUNNING,
    W_BEN,
    W_TV,
    W_DB,
    W_COUNT
} WordName;

static const char *const spellings[W_COUNT] = {
    "một",    "hai",  "ba",    "bốn",   "tư",    "năm",  "lăm",  "sáu",  "bảy",   "tám",  "chín", "mười",
    "mươi",   "trăm", "linh",  "lẻ",    "nửa",   "phần", "bán",  "quá",  "hơn",   "trên", "đến",  "tới",
    "ngày",   "hôm",  "tuần",  "tháng", "quý",   "giờ",  "làm",  "việc", "lv",    "lần",  "mỗi",  "hằng",
    "hàng",   "định", "kỳ",    "cứ",    "trong", "ít",   "nhất", "tối",  "thiểu", "học",  "tổ",   "chức",
    "thường", "niên", "người", "thành", "viên",  "ủy",   "đồng", "chí",  "đại",   "biểu", "công", "cán",
    "bộ",     "nhân", "lao",   "động",  "anh",   "chị",  "em",   "cnv",  "cbcnv", "cnlđ", "nlđ",  "diện",
    "đợt",    "lượt", "dưới",  "có",    "gồm",   "cử",   "rưỡi", "thứ",  "vị",    "đ",    "c",    "giáo",
    "thầy",   "cô",   "lượng", "sáng",  "chiều", "buổi", "liên", "liền", "bên",   "tv",   "đb",
};

typedef struct {
    const Words *words;
    guint end;
    const guint64 *keys;
} Reader;

/* What quantities begin with, other than figures: any of them, and those of UNIT_PER_YEAR only. */
enum { BEGINS_ANY = 1, BEGINS_FREQUENCY = 2 };
static const WordName any_beginnings[] = {W_MOT, W_HAI, W_BA,   W_BON,  W_TU,  W_NAM, W_LAM,       W_SAU,
                                          W_BAY, W_TAM, W_CHIN, W_MUOI, W_NUA, W_QUA, W_MUOI_TENS, W_NGAY};
static const WordName frequency_beginnings[] = {W_TUAN, W_THANG,    W_QUY, W_GIO,  W_MOI,
                                                W_HANG, W_HANG_OLD, W_CU,  W_DINH, W_THUONG};

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

static gboolean is(const Reader *reader, guint at, WordName name)
{
    return at < reader->end && words_at(reader->words, at)->key == reader->keys[name];
}

static gboolean flagged(const Reader *reader, guint at, guint8 flags)
{
    return at < reader->end && (words_at(reader->words, at)->flags & flags) == flags;
}

static gint digit_of(const Reader *reader, guint at)
{
    static const gint values[] = {1, 2, 3, 4, 4, 5, 5, 6, 7, 8, 9};
    for (guint name = W_MOT; name <= W_CHIN; name++)
        if (is(reader, at, name))
            return values[name];
    return 0;
}

/* A number in words below a thousand: "hai mươi lăm", "một trăm linh năm". */
static guint spelled_number(const Reader *reader, guint at, double *value)
{
    guint start = at;
    double total = 0;
    gint digit = digit_of(reader, at);

    if (digit > 0 && is(reader, at + 1, W_TRAM)) {
        total = 100 * digit;
        at += 2;
        if (is(reader, at, W_LINH) || is(reader, at, W_LE))
            at++;
        digit = digit_of(reader, at);
    }
    if (is(reader, at, W_MUOI)) {
        total += 10;
        at++;
        digit = digit_of(reader, at);
        /* "mười năm" is ten years; fifteen is "mười lăm" */
        if (digit > 0 && !is(reader, at, W_NAM)) {
            total += digit;
            at++;
        }
    } else if (digit > 0 && is(reader, at + 1, W_MUOI_TENS)) {
        total += 10 * digit;
        at += 2;
        digit = digit_of(reader, at);
        if (digit > 0 && !is(reader, at, W_NAM)) {
            total += digit;
            at++;
        }
    } else if (total == 0 && is(reader, at, W_MUOI_TENS)) { /* "mươi ngày": about ten */
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

static guint figure_number(const Reader *reader, guint at, double *value)
{
    if (!flagged(reader, at, WORD_NUMBER))
        return at;
    *value = words_at(reader->words, at)->value;
    at++;
    if (flagged(reader, at, WORD_NUMBER | WORD_AFTER_DOT)) {
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

/* A number, with its restatement in parentheses if there is one: "05 (năm)", "năm (05)". */
static guint plain_number(const Reader *reader, guint at, double *value)
{
    guint after = figure_number(reader, at, value);
    if (after == at)
        after = spelled_number(reader, at, value);
    if (after == at || !flagged(reader, after, WORD_AFTER_PAREN))
        return after;
    double again = -1;
    guint restated = figure_number(reader, after, &again);
    if (restated == after)
        restated = spelled_number(reader, after, &again);
    return again == *value ? restated : after;
}

/* "3", "3 đến 5", "3-5". */
static guint number_range(const Reader *reader, guint at, Quantity *quantity)
{
    guint after = plain_number(reader, at, &quantity->low);
    if (after == at)
        return at;
    quantity->high = quantity->low;
    guint second = after;
    if (is(reader, second, W_DEN) || is(reader, second, W_TOI))
        second++;
    else if (!flagged(reader, second, WORD_NUMBER) || flagged(reader, second, WORD_AFTER_SLASH))
        return after;
    double high = 0;
    guint end = plain_number(reader, second, &high);
    if (end == second || high < quantity->low)
        return after;
    quantity->high = high;
    return end;
}

/* The length in calendar days of a unit of time; 0 when the word is none. *at moves behind it. */
static double time_unit(const Reader *reader, guint *at)
{
    double days = 0;
    if (is(reader, *at, W_NGAY) || is(reader, *at, W_HOM)) {
        *at += 1;
        if (is(reader, *at, W_LAM_WORK) && is(reader, *at + 1, W_VIEC)) {
            *at += 2;
            return 1.4;
        }
        if (is(reader, *at, W_LV)) {
            *at += 1;
            return 1.4;
        }
        return 1;
    }
    /* "ba buổi liên tiếp", of loudspeakers: so many days */
    if (is(reader, *at, W_BUOI) && (is(reader, *at + 1, W_LIEN) || is(reader, *at + 1, W_LIEN_RUNNING)))
        days = 1;
    else if (is(reader, *at, W_TUAN))
        days = 7;
    else if (is(reader, *at, W_THANG))
        days = 30;
    else if (is(reader, *at, W_QUY))
        days = 91;
    else if (is(reader, *at, W_NAM))
        days = 365;
    else if (is(reader, *at, W_HOC) && is(reader, *at + 1, W_KY)) {
        *at += 2;
        return HALF_YEAR;
    } else if (is(reader, *at, W_GIO))
        days = 1.0 / 24;
    if (days > 0)
        *at += 1;
    if (days == 365 && is(reader, *at, W_HOC))
        *at += 1;
    return days;
}

/* Half a unit more: "hai năm | rưỡi"; *at moves behind it. */
static double half_more(const Reader *reader, guint *at)
{
    if (!is(reader, *at, W_RUOI))
        return 0;
    *at += 1;
    return 0.5;
}

/* "ngày thứ 15", "ngày làm việc thứ năm": the last day of so many. */
static guint read_ordinal_day(const Reader *reader, guint first, Quantity *quantity)
{
    guint at = first;
    double days = time_unit(reader, &at), number = 0;
    if (days == 0 || !is(reader, at, W_THU))
        return first;
    guint end = plain_number(reader, at + 1, &number);
    if (end == at + 1)
        return first;
    quantity->low = quantity->high = number * days;
    return end;
}

/* "ngày | 31 tháng 3": a number [first, end) that is a day of a month. */
static gboolean is_date(const Reader *reader, guint first, guint end)
{
    return is(reader, first - 1, W_NGAY) && is(reader, end, W_THANG) && flagged(reader, end + 1, WORD_NUMBER);
}

static guint read_duration(const Reader *reader, guint first, Quantity *quantity)
{
    guint at;
    if (is(reader, first, W_NGAY))
        return read_ordinal_day(reader, first, quantity);
    if (is(reader, first, W_NUA)) {
        quantity->low = quantity->high = 0.5;
        at = first + 1;
    } else {
        at = number_range(reader, first, quantity);
    }
    if (at == first || is_date(reader, first, at))
        return first;
    double days = time_unit(reader, &at);
    if (days == 0 || (days < 1 && (is(reader, at, W_SANG) || is(reader, at, W_CHIEU))))
        return first; /* "5 giờ chiều" is a time of day */
    const double half = half_more(reader, &at);
    quantity->low = (quantity->low + half) * days;
    quantity->high = (quantity->high + half) * days;
    return at;
}

/* Before a number that ends its sentence: "mỗi bên ít nhất | ba", "mỗi bên ≥ | 3". */
static gboolean counts_persons(const Reader *reader, guint before)
{
    static const WordName names[] = {W_NHAT, W_THIEU, W_DUOI, W_CO, W_GOM, W_CU_SEND, W_BEN};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (is(reader, before, names[i]))
            return TRUE;
    return FALSE;
}

/* Before a number that stands for itself: "Số người: | 03", "số thành viên | 5". */
static gboolean names_count(const Reader *reader, guint before)
{
    static const WordName names[] = {W_NGUOI, W_VIEN, W_LUONG};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (is(reader, before, names[i]))
            return TRUE;
    return FALSE;
}

static guint read_persons(const Reader *reader, guint first, Quantity *quantity)
{
    static const WordName nouns[][2] = {
        {W_NGUOI, W_COUNT},      {W_THANH, W_VIEN},    {W_UY, W_VIEN},       {W_DONG, W_CHI},
        {W_DAI, W_BIEU},         {W_CONG, W_CHUC},     {W_CAN, W_BO},        {W_VIEN, W_CHUC},
        {W_CONG, W_NHAN},        {W_NHAN, W_VIEN},     {W_LAO, W_DONG_MOVE}, {W_ANH, W_CHI_SISTER},
        {W_ANH, W_EM},           {W_CHI_SISTER, W_EM}, {W_DAI, W_DIEN},      {W_CNV, W_COUNT},
        {W_CBCNV, W_COUNT},      {W_CNLD, W_COUNT},    {W_NLD, W_COUNT},     {W_VI, W_COUNT},
        {W_DC_FIRST, W_DC_LAST}, {W_GIAO, W_VIEN},     {W_THAY, W_COUNT},    {W_CO_TEACHER, W_COUNT},
        {W_TV, W_COUNT},         {W_DB, W_COUNT}};
    guint at = number_range(reader, first, quantity);
    if (at == first || flagged(reader, at - 1, WORD_BEFORE_PERCENT))
        return first;
    if (first > 0 &&
        ((at == reader->end && counts_persons(reader, first - 1)) ||
         ((at == reader->end || flagged(reader, at, WORD_AFTER_COMMA)) && names_count(reader, first - 1))))
        return at;
    for (guint i = 0; i < G_N_ELEMENTS(nouns); i++)
        if (is(reader, at, nouns[i][0]) && (nouns[i][1] == W_COUNT || is(reader, at + 1, nouns[i][1])))
            return at + (nouns[i][1] == W_COUNT ? 1 : 2);
    return first;
}

static guint read_share(const Reader *reader, guint first, Quantity *quantity)
{
    double number = 0, divisor = 0;
    guint at = first;

    if (is(reader, at, W_QUA) && (is(reader, at + 1, W_BAN) || is(reader, at + 1, W_NUA)))
        at += 2;
    else if (is(reader, at, W_NUA))
        at += 1;
    else if (is(reader, at, W_MOT) && is(reader, at + 1, W_NUA))
        at += 2;
    if (at > first) {
        quantity->low = quantity->high = 50;
        return at;
    }
    at = plain_number(reader, first, &number);
    if (at == first)
        return first;
    quantity->low = quantity->high = number;
    if (flagged(reader, at - 1, WORD_BEFORE_PERCENT))
        return at;
    if (is(reader, at, W_PHAN) && is(reader, at + 1, W_TRAM))
        return at + 2;
    guint after = at;
    if (flagged(reader, at, WORD_NUMBER | WORD_AFTER_SLASH))
        after = figure_number(reader, at, &divisor);
    else if (is(reader, at, W_PHAN) || is(reader, at, W_TREN))
        after = plain_number(reader, at + 1, &divisor);
    if (after <= at + (is(reader, at, W_PHAN) || is(reader, at, W_TREN) ? 1u : 0u) || divisor <= 0 ||
        divisor < number)
        return first;
    quantity->low = quantity->high = 100 * number / divisor;
    return after;
}

/* A period that recurs ("năm", "06 tháng", "quý", "2 năm"), in years. */
static guint read_period(const Reader *reader, guint first, double *years)
{
    double number = 1;
    guint at = first;
    if (is(reader, at, W_NUA)) {
        number = 0.5;
        at++;
    } else {
        at = plain_number(reader, at, &number);
    }
    double days = time_unit(reader, &at);
    if (days == 0 && is(reader, first, W_NAM)) { /* "năm" is the year here, not five */
        number = 1;
        at = first;
        days = time_unit(reader, &at);
    }
    if (days < 7 || number <= 0)
        return first;
    number += half_more(reader, &at);
    *years = days == 365         ? number
             : days == 30        ? number / 12
             : days == 91        ? number / 4
             : days == HALF_YEAR ? number / 2
                                 : number / 52;
    return at;
}

/* "một lần", "02 kỳ": after at most so many words ("hai năm | tổ chức hội nghị | một lần"); at when there is
 * none. */
static guint read_times(const Reader *reader, guint at, guint skipped, double *times)
{
    for (guint start = at; start <= at + skipped; start++) {
        const guint end = plain_number(reader, start, times);
        if (end > start && (is(reader, end, W_LAN) || is(reader, end, W_KY) || is(reader, end, W_DOT) ||
                            is(reader, end, W_LUOT)))
            return end + 1;
    }
    return at;
}

/* "mỗi năm một lần", "6 tháng một lần", "hằng quý", "một lần trong năm", "02 lần/năm". */
static guint read_frequency(const Reader *reader, guint first, Quantity *quantity)
{
    double years = 0, times = 1;
    guint at = first;
    gboolean marked = FALSE;

    guint count_end = read_times(reader, at, 0, &times);
    if (count_end > at) {
        at = count_end;
        if (is(reader, at, W_TRONG) || is(reader, at, W_MOI))
            at++;
        if (is(reader, at, W_TRONG) || is(reader, at, W_MOI))
            at++;
        guint end = read_period(reader, at, &years);
        if (end == at)
            return first;
        quantity->low = quantity->high = times / years;
        return end;
    }
    if (is(reader, at, W_THUONG) && is(reader, at + 1, W_NIEN)) {
        quantity->low = quantity->high = 1;
        return at + 2;
    }
    if (is(reader, at, W_MOI) || is(reader, at, W_HANG) || is(reader, at, W_HANG_OLD) ||
        is(reader, at, W_CU)) {
        marked = TRUE;
        at++;
    } else if (is(reader, at, W_DINH) && is(reader, at + 1, W_KY)) {
        marked = TRUE;
        at += 2;
        if (is(reader, at, W_MOI) || is(reader, at, W_HANG) || is(reader, at, W_HANG_OLD))
            at++;
    }
    guint end = read_period(reader, at, &years);
    if (end == at)
        return first;
    count_end = read_times(reader, end, WORDS_BEFORE_TIMES, &times);
    if (count_end > end) {
        end = count_end;
        marked = TRUE;
    } else if (is(reader, end, W_LAN)) { /* "02 năm/lần" */
        times = 1;
        end++;
        marked = TRUE;
    } else {
        times = 1;
    }
    if (!marked)
        return first;
    quantity->low = quantity->high = times / years;
    return end;
}

guint quantity_read(const Words *words, guint first, guint end, UnitKind unit, Quantity *quantity)
{
    Reader reader = {words, end, word_names()->keys};
    Quantity found = {unit, 0, 0};
    guint after = first;

    if (first >= end || !quantity_may_begin(words_at(words, first), unit))
        return first;
    switch (unit) {
    case UNIT_DAYS:
        after = read_duration(&reader, first, &found);
        break;
    case UNIT_PERSONS:
        after = read_persons(&reader, first, &found);
        break;
    case UNIT_PERCENT:
        after = read_share(&reader, first, &found);
        break;
    case UNIT_PER_YEAR:
        after = read_frequency(&reader, first, &found);
        break;
    case UNIT_NONE:
        break;
    }
    if (after > first)
        *quantity = found;
    return after;
}
