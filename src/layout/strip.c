/* Growing lists of strips and items, and moving them. */
#include "layout/strip.h"

#include <string.h>

/* Room for one more of `size` bytes in an array that lives in an arena. */
static void *grow(struct bc_arena *arena, void *at, size_t n, size_t *room, size_t size)
{
	if (n < *room)
		return at;
	*room = *room ? 2 * *room : 8;
	void *larger = bc_alloc_n(arena, *room, size);
	if (n)
		memcpy(larger, at, n * size);
	return larger;
}

struct bc_strip *bc_strip_add(struct bc_strips *list)
{
	list->at = grow(list->arena, list->at, list->n, &list->room, sizeof *list->at);
	struct bc_strip *strip = &list->at[list->n++];
	*strip = (struct bc_strip){0};
	return strip;
}

struct bc_item *bc_item_add(struct bc_items *list)
{
	list->at = grow(list->arena, list->at, list->n, &list->room, sizeof *list->at);
	struct bc_item *item = &list->at[list->n++];
	*item = (struct bc_item){0};
	return item;
}

void bc_item_rule(struct bc_items *list, bc_len x, bc_len y, bc_len width, bc_len height)
{
	*bc_item_add(list) = (struct bc_item){
		.kind = BC_ITEM_FILL,
		.x = x,
		.y = y,
		.width = width,
		.height = height,
	};
}

void bc_items_place(struct bc_items *out, const struct bc_strip *strip, bc_len x, bc_len y)
{
	for (size_t i = 0; i < strip->n_items; i++) {
		struct bc_item *item = bc_item_add(out);
		*item = strip->items[i];
		item->x += x;
		item->y += y;
		if (strip->artifact)
			item->elem = NULL;
	}
}

struct bc_strip bc_strips_stack(const struct bc_strips *list)
{
	struct bc_items items = {.arena = list->arena};
	struct bc_strip stack = {0};
	for (size_t i = 0; i < list->n; i++) {
		const struct bc_strip *strip = &list->at[i];
		if (i > 0)
			stack.height += strip->space;
		if (stack.ascent == 0 && strip->ascent > 0)
			stack.ascent = stack.height + strip->ascent;
		bc_items_place(&items, strip, 0, stack.height);
		stack.height += strip->height;
	}
	stack.items = items.at;
	stack.n_items = items.n;
	return stack;
}
