/* The scanner: the patterns of citations over bare folded text, and the tables of names, bodies and numbers
 * that go with one table of instruments. */
#include "audit/citation_scan.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/translate.h"

/* --- patterns ------------------------------------------------------------------------------------------ */

#define NOT_IN_WORD "(?<![a-z0-9])"
/* kỷ luật, pháp luật are no laws. */
#define NOT_OTHER_LAW "(?<!phap )(?<!phap)(?<!ki )"
#define KIND_WORDS                                                                                           \
    "nghi[ ]?quyet lien tich|nghi[ ]?quyet|nghi[ ]?dinh|thong[ ]?tu lien tich|thong[ ]?tu|phap[ ]?lenh|"     \
    "bo[ ]?luat|" NOT_OTHER_LAW "luat|quyet[ ]?dinh|chi[ ]?thi|ket[ ]?luan|qui[ ]?dinh|huong[ ]?dan|"        \
    "nqlt|ttlt|nd|nq|tt|pl|qd|ct|kl"
#define KIND_SYMBOLS "ttlt|nqlt|tt|nq|qdi|qd|ct|pl|kl|hd|l"
#define SEQUENCE                                                                                             \
    "(?<![0-9])(?<![0-9][/.,-])([0-9]{1,4})(?![0-9])(?:[ ]?-[ ]?(nd|pl|tt|nq|qd|ct|cp|l)(?![a-z]))?"
#define YEAR "(?:[ ]?[/-][ ]?((?:19|20)[0-9]{2})(?![0-9]))?"
#define ISSUER                                                                                               \
    "((?:ubtvqh|qh)(?:[ ]?-?[ ]?k?([0-9]{1,2}))?(?![0-9a-z])|bgd[ "                                          \
    "&-]{1,3}dt(?:-[a-z&]{2,15}){0,3}(?![a-z])|"                                                             \
    "[a-z&]{2,12}?(?:-[a-z&]{2,15}?){0,3}(?=[^a-z0-9&]|[0-9](?![0-9/])|ngay|cua|$))"
#define SYMBOL                                                                                               \
    "(?:[ ]?[/-][ ]?|[ ]?(?=(?:nd|" KIND_SYMBOLS ")[ ._/-]))"                                                \
    "(?|(?:(nd)[ ._/-]{0,3})|(?:(" KIND_SYMBOLS                                                              \
    ")[ ._/-]{1,3})|(pl|nq)(?=ubtvqh)|(tt)(?=b[a-z]{2}))?" ISSUER
/* A number that ends without a symbol needs the kind before it, or a year (a list: "71/1998, 04/2015"). */
#define NO_SYMBOL "(?(1)|(?(4)|(*FAIL)))(?![ ]?[/%-][ ]?[0-9a-z]|[.,][0-9]|[0-9a-z])"
#define NUMBER                                                                                               \
    "(?:" NOT_IN_WORD "(" KIND_WORDS ")[ ]?(?:so|s)?[ ]?[:.]?[ ]?)?" SEQUENCE YEAR "(?:" SYMBOL              \
    "|" NO_SYMBOL ")"

#define FILLER                                                                                               \
    "(?:[ ,(]*+(?:da|duoc|ra|ki|ban hanh|thong qua|quoc hoi(?: nuoc [a-z ]{5,45}viet nam)?(?=[ ,(]+khoa)|"   \
    "khoa [0-9xiv]+|ki hop thu [0-9a-z]+)(?![a-z])[ ),]*+){0,8}"
#define DATE                                                                                                 \
    "(?:ngay[ ]?)?([0-9]{1,2})[ ]?(?:thang|[/.-])[ ]?([0-9]{1,2})[ ]?(?:nam|[/.-])[ ]?((?:19|20)[0-9]{2})"   \
    "(?![0-9])"
#define DETAIL_BEFORE_BODY "[ ,(]*+(?:do|cua|boi) (?:bo truong )?"
#define YEAR_ALONE "[ (]*+(?:nam[ ]?)?((?:19|20)[0-9]{2})(?![0-9]|[ ]?[/.-][ ]?[0-9])"

#define WITHIN_SENTENCE "(?:(?!can cu|theo qui dinh|bang |boi |;|[a-z)][.] ).)*"
#define ENDED_BEFORE "(?:thay the|bai bo|huy bo)(?! (?:bang|boi|theo))" WITHIN_SENTENCE "$"
#define ENDED_AFTER                                                                                          \
    "(?:(?![;.]|khi |neu |den |nghi dinh|luat |thong tu|phap lenh|quyet dinh).){0,60}?[ (,]"                 \
    "(?:het hieu luc|khong con hieu luc|(?:duoc|bi) (?:thay the|bai bo|huy bo)|thay(?: the)? (?:bang|boi))"

static pcre2_code *compile(const char *pattern, guint32 options)
{
    int code;
    PCRE2_SIZE offset;
    pcre2_code *compiled = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, options, &code, &offset,
                                         memory_of_pcre2_compile());

    if (!compiled)
        g_error("citation pattern, byte %zu: error %d", offset, code);
    pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE);
    return compiled;
}

