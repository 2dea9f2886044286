/*
 * Items in their order, with only those operators that change something.
 *
 * Positions are whole thousandths of a point and moves their differences, so
 * nothing drifts.  Glyph numbers go out as two bytes of a literal string.
 * Items of one element in a row are one piece of marked content; so are
 * artifacts (14.8.2.2).  What is drawn goes before all text, in one piece.
 */
#include "pdf/content.h"

#include "pdf/put.h"
#include "pdf/rules.h"

/* What the viewer's graphics state is by now. */
struct content {
	struct bc_buf *out;
	struct bc_embed *fonts;
	struct bc_struct *tree;
	const struct bc_elem *elem; /* whose content is marked; NULL: an artifact's */
	bool marked;                /* between a mark's begin and end */
	bc_len height;              /* of the page */
	enum bc_color fill, line;   /* colours set */
	const struct bc_face *face;
	int64_t size;  /* of the font, 1/1000 pt */
	int64_t x, y;  /* start of the text line, 1/1000 pt */
	int rise;      /* 1/1000 em */
	bool in_text;  /* between BT and ET */
	bool in_array; /* in the brackets of a TJ */
	bool in_string;
};

/* The showing of one run; places are 1/10000 em from its start. */
struct show {
	const struct bc_text_run *run;
	struct bc_embed *font;
	int64_t pen;    /* 1/1000 em, as the glyphs advance, without what justifies the line */
	int64_t spaces; /* passed by the pen */
	int64_t extra;  /* what justifying has added at them */
	int64_t shown;  /* where the viewer's pen is */
};

static void put_color(struct content *c, enum bc_color color, enum bc_color *set,
		      const char *name)
{
	static const char *const rgb[] = {
		[BC_BLACK] = "0 0 0 ",
		[BC_RED] = "1 0 0 ",
	};
	if (*set == color)
		return;
	*set = color;
	bc_buf_puts(c->out, rgb[color]);
	bc_buf_puts(c->out, name);
}

static void end_string(struct content *c)
{
	if (c->in_string)
		bc_buf_putc(c->out, ')');
	c->in_string = false;
}

static void end_array(struct content *c)
{
	end_string(c);
	if (c->in_array)
		bc_buf_puts(c->out, "]TJ\n");
	c->in_array = false;
}

static void begin_array(struct content *c)
{
	if (!c->in_array)
		bc_buf_putc(c->out, '[');
	c->in_array = true;
}

static void begin_string(struct content *c)
{
	begin_array(c);
	if (!c->in_string)
		bc_buf_putc(c->out, '(');
	c->in_string = true;
}

static void end_mark(struct content *c)
{
	if (c->marked)
		bc_buf_puts(c->out, "EMC\n");
	c->marked = false;
}

static void begin_mark(struct content *c, const struct bc_elem *elem)
{
	c->marked = true;
	c->elem = elem;
	if (!elem) {
		bc_buf_puts(c->out, "/Artifact BMC\n");
		return;
	}
	bc_buf_putc(c->out, '/');
	bc_buf_puts(c->out, bc_role_name(elem->role));
	bc_buf_puts(c->out, "<</MCID ");
	bc_buf_int(c->out, bc_struct_mark(c->tree, elem));
	bc_buf_puts(c->out, ">>BDC\n");
}

static void end_text(struct content *c)
{
	if (c->in_text)
		bc_buf_puts(c->out, "ET\n");
	c->in_text = false;
}

static void begin_text(struct content *c)
{
	if (c->in_text)
		return;
	bc_buf_puts(c->out, "BT\n");
	c->in_text = true;
	c->x = c->y = 0;
}

static void set_font(struct content *c, const struct bc_text_run *run)
{
	int64_t size = bc_put_milli(run->size);
	if (c->face == run->face && c->size == size)
		return;
	c->face = run->face;
	c->size = size;
	bc_buf_puts(c->out, "/F");
	bc_buf_int(c->out, bc_face_index(run->face));
	bc_buf_putc(c->out, ' ');
	bc_put_fixed(c->out, size, 3);
	bc_buf_puts(c->out, " Tf\n");
}

static void move_to(struct content *c, bc_len x, bc_len y)
{
	int64_t to_x = bc_put_milli(x), to_y = bc_put_milli(c->height - y);
	if (to_x == c->x && to_y == c->y)
		return;
	bc_put_fixed(c->out, to_x - c->x, 3);
	bc_buf_putc(c->out, ' ');
	bc_put_fixed(c->out, to_y - c->y, 3);
	bc_buf_puts(c->out, " Td\n");
	c->x = to_x;
	c->y = to_y;
}

static void set_rise(struct content *c, int rise)
{
	if (c->rise == rise)
		return;
	end_array(c);
	c->rise = rise;
	bc_put_fixed(c->out, c->size * rise, 6);
	bc_buf_puts(c->out, " Ts\n");
}

static bool is_space(const struct bc_text_run *run, const struct bc_glyph *g)
{
	return g->text < run->text.n && run->text.p[g->text] == ' ';
}

/* Justification counts from the start of the run, so that no errors add up. */
static void pass(struct show *s, const struct bc_glyph *g)
{
	s->pen += g->advance;
	if (!s->run->word_extra || !is_space(s->run, g))
		return;
	int64_t size = s->run->size;
	int64_t extra = ++s->spaces * s->run->word_extra * 10000;
	s->extra = (extra >= 0 ? extra + size / 2 : extra - size / 2) / size;
}

