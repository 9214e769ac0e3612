/* Speed of the whole audit beside its floor, in one process and in turns, so that a busy machine slows both
 * alike.
 *
 *   bench [--phrases | --instructions] RULES ROUNDS FILE…
 *
 * floor: the same parts of the same packages, inflated by libzip and parsed by libxml2's SAX2 interface with
 * empty handlers, and nothing else. The parts are those that the readers asked for (package_read is wrapped
 * at link time). stages: read (container and reader), outline (with front matter), scan (words and phrases),
 * judge, JSON. CPU time of the process; the median of the rounds, of their ratios as well. --phrases:
 * instead, the scan alone with a quarter, half and all of the phrases, and with more that are made of them,
 * of their words alone or with a word of their own each.
 * --instructions: for callgrind, one dump a stage. */
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <zip.h>
#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else /* --instructions counts nothing then */
#define CALLGRIND_ZERO_STATS
#define CALLGRIND_DUMP_STATS_AT(name)
#endif

#include "audit/audit.h"
#include "audit/context.h"
#include "base/input.h"
#include "base/memory.h"
#include "reader/reader.h"
#include "report/report.h"
#include "rules/phrasebook_private.h"

typedef struct {
    const char *path;
    GBytes *bytes;
    GPtrArray *parts; /* of char *: what the reader inflates; empty for a flat file */
} BenchFile;

enum { STAGE_FLOOR, STAGE_WHOLE, STAGE_READ, STAGE_OUTLINE, STAGE_SCAN, STAGES };
static const char *const stage_names[] = {"floor", "whole audit", "read", "outline, front", "words, phrases"};

static GPtrArray *recorded_parts; /* while set: names of parts being read */

GBytes *__real_package_read(Package *package, const char *name, GError **error);
GBytes *__wrap_package_read(Package *package, const char *name, GError **error);
GBytes *__wrap_package_read(Package *package, const char *name, GError **error)
{
    GBytes *part = __real_package_read(package, name, error);
    if (part && recorded_parts)
        g_ptr_array_add(recorded_parts, g_strdup(name));
    return part;
}

static double cpu_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* The floor. */

static void ignore_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                         int namespaces, const xmlChar **declared, int attributes, int defaulted,
                         const xmlChar **values)
{
    (void)context, (void)name, (void)prefix, (void)uri, (void)namespaces, (void)declared, (void)attributes;
    (void)defaulted, (void)values;
}

static void ignore_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)context, (void)name, (void)prefix, (void)uri;
}

static void ignore_text(void *context, const xmlChar *text, int length)
{
    (void)context, (void)text, (void)length;
}

static void parse_part(const char *data, gsize length)
{
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .startElementNs = ignore_start,
                             .endElementNs = ignore_end,
                             .characters = ignore_text};
    xmlParserCtxt *parser = xmlCreateMemoryParserCtxt(data, (int)length);
    *parser->sax = handler;
    xmlParseDocument(parser);
    xmlFreeParserCtxt(parser);
}

static void run_floor(const BenchFile *file)
{
    gsize size;
    const void *data = g_bytes_get_data(file->bytes, &size);
    if (file->parts->len == 0) {
        parse_part(data, size);
        return;
    }
    zip_source_t *source = zip_source_buffer_create(data, size, 0, NULL);
    zip_t *zip = zip_open_from_source(source, ZIP_RDONLY, NULL);
    for (guint i = 0; i < file->parts->len; i++) {
        zip_stat_t stat;
        zip_int64_t index = zip_name_locate(zip, file->parts->pdata[i], ZIP_FL_NOCASE);
        if (index < 0 || zip_stat_index(zip, (zip_uint64_t)index, 0, &stat) != 0)
            continue;
        char *part = g_malloc(stat.size + 1);
        zip_file_t *entry = zip_fopen_index(zip, (zip_uint64_t)index, 0);
        zip_int64_t length = zip_fread(entry, part, stat.size);
        zip_fclose(entry);
        if (length > 0)
            parse_part(part, (gsize)length);
        g_free(part);
    }
    zip_close(zip);
}

/* The audit, as a whole and up to each stage. */

