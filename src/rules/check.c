/* Showing the rule set to people: a list, one rule explained, the matrix of law and rules. */
#include "rules/check.h"

#include <string.h>

#include "base/translate.h"
#include "rules/measured.h"

static void append_basis(GString *out, const Basis *basis, RasoatLanguage language)
{
    g_string_append(out, basis->instrument);
    if (basis->article)
        g_string_append_printf(out, say(language, ", Điều %s"), basis->article);
    if (basis->clause)
        g_string_append_printf(out, say(language, " khoản %s"), basis->clause);
    if (basis->point)
        g_string_append_printf(out, say(language, " điểm %s"), basis->point);
    if (basis->unverified)
        g_string_append(out, say(language, " (cần đối chiếu bản gốc)"));
}

static const char *severity_word(Severity severity, RasoatLanguage language)
{
    static const char *const words[] = {NC_("rule", "bắt buộc"), NC_("rule", "khuyến nghị"),
                                        NC_("rule", "tham khảo")};
    return say(language, words[severity]);
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

/* What a number of the law's depends on. */
static void append_sizes(const Part *part, RasoatLanguage language, GString *out)
{
    for (guint i = 0; part->steps && i < part->steps->len; i++) {
        const BoundStep *step = &g_array_index(part->steps, BoundStep, i);
        g_string_append_printf(out, say(language, "    từ %u người trở lên, luật: %s\n"), step->staff,
                               bilingual(&step->law_value, language));
    }
    if (part->most_gathered)
        g_string_append_printf(
            out, "    %s\n",
            say(language, "Mức tối đa không áp dụng cho đơn vị đặc thù hoặc hoạt động phân tán."));
}

static void show_parts(const RuleSet *rules, const Item *item, RasoatLanguage language, GString *out)
{
    if (item->minimum > 0)
        g_string_append_printf(out, say(language, "Đạt khi có ít nhất %u trong các ý sau:\n"), item->minimum);
    else if (item->parts->len > 0)
        g_string_append(out, say(language, "Đạt khi có đủ các ý sau:\n"));
    for (guint i = 0; i < item->parts->len; i++) {
        const Part *part = &g_array_index(item->parts, Part, i);
        g_string_append_printf(out, "  - %s", bilingual(&part->name, language));
        if (part->optional)
            g_string_append(out, say(language, " (không bắt buộc)"));
        if (part->needs_union)
            g_string_append(out, say(language, " (khi đơn vị có Công đoàn)"));
        if (part->unit != UNIT_NONE)
            g_string_append_printf(out, say(language, " (luật: %s)"), bilingual(&part->law_value, language));
        g_string_append(out, say(language, "; nhận ra qua các mẫu:\n"));
        append_phrases(rules, part->phrases, out);
        append_sizes(part, language, out);
    }
    if (item->catch_all)
        g_string_append(out, say(language, "Đạt khi danh mục kết thúc bằng nội dung khác.\n"));
    if (item->denials->len > 0) {
        g_string_append(out, say(language, "Trái luật khi có:\n"));
        append_phrases(rules, item->denials, out);
    }
    if (item->section_denials->len > 0) {
        g_string_append(out, say(language, "Trái luật khi phần này có:\n"));
        append_phrases(rules, item->section_denials, out);
    }
    if (item->asides->len > 0) {
        g_string_append(out, say(language, "Không tính câu có:\n"));
        append_phrases(rules, item->asides, out);
    }
}

/* Which units a requirement is for, and what its readers must know. */
static void show_conditions(const Item *item, RasoatLanguage language, GString *out)
{
    if (item->staff_over > 0)
        g_string_append_printf(out, say(language, "Chỉ áp dụng khi đơn vị có trên %u người."),
                               item->staff_over);
    if (item->staff_under > 0)
        g_string_append_printf(out, say(language, "Chỉ áp dụng khi đơn vị có dưới %u người."),
                               item->staff_under);
    if (item->staff_over > 0 || item->staff_under > 0)
        g_string_append_c(out, '\n');
    if (item->needs_union)
        g_string_append_printf(out, "%s\n", say(language, "Chỉ áp dụng khi đơn vị có Công đoàn."));
    if (item->note.vi)
        g_string_append_printf(out, "%s\n", bilingual(&item->note, language));
}

/* What the unit of an example is like, where that decides. */
static void append_facts(const Example *example, RasoatLanguage language, GString *out)
{
    const UnitFacts *unit = &example->unit;

    if (unit->staff >= 0)
        g_string_append_printf(out, say(language, " [đơn vị %d người]"), unit->staff);
    if (unit->has_union != ANSWER_UNKNOWN)
        g_string_append(out, unit->has_union == ANSWER_YES ? say(language, " [có Công đoàn]")
                                                           : say(language, " [không có Công đoàn]"));
    if (unit->dispersed != ANSWER_UNKNOWN)
        g_string_append(out, unit->dispersed == ANSWER_YES ? say(language, " [đơn vị phân tán]")
                                                           : say(language, " [đơn vị không phân tán]"));
    if (example->elsewhere)
        g_string_append(out, say(language, " [đứng ở phần khác]"));
}

static void show_examples(const Item *item, RasoatLanguage language, GString *out)
{
    static const char *const words[] = {NC_("rule", "đạt"),           NC_("rule", "chưa đủ"),
                                        NC_("rule", "thiếu"),         NC_("rule", "trái luật"),
                                        NC_("rule", "cần người xem"), NC_("rule", "không áp dụng")};
    g_string_append(out, say(language, "Ví dụ:\n"));
    for (guint i = 0; i < item->examples->len; i++) {
        const Example *example = item->examples->pdata[i];
        g_string_append_printf(out, "  %s: %s", say(language, words[example->status]), example->text);
        append_facts(example, language, out);
        g_string_append_c(out, '\n');
    }
}

static void show_measured(const Item *item, RasoatLanguage language, GString *out)
{
    const Measured *measured = &item->measured;
    if (measured->texts == 0) {
        g_string_append(out, say(language, "Chưa đo được trên văn bản thử.\n"));
        return;
    }
    g_string_append_printf(
        out, say(language, "Đo trên %u văn bản thử: kết luận đúng %u; nói “thiếu” %u lần, đúng %u.%s\n"),
        measured->texts, measured->agreed, measured->claims, measured->right,
        !measured_doubts_absence(item)
            ? ""
            : say(language, " Khi không tìm thấy, báo “cần người xem” thay vì “thiếu”."));
}

static void show_item(const RuleSet *rules, const Item *item, RasoatLanguage language, GString *out)
{
    g_string_append_printf(out, "%s  [%s]\n%s\n%s: ", item->id, severity_word(item->severity, language),
                           bilingual(&item->title, language), say(language, NC_("rule", "Căn cứ")));
    append_basis(out, &item->basis, language);
    g_string_append_c(out, '\n');
    show_conditions(item, language, out);
    show_parts(rules, item, language, out);
    g_string_append_printf(
        out,
        say(language,
            "Ngoài các mẫu: biết %u cách viết; dòng có lời văn rất gần với chúng được coi là đạt (trừ nội "
            "dung phải có con số) và nêu riêng để người xem lại.\n"),
        item->known_lines);
    if (item->model)
        g_string_append_printf(out, "%s:\n  %s\n", say(language, "Mẫu để bổ sung"), item->model);
    show_measured(item, language, out);
    show_examples(item, language, out);
}

static void show_requirement(const Requirement *requirement, RasoatLanguage language, GString *out)
{
    g_string_append_printf(out, "%s  [%s]\n%s\n", requirement->id,
                           severity_word(requirement->severity, language),
                           bilingual(&requirement->title, language));
    for (guint i = 0; i < requirement->bases->len; i++) {
        g_string_append(out, say(language, "Căn cứ: "));
        append_basis(out, &g_array_index(requirement->bases, Basis, i), language);
        g_string_append_c(out, '\n');
    }
    if (requirement->items->len > 0)
        g_string_append(out, say(language, "Đạt khi các nội dung sau có từ một nửa trở lên:\n"));
    for (guint i = 0; i < requirement->items->len; i++) {
        const Item *item = requirement->items->pdata[i];
        g_string_append_printf(out, "  %s  %s\n", item->id, bilingual(&item->title, language));
    }
    if (requirement->model)
        g_string_append_printf(out, "%s:\n  %s\n", say(language, "Mẫu để bổ sung"), requirement->model);
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
