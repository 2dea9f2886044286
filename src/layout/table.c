/*
 * Tables: rows kept whole, the header repeated on every page, cells merged
 * across and down.
 */
#include "layout/para.h"
#include "layout/set.h"
#include "layout/table_width.h"

static const bc_len OPENING = 150 * BC_PT; /* of header and two rows, kept on one page */

struct table_setter {
	struct bc_setter *s;
	const struct bc_table *t;
	struct bc_arena *arena;
	struct bc_table_widths widths;
	bc_len *left;              /* of each column, and the right end */
	struct bc_strip *contents; /* of each cell, row by row */
	bc_len *heights;           /* of each row, its lower line included */
};

static const struct bc_cell *cell_at(const struct table_setter *ts, size_t row, size_t column)
{
	return &ts->t->rows[row].cells[column];
}

static struct bc_strip *content_at(const struct table_setter *ts, size_t row, size_t column)
{
	return &ts->contents[row * ts->t->n_columns + column];
}

static bc_len padded(const struct table_setter *ts, bc_len height)
{
	return height + 2 * ts->t->pad_y + ts->t->border;
}

static void report_too_wide(const struct table_setter *ts, const struct bc_node *node,
			    bc_len width)
{
	struct bc_buf needed = bc_buf_in(ts->arena), given = bc_buf_in(ts->arena);
	bc_buf_int(&needed,
		   (ts->widths.needed * 254 + 72 * BC_PT * 10 - 1) / (72 * BC_PT * 10));
	bc_buf_int(&given, width * 254 / (72 * BC_PT * 10));
	BC_REPORT2(ts->s->ctx->findings, TABLE_TOO_WIDE, node->place, bc_buf_str(&needed),
		   bc_buf_str(&given));
}

static struct bc_strip set_cell(const struct table_setter *ts, size_t row, size_t column,
				struct bc_elem *elem)
{
	const struct bc_cell *cell = cell_at(ts, row, column);
	struct bc_strips lines = {.arena = ts->arena};
	bc_len width = ts->left[column + cell->colspan] - ts->left[column] - 2 * ts->t->pad_x;
	if (cell->para->align == BC_DECIMAL)
		width -= ts->widths.fraction[column] - bc_cell_fraction(ts->s, cell->para);
	bc_para_set(ts->s, cell->para, (struct bc_para_elems){.body = elem}, width, &lines);
	return bc_strips_stack(&lines);
}

static struct bc_elem *cell_elem(struct bc_setter *s, struct bc_elem *row,
				 const struct bc_cell *cell)
{
	struct bc_elem *elem = bc_elem_new(s, row, cell->head ? BC_ROLE_TH : BC_ROLE_TD);
	elem->colspan = cell->colspan;
	elem->rowspan = cell->rowspan;
	return elem;
}

static void set_row(struct table_setter *ts, size_t row, struct bc_elem *body)
{
	struct bc_elem *tr = bc_elem_new(ts->s, body, BC_ROLE_TR);
	ts->heights[row] = padded(ts, 0);
	for (size_t i = 0; i < ts->t->n_columns; i++) {
		const struct bc_cell *cell = cell_at(ts, row, i);
		if (cell->colspan == 0)
			continue;
		struct bc_elem *elem = cell_elem(ts->s, tr, cell);
		if (!cell->para)
			continue;
		struct bc_strip content = set_cell(ts, row, i, elem);
		*content_at(ts, row, i) = content;
		if (cell->rowspan == 1)
			ts->heights[row] =
				bc_len_max(ts->heights[row], padded(ts, content.height));
	}
}

static bc_len span_height(const struct table_setter *ts, size_t row, size_t rows)
{
	bc_len height = 0;
	for (size_t r = row; r < row + rows; r++)
		height += ts->heights[r];
	return height;
}

/* A cell that goes down over several rows makes the last of them taller if it must. */
static void stretch_spans(struct table_setter *ts)
{
	for (size_t row = 0; row < ts->t->n_rows; row++) {
		for (size_t i = 0; i < ts->t->n_columns; i++) {
			const struct bc_cell *cell = cell_at(ts, row, i);
			if (cell->colspan == 0 || cell->rowspan == 1)
				continue;
			bc_len lack = padded(ts, content_at(ts, row, i)->height) -
				      span_height(ts, row, cell->rowspan);
			ts->heights[row + cell->rowspan - 1] += bc_len_max(lack, 0);
		}
	}
}

/* Lines to the left of, to the right of and under a cell; `top`: also above. */
static void add_borders(const struct table_setter *ts, struct bc_items *items, size_t column,
			const struct bc_cell *cell, const bc_len y[2], bool top)
{
	bc_len b = ts->t->border, end = ts->left[ts->t->n_columns];
	bc_len x0 = ts->left[column], x1 = ts->left[column + cell->colspan];
	bc_len left = x0 == 0 ? 0 : x0 - b / 2;
	bc_len right = x1 == end ? end - b : x1 - b / 2;
	if (top)
		bc_item_rule(items, left, y[0], right + b - left, b);
	bc_item_rule(items, left, y[1] - b, right + b - left, b);
	bc_item_rule(items, left, y[0], b, y[1] - y[0]);
	if (x1 == end)
		bc_item_rule(items, right, y[0], b, y[1] - y[0]);
}

