/* The XML files of a rule set, read and validated, before anything in them is understood. */
#ifndef RASOAT_RULES_RULE_FILES_H
#define RASOAT_RULES_RULE_FILES_H

#include "rules/xml_file.h"

typedef struct {
    char *path, *bytes;
    gsize length;
} RuleFile;

typedef struct {
    GPtrArray *files; /* of RuleFile *, by name */
    RuleFile schema;
    char *digest;        /* SHA-256 of the files, names and contents, hexadecimal */
    char *schema_digest; /* of the schema's contents */
} RuleFiles;

/* Reads every *.xml of a directory, or of several parted by ':', and the schema of the first. A later
 * directory adds to those before it, and its files replace theirs of the same names. Errors: IO, RULES. Free
 * with rule_files_free(). */
RuleFiles *rule_files_read(const char *directories, GError **error);

/* Parses the files and validates them against the schema: XmlFiles in their order. Errors: RULES with
 * "file:line: …". */
GPtrArray *rule_files_parse(const RuleFiles *files, GError **error);

/* The path of the file of a name; NULL: there is none. */
const char *rule_files_path(const RuleFiles *files, const char *name);
void rule_files_free(RuleFiles *files);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RuleFiles, rule_files_free)

#endif
