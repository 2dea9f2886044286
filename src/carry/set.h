/*
 * Sets that are gathered first and asked then: of values by where they are in
 * memory, and of texts.
 */
#ifndef BC_CARRY_SET_H
#define BC_CARRY_SET_H

#include "json/json.h"

struct bc_nodes {
	struct bc_arena *arena;
	const struct bc_json **at;
	size_t n, room;
};

void bc_nodes_add(struct bc_nodes *set, const struct bc_json *node);

/* Once, before it is asked. */
void bc_nodes_sort(struct bc_nodes *set);
bool bc_nodes_have(const struct bc_nodes *set, const struct bc_json *node);

/* The same by what they say: nodes are texts. */
void bc_texts_sort(struct bc_nodes *set);
bool bc_texts_have(const struct bc_nodes *set, const struct bc_json *text);

#endif
