/*
 * The name of a report's file, made from the report's data by the language of
 * templates: "{{ organization.code }}.pdf".
 */
#ifndef BC_EXPR_FILE_NAME_H
#define BC_EXPR_FILE_NAME_H

#include "json/json.h"

struct bc_name_pattern;

/*
 * The pattern in `text`: literal text and holes.  It ends with ".pdf".  Its
 * names are those of `known`, or begin with "x_"; NULL: any.  NULL after a
 * finding.  Lives in ctx->arena.
 */
const struct bc_name_pattern *bc_name_pattern_read(struct bc_ctx *ctx, struct bc_str text,
						   const struct bc_str *known, size_t n_known);

/*
 * The name that the pattern gives to a report: NFC, and legal in every file
 * system that offices use.  A number stands as it is written.  Empty after a
 * finding, whose place is in the report.
 */
struct bc_str bc_file_name(struct bc_ctx *ctx, const struct bc_name_pattern *pattern,
			   const struct bc_json *report);

/*
 * The same from a report that hasn't been read: empty, without a finding,
 * when that doesn't give a legal name, or the pattern says more than ways into
 * the data.
 */
struct bc_str bc_file_name_plucked(struct bc_ctx *ctx, const struct bc_name_pattern *pattern,
				   struct bc_str report);

#endif
