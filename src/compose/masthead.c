/*
 * The head of the first page: ô 1, 2, 3, 4, 5b, 10 and 11 of the placement
 * diagrams (NĐ 30 I.IV; HD36 PL1).
 */
#include "compose/parts.h"
#include "compose/spot.h"

#include "text/date.h"

enum {
	BLANK_NUMBER = 7,
	BLANK_DAY = 6
}; /* spaces for the clerk to write in */

static struct bc_columns *add_row(struct bc_composer *c, struct bc_nodes *out)
{
	struct bc_columns *row = bc_columns_add(c, out, 2);
	row->columns[0].width = c->profile->left_width;
	row->columns[1].width = c->profile->right_width;
	/* names at the left wrap; the right column never breaks */
	row->columns[1].fit = true;
	/* both columns begin on one line, and so do number and date (NĐ 30 I.II.4.c) */
	row->baseline = true;
	return row;
}

static void add_literal(struct bc_composer *c, struct bc_nodes *out, enum bc_element_id id)
{
	const struct bc_element *e = bc_element(c, id);
	if (!e->present)
		return;
	struct bc_para *para = &bc_para_add(c, out, id, BC_CENTER)->u.para;
	para->whole = true;
	bc_literal_add(c, para, e, e->text);
}

/* A name in one paragraph: wrapped evenly, or as the office breaks it. */
static void add_name(struct bc_composer *c, struct bc_nodes *out, enum bc_element_id id,
		     const struct bc_prose *name)
{
	if (name->n == 0)
		return;
	struct bc_para *para = &bc_para_add(c, out, id, BC_CENTER)->u.para;
	para->balance = true;
	for (size_t i = 0; i < name->n; i++) {
		if (i > 0)
			bc_literal_add(c, para, bc_element(c, id), BC_STR("\n"));
		bc_text_add(c, para, bc_element(c, id), name->at[i]);
	}
}

static struct bc_str spaces(struct bc_composer *c, unsigned n)
{
	struct bc_buf gap = bc_buf_in(c->ctx->arena);
	while (n--)
		bc_buf_putc(&gap, ' ');
	return bc_buf_str(&gap);
}

/* A number below 10 gets a leading zero (NĐ 30 I.II.3.c; HD36 1.3.2). */
static struct bc_phrase padded_number(struct bc_composer *c, struct bc_phrase number)
{
	struct bc_buf padded = bc_buf_in(c->ctx->arena);
	if (number.s.n == 0)
		return (struct bc_phrase){.s = spaces(c, BLANK_NUMBER), .place = number.place};
	if (number.s.n == 1 && number.s.p[0] >= '1' && number.s.p[0] <= '9')
		bc_buf_putc(&padded, '0');
	bc_buf_add(&padded, number.s);
	return (struct bc_phrase){.s = bc_buf_str(&padded), .place = number.place};
}

static void add_number(struct bc_composer *c, struct bc_nodes *out)
{
	const struct bc_element *e = bc_element(c, BC_EL_DOC_NUMBER);
	const struct bc_document *d = &c->report->document;
	struct bc_para *para = &bc_para_add(c, out, BC_EL_DOC_NUMBER, BC_CENTER)->u.para;
	/* no number in a draft */
	struct bc_phrase number = c->ctx->findings->draft ? (struct bc_phrase){0} : d->number;
	bc_literal_add(c, para, e, e->text);
	bc_spot_text_add(c, para, e, BC_SPOT_SO, padded_number(c, number));
	bc_literal_add(c, para, e, e->joint);
	bc_text_add(c, para, e, d->symbol);
	para->whole = !c->ctx->findings->draft; /* what a draft asks for is longer */
}

/* The subject of a công văn stands below its number (NĐ 30 I.II.5.b; HD36 1.5.2). */
static void add_subject(struct bc_composer *c, struct bc_nodes *out)
{
	const struct bc_element *e = bc_element(c, BC_EL_SUBJECT_CV);
	const struct bc_document *d = &c->report->document;
	if (d->form != BC_FORM_CONG_VAN)
		return;
	struct bc_node *node = bc_para_add(c, out, BC_EL_SUBJECT_CV, BC_CENTER);
	node->role = BC_ROLE_H1;
	node->place = d->subject.place;
	node->u.para.balance = true;
	node->u.para.bookmark = d->subject.s;
	node->u.para.depth = 1;
	bc_literal_add(c, &node->u.para, e, e->text);
	bc_text_add(c, &node->u.para, e, d->subject);
}

static void add_place_date(struct bc_composer *c, struct bc_nodes *out)
{
	const struct bc_element *e = bc_element(c, BC_EL_PLACE_DATE);
	const struct bc_document *d = &c->report->document;
	struct bc_para *para = &bc_para_add(c, out, BC_EL_PLACE_DATE, BC_CENTER)->u.para;
	struct bc_date date = d->date.date.year ? d->date.date : c->report->period.to.date;
	struct bc_buf text = bc_buf_in(c->ctx->arena);
	/* without a date nothing is known but the year the period ends in */
	if (d->date.date.year == 0)
		date.day = date.month = 0;
	bc_buf_puts(&text, ", ");
	struct bc_date_places at = bc_date_print_long(&text, date, BLANK_DAY);
	struct bc_str s = bc_buf_str(&text);
	bc_text_add(c, para, e, d->place_name);
	bc_literal_add(c, para, e, bc_str_cut(s, 0, at.day));
	bc_spot_text_add(c, para, e, BC_SPOT_NGAY,
			 bc_phrase_of(bc_str_cut(s, at.day, at.day_end)));
	bc_literal_add(c, para, e, bc_str_cut(s, at.day_end, at.month));
	bc_spot_text_add(c, para, e, BC_SPOT_THANG,
			 bc_phrase_of(bc_str_cut(s, at.month, at.month_end)));
	bc_literal_add(c, para, e, bc_str_cut(s, at.month_end, s.n));
	para->whole = !c->ctx->findings->draft; /* what a draft asks for is longer */
}

