/*
 * What a PDF says about itself: metadata, its colours, catalog, page labels.
 */
#ifndef BC_PDF_META_H
#define BC_PDF_META_H

#include "pdf/pdf.h"
#include "pdf/sink.h"

/* Pages whose labels share a prefix and count upwards (ISO 32000-1 12.4.2). */
struct bc_label_run {
	size_t page; /* the first one, from 0 */
	struct bc_str prefix;
	uint32_t number; /* of the first page; 0: the label is the prefix */
	struct bc_label_run *next;
};

struct bc_labels {
	struct bc_arena *arena;
	struct bc_label_run *first, *last;
	size_t pages; /* so far */
};

/* Note the label of a page; pages come in their order. */
void bc_labels_add(struct bc_labels *labels, size_t page, struct bc_str label);

/*
 * Write the information dictionary, the metadata stream and the output intent,
 * and append what `meta` says to the catalog's entries.
 */
void bc_meta_write(struct bc_ctx *ctx, struct bc_sink *sink, struct bc_deflate *z,
		   const struct bc_pdf_meta *meta, const struct bc_labels *labels,
		   struct bc_buf *catalog);

/* "/Key(D:20240705000000+07'00')\n", or nothing without a date. */
void bc_put_date(struct bc_buf *out, const char *key, const struct bc_pdf_meta *meta);

#endif
