/*
 * Columns side by side: the masthead's rows, nơi nhận beside the signature.
 */
#include "layout/para.h"
#include "layout/set.h"

/* The width at which nothing in the column needs a second line. */
static bc_len natural_width(struct bc_setter *s, const struct bc_node *node)
{
	bc_len widest = 0;
	for (; node; node = node->next) {
		if (node->kind == BC_NODE_PARA)
			widest = bc_len_max(widest, bc_para_extent(s, &node->u.para).natural);
		else if (node->kind == BC_NODE_GROUP)
			widest = bc_len_max(widest, natural_width(s, node->u.first));
	}
	return widest;
}

static const bc_len GUTTER =
	8 * BC_PT; /* between a column that fits its content and the other */

/* The same for column `i` of all rows that share their widths. */
static bc_len natural_of(struct bc_setter *s, const struct bc_columns *columns, size_t i)
{
	bc_len widest = 0;
	const struct bc_columns *row = columns;
	do {
		widest = bc_len_max(widest, natural_width(s, row->columns[i].first));
		row = row->next_row;
	} while (row && row != columns);
	bool beside_text = columns->columns[i].fit && columns->n_columns == 2;
	return widest + (beside_text ? GUTTER : 0);
}

/*
 * Columns that fit their content take what they need first; those without a
 * width share the rest; those with one give way when there is too little.
 */
static void share_width(struct bc_setter *s, const struct bc_columns *columns, bc_len width,
			bc_len *widths)
{
	bc_len fitted = 0, wished = 0;
	bc_len open = 0;
	for (size_t i = 0; i < columns->n_columns; i++) {
		const struct bc_column *c = &columns->columns[i];
		widths[i] = c->width;
		if (c->fit) {
			widths[i] = bc_len_max(c->width, natural_of(s, columns, i));
			fitted += widths[i];
		} else if (c->width) {
			wished += c->width;
		} else {
			open++;
		}
	}
	bc_len rest = width - fitted - wished;
	for (size_t i = 0; i < columns->n_columns; i++) {
		const struct bc_column *c = &columns->columns[i];
		if (!c->fit && !c->width)
			widths[i] = bc_len_max(rest, 0) / open;
		else if (!c->fit && (open == 0 || rest < 0))
			widths[i] = bc_len_max(c->width + rest * c->width / wished, 0);
	}
}

/* What a column lacks to keep its lines whole it borrows from one that has as much to spare. */
static void borrow_width(struct bc_setter *s, const struct bc_columns *columns, bc_len *widths)
{
	for (size_t i = 0; i < columns->n_columns; i++) {
		if (columns->columns[i].fit || !columns->columns[i].width)
			continue;
		bc_len lack = natural_of(s, columns, i) - widths[i];
		for (size_t k = 0; k < columns->n_columns && lack > 0; k++) {
			if (!columns->columns[k].fit ||
			    widths[k] - natural_of(s, columns, k) < lack)
				continue;
			widths[i] += lack;
			widths[k] -= lack;
			lack = 0;
		}
	}
}

void bc_columns_set(struct bc_setter *s, const struct bc_node *node, struct bc_elem *parent,
		    bc_len width, struct bc_strips *out)
{
	const struct bc_columns *columns = &node->u.columns;
	bc_len *widths = bc_new_n(out->arena, bc_len, columns->n_columns);
	struct bc_elem *elem = bc_elem_new(s, parent, node->role);
	struct bc_strip *stacks = bc_new_n(out->arena, struct bc_strip, columns->n_columns);
	struct bc_strip row = {.place = node->place,
			       .glued = columns->with_previous,
			       .with_previous = columns->with_previous};
	share_width(s, columns, width, widths);
	borrow_width(s, columns, widths);
	for (size_t i = 0; i < columns->n_columns; i++) {
		struct bc_strips strips = {.arena = out->arena};
		bc_nodes_collect(s, columns->columns[i].first, elem, widths[i], &strips);
		stacks[i] = bc_strips_stack(&strips);
		row.ascent = bc_len_max(row.ascent, stacks[i].ascent);
	}
	struct bc_items items = {.arena = out->arena};
	bc_len x = 0;
	for (size_t i = 0; i < columns->n_columns; x += widths[i++]) {
		bc_len y = columns->baseline ? row.ascent - stacks[i].ascent : 0;
		bc_items_place(&items, &stacks[i], x, y);
		row.height = bc_len_max(row.height, y + stacks[i].height);
	}
	row.items = items.at;
	row.n_items = items.n;
	*bc_strip_add(out) = row;
}
