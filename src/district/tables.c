/* Rows of the tables, from units and files. */
#include "district/tables.h"

#include "batch/families.h"
#include "district/trend.h"
#include "district/waivers.h"
#include "report/addresses.h"
#include "report/display.h"
#include "report/gap_lists.h"
#include "report/html.h"
#include "report/sentences.h"
#include "report/words.h"

static const TableShape shapes[TABLES] = {
    [TABLE_UNITS] = {"units",
                     NC_("plural", "Đơn vị"),
                     15,
                     0,
                     {{N_("Đơn vị"), 24},
                      {N_("Loại"), 12},
                      {N_("Cấp trên"), 17},
                      {N_("Tình trạng nộp"), 14},
                      {N_("Kết luận"), 16},
                      {N_("Số nội dung trái quy định"), 9},
                      {N_("Số nội dung thiếu"), 9},
                      {N_("Số nội dung chưa đủ"), 9},
                      {N_("Số nội dung cần người xem"), 9},
                      {N_("Số, ký hiệu"), 13},
                      {N_("Ngày ban hành"), 11},
                      {N_("Tên văn bản"), 24},
                      {N_("Tệp"), 17},
                      {N_("Có thể là của"), 14},
                      {N_("Lý do chưa rà soát"), 16}}},
    [TABLE_GAPS] = {"gaps",
                    N_("Nội dung còn thiếu, trái luật"),
                    15,
                    11,
                    {{N_("Đơn vị"), 20},
                     {N_("Loại"), 11},
                     {N_("Mục số"), 6},
                     {N_("Mức"), 10},
                     {NC_("finding", "Tình trạng"), 12},
                     {N_("Nội dung"), 32},
                     {N_("Còn thiếu hoặc trái ở"), 28},
                     {NC_("column", "Căn cứ"), 20},
                     {N_("Nơi trong văn bản"), 17},
                     {N_("Trích"), 36},
                     {N_("Mã quy tắc"), 18},
                     {N_("Lý do chấp nhận"), 24},
                     {N_("Người duyệt chấp nhận"), 18},
                     {N_("Căn cứ chấp nhận"), 18},
                     {N_("Chấp nhận đến hết ngày"), 12}}},
    [TABLE_MATRIX] = {"matrix",
                      N_("Ma trận"),
                      DISTRICT_GROUPS + 3,
                      0,
                      {{N_("Đơn vị"), 24}, {N_("Loại"), 12}, {N_("Kết luận"), 16}}},
    [TABLE_CITATIONS] = {"citations",
                         N_("Viện dẫn"),
                         13,
                         9,
                         {{N_("Đơn vị"), 20},
                          {NC_("column", "Văn bản được viện dẫn"), 34},
                          {N_("Số hiệu"), 18},
                          {N_("Tình trạng"), 16},
                          {N_("Thay bằng"), 18},
                          {N_("Từ ngày"), 12},
                          {N_("Nhận xét"), 40},
                          {N_("Nơi trong văn bản"), 20},
                          {N_("Mã quy tắc"), 24},
                          {N_("Lý do chấp nhận"), 24},
                          {N_("Người duyệt chấp nhận"), 18},
                          {N_("Căn cứ chấp nhận"), 18},
                          {N_("Chấp nhận đến hết ngày"), 12}}},
    [TABLE_UNREAD] = {"unread",
                      N_("Tệp không rà soát"),
                      6,
                      0,
                      {{N_("Tệp"), 36},
                       {N_("Tình trạng"), 18},
                       {N_("Lý do"), 36},
                       {N_("Cần làm"), 40},
                       {N_("Mã lỗi"), 18},
                       {N_("Tệp thay cho nó"), 30}}},
    [TABLE_MISSING] = {"missing",
                       N_("Chưa nộp"),
                       4,
                       0,
                       {{N_("Đơn vị"), 44}, {N_("Loại"), 22}, {N_("Cấp trên"), 40}, {N_("Tình trạng"), 32}}},
    [TABLE_COPIES] = {"copies",
                      N_("Chép của nhau"),
                      7,
                      0,
                      {{N_("Nhóm"), 8},
                       {N_("Số văn bản trong nhóm"), 12},
                       {N_("Văn bản"), 40},
                       {N_("Giống văn bản"), 40},
                       {N_("Giống nhau (%)"), 10},
                       {N_("Tên đơn vị khác để sót"), 40},
                       {N_("Là tên đơn vị của"), 36}}},
    [TABLE_WAIVERS] = {"waivers",
                       N_("Chấp nhận"),
                       11,
                       0,
                       {{N_("Dòng"), 7},
                        {N_("Mã quy tắc"), 20},
                        {N_("Nội dung"), 34},
                        {N_("Đơn vị"), 22},
                        {N_("Tệp"), 18},
                        {N_("Lý do"), 28},
                        {N_("Người duyệt"), 18},
                        {NC_("column", "Căn cứ"), 18},
                        {N_("Hết hạn"), 12},
                        {N_("Tác dụng"), 28},
                        {N_("Số văn bản còn vướng"), 10}}},
    [TABLE_TREND] = {"trend",
                     N_("So với lần trước"),
                     6,
                     0,
                     {{N_("Đơn vị"), 44},
                      {N_("Mới phát sinh"), 12},
                      {N_("Đã sửa"), 12},
                      {N_("Còn nguyên"), 12},
                      {N_("Nặng hơn"), 12},
                      {N_("Đã chấp nhận"), 12}}},
};

