/*
 * Tables: header levels with merged cells, numbers the Vietnamese way, group
 * rows, totals.  The rule is silent on tables; the values are practice.
 */
#include "compose/parts.h"

#include "base/limits.h"

struct table_composer {
	struct bc_composer *c;
	const struct bc_data_table *data;
	struct bc_table *out;
	const struct bc_table_head **leaves; /* of each column */
	size_t *free_from; /* for each column the row behind all cells so far */
};

static size_t count_leaves(const struct bc_table_head *heads, size_t n)
{
	size_t leaves = 0;
	for (size_t i = 0; i < n; i++)
		leaves += heads[i].n_columns
				  ? count_leaves(heads[i].columns, heads[i].n_columns)
				  : 1;
	return leaves;
}

static size_t count_levels(const struct bc_table_head *heads, size_t n)
{
	size_t deepest = 0;
	for (size_t i = 0; i < n; i++) {
		size_t below = count_levels(heads[i].columns, heads[i].n_columns);
		deepest = below > deepest ? below : deepest;
	}
	return n ? deepest + 1 : 0;
}

static struct bc_para *new_para(struct bc_composer *c, enum bc_element_id id,
				enum bc_align align)
{
	struct bc_nodes alone = {0};
	return &bc_para_add(c, &alone, id, align)->u.para;
}

static void fill_cell(struct bc_cell *cell, struct bc_para *para, size_t colspan,
		      size_t rowspan)
{
	cell->para = para;
	cell->colspan = (uint16_t)colspan;
	cell->rowspan = (uint16_t)rowspan;
	cell->middle = true;
}

/* A header cell and, below it, those of its sub-columns; the number of columns it covers. */
static size_t compose_head(struct table_composer *t, const struct bc_table_head *head,
			   size_t row, size_t column)
{
	struct bc_cell *cell = &t->out->rows[row].cells[column];
	size_t covered = head->n_columns ? 0 : 1;
	struct bc_para *para = new_para(t->c, BC_EL_TABLE_HEAD, BC_CENTER);
	para->balance = true;
	bc_marked_add(t->c, para, bc_element(t->c, BC_EL_TABLE_HEAD), head->title);
	for (size_t i = 0; i < head->n_columns; i++)
		covered += compose_head(t, &head->columns[i], row + 1, column + covered);
	if (head->n_columns == 0) {
		t->leaves[column] = head;
		if (head->width.given)
			t->out->columns[column].width = bc_len_micron(head->width.value * 1000);
	}
	size_t levels = count_levels(t->data->columns, t->data->n_columns);
	fill_cell(cell, para, covered, head->n_columns ? 1 : levels - row);
	cell->head = true;
	return covered;
}

static void compose_heads(struct table_composer *t)
{
	size_t column = 0;
	for (size_t i = 0; i < t->data->n_columns; i++)
		column += compose_head(t, &t->data->columns[i], 0, column);
}

/* (1) (2) (3) under the header. */
static void compose_column_numbers(struct table_composer *t, size_t row)
{
	for (size_t i = 0; i < t->out->n_columns; i++) {
		struct bc_buf number = bc_buf_in(t->c->ctx->arena);
		struct bc_para *para = new_para(t->c, BC_EL_TABLE_NOTE, BC_CENTER);
		bc_buf_putc(&number, '(');
		bc_buf_int(&number, (int64_t)i + 1);
		bc_buf_putc(&number, ')');
		bc_literal_add(t->c, para, bc_element(t->c, BC_EL_TABLE_NOTE),
			       bc_buf_str(&number));
		fill_cell(&t->out->rows[row].cells[i], para, 1, 1);
		t->out->rows[row].cells[i].head = true;
	}
}

static enum bc_align align_of(const struct bc_table_head *head)
{
	switch ((enum bc_column_kind)head->kind) {
	case BC_COLUMN_INDEX:
	case BC_COLUMN_CENTER:
		return BC_CENTER;
	case BC_COLUMN_COUNT:
	case BC_COLUMN_DECIMAL:
	case BC_COLUMN_PERCENT:
		return BC_DECIMAL;
	default:
		return BC_LEFT;
	}
}

