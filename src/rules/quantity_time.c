/* Durations and frequencies: "05 ngày làm việc", "ngày thứ 15", "mỗi năm một lần", "cách năm". */
#include "rules/quantity_reader.h"

#define HALF_YEAR 182        /* days: a term of a school */
#define WORDS_BEFORE_COLON 8 /* between the unit of a number and the number */
#define WORDS_BACK 60        /* to the number that "chừng ấy" stands for */
#define LONGEST_DURATION 8   /* words */
#define WORDS_BEFORE_TIMES 4 /* of the verb between a period and how often */

/* The length in calendar days of a unit of time; 0 when the word is none. *at moves behind it. */
static double time_unit(const Reader *reader, guint *at)
{
    double days = 0;
    if (reader_is(reader, *at, W_NGAY) || reader_is(reader, *at, W_HOM)) {
        *at += 1;
        if (reader_is(reader, *at, W_LAM_WORK) && reader_is(reader, *at + 1, W_VIEC)) {
            *at += 2;
            return 1.4;
        }
        if (reader_is(reader, *at, W_LV)) {
            *at += 1;
            return 1.4;
        }
        return 1;
    }
    /* "ba buổi liên tiếp", of loudspeakers: so many days */
    if (reader_is(reader, *at, W_BUOI) &&
        (reader_is(reader, *at + 1, W_LIEN) || reader_is(reader, *at + 1, W_LIEN_RUNNING)))
        days = 1;
    else if (reader_is(reader, *at, W_TUAN))
        days = 7;
    else if (reader_is(reader, *at, W_THANG))
        days = 30;
    else if (reader_is(reader, *at, W_QUY))
        days = 91;
    else if (reader_is(reader, *at, W_NAM))
        days = 365;
    else if (reader_is(reader, *at, W_HOC) && reader_is(reader, *at + 1, W_KY)) {
        *at += 2;
        return HALF_YEAR;
    } else if (reader_is(reader, *at, W_GIO))
        days = 1.0 / 24;
    if (days > 0)
        *at += 1;
    if (days == 365 && reader_is(reader, *at, W_HOC))
        *at += 1;
    return days;
}

/* Half a unit more: "hai năm | rưỡi"; *at moves behind it. */
static double half_more(const Reader *reader, guint *at)
{
    if (!reader_is(reader, *at, W_RUOI))
        return 0;
    *at += 1;
    return 0.5;
}

/* "ngày thứ 15", "ngày làm việc thứ năm": the last day of so many. */
static guint read_ordinal_day(const Reader *reader, guint first, Quantity *quantity)
{
    guint at = first;
    double days = time_unit(reader, &at), number = 0;
    if (days == 0 || !reader_is(reader, at, W_THU))
        return first;
    guint end = reader_number(reader, at + 1, &number);
    if (end == at + 1)
        return first;
    quantity->low = quantity->high = number * days;
    return end;
}

/* "ngày | 31 tháng 3": a number [first, end) that is a day of a month. */
static gboolean is_date(const Reader *reader, guint first, guint end)
{
    return reader_is(reader, first - 1, W_NGAY) && reader_is(reader, end, W_THANG) &&
           reader_flagged(reader, end + 1, WORD_NUMBER);
}

/* The unit of a number [first, end) that has none behind it but was given one before the colon: "Số ngày niêm
 * yết: | 15", "Thời hạn (ngày làm việc): | 05"; in days, 0 when there is none. */
static double unit_before(const Reader *reader, guint first, guint end)
{
    if (!reader_flagged(reader, first, WORD_AFTER_COLON) ||
        (end < reader->end && !reader_flagged(reader, end, WORD_AFTER_COMMA) &&
         !reader_flagged(reader, end, WORD_AFTER_PAREN)))
        return 0;
    for (guint back = 1; back <= WORDS_BEFORE_COLON && back < first; back++) {
        const guint at = first - back;
        guint unit = at;
        const double days = time_unit(reader, &unit);
        if (days > 0 && (reader_is(reader, at - 1, W_SO) || reader_flagged(reader, at, WORD_AFTER_PAREN)))
            return days;
        if (reader_flagged(reader, at, WORD_AFTER_COLON))
            return 0;
    }
    return 0;
}

