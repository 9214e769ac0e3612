/* Smallest values under many hash functions (multiply and add, the high half taken). */
#include "batch/minhash.h"

#include <string.h>

static guint64 mix(guint64 value)
{
    value ^= value >> 30;
    value *= G_GUINT64_CONSTANT(0xbf58476d1ce4e5b9);
    value ^= value >> 27;
    value *= G_GUINT64_CONSTANT(0x94d049bb133111eb);
    return value ^ (value >> 31);
}

/* Several numbers at once, so that none waits for another's smallest value. */
enum { ABREAST = 8 };

static inline __attribute__((always_inline)) void smallest(const guint32 *shingles, guint count, guint first,
                                                           guint32 *numbers)
{
    guint64 factors[ABREAST], offsets[ABREAST];
    guint32 least[ABREAST];
    for (guint n = 0; n < ABREAST; n++) {
        factors[n] = mix(2 * (first + n) + 1) | 1;
        offsets[n] = mix(2 * (first + n) + 2);
        least[n] = G_MAXUINT32;
    }
    for (guint i = 0; i < count; i++)
        for (guint n = 0; n < ABREAST; n++) {
            guint32 value = (guint32)((factors[n] * shingles[i] + offsets[n]) >> 32);
            least[n] = MIN(least[n], value);
        }
    memcpy(numbers + first, least, sizeof least);
}

static void minhash_plain(const guint32 *shingles, guint count, guint32 *numbers)
{
    for (guint n = 0; n < MINHASH_NUMBERS; n += ABREAST)
        smallest(shingles, count, n, numbers);
}

#ifdef __x86_64__
/* The same, made by the compiler of instructions that only newer processors have: in a third of the time. */
__attribute__((target("avx2"))) static void minhash_wide(const guint32 *shingles, guint count,
                                                         guint32 *numbers)
{
    for (guint n = 0; n < MINHASH_NUMBERS; n += ABREAST)
        smallest(shingles, count, n, numbers);
}

static gboolean has_wide(void)
{
    return __builtin_cpu_supports("avx2");
}
#else
#define minhash_wide minhash_plain

static gboolean has_wide(void)
{
    return FALSE;
}
#endif

void minhash(const guint32 *shingles, guint count, guint32 numbers[MINHASH_NUMBERS])
{
    G_STATIC_ASSERT(MINHASH_NUMBERS % ABREAST == 0);
    if (has_wide())
        minhash_wide(shingles, count, numbers);
    else
        minhash_plain(shingles, count, numbers);
}

void minhash_bands(const guint32 numbers[MINHASH_NUMBERS], guint64 bands[MINHASH_BANDS])
{
    enum { ROWS = MINHASH_NUMBERS / MINHASH_BANDS };
    for (guint band = 0; band < MINHASH_BANDS; band++) {
        guint64 sum = band;
        for (guint i = 0; i < ROWS; i++)
            sum = mix(sum + numbers[band * ROWS + i]);
        bands[band] = sum;
    }
}
