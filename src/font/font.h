/*
 * Faces and shaping: text in, glyphs out.
 *
 * Knows font programs (FreeType opens and measures them, HarfBuzz shapes and
 * subsets), nothing of lines, pages or PDF.  A font set is loaded once, is
 * immutable afterwards and may be shared by many documents; the cache of
 * shaped words belongs to one document.
 */
#ifndef BC_FONT_FONT_H
#define BC_FONT_FONT_H

#include "base/ctx.h"
#include "base/glyph.h"
#include "base/len.h"

#include <stdbool.h>

enum bc_style {
	BC_REGULAR = 0,
	BC_BOLD = 1,
	BC_ITALIC = 2,
	BC_STYLES = 4, /* bold italic is BC_BOLD | BC_ITALIC */
};

struct bc_face;   /* one font program, in one style */
struct bc_fonts;  /* the faces of a run, in order of preference */
struct bc_shaper; /* the shaped words of one document */

/* What a face says of itself; all in 1/1000 em, y upwards. */
struct bc_metrics {
	struct bc_str family;     /* "Liberation Serif" */
	struct bc_str postscript; /* "LiberationSerif-Bold" */
	int ascent, descent, gap; /* hhea; descent is positive, below the baseline */
	int cap_height, x_height;
	int digit_height;                   /* top of the tallest of 0..9 */
	int underline_at, underline_weight; /* underline_at: upper edge, positive downwards */
	int bbox[4];                        /* left, bottom, right, top of all glyphs */
	int italic_angle;                   /* degrees */
	int stem_v;                         /* an estimate, for PDF's FontDescriptor */
};

/*
 * Load the faces a run may use.  `user_dir` (NULL: none) is searched first,
 * for a family "Times New Roman" in four styles, whatever its files are
 * called; with fewer styles it is left aside, with a warning.  `own_dir` holds
 * the fonts that ship; they have what the first lacks.  NULL after a finding.
 * Lives in ctx->arena.
 */
struct bc_fonts *bc_fonts_load(struct bc_ctx *ctx, const char *user_dir,
			       const char *own_dir) BC_MUST_CHECK;

/* The preferred face of a style. */
const struct bc_face *bc_fonts_face(const struct bc_fonts *fonts, enum bc_style style);

/*
 * The first face of `style` that has every character of `text`.  Or NULL, with
 * the byte offset of the first character that no face has in *missing; when
 * each has some face, but no face has all: how many bytes one face can show.
 */
const struct bc_face *bc_fonts_cover(const struct bc_fonts *fonts, enum bc_style style,
				     struct bc_str text, size_t *missing);

const struct bc_metrics *bc_face_metrics(const struct bc_face *face);

/* A small number that tells the faces of a set apart, from 0. */
unsigned bc_face_index(const struct bc_face *face);
unsigned bc_fonts_count(const struct bc_fonts *fonts);
const struct bc_face *bc_fonts_at(const struct bc_fonts *fonts, unsigned index);

/* Whether it is one of those that ship. */
bool bc_fonts_own(const struct bc_fonts *fonts, unsigned index);

/* The name of its file, without folders, and what is in it. */
struct bc_str bc_face_file(const struct bc_face *face);
struct bc_str bc_face_bytes(const struct bc_face *face);

/* The advance of a glyph without kerning, 1/1000 em: the width a PDF states. */
int bc_face_advance(const struct bc_face *face, uint16_t glyph);

/* The lowest character that the face shows by `glyph` alone, or 0: none. */
uint32_t bc_face_rune(const struct bc_face *face, uint16_t glyph);

/* Shaped text: glyphs in visual order (Vietnamese runs left to right). */
struct bc_shaped {
	const struct bc_glyph *glyphs;
	uint32_t n;
	int32_t width; /* sum of the advances, 1/1000 em; INT32_MAX: that or more */
};

/* A cache for one document; lives in `arena`. */
struct bc_shaper *bc_shaper_new(struct bc_arena *arena);

/*
 * Shape one word or piece of text that `face` covers.  Never fails.  The
 * result is shared with later calls and lives as long as the shaper; text
 * offsets count from the start of `text`.  Without `kern` the figures of a
 * column keep their common width.
 */
const struct bc_shaped *bc_shape(struct bc_shaper *shaper, const struct bc_face *face,
				 struct bc_str text, bool kern);

/* A font program cut down to the glyphs in use; glyph numbers stay. */
struct bc_subset {
	struct bc_str program; /* sfnt bytes, in ctx->arena */
	char tag[7];           /* six capitals from the program's content (ISO 32000-1 9.6.4) */
};

/* `used[g]` says whether glyph g is needed, for g < n_used.  False after a finding. */
bool bc_face_subset(struct bc_ctx *ctx, const struct bc_face *face, const bool *used,
		    size_t n_used, struct bc_subset *out) BC_MUST_CHECK;

/* How many glyphs the face has. */
size_t bc_face_glyphs(const struct bc_face *face);

#endif
