/*
 * The passes in order: bytes → JSON → report → document → pages → PDF.
 *
 * The one place with setjmp: whoever runs out of memory ends up in guarded().
 */
#include "baocao.h"

#include "attach.h"

#include "base/carried.h"
#include "base/ctx.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/path.h"
#include "carry/carry.h"
#include "carry/fonts.h"
#include "compose/compose.h"
#include "dump/dump.h"
#include "expr/file_name.h"
#include "expr/load.h"
#include "expr/reads.h"
#include "layout/layout.h"
#include "model/keys.h"
#include "model/report.h"
#include "pdf/pdf.h"
#include "pdfread/extract.h"
#include "text/viet.h"
#include "json/merge.h"
#include "json/set.h"
#include "json/write.h"

#include <stdlib.h>
#include <time.h>

/* A template that has been compiled. */
struct compiled {
	const char *path; /* or the name, in the stock */
	const struct bc_template *template;
	const struct bc_files *files;
	bool digested; /* when somebody has asked */
	unsigned char sha256[BC_SHA256];
	struct compiled *older;
};

/* A pattern of names that has been compiled. */
struct named {
	struct bc_str text;
	const struct bc_name_pattern *pattern;
	struct named *older;
};

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

/* One run of the passes. */
struct run {
	struct baocao *engine;
	const struct baocao_job *job;
	struct baocao_result *result;
	struct bc_ctx *ctx;
	double since; /* when the present stage began */

	/* what has been read, for whoever carries it along */
	enum baocao_carry carry;
	const struct bc_source *given, *base; /* the report's own file or text, its base */
	struct compiled *template;
	const struct bc_json *data; /* the report over its base and its template */
	const struct bc_report *report;
	const struct bc_profile *profile;
	struct bc_faces_used faces;
	struct bc_attached_files attached;
};

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

/* Call `fn`; without memory drop all that the result holds and return false. */
static bool guarded(struct baocao_result *r, void (*fn)(void *), void *arg)
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

/* Milliseconds since the last call, for the figures of --stats only. */
static double lap(struct run *run)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	double ms = (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
	double spent = ms - run->since;
	run->since = ms;
	return spent;
}

static const char *in_dir(struct bc_ctx *ctx, const char *dir, const char *name)
{
	struct bc_buf path = bc_buf_in(ctx->arena);
	bc_buf_puts(&path, dir);
	bc_buf_putc(&path, '/');
	bc_buf_puts(&path, name);
	bc_buf_putc(&path, '\0');
	return path.p;
}

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

/* Where the job's report begins. */
static struct bc_place job_place(struct bc_ctx *ctx, const struct baocao_job *job)
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
	if (!bc_file_fits(ctx, job_place(ctx, job), job->size, BC_LIMIT_INPUT))
		return NULL;
	return bc_json_parse(ctx, job_source(ctx, job, job->size));
}

/* The memory that documents share; without any left, this run is given up. */
static struct bc_arena *shared_arena(struct run *run)
{
	run->engine->arena.oom = &run->result->oom;
	return &run->engine->arena;
}

/* Compiled once for all documents of the engine. */
static struct compiled *load_from(struct run *run, struct bc_str name, const char *path,
				  struct bc_place place)
{
	struct baocao *engine = run->engine;
	struct bc_ctx ctx = *run->ctx;
	for (struct compiled *c = engine->templates; c; c = c->older) {
		if (strcmp(c->path, path) == 0)
			return c;
	}
	ctx.arena = shared_arena(run);
	const char *stock = in_dir(&ctx, engine->data_dir, "templates");
	struct compiled *c = bc_new(ctx.arena, struct compiled);
	c->template = bc_template_load(&ctx, stock, name, path, place, &c->files);
	if (!c->template)
		return NULL;
	c->path = bc_str_z(ctx.arena, bc_str_of(path));
	c->older = engine->templates;
	engine->templates = c;
	return c;
}

