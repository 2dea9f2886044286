/*
 * Pieces and data -> JSON.  What gives nothing leaves no trace: a list without
 * items, a section without blocks, a table without rows.
 */
#include "expr/piece.h"

#include "base/limits.h"

enum {
	OF_OUTPUT = 40 /* work: what comes out has to be laid out, which takes longest of all */
};

/* Where what comes out is gathered: the elements of one array. */
struct gather {
	struct bc_eval *eval;
	struct bc_json **end;
	size_t n;
};

static struct bc_json *fill(struct bc_eval *eval, const struct bc_template *t,
			    const struct bc_scope *scope);
static bool gather(struct gather *g, const struct bc_template *t, const struct bc_scope *scope);

static struct bc_json *copy(struct bc_eval *eval, const struct bc_json *json)
{
	struct bc_json *out = bc_new(eval->ctx->arena, struct bc_json);
	*out = *json;
	out->next = NULL;
	return out;
}

/* Text of the data among a template's own: its marks are no marks. */
static void put_escaped(struct bc_buf *out, struct bc_str text)
{
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '*' || text.p[i] == '\\')
			bc_buf_putc(out, '\\');
		bc_buf_putc(out, text.p[i]);
	}
}

static bool put_hole(struct bc_eval *eval, const struct bc_expr *expr,
		     const struct bc_scope *scope, struct bc_buf *out, struct bc_datum *made)
{
	struct bc_buf text = bc_buf_in(eval->ctx->arena);
	struct bc_datum v = bc_expr_eval(eval, expr, scope);
	if (!bc_datum_print(eval, bc_expr_place(expr), &text, v) ||
	    !bc_eval_work(eval, bc_copy_work(text.n), bc_expr_place(expr)))
		return false;
	put_escaped(out, bc_buf_str(&text));
	bc_eval_says(eval, made, v);
	return true;
}

static struct bc_json *fill_text(struct bc_eval *eval, const struct bc_template *t,
				 const struct bc_scope *scope)
{
	struct bc_buf text = bc_buf_in(eval->ctx->arena);
	struct bc_datum made = {.kind = BC_DATUM_TEXT};
	bool done = true;
	for (size_t i = 0; i < t->spans.n; i++) {
		if (!bc_eval_work(eval, bc_copy_work(t->spans.at[i].text.n), t->json->place))
			return NULL;
		bc_buf_add(&text, t->spans.at[i].text);
		if (t->spans.at[i].expr)
			done &= put_hole(eval, t->spans.at[i].expr, scope, &text, &made);
	}
	if (!done)
		return NULL;
	struct bc_json *out = copy(eval, t->json);
	out->text = bc_buf_str(&text);
	out->origin = made.from;
	out->filled = true;
	return out;
}

/* Whether the value stands where the office writes prose, whose marks are meant. */
static bool is_prose(struct bc_datum v)
{
	static const char *const places[] = {"texts",  "tasks",        "lessons",
					     "causes", "shortcomings", "proposals"};
	const struct bc_path *path = v.node ? &v.node->path : NULL;
	while (path && path->up && path->up->up)
		path = path->up;
	for (size_t i = 0; path && i < sizeof places / sizeof places[0]; i++) {
		if (bc_str_is(path->key, places[i]))
			return true;
	}
	return false;
}

static struct bc_json *json_text(struct bc_eval *eval, struct bc_json *out, struct bc_datum v)
{
	struct bc_buf text = bc_buf_in(eval->ctx->arena);
	out->kind = BC_JSON_STRING;
	out->text = v.text;
	/* whoever reads on has to read it, copied or not */
	if (!bc_eval_work(eval, bc_copy_work(v.text.n), out->place))
		return NULL;
	if (is_prose(v))
		return out;
	put_escaped(&text, v.text);
	if (text.n != v.text.n)
		out->text = bc_buf_str(&text);
	return out;
}

static struct bc_json *json_number(struct bc_eval *eval, const struct bc_template *t,
				   struct bc_json *out, struct bc_datum v)
{
	struct bc_buf text = bc_buf_in(eval->ctx->arena);
	struct bc_decimal number;
	if (!bc_datum_to_decimal(v, &number))
		return bc_datum_print(eval, bc_expr_place(t->expr), &text, v) ? out : NULL;
	bc_decimal_json(&text, number);
	out->kind = BC_JSON_NUMBER;
	out->text = bc_buf_str(&text);
	return out;
}

