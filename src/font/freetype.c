/* malloc for FreeType, watched. */
#include "font/freetype.h"

#include <stdlib.h>

#include FT_MODULE_H

static void *watch(FT_Memory memory, void *p)
{
	struct bc_freetype *freetype = memory->user;
	freetype->exhausted |= !p;
	return p;
}

static void *allocate(FT_Memory memory, long size)
{
	return watch(memory, malloc((size_t)size));
}

static void *resize(FT_Memory memory, long old_size, long size, void *p)
{
	(void)old_size;
	return watch(memory, realloc(p, (size_t)size));
}

static void release(FT_Memory memory, void *p)
{
	(void)memory;
	free(p);
}

static void close_freetype(void *freetype)
{
	bc_freetype_close(freetype);
}

struct bc_freetype *bc_freetype_open(struct bc_ctx *ctx)
{
	void **slot = bc_arena_defer(ctx->arena, close_freetype);
	struct bc_freetype *freetype = bc_new(ctx->arena, struct bc_freetype);
	freetype->memory = (struct FT_MemoryRec_){
		.user = freetype, .alloc = allocate, .free = release, .realloc = resize};
	*slot = freetype;
	if (FT_New_Library(&freetype->memory, &freetype->library) != 0)
		bc_arena_fail(ctx->arena);
	FT_Add_Default_Modules(freetype->library);
	bc_freetype_check(ctx, freetype);
	return freetype;
}

void bc_freetype_close(struct bc_freetype *freetype)
{
	if (freetype->library)
		FT_Done_Library(freetype->library);
	freetype->library = NULL;
}

void bc_freetype_check(const struct bc_ctx *ctx, const struct bc_freetype *freetype)
{
	if (freetype->exhausted)
		bc_arena_fail(ctx->arena);
}
