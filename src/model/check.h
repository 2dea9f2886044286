/*
 * Inside of checking: one function for each kind of data.
 */
#ifndef BC_MODEL_CHECK_H
#define BC_MODEL_CHECK_H

#include "model/report.h"

/* check_document.c: what a công văn has and has not. */
void bc_check_document(struct bc_ctx *ctx, struct bc_report *report);

/* check_results.c: values, ranges, shares, parts of a whole, plans and other periods. */
void bc_check_results(struct bc_ctx *ctx, const struct bc_report *report);

/* Report `v` if it is a number, but not a whole one. */
void bc_check_whole(struct bc_ctx *ctx, const struct bc_value *v);

/* check_lists.c: targets, commendations, subordinate units, comments, enclosures. */
void bc_check_lists(struct bc_ctx *ctx, const struct bc_report *report);

/* check_attachments.c: files that the PDF is to carry. */
void bc_check_attachments(struct bc_ctx *ctx, const struct bc_report *report);

/* check_table.c: one table by itself; its columns are summed on the way. */
void bc_check_table(struct bc_ctx *ctx, struct bc_data_table *table);

static inline bool bc_counts_things(const struct bc_result *r)
{
	return r->kind == BC_RESULT_COUNT || r->kind == BC_RESULT_ATTENDANCE;
}

/* A finding with two numbers. */
struct bc_finding *bc_report_two(struct bc_ctx *ctx, enum bc_diag diag, struct bc_place place,
				 struct bc_decimal a, struct bc_decimal b, struct bc_str name);

/* A number as Vietnamese writes it, in `a`. */
struct bc_str bc_decimal_vi(struct bc_arena *a, struct bc_decimal v);

#endif
