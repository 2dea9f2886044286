/*
 * What "baocao extract" gives: a file out of a PDF, or the list of them.
 */
#ifndef BC_PDFREAD_EXTRACT_H
#define BC_PDFREAD_EXTRACT_H

#include "base/ctx.h"

/*
 * The bytes of the file that the PDF `name` ("-": standard input) carries as
 * `file` (p NULL: the data of its report).  False after a finding.
 */
bool bc_extract(struct bc_ctx *ctx, const char *name, struct bc_str file,
		struct bc_str *out) BC_MUST_CHECK;

/*
 * Append a line for each file that the PDF carries: name, relationship, MIME
 * type, size in bytes and description, parted by tabs.  False after a finding.
 */
bool bc_extract_list(struct bc_ctx *ctx, const char *name, struct bc_buf *out) BC_MUST_CHECK;

#endif
