/* What a batch came to, in a dozen lines for the one who started it. */
#ifndef RASOAT_CLI_SUMMARY_H
#define RASOAT_CLI_SUMMARY_H

#include "batch/store.h"
#include "cli/command.h"

/* Prints the figures of a round on standard output, and waivers that have expired or waive nothing. FALSE
 * with an error of the store. */
gboolean summary_print(Store *store, const Round *round, const RoundFigures *figures, const char *out,
                       RasoatLanguage language, GError **error);

/* The exit code that the documents of a round give. */
ExitCode summary_exit(const RoundFigures *figures, Level fail_on);

#endif
