/* Options that several commands share: which rules, which kind of unit, which date. */
#ifndef RASOAT_CLI_OPTIONS_H
#define RASOAT_CLI_OPTIONS_H

#include <glib.h>

#include "base/translate.h"
#include "rasoat.h"
#include "report/level.h"

/* What a batch may be told of its processes: MiB of each, seconds of a document, how many there are. */
enum { MEMORY_MOST = 1 << 20, SECONDS_MOST = 24 * 60 * 60, JOBS_MOST = 1000 };

typedef struct {
    char *rules;
    char *profile;
    char *as_of;
    char *staff;
    char *has_union, *dispersed, *state_owned;
    gboolean outline;
} CheckFlags;

void check_flags_clear(CheckFlags *flags);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CheckFlags, check_flags_clear)

/* Entries that fill the flags, for an array of GOptionEntry. Texts are taken as file names are, byte by byte:
 * without a locale GOption converts nothing else but ASCII, and a wrong word is to be named as it was typed.
 */
#define RULES_ENTRY(flags)                                                                                                        \
    {                                                                                                                             \
        "rules", 'r', 0, G_OPTION_ARG_FILENAME, &(flags)->rules,                                                                  \
            N_("thư mục bộ quy tắc (mặc định: $RASOAT_RULES, hoặc nơi cài đặt); không có rasoat.rng: thêm " \
               "vào bộ có sẵn"),                                                                                                  \
            "THƯ-MỤC"                                                                                                          \
    }
#define PROFILE_ENTRY(flags)                                                                                            \
    {                                                                                                                   \
        "profile", 'p', 0, G_OPTION_ARG_FILENAME, &(flags)->profile,                                                    \
            N_("agency (cơ quan, đơn vị), school (trường), commune (xã), enterprise (doanh nghiệp);\nmặc " \
               "định: nhận biết từ văn bản"),                                                                           \
            "LOẠI"                                                                                                    \
    }
#define AS_OF_ENTRY(flags)                                                                                   \
    {                                                                                                        \
        "as-of", 'd', 0, G_OPTION_ARG_FILENAME, &(flags)->as_of,                                             \
            N_("đối chiếu với luật có hiệu lực vào ngày này; mặc định: hôm nay"), "NĂM-THÁNG-NGÀY"        \
    }
#define STAFF_ENTRY(flags)                                                                                   \
    {                                                                                                        \
        "staff", 's', 0, G_OPTION_ARG_FILENAME, &(flags)->staff,                                             \
            N_("số người của đơn vị, khi có nội dung phụ thuộc vào số này"), "SỐ"                          \
    }
#define UNIT_ENTRIES(flags)                                                                                  \
    {"union",                                                                                                \
     0,                                                                                                      \
     0,                                                                                                      \
     G_OPTION_ARG_FILENAME,                                                                                  \
     &(flags)->has_union,                                                                                    \
     N_("đơn vị có tổ chức Công đoàn hay không; mặc định: như văn bản nói"),                                 \
     "CÓ|KHÔNG"},                                                                                            \
        {"dispersed",                                                                                        \
         0,                                                                                                  \
         0,                                                                                                  \
         G_OPTION_ARG_FILENAME,                                                                              \
         &(flags)->dispersed,                                                                                \
         N_("đơn vị hoạt động phân tán hay không; mặc định: như văn bản nói"),                               \
         "CÓ|KHÔNG"},                                                                                        \
    {                                                                                                        \
        "state-owned", 0, 0, G_OPTION_ARG_FILENAME, &(flags)->state_owned,                                   \
            N_("doanh nghiệp có phải của Nhà nước hay không; mặc định: như văn bản nói"), "CÓ|KHÔNG"       \
    }
#define OUTLINE_ENTRY(flags)                                                                                 \
    {                                                                                                        \
        "outline", 0, 0, G_OPTION_ARG_NONE, &(flags)->outline, N_("JSON thêm cây Chương, Điều của văn bản"), \
            NULL                                                                                             \
    }

/* Yes or no as a person types it, 1 or 0; -1 for NULL. FALSE after a message on stderr that names the option.
 */
gboolean yes_no_parse(const char *option, const char *text, gint *answer);

/* The value of an option that takes a number: decimal digits and nothing else, as it was typed; NULL leaves
 * *number as it is. FALSE after a message on stderr that names the option and what it takes. */
gboolean number_parse(const char *option, const char *text, gint least, gint most, gint *number);

/* The number of staff, -1 when it is not given; FALSE after a message on stderr. */
gboolean staff_parse(const CheckFlags *flags, gint *staff);

/* Options of the library from the flags; NULL after a message on stderr. */
RasoatOptions *check_options_new(const CheckFlags *flags);

/* Loads the rules of --rules, $RASOAT_RULES, the tree the program was built in, or its installation, in this
 * order; NULL after a message on stderr. */
RasoatRules *rules_open(const char *given);

/* What --fail-on takes; FALSE after a message on stderr. NULL: missing. */
gboolean fail_on_parse(const char *name, Level *fail_on);

/* What --color takes; FALSE after a message on stderr. NULL: auto. */
gboolean colour_parse(const char *name, gboolean *colour);

/* "vi" or "en"; FALSE after a message on stderr. NULL: Vietnamese. */
gboolean language_parse(const char *name, RasoatLanguage *language);

#endif
