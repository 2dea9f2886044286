/*
 * A byte buffer that grows inside an arena.
 */
#ifndef BC_BASE_BUF_H
#define BC_BASE_BUF_H

#include "base/arena.h"
#include "base/str.h"

#include <stdint.h>

struct bc_buf {
	struct bc_arena *arena; /* borrowed; the bytes live in it */
	char *p;
	size_t n, room; /* bytes used, bytes reserved */
};

static inline struct bc_buf bc_buf_in(struct bc_arena *a)
{
	return (struct bc_buf){.arena = a};
}

/* Room for `n` more bytes at p + n; the caller writes them and adds to n itself. */
char *bc_buf_reserve(struct bc_buf *b, size_t n);

void bc_buf_add(struct bc_buf *b, struct bc_str s);
static inline void bc_buf_putc(struct bc_buf *b, char c)
{
	if (b->n == b->room)
		bc_buf_reserve(b, 1);
	b->p[b->n++] = c;
}

void bc_buf_puts(struct bc_buf *b, const char *z);
void bc_buf_int(struct bc_buf *b, int64_t v);

/* `v`, not negative, with zeros before it to at least `digits` digits. */
void bc_buf_padded(struct bc_buf *b, int v, int digits);

/* `s` with JSON's escapes, without the quotes around it. */
void bc_buf_json(struct bc_buf *b, struct bc_str s);

/* What is in the buffer now; borrowed until the buffer grows. */
static inline struct bc_str bc_buf_str(const struct bc_buf *b)
{
	return (struct bc_str){b->p, b->n};
}

/* `s` copied into `a`. */
struct bc_str bc_str_dup(struct bc_arena *a, struct bc_str s);

/* `s` copied into `a` with a NUL behind it, for file names and foreign libraries. */
const char *bc_str_z(struct bc_arena *a, struct bc_str s);

#endif
