/*
 * A page's content stream (ISO 32000-1 7.8.2, 8, 9, 14.6): every operator has
 * its operands, whatever begins also ends, and nothing is shown outside a mark.
 */
#include "pdf/check_parts.h"
#include "pdf/check_role.h"

enum {
	MAX_OPEN = 16, /* marks, text objects and states in one another */
};

/* What can be open. */
enum open {
	OPEN_STATE,    /* q */
	OPEN_TEXT,     /* BT */
	OPEN_ARTIFACT, /* BMC, BDC */
	OPEN_PIECE,
	OPEN_SPAN, /* with ActualText */
};

struct content {
	struct bc_pdf_check *c;
	struct bc_pdf_leaf *page;
	const char *begin;
	struct bc_pdf_reader r;
	enum open open[MAX_OPEN];
	int n_open;
	int texts;  /* of which are text objects */
	int owners; /* of which are artifacts and pieces */
	int spans;
	bool path; /* begun and not painted */
	const struct bc_pdf_font *font;
	uint32_t operands; /* four bits for each, the last one lowest */
	struct bc_str name;
	struct bc_str properties; /* what is between << and >>, or with an MCID only: nothing */
	int64_t mcid;
};

/* Operands, as digits of `operands`. */
enum {
	NUMBER = 1,
	NAME = 2,
	SHOWN = 3, /* an array of strings and numbers */
	PROPERTIES = 4,
};

static bool wrong(struct content *s, const char *what)
{
	return bc_pdf_wrong(s->c, what, s->page->contents, (size_t)(s->r.at - s->begin));
}

static bool begin(struct content *s, enum open what)
{
	if (s->n_open == MAX_OPEN)
		return wrong(s, "too much is open");
	s->open[s->n_open++] = what;
	s->texts += what == OPEN_TEXT;
	s->owners += what == OPEN_ARTIFACT || what == OPEN_PIECE;
	s->spans += what == OPEN_SPAN;
	if (s->owners > 1)
		return wrong(s, "marked content within marked content");
	return s->texts <= 1 || wrong(s, "BT within BT");
}

/* What ends is what was begun last, of the kinds from..to. */
static bool end(struct content *s, enum open from, enum open to)
{
	enum open last = s->n_open ? s->open[--s->n_open] : OPEN_STATE;
	if (last < from || last > to)
		return wrong(s, "an end without its begin");
	s->texts -= last == OPEN_TEXT;
	s->owners -= last == OPEN_ARTIFACT || last == OPEN_PIECE;
	s->spans -= last == OPEN_SPAN;
	return true;
}

/* The next piece of the page: they are numbered as they come. */
static bool begin_piece(struct content *s)
{
	struct bc_pdf_check *c = s->c;
	enum bc_pdf_role role = bc_pdf_role_of(s->name);
	if (s->mcid != s->page->n_pieces)
		return wrong(s, "MCIDs do not count up from 0");
	if (role == BC_PDF_NO_ROLE)
		return wrong(s, "marked content of an unknown role");
	c->pieces = bc_pdf_grow(c, c->pieces, c->n_pieces, &c->piece_room, sizeof *c->pieces);
	c->pieces[c->n_pieces++] = (struct bc_pdf_piece){.role = (int8_t)role};
	s->page->n_pieces++;
	return begin(s, OPEN_PIECE);
}

static bool begin_marked(struct content *s)
{
	struct bc_pdf_reader r = {.at = s->properties.p,
				  .end = s->properties.p + s->properties.n};
	struct bc_pdf_value key, value = {.kind = BC_PDF_NONE};
	if (bc_str_is(s->name, "Artifact"))
		return begin(s, OPEN_ARTIFACT);
	if (s->properties.n == 0)
		return begin_piece(s);
	if (!bc_pdf_read(&r, &key) || !bc_pdf_read(&r, &value))
		return wrong(s, "BDC without properties");
	if (value.kind == BC_PDF_STRING && bc_str_is(key.text, "ActualText"))
		return begin(s, OPEN_SPAN);
	return wrong(s, "marked content that is neither piece nor artifact");
}

static bool op_begin_artifact(struct content *s)
{
	return bc_str_is(s->name, "Artifact") ? begin(s, OPEN_ARTIFACT)
					      : wrong(s, "BMC that begins no artifact");
}

static bool op_end_marked(struct content *s)
{
	return end(s, OPEN_ARTIFACT, OPEN_SPAN);
}

