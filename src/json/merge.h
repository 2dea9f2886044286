/*
 * One object laid over another.
 */
#ifndef BC_JSON_MERGE_H
#define BC_JSON_MERGE_H

#include "json/json.h"

/*
 * The members of `over`, then those of `under` that it lacks; where both have
 * an object under one key, its members likewise, one level deep.  Values keep
 * their places and so their files.  Both are objects; neither is changed.
 */
struct bc_json *bc_json_merge(struct bc_arena *a, const struct bc_json *over,
			      const struct bc_json *under);

#endif
