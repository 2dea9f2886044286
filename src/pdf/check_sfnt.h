/*
 * A TrueType program's own numbers, read from its tables (OpenType 1.9).
 */
#ifndef BC_PDF_CHECK_SFNT_H
#define BC_PDF_CHECK_SFNT_H

#include "base/str.h"

#include <stdint.h>

struct bc_sfnt {
	struct bc_str loca, glyf, hmtx;
	uint32_t n_glyphs, n_advances, units_per_em;
	bool long_loca;
};

/* Find the tables in `program`, which is borrowed.  False: some are missing or too short. */
bool bc_sfnt_open(struct bc_sfnt *s, struct bc_str program);

/* Whether `width` is the advance of a glyph < n_glyphs, rounded to 1/1000 em. */
bool bc_sfnt_is_advance(const struct bc_sfnt *s, uint32_t glyph, int64_t width);

/* Whether a glyph < n_glyphs and all that it is composed of have an outline. */
bool bc_sfnt_has_outline(const struct bc_sfnt *s, uint32_t glyph);

#endif