/* The template that the job names, or the report; NULL without one, or after a finding. */
static struct compiled *load_template(struct run *run, const struct bc_json *data)
{
	struct bc_ctx *ctx = run->ctx;
	const struct bc_json *named = bc_json_get(data, BC_STR("template"));
	struct bc_place start = data->place;
	start.end = start.begin + 1;
	if (run->job->template)
		return load_from(run, bc_str_of(run->job->template), run->job->template, start);
	if (!named || named->text.n == 0)
		return NULL;
	if (bc_path_stays_below(named->text))
		return load_from(run, named->text,
				 bc_path_beside(ctx->arena, run->job->name, named->text),
				 named->place);
	BC_REPORT1(ctx->findings, TEMPLATE_UNKNOWN, named->place, named->text);
	return NULL;
}

/* Whether it matters what is carried along. */
static bool has_baggage(const struct run *run)
{
	enum baocao_output output = run->job->output;
	return run->carry != BAOCAO_CARRY_NONE &&
	       (output == BAOCAO_PDF || output == BAOCAO_CARRIED || output == BAOCAO_MANIFEST);
}

/*
 * The report over its template.  What is wrong with the template is told, and
 * the report is checked all the same.
 */
static const struct bc_json *fill_template(struct run *run, const struct bc_json *data)
{
	struct bc_ctx *ctx = run->ctx;
	run->template = load_template(run, data);
	struct bc_eval eval = {.ctx = ctx,
			       .data = bc_datum_root(ctx->arena, data),
			       .traced = has_baggage(run)};
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

/* What the report says, with what stands under it and over it; NULL after a finding. */
static const struct bc_json *read_data(struct run *run)
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

static int compact_date(struct bc_date d)
{
	/* a month without its day counts to its end: the clerk's day is still to come */
	return d.year ? (d.year * 100 + d.month) * 100 + (d.day ? d.day : 31) : 0;
}

static struct bc_profiles *profiles(struct run *run)
{
	struct baocao *engine = run->engine;
	struct bc_ctx ctx = *run->ctx;
	ctx.arena = engine->profiles.arena = shared_arena(run);
	if (!engine->profiles.dir)
		engine->profiles.dir = in_dir(&ctx, engine->data_dir, "templates/profiles");
	return &engine->profiles;
}

static const struct bc_profile *pick_profile(struct run *run, const struct bc_report *report)
{
	static const struct bc_str kinds[] = {
		[BC_ORG_NONE] = {NULL, 0},
		[BC_ORG_PARTY] = {"party", 5},
		[BC_ORG_STATE] = {"state", 5},
	};
	const struct bc_document *d = &report->document;
	struct bc_profile_wish wish = {
		.name = report->profile.s,
		.kind = kinds[report->organization.kind],
		.document_date = compact_date(d->date.date),
		.period_end = compact_date(report->period.to.date),
		.place = report->profile.s.p           ? report->profile.place
			 : d->date.date.year           ? d->date.place
			 : report->period.to.date.year ? report->period.to.place
						       : report->place,
	};
	/* a draft may lack every date: it is set by the rule that is in force last */
	if (run->job->draft && !wish.document_date && !wish.period_end)
		wish.document_date = 99991231;
	if (!wish.name.n && (!wish.kind.n || !(wish.document_date || wish.period_end)))
		return NULL; /* what is missing was reported with the report */
	return bc_profile_pick(run->ctx, profiles(run), &wish);
}

static const struct bc_fonts *fonts(struct run *run)
{
	struct baocao *engine = run->engine;
	struct bc_ctx ctx = *run->ctx;
	if (engine->fonts)
		return engine->fonts;
	ctx.arena = shared_arena(run);
	engine->fonts = bc_fonts_load(&ctx, engine->font_dir,
				      in_dir(run->ctx, engine->data_dir, "fonts"));
	return engine->fonts;
}

/* Pages on their way: counted, and the time of whoever takes them apart from layout's own. */
struct gate {
	struct run *run;
	struct bc_page_sink next[2]; /* page NULL: nobody */
};

static void pass_page(void *self, const struct bc_page *page)
{
	struct gate *gate = self;
	struct baocao_stats *stats = &gate->run->result->stats;
	stats->pages++;
	stats->layout += lap(gate->run);
	bc_faces_use(&gate->run->faces, page);
	for (int i = 0; i < 2; i++) {
		if (gate->next[i].page)
			gate->next[i].page(gate->next[i].self, page);
	}
	stats->pdf += lap(gate->run);
}

/* The structure tree that the pages' items belong to. */
static const struct bc_elem *lay_out(struct run *run, const struct bc_fonts *faces,
				     const struct bc_doc *doc, struct bc_page_sink next,
				     struct bc_page_sink also)
{
	struct gate gate = {.run = run, .next = {next, also}};
	const struct bc_elem *root =
		bc_layout(run->ctx, faces, doc, (struct bc_page_sink){&gate, pass_page});
	run->result->stats.layout += lap(run);
	return root;
}

/* A file's name as others may see it: what folders it lay in is nobody's business. */
static struct bc_str shown_name(const char *name)
{
	const char *slash = strrchr(name, '/');
	return bc_str_of(slash && !bc_path_stays_below(bc_str_of(name)) ? slash + 1 : name);
}

static struct bc_made_with template_made_with(struct run *run)
{
	struct compiled *c = run->template;
	const struct bc_json *named = bc_json_get(run->data, BC_STR("template"));
	struct bc_ctx *ctx = run->ctx;
	if (!c)
		return (struct bc_made_with){0};
	if (!c->digested)
		bc_sha256_files(c->files, c->sha256);
	c->digested = true;
	const char *name =
		run->job->template ? run->job->template : bc_str_z(ctx->arena, named->text);
	struct bc_made_with made_with = {.name = shown_name(name)};
	memcpy(made_with.sha256, c->sha256, BC_SHA256);
	return made_with;
}

/* The digests of the fonts that ship are known by their manifest. */
static struct bc_font_digests *font_digests(struct run *run)
{
	struct baocao *engine = run->engine;
	struct bc_ctx ctx = *run->ctx;
	struct bc_str manifest = {0};
	if (engine->font_digests)
		return engine->font_digests;
	ctx.arena = shared_arena(run);
	const char *path = in_dir(&ctx, engine->data_dir, "fonts/MANIFEST");
	if (bc_file_readable(path) && !bc_file_read(&ctx, path, BC_LIMIT_INPUT, &manifest))
		manifest = (struct bc_str){0};
	engine->font_digests = bc_font_digests_new(ctx.arena, engine->fonts, manifest);
	return engine->font_digests;
}

static struct bc_str manifest_of(struct run *run, const struct bc_carried *carried)
{
	const struct baocao_job *job = run->job;
	bool all = run->carry == BAOCAO_CARRY_ALL;
	struct bc_buf text = bc_buf_in(run->ctx->arena);
	struct bc_manifest manifest = {
		.engine = BC_STR("baocao " BC_VERSION),
		.format = run->report->format,
		.mode = all ? BC_STR("all") : BC_STR("printed"),
		.report = carried->report,
		.base = carried->base,
		.template = template_made_with(run),
		.profile = {.name = run->profile->id},
		.pages = run->result->stats.pages,
	};
	bc_sha256_files(run->profile->files, manifest.profile.sha256);
	manifest.fonts = bc_font_files(run->ctx->arena, font_digests(run), &run->faces,
				       &manifest.n_fonts);
	if (all && job->template)
		manifest.use_template = shown_name(job->template);
	if (all) {
		manifest.sets = job->sets;
		manifest.n_sets = job->n_sets;
	}
	bc_manifest_print(&text, &manifest);
	return bc_buf_str(&text);
}

/* What the PDF of this run carries along.  Its pages have been laid out. */
static struct bc_carried what_is_carried(struct run *run)
{
	struct bc_carried carried = {0};
	struct bc_buf text = bc_buf_in(run->ctx->arena);
	if (run->carry == BAOCAO_CARRY_NONE)
		return carried;
	if (run->carry == BAOCAO_CARRY_ALL) {
		carried.report = run->given->text;
		if (run->base)
			carried.base = run->base->text;
	} else {
		bc_json_write_dense(&text, bc_carry_printed(run->ctx->arena, run->data));
		carried.report = bc_buf_str(&text);
	}
	carried.manifest = manifest_of(run, &carried);
	return carried;
}

static void attach(struct bc_pdf *pdf, struct bc_str name, enum bc_pdf_relation relation,
		   struct bc_str description, struct bc_str bytes)
{
	const struct bc_pdf_file file = {.name = name,
					 .mime = BC_STR("application/json"),
					 .description = description,
					 .relation = relation,
					 .bytes = bytes};
	if (bytes.p)
		bc_pdf_attach(pdf, &file);
}

/* Put what the PDF carries into it. */
static void take_along(struct run *run, struct bc_pdf *pdf)
{
	struct bc_carried carried = what_is_carried(run);
	attach(pdf, BC_CARRIED_REPORT, BC_PDF_SOURCE,
	       BC_STR("Dữ liệu của báo cáo, dành cho chương trình baocao"), carried.report);
	attach(pdf, BC_CARRIED_BASE, BC_PDF_SOURCE,
	       BC_STR("Dữ liệu chung của cơ quan, dành cho chương trình baocao"), carried.base);
	attach(pdf, BC_CARRIED_MANIFEST, BC_PDF_DATA,
	       BC_STR("Tệp PDF này được làm từ những gì"), carried.manifest);
	for (size_t i = 0; i < run->attached.n; i++)
		bc_pdf_attach(pdf, &run->attached.at[i]);
}

static struct bc_pdf_meta meta_of(const struct baocao_job *job, const struct bc_doc *doc)
{
	static const enum bc_pdf_standard standards[] = {
		[BAOCAO_PDFA_3A_UA1] = BC_PDF_A3A_UA1,
		[BAOCAO_PDFA_2A_UA1] = BC_PDF_A2A_UA1,
		[BAOCAO_PLAIN] = BC_PDF_PLAIN,
	};
	return (struct bc_pdf_meta){
		.standard = standards[job->standard],
		.title = doc->title,
		.author = doc->author,
		.subject = doc->subject,
		.lang = doc->lang,
		.producer = BC_STR("baocao " BC_VERSION),
		.year = doc->year,
		.month = doc->month,
		.day = doc->day,
		.edoc = doc->edoc,
	};
}

static void make_pdf(struct run *run, const struct bc_fonts *faces, const struct bc_doc *doc)
{
	struct baocao_result *result = run->result;
	struct bc_pdf_meta meta = meta_of(run->job, doc);
	struct bc_pdf *pdf = bc_pdf_new(run->ctx, faces, &meta);
	struct bc_buf places = bc_buf_in(run->ctx->arena);
	struct bc_spot_map map;
	struct bc_page_sink to_map = {0};
	if (run->job->signature_map)
		to_map = bc_spot_map_begin(&map, &places);
	const struct bc_elem *root = lay_out(run, faces, doc, bc_pdf_sink(pdf), to_map);
	take_along(run, pdf);
	if (!bc_findings_failed(run->ctx->findings) &&
	    !bc_pdf_finish(pdf, root, &result->bytes))
		result->bytes = (struct bc_str){0};
	if (result->bytes.p && to_map.page) {
		bc_spot_map_end(&map);
		result->map = bc_buf_str(&places);
	}
	result->stats.pdf += lap(run);
}

/* What would be carried, in place of the PDF. */
static struct bc_str carried_text(struct run *run)
{
	struct bc_carried carried = what_is_carried(run);
	struct bc_str text =
		run->job->output == BAOCAO_MANIFEST ? carried.manifest : carried.report;
	return text.p ? text : BC_STR("");
}

static void make_output(struct run *run, const struct bc_doc *doc)
{
	struct bc_buf text = bc_buf_in(run->ctx->arena);
	const struct bc_fonts *faces = NULL;
	if (run->job->output != BAOCAO_DOC) {
		faces = fonts(run);
		run->result->stats.fonts = lap(run);
		if (!faces)
			return;
	}
	switch (run->job->output) {
	case BAOCAO_PDF:
		make_pdf(run, faces, doc);
		return;
	case BAOCAO_CHECK:
		lay_out(run, faces, doc, (struct bc_page_sink){0}, (struct bc_page_sink){0});
		return;
	case BAOCAO_DOC:
		bc_dump_doc(&text, doc);
		break;
	case BAOCAO_PAGES:
		lay_out(run, faces, doc, bc_dump_pages(&text), (struct bc_page_sink){0});
		break;
	case BAOCAO_CARRIED:
	case BAOCAO_MANIFEST:
		lay_out(run, faces, doc, (struct bc_page_sink){0}, (struct bc_page_sink){0});
		if (!bc_findings_failed(run->ctx->findings))
			run->result->bytes = carried_text(run);
		return;
	case BAOCAO_REPORT: /* made before there is a document */
		break;
	}
	if (!bc_findings_failed(run->ctx->findings))
		run->result->bytes = bc_buf_str(&text);
}

static void make_report(struct run *run, const struct bc_json *data)
{
	struct bc_buf text = bc_buf_in(run->ctx->arena);
	bc_json_write(&text, data);
	if (!bc_findings_failed(run->ctx->findings))
		run->result->bytes = bc_buf_str(&text);
}

/* Why the PDF holds no other files, neither data nor attached ones; empty when it may. */
static struct bc_str bare(const struct run *run)
{
	if (run->job->draft)
		return BC_BOTH("bản dự thảo", "it is a draft");
	if (run->job->standard == BAOCAO_PDFA_2A_UA1)
		return BC_BOTH("PDF/A-2a không chứa tệp khác", "PDF/A-2a holds no other file");
	/* what is to be stamped secret is copied by hand only, and so is what a file would
	 * carry
	 */
	if (run->report->document.secrecy != BC_SECRECY_NONE)
		return BC_BOTH("văn bản đóng dấu mật", "the document is to be stamped secret");
	return (struct bc_str){0};
}

static void carry_nothing(struct run *run, struct bc_str why)
{
	const struct bc_report *report = run->report;
	if (report->n_attachments && report->document.secrecy == BC_SECRECY_NONE)
		BC_REPORT1(run->ctx->findings, ATTACHED_LEFT_OUT, report->attachments[0].place,
			   why);
	if (has_baggage(run) && !run->job->draft)
		BC_REPORT1(run->ctx->findings, PDF_CARRIES_NOTHING, report->place, why);
	run->carry = BAOCAO_CARRY_NONE;
}

/* Settle what the PDF takes along beside its pages, and read what has to be read. */
static void pack(struct run *run)
{
	struct bc_str why = bare(run);
	if (why.n)
		carry_nothing(run, why);
	else if (run->job->output == BAOCAO_PDF || run->job->output == BAOCAO_CHECK)
		run->attached =
			bc_attached_load(run->ctx, run->report, run->data, run->job->name);
}

/* Whether what the job asks for may be signed at all. */
static void check_signing(struct run *run, const struct bc_report *report,
			  const struct bc_profile *profile)
{
	const struct bc_document *d = &report->document;
	bool fields = run->job->signature_fields;
	if ((fields || run->job->signature_map) && (run->job->draft || d->draft.given))
		BC_REPORT0(run->ctx->findings, SIGN_DRAFT,
			   d->draft.given ? d->draft.place : d->place);
	if (fields && d->secrecy != BC_SECRECY_NONE && !profile->signing.secret)
		BC_REPORT1(run->ctx->findings, SIGN_SECRET, d->place, profile->id);
}

static void run_passes(void *arg)
{
	struct run *run = arg;
	run->carry = run->job->carry;
	lap(run);
	const struct bc_json *data = read_data(run);
	run->result->stats.parse = lap(run);
	if (data && data->kind == BC_JSON_OBJECT)
		data = fill_template(run, data);
	run->result->stats.fill = lap(run);
	struct bc_report *report = data ? bc_report_read(run->ctx, data) : NULL;
	if (report)
		bc_report_check(run->ctx, report);
	run->result->stats.parse += lap(run);
	if (report && run->job->output == BAOCAO_REPORT) {
		make_report(run, data);
		return;
	}
	if (report && run->job->unattended && report->document.secrecy != BC_SECRECY_NONE)
		BC_REPORT0(run->ctx->findings, BATCH_SECRET, report->document.place);
	run->data = data;
	run->report = report;
	if (report)
		pack(run);
	run->profile = report ? pick_profile(run, report) : NULL;
	if (!run->profile)
		return;
	check_signing(run, report, run->profile);
	const struct bc_doc *doc =
		bc_compose(run->ctx, report, run->profile, run->job->signature_fields);
	run->result->stats.compose = lap(run);
	make_output(run, doc);
}

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

/* An empty result that holds the engine (NULL: none), or NULL without memory. */
static struct baocao_result *new_result(struct baocao *engine)
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

struct baocao_result *baocao_run(struct baocao *engine, const struct baocao_job *job)
{
	struct baocao_result *r = new_result(engine);
	if (!r)
		return NULL;
	r->draft = r->findings.draft = job->draft;
	struct run run = {.engine = engine, .job = job, .result = r, .ctx = &r->ctx};
	guarded(r, run_passes, &run);
	return r;
}

static void load_fonts(void *arg)
{
	fonts(arg);
}

struct baocao_result *baocao_load_fonts(struct baocao *engine)
{
	struct baocao_result *r = new_result(engine);
	if (!r)
		return NULL;
	struct run run = {.engine = engine, .result = r, .ctx = &r->ctx};
	guarded(r, load_fonts, &run);
	return r;
}

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
	ctx.arena = shared_arena(run);
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
	const struct bc_json *report = read_data(&naming->run);
	if (report)
		*name = bc_file_name(ctx, pattern, report);
}

