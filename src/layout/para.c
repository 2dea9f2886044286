/* Pieces → lines → strips: indents, alignment, leading, rules and frames. */
#include "layout/para.h"

#include "layout/pieces.h"

static const bc_len FRAME_PAD = 4 * BC_PT; /* between a frame and its text */

struct para_setter {
	struct bc_setter *s;
	const struct bc_para *para;
	struct bc_para_elems elems;
	struct bc_pieces pieces;
	bc_len left, width;             /* of the lines after the first */
	bc_len height, ascent, descent; /* of a line; ascent is from its top to the baseline */
	bc_len longest;                 /* line so far */
};

struct bc_para_elems bc_para_elems_new(struct bc_setter *s, struct bc_elem *parent,
				       enum bc_role role, const struct bc_para *para)
{
	struct bc_para_elems elems = {0};
	struct bc_elem *item = para->label ? parent : NULL;
	while (item && item->role != BC_ROLE_LI)
		item = item->parent;
	if (item) {
		elems.label = bc_elem_new(s, NULL, BC_ROLE_LBL);
		bc_elem_prepend(item, elems.label);
	}
	elems.body = bc_elem_new(s, parent, role);
	return elems;
}

/* The face that gives the paragraph its line height. */
static const struct bc_face *main_face(const struct bc_setter *s, const struct bc_para *para)
{
	const struct bc_run *run = para->n_runs ? &para->runs[0] : NULL;
	int style =
		run ? (run->bold ? BC_BOLD : 0) | (run->italic ? BC_ITALIC : 0) : BC_REGULAR;
	return bc_fonts_face(s->fonts, (enum bc_style)style);
}

static void measure_line(struct para_setter *p)
{
	const struct bc_metrics *m = bc_face_metrics(main_face(p->s, p->para));
	bc_len size = p->para->size;
	bc_len ascent = bc_len_em(m->ascent, size);
	p->descent = bc_len_em(m->descent, size);
	p->height = p->para->leading.exact;
	if (p->height == 0)
		p->height = bc_len_share(bc_len_em(m->ascent + m->descent + m->gap, size),
					 p->para->leading.multiple);
	p->ascent = (p->height - ascent - p->descent) / 2 + ascent;
}

static bc_len text_width(struct bc_setter *s, const struct bc_para *para, struct bc_str text)
{
	const struct bc_face *face = bc_fonts_face(s->fonts, BC_REGULAR);
	return text.n ? bc_len_em(bc_shape(s->shaper, face, text, true)->width, para->size) : 0;
}

/* The text of the pieces [from, to) of one run: a stretch of it, unless a space was put in. */
static struct bc_str text_of(const struct para_setter *p, struct bc_arena *arena, size_t from,
			     size_t to)
{
	const struct bc_piece *first = &p->pieces.at[from], *last = &p->pieces.at[to - 1];
	struct bc_buf joined = bc_buf_in(arena);
	if (from + 1 == to ||
	    first[to - from - 2].text.p + first[to - from - 2].text.n == last->text.p)
		return (struct bc_str){first->text.p,
				       (size_t)(last->text.p + last->text.n - first->text.p)};
	for (size_t i = from; i < to; i++)
		bc_buf_add(&joined, p->pieces.at[i].text);
	return bc_buf_str(&joined);
}

/* One text item for the pieces [from, to) of one run, with the pen at x. */
static bc_len add_text(struct para_setter *p, struct bc_items *items, size_t from, size_t to,
		       bc_len x, bc_len word_extra)
{
	const struct bc_piece *first = &p->pieces.at[from];
	uint32_t n = 0, before = 0;
	for (size_t i = from; i < to; i++)
		n += p->pieces.at[i].shaped->n;
	struct bc_glyph *glyphs = bc_new_n(items->arena, struct bc_glyph, n);
	bc_len width = 0;
	n = 0;
	for (size_t i = from; i < to; i++) {
		const struct bc_piece *piece = &p->pieces.at[i];
		for (uint32_t g = 0; g < piece->shaped->n; g++) {
			glyphs[n] = piece->shaped->glyphs[g];
			glyphs[n++].text += before;
		}
		before += (uint32_t)piece->text.n;
		width += p->pieces.widths[i].width;
		if (p->pieces.widths[i].space)
			width += word_extra * (bc_len)piece->text.n;
	}
	struct bc_item *item = bc_item_add(items);
	item->kind = BC_ITEM_TEXT;
	item->color = first->run->red ? BC_RED : BC_BLACK;
	item->elem = first->label ? p->elems.label : p->elems.body;
	item->place = first->run->place;
	item->x = x;
	item->y = p->ascent;
	item->width = width;
	item->run = (struct bc_text_run){
		.face = first->face,
		.size = p->para->size,
		.text = text_of(p, items->arena, from, to),
		.glyphs = glyphs,
		.n = n,
		.word_extra = word_extra,
	};
	return width;
}

