/*
 * The finished file judged by its own bytes, before anybody gets them: a
 * mistake of the writer is found here and not by a reader.
 *
 * Reads only the kind of PDF that is written here, and knows nothing of the
 * writer's state.
 */
#ifndef BC_PDF_CHECK_H
#define BC_PDF_CHECK_H

#include "base/ctx.h"

/*
 * Whether `file` is sound: cross-references, page tree, content streams and
 * their marks, structure tree, fonts, catalog.  False after a finding.
 */
bool bc_pdf_check(struct bc_ctx *ctx, struct bc_str file) BC_MUST_CHECK;

#endif
