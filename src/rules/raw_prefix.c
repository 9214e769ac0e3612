/* What a raw expression says plainly of the bytes that its matches begin with: letters, figures, white space
 * and alternatives of these, in either case. What else there is (pcre2pattern(3)) ends the prefix; where it
 * might be misread, there is none. */
#include <string.h>

#include "rules/raw.h"
#include "text/letters.h"

/* One character, as the bytes that it may be written with. */
typedef struct {
    ByteSet bytes[4];
    guint count;
    gboolean open; /* it may have more bytes than these */
} Item;

static void parse_alternatives(const char **at, RawPrefix *prefix);

/* FALSE where brackets may not be what they seem. */
static gboolean is_plain(const char *expression)
{
    static const char *const odd[] = {"(*", "\\Q", "\\c", "[]", "[^]", "[:"};
    static const char *const known[] = {":", "=", "!", "<=", "<!", "i:", "-i:", "i)", "-i)"};
    for (guint i = 0; i < G_N_ELEMENTS(odd); i++)
        if (strstr(expression, odd[i]))
            return FALSE;
    for (const char *at = strstr(expression, "(?"); at; at = strstr(at + 2, "(?")) {
        gboolean is_known = FALSE;
        for (guint i = 0; i < G_N_ELEMENTS(known); i++)
            is_known = is_known || g_str_has_prefix(at + 2, known[i]);
        if (!is_known)
            return FALSE;
    }
    return TRUE;
}

static const char *skip_class(const char *at)
{
    while (*at && *at != ']')
        at += *at == '\\' && at[1] ? 2 : 1;
    return *at ? at + 1 : at;
}

/* To the end of an alternative: "|", the bracket that closes its group, or the end. */
static const char *skip_alternative(const char *at)
{
    for (guint depth = 0; *at; at++) {
        if (depth == 0 && (*at == '|' || *at == ')'))
            break;
        if (*at == '[') {
            at = skip_class(at + 1) - 1;
            continue;
        }
        if (*at == '\\' && at[1])
            at++;
        else if (*at == '(')
            depth++;
        else if (*at == ')')
            depth--;
    }
    return at;
}

static const char *skip_group(const char *at)
{
    do
        at = skip_alternative(at + 1);
    while (*at == '|');
    return *at ? at + 1 : at;
}

static gboolean is_optional(const char *after)
{
    return *after == '?' || *after == '*' || (*after == '{' && !(after[1] >= '1' && after[1] <= '9'));
}

static gboolean is_quantified(const char *after)
{
    return *after != '\0' && strchr("?*+{", *after) != NULL;
}

static void add_range(ByteSet *set, guint from, guint to)
{
    for (guint byte = from; byte <= to; byte++)
        byte_set_add(set, (guchar)byte);
}

/* k and s have a third case beyond ASCII (the sign of Kelvin, the long s). */
static gboolean add_ascii(Item *item, char c)
{
    if (item->count > 1)
        return FALSE;
    item->count = 1;
    byte_set_add(&item->bytes[0], (guchar)g_ascii_tolower(c));
    byte_set_add(&item->bytes[0], (guchar)g_ascii_toupper(c));
    if (strchr("kKsS", c)) {
        add_range(&item->bytes[0], 0x80, 0xFF);
        item->open = TRUE;
    }
    return TRUE;
}

static gboolean add_letter(Item *item, gunichar c)
{
    const gunichar cases[] = {c, g_unichar_tolower(c), g_unichar_toupper(c)};
    if (!letter_find(c))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        char bytes[6];
        const guint count = (guint)g_unichar_to_utf8(cases[i], bytes);
        if (item->count != 0 && item->count != count)
            return FALSE;
        item->count = count;
        for (guint byte = 0; byte < count; byte++)
            byte_set_add(&item->bytes[byte], (guchar)bytes[byte]);
    }
    return TRUE;
}

static gboolean add_character(Item *item, const char *at)
{
    return (guchar)*at < 0x80 ? add_ascii(item, *at) : add_letter(item, g_utf8_get_char(at));
}

