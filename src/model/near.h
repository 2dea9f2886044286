/*
 * "Did you mean": the nearest of the names that would have been right.
 */
#ifndef BC_MODEL_NEAR_H
#define BC_MODEL_NEAR_H

#include "base/str.h"

struct bc_near {
	struct bc_str wanted; /* what was written */
	struct bc_str best;   /* the nearest name so far; p NULL: none is near */
	unsigned distance;    /* its distance */
};

struct bc_near bc_near_to(struct bc_str wanted);

/* Take `name` into account. */
void bc_near_try(struct bc_near *near, struct bc_str name);

#endif