/* An element that isn't there: the mark of a draft. */
static struct bc_json *json_gap(struct bc_eval *eval, const struct bc_template *t,
				struct bc_json *out)
{
	struct bc_buf text = bc_buf_in(eval->ctx->arena);
	if (!bc_datum_print(eval, bc_expr_place(t->expr), &text, bc_datum_null()))
		return NULL;
	out->kind = BC_JSON_STRING;
	out->text = bc_buf_str(&text);
	return out;
}

static struct bc_json *json_of(struct bc_eval *eval, const struct bc_template *t,
			       struct bc_datum v, unsigned depth);

static struct bc_json *json_list(struct bc_eval *eval, const struct bc_template *t,
				 struct bc_json *out, struct bc_datum list, unsigned depth)
{
	struct bc_json **end = &out->first;
	if (depth == BC_LIMIT_DEPTH) {
		BC_REPORT0(eval->ctx->findings, TEMPLATE_DEEP, bc_expr_place(t->expr));
		return NULL;
	}
	list = bc_datum_spread(eval->ctx->arena, list);
	out->kind = BC_JSON_ARRAY;
	out->count = list.n;
	for (size_t i = 0; i < list.n; i++) {
		*end = json_of(eval, t, list.items[i], depth + 1);
		if (!*end)
			return NULL;
		end = &(*end)->next;
	}
	return out;
}

/*
 * A value of the data keeps its place; one that was made stands where the
 * template asks.  `depth`: of lists around it, of which a template can make
 * as many as it has names.
 */
static struct bc_json *json_of(struct bc_eval *eval, const struct bc_template *t,
			       struct bc_datum v, unsigned depth)
{
	struct bc_json *out = copy(eval, v.node ? v.node : t->json);
	struct bc_buf ignored = bc_buf_in(eval->ctx->arena);
	out->first = NULL;
	out->count = 0;
	out->origin = bc_eval_origin(eval, v);
	out->filled = true;
	if (!bc_eval_work(eval, OF_OUTPUT, bc_expr_place(t->expr)))
		return NULL;
	switch (v.kind) {
	case BC_DATUM_NULL:
		return json_gap(eval, t, out);
	case BC_DATUM_NUMBER:
		return json_number(eval, t, out, v);
	case BC_DATUM_BOOL:
		out->kind = v.truth ? BC_JSON_TRUE : BC_JSON_FALSE;
		return out;
	case BC_DATUM_TEXT:
		return json_text(eval, out, v);
	case BC_DATUM_LIST:
		return json_list(eval, t, out, v, depth);
	default: /* cannot be printed, and says so */
		return bc_datum_print(eval, bc_expr_place(t->expr), &ignored, v) ? out : NULL;
	}
}

static bool is_nothing(struct bc_datum v)
{
	return v.kind == BC_DATUM_NULL || (v.kind == BC_DATUM_TEXT && v.text.n == 0);
}

static void add(struct gather *g, struct bc_json *element)
{
	*g->end = element;
	g->end = &element->next;
	g->n++;
}

/* Splice in what the hole gives. */
static bool gather_hole(struct gather *g, const struct bc_template *t,
			const struct bc_scope *scope)
{
	struct bc_eval *eval = g->eval;
	struct bc_datum v = bc_expr_eval(eval, t->expr, scope);
	if (v.kind == BC_DATUM_WRONG)
		return false;
	if (is_nothing(v))
		return true;
	struct bc_datum items = v.kind == BC_DATUM_LIST ? bc_datum_spread(eval->ctx->arena, v)
							: bc_datum_list(&v, 1);
	for (size_t i = 0; i < items.n; i++) {
		if (is_nothing(items.items[i]))
			continue;
		struct bc_json *one = json_of(eval, t, items.items[i], 0);
		if (!one)
			return false;
		add(g, one);
	}
	return true;
}

