/*
 * layout/flow and what it is handed: page breaks at hand-made places, and
 * what is said of what fits nowhere.  Random documents are in tests/prop.
 */
#include "layout.h"

#include "base/limits.h"

enum {
	MAX_PAGES = 64,
};

/* What the pages were. */
struct seen {
	size_t pages;
	size_t lines[MAX_PAGES]; /* text items in the structure tree, by page */
	bc_len rightmost;        /* end of any rule */
	struct bc_str labels[MAX_PAGES];
};

static void look(void *self, const struct bc_page *page)
{
	struct seen *seen = self;
	size_t at = seen->pages++ % MAX_PAGES;
	seen->lines[at] = 0;
	seen->labels[at] = bc_str_dup(&fx.arena, page->label);
	for (size_t i = 0; i < page->n_items; i++) {
		const struct bc_item *item = &page->items[i];
		seen->lines[at] += item->kind == BC_ITEM_TEXT && item->elem;
		if (item->kind == BC_ITEM_FILL)
			seen->rightmost = bc_len_max(seen->rightmost, item->x + item->width);
	}
}

/* Pages 200 pt wide with room for ten lines of 12 pt. */
static struct bc_part part_of(struct bc_node *first)
{
	return (struct bc_part){
		.sheet = {.width = 240 * BC_PT,
			  .height = 160 * BC_PT,
			  .top = 20 * BC_PT,
			  .bottom = 20 * BC_PT,
			  .left = 20 * BC_PT,
			  .right = 20 * BC_PT},
		.first = first,
	};
}

static struct seen lay_out(struct bc_part *part)
{
	struct seen seen = {0};
	struct bc_doc doc = {.parts = part};
	bc_layout(&fx.ctx, fonts, &doc, (struct bc_page_sink){&seen, look});
	return seen;
}

/* `n` paragraphs of one line each, before `next`. */
static struct bc_node *lines(size_t n, struct bc_node *next)
{
	while (n-- > 0)
		next = para_node("dòng", next);
	return next;
}

/* One paragraph with `n` lines. */
static struct bc_node *block(size_t n, struct bc_node *next)
{
	struct bc_buf text = bc_buf_in(&fx.arena);
	for (size_t i = 0; i < n; i++)
		bc_buf_puts(&text, i ? "\ndòng" : "dòng");
	return para_node(bc_str_z(&fx.arena, bc_buf_str(&text)), next);
}

static void assert_pages(const struct seen *seen, const size_t *lines_of_each, size_t n)
{
	assert_int_equal(seen->pages, n);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(seen->lines[i], lines_of_each[i]);
}

#define ASSERT_PAGES(seen, ...)                              \
	assert_pages(&(seen), (const size_t[]){__VA_ARGS__}, \
		     sizeof((const size_t[]){__VA_ARGS__}) / sizeof(size_t))

static void an_empty_part_is_a_page(void **state)
{
	(void)state;
	struct bc_part part = part_of(NULL);
	struct seen seen = lay_out(&part);
	ASSERT_PAGES(seen, 0);
}

static void pages_are_filled(void **state)
{
	(void)state;
	struct bc_part ten = part_of(lines(10, NULL)), more = part_of(lines(21, NULL));
	struct seen seen = lay_out(&ten);
	ASSERT_PAGES(seen, 10);
	seen = lay_out(&more);
	ASSERT_PAGES(seen, 10, 10, 1);
	assert_int_equal(fx.findings.kept, 0);
}

static void no_line_stands_alone(void **state)
{
	(void)state;
	struct bc_part orphan = part_of(lines(9, block(4, NULL)));
	struct bc_part widow = part_of(lines(7, block(4, NULL)));
	struct bc_part both = part_of(lines(8, block(3, NULL)));
	struct seen seen = lay_out(&orphan);
	ASSERT_PAGES(seen, 9, 4);
	seen = lay_out(&widow);
	ASSERT_PAGES(seen, 9, 2);
	seen = lay_out(&both);
	ASSERT_PAGES(seen, 8, 3);
	assert_int_equal(fx.findings.kept, 0);
}

static void headings_go_with_what_follows(void **state)
{
	(void)state;
	struct bc_node *second = para_node("tiêu đề", block(2, NULL));
	struct bc_node *first = para_node("tiêu đề", second);
	first->u.para.keep_next = second->u.para.keep_next = true;
	struct bc_part part = part_of(lines(8, first));
	struct seen seen = lay_out(&part);
	ASSERT_PAGES(seen, 8, 4);
}

