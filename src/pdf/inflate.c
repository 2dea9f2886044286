/* libdeflate's other half, with its memory tied to the document. */
#include "pdf/inflate.h"

#include <libdeflate.h>

enum {
	USUAL_RATIO =
		6, /* of text in our streams; more room is made where that is too little */
};

struct bc_inflate {
	struct bc_arena *arena;
	struct libdeflate_decompressor *decompressor;
};

static void free_decompressor(void *decompressor)
{
	libdeflate_free_decompressor(decompressor);
}

struct bc_inflate *bc_inflate_new(struct bc_ctx *ctx)
{
	struct bc_inflate *z = bc_new(ctx->arena, struct bc_inflate);
	void **slot = bc_arena_defer(ctx->arena, free_decompressor);
	z->arena = ctx->arena;
	z->decompressor = libdeflate_alloc_decompressor();
	if (!z->decompressor)
		bc_arena_fail(ctx->arena);
	*slot = z->decompressor;
	return z;
}

bool bc_inflate(struct bc_inflate *z, struct bc_str bytes, struct bc_buf *out)
{
	size_t room = USUAL_RATIO * bytes.n;
	for (;; room *= 2) {
		out->n = 0;
		char *to = bc_buf_reserve(out, room);
		enum libdeflate_result result = libdeflate_zlib_decompress(
			z->decompressor, bytes.p, bytes.n, to, out->room, &out->n);
		if (result != LIBDEFLATE_INSUFFICIENT_SPACE)
			return result == LIBDEFLATE_SUCCESS;
		room = out->room;
	}
}