/* An empty place for the secrecy stamp: it is stamped, not printed (NĐ 30 I.III.2.a). */
static void add_secrecy(struct bc_composer *c, struct bc_nodes *out)
{
	if (c->report->document.secrecy != BC_SECRECY_NONE)
		bc_space_add(c, out, c->profile->secrecy_room);
}

static void add_urgency(struct bc_composer *c, struct bc_nodes *out)
{
	const struct bc_element *e = bc_element(c, BC_EL_URGENCY);
	int urgency = c->report->document.urgency;
	if (urgency == BC_URGENCY_NONE)
		return;
	const struct bc_mark_word *word = &c->profile->urgency[urgency - BC_KHAN];
	bc_space_add(c, out, e->before);
	struct bc_para *para = &bc_para_add(c, out, BC_EL_URGENCY, BC_CENTER)->u.para;
	para->whole = true;
	if (e->box_height)
		para->frame = (struct bc_frame){
			.weight = BC_PT,
			.width = word->width,
			.height = e->box_height,
			.red = e->red,
		};
	bc_literal_add(c, para, e, word->text);
}

static void add_draft_note(struct bc_composer *c, struct bc_nodes *out)
{
	const struct bc_element *e = bc_element(c, BC_EL_DRAFT_NOTE);
	const struct bc_count *draft = &c->report->document.draft;
	if (!draft->given && !c->ctx->findings->draft)
		return;
	struct bc_buf text = bc_buf_in(c->ctx->arena);
	bc_buf_add(&text, e->text);
	bc_buf_int(&text, draft->given ? draft->value : 1);
	bc_space_add(c, out, e->before);
	bc_literal_add(c, &bc_para_add(c, out, BC_EL_DRAFT_NOTE, BC_CENTER)->u.para, e,
		       bc_buf_str(&text));
}

/* The mark below the number; the row, or NULL without marks. */
static struct bc_columns *add_marks(struct bc_composer *c, struct bc_nodes *out)
{
	struct bc_nodes marks = {0};
	add_secrecy(c, &marks);
	add_urgency(c, &marks);
	add_draft_note(c, &marks);
	if (!marks.first)
		return NULL;
	struct bc_columns *row = add_row(c, out);
	row->columns[0].first = marks.first;
	return row;
}

void bc_compose_masthead(struct bc_composer *c, struct bc_nodes *out)
{
	struct bc_nodes names = {0}, titles = {0}, number = {0}, date = {0};
	add_name(c, &names, BC_EL_ORG_PARENT, &c->report->organization.parent);
	add_name(c, &names, BC_EL_ORG_ISSUER, &c->report->organization.name);
	add_literal(c, &names, BC_EL_ORG_STAR);
	if (bc_element(c, BC_EL_ORG_STAR)->present)
		names.last->role = BC_ROLE_ARTIFACT; /* a line, drawn with a letter */
	add_literal(c, &titles, BC_EL_PARTY_TITLE);
	add_literal(c, &titles, BC_EL_QUOC_HIEU);
	add_literal(c, &titles, BC_EL_TIEU_NGU);
	struct bc_columns *upper = add_row(c, out);
	upper->columns[0].first = names.first;
	upper->columns[1].first = titles.first;
	bc_space_add(c, out, bc_element(c, BC_EL_DOC_NUMBER)->before);
	add_number(c, &number);
	add_subject(c, &number);
	add_place_date(c, &date);
	struct bc_columns *lower = add_row(c, out);
	lower->columns[0].first = number.first;
	lower->columns[1].first = date.first;
	struct bc_columns *marks = add_marks(c, out);
	/* one axis for each column, from the names to the marks */
	upper->next_row = lower;
	lower->next_row = marks ? marks : upper;
	if (marks)
		marks->next_row = upper;
}

struct bc_para *bc_compose_circulation(struct bc_composer *c)
{
	const struct bc_element *e = bc_element(c, BC_EL_CIRCULATION);
	struct bc_nodes alone = {0};
	if (c->report->document.circulation.s.n == 0)
		return NULL;
	/* HD36 2.2: top right, 10 mm from the edge; NĐ 30 I.III.2.c: in a box */
	struct bc_para *para =
		&bc_para_add(c, &alone, BC_EL_CIRCULATION, e->box_height ? BC_LEFT : BC_RIGHT)
			 ->u.para;
	para->whole = true;
	if (e->box_height)
		para->frame = (struct bc_frame){.weight = BC_PT, .height = e->box_height};
	bc_text_add(c, para, e, c->report->document.circulation);
	return para;
}

struct bc_para *bc_compose_contact(struct bc_composer *c)
{
	struct bc_nodes alone = {0};
	if (c->report->document.contact.s.n == 0)
		return NULL;
	struct bc_para *para = &bc_para_add(c, &alone, BC_EL_CONTACT, BC_LEFT)->u.para;
	bc_text_add(c, para, bc_element(c, BC_EL_CONTACT), c->report->document.contact);
	return para;
}
