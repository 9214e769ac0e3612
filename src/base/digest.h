/* SHA-256 of files, through Nettle, which uses what the processor has for it: every document and every rule
 * file goes through here. */
#ifndef RASOAT_BASE_DIGEST_H
#define RASOAT_BASE_DIGEST_H

#include <glib.h>

typedef struct Digest Digest;

Digest *digest_new(void);
void digest_add(Digest *digest, gconstpointer data, gsize length);

/* Sixty-four hexadecimal digits in small letters, owned by the caller; nothing may be added afterwards. */
char *digest_text(Digest *digest);
void digest_free(Digest *digest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Digest, digest_free)

/* The digest of one piece. */
char *digest_of(gconstpointer data, gsize length);

#endif