static bool gather_list(struct gather *g, const struct bc_piece_list *list,
			const struct bc_scope *scope)
{
	bool done = true;
	for (size_t i = 0; i < list->n && !g->eval->exhausted; i++)
		done &= gather(g, list->at[i], scope);
	return done;
}

static bool gather_if(struct gather *g, const struct bc_template *t,
		      const struct bc_scope *scope)
{
	struct bc_datum holds = bc_expr_eval(g->eval, t->expr, scope);
	if (holds.kind == BC_DATUM_WRONG)
		return false;
	return gather_list(g, bc_datum_truth(holds) ? &t->first : &t->second, scope);
}

/* The elements for which "where" holds; false after a finding. */
static bool choose(struct bc_eval *eval, const struct bc_template *t,
		   const struct bc_scope *scope, struct bc_datum *list)
{
	struct bc_datum *chosen = bc_new_n(eval->ctx->arena, struct bc_datum, list->n + 1);
	size_t n = 0;
	for (size_t i = 0; i < list->n; i++) {
		struct bc_scope inner = {scope, t->name, list->items[i]};
		struct bc_datum holds = bc_expr_eval(eval, t->where, &inner);
		if (holds.kind == BC_DATUM_WRONG)
			return false;
		if (bc_datum_truth(holds))
			chosen[n++] = list->items[i];
	}
	*list = bc_datum_list(chosen, n);
	return true;
}

enum {
	LOOP = 4 /* members of `loop` */
};

/* {index, count, first, last} of the i-th round, in m[LOOP], which each round uses again. */
static struct bc_datum loop_of(struct bc_member *m, size_t i, size_t n)
{
	m[0] = (struct bc_member){BC_STR("index"), bc_datum_whole((int64_t)i + 1)};
	m[1] = (struct bc_member){BC_STR("count"), bc_datum_whole((int64_t)n)};
	m[2] = (struct bc_member){BC_STR("first"), bc_datum_bool(i == 0)};
	m[3] = (struct bc_member){BC_STR("last"), bc_datum_bool(i + 1 == n)};
	return (struct bc_datum){.kind = BC_DATUM_OBJECT, .members = m, .n = LOOP};
}

/* *scope with the names of a LET in it; false after a finding. */
static bool bind(struct bc_eval *eval, const struct bc_template *t,
		 const struct bc_scope **scope)
{
	struct bc_scope *all = bc_new_n(eval->ctx->arena, struct bc_scope, t->n_bindings);
	for (size_t i = 0; i < t->n_bindings; i++) {
		struct bc_datum v = bc_expr_eval(eval, t->bindings[i].expr, *scope);
		if (v.kind == BC_DATUM_WRONG)
			return false;
		all[i] = (struct bc_scope){*scope, t->bindings[i].name, v};
		*scope = &all[i];
	}
	return true;
}

static bool gather_let(struct gather *g, const struct bc_template *t,
		       const struct bc_scope *scope)
{
	return bind(g->eval, t, &scope) && gather_list(g, &t->first, scope);
}

static bool gather_for(struct gather *g, const struct bc_template *t,
		       const struct bc_scope *scope)
{
	struct bc_eval *eval = g->eval;
	struct bc_place place = bc_expr_place(t->expr);
	struct bc_datum list = bc_expr_eval(eval, t->expr, scope);
	bool listable = list.kind == BC_DATUM_LIST || list.kind == BC_DATUM_NULL ||
			list.kind == BC_DATUM_TEXT;
	if (!listable && list.kind != BC_DATUM_WRONG)
		BC_REPORT3(eval->ctx->findings, TEMPLATE_KIND, place, BC_STR("for"),
			   bc_datum_kind_name(BC_DATUM_LIST), bc_datum_kind_name(list.kind));
	if (!listable)
		return false;
	if (!bc_eval_work(eval, 4 * bc_datum_count(list), place))
		return false;
	list = bc_datum_spread(eval->ctx->arena, list);
	if (t->where && !choose(eval, t, scope, &list))
		return false;
	struct bc_member *members = bc_new_n(eval->ctx->arena, struct bc_member, LOOP);
	bool done = true;
	for (size_t i = 0; i < list.n && !eval->exhausted; i++) {
		struct bc_scope loop = {scope, BC_STR("loop"), loop_of(members, i, list.n)};
		struct bc_scope inner = {&loop, t->name, list.items[i]};
		done &= gather_list(g, &t->first, &inner);
	}
	return done;
}

