/* Runs → pieces: break opportunities from text/, widths from font/. */
#include "layout/pieces.h"

#include "base/utf8.h"
#include "text/breaks.h"

struct cutter {
	struct bc_setter *s;
	struct bc_arena *arena;
	const struct bc_para *para;
	bc_len narrowest;
	struct bc_str text; /* of all runs */
	const unsigned char *breaks;
	struct bc_pieces out;
	size_t room;
};

static struct bc_str whole_text(struct bc_arena *a, const struct bc_para *para)
{
	struct bc_buf all = bc_buf_in(a);
	if (para->n_runs == 1)
		return para->runs[0].text;
	for (size_t i = 0; i < para->n_runs; i++)
		bc_buf_add(&all, para->runs[i].text);
	return bc_buf_str(&all);
}

static enum bc_style style_of(const struct bc_run *run)
{
	return (enum bc_style)((run->bold ? BC_BOLD : 0) | (run->italic ? BC_ITALIC : 0));
}

/* Where `part` of a run was written; all of the run where escapes keep bytes from matching. */
static struct bc_place place_of(const struct bc_run *run, struct bc_str part)
{
	struct bc_place place = run->place;
	uint32_t length = place.end - place.begin;
	bool quoted = length == run->text.n + 2;
	if (place.source && (quoted || length == run->text.n)) {
		place.begin += (uint32_t)(part.p - run->text.p) + quoted;
		place.end = place.begin + (uint32_t)part.n;
	}
	return place;
}

static void report_missing(struct cutter *c, const struct bc_run *run, struct bc_str word,
			   size_t at)
{
	struct bc_buf code = bc_buf_in(c->arena);
	size_t end = at;
	bc_rune r = bc_utf8_next(word, &end);
	struct bc_str character = bc_str_cut(word, at, end);
	if (r < 0x20 || (r >= 0x7F && r < 0xA0))
		return; /* a control character: an error since it was read */
	bc_buf_puts(&code, "U+");
	for (int shift = r > 0xFFFFF ? 20 : r > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4)
		bc_buf_putc(&code, "0123456789ABCDEF"[r >> shift & 15]);
	BC_REPORT2(c->s->ctx->findings, GLYPH_MISSING, place_of(run, character),
		   bc_buf_str(&code), character);
}

static int32_t penalty_at(const struct cutter *c, size_t offset)
{
	if (c->para->whole && c->breaks[offset] != BC_BREAK_MUST)
		return BC_PENALTY_NEVER;
	int32_t plain = c->para->balance ? BC_PENALTY_PLAIN : 0;
	switch ((enum bc_break)c->breaks[offset]) {
	case BC_BREAK_GOOD:
		return 0;
	case BC_BREAK_ALLOWED:
		return plain;
	case BC_BREAK_POOR:
		return plain + BC_PENALTY_POOR;
	case BC_BREAK_BOUND:
		return BC_PENALTY_BOUND;
	case BC_BREAK_LAST:
		return BC_PENALTY_LAST;
	case BC_BREAK_MUST:
		return BC_PENALTY_MUST;
	case BC_BREAK_NEVER:
		break;
	}
	return BC_PENALTY_NEVER;
}

static void add_room(struct cutter *c)
{
	if (c->out.n < c->room)
		return;
	size_t room = c->room ? 2 * c->room : 16;
	struct bc_piece *at = bc_new_n(c->arena, struct bc_piece, room);
	struct bc_piece_width *widths = bc_new_n(c->arena, struct bc_piece_width, room);
	if (c->out.n) {
		memcpy(at, c->out.at, c->out.n * sizeof *at);
		memcpy(widths, c->out.widths, c->out.n * sizeof *widths);
	}
	c->out.at = at;
	c->out.widths = widths;
	c->room = room;
}

static struct bc_piece *add_piece(struct cutter *c, const struct bc_run *run,
				  struct bc_str text)
{
	size_t missing = 0;
	const struct bc_face *face = bc_fonts_cover(c->s->fonts, style_of(run), text, &missing);
	if (!face) {
		if (c->narrowest != BC_LEN_MAX)
			report_missing(c, run, text, missing);
		face = bc_fonts_face(c->s->fonts, style_of(run));
	}
	add_room(c);
	struct bc_piece *piece = &c->out.at[c->out.n];
	struct bc_piece_width *w = &c->out.widths[c->out.n++];
	piece->run = run;
	piece->face = face;
	piece->text = text;
	piece->shaped = bc_shape(c->s->shaper, face, text, !c->para->figures);
	w->width = bc_len_em(piece->shaped->width, c->para->size);
	w->penalty = BC_PENALTY_NEVER;
	return piece;
}

