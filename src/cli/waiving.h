/* --waivers of a command that judges one document after the other. */
#ifndef RASOAT_CLI_WAIVING_H
#define RASOAT_CLI_WAIVING_H

#include "base/translate.h"
#include "batch/waivers.h"

/* Waivers, and what they came to so far; all NULL when none were given. */
typedef struct {
    Waivers *waivers;
    WaiverUse *uses;
} Waiving;

void waiving_clear(Waiving *waiving);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Waiving, waiving_clear)

/* The option of every command that takes a file of waivers. */
#define WAIVERS_ENTRY(file)                                                                                                            \
    {                                                                                                                                  \
        "waivers", 0, 0, G_OPTION_ARG_FILENAME, (file),                                                                                \
            N_("danh sách thiếu sót đã được chấp nhận (CSV): mã quy tắc, lý do, người duyệt, căn cứ, hết " \
               "hạn; đơn vị, tệp"),                                                                                                    \
            "TỆP"                                                                                                                    \
    }

/* Reads the file; NULL: none. FALSE: told, what is wrong in it. */
gboolean waiving_open(Waiving *waiving, const char *file, const RasoatRules *rules);

/* Marks what is waived in a result, whose names are those of its text and its file. */
void waiving_apply(const Waiving *waiving, RasoatResult *result);

/* Tells of each row that was for none of the documents, and so stands in no report. */
void waiving_tell_stray(const Waiving *waiving);

#endif
