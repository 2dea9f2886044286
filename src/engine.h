/*
 * What the parts of the public library share: an engine, and what becomes of
 * one document.
 */
#ifndef BC_ENGINE_H
#define BC_ENGINE_H

#include "baocao.h"

#include "base/ctx.h"
#include "profile/profile.h"

struct baocao {
	size_t holders; /* the caller, and results whose findings may name its files */
	char *data_dir, *font_dir;
	struct bc_arena arena;                /* of fonts, templates, profiles and patterns */
	struct compiled *templates;           /* newest first */
	struct named *patterns;               /* likewise */
	struct bc_profiles profiles;          /* those that documents have needed */
	struct bc_font_digests *font_digests; /* of the fonts; NULL until a PDF carries them */
	const struct bc_fonts *fonts;         /* NULL until a document needs them */
};

struct baocao_result {
	jmp_buf oom;
	struct bc_arena arena, scratch;
	struct bc_findings findings;
	struct bc_ctx ctx;
	struct baocao *engine; /* held; NULL: none */
	bool exhausted;        /* memory ran out: nothing in the arenas counts */
	bool draft;
	struct bc_str bytes, map;
	struct baocao_finding *views; /* NULL until asked for */
	struct baocao_finding no_memory;
	struct baocao_stats stats;
};

/* An empty result that holds the engine (NULL: none), or NULL without memory. */
struct baocao_result *bc_result_new(struct baocao *engine);

/* Call `fn`; without memory drop all that the result holds and return false. */
bool bc_guarded(struct baocao_result *result, void (*fn)(void *), void *arg);

/* The file `name` in the folder `dir`; in ctx->arena. */
const char *bc_in_dir(struct bc_ctx *ctx, const char *dir, const char *name);

#endif