static struct bc_phrase value_phrase(struct bc_composer *c, const struct bc_value *value,
				     bool grouped)
{
	struct bc_buf text = bc_buf_in(c->ctx->arena);
	if (value->kind != BC_VALUE_NUMBER || !grouped)
		return value->text;
	bc_decimal_print(&text, value->number);
	return (struct bc_phrase){.s = bc_buf_str(&text), .place = value->text.place};
}

static struct bc_para *value_para(struct table_composer *t, const struct bc_value *value,
				  const struct bc_table_head *head, bool bold)
{
	struct bc_element e = *bc_element(t->c, BC_EL_TABLE_CELL);
	struct bc_para *para = new_para(t->c, BC_EL_TABLE_CELL, align_of(head));
	e.bold |= bold;
	para->figures = para->align == BC_DECIMAL;
	if (value->kind == BC_VALUE_NUMBER)
		bc_text_add(t->c, para, &e,
			    value_phrase(t->c, value, head->kind != BC_COLUMN_INDEX));
	else
		bc_marked_add(t->c, para, &e, value->text);
	return para;
}

static size_t clamp_span(int64_t span, size_t room)
{
	room = room < UINT16_MAX ? room : UINT16_MAX;
	return span < 1 ? 1 : (size_t)span > room ? room : (size_t)span;
}

/* The columns [column, column + columns) are covered down to the row before `end`. */
static void occupy(struct table_composer *t, size_t column, size_t columns, size_t end)
{
	for (size_t i = column; i < column + columns; i++)
		t->free_from[i] = end > t->free_from[i] ? end : t->free_from[i];
}

static void compose_cells(struct table_composer *t, const struct bc_table_row *data, size_t row,
			  size_t rows_left)
{
	size_t column = 0;
	for (size_t i = 0; i < data->n_cells && column < t->out->n_columns; i++) {
		const struct bc_table_cell *from = &data->cells[i];
		while (column < t->out->n_columns && t->free_from[column] > row)
			column++;
		if (column == t->out->n_columns)
			return;
		size_t across = clamp_span(from->colspan, t->out->n_columns - column);
		size_t down = clamp_span(from->rowspan, rows_left);
		struct bc_cell *cell = &t->out->rows[row].cells[column];
		fill_cell(cell, NULL, across, down);
		occupy(t, column, across, row + down);
		if (from->value.kind != BC_VALUE_NONE)
			cell->para = value_para(t, &from->value, t->leaves[column],
						data->bold || from->bold);
		column += across;
	}
	/* a row that is too short was reported; its rest is empty */
	for (; column < t->out->n_columns; column++) {
		if (t->free_from[column] <= row)
			fill_cell(&t->out->rows[row].cells[column], NULL, 1, 1);
	}
}

static void compose_group(struct table_composer *t, const struct bc_table_row *data, size_t row)
{
	struct bc_para *para = new_para(t->c, BC_EL_TABLE_CELL, BC_LEFT);
	struct bc_element e = *bc_element(t->c, BC_EL_TABLE_CELL);
	e.bold = true;
	bc_marked_add(t->c, para, &e, data->group);
	fill_cell(&t->out->rows[row].cells[0], para, t->out->n_columns, 1);
	t->out->rows[row].keep_next = true;
}

static void compose_rows(struct table_composer *t, size_t first)
{
	t->free_from = bc_new_n(t->c->ctx->arena, size_t, t->out->n_columns);
	for (size_t i = 0; i < t->data->n_rows; i++) {
		const struct bc_table_row *data = &t->data->rows[i];
		if (data->group.s.p)
			compose_group(t, data, first + i);
		else
			compose_cells(t, data, first + i, t->data->n_rows - i);
	}
}

/* How many columns the label of the total covers: those before the first figure. */
static size_t label_columns(const struct table_composer *t)
{
	size_t stated = t->data->total.n_cells, n = 0;
	if (stated)
		return stated < t->out->n_columns ? t->out->n_columns - stated : 1;
	while (n < t->out->n_columns && align_of(t->leaves[n]) != BC_DECIMAL)
		n++;
	return n ? n : 1;
}