/* Whether a comma, a colon or a stroke parts a word from the one before it. */
static gboolean is_parted(const Reader *reader, guint at)
{
    static const guint16 signs[] = {WORD_AFTER_COMMA, WORD_AFTER_COLON, WORD_AFTER_SLASH};
    for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
        if (reader_flagged(reader, at, signs[i]))
            return TRUE;
    return FALSE;
}

/* "05 | ngày", "năm | tháng": the unit of a number that ends before word *at. None stands in a bracket or
 * behind a comma or stroke ("01 lần/năm (quý IV)"), but for one that is all the bracket has: "15 (ngày)". */
static double unit_behind(const Reader *reader, guint *at)
{
    if (is_parted(reader, *at))
        return 0;
    if (reader_flagged(reader, *at, WORD_AFTER_PAREN) &&
        (!(words_at(reader->words, *at - 1)->flags & WORD_NUMBER) ||
         reader_flagged(reader, *at + 1, WORD_NUMBER)))
        return 0;
    return time_unit(reader, at);
}

/* "5 giờ chiều", "17 giờ 30", "lúc 5 giờ": hours [first, end) that are a time of day; "48 giờ tối đa" are
 * none. */
static gboolean is_clock(const Reader *reader, guint first, guint end)
{
    static const WordName parts[] = {W_SANG, W_TRUA, W_CHIEU, W_TOI_THIEU, W_DEM};
    double minutes;

    if (reader_is(reader, first - 1, W_LUC) || reader_is(reader, first - 1, W_HOI))
        return TRUE;
    if (is_parted(reader, end) || reader_flagged(reader, end, WORD_AFTER_PAREN))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        if (reader_is(reader, end, parts[i]))
            return !reader_is(reader, end + 1, W_THIEU) && !reader_is(reader, end + 1, W_DA);
    return reader_number(reader, end, &minutes) != end && minutes < 60;
}

/* A duration in numbers. */
static guint read_counted(const Reader *reader, guint first, Quantity *quantity)
{
    guint at = reader_range(reader, first, quantity);
    if (at == first && reader_is(reader, first, W_NUA)) {
        quantity->low = quantity->high = 0.5;
        at = first + 1;
    }
    if (at == first || is_date(reader, first, at))
        return first;
    double days = unit_behind(reader, &at);
    if (days == 0)
        days = unit_before(reader, first, at);
    if (days == 0 || (days < 1 && is_clock(reader, first, at)))
        return first;
    const double half = half_more(reader, &at);
    quantity->low = (quantity->low + half) * days;
    quantity->high = (quantity->high + half) * days;
    return at;
}

/* The last duration before word first, which the text has just named. */
static gboolean find_duration_before(const Reader *reader, guint first, Quantity *quantity)
{
    const Reader before = reader_of(reader->words, first);
    for (guint back = 1; back <= WORDS_BACK && back <= first; back++) {
        const guint end = read_counted(&before, first - back, quantity);
        if (end == first - back)
            continue;
        Quantity longer; /* "mươi ngày" is the end of "hai mươi ngày" */
        for (guint more = back + 1; more <= back + LONGEST_DURATION && more <= first; more++)
            if (read_counted(&before, first - more, &longer) == end)
                *quantity = longer;
        return TRUE;
    }
    return FALSE;
}

/* "chừng ấy ngày", "ngần ấy thời gian", "bấy nhiêu ngày": as long as was said before. */
static guint read_as_long(const Reader *reader, guint first, Quantity *quantity)
{
    const gboolean many = reader_is(reader, first, W_BAY_SO) && reader_is(reader, first + 1, W_NHIEU);
    const gboolean that = (reader_is(reader, first, W_CHUNG) || reader_is(reader, first, W_NGAN) ||
                           reader_is(reader, first, W_TUNG)) &&
                          reader_is(reader, first + 1, W_AY);
    guint at = first + 2;
    if ((!many && !that) || time_unit(reader, &at) == 0 || !find_duration_before(reader, first, quantity))
        return first;
    return at;
}

