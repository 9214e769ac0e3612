/* rules/instruments.xml: reading it, checking it, and asking about dates. ISO dates compare as strings. */
#include "rules/instruments.h"

#include <string.h>

#include "base/translate.h"
#include "rules/xml_file.h"

gpointer issuer_new(void)
{
    Issuer *issuer = g_new0(Issuer, 1);

    issuer->names = g_ptr_array_new_with_free_func(g_free);
    return issuer;
}

static void issuer_free(gpointer data)
{
    Issuer *issuer = data;

    g_free(issuer->name);
    g_free(issuer->symbol);
    g_ptr_array_unref(issuer->names);
    g_free(issuer);
}

gpointer instrument_note_new(void)
{
    return g_new0(InstrumentNote, 1);
}

static void instrument_note_free(gpointer data)
{
    InstrumentNote *note = data;

    bilingual_clear(&note->text);
    g_free(note->from);
    g_free(note);
}

gpointer instrument_new(void)
{
    Instrument *instrument = g_new0(Instrument, 1);

    instrument->notes = g_ptr_array_new_with_free_func(instrument_note_free);
    instrument->names = g_ptr_array_new_with_free_func(g_free);
    instrument->subjects = g_ptr_array_new_with_free_func(g_free);
    return instrument;
}

static void instrument_free(gpointer data)
{
    Instrument *instrument = data;

    g_free(instrument->path);
    g_free(instrument->number);
    g_free(instrument->kind);
    g_free(instrument->issuer);
    g_free(instrument->title);
    g_free(instrument->about);
    g_free(instrument->issued);
    g_free(instrument->effective_from);
    g_free(instrument->effective_to);
    g_free(instrument->replaced_by);
    g_ptr_array_unref(instrument->notes);
    g_ptr_array_unref(instrument->names);
    g_ptr_array_unref(instrument->subjects);
    g_free(instrument);
}

void instruments_free(Instruments *instruments)
{
    if (!instruments)
        return;
    g_hash_table_unref(instruments->by_number);
    g_ptr_array_unref(instruments->list);
    g_ptr_array_unref(instruments->issuers);
    g_ptr_array_unref(instruments->unlisted);
    g_free(instruments);
}

const Instrument *instruments_find(const Instruments *instruments, const char *number)
{
    return g_hash_table_lookup(instruments->by_number, number);
}

/* The text of a child that must say something and has no other attributes than these. */
static char *text_with(const XmlFile *file, const xmlNode *node, const char *const *attributes,
                       GError **error)
{
    if (!xml_check_attributes(file, node, attributes, error))
        return NULL;
    g_autofree char *text = xml_text(node);
    if (*text)
        return g_steal_pointer(&text);
    xml_file_error(file, node, error, N_("thẻ <%s> bỏ trống; hãy ghi nội dung"), (const char *)node->name);
    return NULL;
}

static char *required_text(const XmlFile *file, const xmlNode *node, GError **error)
{
    static const char *const no_attributes[] = {NULL};

    return text_with(file, node, no_attributes, error);
}

static gboolean add_text(const XmlFile *file, const xmlNode *node, GPtrArray *texts, GError **error)
{
    char *text = required_text(file, node, error);

    if (text)
        g_ptr_array_add(texts, text);
    return text != NULL;
}

static gboolean set_text(const XmlFile *file, const xmlNode *node, char **text, GError **error)
{
    if (*text)
        return xml_file_error(file, node, error, N_("có thẻ <%s> thứ hai; chỉ giữ một thẻ"),
                              (const char *)node->name);
    *text = required_text(file, node, error);
    return *text != NULL;
}