/* As stated under the last columns, else the exact sum where a column can be summed. */
static struct bc_value total_value(struct table_composer *t, size_t column, size_t label)
{
	const struct bc_table_total *total = &t->data->total;
	struct bc_value value = {0};
	if (total->n_cells)
		return column - label < total->n_cells ? total->cells[column - label].value
						       : value;
	if (total->sums && total->sums[column].given) {
		value.kind = BC_VALUE_NUMBER;
		value.number = total->sums[column].value;
	}
	return value;
}

static void compose_total(struct table_composer *t, size_t row)
{
	size_t label = label_columns(t);
	struct bc_row *out = &t->out->rows[row];
	struct bc_element e = *bc_element(t->c, BC_EL_TABLE_CELL);
	struct bc_para *para = new_para(t->c, BC_EL_TABLE_CELL, BC_CENTER);
	e.bold = true;
	bc_text_add(t->c, para, &e, t->data->total.label);
	fill_cell(&out->cells[0], para, label, 1);
	for (size_t i = label; i < t->out->n_columns; i++) {
		struct bc_value value = total_value(t, i, label);
		fill_cell(&out->cells[i], NULL, 1, 1);
		if (value.kind != BC_VALUE_NONE)
			out->cells[i].para = value_para(t, &value, t->leaves[i], true);
	}
	/* a total is not parted from the last row it sums */
	if (row > t->out->n_head)
		t->out->rows[row - 1].keep_next = true;
}

static void add_around(struct bc_composer *c, struct bc_nodes *out, enum bc_element_id id,
		       enum bc_align align, struct bc_phrase text)
{
	if (text.s.n == 0)
		return;
	struct bc_node *node = bc_para_add(c, out, id, align);
	node->place = text.place;
	node->u.para.keep_next = id != BC_EL_TABLE_NOTE;
	node->u.para.balance = align == BC_CENTER;
	bc_marked_add(c, &node->u.para, bc_element(c, id), text);
}

static void set_measures(struct bc_composer *c, struct bc_table *out, bool captioned)
{
	const struct bc_profile *p = c->profile;
	out->border = p->table_border;
	out->pad_x = p->cell_pad_x;
	out->pad_y = p->cell_pad_y;
	out->space_before = captioned ? p->body.gap.use / 2 : p->body.gap.use;
	out->space_after = p->body.gap.use;
}

void bc_compose_table(struct bc_composer *c, const struct bc_data_table *data,
		      struct bc_nodes *out)
{
	struct bc_arena *a = c->ctx->arena;
	size_t columns = count_leaves(data->columns, data->n_columns);
	size_t levels = count_levels(data->columns, data->n_columns);
	bool total = data->total.label.s.p;
	if (columns == 0 || columns > BC_LIMIT_COLUMNS)
		return; /* reported when it was read */
	struct bc_nodes caption = {0}, whole = {0};
	add_around(c, &caption, BC_EL_TABLE_CAPTION, BC_CENTER, data->caption);
	add_around(c, &caption, BC_EL_TABLE_UNIT, BC_RIGHT, data->unit);
	if (caption.first)
		bc_group_add(c, &whole, BC_ROLE_CAPTION, data->place, &caption);
	struct bc_node *node =
		bc_node_add(c, &whole, BC_NODE_TABLE, BC_ROLE_INLINE, data->place);
	bc_group_add(c, out, BC_ROLE_TABLE, data->place, &whole);
	struct table_composer t = {.c = c, .data = data, .out = &node->u.table};
	t.leaves = bc_new_n(a, const struct bc_table_head *, columns);
	set_measures(c, t.out, data->caption.s.n || data->unit.s.n);
	t.out->n_columns = columns;
	t.out->columns = bc_new_n(a, struct bc_table_column, columns);
	t.out->n_head = levels + data->column_numbers;
	t.out->n_foot = total;
	t.out->n_rows = t.out->n_head + data->n_rows + total;
	t.out->rows = bc_new_n(a, struct bc_row, t.out->n_rows);
	for (size_t i = 0; i < t.out->n_rows; i++)
		t.out->rows[i].cells = bc_new_n(a, struct bc_cell, columns);
	compose_heads(&t);
	if (data->column_numbers)
		compose_column_numbers(&t, levels);
	compose_rows(&t, t.out->n_head);
	if (total)
		compose_total(&t, t.out->n_rows - 1);
	add_around(c, out, BC_EL_TABLE_NOTE, BC_LEFT, data->note);
}
