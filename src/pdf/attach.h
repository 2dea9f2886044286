/*
 * Files inside the PDF (ISO 32000-1 7.11.4), each associated with the document
 * as a whole (ISO 19005-3 6.8).
 */
#ifndef BC_PDF_ATTACH_H
#define BC_PDF_ATTACH_H

#include "pdf/pdf.h"
#include "pdf/sink.h"

struct bc_attached;

struct bc_attachments {
	struct bc_ctx *ctx;
	struct bc_sink *sink;
	struct bc_deflate *deflate;
	struct bc_attached *first; /* in the order of the name tree */
};

/* Write `file` and what specifies it; its date is the document's. */
void bc_attach(struct bc_attachments *all, const struct bc_pdf_file *file,
	       const struct bc_pdf_meta *meta);

/* Append the catalog's entries that lead to the files, if there are any. */
void bc_attach_catalog(struct bc_buf *out, const struct bc_attachments *all);

#endif
