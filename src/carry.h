/*
 * What a PDF carries beside its pages: its own data, and the files that the
 * report attaches.
 */
#ifndef BC_CARRY_H
#define BC_CARRY_H

#include "base/ctx.h"
#include "model/report.h"
#include "pdf/pdf.h"
#include "json/json.h"

struct bc_carried {
	struct bc_str report;            /* JSON; p NULL: it isn't carried */
	const struct bc_pdf_file *files; /* n of them, attached by the report */
	size_t n;
};

/*
 * Read the files that `report` attaches into `out`.  `data` is the JSON it was
 * read from, `name` its file.  What cannot be read is a finding and left out.
 */
void bc_carry_attached(struct bc_ctx *ctx, struct bc_carried *out,
		       const struct bc_report *report, const struct bc_json *data,
		       const char *name);

/* Let the PDF carry all of it. */
void bc_carry(struct bc_pdf *pdf, const struct bc_carried *carried);

#endif
