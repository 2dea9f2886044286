/*
 * Inside of checking: one function for each kind of data.
 */
#ifndef BC_MODEL_CHECK_H
#define BC_MODEL_CHECK_H

#include "model/report.h"

/* check_results.c: values, ranges, shares, and parts of a whole. */
void bc_check_results(struct bc_ctx *ctx, const struct bc_report *report);

/* check_table.c: one table by itself; its columns are summed on the way. */
void bc_check_table(struct bc_ctx *ctx, struct bc_data_table *table);

/* A number as Vietnamese writes it, in `a`. */
struct bc_str bc_decimal_vi(struct bc_arena *a, struct bc_decimal v);

#endif
