/*
 * JSON -> pieces.  What holds no hole stays the JSON that it is, so that most
 * of a template costs nothing when it is filled in.
 */
#include "expr/piece.h"

#include "base/limits.h"

/* What has been included: compiled once, however often it is asked for. */
struct part {
	struct bc_str name;
	struct bc_piece_list body;
	size_t levels; /* of parts within it, itself included */
	struct part *earlier;
};

struct compiler {
	struct bc_ctx *ctx;
	bc_part_reader *read;
	void *self;
	struct bc_str parts[BC_LIMIT_INCLUDES]; /* those that are being compiled */
	size_t n_parts;
	size_t levels; /* of parts below the one that is being compiled */
	struct part *done;
};

static struct bc_template *compile(struct compiler *c, const struct bc_json *json);

static struct bc_template *new_piece(struct compiler *c, enum bc_piece_kind kind,
				     const struct bc_json *json)
{
	struct bc_template *t = bc_new(c->ctx->arena, struct bc_template);
	t->kind = kind;
	t->json = json;
	t->weight = 1 + bc_copy_work(json->text.n);
	return t;
}

static struct bc_template *bad_piece(struct compiler *c, struct bc_place place,
				     struct bc_str why)
{
	BC_REPORT1(c->ctx->findings, TEMPLATE_PIECE, place, why);
	return NULL;
}

/* The place of a string without its quotes, or with them when escapes hide its bytes. */
static struct bc_place inside(const struct bc_json *string)
{
	return bc_place_within(string->place, string->text.n + 2, 1, string->text.n + 1);
}

static struct bc_template *compile_string(struct compiler *c, const struct bc_json *json)
{
	struct bc_template *t = new_piece(c, BC_PIECE_TEXT, json);
	if (!bc_has_hole(json->text)) {
		t->kind = BC_PIECE_PLAIN;
		return t;
	}
	if (!bc_spans_read(c->ctx, json->text, inside(json), &t->spans))
		return NULL;
	const struct bc_text_span *spans = t->spans.at;
	bool alone = t->spans.n == 2 && spans[0].text.n == 0 && spans[1].text.n == 0;
	if (alone) {
		t->kind = BC_PIECE_HOLE;
		t->expr = spans[0].expr;
	}
	return t;
}

/* Members or elements; *plain says whether none of them is to be filled in. */
static bool compile_all(struct compiler *c, const struct bc_json *json,
			struct bc_piece_list *list, bool *plain)
{
	list->at = bc_new_n(c->ctx->arena, struct bc_template *, json->count + 1);
	*plain = true;
	for (const struct bc_json *v = json->first; v; v = v->next) {
		struct bc_template *t = compile(c, v);
		if (!t)
			return false;
		*plain &= t->kind == BC_PIECE_PLAIN;
		list->at[list->n++] = t;
	}
	return true;
}

/* The elements of "then", "else" and "do", which may also be one. */
static bool compile_body(struct compiler *c, const struct bc_json *body,
			 struct bc_piece_list *list)
{
	bool plain;
	if (!body)
		return true;
	if (body->kind == BC_JSON_ARRAY)
		return compile_all(c, body, list, &plain);
	struct bc_template *one = compile(c, body);
	list->at = bc_new_n(c->ctx->arena, struct bc_template *, 1);
	list->at[list->n++] = one;
	return one != NULL;
}

static const struct bc_expr *compile_expr(struct compiler *c, const struct bc_json *string)
{
	if (string->kind == BC_JSON_STRING)
		return bc_expr_parse(c->ctx, string->text, inside(string));
	bad_piece(c, string->place,
		  BC_BOTH("ở đây phải là biểu thức trong dấu ngoặc kép",
			  "an expression in quotes belongs here"));
	return NULL;
}

/* Whether the object has no members but those named; reports the first other one. */
static bool only(struct compiler *c, const struct bc_json *object, const char *const *names)
{
	for (const struct bc_json *v = object->first; v; v = v->next) {
		bool known = bc_str_is(v->path.key, "$comment");
		for (const char *const *name = names; *name && !known; name++)
			known = bc_str_is(v->path.key, *name);
		if (known)
			continue;
		bad_piece(c, v->key_place,
			  BC_BOTH("khối điều khiển không có mục này",
				  "a control object has no such member"));
		return false;
	}
	return true;
}