struct baocao_result *baocao_name(struct baocao *engine, const struct baocao_job *job,
				  const char *pattern)
{
	struct baocao_result *r = new_result(engine);
	if (!r)
		return NULL;
	struct naming naming = {{.engine = engine, .job = job, .result = r, .ctx = &r->ctx},
				pattern};
	guarded(r, make_name, &naming);
	return r;
}

int baocao_name_compare(const char *a, const char *b)
{
	return bc_compare_no_case(bc_str_of(a), bc_str_of(b));
}

struct refusal {
	struct bc_ctx *ctx;
	const struct baocao_job *job, *related;
	enum bc_diag diag;
	const char *detail;
};

static void refuse(void *arg)
{
	struct refusal *refusal = arg;
	struct bc_ctx *ctx = refusal->ctx;
	struct bc_finding *f =
		bc_report(ctx->findings, refusal->diag, job_place(ctx, refusal->job),
			  bc_str_of(refusal->detail), (struct bc_str){0}, (struct bc_str){0});
	if (f && refusal->related)
		f->related = job_place(ctx, refusal->related);
}

struct baocao_result *baocao_refuse(const struct baocao_job *job, const char *code,
				    const char *detail, const struct baocao_job *related)
{
	enum bc_diag diag = bc_diag_by_code(bc_str_of(code));
	struct baocao_result *r = diag == BC_DIAG_COUNT ? NULL : new_result(NULL);
	struct refusal refusal = {r ? &r->ctx : NULL, job, related, diag, detail};
	if (r)
		guarded(r, refuse, &refusal);
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
	return guarded(result, write_output, &w) && w.done;
}