static void add_underline(struct para_setter *p, struct bc_items *items,
			  const struct bc_piece *piece, bc_len x, bc_len width)
{
	const struct bc_metrics *m = bc_face_metrics(piece->face);
	bc_item_rule(items, x, p->ascent + bc_len_em(m->underline_at, p->para->size), width,
		     bc_len_em(m->underline_weight, p->para->size));
}

static void add_box(struct para_setter *p, struct bc_items *items, bc_len x, bc_len width)
{
	*bc_item_add(items) = (struct bc_item){
		.kind = BC_ITEM_FRAME,
		.color = BC_RED,
		.x = x - BC_PT,
		.y = p->ascent - bc_len_share(p->para->size, 900),
		.width = width + 2 * BC_PT,
		.height = bc_len_share(p->para->size, 1200),
		.weight = BC_PT / 2,
	};
}

static void add_spot(struct para_setter *p, struct bc_items *items,
		     const struct bc_piece *piece, bc_len x, bc_len width)
{
	const struct bc_metrics *m = bc_face_metrics(piece->face);
	bc_len ascent = bc_len_em(m->ascent, p->para->size);
	*bc_item_add(items) = (struct bc_item){
		.kind = BC_ITEM_SPOT,
		.x = x,
		.y = p->ascent - ascent,
		.width = width,
		.height = ascent + bc_len_em(m->descent, p->para->size),
		.spot = piece->run->spot,
	};
}

static bool same_run(const struct bc_piece *a, const struct bc_piece *b)
{
	return a->run == b->run && a->face == b->face && a->label == b->label;
}

/* The items of the line of pieces [from, to), whose last visible piece is end - 1. */
static void add_line_items(struct para_setter *p, struct bc_items *items, const size_t line[3],
			   bc_len x, bc_len word_extra)
{
	size_t from = line[0], end = line[1], to = line[2];
	for (size_t next; from < to; from = next) {
		const struct bc_piece *first = &p->pieces.at[from];
		for (next = from + 1; next < to && same_run(first, &p->pieces.at[next]);)
			next++;
		bc_len width = add_text(p, items, from, next, x, word_extra);
		bc_len seen = width;
		for (size_t i = end > from ? end : from; i < next; i++)
			seen -= p->pieces.widths[i].width +
				word_extra * (bc_len)p->pieces.at[i].text.n;
		if (first->run->underline)
			add_underline(p, items, first, x, seen);
		if (first->run->boxed)
			add_box(p, items, x, seen);
		if (first->run->spot)
			add_spot(p, items, first, x, width);
		x += width;
	}
}

/* How much wider or narrower each space of a justified line gets. */
static bc_len extra_per_space(const struct para_setter *p, size_t from, size_t end, bc_len lack)
{
	bc_len spaces = 0;
	for (size_t i = from; i < end; i++)
		spaces += p->pieces.widths[i].space ? (bc_len)p->pieces.at[i].text.n : 0;
	return spaces ? lack / spaces : 0;
}

static bc_len line_start(const struct para_setter *p, bc_len lack)
{
	switch (p->para->align) {
	case BC_CENTER:
		return lack / 2;
	case BC_RIGHT:
	case BC_DECIMAL:
		return lack;
	default:
		return 0;
	}
}

/* Named by the widest run of the line. */
static void report_too_long(const struct para_setter *p, size_t from, size_t to)
{
	const struct bc_run *widest = p->pieces.at[from].run;
	for (size_t i = from; i < to; i++) {
		if (p->pieces.at[i].run->text.n > widest->text.n)
			widest = p->pieces.at[i].run;
	}
	BC_REPORT1(p->s->ctx->findings, LINE_TOO_LONG, widest->place, widest->text);
}

