/*
 * A page's items as the operators of a content stream (ISO 32000-1 8 and 9).
 */
#ifndef BC_PDF_CONTENT_H
#define BC_PDF_CONTENT_H

#include "page/page.h"
#include "pdf/embed.h"
#include "pdf/struct.h"

/*
 * Append the page's operators to `out`, with the marks of its content, which
 * are noted in `tree`.  `fonts` has one place for each face of the set, by its
 * index; font n is called /Fn in the resources.
 */
void bc_content_put(struct bc_buf *out, const struct bc_page *page, struct bc_embed *fonts,
		    struct bc_struct *tree);

#endif