/* Together what begins with the same word, and before every key the longer ones that begin with it. */
static int descending(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)b, *(const char *const *)a);
}

/* Punctuation between words is free. */
static void append_words(GString *pattern, const char *words)
{
    for (const char *c = words; *c; c++)
        if (*c == ' ')
            g_string_append(pattern, "[ ,&/-]{1,3}");
        else
            g_string_append_c(pattern, *c);
}

/* The keys of a table as alternatives, the longest first. Those with the same first word share it: the
 * pattern is tried all over a text, and most places should be left at their first letters. */
static char *alternatives(GHashTable *table)
{
    g_autofree const char **keys = (const char **)g_hash_table_get_keys_as_array(table, NULL);
    guint count = g_hash_table_size(table);
    gsize before = 0;
    GString *out = g_string_new("(?:");

    qsort(keys, count, sizeof *keys, descending);
    for (guint i = 0; i < count; i++) {
        gsize first = strcspn(keys[i], " ");
        gboolean shared = i > 0 && first == before && strncmp(keys[i], keys[i - 1], first) == 0;
        if (i > 0)
            g_string_append(out, shared ? "|" : ")|");
        if (!shared)
            g_string_append_printf(out, "%.*s(?:", (int)first, keys[i]);
        append_words(out, keys[i] + first);
        before = first;
    }
    if (count)
        g_string_append_c(out, ')');
    if (!count)
        g_string_append(out, "(*FAIL)");
    g_string_append_c(out, ')');
    return g_string_free(out, FALSE);
}

static void compile_patterns(CitationScanner *scanner)
{
    g_autofree char *names = alternatives(scanner->names);
    g_autofree char *bodies = alternatives(scanner->issuer_names);
    g_autofree char *name = g_strconcat(NOT_IN_WORD NOT_OTHER_LAW "(", names, ")(?![a-z0-9])", NULL);
    g_autofree char *detail = g_strconcat(FILLER "(?:[ ,(]*+" DATE "|" YEAR_ALONE "|" DETAIL_BEFORE_BODY "(",
                                          bodies, ")(?![a-z]))", NULL);

    scanner->number_code = compile(NUMBER, 0);
    scanner->name_code = compile(name, 0);
    scanner->detail_code = compile(detail, PCRE2_ANCHORED);
    scanner->ended_before = compile(ENDED_BEFORE, 0);
    scanner->ended_after = compile(ENDED_AFTER, PCRE2_ANCHORED);
}

/* --- figures that may be numbers of acts --------------------------------------------------------------- */

/* What SYMBOL has before the issuer where no slash or dash does, by its first letters. */
static gboolean begins_symbol(const char *text)
{
    static const char *const symbols[] = {"nd", "tt", "nq", "qd", "ct", "pl", "kl", "hd"};

    if (*text == 'l')
        return TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS(symbols); i++)
        if (text[0] == symbols[i][0] && text[1] == symbols[i][1])
            return TRUE;
    return FALSE;
}

/* Whether the text before a byte ends like one of KIND_WORDS. */
static gboolean ends_like_kind(const char *text, gsize end)
{
    static const char *const endings[] = {"et", "tich", "dinh", "tu", "lenh", "luat", "thi", "uan", "dan",
                                          "lt", "nd",   "nq",   "tt", "pl",   "qd",   "ct",  "kl"};

    for (gsize i = 0; i < G_N_ELEMENTS(endings); i++) {
        gsize length = strlen(endings[i]);
        if (end >= length && memcmp(text + end - length, endings[i], length) == 0)
            return TRUE;
    }
    return FALSE;
}

static gsize pass_back(const char *text, gsize end, const char *characters)
{
    return end > 0 && strchr(characters, text[end - 1]) ? end - 1 : end;
}

/* "Nghị định số: 04": what NUMBER has between the kind and its figures, backwards. */
static gboolean follows_kind(const char *text, gsize end)
{
    end = pass_back(text, end, " ");
    end = pass_back(text, end, ":.");
    end = pass_back(text, end, " ");
    if (ends_like_kind(text, end))
        return TRUE;
    gsize so = pass_back(text, end, "o");
    end = pass_back(text, so, "s");
    return end < so && ends_like_kind(text, pass_back(text, end, " "));
}

gboolean citation_may_have_number(const Folded *folded)
{
    const char *text = folded->text;

    for (gsize at = 0; at < folded->length; at++) {
        gsize first = at;
        if (!g_ascii_isdigit(text[at]))
            continue;
        while (g_ascii_isdigit(text[at + 1])) /* a 0 ends the text */
            at++;
        const char *after = text + at + 1 + (text[at + 1] == ' ');
        if (*after == '/' || *after == '-' || begins_symbol(after) || follows_kind(text, first))
            return TRUE;
    }
    return FALSE;
}

/* --- tables -------------------------------------------------------------------------------------------- */

