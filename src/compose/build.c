/* Nodes, paragraphs and runs in the styles of the profile. */
#include "compose/build.h"

#include "compose/draft.h"
#include "compose/inline.h"
#include "text/viet.h"

struct bc_node *bc_node_add(struct bc_composer *c, struct bc_nodes *list,
			    enum bc_node_kind kind, enum bc_role role, struct bc_place place)
{
	struct bc_node *node = bc_new(c->ctx->arena, struct bc_node);
	node->kind = kind;
	node->role = role;
	node->place = place;
	if (list->last)
		list->last->next = node;
	else
		list->first = node;
	list->last = node;
	return node;
}

struct bc_node *bc_group_add(struct bc_composer *c, struct bc_nodes *list, enum bc_role role,
			     struct bc_place place, const struct bc_nodes *inside)
{
	struct bc_node *group = bc_node_add(c, list, BC_NODE_GROUP, role, place);
	group->u.first = inside->first;
	return group;
}

struct bc_columns *bc_columns_add(struct bc_composer *c, struct bc_nodes *list, size_t n)
{
	struct bc_node *node =
		bc_node_add(c, list, BC_NODE_COLUMNS, BC_ROLE_DIV, c->report->place);
	node->u.columns.n_columns = n;
	node->u.columns.columns = bc_new_n(c->ctx->arena, struct bc_column, n);
	return &node->u.columns;
}

void bc_space_add(struct bc_composer *c, struct bc_nodes *list, bc_len height)
{
	struct bc_place none = {0};
	if (height)
		bc_node_add(c, list, BC_NODE_SPACE, BC_ROLE_ARTIFACT, none)->u.space = height;
}

const struct bc_element *bc_element(const struct bc_composer *c, enum bc_element_id id)
{
	return &c->profile->elements[id];
}

struct bc_node *bc_para_add(struct bc_composer *c, struct bc_nodes *list, enum bc_element_id id,
			    enum bc_align align)
{
	const struct bc_element *e = bc_element(c, id);
	struct bc_node *node =
		bc_node_add(c, list, BC_NODE_PARA, BC_ROLE_P, (struct bc_place){0});
	node->u.para = (struct bc_para){
		.size = e->size.use,
		.align = align,
		.leading = {.multiple = 1000},
		.space_before = e->before,
		.rule = {e->rule, c->profile->rule_gap, c->profile->rule_weight},
	};
	return node;
}

struct bc_node *bc_body_para_add(struct bc_composer *c, struct bc_nodes *list,
				 enum bc_element_id id)
{
	const struct bc_body_rule *body = &c->profile->body;
	struct bc_node *node = bc_para_add(c, list, id, BC_JUSTIFY);
	struct bc_para *para = &node->u.para;
	if (body->multiple)
		para->leading.multiple = body->multiple;
	else
		para->leading.exact = body->line.use;
	para->indent_first = body->indent.use;
	para->space_before = bc_len_max(para->space_before, body->gap.use);
	return node;
}

struct bc_run *bc_run_add(struct bc_composer *c, struct bc_para *para,
			  const struct bc_element *e)
{
	size_t n = para->n_runs++;
	/* the room is the next power of two: it is used up where n is one */
	if ((n & (n - 1)) == 0) {
		struct bc_run *runs = bc_new_n(c->ctx->arena, struct bc_run, n ? 2 * n : 1);
		if (n)
			memcpy(runs, para->runs, n * sizeof *runs);
		para->runs = runs;
	}
	struct bc_run *run = &para->runs[n];
	run->bold = e->bold;
	run->italic = e->italic;
	run->underline = e->underline;
	run->red = e->red;
	return run;
}

void bc_literal_add(struct bc_composer *c, struct bc_para *para, const struct bc_element *e,
		    struct bc_str text)
{
	if (text.n)
		bc_run_add(c, para, e)->text = text;
}

void bc_text_add(struct bc_composer *c, struct bc_para *para, const struct bc_element *e,
		 struct bc_phrase text)
{
	if (text.s.n == 0)
		return;
	struct bc_buf capitals = bc_buf_in(c->ctx->arena);
	struct bc_run *run = bc_run_add(c, para, e);
	run->text = text.s;
	run->place = text.place;
	if (e->caps) {
		bc_upper(&capitals, text.s);
		run->text = bc_buf_str(&capitals);
	}
	bc_draft_mark(c, para, run, text);
}

void bc_marked_add(struct bc_composer *c, struct bc_para *para, const struct bc_element *e,
		   struct bc_phrase text)
{
	struct bc_spans spans = bc_inline_parse(c->ctx->arena, text.s);
	bool plain =
		text.place.end - text.place.begin == text.s.n + 2; /* no escapes: bytes match */
	for (size_t i = 0; i < spans.n; i++) {
		const struct bc_span *span = &spans.at[i];
		struct bc_run *run = bc_run_add(c, para, e);
		run->text = bc_str_cut(text.s, span->begin, span->end);
		run->bold |= span->bold;
		run->italic =
			e->italic != span->italic; /* *nghiêng* stands out in italics too */
		run->place = text.place;
		if (plain) {
			run->place.begin = text.place.begin + 1 + (uint32_t)span->begin;
			run->place.end = text.place.begin + 1 + (uint32_t)span->end;
		}
	}
	if (para->n_runs)
		bc_draft_mark(c, para, &para->runs[para->n_runs - 1], text);
}

struct bc_sheet bc_sheet_of(const struct bc_composer *c, bool landscape)
{
	const struct bc_profile *p = c->profile;
	return (struct bc_sheet){
		.width = landscape ? p->paper_height : p->paper_width,
		.height = landscape ? p->paper_width : p->paper_height,
		.top = p->top.use,
		.bottom = p->bottom.use,
		.left = p->left.use,
		.right = p->right.use,
		.number_top = p->number_top,
		.number_size = bc_element(c, BC_EL_PAGE_NUMBER)->size.use,
	};
}

struct bc_phrase bc_document_type(const struct bc_composer *c)
{
	struct bc_phrase type = c->report->document.type;
	return type.s.n ? type : bc_phrase_of(BC_STR("Báo cáo"));
}

struct bc_para *bc_dash_item_add(struct bc_composer *c, struct bc_nodes *list,
				 enum bc_element_id id)
{
	struct bc_nodes inside = {0};
	struct bc_node *node = bc_para_add(c, &inside, id, BC_LEFT);
	node->role = BC_ROLE_LBODY;
	bc_literal_add(c, &node->u.para, bc_element(c, id), BC_STR("- "));
	node->u.para.label = 2;
	bc_group_add(c, list, BC_ROLE_LI, node->place, &inside);
	return &node->u.para;
}
