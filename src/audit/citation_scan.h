/* Finding mentions of legal acts in folded text: what the words say, before anything is looked up. Numbers
 * are those of Nghị định 30/2020/NĐ-CP annex I and Nghị quyết 351/2017/UBTVQH14 ("02/2024/TT-BNV"), of the
 * Party
 * ("30-CT/TW"), and what people make of them. */
#ifndef RASOAT_AUDIT_CITATION_SCAN_H
#define RASOAT_AUDIT_CITATION_SCAN_H

#include "audit/citation_signs.h"
#include "audit/citations.h"
#include "text/fold.h"

typedef enum {
    ACT_NONE,
    ACT_LAW,
    ACT_CODE,
    ACT_ORDINANCE,
    ACT_RESOLUTION,
    ACT_JOINT_RESOLUTION,
    ACT_DECREE,
    ACT_DECISION,
    ACT_DIRECTIVE,
    ACT_CIRCULAR,
    ACT_JOINT_CIRCULAR,
    ACT_CONCLUSION,
    ACT_REGULATION, /* quy định của Đảng */
    ACT_GUIDANCE,
} ActKind;

/* The kind in words: "nghị định" (Vietnamese), "decree" (English); NULL for ACT_NONE. Static. */
const char *act_kind_words(ActKind kind, RasoatLanguage language);
/* The kind that act_kind_words() calls so in Vietnamese, as in the table of instruments; ACT_NONE when none
 * is. */
ActKind act_kind_of_words(const char *words);
/* The kind that folded letters of a text stand for, of its words or of a symbol ("nghidinh", "nd"); ACT_NONE
 * when they stand for none. */
ActKind act_kind_of_letters(const char *letters);
/* The kind as in numbers: "NĐ"; "" for laws and codes. Static. */
const char *act_kind_symbol(ActKind kind);

/* A number taken apart. Zero, ACT_NONE and NULL stand for what is not written. */
typedef struct {
    guint sequence;
    guint year;
    ActKind kind;       /* that its symbol shows; "QH" alone: a law, or a resolution where the words say so */
    char issuer[24];    /* folded letters of the symbol without '&' and '-': "cp", "bgddt", "qh" */
    guint term;         /* of the National Assembly: 15 of "QH15" */
    const Issuer *body; /* whom the symbol stands for, the first where several share it; or NULL */
    gboolean garbled;   /* pieces stand where none belong: "157-NĐ/2007/NĐ-CP" */
    guint32 symbol_start; /* of the symbol in the folded text */
    guint32 symbol_end;
} ActNumber;

typedef struct {
    guint day, month, year; /* day and month are 0 when the year stands alone */
} ActDate;

typedef struct {
    guint32 start, end;     /* in the folded text */
    ActKind word;           /* the kind in words before the number; ACT_NONE */
    gboolean short_word;    /* … abbreviated: "NĐ" */
    ActNumber number;       /* sequence 0: cited by name alone */
    const GPtrArray *named; /* of const Instrument *: those that bear the name it is cited by (empty: a name
                               that is told apart but not in the table); NULL when cited by number alone */
    ActDate date;           /* of the act as the text gives it; year 0: none */
    const Issuer *issuer;   /* named after it ("của Chính phủ"); NULL */
} Mention;

/* Groups of the pattern of numbers. */
enum { GROUP_WORD = 1, GROUP_SEQUENCE, GROUP_INFIX, GROUP_YEAR, GROUP_KIND, GROUP_ISSUER, GROUP_TERM };
/* Groups of the pattern of names. */
enum { GROUP_NAME = 1 };
/* Groups of the detail pattern. */
enum { GROUP_DAY = 1, GROUP_MONTH, GROUP_DATE_YEAR, GROUP_YEAR_ALONE, GROUP_BODY };

struct CitationScanner {
    const Instruments *instruments;
    GArray *numbers;            /* of ActNumber, one for each instrument of the list */
    GHashTable *names;          /* folded words of a name → GPtrArray of const Instrument * */
    GHashTable *issuer_names;   /* folded words of a body's name → const Issuer * */
    GHashTable *issuer_symbols; /* folded letters of a symbol → const Issuer *, the first that has it */
    CitationSigns signs;        /* without any of these a text cites nothing */
    void *number_code;          /* pcre2_code: a number, with the kind before it */
    void *name_code;            /* pcre2_code: a name */
    void *detail_code;          /* pcre2_code: date, year, body or number after it */
    void *ended_before;         /* pcre2_code: "thay thế", "bãi bỏ" that reaches what follows */
    void *ended_after;          /* pcre2_code: "đã hết hiệu lực" said of what stands before */
};

/* FALSE: the pattern of numbers cannot match in the text. Most texts have figures and no act's number, and
 * this is told much faster than by the pattern. */
gboolean citation_may_have_number(const Folded *text);

/* Appends the mentions in text order. signs: of citation_signs_in(). budget NULL: time does not count.
 * Errors: LIMIT_STEPS where a pattern gave up, so that what it did not find is not said to be absent;
 * LIMIT_TIME. */
gboolean citation_scan(const CitationScanner *scanner, const Folded *text, guint signs, const Budget *budget,
                       GArray *mentions, GError **error);

/* *ended: TRUE when the words around a mention end the act. Errors: LIMIT_STEPS. */
gboolean citation_is_ended(const CitationScanner *scanner, const Folded *text, const Mention *mention,
                           gboolean *ended, GError **error);

/* The ASCII letters of folded text alone: "bgd&dt" is "bgddt". Owned by the caller. */
char *folded_letters(const char *text, gsize length);

#endif