bool baocao_result_write(struct baocao_result *result, const char *path)
{
	return write_to(result, result->bytes, path);
}

bool baocao_result_write_map(struct baocao_result *result, const char *path)
{
	return write_to(result, result->map, path);
}

size_t baocao_result_findings(const struct baocao_result *r, size_t *dropped)
{
	*dropped = r->findings.dropped;
	return r->exhausted ? 1 : r->findings.kept;
}

static const char *terminated(struct bc_buf *b)
{
	bc_buf_putc(b, '\0');
	return b->p;
}

static struct baocao_place view_place(struct bc_arena *a, struct bc_place place)
{
	struct bc_buf pointer = bc_buf_in(a);
	struct baocao_place view = {0};
	if (!place.source)
		return view;
	bc_pointer_print(&pointer, place);
	view.file = bc_str_z(a, place.source->name);
	view.pointer = terminated(&pointer);
	view.excerpt = "";
	if (place.source->text.n || place.source->lines_before ||
	    place.source->columns_before) {
		struct bc_position at = bc_position_of(place.source, place.begin);
		struct bc_position to = bc_position_of(place.source, place.end);
		view.line = at.line;
		view.column = at.column;
		view.end_line = to.line;
		view.end_column = to.column;
		view.excerpt = bc_str_z(a, bc_line_of(place.source, place.begin));
		view.excerpt_column = bc_first_column(place.source, place.begin);
	}
	return view;
}

