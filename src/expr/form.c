/* Forms are never changed: what they have in common is shared. */
#include "expr/form.h"

#include "base/buf.h"

enum {
	BROADEST = 64, /* `or` within `or` would double the ways with each name */
	LONGEST = 200, /* bytes of a way; no data is nested that deeply */
};

const struct bc_form *bc_form_made(void)
{
	static const struct bc_form made = {.kind = BC_FORM_MADE, .breadth = 1};
	return &made;
}

const struct bc_form *bc_form_number(void)
{
	static const struct bc_form number = {.kind = BC_FORM_NUMBER, .breadth = 1};
	return &number;
}

const struct bc_form *bc_form_loop(void)
{
	static const struct bc_form loop = {.kind = BC_FORM_LOOP, .breadth = 1};
	return &loop;
}

static const struct bc_form *new_form(struct bc_arena *a, enum bc_form_kind kind,
				      const struct bc_form *first, const struct bc_form *second)
{
	struct bc_form *form = bc_new(a, struct bc_form);
	*form = (struct bc_form){.kind = kind, .first = first, .second = second};
	/* no part is broader than the whole */
	form->breadth = first->breadth + (second ? second->breadth : 0);
	return form;
}

const struct bc_form *bc_form_way(struct bc_arena *a, struct bc_str way)
{
	struct bc_form *form = bc_new(a, struct bc_form);
	*form = (struct bc_form){.kind = BC_FORM_WAY, .way = way, .breadth = 1};
	return form;
}

const struct bc_form *bc_form_list(struct bc_arena *a, const struct bc_form *element)
{
	return new_form(a, BC_FORM_LIST, element, NULL);
}

const struct bc_form *bc_form_group(struct bc_arena *a, const struct bc_form *key,
				    const struct bc_form *element)
{
	return new_form(a, BC_FORM_GROUP, key, element);
}

const struct bc_form *bc_form_either(struct bc_arena *a, const struct bc_form *x,
				     const struct bc_form *y)
{
	if (x->kind == BC_FORM_MADE || x == y)
		return y;
	if (y->kind == BC_FORM_MADE)
		return x;
	return x->breadth + y->breadth > BROADEST ? NULL : new_form(a, BC_FORM_EITHER, x, y);
}

static const struct bc_form *longer(struct bc_arena *a, struct bc_str way, const char *sign,
				    struct bc_str key)
{
	struct bc_buf text = bc_buf_in(a);
	if (way.n > LONGEST)
		return bc_form_way(a, way);
	bc_buf_add(&text, way);
	bc_buf_puts(&text, sign);
	bc_buf_add(&text, key);
	return bc_form_way(a, bc_buf_str(&text));
}

const struct bc_form *bc_form_member(struct bc_arena *a, const struct bc_form *object,
				     struct bc_str key)
{
	switch (object->kind) {
	case BC_FORM_WAY:
		return longer(a, object->way, ".", key);
	case BC_FORM_LOOP:
		return bc_form_number();
	case BC_FORM_GROUP:
		if (bc_str_is(key, "key"))
			return object->first;
		return bc_str_is(key, "items") ? bc_form_list(a, object->second)
					       : bc_form_made();
	case BC_FORM_EITHER:
		return bc_form_either(a, bc_form_member(a, object->first, key),
				      bc_form_member(a, object->second, key));
	case BC_FORM_MADE:
	case BC_FORM_NUMBER:
	case BC_FORM_LIST:
		break;
	}
	return bc_form_made();
}

const struct bc_form *bc_form_element(struct bc_arena *a, const struct bc_form *list)
{
	switch (list->kind) {
	case BC_FORM_WAY:
		return longer(a, list->way, "[]", (struct bc_str){0});
	case BC_FORM_LIST:
		return list->first;
	case BC_FORM_EITHER:
		return bc_form_either(a, bc_form_element(a, list->first),
				      bc_form_element(a, list->second));
	case BC_FORM_MADE:
	case BC_FORM_NUMBER:
	case BC_FORM_LOOP:
	case BC_FORM_GROUP:
		break;
	}
	return bc_form_made();
}
