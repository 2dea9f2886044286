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

/* The first place of `needle` (not empty) in `s` from byte `from` on, or s.n. */
static inline size_t bc_str_find(struct bc_str s, size_t from, struct bc_str needle)
{
	for (size_t i = from; i + needle.n <= s.n; i++) {
		if (memcmp(s.p + i, needle.p, needle.n) == 0)
			return i;
	}
	return s.n;
}

/* Without the spaces around it. */
static inline struct bc_str bc_str_trimmed(struct bc_str s)
{
	while (s.n && s.p[0] == ' ')
		s = bc_str_cut(s, 1, s.n);
	while (s.n && s.p[s.n - 1] == ' ')
		s.n--;
	return s;
}

/* Whether it can name a value: letters without marks, digits and _, no digit first. */
static inline bool bc_str_is_name(struct bc_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
		if (!letter && !(i > 0 && c >= '0' && c <= '9'))
			return false;
	}
	return s.n > 0;
}

#endif
