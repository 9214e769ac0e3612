/* Reading packs: requirements and their items, parts, bounds and examples, from XML that the schema has
 * accepted. */
#include "rules/pack.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/translate.h"

/* One pack being read. */
typedef struct {
    RuleSet *rules;
    const XmlFile *file;
    Pack *pack;
    GError **error;
} PackReader;

gboolean ruleset_add_phrase(RuleSet *rules, const XmlFile *file, const xmlNode *node, guint purpose,
                            UnitKind unit, PhraseIds *ids, GError **error)
{
    g_autofree char *text = xml_text(node);
    g_autofree char *where = g_strdup_printf("%s:%u", file->path, xml_line(node));
    guint id;

    if (!phrasebook_add(rules->book, text, purpose, unit, where, &id, error))
        return FALSE;
    g_array_append_val(ids, id);
    return TRUE;
}

void bilingual_read(const xmlNode *node, BilingualText *text)
{
    const char *language = xml_file_attribute(node, "lang");
    char **slot = strcmp(language, "vi") == 0 ? &text->vi : &text->en;
    g_free(*slot);
    *slot = xml_text(node);
}

static gboolean read_basis(PackReader *reader, const xmlNode *node, Basis *basis)
{
    basis->instrument = g_strdup(reader->pack->instrument);
    basis->article = g_strdup(xml_file_attribute(node, "article"));
    if (!xml_attribute_flag(reader->file, node, "unverified", FALSE, &basis->unverified, reader->error))
        return FALSE;
    if (!basis->unverified) { /* an unverified clause is not named */
        basis->clause = g_strdup(xml_file_attribute(node, "clause"));
        basis->point = g_strdup(xml_file_attribute(node, "point"));
    }
    return TRUE;
}

/* Units as rules name them: what they are measured in, how many of that, and how a person says them. */
typedef struct {
    const char *name;
    UnitKind kind;
    double factor;
    const char *words;
} UnitName;

static const UnitName unit_names[] = {
    {"day", UNIT_DAYS, 1, N_("ngày")},
    {"working-day", UNIT_DAYS, 1.4, N_("ngày làm việc")},
    {"month", UNIT_DAYS, 30, N_("tháng")},
    {"year", UNIT_DAYS, 365, N_("năm")},
    {"person", UNIT_PERSONS, 1, N_("người")},
    {"percent", UNIT_PERCENT, 1, N_("%")},
    {"per-year", UNIT_PER_YEAR, 1, N_("lần một năm")},
    {"calendar-month", UNIT_CALENDAR, 1, N_("tháng đầu năm")},
};

static const UnitName *unit_named(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(unit_names); i++)
        if (strcmp(unit_names[i].name, name) == 0)
            return &unit_names[i];
    return NULL;
}

static double read_limit(const xmlNode *node, const char *name, const UnitName *unit)
{
    const char *text = xml_file_attribute(node, name);
    return text ? g_ascii_strtod(text, NULL) * unit->factor : NAN;
}

static char *range_in_words(const char *least, const char *most, const UnitName *unit,
                            RasoatLanguage language)
{
    const char *word = say(language, unit->words);
    if (least && most && strcmp(least, most) == 0)
        return g_strdup_printf("%s %s", least, word);
    if (least && most)
        return g_strdup_printf(say(language, "từ %s đến %s %s"), least, most, word);
    return least ? g_strdup_printf(say(language, "ít nhất %s %s"), least, word)
                 : g_strdup_printf(say(language, "không quá %s %s"), most, word);
}

/* How the law's value reads: as the rule says it, else made from the number. */
static BilingualText law_value(const xmlNode *node, const UnitName *unit)
{
    const char *said = xml_file_attribute(node, "law");
    if (said)
        return (BilingualText){g_strdup(said), g_strdup(xml_file_attribute(node, "law-en"))};
    const char *least = xml_file_attribute(node, "least"), *most = xml_file_attribute(node, "most");
    return (BilingualText){range_in_words(least, most, unit, RASOAT_VIETNAMESE),
                           range_in_words(least, most, unit, RASOAT_ENGLISH)};
}

static gboolean read_bound(PackReader *reader, const xmlNode *node, Part *part)
{
    const char *name = xml_file_attribute(node, "unit");
    const UnitName *unit = unit_named(name);
    if (!unit)
        return xml_file_error(reader->file, node, reader->error, N_("không có đơn vị tính “%s”"), name);
    part->unit = unit->kind;
    part->least = read_limit(node, "least", unit);
    part->most = read_limit(node, "most", unit);
    if (isnan(part->least) && isnan(part->most))
        return xml_file_error(reader->file, node, reader->error, N_("thẻ <bound> cần có most hoặc least"));
    part->law_value = law_value(node, unit);
    return TRUE;
}

