/* Names of files, by a pattern. */
#include "run.h"

#include "expr/file_name.h"
#include "model/keys.h"
#include "text/viet.h"

/* A pattern of names that has been compiled. */
struct named {
	struct bc_str text;
	const struct bc_name_pattern *pattern;
	struct named *older;
};

struct naming {
	struct run run;
	const char *pattern;
};

/* Compiled once for all documents of the engine. */
static const struct bc_name_pattern *read_pattern(struct run *run, struct bc_str text)
{
	struct baocao *engine = run->engine;
	struct bc_ctx ctx = *run->ctx;
	for (const struct named *n = engine->patterns; n; n = n->older) {
		if (bc_str_eq(n->text, text))
			return n->pattern;
	}
	ctx.arena = bc_shared_arena(run);
	size_t n_known;
	const struct bc_str *known = bc_report_keys(ctx.arena, &n_known);
	const struct bc_name_pattern *pattern =
		bc_name_pattern_read(&ctx, text, known, n_known);
	if (!pattern)
		return NULL;
	struct named *n = bc_new(ctx.arena, struct named);
	*n = (struct named){bc_str_dup(ctx.arena, text), pattern, engine->patterns};
	engine->patterns = n;
	return pattern;
}

static void make_name(void *arg)
{
	struct naming *naming = arg;
	struct bc_ctx *ctx = naming->run.ctx;
	const struct baocao_job *job = naming->run.job;
	struct bc_str *name = &naming->run.result->bytes;
	const struct bc_name_pattern *pattern =
		read_pattern(&naming->run, bc_str_of(naming->pattern));
	if (!pattern || !job)
		return;
	if (job->text && !job->n_sets)
		*name = bc_file_name_plucked(ctx, pattern,
					     (struct bc_str){job->text, job->size});
	if (name->n)
		return;
	const struct bc_json *report = bc_read_data(&naming->run);
	if (report)
		*name = bc_file_name(ctx, pattern, report);
}

struct baocao_result *baocao_name(struct baocao *engine, const struct baocao_job *job,
				  const char *pattern)
{
	struct baocao_result *r = bc_result_new(engine);
	if (!r)
		return NULL;
	struct naming naming = {{.engine = engine, .job = job, .result = r, .ctx = &r->ctx},
				pattern};
	bc_guarded(r, make_name, &naming);
	return r;
}

int baocao_name_compare(const char *a, const char *b)
{
	return bc_compare_no_case(bc_str_of(a), bc_str_of(b));
}
