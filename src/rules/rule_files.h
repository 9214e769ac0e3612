/* The XML files of a rule set, read and validated, before anything in them is understood. */
#ifndef RASOAT_RULES_RULE_FILES_H
#define RASOAT_RULES_RULE_FILES_H

#include "rules/xml_file.h"

typedef struct {
    GPtrArray *files; /* of XmlFile *, by name */
    char *digest;     /* SHA-256 of names and contents, hexadecimal */
} RuleFiles;

/* Loads every *.xml of a directory, or of several parted by ':', and validates it against the schema of the
 * first. A later directory adds to those before it, and its files replace theirs of the same names. Errors:
 * RULES with "file:line: …". Free with rule_files_free(). */
RuleFiles *rule_files_load(const char *directories, GError **error);
void rule_files_free(RuleFiles *files);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RuleFiles, rule_files_free)

#endif
