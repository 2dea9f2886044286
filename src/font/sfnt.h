/*
 * Whether a TrueType file is whole.
 */
#ifndef BC_FONT_SFNT_H
#define BC_FONT_SFNT_H

#include "base/str.h"

#include <stdbool.h>

/*
 * Whether every table lies within `bytes` and those that outlines and widths
 * are read from are as long as the font's glyphs ask.  FreeType and HarfBuzz
 * take what a cut-off table lacks as empty, and a report would lose letters.
 */
bool bc_sfnt_is_whole(struct bc_str bytes);

#endif
