/* The order of the checks, the catalog, and what they all need. */
#include "pdf/check.h"

#include "pdf/check_parts.h"

bool bc_pdf_wrong(struct bc_pdf_check *c, const char *what, uint32_t object, size_t at)
{
	struct bc_buf where = bc_buf_in(c->ctx->scratch);
	if (c->failed) /* what follows from it says nothing more */
		return false;
	c->failed = true;
	bc_buf_puts(&where, "object ");
	bc_buf_int(&where, object);
	bc_buf_puts(&where, ", offset ");
	bc_buf_int(&where, (int64_t)at);
	BC_REPORT2(c->ctx->findings, PDF_INTERNAL, (struct bc_place){0}, bc_str_of(what),
		   bc_buf_str(&where));
	return false;
}

bool bc_pdf_see(struct bc_pdf_check *c, uint32_t object)
{
	if (object == 0 || object >= c->n_objects || !c->objects[object].entries.p)
		return bc_pdf_wrong(c, "a reference to an object that is not there", object, 0);
	if (!c->objects[object].seen)
		c->waiting[c->n_waiting++] = object;
	c->objects[object].seen = true;
	return true;
}

static bool see(void *self, uint32_t object)
{
	return bc_pdf_see(self, object);
}

struct bc_pdf_reader bc_pdf_reader(struct bc_pdf_check *c, struct bc_str text)
{
	return (struct bc_pdf_reader){
		.at = text.p,
		.end = text.p + text.n,
		.see = see,
		.self = c,
	};
}

bool bc_pdf_entries(struct bc_pdf_check *c, uint32_t object, struct bc_pdf_dict *out)
{
	struct bc_str entries = c->objects[object].entries;
	struct bc_pdf_reader r = bc_pdf_reader(c, entries);
	return bc_pdf_read_dict(&r, out) ||
	       bc_pdf_wrong(c, "not a dictionary", object, (size_t)(r.at - entries.p));
}

bool bc_pdf_expand(struct bc_pdf_check *c, uint32_t object, struct bc_buf *out)
{
	struct bc_str data = c->objects[object].data;
	return (data.p && bc_inflate(c->inflate, data, out)) ||
	       bc_pdf_wrong(c, "no stream, or one that cannot be expanded", object, 0);
}

void *bc_pdf_grow(struct bc_pdf_check *c, void *at, uint32_t n, uint32_t *room, size_t size)
{
	if (n < *room)
		return at;
	*room = *room ? 2 * *room : 256;
	void *larger = bc_alloc_n(c->ctx->scratch, *room, size);
	if (n)
		memcpy(larger, at, n * size);
	return larger;
}

static bool says(struct bc_str entries, const char *what)
{
	return bc_str_find(entries, 0, bc_str_of(what)) < entries.n;
}

/* ISO 19005-3 6.6.2 and 6.2.3: who claims PDF/A says so in XMP, and what its colours are. */
static bool check_claims(struct bc_pdf_check *c, const struct bc_pdf_dict *catalog)
{
	struct bc_pdf_value metadata = bc_pdf_get(catalog, "Metadata", BC_PDF_REF);
	struct bc_pdf_value intents = bc_pdf_get(catalog, "OutputIntents", BC_PDF_ARRAY);
	if (!metadata.kind)
		return bc_pdf_wrong(c, "Metadata is missing", c->root, 0);
	struct bc_pdf_object *xml = &c->objects[metadata.number];
	if (!xml->data.p || says(xml->entries, "/Filter") ||
	    !says(xml->entries, "/Subtype/XML"))
		return bc_pdf_wrong(c, "Metadata is no plain XML", c->root, 0);
	bool claimed = says(xml->data, "pdfaid:part");
	struct bc_pdf_value viewing = bc_pdf_get(catalog, "ViewerPreferences", BC_PDF_DICT);
	if (claimed && !says(viewing.text, "/DisplayDocTitle true"))
		return bc_pdf_wrong(c, "a standard is claimed without a title", c->root, 0);
	return claimed == says(intents.text, "/DestOutputProfile ") ||
	       bc_pdf_wrong(c, "PDF/A and OutputIntents go together", c->root, 0);
}

static bool check_catalog(struct bc_pdf_check *c, const struct bc_pdf_dict *catalog)
{
	if (!bc_str_is(bc_pdf_get(catalog, "Type", BC_PDF_NAME).text, "Catalog"))
		return bc_pdf_wrong(c, "Root is no catalog", c->root, 0);
	if (!bc_pdf_get(catalog, "Lang", BC_PDF_STRING).text.n)
		return bc_pdf_wrong(c, "Lang is missing", c->root, 0);
	if (!says(bc_pdf_get(catalog, "MarkInfo", BC_PDF_DICT).text, "/Marked true"))
		return bc_pdf_wrong(c, "MarkInfo is missing", c->root, 0);
	return check_claims(c, catalog);
}

/* All that was referred to and not yet read; then nothing may be left over. */
static bool check_rest(struct bc_pdf_check *c)
{
	struct bc_pdf_dict dict;
	while (c->n_waiting > 0) {
		uint32_t object = c->waiting[--c->n_waiting];
		if (!c->objects[object].taken && !bc_pdf_entries(c, object, &dict))
			return false;
	}
	for (uint32_t i = 1; i < c->n_objects; i++) {
		if (!c->objects[i].seen)
			return bc_pdf_wrong(c, "nothing refers to it", i, 0);
	}
	return true;
}

static uint32_t ref_in(const struct bc_pdf_dict *dict, const char *key)
{
	struct bc_pdf_value ref = bc_pdf_get(dict, key, BC_PDF_REF);
	return ref.kind ? (uint32_t)ref.number : 0;
}

static bool check_all(struct bc_pdf_check *c)
{
	struct bc_pdf_dict catalog;
	if (!bc_pdf_check_file(c) || !bc_pdf_entries(c, c->root, &catalog) ||
	    !check_catalog(c, &catalog))
		return false;
	c->page_at = bc_new_n(c->ctx->scratch, uint32_t, c->n_objects);
	c->annot_at = bc_new_n(c->ctx->scratch, uint32_t, c->n_objects);
	return bc_pdf_check_pages(c, ref_in(&catalog, "Pages")) &&
	       bc_pdf_check_tags(c, ref_in(&catalog, "StructTreeRoot")) && check_rest(c);
}

bool bc_pdf_check(struct bc_ctx *ctx, struct bc_str file)
{
	struct bc_mark mark = bc_arena_mark(ctx->scratch);
	struct bc_pdf_check c = {.ctx = ctx, .file = file};
	c.inflate = bc_inflate_new(ctx);
	c.stream = bc_buf_in(ctx->scratch);
	bool sound = check_all(&c);
	bc_arena_release(ctx->scratch, mark);
	return sound;
}
