/* How a sentence speaks of what stands in it: which verb governs, whether it is denied, weak, or within an
 * exception. */
#ifndef RASOAT_AUDIT_SENTENCE_H
#define RASOAT_AUDIT_SENTENCE_H

#include "audit/context.h"

/* What kinds of general phrases stand in a sentence (AuditContext.sentence_flags). */
enum {
    SENTENCE_MENTION = 1 << 0,
    SENTENCE_OPERATIVE = 1 << 1,
    SENTENCE_WEAKENED = 1 << 2,
    SENTENCE_EXCEPTION = 1 << 3,
    SENTENCE_NEGATION = 1 << 4,
    SENTENCE_OFF_TOPIC = 1 << 5,
    SENTENCE_NOT_DENIAL = 1 << 6, /* forbids to refuse */
    SENTENCE_BACK = 1 << 7,       /* opens with a word for what the sentence before it said */
    SENTENCE_SECRET = 1 << 8,     /* names what the law itself keeps secret */
    SENTENCE_REACHES = 1 << 9,    /* refuses what stands below or beside it (see refusals.h) */
    SENTENCE_POINTS = 1 << 10,    /* refuses entries that it names by number, and nothing else */
};

/* Notes the flags and topics of all sentences; the arrays are the context's. */
void sentences_flag(AuditContext *context);

/* What titles say of the text below them, and that of them, of what else is done with a thing; once it is
 * known which groups they answer to. */
void sentences_handled_by_titles(AuditContext *context);

/* A match of one of the phrases in the sentence that ends at word end; NULL when there is none. */
const Match *sentence_match_ending_at(const AuditView *view, const PhraseIds *phrases, guint sentence,
                                      guint end);

/* Whether a question ends behind word first, that would deny what follows: "làm đúng không, | kiểm tra …". */
gboolean sentence_asks_at(const AuditView *view, guint first);

/* Whether what begins at word first is denied: "không [phải] | công khai", but not "nếu không công khai". */
gboolean sentence_denies_at(const AuditContext *context, guint sentence, guint first);

/* Whether such a denial opens its clause; in the middle of one it belongs to a noun ("ý kiến không tiếp
 * thu"). */
gboolean sentence_denies_outright(const AuditContext *context, guint sentence, guint first);

/* Whether what begins at word first is left to discretion: "có thể | công khai", "khi thấy cần thiết". */
gboolean sentence_weakens_at(const AuditContext *context, guint sentence, guint first);

/* Whether a sentence as a whole is left to discretion: a reservation opens or ends it ("niêm yết khi cần").
 */
gboolean sentence_is_left_open(const AuditContext *context, guint sentence);

/* The verb of a group that governs word first: the last before it, else the first after it; NULL when there
 * is none. */
const Match *sentence_verb(const AuditContext *context, guint group, guint sentence, guint first);

/* Whether a sentence goes on the one before it in the same block: only a semicolon stands between them. */
gboolean sentence_continues(const AuditView *view, guint sentence);

/* Whether a sentence goes on about what the one before it in the same block is about: it names no group's
 * verb of its own, but perhaps that of the group. */
gboolean sentence_goes_on(const AuditContext *context, guint sentence, guint group);

/* Whether a match stands within an exception ("trừ …") that no verb has ended. */
gboolean sentence_excepts(const AuditContext *context, const Match *match);

#endif
