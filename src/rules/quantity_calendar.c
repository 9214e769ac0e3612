/* Dates within a year, as the months of it that are over by then: "31/3", "ngày 31 tháng 3", "tháng tư", "hết
 * tháng thứ năm", "quý II", "sáu tháng đầu". */
#include "rules/quantity_reader.h"

#define MONTHS 12
#define DAYS_OF_MONTH 31
#define HALF_YEAR 6
#define QUARTER 3

static gboolean is_month(double number)
{
    return number >= 1 && number <= MONTHS;
}

/* "tháng 4", "tháng tư", "tháng thứ năm". */
static guint read_month(const Reader *reader, guint first, double *months)
{
    if (!reader_is(reader, first, W_THANG))
        return first;
    const guint at = first + 1 + reader_is(reader, first + 1, W_THU);
    const guint end = reader_number(reader, at, months);
    return end > at && is_month(*months) ? end : first;
}

/* "quý II", "quý hai", "quý đầu". */
static guint read_quarter(const Reader *reader, guint first, double *months)
{
    double quarter = 0;
    guint end = first + 1;
    if (!reader_is(reader, first, W_QUY))
        return first;
    for (guint name = W_ROMAN_1; name <= W_ROMAN_4; name++)
        if (reader_is(reader, end, name))
            quarter = name - W_ROMAN_1 + 1;
    if (reader_is(reader, end, W_DAU))
        quarter = 1;
    end = quarter > 0 ? end + 1 : reader_number(reader, end, &quarter);
    *months = quarter * QUARTER;
    return is_month(*months) ? end : first;
}

/* "31/3", "31 tháng 3": first is the day. */
static guint read_date(const Reader *reader, guint first, double *months)
{
    double day = 0, month = 0;
    guint at = reader_figures(reader, first, &day), end;
    if (at == first || day < 1 || day > DAYS_OF_MONTH)
        return first;
    if (reader_flagged(reader, at, WORD_NUMBER | WORD_AFTER_SLASH))
        end = reader_figures(reader, at, &month);
    else if (reader_is(reader, at, W_THANG))
        end = reader_number(reader, ++at, &month);
    else
        return first;
    *months = month - 1 + day / DAYS_OF_MONTH;
    return end > at && is_month(month) ? end : first;
}

/* "sáu tháng [đầu]", "nửa đầu". */
static guint read_span(const Reader *reader, guint first, double *months)
{
    if (reader_is(reader, first, W_NUA) && reader_is(reader, first + 1, W_DAU)) {
        *months = HALF_YEAR;
        return first + 2;
    }
    const guint at = reader_number(reader, first, months);
    return at > first && reader_is(reader, at, W_THANG) && is_month(*months) ? at + 1 : first;
}

guint quantity_read_calendar(const Reader *reader, guint first, Quantity *quantity)
{
    guint (*const readers[])(const Reader *, guint, double *) = {read_date, read_month, read_quarter,
                                                                 read_span};
    double months = 0;
    guint end = first;

    for (guint i = 0; i < G_N_ELEMENTS(readers) && end == first; i++)
        end = readers[i](reader, first, &months);
    quantity->low = quantity->high = months;
    return end;
}
