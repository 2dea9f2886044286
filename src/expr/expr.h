/*
 * The expression language of templates (templates/README.md).
 *
 * An expression is compiled once and evaluated over the report's data.  Every
 * evaluation ends: there are no loops but over lists that exist, no
 * definitions, and a limit on the work of one document.
 */
#ifndef BC_EXPR_EXPR_H
#define BC_EXPR_EXPR_H

#include "base/usage.h"
#include "expr/datum.h"

struct bc_expr;

/*
 * Compile `text`, which stands at `place`.  NULL after a finding.  Lives in
 * ctx->arena and borrows `text`.
 */
const struct bc_expr *bc_expr_parse(struct bc_ctx *ctx, struct bc_str text,
				    struct bc_place place);

/* A name and what it stands for, within those further out. */
struct bc_scope {
	const struct bc_scope *outer;
	struct bc_str name;
	struct bc_datum value;
};

/* The evaluation of one document. */
struct bc_eval {
	struct bc_ctx *ctx;
	struct bc_datum data;       /* whose members are names too */
	const struct bc_str *known; /* the members it may have; NULL: any */
	size_t n_known;
	const struct bc_json *texts; /* the data's, or NULL */
	bool *asked;                 /* which of its members have been asked for */
	uint64_t work;               /* done so far; past BC_LIMIT_WORK everything is wrong */
	bool exhausted;              /* that has been told */
	struct bc_usage usage;       /* where the office says nothing of its own */
	bool traced;                 /* whoever makes a text notes what of the data it says */
};

/* The value of `expr`; WRONG after a finding. */
struct bc_datum bc_expr_eval(struct bc_eval *eval, const struct bc_expr *expr,
			     const struct bc_scope *scope);

/* Count `n` units of work for what stands at `place`; false when there have been too many. */
bool bc_eval_work(struct bc_eval *eval, size_t n, struct bc_place place) BC_MUST_CHECK;

enum {
	BC_WORK_ARITHMETIC = 8 /* fractions are cut down to lowest terms */
};

/* The work of copying a text. */
static inline size_t bc_copy_work(size_t bytes)
{
	return bytes / 8;
}

/* The work of bc_datum_same, which reads texts of the same length to the end. */
static inline size_t bc_compare_work(struct bc_datum a, struct bc_datum b)
{
	return a.text.n == b.text.n ? a.text.n / 64 : 0;
}

/* bc_datum_member, which looks at one member after the other: counted.  WRONG when exhausted.
 */
struct bc_datum bc_eval_member(struct bc_eval *eval, struct bc_datum object, struct bc_str key,
			       struct bc_place place);

/* What of the data `v` says, letter by letter; NULL when nobody asks. */
struct bc_origin *bc_eval_origin(struct bc_eval *eval, struct bc_datum v);

/* Note that *made says all that `v` says. */
void bc_eval_says(struct bc_eval *eval, struct bc_datum *made, struct bc_datum v);

/* Where the expression stands. */
struct bc_place bc_expr_place(const struct bc_expr *expr);

/*
 * Append a value as text: numbers as Vietnamese writes them.  False after a
 * finding at `place`, for what isn't a text or a number that can be printed.
 */
bool bc_datum_print(struct bc_eval *eval, struct bc_place place, struct bc_buf *out,
		    struct bc_datum v) BC_MUST_CHECK;

#endif
