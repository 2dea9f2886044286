/*
 * One code point of valid UTF-8.
 */
#ifndef BC_FONT_RUNE_H
#define BC_FONT_RUNE_H

#include "base/str.h"

#include <stdint.h>

/* The code point at byte *at < s.n of valid UTF-8; *at moves behind it. */
static inline uint32_t bc_rune_next(struct bc_str s, size_t *at)
{
	unsigned char lead = (unsigned char)s.p[(*at)++];
	if (lead < 0x80)
		return lead;
	int more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
	uint32_t rune = lead & (0x3fU >> more);
	for (; more > 0 && *at < s.n; more--)
		rune = rune << 6 | ((unsigned char)s.p[(*at)++] & 0x3fU);
	return rune;
}

#endif
