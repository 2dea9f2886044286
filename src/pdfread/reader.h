/*
 * What the parts of the reader share: the PDF that is open.
 */
#ifndef BC_PDFREAD_READER_H
#define BC_PDFREAD_READER_H

#include "pdfread/pdfread.h"
#include "pdfread/qpdf.h"

struct bc_pdfread {
	struct bc_ctx *ctx;
	struct bc_place place;
	const struct bc_qpdf *q;
	qpdf_data doc;
	struct libdeflate_decompressor *z; /* NULL: nothing has been inflated yet */
	struct bc_embedded *files;
	size_t n, nodes;
};

/* False, and a finding. */
bool bc_pdfread_damaged(struct bc_pdfread *pdf, struct bc_str how);

/* Whether all went well since the last time; if not, there is a finding. */
bool bc_pdfread_well(struct bc_pdfread *pdf);

/* A string or a name as text, in ctx->arena; of anything else nothing. */
struct bc_str bc_pdfread_text_of(struct bc_pdfread *pdf, qpdf_oh object);

/* Whether the bytes of a stream with this dictionary can be unpacked here. */
bool bc_pdfread_can_unpack(struct bc_pdfread *pdf, qpdf_oh dict);

/*
 * The bytes of a stream, in ctx->arena: as they lie in the file, or unpacked,
 * for which `claimed` is a guess at their number.  False after a finding.
 */
bool bc_pdfread_raw(struct bc_pdfread *pdf, qpdf_oh stream, struct bc_str *out) BC_MUST_CHECK;
bool bc_pdfread_unpacked(struct bc_pdfread *pdf, qpdf_oh stream, int64_t claimed,
			 struct bc_str *out) BC_MUST_CHECK;

/* The value of `key`; null also when `dict` is no dictionary. */
static inline qpdf_oh bc_pdfread_value(struct bc_pdfread *pdf, qpdf_oh dict, const char *key)
{
	return pdf->q->oh_get_key(pdf->doc, dict, key);
}

static inline bool bc_pdfread_is_dict(struct bc_pdfread *pdf, qpdf_oh object)
{
	return pdf->q->oh_is_dictionary(pdf->doc, object);
}

#endif
