/*
 * Random documents through bc_layout: what must be true of the pages whatever
 * the document is.
 *
 * Every run carries the number of its block (a paragraph, a table's header, a
 * table's body) as the place it was written at, and is followed by it.
 */
#include "prop.h"

#include "dump/dump.h"
#include "layout/layout.h"

enum {
	MAX_BLOCKS = 300,
	N_HEAD_MAX = 2,
};

struct block {
	bool flows; /* a paragraph whose lines may come on several pages */
	bool keep_lines, keep_next;
	size_t head; /* of a table's body: the block of its header */
	/* as found on the pages, which count from 1 */
	size_t first_page, last_page, pages;
	size_t lines_first, lines_last;
	bc_len y; /* of the last line found */
};

struct story {
	struct random *r;
	struct bc_arena *a;
	struct bc_source source;
	struct block blocks[MAX_BLOCKS]; /* the first is nobody's */
	size_t n_blocks;
	struct bc_buf text;  /* of all runs, in order */
	struct bc_buf found; /* on the pages */
	int64_t spots;       /* in the tree and not yet on a page */
	struct bc_doc doc;
	struct bc_part part;
	const struct bc_findings *findings;
};

/* ---- making documents ---------------------------------------------------------------- */

static bc_len points(struct story *s, uint64_t least, uint64_t most)
{
	return (bc_len)(least + below(s->r, most - least + 1)) * BC_PT;
}

static size_t new_block(struct story *s)
{
	HOLDS(s->r, s->n_blocks < MAX_BLOCKS);
	s->blocks[s->n_blocks] = (struct block){0};
	return s->n_blocks++;
}

static void add_word(struct story *s, struct bc_buf *text)
{
	static const char *const words[] = {
		"và",
		"của",
		"thực hiện",
		"nhiệm vụ",
		"nghị quyết",
		"Đảng ủy",
		"12,5%",
		"01-KL",
		"số",
		"ĐẠI HỘI",
		"kinh tế-xã hội",
		"(2021",
		"–",
		"2025)",
		"x",
		"đồng chí Nguyễn Văn A",
		"https://a.example/b/c",
	};
	if (one_in(s->r, 300)) {
		for (uint64_t n = below(s->r, 200); n > 0; n--)
			bc_buf_puts(text, "ừm");
	}
	bc_buf_puts(text, words[below(s->r, sizeof words / sizeof *words)]);
}

static struct bc_str random_text(struct story *s, uint64_t words)
{
	struct bc_buf text = bc_buf_in(s->a);
	for (uint64_t i = 0; i < words; i++) {
		if (i || one_in(s->r, 20))
			bc_buf_puts(&text, one_in(s->r, 30)   ? "  "
					   : one_in(s->r, 60) ? "\n"
							      : " ");
		add_word(s, &text);
	}
	return bc_buf_str(&text);
}

/* A line that ends within a paragraph, whose text began at `start`, ends with a space. */
static void expect(struct story *s, struct bc_str text, size_t start)
{
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] != '\n')
			bc_buf_putc(&s->text, text.p[i]);
		else if (s->text.n > start && s->text.p[s->text.n - 1] != ' ')
			bc_buf_putc(&s->text, ' ');
	}
}

static void fill_runs(struct story *s, struct bc_para *para, size_t block, uint64_t words)
{
	size_t start = s->text.n;
	para->n_runs = words ? 1 + below(s->r, 3) : 0;
	para->runs = bc_new_n(s->a, struct bc_run, para->n_runs);
	for (size_t i = 0; i < para->n_runs; i++) {
		struct bc_run *run = &para->runs[i];
		run->text = random_text(s, 1 + below(s->r, words));
		run->bold = one_in(s->r, 4);
		run->italic = one_in(s->r, 4);
		run->underline = one_in(s->r, 6);
		run->boxed = one_in(s->r, 20);
		run->place =
			(struct bc_place){&s->source, (uint32_t)block, (uint32_t)block, NULL};
		expect(s, run->text, start);
	}
}

static void style(struct story *s, struct bc_para *para)
{
	static const enum bc_align aligns[] = {BC_JUSTIFY, BC_JUSTIFY, BC_LEFT, BC_CENTER,
					       BC_RIGHT};
	para->size = points(s, 9, 15);
	para->align = aligns[below(s->r, 5)];
	para->leading.multiple = 1000 + (int32_t)below(s->r, 500);
	para->space_before = points(s, 0, 12);
	para->space_after = points(s, 0, 12);
	para->balance = para->align == BC_CENTER && one_in(s->r, 2);
	if (para->align == BC_JUSTIFY || para->align == BC_LEFT) {
		para->indent_first = points(s, 0, 30);
		para->indent_left = points(s, 0, 20);
	}
	if (para->align == BC_CENTER && one_in(s->r, 4))
		para->rule = (struct bc_rule){500, BC_PT, BC_PT / 2};
}

