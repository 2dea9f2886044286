/* Sorted arrays: they are built once and searched often. */
#include "carry/set.h"

#include <stdlib.h>

void bc_nodes_add(struct bc_nodes *set, const struct bc_json *node)
{
	if (set->n == set->room) {
		size_t room = set->room ? 2 * set->room : 64;
		const struct bc_json **at = bc_new_n(set->arena, const struct bc_json *, room);
		if (set->n)
			memcpy(at, set->at, set->n * sizeof *at);
		set->at = at;
		set->room = room;
	}
	set->at[set->n++] = node;
}

static int by_node(const void *a, const void *b)
{
	uintptr_t x = (uintptr_t) * (const struct bc_json *const *)a;
	uintptr_t y = (uintptr_t) * (const struct bc_json *const *)b;
	return (x > y) - (x < y);
}

static int by_text(const void *a, const void *b)
{
	struct bc_str x = (*(const struct bc_json *const *)a)->text;
	struct bc_str y = (*(const struct bc_json *const *)b)->text;
	size_t n = x.n < y.n ? x.n : y.n;
	int order = n ? memcmp(x.p, y.p, n) : 0;
	return order ? order : (x.n > y.n) - (x.n < y.n);
}

static void sort(struct bc_nodes *set, int (*order)(const void *, const void *))
{
	if (set->n)
		qsort(set->at, set->n, sizeof *set->at, order);
}

static bool have(const struct bc_nodes *set, const struct bc_json *node,
		 int (*order)(const void *, const void *))
{
	return set->n && bsearch(&node, set->at, set->n, sizeof *set->at, order);
}

void bc_nodes_sort(struct bc_nodes *set)
{
	sort(set, by_node);
}

bool bc_nodes_have(const struct bc_nodes *set, const struct bc_json *node)
{
	return have(set, node, by_node);
}

void bc_texts_sort(struct bc_nodes *set)
{
	sort(set, by_text);
}

bool bc_texts_have(const struct bc_nodes *set, const struct bc_json *text)
{
	return have(set, text, by_text);
}
