/*
 * A walk over the compiled template, in which every name stands for the form
 * of its value.  A way counts as read where its value is used, not where it
 * gets a name.
 */
#include "expr/reads.h"

#include "expr/ast.h"
#include "expr/form.h"
#include "expr/piece.h"

#include <stdlib.h>

enum {
	WORK = 1000000, /* steps: parts that include each other twice have no end in sight */
};

struct reader {
	struct bc_ctx *ctx;
	struct bc_place place; /* of the template */
	struct bc_str *ways;
	size_t n, room;
	size_t work;
};

/* A name that isn't the data's. */
struct alias {
	const struct alias *outer;
	struct bc_str name;
	const struct bc_form *form;
};

/* Whether there is anything left to do after one more step; told once when there isn't. */
static bool step(struct reader *r)
{
	if (r->work == WORK)
		return false;
	if (++r->work == WORK)
		BC_REPORT0(r->ctx->findings, TEMPLATE_WORK, r->place);
	return r->work < WORK;
}

static void note_way(struct reader *r, struct bc_str way)
{
	if (r->n == r->room) {
		size_t room = r->room ? 2 * r->room : 64;
		struct bc_str *ways = bc_new_n(r->ctx->arena, struct bc_str, room);
		if (r->n)
			memcpy(ways, r->ways, r->n * sizeof *ways);
		r->ways = ways;
		r->room = room;
	}
	r->ways[r->n++] = way;
}

/* The value is used; a group's key was when the group was made. */
static void note(struct reader *r, const struct bc_form *form)
{
	while (form->kind == BC_FORM_LIST)
		form = form->first;
	if (form->kind == BC_FORM_WAY)
		note_way(r, form->way);
	if (form->kind != BC_FORM_EITHER || !step(r))
		return;
	note(r, form->first);
	note(r, form->second);
}

static const struct bc_form *either(struct reader *r, const struct bc_form *x,
				    const struct bc_form *y)
{
	const struct bc_form *form = bc_form_either(r->ctx->arena, x, y);
	if (form)
		return form;
	note(r, y);
	return x;
}

static const struct bc_form *form_of_name(struct reader *r, struct bc_str name,
					  const struct alias *aliases)
{
	for (const struct alias *a = aliases; a && step(r); a = a->outer) {
		if (bc_str_eq(a->name, name))
			return a->form;
	}
	return bc_form_way(r->ctx->arena, name);
}

static const struct bc_form *walk(struct reader *r, const struct bc_expr *e,
				  const struct alias *aliases);

static bool is_one_of(struct bc_str name, const char *const *names)
{
	while (*names && !bc_str_is(name, *names))
		names++;
	return *names;
}

/* The member of `object` that an argument names: any one when it is computed. */
static const struct bc_form *member_by(struct reader *r, const struct bc_form *object,
				       const struct bc_expr *key)
{
	bool written = key->kind == BC_EXPR_LITERAL && key->literal.kind == BC_DATUM_TEXT;
	return bc_form_member(r->ctx->arena, object, written ? key->literal.text : BC_STR("*"));
}

/* What a function does to each element: its second argument, as `it` or as the name of a
 * member. */
static const struct bc_form *walk_each(struct reader *r, const struct bc_expr *e,
				       const struct bc_form *element,
				       const struct alias *aliases)
{
	struct alias it = {aliases, BC_STR("it"), element};
	if (e->n_args < 2)
		return element;
	if (e->function->lazy)
		return walk(r, e->args[1], &it);
	note(r, walk(r, e->args[1], aliases));
	return member_by(r, element, e->args[1]);
}

