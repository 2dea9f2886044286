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

static struct bc_str joined(struct bc_composer *c, const struct bc_prose *lines,
			    const char *between)
{
	struct bc_buf text = bc_buf_in(c->ctx->arena);
	for (size_t i = 0; i < lines->n; i++) {
		if (i > 0)
			bc_buf_puts(&text, between);
		bc_buf_add(&text, lines->at[i].s);
	}
	return bc_buf_str(&text);
}

/* "Chữ ký số: T/M BAN THƯỜNG VỤ, BÍ THƯ, Nguyễn Văn An" */
static struct bc_str label_of(struct bc_composer *c, const char *what, struct bc_str title,
			      struct bc_str name)
{
	struct bc_buf label = bc_buf_in(c->ctx->arena);
	bc_buf_puts(&label, what);
	bc_buf_add(&label, title);
	if (title.n && name.n)
		bc_buf_puts(&label, ", ");
	bc_buf_add(&label, name);
	return bc_buf_str(&label);
}

static struct bc_vacancy *add_vacancy(struct bc_composer *c, struct bc_nodes *out,
				      const struct bc_signature *s, const struct bc_spot *spot)
{
	enum bc_role role = c->fields ? BC_ROLE_FORM : BC_ROLE_ARTIFACT;
	struct bc_node *node = bc_node_add(c, out, BC_NODE_SPOT, role, s->place);
	node->u.spot.spot = spot;
	return &node->u.spot;
}

static struct bc_spot *new_spot(struct bc_composer *c, enum bc_spot_kind kind,
				const struct bc_signature *s)
{
	struct bc_spot *spot = bc_new(c->ctx->arena, struct bc_spot);
	spot->kind = kind;
	spot->signature = (unsigned)(s - c->report->signatures) + 1;
	return spot;
}

/* In the middle between position and name (NĐ 30 I.II.7.d). */
static struct bc_vacancy *add_hand(struct bc_composer *c, struct bc_nodes *out,
				   const struct bc_signature *s)
{
	struct bc_spot *spot = new_spot(c, BC_SPOT_CHU_KY, s);
	spot->title = joined(c, &s->lines, "\n");
	spot->name = s->name.s;
	spot->label = label_of(c, "Chữ ký số: ", joined(c, &s->lines, ", "), spot->name);
	struct bc_vacancy *hand = add_vacancy(c, out, s, spot);
	hand->width = c->profile->signing.image_width;
	hand->height = c->profile->sign_room;
	hand->right = -hand->width / 2;
	return hand;
}

/* Over a third of the signature, at its left (NĐ 30 I.II.8.a; HD36 1.8.2). */
static void add_seal(struct bc_composer *c, struct bc_nodes *out, const struct bc_signature *s,
		     const struct bc_vacancy *hand)
{
	const struct bc_signing_rule *rule = &c->profile->signing;
	struct bc_spot *spot = new_spot(c, BC_SPOT_DAU, s);
	spot->name = joined(c, &c->report->organization.name, " ");
	spot->label = label_of(c, "Chữ ký số, con dấu: ", (struct bc_str){0}, spot->name);
	struct bc_vacancy *seal = add_vacancy(c, out, s, spot);
	seal->width = seal->height = rule->seal;
	seal->right = hand->right + bc_len_share(hand->width, rule->overlap) - seal->width;
	seal->down = (hand->height - seal->height) / 2;
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
	const struct bc_vacancy *hand = add_hand(c, out, s);
	if (is_sealed(c->report, s))
		add_seal(c, out, s, hand);
}