static bool op_begin_text(struct content *s)
{
	return begin(s, OPEN_TEXT);
}

static bool op_end_text(struct content *s)
{
	return end(s, OPEN_TEXT, OPEN_TEXT);
}

/* What a text object must not hold (figure 9). */
static bool outside_text(struct content *s)
{
	return s->texts == 0 || wrong(s, "not allowed between BT and ET");
}

static bool op_save(struct content *s)
{
	return outside_text(s) && begin(s, OPEN_STATE);
}

static bool op_restore(struct content *s)
{
	s->font = NULL; /* it may be another again */
	return end(s, OPEN_STATE, OPEN_STATE);
}

static bool op_rectangle(struct content *s)
{
	s->path = true;
	return outside_text(s);
}

static bool is_owned(struct content *s)
{
	return s->owners == 1 || wrong(s, "shown outside marked content");
}

static bool op_paint(struct content *s)
{
	bool path = s->path;
	s->path = false;
	return (path || wrong(s, "painting without a path")) && outside_text(s) && is_owned(s);
}

static bool op_object(struct content *s)
{
	return outside_text(s) && is_owned(s);
}

/* Its strings were looked at where they stand. */
static bool op_show(struct content *s)
{
	return s->texts == 1 || wrong(s, "text outside BT and ET");
}

static bool op_font(struct content *s)
{
	for (unsigned i = 0; i < s->c->n_fonts; i++) {
		s->font = &s->c->fonts[i];
		if (bc_str_eq(s->font->name, s->name))
			return true;
	}
	return wrong(s, "a font that is not in the resources");
}

static bool op_state(struct content *s)
{
	return !s->path || wrong(s, "a path is not painted");
}

/* An operator's name as a number; no name has more than three letters. */
#define OP1(a)       ((uint32_t)(a))
#define OP2(a, b)    (OP1(a) << 8 | (uint32_t)(b))
#define OP3(a, b, c) (OP2(a, b) << 8 | (uint32_t)(c))

/* The operators that are written here; the commonest come first. */
static const struct op {
	uint32_t name, operands;
	bool (*fn)(struct content *);
} ops[] = {
	{OP2('T', 'J'), 0x3, op_show},
	{OP2('T', 'd'), 0x11, op_show},
	{OP3('E', 'M', 'C'), 0, op_end_marked},
	{OP3('B', 'D', 'C'), 0x24, begin_marked},
	{OP3('B', 'M', 'C'), 0x2, op_begin_artifact},
	{OP2('r', 'e'), 0x1111, op_rectangle},
	{OP1('f'), 0, op_paint},
	{OP2('B', 'T'), 0, op_begin_text},
	{OP2('E', 'T'), 0, op_end_text},
	{OP2('T', 'f'), 0x21, op_font},
	{OP2('T', 's'), 0x1, op_state},
	{OP1('S'), 0, op_paint},
	{OP1('w'), 0x1, op_state},
	{OP2('r', 'g'), 0x111, op_state},
	{OP2('R', 'G'), 0x111, op_state},
	{OP1('q'), 0, op_save},
	{OP1('Q'), 0, op_restore},
	{OP2('c', 'm'), 0x111111, op_state},
	{OP2('D', 'o'), 0x2, op_object},
};

static bool run(struct content *s)
{
	uint32_t name = 0;
	const char *at = s->r.at;
	for (; at < s->r.end && (*at | 0x20) >= 'a' && (*at | 0x20) <= 'z'; at++)
		name = name << 8 | (unsigned char)*at;
	s->r.at = at;
	for (size_t i = 0; i < sizeof ops / sizeof *ops; i++) {
		if (ops[i].name != name)
			continue;
		if (ops[i].operands != s->operands)
			return wrong(s, "an operator with other operands");
		s->operands = 0;
		return ops[i].fn(s);
	}
	return wrong(s, "no operator that is written here");
}

/* What doesn't stand for itself in a literal string. */
static const bool special[256] = {['('] = true, [')'] = true, ['\\'] = true, ['\r'] = true};

/* A byte of a literal string, past its backslash; -1: it must not stand there by itself. */
static int next_byte(const char **at, const char *end)
{
	unsigned char c = (unsigned char)*(*at)++;
	if (!special[c])
		return c;
	if (c != '\\' || *at == end)
		return -1;
	c = (unsigned char)*(*at)++;
	return c == 'r' ? '\r' : c == '(' || c == ')' || c == '\\' ? c : -1;
}