/* What the bound asks from a number of staff on: <step staff="50" least="4"/>. */
static gboolean read_step(PackReader *reader, const xmlNode *node, const UnitName *unit, Part *part)
{
    BoundStep step = {.staff = (guint)g_ascii_strtoull(xml_file_attribute(node, "staff"), NULL, 10),
                      .least = read_limit(node, "least", unit),
                      .most = read_limit(node, "most", unit)};
    const guint before = part->steps && part->steps->len > 0
                             ? g_array_index(part->steps, BoundStep, part->steps->len - 1).staff
                             : 0;

    if (isnan(step.least) && isnan(step.most))
        return xml_file_error(reader->file, node, reader->error, N_("thẻ <step> cần có most hoặc least"));
    if (step.staff <= before)
        return xml_file_error(reader->file, node, reader->error,
                              N_("các thẻ <step> phải theo số người (staff) tăng dần"));
    if (!part->steps)
        part->steps = bound_steps_new();
    step.law_value = law_value(node, unit);
    g_array_append_val(part->steps, step);
    return TRUE;
}

/* A phrase that reads no number stands for zero: "ngay" is within any time, but never as many as asked for.
 */
static gboolean read_part_phrase(PackReader *reader, const xmlNode *node, Part *part)
{
    if (part->unit != UNIT_NONE && !isnan(part->least)) {
        g_autofree char *text = xml_text(node);
        if (!strchr(text, '#'))
            return xml_file_error(reader->file, node, reader->error,
                                  N_("mẫu trong <bound> có least cần có dấu #: không có số thì coi là 0"));
    }
    return ruleset_add_phrase(reader->rules, reader->file, node, reader->pack->purpose, part->unit,
                              part->phrases, reader->error);
}

static gboolean read_part(PackReader *reader, const xmlNode *node, Item *item)
{
    Part part = {
        .name = {g_strdup(xml_file_attribute(node, "name")), g_strdup(xml_file_attribute(node, "name-en"))},
        .phrases = phrase_ids_new(),
        .least = NAN,
        .most = NAN};
    gboolean ok =
        xml_attribute_flag(reader->file, node, "optional", FALSE, &part.optional, reader->error) &&
        xml_attribute_flag(reader->file, node, "prohibition", FALSE, &part.prohibition, reader->error) &&
        xml_attribute_flag(reader->file, node, "union", FALSE, &part.needs_union, reader->error);
    part.most_gathered = g_strcmp0(xml_file_attribute(node, "most-unless"), "dispersed") == 0;
    if (ok && xml_is(node, "bound"))
        ok = read_bound(reader, node, &part);
    for (const xmlNode *child = xml_first_element(node); ok && child; child = xml_next_element(child))
        ok = xml_is(child, "step")
                 ? read_step(reader, child, unit_named(xml_file_attribute(node, "unit")), &part)
                 : read_part_phrase(reader, child, &part);
    g_array_append_val(item->parts, part);
    return ok;
}

static Answer read_answer(const xmlNode *node, const char *name)
{
    const char *text = xml_file_attribute(node, name);
    return !text ? ANSWER_UNKNOWN : strcmp(text, "yes") == 0 ? ANSWER_YES : ANSWER_NO;
}

static void read_example(const xmlNode *node, Item *item)
{
    Example *example = example_new();
    const char *where = xml_file_attribute(node, "where"), *staff = xml_file_attribute(node, "staff");
    example->unit = (UnitFacts){.staff = staff ? (gint)g_ascii_strtoll(staff, NULL, 10) : -1,
                                .has_union = read_answer(node, "union"),
                                .dispersed = read_answer(node, "dispersed")};
    example->text = xml_text(node);
    example->elsewhere = where && strcmp(where, "elsewhere") == 0;
    example->line = xml_line(node);
    example->status = status_named(xml_file_attribute(node, "status"));
    g_ptr_array_add(item->examples, example);
}

static gboolean read_scope(PackReader *reader, const xmlNode *node, Item *item)
{
    const char *scope = xml_file_attribute(node, "scope");
    item->scope = 1u << item->group;
    if (!scope)
        return TRUE;
    g_auto(GStrv) names = g_strsplit(scope, " ", -1);
    for (char **name = names; *name; name++) {
        gint group = ruleset_group(reader->rules, *name);
        if (strcmp(*name, "anywhere") == 0)
            item->anywhere = TRUE;
        else if (strcmp(*name, "principles") == 0)
            item->principles = TRUE;
        else if (strcmp(*name, "section") == 0)
            item->section_only = TRUE;
        else if (group >= 0)
            item->scope |= 1u << group;
        else if (**name)
            return xml_file_error(reader->file, node, reader->error, N_("không có phạm vi (scope) “%s”"),
                                  *name);
    }
    return TRUE;
}

