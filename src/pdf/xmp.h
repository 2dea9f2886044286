/*
 * The metadata stream (ISO 32000-1 14.3.2): what a file says about itself, in
 * XML, for programs that archive and exchange it.
 */
#ifndef BC_PDF_XMP_H
#define BC_PDF_XMP_H

#include "pdf/pdf.h"

/*
 * Append the packet of a file of `pages` pages: what the information
 * dictionary says, the standards that are claimed, the electronic document.
 */
void bc_xmp_put(struct bc_buf *out, const struct bc_pdf_meta *meta, size_t pages);

#endif
