/*
 * The structure tree (ISO 32000-1 14.7 and 14.8): which element each piece of
 * marked content belongs to, and the elements themselves.
 */
#ifndef BC_PDF_STRUCT_H
#define BC_PDF_STRUCT_H

#include "page/page.h"
#include "pdf/sink.h"

struct bc_struct;

/* A tree without content; lives in ctx->arena. */
struct bc_struct *bc_struct_new(struct bc_ctx *ctx);

/* Begin the next page; its key in the parent tree. */
uint32_t bc_struct_begin_page(struct bc_struct *s);

/* End it; its dictionary is the object `page`. */
void bc_struct_end_page(struct bc_struct *s, uint32_t page);

/* A new piece of content of `elem` on the present page; its number there (MCID). */
uint32_t bc_struct_mark(struct bc_struct *s, const struct bc_elem *elem);

/*
 * The annotation `object` on the page whose dictionary is `page` is all that
 * `elem` has; its key in the parent tree.  After the last page.
 */
uint32_t bc_struct_annotation(struct bc_struct *s, const struct bc_elem *elem, uint32_t object,
			      uint32_t page);

/*
 * Write, as the last objects of the file, the elements below `root` that have content, empty
 * cells too, and append to the catalog's entries that the file is tagged.
 */
void bc_struct_write(struct bc_struct *s, struct bc_sink *sink, const struct bc_elem *root,
		     struct bc_buf *catalog);

#endif
