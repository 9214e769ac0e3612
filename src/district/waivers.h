/* What a district tells of its waivers: each once, and what it came to. */
#ifndef RASOAT_DISTRICT_WAIVERS_H
#define RASOAT_DISTRICT_WAIVERS_H

#include "batch/waivers.h"

/* What a row did, or why it does nothing: "được chấp nhận ở 3 văn bản", "hết hạn, không còn áp dụng". Owned
 * by the caller. */
char *district_waiver_effect(const WaiverRow *row, const WaiverUse *use, const char *as_of,
                             RasoatLanguage language);

/* For whom it is: unit, file, both, or everyone. Owned by the caller. */
char *district_waiver_scope(const WaiverRow *row, RasoatLanguage language);

/* Class of html_style and symbol of a state. Static. */
const char *district_waiver_class(WaiverState state);
const char *district_waiver_symbol(WaiverState state);

#endif
