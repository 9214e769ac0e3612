/* The phrase language: each row is a phrase, a sentence, and the words of the sentence that it matches. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/error.h"
#include "rules/phrasebook.h"

typedef struct {
    const char *phrase;
    const char *text;
    const char *matched; /* NULL: no match */
} Row;

static PhraseBook *book_of(const char *phrase, UnitKind unit)
{
    PhraseBook *book = phrasebook_new();
    guint id;
    assert_true(
        phrasebook_add_class(book, "staff", "{cán bộ|công chức|viên chức} [viên chức]", "lexicon:1", NULL));
    assert_true(phrasebook_add_class(book, "staff", "CBCCVC", "lexicon:2", NULL));
    assert_true(phrasebook_add_class(book, "who", "[toàn thể] @staff", "lexicon:3", NULL));
    assert_true(phrasebook_add(book, "@who", PURPOSE_BODY, UNIT_NONE, "t:0", &id, NULL));
    assert_true(phrasebook_add(book, phrase, PURPOSE_BODY, unit, "t:1", &id, NULL));
    GError *error = NULL;
    if (!phrasebook_seal(book, &error))
        fail_msg("%s", error->message);
    return book;
}

/* The first match of the second phrase, as text; with its quantity. */
static char *match_text(const char *phrase, UnitKind unit, const char *text, gboolean tolerant,
                        Quantity *quantity)
{
    g_autoptr(PhraseBook) book = book_of(phrase, unit);
    g_autoptr(Words) words = words_new();
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(Match));
    Budget budget;

    budget_init(&budget, NULL);
    words_append(words, text, strlen(text), 0);
    g_autoptr(Matcher) matcher = matcher_new(book, tolerant, &budget);
    matcher_identify(matcher, words);
    assert_true(matcher_scan(matcher, PURPOSE_BODY, words, 0, words->sentences->len, text, matches, NULL));
    for (guint i = 0; i < matches->len; i++) {
        const Match *match = &g_array_index(matches, Match, i);
        if (match->phrase != 1)
            continue;
        if (quantity)
            *quantity = match->quantity;
        guint start = words_at(words, match->first)->start, end = words_at(words, match->end - 1)->end;
        return g_strndup(text + start, end - start);
    }
    return NULL;
}

static void check_row(const Row *row, const char *text, gboolean tolerant)
{
    g_autofree char *matched = match_text(row->phrase, UNIT_NONE, text, tolerant, NULL);
    if (g_strcmp0(matched, row->matched) != 0)
        fail_msg("“%s” on “%s” gave “%s”, not “%s”", row->phrase, text, matched ? matched : "(none)",
                 row->matched ? row->matched : "(none)");
}

static void check_rows(const Row *rows, guint count, gboolean tolerant)
{
    for (guint i = 0; i < count; i++)
        check_row(&rows[i], rows[i].text, tolerant);
}

static void words_match_in_every_spelling(void **state)
{
    static const Row rows[] = {
        {"công khai", "Phải CÔNG KHAI ngay", "CÔNG KHAI"},
        {"công khai", "phải công\u00a0khai", "công\u00a0khai"},
        {"công khai", "phải co\u0302ng khai", "co\u0302ng khai"},
        {"hòa giải", "tổ hoà giải", "hoà giải"},
        {"quy chế", "qui chế", "qui chế"},
        {"kỹ thuật", "kĩ thuật", "kĩ thuật"},
        {"ủy ban", "Uỷ ban", "Uỷ ban"},
        {"thu, chi", "các khoản thu chi", "thu chi"},
        {"thu chi", "các khoản thu - chi", "thu - chi"},
        {"CB GV NV", "toàn thể CB-GV-NV", "CB-GV-NV"},
        {"chi", "được chia", NULL},
        {"bàn", "văn bản", NULL},
        {"thúi", "thúy", NULL},
    };
    (void)state;
    check_rows(rows, G_N_ELEMENTS(rows), FALSE);
}

