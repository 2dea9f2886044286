/*
 * Empty signature fields, for other programs to sign (ISO 32000-1 12.7.4.5).
 */
#ifndef BC_PDF_FIELD_H
#define BC_PDF_FIELD_H

#include "page/page.h"
#include "pdf/sink.h"
#include "pdf/struct.h"

struct bc_fields;

/* No fields yet; lives in ctx->arena. */
struct bc_fields *bc_fields_new(struct bc_ctx *ctx, struct bc_sink *sink);

/* Make a field of each of the page's spots that has an element; append to the page's entries.
 */
void bc_fields_take(struct bc_fields *f, const struct bc_page *page, struct bc_buf *entries);

/* The dictionary of the page taken last is the object `page`. */
void bc_fields_end_page(struct bc_fields *f, uint32_t page);

/* Write the fields, after the last page; append the form to the catalog's entries. */
void bc_fields_write(struct bc_fields *f, struct bc_struct *tree, struct bc_buf *catalog);

#endif