/* Glyphs, two bytes each; all that a reader needs of them must be there. */
static bool check_string(struct content *s)
{
	const struct bc_pdf_font *font = s->font;
	const char *at = s->r.at + 1, *end = s->r.end;
	unsigned need = BC_GLYPH_WIDE | BC_GLYPH_DRAWN | (s->spans ? 0 : BC_GLYPH_SAID);
	while (at < end && *at != ')') {
		int high = next_byte(&at, end);
		int low = at < end ? next_byte(&at, end) : -1;
		uint32_t glyph = (uint32_t)high << 8 | (uint32_t)low;
		if (high < 0 || low < 0 || glyph >= font->n ||
		    (font->glyphs[glyph] & need) != need)
			return wrong(s, "a glyph without width, text or outline");
	}
	s->r.at = at + 1;
	return at < end || wrong(s, "a string does not end");
}

/* Digits, with a sign before and a point among them; what they say does not matter. */
static bool skip_number(struct bc_pdf_reader *r)
{
	const char *at = r->at + (*r->at == '-'), *digits = at;
	while (at < r->end && (unsigned)(*at - '0') <= 9)
		at++;
	if (at < r->end && *at == '.') {
		do
			at++;
		while (at < r->end && (unsigned)(*at - '0') <= 9);
	}
	r->at = at;
	return at > digits;
}

static bool check_shown(struct content *s)
{
	struct bc_pdf_reader *r = &s->r;
	if (!s->font || !is_owned(s))
		return wrong(s, "no font");
	for (r->at++; r->at < r->end && *r->at != ']';) {
		if (*r->at == '(' ? !check_string(s) : !skip_number(r))
			return wrong(s, "TJ");
	}
	return r->at++ < r->end || wrong(s, "an array does not end");
}

/* "<</MCID 12>>", or properties of other marks. */
static bool read_properties(struct content *s)
{
	static const struct bc_str begin = {"<</MCID ", 8};
	struct bc_pdf_reader *r = &s->r;
	struct bc_pdf_value v = {.kind = BC_PDF_NONE};
	s->operands = s->operands << 4 | PROPERTIES;
	if ((size_t)(r->end - r->at) < begin.n || memcmp(r->at, begin.p, begin.n) != 0) {
		bool read = bc_pdf_read(r, &v);
		s->properties = v.text;
		return (read && v.text.n) || wrong(s, "properties");
	}
	s->properties.n = 0;
	s->mcid = 0;
	for (r->at += begin.n; r->at < r->end && *r->at >= '0' && *r->at <= '9'; r->at++)
		s->mcid = s->mcid < UINT32_MAX ? s->mcid * 10 + (*r->at - '0') : s->mcid;
	if (r->end - r->at < 2 || memcmp(r->at, ">>", 2) != 0)
		return wrong(s, "MCID");
	r->at += 2;
	return true;
}

static bool read_name(struct content *s)
{
	struct bc_pdf_value v;
	s->operands = s->operands << 4 | NAME;
	if (!bc_pdf_read(&s->r, &v))
		return wrong(s, "a name");
	s->name = v.text;
	return true;
}

/* An operand, or the operator that takes them. */
static bool next(struct content *s)
{
	switch (*s->r.at) {
	case '\n':
	case ' ':
		s->r.at++;
		return true;
	case '[':
		s->operands = s->operands << 4 | SHOWN;
		return check_shown(s);
	case '/':
		return read_name(s);
	case '<':
		return read_properties(s);
	case '-':
	case '.':
	case '0':
	case '1':
	case '2':
	case '3':
	case '4':
	case '5':
	case '6':
	case '7':
	case '8':
	case '9':
		s->operands = s->operands << 4 | NUMBER;
		return skip_number(&s->r) || wrong(s, "a number");
	default:
		return run(s);
	}
}

bool bc_pdf_check_content(struct bc_pdf_check *c, struct bc_pdf_leaf *page)
{
	struct content s = {.c = c, .page = page};
	if (!bc_pdf_expand(c, page->contents, &c->stream))
		return false;
	s.begin = s.r.at = c->stream.p;
	s.r.end = s.begin + c->stream.n;
	page->first = c->n_pieces;
	while (s.r.at < s.r.end) {
		if (!next(&s))
			return false;
	}
	if (s.n_open || s.operands || s.path)
		return wrong(&s, "something does not end");
	return true;
}
