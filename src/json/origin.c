/* Gathering keeps its own list of what is still to be looked at: recursion has no bound here.
 */
#include "json/origin.h"

struct bc_origin *bc_origin_of(struct bc_arena *a, const struct bc_json *node)
{
	struct bc_origin *origin = bc_new(a, struct bc_origin);
	origin->node = node;
	return origin;
}

struct bc_origin *bc_origin_join(struct bc_arena *a, struct bc_origin *left,
				 struct bc_origin *right)
{
	if (!left || !right || left == right)
		return left ? left : right;
	struct bc_origin *both = bc_new(a, struct bc_origin);
	both->left = left;
	both->right = right;
	return both;
}

static void put(struct bc_origin **list, struct bc_origin *origin)
{
	if (!origin || origin->gathered)
		return;
	origin->gathered = true;
	origin->next = *list;
	*list = origin;
}

void bc_origin_gather(struct bc_origin *origin,
		      void (*take)(void *self, const struct bc_json *node), void *self)
{
	struct bc_origin *list = NULL;
	put(&list, origin);
	while (list) {
		struct bc_origin *at = list;
		list = at->next;
		if (at->node)
			take(self, at->node);
		put(&list, at->left);
		put(&list, at->right);
	}
}