static struct bc_node *new_node(struct story *s, enum bc_node_kind kind, enum bc_role role)
{
	struct bc_node *node = bc_new(s->a, struct bc_node);
	node->kind = kind;
	node->role = role;
	node->place.source = &s->source;
	return node;
}

static struct bc_node *random_para(struct story *s, uint64_t words)
{
	struct bc_node *node = new_node(s, BC_NODE_PARA, BC_ROLE_P);
	size_t block = new_block(s);
	struct bc_para *para = &node->u.para;
	style(s, para);
	para->keep_lines = one_in(s->r, 6);
	para->keep_next = one_in(s->r, 6);
	fill_runs(s, para, block, one_in(s->r, 20) ? 0 : 1 + below(s->r, words));
	s->blocks[block].flows = true;
	s->blocks[block].keep_lines = para->keep_lines;
	s->blocks[block].keep_next = para->keep_next;
	return node;
}

static void fill_cell(struct story *s, struct bc_cell *cell, size_t block)
{
	cell->middle = one_in(s->r, 3);
	if (one_in(s->r, 10))
		return;
	cell->para = bc_new(s->a, struct bc_para);
	style(s, cell->para);
	cell->para->align = BC_LEFT + (enum bc_align)below(s->r, 3);
	cell->para->indent_first = cell->para->indent_left = 0;
	fill_runs(s, cell->para, block, 1 + below(s->r, 6));
}

/* Whether a cell of `columns` by `rows` fits at this place, and nothing is there yet. */
static bool is_free(const struct bc_table *t, const size_t at[2], size_t columns, size_t rows)
{
	for (size_t r = at[0]; r < at[0] + rows; r++) {
		for (size_t c = at[1]; c < at[1] + columns; c++) {
			if (t->rows[r].cells[c].rowspan)
				return false;
		}
	}
	return true;
}

static void random_cell(struct story *s, struct bc_table *t, size_t row, size_t column)
{
	size_t end = row < t->n_head ? t->n_head : t->n_rows;
	size_t columns = 1, rows = 1;
	if (one_in(s->r, 8))
		columns += below(s->r, t->n_columns - column);
	if (one_in(s->r, 8))
		rows += below(s->r, end - row > 3 ? 3 : end - row);
	if (!is_free(t, (size_t[2]){row, column}, columns, rows))
		columns = rows = 1;
	for (size_t r = row; r < row + rows; r++) {
		for (size_t c = column; c < column + columns; c++)
			t->rows[r].cells[c].rowspan = 1; /* covered: colspan stays 0 */
	}
	t->rows[row].cells[column].colspan = (uint16_t)columns;
	t->rows[row].cells[column].rowspan = (uint16_t)rows;
}

static struct bc_node *random_table(struct story *s)
{
	struct bc_node *node = new_node(s, BC_NODE_TABLE, BC_ROLE_TABLE);
	struct bc_table *t = &node->u.table;
	t->n_columns = 1 + below(s->r, 5);
	t->n_head = below(s->r, N_HEAD_MAX + 1);
	t->n_rows = t->n_head + 1 + below(s->r, one_in(s->r, 8) ? 80 : 8);
	t->columns = bc_new_n(s->a, struct bc_table_column, t->n_columns);
	t->rows = bc_new_n(s->a, struct bc_row, t->n_rows);
	t->border = BC_PT / 2;
	t->pad_x = points(s, 1, 5);
	t->pad_y = points(s, 0, 3);
	t->space_before = points(s, 0, 10);
	size_t head = t->n_head ? new_block(s) : 0, body = new_block(s);
	s->blocks[body].head = head;
	for (size_t row = 0; row < t->n_rows; row++) {
		t->rows[row].cells = bc_new_n(s->a, struct bc_cell, t->n_columns);
		t->rows[row].keep_next = row >= t->n_head && one_in(s->r, 10);
	}
	for (size_t row = 0; row < t->n_rows; row++) {
		for (size_t i = 0; i < t->n_columns; i++) {
			struct bc_cell *cell = &t->rows[row].cells[i];
			if (cell->rowspan)
				continue;
			random_cell(s, t, row, i);
			fill_cell(s, cell, row < t->n_head ? head : body);
		}
	}
	return node;
}