static void what_must_stay_together_may_be_longer_than_a_page(void **state)
{
	(void)state;
	struct bc_node *long_one = block(25, NULL);
	long_one->u.para.keep_lines = true;
	struct bc_part part = part_of(long_one);
	struct seen seen = lay_out(&part);
	ASSERT_PAGES(seen, 10, 10, 5);
	assert_int_equal(found(BC_DIAG_KEEP_BROKEN), 2);
	assert_false(bc_findings_failed(&fx.findings));
}

static void page_breaks_make_no_empty_pages(void **state)
{
	(void)state;
	struct bc_node *end = node_of(BC_NODE_PAGE_BREAK, node_of(BC_NODE_PAGE_BREAK, NULL));
	struct bc_node *middle =
		node_of(BC_NODE_PAGE_BREAK, node_of(BC_NODE_PAGE_BREAK, lines(1, end)));
	struct bc_part part = part_of(node_of(BC_NODE_PAGE_BREAK, lines(1, middle)));
	struct seen seen = lay_out(&part);
	ASSERT_PAGES(seen, 1, 1);
}

static void spaces_at_a_page_top_are_dropped(void **state)
{
	(void)state;
	struct bc_node *late = para_node("sau", NULL);
	late->u.para.space_before = 100 * BC_PT;
	struct bc_part part = part_of(lines(9, late));
	struct seen seen = lay_out(&part);
	ASSERT_PAGES(seen, 9, 1);
	late->u.para.space_before = 12 * BC_PT;
	late->next = lines(9, NULL);
	seen = lay_out(&part);
	ASSERT_PAGES(seen, 9, 10);
}

static struct bc_node *table_node(size_t rows, size_t columns, struct bc_node *next)
{
	struct bc_node *node = node_of(BC_NODE_TABLE, next);
	node->u.table = table_of(rows, columns);
	for (size_t row = 0; row < rows; row++) {
		for (size_t i = 0; i < columns; i++)
			node->u.table.rows[row].cells[i].para = para_of("ô");
	}
	return node;
}

static void headers_come_again(void **state)
{
	(void)state;
	struct bc_node *node = table_node(24, 1, NULL);
	node->u.table.border = 0;
	node->u.table.n_head = 1;
	struct bc_part part = part_of(node);
	struct seen seen = lay_out(&part);
	/* repeated headers are no content */
	ASSERT_PAGES(seen, 10, 9, 5);
}

static void a_header_that_fills_the_page_ends(void **state)
{
	(void)state;
	struct bc_node *node = table_node(14, 1, NULL);
	node->u.table.n_head = 11;
	struct bc_part part = part_of(node);
	struct seen seen = lay_out(&part);
	assert_int_equal(seen.pages, 4);
	assert_true(found(BC_DIAG_TOO_TALL) >= 1);
}

static void merged_cells_are_not_parted(void **state)
{
	(void)state;
	struct bc_node *node = table_node(6, 2, NULL);
	merge(&node->u.table, 3, 0, 3, 1);
	struct bc_part part = part_of(lines(6, node));
	struct seen seen = lay_out(&part);
	ASSERT_PAGES(seen, 12, 4);
	assert_int_equal(fx.findings.kept, 0);
}

static void merged_cells_taller_than_a_page_are_an_error(void **state)
{
	(void)state;
	struct bc_node *node = table_node(30, 2, NULL);
	merge(&node->u.table, 0, 0, 30, 1);
	struct bc_part part = part_of(node);
	lay_out(&part);
	assert_true(found(BC_DIAG_TOO_TALL) > 0);
}

static void a_strip_too_tall_is_said_once(void **state)
{
	(void)state;
	struct bc_node *node = table_node(1, 1, lines(3, NULL));
	node->u.table.rows[0].cells[0].para = &block(12, NULL)->u.para;
	struct bc_part part = part_of(lines(1, node));
	struct seen seen = lay_out(&part);
	ASSERT_PAGES(seen, 1, 12, 3);
	assert_int_equal(found(BC_DIAG_TOO_TALL), 1);
	assert_int_equal(fx.findings.kept, 1);
}

