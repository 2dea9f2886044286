/* The page tree (ISO 32000-1 7.7.3), and what hangs on each page. */
#include "pdf/check_parts.h"

enum {
	MAX_DEPTH = 8, /* of the tree */
};

/* Objects that pages share. */
struct shared {
	struct bc_pdf_check *c;
	uint32_t resources; /* 0: no page came yet */
	uint32_t room;      /* for pages */
};

static bool wrong(struct shared *s, const char *what, uint32_t object)
{
	return bc_pdf_wrong(s->c, what, object, 0);
}

/* Each page or annotation has one place only. */
static bool take(struct shared *s, uint32_t object)
{
	struct bc_pdf_object *o = &s->c->objects[object];
	if (o->taken)
		return wrong(s, "a page or annotation comes twice", object);
	o->taken = true;
	return true;
}

static bool is_box(struct bc_pdf_value box)
{
	struct bc_pdf_reader r = {.at = box.text.p, .end = box.text.p + box.text.n};
	struct bc_pdf_value v;
	int n = 0;
	while (box.kind == BC_PDF_ARRAY && bc_pdf_read(&r, &v) &&
	       (v.kind == BC_PDF_INT || v.kind == BC_PDF_REAL) &&
	       (n < 2 ? v.number == 0 : v.number > 0))
		n++;
	return n == 4;
}

/* ISO 14289-1 7.18: what a reader can act on has its place in the structure. */
static bool check_annot(struct shared *s, uint32_t object, uint32_t page)
{
	struct bc_pdf_check *c = s->c;
	struct bc_pdf_dict dict;
	if (!take(s, object) || !bc_pdf_entries(c, object, &dict))
		return false;
	struct bc_pdf_value on = bc_pdf_get(&dict, "P", BC_PDF_REF);
	if (!bc_pdf_get(&dict, "Subtype", BC_PDF_NAME).kind ||
	    (on.kind && on.number != c->pages[page].object))
		return wrong(s, "an annotation of another page, or of no kind", object);
	int64_t key = bc_pdf_get(&dict, "StructParent", BC_PDF_INT).number;
	if (key < 0)
		return wrong(s, "an annotation outside the structure", object);
	c->annots = bc_pdf_grow(c, c->annots, c->n_annots, &c->annot_room, sizeof *c->annots);
	c->annots[c->n_annots++] =
		(struct bc_pdf_annot){.object = object, .page = page, .key = key};
	c->annot_at[object] = c->n_annots;
	return true;
}

static bool check_annots(struct shared *s, struct bc_pdf_value annots, uint32_t page)
{
	struct bc_pdf_reader r = bc_pdf_reader(s->c, annots.text);
	struct bc_pdf_value v;
	while (bc_pdf_read(&r, &v)) {
		if (v.kind != BC_PDF_REF || !check_annot(s, (uint32_t)v.number, page))
			return wrong(s, "Annots", s->c->pages[page].object);
	}
	return !r.broken;
}

/* All pages share their resources. */
static bool check_resources(struct shared *s, uint32_t resources, uint32_t object)
{
	if (s->resources)
		return resources == s->resources ||
		       wrong(s, "a page with resources of its own", object);
	s->resources = resources;
	return bc_pdf_check_fonts(s->c, resources);
}

static bool check_page(struct shared *s, uint32_t object, const struct bc_pdf_dict *dict)
{
	struct bc_pdf_check *c = s->c;
	struct bc_pdf_value resources = bc_pdf_get(dict, "Resources", BC_PDF_REF);
	struct bc_pdf_value contents = bc_pdf_get(dict, "Contents", BC_PDF_REF);
	if (!bc_str_is(bc_pdf_get(dict, "Type", BC_PDF_NAME).text, "Page"))
		return wrong(s, "neither page nor pages", object);
	if (!is_box(bc_pdf_get(dict, "MediaBox", BC_PDF_ARRAY)))
		return wrong(s, "MediaBox", object);
	if (!resources.kind || !contents.kind)
		return wrong(s, "Resources or Contents are missing", object);
	c->pages = bc_pdf_grow(c, c->pages, c->n_pages, &s->room, sizeof *c->pages);
	struct bc_pdf_leaf *page = &c->pages[c->n_pages++];
	*page = (struct bc_pdf_leaf){
		.object = object,
		.contents = (uint32_t)contents.number,
		.key = bc_pdf_get(dict, "StructParents", BC_PDF_INT).number,
	};
	c->page_at[object] = c->n_pages;
	return take(s, object) && check_resources(s, (uint32_t)resources.number, object) &&
	       bc_pdf_check_content(c, page) &&
	       check_annots(s, bc_pdf_get(dict, "Annots", BC_PDF_ARRAY), c->n_pages - 1);
}

static bool check_node(struct shared *s, uint32_t object, uint32_t parent, int depth);

static bool check_kids(struct shared *s, uint32_t object, const struct bc_pdf_dict *dict,
		       int depth)
{
	uint32_t before = s->c->n_pages;
	struct bc_pdf_value kids = bc_pdf_get(dict, "Kids", BC_PDF_ARRAY), kid;
	struct bc_pdf_reader r = bc_pdf_reader(s->c, kids.text);
	if (!kids.kind || depth == MAX_DEPTH)
		return wrong(s, "Kids", object);
	while (bc_pdf_read(&r, &kid)) {
		if (kid.kind != BC_PDF_REF ||
		    !check_node(s, (uint32_t)kid.number, object, depth + 1))
			return wrong(s, "Kids", object);
	}
	return bc_pdf_get(dict, "Count", BC_PDF_INT).number == s->c->n_pages - before ||
	       wrong(s, "Count", object);
}

static bool check_node(struct shared *s, uint32_t object, uint32_t parent, int depth)
{
	struct bc_pdf_dict dict;
	if (!bc_pdf_entries(s->c, object, &dict))
		return false;
	struct bc_pdf_value up = bc_pdf_get(&dict, "Parent", BC_PDF_REF);
	if (parent ? up.number != parent : up.kind != BC_PDF_NONE)
		return wrong(s, "Parent is not who lists it", object);
	if (bc_str_is(bc_pdf_get(&dict, "Type", BC_PDF_NAME).text, "Pages"))
		return check_kids(s, object, &dict, depth);
	return check_page(s, object, &dict);
}

bool bc_pdf_check_pages(struct bc_pdf_check *c, uint32_t root)
{
	struct shared s = {.c = c};
	if (!root || !check_node(&s, root, 0, 0))
		return wrong(&s, "Pages", root);
	return true;
}