/* All that a phrase may be made of. */
static const Row element_rows[] = {
    {"công khai <3> {dự toán|quyết toán}", "công khai đầy đủ dự toán", "công khai đầy đủ dự toán"},
    {"công khai <3> {dự toán|quyết toán}", "công khai một cách rất đầy đủ dự toán", NULL},
    {"công khai <9> dự toán", "công khai. Lập dự toán", NULL},
    {"công khai <9> dự toán", "công khai tài sản; lập dự toán", NULL},
    {"dự toán [ngân sách|kinh phí] năm", "dự toán năm", "dự toán năm"},
    {"dự toán [ngân sách|kinh phí] năm", "dự toán kinh phí năm", "dự toán kinh phí năm"},
    {"{a {b|c d}|e} f", "a c d f", "a c d f"},
    {"@who quyết định", "toàn thể cán bộ, viên chức quyết định", "toàn thể cán bộ, viên chức quyết định"},
    {"@who quyết định", "CBCCVC quyết định", "CBCCVC quyết định"},
    {"@who <2> quyết định", "công chức được quyết định", "công chức được quyết định"},
    {"/(?<!ban )nhân dân/", "hỏi nhân dân", "nhân dân"},
    {"/(?<!ban )nhân dân/", "Ủy ban nhân dân", NULL}, /* it sees what stands before the word */
    {"họp !{giao ban}", "họp đơn vị", "họp"},
    {"họp !{giao ban}", "giao ban và họp", NULL},
    {"{@staff|người <2> lao động|tổ} bàn", "các tổ bàn", "tổ bàn"},
    {"{@staff|người <2> lao động|tổ} bàn", "người được lao động bàn", "người được lao động bàn"},
    {"{a|a b} [b c|b] d", "a b c d", "a b c d"},
    {"{a|a b} <1> {a|b}", "a b a b", "a b"},
    {"^ @staff $", "viên chức", "viên chức"},
    {"^ @staff $", "các viên chức", NULL},
    {"^ @staff $", "a) Viên chức", "Viên chức"},
    {"^ @staff $", "(12) Viên chức", "Viên chức"},
    {"^ @staff $", "đ/ Viên chức", "Viên chức"},
    {"^ @staff $", "2/\u00a0Viên chức", "Viên chức"},
    {"^ @staff $", "họp: a) Viên chức", NULL},
    {"^ @staff $", "HN) viên chức", NULL},
    {"^ @staff", "iv) Công chức quyết định", "Công chức"},
    {"^ c @staff", "c) Công chức", "c) Công chức"},
    {"/\\d+\\/\\d+/ bản", "in 12/15 bản", "12/15 bản"},
    {"/0?1 lần/", "đọc 01\u00a0lần", "01\u00a0lần"},
    {"/(?<!phát triển )quỹ đất/", "Trung tâm Phát triển quỹ đất", NULL},
    {"/(?<!phát triển )quỹ đất/", "sử dụng quỹ đất", "quỹ đất"},
};

static void brackets_gaps_and_classes_match(void **state)
{
    (void)state;
    check_rows(element_rows, G_N_ELEMENTS(element_rows), FALSE);
}

/* What is known of a short sentence's places is not known of a long one's; both match the same. */
static void long_sentences_match_as_short_ones_do(void **state)
{
    (void)state;
    g_autoptr(GString) padding = g_string_new(NULL);
    for (guint i = 0; i < 70; i++)
        g_string_append(padding, " và");
    for (guint i = 0; i < G_N_ELEMENTS(element_rows); i++) {
        const Row *row = &element_rows[i];
        g_autofree char *after = g_strconcat(row->text, padding->str, NULL);
        g_autofree char *before = g_strconcat(padding->str, " ", row->text, NULL);
        if (!strchr(row->phrase, '$'))
            check_row(row, after, FALSE);
        if (!strchr(row->phrase, '^'))
            check_row(row, before, FALSE);
    }
}

static void marks_do_not_count_in_damaged_text(void **state)
{
    static const Row rows[] = {
        {"công khai", "cong khai", "cong khai"},
        {"đánh giá", "danh gia", "danh gia"},
        {"đánh giá", "đanh giá", "đanh giá"},
        {"@who quyết định", "vien chuc quyet dinh", "vien chuc quyet dinh"},
    };
    (void)state;
    check_rows(rows, G_N_ELEMENTS(rows), TRUE);
}

typedef struct {
    UnitKind unit;
    const char *text;
    double low, high; /* -1: none */
} QuantityRow;

