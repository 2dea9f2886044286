/* From the name of a PDF to what is in it. */
#include "pdfread/extract.h"

#include "base/carried.h"
#include "base/file.h"
#include "base/limits.h"
#include "pdfread/pdfread.h"

static struct bc_place place_of(struct bc_ctx *ctx, const char *name)
{
	struct bc_source *source = bc_new(ctx->arena, struct bc_source);
	source->name = bc_str_dup(ctx->arena, bc_str_of(name));
	return (struct bc_place){.source = source};
}

static struct bc_pdfread *open_file(struct bc_ctx *ctx, const char *name)
{
	struct bc_str bytes;
	if (!bc_file_read(ctx, name, BC_LIMIT_PDF, &bytes))
		return NULL;
	return bc_pdfread_open(ctx, place_of(ctx, name), bytes);
}

bool bc_extract(struct bc_ctx *ctx, const char *name, struct bc_str file, struct bc_str *out)
{
	struct bc_pdfread *pdf = open_file(ctx, name);
	if (!pdf)
		return false;
	const struct bc_embedded *found =
		file.p ? bc_pdfread_find(pdf, file) : bc_pdfread_own(pdf, BC_CARRIED_REPORT);
	if (found)
		return bc_pdfread_bytes(pdf, found, out);
	if (file.p)
		BC_REPORT1(ctx->findings, PDF_NO_SUCH_FILE, place_of(ctx, name), file);
	else
		BC_REPORT0(ctx->findings, PDF_CARRIES_NO_REPORT, place_of(ctx, name));
	return false;
}

static void put_row(struct bc_buf *out, const struct bc_embedded *file)
{
	bc_buf_add(out, file->name);
	bc_buf_putc(out, '\t');
	bc_buf_add(out, file->relation);
	bc_buf_putc(out, '\t');
	bc_buf_add(out, file->mime);
	bc_buf_putc(out, '\t');
	if (file->size >= 0)
		bc_buf_int(out, file->size);
	bc_buf_putc(out, '\t');
	bc_buf_add(out, file->description);
	bc_buf_putc(out, '\n');
}

bool bc_extract_list(struct bc_ctx *ctx, const char *name, struct bc_buf *out)
{
	size_t n;
	const struct bc_pdfread *pdf = open_file(ctx, name);
	if (!pdf)
		return false;
	const struct bc_embedded *files = bc_pdfread_files(pdf, &n);
	for (size_t i = 0; i < n; i++)
		put_row(out, &files[i]);
	return true;
}
