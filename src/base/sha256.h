/*
 * SHA-256: what a manifest says a file was.
 */
#ifndef BC_BASE_SHA256_H
#define BC_BASE_SHA256_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/place.h"

enum {
	BC_SHA256 = 32 /* bytes */
};

void bc_sha256(struct bc_str bytes, unsigned char out[BC_SHA256]);

/* Files that were read, the last one first. */
struct bc_files {
	const struct bc_source *source;
	const struct bc_files *before; /* NULL: it was the first */
};

/* `before` and one more. */
const struct bc_files *bc_files_add(struct bc_arena *a, const struct bc_files *before,
				    const struct bc_source *source);

/* The digest of one file; of several, that of their digests, one behind the other. */
void bc_sha256_files(const struct bc_files *files, unsigned char out[BC_SHA256]);

/* Append `digest` in hexadecimal digits. */
void bc_sha256_print(struct bc_buf *out, const unsigned char digest[BC_SHA256]);

#endif
