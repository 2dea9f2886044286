/*
 * Where a line of Vietnamese official text may end.
 *
 * UAX #14 for the classes that occur, and on top of it what an office would
 * never break: 01-KL/TW, ngày 05 tháng 3, Điều 5, 12,5 tỷ, 2021 - 2023,
 * đồng chí Nguyễn.  Knows no widths.
 */
#ifndef BC_TEXT_BREAKS_H
#define BC_TEXT_BREAKS_H

#include "base/arena.h"
#include "base/str.h"

enum bc_break {
	BC_BREAK_NEVER,
	BC_BREAK_GOOD, /* where a title is best parted: behind a comma, before "và", "của" */
	BC_BREAK_ALLOWED, /* at any other space */
	BC_BREAK_POOR,    /* allowed, but a good line avoids it */
	BC_BREAK_BOUND,   /* parts what belongs together: số 01-KL/TW, ngày 05 */
	/*
	 * Rather than no line at all: number and unit, the two ends of a range;
	 * and behind a hyphen, which readers of the PDF take for a parted word.
	 */
	BC_BREAK_LAST,
	BC_BREAK_MUST, /* after a line feed */
};

/*
 * For each byte offset i in 0..s.n whether a line may end before byte i; the
 * last entry is BC_BREAK_MUST.  A break at spaces is marked behind them.  The
 * array of s.n + 1 entries (enum bc_break in a byte) lives in `a`.
 */
const unsigned char *bc_breaks(struct bc_arena *a, struct bc_str s);

#endif
