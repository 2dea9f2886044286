/*
 * The structure tree (ISO 32000-1 14.7, 14.8; ISO 14289-1 7): each piece of
 * content has one element, which the page's parents and the element's kids both
 * name; elements stand where they may.
 */
#include "pdf/check_attributes.h"
#include "pdf/check_grid.h"
#include "pdf/check_parts.h"
#include "pdf/check_role.h"

enum {
	MAX_DEPTH = 100, /* of elements */
};

struct tags {
	struct bc_pdf_check *c;
	/* by key: a page's place in `pages`, or behind them an annotation's; and 1 */
	uint32_t *by_key;
	uint32_t n_keys;
	int level; /* of the last heading */
};

/* An element, and what its kids have to know of it. */
struct elem {
	uint32_t object;
	enum bc_pdf_role role, last; /* last: of the kid before */
	uint32_t page;               /* where Pg says its pieces are: place in `pages` and 1 */
	struct bc_pdf_grid *grid;
	int depth;
	unsigned kids;
};

/* What an element says of itself. */
struct entries {
	struct bc_str role;
	struct bc_pdf_value parent, page, kids, attributes;
};

static bool wrong(struct tags *t, const char *what, uint32_t object)
{
	return bc_pdf_wrong(t->c, what, object, 0);
}

static bool index_key(struct tags *t, int64_t key, uint32_t place)
{
	if (key < 0)
		return true;
	if (key >= t->n_keys || t->by_key[key])
		return wrong(t, "a key of the parent tree is used twice, or too large", 0);
	t->by_key[key] = place + 1;
	return true;
}

static bool index_keys(struct tags *t)
{
	struct bc_pdf_check *c = t->c;
	t->n_keys = c->n_pages + c->n_annots;
	t->by_key = bc_new_n(c->ctx->scratch, uint32_t, t->n_keys);
	for (uint32_t i = 0; i < c->n_pages; i++) {
		if (!index_key(t, c->pages[i].key, i))
			return false;
		if (c->pages[i].n_pieces && c->pages[i].key < 0)
			return wrong(t, "StructParents is missing", c->pages[i].object);
	}
	for (uint32_t i = 0; i < c->n_annots; i++) {
		if (!index_key(t, c->annots[i].key, c->n_pages + i))
			return false;
	}
	return true;
}

/* A page's elements, by MCID. */
static bool read_owners(struct tags *t, const struct bc_pdf_leaf *page, struct bc_str owners)
{
	struct bc_pdf_reader r = bc_pdf_reader(t->c, owners);
	struct bc_pdf_value owner;
	uint32_t n = 0;
	for (; bc_pdf_read(&r, &owner); n++) {
		if (owner.kind != BC_PDF_REF || n == page->n_pieces)
			return wrong(t, "the parent tree has more than the page", page->object);
		t->c->pieces[page->first + n].owner = (uint32_t)owner.number;
	}
	return n == page->n_pieces ||
	       wrong(t, "the parent tree has less than the page", page->object);
}

static bool read_parent(struct tags *t, int64_t key, struct bc_pdf_value parent)
{
	struct bc_pdf_check *c = t->c;
	if (key < 0 || key >= t->n_keys || !t->by_key[key])
		return wrong(t, "a key of the parent tree that nothing has", 0);
	uint32_t place = t->by_key[key] - 1;
	t->by_key[key] = 0;
	if (place < c->n_pages)
		return parent.kind == BC_PDF_ARRAY
			       ? read_owners(t, &c->pages[place], parent.text)
			       : wrong(t, "a page's parents", c->pages[place].object);
	struct bc_pdf_annot *annot = &c->annots[place - c->n_pages];
	annot->owner = (uint32_t)parent.number;
	return parent.kind == BC_PDF_REF || wrong(t, "an annotation's parent", annot->object);
}

/* 14.7.4.4: a number tree of one node, its keys in their order. */
static bool read_parents(struct tags *t, const struct bc_pdf_dict *root)
{
	struct bc_pdf_value tree = bc_pdf_get(root, "ParentTree", BC_PDF_REF), key, parent;
	struct bc_pdf_dict dict;
	int64_t last = -1;
	if (!tree.kind || !bc_pdf_entries(t->c, (uint32_t)tree.number, &dict))
		return wrong(t, "ParentTree", 0);
	struct bc_pdf_reader r =
		bc_pdf_reader(t->c, bc_pdf_get(&dict, "Nums", BC_PDF_ARRAY).text);
	for (; bc_pdf_read(&r, &key); last = key.number) {
		if (key.kind != BC_PDF_INT || key.number <= last || !bc_pdf_read(&r, &parent))
			return wrong(t, "the parent tree's keys", (uint32_t)tree.number);
		if (!read_parent(t, key.number, parent))
			return false;
	}
	for (uint32_t i = 0; i < t->n_keys; i++) {
		if (t->by_key[i])
			return wrong(t, "a key is not in the parent tree", 0);
	}
	return bc_pdf_get(root, "ParentTreeNextKey", BC_PDF_INT).number > last ||
	       wrong(t, "ParentTreeNextKey", 0);
}

