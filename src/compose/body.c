/*
 * The body (ô 6): sections with their numbers, paragraphs, lists, tables.
 *
 * The blocks come from the report's own sections; a template makes the same
 * blocks from its data.
 */
#include "compose/number.h"
#include "compose/parts.h"

/* How many sections of each kind of mark there are so far under one parent. */
struct counters {
	unsigned n[BC_NUMBERINGS];
};

struct body {
	struct bc_composer *c;
	struct bc_nodes *out;
	struct bc_para *last; /* text so far ends here; NULL: behind a table */
	unsigned above;       /* headings that stand over the topmost sections */
};

static void compose_blocks(struct body *b, const struct bc_block *blocks, size_t n,
			   unsigned depth, enum bc_numbering above);

static bool ends_with(struct bc_str s, struct bc_str end)
{
	return s.n >= end.n && memcmp(s.p + s.n - end.n, end.p, end.n) == 0;
}

/* A paragraph that ends in a colon stays with the list or table it announces. */
static void finish_para(struct body *b, struct bc_node *node, struct bc_phrase text)
{
	node->place = text.place;
	node->u.para.keep_next = text.s.n && text.s.p[text.s.n - 1] == ':';
	b->last = &node->u.para;
}

static void compose_text(struct body *b, const struct bc_prose *text)
{
	for (size_t i = 0; i < text->n; i++) {
		struct bc_node *node = bc_body_para_add(b->c, b->out, BC_EL_BODY);
		bc_marked_add(b->c, &node->u.para, bc_element(b->c, BC_EL_BODY), text->at[i]);
		finish_para(b, node, text->at[i]);
	}
}

static void add_label(struct body *b, struct bc_para *para, const struct bc_element *e,
		      struct bc_str mark)
{
	if (mark.n == 0)
		return;
	struct bc_buf label = bc_buf_in(b->c->ctx->arena);
	bc_buf_add(&label, mark);
	bc_buf_putc(&label, ' ');
	bc_literal_add(b->c, para, e, bc_buf_str(&label));
	para->label = label.n;
}

static void compose_items(struct body *b, const struct bc_list_item *items, size_t n,
			  enum bc_numbering numbering);

/* Text alone is the item's body itself; of several pieces each is an element in it. */
static void compose_item(struct body *b, const struct bc_list_item *item, struct bc_str mark)
{
	const struct bc_element *e = bc_element(b->c, BC_EL_BODY);
	bool plain = item->text.n == 1 && item->n_items == 0;
	for (size_t k = 0; k < item->text.n; k++) {
		struct bc_node *node = bc_body_para_add(b->c, b->out, BC_EL_BODY);
		node->role = plain ? BC_ROLE_LBODY : BC_ROLE_P;
		if (k == 0)
			add_label(b, &node->u.para, e, mark);
		bc_marked_add(b->c, &node->u.para, e, item->text.at[k]);
		finish_para(b, node, item->text.at[k]);
	}
	if (item->n_items)
		compose_items(b, item->items, item->n_items,
			      item->numbering ? (enum bc_numbering)item->numbering
					      : BC_NUMBER_PLUS);
	if (!plain) {
		struct bc_nodes body = {0};
		bc_group_add(b->c, &body, BC_ROLE_LBODY, item->place, b->out);
		*b->out = body;
	}
}

static void compose_items(struct body *b, const struct bc_list_item *items, size_t n,
			  enum bc_numbering numbering)
{
	struct bc_nodes *outer = b->out;
	struct bc_nodes list = {0};
	for (size_t i = 0; i < n; i++) {
		struct bc_nodes inside = {0};
		b->out = &inside;
		compose_item(b, &items[i], bc_number_mark(b->c, numbering, (unsigned)i + 1));
		bc_group_add(b->c, &list, BC_ROLE_LI, items[i].place, &inside);
	}
	b->out = outer;
	bc_group_add(b->c, outer, BC_ROLE_L, n ? items[0].place : (struct bc_place){0}, &list)
		->listing = bc_number_listing(numbering);
}

static enum bc_role heading_role(unsigned above)
{
	/* below H6 a heading is a paragraph */
	static const enum bc_role roles[] = {BC_ROLE_H1, BC_ROLE_H2, BC_ROLE_H3,
					     BC_ROLE_H4, BC_ROLE_H5, BC_ROLE_H6};
	return above < sizeof roles / sizeof roles[0] ? roles[above] : BC_ROLE_P;
}

static struct bc_str bookmark(struct body *b, struct bc_str mark, struct bc_str title)
{
	struct bc_buf text = bc_buf_in(b->c->ctx->arena);
	bc_buf_add(&text, mark);
	if (mark.n)
		bc_buf_putc(&text, ' ');
	bc_buf_add(&text, title);
	return bc_buf_str(&text);
}

