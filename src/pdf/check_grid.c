/* Column by column, how far down the cells reach. */
#include "pdf/check_grid.h"

void bc_pdf_grid_begin(struct bc_pdf_grid *g, uint32_t columns)
{
	*g = (struct bc_pdf_grid){.columns = columns};
}

static uint32_t columns_of(const struct bc_pdf_grid *g)
{
	return g->columns ? g->columns : BC_PDF_MAX_COLUMNS;
}

/* Past the columns that cells of the rows above take. */
static void pass_taken(struct bc_pdf_grid *g)
{
	while (g->at < columns_of(g) && g->below[g->at] > 0)
		g->below[g->at++]--;
}

bool bc_pdf_grid_cell(struct bc_pdf_grid *g, uint32_t colspan, uint32_t rowspan)
{
	pass_taken(g);
	for (uint32_t i = 0; i < colspan; i++) {
		if (g->at == columns_of(g) || g->below[g->at] > 0)
			return false;
		g->below[g->at++] = (uint16_t)(rowspan - 1);
	}
	return true;
}

bool bc_pdf_grid_end_row(struct bc_pdf_grid *g)
{
	pass_taken(g);
	if (g->columns == 0)
		g->columns = g->at;
	bool full = g->at == g->columns;
	g->at = 0;
	return full;
}

bool bc_pdf_grid_end(const struct bc_pdf_grid *g)
{
	for (uint32_t i = 0; i < g->columns; i++) {
		if (g->below[i] > 0)
			return false;
	}
	return true;
}
