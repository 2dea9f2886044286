/*
 * Strips: what pages are stacked from.
 *
 * A line, a table row, a signature block: a height and the items in it, with
 * positions from its own top left corner.  Breaking pages moves strips; it
 * never looks inside.
 */
#ifndef BC_LAYOUT_STRIP_H
#define BC_LAYOUT_STRIP_H

#include "page/page.h"

#include "base/arena.h"

struct bc_strip {
	bc_len space; /* above it; dropped at the top of a page */
	bc_len height;
	bc_len ascent; /* from its top to its first baseline; 0 without text */
	struct bc_item *items;
	size_t n_items;
	bool glued;                  /* not parted from the strip above */
	bool merged;                 /* cannot be parted from it: a cell covers both */
	bool page_first;             /* begins a new page */
	bool with_previous;          /* the strip above is glued too: two lines go with it */
	bool artifact;               /* a repeated header: already read once */
	const struct bc_strip *head; /* repeated above it where it begins a page; NULL: none */
	struct bc_str bookmark;      /* n 0: none */
	unsigned bookmark_depth;     /* from 1 */
	struct bc_place place;
};

struct bc_strips {
	struct bc_arena *arena;
	struct bc_strip *at;
	size_t n, room;
};

/* A new strip at the end, all zero; valid until the next is added. */
struct bc_strip *bc_strip_add(struct bc_strips *list);

/* Items inside an arena, growing. */
struct bc_items {
	struct bc_arena *arena;
	struct bc_item *at;
	size_t n, room;
};

struct bc_item *bc_item_add(struct bc_items *list);

/* A straight rule: a filled rectangle that is no content. */
void bc_item_rule(struct bc_items *list, bc_len x, bc_len y, bc_len width, bc_len height);

/* Copy `strip`'s items into `out`, moved by (x, y); as artifacts if it is one. */
void bc_items_place(struct bc_items *out, const struct bc_strip *strip, bc_len x, bc_len y);

/*
 * Stack all of `list` into one strip of its own, as for a table's cell;
 * the first strip's space is kept out.
 */
struct bc_strip bc_strips_stack(const struct bc_strips *list);

#endif
