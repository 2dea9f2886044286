/*
 * Where something was written: a file, a span of its bytes, and the way to
 * it through the JSON (its JSON Pointer).
 *
 * Places are small and cheap to copy; line, column and pointer are computed
 * only when a finding is printed.
 */
#ifndef BC_BASE_PLACE_H
#define BC_BASE_PLACE_H

#include "base/buf.h"
#include "base/str.h"

#include <stdint.h>

/* An input that was read whole, or a part of one. */
struct bc_source {
	struct bc_str name;                    /* as the user gave it */
	struct bc_str text;                    /* its bytes */
	struct bc_str pointer;                 /* JSON Pointer of a part within its file */
	uint32_t lines_before, columns_before; /* of a part: what stands before it */
};

/* One step of a JSON Pointer; the document itself has up == NULL. */
struct bc_path {
	const struct bc_path *up; /* borrowed */
	struct bc_str key;        /* of an object's member; p == NULL: an array's element */
	size_t index;             /* of an array's element, from 0 */
};

struct bc_place {
	const struct bc_source *source; /* NULL: no file, as for a command-line option */
	uint32_t begin, end;            /* bytes in source->text, end excluded */
	const struct bc_path *path;     /* NULL: no pointer */
};

/* The bytes [from, to) of the `n` that stand at `place`; all of it if escapes hide them. */
static inline struct bc_place bc_place_within(struct bc_place place, size_t n, size_t from,
					      size_t to)
{
	if (place.end - place.begin == n) {
		place.end = place.begin + (uint32_t)to;
		place.begin += (uint32_t)from;
	}
	return place;
}

struct bc_position {
	uint32_t line;   /* from 1 */
	uint32_t column; /* from 1, in characters */
};

/* Line and column of the byte `offset`; past the end counts as the end. */
struct bc_position bc_position_of(const struct bc_source *source, uint32_t offset);

/* The line that holds `offset`, without its line break, and the column it begins with. */
struct bc_str bc_line_of(const struct bc_source *source, uint32_t offset);
uint32_t bc_first_column(const struct bc_source *source, uint32_t offset);

/* Append the JSON Pointer (RFC 6901) of `path`; nothing for the whole document. */
void bc_path_print(struct bc_buf *out, const struct bc_path *path);

/* The same of a place, from the whole file on. */
void bc_pointer_print(struct bc_buf *out, struct bc_place place);

#endif
