/*
 * For tests of layout/: the shipped fonts, and document trees made by hand.
 *
 * main() does the setjmp, so that its frame lives as long as the tests do.
 */
#ifndef BC_TESTS_UNIT_LAYOUT_H
#define BC_TESTS_UNIT_LAYOUT_H

#include "support.h"

#include "doc/doc.h"
#include "layout/layout.h"
#include "layout/setter.h"

static struct fixture fx, loading;
static const struct bc_fonts *fonts;
static struct bc_setter setter;

static inline int load_fonts(void **state)
{
	(void)state;
	fixture_init(&loading);
	fonts = bc_fonts_load(&loading.ctx, NULL, "fonts");
	return fonts ? 0 : 1;
}

static inline int drop_fonts(void **state)
{
	(void)state;
	fixture_done(&loading);
	return 0;
}

static inline int set_up(void **state)
{
	(void)state;
	fixture_init(&fx);
	setter = (struct bc_setter){&fx.ctx, fonts, bc_shaper_new(&fx.arena), 0};
	return 0;
}

static inline int tear_down(void **state)
{
	(void)state;
	fixture_done(&fx);
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

/* A paragraph of 10 pt with lines 12 pt high. */
static inline struct bc_para *para_of(const char *text)
{
	struct bc_para *para = bc_new(&fx.arena, struct bc_para);
	para->runs = bc_new(&fx.arena, struct bc_run);
	para->n_runs = 1;
	para->runs->text = bc_str_of(text);
	para->size = 10 * BC_PT;
	para->leading.exact = 12 * BC_PT;
	para->align = BC_LEFT;
	return para;
}

static inline struct bc_node *node_of(enum bc_node_kind kind, struct bc_node *next)
{
	struct bc_node *node = bc_new(&fx.arena, struct bc_node);
	node->kind = kind;
	node->role = BC_ROLE_P;
	node->next = next;
	return node;
}

static inline struct bc_node *para_node(const char *text, struct bc_node *next)
{
	struct bc_node *node = node_of(BC_NODE_PARA, next);
	node->u.para = *para_of(text);
	return node;
}

/* A table of plain cells, all empty. */
static inline struct bc_table table_of(size_t rows, size_t columns)
{
	struct bc_table t = {.n_rows = rows, .n_columns = columns, .border = BC_PT / 2};
	t.columns = bc_new_n(&fx.arena, struct bc_table_column, columns);
	t.rows = bc_new_n(&fx.arena, struct bc_row, rows);
	for (size_t row = 0; row < rows; row++) {
		t.rows[row].cells = bc_new_n(&fx.arena, struct bc_cell, columns);
		for (size_t i = 0; i < columns; i++)
			t.rows[row].cells[i] = (struct bc_cell){.colspan = 1, .rowspan = 1};
	}
	return t;
}

/* Merge cells to the right of and below a cell into it. */
static inline void merge(struct bc_table *t, size_t row, size_t column, uint16_t rows,
			 uint16_t columns)
{
	for (size_t r = row; r < row + rows; r++) {
		for (size_t c = column; c < column + columns; c++)
			t->rows[r].cells[c].colspan = 0;
	}
	t->rows[row].cells[column].colspan = columns;
	t->rows[row].cells[column].rowspan = rows;
}

static inline size_t found(enum bc_diag diag)
{
	size_t n = 0;
	for (const struct bc_finding *f = fx.findings.first; f; f = f->next)
		n += f->diag == diag;
	return n;
}

#endif
