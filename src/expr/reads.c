/*
 * A walk over the compiled template.  A loop's variable stands for an element
 * of its list, and so does `it` in a function.
 */
#include "expr/reads.h"

#include "expr/ast.h"
#include "expr/piece.h"

#include <stdlib.h>

struct reader {
	struct bc_ctx *ctx;
	struct bc_str *ways;
	size_t n, room;
};

/* A name that isn't the data's, and the way it stands for; empty for what was made. */
struct alias {
	const struct alias *outer;
	struct bc_str name, way;
};

static struct bc_str joined(struct reader *r, struct bc_str a, const char *between,
			    struct bc_str b)
{
	struct bc_buf text = bc_buf_in(r->ctx->arena);
	bc_buf_add(&text, a);
	bc_buf_puts(&text, between);
	bc_buf_add(&text, b);
	return bc_buf_str(&text);
}

static void note(struct reader *r, struct bc_str way)
{
	if (way.n == 0)
		return;
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

static struct bc_str way_of_name(struct bc_str name, const struct alias *aliases)
{
	for (const struct alias *a = aliases; a; a = a->outer) {
		if (bc_str_eq(a->name, name))
			return a->way;
	}
	return name;
}

static struct bc_str walk(struct reader *r, const struct bc_expr *e,
			  const struct alias *aliases);

/* The elements of what the first argument gives; those of what was made are nothing. */
static struct bc_str walk_call(struct reader *r, const struct bc_expr *e,
			       const struct alias *aliases)
{
	struct bc_str list = e->n_args ? walk(r, e->args[0], aliases) : (struct bc_str){0};
	struct bc_str element = list.n ? joined(r, list, "[]", (struct bc_str){0}) : list;
	struct alias it = {aliases, BC_STR("it"), element};
	for (size_t i = 1; i < e->n_args; i++)
		note(r, walk(r, e->args[i], &it));
	note(r, list);
	/* what is chosen from a list has its members */
	bool same = bc_str_is(e->text, "filter") || bc_str_is(e->text, "sort") ||
		    bc_str_is(e->text, "sort_people") || bc_str_is(e->text, "reverse") ||
		    bc_str_is(e->text, "take") || bc_str_is(e->text, "default");
	bool one = bc_str_is(e->text, "first") || bc_str_is(e->text, "last");
	return same ? list : one ? element : (struct bc_str){0};
}

/* Note what `e` reads; the way that it is itself, if it is one. */
static struct bc_str walk(struct reader *r, const struct bc_expr *e,
			  const struct alias *aliases)
{
	struct bc_str none = {0}, object;
	switch (e->kind) {
	case BC_EXPR_NAME:
		return way_of_name(e->text, aliases);
	case BC_EXPR_MEMBER:
		object = walk(r, e->args[0], aliases);
		return object.n ? joined(r, object, ".", e->text) : none;
	case BC_EXPR_INDEX:
		object = walk(r, e->args[0], aliases);
		note(r, walk(r, e->args[1], aliases));
		return object.n ? joined(r, object, "[]", none) : none;
	case BC_EXPR_CALL:
		return walk_call(r, e, aliases);
	default:
		break;
	}
	for (size_t i = 0; i < e->n_args; i++)
		note(r, walk(r, e->args[i], aliases));
	return none;
}

static void walk_piece(struct reader *r, const struct bc_template *t,
		       const struct alias *aliases);

static void walk_list(struct reader *r, const struct bc_piece_list *list,
		      const struct alias *aliases)
{
	for (size_t i = 0; i < list->n; i++)
		walk_piece(r, list->at[i], aliases);
}

static void walk_for(struct reader *r, const struct bc_template *t, const struct alias *aliases)
{
	struct bc_str list = walk(r, t->expr, aliases);
	struct alias loop = {aliases, BC_STR("loop"), {0}};
	struct alias variable = {&loop, t->name,
				 list.n ? joined(r, list, "[]", (struct bc_str){0}) : list};
	note(r, list);
	if (t->where)
		note(r, walk(r, t->where, &variable));
	walk_list(r, &t->first, &variable);
}

static void walk_let(struct reader *r, const struct bc_template *t, const struct alias *aliases)
{
	struct alias *all = bc_new_n(r->ctx->arena, struct alias, t->n_bindings);
	for (size_t i = 0; i < t->n_bindings; i++) {
		struct bc_str way = walk(r, t->bindings[i].expr, aliases);
		note(r, way);
		all[i] = (struct alias){aliases, t->bindings[i].name, way};
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

void bc_template_reads(struct bc_ctx *ctx, struct bc_buf *out, const struct bc_template *t)
{
	struct reader r = {.ctx = ctx};
	walk_piece(&r, t, NULL);
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
}
