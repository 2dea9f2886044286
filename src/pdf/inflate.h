/*
 * Decompression of streams (Flate, ISO 32000-1 7.4.4).
 */
#ifndef BC_PDF_INFLATE_H
#define BC_PDF_INFLATE_H

#include "base/ctx.h"

struct bc_inflate;

/* A decompressor for one document; lives as long as ctx->arena. */
struct bc_inflate *bc_inflate_new(struct bc_ctx *ctx);

/* Put what `bytes` expand to into `out`, in place of what it holds.  False: they are damaged.
 */
bool bc_inflate(struct bc_inflate *z, struct bc_str bytes, struct bc_buf *out) BC_MUST_CHECK;

#endif
