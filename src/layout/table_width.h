/*
 * Column widths of a table, from what its cells hold.
 */
#ifndef BC_LAYOUT_TABLE_WIDTH_H
#define BC_LAYOUT_TABLE_WIDTH_H

#include "doc/doc.h"
#include "layout/setter.h"

struct bc_table_widths {
	bc_len *width;    /* of each column; they add up to the table's width */
	bc_len *fraction; /* of each column: the widest part behind a decimal mark */
	bc_len needed;    /* the least width at which no word is split */
};

/* The part of a BC_DECIMAL cell behind its whole number, mark included. */
bc_len bc_cell_fraction(struct bc_setter *s, const struct bc_para *para);

/* Widths for a table `width` wide, in ctx->arena. */
struct bc_table_widths bc_table_widths(struct bc_setter *s, const struct bc_table *table,
				       bc_len width);

#endif