/* [Nn], [1-9]: no other ranges, nothing escaped or excluded. */
static const char *parse_class(const char *at, Item *item)
{
    for (; *at && *at != ']'; at = g_utf8_next_char(at)) {
        if (g_ascii_isdigit(*at) && at[1] == '-' && g_ascii_isdigit(at[2]) && item->count <= 1) {
            add_range(&item->bytes[0], (guchar)at[0], (guchar)at[2]);
            item->count = 1;
            at += 2;
        } else if (strchr("\\^-[", *at) || !add_character(item, at)) {
            return NULL;
        }
    }
    return *at ? at + 1 : NULL;
}

/* Returns what follows the character; NULL: it is none that is known. */
static const char *parse_item(const char *at, Item *item)
{
    if (*at == '[')
        return parse_class(at + 1, item);
    if (*at == '\\' && (at[1] == 's' || at[1] == 'd')) {
        *item = (Item){.count = 1, .open = TRUE};
        add_range(&item->bytes[0], 0x80, 0xFF);
        if (at[1] == 'd')
            add_range(&item->bytes[0], '0', '9');
        else
            add_range(&item->bytes[0], '\t', '\r');
        if (at[1] == 's')
            byte_set_add(&item->bytes[0], ' ');
        return at + 2;
    }
    if (*at == '\\')
        return g_ascii_ispunct(at[1]) && add_ascii(item, at[1]) ? at + 2 : NULL;
    if (strchr(".^$*+?{}]()|", *at) || !add_character(item, at))
        return NULL;
    return g_utf8_next_char(at);
}

static void append(RawPrefix *prefix, const ByteSet *bytes, guint count)
{
    for (guint i = 0; i < count && prefix->count < RAW_PREFIX; i++)
        prefix->bytes[prefix->count++] = bytes[i];
}

/* What follows an assertion or a setting, neither of which takes any text; at itself where there is none. */
static const char *skip_textless(const char *at)
{
    if (g_str_has_prefix(at, "(?i)"))
        return at + strlen("(?i)");
    if (g_str_has_prefix(at, "(?-i)"))
        return at + strlen("(?-i)");
    if (at[0] == '(' && at[1] == '?' && (at[2] == '<' || at[2] == '=' || at[2] == '!')) {
        const char *after = skip_group(at);
        return is_quantified(after) ? at : after;
    }
    return at;
}

static void parse_group(const char *at, RawPrefix *prefix)
{
    RawPrefix inner = {.count = 0};
    if (is_optional(skip_group(at)))
        return;
    at++;
    if (*at == '?') {
        at += strcspn(at, ":=!<)");
        if (*at != ':')
            return;
        at++;
    }
    parse_alternatives(&at, &inner);
    append(prefix, inner.bytes, inner.count);
}

static void parse_sequence(const char *at, RawPrefix *prefix)
{
    while (*at && *at != '|' && *at != ')') {
        const char *after = skip_textless(at);
        if (after != at) {
            at = after;
            continue;
        }
        if (*at == '(') {
            parse_group(at, prefix);
            return;
        }
        Item item = {.count = 0};
        after = parse_item(at, &item);
        if (!after || is_optional(after))
            return;
        append(prefix, item.bytes, item.count);
        if (item.open || is_quantified(after))
            return;
        at = after;
    }
}

static void parse_alternatives(const char **at, RawPrefix *prefix)
{
    parse_sequence(*at, prefix);
    *at = skip_alternative(*at);
    while (**at == '|') {
        RawPrefix other = {.count = 0};
        parse_sequence(++*at, &other);
        *at = skip_alternative(*at);
        prefix->count = MIN(prefix->count, other.count);
        for (guint i = 0; i < prefix->count; i++)
            byte_set_join(&prefix->bytes[i], &other.bytes[i]);
    }
}

void raw_prefix_read(const char *expression, RawPrefix *prefix)
{
    *prefix = (RawPrefix){.count = 0};
    if (!is_plain(expression))
        return;
    parse_alternatives(&expression, prefix);
    if (*expression)
        prefix->count = 0;
}
