/*
 * Values given on the command line, laid over a file's.
 */
#ifndef BC_JSON_SET_H
#define BC_JSON_SET_H

#include "json/json.h"

/*
 * `root` with `assignment` ("document.number=15": names parted by points, a
 * value in JSON) made.  Objects on the way are made when they are not there.
 * Shares what isn't changed.  NULL after a finding.
 */
struct bc_json *bc_json_set(struct bc_ctx *ctx, const struct bc_json *root,
			    struct bc_str assignment);

#endif
