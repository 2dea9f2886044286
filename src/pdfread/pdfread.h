/*
 * Reads what a PDF carries: the files embedded in it, as its newest revision
 * has them.
 *
 * Trusts nothing in the PDF: its texts come as valid UTF-8 without control
 * characters, its files no larger than BC_LIMIT_INPUT.  Knows nothing of pages.
 */
#ifndef BC_PDFREAD_PDFREAD_H
#define BC_PDFREAD_PDFREAD_H

#include "base/ctx.h"

struct bc_pdfread;

/* An embedded file, as the PDF describes it; what isn't said is empty. */
struct bc_embedded {
	struct bc_str name, description, mime;
	struct bc_str relation; /* "Source", "Data", ... */
	int64_t size;           /* in bytes, as the PDF claims; -1: it doesn't */
	unsigned stream;        /* for bc_pdfread_bytes */
};

/*
 * Open the PDF in `bytes`, which is borrowed as long as ctx->arena lives.
 * `place` is where it came from, for findings.  NULL after a finding.
 */
struct bc_pdfread *bc_pdfread_open(struct bc_ctx *ctx, struct bc_place place,
				   struct bc_str bytes) BC_MUST_CHECK;

/* Its embedded files, *n of them in the order of their names. */
const struct bc_embedded *bc_pdfread_files(const struct bc_pdfread *pdf, size_t *n);

/* The first of them that is called `name`, or NULL. */
const struct bc_embedded *bc_pdfread_find(const struct bc_pdfread *pdf, struct bc_str name);

/* Of those what this program writes: a file may be called `name` by chance.  NULL: none. */
const struct bc_embedded *bc_pdfread_own(const struct bc_pdfread *pdf, struct bc_str name);

/* The bytes of `file`, in ctx->arena.  False after a finding. */
bool bc_pdfread_bytes(struct bc_pdfread *pdf, const struct bc_embedded *file,
		      struct bc_str *out) BC_MUST_CHECK;

/*
 * A PDF as it was before anything was appended to it, as a signature is: its
 * bytes up to the end of its first revision; all of them when that isn't found.
 */
struct bc_str bc_pdfread_first_revision(struct bc_str bytes);

#endif
