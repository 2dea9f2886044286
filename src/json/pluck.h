/*
 * One value out of a JSON text without reading the rest.
 */
#ifndef BC_JSON_PLUCK_H
#define BC_JSON_PLUCK_H

#include "base/str.h"

/*
 * The text of the string or number at the way `keys` (names of members, from
 * the outermost object in), borrowed from `text`.  False when it isn't found,
 * holds escapes, or anything on the way there looks odd: then read the text
 * properly.  What stands behind the value is not looked at, so that success
 * doesn't mean that `text` is JSON.
 */
bool bc_json_pluck(struct bc_str text, const struct bc_str *keys, size_t n_keys,
		   struct bc_str *out);

#endif
