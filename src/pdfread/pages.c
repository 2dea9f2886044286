/*
 * Pages as digests: of each object a text in which references are the digests
 * of what they lead to, so that a font is looked at once for all pages.
 */
#include "pdfread/pages.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "pdfread/reader.h"

enum {
	MAX_DEPTH = 64,       /* of the page tree, and of what a page refers to */
	MAX_VISITS = 1 << 21, /* a hundred for each of the most pages there may be */
	SEEN_BITS = 11,       /* numbers of objects in two steps, up to four million */
	SEEN = 1 << SEEN_BITS,
};

struct digest {
	bool known; /* false: what is in it leads back to it */
	unsigned char bytes[BC_SHA256];
};

/* What a page has of the nodes above it. */
static const char *const inherited[] = {"/Resources", "/MediaBox", "/CropBox", "/Rotate"};
enum {
	N_INHERITED = sizeof inherited / sizeof inherited[0]
};

struct walk {
	struct bc_pdfread *pdf;
	enum bc_page_part part;
	size_t visits, unpacked;
	bool failed; /* after a finding */
	struct digest **seen[SEEN];
	struct bc_str *pages;
	size_t n;
};

static void fail(struct walk *w, struct bc_str how)
{
	if (!w->failed)
		w->failed = !bc_pdfread_damaged(w->pdf, how);
}

/* Whether to go on; what is too deep is never looked at. */
static bool visit(struct walk *w, int depth)
{
	if (w->visits++ == MAX_VISITS)
		fail(w, BC_BOTH("quá nhiều đối tượng", "too many objects"));
	return !w->failed && depth < MAX_DEPTH;
}

/* Where the digest of object number `id` is kept; NULL: nowhere. */
static struct digest **slot_of(struct walk *w, int id)
{
	struct bc_arena *a = w->pdf->ctx->arena;
	if (id <= 0 || id >> SEEN_BITS >= SEEN)
		return NULL;
	struct digest ***row = &w->seen[id >> SEEN_BITS];
	if (!*row)
		*row = bc_new_n(a, struct digest *, SEEN);
	return &(*row)[id & (SEEN - 1)];
}

static void put_value(struct walk *w, struct bc_buf *out, qpdf_oh value, int depth);

static bool is_one_of(const char *key, const char *const *keys)
{
	while (*keys && strcmp(*keys, key) != 0)
		keys++;
	return *keys != NULL;
}

struct key {
	const char *name;
	struct key *next;
};

/* Those of `dict` in qpdf's order, which is that of their bytes; it knows one list at a time.
 */
static const struct key *keys_of(struct walk *w, qpdf_oh dict)
{
	const struct bc_qpdf *q = w->pdf->q;
	qpdf_data doc = w->pdf->doc;
	struct bc_arena *a = w->pdf->ctx->arena;
	struct key *first = NULL, **last = &first;
	for (q->oh_begin_dict_key_iter(doc, dict); q->oh_dict_more_keys(doc);) {
		struct key *key = bc_new(a, struct key);
		key->name = bc_str_z(a, bc_str_of(q->oh_dict_next_key(doc)));
		*last = key;
		last = &key->next;
	}
	return first;
}

static void put_dict(struct walk *w, struct bc_buf *out, qpdf_oh dict, const char *const *but,
		     int depth)
{
	bc_buf_puts(out, "<<");
	for (const struct key *key = keys_of(w, dict); key; key = key->next) {
		if (is_one_of(key->name, but))
			continue;
		bc_buf_puts(out, key->name);
		bc_buf_putc(out, ' ');
		put_value(w, out, bc_pdfread_value(w->pdf, dict, key->name), depth + 1);
	}
	bc_buf_puts(out, ">>");
}

static void put_digest(struct bc_buf *out, const unsigned char bytes[BC_SHA256])
{
	bc_buf_add(out, (struct bc_str){(const char *)bytes, BC_SHA256});
}

static void put_stream(struct walk *w, struct bc_buf *out, qpdf_oh stream, int depth)
{
	static const char *const packing[] = {"/Length", "/Filter", "/DecodeParms", NULL};
	static const char *const length[] = {"/Length", NULL};
	struct bc_pdfread *pdf = w->pdf;
	unsigned char digest[BC_SHA256];
	struct bc_str bytes;
	qpdf_oh dict = pdf->q->oh_get_dict(pdf->doc, stream);
	bool unpack = bc_pdfread_can_unpack(pdf, dict);
	put_dict(w, out, dict, unpack ? packing : length, depth);
	struct bc_mark mark = bc_arena_mark(pdf->ctx->arena);
	if (unpack ? !bc_pdfread_unpacked(pdf, stream, -1, &bytes)
		   : !bc_pdfread_raw(pdf, stream, &bytes)) {
		w->failed = true;
		return;
	}
	bc_sha256(bytes, digest);
	bc_arena_release(pdf->ctx->arena, mark);
	put_digest(out, digest);
	w->unpacked += bytes.n;
	w->failed |= !bc_file_fits(pdf->ctx, pdf->place, w->unpacked, BC_LIMIT_PDF);
}

static void put_array(struct walk *w, struct bc_buf *out, qpdf_oh array, int depth)
{
	const struct bc_qpdf *q = w->pdf->q;
	int n = q->oh_get_array_n_items(w->pdf->doc, array);
	bc_buf_putc(out, '[');
	for (int i = 0; i < n && !w->failed; i++)
		put_value(w, out, q->oh_get_array_item(w->pdf->doc, array, i), depth + 1);
	bc_buf_putc(out, ']');
}

