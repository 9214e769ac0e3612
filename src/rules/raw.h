/* Raw expressions of phrases (/…/): PCRE2 at a place in the text. Inside src/rules only. */
#ifndef RASOAT_RULES_RAW_H
#define RASOAT_RULES_RAW_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <glib.h>
#include <pcre2.h>

typedef struct {
    guint64 bits[256 / 64];
} ByteSet;

typedef struct {
    char *expression; /* as written */
    pcre2_code *code;
    ByteSet first; /* bytes that a match may begin with */
    gboolean fast; /* the processor's own instructions have been made of it */
} Raw;

/* A space in the expression stands for one character of white space of any kind. Errors: RULES, naming where
 * and the expression. */
Raw *raw_compile(const char *expression, const char *where, GError **error);
void raw_free(Raw *raw);

/* As pcre2_match() at the byte start of a text of stop bytes, which is UTF-8: what stands before may be
 * looked at. */
int raw_match(const Raw *raw, const char *text, gsize start, gsize stop, pcre2_match_data *data,
              pcre2_match_context *context);

static inline gboolean byte_set_has(const ByteSet *set, guchar byte)
{
    return set->bits[byte / 64] >> (byte % 64) & 1;
}

static inline void byte_set_add(ByteSet *set, guchar byte)
{
    set->bits[byte / 64] |= (guint64)1 << (byte % 64);
}

void byte_set_join(ByteSet *set, const ByteSet *other);

#endif
