/* Page furniture; all of it artifacts but the head mark and the foot line. */
#include "layout/furniture.h"

#include "layout/para.h"

static const bc_len FOOT_GAP = 6 * BC_PT; /* above the foot's rule */
static const bc_len FOOT_PAD = 2 * BC_PT; /* between rule and text */

struct bc_str bc_page_number(struct bc_setter *s, const struct bc_sheet *sheet, unsigned number,
			     bool shown, struct bc_items *items)
{
	struct bc_buf text = bc_buf_in(items->arena);
	bc_buf_int(&text, number);
	if (!shown || sheet->number_size == 0)
		return bc_buf_str(&text);
	const struct bc_face *face = bc_fonts_face(s->fonts, BC_REGULAR);
	const struct bc_shaped *shaped = bc_shape(s->shaper, face, bc_buf_str(&text), false);
	bc_len width = bc_len_em(shaped->width, sheet->number_size);
	bc_len middle = (sheet->left + sheet->width - sheet->right) / 2;
	*bc_item_add(items) = (struct bc_item){
		.kind = BC_ITEM_TEXT,
		.x = middle - width / 2,
		/* the top of the digits, not of the line, is what the rule measures */
		.y = sheet->number_top +
		     bc_len_em(bc_face_metrics(face)->digit_height, sheet->number_size),
		.width = width,
		.run = {.face = face,
			.size = sheet->number_size,
			.text = bc_buf_str(&text),
			.glyphs = shaped->glyphs,
			.n = shaped->n},
	};
	return bc_buf_str(&text);
}

static struct bc_strip set_alone(struct bc_setter *s, const struct bc_para *para, bc_len width,
				 struct bc_elem *elem)
{
	struct bc_strips lines = {.arena = s->ctx->arena};
	bc_para_set(s, para, (struct bc_para_elems){.body = elem}, width, &lines);
	return bc_strips_stack(&lines);
}

struct bc_strip bc_head_strip(struct bc_setter *s, const struct bc_part *part, bc_len width,
			      struct bc_elem *elem)
{
	return set_alone(s, part->head, width, elem);
}

struct bc_strip bc_foot_strip(struct bc_setter *s, const struct bc_part *part, bc_len width,
			      struct bc_elem *elem)
{
	struct bc_strip text = set_alone(s, part->foot, width, elem);
	struct bc_items items = {.arena = s->ctx->arena};
	bc_item_rule(&items, 0, FOOT_GAP, width, part->foot_rule);
	bc_items_place(&items, &text, 0, FOOT_GAP + part->foot_rule + FOOT_PAD);
	return (struct bc_strip){
		.height = FOOT_GAP + part->foot_rule + FOOT_PAD + text.height,
		.items = items.at,
		.n_items = items.n,
	};
}
