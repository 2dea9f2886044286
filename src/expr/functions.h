/*
 * The functions of the language, by what they work on.  Each takes a call
 * whose arguments are counted and not wrong, and gives a value; WRONG after a
 * finding.
 */
#ifndef BC_EXPR_FUNCTIONS_H
#define BC_EXPR_FUNCTIONS_H

#include "expr/ast.h"

typedef struct bc_datum bc_run(struct bc_call *call);

/* functions_text.c */
bc_run bc_fn_number, bc_fn_percent, bc_fn_round, bc_fn_words, bc_fn_pad, bc_fn_date,
	bc_fn_upper, bc_fn_lower, bc_fn_capital, bc_fn_slug, bc_fn_default, bc_fn_end_with;

/* functions_list.c */
bc_run bc_fn_count, bc_fn_sum, bc_fn_avg, bc_fn_min, bc_fn_max, bc_fn_sort, bc_fn_sort_people,
	bc_fn_filter, bc_fn_map, bc_fn_group, bc_fn_first, bc_fn_last, bc_fn_reverse,
	bc_fn_take, bc_fn_join;

/* functions_figure.c */
bc_run bc_fn_compare, bc_fn_compare_points, bc_fn_share, bc_fn_figure, bc_fn_result;

/* `made`, which says what the first argument says, in full. */
static inline struct bc_datum bc_saying_it(struct bc_call *call, struct bc_datum made)
{
	bc_eval_says(call->eval, &made, call->args[0]);
	return made;
}

static inline struct bc_datum bc_wrong(void)
{
	return (struct bc_datum){.kind = BC_DATUM_WRONG};
}

/* Argument `i` as a small whole number, or `otherwise` when it isn't given; -1 after a finding.
 */
int bc_call_digits(struct bc_call *call, size_t i, int otherwise);

/* Argument `i` as a text, or `otherwise`; p is NULL after a finding. */
struct bc_str bc_call_text(struct bc_call *call, size_t i, struct bc_str otherwise);

/* Which of the words that argument `i`, which is given, may be; -1 after a finding. */
int bc_call_choice(struct bc_call *call, size_t i);

/* Argument `i` as a number; false after a finding. */
bool bc_call_number(struct bc_call *call, size_t i, struct bc_rational *out);

/* A number rounded to `digits`, as Vietnamese writes it; false after a finding. */
bool bc_print_rounded(struct bc_call *call, struct bc_buf *out, struct bc_rational v,
		      int digits);

#endif
