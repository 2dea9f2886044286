/*
 * What the pages of a PDF show, so that it can be compared.
 */
#ifndef BC_PDFREAD_PAGES_H
#define BC_PDFREAD_PAGES_H

#include "pdfread/pdfread.h"

/* What belongs to a page. */
enum bc_page_part {
	BC_PAGE_CONTENT,     /* its content, with fonts and images, and its size */
	BC_PAGE_ANNOTATIONS, /* the same and what lies over it: links, signature fields */
};

/*
 * For each page a digest of what it shows, *n of them in ctx->arena.  It
 * doesn't depend on the numbers of objects nor on how streams are packed.
 * NULL after a finding.
 */
const struct bc_str *bc_pdfread_pages(struct bc_pdfread *pdf, enum bc_page_part part,
				      size_t *n);

#endif
