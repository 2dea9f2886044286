/*
 * One glyph of shaped text: what font/ makes, page/ carries and pdf/ shows.
 */
#ifndef BC_BASE_GLYPH_H
#define BC_BASE_GLYPH_H

#include <stdint.h>

struct bc_glyph {
	uint16_t id;     /* glyph index in its face */
	int16_t dx, dy;  /* 1/1000 em, where it is drawn from the pen, y upwards */
	int32_t advance; /* 1/1000 em, how far the pen moves; kerning included */
	uint32_t text;   /* byte offset, in the run's text, of the cluster it belongs to */
};

#endif