static void quantities_are_read_in_figures_and_words(void **state)
{
    static const QuantityRow rows[] = {
        {UNIT_DAYS, "x 20 ngày", 20, 20},
        {UNIT_DAYS, "x 05 (năm) ngày làm việc", 7, 7},
        {UNIT_DAYS, "x năm (05) ngày làm việc", 7, 7},
        {UNIT_DAYS, "x hai mươi lăm ngày", 25, 25},
        {UNIT_DAYS, "x ba mươi ngày liên tục", 30, 30},
        {UNIT_DAYS, "x ba hôm liên tiếp", 3, 3},
        {UNIT_DAYS, "x ba buổi liên tiếp", 3, 3},
        {UNIT_DAYS, "x 03 (ba) buổi liền", 3, 3},
        {UNIT_DAYS, "x ba buổi họp", -1, -1},
        {UNIT_DAYS, "ngày 31 tháng 3 hằng năm", -1, -1},
        {UNIT_DAYS, "x ≤ 15 ngày", 15, 15},
        {UNIT_DAYS, "x ≥ 20 ngày liên tiếp", 20, 20},
        {UNIT_DAYS, "x mười lăm ngày", 15, 15},
        {UNIT_DAYS, "x mười năm", 3650, 3650},
        {UNIT_DAYS, "x nửa tháng", 15, 15},
        {UNIT_DAYS, "x mươi ngày", 10, 10},
        {UNIT_DAYS, "x chục ngày", 10, 10},
        {UNIT_DAYS, "x ba chục ngày liên tục", 30, 30},
        {UNIT_DAYS, "x hai lăm ngày", 25, 25},
        {UNIT_DAYS, "x hai nhăm hôm", 25, 25},
        {UNIT_DAYS, "x hăm mốt ngày", 21, 21},
        {UNIT_DAYS, "x ba mươi mốt ngày", 31, 31},
        {UNIT_DAYS, "x nửa tá ngày", 6, 6},
        {UNIT_DAYS, "x hai mươi năm", 7300, 7300},
        {UNIT_PERSONS, "x hai tá người", 24, 24},
        {UNIT_PERSONS, "x một nghìn hai trăm linh năm người", 1205, 1205},
        {UNIT_PERSONS, "x hai ngàn công nhân", 2000, 2000},
        {UNIT_PERSONS, "x một trăm hai mươi người", 120, 120},
        {UNIT_DAYS, "x hai năm rưỡi", 912.5, 912.5},
        {UNIT_DAYS, "x 02 năm", 730, 730},
        {UNIT_DAYS, "x 1 tuần", 7, 7},
        {UNIT_DAYS, "x 3-5 ngày", 3, 5},
        {UNIT_DAYS, "x từ ngày", -1, -1},
        {UNIT_DAYS, "x 5 giờ chiều", -1, -1},
        {UNIT_DAYS, "x 8 giờ tối", -1, -1},
        {UNIT_DAYS, "x 17 giờ 30", -1, -1},
        {UNIT_DAYS, "x lúc 5 giờ", -1, -1},
        {UNIT_DAYS, "x 24 giờ", 1, 1},
        {UNIT_DAYS, "x 48 giờ tối đa", 2, 2},
        {UNIT_DAYS, "x 48 giờ, tối đa 72 giờ", 2, 2},
        {UNIT_DAYS, "x 24 giờ, đêm cũng vậy", 1, 1},
        {UNIT_DAYS, "x 24 giờ/07 ngày", 1, 1},
        {UNIT_DAYS, "x ngày thứ 15 kể từ", 15, 15},
        {UNIT_DAYS, "x ngày làm việc thứ năm", 7, 7},
        {UNIT_DAYS, "x ngày 15 hằng tháng", -1, -1},
        {UNIT_PERSONS, "x 3–9 người", 3, 9},
        {UNIT_PERSONS, "x 05 đ/c", 5, 5},
        {UNIT_PERSONS, "x bảy vị", 7, 7},
        {UNIT_PERSONS, "x 14, mỗi thôn", -1, -1},
        {UNIT_PER_YEAR, "x mỗi học kỳ một lần", 2, 2},
        {UNIT_PERSONS, "x 03 đến 09 thành viên", 3, 9},
        {UNIT_PERSONS, "x bảy người", 7, 7},
        {UNIT_PERSONS, "x 1.420 công nhân", 1420, 1420},
        {UNIT_PERSONS, "x 35 anh chị em", 35, 35},
        {UNIT_PERSONS, "x 50% thành viên", -1, -1},
        {UNIT_PERSONS, "x ba", -1, -1},
        {UNIT_PERSONS, "x ≥ 03 TV", 3, 3},
        {UNIT_PERSONS, "x 45 ĐB", 45, 45},
        {UNIT_PERCENT, "x ≥ 2/3 số dự", 200.0 / 3, 200.0 / 3},
        {UNIT_PERSONS, "x ít nhất ba", 3, 3},
        {UNIT_PERCENT, "x ba trên mười đại diện", 30, 30},
        {UNIT_PER_YEAR, "x hai năm tổ chức hội nghị một lần", 0.5, 0.5},
        {UNIT_PER_YEAR, "x 12 tháng họp một kỳ", 1, 1},
        {UNIT_PER_YEAR, "x 02 năm/lần", 0.5, 0.5},
        {UNIT_PERSONS, "x 11 ngày", -1, -1},
        {UNIT_PERCENT, "x 2/3 tổng số", 200.0 / 3, 200.0 / 3},
        {UNIT_PERCENT, "x hai phần ba", 200.0 / 3, 200.0 / 3},
        {UNIT_PERCENT, "x 50% số người", 50, 50},
        {UNIT_PERCENT, "x 50 % số người", 50, 50},
        {UNIT_PERCENT, "x quá nửa", 50, 50},
        {UNIT_PER_YEAR, "x mỗi năm một lần", 1, 1},
        {UNIT_PER_YEAR, "x 01 lần/năm", 1, 1},
        {UNIT_PER_YEAR, "x một năm hai lần", 2, 2},
        {UNIT_PER_YEAR, "x 2 năm một lần", 0.5, 0.5},
        {UNIT_PER_YEAR, "x hai năm rưỡi họp một lần", 0.4, 0.4},
        {UNIT_PER_YEAR, "x định kỳ 06 tháng", 2, 2},
        {UNIT_PER_YEAR, "x 6 tháng một lần", 2, 2},
        {UNIT_PER_YEAR, "x mỗi quý một lần", 4, 4},
        {UNIT_PER_YEAR, "x hằng năm", 1, 1},
        {UNIT_PER_YEAR, "x một lần trong năm", 1, 1},
        {UNIT_PER_YEAR, "x năm nay", -1, -1},
        {UNIT_PERCENT, "x non nửa", 49, 49},
        {UNIT_PERCENT, "x gần một nửa số hộ", 49, 49},
        {UNIT_PER_YEAR, "x mỗi hai năm", 0.5, 0.5},
        {UNIT_PER_YEAR, "x mỗi năm bốn buổi", 4, 4},
        {UNIT_PER_YEAR, "x mỗi năm tổ chức hai cuộc", 2, 2},
        {UNIT_PER_YEAR, "x cứ 02 năm", 0.5, 0.5},
        {UNIT_PER_YEAR, "x cách năm", 0.5, 0.5},
        {UNIT_PER_YEAR, "x cách năm họp một lần", 0.5, 0.5},
        {UNIT_PER_YEAR, "x cách một quý", 2, 2},
        {UNIT_PER_YEAR, "x cách 6 tháng một lần", 2, 2},
        {UNIT_PER_YEAR, "x cách đây", -1, -1},
        {UNIT_PER_YEAR, "x 01 lần/năm (quý IV)", 1, 1},
        {UNIT_PER_YEAR, "x một lần mỗi năm, quý nào cũng được", 1, 1},
        {UNIT_DAYS, "x năm (tháng nào cũng vậy)", -1, -1},
        {UNIT_DAYS, "x 15 (ngày)", 15, 15},
        {UNIT_DAYS, "x 3 (tháng 9)", -1, -1},
        {UNIT_DAYS, "x năm (05) ngày", 5, 5},
        {UNIT_PERCENT, "x một nửa số hộ", 50, 50},
        {UNIT_DAYS, "x số ngày niêm yết: 15", 15, 15},
        {UNIT_DAYS, "ghim hai mươi ngày liền. Nơi khác x chừng ấy ngày", 20, 20},
        {UNIT_DAYS, "ghim 2 tháng; x bấy nhiêu ngày", 60, 60},
        {UNIT_DAYS, "x chừng ấy ngày", -1, -1},
        {UNIT_DAYS, "ghim 21 ngày, x chừng ấy người", -1, -1},
        {UNIT_PERCENT, "x ba phần tư", 75, 75},
        {UNIT_PERCENT, "x mười nhà trong một trăm", 10, 10},
        {UNIT_PERCENT, "x hai mươi hộ trong một trăm hộ", 20, 20},
        {UNIT_PERCENT, "x 10 hộ gia đình trong tổng số 100 hộ", 10, 10},
        {UNIT_PERCENT, "x một trong ba cử tri", 100.0 / 3, 100.0 / 3},
        {UNIT_PERCENT, "x một trong ba hình thức", -1, -1},
        {UNIT_PERCENT, "x một trong ba đại diện", -1, -1},
        {UNIT_PERCENT, "x tám trong mười lăm người đại diện", 800.0 / 15, 700.0 / 15},
        {UNIT_PERCENT, "x ba trong tổng số 12 thành viên", 25, 200.0 / 12},
        {UNIT_PERCENT, "x hai trong ba hình thức", -1, -1},
        {UNIT_PERCENT, "x ba người trong 30 ngày", -1, -1},
        {UNIT_PERCENT, "x ba người trong 30 ngày", -1, -1},
        {UNIT_PERCENT, "x cứ mười hộ thì có một hộ", 10, 10},
        {UNIT_PERCENT, "x cứ 3 người có ít nhất 01 người", 100.0 / 3, 100.0 / 3},
        {UNIT_PERCENT, "x cứ mười hộ lập một tổ", -1, -1},
        {UNIT_CALENDAR, "x 31/3", 3, 3},
        {UNIT_CALENDAR, "x 31/03/2026", 3, 3},
        {UNIT_CALENDAR, "x 01/4", 3 + 1.0 / 31, 3 + 1.0 / 31},
        {UNIT_CALENDAR, "x 30 tháng 6", 5 + 30.0 / 31, 5 + 30.0 / 31},
        {UNIT_CALENDAR, "x tháng tư", 4, 4},
        {UNIT_CALENDAR, "x tháng thứ năm của năm sau", 5, 5},
        {UNIT_CALENDAR, "x quý II", 6, 6},
        {UNIT_CALENDAR, "x quý đầu năm", 3, 3},
        {UNIT_CALENDAR, "x sáu tháng đầu năm", 6, 6},
        {UNIT_CALENDAR, "x nửa đầu năm", 6, 6},
        {UNIT_CALENDAR, "x 24 tháng", -1, -1},
        {UNIT_CALENDAR, "x tháng 13", -1, -1},
        {UNIT_CALENDAR, "x quý vị", -1, -1},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        Quantity quantity = {UNIT_NONE, -1, -1};
        g_autofree char *matched =
            match_text("x [từ|lúc|ít nhất|non|gần|số ngày niêm yết|thời hạn (ngày làm việc)] #", rows[i].unit,
                       rows[i].text, FALSE, &quantity);
        if (ABS(quantity.low - rows[i].low) > 0.01 || ABS(quantity.high - rows[i].high) > 0.01)
            fail_msg("“%s” gave %g to %g", rows[i].text, quantity.low, quantity.high);
    }
}

