/*
 * Between the head and the body: ô 5a, 9a, and how the body opens.
 */
#include "compose/parts.h"

struct bc_node *bc_title_line_add(struct bc_composer *c, struct bc_nodes *out,
				  enum bc_element_id id, struct bc_phrase text, bool goes_on)
{
	struct bc_node *node = bc_para_add(c, out, id, BC_CENTER);
	node->role = BC_ROLE_INLINE;
	node->u.para.balance = true;
	node->u.para.keep_lines = node->u.para.keep_next = true;
	node->place = text.place;
	bc_text_add(c, &node->u.para, bc_element(c, id), text);
	if (goes_on)
		bc_literal_add(c, &node->u.para, bc_element(c, id), BC_STR(" "));
	return node;
}

void bc_compose_title(struct bc_composer *c, struct bc_nodes *out)
{
	const struct bc_document *d = &c->report->document;
	const struct bc_element *separator = bc_element(c, BC_EL_SUBJECT_SEPARATOR);
	if (d->form == BC_FORM_CONG_VAN) { /* its subject is in the masthead */
		bc_space_add(c, out, 2 * c->profile->body.gap.use);
		return;
	}
	struct bc_nodes lines = {0};
	struct bc_node *type = bc_title_line_add(c, &lines, BC_EL_DOC_TYPE, bc_document_type(c),
						 d->subject.s.n || d->author_line.s.n);
	type->u.para.bookmark = d->subject.s;
	type->u.para.depth = 1;
	if (d->author_line.s.n)
		bc_title_line_add(c, &lines, BC_EL_AUTHOR_LINE, d->author_line, d->subject.s.n);
	bc_title_line_add(c, &lines, BC_EL_DOC_SUBJECT, d->subject, false);
	struct bc_node *last = lines.last;
	bc_group_add(c, out, BC_ROLE_H1, type->place, &lines);
	if (separator->present) {
		last = bc_title_line_add(c, out, BC_EL_SUBJECT_SEPARATOR,
					 bc_phrase_of(separator->text), false);
		last->role = BC_ROLE_ARTIFACT;
	}
	last->u.para.space_after = 2 * c->profile->body.gap.use;
}

static void add_addressee(struct bc_composer *c, struct bc_nodes *out, size_t i)
{
	const struct bc_element *label = bc_element(c, BC_EL_KINH_GUI);
	const struct bc_element *e = bc_element(c, BC_EL_KINH_GUI_NAME);
	bool last = i + 1 == c->report->addressees.n;
	struct bc_para *para = bc_dash_item_add(c, out, BC_EL_KINH_GUI_NAME);
	bc_text_add(c, para, e, c->report->addressees.at[i]);
	bc_literal_add(c, para, e, last ? label->last : label->end);
	/* NĐ 30 I.II.9.d: the dashes stand under the colon */
	para->indent_text = bc_str_cut(label->text, 0, label->text.n - 1);
}

/* One addressee on the label's line; several below it, the block centred as a whole. */
void bc_compose_addressees(struct bc_composer *c, struct bc_nodes *out)
{
	const struct bc_element *label = bc_element(c, BC_EL_KINH_GUI);
	const struct bc_prose *to = &c->report->addressees;
	struct bc_nodes lines = {0}, names = {0};
	if (to->n == 0)
		return;
	struct bc_para *first =
		&bc_para_add(c, &lines, BC_EL_KINH_GUI, to->n == 1 ? BC_CENTER : BC_LEFT)
			 ->u.para;
	bc_literal_add(c, first, label, label->text);
	if (to->n == 1) {
		bc_literal_add(c, first, bc_element(c, BC_EL_KINH_GUI_NAME), BC_STR(" "));
		bc_text_add(c, first, bc_element(c, BC_EL_KINH_GUI_NAME), to->at[0]);
	}
	for (size_t i = 0; to->n > 1 && i < to->n; i++)
		add_addressee(c, &names, i);
	if (names.first)
		bc_group_add(c, &lines, BC_ROLE_L, to->at[0].place, &names);
	bc_space_add(c, out, label->before);
	/* several are a block between two empty columns */
	size_t n = to->n == 1 ? 1 : 3;
	struct bc_columns *block = bc_columns_add(c, out, n);
	block->columns[n / 2].first = lines.first;
	block->columns[n / 2].fit = n > 1;
	bc_space_add(c, out, label->before);
}

/* The paragraph behind the title, or each căn cứ on a line of its own. */
void bc_compose_basis(struct bc_composer *c, struct bc_nodes *out)
{
	const struct bc_basis *basis = &c->report->basis;
	bool can_cu = basis->style == BC_BASIS_CAN_CU;
	enum bc_element_id id = can_cu ? BC_EL_CAN_CU : BC_EL_BODY;
	const struct bc_element *e = bc_element(c, id);
	for (size_t i = 0; i < basis->text.n; i++) {
		struct bc_node *node = bc_body_para_add(c, out, id);
		node->place = basis->text.at[i].place;
		bc_marked_add(c, &node->u.para, e, basis->text.at[i]);
		if (can_cu)
			bc_literal_add(c, &node->u.para, e,
				       i + 1 < basis->text.n ? e->end : e->last);
	}
}
