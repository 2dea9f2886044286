/* The structure tree, built while the document is set. */
#include "layout/setter.h"

void bc_elem_append(struct bc_elem *parent, struct bc_elem *e)
{
	e->parent = parent;
	if (parent->last)
		parent->last->next = e;
	else
		parent->first = e;
	parent->last = e;
}

void bc_elem_prepend(struct bc_elem *parent, struct bc_elem *e)
{
	e->parent = parent;
	e->next = parent->first;
	parent->first = e;
	if (!parent->last)
		parent->last = e;
}

struct bc_elem *bc_elem_new(struct bc_setter *s, struct bc_elem *parent, enum bc_role role)
{
	if (role == BC_ROLE_ARTIFACT)
		return NULL;
	if (role == BC_ROLE_INLINE)
		return parent;
	struct bc_elem *e = bc_new(s->ctx->arena, struct bc_elem);
	e->role = role;
	e->id = s->n_elems++;
	if (parent)
		bc_elem_append(parent, e);
	return e;
}