/* "staff-over-7": more than seven staff; "staff-under-10": a relief for units with less than ten; "union". */
static gboolean read_condition(PackReader *reader, const xmlNode *node, Item *item)
{
    const char *id = xml_file_attribute(node, "id");
    const struct {
        const char *prefix;
        guint *staff;
    } conditions[] = {{"staff-over-", &item->staff_over}, {"staff-under-", &item->staff_under}};
    char *rest;

    if (strcmp(id, "union") == 0) {
        item->needs_union = TRUE;
        return TRUE;
    }
    for (guint i = 0; i < G_N_ELEMENTS(conditions); i++) {
        if (!g_str_has_prefix(id, conditions[i].prefix))
            continue;
        guint64 staff = g_ascii_strtoull(id + strlen(conditions[i].prefix), &rest, 10);
        if (*rest == '\0' && staff > 0 && staff < G_MAXINT) {
            *conditions[i].staff = (guint)staff;
            return TRUE;
        }
    }
    return xml_file_error(reader->file, node, reader->error,
                          N_("không có điều kiện “%s”; sửa mã, hoặc khai điều kiện ấy"), id);
}

static gboolean read_denial(PackReader *reader, const xmlNode *node, Item *item)
{
    const char *where = xml_file_attribute(node, "where");
    gboolean section = where && strcmp(where, "section") == 0;
    return ruleset_add_phrase(reader->rules, reader->file, node, reader->pack->purpose, UNIT_NONE,
                              section ? item->section_denials : item->denials, reader->error);
}

static gboolean read_item_child(PackReader *reader, const xmlNode *node, Item *item)
{
    if (xml_is(node, "title"))
        bilingual_read(node, &item->title);
    else if (xml_is(node, "basis"))
        return read_basis(reader, node, &item->basis);
    else if (xml_is(node, "condition"))
        return read_condition(reader, node, item);
    else if (xml_is(node, "part") || xml_is(node, "bound"))
        return read_part(reader, node, item);
    else if (xml_is(node, "denial"))
        return read_denial(reader, node, item);
    else if (xml_is(node, "not"))
        return ruleset_add_phrase(reader->rules, reader->file, node, reader->pack->purpose, UNIT_NONE,
                                  item->asides, reader->error);
    else if (xml_is(node, "catch-all"))
        item->catch_all = TRUE;
    else if (xml_is(node, "model"))
        item->model = xml_text(node);
    else if (xml_is(node, "note"))
        bilingual_read(node, &item->note);
    else if (xml_is(node, "example"))
        read_example(node, item);
    else
        return xml_unknown_element(reader->file, node, reader->error);
    return TRUE;
}

static Severity severity_of(const xmlNode *node)
{
    const char *name = xml_file_attribute(node, "severity");
    return strcmp(name, "mandatory") == 0     ? SEVERITY_MANDATORY
           : strcmp(name, "recommended") == 0 ? SEVERITY_RECOMMENDED
                                              : SEVERITY_INFO;
}

static gboolean check_item(PackReader *reader, const xmlNode *node, const Item *item)
{
    if (item->parts->len == 0 && !item->catch_all && strcmp(item->coverage, "manual") != 0)
        return xml_file_error(reader->file, node, reader->error,
                              N_("nội dung “%s” chưa có mẫu nào để nhận ra; hãy ghi thêm"), item->id);
    if (item->minimum > item->parts->len)
        return xml_file_error(reader->file, node, reader->error, N_("nội dung “%s” đòi %u ý mà chỉ có %u"),
                              item->id, item->minimum, item->parts->len);
    gboolean yes = FALSE, no = FALSE;
    for (guint i = 0; i < item->examples->len; i++) {
        const Example *example = item->examples->pdata[i];
        yes = yes || example->status == STATUS_MET;
        no = no || example->status != STATUS_MET;
    }
    if ((!yes || !no) && strcmp(item->coverage, "manual") != 0)
        return xml_file_error(reader->file, node, reader->error,
                              N_("nội dung “%s” cần có một ví dụ đạt và một ví dụ không đạt"), item->id);
    return TRUE;
}