static struct baocao_finding view_finding(struct bc_arena *a, const struct bc_finding *f)
{
	struct baocao_finding view = {
		.code = bc_diag_text(f->diag)->code,
		.severity = (enum baocao_severity)f->severity,
		.place = view_place(a, f->place),
		.related = view_place(a, f->related),
	};
	for (int lang = BC_VI; lang <= BC_EN; lang++) {
		struct bc_buf message = bc_buf_in(a), hint = bc_buf_in(a);
		bc_finding_message(&message, f, (enum bc_lang)lang);
		bc_finding_hint(&hint, f, (enum bc_lang)lang);
		view.message[lang] = terminated(&message);
		view.hint[lang] = terminated(&hint);
	}
	return view;
}

static void view_all(void *arg)
{
	struct baocao_result *r = arg;
	size_t i = 0;
	struct baocao_finding *views =
		bc_new_n(&r->arena, struct baocao_finding, r->findings.kept);
	for (const struct bc_finding *f = r->findings.first; f; f = f->next)
		views[i++] = view_finding(&r->arena, f);
	r->views = views;
}

static struct baocao_finding text_view(enum bc_diag diag)
{
	const struct bc_diag_text *t = bc_diag_text(diag);
	return (struct baocao_finding){
		.code = t->code,
		.severity = (enum baocao_severity)t->severity,
		.message = {t->message[BC_VI], t->message[BC_EN]},
		.hint = {t->hint[BC_VI], t->hint[BC_EN]},
	};
}

