/* A phrase is tried with the whole rule set around it, so that its classes mean what they mean in the rules.
 */
#include "audit/trial.h"

#include "audit/view.h"

static void append_place(const AuditView *view, const Match *match, GString *out)
{
    const Sentence *sentence = view_sentence(view, match->sentence);
    guint32 start = words_at(view->words, sentence->first)->start,
            end = words_at(view->words, sentence->end - 1)->end;
    guint32 from = words_at(view->words, match->first)->start,
            to = words_at(view->words, match->end - 1)->end;
    g_autofree char *address = outline_address(view->outline, view_unit_of_match(view, match)->index);
    g_autofree char *text =
        g_strdup_printf("%.*s«%.*s»%.*s", (int)(from - start), view->text->str + start, (int)(to - from),
                        view->text->str + from, (int)(end - to), view->text->str + to);

    g_string_append_printf(out, "%s\t%s\n", address, g_strdelimit(text, "\n\t", ' '));
}

gboolean phrase_trial(const char *rules_directory, const char *phrase, const Document *document, GString *out,
                      guint *count, GError **error)
{
    guint id;
    g_autoptr(RuleSet) rules = ruleset_load_with_phrase(rules_directory, phrase, &id, error);
    if (!rules)
        return FALSE;
    g_autoptr(Outline) outline = outline_build(document);
    g_autoptr(FrontMatter) front = front_matter_read(outline);
    g_autoptr(AuditView) view = audit_view_new(rules, outline, front, document->budget, error);
    if (!view || !audit_view_scan(view, PURPOSE_BODY, error))
        return FALSE;
    const Match *matches = view_matches(view, id, count);
    for (guint i = 0; i < *count; i++)
        append_place(view, &matches[i], out);
    return TRUE;
}
