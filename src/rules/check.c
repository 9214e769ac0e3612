/* Showing the rule set to people: a list, one rule explained, the matrix of law and rules. */
#include "rules/check.h"

#include "rules/measured.h"
#include <string.h>

static void append_basis(GString *out, const Basis *basis, RasoatLanguage language)
{
    gboolean vi = language == RASOAT_VIETNAMESE;
    g_string_append(out, basis->instrument);
    if (basis->article)
        g_string_append_printf(out, vi ? ", Điều %s" : ", Article %s", basis->article);
    if (basis->clause)
        g_string_append_printf(out, vi ? " khoản %s" : " clause %s", basis->clause);
    if (basis->point)
        g_string_append_printf(out, vi ? " điểm %s" : " point %s", basis->point);
    if (basis->unverified)
        g_string_append(out, vi ? " (cần đối chiếu bản gốc)" : " (to be checked against the original)");
}

static const char *severity_word(Severity severity, RasoatLanguage language)
{
    static const char *const vi[] = {"bắt buộc", "khuyến nghị", "tham khảo"};
    return language == RASOAT_VIETNAMESE ? vi[severity] : severity_name(severity);
}

void rules_list(const RuleSet *rules, RasoatLanguage language, GString *out)
{
    for (guint p = 0; p < rules->packs->len; p++) {
        const Pack *pack = rules->packs->pdata[p];
        g_string_append_printf(out, "%s  %s\n", pack->id, bilingual(&pack->title, language));
        for (guint r = 0; r < pack->requirements->len; r++) {
            const Requirement *requirement = pack->requirements->pdata[r];
            g_string_append_printf(out, "  %s  [%s]  %s\n", requirement->id,
                                   severity_word(requirement->severity, language),
                                   bilingual(&requirement->title, language));
            for (guint i = 0; i < requirement->items->len; i++) {
                const Item *item = requirement->items->pdata[i];
                g_string_append_printf(out, "    %s  [%s]  %s\n", item->id,
                                       severity_word(item->severity, language),
                                       bilingual(&item->title, language));
            }
        }
    }
}

static void append_phrases(const RuleSet *rules, const PhraseIds *phrases, GString *out)
{
    for (guint i = 0; i < phrases->len; i++)
        g_string_append_printf(out, "      %s\n",
                               phrasebook_text(rules->book, g_array_index(phrases, guint, i)));
}

static void show_parts(const RuleSet *rules, const Item *item, RasoatLanguage language, GString *out)
{
    gboolean vi = language == RASOAT_VIETNAMESE;
    if (item->minimum > 0)
        g_string_append_printf(
            out, vi ? "Đạt khi có ít nhất %u trong các ý sau:\n" : "Met with at least %u of these parts:\n",
            item->minimum);
    else if (item->parts->len > 0)
        g_string_append(out, vi ? "Đạt khi có đủ các ý sau:\n" : "Met with all of these parts:\n");
    for (guint i = 0; i < item->parts->len; i++) {
        const Part *part = &g_array_index(item->parts, Part, i);
        g_string_append_printf(out, "  - %s", bilingual(&part->name, language));
        if (part->optional)
            g_string_append(out, vi ? " (không bắt buộc)" : " (optional)");
        if (part->unit != UNIT_NONE)
            g_string_append_printf(out, vi ? " (luật: %s)" : " (law: %s)",
                                   bilingual(&part->law_value, language));
        g_string_append(out, vi ? "; nhận ra qua các mẫu:\n" : "; recognised by the phrases:\n");
        append_phrases(rules, part->phrases, out);
    }
    if (item->catch_all)
        g_string_append(out, vi ? "Đạt khi danh mục kết thúc bằng nội dung khác.\n"
                                : "Met when the list ends with a catch-all.\n");
    if (item->denials->len > 0) {
        g_string_append(out, vi ? "Trái luật khi có:\n" : "A conflict when it says:\n");
        append_phrases(rules, item->denials, out);
    }
    if (item->section_denials->len > 0) {
        g_string_append(out, vi ? "Trái luật khi phần này có:\n" : "A conflict when its section says:\n");
        append_phrases(rules, item->section_denials, out);
    }
}

static void show_examples(const Item *item, RasoatLanguage language, GString *out)
{
    static const char *const vi[] = {"đạt",       "chưa đủ",       "thiếu",
                                     "trái luật", "cần người xem", "không áp dụng"};
    g_string_append(out, language == RASOAT_VIETNAMESE ? "Ví dụ:\n" : "Examples:\n");
    for (guint i = 0; i < item->examples->len; i++) {
        const Example *example = item->examples->pdata[i];
        g_string_append_printf(out, "  %s: %s\n",
                               language == RASOAT_VIETNAMESE ? vi[example->status]
                                                             : status_name(example->status),
                               example->text);
    }
}