static void run_whole(const RasoatRules *rules, const BenchFile *file, const RasoatOptions *options)
{
    gsize size;
    const void *data = g_bytes_get_data(file->bytes, &size);
    g_autoptr(RasoatResult) result = rasoat_check_bytes(rules, file->path, data, size, options, NULL);
    g_autofree char *json = report_result_json(result, FALSE);
}

/* What the running text of an agency's regulation is scanned for. */
static guint purposes_in_force(const RasoatRules *rules)
{
    g_autoptr(GPtrArray) packs = ruleset_packs(auditor_rules(rules), "agency", "2024-06-01", OWNER_PRIVATE);
    guint purposes = PURPOSE_BODY;
    for (guint i = 0; i < packs->len; i++)
        purposes |= ((const Pack *)packs->pdata[i])->purpose;
    return purposes;
}

static void run_until(const RasoatRules *rules, const BenchFile *file, guint stage)
{
    Budget budget;
    budget_init(&budget, NULL);
    g_autoptr(Document) document = reader_read(file->bytes, &budget, NULL);
    if (!document || stage == STAGE_READ)
        return;
    g_autoptr(Outline) outline = outline_build(document);
    g_autoptr(FrontMatter) front = front_matter_read(outline);
    if (stage == STAGE_OUTLINE)
        return;
    g_autoptr(AuditView) view = audit_view_new(auditor_rules(rules), outline, front, &budget, NULL);
    audit_view_scan(view, purposes_in_force(rules), NULL);
}