static void show_glyph(struct content *c, struct show *s, const struct bc_glyph *g)
{
	set_rise(c, g->dy);
	int64_t back = s->shown - s->extra - (s->pen + g->dx) * 10;
	if (back) {
		end_string(c);
		begin_array(c);
		bc_put_fixed(c->out, back, 1);
	}
	begin_string(c);
	bc_put_literal(c->out, (unsigned)g->id >> 8);
	bc_put_literal(c->out, g->id & 0xffU);
	s->shown += 10 * bc_face_advance(s->run->face, g->id) - back;
	pass(s, g);
}

/* The text of the glyphs first..end of a run. */
static struct bc_str text_of(const struct bc_text_run *run, uint32_t first, uint32_t end)
{
	size_t to = end < run->n ? run->glyphs[end].text : run->text.n;
	return bc_str_cut(run->text, run->glyphs[first].text, to);
}

/* The end of the word or the single space that begins with glyph `i`. */
static uint32_t word_end(const struct bc_text_run *run, uint32_t i)
{
	uint32_t end = i + 1;
	if (is_space(run, &run->glyphs[i]))
		return end;
	while (end < run->n && !is_space(run, &run->glyphs[end]))
		end++;
	return end;
}

/* The end of the glyphs that show the same piece of text as glyph `i`. */
static uint32_t cluster_end(const struct bc_text_run *run, uint32_t i)
{
	uint32_t end = i + 1;
	while (end < run->n && run->glyphs[end].text == run->glyphs[i].text)
		end++;
	return end;
}

/* Whether the glyphs by themselves say their text; notes them for the font in any case. */
static bool is_said(const struct show *s, uint32_t first, uint32_t end)
{
	bool said = true;
	for (uint32_t i = first, next; i < end; i = next) {
		next = cluster_end(s->run, i);
		struct bc_str text = text_of(s->run, i, next);
		said &= next == i + 1;
		for (uint32_t g = i; g < next; g++)
			said &= bc_embed_glyph(s->font, s->run->face, s->run->glyphs[g].id,
					       text);
	}
	return said;
}

/*
 * 14.9.4: what the glyphs in between stand for.  Always a whole word, because readers take
 * the end of the last glyph, which may be a mark amid its letter, for the end of the text.
 */
static void begin_actual_text(struct content *c, struct bc_str text)
{
	end_array(c);
	bc_buf_puts(c->out, "/Span<</ActualText<FEFF");
	bc_put_utf16(c->out, text);
	bc_buf_puts(c->out, ">>>BDC\n");
}

static void end_actual_text(struct content *c)
{
	end_array(c);
	bc_buf_puts(c->out, "EMC\n");
}

static void put_text(struct content *c, const struct bc_item *item)
{
	const struct bc_text_run *run = &item->run;
	struct show s = {.run = run, .font = &c->fonts[bc_face_index(run->face)]};
	put_color(c, item->color, &c->fill, "rg\n");
	set_font(c, run);
	move_to(c, item->x, item->y);
	for (uint32_t i = 0, end; i < run->n; i = end) {
		end = word_end(run, i);
		bool said = is_said(&s, i, end);
		if (!said)
			begin_actual_text(c, text_of(run, i, end));
		for (uint32_t g = i; g < end; g++)
			show_glyph(c, &s, &run->glyphs[g]);
		if (!said)
			end_actual_text(c);
	}
	end_array(c);
	set_rise(c, 0);
}

static void put_rectangle(struct content *c, bc_len x, bc_len y, bc_len width, bc_len height)
{
	bc_len numbers[] = {x, c->height - y - height, width, height};
	for (int i = 0; i < 4; i++) {
		bc_put_len(c->out, numbers[i]);
		bc_buf_putc(c->out, ' ');
	}
	bc_buf_puts(c->out, "re ");
}

static void put_rule(struct content *c, const struct bc_rule_at *rule)
{
	put_color(c, rule->color, &c->fill, "rg\n");
	put_rectangle(c, rule->x, rule->y, rule->width, rule->height);
	bc_buf_puts(c->out, "f\n");
}

static void put_frame(struct content *c, const struct bc_item *item)
{
	bc_len w = item->weight;
	put_color(c, item->color, &c->line, "RG\n");
	bc_put_len(c->out, w);
	bc_buf_puts(c->out, " w ");
	put_rectangle(c, item->x + w / 2, item->y + w / 2, item->width - w, item->height - w);
	bc_buf_puts(c->out, "S\n");
}

/* Rules and frames say nothing to who cannot see them. */
static void put_drawings(struct content *c, const struct bc_page *page)
{
	struct bc_rules rules = bc_rules_of(c->out->arena, page);
	size_t n = rules.n;
	for (size_t i = 0; i < page->n_items; i++)
		n += page->items[i].kind == BC_ITEM_FRAME;
	if (n == 0)
		return;
	begin_mark(c, NULL);
	for (size_t i = 0; i < rules.n; i++)
		put_rule(c, &rules.at[i]);
	for (size_t i = 0; i < page->n_items; i++) {
		if (page->items[i].kind == BC_ITEM_FRAME)
			put_frame(c, &page->items[i]);
	}
	end_mark(c);
}

/* Marks lie in the text object (14.6.1). */
static void put_texts(struct content *c, const struct bc_page *page)
{
	for (size_t i = 0; i < page->n_items; i++) {
		const struct bc_item *item = &page->items[i];
		if (item->kind != BC_ITEM_TEXT || item->run.n == 0)
			continue;
		if (!c->marked || c->elem != item->elem) {
			end_mark(c);
			begin_text(c);
			begin_mark(c, item->elem);
		}
		put_text(c, item);
	}
	end_mark(c);
	end_text(c);
}

void bc_content_put(struct bc_buf *out, const struct bc_page *page, struct bc_embed *fonts,
		    struct bc_struct *tree)
{
	struct content c = {.out = out, .fonts = fonts, .tree = tree, .height = page->height};
	put_drawings(&c, page);
	put_texts(&c, page);
}