const struct baocao_finding *baocao_result_finding(struct baocao_result *r, size_t i)
{
	if (!r->views && !guarded(r, view_all, r)) {
		r->no_memory = text_view(BC_DIAG_OUT_OF_MEMORY);
		return &r->no_memory;
	}
	return &r->views[i];
}

struct baocao_stats baocao_result_stats(const struct baocao_result *r)
{
	return r->stats;
}

static void print_schema(void *arg)
{
	struct baocao_result *r = arg;
	struct bc_buf text = bc_buf_in(&r->arena);
	bc_schema_print(&text);
	r->bytes = bc_buf_str(&text);
}

struct baocao_result *baocao_schema(void)
{
	struct baocao_result *r = new_result(NULL);
	if (r)
		guarded(r, print_schema, r);
	return r;
}

/* A question about the stock of templates. */
struct stock_question {
	struct bc_ctx *ctx;
	const char *dir; /* of the engine's data */
	struct bc_str name;
	struct bc_str *answer;
};

static void list_templates(void *arg)
{
	struct stock_question *q = arg;
	size_t n;
	const struct bc_template_entry *entries =
		bc_templates_list(q->ctx, in_dir(q->ctx, q->dir, "templates"), &n);
	struct bc_buf text = bc_buf_in(q->ctx->arena);
	for (size_t i = 0; entries && i < n; i++) {
		bc_buf_add(&text, entries[i].name);
		bc_buf_puts(&text, "\n    ");
		bc_buf_add(&text, entries[i].title);
		bc_buf_puts(&text, ". ");
		bc_buf_add(&text, entries[i].about);
		bc_buf_puts(&text, "\n");
	}
	if (entries)
		*q->answer = bc_buf_str(&text);
}

