/*
 * Compression of streams (Flate, ISO 32000-1 7.4.4).
 */
#ifndef BC_PDF_DEFLATE_H
#define BC_PDF_DEFLATE_H

#include "base/ctx.h"

struct bc_deflate;

/* A compressor for one document; lives as long as ctx->arena. */
struct bc_deflate *bc_deflate_new(struct bc_ctx *ctx);

/* `bytes` compressed; the result lives in ctx->arena. */
struct bc_str bc_deflate(struct bc_deflate *z, struct bc_str bytes);

#endif
