/*
 * Which words of a line belong together: Điều 5, ngày 05 tháng 3, 12,5 tỷ,
 * 2021 - 2023, đồng chí Nguyễn, TP. Hồ Chí Minh.
 *
 * Looks at words only, never inside the line: breaks.c cuts the line up.
 */
#ifndef BC_TEXT_GLUE_H
#define BC_TEXT_GLUE_H

#include "text/breaks.h"

/* The words around a run of spaces; an empty one is not there. */
struct bc_gap {
	struct bc_str before, left; /* the two words to its left */
	struct bc_str right, after; /* the two words to its right */
	size_t spaces;              /* in the run */
};

/* Whether a line may end at the gap: never BC_BREAK_MUST. */
enum bc_break bc_glue(const struct bc_gap *gap);

#endif
