/* The structure tree, built while the document is set. */
#include "layout/setter.h"

struct bc_elem *bc_elem_new(struct bc_setter *s, struct bc_elem *parent, enum bc_role role)
{
	if (role == BC_ROLE_ARTIFACT)
		return NULL;
	struct bc_elem *e = bc_new(s->ctx->arena, struct bc_elem);
	e->role = role;
	e->id = s->n_elems++;
	e->parent = parent;
	if (!parent)
		return e;
	if (parent->last)
		parent->last->next = e;
	else
		parent->first = e;
	parent->last = e;
	return e;
}
