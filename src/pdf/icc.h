/*
 * The ICC profile of our colours.
 */
#ifndef BC_PDF_ICC_H
#define BC_PDF_ICC_H

#include "base/buf.h"

/* Append a display profile of sRGB, version 4.2: the newest that PDF 1.7 knows. */
void bc_icc_put_srgb(struct bc_buf *out);

#endif
