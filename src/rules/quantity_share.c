/* Shares: "2/3", "hai phần ba", "quá nửa", "50 %", "mười hộ trong một trăm hộ", "cứ ba người có một". */
#include "rules/quantity_reader.h"

#define HALF 50.0
#define LESS_THAN_HALF 49.0

/* Before "nửa" or "một nửa": "non | nửa", "gần | một nửa", "chưa đến | nửa". */
static gboolean falls_short(const Reader *reader, guint first)
{
    if (first == 0)
        return FALSE;
    return reader_is(reader, first - 1, W_NON) || reader_is(reader, first - 1, W_GAN) ||
           reader_is(reader, first - 1, W_DUOI) || reader_is(reader, first - 1, W_CHUA) ||
           (first > 1 && reader_is(reader, first - 2, W_CHUA) &&
            (reader_is(reader, first - 1, W_DEN) || reader_is(reader, first - 1, W_TOI) ||
             reader_is(reader, first - 1, W_DUOC)));
}

/* "quá nửa", "quá bán", "một nửa", "non nửa". */
static guint read_half(const Reader *reader, guint first, Quantity *quantity)
{
    guint at = first;

    if (reader_is(reader, at, W_QUA) &&
        (reader_is(reader, at + 1, W_BAN) || reader_is(reader, at + 1, W_NUA))) {
        quantity->low = quantity->high =
            first > 0 && reader_is(reader, first - 1, W_CHUA) ? LESS_THAN_HALF : HALF;
        return at + 2;
    }
    if (reader_is(reader, at, W_MOT) && reader_is(reader, at + 1, W_NUA))
        at++;
    if (!reader_is(reader, at, W_NUA) || reader_is(reader, at + 1, W_TA))
        return first;
    quantity->low = quantity->high = falls_short(reader, first) ? LESS_THAN_HALF : HALF;
    return at + 1;
}

/* Households and voters, whom shares of a commune are of. */
static guint read_people(const Reader *reader, guint at)
{
    if (reader_is(reader, at, W_HO) && reader_is(reader, at + 1, W_GIA))
        return MIN(at + 3, reader->end); /* "hộ gia đình" */
    if (reader_is(reader, at, W_HO) || reader_is(reader, at, W_NHA))
        return at + (reader_is(reader, at + 1, W_DAN) ? 2 : 1);
    if (reader_is(reader, at, W_CU_SEND) && reader_is(reader, at + 1, W_TRI))
        return at + 2;
    return at;
}

/* Whom a share is of: these, or persons. */
static guint read_whom(const Reader *reader, guint at)
{
    const guint people = read_people(reader, at);
    return people > at ? people : quantity_read_noun(reader, at);
}

static guint skip(const Reader *reader, guint at, WordName name)
{
    return at + reader_is(reader, at, name);
}

/* Behind a number, which ends before first: "[hộ] trong [tổng] [số] một trăm [hộ]", "trong mười lăm đại
 * diện", where either number says of which people; "một trong ba đại diện" is a person and no share. */
static guint read_out_of(const Reader *reader, guint first, double number, Quantity *quantity)
{
    guint (*const read_of)(const Reader *, guint) = number > 1 ? read_whom : read_people;
    const guint people = read_of(reader, first);
    guint at = people;
    double divisor = 0;

    if (!reader_is(reader, at, W_TRONG))
        return first;
    at = skip(reader, skip(reader, at + 1, W_TONG), W_SO);
    const guint after = reader_number(reader, at, &divisor);
    if (after == at || divisor < number || divisor <= 0)
        return first;
    if (read_of(reader, after) == after && (people == first || after < reader->end))
        return first; /* "ba người trong 30 ngày" */
    const gboolean households = read_people(reader, first) > first || read_people(reader, after) > after;
    quantity->low = 100 * number / divisor;
    quantity->high = households ? quantity->low : 100 * (number - 1) / divisor;
    return after;
}

/* "cứ | mười hộ thì có một hộ". */
static guint read_one_of(const Reader *reader, guint first, Quantity *quantity)
{
    double number = 0, divisor = 0;
    const guint after = reader_number(reader, first, &divisor);
    guint at = read_whom(reader, after);

    if (after == first || at == after)
        return first;
    at = skip(reader, skip(reader, skip(reader, at, W_THI), W_PHAI), W_CO);
    if (reader_is(reader, at, W_IT) && reader_is(reader, at + 1, W_NHAT))
        at += 2;
    const guint end = reader_number(reader, at, &number);
    if (end == at || number > divisor || divisor <= 0)
        return first;
    quantity->low = quantity->high = 100 * number / divisor;
    return end;
}

guint quantity_read_share(const Reader *reader, guint first, Quantity *quantity)
{
    double number = 0, divisor = 0;
    guint at = read_half(reader, first, quantity);

    if (at > first)
        return at;
    if (reader_is(reader, first, W_CU)) {
        at = read_one_of(reader, first + 1, quantity);
        return at > first + 1 ? at : first;
    }
    at = reader_number(reader, first, &number);
    if (at == first)
        return first;
    quantity->low = quantity->high = number;
    if (reader_flagged(reader, at - 1, WORD_BEFORE_PERCENT))
        return at;
    if (reader_is(reader, at, W_PHAN) && reader_is(reader, at + 1, W_TRAM))
        return at + 2;
    guint after = read_out_of(reader, at, number, quantity);
    if (after > at)
        return after;
    const gboolean worded = reader_is(reader, at, W_PHAN) || reader_is(reader, at, W_TREN);
    if (reader_flagged(reader, at, WORD_NUMBER | WORD_AFTER_SLASH))
        after = reader_figures(reader, at, &divisor);
    else if (worded)
        after = reader_number(reader, at + 1, &divisor);
    if (after <= at + (worded ? 1u : 0u) || divisor <= 0 || divisor < number)
        return first;
    quantity->low = quantity->high = 100 * number / divisor;
    return after;
}
