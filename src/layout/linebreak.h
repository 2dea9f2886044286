/*
 * Breaking a paragraph into lines: the whole of it at once.
 *
 * Knows widths and penalties only: no fonts, no text, no pages.  Where a
 * break is allowed is decided before (text/breaks.h); what a line looks like
 * is decided after (para.c).
 */
#ifndef BC_LAYOUT_LINEBREAK_H
#define BC_LAYOUT_LINEBREAK_H

#include "base/arena.h"
#include "base/len.h"

#include <stdbool.h>
#include <stdint.h>

enum {
	BC_PENALTY_NEVER = INT32_MAX, /* no line ends here */
	BC_PENALTY_MUST = INT32_MIN,  /* a line ends here */
	BC_PENALTY_PLAIN = 80,        /* in titles: no pause of the sense here */
	BC_PENALTY_POOR = 60,         /* like a line of badness 60 */
	BC_PENALTY_BOUND = 400,       /* what belongs together is parted */
	BC_PENALTY_LAST = 4000,       /* worse than any line but an overfull one */
	BC_PENALTY_SPLIT = 5000,      /* inside a word that is longer than a line */
};

/* One unbreakable stretch; a line may end behind it. */
struct bc_piece_width {
	bc_len width;
	bc_len stretch, shrink; /* of a space; 0 elsewhere */
	bool space;             /* not counted at a line's end */
	int32_t penalty;        /* of ending a line behind it */
};

struct bc_measure {
	bc_len first, rest; /* width of the first line, of all others; first <= rest */
	bool ragged;        /* spaces keep their width: no stretch, no shrink */
	bool fewest;        /* as few lines as can be, whatever they look like */
};

struct bc_breaks_found {
	uint32_t *ends; /* for each line the index behind its last piece */
	size_t n;       /* lines; 0 only without pieces */
	bool overfull;  /* some line is wider than its measure */
};

/*
 * The set of breaks with the least demerits (Knuth and Plass, 1981), found
 * by dynamic programming over the legal breaks.  Never fails: what fits
 * nowhere is set overfull.  The result lives in `a`.
 */
struct bc_breaks_found bc_linebreak(struct bc_arena *a, const struct bc_piece_width *pieces,
				    size_t n, struct bc_measure measure);

#endif
