/*
 * A paragraph as strips, one a line.
 */
#ifndef BC_LAYOUT_PARA_H
#define BC_LAYOUT_PARA_H

#include "doc/doc.h"
#include "layout/setter.h"
#include "layout/strip.h"

/* What a paragraph's text belongs to; label is NULL but where a list item begins. */
struct bc_para_elems {
	struct bc_elem *label, *body;
};

/* The elements of a paragraph in `role` under `parent`; its label heads the list item around.
 */
struct bc_para_elems bc_para_elems_new(struct bc_setter *s, struct bc_elem *parent,
				       enum bc_role role, const struct bc_para *para);

/*
 * Set `para` in lines of `width` and add them to `out`; at least two lines
 * stay together at either end.  A line that cannot be made to fit is a
 * finding.
 */
void bc_para_set(struct bc_setter *s, const struct bc_para *para, struct bc_para_elems elems,
		 bc_len width, struct bc_strips *out);

/* How little and how much width a paragraph can use. */
struct bc_extent {
	bc_len narrowest; /* below it a word would have to be split */
	bc_len natural;   /* of its longest line when lines end only where they must; with frame
			   */
};

struct bc_extent bc_para_extent(struct bc_setter *s, const struct bc_para *para);

#endif
