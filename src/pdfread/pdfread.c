/* The name tree of embedded files (ISO 32000-1 7.7.4, 7.9.6), walked with qpdf. */
#include "pdfread/reader.h"

#include "pdfread/text.h"

enum {
	MAX_DEPTH = 16,   /* of the name tree */
	MAX_NODES = 4096, /* of it */
	MAX_FILES = 4096,
	HEADER = 1024, /* bytes in which "%PDF-" may stand, as other readers have it */
};

static void close_doc(void *arg)
{
	struct bc_pdfread *pdf = arg;
	if (pdf)
		pdf->q->cleanup(&pdf->doc);
}

bool bc_pdfread_damaged(struct bc_pdfread *pdf, struct bc_str how)
{
	BC_REPORT1(pdf->ctx->findings, PDF_DAMAGED, pdf->place, how);
	return false;
}

bool bc_pdfread_well(struct bc_pdfread *pdf)
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
	return bc_pdfread_damaged(pdf, bc_pdfread_text(pdf->ctx->scratch, detail));
}

struct bc_str bc_pdfread_text_of(struct bc_pdfread *pdf, qpdf_oh object)
{
	const struct bc_qpdf *q = pdf->q;
	struct bc_str s = {0};
	if (q->oh_is_string(pdf->doc, object))
		s.p = q->oh_get_binary_utf8_value(pdf->doc, object, &s.n);
	else if (q->oh_is_name(pdf->doc, object))
		s = bc_str_of(q->oh_get_name(pdf->doc, object) + 1); /* behind the slash */
	return bc_pdfread_text(pdf->ctx->arena, s);
}

static void describe(struct bc_pdfread *pdf, qpdf_oh specification, qpdf_oh stream,
		     struct bc_embedded *out)
{
	qpdf_oh dict = pdf->q->oh_get_dict(pdf->doc, stream);
	qpdf_oh params = bc_pdfread_value(pdf, dict, "/Params");
	struct bc_str unicode =
		bc_pdfread_text_of(pdf, bc_pdfread_value(pdf, specification, "/UF"));
	long long size = -1;
	if (bc_pdfread_is_dict(pdf, params) &&
	    !pdf->q->oh_get_value_as_longlong(pdf->doc, bc_pdfread_value(pdf, params, "/Size"),
					      &size))
		size = -1;
	*out = (struct bc_embedded){
		.name = unicode.n ? unicode
				  : bc_pdfread_text_of(
					    pdf, bc_pdfread_value(pdf, specification, "/F")),
		.description =
			bc_pdfread_text_of(pdf, bc_pdfread_value(pdf, specification, "/Desc")),
		.mime = bc_pdfread_text_of(pdf, bc_pdfread_value(pdf, dict, "/Subtype")),
		.relation = bc_pdfread_text_of(
			pdf, bc_pdfread_value(pdf, specification, "/AFRelationship")),
		.size = size < 0 ? -1 : size,
		.stream = stream,
	};
}

static void take_file(struct bc_pdfread *pdf, qpdf_oh specification)
{
	qpdf_oh embedded = bc_pdfread_is_dict(pdf, specification)
				   ? bc_pdfread_value(pdf, specification, "/EF")
				   : 0;
	if (!embedded || !bc_pdfread_is_dict(pdf, embedded) || pdf->n == MAX_FILES)
		return;
	qpdf_oh stream = bc_pdfread_value(pdf, embedded, "/UF");
	if (!pdf->q->oh_is_stream(pdf->doc, stream))
		stream = bc_pdfread_value(pdf, embedded, "/F");
	if (pdf->q->oh_is_stream(pdf->doc, stream))
		describe(pdf, specification, stream, &pdf->files[pdf->n++]);
}

/* A node of the tree has names, or nodes below it. */
static void walk(struct bc_pdfread *pdf, qpdf_oh node, int depth)
{
	const struct bc_qpdf *q = pdf->q;
	if (depth == MAX_DEPTH || pdf->nodes++ >= MAX_NODES || !bc_pdfread_is_dict(pdf, node))
		return;
	qpdf_oh names = bc_pdfread_value(pdf, node, "/Names"),
		kids = bc_pdfread_value(pdf, node, "/Kids");
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
	qpdf_oh names =
		bc_pdfread_is_dict(pdf, root) ? bc_pdfread_value(pdf, root, "/Names") : 0;
	pdf->files = bc_new_n(pdf->ctx->arena, struct bc_embedded, MAX_FILES);
	if (names && bc_pdfread_is_dict(pdf, names))
		walk(pdf, bc_pdfread_value(pdf, names, "/EmbeddedFiles"), 0);
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
	if (!bc_pdfread_well(pdf))
		return NULL;
	list(pdf);
	return bc_pdfread_well(pdf) ? pdf : NULL;
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

const struct bc_embedded *bc_pdfread_own(const struct bc_pdfread *pdf, struct bc_str name)
{
	const struct bc_embedded *file = bc_pdfread_find(pdf, name);
	bool ours = file &&
		    (bc_str_is(file->relation, "Source") || bc_str_is(file->relation, "Data"));
	return ours ? file : NULL;
}
