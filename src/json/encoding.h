/*
 * Whether a file's bytes are text that JSON may be made of.
 */
#ifndef BC_JSON_ENCODING_H
#define BC_JSON_ENCODING_H

#include "base/ctx.h"

/*
 * Whether `source` is UTF-8 with something in it; *start is behind a byte
 * order mark, if it has one.  False after a finding.
 */
bool bc_encoding_check(struct bc_ctx *ctx, const struct bc_source *source,
		       size_t *start) BC_MUST_CHECK;

/* Whether `text` is UTF-8; behind it stands a NUL or another ASCII character. */
bool bc_is_utf8(struct bc_str text);

#endif
