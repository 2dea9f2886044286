/*
 * Each column gets its longest word; what is left goes to those with long
 * texts, by the square root of what they lack, so that a long cell becomes
 * deep rather than starving its neighbours.
 */
#include "layout/table_width.h"

#include "layout/para.h"

/* What a column needs at least, and what it would take at most. */
struct demand {
	bc_len least, most;
};

bc_len bc_cell_fraction(struct bc_setter *s, const struct bc_para *para)
{
	struct bc_str text = para->n_runs ? para->runs[0].text : (struct bc_str){0};
	const char *mark = text.n ? memchr(text.p, ',', text.n) : NULL;
	if (!mark)
		return 0;
	struct bc_run tail = para->runs[0];
	tail.text = bc_str_cut(text, (size_t)(mark - text.p), text.n);
	struct bc_para part = {.runs = &tail, .n_runs = 1, .size = para->size, .figures = true};
	return bc_para_extent(s, &part).natural;
}

static const struct bc_cell *cell_at(const struct bc_table *t, size_t row, size_t column)
{
	return &t->rows[row].cells[column];
}

static void measure_fractions(struct bc_setter *s, const struct bc_table *t, bc_len *fraction)
{
	for (size_t row = 0; row < t->n_rows; row++) {
		for (size_t i = 0; i < t->n_columns; i++) {
			const struct bc_para *para = cell_at(t, row, i)->para;
			if (para && para->align == BC_DECIMAL)
				fraction[i] =
					bc_len_max(fraction[i], bc_cell_fraction(s, para));
		}
	}
}

static struct demand cell_demand(struct bc_setter *s, const struct bc_table *t,
				 const struct bc_cell *cell, bc_len fraction)
{
	struct bc_extent e = bc_para_extent(s, cell->para);
	/* bounded, so that shares of it can be computed */
	struct demand d = {bc_len_min(e.narrowest, BC_LEN_MAX),
			   bc_len_min(e.natural, BC_LEN_MAX)};
	/* titles take more lines before they take width from what stands below them */
	if (cell->head)
		d.most = cell->colspan > 1 ? d.least : bc_len_max(d.least, d.most / 3);
	if (cell->para->align == BC_DECIMAL) {
		d.most += fraction - bc_cell_fraction(s, cell->para);
		d.least = d.most;
	}
	return (struct demand){d.least + 2 * t->pad_x, d.most + 2 * t->pad_x};
}

/* Part `i` of `n` equal parts of `whole`; together they are all of it. */
static bc_len part(bc_len whole, size_t i, size_t n)
{
	return whole * (bc_len)(i + 1) / (bc_len)n - whole * (bc_len)i / (bc_len)n;
}

/* Let the columns [from, from + n) together have at least `d`. */
static void widen(struct demand *columns, size_t from, size_t n, struct demand d)
{
	struct demand have = {0};
	for (size_t i = from; i < from + n; i++) {
		have.least += columns[i].least;
		have.most += columns[i].most;
	}
	for (size_t i = 0; i < n; i++) {
		struct demand *column = &columns[from + i];
		column->least += part(bc_len_max(d.least - have.least, 0), i, n);
		column->most += part(bc_len_max(d.most - have.most, 0), i, n);
		column->most = bc_len_max(column->most, column->least);
	}
}

/* Cells of one column first, merged ones on top of them. */
static void measure_cells(struct bc_setter *s, const struct bc_table *t, bool merged,
			  const bc_len *fraction, struct demand *columns)
{
	for (size_t row = 0; row < t->n_rows; row++) {
		for (size_t i = 0; i < t->n_columns; i++) {
			const struct bc_cell *cell = cell_at(t, row, i);
			if (!cell->para || cell->colspan == 0 || (cell->colspan > 1) != merged)
				continue;
			widen(columns, i, cell->colspan, cell_demand(s, t, cell, fraction[i]));
		}
	}
}

static bc_len root(bc_len v)
{
	bc_len r = 0;
	for (bc_len bit = (bc_len)1 << 30; bit; bit >>= 1) {
		if ((r + bit) * (r + bit) <= v)
			r += bit;
	}
	return r;
}

/* Give `spare` to columns that lack width, none more than it lacks; what is left over. */
static bc_len fill(const struct demand *columns, bc_len *width, size_t n, bc_len spare)
{
	bc_len lack = 0;
	for (size_t i = 0; i < n; i++)
		lack += root(columns[i].most - width[i]);
	bc_len given = 0;
	for (size_t i = 0; lack > 0 && i < n; i++) {
		bc_len share = spare * root(columns[i].most - width[i]) / lack;
		share = bc_len_min(share, columns[i].most - width[i]);
		width[i] += share;
		given += share;
	}
	return spare - given;
}

/* What nobody lacks goes to the columns whose width is not given; to all when all are. */
static void spread(const struct bc_table *t, bc_len *width, bc_len spare)
{
	bc_len open = 0, all = 0;
	for (size_t i = 0; i < t->n_columns; i++) {
		all += width[i];
		open += t->columns[i].width ? 0 : width[i];
	}
	for (size_t i = 0; i < t->n_columns; i++) {
		if (open == 0 || !t->columns[i].width)
			width[i] += spare * width[i] / bc_len_max(open ? open : all, 1);
	}
}

static void share_out(const struct bc_table *t, const struct demand *columns, bc_len *width,
		      bc_len total)
{
	bc_len least = 0, used = 0;
	for (size_t i = 0; i < t->n_columns; i++)
		least += width[i] = columns[i].least;
	if (least > total) {
		for (size_t i = 0; i < t->n_columns; i++)
			width[i] = columns[i].least * total / least;
	} else {
		bc_len spare = total - least;
		for (bc_len before = 0; spare != before && spare > 0;) {
			before = spare;
			spare = fill(columns, width, t->n_columns, spare);
		}
		spread(t, width, spare);
	}
	for (size_t i = 0; i < t->n_columns; i++)
		used += width[i];
	width[t->n_columns - 1] += total - used;
}

struct bc_table_widths bc_table_widths(struct bc_setter *s, const struct bc_table *t,
				       bc_len width)
{
	struct bc_arena *a = s->ctx->arena;
	struct bc_table_widths w = {
		.width = bc_new_n(a, bc_len, t->n_columns),
		.fraction = bc_new_n(a, bc_len, t->n_columns),
	};
	struct demand *columns = bc_new_n(a, struct demand, t->n_columns);
	for (size_t i = 0; i < t->n_columns; i++)
		columns[i].least = columns[i].most = 2 * t->pad_x; /* also of an empty one */
	measure_fractions(s, t, w.fraction);
	measure_cells(s, t, false, w.fraction, columns);
	for (size_t i = 0; i < t->n_columns; i++) {
		if (t->columns[i].width)
			columns[i] = (struct demand){t->columns[i].width, t->columns[i].width};
	}
	measure_cells(s, t, true, w.fraction, columns);
	for (size_t i = 0; i < t->n_columns; i++)
		w.needed += columns[i].least;
	share_out(t, columns, w.width, width);
	return w;
}
