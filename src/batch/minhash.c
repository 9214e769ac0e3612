/* Smallest values under many hash functions (multiply and add, the high half taken). */
#include "batch/minhash.h"

static guint64 mix(guint64 value)
{
    value ^= value >> 30;
    value *= G_GUINT64_CONSTANT(0xbf58476d1ce4e5b9);
    value ^= value >> 27;
    value *= G_GUINT64_CONSTANT(0x94d049bb133111eb);
    return value ^ (value >> 31);
}

void minhash(const guint32 *shingles, guint count, guint32 numbers[MINHASH_NUMBERS])
{
    for (guint n = 0; n < MINHASH_NUMBERS; n++) {
        guint64 factor = mix(2 * n + 1) | 1, offset = mix(2 * n + 2);
        guint32 least = G_MAXUINT32;
        for (guint i = 0; i < count; i++) {
            guint32 value = (guint32)((factor * shingles[i] + offset) >> 32);
            least = MIN(least, value);
        }
        numbers[n] = least;
    }
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