static gint compare_times(gconstpointer a, gconstpointer b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static double run_stage(guint stage, const RasoatRules *rules, const GPtrArray *files,
                        const RasoatOptions *options)
{
    double start = cpu_seconds();
    for (guint i = 0; i < files->len; i++) {
        if (stage == STAGE_FLOOR)
            run_floor(files->pdata[i]);
        else if (stage == STAGE_WHOLE)
            run_whole(rules, files->pdata[i], options);
        else
            run_until(rules, files->pdata[i], stage);
    }
    return cpu_seconds() - start;
}

/* Only files that are judged take part: the floor of a refused file says nothing. */
static BenchFile *load_file(const char *path, const RasoatRules *rules, const RasoatOptions *options)
{
    g_autoptr(GBytes) bytes = input_read_file(path, 1 << 28, NULL);
    if (!bytes)
        return NULL;
    BenchFile *file = g_new0(BenchFile, 1);
    file->path = path;
    file->bytes = g_bytes_ref(bytes);
    file->parts = g_ptr_array_new_with_free_func(g_free);
    recorded_parts = file->parts;
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    g_autoptr(RasoatResult) result = rasoat_check_bytes(rules, path, data, size, options, NULL);
    recorded_parts = NULL;
    if (result && g_str_equal(rasoat_result_outcome(result), "judged"))
        return file;
    g_bytes_unref(file->bytes);
    g_ptr_array_unref(file->parts);
    g_free(file);
    return NULL;
}

static gdouble median(GArray *times)
{
    g_array_sort(times, compare_times);
    return g_array_index(times, double, times->len / 2);
}

/* The stages of the audit. */

static void print_stages(const RasoatRules *rules, const GPtrArray *files, const RasoatOptions *options,
                         guint rounds)
{
    GArray *times[STAGES], *ratios[STAGES];

    for (guint s = 0; s < STAGES; s++) {
        times[s] = g_array_new(FALSE, FALSE, sizeof(double));
        ratios[s] = g_array_new(FALSE, FALSE, sizeof(double));
    }
    for (guint round = 0; round < rounds; round++)
        for (guint s = 0; s < STAGES; s++) {
            double seconds = run_stage(s, rules, files, options);
            g_array_append_val(times[s], seconds);
            double ratio = seconds / g_array_index(times[STAGE_FLOOR], double, round);
            g_array_append_val(ratios[s], ratio);
        }
    printf("%-16s %10s %12s %8s\n", "stage", "ms a file", "files/s", "x floor");
    for (guint s = 0; s < STAGES; s++) {
        double middle = median(times[s]);
        printf("%-16s %10.3f %12.0f %8.2f\n", stage_names[s], middle * 1e3 / files->len, files->len / middle,
               median(ratios[s]));
        g_array_unref(times[s]);
        g_array_unref(ratios[s]);
    }
    printf("(stages are cumulative up to their name; what is left of the whole is judging, citations and "
           "JSON)\n");
}

/* Under callgrind: one dump a stage, of one run over the files after one that warmed up. */
static void count_instructions(const char *directory, const RasoatRules *rules, const GPtrArray *files,
                               const RasoatOptions *options)
{
    CALLGRIND_ZERO_STATS;
    rasoat_rules_free(rasoat_rules_load(directory, NULL));
    CALLGRIND_DUMP_STATS_AT("rules");
    CALLGRIND_ZERO_STATS;
    ruleset_free(ruleset_compile(directory, NULL));
    CALLGRIND_DUMP_STATS_AT("own rules");
    for (guint s = 0; s < STAGES; s++) {
        run_stage(s, rules, files, options);
        CALLGRIND_ZERO_STATS;
        run_stage(s, rules, files, options);
        CALLGRIND_DUMP_STATS_AT(stage_names[s]);
    }
}

/* The scan with a part of the phrases. */

/* A new phrase out of two: the beginning of one and the end of another, cut at gaps. own: and a word that no
 * other has, as rules on another matter have words of their own; 0: none. NULL: it makes none. */
static char *crossed(const char *first, const char *second, guint own)
{
    const char *head = strchr(first, '<'), *tail = strrchr(second, '>');
    if (!head || !tail || strpbrk(first, "#!^$/") || strpbrk(second, "#!^$/"))
        return NULL;
    g_autofree char *beginning = g_strndup(first, (gsize)(head - first));
    g_autofree char *word = own ? g_strdup_printf(" riêng%u ", own) : g_strdup("");
    return g_strconcat(beginning, word, "<6>", tail + 1, NULL);
}

static void add_phrase(PhraseBook *book, const Phrase *like, const char *text)
{
    guint id;
    phrasebook_add(book, text, like->purpose, like->unit, "bench", &id,
                   NULL); /* cut in brackets: no phrase */
}

/* A book with all classes and a share of the phrases; over 1 with phrases crossed of those there are, each
 * with a word of its own or of the same words. */
static PhraseBook *scaled_book(const PhraseBook *whole, double share, gboolean own_words)
{
    PhraseBook *book = phrasebook_new();
    const guint count = whole->numbers->len, wanted = (guint)(count * share);
    for (guint i = 0; i < whole->classes->len; i++) {
        const WordClass *class = whole->classes->pdata[i];
        for (guint k = 0; k < class->phrases->len; k++)
            phrasebook_add_class(book, class->name, ((const Phrase *)class->phrases->pdata[k])->text, "bench",
                                 NULL);
    }
    for (guint i = 0; i < count; i++)
        if (share >= 1 || i % (guint)(1 / share) == 0) {
            const Phrase *phrase = g_array_index(whole->numbers, const Phrase *, i);
            add_phrase(book, phrase, phrase->text);
        }
    for (guint step = 1; phrasebook_size(book) < wanted; step++)
        for (guint i = 0; i < count && phrasebook_size(book) < wanted; i++) {
            const Phrase *phrase = g_array_index(whole->numbers, const Phrase *, i);
            const Phrase *other = g_array_index(whole->numbers, const Phrase *, (i + step * 37) % count);
            g_autofree char *text = crossed(phrase->text, other->text, own_words ? phrasebook_size(book) : 0);
            if (text)
                add_phrase(book, phrase, text);
        }
    for (guint i = 0; i < book->classes->len; i++)
        ((WordClass *)book->classes->pdata[i])->used = TRUE;
    g_assert(phrasebook_seal(book, NULL));
    return book;
}

static double scan_seconds(const PhraseBook *book, guint purposes, GPtrArray *views)
{
    double start = cpu_seconds();
    for (guint i = 0; i < views->len; i++) {
        AuditView *view = views->pdata[i];
        g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Match));
        Budget budget;
        budget_init(&budget, NULL);
        g_autoptr(Matcher) matcher = matcher_new(book, FALSE, &budget);
        matcher_identify(matcher, view->words);
        matcher_scan(matcher, purposes, view->words, 0, view->body_end, view->text->str, found, NULL);
    }
    return cpu_seconds() - start;
}