static struct bc_node *random_columns(struct story *s)
{
	struct bc_node *node = new_node(s, BC_NODE_COLUMNS, BC_ROLE_DIV);
	struct bc_columns *c = &node->u.columns;
	c->n_columns = 2 + below(s->r, 2);
	c->columns = bc_new_n(s->a, struct bc_column, c->n_columns);
	c->baseline = one_in(s->r, 2);
	c->with_previous = one_in(s->r, 2);
	for (size_t i = 0; i < c->n_columns; i++) {
		struct bc_node **end = &c->columns[i].first;
		for (uint64_t n = below(s->r, 4); n > 0; n--, end = &(*end)->next) {
			*end = random_para(s, 5);
			s->blocks[s->n_blocks - 1].flows = false;
		}
	}
	return node;
}

/* A spot over a space. */
static struct bc_node *spot_over(struct story *s, struct bc_node *space)
{
	static const struct bc_spot spot = {.kind = BC_SPOT_CHU_KY, .signature = 1};
	struct bc_node *node = new_node(s, BC_NODE_SPOT, BC_ROLE_FORM);
	node->u.spot.spot = &spot;
	node->next = space;
	s->spots++;
	return node;
}

static struct bc_node *random_node(struct story *s)
{
	switch (below(s->r, 16)) {
	case 0:
		return random_columns(s);
	case 1:
	case 2:
		return random_table(s);
	case 3: {
		struct bc_node *space = new_node(s, BC_NODE_SPACE, BC_ROLE_ARTIFACT);
		space->u.space = points(s, 1, 60);
		return one_in(s->r, 2) ? spot_over(s, space) : space;
	}
	case 4:
		s->blocks[s->n_blocks - 1].keep_next = false;
		return new_node(s, BC_NODE_PAGE_BREAK, BC_ROLE_ARTIFACT);
	case 5:
		return new_node(s, BC_NODE_GROUP, BC_ROLE_SECT);
	default:
		return random_para(s, one_in(s->r, 8) ? 120 : 25);
	}
}

static void random_nodes(struct story *s, struct bc_node **end, uint64_t n, unsigned depth)
{
	for (; n > 0; n--) {
		*end = random_node(s);
		if ((*end)->kind == BC_NODE_GROUP && depth < 3)
			random_nodes(s, &(*end)->u.first, below(s->r, 5), depth + 1);
		while (*end)
			end = &(*end)->next;
	}
}

static void random_doc(struct story *s)
{
	struct bc_sheet *sheet = &s->part.sheet;
	sheet->width = points(s, 250, 600);
	sheet->height = points(s, 200, 800);
	sheet->left = points(s, 10, 50);
	sheet->right = points(s, 10, 50);
	sheet->top = points(s, 20, 50);
	sheet->bottom = points(s, 10, 50);
	sheet->number_top = BC_PT;
	sheet->number_size = one_in(s->r, 2) ? 13 * BC_PT : 0;
	random_nodes(s, &s->part.first, 1 + below(s->r, 25), 0);
	s->doc.parts = &s->part;
}

/* ---- looking at pages ---------------------------------------------------------------- */

static bool was_found(const struct story *s, enum bc_diag diag)
{
	for (const struct bc_finding *f = s->findings->first; f; f = f->next) {
		if (f->diag == diag)
			return true;
	}
	return false;
}

/* What of a text item is seen: without the spaces at its end. */
static bc_len seen_width(const struct bc_item *item)
{
	const struct bc_text_run *run = &item->run;
	bc_len width = item->width;
	for (size_t n = run->n; n > 0 && run->text.p[run->glyphs[n - 1].text] == ' '; n--)
		width -= bc_len_em(run->glyphs[n - 1].advance, run->size) + run->word_extra;
	return width;
}

static void follow(struct story *s, struct block *block, size_t page, bc_len y)
{
	if (block->last_page == page && block->y == y)
		return;
	if (!block->first_page)
		block->first_page = page;
	if (block->last_page != page) {
		block->pages++;
		block->lines_last = 0;
	}
	HOLDS(s->r, block->last_page <= page);
	block->last_page = page;
	block->y = y;
	block->lines_last++;
	block->lines_first += page == block->first_page;
}

/* Rounding, a unit for each word and for each column, may add up to this. */
static const bc_len HAIR = BC_PT / 100;

static void check_inside(struct story *s, const struct bc_item *item)
{
	const struct bc_sheet *sheet = &s->part.sheet;
	bool text = item->kind == BC_ITEM_TEXT;
	bc_len box = item->kind == BC_ITEM_FRAME ? 2 * BC_PT : 0; /* around a doubtful value */
	bc_len width = text ? seen_width(item) : item->width;
	bc_len below_it =
		text ? bc_len_em(bc_face_metrics(item->run.face)->descent, item->run.size)
		     : item->height;
	HOLDS(s->r, item->x >= sheet->left - box - HAIR);
	HOLDS(s->r, item->x + width <= sheet->width - sheet->right + box + HAIR);
	HOLDS(s->r, item->y >= sheet->top);
	HOLDS(s->r, item->y + below_it <= sheet->height - sheet->bottom + box + HAIR);
}

