/* Each kind of node to its setter; spaces, page breaks and keeping between them. */
#include "layout/set.h"

#include "layout/para.h"

/* What the nodes so far ask of the next strip. */
struct pending {
	bc_len space;    /* between the last strip and the next, at least */
	bool glued;      /* no page break there */
	bool page_first; /* the next strip begins a page */
};

struct walk {
	struct bc_setter *s;
	bc_len width;
	struct bc_strip_sink sink;
	struct pending pending;
};

static bool keeps_next(const struct bc_node *node)
{
	return node->kind == BC_NODE_SPACE || node->kind == BC_NODE_SPOT ||
	       (node->kind == BC_NODE_PARA && node->u.para.keep_next);
}

static bc_len space_after(const struct bc_node *node)
{
	if (node->kind == BC_NODE_PARA)
		return node->u.para.space_after;
	return node->kind == BC_NODE_TABLE ? node->u.table.space_after : 0;
}

static void set_leaf(struct walk *w, const struct bc_node *node, struct bc_elem *parent,
		     struct bc_strips *out)
{
	struct bc_setter *s = w->s;
	if (node->kind == BC_NODE_PARA) {
		const struct bc_para *para = &node->u.para;
		bc_para_set(s, para, bc_para_elems_new(s, parent, node->role, para), w->width,
			    out);
	} else if (node->kind == BC_NODE_TABLE) {
		bc_table_set(s, node, parent, w->width, out);
	} else {
		bc_columns_set(s, node, parent, w->width, out);
	}
}

static void set_spot(struct walk *w, const struct bc_node *node, struct bc_elem *parent,
		     struct bc_strips *out)
{
	const struct bc_vacancy *v = &node->u.spot;
	struct bc_items items = {.arena = out->arena};
	*bc_item_add(&items) = (struct bc_item){
		.kind = BC_ITEM_SPOT,
		.elem = bc_elem_new(w->s, parent, node->role),
		.x = w->width / 2 + v->right,
		.y = v->down,
		.width = v->width,
		.height = v->height,
		.spot = v->spot,
	};
	*bc_strip_add(out) =
		(struct bc_strip){.glued = true, .items = items.at, .n_items = items.n};
}

/* Hand on the strips of one node; what was pending goes above the first. */
static void emit(struct walk *w, struct bc_strips *strips, const struct bc_node *node)
{
	if (strips->n == 0)
		return;
	struct bc_strip *first = &strips->at[0];
	first->space = bc_len_max(first->space, w->pending.space);
	first->glued |= w->pending.glued;
	first->page_first = w->pending.page_first;
	w->pending = (struct pending){
		.space = space_after(node),
		.glued = keeps_next(node),
	};
	w->sink.strips(w->sink.self, strips);
}

static struct bc_elem *group_elem(struct bc_setter *s, const struct bc_node *node,
				  struct bc_elem *parent)
{
	struct bc_elem *elem = bc_elem_new(s, parent, node->role);
	elem->listing = node->listing;
	return elem;
}

static void walk(struct walk *w, const struct bc_node *node, struct bc_elem *parent)
{
	for (; node; node = node->next) {
		struct bc_strips strips = {.arena = w->s->ctx->arena};
		switch (node->kind) {
		case BC_NODE_GROUP:
			/* groups nest as lists do: within BC_LIMIT_SECTION_DEPTH */
			walk(w, node->u.first, group_elem(w->s, node, parent));
			break;
		case BC_NODE_SPACE:
			*bc_strip_add(&strips) = (struct bc_strip){
				.height = node->u.space,
				.glued = true,
			};
			emit(w, &strips, node);
			break;
		case BC_NODE_SPOT:
			set_spot(w, node, parent, &strips);
			emit(w, &strips, node);
			break;
		case BC_NODE_PAGE_BREAK:
			w->pending.page_first = true;
			break;
		default:
			set_leaf(w, node, parent, &strips);
			emit(w, &strips, node);
		}
	}
}

void bc_nodes_set(struct bc_setter *s, const struct bc_node *first, struct bc_elem *parent,
		  bc_len width, struct bc_strip_sink sink)
{
	struct walk w = {.s = s, .width = width, .sink = sink};
	walk(&w, first, parent);
}

static void append(void *self, const struct bc_strips *strips)
{
	struct bc_strips *out = self;
	for (size_t i = 0; i < strips->n; i++)
		*bc_strip_add(out) = strips->at[i];
}

void bc_nodes_collect(struct bc_setter *s, const struct bc_node *first, struct bc_elem *parent,
		      bc_len width, struct bc_strips *out)
{
	bc_nodes_set(s, first, parent, width, (struct bc_strip_sink){out, append});
}
