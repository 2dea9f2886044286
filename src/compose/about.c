/*
 * What the document says about itself beside its pages: for the window's
 * title, for archives, for systems that exchange documents.
 */
#include "compose/parts.h"

/* The words of `text`, with single spaces: lines are broken for the page only. */
static void add_words(struct bc_buf *out, struct bc_str text)
{
	bool apart = out->n > 0;
	for (size_t i = 0; i < text.n; i++) {
		if (strchr(" \n\t", text.p[i])) {
			apart = out->n > 0;
			continue;
		}
		if (apart)
			bc_buf_putc(out, ' ');
		apart = false;
		bc_buf_putc(out, text.p[i]);
	}
}

static struct bc_str words(struct bc_composer *c, struct bc_str text)
{
	struct bc_buf out = bc_buf_in(c->ctx->arena);
	add_words(&out, text);
	return bc_buf_str(&out);
}

static struct bc_str words_of(struct bc_composer *c, const struct bc_phrase *lines, size_t n)
{
	struct bc_buf out = bc_buf_in(c->ctx->arena);
	for (size_t i = 0; i < n; i++)
		add_words(&out, lines[i].s);
	return bc_buf_str(&out);
}

static struct bc_str title(struct bc_composer *c)
{
	bool typed = c->report->document.form != BC_FORM_CONG_VAN;
	const struct bc_phrase lines[] = {
		typed ? bc_document_type(c)
		      : bc_phrase_of(bc_element(c, BC_EL_SUBJECT_CV)->text),
		c->report->document.subject,
	};
	return words_of(c, lines, 2);
}

/* The last line; with "kiêm" and the line before that, if two posts are held. */
static struct bc_str position(struct bc_composer *c, const struct bc_prose *lines)
{
	size_t from = lines->n;
	if (from == 0)
		return (struct bc_str){0};
	for (from--; from >= 2 && bc_str_is(lines->at[from - 1].s, "kiêm");)
		from -= 2;
	return words_of(c, lines->at + from, lines->n - from);
}

/* The lead organ's signer stands at the right. */
static void add_signer(struct bc_composer *c, struct bc_edoc *e)
{
	for (size_t i = 0; i < c->report->n_signatures; i++) {
		const struct bc_signature *s = &c->report->signatures[i];
		if (s->side != BC_SIDE_RIGHT)
			continue;
		e->position = position(c, &s->lines);
		e->full_name = words(c, s->name.s);
		return;
	}
}

static struct bc_str type_name(struct bc_composer *c)
{
	if (c->report->document.form == BC_FORM_CONG_VAN)
		return BC_STR("Công văn");
	return words(c, bc_document_type(c).s);
}

static struct bc_str decimal(struct bc_composer *c, int64_t n)
{
	struct bc_buf digits = bc_buf_in(c->ctx->arena);
	bc_buf_int(&digits, n);
	return bc_buf_str(&digits);
}

/* A draft isn't issued, and gaps are no data: NULL. */
static const struct bc_edoc *edoc(struct bc_composer *c, const struct bc_doc *doc)
{
	if (c->ctx->findings->draft)
		return NULL;
	const struct bc_document *d = &c->report->document;
	struct bc_edoc *e = bc_new(c->ctx->arena, struct bc_edoc);
	e->issued = d->date.date.day != 0;
	e->code_number = words(c, d->number.s);
	e->code_notation = words(c, d->symbol.s);
	e->organ_id = words(c, c->report->organization.code.s);
	e->organ_name = doc->author;
	e->type_name = type_name(c);
	e->subject = doc->subject;
	e->language = BC_STR("Tiếng Việt");
	if (d->urgency != BC_URGENCY_NONE)
		e->priority = decimal(c, d->urgency);
	if (d->copies.given)
		e->issued_amount = decimal(c, d->copies.value);
	add_signer(c, e);
	return e;
}

void bc_compose_about(struct bc_composer *c, struct bc_doc *doc)
{
	const struct bc_report *r = c->report;
	const struct bc_date *date =
		r->document.date.date.year ? &r->document.date.date : &r->period.to.date;
	doc->title = title(c);
	doc->subject = words(c, r->document.subject.s);
	doc->author = words_of(c, r->organization.name.at, r->organization.name.n);
	doc->lang = BC_STR("vi-VN");
	doc->year = date->year;
	doc->month = date->month;
	doc->day = date->day ? date->day : 1;
	doc->edoc = edoc(c, doc);
}
