/* Rows of a list that are no units: sums, titles of sections, remarks, signatures, numbers of columns. */
#ifndef RASOAT_BATCH_ROSTER_ROWS_H
#define RASOAT_BATCH_ROSTER_ROWS_H

#include <glib.h>

/* What a row says, none of it NULL. */
typedef struct {
    const char *order; /* in the column of running numbers; "" when there is none */
    const char *name;  /* in that of names, else in the first that is filled */
    gboolean named;    /* the column of names is filled */
    gboolean alone;    /* nothing is said of a unit but its name and number of people */
    gboolean first;    /* it stands right below the titles of columns */
} RosterRow;

/* TRUE for a row that a person would not take for a unit: "Tổng cộng", "I. Khối trường học", "Ghi chú: …". In
 * doubt it is one. */
gboolean roster_row_is_aside(const RosterRow *row);

#endif
