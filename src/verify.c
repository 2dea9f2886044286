/*
 * A PDF against its own report made again.
 *
 * All that is compared is the first revision, for a signature is appended;
 * what was appended may change no page.
 */
#include "run.h"

#include "base/carried.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/path.h"
#include "carry/verify.h"
#include "pdfread/pages.h"
#include "pdfread/pdfread.h"

enum {
	MAX_SETS = 64 /* as many as the program takes */
};

struct verification {
	struct bc_ctx *ctx;
	struct baocao *engine;
	struct baocao_result *result;
	const char *name;
	struct bc_place place; /* the PDF as a whole */
	struct bc_str bytes;   /* of all its revisions */
	struct carrier carrier;
	struct baocao_job job;
	struct bc_made given, again;
};

static struct bc_place place_in(struct verification *v, struct bc_str text)
{
	struct bc_source *source = bc_new(v->ctx->arena, struct bc_source);
	source->name = bc_str_dup(v->ctx->arena, bc_str_of(v->name));
	source->text = text;
	return (struct bc_place){.source = source};
}

/* What this program has put into the PDF as `name`, with a NUL behind it. */
static bool read_carried(struct verification *v, struct bc_str name, struct bc_str *out)
{
	const struct bc_embedded *file = bc_pdfread_own(v->carrier.pdf, name);
	struct bc_str bytes;
	if (!file)
		return true;
	if (!bc_pdfread_bytes(v->carrier.pdf, file, &bytes))
		return false;
	*out = (struct bc_str){bc_str_z(v->ctx->arena, bytes), bytes.n};
	return true;
}

/* Read the PDF and the three files that make it one of ours. */
static bool read_given(struct verification *v)
{
	struct bc_ctx *ctx = v->ctx;
	struct bc_carried *carried = &v->carrier.carried;
	if (!bc_file_read(ctx, v->name, BC_LIMIT_PDF, &v->bytes))
		return false;
	v->given.bytes = bc_pdfread_first_revision(v->bytes);
	v->carrier.pdf = bc_pdfread_open(ctx, v->place, v->given.bytes);
	if (!v->carrier.pdf || !read_carried(v, BC_CARRIED_REPORT, &carried->report) ||
	    !read_carried(v, BC_CARRIED_BASE, &carried->base) ||
	    !read_carried(v, BC_CARRIED_MANIFEST, &carried->manifest))
		return false;
	if (!carried->report.p)
		BC_REPORT0(ctx->findings, PDF_CARRIES_NO_REPORT, v->place);
	else if (!carried->manifest.p)
		BC_REPORT1(ctx->findings, PDF_NO_SUCH_FILE, v->place, BC_CARRIED_MANIFEST);
	v->given.report = carried->report;
	v->given.base = carried->base;
	return carried->report.p && carried->manifest.p;
}

/* --set as the manifest has them; false: there are too many, or they are no texts. */
static bool read_sets(struct verification *v, const struct bc_json *manifest)
{
	const struct bc_json *list = bc_json_get(manifest, BC_STR("set"));
	const char **sets = bc_new_n(v->ctx->arena, const char *, MAX_SETS);
	v->job.sets = sets;
	for (const struct bc_json *set = list ? list->first : NULL; set; set = set->next) {
		if (v->job.n_sets == MAX_SETS || set->kind != BC_JSON_STRING)
			return false;
		sets[v->job.n_sets++] = bc_str_z(v->ctx->arena, set->text);
	}
	return true;
}

static bool read_standard(struct baocao_job *job, struct bc_str standard)
{
	bool plain = bc_str_is(standard, "plain");
	job->standard = plain ? BAOCAO_PLAIN : BAOCAO_PDFA_3A_UA1;
	return plain || standard.n == 0 || bc_str_is(standard, "pdfa-3a+ua1");
}

/* --template of "all": a name of the stock, or a file as seen from the present folder. */
static bool read_template(struct verification *v, struct bc_str name)
{
	if (name.n == 0)
		return true;
	v->job.template = bc_str_z(v->ctx->arena, name);
	return bc_path_stays_below(name);
}

/* What the PDF was asked to be, as its manifest tells. */
static bool read_options(struct verification *v, const struct bc_json *manifest)
{
	const struct bc_json *version = bc_json_get(manifest, BC_STR("baocao_manifest"));
	const struct bc_json *fields = bc_json_get(manifest, BC_STR("signature_fields"));
	struct bc_str mode = bc_json_text(manifest, "carry");
	bool all = bc_str_is(mode, "all");
	v->job.carry = all ? BAOCAO_CARRY_ALL : BAOCAO_CARRY_PRINTED;
	v->job.signature_fields = fields && fields->kind == BC_JSON_TRUE;
	return version && bc_str_is(version->text, "1") &&
	       (all || bc_str_is(mode, "printed")) && read_sets(v, manifest) &&
	       read_standard(&v->job, bc_json_text(manifest, "standard")) &&
	       read_template(v, bc_json_text(manifest, "use_template"));
}

static bool read_manifest(struct verification *v)
{
	struct bc_carried *carried = &v->carrier.carried;
	v->given.manifest = bc_json_parse(v->ctx, place_in(v, carried->manifest).source);
	if (!v->given.manifest)
		return false;
	v->job = (struct baocao_job){
		.name = v->name,
		.text = carried->report.p,
		.size = carried->report.n,
		/* nothing beside the PDF counts */
		.base = carried->base.p ? carried->base.p : "",
		.base_size = carried->base.n,
		.output = BAOCAO_PDF,
	};
	if (read_options(v, v->given.manifest))
		return true;
	BC_REPORT1(v->ctx->findings, PDF_DAMAGED, v->place,
		   BC_BOTH("không dùng được baocao-manifest.json",
			   "baocao-manifest.json cannot be used"));
	return false;
}

