/*
 * The files that a report attaches, on their way from the disk into the PDF.
 */
#ifndef BC_ATTACH_H
#define BC_ATTACH_H

#include "base/ctx.h"
#include "model/report.h"
#include "pdf/pdf.h"
#include "pdfread/pdfread.h"
#include "json/json.h"

struct bc_attached_files {
	const struct bc_pdf_file *at;
	size_t n;
};

/*
 * Read the files that `report` attaches.  `data` is the JSON it was read from,
 * `name` its file.  What cannot be read is a finding and left out.  In ctx->arena.
 */
struct bc_attached_files bc_attached_load(struct bc_ctx *ctx, const struct bc_report *report,
					  const struct bc_json *data, const char *name);

/* The same files out of a PDF that carries them; what it doesn't is left out. */
struct bc_attached_files bc_attached_again(struct bc_ctx *ctx, const struct bc_report *report,
					   struct bc_pdfread *pdf);

#endif
