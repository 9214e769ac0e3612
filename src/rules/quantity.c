/* Reading quantities from Vietnamese text: numbers of persons here, the others in rules/quantity_time.c,
 * rules/quantity_calendar.c and rules/quantity_share.c. */
#include "rules/quantity_reader.h"

/* Before a number that ends its sentence: "mỗi bên ít nhất | ba", "mỗi bên ≥ | 3". */
static gboolean counts_persons(const Reader *reader, guint before)
{
    static const WordName names[] = {W_NHAT, W_THIEU, W_DUOI, W_CO, W_GOM, W_CU_SEND, W_BEN};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (reader_is(reader, before, names[i]))
            return TRUE;
    return FALSE;
}

/* Before a number that stands for itself: "Số người: | 03", "số thành viên | 5". */
static gboolean names_count(const Reader *reader, guint before)
{
    static const WordName names[] = {W_NGUOI, W_VIEN, W_LUONG};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (reader_is(reader, before, names[i]))
            return TRUE;
    return FALSE;
}

guint quantity_read_noun(const Reader *reader, guint at)
{
    static const WordName nouns[][2] = {
        {W_NGUOI, W_COUNT},      {W_THANH, W_VIEN},    {W_UY, W_VIEN},       {W_DONG, W_CHI},
        {W_DAI, W_BIEU},         {W_CONG, W_CHUC},     {W_CAN, W_BO},        {W_VIEN, W_CHUC},
        {W_CONG, W_NHAN},        {W_NHAN, W_VIEN},     {W_LAO, W_DONG_MOVE}, {W_ANH, W_CHI_SISTER},
        {W_ANH, W_EM},           {W_CHI_SISTER, W_EM}, {W_DAI, W_DIEN},      {W_CNV, W_COUNT},
        {W_CBCNV, W_COUNT},      {W_CNLD, W_COUNT},    {W_NLD, W_COUNT},     {W_VI, W_COUNT},
        {W_DC_FIRST, W_DC_LAST}, {W_GIAO, W_VIEN},     {W_THAY, W_COUNT},    {W_CO_TEACHER, W_COUNT},
        {W_TV, W_COUNT},         {W_DB, W_COUNT}};
    for (guint i = 0; i < G_N_ELEMENTS(nouns); i++)
        if (reader_is(reader, at, nouns[i][0]) &&
            (nouns[i][1] == W_COUNT || reader_is(reader, at + 1, nouns[i][1])))
            return at + (nouns[i][1] == W_COUNT ? 1 : 2);
    return at;
}

guint quantity_read_persons(const Reader *reader, guint first, Quantity *quantity)
{
    guint at = reader_range(reader, first, quantity);
    if (at == first || reader_flagged(reader, at - 1, WORD_BEFORE_PERCENT))
        return first;
    if (first > 0 && ((at == reader->end && counts_persons(reader, first - 1)) ||
                      ((at == reader->end || reader_flagged(reader, at, WORD_AFTER_COMMA)) &&
                       names_count(reader, first - 1))))
        return at;
    const guint end = quantity_read_noun(reader, at);
    return end > at ? end : first;
}

guint quantity_read(const Words *words, guint first, guint end, UnitKind unit, Quantity *quantity)
{
    const Reader reader = reader_of(words, end);
    const QuantityBeginnings beginnings = quantity_beginnings(unit);
    Quantity found = {unit, 0, 0};
    guint after = first;

    if (first >= end || !quantity_may_begin(&beginnings, words_at(words, first)))
        return first;
    switch (unit) {
    case UNIT_DAYS:
        after = quantity_read_duration(&reader, first, &found);
        break;
    case UNIT_PERSONS:
        after = quantity_read_persons(&reader, first, &found);
        break;
    case UNIT_PERCENT:
        after = quantity_read_share(&reader, first, &found);
        break;
    case UNIT_PER_YEAR:
        after = quantity_read_frequency(&reader, first, &found);
        break;
    case UNIT_CALENDAR:
        after = quantity_read_calendar(&reader, first, &found);
        break;
    case UNIT_NONE:
        break;
    }
    if (after > first)
        *quantity = found;
    return after;
}
