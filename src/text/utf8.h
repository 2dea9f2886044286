/*
 * UTF-8: one code point at a time.
 */
#ifndef BC_TEXT_UTF8_H
#define BC_TEXT_UTF8_H

#include "base/buf.h"
#include "base/str.h"

#include <stdint.h>

typedef uint32_t bc_rune; /* a Unicode scalar value */

/*
 * The rune at byte *at of `s`, which is valid UTF-8 with *at < s.n; *at moves
 * behind it.
 */
bc_rune bc_utf8_next(struct bc_str s, size_t *at);

/* The rune that ends before byte *at > 0; *at moves to its start. */
bc_rune bc_utf8_prev(struct bc_str s, size_t *at);

void bc_utf8_put(struct bc_buf *out, bc_rune r);

/* Runes in `s`. */
size_t bc_utf8_count(struct bc_str s);

#endif
