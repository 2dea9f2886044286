/*
 * What font files were: each hashed at most once for all documents.
 */
#ifndef BC_CARRY_FONTS_H
#define BC_CARRY_FONTS_H

#include "carry/carry.h"
#include "font/font.h"
#include "page/page.h"

struct bc_font_digests;

/*
 * Nothing is hashed yet.  The fonts that ship are what `manifest` says of
 * them, lines as sha256sum writes them (p NULL: they are hashed as others
 * are).  Borrows both; lives in `a`.
 */
struct bc_font_digests *bc_font_digests_new(struct bc_arena *a, const struct bc_fonts *fonts,
					    struct bc_str manifest);

/* The faces that pages use, by their index. */
struct bc_faces_used {
	bool at[2 * BC_STYLES];
};

void bc_faces_use(struct bc_faces_used *used, const struct bc_page *page);

/* The files of those faces, in `a`, in the order of their indices. */
const struct bc_made_with *bc_font_files(struct bc_arena *a, struct bc_font_digests *digests,
					 const struct bc_faces_used *used, size_t *n);

#endif