/* The blocks of what is a titled section; NULL: it is none. */
static const struct bc_json *section_blocks(const struct bc_json *json)
{
	const struct bc_json *blocks = bc_json_get(json, BC_STR("blocks"));
	bool section =
		blocks && blocks->kind == BC_JSON_ARRAY && bc_json_get(json, BC_STR("title"));
	return section ? blocks : NULL;
}

/* Sections, or the blocks of the only one: "a)" without a "b)" numbers nothing. */
static bool gather_siblings(struct gather *g, const struct bc_template *t,
			    const struct bc_scope *scope)
{
	struct bc_json *first = NULL;
	struct gather all = {.eval = g->eval, .end = &first};
	if (!gather_list(&all, &t->first, scope))
		return false;
	*all.end = NULL;
	size_t titled = 0;
	for (const struct bc_json *e = first; e; e = e->next)
		titled += section_blocks(e) != NULL;
	for (struct bc_json *e = first, *next; e; e = next) {
		const struct bc_json *blocks = titled == 1 ? section_blocks(e) : NULL;
		next = e->next;
		if (!blocks)
			add(g, e);
		/* copies: a section without holes shares its blocks with the template */
		for (const struct bc_json *b = blocks ? blocks->first : NULL; b; b = b->next)
			add(g, copy(g->eval, b));
	}
	return true;
}

static bool is_blank(const struct bc_json *json)
{
	return json->kind == BC_JSON_STRING && json->text.n == 0;
}

/* Whether the template has the member, and of it nothing has come out. */
static bool is_empty(const struct bc_json *template, const struct bc_json *out, const char *key)
{
	const struct bc_json *member = bc_json_get(out, bc_str_of(key));
	if (!bc_json_get(template, bc_str_of(key)))
		return false;
	return !member || is_blank(member) ||
	       (member->kind == BC_JSON_ARRAY && member->count == 0);
}

/* What was to hold something, and holds nothing. */
static bool is_hollow(const struct bc_template *t, const struct bc_json *out)
{
	struct bc_str table = BC_STR("table");
	return is_empty(t->json, out, "text") || is_empty(t->json, out, "blocks") ||
	       is_empty(t->json, out, "list") || is_empty(t->json, out, "rows") ||
	       is_empty(bc_json_get(t->json, table), bc_json_get(out, table), "rows");
}

/* A heading of the template that the report leaves empty. */
static void tell_empty(struct bc_eval *eval, const struct bc_json *section)
{
	const struct bc_json *title = bc_json_get(section, BC_STR("title"));
	if (title && title->kind == BC_JSON_STRING)
		BC_REPORT1(eval->ctx->findings, TEMPLATE_EMPTY, title->place, title->text);
}

static bool gather(struct gather *g, const struct bc_template *t, const struct bc_scope *scope)
{
	if (!bc_eval_work(g->eval, 1, t->json->place))
		return false;
	switch (t->kind) {
	case BC_PIECE_HOLE:
		return gather_hole(g, t, scope);
	case BC_PIECE_IF:
		return gather_if(g, t, scope);
	case BC_PIECE_FOR:
		return gather_for(g, t, scope);
	case BC_PIECE_LET:
		return gather_let(g, t, scope);
	case BC_PIECE_SIBLINGS:
		return gather_siblings(g, t, scope);
	default:
		break;
	}
	struct bc_json *one = fill(g->eval, t, scope);
	if (!one)
		return false;
	bool nothing = (t->kind == BC_PIECE_OBJECT && is_hollow(t, one)) ||
		       (t->kind == BC_PIECE_TEXT && is_blank(one));
	if (!nothing)
		add(g, one);
	else
		tell_empty(g->eval, one);
	return true;
}

static struct bc_json *fill_array(struct bc_eval *eval, const struct bc_template *t,
				  const struct bc_scope *scope)
{
	struct bc_json *out = copy(eval, t->json);
	struct gather g = {.eval = eval, .end = &out->first};
	out->first = NULL;
	if (!gather_list(&g, &t->first, scope))
		return NULL;
	*g.end = NULL;
	out->count = g.n;
	return out;
}

