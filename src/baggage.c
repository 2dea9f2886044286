/* What a PDF takes along beside its pages: its data, a manifest, attached files. */
#include "run.h"

#include "base/carried.h"
#include "base/path.h"
#include "json/write.h"

bool bc_has_baggage(const struct run *run)
{
	enum baocao_output output = run->job->output;
	return run->carry != BAOCAO_CARRY_NONE &&
	       (output == BAOCAO_PDF || output == BAOCAO_CARRIED || output == BAOCAO_MANIFEST);
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

/* Those of the report, as they go into the PDF. */
static const struct bc_made_with *attached_files(struct run *run)
{
	const struct bc_attached_files *attached = &run->attached;
	struct bc_made_with *files =
		bc_new_n(run->ctx->arena, struct bc_made_with, attached->n);
	for (size_t i = 0; i < attached->n; i++) {
		files[i].name = attached->at[i].name;
		bc_sha256(attached->at[i].bytes, files[i].sha256);
	}
	return files;
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
		.standard =
			job->standard == BAOCAO_PLAIN ? BC_STR("plain") : BC_STR("pdfa-3a+ua1"),
		.signature_fields = job->signature_fields,
		.report = carried->report,
		.base = carried->base,
		.template = template_made_with(run),
		.profile = {.name = run->profile->id},
		.attached = attached_files(run),
		.n_attached = run->attached.n,
		.pages = run->result->stats.pages,
	};
	bc_sha256_files(run->profile->files, manifest.profile.sha256);
	manifest.fonts = bc_font_files(run->ctx->arena, bc_shared_font_digests(run),
				       &run->faces, &manifest.n_fonts);
	if (all && job->template)
		manifest.use_template = shown_name(job->template);
	if (all) {
		manifest.sets = job->sets;
		manifest.n_sets = job->n_sets;
	}
	bc_manifest_print(&text, &manifest);
	return bc_buf_str(&text);
}

struct bc_carried bc_what_is_carried(struct run *run)
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

void bc_take_along(struct run *run, struct bc_pdf *pdf)
{
	bool again = run->carrier && run->carry != BAOCAO_CARRY_NONE;
	struct bc_carried carried = again ? run->carrier->carried : bc_what_is_carried(run);
	attach(pdf, BC_CARRIED_REPORT, BC_PDF_SOURCE,
	       BC_STR("Dữ liệu của báo cáo, dành cho chương trình baocao"), carried.report);
	attach(pdf, BC_CARRIED_BASE, BC_PDF_SOURCE,
	       BC_STR("Dữ liệu chung của cơ quan, dành cho chương trình baocao"), carried.base);
	attach(pdf, BC_CARRIED_MANIFEST, BC_PDF_DATA,
	       BC_STR("Tệp PDF này được làm từ những gì"), carried.manifest);
	for (size_t i = 0; i < run->attached.n; i++)
		bc_pdf_attach(pdf, &run->attached.at[i]);
}

/* Each file in a PDF/A-3 has a date (ISO 19005-3 6.8), and ours is the document's. */
static bool lacks_date(const struct run *run)
{
	const struct bc_report *report = run->report;
	return run->job->standard == BAOCAO_PDFA_3A_UA1 && !report->document.date.date.year &&
	       !report->period.to.date.year;
}

/* Why the PDF holds no other files, neither data nor attached ones; empty when it may. */
static struct bc_str bare(const struct run *run)
{
	if (run->job->draft)
		return BC_BOTH("bản dự thảo", "it is a draft");
	if (run->job->standard == BAOCAO_PDFA_2A_UA1)
		return BC_BOTH("PDF/A-2a không chứa tệp khác", "PDF/A-2a holds no other file");
	/* what is to be stamped secret is copied by hand, and so is what a file would carry */
	if (run->report->document.secrecy != BC_SECRECY_NONE)
		return BC_BOTH("văn bản đóng dấu mật", "the document is to be stamped secret");
	if (lacks_date(run))
		return BC_BOTH("văn bản chưa có ngày, mà PDF/A-3 đòi ngày của tệp đi kèm",
			       "the document has no date, which PDF/A-3 asks of each file");
	return (struct bc_str){0};
}

static void carry_nothing(struct run *run, struct bc_str why)
{
	const struct bc_report *report = run->report;
	if (report->n_attachments && report->document.secrecy == BC_SECRECY_NONE)
		BC_REPORT1(run->ctx->findings, ATTACHED_LEFT_OUT, report->attachments[0].place,
			   why);
	if (bc_has_baggage(run) && !run->job->draft)
		BC_REPORT1(run->ctx->findings, PDF_CARRIES_NOTHING, report->place, why);
	run->carry = BAOCAO_CARRY_NONE;
}

static bool reads_attachments(enum baocao_output output)
{
	return output == BAOCAO_PDF || output == BAOCAO_CHECK || output == BAOCAO_MANIFEST;
}

void bc_pack(struct run *run)
{
	struct bc_str why = bare(run);
	if (why.n)
		carry_nothing(run, why);
	else if (run->carrier)
		run->attached = bc_attached_again(run->ctx, run->report, run->carrier->pdf);
	else if (reads_attachments(run->job->output))
		run->attached =
			bc_attached_load(run->ctx, run->report, run->data, run->job->name);
}
