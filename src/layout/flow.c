/* The page builder: pending strips, legal breaks, repeated headers, furniture. */
#include "layout/flow.h"

#include "base/limits.h"
#include "layout/furniture.h"

struct bc_flow {
	struct bc_setter *s;
	struct bc_page_sink sink;
	const struct bc_part *part;
	struct bc_strips pending;  /* of the page being filled, and what follows it */
	size_t pages;              /* finished, in the document */
	size_t part_pages;         /* finished, in the part */
	unsigned number;           /* of the last finished page, as printed */
	struct bc_elem *sect;      /* of the part */
	struct bc_strip head;      /* of the part's first page; height 0: none */
	struct bc_strip foot;      /* of the part; height 0: none */
	struct bc_elem *foot_elem; /* hung into the tree behind all the rest */
	bool full; /* more pages than a document may have: the rest is dropped */
};

struct bc_flow *bc_flow_new(struct bc_setter *s, struct bc_page_sink sink)
{
	struct bc_flow *flow = bc_new(s->ctx->arena, struct bc_flow);
	flow->s = s;
	flow->sink = sink;
	flow->pending.arena = s->ctx->arena;
	return flow;
}

static bc_len text_width(const struct bc_sheet *sheet)
{
	return sheet->width - sheet->left - sheet->right;
}

/* What the part has outside its text; it is read first and last. */
static void begin_furniture(struct bc_flow *flow, const struct bc_part *part)
{
	bc_len width = text_width(&part->sheet);
	flow->head = flow->foot = (struct bc_strip){0};
	if (part->head)
		flow->head = bc_head_strip(flow->s, part, width,
					   bc_elem_new(flow->s, flow->sect, BC_ROLE_P));
	if (part->foot) {
		flow->foot_elem = bc_elem_new(flow->s, NULL, BC_ROLE_P);
		flow->foot = bc_foot_strip(flow->s, part, width, flow->foot_elem);
	}
}

void bc_flow_begin(struct bc_flow *flow, const struct bc_part *part, struct bc_elem *sect)
{
	flow->part = part;
	flow->sect = sect;
	flow->part_pages = 0;
	flow->pending.n = 0;
	if (part->restart)
		flow->number = 0;
	begin_furniture(flow, part);
}

/* Whether the part's foot line stands on the page being filled. */
static bool foot_here(const struct bc_flow *flow, bool last)
{
	if (flow->foot.height == 0)
		return false;
	return flow->part->foot_last ? last : flow->part_pages == 0;
}

/* Height for text on the page being filled, the part's `last` page or not. */
static bc_len room(const struct bc_flow *flow, bool last)
{
	const struct bc_sheet *sheet = &flow->part->sheet;
	return sheet->height - sheet->top - sheet->bottom -
	       (foot_here(flow, last) ? flow->foot.height : 0);
}

/* Height of the first `n` pending strips on one page. */
static bc_len height_of(const struct bc_flow *flow, size_t n)
{
	bc_len height = 0;
	for (size_t i = 0; i < n; i++)
		height += flow->pending.at[i].height + (i ? flow->pending.at[i].space : 0);
	return height;
}

static void place_strips(struct bc_flow *flow, size_t n, struct bc_items *items,
			 struct bc_bookmark *marks, size_t *n_marks)
{
	const struct bc_sheet *sheet = &flow->part->sheet;
	bc_len y = sheet->top;
	for (size_t i = 0; i < n; i++) {
		const struct bc_strip *strip = &flow->pending.at[i];
		y += i ? strip->space : 0;
		bc_items_place(items, strip, sheet->left, y);
		if (strip->bookmark.n && !strip->artifact)
			marks[(*n_marks)++] = (struct bc_bookmark){
				.depth = strip->bookmark_depth - 1,
				.title = strip->bookmark,
				.y = y,
			};
		y += strip->height;
	}
}

/* Drop the first `n` pending strips; a table that goes on gets its header again. */
static void drop(struct bc_flow *flow, size_t n)
{
	struct bc_strips rest = {.arena = flow->pending.arena};
	if (n < flow->pending.n && flow->pending.at[n].head && !flow->pending.at[n].artifact) {
		*bc_strip_add(&rest) = *flow->pending.at[n].head;
		flow->pending.at[n].glued = true;
	}
	for (size_t i = n; i < flow->pending.n; i++)
		*bc_strip_add(&rest) = flow->pending.at[i];
	flow->pending = rest;
}

static void report(struct bc_flow *flow, enum bc_diag diag, size_t at)
{
	struct bc_buf limit = bc_buf_in(flow->s->ctx->arena);
	struct bc_place place = {0};
	if (at < flow->pending.n)
		place = flow->pending.at[at].place;
	bc_buf_int(&limit, BC_LIMIT_PAGES);
	bc_report(flow->s->ctx->findings, diag, place, bc_buf_str(&limit), (struct bc_str){0},
		  (struct bc_str){0});
}

