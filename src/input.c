/*
 * bytes → JSON: the report that a job brings along, over its base, under its
 * template.
 */
#include "run.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/path.h"
#include "model/keys.h"
#include "json/merge.h"
#include "json/set.h"

/* Without the character at its end that has been cut, if one has. */
static struct bc_str whole_characters(struct bc_str s)
{
	size_t lead = s.n;
	while (lead > 0 && ((unsigned char)s.p[lead - 1] & 0xC0) == 0x80)
		lead--;
	if (lead == 0)
		return s;
	unsigned char c = (unsigned char)s.p[lead - 1];
	size_t length = c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
	return bc_str_cut(s, 0, lead - 1 + length > s.n ? lead - 1 : s.n);
}

/* The report that the job brings along, up to `limit` bytes of it. */
static struct bc_source *job_source(struct bc_ctx *ctx, const struct baocao_job *job,
				    size_t limit)
{
	struct bc_source *source = bc_new(ctx->arena, struct bc_source);
	source->name = bc_str_dup(ctx->arena, bc_str_of(job->name));
	source->pointer = bc_str_dup(ctx->arena, bc_str_of(job->pointer));
	source->lines_before = job->line ? job->line - 1 : 0;
	source->columns_before = job->column ? job->column - 1 : 0;
	if (job->text) {
		struct bc_str text = {job->text, job->size < limit ? job->size : limit};
		if (text.n == limit)
			text = whole_characters(text);
		/* a copy, for it ends with a NUL */
		source->text = (struct bc_str){bc_str_z(ctx->arena, text), text.n};
	}
	return source;
}

struct bc_place bc_job_place(struct bc_ctx *ctx, const struct baocao_job *job)
{
	enum {
		SHOWN = 400 /* bytes are more than a terminal's line */
	};
	return (struct bc_place){.source = job_source(ctx, job, SHOWN), .end = 1};
}

static struct bc_json *read_report(struct bc_ctx *ctx, const struct baocao_job *job)
{
	if (!job->text)
		return bc_json_read(ctx, job->name);
	if (!bc_file_fits(ctx, bc_job_place(ctx, job), job->size, BC_LIMIT_INPUT))
		return NULL;
	return bc_json_parse(ctx, job_source(ctx, job, job->size));
}

/* The template that the job names, or the report; NULL without one, or after a finding. */
static struct compiled *load_template(struct run *run, const struct bc_json *data)
{
	struct bc_ctx *ctx = run->ctx;
	const struct bc_json *named = bc_json_get(data, BC_STR("template"));
	struct bc_place start = data->place;
	start.end = start.begin + 1;
	if (run->job->template)
		return bc_shared_template(run, bc_str_of(run->job->template),
					  run->job->template, start);
	if (!named || named->text.n == 0)
		return NULL;
	if (bc_path_stays_below(named->text))
		return bc_shared_template(
			run, named->text,
			bc_path_beside(ctx->arena, run->job->name, named->text), named->place);
	BC_REPORT1(ctx->findings, TEMPLATE_UNKNOWN, named->place, named->text);
	return NULL;
}

const struct bc_json *bc_fill_template(struct run *run, const struct bc_json *data)
{
	struct bc_ctx *ctx = run->ctx;
	run->template = load_template(run, data);
	struct bc_eval eval = {.ctx = ctx,
			       .data = bc_datum_root(ctx->arena, data),
			       .usage = run->template ? bc_likely_usage(run, data)
						      : (struct bc_usage){0},
			       .traced = bc_has_baggage(run)};
	eval.known = bc_report_keys(ctx->arena, &eval.n_known);
	const struct bc_json *filled =
		run->template ? bc_template_fill(&eval, run->template->template) : NULL;
	return filled ? bc_json_merge(ctx->arena, eval.data.node, filled) : data;
}

/* The file that the report names, or what the job brings along in its place. */
static const struct bc_json *read_base(struct run *run, struct bc_str name)
{
	const struct baocao_job *job = run->job;
	struct bc_ctx *ctx = run->ctx;
	if (!job->base)
		return bc_json_read(ctx, bc_path_beside(ctx->arena, job->name, name));
	struct bc_source *source = bc_new(ctx->arena, struct bc_source);
	struct bc_str bytes = {job->base, job->base_size};
	source->name = name;
	source->text = (struct bc_str){bc_str_z(ctx->arena, bytes), bytes.n};
	if (!bc_file_fits(ctx, (struct bc_place){.source = source}, bytes.n, BC_LIMIT_INPUT))
		return NULL;
	return bc_json_parse(ctx, source);
}

/* The report over its office's standing facts; NULL after a finding. */
static const struct bc_json *lay_over_base(struct run *run, const struct bc_json *data)
{
	struct bc_ctx *ctx = run->ctx;
	const struct bc_json *base = bc_json_get(data, BC_STR("base"));
	if (!base || base->kind != BC_JSON_STRING)
		return data;
	if (!bc_path_stays_below(base->text)) {
		BC_REPORT1(ctx->findings, BASE_OUTSIDE, base->place, base->text);
		return NULL;
	}
	const struct bc_json *office = read_base(run, base->text);
	if (!office)
		return NULL;
	if (office->kind != BC_JSON_OBJECT) {
		BC_REPORT0(ctx->findings, BASE_NO_OBJECT, office->place);
		return NULL;
	}
	run->base = office->place.source;
	return bc_json_merge(ctx->arena, data, office);
}

const struct bc_json *bc_read_data(struct run *run)
{
	const struct baocao_job *job = run->job;
	const struct bc_json *data = read_report(run->ctx, job);
	if (!data || data->kind != BC_JSON_OBJECT)
		return data;
	run->given = data->place.source;
	data = lay_over_base(run, data);
	for (size_t i = 0; data && i < job->n_sets; i++) {
		const struct bc_json *set =
			bc_json_set(run->ctx, data, bc_str_of(job->sets[i]));
		data = set ? set : data; /* told; the others may be wrong too */
	}
	return data;
}
