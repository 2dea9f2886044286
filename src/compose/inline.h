/*
 * Inline marks: CommonMark's emphasis with asterisks and its backslash
 * escapes, nothing else of it.
 */
#ifndef BC_COMPOSE_INLINE_H
#define BC_COMPOSE_INLINE_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>

/* A stretch of the text that is shown, in one style. */
struct bc_span {
	size_t begin, end; /* bytes of the text given */
	bool bold, italic;
};

struct bc_spans {
	struct bc_span *at;
	size_t n;
};

/* What is shown of `s`, in order; lives in `a`. Takes time linear in s.n. */
struct bc_spans bc_inline_parse(struct bc_arena *a, struct bc_str s);

#endif