static void add_line(struct para_setter *p, struct bc_strips *out, size_t from, size_t to,
		     bool ends)
{
	bool first = from == 0;
	bc_len left = p->left + (first ? p->para->indent_first : 0);
	bc_len measure = p->width - (first ? p->para->indent_first : 0);
	size_t end = to;
	bc_len natural = 0, shrink = 0;
	bool justify = p->para->align == BC_JUSTIFY;
	while (end > from && p->pieces.widths[end - 1].space)
		end--;
	for (size_t i = from; i < end; i++) {
		natural += p->pieces.widths[i].width;
		shrink += justify ? p->pieces.widths[i].shrink : 0;
	}
	bc_len lack = measure - natural, extra = 0;
	if (lack + shrink < 0)
		report_too_long(p, from, to);
	if (justify && (lack < 0 || !ends))
		extra = extra_per_space(p, from, end, lack);
	struct bc_items items = {.arena = out->arena};
	add_line_items(p, &items, (size_t[3]){from, end, to}, left + line_start(p, lack),
		       extra);
	struct bc_strip *strip = bc_strip_add(out);
	strip->height = p->height;
	strip->ascent = p->ascent;
	strip->items = items.at;
	strip->n_items = items.n;
	strip->place = p->pieces.at[from].run->place;
	p->longest = bc_len_max(p->longest, natural);
}

/* The narrowest measure that takes no more lines: lines of about one length. */
static bc_len balanced(struct para_setter *p, struct bc_arena *scratch, struct bc_measure m)
{
	m.fewest = true;
	size_t lines = bc_linebreak(scratch, p->pieces.widths, p->pieces.n, m).n;
	bc_len low = bc_len_max(bc_pieces_narrowest(&p->pieces), m.rest / (bc_len)(lines + 1));
	bc_len high = m.rest;
	while (lines > 1 && high - low > BC_PT) {
		bc_len middle = low + (high - low) / 2;
		struct bc_measure try = {middle, middle, true, true};
		struct bc_breaks_found found =
			bc_linebreak(scratch, p->pieces.widths, p->pieces.n, try);
		if (found.n <= lines && !found.overfull)
			high = middle;
		else
			low = middle;
	}
	/* an eighth more leaves room for the better places to break */
	return bc_len_min(high + high / 8, m.rest);
}

/* A line under the last strip, centred under the text (NĐ 30 I.II.1.b, I.II.2.b). */
static void add_rule(struct para_setter *p, struct bc_strip *last)
{
	const struct bc_rule *rule = &p->para->rule;
	bc_len width = bc_len_share(p->longest, rule->share);
	bc_len y = p->ascent + p->descent + rule->gap;
	struct bc_items items = {.arena = p->s->ctx->arena};
	bc_items_place(&items, last, 0, 0);
	bc_item_rule(&items, p->left + line_start(p, p->width - width), y, width, rule->weight);
	last->items = items.at;
	last->n_items = items.n;
	last->height = bc_len_max(last->height, y + rule->weight);
}

static void add_frame(struct para_setter *p, const struct bc_strips *lines,
		      struct bc_strips *out)
{
	const struct bc_frame *frame = &p->para->frame;
	struct bc_strip stack = bc_strips_stack(lines);
	bc_len width = bc_len_max(frame->width, p->longest + 2 * FRAME_PAD);
	bc_len height = bc_len_max(frame->height, stack.height);
	struct bc_items items = {.arena = out->arena};
	*bc_item_add(&items) = (struct bc_item){
		.kind = BC_ITEM_FRAME,
		.color = frame->red ? BC_RED : BC_BLACK,
		.x = p->left + line_start(p, p->width - width),
		.width = width,
		.height = height,
		.weight = frame->weight,
	};
	/* the lines stand where the paragraph's alignment puts them: bring them into the middle
	 */
	bc_len aside = width - p->longest;
	bc_len shift = p->para->align == BC_CENTER ? 0 : aside / 2;
	bc_items_place(&items, &stack, p->para->align == BC_RIGHT ? -shift : shift,
		       (height - stack.height) / 2);
	struct bc_strip *strip = bc_strip_add(out);
	strip->height = height;
	strip->ascent = (height - stack.height) / 2 + stack.ascent;
	strip->items = items.at;
	strip->n_items = items.n;
	strip->place = lines->at[0].place;
}

