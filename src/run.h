/*
 * One run of the passes, and what its parts ask of each other.
 */
#ifndef BC_RUN_H
#define BC_RUN_H

#include "attach.h"
#include "engine.h"

#include "carry/carry.h"
#include "carry/fonts.h"
#include "expr/template.h"

/* A template that has been compiled. */
struct compiled {
	const char *path; /* or the name, in the stock */
	const struct bc_template *template;
	const struct bc_files *files;
	bool digested; /* when somebody has asked */
	unsigned char sha256[BC_SHA256];
	struct compiled *older;
};

/* A PDF whose report is made again: it keeps what it carries. */
struct carrier {
	struct bc_pdfread *pdf;
	struct bc_carried carried;
};

/* One run of the passes. */
struct run {
	struct baocao *engine;
	const struct baocao_job *job;
	struct baocao_result *result;
	struct bc_ctx *ctx;
	double since;                  /* when the present stage began */
	const struct carrier *carrier; /* NULL: the PDF is a new one */

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

/* All of them, from the job to the result's bytes; what is wrong goes to ctx->findings. */
void bc_run_passes(struct run *run);

/* The rule that binds the report (rule.c); NULL after a finding. */
const struct bc_profile *bc_rule_of(struct run *run, const struct bc_report *report);

/*
 * How numbers are written by the rule that the data seem to ask for, before a
 * template makes a report of them; nothing is told of it.
 */
struct bc_usage bc_likely_usage(struct run *run, const struct bc_json *data);

/* Where the job's report begins. */
struct bc_place bc_job_place(struct bc_ctx *ctx, const struct baocao_job *job);

/* What the report says, with what stands under it and over it; NULL after a finding. */
const struct bc_json *bc_read_data(struct run *run);

/*
 * The report over its template.  What is wrong with the template is told, and
 * the report is checked all the same.
 */
const struct bc_json *bc_fill_template(struct run *run, const struct bc_json *data);

/* The memory that documents share; without any left, this run is given up. */
struct bc_arena *bc_shared_arena(struct run *run);

/* What documents share, read when the first needs it; NULL after a finding. */
struct compiled *bc_shared_template(struct run *run, struct bc_str name, const char *path,
				    struct bc_place place);
struct bc_profiles *bc_shared_profiles(struct run *run);
const struct bc_fonts *bc_shared_fonts(struct run *run);
struct bc_font_digests *bc_shared_font_digests(struct run *run);

/* Settle what the PDF takes along beside its pages, and read what has to be read. */
void bc_pack(struct run *run);

/* Whether it matters what is carried along. */
bool bc_has_baggage(const struct run *run);

/* What the PDF of this run carries along.  Its pages have been laid out. */
struct bc_carried bc_what_is_carried(struct run *run);

/* Put what the PDF carries into it. */
void bc_take_along(struct run *run, struct bc_pdf *pdf);

#endif
