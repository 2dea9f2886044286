/*
 * Text as a pointer and a length: valid UTF-8, not terminated, borrowed.
 */
#ifndef BC_BASE_STR_H
#define BC_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct bc_str {
	const char *p; /* borrowed; may be NULL when n is 0 */
	size_t n;      /* bytes */
};

#define BC_STR(literal) ((struct bc_str){(literal), sizeof(literal) - 1})

static inline struct bc_str bc_str_of(const char *z)
{
	return (struct bc_str){z, z ? strlen(z) : 0};
}

static inline bool bc_str_eq(struct bc_str a, struct bc_str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool bc_str_is(struct bc_str a, const char *z)
{
	return bc_str_eq(a, bc_str_of(z));
}

static inline bool bc_str_starts(struct bc_str a, struct bc_str prefix)
{
	return a.n >= prefix.n && (prefix.n == 0 || memcmp(a.p, prefix.p, prefix.n) == 0);
}

/* The part [from, to) of `s`; both are byte offsets within it. */
static inline struct bc_str bc_str_cut(struct bc_str s, size_t from, size_t to)
{
	return (struct bc_str){s.p ? s.p + from : NULL, to - from};
}

#endif
