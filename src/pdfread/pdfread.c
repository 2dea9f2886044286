/*
 * The name tree of embedded files (ISO 32000-1 7.7.4, 7.9.6), walked with qpdf.
 *
 * qpdf decodes nothing but the PDF's own structure; a file's bytes are
 * inflated here, where there is a limit to them.
 */
#include "pdfread/pdfread.h"

#include "base/file.h"
#include "base/limits.h"
#include "pdfread/qpdf.h"
#include "pdfread/text.h"

#include <libdeflate.h>
#include <stdlib.h>

enum {
	MAX_DEPTH = 16,   /* of the name tree */
	MAX_NODES = 4096, /* of it */
	MAX_FILES = 4096,
	HEADER = 1024, /* bytes in which "%PDF-" may stand, as other readers have it */
};

struct bc_pdfread {
	struct bc_ctx *ctx;
	struct bc_place place;
	const struct bc_qpdf *q;
	qpdf_data doc;
	struct bc_embedded *files;
	size_t n, nodes;
};

static void close_doc(void *arg)
{
	struct bc_pdfread *pdf = arg;
	if (pdf)
		pdf->q->cleanup(&pdf->doc);
}

static bool damaged(struct bc_pdfread *pdf, struct bc_str how)
{
	BC_REPORT1(pdf->ctx->findings, PDF_DAMAGED, pdf->place, how);
	return false;
}

/* Whether all went well since the last time; if not, there is a finding. */
static bool well(struct bc_pdfread *pdf)
{
	const struct bc_qpdf *q = pdf->q;
	if (!q->has_error(pdf->doc))
		return true;
	qpdf_error e = q->get_error(pdf->doc);
	struct bc_str detail = bc_str_of(q->get_error_message_detail(pdf->doc, e));
	if (bc_str_find(detail, 0, BC_STR("bad_alloc")) < detail.n)
		bc_arena_fail(pdf->ctx->arena);
	if (q->get_error_code(pdf->doc, e) == qpdf_e_password) {
		BC_REPORT0(pdf->ctx->findings, PDF_ENCRYPTED, pdf->place);
		return false;
	}
	return damaged(pdf, bc_pdfread_text(pdf->ctx->scratch, detail));
}

/* A string or a name; of anything else nothing. */
static struct bc_str text_of(struct bc_pdfread *pdf, qpdf_oh object)
{
	const struct bc_qpdf *q = pdf->q;
	struct bc_str s = {0};
	if (q->oh_is_string(pdf->doc, object))
		s.p = q->oh_get_binary_utf8_value(pdf->doc, object, &s.n);
	else if (q->oh_is_name(pdf->doc, object))
		s = bc_str_of(q->oh_get_name(pdf->doc, object) + 1); /* behind the slash */
	return bc_pdfread_text(pdf->ctx->arena, s);
}

/* The value of `key`; null also when `dict` is no dictionary. */
static qpdf_oh value(struct bc_pdfread *pdf, qpdf_oh dict, const char *key)
{
	return pdf->q->oh_get_key(pdf->doc, dict, key);
}

static bool is_dict(struct bc_pdfread *pdf, qpdf_oh object)
{
	return pdf->q->oh_is_dictionary(pdf->doc, object);
}

static void describe(struct bc_pdfread *pdf, qpdf_oh specification, qpdf_oh stream,
		     struct bc_embedded *out)
{
	qpdf_oh dict = pdf->q->oh_get_dict(pdf->doc, stream);
	qpdf_oh params = value(pdf, dict, "/Params");
	struct bc_str unicode = text_of(pdf, value(pdf, specification, "/UF"));
	long long size = -1;
	if (is_dict(pdf, params) &&
	    !pdf->q->oh_get_value_as_longlong(pdf->doc, value(pdf, params, "/Size"), &size))
		size = -1;
	*out = (struct bc_embedded){
		.name = unicode.n ? unicode : text_of(pdf, value(pdf, specification, "/F")),
		.description = text_of(pdf, value(pdf, specification, "/Desc")),
		.mime = text_of(pdf, value(pdf, dict, "/Subtype")),
		.relation = text_of(pdf, value(pdf, specification, "/AFRelationship")),
		.size = size < 0 ? -1 : size,
		.stream = stream,
	};
}

static void take_file(struct bc_pdfread *pdf, qpdf_oh specification)
{
	qpdf_oh embedded = is_dict(pdf, specification) ? value(pdf, specification, "/EF") : 0;
	if (!embedded || !is_dict(pdf, embedded) || pdf->n == MAX_FILES)
		return;
	qpdf_oh stream = value(pdf, embedded, "/UF");
	if (!pdf->q->oh_is_stream(pdf->doc, stream))
		stream = value(pdf, embedded, "/F");
	if (pdf->q->oh_is_stream(pdf->doc, stream))
		describe(pdf, specification, stream, &pdf->files[pdf->n++]);
}

/* A node of the tree has names, or nodes below it. */
static void walk(struct bc_pdfread *pdf, qpdf_oh node, int depth)
{
	const struct bc_qpdf *q = pdf->q;
	if (depth == MAX_DEPTH || pdf->nodes++ >= MAX_NODES || !is_dict(pdf, node))
		return;
	qpdf_oh names = value(pdf, node, "/Names"), kids = value(pdf, node, "/Kids");
	int n_names =
		q->oh_is_array(pdf->doc, names) ? q->oh_get_array_n_items(pdf->doc, names) : 0;
	int n_kids =
		q->oh_is_array(pdf->doc, kids) ? q->oh_get_array_n_items(pdf->doc, kids) : 0;
	for (int i = 1; i < n_names && pdf->n < MAX_FILES; i += 2)
		take_file(pdf, q->oh_get_array_item(pdf->doc, names, i));
	for (int i = 0; i < n_kids && pdf->nodes < MAX_NODES; i++)
		walk(pdf, q->oh_get_array_item(pdf->doc, kids, i), depth + 1);
}

