/* SipHash-1-3; the key is what the kernel gives each process to be random with (getauxval(3), AT_RANDOM),
 * which is there in a process that is shut in as well. */
#include "base/text_hash.h"

#include <string.h>
#include <sys/auxv.h>

typedef struct {
    guint64 a, b, c, d;
} State;

static inline guint64 turned(guint64 value, guint bits)
{
    return value << bits | value >> (64 - bits);
}

static inline void mix(State *state)
{
    state->a += state->b;
    state->c += state->d;
    state->b = turned(state->b, 13) ^ state->a;
    state->d = turned(state->d, 16) ^ state->c;
    state->a = turned(state->a, 32);
    state->c += state->b;
    state->a += state->d;
    state->b = turned(state->b, 17) ^ state->c;
    state->d = turned(state->d, 21) ^ state->a;
    state->c = turned(state->c, 32);
}

static inline void take(State *state, guint64 word)
{
    state->d ^= word;
    mix(state);
    state->a ^= word;
}

guint64 siphash(const guint64 key[2], gconstpointer bytes, gsize length)
{
    const guint8 *at = bytes;
    guint64 word, last = (guint64)length << 56;
    State state = {
        key[0] ^ G_GUINT64_CONSTANT(0x736f6d6570736575), key[1] ^ G_GUINT64_CONSTANT(0x646f72616e646f6d),
        key[0] ^ G_GUINT64_CONSTANT(0x6c7967656e657261), key[1] ^ G_GUINT64_CONSTANT(0x7465646279746573)};

    for (gsize left = length / 8; left > 0; left--, at += 8) {
        memcpy(&word, at, sizeof word);
        take(&state, GUINT64_FROM_LE(word));
    }
    for (guint i = 0; i < length % 8; i++)
        last |= (guint64)at[i] << 8 * i;
    take(&state, last);
    state.c ^= 0xff;
    for (guint i = 0; i < 3; i++)
        mix(&state);
    return state.a ^ state.b ^ state.c ^ state.d;
}

guint text_hash(gconstpointer text)
{
    static guint64 key[2];
    static gsize ready;

    if (g_once_init_enter(&ready)) {
        const void *random = (const void *)getauxval(AT_RANDOM);
        if (random)
            memcpy(key, random, sizeof key);
        g_once_init_leave(&ready, 1);
    }
    return (guint)siphash(key, text, strlen(text));
}
