/*
 * UTF-8: one code point at a time.
 */
#ifndef BC_BASE_UTF8_H
#define BC_BASE_UTF8_H

#include "base/buf.h"
#include "base/str.h"

#include <stdint.h>

typedef uint32_t bc_rune; /* a Unicode scalar value */

/*
 * The rune at byte *at of `s`, which is valid UTF-8 with *at < s.n; *at moves
 * behind it.
 */
static inline bc_rune bc_utf8_next(struct bc_str s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.p + *at;
	if (p[0] < 0x80) {
		*at += 1;
		return p[0];
	}
	if (p[0] < 0xE0) {
		*at += 2;
		return (bc_rune)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
	}
	if (p[0] < 0xF0) {
		*at += 3;
		return (bc_rune)(p[0] & 0x0F) << 12 | (bc_rune)(p[1] & 0x3F) << 6 |
		       (p[2] & 0x3F);
	}
	*at += 4;
	return (bc_rune)(p[0] & 0x07) << 18 | (bc_rune)(p[1] & 0x3F) << 12 |
	       (bc_rune)(p[2] & 0x3F) << 6 | (p[3] & 0x3F);
}

/* The rune that ends before byte *at > 0; *at moves to its start. */
bc_rune bc_utf8_prev(struct bc_str s, size_t *at);

void bc_utf8_put(struct bc_buf *out, bc_rune r);

/* Runes in `s`. */
size_t bc_utf8_count(struct bc_str s);

#endif
