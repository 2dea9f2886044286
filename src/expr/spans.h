/*
 * Texts with holes: "Có {{ models | count }} mô hình".
 */
#ifndef BC_EXPR_SPANS_H
#define BC_EXPR_SPANS_H

#include "expr/expr.h"

/* Literal text, then a hole; expr NULL behind the last text. */
struct bc_text_span {
	struct bc_str text;
	const struct bc_expr *expr;
	struct bc_str hole; /* as written, without braces and the space within them */
};

struct bc_spans {
	struct bc_text_span *at;
	size_t n;
};

/*
 * The spans of `text`, which stands at `place`; false after a finding.  They
 * live in ctx->arena and borrow `text`.
 */
bool bc_spans_read(struct bc_ctx *ctx, struct bc_str text, struct bc_place place,
		   struct bc_spans *out) BC_MUST_CHECK;

/* Whether there is a hole in `text`. */
bool bc_has_hole(struct bc_str text);

#endif
