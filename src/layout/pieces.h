/*
 * A paragraph's runs as pieces: words, spaces, and where a line may end.
 */
#ifndef BC_LAYOUT_PIECES_H
#define BC_LAYOUT_PIECES_H

#include "doc/doc.h"
#include "layout/linebreak.h"
#include "layout/setter.h"

/* A stretch of one run that is never broken. */
struct bc_piece {
	const struct bc_run *run;
	const struct bc_face *face;
	const struct bc_shaped *shaped;
	struct bc_str text;
	bool label; /* part of a list item's label */
};

struct bc_pieces {
	struct bc_piece *at;
	struct bc_piece_width *widths; /* in step with `at` */
	size_t n;
};

/*
 * Cut `para` into pieces; a word wider than `narrowest` may be broken
 * anywhere between its letters, with a finding.  A character that no font
 * has is a finding.  BC_LEN_MAX only measures: no findings.  Lives in `a`.
 */
struct bc_pieces bc_pieces_cut(struct bc_setter *s, struct bc_arena *a,
			       const struct bc_para *para, bc_len narrowest);

/* The width of the longest line if lines end only where they must. */
bc_len bc_pieces_natural(const struct bc_pieces *pieces);

/* The width of the widest piece that no line end parts. */
bc_len bc_pieces_narrowest(const struct bc_pieces *pieces);

#endif