/* The member that `t` makes, put at *end; one that is a hole and gives nothing is left out. */
static bool fill_member(struct bc_eval *eval, const struct bc_template *t,
			const struct bc_scope *scope, struct bc_json **end)
{
	*end = NULL;
	if (t->kind == BC_PIECE_HOLE) {
		struct bc_datum v = bc_expr_eval(eval, t->expr, scope);
		if (is_nothing(v) || v.kind == BC_DATUM_WRONG)
			return v.kind != BC_DATUM_WRONG;
		*end = json_of(eval, t, v, 0);
	} else {
		*end = fill(eval, t, scope);
	}
	if (!*end)
		return false;
	(*end)->path = t->json->path;
	(*end)->key_place = t->json->key_place;
	return true;
}

static struct bc_json *fill_object(struct bc_eval *eval, const struct bc_template *t,
				   const struct bc_scope *scope)
{
	struct bc_json *out = copy(eval, t->json);
	struct bc_json **end = &out->first;
	bool done = true;
	out->count = 0;
	for (size_t i = 0; i < t->first.n && !eval->exhausted; i++) {
		done &= fill_member(eval, t->first.at[i], scope, end);
		if (!*end)
			continue;
		end = &(*end)->next;
		out->count++;
	}
	*end = NULL;
	return done ? out : NULL;
}

static struct bc_json *fill(struct bc_eval *eval, const struct bc_template *t,
			    const struct bc_scope *scope)
{
	/* a plain piece is shared, but whoever reads on has to read all of it each time */
	size_t weight = t->kind == BC_PIECE_PLAIN ? t->weight : 1;
	if (!bc_eval_work(eval, OF_OUTPUT * weight, t->json->place))
		return NULL;
	switch (t->kind) {
	case BC_PIECE_PLAIN:
		return copy(eval, t->json);
	case BC_PIECE_TEXT:
		return fill_text(eval, t, scope);
	case BC_PIECE_ARRAY:
		return fill_array(eval, t, scope);
	case BC_PIECE_OBJECT:
		return fill_object(eval, t, scope);
	case BC_PIECE_HOLE: /* filled by whoever holds it */
	case BC_PIECE_IF:
	case BC_PIECE_FOR:
	case BC_PIECE_LET:
	case BC_PIECE_SIBLINGS:
		break;
	}
	BC_REPORT1(eval->ctx->findings, TEMPLATE_PIECE, t->json->place,
		   BC_BOTH("khối điều khiển chỉ đứng trong danh sách [ ]",
			   "a control object stands in a list [ ] only"));
	return NULL;
}

/*
 * What the report says for a place that this template doesn't have; a base
 * file serves other templates too.
 */
static void tell_unread(struct bc_eval *eval)
{
	const struct bc_json *m = eval->texts ? eval->texts->first : NULL;
	for (size_t i = 0; m; m = m->next, i++) {
		bool says = bc_datum_truth(bc_datum_of(m));
		bool base = m->place.source != eval->data.node->place.source;
		bool own = bc_str_starts(m->path.key, BC_STR("x_")) ||
			   bc_str_is(m->path.key, "$comment");
		if (says && !base && !own && !eval->asked[i])
			BC_REPORT1(eval->ctx->findings, TEMPLATE_UNREAD, m->key_place,
				   m->path.key);
	}
}

static struct bc_json *fill_all(struct bc_eval *eval, const struct bc_template *t)
{
	const struct bc_scope *scope = NULL;
	return bind(eval, t, &scope) ? fill(eval, t->first.at[0], scope) : NULL;
}

struct bc_json *bc_template_fill(struct bc_eval *eval, const struct bc_template *t)
{
	struct bc_datum texts = bc_datum_member(eval->data, BC_STR("texts"));
	eval->texts = texts.kind == BC_DATUM_OBJECT ? texts.node : NULL;
	eval->asked = bc_new_n(eval->ctx->arena, bool, bc_datum_count(texts) + 1);
	struct bc_json *filled = fill_all(eval, t);
	if (filled)
		tell_unread(eval);
	return filled;
}
