/*
 * FreeType, and whether it ever lacked memory: it tells of that only where it
 * cannot go on, and reads less of a font where it can.
 */
#ifndef BC_FONT_FREETYPE_H
#define BC_FONT_FREETYPE_H

#include "base/ctx.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_SYSTEM_H

struct bc_freetype {
	FT_Library library; /* NULL: closed */
	struct FT_MemoryRec_ memory;
	bool exhausted; /* an allocation has failed */
};

/* Never NULL; closed with ctx->arena at the latest. */
struct bc_freetype *bc_freetype_open(struct bc_ctx *ctx);

/* Gives back all memory, that of faces which are still open too. */
void bc_freetype_close(struct bc_freetype *freetype);

/* Leaves through the arena's way out when an allocation of FreeType's has failed. */
void bc_freetype_check(const struct bc_ctx *ctx, const struct bc_freetype *freetype);

#endif
