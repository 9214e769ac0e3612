/* Days as people write them. */
#ifndef RASOAT_BASE_CALENDAR_H
#define RASOAT_BASE_CALENDAR_H

/* A day that is written "2026-12-31", "31/12/2026", "31-12-2026" or "31.12.2026", as "2026-12-31"; NULL when
 * it is none of the calendar. Owned by the caller. */
char *calendar_date(const char *text);

#endif
