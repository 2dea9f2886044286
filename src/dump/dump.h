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

/* A map of the pages' spots on its way. */
struct bc_spot_map {
	struct bc_buf *out; /* borrowed */
	bool any;
};

/*
 * Begin the signature map in `out`; the sink adds the spots of each page, a
 * place a line.  Rectangles are PDF's (left, bottom, right, top in points)
 * and people's (left, top, width, height in mm from the top left corner).
 */
struct bc_page_sink bc_spot_map_begin(struct bc_spot_map *map, struct bc_buf *out);
void bc_spot_map_end(struct bc_spot_map *map);

#endif
