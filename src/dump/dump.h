/*
 * Pages and document trees as stable text, for tests and for --dump.
 *
 * Lengths are points with two decimals; nothing depends on the machine.
 */
#ifndef BC_DUMP_DUMP_H
#define BC_DUMP_DUMP_H

#include "base/buf.h"
#include "doc/doc.h"
#include "page/page.h"

/* A sink that appends each page to `out`. */
struct bc_page_sink bc_dump_pages(struct bc_buf *out);

void bc_dump_doc(struct bc_buf *out, const struct bc_doc *doc);

#endif
