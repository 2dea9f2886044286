/* Marks gathered page by page; elements, and who owns which mark, at the end. */
#include "pdf/struct.h"

#include "pdf/put.h"

#include <string.h>

/* One piece of marked content. */
struct mark {
	uint32_t page; /* index */
	uint32_t mcid;
	struct mark *next; /* of the same element */
};

/* An annotation that is an element's content. */
struct annotation {
	const struct bc_elem *elem;
	uint32_t object, page;   /* their numbers */
	struct annotation *next; /* in order of their keys */
};

/* What an element has in the file; by its id. */
struct own {
	struct mark *first, *last;
	const struct annotation *annotation;
	uint32_t object; /* 0: not written */
};

/* A page, with the owner of each of its marks. */
struct leaf {
	uint32_t object;
	const struct bc_elem **owners;
	uint32_t n, room;
};

struct bc_struct {
	struct bc_ctx *ctx;
	struct own *own;
	size_t n_own;
	struct leaf *pages;
	size_t n_pages, page_room;
	struct annotation *first, *last;
	uint32_t n_annotations;
};

struct bc_struct *bc_struct_new(struct bc_ctx *ctx)
{
	struct bc_struct *s = bc_new(ctx->arena, struct bc_struct);
	s->ctx = ctx;
	return s;
}

/* Room for at least `n` of `size` bytes, the first `used` of which are kept. */
static void *grow(struct bc_struct *s, const void *at, size_t used, size_t n, size_t size)
{
	void *larger = bc_alloc_n(s->ctx->arena, n, size);
	memset(larger, 0, n * size);
	if (used)
		memcpy(larger, at, used * size);
	return larger;
}

uint32_t bc_struct_begin_page(struct bc_struct *s)
{
	if (s->n_pages == s->page_room) {
		s->page_room = s->page_room ? 2 * s->page_room : 16;
		s->pages = grow(s, s->pages, s->n_pages, s->page_room, sizeof *s->pages);
	}
	s->pages[s->n_pages] = (struct leaf){0};
	return (uint32_t)s->n_pages++;
}

void bc_struct_end_page(struct bc_struct *s, uint32_t page)
{
	s->pages[s->n_pages - 1].object = page;
}

static struct own *own_of(struct bc_struct *s, const struct bc_elem *elem)
{
	if (elem->id >= s->n_own) {
		size_t n = 2 * (size_t)elem->id + 256;
		s->own = grow(s, s->own, s->n_own, n, sizeof *s->own);
		s->n_own = n;
	}
	return &s->own[elem->id];
}

uint32_t bc_struct_mark(struct bc_struct *s, const struct bc_elem *elem)
{
	struct leaf *page = &s->pages[s->n_pages - 1];
	struct own *own = own_of(s, elem);
	struct mark *mark = bc_new(s->ctx->arena, struct mark);
	if (page->n == page->room) {
		page->room = page->room ? 2 * page->room : 64;
		page->owners = grow(s, page->owners, page->n, page->room, sizeof *page->owners);
	}
	page->owners[page->n] = elem;
	*mark = (struct mark){.page = (uint32_t)s->n_pages - 1, .mcid = page->n++};
	if (own->last)
		own->last->next = mark;
	else
		own->first = mark;
	own->last = mark;
	return mark->mcid;
}

uint32_t bc_struct_annotation(struct bc_struct *s, const struct bc_elem *elem, uint32_t object,
			      uint32_t page)
{
	struct annotation *a = bc_new(s->ctx->arena, struct annotation);
	*a = (struct annotation){.elem = elem, .object = object, .page = page};
	if (s->last)
		s->last->next = a;
	else
		s->first = a;
	s->last = a;
	own_of(s, elem)->annotation = a;
	return (uint32_t)s->n_pages + s->n_annotations++;
}

static bool is_cell(const struct bc_elem *elem)
{
	return elem->role == BC_ROLE_TH || elem->role == BC_ROLE_TD;
}

/* What a table's grid consists of; a row may be filled by cells of the rows above alone. */
static bool keeps_its_place(const struct bc_elem *elem)
{
	return is_cell(elem) || elem->role == BC_ROLE_TR;
}

/* Choose the elements that say something, the table's grid, and all above; how many. */
static uint32_t choose(struct bc_struct *s, const struct bc_elem *elem)
{
	uint32_t below = 0;
	for (const struct bc_elem *e = elem->first; e; e = e->next)
		below += choose(s, e);
	struct own *own = own_of(s, elem);
	own->object = below || own->first || own->annotation || keeps_its_place(elem) ||
		      !elem->parent;
	return below + own->object;
}

/* Number the chosen ones as they will be written, from `next`; the number behind the last. */
static uint32_t number(struct bc_struct *s, const struct bc_elem *elem, uint32_t next)
{
	struct own *own = own_of(s, elem);
	if (!own->object)
		return next;
	own->object = next++;
	for (const struct bc_elem *e = elem->first; e; e = e->next)
		next = number(s, e, next);
	return next;
}

/* 14.7.4: content of the page that Pg names by its number alone. */
static void put_mark(struct bc_struct *s, struct bc_buf *out, const struct mark *mark,
		     uint32_t page)
{
	if (mark->page == page) {
		bc_buf_int(out, mark->mcid);
		return;
	}
	bc_buf_puts(out, "<</Type/MCR/Pg ");
	bc_put_ref(out, s->pages[mark->page].object);
	bc_buf_puts(out, "/MCID ");
	bc_buf_int(out, mark->mcid);
	bc_buf_puts(out, ">>");
}

