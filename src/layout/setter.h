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
	uint32_t n_elems; /* structure elements made so far */
};

/*
 * A new element, the last under `parent` (NULL: it hangs nowhere yet); `parent` itself for what
 * is inline; NULL for an artifact.
 */
struct bc_elem *bc_elem_new(struct bc_setter *s, struct bc_elem *parent, enum bc_role role);

/* Hang an element that hangs nowhere under `parent`, as its last or its first. */
void bc_elem_append(struct bc_elem *parent, struct bc_elem *e);
void bc_elem_prepend(struct bc_elem *parent, struct bc_elem *e);

#endif