/* A space may grow by half and shrink by a quarter of its width. */
static void add_space(struct cutter *c, const struct bc_run *run, struct bc_str text)
{
	add_piece(c, run, text);
	struct bc_piece_width *w = &c->out.widths[c->out.n - 1];
	w->space = true;
	w->stretch = w->width / 2;
	w->shrink = w->width / 4;
}

/* Cut a word that is wider than a line between its letters. */
static void add_long_word(struct cutter *c, const struct bc_run *run, struct bc_str word)
{
	BC_REPORT1(c->s->ctx->findings, WORD_SPLIT, place_of(run, word), word);
	for (size_t from = 0, to = 0; from < word.n; from = to) {
		bc_utf8_next(word, &to);
		/* a combining mark stays with its letter */
		for (size_t next = to; to < word.n; to = next) {
			bc_rune r = bc_utf8_next(word, &next);
			if (r < 0x300 || r > 0x36F)
				break;
		}
		add_piece(c, run, bc_str_cut(word, from, to));
		c->out.widths[c->out.n - 1].penalty = BC_PENALTY_SPLIT;
	}
}

static void add_word(struct cutter *c, const struct bc_run *run, struct bc_str word)
{
	add_piece(c, run, word);
	bool measuring = c->narrowest == BC_LEN_MAX;
	if (measuring || c->para->whole || c->out.widths[c->out.n - 1].width <= c->narrowest)
		return;
	c->out.n--;
	add_long_word(c, run, word);
}

/* A line ends here; the words on both sides of it stay two for a reader (14.8.2.5). */
static void end_line(struct cutter *c, const struct bc_run *run)
{
	if (c->out.n == 0)
		return;
	if (!c->out.widths[c->out.n - 1].space)
		add_space(c, run, BC_STR(" "));
	c->out.widths[c->out.n - 1].penalty = BC_PENALTY_MUST;
}

/* Where the piece that begins at `from` ends, within its run's `end`. */
static size_t piece_end(const struct cutter *c, size_t from, size_t end)
{
	bool space = c->text.p[from] == ' ';
	size_t to = from + 1;
	if (c->text.p[from] == '\n')
		return to;
	while (to < end && (c->text.p[to] == ' ') == space && c->text.p[to] != '\n' &&
	       to != c->para->label && (space || c->breaks[to] == BC_BREAK_NEVER))
		to++;
	return to;
}

static void cut_run(struct cutter *c, const struct bc_run *run, size_t base)
{
	size_t end = base + run->text.n;
	for (size_t from = base, to; from < end; from = to) {
		size_t before = c->out.n;
		to = piece_end(c, from, end);
		struct bc_str text = bc_str_cut(run->text, from - base, to - base);
		if (text.p[0] == '\n') {
			end_line(c, run);
			continue;
		}
		if (text.p[0] == ' ')
			add_space(c, run, text);
		else
			add_word(c, run, text);
		for (size_t i = before; i < c->out.n; i++)
			c->out.at[i].label = from < c->para->label;
		if (to < c->text.n)
			c->out.widths[c->out.n - 1].penalty = penalty_at(c, to);
	}
}

struct bc_pieces bc_pieces_cut(struct bc_setter *s, struct bc_arena *a,
			       const struct bc_para *para, bc_len narrowest)
{
	struct cutter c = {.s = s, .arena = a, .para = para, .narrowest = narrowest};
	c.text = whole_text(a, para);
	c.breaks = bc_breaks(a, c.text);
	for (size_t i = 0, base = 0; i < para->n_runs; base += para->runs[i++].text.n)
		cut_run(&c, &para->runs[i], base);
	return c.out;
}

bc_len bc_pieces_natural(const struct bc_pieces *pieces)
{
	bc_len widest = 0, line = 0;
	for (size_t i = 0; i < pieces->n; i++) {
		line += pieces->widths[i].width;
		widest = bc_len_max(widest, line);
		if (pieces->widths[i].penalty == BC_PENALTY_MUST)
			line = 0;
	}
	return widest;
}

bc_len bc_pieces_narrowest(const struct bc_pieces *pieces)
{
	bc_len widest = 0, stretch = 0;
	for (size_t i = 0; i < pieces->n; i++) {
		bool end = pieces->widths[i].penalty != BC_PENALTY_NEVER;
		if (!(end && pieces->widths[i].space))
			stretch += pieces->widths[i].width;
		widest = bc_len_max(widest, stretch);
		if (end)
			stretch = 0;
	}
	return widest;
}
