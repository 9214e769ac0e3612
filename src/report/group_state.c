/* The state of a group, from its section and the counts of what the section holds. */
#include "report/group_state.h"

#include "base/translate.h"
#include "report/words.h"

static GroupMark mark_of_section(const Finding *section)
{
    static const GroupMark marks[] = {
        [STATUS_MET] = GROUP_MET,         [STATUS_PARTIAL] = GROUP_PARTIAL,
        [STATUS_MISSING] = GROUP_MISSING, [STATUS_CONFLICT] = GROUP_CONFLICT,
        [STATUS_REVIEW] = GROUP_REVIEW,   [STATUS_NOT_APPLICABLE] = GROUP_NOT_APPLICABLE,
    };
    if (section->waiver)
        return GROUP_WAIVED;
    if (words_is_advice(section))
        return section->status == STATUS_MISSING ? GROUP_ADVISED : GROUP_ADVISED_MORE;
    return marks[section->status];
}

/* A section that is there in part lacks what its contents say: where none that is owed is open, the rest is
 * advice. What was accepted of a section leaves open what was not accepted in it. */
GroupState group_state(const GroupTally *group)
{
    const guint *counts = group->counts;
    GroupState state = {group->section ? mark_of_section(group->section) : GROUP_NOT_APPLICABLE,
                        counts[STATUS_MISSING] + counts[STATUS_PARTIAL]};
    if (state.mark == GROUP_WAIVED && state.lacking && group->section->status == STATUS_MISSING)
        state.mark = GROUP_MISSING;
    if (state.mark == GROUP_PARTIAL && !state.lacking)
        state.mark = GROUP_ADVISED_MORE;
    if (state.mark == GROUP_MET && group->waived)
        state.mark = GROUP_WAIVED;
    if (group->section && group->advised)
        state.mark =
            MAX(state.mark, group->section->status == STATUS_MISSING ? GROUP_ADVISED : GROUP_ADVISED_MORE);
    if (group->section && counts[STATUS_REVIEW])
        state.mark = MAX(state.mark, GROUP_REVIEW);
    if (group->section && state.lacking)
        state.mark = MAX(state.mark, GROUP_GAPS);
    if (counts[STATUS_CONFLICT])
        state.mark = GROUP_CONFLICT;
    return state;
}

GroupState group_state_join(GroupState one, GroupState other)
{
    return (GroupState){MAX(one.mark, other.mark), one.lacking + other.lacking};
}

const char *group_mark_word(GroupMark mark, RasoatLanguage language)
{
    static const char *const words[] = {
        [GROUP_NOT_APPLICABLE] = N_("không áp dụng"),
        [GROUP_MET] = N_("đạt"),
        [GROUP_WAIVED] = N_("đã chấp nhận"),
        [GROUP_ADVISED] = N_("nên có"),
        [GROUP_ADVISED_MORE] = N_("nên ghi đủ"),
        [GROUP_REVIEW] = N_("cần xem lại"),
        [GROUP_GAPS] = N_("có, còn thiếu"),
        [GROUP_PARTIAL] = N_("chưa đủ"),
        [GROUP_MISSING] = N_("thiếu"),
        [GROUP_CONFLICT] = NC_("status", "trái quy định"),
    };
    return say(language, words[mark]);
}

gboolean group_mark_counts(GroupMark mark)
{
    return mark == GROUP_GAPS || mark == GROUP_PARTIAL;
}

char *group_state_say(GroupState state, RasoatLanguage language)
{
    const char *word = group_mark_word(state.mark, language);
    if (!group_mark_counts(state.mark))
        return g_strdup(word);
    return g_strdup_printf(state.mark == GROUP_GAPS ? "%s %u" : "%s (%u)", word, state.lacking);
}

const char *group_mark_symbol(GroupMark mark)
{
    static const char *const symbols[] = {
        [GROUP_NOT_APPLICABLE] = "–",
        [GROUP_MET] = "✓",
        [GROUP_WAIVED] = "○",
        [GROUP_ADVISED] = WORDS_ADVICE,
        [GROUP_ADVISED_MORE] = WORDS_ADVICE,
        [GROUP_REVIEW] = "?",
        [GROUP_GAPS] = "◐",
        [GROUP_PARTIAL] = "±",
        [GROUP_MISSING] = "✗",
        [GROUP_CONFLICT] = "!",
    };
    return symbols[mark];
}

const char *group_mark_class(GroupMark mark)
{
    static const char *const classes[] = {
        [GROUP_NOT_APPLICABLE] = "none", [GROUP_MET] = "met",
        [GROUP_WAIVED] = "none",         [GROUP_ADVISED] = "advice",
        [GROUP_ADVISED_MORE] = "advice", [GROUP_REVIEW] = "review",
        [GROUP_GAPS] = "some",           [GROUP_PARTIAL] = "partial",
        [GROUP_MISSING] = "missing",     [GROUP_CONFLICT] = "conflict",
    };
    return classes[mark];
}