static void add_name(CitationScanner *scanner, const char *name, const Instrument *instrument)
{
    g_autofree char *words = text_bare_words(name);
    GPtrArray *bearers = g_hash_table_lookup(scanner->names, words);

    if (!bearers) {
        bearers = g_ptr_array_new();
        g_hash_table_insert(scanner->names, g_steal_pointer(&words), bearers);
    }
    if (instrument)
        g_ptr_array_add(bearers, (gpointer)instrument);
}

char *folded_letters(const char *text, gsize length)
{
    GString *out = g_string_new(NULL);

    for (gsize i = 0; i < length; i++)
        if (g_ascii_isalpha(text[i]))
            g_string_append_c(out, text[i]);
    return g_string_free(out, FALSE);
}

static void add_issuer(CitationScanner *scanner, const Issuer *issuer)
{
    g_autofree char *folded = text_folded(issuer->symbol, FOLD_BARE);
    char *symbol = folded_letters(folded, strlen(folded));

    g_hash_table_insert(scanner->issuer_names, text_bare_words(issuer->name), (gpointer)issuer);
    for (guint i = 0; i < issuer->names->len; i++)
        g_hash_table_insert(scanner->issuer_names, text_bare_words(g_ptr_array_index(issuer->names, i)),
                            (gpointer)issuer);
    if (g_hash_table_contains(scanner->issuer_symbols, symbol))
        g_free(symbol);
    else
        g_hash_table_insert(scanner->issuer_symbols, symbol, (gpointer)issuer);
}

/* Reads a number of the table by the pattern that reads documents, so that both agree. */
static gboolean read_number(const CitationScanner *scanner, const Instrument *instrument, ActNumber *number)
{
    g_autoptr(GArray) mentions = g_array_new(FALSE, TRUE, sizeof(Mention));
    Folded folded;

    text_fold(instrument->number, -1, FOLD_BARE, FALSE, &folded);
    gboolean read = citation_scan(scanner, &folded, SIGN_FIGURE | SIGN_WORD, NULL, mentions, NULL);
    const Mention *mention = read && mentions->len == 1 ? &g_array_index(mentions, Mention, 0) : NULL;
    gboolean whole = mention && mention->start == 0 && mention->end == folded.length;
    folded_clear(&folded);
    if (whole)
        *number = mention->number;
    return whole;
}

static gboolean read_numbers(CitationScanner *scanner, GError **error)
{
    for (guint i = 0; i < scanner->instruments->list->len; i++) {
        const Instrument *instrument = g_ptr_array_index(scanner->instruments->list, i);
        ActNumber number;
        const char *wrong = !read_number(scanner, instrument, &number)        ? instrument->number
                            : act_kind_of_words(instrument->kind) == ACT_NONE ? instrument->kind
                                                                              : NULL;
        if (wrong) {
            g_autofree char *place = g_strdup_printf("%s:%u", instrument->path, instrument->line);
            return error_set_both(error, RASOAT_ERROR_RULES, place,
                                  wrong == instrument->kind ? N_("“%s” không phải loại văn bản")
                                                            : N_("“%s” không phải số, ký hiệu của văn bản"),
                                  wrong);
        }
        g_array_append_val(scanner->numbers, number);
    }
    return TRUE;
}

static void bearers_free(gpointer bearers)
{
    g_ptr_array_unref(bearers);
}

CitationScanner *citation_scanner_new(const Instruments *instruments, GError **error)
{
    g_autoptr(CitationScanner) scanner = g_new0(CitationScanner, 1);

    scanner->instruments = instruments;
    scanner->numbers = g_array_new(FALSE, TRUE, sizeof(ActNumber));
    scanner->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, bearers_free);
    scanner->issuer_names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    scanner->issuer_symbols = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < instruments->list->len; i++) {
        const Instrument *instrument = g_ptr_array_index(instruments->list, i);
        for (guint n = 0; n < instrument->names->len; n++)
            add_name(scanner, g_ptr_array_index(instrument->names, n), instrument);
    }
    for (guint i = 0; i < instruments->unlisted->len; i++)
        add_name(scanner, g_ptr_array_index(instruments->unlisted, i), NULL);
    for (guint i = 0; i < instruments->issuers->len; i++)
        add_issuer(scanner, g_ptr_array_index(instruments->issuers, i));
    citation_signs_init(&scanner->signs, scanner->names);
    compile_patterns(scanner);
    return read_numbers(scanner, error) ? g_steal_pointer(&scanner) : NULL;
}

void citation_scanner_free(CitationScanner *scanner)
{
    if (!scanner)
        return;
    pcre2_code_free(scanner->number_code);
    pcre2_code_free(scanner->name_code);
    pcre2_code_free(scanner->detail_code);
    pcre2_code_free(scanner->ended_before);
    pcre2_code_free(scanner->ended_after);
    g_array_unref(scanner->numbers);
    citation_signs_clear(&scanner->signs);
    g_hash_table_unref(scanner->names);
    g_hash_table_unref(scanner->issuer_names);
    g_hash_table_unref(scanner->issuer_symbols);
    g_free(scanner);
}