/* A link leads to a page, of which nothing need be said here. */
static bool is_page(struct walk *w, qpdf_oh dict)
{
	qpdf_oh type = bc_pdfread_value(w->pdf, dict, "/Type");
	return bc_str_is(bc_pdfread_text_of(w->pdf, type), "Page");
}

static void put_direct(struct walk *w, struct bc_buf *out, qpdf_oh value, int depth)
{
	static const char *const nothing[] = {NULL};
	const struct bc_qpdf *q = w->pdf->q;
	qpdf_data doc = w->pdf->doc;
	if (q->oh_is_stream(doc, value)) {
		put_stream(w, out, value, depth);
	} else if (q->oh_is_array(doc, value)) {
		put_array(w, out, value, depth);
	} else if (!q->oh_is_dictionary(doc, value)) {
		bc_buf_puts(out, q->oh_unparse_resolved(doc, value));
		bc_buf_putc(out, ' ');
	} else if (is_page(w, value)) {
		bc_buf_puts(out, "page ");
	} else {
		put_dict(w, out, value, nothing, depth);
	}
}

/* The digest of what `value`, which others refer to, is. */
static void put_object(struct walk *w, struct bc_buf *out, qpdf_oh value, struct digest **slot,
		       int depth)
{
	struct digest *digest = *slot;
	if (!digest) {
		struct bc_buf text = bc_buf_in(w->pdf->ctx->arena);
		digest = *slot = bc_new(text.arena, struct digest);
		put_direct(w, &text, value, depth);
		bc_sha256(bc_buf_str(&text), digest->bytes);
		digest->known = true;
	}
	if (digest->known)
		put_digest(out, digest->bytes);
	else
		bc_buf_puts(out, "around ");
}

static void put_value(struct walk *w, struct bc_buf *out, qpdf_oh value, int depth)
{
	struct digest **slot = slot_of(w, w->pdf->q->oh_get_object_id(w->pdf->doc, value));
	if (!visit(w, depth))
		return;
	if (slot)
		put_object(w, out, value, slot, depth);
	else
		put_direct(w, out, value, depth);
}

/* What leads from an annotation to its page and into the structure isn't seen. */
static void put_annotations(struct walk *w, struct bc_buf *out, qpdf_oh list)
{
	static const char *const ways[] = {"/P", "/Parent", "/Popup", "/StructParent", NULL};
	const struct bc_qpdf *q = w->pdf->q;
	qpdf_data doc = w->pdf->doc;
	int n = q->oh_is_array(doc, list) ? q->oh_get_array_n_items(doc, list) : 0;
	for (int i = 0; i < n && visit(w, 0); i++) {
		qpdf_oh one = q->oh_get_array_item(doc, list, i);
		if (bc_pdfread_is_dict(w->pdf, one))
			put_dict(w, out, one, ways, 0);
	}
}

static void take_page(struct walk *w, qpdf_oh page, const qpdf_oh *from_above)
{
	static const char *const own[] = {"/Contents", "/UserUnit"};
	struct bc_arena *a = w->pdf->ctx->arena;
	struct bc_buf text = bc_buf_in(a);
	struct digest *digest = bc_new(a, struct digest);
	if (w->n == BC_LIMIT_PAGES) {
		fail(w, BC_BOTH("quá nhiều trang", "too many pages"));
		return;
	}
	for (size_t i = 0; i < N_INHERITED; i++)
		put_value(w, &text, from_above[i], 0);
	for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
		put_value(w, &text, bc_pdfread_value(w->pdf, page, own[i]), 0);
	if (w->part == BC_PAGE_ANNOTATIONS)
		put_annotations(w, &text, bc_pdfread_value(w->pdf, page, "/Annots"));
	bc_sha256(bc_buf_str(&text), digest->bytes);
	w->pages[w->n++] = (struct bc_str){(const char *)digest->bytes, BC_SHA256};
}

/* A node of the tree (ISO 32000-1 7.7.3) has kids, or is a page. */
static void walk(struct walk *w, qpdf_oh node, const qpdf_oh *from_above, int depth)
{
	const struct bc_qpdf *q = w->pdf->q;
	qpdf_data doc = w->pdf->doc;
	qpdf_oh here[N_INHERITED];
	if (!visit(w, depth) || !bc_pdfread_is_dict(w->pdf, node))
		return;
	for (size_t i = 0; i < N_INHERITED; i++) {
		here[i] = bc_pdfread_value(w->pdf, node, inherited[i]);
		if (from_above && q->oh_is_null(doc, here[i]))
			here[i] = from_above[i];
	}
	qpdf_oh kids = bc_pdfread_value(w->pdf, node, "/Kids");
	if (!q->oh_is_array(doc, kids)) {
		take_page(w, node, here);
		return;
	}
	int n = q->oh_get_array_n_items(doc, kids);
	for (int i = 0; i < n && !w->failed; i++)
		walk(w, q->oh_get_array_item(doc, kids, i), here, depth + 1);
}

const struct bc_str *bc_pdfread_pages(struct bc_pdfread *pdf, enum bc_page_part part, size_t *n)
{
	struct bc_arena *a = pdf->ctx->arena;
	struct walk *w = bc_new(a, struct walk);
	qpdf_oh root = pdf->q->get_root(pdf->doc);
	*w = (struct walk){.pdf = pdf, .part = part};
	w->pages = bc_new_n(a, struct bc_str, BC_LIMIT_PAGES);
	if (bc_pdfread_is_dict(pdf, root))
		walk(w, bc_pdfread_value(pdf, root, "/Pages"), NULL, 0);
	*n = w->n;
	return bc_pdfread_well(pdf) && !w->failed ? w->pages : NULL;
}
