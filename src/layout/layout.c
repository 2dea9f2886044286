/* The document's parts, one after another. */
#include "layout/layout.h"

#include "layout/flow.h"
#include "layout/set.h"

const struct bc_elem *bc_layout(struct bc_ctx *ctx, const struct bc_fonts *fonts,
				const struct bc_doc *doc, struct bc_page_sink sink)
{
	struct bc_setter s = {
		.ctx = ctx,
		.fonts = fonts,
		.shaper = bc_shaper_new(ctx->arena),
	};
	struct bc_elem *root = bc_elem_new(&s, NULL, BC_ROLE_DOCUMENT);
	struct bc_flow *flow = bc_flow_new(&s, sink);
	for (const struct bc_part *part = doc->parts; part; part = part->next) {
		const struct bc_sheet *sheet = &part->sheet;
		struct bc_elem *sect = bc_elem_new(&s, root, BC_ROLE_SECT);
		bc_flow_begin(flow, part, sect);
		bc_nodes_set(&s, part->first, sect, sheet->width - sheet->left - sheet->right,
			     bc_flow_sink(flow));
		bc_flow_end(flow);
	}
	return root;
}
