/* Which groups each range of blocks answers to, by headings and by list lead-ins (design: evidence 1 and 2).
 */
#ifndef RASOAT_AUDIT_SECTIONS_H
#define RASOAT_AUDIT_SECTIONS_H

#include "audit/context.h"

/* Groups given to a range of blocks by a heading or a lead-in. */
typedef struct {
    guint first, end;
    guint32 groups, denied, weak;
    gboolean mention;
    gboolean heading;
    gboolean adds;   /* a cell's to its row: what the row stands in above it stays … */
    gboolean keeps;  /* … even where that is part of what it adds */
    gboolean lawful; /* what denies names what the law itself keeps secret */
    guint denying;   /* the sentence that denies, from 1; 0: none */
} Assignment;

/* Appends what headings give, and notes the groups of each division in the context. */
void sections_of_headings(AuditContext *context, GArray *assignments);

/* Appends what lead-ins give: lists, unnumbered titles, columns of tables. */
void sections_of_lead_ins(AuditContext *context, GArray *assignments);

/* The block after the list that block opens; block + 1 when it opens none. Blocks are asked for in their
 * order, and what opens a list within another of the same division ends with it: ends (one a division, zeros
 * at first) keeps the last end of each. */
guint sections_list_end(const Outline *outline, guint block, guint *ends);

/* The block after what a short line opens as an unnumbered title of entries ("Những việc tự quyết" between
 * two lists of dashes): the next such line, or what ends the division around; block + 1 when it is none. */
guint sections_title_line_end(const Outline *outline, guint block);

#endif