static void list(struct bc_pdfread *pdf)
{
	qpdf_oh root = pdf->q->get_root(pdf->doc);
	qpdf_oh names = is_dict(pdf, root) ? value(pdf, root, "/Names") : 0;
	pdf->files = bc_new_n(pdf->ctx->arena, struct bc_embedded, MAX_FILES);
	if (names && is_dict(pdf, names))
		walk(pdf, value(pdf, names, "/EmbeddedFiles"), 0);
}

static bool looks_like_pdf(struct bc_str bytes)
{
	struct bc_str head = bc_str_cut(bytes, 0, bytes.n < HEADER ? bytes.n : HEADER);
	return bc_str_find(head, 0, BC_STR("%PDF-")) < head.n;
}

struct bc_pdfread *bc_pdfread_open(struct bc_ctx *ctx, struct bc_place place,
				   struct bc_str bytes)
{
	if (!looks_like_pdf(bytes)) {
		BC_REPORT0(ctx->findings, PDF_NONE, place);
		return NULL;
	}
	struct bc_pdfread *pdf = bc_new(ctx->arena, struct bc_pdfread);
	*pdf = (struct bc_pdfread){.ctx = ctx, .place = place, .q = bc_qpdf_load(ctx)};
	if (!pdf->q)
		return NULL;
	void **slot = bc_arena_defer(ctx->arena, close_doc);
	pdf->doc = pdf->q->init();
	*slot = pdf;
	pdf->q->silence_errors(pdf->doc);
	pdf->q->set_suppress_warnings(pdf->doc, QPDF_TRUE);
	/* what it would piece together from a damaged file may be of an older revision */
	pdf->q->set_attempt_recovery(pdf->doc, QPDF_FALSE);
	pdf->q->read_memory(pdf->doc, "", bytes.p, bytes.n, NULL);
	if (!well(pdf))
		return NULL;
	list(pdf);
	return well(pdf) ? pdf : NULL;
}

const struct bc_embedded *bc_pdfread_files(const struct bc_pdfread *pdf, size_t *n)
{
	*n = pdf->n;
	return pdf->files;
}

const struct bc_embedded *bc_pdfread_find(const struct bc_pdfread *pdf, struct bc_str name)
{
	for (size_t i = 0; i < pdf->n; i++) {
		if (bc_str_eq(pdf->files[i].name, name))
			return &pdf->files[i];
	}
	return NULL;
}

enum filter {
	FILTER_NONE,
	FILTER_FLATE,
	FILTER_OTHER,
};

static enum filter filter_of(struct bc_pdfread *pdf, qpdf_oh dict)
{
	const struct bc_qpdf *q = pdf->q;
	qpdf_oh filter = value(pdf, dict, "/Filter");
	if (q->oh_is_null(pdf->doc, filter))
		return FILTER_NONE;
	if (q->oh_is_array(pdf->doc, filter) && q->oh_get_array_n_items(pdf->doc, filter) == 1)
		filter = q->oh_get_array_item(pdf->doc, filter, 0);
	bool plain = q->oh_is_null(pdf->doc, value(pdf, dict, "/DecodeParms"));
	struct bc_str name = text_of(pdf, filter);
	return plain && bc_str_is(name, "FlateDecode") ? FILTER_FLATE : FILTER_OTHER;
}

static void free_decompressor(void *z)
{
	libdeflate_free_decompressor(z);
}

static struct libdeflate_decompressor *decompressor(struct bc_ctx *ctx)
{
	void **slot = bc_arena_defer(ctx->arena, free_decompressor);
	struct libdeflate_decompressor *z = libdeflate_alloc_decompressor();
	if (!z)
		bc_arena_fail(ctx->arena);
	*slot = z;
	return z;
}

/* Into ever larger room: the size that the PDF claims is only a hint. */
static bool inflate(struct bc_pdfread *pdf, struct bc_str data, int64_t claimed,
		    struct bc_str *out)
{
	struct bc_ctx *ctx = pdf->ctx;
	struct libdeflate_decompressor *z = decompressor(ctx);
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
			return damaged(pdf, BC_BOTH("dữ liệu nén bị hỏng",
						    "compressed data is damaged"));
		if (room > BC_LIMIT_INPUT)
			return bc_file_fits(ctx, pdf->place, room, BC_LIMIT_INPUT);
	}
}

bool bc_pdfread_bytes(struct bc_pdfread *pdf, const struct bc_embedded *file,
		      struct bc_str *out)
{
	const struct bc_qpdf *q = pdf->q;
	enum filter filter = filter_of(pdf, q->oh_get_dict(pdf->doc, file->stream));
	void **slot = bc_arena_defer(pdf->ctx->arena, free);
	unsigned char *raw = NULL;
	size_t n = 0;
	if (filter == FILTER_OTHER)
		return damaged(pdf, BC_BOTH("kiểu nén lạ", "unusual compression"));
	q->oh_get_stream_data(pdf->doc, file->stream, qpdf_dl_none, NULL, &raw, &n);
	*slot = raw;
	if (!well(pdf))
		return false;
	struct bc_str data = {(const char *)raw, n};
	if (filter == FILTER_FLATE)
		return inflate(pdf, data, file->size, out);
	*out = bc_str_dup(pdf->ctx->arena, data);
	return bc_file_fits(pdf->ctx, pdf->place, n, BC_LIMIT_INPUT);
}
