/*
 * Fonts inside the PDF: which glyphs the pages show, what these say, and the
 * objects that carry them (Type 0 fonts with glyph numbers as codes,
 * ISO 32000-1 9.7).
 */
#ifndef BC_PDF_EMBED_H
#define BC_PDF_EMBED_H

#include "font/font.h"
#include "pdf/deflate.h"
#include "pdf/sink.h"

/* One face's use in a document. */
struct bc_embed {
	struct bc_ctx *ctx;
	const struct bc_face *face; /* NULL: not used yet */
	bool *used;                 /* by glyph */
	struct bc_str *says;        /* by glyph: its text, where the face itself has none */
};

/*
 * Note that `glyph` of `face` shows `text`.  Whether it says just that wherever it
 * stands, so that readers can tell the text from the glyph.
 */
bool bc_embed_glyph(struct bc_embed *e, const struct bc_face *face, uint16_t glyph,
		    struct bc_str text);

/* Write the font's objects; the number of the font, or 0 after a finding. */
uint32_t bc_embed_write(struct bc_embed *e, struct bc_sink *sink,
			struct bc_deflate *z) BC_MUST_CHECK;

#endif
