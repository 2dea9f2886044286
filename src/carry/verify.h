/*
 * A file and the same report made once more: are they the same?
 *
 * Compares, and reads nothing: who calls it has opened the file, made the
 * report again from what the file carries, and says what each page shows.
 */
#ifndef BC_CARRY_VERIFY_H
#define BC_CARRY_VERIFY_H

#include "json/json.h"

enum bc_verdict {
	BC_IDENTICAL,      /* byte for byte */
	BC_SAME_PAGES,     /* written by another encoder: another version, another library */
	BC_DATA_CHANGED,   /* what it carries isn't that of which its manifest speaks */
	BC_INPUTS_MISSING, /* pages differ, and so does what they were made with */
	BC_PAGES_DIFFER,   /* though all that they were made with is the same */
};

/* One of the two. */
struct bc_made {
	struct bc_str bytes; /* of the first revision: what stands before any signature */
	struct bc_str report, base; /* that it carries; p NULL: it carries none */
	const struct bc_str *pages; /* for each all that it shows: content, fonts, images */
	size_t n_pages;
	const struct bc_json *manifest;
};

struct bc_verified {
	enum bc_verdict verdict;
	size_t page;          /* the first that differs, from 1; 0: none */
	struct bc_str inputs; /* names of what is changed, missing or another, apart by ", " */
};

/* The number of the first page that isn't the same in both; 0 without one. */
size_t bc_first_difference(const struct bc_made *given, const struct bc_made *again);

/*
 * Judge `given` by `again`, whose manifest tells of the files that `given`
 * attaches.  Carried files that aren't those of which the manifest speaks come
 * before all else: nothing says then that the pages are those of the data.
 * `inputs` is in `a`.
 */
struct bc_verified bc_verify(struct bc_arena *a, const struct bc_made *given,
			     const struct bc_made *again);

#endif
