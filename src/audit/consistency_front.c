/* The head and foot of the text (Nghị định 30/2020/NĐ-CP, annex I): a mark of a draft, a number, date or
 * signer that is not there, and a date from before the law in force or after the day it is checked against.
 */
#include <stdlib.h>
#include <string.h>

#include "audit/consistency_parts.h"
#include "base/translate.h"
#include "document/lines.h"

/* Lines at the end of a text among which the signer's name is looked for. */
#define FOOT_LINES 8

/* --- draft mark ---------------------------------------------------------------------------------------- */

/* TRUE when a line is the mark itself: "DỰ THẢO", "(Dự thảo lần 2)", "DỰ THẢO 15/3/2024"; a sentence or title
 * that only begins with the word is not. Capitals may be followed by a title: "DỰ THẢO QUY CHẾ". */
static gboolean is_draft_mark(const char *line, gsize length)
{
    g_autofree char *text = one_line(line, length);
    const char *at = text ? text : "";
    glong characters = g_utf8_strlen(at, -1);

    at += strspn(at, "([{*-– ");
    if (g_str_has_prefix(at, "DỰ THẢO"))
        return characters <= 60 && consistency_is_capitals(at, strlen("DỰ THẢO"));
    g_autofree char *lower = g_utf8_strdown(at, -1);
    return characters <= 30 &&
           (g_str_equal(lower, "dự thảo") || g_str_has_prefix(lower, "dự thảo)") ||
            g_str_has_prefix(lower, "dự thảo lần") || g_str_has_prefix(lower, "dự thảo ngày"));
}

/* Whether "D" is the first ASCII letter or digit of a line: most are told by that to be no mark. */
static gboolean begins_with_d(const char *line, gsize length)
{
    gsize at = 0;

    while (at < length && !g_ascii_isalnum(line[at]))
        at++;
    return at < length && g_ascii_toupper(line[at]) == 'D';
}

/* Bytes of the first line or column of a block that is a draft mark. */
static gboolean find_draft_mark(const Block *block, guint32 *start, guint32 *end)
{
    for (guint32 at = 0; at < block->length; at = *end + 1) {
        *start = at;
        *end = at + (guint32)strcspn(block->text + at, "\n\t");
        if (begins_with_d(block->text + at, *end - at) && is_draft_mark(block->text + at, *end - at))
            return TRUE;
    }
    return FALSE;
}

/* Headers, footers, and body text before the first division of its component. */
static gboolean is_head(const Outline *outline, const Block *block, guint index)
{
    if (block->layer == LAYER_HEADER || block->layer == LAYER_FOOTER)
        return TRUE;
    if (block->layer != LAYER_BODY)
        return FALSE;
    const Division *division = outline_division(outline, outline->division_of[index]);
    return division->level == DIVISION_ROOT || block->place == PLACE_TEXT_BOX;
}

static void check_draft_mark(Consistency *audit)
{
    const Outline *outline = audit->view->outline;
    Finding *finding = NULL;

    for (guint i = 0; i < outline->document->blocks->len && !consistency_is_late(audit); i++) {
        const Block *block = consistency_block(audit, i);
        guint32 start, end;
        if (!is_head(outline, block, i) || !find_draft_mark(block, &start, &end))
            continue;
        if (!finding)
            finding =
                consistency_add(audit, "draft-mark", STATUS_PARTIAL, bilingual_of(N_("Còn ghi “Dự thảo”")),
                                bilingual_of(N_("Bỏ chữ “Dự thảo” ở bản ban hành.")));
        consistency_quote(audit, finding, i, start, end);
    }
}

/* --- number, date, signer, recipients ------------------------------------------------------------------ */

/* A line that is there and blank is a defect; no line at all may be the way the file was cut. */
static void report_absence(Consistency *audit, const char *kind, gboolean line_is_there, guint block,
                           const char *title, const char *fix)
{
    Finding *finding = consistency_add(audit, kind, line_is_there ? STATUS_PARTIAL : STATUS_REVIEW,
                                       bilingual_of(title), bilingual_of(fix));

    if (line_is_there && block != G_MAXUINT)
        consistency_quote(audit, finding, block, 0, consistency_block(audit, block)->length);
}

/* TRUE for "Nguyễn Văn An", "TS. Lò Thị Ban": two to six words, each with a capital, not all in capitals. */
static gboolean is_name(const char *line)
{
    if (!line || consistency_is_capitals(line, strlen(line)) || strpbrk(line, ":;,/()0123456789"))
        return FALSE;
    g_auto(GStrv) words = g_strsplit(line, " ", -1);
    for (guint i = 0; words[i]; i++)
        if (!g_unichar_isupper(g_utf8_get_char(words[i])))
            return FALSE;
    return g_strv_length(words) >= 2 && g_strv_length(words) <= 6;
}