static void the_foot_takes_its_room(void **state)
{
	(void)state;
	struct bc_part part = part_of(lines(9, NULL));
	part.foot = para_of("liên hệ");
	struct seen seen = lay_out(&part);
	ASSERT_PAGES(seen, 9, 1); /* 8 lines and the foot's own */
	part.foot_last = true;
	seen = lay_out(&part);
	ASSERT_PAGES(seen, 8, 2);
	assert_int_equal(fx.findings.kept, 0);
}

static void the_foot_gets_a_page_when_nothing_leaves_it_room(void **state)
{
	(void)state;
	struct bc_node *node = table_node(1, 1, NULL);
	node->u.table.border = 0;
	node->u.table.rows[0].cells[0].para = &block(10, NULL)->u.para;
	struct bc_part part = part_of(node);
	part.foot = para_of("liên hệ");
	part.foot_last = true;
	struct seen seen = lay_out(&part);
	ASSERT_PAGES(seen, 10, 1);
	assert_int_equal(fx.findings.kept, 0);
}

static void a_foot_taller_than_the_page_is_an_error(void **state)
{
	(void)state;
	struct bc_part part = part_of(NULL);
	part.foot = &block(12, NULL)->u.para;
	lay_out(&part);
	assert_int_equal(found(BC_DIAG_TOO_TALL), 1);
	part.foot_last = true;
	lay_out(&part);
	assert_int_equal(found(BC_DIAG_TOO_TALL), 2);
}

static void numbers_go_on_or_begin_again(void **state)
{
	(void)state;
	struct bc_part second = part_of(lines(1, NULL)), third = part_of(lines(1, NULL));
	struct bc_part first = part_of(lines(11, NULL));
	first.next = &second;
	second.next = &third;
	third.restart = true;
	struct seen seen = lay_out(&first);
	assert_int_equal(seen.pages, 4);
	static const char *const labels[] = {"1", "2", "3", "1"};
	for (size_t i = 0; i < 4; i++)
		assert_true(bc_str_is(seen.labels[i], labels[i]));
}

static void there_is_a_last_page(void **state)
{
	(void)state;
	struct bc_node *first = NULL;
	for (size_t i = 0; i < BC_LIMIT_PAGES; i++)
		first = lines(1, node_of(BC_NODE_PAGE_BREAK, first));
	struct bc_part part = part_of(first), next = part_of(lines(1, NULL));
	struct seen seen = lay_out(&part);
	assert_int_equal(seen.pages, BC_LIMIT_PAGES);
	assert_int_equal(fx.findings.kept, 0);
	part.next = &next;
	seen = lay_out(&part);
	assert_int_equal(seen.pages, BC_LIMIT_PAGES);
	assert_int_equal(found(BC_DIAG_TOO_MANY_PAGES), 1);
}

/* ---- lines ---------------------------------------------------------------------------- */

static void a_line_that_cannot_shrink_is_an_error_justified_too(void **state)
{
	(void)state;
	/* a number and its unit are not parted */
	struct bc_node *node = para_node("WWWWWWWWWWWWWWWWWW\u00A0WWWW", NULL);
	node->u.para.whole = true;
	node->u.para.align = BC_JUSTIFY;
	struct bc_part part = part_of(node);
	lay_out(&part);
	assert_int_equal(found(BC_DIAG_LINE_TOO_LONG), 1);
}

static void no_room_at_all_is_an_error(void **state)
{
	(void)state;
	struct bc_node *node = para_node("chữ", NULL);
	node->u.para.align = BC_JUSTIFY;
	node->u.para.indent_left = 300 * BC_PT;
	struct bc_part part = part_of(node);
	lay_out(&part);
	assert_true(found(BC_DIAG_LINE_TOO_LONG) > 0);
}

static void underlines_end_with_the_letters(void **state)
{
	(void)state;
	struct bc_node *node = para_node("", NULL);
	struct bc_run runs[2] = {{.text = BC_STR("gạch chân gạch chân gạch chân gạch chân "
						 "gạch chân gạch chân gạch chân ")},
				 {.text = BC_STR("thường thường thường thường")}};
	runs[0].underline = true;
	node->u.para.runs = runs;
	node->u.para.n_runs = 2;
	node->u.para.align = BC_JUSTIFY;
	struct bc_part part = part_of(node);
	for (bc_len width = 200; width < 240; width++) {
		part.sheet.width = width * BC_PT;
		struct seen seen = lay_out(&part);
		assert_true(seen.rightmost > 0);
		/* a unit for each space, where a line is pressed together */
		assert_true(seen.rightmost <= (width - 20) * BC_PT + 32);
	}
}