static gboolean read_item(PackReader *reader, const xmlNode *node, Requirement *requirement)
{
    const char *minimum = xml_file_attribute(node, "min"), *coverage = xml_file_attribute(node, "coverage");
    Item *item = item_new();

    g_ptr_array_add(requirement->items, item);
    item->id = g_strdup(xml_file_attribute(node, "id"));
    item->group = requirement->group;
    item->severity = severity_of(node);
    item->minimum = minimum ? (guint)g_ascii_strtoull(minimum, NULL, 10) : 0;
    item->coverage = g_strdup(coverage ? coverage : "automated");
    item->file = reader->pack->file;
    item->line = xml_line(node);
    if (!xml_attribute_flag(reader->file, node, "named", FALSE, &item->named, reader->error) ||
        !xml_attribute_flag(reader->file, node, "office", FALSE, &item->office, reader->error) ||
        !read_scope(reader, node, item))
        return FALSE;
    for (const xmlNode *child = xml_first_element(node); child; child = xml_next_element(child))
        if (!read_item_child(reader, child, item))
            return FALSE;
    return check_item(reader, node, item);
}

static gboolean read_requirement(PackReader *reader, const xmlNode *node)
{
    const char *group = xml_file_attribute(node, "group");
    gint index = ruleset_group(reader->rules, group);
    if (index < 0)
        return xml_file_error(reader->file, node, reader->error,
                              N_("không có nhóm “%s”; sửa mã, các nhóm được khai trong groups.xml"), group);

    Requirement *requirement = requirement_new();
    g_ptr_array_add(reader->pack->requirements, requirement);
    requirement->id = g_strdup(xml_file_attribute(node, "id"));
    requirement->group = (guint)index;
    requirement->severity = severity_of(node);
    requirement->line = xml_line(node);
    for (const xmlNode *child = xml_first_element(node); child; child = xml_next_element(child)) {
        gboolean ok = TRUE;
        if (xml_is(child, "title")) {
            bilingual_read(child, &requirement->title);
        } else if (xml_is(child, "model")) {
            requirement->model = xml_text(child);
        } else if (xml_is(child, "basis")) {
            Basis basis = {0};
            ok = read_basis(reader, child, &basis);
            g_array_append_val(requirement->bases, basis);
        } else {
            ok = xml_is(child, "item") ? read_item(reader, child, requirement)
                                       : xml_unknown_element(reader->file, child, reader->error);
        }
        if (!ok)
            return FALSE;
    }
    return TRUE;
}

static void mark_advice(const Pack *pack)
{
    for (guint r = 0; r < pack->requirements->len; r++) {
        const GPtrArray *items = ((const Requirement *)pack->requirements->pdata[r])->items;
        for (guint i = 0; i < items->len; i++)
            ((Item *)items->pdata[i])->advises = TRUE;
    }
}

gboolean pack_read(RuleSet *rules, const XmlFile *file, GError **error)
{
    const xmlNode *root = xml_file_root(file);
    Pack *pack = pack_new();
    PackReader reader = {rules, file, pack, error};

    g_ptr_array_add(rules->packs, pack);
    if (rules->packs->len > MOST_PACKS)
        return xml_file_error(file, root, error, N_("có hơn %d gói quy tắc; gộp bớt lại"), MOST_PACKS);
    pack->purpose = (guint)PURPOSE_PACK << (rules->packs->len - 1);
    pack->id = g_strdup(xml_file_attribute(root, "id"));
    pack->profile = g_strdup(xml_file_attribute(root, "profile"));
    pack->instrument = g_strdup(xml_file_attribute(root, "instrument"));
    pack->from = g_strdup(xml_file_attribute(root, "from"));
    pack->to = g_strdup(xml_file_attribute(root, "to"));
    const char *owner = xml_file_attribute(root, "owner");
    pack->owner = !owner ? OWNER_ANY : strcmp(owner, "state") == 0 ? OWNER_STATE : OWNER_PRIVATE;
    pack->owner_from = g_strdup(xml_file_attribute(root, "owner-from"));
    pack->file = g_strdup(file->path);
    if (!rules->instruments || !instruments_find(rules->instruments, pack->instrument))
        return xml_file_error(file, root, error, N_("không có văn bản “%s” trong danh mục (instruments.xml)"),
                              pack->instrument);
    for (const xmlNode *child = xml_first_element(root); child; child = xml_next_element(child)) {
        if (xml_is(child, "title"))
            bilingual_read(child, &pack->title);
        else if (!(xml_is(child, "requirement") ? read_requirement(&reader, child)
                                                : xml_unknown_element(file, child, error)))
            return FALSE;
    }
    if (!ruleset_legal_basis(rules, pack))
        mark_advice(pack);
    return TRUE;
}
