/*
 * Which structure elements may stand where (ISO 32000-1 14.8.4, ISO 14289-1 7).
 */
#ifndef BC_PDF_CHECK_ROLE_H
#define BC_PDF_CHECK_ROLE_H

#include "base/str.h"

/* The commonest come first. */
enum bc_pdf_role {
	BC_PDF_TD,
	BC_PDF_P,
	BC_PDF_TR,
	BC_PDF_TH,
	BC_PDF_LI,
	BC_PDF_LBL,
	BC_PDF_LBODY,
	BC_PDF_L,
	BC_PDF_SECT,
	BC_PDF_DIV,
	BC_PDF_H1,
	BC_PDF_H2,
	BC_PDF_H3,
	BC_PDF_H4,
	BC_PDF_H5,
	BC_PDF_H6,
	BC_PDF_TABLE,
	BC_PDF_THEAD,
	BC_PDF_TBODY,
	BC_PDF_TFOOT,
	BC_PDF_CAPTION,
	BC_PDF_SPAN,
	BC_PDF_LINK,
	BC_PDF_FORM,
	BC_PDF_NOTE,
	BC_PDF_FIGURE,
	BC_PDF_DOCUMENT,
	BC_PDF_NO_ROLE,
};

/* The role called `name`, or BC_PDF_NO_ROLE. */
enum bc_pdf_role bc_pdf_role_of(struct bc_str name);

/* Whether an element of that role may have marked content itself. */
bool bc_pdf_role_shows(enum bc_pdf_role role);

/*
 * Whether it may be a child of `parent` (BC_PDF_NO_ROLE: the structure tree's
 * root), `before` being the child before it (BC_PDF_NO_ROLE: none).
 */
bool bc_pdf_role_fits(enum bc_pdf_role role, enum bc_pdf_role parent, enum bc_pdf_role before);

/* The level of a heading, or 0. */
int bc_pdf_role_level(enum bc_pdf_role role);

#endif
