/*
 * Whether a table's cells fill a rectangle (ISO 14289-1 7.5; ISO 32000-1
 * 14.8.4.3.4): each row as wide as the first, no cell below the last row.
 */
#ifndef BC_PDF_CHECK_GRID_H
#define BC_PDF_CHECK_GRID_H

#include <stdbool.h>
#include <stdint.h>

enum {
	BC_PDF_MAX_COLUMNS = 256
};

struct bc_pdf_grid {
	uint16_t below[BC_PDF_MAX_COLUMNS]; /* rows that the column's cell still takes */
	uint32_t columns;                   /* of the first row; 0: it isn't complete */
	uint32_t at;                        /* the next free column of the present row */
};

/* A table, or a part of one, begins with `columns` (0: not known yet). */
void bc_pdf_grid_begin(struct bc_pdf_grid *g, uint32_t columns);

/* The next cell of the row; false: there is no room for it. */
bool bc_pdf_grid_cell(struct bc_pdf_grid *g, uint32_t colspan, uint32_t rowspan);

/* The row ends; false: it isn't full, or too wide. */
bool bc_pdf_grid_end_row(struct bc_pdf_grid *g);

/* The rows end; false: a cell reaches below them. */
bool bc_pdf_grid_end(const struct bc_pdf_grid *g);

#endif
