/*
 * The attributes that an element's role asks for (ISO 32000-1 14.8.5).
 */
#ifndef BC_PDF_CHECK_ATTRIBUTES_H
#define BC_PDF_CHECK_ATTRIBUTES_H

#include "pdf/check_parts.h"
#include "pdf/check_role.h"

/* How far a cell reaches. */
struct bc_pdf_span {
	uint32_t columns, rows;
};

/* A cell's attributes, `a` being those of the element `object`; its span if they say it. */
bool bc_pdf_check_cell(struct bc_pdf_check *c, uint32_t object, enum bc_pdf_role role,
		       struct bc_pdf_value a, struct bc_pdf_span *span) BC_MUST_CHECK;

/* A list's. */
bool bc_pdf_check_list(struct bc_pdf_check *c, uint32_t object,
		       struct bc_pdf_value a) BC_MUST_CHECK;

#endif