static struct bc_template *compile_if(struct compiler *c, const struct bc_json *json)
{
	static const char *const names[] = {"if", "then", "else", NULL};
	struct bc_template *t = new_piece(c, BC_PIECE_IF, json);
	if (!only(c, json, names))
		return NULL;
	t->expr = compile_expr(c, bc_json_get(json, BC_STR("if")));
	bool bodies = compile_body(c, bc_json_get(json, BC_STR("then")), &t->first) &&
		      compile_body(c, bc_json_get(json, BC_STR("else")), &t->second);
	return t->expr && bodies ? t : NULL;
}

/* "m in models": the name, and the expression behind " in ". */
static bool compile_for_head(struct compiler *c, const struct bc_json *string,
			     struct bc_template *t)
{
	struct bc_str s = string->text;
	size_t in = 0;
	if (string->kind == BC_JSON_STRING) {
		while (in + 4 <= s.n && memcmp(s.p + in, " in ", 4) != 0)
			in++;
		t->name = bc_str_cut(s, 0, in + 4 <= s.n ? in : 0);
	}
	if (!bc_str_is_name(t->name) || bc_str_is(t->name, "loop") || bc_str_is(t->name, "it"))
		return bad_piece(c, string->place,
				 BC_BOTH("ở đây phải là “tên in danh sách”",
					 "\"name in list\" belongs here"));
	t->expr = bc_expr_parse(c->ctx, bc_str_cut(s, in + 4, s.n),
				bc_place_within(inside(string), s.n, in + 4, s.n));
	return t->expr != NULL;
}

static struct bc_template *compile_for(struct compiler *c, const struct bc_json *json)
{
	static const char *const names[] = {"for", "where", "do", NULL};
	struct bc_template *t = new_piece(c, BC_PIECE_FOR, json);
	const struct bc_json *where = bc_json_get(json, BC_STR("where"));
	if (!only(c, json, names) || !compile_for_head(c, bc_json_get(json, BC_STR("for")), t))
		return NULL;
	t->where = where ? compile_expr(c, where) : NULL;
	if (where && !t->where)
		return NULL;
	return compile_body(c, bc_json_get(json, BC_STR("do")), &t->first) ? t : NULL;
}

/* The names that "let" gives; false after a finding. */
static bool compile_bindings(struct compiler *c, const struct bc_json *let,
			     struct bc_template *t)
{
	if (let->kind != BC_JSON_OBJECT)
		return bad_piece(c, let->place,
				 BC_BOTH("ở đây phải là { tên: biểu thức }",
					 "{ name: expression } belongs here"));
	t->bindings = bc_new_n(c->ctx->arena, struct bc_binding, let->count + 1);
	for (const struct bc_json *v = let->first; v; v = v->next) {
		struct bc_binding *b = &t->bindings[t->n_bindings++];
		b->name = v->path.key;
		if (!bc_str_is_name(b->name) || bc_str_is(b->name, "loop") ||
		    bc_str_is(b->name, "it"))
			return bad_piece(
				c, v->key_place,
				BC_BOTH("tên này không dùng được", "this cannot be a name"));
		b->expr = compile_expr(c, v);
		if (!b->expr)
			return false;
	}
	return true;
}

static struct bc_template *compile_let(struct compiler *c, const struct bc_json *json)
{
	static const char *const names[] = {"let", "do", NULL};
	struct bc_template *t = new_piece(c, BC_PIECE_LET, json);
	if (!only(c, json, names) || !compile_bindings(c, bc_json_get(json, BC_STR("let")), t))
		return NULL;
	return compile_body(c, bc_json_get(json, BC_STR("do")), &t->first) ? t : NULL;
}

static struct bc_template *compile_siblings(struct compiler *c, const struct bc_json *json)
{
	static const char *const names[] = {"siblings", NULL};
	struct bc_template *t = new_piece(c, BC_PIECE_SIBLINGS, json);
	if (!only(c, json, names))
		return NULL;
	return compile_body(c, bc_json_get(json, BC_STR("siblings")), &t->first) ? t : NULL;
}

static struct bc_template *circle(struct compiler *c, const struct bc_json *name)
{
	struct bc_buf way = bc_buf_in(c->ctx->arena);
	for (size_t i = 0; i < c->n_parts; i++) {
		bc_buf_add(&way, c->parts[i]);
		bc_buf_puts(&way, " > ");
	}
	bc_buf_add(&way, name->text);
	BC_REPORT1(c->ctx->findings, TEMPLATE_CIRCLE, name->place, bc_buf_str(&way));
	return NULL;
}

