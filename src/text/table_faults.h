/* Faults of a table told in one run: reading goes on behind each, and they are refused together. */
#ifndef RASOAT_TEXT_TABLE_FAULTS_H
#define RASOAT_TEXT_TABLE_FAULTS_H

#include <glib.h>

typedef struct {
    guint count;
    GString *told; /* the first twenty, a line each */
} TableFaults;

TableFaults *table_faults_new(void);
void table_faults_free(TableFaults *faults);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TableFaults, table_faults_free)

/* Takes a fault; it stays one line whatever it quotes. */
void table_faults_add(TableFaults *faults, GError *fault);

/* TRUE when there is none; else FALSE with USAGE: a line of the message each, the first twenty, and how many
 * more. path: of the table. */
gboolean table_faults_none(const TableFaults *faults, const char *path, GError **error);

#endif
