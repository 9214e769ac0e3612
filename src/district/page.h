/* The HTML page of a district, and what its parts share. The page is written section by section; rows, of
 * which there is one a unit, are put aside in unnamed files during the pass over the units. */
#ifndef RASOAT_DISTRICT_PAGE_H
#define RASOAT_DISTRICT_PAGE_H

#include "batch/progress.h"
#include "district/district.h"

/* The folder, beside the district's page, that its links find the pages of units in. */
#define DISTRICT_UNIT_PAGES "units"

/* Takes the page of a unit: its name in that folder, and its HTML. */
typedef gboolean (*DistrictPageSink)(const char *name, const char *html, gpointer data, GError **error);

/* Writes the district's page to out and hands each unit's page to the sink. Write errors of out are left to
 * the stream. */
gboolean district_write_html(const District *district, FILE *out, DistrictPageSink sink, gpointer data,
                             GError **error);

/* --- for the parts -------------------------------------------------------------------------------------- */

/* agency, school, commune, enterprise, and unknown. */
enum { DISTRICT_KINDS = 5 };
extern const char *const district_kinds[DISTRICT_KINDS]; /* the last is NULL */

/* units: those of the roster; where there is none, those that texts name and, one each, documents that name
 * none. */
typedef struct {
    guint units, states[UNIT_SUBMITTED + 1]; /* all, and by UnitState */
    guint complete;
    guint accepted; /* of the complete: those that are so only by what was accepted */
} KindFigures;

/* A requirement that units fall short of. */
typedef struct {
    char *rule, *title, *law;
    guint units, missing, partial, conflict; /* units: that have it in one of these ways */
    guint asked;                             /* regulations of which it is asked: they alone can have it */
} CommonGap;

typedef struct {
    const District *district;
    DistrictPageSink sink;
    gpointer data;
    KindFigures kinds[DISTRICT_KINDS];
    KindFigures all;                    /* of all kinds together */
    guint verdicts[VERDICT_REVIEW + 1]; /* of all that is submitted */
    GHashTable *gaps;                   /* rule → CommonGap, of all that was judged */
    guint gap_count;                    /* of those that some unit falls short of */
    FILE *rows;                         /* of the matrix */
    FILE *missing;                      /* units of the roster that sent no regulation */
    guint missing_count;
    FILE *doubts; /* documents whose unit a person must say */
    guint doubt_count, unit_count;
    FILE *others; /* documents that the roster gives to a unit though the text names another */
    guint other_count;
    FILE *trend, *files; /* sections, written beforehand because the contents name those that are there */
    guint trend_units, file_count;
    GArray *rounds;    /* RoundProgress, the last of them, up to the one told */
    guint round_count; /* how many there are */
} Survey;

/* Adds a unit to the figures and its rows to the files. A DistrictVisit; data is a Survey. */
gboolean survey_unit(const DistrictUnit *unit, gpointer data, GError **error);

/* The commonest gaps first; CommonGap * of the survey. The caller frees the array. */
GPtrArray *survey_gaps(const Survey *survey);

/* The link to a unit's page with its name. */
void page_link(GString *out, const char *stem, const char *name);

/* Copies what was put aside to out. FALSE with an error: OUTPUT, when it was not put aside whole; write
 * errors of out are left to the stream. */
gboolean page_copy(FILE *from, FILE *out, GError **error);

/* Writes and empties the text. */
void page_flush(GString *text, FILE *out);

/* Sections; each writes nothing when there is nothing to say. */
void page_figures(GString *out, const Survey *survey);
void page_targets(GString *out, const Survey *survey);
void page_common_gaps(GString *out, const Survey *survey);
void page_matrix_head(GString *out, const Survey *survey);
gboolean page_has_rounds(const Survey *survey);
void page_rounds(GString *out, const Survey *survey);
gboolean page_trend(Survey *survey, GError **error); /* into trend */
gboolean page_pairs(FILE *out, const Survey *survey, GError **error);
gboolean page_files(Survey *survey, GError **error); /* into files */

void page_waivers(FILE *out, const Survey *survey);

/* Begins a section. of: how many of what it lists, in words; may be NULL. */
void page_section(GString *out, const char *id, const char *heading, const char *of);

extern const char page_style[], page_script[];

#endif
