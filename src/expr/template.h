/*
 * Templates: a report with holes, filled in with an office's data.
 *
 * What comes out is the JSON of a report, read on like any other: each value
 * keeps the place where it was written, in the template or in the data.
 */
#ifndef BC_EXPR_TEMPLATE_H
#define BC_EXPR_TEMPLATE_H

#include "expr/expr.h"

struct bc_template;

/* Reads a template's part by name ("parts/chu-ky"); NULL after a finding at `place`. */
typedef const struct bc_json *bc_part_reader(void *self, struct bc_ctx *ctx, struct bc_str name,
					     struct bc_place place);

/*
 * Compile the template in `json`, parts that it includes included; `let` (may
 * be NULL) gives names that hold in all of it.  NULL after a finding.  Lives in ctx->arena and
 * borrows `json`.
 */
const struct bc_template *bc_template_compile(struct bc_ctx *ctx, const struct bc_json *json,
					      const struct bc_json *let, bc_part_reader *read,
					      void *self);

/*
 * The template filled in with eval->data.  What gives nothing is left out.
 * NULL after a finding.  Shares nodes with the template and the data.
 */
struct bc_json *bc_template_fill(struct bc_eval *eval, const struct bc_template *t);

#endif
