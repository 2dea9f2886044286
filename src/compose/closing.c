/*
 * The end of the document: ô 7, 8 and 9b.  Nơi nhận stands level with the
 * signature; of several signatures the lead body's stands at the right.
 */
#include "compose/parts.h"
#include "compose/spot.h"

static void add_sign_line(struct bc_composer *c, struct bc_nodes *out, enum bc_element_id id,
			  struct bc_phrase line)
{
	if (line.s.n == 0)
		return;
	struct bc_para *para = &bc_para_add(c, out, id, BC_CENTER)->u.para;
	struct bc_element e = *bc_element(c, id);
	/* "kiêm" between two posts is a word, not a post (HD36 1.7) */
	e.caps &= !bc_str_is(line.s, "kiêm");
	para->balance = true;
	bc_text_add(c, para, &e, line);
}

static struct bc_node *compose_signature(struct bc_composer *c, const struct bc_signature *s)
{
	struct bc_nodes out = {0};
	for (size_t i = 0; i < s->lines.n; i++)
		add_sign_line(c, &out, i == 0 ? BC_EL_SIGN_AUTHORITY : BC_EL_SIGN_POSITION,
			      s->lines.at[i]);
	bc_sign_spots_add(c, &out, s);
	bc_space_add(c, &out, c->profile->sign_room);
	add_sign_line(c, &out, BC_EL_SIGN_NAME, s->other_position);
	add_sign_line(c, &out, BC_EL_SIGN_NAME, s->name);
	return out.first;
}

/* The item without a mark at its end, which the profile sets. */
static struct bc_phrase unmarked(struct bc_phrase item)
{
	while (item.s.n && strchr(";,. ", item.s.p[item.s.n - 1]))
		item.s.n--;
	return item;
}

static void add_recipient(struct bc_composer *c, struct bc_nodes *out, struct bc_phrase item,
			  bool last)
{
	const struct bc_element *e = bc_element(c, BC_EL_NOI_NHAN_ITEM);
	struct bc_para *para = bc_dash_item_add(c, out, BC_EL_NOI_NHAN_ITEM);
	bc_text_add(c, para, e, unmarked(item));
	bc_literal_add(c, para, e, last ? e->last : e->end);
}

/* "PL.(300)", "ABC-268": who drafted it, and in how many copies. */
static void add_drafter(struct bc_composer *c, struct bc_nodes *out)
{
	const struct bc_element *e = bc_element(c, BC_EL_DRAFTER);
	const struct bc_document *d = &c->report->document;
	if (d->drafter.s.n == 0)
		return;
	struct bc_para *para = &bc_para_add(c, out, BC_EL_DRAFTER, BC_LEFT)->u.para;
	bc_text_add(c, para, e, d->drafter);
	if (!d->copies.given)
		return;
	struct bc_buf copies = bc_buf_in(c->ctx->arena);
	bc_buf_add(&copies, e->joint);
	bc_buf_int(&copies, d->copies.value);
	bc_buf_add(&copies, e->last);
	bc_literal_add(c, para, e, bc_buf_str(&copies));
}

static struct bc_node *compose_recipients(struct bc_composer *c)
{
	const struct bc_element *label = bc_element(c, BC_EL_NOI_NHAN_LABEL);
	const struct bc_prose *items = &c->report->recipients;
	struct bc_phrase same = bc_phrase_of(c->profile->same_as_above);
	struct bc_nodes out = {0}, list = {0};
	if (items->n == 0)
		return NULL;
	struct bc_para *para = &bc_para_add(c, &out, BC_EL_NOI_NHAN_LABEL, BC_LEFT)->u.para;
	bc_literal_add(c, para, label, label->text);
	/* with Kính gửi the list begins so (NĐ 30 I.II.9.b) */
	if (c->report->addressees.n && !bc_str_eq(unmarked(items->at[0]).s, same.s))
		add_recipient(c, &list, same, false);
	for (size_t i = 0; i < items->n; i++)
		add_recipient(c, &list, items->at[i], i + 1 == items->n);
	bc_group_add(c, &out, BC_ROLE_L, items->at[0].place, &list);
	add_drafter(c, &out);
	return out.first;
}

static struct bc_columns *add_row(struct bc_composer *c, struct bc_nodes *out)
{
	struct bc_columns *row = bc_columns_add(c, out, 2);
	row->columns[1].width = c->profile->sign_width;
	row->with_previous = true;
	return row;
}

/* The next signature for a side, or NULL; the first without a side is the lead's, at the right.
 */
static const struct bc_signature *next_signature(const struct bc_report *r, enum bc_side side,
						 size_t *at)
{
	while (*at < r->n_signatures) {
		const struct bc_signature *s = &r->signatures[(*at)++];
		if (s->side == (int)side)
			return s;
	}
	return NULL;
}

void bc_compose_closing(struct bc_composer *c, struct bc_nodes *out)
{
	const struct bc_report *r = c->report;
	struct bc_node *recipients = compose_recipients(c);
	size_t right = 0, left = 0;
	for (;;) {
		const struct bc_signature *r_sign = next_signature(r, BC_SIDE_RIGHT, &right);
		const struct bc_signature *l_sign = next_signature(r, BC_SIDE_LEFT, &left);
		if (!r_sign && !l_sign && !recipients)
			return;
		bc_space_add(c, out, 2 * c->profile->body.gap.use);
		struct bc_columns *row = add_row(c, out);
		out->last->place =
			recipients ? r->recipients.at[0].place : r->signatures[0].place;
		if (r_sign)
			row->columns[1].first = compose_signature(c, r_sign);
		if (l_sign) {
			row->columns[0].first = compose_signature(c, l_sign);
		} else {
			row->columns[0].first = recipients;
			recipients = NULL;
		}
	}
}