guint quantity_read_duration(const Reader *reader, guint first, Quantity *quantity)
{
    if (reader_is(reader, first, W_NGAY))
        return read_ordinal_day(reader, first, quantity);
    const guint after = read_as_long(reader, first, quantity);
    return after > first ? after : read_counted(reader, first, quantity);
}

/* A period that recurs ("năm", "06 tháng", "quý", "2 năm"), in years. */
static guint read_period(const Reader *reader, guint first, double *years)
{
    double number = 1;
    guint at = first;
    if (reader_is(reader, at, W_NUA)) {
        number = 0.5;
        at++;
    } else {
        at = reader_number(reader, at, &number);
    }
    double days = at > first ? unit_behind(reader, &at) : time_unit(reader, &at);
    if (days == 0 && reader_is(reader, first, W_NAM)) { /* "năm" is the year here, not five */
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

/* What occasions are counted by: "bốn | buổi". */
static gboolean is_occasion(const Reader *reader, guint at)
{
    static const WordName names[] = {W_LAN, W_KY, W_DOT, W_LUOT, W_BUOI, W_CUOC, W_PHIEN, W_DIP, W_BAN_TURN};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (reader_is(reader, at, names[i]))
            return TRUE;
    return FALSE;
}

/* "một lần", "02 kỳ": after at most so many words ("hai năm | tổ chức hội nghị | một lần"); at when there is
 * none. */
static guint read_times(const Reader *reader, guint at, guint skipped, double *times)
{
    for (guint start = at; start <= at + skipped; start++) {
        const guint end = reader_number(reader, start, times);
        if (end > start && is_occasion(reader, end))
            return end + 1;
    }
    return at;
}

/* "cách năm [một lần]", "cách một quý": every other one; "cách 6 tháng": every six months. */
static guint read_interval(const Reader *reader, guint first, Quantity *quantity)
{
    double years = 0, number = 0;
    const guint at = first + 1;
    guint end = read_period(reader, at, &years);
    if (!reader_is(reader, first, W_CACH) || end == at)
        return first;
    const guint counted = reader_number(reader, at, &number);
    guint unit = counted;
    if (counted == at || number == 1 || time_unit(reader, &unit) == 0)
        years *= 2;
    const guint times = read_times(reader, end, WORDS_BEFORE_TIMES, &number);
    quantity->low = quantity->high = (times > end ? number : 1) / years;
    return times;
}

/* "mỗi năm một lần", "6 tháng một lần", "hằng quý", "một lần trong năm", "02 lần/năm". */
guint quantity_read_frequency(const Reader *reader, guint first, Quantity *quantity)
{
    double years = 0, times = 1;
    guint at = first;
    gboolean marked = FALSE;

    guint count_end = read_times(reader, at, 0, &times);
    if (count_end > at) {
        at = count_end;
        if (reader_is(reader, at, W_TRONG) || reader_is(reader, at, W_MOI))
            at++;
        if (reader_is(reader, at, W_TRONG) || reader_is(reader, at, W_MOI))
            at++;
        guint end = read_period(reader, at, &years);
        if (end == at)
            return first;
        quantity->low = quantity->high = times / years;
        return end;
    }
    if (reader_is(reader, at, W_CACH))
        return read_interval(reader, first, quantity);
    if (reader_is(reader, at, W_THUONG) && reader_is(reader, at + 1, W_NIEN)) {
        quantity->low = quantity->high = 1;
        return at + 2;
    }
    if (reader_is(reader, at, W_MOI) || reader_is(reader, at, W_HANG) || reader_is(reader, at, W_HANG_OLD) ||
        reader_is(reader, at, W_CU)) {
        marked = TRUE;
        at++;
    } else if (reader_is(reader, at, W_DINH) && reader_is(reader, at + 1, W_KY)) {
        marked = TRUE;
        at += 2;
        if (reader_is(reader, at, W_MOI) || reader_is(reader, at, W_HANG) ||
            reader_is(reader, at, W_HANG_OLD))
            at++;
    }
    guint end = read_period(reader, at, &years);
    if (end == at)
        return first;
    count_end = read_times(reader, end, WORDS_BEFORE_TIMES, &times);
    if (count_end > end) {
        end = count_end;
        marked = TRUE;
    } else if (reader_is(reader, end, W_LAN)) { /* "02 năm/lần" */
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