static void take_text(void *self, const struct bc_page *page)
{
	struct bc_buf *text = self;
	for (size_t i = 0; i < page->n_items; i++) {
		if (page->items[i].kind == BC_ITEM_TEXT)
			bc_buf_add(text, page->items[i].run.text);
	}
}

/* Words on both sides of a line's end are two, wherever the line ends (14.8.2.5). */
static void lines_end_with_a_space(void **state)
{
	(void)state;
	struct bc_buf text = bc_buf_in(&fx.arena);
	struct bc_node *node = para_node("tên \nxã\nhuyện\n\ntỉnh", NULL);
	struct bc_part part = part_of(node);
	struct bc_doc doc = {.parts = &part};
	node->u.para.align = BC_CENTER;
	bc_layout(&fx.ctx, fonts, &doc, (struct bc_page_sink){&text, take_text});
	bc_buf_putc(&text, '\0');
	assert_string_equal(text.p, "tên xã huyện tỉnh");
}

static void keep_spot(void *self, const struct bc_page *page)
{
	struct bc_item *spot = self;
	for (size_t i = 0; i < page->n_items; i++) {
		if (page->items[i].kind == BC_ITEM_SPOT)
			*spot = page->items[i];
	}
}

/* In the right one of two columns, over the room below its first line. */
static void a_spot_lies_over_what_follows(void **state)
{
	(void)state;
	static const struct bc_spot seal = {.kind = BC_SPOT_DAU, .signature = 1};
	struct bc_node *room = node_of(BC_NODE_SPACE, para_node("name", NULL));
	room->u.space = 30 * BC_PT;
	struct bc_node *spot = node_of(BC_NODE_SPOT, room);
	spot->role = BC_ROLE_FORM;
	spot->u.spot =
		(struct bc_vacancy){&seal, -15 * BC_PT, 2 * BC_PT, 20 * BC_PT, 26 * BC_PT};
	struct bc_node *columns = node_of(BC_NODE_COLUMNS, NULL);
	columns->u.columns.n_columns = 2;
	columns->u.columns.columns = bc_new_n(&fx.arena, struct bc_column, 2);
	columns->u.columns.columns[1].first = para_node("position", spot);
	struct bc_part part = part_of(lines(3, columns));
	struct bc_doc doc = {.parts = &part};
	struct bc_item at = {0};
	bc_layout(&fx.ctx, fonts, &doc, (struct bc_page_sink){&at, keep_spot});
	assert_ptr_equal(at.spot, &seal);
	assert_int_equal(at.x, (20 + 150 - 15) * BC_PT);
	assert_int_equal(at.y, (20 + 4 * 12 + 2) * BC_PT);
	assert_int_equal(at.width, 20 * BC_PT);
	assert_int_equal(at.height, 26 * BC_PT);
	assert_int_equal(at.elem->role, BC_ROLE_FORM);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_empty_part_is_a_page),
		TEST(pages_are_filled),
		TEST(no_line_stands_alone),
		TEST(headings_go_with_what_follows),
		TEST(what_must_stay_together_may_be_longer_than_a_page),
		TEST(page_breaks_make_no_empty_pages),
		TEST(spaces_at_a_page_top_are_dropped),
		TEST(headers_come_again),
		TEST(a_header_that_fills_the_page_ends),
		TEST(merged_cells_are_not_parted),
		TEST(merged_cells_taller_than_a_page_are_an_error),
		TEST(a_strip_too_tall_is_said_once),
		TEST(the_foot_takes_its_room),
		TEST(the_foot_gets_a_page_when_nothing_leaves_it_room),
		TEST(a_foot_taller_than_the_page_is_an_error),
		TEST(numbers_go_on_or_begin_again),
		TEST(there_is_a_last_page),
		TEST(a_line_that_cannot_shrink_is_an_error_justified_too),
		TEST(no_room_at_all_is_an_error),
		TEST(underlines_end_with_the_letters),
		TEST(lines_end_with_a_space),
		TEST(a_spot_lies_over_what_follows),
	};
	if (setjmp(fx.oom) || setjmp(loading.oom))
		return 1;
	return cmocka_run_group_tests(tests, load_fonts, drop_fonts);
}
