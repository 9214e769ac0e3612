/* SHA-256 (FIPS 180-4) by Nettle. */
#include "base/digest.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>

struct Digest {
    struct sha256_ctx context;
};

Digest *digest_new(void)
{
    Digest *digest = g_new(Digest, 1);
    sha256_init(&digest->context);
    return digest;
}

void digest_add(Digest *digest, gconstpointer data, gsize length)
{
    sha256_update(&digest->context, length, data);
}

char *digest_text(Digest *digest)
{
    guint8 bytes[SHA256_DIGEST_SIZE];
    char *text = g_malloc0(BASE16_ENCODE_LENGTH(sizeof bytes) + 1);

    sha256_digest(&digest->context, sizeof bytes, bytes);
    base16_encode_update(text, sizeof bytes, bytes);
    return text;
}

void digest_free(Digest *digest)
{
    g_free(digest);
}

char *digest_of(gconstpointer data, gsize length)
{
    g_autoptr(Digest) digest = digest_new();
    digest_add(digest, data, length);
    return digest_text(digest);
}