const TableShape *table_shape(Table table)
{
    return &shapes[table];
}

static gboolean is_group(Table table, guint column)
{
    return table == TABLE_MATRIX && column >= 3;
}

const char *table_column(Table table, guint column, RasoatLanguage language)
{
    if (is_group(table, column))
        return say(language, district_groups[column - 3].title);
    return say(language, shapes[table].column[column].title);
}

guint table_width(Table table, guint column)
{
    return is_group(table, column) ? 11 : shapes[table].column[column].width;
}

typedef struct {
    const District *district;
    TableSink *sink;
} Filling;

static void text(const Filling *filling, Table table, guint column, const char *cell)
{
    if (cell && *cell)
        filling->sink->text(filling->sink, table, column, cell, NULL);
}

static void marked(const Filling *filling, Table table, guint column, const char *cell, const char *class,
                   const char *symbol)
{
    const TableMark mark = {class, symbol};
    filling->sink->text(filling->sink, table, column, cell, &mark);
}

static void date(const Filling *filling, Table table, guint column, const char *cell)
{
    if (cell && *cell)
        filling->sink->date(filling->sink, table, column, cell);
}

static void number(const Filling *filling, Table table, guint column, guint cell)
{
    filling->sink->number(filling->sink, table, column, cell);
}

static void end_row(const Filling *filling, Table table)
{
    filling->sink->end_row(filling->sink, table);
}

/* Unit and kind, which most tables begin with. */
static void put_name(const Filling *filling, Table table, const DistrictUnit *unit)
{
    text(filling, table, 0, unit->name);
    text(filling, table, 1, unit->kind ? words_profile(unit->kind, filling->district->language) : NULL);
}

static void put_verdict(const Filling *filling, Table table, guint column, const DistrictUnit *unit)
{
    static const TableMark marks[] = {
        [VERDICT_COMPLETE] = {"met", "✓"},
        [VERDICT_INCOMPLETE] = {"missing", "✗"},
        [VERDICT_CONFLICTING] = {"conflict", "!"},
        [VERDICT_REVIEW] = {"review", "?"},
    };
    if (!unit->judged)
        return;
    const TableMark *mark = &marks[unit->judged->verdict];
    marked(filling, table, column, words_verdict(unit->judged->verdict, filling->district->language),
           mark->class, mark->symbol);
}

static void put_unit(const Filling *filling, const DistrictUnit *unit)
{
    RasoatLanguage language = filling->district->language;
    const Result *result = unit->result;
    put_name(filling, TABLE_UNITS, unit);
    text(filling, TABLE_UNITS, 2,
         unit->unit->unit.parent ? unit->unit->unit.parent
         : result                ? result->parent
                                 : NULL);
    marked(filling, TABLE_UNITS, 3, district_submission(unit, language), district_submission_class(unit),
           district_submission_symbol(unit));
    put_verdict(filling, TABLE_UNITS, 4, unit);
    if (unit->judged) {
        number(filling, TABLE_UNITS, 5, unit->gaps.conflict);
        number(filling, TABLE_UNITS, 6, unit->gaps.missing);
        number(filling, TABLE_UNITS, 7, unit->gaps.partial);
        number(filling, TABLE_UNITS, 8, unit->gaps.review);
    }
    if (result) {
        g_autofree char *symbol = sentence_symbol(result);
        text(filling, TABLE_UNITS, 9, symbol);
        date(filling, TABLE_UNITS, 10, result->issued);
        text(filling, TABLE_UNITS, 11, result->title);
        text(filling, TABLE_UNITS, 12, unit->file);
        text(filling, TABLE_UNITS, 13, unit->doubt);
        text(filling, TABLE_UNITS, 14, unit->judged ? NULL : bilingual(&result->error_message, language));
    }
    end_row(filling, TABLE_UNITS);
}

static const char *gap_word(GapKind kind, RasoatLanguage language)
{
    switch (kind) {
    case GAP_CONFLICT:
        return say(language, "trái quy định");
    case GAP_MANDATORY:
        return say(language, "bắt buộc");
    case GAP_ADVICE:
        return say(language, NC_("column", "nên có"));
    case GAP_WAIVED:
        return say(language, "đã chấp nhận");
    default:
        return say(language, "cần người xem");
    }
}

