/* Raw expressions of phrases (/…/): PCRE2 at a place in the text. Inside src/rules only. */
#ifndef RASOAT_RULES_RAW_H
#define RASOAT_RULES_RAW_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <glib.h>
#include <pcre2.h>

typedef struct {
    pcre2_code *code;
    guint32 first[256 / 32]; /* bytes that a match may begin with, a bit each */
} Raw;

/* Errors: RULES, naming where and the expression. */
Raw *raw_compile(const char *expression, const char *where, GError **error);
void raw_free(Raw *raw);

/* A look at one byte, which spares most of the places. */
static inline gboolean raw_may_begin(const Raw *raw, guchar byte)
{
    return raw->first[byte / 32] >> (byte % 32) & 1;
}

#endif
