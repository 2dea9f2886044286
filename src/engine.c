/*
 * Engines and results: whose memory is whose.
 *
 * The one place with setjmp: whoever runs out of memory ends up in bc_guarded().
 */
#include "engine.h"

#include "base/file.h"

#include <stdlib.h>

struct baocao *baocao_new(const char *data_dir, const char *font_dir)
{
	struct baocao *engine = calloc(1, sizeof *engine);
	if (!engine)
		return NULL;
	engine->holders = 1;
	bc_arena_init(&engine->arena, NULL);
	engine->data_dir = strdup(data_dir);
	engine->font_dir = font_dir ? strdup(font_dir) : NULL;
	if (!engine->data_dir || (font_dir && !engine->font_dir)) {
		baocao_free(engine);
		return NULL;
	}
	return engine;
}

void baocao_free(struct baocao *engine)
{
	if (!engine || --engine->holders > 0)
		return;
	bc_arena_done(&engine->arena);
	free(engine->data_dir);
	free(engine->font_dir);
	free(engine);
}

static void begin(struct baocao_result *r)
{
	bc_arena_init(&r->arena, &r->oom);
	bc_arena_init(&r->scratch, &r->oom);
	bc_findings_init(&r->findings, &r->arena);
	r->ctx = (struct bc_ctx){&r->arena, &r->scratch, &r->findings};
}

static void end(struct baocao_result *r)
{
	bc_arena_done(&r->arena);
	bc_arena_done(&r->scratch);
}

bool bc_guarded(struct baocao_result *r, void (*fn)(void *), void *arg)
{
	if (r->exhausted)
		return false;
	if (setjmp(r->oom)) {
		end(r);
		begin(r);
		r->exhausted = true;
		r->bytes = r->map = (struct bc_str){0};
		r->views = NULL;
		return false;
	}
	fn(arg);
	return true;
}

struct baocao_result *bc_result_new(struct baocao *engine)
{
	struct baocao_result *r = calloc(1, sizeof *r);
	if (!r)
		return NULL;
	begin(r);
	r->engine = engine;
	if (engine)
		engine->holders++;
	return r;
}

void baocao_result_free(struct baocao_result *result)
{
	if (!result)
		return;
	end(result);
	baocao_free(result->engine);
	free(result);
}

const char *bc_in_dir(struct bc_ctx *ctx, const char *dir, const char *name)
{
	struct bc_buf path = bc_buf_in(ctx->arena);
	bc_buf_puts(&path, dir);
	bc_buf_putc(&path, '/');
	bc_buf_puts(&path, name);
	bc_buf_putc(&path, '\0');
	return path.p;
}

enum baocao_status baocao_result_status(const struct baocao_result *r)
{
	if (r->exhausted || r->findings.system)
		return BAOCAO_SYSTEM;
	return r->draft || bc_findings_failed(&r->findings) ? BAOCAO_ERRORS : BAOCAO_DONE;
}

const char *baocao_result_bytes(const struct baocao_result *r, size_t *size)
{
	*size = r->bytes.n;
	return r->bytes.p;
}

const char *baocao_result_map(const struct baocao_result *r, size_t *size)
{
	*size = r->map.n;
	return r->map.p;
}

struct writing {
	struct baocao_result *result;
	struct bc_str bytes;
	const char *path;
	bool done;
};

static void write_output(void *arg)
{
	struct writing *w = arg;
	w->done = bc_file_write(&w->result->ctx, w->path, w->bytes);
}

static bool write_to(struct baocao_result *result, struct bc_str bytes, const char *path)
{
	struct writing w = {.result = result, .bytes = bytes, .path = path};
	if (!bytes.p)
		return false;
	result->views = NULL; /* there may be one more finding */
	return bc_guarded(result, write_output, &w) && w.done;
}

bool baocao_result_write(struct baocao_result *result, const char *path)
{
	return write_to(result, result->bytes, path);
}

bool baocao_result_write_map(struct baocao_result *result, const char *path)
{
	return write_to(result, result->map, path);
}

struct baocao_stats baocao_result_stats(const struct baocao_result *r)
{
	return r->stats;
}

const char *baocao_version(void)
{
	return BC_VERSION;
}