/* The last line of a block that holds anything, or NULL. Owned by the caller. */
static char *last_line(const Block *block)
{
    g_auto(GStrv) lines = g_strsplit_set(block->text, "\n\t", -1);

    for (guint i = g_strv_length(lines); i > 0; i--) {
        char *line = one_line(lines[i - 1], strlen(lines[i - 1]));
        if (line)
            return line;
    }
    return NULL;
}

/* TRUE when a name stands at the foot of the regulation or its decision, though below an office that nobody
 * knows. */
static gboolean ends_in_name(const Outline *outline)
{
    for (guint c = 0; c < outline->components->len; c++) {
        const Component *component = outline_component(outline, c);
        if (component->kind != COMPONENT_REGULATION && component->kind != COMPONENT_DECISION)
            continue;
        guint seen = 0;
        for (guint b = component->end; b > component->first && seen < FOOT_LINES; b--) {
            const Block *block = document_block(outline->document, b - 1);
            g_autofree char *line = block->layer == LAYER_BODY ? last_line(block) : NULL;
            if (is_name(line))
                return TRUE;
            seen += line != NULL;
        }
    }
    return FALSE;
}

/* --- age ------------------------------------------------------------------------------------------------ */

/* Full years between two ISO dates. */
static gint years_between(const char *from, const char *to)
{
    return (gint)(strtol(to, NULL, 10) - strtol(from, NULL, 10)) - (strcmp(to + 4, from + 4) < 0);
}

/* What to do about a regulation of before the law. Owned by the caller. */
static char *renewal(const Consistency *audit, RasoatLanguage language)
{
    const char *issued = audit->front->issued;
    g_autofree char *day = say_date(language, issued), *from = say_date(language, audit->law->from);

    return g_strdup_printf(say(language,
                               "Quy chế ban hành ngày %s (đã %d năm), trước khi %s có hiệu lực ngày "
                               "%s: rà soát, sửa đổi, bổ sung hoặc ban hành lại."),
                           day, years_between(issued, audit->as_of), audit->law->instrument, from);
}

static void check_age(Consistency *audit)
{
    const char *issued = audit->front->issued;

    if (!issued || !audit->law || strcmp(issued, audit->law->from) >= 0)
        return;
    Finding *finding =
        consistency_add(audit, "older-than-law", STATUS_PARTIAL,
                        bilingual_of(N_("Ban hành trước khi pháp luật hiện hành có hiệu lực")),
                        (BilingualText){renewal(audit, RASOAT_VIETNAMESE), renewal(audit, RASOAT_ENGLISH)});
    if (audit->front->date_block != G_MAXUINT)
        consistency_quote(audit, finding, audit->front->date_block, 0, 0);
}

/* What has head and foot: a regulation that is attached to a decision in another file needs none, nor do
 * enterprises, which 30/2020/NĐ-CP does not bind. */
static gboolean needs_recipients(const Consistency *audit)
{
    return audit->front->has_number_line && audit->front->signer &&
           !(audit->law && g_str_equal(audit->law->profile, "enterprise"));
}

/* A regulation of after the day whose law it is checked against: most often a slip of the pen. */
static void check_day(Consistency *audit)
{
    const char *issued = audit->front->issued;

    if (!issued || strcmp(issued, audit->as_of) <= 0)
        return;
    Finding *finding = consistency_add(
        audit, "future-date", STATUS_REVIEW, bilingual_of(N_("Ngày ban hành sau ngày đối chiếu")),
        bilingual_of(N_("Kiểm tra lại ngày, tháng, năm ban hành ghi trên văn bản.")));
    if (audit->front->date_block != G_MAXUINT)
        consistency_quote(audit, finding, audit->front->date_block, 0, 0);
}

void check_front(Consistency *audit)
{
    const FrontMatter *front = audit->front;

    check_draft_mark(audit);
    if (!front->number)
        report_absence(audit, "no-number", front->has_number_line, front->number_block,
                       N_("Chưa có số văn bản"), N_("Ghi số và ký hiệu của văn bản ban hành quy chế."));
    if (!front->issued)
        report_absence(audit, "no-date", front->has_date_line, front->date_block,
                       N_("Chưa có ngày, tháng, năm ban hành"), N_("Ghi đủ ngày, tháng, năm ban hành."));
    if (!front->signer && !ends_in_name(audit->view->outline))
        report_absence(audit, "no-signer", front->signer_office != NULL, front->signer_block,
                       N_("Không thấy họ tên người ký"), N_("Ghi chức vụ và họ tên người ký ban hành."));
    if (needs_recipients(audit) && !front->has_recipients)
        report_absence(audit, "no-recipients", FALSE, G_MAXUINT, N_("Không thấy nơi nhận"),
                       N_("Ghi nơi nhận của văn bản ban hành quy chế."));
    check_age(audit);
    check_day(audit);
}
