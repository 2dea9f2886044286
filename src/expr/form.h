/*
 * The form of a value: what is known of it before there is data: the ways into the data that
 * it may be, or how it is made of such.
 */
#ifndef BC_EXPR_FORM_H
#define BC_EXPR_FORM_H

#include "base/arena.h"
#include "base/str.h"

enum bc_form_kind {
	BC_FORM_MADE,   /* a text or a truth, which has no parts */
	BC_FORM_NUMBER, /* so is a number; it counts elements */
	BC_FORM_LOOP,   /* its members are numbers */
	BC_FORM_WAY,    /* what stands at `way` in the data */
	BC_FORM_LIST,   /* made, of `first` */
	BC_FORM_GROUP,  /* {key: first, items: a list of second} */
	BC_FORM_EITHER, /* first or second */
};

struct bc_form {
	enum bc_form_kind kind;
	struct bc_str way; /* "models[].name"; "values.*": any member */
	const struct bc_form *first, *second;
	size_t breadth; /* how many values it may be, or be made of */
};

const struct bc_form *bc_form_made(void);
const struct bc_form *bc_form_number(void);
const struct bc_form *bc_form_loop(void);
const struct bc_form *bc_form_way(struct bc_arena *a, struct bc_str way);
const struct bc_form *bc_form_list(struct bc_arena *a, const struct bc_form *element);
const struct bc_form *bc_form_group(struct bc_arena *a, const struct bc_form *key,
				    const struct bc_form *element);

/* NULL when those would be too many to follow. */
const struct bc_form *bc_form_either(struct bc_arena *a, const struct bc_form *x,
				     const struct bc_form *y);

/* The member `key`; "*" for any. */
const struct bc_form *bc_form_member(struct bc_arena *a, const struct bc_form *object,
				     struct bc_str key);

/* Any element. */
const struct bc_form *bc_form_element(struct bc_arena *a, const struct bc_form *list);

#endif
