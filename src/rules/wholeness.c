/* A linear support vector machine of each item, by dual coordinate descent with squared hinge loss (Hsieh,
 * Chang, Lin, Keerthi and Sundararajan, "A dual coordinate descent method for large-scale linear SVM", 2008).
 */
#include "rules/wholeness.h"

#include <math.h>

#include "base/key_table.h"
#include "rules/wordings.h"

#define COST 0.3      /* of a line on the wrong side, against the size of the weights */
#define ROUNDS 100    /* at most, over all lines */
#define CLOSE 0.01    /* the largest step of a round that is the last */
#define LEAST_LINES 2 /* of each sort; and that have a pair which counts: one tells of its writer */

typedef struct {
    guint first, end; /* of features */
    gboolean whole;
    double pull; /* the dual variable */
} Line;

struct WholenessLines {
    GArray *lines;    /* of Line */
    GArray *features; /* of WordCount, line by line */
    double length;    /* sum of logarithms */
    guint whole;
};

WholenessLines *wholeness_lines_new(void)
{
    WholenessLines *lines = g_new0(WholenessLines, 1);

    lines->lines = g_array_new(FALSE, FALSE, sizeof(Line));
    lines->features = g_array_new(FALSE, FALSE, sizeof(WordCount));
    return lines;
}

void wholeness_lines_free(WholenessLines *lines)
{
    if (!lines)
        return;
    g_array_unref(lines->lines);
    g_array_unref(lines->features);
    g_free(lines);
}

void wholeness_lines_add(WholenessLines *lines, const GArray *counts, guint first, guint words,
                         gboolean whole)
{
    const Line line = {lines->features->len, lines->features->len + counts->len - first, whole, 0};

    if (counts->len > first)
        g_array_append_vals(lines->features, &g_array_index(counts, WordCount, first), counts->len - first);
    g_array_append_val(lines->lines, line);
    if (whole) {
        lines->length += log(1 + words);
        lines->whole++;
    }
}

float wholeness_length(const WholenessLines *lines)
{
    return lines->whole > 0 ? (float)(lines->length / lines->whole) : 0;
}

/* The features of all lines as numbers from 1 on, 0 for those that are not looked at. */
typedef struct {
    guint32 *numbers; /* beside WholenessLines.features */
    GArray *distinct; /* of WordCount, by number − 1 */
} Features;

static Features number_features(const WholenessLines *lines)
{
    Features features = {g_new0(guint32, lines->features->len), g_array_new(FALSE, FALSE, sizeof(WordCount))};
    KeyTable in_lines = {0}, numbers = {0};

    for (guint i = 0; i < lines->features->len; i++)
        ++*key_table_place(&in_lines, g_array_index(lines->features, WordCount, i).key);
    for (guint i = 0; i < lines->features->len; i++) {
        const WordCount *count = &g_array_index(lines->features, WordCount, i);
        if (count->is_pair && key_table_find(&in_lines, count->key) < LEAST_LINES)
            continue;
        guint32 *number = key_table_place(&numbers, count->key);
        if (*number == 0) {
            g_array_append_val(features.distinct, *count);
            *number = features.distinct->len;
        }
        features.numbers[i] = *number;
    }
    key_table_clear(&in_lines);
    key_table_clear(&numbers);
    return features;
}

/* One step for one line: weights[0] is that of every line. Returns how far from its best place the line
 * stood. */
static double step(Line *line, const guint32 *numbers, double *weights)
{
    const double side = line->whole ? 1 : -1, slack = 1 / (2 * COST);
    double sum = weights[0], size = 1 + slack;

    for (guint i = line->first; i < line->end; i++)
        if (numbers[i] > 0) {
            sum += weights[numbers[i]];
            size++;
        }
    const double slope = side * sum - 1 + slack * line->pull;
    const double pull = MAX(line->pull - slope / size, 0);
    const double change = (pull - line->pull) * side;
    line->pull = pull;
    if (change == 0)
        return 0;
    weights[0] += change;
    for (guint i = line->first; i < line->end; i++)
        if (numbers[i] > 0)
            weights[numbers[i]] += change;
    return fabs(slope);
}

static double *settle(const WholenessLines *lines, const Features *features)
{
    double *weights = g_new0(double, features->distinct->len + 1);
    g_autofree Line *own = g_memdup2(lines->lines->data, lines->lines->len * sizeof(Line));

    for (guint round = 0; round < ROUNDS; round++) {
        double farthest = 0;
        for (guint i = 0; i < lines->lines->len; i++)
            farthest = MAX(farthest, step(&own[i], features->numbers, weights));
        if (farthest < CLOSE)
            break;
    }
    return weights;
}

float wholeness_learn(const WholenessLines *lines, GArray *counts)
{
    KeyTable places = {0}; /* key → its place in counts, from 1 */

    if (MIN(lines->whole, lines->lines->len - lines->whole) < LEAST_LINES)
        return -G_MAXFLOAT;
    const Features features = number_features(lines);
    g_autofree double *weights = settle(lines, &features);
    for (guint i = 0; i < counts->len; i++)
        *key_table_place(&places, g_array_index(counts, WordCount, i).key) = i + 1;
    for (guint i = 0; i < features.distinct->len; i++) {
        WordCount told = g_array_index(features.distinct, WordCount, i);
        const guint32 place = key_table_find(&places, told.key);
        told.tells = (float)weights[i + 1];
        told.lines = 0;
        if (place > 0)
            g_array_index(counts, WordCount, place - 1).tells = told.tells;
        else if (told.tells != 0)
            g_array_append_val(counts, told);
    }
    key_table_clear(&places);
    g_free(features.numbers);
    g_array_unref(features.distinct);
    return (float)weights[0];
}
