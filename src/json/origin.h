/*
 * Which values of the data a value that was made out of them says.
 *
 * A text that joins others says what they say.  Origins are shared, so what
 * they form is no tree, and may be as deep as a list is long.
 */
#ifndef BC_JSON_ORIGIN_H
#define BC_JSON_ORIGIN_H

#include "json/json.h"

struct bc_origin {
	const struct bc_json *node;     /* one value of the data; or NULL: all that */
	struct bc_origin *left, *right; /* these two say */
	struct bc_origin *next;         /* while they are gathered */
	bool gathered;
};

struct bc_origin *bc_origin_of(struct bc_arena *a, const struct bc_json *node);

/* What both say; NULL is nothing. */
struct bc_origin *bc_origin_join(struct bc_arena *a, struct bc_origin *left,
				 struct bc_origin *right);

/* Hand to `take` each value that `origin` says and that was not gathered before. */
void bc_origin_gather(struct bc_origin *origin,
		      void (*take)(void *self, const struct bc_json *node), void *self);

#endif
