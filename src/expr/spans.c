/* A hole ends with the first "}}": no expression has one, but in a text in quotes. */
#include "expr/spans.h"

static size_t count_holes(struct bc_str s)
{
	size_t n = 0;
	for (size_t at = bc_str_find(s, 0, BC_STR("{{")); at < s.n;
	     at = bc_str_find(s, at + 2, BC_STR("{{")))
		n++;
	return n;
}

bool bc_has_hole(struct bc_str text)
{
	return bc_str_find(text, 0, BC_STR("{{")) < text.n;
}

bool bc_spans_read(struct bc_ctx *ctx, struct bc_str s, struct bc_place place,
		   struct bc_spans *out)
{
	size_t at = 0;
	*out = (struct bc_spans){
		.at = bc_new_n(ctx->arena, struct bc_text_span, count_holes(s) + 1)};
	for (;;) {
		struct bc_text_span *span = &out->at[out->n++];
		size_t open = bc_str_find(s, at, BC_STR("{{"));
		span->text = bc_str_cut(s, at, open);
		if (open == s.n)
			return true;
		size_t close = bc_str_find(s, open + 2, BC_STR("}}"));
		if (close == s.n) {
			BC_REPORT0(ctx->findings, TEMPLATE_HOLE,
				   bc_place_within(place, s.n, open, open + 2));
			return false;
		}
		struct bc_str hole = bc_str_cut(s, open + 2, close);
		span->expr =
			bc_expr_parse(ctx, hole, bc_place_within(place, s.n, open + 2, close));
		if (!span->expr)
			return false;
		span->hole = bc_str_trimmed(hole);
		at = close + 2;
	}
}