/* A function of a list; *out is its form.  False when it is none of these. */
static bool walk_list_call(struct reader *r, const struct bc_expr *e,
			   const struct alias *aliases, const struct bc_form **out)
{
	static const char *const same[] = {"filter", "sort", "sort_people", NULL};
	static const char *const least[] = {"min", "max", NULL};
	static const char *const sums[] = {"sum", "avg", NULL};
	bool map = bc_str_is(e->text, "map"), group = bc_str_is(e->text, "group");
	bool keeps = is_one_of(e->text, same), picks = is_one_of(e->text, least);
	if (!map && !group && !keeps && !picks && !is_one_of(e->text, sums))
		return false;
	const struct bc_form *list = walk(r, e->args[0], aliases);
	const struct bc_form *element = bc_form_element(r->ctx->arena, list);
	const struct bc_form *each = walk_each(r, e, element, aliases);
	if (list->kind != BC_FORM_LIST)
		note(r, list);
	if (!map && (e->n_args > 1 || list->kind == BC_FORM_LIST))
		note(r, each);
	if (map)
		*out = bc_form_list(r->ctx->arena, each);
	else if (group)
		*out = bc_form_list(r->ctx->arena, bc_form_group(r->ctx->arena, each, element));
	else
		*out = keeps ? list : picks ? each : bc_form_number();
	return true;
}

/* What these read of the data without being told. */
static void note_own(struct reader *r, const struct bc_expr *e)
{
	static const struct {
		const char *function;
		size_t n_args; /* at most: an argument says it otherwise */
		const char *way;
	} own[] = {
		{"pad", 1, "wording.small_counts"},    {"words", 1, "wording.tens_zero"},
		{"words", 2, "wording.thousand"},      {"figure", 1, "results[].as_written"},
		{"figure", 1, "results[].id"},         {"figure", 1, "results[].missing"},
		{"figure", 1, "results[].qualifiers"}, {"figure", 1, "results[].range"},
		{"figure", 1, "results[].unit"},       {"figure", 1, "results[].value"},
		{"result", 1, "results[].id"},
	};
	for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
		if (bc_str_is(e->text, own[i].function) && e->n_args <= own[i].n_args)
			note_way(r, bc_str_of(own[i].way));
	}
}

static const struct bc_form *walk_call(struct reader *r, const struct bc_expr *e,
				       const struct alias *aliases)
{
	static const char *const same[] = {"reverse", "take", NULL};
	static const char *const one[] = {"first", "last", NULL};
	static const char *const numbers[] = {"count", "round", "share", NULL};
	const struct bc_form *out, *first;
	if (walk_list_call(r, e, aliases, &out))
		return out;
	note_own(r, e);
	first = walk(r, e->args[0], aliases);
	out = bc_form_made();
	for (size_t i = 1; i < e->n_args; i++) {
		out = walk(r, e->args[i], aliases);
		if (!bc_str_is(e->text, "default"))
			note(r, out);
	}
	if (bc_str_is(e->text, "default"))
		return either(r, first, out);
	if (is_one_of(e->text, one))
		return bc_form_element(r->ctx->arena, first);
	if (is_one_of(e->text, same))
		return first;
	/* whoever counts what was made of the data reads none of it */
	if (!bc_str_is(e->text, "count") || first->kind != BC_FORM_LIST)
		note(r, first);
	if (bc_str_is(e->text, "result"))
		return bc_form_way(r->ctx->arena, BC_STR("results[]"));
	return is_one_of(e->text, numbers) ? bc_form_number() : bc_form_made();
}

/* An element, when the index is a number; else a member. */
static const struct bc_form *walk_index(struct reader *r, const struct bc_expr *e,
					const struct alias *aliases)
{
	const struct bc_form *object = walk(r, e->args[0], aliases);
	const struct bc_form *index = walk(r, e->args[1], aliases);
	note(r, index);
	return index->kind == BC_FORM_NUMBER ? bc_form_element(r->ctx->arena, object)
					     : member_by(r, object, e->args[1]);
}

