/*
 * Ids and what names them.
 */
#ifndef BC_MODEL_REFS_H
#define BC_MODEL_REFS_H

#include "model/report.h"

/* Ids in the order of their bytes, the same ones in the order of the file. */
struct bc_ids {
	const struct bc_phrase **at;
	size_t n;
};

/*
 * The ids of `n` structs that are `size` bytes apart, the first one's at
 * `first` (any pointer if n is 0), in `a`; absent ones are left out.
 */
struct bc_ids bc_ids_of(struct bc_arena *a, const struct bc_phrase *first, size_t n,
			size_t size);

/* The ids of a list of the report's, in `a`. */
struct bc_ids bc_table_ids(struct bc_arena *a, const struct bc_report *report);
struct bc_ids bc_result_ids(struct bc_arena *a, const struct bc_report *report);
struct bc_ids bc_target_ids(struct bc_arena *a, const struct bc_report *report);

/* The first id that is `s`, or NULL. */
const struct bc_phrase *bc_ids_find(const struct bc_ids *ids, struct bc_str s);

/* Report ids given twice, as `diag`. */
void bc_ids_check(struct bc_ctx *ctx, const struct bc_ids *ids, enum bc_diag diag);

/* Report that `reference` is none of the ids in the list `where`. */
void bc_ids_report(struct bc_ctx *ctx, const struct bc_ids *ids,
		   const struct bc_phrase *reference, struct bc_str where);

/* Point blocks that name a table of report->tables at it; bc_report_check finds the rest. */
void bc_refs_resolve(struct bc_ctx *ctx, struct bc_report *report);

#endif
