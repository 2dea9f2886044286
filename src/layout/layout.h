/*
 * PASS: document tree → pages.
 *
 * Knows geometry: lines, tables, pages.  Knows no law, no JSON, no PDF.
 * Finished pages go to the sink one by one.
 */
#ifndef BC_LAYOUT_LAYOUT_H
#define BC_LAYOUT_LAYOUT_H

#include "base/ctx.h"
#include "doc/doc.h"
#include "font/font.h"
#include "page/page.h"

/*
 * Lay out `doc`; what cannot be done is a finding, and the pages are then not
 * fit for print.  Returns the root of the structure tree, in ctx->arena.
 */
const struct bc_elem *bc_layout(struct bc_ctx *ctx, const struct bc_fonts *fonts,
				const struct bc_doc *doc, struct bc_page_sink sink);

#endif