/* The form of what `e` gives; what it uses is noted. */
static const struct bc_form *walk(struct reader *r, const struct bc_expr *e,
				  const struct alias *aliases)
{
	const struct bc_form *left;
	if (!step(r))
		return bc_form_made();
	switch (e->kind) {
	case BC_EXPR_LITERAL:
		return e->literal.kind == BC_DATUM_NUMBER ? bc_form_number() : bc_form_made();
	case BC_EXPR_NAME:
		return form_of_name(r, e->text, aliases);
	case BC_EXPR_MEMBER:
		return bc_form_member(r->ctx->arena, walk(r, e->args[0], aliases), e->text);
	case BC_EXPR_INDEX:
		return walk_index(r, e, aliases);
	case BC_EXPR_CALL:
		return walk_call(r, e, aliases);
	case BC_EXPR_OR:
		left = walk(r, e->args[0], aliases);
		note(r, left);
		return either(r, left, walk(r, e->args[1], aliases));
	case BC_EXPR_AND: /* its first value only when that holds nothing */
		note(r, walk(r, e->args[0], aliases));
		return walk(r, e->args[1], aliases);
	case BC_EXPR_NOT:
	case BC_EXPR_MINUS:
	case BC_EXPR_COMPUTE:
	case BC_EXPR_COMPARE:
		break;
	}
	for (size_t i = 0; i < e->n_args; i++)
		note(r, walk(r, e->args[i], aliases));
	bool number = e->kind == BC_EXPR_MINUS || (e->kind == BC_EXPR_COMPUTE && e->op != '~');
	return number ? bc_form_number() : bc_form_made();
}

static void walk_piece(struct reader *r, const struct bc_template *t,
		       const struct alias *aliases);

static void walk_list(struct reader *r, const struct bc_piece_list *list,
		      const struct alias *aliases)
{
	for (size_t i = 0; i < list->n && step(r); i++)
		walk_piece(r, list->at[i], aliases);
}

static void walk_for(struct reader *r, const struct bc_template *t, const struct alias *aliases)
{
	const struct bc_form *list = walk(r, t->expr, aliases);
	struct alias loop = {aliases, BC_STR("loop"), bc_form_loop()};
	struct alias variable = {&loop, t->name, bc_form_element(r->ctx->arena, list)};
	if (list->kind != BC_FORM_LIST)
		note(r, list);
	if (t->where)
		note(r, walk(r, t->where, &variable));
	walk_list(r, &t->first, &variable);
}

static void walk_let(struct reader *r, const struct bc_template *t, const struct alias *aliases)
{
	struct alias *all = bc_new_n(r->ctx->arena, struct alias, t->n_bindings);
	for (size_t i = 0; i < t->n_bindings; i++) {
		all[i] = (struct alias){aliases, t->bindings[i].name,
					walk(r, t->bindings[i].expr, aliases)};
		aliases = &all[i];
	}
	walk_list(r, &t->first, aliases);
}

static void walk_piece(struct reader *r, const struct bc_template *t,
		       const struct alias *aliases)
{
	if (t->kind == BC_PIECE_FOR) {
		walk_for(r, t, aliases);
		return;
	}
	if (t->kind == BC_PIECE_LET) {
		walk_let(r, t, aliases);
		return;
	}
	if (t->expr)
		note(r, walk(r, t->expr, aliases));
	for (size_t i = 0; i < t->spans.n; i++) {
		if (t->spans.at[i].expr)
			note(r, walk(r, t->spans.at[i].expr, aliases));
	}
	walk_list(r, &t->first, aliases);
	walk_list(r, &t->second, aliases);
}

static int by_bytes(const void *a, const void *b)
{
	const struct bc_str *x = a, *y = b;
	int order = memcmp(x->p, y->p, x->n < y->n ? x->n : y->n);
	return order ? order : (x->n > y->n) - (x->n < y->n);
}

bool bc_template_reads(struct bc_ctx *ctx, struct bc_buf *out, const struct bc_template *t)
{
	struct reader r = {.ctx = ctx, .place = t->json->place};
	walk_piece(&r, t, NULL);
	if (r.work == WORK)
		return false;
	if (r.n)
		qsort(r.ways, r.n, sizeof *r.ways, by_bytes);
	bc_buf_puts(out, "[");
	for (size_t i = 0; i < r.n; i++) {
		if (i && bc_str_eq(r.ways[i], r.ways[i - 1]))
			continue;
		bc_buf_puts(out, i ? ",\n  \"" : "\n  \"");
		bc_buf_json(out, r.ways[i]);
		bc_buf_putc(out, '"');
	}
	bc_buf_puts(out, "\n]\n");
	return true;
}