static gboolean load_issuer(const XmlFile *file, const xmlNode *node, Instruments *into, GError **error)
{
    static const char *const attributes[] = {"name", "symbol", "local", NULL};
    Issuer *issuer = issuer_new();

    g_ptr_array_add(into->issuers, issuer);
    const char *name = xml_attribute_required(file, node, "name", error);
    const char *symbol = name ? xml_attribute_required(file, node, "symbol", error) : NULL;
    if (!symbol || !xml_check_attributes(file, node, attributes, error) ||
        !xml_attribute_flag(file, node, "local", FALSE, &issuer->local, error))
        return FALSE;
    issuer->name = g_strdup(name);
    issuer->symbol = g_strdup(symbol);
    for (const xmlNode *child = xml_first_element(node); child; child = xml_next_element(child)) {
        if (!xml_is(child, "name"))
            return xml_unknown_element(file, child, error);
        if (!add_text(file, child, issuer->names, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean is_iso_date(const char *text)
{
    for (gsize i = 0; i < 10; i++)
        if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit(text[i]))
            return FALSE;
    return text[10] == '\0' && g_date_valid_dmy((GDateDay)g_ascii_strtoull(text + 8, NULL, 10),
                                                (GDateMonth)g_ascii_strtoull(text + 5, NULL, 10),
                                                (GDateYear)g_ascii_strtoull(text, NULL, 10));
}

static gboolean load_date(const XmlFile *file, const xmlNode *node, const char *name, char **date,
                          GError **error)
{
    const char *value = xml_file_attribute(node, name);

    if (value && !is_iso_date(value))
        return xml_file_error(file, node, error,
                              N_("%s=\"%s\" không phải ngày; viết năm-tháng-ngày, như 2024-02-29"), name,
                              value);
    *date = g_strdup(value);
    return TRUE;
}

static gboolean add_note(const XmlFile *file, const xmlNode *node, GPtrArray *notes, GError **error)
{
    static const char *const attributes[] = {"from", "en", NULL};
    InstrumentNote *note = instrument_note_new();

    g_ptr_array_add(notes, note);
    note->text.vi = text_with(file, node, attributes, error);
    note->text.en = g_strdup(xml_file_attribute(node, "en"));
    if (note->text.vi && !note->text.en)
        return xml_file_error(file, node, error, N_("thẻ <note> không có en=\"…\", lời ấy bằng tiếng Anh"));
    return note->text.vi && load_date(file, node, "from", &note->from, error);
}

static gboolean in_order(const char *earlier, const char *later)
{
    return !earlier || !later || strcmp(earlier, later) <= 0;
}

static gboolean load_dates(const XmlFile *file, const xmlNode *node, Instrument *instrument, GError **error)
{
    if (!load_date(file, node, "issued", &instrument->issued, error) ||
        !load_date(file, node, "from", &instrument->effective_from, error) ||
        !load_date(file, node, "to", &instrument->effective_to, error))
        return FALSE;
    if (!in_order(instrument->issued, instrument->effective_from) ||
        !in_order(instrument->effective_from, instrument->effective_to) ||
        !in_order(instrument->issued, instrument->effective_to))
        return xml_file_error(file, node, error,
                              N_("các ngày của %s không theo thứ tự: ban hành, có hiệu lực, hết hiệu lực"),
                              instrument->number);
    return TRUE;
}

static gboolean load_children(const XmlFile *file, const xmlNode *node, Instrument *instrument,
                              GError **error)
{
    for (const xmlNode *child = xml_first_element(node); child; child = xml_next_element(child)) {
        gboolean loaded = xml_is(child, "title")     ? set_text(file, child, &instrument->title, error)
                          : xml_is(child, "about")   ? set_text(file, child, &instrument->about, error)
                          : xml_is(child, "note")    ? add_note(file, child, instrument->notes, error)
                          : xml_is(child, "name")    ? add_text(file, child, instrument->names, error)
                          : xml_is(child, "subject") ? add_text(file, child, instrument->subjects, error)
                                                     : xml_unknown_element(file, child, error);
        if (!loaded)
            return FALSE;
    }
    if (!instrument->title)
        return xml_file_error(file, node, error, N_("%s thiếu thẻ <title>; hãy ghi tên văn bản"),
                              instrument->number);
    return TRUE;
}

static gboolean load_instrument(const XmlFile *file, const xmlNode *node, Instruments *into, GError **error)
{
    static const char *const attributes[] = {"number", "kind",        "issuer",   "issued", "from",
                                             "to",     "replaced-by", "verified", NULL};
    Instrument *instrument = instrument_new();

    instrument->path = g_strdup(file->path);
    instrument->line = xml_line(node);
    g_ptr_array_add(into->list, instrument);
    if (!xml_check_attributes(file, node, attributes, error))
        return FALSE;
    const char *number = xml_attribute_required(file, node, "number", error);
    const char *kind = number ? xml_attribute_required(file, node, "kind", error) : NULL;
    const char *issuer = kind ? xml_attribute_required(file, node, "issuer", error) : NULL;
    if (!issuer || !xml_attribute_flag(file, node, "verified", FALSE, &instrument->verified, error))
        return FALSE;
    const Instrument *earlier = instruments_find(into, number);
    if (earlier)
        return xml_file_error(file, node, error, N_("%s đã có ở %s:%u; bỏ một trong hai"), number,
                              earlier->path, earlier->line);
    instrument->number = g_strdup(number);
    instrument->kind = g_strdup(kind);
    instrument->issuer = g_strdup(issuer);
    instrument->replaced_by = g_strdup(xml_file_attribute(node, "replaced-by"));
    g_hash_table_insert(into->by_number, instrument->number, instrument);
    return load_dates(file, node, instrument, error) && load_children(file, node, instrument, error);
}

static gboolean load_element(const XmlFile *file, const xmlNode *node, Instruments *into, GError **error)
{
    if (xml_is(node, "instrument"))
        return load_instrument(file, node, into, error);
    if (xml_is(node, "issuer"))
        return load_issuer(file, node, into, error);
    if (xml_is(node, "unlisted"))
        return add_text(file, node, into->unlisted, error);
    return xml_unknown_element(file, node, error);
}

static gboolean has_issuer(const Instruments *instruments, const char *name)
{
    for (guint i = 0; i < instruments->issuers->len; i++)
        if (g_str_equal(((const Issuer *)g_ptr_array_index(instruments->issuers, i))->name, name))
            return TRUE;
    return FALSE;
}

static gboolean replaced_in_a_circle(const Instruments *instruments, const Instrument *instrument)
{
    for (guint step = 0; instrument && instrument->replaced_by; step++) {
        if (step > instruments->list->len)
            return TRUE;
        instrument = instruments_find(instruments, instrument->replaced_by);
    }
    return FALSE;
}

static gboolean check_references(const XmlFile *file, const xmlNode *node, const Instruments *instruments,
                                 GError **error)
{
    const Instrument *instrument = instruments_find(instruments, xml_file_attribute(node, "number"));
    const char *by = instrument->replaced_by;

    if (!has_issuer(instruments, instrument->issuer))
        return xml_file_error(file, node, error, N_("issuer=\"%s\": không có thẻ <issuer> nào mang tên này"),
                              instrument->issuer);
    if (by && !instruments_find(instruments, by))
        return xml_file_error(file, node, error,
                              N_("replaced-by=\"%s\": không có văn bản này trong danh mục"), by);
    if (replaced_in_a_circle(instruments, instrument))
        return xml_file_error(file, node, error,
                              N_("replaced-by=\"%s\": các văn bản thay thế nhau thành vòng tròn"), by);
    return TRUE;
}

Instruments *instruments_new(void)
{
    Instruments *instruments = g_new0(Instruments, 1);
    instruments->list = g_ptr_array_new_with_free_func(instrument_free);
    instruments->by_number = g_hash_table_new(g_str_hash, g_str_equal);
    instruments->issuers = g_ptr_array_new_with_free_func(issuer_free);
    instruments->unlisted = g_ptr_array_new_with_free_func(g_free);
    return instruments;
}

gboolean instruments_add(Instruments *instruments, const XmlFile *file, GError **error)
{
    static const char *const no_attributes[] = {NULL};
    const xmlNode *root = xml_file_root(file);

    if (!xml_check_attributes(file, root, no_attributes, error))
        return FALSE;
    for (const xmlNode *node = xml_first_element(root); node; node = xml_next_element(node))
        if (!load_element(file, node, instruments, error))
            return FALSE;
    for (const xmlNode *node = xml_first_element(root); node; node = xml_next_element(node))
        if (xml_is(node, "instrument") && !check_references(file, node, instruments, error))
            return FALSE;
    return TRUE;
}

Instruments *instruments_load(const char *path, GError **error)
{
    g_autoptr(XmlFile) file = xml_file_load(path, "instruments", error);
    g_autoptr(Instruments) instruments = instruments_new();
    return file && instruments_add(instruments, file, error) ? g_steal_pointer(&instruments) : NULL;
}

InstrumentState instrument_state(const Instrument *instrument, const char *date)
{
    const char *from = instrument->effective_from ? instrument->effective_from : instrument->issued;

    if (from && strcmp(date, from) < 0)
        return INSTRUMENT_NOT_YET;
    if (instrument->effective_to && strcmp(date, instrument->effective_to) >= 0)
        return INSTRUMENT_SUPERSEDED;
    return INSTRUMENT_IN_FORCE;
}

GPtrArray *instrument_successors(const Instruments *instruments, const Instrument *instrument,
                                 const char *date)
{
    GPtrArray *successors = g_ptr_array_new();
    while (instrument_state(instrument, date) == INSTRUMENT_SUPERSEDED) {
        instrument = instrument->replaced_by ? instruments_find(instruments, instrument->replaced_by) : NULL;
        if (!instrument) {
            g_ptr_array_set_size(successors, 0);
            return successors;
        }
        g_ptr_array_add(successors, (gpointer)instrument);
    }
    return successors;
}

gboolean instrument_leads_to(const Instruments *instruments, const Instrument *instrument, const char *number)
{
    guint acts = 0; /* replacements that go in a circle end */

    while (instrument && strcmp(instrument->number, number) != 0 && acts++ < instruments->list->len)
        instrument = instrument->replaced_by ? instruments_find(instruments, instrument->replaced_by) : NULL;
    return instrument && strcmp(instrument->number, number) == 0;
}

BilingualText instrument_note(const Instrument *instrument, const char *date)
{
    BilingualText text = {0};

    for (guint i = 0; i < instrument->notes->len; i++) {
        const InstrumentNote *note = instrument->notes->pdata[i];
        if (!note->from || strcmp(note->from, date) <= 0)
            bilingual_append(&text, " ", &note->text);
    }
    return text;
}
