/*
 * Compiled templates: what compile.c makes and fill.c walks.
 */
#ifndef BC_EXPR_PIECE_H
#define BC_EXPR_PIECE_H

#include "expr/spans.h"
#include "expr/template.h"

enum bc_piece_kind {
	BC_PIECE_PLAIN,    /* the JSON as it stands: nothing in it is to be filled in */
	BC_PIECE_HOLE,     /* a string that is one hole: whatever the expression gives */
	BC_PIECE_TEXT,     /* a string with holes: spans */
	BC_PIECE_ARRAY,    /* of pieces */
	BC_PIECE_OBJECT,   /* of pieces, their keys in json */
	BC_PIECE_IF,       /* first: then; second: else */
	BC_PIECE_FOR,      /* first: do */
	BC_PIECE_LET,      /* first: do, with names for values */
	BC_PIECE_SIBLINGS, /* first: sections, of which a lone one has no title */
};

struct bc_piece_list {
	struct bc_template **at;
	size_t n;
};

/* A name for what an expression gives. */
struct bc_binding {
	struct bc_str name;
	const struct bc_expr *expr;
};

struct bc_template {
	enum bc_piece_kind kind;
	const struct bc_json *json;  /* as written; a part's own where it was included */
	const struct bc_expr *expr;  /* of HOLE, IF, FOR (the list) */
	const struct bc_expr *where; /* of FOR; NULL: all */
	struct bc_str name;          /* of FOR: the variable */
	struct bc_spans spans;       /* of TEXT */
	struct bc_binding *bindings; /* of LET, in order: later ones see the earlier ones */
	size_t n_bindings;
	struct bc_piece_list first, second;
	size_t weight; /* of PLAIN: work that whoever reads it has with it */
};

#endif