/* The cells that begin in `row`, whose upper line is at y, into `items`. */
static void place_row(const struct table_setter *ts, size_t row, bc_len y,
		      struct bc_items *items)
{
	for (size_t i = 0; i < ts->t->n_columns; i++) {
		const struct bc_cell *cell = cell_at(ts, row, i);
		if (cell->colspan == 0)
			continue;
		const struct bc_strip *content = content_at(ts, row, i);
		bc_len height = span_height(ts, row, cell->rowspan);
		bc_len spare = height - padded(ts, content->height);
		bc_len down = ts->t->pad_y + (cell->middle ? spare / 2 : 0);
		bc_items_place(items, content, ts->left[i] + ts->t->pad_x, y + down);
	}
}

static void place_borders(const struct table_setter *ts, size_t row, bc_len y, bool top,
			  struct bc_items *items)
{
	for (size_t i = 0; i < ts->t->n_columns; i++) {
		const struct bc_cell *cell = cell_at(ts, row, i);
		if (cell->colspan == 0)
			continue;
		bc_len height = span_height(ts, row, cell->rowspan);
		add_borders(ts, items, i, cell, (bc_len[2]){y, y + height}, top);
	}
}

/* The rows [from, to) as one strip. */
static struct bc_strip rows_strip(const struct table_setter *ts, size_t from, size_t to)
{
	bool top = from == 0 || ts->t->n_head == 0;
	struct bc_items items = {.arena = ts->arena};
	struct bc_strip strip = {.height = 0};
	for (size_t row = from; row < to; row++) {
		place_row(ts, row, strip.height, &items);
		strip.height += ts->heights[row];
	}
	/* all lines behind all text: one artifact for a reader who cannot see them */
	bc_len y = 0;
	for (size_t row = from; row < to; row++) {
		place_borders(ts, row, y, top && row == from, &items);
		y += ts->heights[row];
	}
	strip.items = items.at;
	strip.n_items = items.n;
	return strip;
}

/* The row behind the last that a cell of `row` goes down to. */
static size_t reach(const struct table_setter *ts, size_t row)
{
	size_t end = row + 1;
	for (size_t i = 0; i < ts->t->n_columns; i++) {
		const struct bc_cell *cell = cell_at(ts, row, i);
		if (cell->colspan && row + cell->rowspan > end)
			end = row + cell->rowspan;
	}
	return end;
}

/* Whether `row` is the second of the body, and the table's opening is small enough to stay
 * whole. */
static bool opens(const struct table_setter *ts, size_t row)
{
	return row == ts->t->n_head + 1 && span_height(ts, 0, row + 1) <= OPENING;
}

static void emit(struct table_setter *ts, const struct bc_node *node, struct bc_strips *out)
{
	const struct bc_table *t = ts->t;
	struct bc_strip *again = NULL;
	if (t->n_head) {
		struct bc_strip head = rows_strip(ts, 0, t->n_head);
		head.place = node->place;
		again = bc_new(ts->arena, struct bc_strip);
		*again = head;
		again->artifact = true;
		*bc_strip_add(out) = head;
	}
	for (size_t row = t->n_head, merged_to = 0; row < t->n_rows; row++) {
		struct bc_strip strip = rows_strip(ts, row, row + 1);
		strip.place = node->place;
		strip.head = again;
		strip.glued = (row == t->n_head && again) || opens(ts, row) ||
			      (row > 0 && t->rows[row - 1].keep_next) || merged_to > row;
		strip.merged = merged_to > row;
		size_t end = reach(ts, row);
		merged_to = end > merged_to ? end : merged_to;
		*bc_strip_add(out) = strip;
	}
	out->at[0].space = t->space_before;
}

/* The rows [from, to) under an element of their own. */
static void set_group(struct table_setter *ts, struct bc_elem *table, enum bc_role role,
		      size_t from, size_t to)
{
	struct bc_elem *group = to > from ? bc_elem_new(ts->s, table, role) : NULL;
	for (size_t row = from; row < to; row++)
		set_row(ts, row, group);
}

/* Head and foot stand beside a body only (ISO 32000-1 14.8.4.3.4). */
static void set_rows(struct table_setter *ts, struct bc_elem *table)
{
	const struct bc_table *t = ts->t;
	bool bare = t->n_rows <= t->n_head + t->n_foot;
	size_t head = bare ? 0 : t->n_head, foot = bare ? t->n_rows : t->n_rows - t->n_foot;
	set_group(ts, table, BC_ROLE_THEAD, 0, head);
	set_group(ts, table, BC_ROLE_TBODY, head, foot);
	set_group(ts, table, BC_ROLE_TFOOT, foot, t->n_rows);
	stretch_spans(ts);
}

void bc_table_set(struct bc_setter *s, const struct bc_node *node, struct bc_elem *parent,
		  bc_len width, struct bc_strips *out)
{
	const struct bc_table *t = &node->u.table;
	struct table_setter ts = {.s = s, .t = t, .arena = out->arena};
	if (t->n_rows == 0 || t->n_columns == 0)
		return;
	ts.widths = bc_table_widths(s, t, width);
	if (ts.widths.needed > width)
		report_too_wide(&ts, node, width);
	ts.left = bc_new_n(ts.arena, bc_len, t->n_columns + 1);
	for (size_t i = 0; i < t->n_columns; i++)
		ts.left[i + 1] = ts.left[i] + ts.widths.width[i];
	ts.contents = bc_new_n(ts.arena, struct bc_strip, t->n_rows * t->n_columns);
	ts.heights = bc_new_n(ts.arena, bc_len, t->n_rows);
	set_rows(&ts, bc_elem_new(s, parent, node->role));
	emit(&ts, node, out);
}
