/*
 * A table: every row as wide as the header, figures of the column's kind, and
 * a stated total that is the sum.
 */
#include "base/limits.h"
#include "model/check.h"
#include "model/number.h"

/* The columns without sub-columns, from left to right, and what is known of each so far. */
struct grid {
	const struct bc_data_table *table;
	const struct bc_table_head *column[BC_LIMIT_COLUMNS];
	size_t n; /* all of them; past BC_LIMIT_COLUMNS they are only counted */
	int64_t busy[BC_LIMIT_COLUMNS]; /* rows further down that a merged cell covers */
	struct bc_column_sum sum[BC_LIMIT_COLUMNS];
	bool overflow[BC_LIMIT_COLUMNS];
};

static void add_columns(struct grid *g, const struct bc_table_head *columns, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (columns[i].n_columns) {
			add_columns(g, columns[i].columns, columns[i].n_columns);
			continue;
		}
		if (g->n < BC_LIMIT_COLUMNS)
			g->column[g->n] = &columns[i];
		g->n++;
	}
}

static struct bc_str number_text(struct bc_arena *a, int64_t n)
{
	struct bc_buf b = bc_buf_in(a);
	bc_buf_int(&b, n);
	return bc_buf_str(&b);
}

static void report_numbers(struct bc_ctx *ctx, enum bc_diag diag, struct bc_place place,
			   int64_t first, int64_t second)
{
	bc_report(ctx->findings, diag, place, number_text(ctx->scratch, first),
		  number_text(ctx->scratch, second), (struct bc_str){0});
}

/* Percentages are figures too, though they are never summed. */
static bool holds_figures(int kind)
{
	return kind == BC_COLUMN_COUNT || kind == BC_COLUMN_DECIMAL ||
	       kind == BC_COLUMN_PERCENT;
}

static bool is_summed(int kind)
{
	return kind == BC_COLUMN_COUNT || kind == BC_COLUMN_DECIMAL;
}

/* A figure that was written as text would be left out of the sum unnoticed. */
static void check_figure(struct bc_ctx *ctx, const struct bc_value *v, int kind)
{
	struct bc_mark mark = bc_arena_mark(ctx->scratch);
	struct bc_buf guess = bc_buf_in(ctx->scratch);
	bool whole = kind == BC_COLUMN_COUNT;
	if (v->kind == BC_VALUE_NUMBER && whole && v->number.scale > 0)
		bc_report_fraction(ctx, v->text.place, v->text.s);
	else if (v->kind == BC_VALUE_TEXT && holds_figures(kind) &&
		 bc_number_guess(&guess, v->text.s, whole))
		BC_REPORT1(ctx->findings, MODEL_QUOTED, v->text.place, bc_buf_str(&guess));
	bc_arena_release(ctx->scratch, mark);
}

static void add_figure(struct grid *g, size_t at, const struct bc_table_cell *cell)
{
	const struct bc_value *v = &cell->value;
	if (v->kind != BC_VALUE_NUMBER || cell->colspan > 1 || !is_summed(g->column[at]->kind))
		return;
	g->overflow[at] |= !bc_decimal_add(&g->sum[at].value, v->number);
	g->sum[at].given = !g->overflow[at];
}

/* Whether columns [at, at + n) are free of cells merged down from above. */
static bool is_free(const struct grid *g, size_t at, size_t n)
{
	for (size_t i = at; i < at + n; i++) {
		if (g->busy[i])
			return false;
	}
	return true;
}

static int64_t width_of(const struct bc_table_cell *cells, size_t n)
{
	int64_t width = 0;
	for (size_t i = 0; i < n; i++)
		width += cells[i].colspan;
	return width;
}

/* Put the cells of a row, which are as many as there is room for, into their columns. */
static void place_cells(struct bc_ctx *ctx, struct grid *g, const struct bc_table_row *row)
{
	size_t at = 0;
	for (size_t c = 0; c < row->n_cells; c++) {
		const struct bc_table_cell *cell = &row->cells[c];
		size_t span = (size_t)cell->colspan;
		while (at < g->n && g->busy[at])
			at++;
		if (at + span > g->n || !is_free(g, at, span)) {
			BC_REPORT0(ctx->findings, MODEL_SPAN, cell->place);
			return;
		}
		check_figure(ctx, &cell->value, g->column[at]->kind);
		add_figure(g, at, cell);
		for (size_t i = 0; i < span; i++)
			g->busy[at + i] = -cell->rowspan;
		at += span;
	}
}

