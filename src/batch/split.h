/*
 * A file -> where each report in it begins and ends.
 */
#ifndef BC_BATCH_SPLIT_H
#define BC_BATCH_SPLIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One report, or the place where a list breaks off. */
struct bc_piece {
	uint64_t at, size;
	unsigned line, column; /* of its first byte, from 1; columns in characters */
	size_t element;        /* of an array, from 0; SIZE_MAX: no array */
	const char *expected;  /* what should stand here, as BC_BOTH; NULL: this is a report */
};

/* Takes a piece; false stops the cutting. */
typedef bool bc_piece_taker(void *self, const struct bc_piece *piece);

struct bc_split {
	bool many; /* a list, though perhaps of one or none */
	int error; /* errno of a failed read; 0: none */
};

/*
 * Cut what `fd`, which can be read at any place, holds.  `lines`: one report
 * a line, whatever it looks like; otherwise an array, or, when the first line
 * that isn't blank holds a whole value and others follow, lines; else the
 * whole file is one report.
 */
struct bc_split bc_split(int fd, bool lines, bc_piece_taker *take, void *self);

#endif
