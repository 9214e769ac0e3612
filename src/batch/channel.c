/* Messages over a stream socket, with a descriptor beside the header of a task. */
#include "batch/channel.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

void message_clear(Message *message)
{
    for (guint i = 0; i < MESSAGE_PARTS; i++)
        g_clear_pointer(&message->part[i], g_bytes_unref);
    if (message->descriptor >= 0)
        close(message->descriptor);
    message->descriptor = -1;
}

/* --- sending -------------------------------------------------------------------------------------------- */

static gboolean send_bytes(int channel, const void *bytes, gsize length)
{
    const guint8 *rest = bytes;
    while (length > 0) {
        ssize_t sent = send(channel, rest, length, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return FALSE;
        rest += sent;
        length -= (gsize)sent;
    }
    return TRUE;
}

/* The descriptor travels with the first byte of the header. */
static gboolean send_header(int channel, const MessageHeader *header, int descriptor)
{
    union {
        char bytes[CMSG_SPACE(sizeof(int))];
        struct cmsghdr align;
    } control = {0};
    struct iovec data = {.iov_base = (void *)header, .iov_len = sizeof *header};
    struct msghdr message = {
        .msg_iov = &data, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    ssize_t sent;

    if (descriptor < 0)
        return send_bytes(channel, header, sizeof *header);
    struct cmsghdr *entry = CMSG_FIRSTHDR(&message);
    entry->cmsg_level = SOL_SOCKET;
    entry->cmsg_type = SCM_RIGHTS;
    entry->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(entry), &descriptor, sizeof descriptor);
    do
        sent = sendmsg(channel, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent > 0 && send_bytes(channel, (const char *)header + sent, sizeof *header - (gsize)sent);
}

gboolean channel_send(int channel, MessageKind kind, GBytes *const part[MESSAGE_PARTS], int descriptor)
{
    MessageHeader header = {.kind = kind};
    for (guint i = 0; i < MESSAGE_PARTS; i++)
        header.length[i] = part[i] ? (guint32)g_bytes_get_size(part[i]) : 0;
    if (!send_header(channel, &header, descriptor))
        return FALSE;
    for (guint i = 0; i < MESSAGE_PARTS; i++)
        if (part[i] && !send_bytes(channel, g_bytes_get_data(part[i], NULL), header.length[i]))
            return FALSE;
    return TRUE;
}

/* --- receiving ------------------------------------------------------------------------------------------ */

static gboolean receive_bytes(int channel, void *bytes, gsize length)
{
    guint8 *rest = bytes;
    while (length > 0) {
        ssize_t got = recv(channel, rest, length, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return FALSE;
        rest += got;
        length -= (gsize)got;
    }
    return TRUE;
}

static gboolean receive_header(int channel, MessageHeader *header, int *descriptor)
{
    union {
        char bytes[CMSG_SPACE(sizeof(int))];
        struct cmsghdr align;
    } control = {0};
    struct iovec data = {.iov_base = header, .iov_len = sizeof *header};
    struct msghdr message = {
        .msg_iov = &data, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    ssize_t got;

    do
        got = recvmsg(channel, &message, MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);
    if (got <= 0)
        return FALSE;
    struct cmsghdr *entry = CMSG_FIRSTHDR(&message);
    if (entry && entry->cmsg_level == SOL_SOCKET && entry->cmsg_type == SCM_RIGHTS)
        memcpy(descriptor, CMSG_DATA(entry), sizeof *descriptor);
    return receive_bytes(channel, (char *)header + got, sizeof *header - (gsize)got);
}

static gboolean header_good(const MessageHeader *header)
{
    for (guint i = 0; i < MESSAGE_PARTS; i++)
        if (header->length[i] > MESSAGE_PART_LIMIT)
            return FALSE;
    return header->kind >= MESSAGE_HELLO && header->kind <= MESSAGE_ANSWER;
}

gboolean channel_receive(int channel, Message *message)
{
    MessageHeader header;

    *message = (Message){.descriptor = -1};
    if (!receive_header(channel, &header, &message->descriptor) || !header_good(&header)) {
        message_clear(message);
        return FALSE;
    }
    message->kind = header.kind;
    for (guint i = 0; i < MESSAGE_PARTS; i++) {
        if (header.length[i] == 0)
            continue;
        void *bytes = g_malloc(header.length[i]);
        message->part[i] = g_bytes_new_take(bytes, header.length[i]);
        if (!receive_bytes(channel, bytes, header.length[i])) {
            message_clear(message);
            return FALSE;
        }
    }
    return TRUE;
}

gboolean message_take(GByteArray *buffer, Message *message, gboolean *broken)
{
    MessageHeader header;
    gsize whole = sizeof header;

    *message = (Message){.descriptor = -1};
    *broken = FALSE;
    if (buffer->len < sizeof header)
        return FALSE;
    memcpy(&header, buffer->data, sizeof header);
    *broken = !header_good(&header);
    for (guint i = 0; i < MESSAGE_PARTS; i++)
        whole += header.length[i];
    if (*broken || buffer->len < whole)
        return FALSE;
    message->kind = header.kind;
    gsize place = sizeof header;
    for (guint i = 0; i < MESSAGE_PARTS; place += header.length[i++])
        if (header.length[i] > 0)
            message->part[i] = g_bytes_new(buffer->data + place, header.length[i]);
    g_byte_array_remove_range(buffer, 0, (guint)whole);
    return TRUE;
}
