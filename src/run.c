/* The passes in order: bytes → JSON → report → document → pages → PDF. */
#include "run.h"

#include "compose/compose.h"
#include "dump/dump.h"
#include "layout/layout.h"
#include "model/report.h"
#include "pdf/pdf.h"
#include "json/write.h"

#include <time.h>

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
	bc_take_along(run, pdf);
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
	struct bc_carried carried = bc_what_is_carried(run);
	struct bc_str text =
		run->job->output == BAOCAO_MANIFEST ? carried.manifest : carried.report;
	return text.p ? text : BC_STR("");
}

static void make_output(struct run *run, const struct bc_doc *doc)
{
	struct bc_buf text = bc_buf_in(run->ctx->arena);
	const struct bc_fonts *faces = NULL;
	if (run->job->output != BAOCAO_DOC) {
		faces = bc_shared_fonts(run);
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

void bc_run_passes(struct run *run)
{
	run->carry = run->job->carry;
	lap(run);
	const struct bc_json *data = bc_read_data(run);
	run->result->stats.parse = lap(run);
	if (data && data->kind == BC_JSON_OBJECT)
		data = bc_fill_template(run, data);
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
		bc_pack(run);
	run->profile = report ? bc_rule_of(run, report) : NULL;
	if (!run->profile)
		return;
	check_signing(run, report, run->profile);
	const struct bc_doc *doc =
		bc_compose(run->ctx, report, run->profile, run->job->signature_fields);
	run->result->stats.compose = lap(run);
	make_output(run, doc);
}

static void run_passes(void *arg)
{
	bc_run_passes(arg);
}

struct baocao_result *baocao_run(struct baocao *engine, const struct baocao_job *job)
{
	struct baocao_result *r = bc_result_new(engine);
	if (!r)
		return NULL;
	r->draft = r->findings.draft = job->draft;
	struct run run = {.engine = engine, .job = job, .result = r, .ctx = &r->ctx};
	bc_guarded(r, run_passes, &run);
	return r;
}