static const struct part *find_part(const struct compiler *c, struct bc_str name)
{
	const struct part *part = c->done;
	while (part && !bc_str_eq(part->name, name))
		part = part->earlier;
	return part;
}

/* Read and compile a part; NULL after a finding. */
static const struct part *make_part(struct compiler *c, const struct bc_json *name)
{
	const struct bc_json *json = c->read(c->self, c->ctx, name->text, name->place);
	struct part *part = bc_new(c->ctx->arena, struct part);
	size_t levels = c->levels;
	c->levels = 0;
	c->parts[c->n_parts++] = name->text;
	bool done = json && compile_body(c, json, &part->body);
	c->n_parts--;
	part->name = name->text;
	part->levels = c->levels + 1;
	part->earlier = c->done;
	c->done = part;
	c->levels = levels;
	return done ? part : NULL;
}

/* The part in the place of the object that includes it: a condition that always holds. */
static struct bc_template *compile_include(struct compiler *c, const struct bc_json *json)
{
	static const char *const names[] = {"include", NULL};
	const struct bc_json *name = bc_json_get(json, BC_STR("include"));
	struct bc_template *t = new_piece(c, BC_PIECE_LET, json); /* of no names */
	if (!only(c, json, names))
		return NULL;
	if (name->kind != BC_JSON_STRING)
		return bad_piece(c, name->place,
				 BC_BOTH("ở đây phải là tên một phần",
					 "the name of a part belongs here"));
	for (size_t i = 0; i < c->n_parts; i++) {
		if (bc_str_eq(c->parts[i], name->text))
			return circle(c, name);
	}
	const struct part *part = find_part(c, name->text);
	if (c->n_parts + (part ? part->levels : 1) > BC_LIMIT_INCLUDES) {
		BC_REPORT0(c->ctx->findings, TEMPLATE_DEEP, name->place);
		return NULL;
	}
	if (!part)
		part = make_part(c, name);
	if (!part)
		return NULL;
	if (part->levels > c->levels)
		c->levels = part->levels;
	t->first = part->body;
	return t;
}

static struct bc_template *compile_container(struct compiler *c, const struct bc_json *json)
{
	bool array = json->kind == BC_JSON_ARRAY, plain;
	struct bc_template *t = new_piece(c, array ? BC_PIECE_ARRAY : BC_PIECE_OBJECT, json);
	if (!compile_all(c, json, &t->first, &plain))
		return NULL;
	if (plain)
		t->kind = BC_PIECE_PLAIN;
	for (size_t i = 0; i < t->first.n; i++)
		t->weight += t->first.at[i]->weight;
	return t;
}

static struct bc_template *compile(struct compiler *c, const struct bc_json *json)
{
	if (json->kind == BC_JSON_STRING)
		return compile_string(c, json);
	if (json->kind == BC_JSON_OBJECT) {
		if (bc_json_get(json, BC_STR("if")))
			return compile_if(c, json);
		if (bc_json_get(json, BC_STR("for")))
			return compile_for(c, json);
		if (bc_json_get(json, BC_STR("let")))
			return compile_let(c, json);
		if (bc_json_get(json, BC_STR("siblings")))
			return compile_siblings(c, json);
		if (bc_json_get(json, BC_STR("include")))
			return compile_include(c, json);
	}
	if (json->kind == BC_JSON_ARRAY || json->kind == BC_JSON_OBJECT)
		return compile_container(c, json);
	return new_piece(c, BC_PIECE_PLAIN, json);
}

const struct bc_template *bc_template_compile(struct bc_ctx *ctx, const struct bc_json *json,
					      const struct bc_json *let, bc_part_reader *read,
					      void *self)
{
	struct compiler c = {.ctx = ctx, .read = read, .self = self};
	struct bc_template *report = compile(&c, json);
	if (!report)
		return NULL;
	struct bc_template *t = new_piece(&c, BC_PIECE_LET, json);
	t->first.at = bc_new_n(ctx->arena, struct bc_template *, 1);
	t->first.at[t->first.n++] = report;
	return !let || compile_bindings(&c, let, t) ? t : NULL;
}
