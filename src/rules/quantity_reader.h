/* What quantities are read from: the words that they are made of, and numbers in figures and words. Internal
 * to rules/quantity*.c. */
#ifndef RASOAT_RULES_QUANTITY_READER_H
#define RASOAT_RULES_QUANTITY_READER_H

#include "rules/quantity.h"

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
    W_NON,
    W_GAN,
    W_CHUA,
    W_SO,
    W_TONG,
    W_HO,
    W_NHA,
    W_TRI,
    W_DAN,
    W_CACH,
    W_NHIEM,
    W_THI,
    W_DUOC,
    W_PHAI,
    W_GIA,
    W_CHUNG,
    W_NGAN,
    W_TUNG,
    W_BAY_SO,
    W_AY,
    W_NHIEU,
    W_CUOC,
    W_PHIEN,
    W_DIP,
    W_BAN_TURN,
    W_MOT_TAIL,
    W_NHAM,
    W_HAM,
    W_CHUC_TENS,
    W_TA,
    W_NGHIN,
    W_NGAN_THOUSAND,
    W_DAU,
    W_ROMAN_1,
    W_ROMAN_2,
    W_ROMAN_3,
    W_ROMAN_4,
    W_LUC,
    W_HOI,
    W_TRUA,
    W_DEM,
    W_DA,
    W_COUNT
} WordName;

/* Words up to end, which is that of their sentence or before it. */
typedef struct {
    const Words *words;
    guint end;
    const guint64 *keys; /* by WordName */
} Reader;

/* A reader of the words before end. */
Reader reader_of(const Words *words, guint end);

static inline gboolean reader_is(const Reader *reader, guint at, WordName name)
{
    return at < reader->end && words_at(reader->words, at)->key == reader->keys[name];
}

static inline gboolean reader_flagged(const Reader *reader, guint at, guint16 flags)
{
    return at < reader->end && (words_at(reader->words, at)->flags & flags) == flags;
}

/* Each reads from word at and returns the word behind what it has read, or at when it has read nothing. */

/* "05", "1.000", "66,7". */
guint reader_figures(const Reader *reader, guint at, double *value);

/* A number, with its restatement in parentheses if there is one: "05 (năm)", "năm (05)". */
guint reader_number(const Reader *reader, guint at, double *value);

/* "3", "3 đến 5", "3-5". */
guint reader_range(const Reader *reader, guint at, Quantity *quantity);

/* The kinds of quantities, as quantity_read() gives them. */
guint quantity_read_duration(const Reader *reader, guint first, Quantity *quantity);
guint quantity_read_frequency(const Reader *reader, guint first, Quantity *quantity);
guint quantity_read_persons(const Reader *reader, guint first, Quantity *quantity);
guint quantity_read_calendar(const Reader *reader, guint first, Quantity *quantity);
guint quantity_read_share(const Reader *reader, guint first, Quantity *quantity);

/* A noun of persons: "người", "đại biểu", "đ/c". */
guint quantity_read_noun(const Reader *reader, guint at);

#endif