static bool read_entries(struct tags *t, uint32_t object, struct entries *out)
{
	struct bc_pdf_dict dict;
	*out = (struct entries){0};
	if (!bc_pdf_entries(t->c, object, &dict))
		return false;
	for (unsigned i = 0; i < dict.n; i++) {
		struct bc_str key = dict.at[i].key;
		struct bc_pdf_value *value = &dict.at[i].value;
		if (key.n == 2 && key.p[0] == 'P' && key.p[1] == 'g')
			out->page = *value;
		if (key.n != 1)
			continue;
		switch (key.p[0]) {
		case 'S':
			out->role = value->text;
			break;
		case 'P':
			out->parent = *value;
			break;
		case 'K':
			out->kids = *value;
			break;
		case 'A':
			out->attributes = *value;
			break;
		}
	}
	return out->role.n || wrong(t, "S is missing", object);
}

/* A place in `pages`, and 1; 0 after a finding. */
static uint32_t page_of(struct tags *t, struct bc_pdf_value page, uint32_t elem)
{
	uint32_t place = page.kind == BC_PDF_REF ? t->c->page_at[page.number] : 0;
	if (!place)
		wrong(t, "Pg is no page", elem);
	return place;
}

/* Each piece is listed by the element that its page names, and once. */
static bool take_piece(struct tags *t, const struct elem *e, uint32_t page, int64_t mcid)
{
	if (!page)
		return wrong(t, "a piece of content without Pg", e->object);
	const struct bc_pdf_leaf *leaf = &t->c->pages[page - 1];
	if (mcid < 0 || mcid >= leaf->n_pieces)
		return wrong(t, "an MCID that its page does not have", e->object);
	struct bc_pdf_piece *piece = &t->c->pieces[leaf->first + mcid];
	if (piece->owner != e->object)
		return wrong(t, "kids and parent tree do not agree", e->object);
	if (piece->role != (int)e->role)
		return wrong(t, "marked content is called otherwise", e->object);
	piece->owner = 0;
	return bc_pdf_role_shows(e->role) ||
	       wrong(t, "content in an element of no content", e->object);
}

static bool take_annot(struct tags *t, const struct elem *e, int64_t object,
		       struct bc_pdf_value page)
{
	uint32_t place = t->c->annot_at[object];
	if (!place)
		return wrong(t, "OBJR names no annotation of a page", e->object);
	struct bc_pdf_annot *annot = &t->c->annots[place - 1];
	if (page.kind && page.number != t->c->pages[annot->page].object)
		return wrong(t, "OBJR names another page than its annotation's", e->object);
	if (annot->owner != e->object)
		return wrong(t, "OBJR and parent tree do not agree", e->object);
	annot->owner = 0;
	return true;
}

/* A piece on another page, or an annotation. */
static bool take_dict(struct tags *t, const struct elem *e, struct bc_str entries)
{
	struct bc_pdf_reader r = bc_pdf_reader(t->c, entries);
	struct bc_pdf_dict dict;
	if (!bc_pdf_read_dict(&r, &dict))
		return wrong(t, "K", e->object);
	struct bc_pdf_value annot = bc_pdf_get(&dict, "Obj", BC_PDF_REF);
	struct bc_pdf_value on = bc_pdf_get(&dict, "Pg", BC_PDF_REF);
	if (annot.kind)
		return take_annot(t, e, annot.number, on);
	uint32_t page = page_of(t, on, e->object);
	return page && take_piece(t, e, page, bc_pdf_get(&dict, "MCID", BC_PDF_INT).number);
}

static bool check_elem(struct tags *t, uint32_t object, struct elem *parent);

static bool check_kid(struct tags *t, struct elem *e, struct bc_pdf_value kid)
{
	e->kids++;
	if (kid.kind == BC_PDF_INT)
		return take_piece(t, e, e->page, kid.number);
	if (kid.kind == BC_PDF_DICT)
		return take_dict(t, e, kid.text);
	return kid.kind == BC_PDF_REF ? check_elem(t, (uint32_t)kid.number, e)
				      : wrong(t, "K", e->object);
}

static bool check_kids(struct tags *t, struct elem *e, struct bc_pdf_value kids)
{
	struct bc_pdf_reader r = bc_pdf_reader(t->c, kids.text);
	struct bc_pdf_value kid;
	if (kids.kind != BC_PDF_ARRAY)
		return kids.kind == BC_PDF_NONE || check_kid(t, e, kids);
	while (bc_pdf_read(&r, &kid)) {
		if (!check_kid(t, e, kid))
			return false;
	}
	return !r.broken || wrong(t, "K", e->object);
}

static bool check_cell(struct tags *t, const struct elem *e, struct bc_pdf_value attributes)
{
	struct bc_pdf_span span = {1, 1};
	return bc_pdf_check_cell(t->c, e->object, e->role, attributes, &span) &&
	       ((e->grid && bc_pdf_grid_cell(e->grid, span.columns, span.rows)) ||
		wrong(t, "a cell where another one is", e->object));
}

