/*
 * Spots: number, day and month are text or a blank in a line; signature and
 * seal lie over the room between position and name.
 */
#include "compose/spot.h"

static struct bc_str trimmed(struct bc_str s)
{
	while (s.n && s.p[s.n - 1] == ' ')
		s.n--;
	return s;
}

void bc_spot_text_add(struct bc_composer *c, struct bc_para *para, const struct bc_element *e,
		      enum bc_spot_kind kind, struct bc_phrase text)
{
	struct bc_spot *spot = bc_new(c->ctx->arena, struct bc_spot);
	*spot = (struct bc_spot){.kind = kind, .text = trimmed(text.s)};
	size_t first = para->n_runs;
	bc_text_add(c, para, e, text);
	para->runs[first].spot = spot;
}

static struct bc_str lines_of(struct bc_composer *c, const struct bc_prose *lines, char between)
{
	struct bc_buf text = bc_buf_in(c->ctx->arena);
	for (size_t i = 0; i < lines->n; i++) {
		if (i > 0)
			bc_buf_putc(&text, between);
		bc_buf_add(&text, lines->at[i].s);
	}
	return bc_buf_str(&text);
}

static struct bc_vacancy *add_vacancy(struct bc_composer *c, struct bc_nodes *out,
				      const struct bc_signature *s, struct bc_spot about)
{
	enum bc_role role = c->fields ? BC_ROLE_FORM : BC_ROLE_ARTIFACT;
	struct bc_spot *spot = bc_new(c->ctx->arena, struct bc_spot);
	*spot = about;
	spot->signature = (unsigned)(s - c->report->signatures) + 1;
	struct bc_node *node = bc_node_add(c, out, BC_NODE_SPOT, role, s->place);
	node->u.spot.spot = spot;
	return &node->u.spot;
}

/* The lead's, unless the report says whose. */
static bool is_sealed(const struct bc_report *r, const struct bc_signature *s)
{
	for (size_t i = 0; i < r->n_signatures; i++) {
		if (r->signatures[i].seal)
			return s->seal;
	}
	return s == r->signatures;
}

void bc_sign_spots_add(struct bc_composer *c, struct bc_nodes *out,
		       const struct bc_signature *s)
{
	const struct bc_signing_rule *rule = &c->profile->signing;
	bc_len room = c->profile->sign_room;
	struct bc_vacancy *hand = add_vacancy(c, out, s,
					      (struct bc_spot){
						      .kind = BC_SPOT_CHU_KY,
						      .title = lines_of(c, &s->lines, '\n'),
						      .name = s->name.s,
					      });
	/* in the middle between position and name (NĐ 30 I.II.7.d) */
	hand->width = rule->image_width;
	hand->height = room;
	hand->right = -hand->width / 2;
	if (!is_sealed(c->report, s))
		return;
	struct bc_vacancy *seal =
		add_vacancy(c, out, s,
			    (struct bc_spot){
				    .kind = BC_SPOT_DAU,
				    .name = lines_of(c, &c->report->organization.name, ' '),
			    });
	/* over a third of it, at its left (NĐ 30 I.II.8.a; HD36 1.8.2) */
	seal->width = seal->height = rule->seal;
	seal->right = hand->right + bc_len_share(hand->width, rule->overlap) - seal->width;
	seal->down = (room - seal->height) / 2;
}
