/*
 * What a face is made of; for the files of this folder only.
 */
#ifndef BC_FONT_FACE_H
#define BC_FONT_FACE_H

#include "font/font.h"
#include "font/freetype.h"

#include <hb.h>

struct bc_face {
	unsigned index;            /* in its set */
	struct bc_str file, bytes; /* its file's name without folders, and what is in it */
	enum bc_style style;
	struct bc_metrics metrics;
	hb_face_t *program; /* immutable; destroyed with the arena */
	hb_font_t *font;    /* the same at 1000 units to the em */
	size_t n_glyphs;
	const int *advances;     /* by glyph, 1/1000 em */
	const uint32_t *runes;   /* by glyph: the lowest character mapped to it, or 0 */
	const uint64_t *covered; /* one bit for each character below U+10000 */
};

/*
 * Load the file `name` as `out`, but for its index.  FreeType is through with it when this
 * returns; what stays lives in ctx->arena.  False after a finding.
 */
bool bc_face_load(struct bc_ctx *ctx, struct bc_freetype *freetype, const char *name,
		  struct bc_face *out) BC_MUST_CHECK;

/* The bytes of the file `name`, which live as long as ctx->arena.  False after a finding. */
bool bc_face_map(struct bc_ctx *ctx, const char *name, struct bc_str *out) BC_MUST_CHECK;

/* The style a font program claims. */
enum bc_style bc_face_style(FT_Face face);

bool bc_face_has(const struct bc_face *face, uint32_t rune);

/* For findings about the file `name` as a whole. */
struct bc_place bc_face_place(struct bc_ctx *ctx, const char *name);

/*
 * Move combining marks that the font leaves beside their letter, or on top of one another:
 * centred above or below, clear of what is there.
 */
void bc_marks_place(const struct bc_face *face, struct bc_glyph *glyphs, size_t n);

#endif