/* The row is over: cells put into it (negative so far) now count the rows below. */
static void next_row(struct grid *g)
{
	for (size_t i = 0; i < g->n; i++)
		g->busy[i] = g->busy[i] < 0 ? -g->busy[i] - 1 : g->busy[i] - (g->busy[i] > 0);
}

static int64_t room_in(const struct grid *g)
{
	int64_t room = 0;
	for (size_t i = 0; i < g->n; i++)
		room += g->busy[i] == 0;
	return room;
}

static void check_rowspans(struct bc_ctx *ctx, const struct bc_table_row *row, size_t left)
{
	for (size_t i = 0; i < row->n_cells; i++) {
		if ((uint64_t)row->cells[i].rowspan > left)
			report_numbers(ctx, BC_DIAG_MODEL_ROWSPAN, row->cells[i].place,
				       row->cells[i].rowspan, (int64_t)left);
	}
}

static void check_row(struct bc_ctx *ctx, struct grid *g, const struct bc_table_row *row)
{
	int64_t room = room_in(g), width = width_of(row->cells, row->n_cells);
	if (row->group.s.p) {
		if (room != (int64_t)g->n)
			BC_REPORT0(ctx->findings, MODEL_SPAN, row->place);
	} else if (room != width) {
		report_numbers(ctx, BC_DIAG_MODEL_CELLS, row->place, room, width);
	} else {
		place_cells(ctx, g, row);
	}
	next_row(g);
}

static void check_sum(struct bc_ctx *ctx, const struct grid *g, size_t at,
		      const struct bc_value *stated)
{
	const struct bc_table_head *column = g->column[at];
	if (stated->kind != BC_VALUE_NUMBER || !is_summed(column->kind) || g->overflow[at])
		return;
	if (bc_decimal_compare(stated->number, g->sum[at].value) != 0)
		BC_REPORT3(ctx->findings, MODEL_TOTAL, stated->text.place,
			   bc_decimal_vi(ctx->scratch, stated->number),
			   bc_decimal_vi(ctx->scratch, g->sum[at].value), column->title.s);
}

/* Stated totals stand under the last columns, the label before them. */
static void check_total(struct bc_ctx *ctx, const struct grid *g)
{
	const struct bc_table_total *total = &g->table->total;
	int64_t width = width_of(total->cells, total->n_cells);
	if (width >= (int64_t)g->n) {
		report_numbers(ctx, BC_DIAG_MODEL_TOTAL_CELLS, total->place, (int64_t)g->n - 1,
			       width);
		return;
	}
	size_t at = g->n - (size_t)width;
	for (size_t i = 0; i < total->n_cells; i++) {
		const struct bc_table_cell *cell = &total->cells[i];
		check_figure(ctx, &cell->value, g->column[at]->kind);
		if (cell->colspan == 1)
			check_sum(ctx, g, at, &cell->value);
		at += (size_t)cell->colspan;
	}
}

static void check_overflow(struct bc_ctx *ctx, const struct grid *g)
{
	for (size_t i = 0; i < g->n; i++) {
		if (g->overflow[i])
			BC_REPORT2(ctx->findings, MODEL_SUM_LARGE, g->column[i]->place,
				   g->column[i]->title.s,
				   number_text(ctx->scratch, BC_LIMIT_DECIMAL_DIGITS));
	}
}

void bc_check_table(struct bc_ctx *ctx, struct bc_data_table *table)
{
	struct grid g = {.table = table};
	add_columns(&g, table->columns, table->n_columns);
	if (g.n == 0)
		return; /* reported when it was read */
	if (g.n > BC_LIMIT_COLUMNS) {
		report_numbers(ctx, BC_DIAG_MODEL_COLUMNS, table->place, (int64_t)g.n,
			       BC_LIMIT_COLUMNS);
		return;
	}
	if (table->n_rows == 0)
		BC_REPORT0(ctx->findings, MODEL_NO_ROWS, table->place);
	for (size_t i = 0; i < table->n_rows; i++) {
		check_rowspans(ctx, &table->rows[i], table->n_rows - i);
		check_row(ctx, &g, &table->rows[i]);
	}
	table->total.sums = bc_new_n(ctx->arena, struct bc_column_sum, g.n);
	memcpy(table->total.sums, g.sum, g.n * sizeof *g.sum);
	if (table->total.label.s.p) {
		check_overflow(ctx, &g);
		check_total(ctx, &g);
	}
}