/* Say why there is no PDF: the template isn't there, or what else the errors say. */
static void tell_not_made(struct verification *v, const struct run *run)
{
	struct bc_findings *findings = v->ctx->findings;
	struct bc_str template =
		bc_json_text(bc_json_get(v->given.manifest, BC_STR("template")), "name");
	if (v->job.carry == BAOCAO_CARRY_ALL && template.n && !run->template) {
		BC_REPORT1(findings, VERIFY_INPUTS, v->place, template);
		return;
	}
	BC_REPORT0(findings, VERIFY_NOT_MADE, v->place);
	for (const struct bc_finding *f = run->ctx->findings->first; f; f = f->next) {
		if (f->severity == BC_ERROR)
			bc_report(findings, f->diag, f->place, f->args[0], f->args[1],
				  f->args[2]);
	}
}

/* With findings of its own: what is doubtful in the report was told when it was issued. */
static bool make_again(struct verification *v)
{
	struct bc_findings findings;
	struct bc_ctx ctx = *v->ctx;
	struct run run = {.engine = v->engine,
			  .job = &v->job,
			  .result = v->result,
			  .ctx = &ctx,
			  .carrier = &v->carrier};
	bc_findings_init(&findings, ctx.arena);
	ctx.findings = &findings;
	bc_run_passes(&run);
	v->again.bytes = v->result->bytes;
	v->result->bytes = (struct bc_str){0};
	if (!v->again.bytes.p) {
		tell_not_made(v, &run);
		return false;
	}
	struct bc_str manifest = bc_what_is_carried(&run).manifest;
	v->again.manifest =
		manifest.p ? bc_json_parse(v->ctx, place_in(v, manifest).source) : NULL;
	return true;
}

static bool read_pages(struct bc_made *made, struct bc_pdfread *pdf)
{
	if (pdf)
		made->pages = bc_pdfread_pages(pdf, BC_PAGE_ANNOTATIONS, &made->n_pages);
	return made->pages != NULL;
}

static void tell_page(struct verification *v, enum bc_diag diag, size_t page)
{
	struct bc_buf number = bc_buf_in(v->ctx->arena);
	bc_buf_int(&number, (int64_t)page);
	if (page)
		bc_report(v->ctx->findings, diag, v->place, bc_buf_str(&number),
			  (struct bc_str){0}, (struct bc_str){0});
}

static void tell(struct verification *v, const struct bc_verified *verified)
{
	struct bc_findings *findings = v->ctx->findings;
	switch (verified->verdict) {
	case BC_IDENTICAL:
		BC_REPORT0(findings, VERIFY_IDENTICAL, v->place);
		break;
	case BC_SAME_PAGES:
		BC_REPORT2(findings, VERIFY_SAME_PAGES, v->place,
			   bc_json_text(v->given.manifest, "engine"),
			   bc_json_text(v->again.manifest, "engine"));
		break;
	case BC_DATA_CHANGED:
		BC_REPORT1(findings, VERIFY_DATA, v->place, verified->inputs);
		tell_page(v, BC_DIAG_VERIFY_PAGE, verified->page);
		break;
	case BC_INPUTS_MISSING:
		BC_REPORT1(findings, VERIFY_INPUTS, v->place, verified->inputs);
		break;
	case BC_PAGES_DIFFER:
		tell_page(v, BC_DIAG_VERIFY_PAGE, verified->page);
		break;
	}
}

static bool compare(struct verification *v)
{
	bool same = bc_str_eq(v->given.bytes, v->again.bytes);
	if (!same &&
	    (!read_pages(&v->given, v->carrier.pdf) ||
	     !read_pages(&v->again, bc_pdfread_open(v->ctx, v->place, v->again.bytes))))
		return false;
	struct bc_verified verified = bc_verify(v->ctx->arena, &v->given, &v->again);
	tell(v, &verified);
	return true;
}

/* A reader shows the newest revision: its pages must be those of the first. */
static void compare_revisions(struct verification *v)
{
	struct bc_pdfread *newest;
	struct bc_made first = {0}, last = {0};
	if (v->given.bytes.n == v->bytes.n)
		return;
	BC_REPORT0(v->ctx->findings, VERIFY_APPENDED, v->place);
	newest = bc_pdfread_open(v->ctx, v->place, v->bytes);
	first.pages = bc_pdfread_pages(v->carrier.pdf, BC_PAGE_CONTENT, &first.n_pages);
	if (newest)
		last.pages = bc_pdfread_pages(newest, BC_PAGE_CONTENT, &last.n_pages);
	if (first.pages && last.pages)
		tell_page(v, BC_DIAG_VERIFY_APPENDED_PAGE, bc_first_difference(&first, &last));
}

static void verify(void *arg)
{
	struct verification *v = arg;
	v->place = place_in(v, (struct bc_str){0});
	if (read_given(v) && read_manifest(v) && make_again(v) && compare(v))
		compare_revisions(v);
}

struct baocao_result *baocao_verify(struct baocao *engine, const char *name)
{
	struct baocao_result *r = bc_result_new(engine);
	if (!r)
		return NULL;
	struct verification v = {.ctx = &r->ctx, .engine = engine, .result = r, .name = name};
	bc_guarded(r, verify, &v);
	return r;
}