static void start_report(void *arg)
{
	struct stock_question *q = arg;
	if (!bc_template_start(q->ctx, in_dir(q->ctx, q->dir, "templates"), q->name, q->answer))
		*q->answer = (struct bc_str){0};
}

static void list_reads(void *arg)
{
	struct stock_question *q = arg;
	struct bc_buf text = bc_buf_in(q->ctx->arena);
	const struct bc_files *files;
	const struct bc_template *t = bc_template_load(
		q->ctx, in_dir(q->ctx, q->dir, "templates"), q->name,
		bc_str_z(q->ctx->arena, q->name), (struct bc_place){0}, &files);
	if (t && bc_template_reads(q->ctx, &text, t))
		*q->answer = bc_buf_str(&text);
}

static struct baocao_result *ask_stock(struct baocao *engine, const char *name,
				       void (*question)(void *))
{
	struct baocao_result *r = new_result(engine);
	if (!r)
		return NULL;
	struct stock_question q = {&r->ctx, engine->data_dir, bc_str_of(name), &r->bytes};
	guarded(r, question, &q);
	return r;
}

struct baocao_result *baocao_templates(struct baocao *engine)
{
	return ask_stock(engine, NULL, list_templates);
}

struct baocao_result *baocao_new_report(struct baocao *engine, const char *name)
{
	return ask_stock(engine, name, start_report);
}

