/*
 * The straight rules of a page, as few rectangles as paint the same.
 */
#ifndef BC_PDF_RULES_H
#define BC_PDF_RULES_H

#include "base/arena.h"
#include "page/page.h"

struct bc_rule_at {
	bc_len x, y, width, height; /* from the paper's top left corner, y downwards */
	enum bc_color color;
};

struct bc_rules {
	struct bc_rule_at *at;
	size_t n;
};

/*
 * The page's filled rectangles; those that go on where another ends are one.
 * In `a`.
 */
struct bc_rules bc_rules_of(struct bc_arena *a, const struct bc_page *page);

#endif
