/*
 * Strips → pages.
 *
 * Fills page after page, breaking where no strip is glued to the one above;
 * knows heights and glue only, and the page's furniture.
 */
#ifndef BC_LAYOUT_FLOW_H
#define BC_LAYOUT_FLOW_H

#include "doc/doc.h"
#include "layout/set.h"

struct bc_flow;

/* A flow of pages for the whole document; finished pages go to `sink`. */
struct bc_flow *bc_flow_new(struct bc_setter *s, struct bc_page_sink sink);

/* Begin a part on a new page; the strips that come next are its own, and belong to `sect`. */
void bc_flow_begin(struct bc_flow *flow, const struct bc_part *part, struct bc_elem *sect);

/* Where the part's strips go. */
struct bc_strip_sink bc_flow_sink(struct bc_flow *flow);

/* End the part: its last page is finished. */
void bc_flow_end(struct bc_flow *flow);

#endif
