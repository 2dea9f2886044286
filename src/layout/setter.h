/*
 * What the setting of one document's parts has in common.
 */
#ifndef BC_LAYOUT_SETTER_H
#define BC_LAYOUT_SETTER_H

#include "base/ctx.h"
#include "font/font.h"
#include "page/page.h"

struct bc_setter {
	struct bc_ctx *ctx;
	const struct bc_fonts *fonts; /* borrowed */
	struct bc_shaper *shaper;
	struct bc_elem *root; /* of the structure tree */
	uint32_t n_elems;     /* structure elements made so far */
};

/* A new element, the last under `parent` (NULL: the root); NULL for an artifact. */
struct bc_elem *bc_elem_new(struct bc_setter *s, struct bc_elem *parent, enum bc_role role);

#endif
