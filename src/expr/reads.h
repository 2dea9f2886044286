/*
 * What a template asks the data for.
 */
#ifndef BC_EXPR_READS_H
#define BC_EXPR_READS_H

#include "expr/template.h"

/*
 * Append the ways into the data that `t` reads, each once, sorted, as a JSON
 * array of strings: "document.subject", "models[].name"; "values.*" where the
 * name of the member is computed.  False after a finding: it has too many
 * parts to be looked through.
 */
bool bc_template_reads(struct bc_ctx *ctx, struct bc_buf *out, const struct bc_template *t);

#endif
