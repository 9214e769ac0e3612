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

/* Whether a row is one of those below a table, behind which there are no units until a row is numbered again:
 * a place and date, who signs, to whom it goes. */
gboolean roster_row_is_foot(const RosterRow *row);
gboolean roster_row_is_numbered(const RosterRow *row);

/* Whether a row may only head a group of units, for it is numbered as sections are ("II", "A", or "1" above
 * "1.1") and nothing is said of it; and whether the row below, a unit, says that it does: that is numbered by
 * figures, and the head names a place ("I. Huyện Long Điền"), or more is said of the unit than of the head,
 * which is numbered in the column for it. */
gboolean roster_row_may_head(const RosterRow *row);
gboolean roster_row_heads(const RosterRow *row, const RosterRow *below);

/* A name without the number before it: "1. Trường A", "II) Trường A". Part of it. */
const char *roster_name_behind_number(const char *name);

#endif
