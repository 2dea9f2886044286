/*
 * Nodes of the document tree as strips.
 */
#ifndef BC_LAYOUT_SET_H
#define BC_LAYOUT_SET_H

#include "doc/doc.h"
#include "layout/setter.h"
#include "layout/strip.h"

/* Who takes the strips of a part, in order. */
struct bc_strip_sink {
	void *self;
	void (*strips)(void *self, const struct bc_strips *strips);
};

/*
 * Set `first` and its siblings in `width`, under the element `parent`, and
 * hand their strips on, node by node.
 */
void bc_nodes_set(struct bc_setter *s, const struct bc_node *first, struct bc_elem *parent,
		  bc_len width, struct bc_strip_sink sink);

/* The same, stacked in one list, for the inside of columns. */
void bc_nodes_collect(struct bc_setter *s, const struct bc_node *first, struct bc_elem *parent,
		      bc_len width, struct bc_strips *out);

/* Columns side by side as one strip (columns.c). */
void bc_columns_set(struct bc_setter *s, const struct bc_node *node, struct bc_elem *parent,
		    bc_len width, struct bc_strips *out);

/* A table as strips, one a row (table.c). */
void bc_table_set(struct bc_setter *s, const struct bc_node *node, struct bc_elem *parent,
		  bc_len width, struct bc_strips *out);

#endif