struct baocao_result *baocao_template_reads(struct baocao *engine, const char *name)
{
	return ask_stock(engine, name, list_reads);
}

/* A question about what a PDF carries. */
struct pdf_question {
	struct bc_ctx *ctx;
	const char *name;
	struct bc_str file;
	struct bc_str *answer;
};

static void extract(void *arg)
{
	struct pdf_question *q = arg;
	if (!bc_extract(q->ctx, q->name, q->file, q->answer))
		*q->answer = (struct bc_str){0};
}

static void list_embedded(void *arg)
{
	struct pdf_question *q = arg;
	struct bc_buf text = bc_buf_in(q->ctx->arena);
	bc_buf_reserve(&text, 1); /* no files are an answer, too */
	if (bc_extract_list(q->ctx, q->name, &text))
		*q->answer = bc_buf_str(&text);
}

static struct baocao_result *ask_pdf(const char *name, const char *file,
				     void (*question)(void *))
{
	struct baocao_result *r = new_result(NULL);
	if (!r)
		return NULL;
	struct pdf_question q = {&r->ctx, name, bc_str_of(file), &r->bytes};
	guarded(r, question, &q);
	return r;
}

struct baocao_result *baocao_extract(const char *name, const char *file)
{
	return ask_pdf(name, file, extract);
}

struct baocao_result *baocao_embedded(const char *name)
{
	return ask_pdf(name, NULL, list_embedded);
}

bool baocao_explain(const char *code, struct baocao_finding *out)
{
	enum bc_diag diag = bc_diag_by_code(bc_str_of(code));
	if (diag == BC_DIAG_COUNT)
		return false;
	*out = text_view(diag);
	return true;
}

const char *baocao_version(void)
{
	return BC_VERSION;
}