static void break_lines(struct para_setter *p, struct bc_strips *out)
{
	struct bc_arena *scratch = p->s->ctx->scratch;
	struct bc_measure m = {
		.first = p->width - p->para->indent_first,
		.rest = p->width,
		.ragged = p->para->align != BC_JUSTIFY,
	};
	if (p->para->balance && !p->para->whole) {
		m.first = m.rest = balanced(p, scratch, m);
		m.fewest = true;
	}
	struct bc_breaks_found found = bc_linebreak(scratch, p->pieces.widths, p->pieces.n, m);
	for (size_t i = 0, from = 0; i < found.n; from = found.ends[i++]) {
		size_t to = found.ends[i];
		bool ends =
			i + 1 == found.n || p->pieces.widths[to - 1].penalty == BC_PENALTY_MUST;
		add_line(p, out, from, to, ends);
	}
}

/* Spaces, glue and bookmark of the strips [first, out->n). */
static void finish(const struct para_setter *p, struct bc_strips *out, size_t first)
{
	struct bc_strip *strips = &out->at[first];
	size_t n = out->n - first;
	strips[0].space = p->para->space_before;
	strips[0].bookmark = p->para->bookmark;
	strips[0].bookmark_depth = p->para->depth;
	if (n > 1) {
		strips[1].glued = true;
		strips[n - 1].glued = true;
	}
	for (size_t i = 1; p->para->keep_lines && i < n; i++)
		strips[i].glued = true;
}

static void set_lines(struct para_setter *p, struct bc_strips *out)
{
	size_t first = out->n;
	struct bc_strips lines = {.arena = out->arena};
	measure_line(p);
	break_lines(p, p->para->frame.weight ? &lines : out);
	if (p->para->frame.weight)
		add_frame(p, &lines, out);
	if (p->para->rule.share)
		add_rule(p, &out->at[out->n - 1]);
	finish(p, out, first);
}

void bc_para_set(struct bc_setter *s, const struct bc_para *para, struct bc_para_elems elems,
		 bc_len width, struct bc_strips *out)
{
	struct bc_arena *scratch = s->ctx->scratch;
	struct bc_mark mark = bc_arena_mark(scratch);
	struct para_setter p = {.s = s, .para = para, .elems = elems};
	p.left = para->indent_left + text_width(s, para, para->indent_text);
	p.width = width - p.left;
	p.pieces = bc_pieces_cut(s, scratch, para, p.width - para->indent_first);
	if (p.pieces.n)
		set_lines(&p, out);
	bc_arena_release(scratch, mark);
}

/* Whether the text is a plain number, which no line end parts (UAX #14 LB25). */
static bool is_number(const struct bc_para *para)
{
	struct bc_str text = para->n_runs == 1 ? para->runs[0].text : (struct bc_str){0};
	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		if ((c < '0' || c > '9') && c != ',' && c != '.')
			return false;
	}
	return text.n > 0 && !para->frame.weight;
}

/* Most cells of a table; they need not be cut to be measured. */
static struct bc_extent number_extent(struct bc_setter *s, const struct bc_para *para)
{
	const struct bc_shaped *shaped =
		bc_shape(s->shaper, main_face(s, para), para->runs[0].text, !para->figures);
	bc_len width = bc_len_em(shaped->width, para->size);
	return (struct bc_extent){
		.narrowest = width,
		.natural = width + para->indent_left + para->indent_first +
			   text_width(s, para, para->indent_text),
	};
}

struct bc_extent bc_para_extent(struct bc_setter *s, const struct bc_para *para)
{
	if (is_number(para))
		return number_extent(s, para);
	struct bc_mark mark = bc_arena_mark(s->ctx->scratch);
	struct bc_pieces pieces = bc_pieces_cut(s, s->ctx->scratch, para, BC_LEN_MAX);
	struct bc_extent e = {
		.narrowest = bc_pieces_narrowest(&pieces),
		.natural = bc_pieces_natural(&pieces) + para->indent_left + para->indent_first +
			   text_width(s, para, para->indent_text),
	};
	bc_arena_release(s->ctx->scratch, mark);
	if (para->frame.weight)
		e.natural = bc_len_max(e.natural + 2 * FRAME_PAD, para->frame.width);
	return e;
}
