/* From flags to what the library takes. */
#include "cli/options.h"

#include "base/calendar.h"
#include "base/translate.h"
#include "batch/roster_words.h"
#include "cli/command.h"
#include "cli/output.h"

void check_flags_clear(CheckFlags *flags)
{
    g_free(flags->rules);
    g_free(flags->profile);
    g_free(flags->as_of);
    g_free(flags->staff);
    g_free(flags->has_union);
    g_free(flags->dispersed);
    g_free(flags->state_owned);
}

gboolean yes_no_parse(const char *option, const char *text, gint *answer)
{
    static const char *const yes[] = {"yes", "y", "1", "có", "co", NULL};
    static const char *const no[] = {"no", "n", "0", "không", "khong", NULL};

    *answer = -1;
    if (!text)
        return TRUE;
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autofree char *composed = g_utf8_normalize(valid, -1, G_NORMALIZE_ALL_COMPOSE);
    g_autofree char *word = g_utf8_strdown(composed, -1);
    if (g_strv_contains(yes, word) || g_strv_contains(no, word)) {
        *answer = g_strv_contains(yes, word);
        return TRUE;
    }
    complain("%s chỉ nhận có hoặc không", option);
    return FALSE;
}

gboolean number_parse(const char *option, const char *text, gint least, gint most, gint *number)
{
    guint64 given;
    if (!text)
        return TRUE;
    if (g_ascii_string_to_unsigned(text, 10, (guint64)least, (guint64)most, &given, NULL)) {
        *number = (gint)given;
        return TRUE;
    }
    complain("%s nhận một số nguyên từ %d đến %d, viết bằng chữ số; “%s” thì không phải", option, least, most,
             text);
    return FALSE;
}

gboolean staff_parse(const CheckFlags *flags, gint *staff)
{
    *staff = -1;
    return number_parse("--staff", flags->staff, 1, ROSTER_STAFF_MOST, staff);
}

RasoatOptions *check_options_new(const CheckFlags *flags)
{
    g_autoptr(RasoatOptions) options = rasoat_options_new();
    gint staff, has_union, dispersed, state_owned;

    if (!staff_parse(flags, &staff) || !yes_no_parse("--union", flags->has_union, &has_union) ||
        !yes_no_parse("--dispersed", flags->dispersed, &dispersed) ||
        !yes_no_parse("--state-owned", flags->state_owned, &state_owned))
        return NULL;
    g_autofree char *as_of = flags->as_of ? calendar_date(flags->as_of) : NULL;
    if (flags->as_of && (!as_of || !rasoat_options_set_as_of(options, as_of, NULL))) {
        complain("--as-of: “%s” không phải ngày có thật, viết như 2026-11-23 hoặc 23/11/2026", flags->as_of);
        return NULL;
    }
    rasoat_options_set_profile(options, flags->profile);
    rasoat_options_set_staff(options, staff);
    rasoat_options_set_union(options, has_union);
    rasoat_options_set_dispersed(options, dispersed);
    rasoat_options_set_state_owned(options, state_owned);
    rasoat_options_set_outline(options, flags->outline);
    return g_steal_pointer(&options);
}

/* rules/ beside the build tree, or share/rasoat/rules beside bin/; NULL when neither is there. */
static char *rules_near_program(void)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    if (!program)
        return NULL;
    g_autofree char *folder = g_path_get_dirname(program);
    static const char *const places[] = {"../rules", "../share/rasoat/rules"};
    for (guint i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autofree char *path = g_build_filename(folder, places[i], NULL);
        g_autofree char *schema = g_build_filename(path, "rasoat.rng", NULL);
        if (g_file_test(schema, G_FILE_TEST_EXISTS))
            return g_steal_pointer(&path);
    }
    return NULL;
}

/* A folder without a schema of its own adds to the rules that are there: "RULES:GIVEN". */
static char *rules_with_additions(const char *given, const char *rules)
{
    g_autofree char *schema = given ? g_build_filename(given, "rasoat.rng", NULL) : NULL;
    if (!given || strchr(given, G_SEARCHPATH_SEPARATOR) || g_file_test(schema, G_FILE_TEST_EXISTS) ||
        !g_file_test(given, G_FILE_TEST_IS_DIR) || !rules)
        return g_strdup(given ? given : rules);
    return g_strjoin(G_SEARCHPATH_SEPARATOR_S, rules, given, NULL);
}

RasoatRules *rules_open(const char *given)
{
    g_autoptr(GError) error = NULL;
    const char *set = g_getenv("RASOAT_RULES");
    g_autofree char *near = set && *set ? g_strdup(set) : rules_near_program();
    g_autofree char *all = rules_with_additions(given, near);
    RasoatRules *rules = rasoat_rules_load(all, &error);
    if (!rules)
        complain_error(error->code == RASOAT_ERROR_IO
                           ? N_("bộ quy tắc không đọc được; chọn thư mục bằng --rules hoặc $RASOAT_RULES")
                           : N_("bộ quy tắc có lỗi; sửa tại chỗ nêu sau rồi chạy “rasoat rules lint”"),
                       error);
    return rules;
}

gboolean fail_on_parse(const char *name, Level *fail_on)
{
    *fail_on = LEVEL_MISSING;
    if (!name || level_parse(name, fail_on))
        return TRUE;
    complain("--fail-on chỉ nhận none, review, partial, missing hoặc conflict");
    return FALSE;
}

gboolean language_parse(const char *name, RasoatLanguage *language)
{
    *language = RASOAT_VIETNAMESE;
    if (!name || g_str_equal(name, "vi"))
        return TRUE;
    *language = RASOAT_ENGLISH;
    if (g_str_equal(name, "en"))
        return TRUE;
    complain("--lang chỉ nhận vi hoặc en");
    return FALSE;
}

gboolean colour_parse(const char *name, gboolean *colour)
{
    *colour = output_wants_colour();
    if (!name || g_str_equal(name, "auto"))
        return TRUE;
    *colour = g_str_equal(name, "always");
    if (*colour || g_str_equal(name, "never"))
        return TRUE;
    complain("--color chỉ nhận auto, always hoặc never");
    return FALSE;
}
