/*
 * Lengths: integers in 1/65536 pt, so that a layout is the same on every
 * machine.  Floating point appears nowhere; the PDF prints decimals.
 */
#ifndef BC_BASE_LEN_H
#define BC_BASE_LEN_H

#include <stdint.h>

typedef int64_t bc_len; /* 1/65536 pt */

#define BC_PT ((bc_len)65536)

/* Bound of every length that enters from data: 200 inches in pt, PDF's largest page. */
#define BC_LEN_MAX (14400 * BC_PT)

/* `n` thousandths of a point. */
static inline bc_len bc_len_milli_pt(int64_t n)
{
	return n * BC_PT / 1000;
}

/* `n` thousandths of a millimetre; 1 inch = 25.4 mm = 72 pt. */
static inline bc_len bc_len_micron(int64_t n)
{
	return (n * 72 * BC_PT + 12700) / 25400;
}

/* `units` thousandths of an em at the font size `size`, rounded to nearest. */
static inline bc_len bc_len_em(int64_t units, bc_len size)
{
	int64_t v = units * size;
	return (v >= 0 ? v + 500 : v - 500) / 1000;
}

/* `len` × `permille` / 1000. */
static inline bc_len bc_len_share(bc_len len, int64_t permille)
{
	return len * permille / 1000;
}

static inline bc_len bc_len_max(bc_len a, bc_len b)
{
	return a > b ? a : b;
}

static inline bc_len bc_len_min(bc_len a, bc_len b)
{
	return a < b ? a : b;
}

#endif
