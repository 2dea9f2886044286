/*
 * Compiled expressions: what the files of this folder share.
 */
#ifndef BC_EXPR_AST_H
#define BC_EXPR_AST_H

#include "expr/expr.h"

enum bc_expr_kind {
	BC_EXPR_LITERAL,
	BC_EXPR_NAME,   /* text */
	BC_EXPR_MEMBER, /* args[0] . text */
	BC_EXPR_INDEX,  /* args[0] [ args[1] ] */
	BC_EXPR_NOT,
	BC_EXPR_MINUS,
	BC_EXPR_AND,
	BC_EXPR_OR,
	BC_EXPR_COMPUTE, /* op: + - * / ~ */
	BC_EXPR_COMPARE, /* op: = ! < > and, for <= and >=, ( and ) */
	BC_EXPR_CALL,    /* function */
};

enum {
	BC_EXPR_ARGS = 4,    /* of a function, the value before the pipe included */
	BC_EXPR_LEVELS = 500 /* of operations within each other: a + b + c has two */
};

struct bc_function;

struct bc_expr {
	enum bc_expr_kind kind;
	char op;
	struct bc_place place;
	struct bc_datum literal;
	struct bc_str text;
	const struct bc_function *function;
	const struct bc_expr *args[BC_EXPR_ARGS];
	size_t n_args;
	unsigned levels; /* of what it is made of */
};

/* A call under way. */
struct bc_call {
	struct bc_eval *eval;
	const struct bc_expr *expr;
	const struct bc_scope *scope;
	struct bc_datum
		args[BC_EXPR_ARGS]; /* evaluated, but for those that the function evaluates */
	size_t n;
};

struct bc_function {
	const char *name;
	unsigned least, most; /* arguments, the value before the pipe included */
	bool lazy;            /* the second argument is evaluated for each element, as `it` */
	struct bc_datum (*run)(struct bc_call *call);
	/* the words that the second argument may be, the third, ..., parted by ", "; NULL: any
	 * value */
	const char *choices[BC_EXPR_ARGS - 1];
};

/* Which of the words in `choices` it is, from 0; -1: none of them. */
int bc_choice_index(const char *choices, struct bc_str word);

/* The function of that name, or NULL. */
const struct bc_function *bc_function_named(struct bc_str name);

/* All names, parted by commas: for messages. */
void bc_functions_list(struct bc_buf *out);

/* The wrong value, after the finding that an argument is of the wrong kind. */
struct bc_datum bc_call_wrong_kind(struct bc_call *call, size_t arg, struct bc_str wanted);

/* The same of an argument of the right kind, whose value is wrong. */
struct bc_datum bc_call_wrong_value(struct bc_call *call, struct bc_str wanted);

/* The lazy argument's value for one element. */
struct bc_datum bc_call_each(struct bc_call *call, struct bc_datum element);

#endif