static void take_page(void *self, const struct bc_page *page)
{
	struct story *s = self;
	for (size_t i = 0; i < page->n_items; i++) {
		const struct bc_item *item = &page->items[i];
		s->spots -= item->kind == BC_ITEM_SPOT;
		if (item->kind == BC_ITEM_TEXT && item->elem)
			bc_buf_add(&s->found, item->run.text);
		if (item->kind == BC_ITEM_TEXT && item->place.source)
			follow(s, &s->blocks[item->place.begin], page->index + 1, item->y);
		/* what was reported as an error is not fit for print */
		if (!bc_findings_failed(s->findings) &&
		    (item->kind != BC_ITEM_TEXT || item->place.source))
			check_inside(s, item);
	}
}

static void check_block(struct story *s, size_t i)
{
	const struct block *b = &s->blocks[i], *head = &s->blocks[b->head];
	bool parted = b->pages > 1;
	if (b->flows && parted)
		HOLDS(s->r, b->lines_first > 1 && b->lines_last > 1);
	if (b->keep_lines)
		HOLDS(s->r, !parted);
	if (b->keep_next && b->flows && i + 1 < s->n_blocks && b->pages &&
	    s->blocks[i + 1].pages && s->blocks[i + 1].flows)
		HOLDS(s->r, b->last_page == s->blocks[i + 1].first_page);
	if (b->head && b->pages && head->pages) {
		HOLDS(s->r, head->first_page <= b->first_page);
		HOLDS(s->r, head->last_page == b->last_page);
		HOLDS(s->r, head->pages == head->last_page - head->first_page + 1);
	}
}

static struct bc_str dumped(struct bc_ctx *ctx, const struct bc_fonts *fonts,
			    const struct bc_doc *doc)
{
	struct bc_buf *text = bc_new(ctx->arena, struct bc_buf);
	*text = bc_buf_in(ctx->arena);
	bc_layout(ctx, fonts, doc, bc_dump_pages(text));
	return bc_buf_str(text);
}

static void check_doc(struct random *r, struct bc_ctx *ctx, const struct bc_fonts *fonts)
{
	struct story *s = bc_new(ctx->arena, struct story);
	*s = (struct story){.r = r, .a = ctx->arena, .n_blocks = 1, .findings = ctx->findings};
	s->text = s->found = bc_buf_in(ctx->arena);
	random_doc(s);
	bc_layout(ctx, fonts, &s->doc, (struct bc_page_sink){s, take_page});
	HOLDS(r, bc_str_eq(bc_buf_str(&s->text), bc_buf_str(&s->found)));
	HOLDS(r, s->spots == 0);
	bool kept = !was_found(s, BC_DIAG_KEEP_BROKEN) && !was_found(s, BC_DIAG_TOO_TALL) &&
		    s->findings->dropped == 0;
	for (size_t i = 1; kept && i < s->n_blocks; i++)
		check_block(s, i);
	if (one_in(r, 10))
		HOLDS(r, bc_str_eq(dumped(ctx, fonts, &s->doc), dumped(ctx, fonts, &s->doc)));
}

struct memory {
	jmp_buf oom;
	struct bc_arena arena, scratch;
	struct bc_findings findings;
	struct bc_ctx ctx;
};

static struct bc_ctx *begin(struct memory *m)
{
	bc_arena_init(&m->arena, &m->oom);
	bc_arena_init(&m->scratch, &m->oom);
	bc_findings_init(&m->findings, &m->arena);
	m->ctx = (struct bc_ctx){&m->arena, &m->scratch, &m->findings};
	return &m->ctx;
}

static void end(struct memory *m)
{
	bc_arena_done(&m->scratch);
	bc_arena_done(&m->arena);
}

int main(int argc, char **argv)
{
	static struct memory loading, document;
	if (setjmp(loading.oom) || setjmp(document.oom))
		abort();
	const struct bc_fonts *fonts = bc_fonts_load(begin(&loading), NULL, "fonts");
	if (!fonts)
		abort();
	uint64_t last = last_seed(argc, argv, 400);
	for (uint64_t seed = first_seed(argc, argv); seed <= last; seed++) {
		struct random r = random_from(seed);
		check_doc(&r, begin(&document), fonts);
		end(&document);
	}
	end(&loading);
	return 0;
}
