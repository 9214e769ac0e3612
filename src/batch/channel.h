/* The line between a batch and one of its workers: messages over a stream socket, each a kind and up to three
 * parts of bytes; a task brings an open descriptor along (SCM_RIGHTS, unix(7)), so that a worker needs no
 * right to open anything. Both ends are on one machine, so numbers are in its own order.
 *
 *     worker → batch   HELLO   {"rules": digest, "sandbox": "landlock+seccomp"}
 *     batch → worker   TASK    task_json() (see batch/task.h), and a descriptor
 *     worker → batch   ANSWER  facts (see batch/facts.h), record (JSON, rasoat/1; names behind it, see
 *                              batch/named_list.h), shingles (guint32 each) */
#ifndef RASOAT_BATCH_CHANNEL_H
#define RASOAT_BATCH_CHANNEL_H

#include <glib.h>

#include "rasoat.h"

typedef enum { MESSAGE_HELLO = 1, MESSAGE_TASK, MESSAGE_ANSWER } MessageKind;

enum { MESSAGE_PARTS = 3, MESSAGE_PART_LIMIT = 256 * 1024 * 1024 };

typedef struct {
    guint32 kind;
    guint32 length[MESSAGE_PARTS];
} MessageHeader;

typedef struct {
    MessageKind kind;
    GBytes *part[MESSAGE_PARTS]; /* NULL when empty */
    int descriptor;              /* -1 when none; the receiver closes it */
} Message;

void message_clear(Message *message);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Message, message_clear)

/* Sends a whole message, waiting for room; descriptor -1: none. FALSE and errno when the other end is gone.
 */
gboolean channel_send(int channel, MessageKind kind, GBytes *const part[MESSAGE_PARTS], int descriptor);

/* Waits for a whole message. FALSE when the other end has closed or what came is no message. */
gboolean channel_receive(int channel, Message *message);

/* The message at the beginning of what has been read so far: TRUE when it is whole (it is taken out of
 * buffer); FALSE when more must come. *broken is set when it can never become one. */
gboolean message_take(GByteArray *buffer, Message *message, gboolean *broken);

#endif
