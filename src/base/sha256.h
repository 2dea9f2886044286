/*
 * SHA-256: what a manifest says a file was.
 */
#ifndef BC_BASE_SHA256_H
#define BC_BASE_SHA256_H

#include "base/buf.h"

enum {
	BC_SHA256 = 32 /* bytes */
};

void bc_sha256(struct bc_str bytes, unsigned char out[BC_SHA256]);

/* Append `digest` in hexadecimal digits. */
void bc_sha256_print(struct bc_buf *out, const unsigned char digest[BC_SHA256]);

#endif