/* Four columns of what somebody accepted; nothing for NULL. */
static void put_terms(const Filling *filling, Table table, guint column, const Waiver *waiver)
{
    if (!waiver)
        return;
    text(filling, table, column, waiver->reason);
    text(filling, table, column + 1, waiver->approver);
    text(filling, table, column + 2, waiver->basis);
    date(filling, table, column + 3, waiver->expires);
}

/* Where the first of the places is. */
static void put_address(const Filling *filling, Table table, guint column, const GArray *places)
{
    g_autofree char *address =
        address_say(g_array_index(places, Evidence, 0).address, filling->district->language);
    text(filling, table, column, address);
}

static void put_gap(const Filling *filling, const DistrictUnit *unit, const Gap *gap)
{
    RasoatLanguage language = filling->district->language;
    const Finding *finding = gap->finding;
    g_autofree char *bases = sentence_bases(finding, NULL, language);
    const GArray *places = finding->evidence->len ? finding->evidence : finding->nearest;
    put_name(filling, TABLE_GAPS, unit);
    number(filling, TABLE_GAPS, 2, gap->number);
    text(filling, TABLE_GAPS, 3, gap_word(finding->waiver ? GAP_WAIVED : gap->kind, language));
    marked(filling, TABLE_GAPS, 4, words_finding(finding, language), html_finding_class(finding),
           words_finding_symbol(finding));
    text(filling, TABLE_GAPS, 5, sentence_title(finding, language));
    text(filling, TABLE_GAPS, 6, sentence_left_out(finding, language));
    text(filling, TABLE_GAPS, 7, bases);
    if (places->len) {
        put_address(filling, TABLE_GAPS, 8, places);
        text(filling, TABLE_GAPS, 9, g_array_index(places, Evidence, 0).quote);
    }
    text(filling, TABLE_GAPS, 10, finding->rule);
    put_terms(filling, TABLE_GAPS, 11, finding->waiver);
    end_row(filling, TABLE_GAPS);
}

static void put_gaps(const Filling *filling, const DistrictUnit *unit)
{
    g_autoptr(GArray) gaps = gap_list(unit->result);
    for (guint i = 0; i < gaps->len; i++)
        put_gap(filling, unit, &g_array_index(gaps, Gap, i));
}

static void put_matrix(const Filling *filling, const DistrictUnit *unit)
{
    gint statuses[DISTRICT_GROUPS];
    district_statuses(unit->result, statuses);
    put_name(filling, TABLE_MATRIX, unit);
    put_verdict(filling, TABLE_MATRIX, 2, unit);
    for (guint g = 0; g < DISTRICT_GROUPS; g++)
        if (statuses[g] >= 0)
            marked(filling, TABLE_MATRIX, 3 + g,
                   district_status_word(statuses[g], filling->district->language),
                   district_status_class(statuses[g]), district_status_symbol(statuses[g]));
    end_row(filling, TABLE_MATRIX);
}

static void put_citation(const Filling *filling, const DistrictUnit *unit, const Finding *finding)
{
    RasoatLanguage language = filling->district->language;
    const CitationDetail *citation = finding->citation;
    g_autofree char *words = sentence_citation(citation, language), *id = finding_id(finding);
    static const char *const states[] = {N_("còn hiệu lực"), N_("đã bị thay thế"), N_("viện dẫn sai"),
                                         N_("không nhận ra")};
    text(filling, TABLE_CITATIONS, 0, unit->name);
    text(filling, TABLE_CITATIONS, 1, citation->text);
    text(filling, TABLE_CITATIONS, 2, citation->instrument);
    const Status mark = sentence_citation_mark(citation->verdict);
    marked(filling, TABLE_CITATIONS, 3, say(language, states[citation->verdict]), html_status_class(mark),
           words_symbol(mark));
    text(filling, TABLE_CITATIONS, 4, citation->superseded_by);
    date(filling, TABLE_CITATIONS, 5, citation->since);
    text(filling, TABLE_CITATIONS, 6, words);
    if (finding->evidence->len)
        put_address(filling, TABLE_CITATIONS, 7, finding->evidence);
    if (citation->verdict != CITATION_IN_FORCE)
        text(filling, TABLE_CITATIONS, 8, id);
    put_terms(filling, TABLE_CITATIONS, 9, finding->waiver);
    end_row(filling, TABLE_CITATIONS);
}

static void put_missing(const Filling *filling, const DistrictUnit *unit)
{
    put_name(filling, TABLE_MISSING, unit);
    text(filling, TABLE_MISSING, 2, unit->unit->unit.parent);
    marked(filling, TABLE_MISSING, 3, district_state_word(unit->state, filling->district->language),
           district_state_class(unit->state), district_state_symbol(unit->state));
    end_row(filling, TABLE_MISSING);
}

