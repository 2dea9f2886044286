/* What the documents of an engine share: each compiled, read or loaded once. */
#include "run.h"

#include "base/file.h"
#include "base/limits.h"
#include "expr/load.h"

struct bc_arena *bc_shared_arena(struct run *run)
{
	run->engine->arena.oom = &run->result->oom;
	return &run->engine->arena;
}

struct compiled *bc_shared_template(struct run *run, struct bc_str name, const char *path,
				    struct bc_place place)
{
	struct baocao *engine = run->engine;
	struct bc_ctx ctx = *run->ctx;
	for (struct compiled *c = engine->templates; c; c = c->older) {
		if (strcmp(c->path, path) == 0)
			return c;
	}
	ctx.arena = bc_shared_arena(run);
	const char *stock = bc_in_dir(&ctx, engine->data_dir, "templates");
	struct compiled *c = bc_new(ctx.arena, struct compiled);
	c->template = bc_template_load(&ctx, stock, name, path, place, &c->files);
	if (!c->template)
		return NULL;
	c->path = bc_str_z(ctx.arena, bc_str_of(path));
	c->older = engine->templates;
	engine->templates = c;
	return c;
}

struct bc_profiles *bc_shared_profiles(struct run *run)
{
	struct baocao *engine = run->engine;
	struct bc_ctx ctx = *run->ctx;
	ctx.arena = engine->profiles.arena = bc_shared_arena(run);
	if (!engine->profiles.dir)
		engine->profiles.dir = bc_in_dir(&ctx, engine->data_dir, "templates/profiles");
	return &engine->profiles;
}

const struct bc_fonts *bc_shared_fonts(struct run *run)
{
	struct baocao *engine = run->engine;
	struct bc_ctx ctx = *run->ctx;
	if (engine->fonts)
		return engine->fonts;
	ctx.arena = bc_shared_arena(run);
	engine->fonts = bc_fonts_load(&ctx, engine->font_dir,
				      bc_in_dir(run->ctx, engine->data_dir, "fonts"));
	return engine->fonts;
}

/* The digests of the fonts that ship are known by their manifest. */
struct bc_font_digests *bc_shared_font_digests(struct run *run)
{
	struct baocao *engine = run->engine;
	struct bc_ctx ctx = *run->ctx;
	struct bc_str manifest = {0};
	if (engine->font_digests)
		return engine->font_digests;
	ctx.arena = bc_shared_arena(run);
	const char *path = bc_in_dir(&ctx, engine->data_dir, "fonts/MANIFEST");
	if (bc_file_readable(path) && !bc_file_read(&ctx, path, BC_LIMIT_INPUT, &manifest))
		manifest = (struct bc_str){0};
	engine->font_digests = bc_font_digests_new(ctx.arena, engine->fonts, manifest);
	return engine->font_digests;
}

static void load_fonts(void *arg)
{
	bc_shared_fonts(arg);
}

struct baocao_result *baocao_load_fonts(struct baocao *engine)
{
	struct baocao_result *r = bc_result_new(engine);
	if (!r)
		return NULL;
	struct run run = {.engine = engine, .result = r, .ctx = &r->ctx};
	bc_guarded(r, load_fonts, &run);
	return r;
}