/* More pages than a document may have: what is pending and what comes is dropped. */
static void give_up(struct bc_flow *flow)
{
	if (!flow->full)
		report(flow, BC_DIAG_TOO_MANY_PAGES, 0);
	flow->full = true;
	flow->pending.n = 0;
}

/* Finish a page with the first `n` pending strips, the part's `last` or not. */
static void emit(struct bc_flow *flow, size_t n, bool last)
{
	const struct bc_part *part = flow->part;
	const struct bc_sheet *sheet = &part->sheet;
	struct bc_arena *scratch = flow->s->ctx->scratch;
	struct bc_mark mark = bc_arena_mark(scratch); /* a page lives until the sink has it */
	struct bc_items items = {.arena = scratch};
	struct bc_page page = {
		.index = flow->pages, .width = sheet->width, .height = sheet->height};
	if (flow->pages == BC_LIMIT_PAGES) {
		give_up(flow);
		return;
	}
	if (height_of(flow, n) > room(flow, last))
		report(flow, BC_DIAG_TOO_TALL, n - 1);
	struct bc_bookmark *marks = bc_new_n(items.arena, struct bc_bookmark, n + 1);
	page.label = bc_page_number(flow->s, sheet, ++flow->number,
				    flow->part_pages > 0 || sheet->number_first, &items);
	if (flow->part_pages == 0)
		bc_items_place(&items, &flow->head, sheet->left, part->head_top);
	place_strips(flow, n, &items, marks, &page.n_bookmarks);
	if (foot_here(flow, last))
		bc_items_place(&items, &flow->foot, sheet->left,
			       sheet->height - sheet->bottom - flow->foot.height);
	page.bookmarks = marks;
	page.items = items.at;
	page.n_items = items.n;
	flow->sink.page(flow->sink.self, &page);
	bc_arena_release(scratch, mark);
	flow->pages++;
	flow->part_pages++;
	drop(flow, n);
}

/* Repeated headers aside, a page has at least one strip, so that every page moves on. */
static size_t least_on_page(const struct bc_flow *flow)
{
	return flow->pending.n && flow->pending.at[0].artifact ? 2 : 1;
}

/*
 * How many pending strips go on a page with `height` for text: up to the last
 * legal break that fits; failing that, the last that only parts what should
 * stay together; failing that, as many as fit.
 */
static size_t break_at(struct bc_flow *flow, bc_len height)
{
	const struct bc_strips *p = &flow->pending;
	size_t least = least_on_page(flow), fits = 0, legal = 0, poor = 0;
	for (size_t n = 1; n < p->n && height_of(flow, n) <= height; n++) {
		fits = n;
		if (n >= least && !p->at[n].merged)
			poor = n;
		if (n >= least && !p->at[n].glued)
			legal = n;
	}
	if (legal)
		return legal;
	if (poor) {
		report(flow, BC_DIAG_KEEP_BROKEN, poor);
		return poor;
	}
	if (fits < least)
		return least; /* and the page will be found overfull */
	report(flow, BC_DIAG_TOO_TALL, fits);
	return fits;
}

/* Finish pages until what is pending fits into one, the part's `last` or not. */
static void settle(struct bc_flow *flow, bool last)
{
	while (flow->pending.n > least_on_page(flow) &&
	       height_of(flow, flow->pending.n) > room(flow, last))
		emit(flow, break_at(flow, room(flow, last)), false);
}

/* A strip that must not stand alone pulls the one above it along, and that one its own. */
static void pull_previous(struct bc_flow *flow)
{
	size_t i = flow->pending.n;
	/* empty room is no line to stand under */
	while (i > 1 && flow->pending.at[i - 1].n_items == 0)
		flow->pending.at[--i].glued = true;
	if (i > 1)
		flow->pending.at[i - 1].glued = true;
}

static void take(void *self, const struct bc_strips *strips)
{
	struct bc_flow *flow = self;
	for (size_t i = 0; i < strips->n && !flow->full; i++) {
		const struct bc_strip *strip = &strips->at[i];
		if (strip->page_first && flow->pending.n)
			emit(flow, flow->pending.n, false);
		if (strip->with_previous)
			pull_previous(flow);
		*bc_strip_add(&flow->pending) = *strip;
		settle(flow, false);
	}
}

struct bc_strip_sink bc_flow_sink(struct bc_flow *flow)
{
	return (struct bc_strip_sink){flow, take};
}

void bc_flow_end(struct bc_flow *flow)
{
	if (flow->foot.height)
		bc_elem_append(flow->sect, flow->foot_elem);
	settle(flow, true);
	/* one strip, too tall to have the foot on its page: the foot gets a page of its own */
	if (flow->pending.n && height_of(flow, flow->pending.n) > room(flow, true) &&
	    !foot_here(flow, false))
		emit(flow, flow->pending.n, false);
	if (flow->pending.n || flow->part_pages == 0 || foot_here(flow, true))
		emit(flow, flow->pending.n, true);
}