static AuditView *view_of(const RasoatRules *rules, const BenchFile *file)
{
    Budget budget;
    budget_init(&budget, NULL);
    g_autoptr(Document) document = reader_read(file->bytes, &budget, NULL);
    g_autoptr(Outline) outline = outline_build(document);
    g_autoptr(FrontMatter) front = front_matter_read(outline);
    return audit_view_new(auditor_rules(rules), outline, front, &budget, NULL);
}

/* Milliseconds a file, the median of the rounds, and the number of phrases. */
static double scaled_scan(const RasoatRules *rules, GPtrArray *views, double share, gboolean own_words,
                          guint rounds, guint *phrases)
{
    g_autoptr(PhraseBook) book = scaled_book(auditor_rules(rules)->book, share, own_words);
    g_autoptr(GArray) times = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint round = 0; round < rounds; round++) {
        double seconds = scan_seconds(book, purposes_in_force(rules), views);
        g_array_append_val(times, seconds);
    }
    *phrases = phrasebook_size(book);
    return median(times) * 1e3 / views->len;
}

static void print_phrases(const RasoatRules *rules, const GPtrArray *files, guint rounds)
{
    g_autoptr(GPtrArray) views = g_ptr_array_new_with_free_func((GDestroyNotify)audit_view_free);
    for (guint i = 0; i < files->len; i++)
        g_ptr_array_add(views, view_of(rules, files->pdata[i]));
    static const double shares[] = {0.25, 0.5, 1, 2, 5, 10};
    printf("%-16s %22s %22s\n", "phrases", "ms a file, same words", "words of their own");
    for (guint s = 0; s < G_N_ELEMENTS(shares); s++) {
        guint phrases;
        double same = scaled_scan(rules, views, shares[s], FALSE, rounds, &phrases);
        double own = scaled_scan(rules, views, shares[s], TRUE, rounds, &phrases);
        printf("%-16u %22.3f %22.3f\n", phrases, same, own);
    }
}

int main(int argc, char **argv)
{
    gboolean phrases = argc > 1 && g_str_equal(argv[1], "--phrases");
    gboolean instructions = argc > 1 && g_str_equal(argv[1], "--instructions");
    argv += phrases || instructions;
    argc -= phrases || instructions;
    if (argc < 4) {
        fprintf(stderr, "usage: bench [--phrases | --instructions] RULES ROUNDS FILE...\n");
        return 2;
    }
    memory_keep(); /* as the program does */
    GError *error = NULL;
    double load_start = cpu_seconds();
    RasoatRules *rules = rasoat_rules_load(argv[1], &error);
    if (!rules) {
        fprintf(stderr, "%s\n", error->message);
        return 2;
    }
    double load_time = cpu_seconds() - load_start;
    g_autoptr(RasoatOptions) options = rasoat_options_new();
    guint rounds = (guint)MAX(1, atoi(argv[2]));
    g_autoptr(GPtrArray) files = g_ptr_array_new();
    guint64 packed = 0;
    for (int i = 3; i < argc; i++) {
        BenchFile *file = load_file(argv[i], rules, options);
        if (!file)
            continue;
        g_ptr_array_add(files, file);
        packed += g_bytes_get_size(file->bytes);
    }
    if (files->len == 0) {
        fprintf(stderr, "bench: none of the files is judged\n");
        return 2;
    }

    if (instructions) {
        count_instructions(argv[1], rules, files, options);
        return 0;
    }
    printf("files %u, %.0f KiB packed, %u rounds; rules loaded in %.1f ms\n", files->len,
           (double)packed / 1024, rounds, load_time * 1e3);
    if (phrases)
        print_phrases(rules, files, rounds);
    else
        print_stages(rules, files, options, rounds);

    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("peak memory %ld KiB\n", usage.ru_maxrss);
    return 0;
}