static void a_scan_finds_the_phrases_of_all_its_purposes_and_no_other(void **state)
{
    (void)state;
    static const char text[] = "Niêm yết công khai dự toán tại phòng; ngân sách.";
    static const struct {
        const char *phrase;
        guint purpose;
    } phrases[] = {
        {"{công khai|thông báo} <4> {ngân sách|dự toán}", PURPOSE_HEADING},
        {"niêm yết <4> {dự toán|kinh phí} <2> {phòng|bảng tin}", PURPOSE_BODY},
        {"{ngân sách|kinh phí}", PURPOSE_KIND},
        {"[tại] phòng", PURPOSE_HEADING | PURPOSE_KIND},
        {"/ng/", PURPOSE_FRONT},
    };
    g_autoptr(PhraseBook) book = phrasebook_new();
    g_autoptr(Words) words = words_new();
    Budget budget;
    guint id;

    for (guint i = 0; i < G_N_ELEMENTS(phrases); i++)
        assert_true(phrasebook_add(book, phrases[i].phrase, phrases[i].purpose, UNIT_NONE, "t:1", &id, NULL));
    assert_true(phrasebook_seal(book, NULL));
    words_append(words, text, strlen(text), 0);
    budget_init(&budget, NULL);
    g_autoptr(Matcher) matcher = matcher_new(book, FALSE, &budget);
    matcher_identify(matcher, words);
    for (guint purposes = 1; purposes < PURPOSE_KIND << 1; purposes++) {
        g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(Match));
        guint found = 0, wanted = 0;
        assert_true(matcher_scan(matcher, purposes, words, 0, words->sentences->len, text, matches, NULL));
        for (guint i = 0; i < matches->len; i++)
            found |= 1u << g_array_index(matches, Match, i).phrase;
        for (guint i = 0; i + 1 < G_N_ELEMENTS(phrases); i++) /* the last matches no whole word */
            wanted |= phrases[i].purpose & purposes ? 1u << i : 0;
        if (found != wanted)
            fail_msg("purposes %x gave phrases %x, not %x", purposes, found, wanted);
    }
}

