/*
 * Files: read whole, written whole or not at all.
 */
#ifndef BC_BASE_FILE_H
#define BC_BASE_FILE_H

#include "base/ctx.h"

/*
 * The bytes of the file `name` ("-": standard input), in ctx->arena, followed
 * by a NUL that is not counted.  At most `limit` bytes.  False after a finding.
 */
bool bc_file_read(struct bc_ctx *ctx, const char *name, size_t limit,
		  struct bc_str *out) BC_MUST_CHECK;

/* Whether `size` bytes are no more than `limit`; false after a finding at `place`. */
bool bc_file_fits(struct bc_ctx *ctx, struct bc_place place, size_t size,
		  size_t limit) BC_MUST_CHECK;

/* Whether `name` is a file that can be opened for reading. */
bool bc_file_readable(const char *name);

/*
 * Write `bytes` as the file `name` ("-": standard output).  A regular file
 * appears whole or not at all: a temporary beside it is written, synced and
 * renamed over it; an existing one survives every failure.  Anything that is
 * no regular file (a pipe, a device) is written to directly.  False after a
 * finding.
 */
bool bc_file_write(struct bc_ctx *ctx, const char *name, struct bc_str bytes) BC_MUST_CHECK;

#endif
