/*
 * The name of a report's file, made from the report's data:
 * "{{ organization.code }}.pdf".
 */
#ifndef BC_MODEL_FILE_NAME_H
#define BC_MODEL_FILE_NAME_H

#include "json/json.h"

struct bc_name_pattern;

/*
 * The pattern in `text`: literal text and ways into the data, names parted by
 * points.  It ends with ".pdf".  NULL after a finding.  Lives in ctx->arena
 * and borrows `text`.
 */
const struct bc_name_pattern *bc_name_pattern_read(struct bc_ctx *ctx, struct bc_str text);

/*
 * The name that the pattern gives to a report: NFC, and legal in every file
 * system that offices use.  Empty after a finding.
 */
struct bc_str bc_file_name(struct bc_ctx *ctx, const struct bc_name_pattern *pattern,
			   const struct bc_json *report);

/*
 * The same from a report that hasn't been read: empty, without a finding,
 * when that doesn't give a legal name.
 */
struct bc_str bc_file_name_plucked(struct bc_ctx *ctx, const struct bc_name_pattern *pattern,
				   struct bc_str report);

#endif