/* "Phần I" and, on the next line, its title; one heading for a reader. */
static void compose_own_line(struct body *b, struct bc_node *node, struct bc_str mark,
			     struct bc_phrase title)
{
	struct bc_para *para = &node->u.para;
	bc_literal_add(b->c, para, bc_element(b->c, BC_EL_PHAN), mark);
	bc_literal_add(b->c, para, bc_element(b->c, BC_EL_PHAN), BC_STR("\n"));
	bc_text_add(b->c, para, bc_element(b->c, BC_EL_PHAN_TITLE), title);
}

static void compose_heading(struct body *b, const struct bc_block *section, unsigned depth,
			    enum bc_numbering numbering, unsigned n)
{
	enum bc_element_id id = bc_number_element(numbering);
	const struct bc_element *e = bc_element(b->c, id);
	struct bc_str mark = bc_number_mark(b->c, numbering, n);
	struct bc_node *node = bc_body_para_add(b->c, b->out, id);
	struct bc_para *para = &node->u.para;
	node->role = heading_role(b->above + depth);
	node->place = section->title.place;
	if (e->centered) {
		para->align = BC_CENTER;
		para->indent_first = 0;
		para->balance = true;
	}
	if (e->own_line) {
		compose_own_line(b, node, mark, section->title);
	} else {
		add_label(b, para, e, mark);
		para->label = 0; /* part of the heading, not of a list */
		bc_text_add(b->c, para, e, section->title);
	}
	para->keep_lines = para->keep_next = true;
	para->bookmark = bookmark(b, mark, section->title.s);
	para->depth = depth + 2;
	b->last = para;
}

static void compose_section(struct body *b, const struct bc_block *section, unsigned depth,
			    enum bc_numbering above, struct counters *counters)
{
	enum bc_numbering numbering = section->numbering
					      ? (enum bc_numbering)section->numbering
					      : bc_number_default(b->c, depth, above);
	struct bc_nodes *outer = b->out;
	struct bc_nodes inside = {0};
	b->out = &inside;
	compose_heading(b, section, depth, numbering, ++counters->n[numbering]);
	compose_blocks(b, section->blocks, section->n_blocks, depth + 1, numbering);
	bc_group_add(b->c, outer, BC_ROLE_SECT, section->place, &inside);
	b->out = outer;
}

/* "như sau:" may stand on the page before its table, whose first rows are tall; a heading not.
 */
static void compose_table(struct body *b, const struct bc_data_table *table)
{
	if (b->last && !b->last->keep_lines)
		b->last->keep_next = false;
	if (table)
		bc_compose_table(b->c, table, b->out);
	b->last = NULL;
}

static void compose_blocks(struct body *b, const struct bc_block *blocks, size_t n,
			   unsigned depth, enum bc_numbering above)
{
	struct counters counters = {0};
	for (size_t i = 0; i < n; i++) {
		const struct bc_block *block = &blocks[i];
		switch (block->kind) {
		case BC_BLOCK_TEXT:
			compose_text(b, &block->text);
			break;
		case BC_BLOCK_SECTION:
			compose_section(b, block, depth, above, &counters);
			break;
		case BC_BLOCK_LIST:
			compose_items(b, block->items, block->n_items,
				      block->numbering ? (enum bc_numbering)block->numbering
						       : BC_NUMBER_DASH);
			break;
		case BC_BLOCK_TABLE:
			compose_table(b, block->table);
			break;
		case BC_BLOCK_PAGE_BREAK:
			bc_node_add(b->c, b->out, BC_NODE_PAGE_BREAK, BC_ROLE_ARTIFACT,
				    block->place);
			break;
		}
	}
}

/* "./." or "." behind the last word, once (NĐ 30 III; HD36 1.6.2). */
static void add_end_mark(struct body *b, struct bc_str mark)
{
	if (!b->last || b->last->n_runs == 0 || mark.n == 0)
		return;
	struct bc_str text = b->last->runs[b->last->n_runs - 1].text;
	if (ends_with(text, mark))
		return;
	if (ends_with(text, BC_STR(".")) && mark.p[0] == '.')
		mark = bc_str_cut(mark, 1, mark.n);
	bc_literal_add(b->c, b->last, bc_element(b->c, BC_EL_BODY), mark);
}

void bc_compose_blocks(struct bc_composer *c, const struct bc_block *blocks, size_t n,
		       unsigned above, struct bc_str end_mark, struct bc_nodes *out)
{
	struct body b = {.c = c, .out = out, .above = above};
	compose_blocks(&b, blocks, n, 0, BC_NUMBER_DEFAULT);
	add_end_mark(&b, end_mark);
}