static void show_measured(const Item *item, RasoatLanguage language, GString *out)
{
    const Measured *measured = &item->measured;
    gboolean vi = language == RASOAT_VIETNAMESE;
    if (measured->texts == 0) {
        g_string_append(out, vi ? "Chưa đo được trên văn bản thử.\n" : "Not measured yet.\n");
        return;
    }
    g_string_append_printf(
        out,
        vi ? "Đo trên %u văn bản thử: kết luận đúng %u; nói “thiếu” %u lần, đúng %u.%s\n"
           : "Measured on %u texts: judged rightly in %u; said \"missing\" %u times, rightly "
             "%u.%s\n",
        measured->texts, measured->agreed, measured->claims, measured->right,
        !measured_doubts_absence(item) ? ""
        : vi ? " Khi không tìm thấy, báo “cần người xem” thay vì “thiếu”."
             : " When it is not found, a person is asked to look.");
}

static void show_item(const RuleSet *rules, const Item *item, RasoatLanguage language, GString *out)
{
    gboolean vi = language == RASOAT_VIETNAMESE;
    g_string_append_printf(out, "%s  [%s]\n%s\n%s: ", item->id, severity_word(item->severity, language),
                           bilingual(&item->title, language), vi ? "Căn cứ" : "Legal basis");
    append_basis(out, &item->basis, language);
    g_string_append_c(out, '\n');
    show_parts(rules, item, language, out);
    if (item->model)
        g_string_append_printf(out, "%s:\n  %s\n", vi ? "Mẫu để bổ sung" : "Model clause", item->model);
    show_measured(item, language, out);
    show_examples(item, language, out);
}

static void show_requirement(const Requirement *requirement, RasoatLanguage language, GString *out)
{
    gboolean vi = language == RASOAT_VIETNAMESE;
    g_string_append_printf(out, "%s  [%s]\n%s\n", requirement->id,
                           severity_word(requirement->severity, language),
                           bilingual(&requirement->title, language));
    for (guint i = 0; i < requirement->bases->len; i++) {
        g_string_append(out, vi ? "Căn cứ: " : "Legal basis: ");
        append_basis(out, &g_array_index(requirement->bases, Basis, i), language);
        g_string_append_c(out, '\n');
    }
    if (requirement->items->len > 0)
        g_string_append(out, vi ? "Đạt khi các nội dung sau có từ một nửa trở lên:\n"
                                : "Met when at least half of these are there:\n");
    for (guint i = 0; i < requirement->items->len; i++) {
        const Item *item = requirement->items->pdata[i];
        g_string_append_printf(out, "  %s  %s\n", item->id, bilingual(&item->title, language));
    }
    if (requirement->model)
        g_string_append_printf(out, "%s:\n  %s\n", vi ? "Mẫu để bổ sung" : "Model clause",
                               requirement->model);
}

gboolean rules_show(const RuleSet *rules, const char *id, RasoatLanguage language, GString *out)
{
    for (guint p = 0; p < rules->packs->len; p++) {
        const Pack *pack = rules->packs->pdata[p];
        for (guint r = 0; r < pack->requirements->len; r++) {
            const Requirement *requirement = pack->requirements->pdata[r];
            if (strcmp(requirement->id, id) == 0) {
                show_requirement(requirement, language, out);
                return TRUE;
            }
            for (guint i = 0; i < requirement->items->len; i++)
                if (strcmp(((const Item *)requirement->items->pdata[i])->id, id) == 0) {
                    show_item(rules, requirement->items->pdata[i], language, out);
                    return TRUE;
                }
        }
    }
    return FALSE;
}

static const char *or_dash(const char *text)
{
    return text ? text : "-";
}

void rules_coverage(const RuleSet *rules, GString *out)
{
    g_string_append(out, "instrument\tarticle\tclause\tpoint\tprofile\tgroup\trequirement\tcoverage\texamples"
                         "\tbasis\ttexts\tagreed\t"
                         "missing-said\tmissing-right\twhen-absent\n");
    for (guint p = 0; p < rules->packs->len; p++) {
        const Pack *pack = rules->packs->pdata[p];
        for (guint r = 0; r < pack->requirements->len; r++) {
            const Requirement *requirement = pack->requirements->pdata[r];
            const Group *group = rules->groups->pdata[requirement->group];
            for (guint i = 0; i < requirement->items->len; i++) {
                const Item *item = requirement->items->pdata[i];
                const Measured *measured = &item->measured;
                g_string_append_printf(out, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%u\t%s\t%u\t%u\t%u\t%u\t%s\n",
                                       item->basis.instrument, or_dash(item->basis.article),
                                       or_dash(item->basis.clause), or_dash(item->basis.point), pack->profile,
                                       group->id, item->id, item->coverage, item->examples->len,
                                       item->basis.unverified ? "unverified" : "verified", measured->texts,
                                       measured->agreed, measured->claims, measured->right,
                                       measured_doubts_absence(item) ? "review" : "missing");
            }
        }
    }
}
