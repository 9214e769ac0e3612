/* The forms of Nghị định 30/2020/NĐ-CP, annex III: "04/2015/NĐ-CP", and "10/2022/QH15" for acts of the
 * Assembly. */
#include "audit/citation_usual.h"

static char *symbol_as_written(const char *original, const Folded *text, const ActNumber *number)
{
    guint32 start = text->origin[number->symbol_start], end = text->origin[number->symbol_end];
    g_autofree char *capitals = g_utf8_strup(original + start, (gssize)(end - start));
    GString *out = g_string_new(NULL);

    for (const char *c = capitals; *c; c++)
        if (!g_ascii_isspace(*c) && *c != '&')
            g_string_append_c(out, *c);
    return g_string_free(out, FALSE);
}

/* The issuer's symbol from the table where the whole symbol is that one issuer's. */
static char *issuer_symbol(const CitationScanner *scanner, const char *original, const Folded *text,
                           const ActNumber *number)
{
    const Issuer *issuer = g_hash_table_lookup(scanner->issuer_symbols, number->issuer);
    g_autofree char *symbol = issuer ? g_strdup(issuer->symbol) : symbol_as_written(original, text, number);

    return number->term && issuer ? g_strdup_printf("%s%u", symbol, number->term) : g_steal_pointer(&symbol);
}

/* The part before the issuer: laws, and resolutions of the Assembly and its Standing Committee, may have
 * none. */
static const char *kind_symbol(const ActNumber *number, ActKind stated)
{
    if (g_str_equal(number->issuer, "qh") ||
        (number->kind == ACT_NONE && g_str_equal(number->issuer, "ubtvqh")))
        return "";
    return act_kind_symbol(stated);
}

char *citation_usual_number(const CitationScanner *scanner, const char *original, const Folded *text,
                            const ActNumber *number, ActKind stated)
{
    if (!number->sequence || !number->issuer[0])
        return NULL;
    g_autofree char *issuer = issuer_symbol(scanner, original, text, number);
    const char *kind = kind_symbol(number, stated);
    if (g_str_equal(number->issuer, "tw"))
        return g_strdup_printf("%u-%s/%s", number->sequence, kind, issuer);
    g_autofree char *year = number->year ? g_strdup_printf("%u/", number->year) : g_strdup("");
    return g_strdup_printf("%02u/%s%s%s%s", number->sequence, year, kind, *kind ? "-" : "", issuer);
}