/* 14.7.4.3 */
static void put_annotation(struct bc_buf *out, const struct annotation *a)
{
	bc_buf_puts(out, "<</Type/OBJR/Obj ");
	bc_put_ref(out, a->object);
	bc_buf_puts(out, "/Pg ");
	bc_put_ref(out, a->page);
	bc_buf_puts(out, ">>");
}

static void put_kids(struct bc_struct *s, struct bc_buf *out, const struct bc_elem *elem)
{
	const struct mark *first = own_of(s, elem)->first;
	const struct annotation *annotation = own_of(s, elem)->annotation;
	if (first) {
		bc_buf_puts(out, "/Pg ");
		bc_put_ref(out, s->pages[first->page].object);
	}
	bc_buf_puts(out, "/K[");
	for (const struct mark *m = first; m; m = m->next) {
		put_mark(s, out, m, first->page);
		bc_buf_putc(out, ' ');
	}
	if (annotation)
		put_annotation(out, annotation);
	for (const struct bc_elem *e = elem->first; e; e = e->next) {
		uint32_t object = own_of(s, e)->object;
		if (!object)
			continue;
		bc_put_ref(out, object);
		bc_buf_putc(out, ' ');
	}
	bc_buf_putc(out, ']');
}

/* 14.8.5.7: which cells a header heads follows from where it stands. */
static void put_cell(struct bc_buf *out, const struct bc_elem *elem)
{
	bool head = elem->role == BC_ROLE_TH;
	if (!head && elem->colspan < 2 && elem->rowspan < 2)
		return;
	bc_buf_puts(out, "/A<</O/Table");
	if (head)
		bc_buf_puts(out, elem->parent->parent->role == BC_ROLE_THEAD ? "/Scope/Column"
									     : "/Scope/Row");
	if (elem->colspan > 1) {
		bc_buf_puts(out, "/ColSpan ");
		bc_buf_int(out, elem->colspan);
	}
	if (elem->rowspan > 1) {
		bc_buf_puts(out, "/RowSpan ");
		bc_buf_int(out, elem->rowspan);
	}
	bc_buf_puts(out, ">>");
}

static void put_attributes(struct bc_buf *out, const struct bc_elem *elem)
{
	if (is_cell(elem))
		put_cell(out, elem);
	if (elem->role != BC_ROLE_L)
		return;
	bc_buf_puts(out, "/A<</O/List/ListNumbering/");
	bc_buf_puts(out, bc_listing_name(elem->listing));
	bc_buf_puts(out, ">>");
}

static void write_elem(struct bc_struct *s, struct bc_sink *sink, const struct bc_elem *elem,
		       uint32_t parent)
{
	uint32_t object = own_of(s, elem)->object;
	if (!object)
		return;
	struct bc_buf *out = bc_sink_next(sink);
	bc_buf_puts(out, "/S/");
	bc_buf_puts(out, bc_role_name(elem->role));
	bc_buf_puts(out, "/P ");
	bc_put_ref(out, parent);
	put_attributes(out, elem);
	put_kids(s, out, elem);
	for (const struct bc_elem *e = elem->first; e; e = e->next)
		write_elem(s, sink, e, object);
}

/* 14.7.4.4: from each page's marks, and each annotation, back to their elements. */
static void write_parents(struct bc_struct *s, struct bc_sink *sink, uint32_t object)
{
	struct bc_buf out = bc_buf_in(s->ctx->arena);
	bc_buf_puts(&out, "/Nums[");
	for (size_t i = 0; i < s->n_pages; i++) {
		const struct leaf *page = &s->pages[i];
		bc_buf_int(&out, (int64_t)i);
		bc_buf_putc(&out, '[');
		for (uint32_t k = 0; k < page->n; k++) {
			bc_put_ref(&out, own_of(s, page->owners[k])->object);
			bc_buf_putc(&out, ' ');
		}
		bc_buf_puts(&out, "]\n");
	}
	int64_t key = (int64_t)s->n_pages;
	for (const struct annotation *a = s->first; a; a = a->next) {
		bc_buf_int(&out, key++);
		bc_buf_putc(&out, ' ');
		bc_put_ref(&out, own_of(s, a->elem)->object);
		bc_buf_putc(&out, '\n');
	}
	bc_buf_putc(&out, ']');
	bc_sink_dict(sink, object, bc_buf_str(&out));
}

void bc_struct_write(struct bc_struct *s, struct bc_sink *sink, const struct bc_elem *root,
		     struct bc_buf *catalog)
{
	struct bc_buf out = bc_buf_in(s->ctx->arena);
	uint32_t tree = bc_sink_object(sink), parents = bc_sink_object(sink);
	number(s, root, bc_sink_last(sink, choose(s, root)));
	write_elem(s, sink, root, tree);
	write_parents(s, sink, parents);
	bc_buf_puts(&out, "/Type/StructTreeRoot/K ");
	bc_put_ref(&out, own_of(s, root)->object);
	bc_buf_puts(&out, "/ParentTree ");
	bc_put_ref(&out, parents);
	bc_buf_puts(&out, "/ParentTreeNextKey ");
	bc_buf_int(&out, (int64_t)s->n_pages + s->n_annotations);
	bc_sink_dict(sink, tree, bc_buf_str(&out));
	bc_buf_puts(catalog, "/MarkInfo<</Marked true>>/StructTreeRoot ");
	bc_put_ref(catalog, tree);
	bc_buf_putc(catalog, '\n');
}