static void wrong_phrases_are_refused_by_name(void **state)
{
    static const char *const wrong[] = {"{a|b",  "a}",  "[]", "<0> a",  "<99> a", "a #",
                                        "/(/ a", "@ a", "!a", "{a||b}", "",       "/\\d+"};
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autoptr(PhraseBook) book = phrasebook_new();
        g_autoptr(GError) error = NULL;
        guint id;
        if (phrasebook_add(book, wrong[i], PURPOSE_BODY, UNIT_NONE, "pack.xml:7", &id, &error))
            fail_msg("“%s” was accepted", wrong[i]);
        assert_true(g_error_matches(error, RASOAT_ERROR, RASOAT_ERROR_RULES));
        assert_non_null(strstr(error->message, "pack.xml:7"));
    }
}

static void classes_must_exist_be_used_and_not_refer_to_themselves(void **state)
{
    (void)state;
    static const char *const cases[][3] = {{"@nobody", "a", "unknown class “@nobody”"},
                                           {"x", "a", "class “@a” is used nowhere"},
                                           {"@a", "@a b", "refers to itself"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(PhraseBook) book = phrasebook_new();
        g_autoptr(GError) error = NULL;
        guint id;
        assert_true(phrasebook_add_class(book, "a", cases[i][1], "lexicon:1", NULL));
        assert_true(phrasebook_add(book, cases[i][0], PURPOSE_BODY, UNIT_NONE, "pack:1", &id, NULL));
        if (i == 0)
            assert_true(phrasebook_add(book, "@a", PURPOSE_BODY, UNIT_NONE, "pack:1", &id, NULL));
        assert_false(phrasebook_seal(book, &error));
        assert_non_null(strstr(error->message, cases[i][2]));
    }
}

static void too_many_steps_are_a_named_limit(void **state)
{
    (void)state;
    g_autoptr(PhraseBook) book = phrasebook_new();
    g_autoptr(Words) words = words_new();
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(Match));
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) text = g_string_new(NULL);
    Limits limits = *limits_default();
    Budget budget;
    guint id;

    for (guint i = 0; i < 200; i++)
        g_string_append(text, "a b ");
    g_string_append(text, "z");
    limits.match_steps = 10000;
    budget_init(&budget, &limits);
    assert_true(
        phrasebook_add(book, "a <40> b <40> a <40> b <40> z y", PURPOSE_BODY, UNIT_NONE, "p:1", &id, NULL));
    assert_true(phrasebook_add(book, "a <40> b <40> a <40> b <40> {b a b z|z z}", PURPOSE_BODY, UNIT_NONE,
                               "p:1", &id, NULL));
    assert_true(phrasebook_seal(book, NULL));
    words_append(words, text->str, text->len, 0);
    g_autoptr(Matcher) matcher = matcher_new(book, FALSE, &budget);
    matcher_identify(matcher, words);
    assert_false(
        matcher_scan(matcher, PURPOSE_BODY, words, 0, words->sentences->len, text->str, matches, &error));
    assert_true(g_error_matches(error, RASOAT_ERROR, RASOAT_ERROR_LIMIT_STEPS));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_match_in_every_spelling),
        cmocka_unit_test(brackets_gaps_and_classes_match),
        cmocka_unit_test(long_sentences_match_as_short_ones_do),
        cmocka_unit_test(marks_do_not_count_in_damaged_text),
        cmocka_unit_test(quantities_are_read_in_figures_and_words),
        cmocka_unit_test(a_scan_finds_the_phrases_of_all_its_purposes_and_no_other),
        cmocka_unit_test(wrong_phrases_are_refused_by_name),
        cmocka_unit_test(classes_must_exist_be_used_and_not_refer_to_themselves),
        cmocka_unit_test(too_many_steps_are_a_named_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
