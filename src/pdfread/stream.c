/*
 * The bytes of streams.
 *
 * qpdf decodes nothing but the PDF's own structure; all else is inflated
 * here, where there is a limit to it.
 */
#include "pdfread/reader.h"

#include "base/file.h"
#include "base/limits.h"

#include <libdeflate.h>
#include <stdlib.h>

enum filter {
	FILTER_NONE,
	FILTER_FLATE,
	FILTER_OTHER,
};

static enum filter filter_of(struct bc_pdfread *pdf, qpdf_oh dict)
{
	const struct bc_qpdf *q = pdf->q;
	qpdf_oh filter = bc_pdfread_value(pdf, dict, "/Filter");
	if (q->oh_is_null(pdf->doc, filter))
		return FILTER_NONE;
	if (q->oh_is_array(pdf->doc, filter) && q->oh_get_array_n_items(pdf->doc, filter) == 1)
		filter = q->oh_get_array_item(pdf->doc, filter, 0);
	bool plain = q->oh_is_null(pdf->doc, bc_pdfread_value(pdf, dict, "/DecodeParms"));
	struct bc_str name = bc_pdfread_text_of(pdf, filter);
	return plain && bc_str_is(name, "FlateDecode") ? FILTER_FLATE : FILTER_OTHER;
}

bool bc_pdfread_can_unpack(struct bc_pdfread *pdf, qpdf_oh dict)
{
	return filter_of(pdf, dict) != FILTER_OTHER;
}

static void free_decompressor(void *z)
{
	libdeflate_free_decompressor(z);
}

static struct libdeflate_decompressor *decompressor(struct bc_pdfread *pdf)
{
	struct bc_ctx *ctx = pdf->ctx;
	if (pdf->z)
		return pdf->z;
	void **slot = bc_arena_defer(ctx->arena, free_decompressor);
	pdf->z = libdeflate_alloc_decompressor();
	if (!pdf->z)
		bc_arena_fail(ctx->arena);
	*slot = pdf->z;
	return pdf->z;
}

/* Into ever larger room: the size that the PDF claims is only a hint. */
static bool inflate(struct bc_pdfread *pdf, struct bc_str data, int64_t claimed,
		    struct bc_str *out)
{
	struct bc_ctx *ctx = pdf->ctx;
	struct libdeflate_decompressor *z = decompressor(pdf);
	size_t room = claimed > 0 && claimed < BC_LIMIT_INPUT ? (size_t)claimed : 4 * data.n;
	for (;; room *= 4) {
		room = room < BC_LIMIT_INPUT ? room + 1 : BC_LIMIT_INPUT + 1;
		struct bc_mark mark = bc_arena_mark(ctx->arena);
		char *p = bc_alloc(ctx->arena, room);
		size_t n = 0;
		enum libdeflate_result result =
			libdeflate_zlib_decompress(z, data.p, data.n, p, room, &n);
		if (result == LIBDEFLATE_SUCCESS) {
			*out = (struct bc_str){p, n};
			return bc_file_fits(ctx, pdf->place, n, BC_LIMIT_INPUT);
		}
		bc_arena_release(ctx->arena, mark);
		if (result != LIBDEFLATE_INSUFFICIENT_SPACE)
			return bc_pdfread_damaged(pdf, BC_BOTH("dữ liệu nén bị hỏng",
							       "compressed data is damaged"));
		if (room > BC_LIMIT_INPUT)
			return bc_file_fits(ctx, pdf->place, room, BC_LIMIT_INPUT);
	}
}

bool bc_pdfread_raw(struct bc_pdfread *pdf, qpdf_oh stream, struct bc_str *out)
{
	void **slot = bc_arena_defer(pdf->ctx->arena, free);
	unsigned char *raw = NULL;
	size_t n = 0;
	pdf->q->oh_get_stream_data(pdf->doc, stream, qpdf_dl_none, NULL, &raw, &n);
	*slot = raw;
	*out = (struct bc_str){(const char *)raw, n};
	return bc_pdfread_well(pdf);
}

bool bc_pdfread_unpacked(struct bc_pdfread *pdf, qpdf_oh stream, int64_t claimed,
			 struct bc_str *out)
{
	enum filter filter = filter_of(pdf, pdf->q->oh_get_dict(pdf->doc, stream));
	if (filter == FILTER_OTHER)
		return bc_pdfread_damaged(pdf, BC_BOTH("kiểu nén lạ", "unusual compression"));
	if (!bc_pdfread_raw(pdf, stream, out))
		return false;
	if (filter == FILTER_FLATE)
		return inflate(pdf, *out, claimed, out);
	return bc_file_fits(pdf->ctx, pdf->place, out->n, BC_LIMIT_INPUT);
}

bool bc_pdfread_bytes(struct bc_pdfread *pdf, const struct bc_embedded *file,
		      struct bc_str *out)
{
	return bc_pdfread_unpacked(pdf, file->stream, file->size, out);
}