static gboolean fill_unit(const DistrictUnit *unit, gpointer data, GError **error)
{
    const Filling *filling = data;
    (void)error;
    put_unit(filling, unit);
    if (unit->state != UNIT_SUBMITTED)
        put_missing(filling, unit);
    if (!unit->judged)
        return TRUE;
    put_gaps(filling, unit);
    put_matrix(filling, unit);
    for (guint i = 0; i < unit->result->findings->len; i++) {
        const Finding *finding = unit->result->findings->pdata[i];
        if (finding->check == CHECK_CITATION && finding->citation)
            put_citation(filling, unit, finding);
    }
    return TRUE;
}

static gboolean fill_file(const DistrictFile *file, gpointer data, GError **error)
{
    const Filling *filling = data;
    RasoatLanguage language = filling->district->language;
    (void)error;
    text(filling, TABLE_UNREAD, 0, file->name);
    text(filling, TABLE_UNREAD, 1, district_file_state(file, language));
    text(filling, TABLE_UNREAD, 2, district_file_reason(file, language));
    text(filling, TABLE_UNREAD, 3, district_file_advice(file, language));
    text(filling, TABLE_UNREAD, 4, file->result ? file->result->error_code : file->file->reason);
    text(filling, TABLE_UNREAD, 5, file->other);
    end_row(filling, TABLE_UNREAD);
    return TRUE;
}

/* A path as it is shown; nothing for NULL. */
static void path(const Filling *filling, Table table, guint column, const char *bytes)
{
    g_autofree char *name = bytes ? display_name(bytes) : NULL;
    text(filling, table, column, name);
}

static void put_copy(const Filling *filling, const FamilyCopy *copy)
{
    number(filling, TABLE_COPIES, 0, copy->family);
    number(filling, TABLE_COPIES, 1, copy->size);
    path(filling, TABLE_COPIES, 2, copy->path);
    path(filling, TABLE_COPIES, 3, copy->beside);
    if (copy->beside)
        number(filling, TABLE_COPIES, 4, tally_percent(copy->share, 1));
    text(filling, TABLE_COPIES, 5, copy->left);
    path(filling, TABLE_COPIES, 6, copy->left_of);
    end_row(filling, TABLE_COPIES);
}

static gboolean fill_copies(const Filling *filling, GError **error)
{
    const District *district = filling->district;
    GError *cause = NULL;
    guint families, texts;
    g_auto(FamilyCopy) copy = {0};
    g_autoptr(StoreCursor) cursor = NULL;
    if (!families_find(district->store, district->round.id, &families, &texts, error))
        return FALSE;
    cursor = family_copies(district->store, &cause);
    while (cursor && family_next_copy(cursor, &copy, &cause))
        put_copy(filling, &copy);
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

static void put_waiver(const Filling *filling, const WaiverRow *row, const WaiverUse *use)
{
    const District *district = filling->district;
    WaiverState state = waiver_state(row, use, district->round.as_of);
    g_autofree char *effect = district_waiver_effect(row, use, district->round.as_of, district->language);
    number(filling, TABLE_WAIVERS, 0, row->line);
    text(filling, TABLE_WAIVERS, 1, row->rule);
    text(filling, TABLE_WAIVERS, 2, bilingual(&row->title, district->language));
    text(filling, TABLE_WAIVERS, 3, row->unit);
    text(filling, TABLE_WAIVERS, 4, row->file);
    put_terms(filling, TABLE_WAIVERS, 5, &row->waiver);
    marked(filling, TABLE_WAIVERS, 9, effect, district_waiver_class(state), district_waiver_symbol(state));
    number(filling, TABLE_WAIVERS, 10, use->open_in);
    end_row(filling, TABLE_WAIVERS);
}

static void fill_waivers(const Filling *filling)
{
    const District *district = filling->district;
    for (guint i = 0; district->waivers && i < waivers_count(district->waivers); i++)
        put_waiver(filling, waivers_row(district->waivers, i), &district->uses[i]);
}

static void put_trend(const TrendUnit *unit, gpointer data)
{
    const Filling *filling = data;
    text(filling, TABLE_TREND, 0, unit->name);
    for (guint c = 0; c < CHANGES; c++)
        number(filling, TABLE_TREND, 1 + c, unit->counts[c]);
    number(filling, TABLE_TREND, 1 + CHANGES, unit->accepted);
    end_row(filling, TABLE_TREND);
}

gboolean tables_fill(const District *district, TableSink *sink, GError **error)
{
    Filling filling = {district, sink};
    fill_waivers(&filling);
    return district_each(district, fill_unit, &filling, error) &&
           district_each_file(district, fill_file, &filling, error) && fill_copies(&filling, error) &&
           district_each_trend(district, put_trend, &filling, error);
}