/* ISO 14289-1 7.4.2: from one heading to the next at most one level down. */
static bool check_level(struct tags *t, const struct elem *e)
{
	int level = bc_pdf_role_level(e->role);
	if (level > t->level + 1)
		return wrong(t, "a level of headings is skipped", e->object);
	if (level)
		t->level = level;
	return true;
}

static bool check_table(struct tags *t, struct elem *e, struct bc_pdf_value kids)
{
	struct bc_pdf_grid grid;
	bc_pdf_grid_begin(&grid, 0);
	e->grid = &grid;
	return check_kids(t, e, kids) &&
	       (bc_pdf_grid_end(&grid) ||
		wrong(t, "a cell reaches below its table", e->object));
}

/* The kids of an element, with what its role asks of them. */
static bool check_inside(struct tags *t, struct elem *e, const struct entries *entries)
{
	if (e->role == BC_PDF_TD || e->role == BC_PDF_TH) {
		if (!check_cell(t, e, entries->attributes))
			return false;
		e->grid = NULL; /* what is in a cell is not in its row */
	}
	if (e->role == BC_PDF_L && !bc_pdf_check_list(t->c, e->object, entries->attributes))
		return false;
	if (e->role == BC_PDF_TABLE)
		return check_table(t, e, entries->kids);
	if (!check_kids(t, e, entries->kids))
		return false;
	if (e->role == BC_PDF_TR && !(e->grid && bc_pdf_grid_end_row(e->grid)))
		return wrong(t, "a row that is not as wide as its table", e->object);
	bool part =
		e->role == BC_PDF_THEAD || e->role == BC_PDF_TBODY || e->role == BC_PDF_TFOOT;
	return !part || (e->grid && bc_pdf_grid_end(e->grid)) ||
	       wrong(t, "a cell reaches below its part of the table", e->object);
}

static bool check_place(struct tags *t, const struct elem *e, const struct elem *parent,
			const struct entries *entries)
{
	if (entries->parent.kind != BC_PDF_REF || entries->parent.number != parent->object)
		return wrong(t, "P is not who lists it", e->object);
	if (e->role == BC_PDF_NO_ROLE)
		return wrong(t, "an unknown role", e->object);
	return bc_pdf_role_fits(e->role, parent->role, parent->last) ||
	       wrong(t, "an element where it may not be", e->object);
}

/* Rows and cells keep their place; and there may be nothing but artifacts on the pages. */
static bool may_be_empty(enum bc_pdf_role role)
{
	return role == BC_PDF_TD || role == BC_PDF_TH || role == BC_PDF_TR ||
	       role == BC_PDF_DOCUMENT;
}

static bool check_elem(struct tags *t, uint32_t object, struct elem *parent)
{
	struct entries entries;
	struct elem e = {.object = object,
			 .last = BC_PDF_NO_ROLE,
			 .grid = parent->grid,
			 .depth = parent->depth + 1};
	if (t->c->objects[object].taken || e.depth > MAX_DEPTH)
		return wrong(t, "an element that is listed twice, or too deep", object);
	t->c->objects[object].taken = true;
	if (!read_entries(t, object, &entries))
		return false;
	e.role = bc_pdf_role_of(entries.role);
	if (entries.page.kind && !(e.page = page_of(t, entries.page, object)))
		return false;
	if (!check_place(t, &e, parent, &entries) || !check_level(t, &e) ||
	    !check_inside(t, &e, &entries))
		return false;
	parent->last = e.role;
	return e.kids || may_be_empty(e.role) || wrong(t, "an element without content", object);
}

/* What a page or an annotation names as its parent must have listed it. */
static bool check_left_over(struct tags *t)
{
	const struct bc_pdf_check *c = t->c;
	for (uint32_t i = 0; i < c->n_pieces; i++) {
		if (c->pieces[i].owner)
			return wrong(t, "its content is not among its kids",
				     c->pieces[i].owner);
	}
	for (uint32_t i = 0; i < c->n_annots; i++) {
		if (c->annots[i].owner)
			return wrong(t, "its annotation is not among its kids",
				     c->annots[i].owner);
	}
	return true;
}

bool bc_pdf_check_tags(struct bc_pdf_check *c, uint32_t root)
{
	struct tags t = {.c = c};
	struct bc_pdf_dict dict;
	struct elem above = {.object = root, .role = BC_PDF_NO_ROLE, .last = BC_PDF_NO_ROLE};
	if (!root || !bc_pdf_entries(c, root, &dict) ||
	    !bc_str_is(bc_pdf_get(&dict, "Type", BC_PDF_NAME).text, "StructTreeRoot"))
		return wrong(&t, "StructTreeRoot is missing", root);
	struct bc_pdf_value document = bc_pdf_get(&dict, "K", BC_PDF_REF);
	if (!document.kind)
		return wrong(&t, "K is missing", root);
	return index_keys(&t) && read_parents(&t, &dict) &&
	       check_elem(&t, (uint32_t)document.number, &above) && check_left_over(&t);
}
