/*
 * A walk over the compiled expression.  What is wrong is told once, where it
 * arises; whatever is made of it is wrong without a word.
 */
#include "expr/ast.h"

#include "base/limits.h"
#include "text/collate.h"

static struct bc_datum wrong(void)
{
	return (struct bc_datum){.kind = BC_DATUM_WRONG};
}

bool bc_eval_work(struct bc_eval *eval, size_t n, struct bc_place place)
{
	eval->work += n;
	if (eval->work <= BC_LIMIT_WORK)
		return true;
	if (!eval->exhausted)
		BC_REPORT0(eval->ctx->findings, TEMPLATE_WORK, place);
	eval->exhausted = true;
	return false;
}

static void note_asked(struct bc_eval *eval, struct bc_str key)
{
	size_t i = 0;
	for (const struct bc_json *m = eval->texts->first; m; m = m->next, i++) {
		if (bc_str_eq(m->path.key, key))
			eval->asked[i] = true;
	}
}

struct bc_datum bc_eval_member(struct bc_eval *eval, struct bc_datum object, struct bc_str key,
			       struct bc_place place)
{
	size_t n = object.kind == BC_DATUM_OBJECT ? bc_datum_count(object) : 0;
	if (!bc_eval_work(eval, n / 2 * (1 + key.n / 64), place))
		return wrong();
	if (object.node && object.node == eval->texts)
		note_asked(eval, key);
	struct bc_datum v = bc_datum_member(object, key);
	/* a number is cut down to lowest terms each time that it is read */
	return bc_eval_work(eval, v.scale / 2, place) ? v : wrong();
}

struct bc_origin *bc_eval_origin(struct bc_eval *eval, struct bc_datum v)
{
	if (!eval->traced)
		return NULL;
	bool whole =
		v.kind == BC_DATUM_TEXT || v.kind == BC_DATUM_NUMBER || v.kind == BC_DATUM_BOOL;
	struct bc_origin *own = v.node && whole ? bc_origin_of(eval->ctx->arena, v.node) : NULL;
	return bc_origin_join(eval->ctx->arena, own, v.from);
}

void bc_eval_says(struct bc_eval *eval, struct bc_datum *made, struct bc_datum v)
{
	made->from = bc_origin_join(eval->ctx->arena, made->from, bc_eval_origin(eval, v));
}

static struct bc_datum wrong_kind(struct bc_eval *eval, const struct bc_expr *e,
				  struct bc_str what, struct bc_str wanted, struct bc_datum got)
{
	if (got.kind != BC_DATUM_WRONG)
		BC_REPORT3(eval->ctx->findings, TEMPLATE_KIND, e->place, what, wanted,
			   bc_datum_kind_name(got.kind));
	return wrong();
}

static void add_name(struct bc_buf *names, struct bc_str name)
{
	if (names->n)
		bc_buf_puts(names, ", ");
	bc_buf_add(names, name);
}

static struct bc_datum unknown_name(struct bc_eval *eval, const struct bc_expr *e,
				    const struct bc_scope *scope)
{
	struct bc_buf names = bc_buf_in(eval->ctx->arena);
	for (const struct bc_scope *s = scope; s; s = s->outer)
		add_name(&names, s->name);
	for (size_t i = 0; i < eval->n_known; i++)
		add_name(&names, eval->known[i]);
	BC_REPORT2(eval->ctx->findings, TEMPLATE_NAME, e->place, e->text, bc_buf_str(&names));
	/* in a loop it is told, or at least counted, each time */
	(void)!bc_eval_work(eval, names.n, e->place);
	return wrong();
}

static bool is_known(const struct bc_eval *eval, struct bc_str name)
{
	for (size_t i = 0; i < eval->n_known; i++) {
		if (bc_str_eq(eval->known[i], name))
			return true;
	}
	return !eval->known;
}

/* A loop's variable, or a top-level member of the data: null when the office left it out. */
static struct bc_datum name_value(struct bc_eval *eval, const struct bc_expr *e,
				  const struct bc_scope *scope)
{
	size_t passed = 0;
	for (const struct bc_scope *s = scope; s; s = s->outer, passed++) {
		if (bc_str_eq(s->name, e->text))
			return bc_eval_work(eval, passed / 4, e->place) ? s->value : wrong();
	}
	if (!bc_eval_work(eval, passed / 4, e->place))
		return wrong();
	if (!is_known(eval, e->text))
		return unknown_name(eval, e, scope);
	return bc_eval_member(eval, eval->data, e->text, e->place);
}

/* The element `i` of a list; counted, for it is looked for from the first on. */
static struct bc_datum element(struct bc_eval *eval, const struct bc_expr *e,
			       struct bc_datum list, size_t i)
{
	if (!list.node)
		return list.items[i];
	if (!bc_eval_work(eval, i / 4, e->place))
		return wrong();
	const struct bc_json *at = list.node->first;
	while (i--)
		at = at->next;
	return bc_datum_of(at);
}

static struct bc_datum index_value(struct bc_eval *eval, const struct bc_expr *e,
				   struct bc_datum list, struct bc_datum index)
{
	if (list.kind == BC_DATUM_NULL)
		return list;
	if (index.kind == BC_DATUM_TEXT)
		return bc_eval_member(eval, list, index.text, e->place);
	if (list.kind != BC_DATUM_LIST)
		return wrong_kind(eval, e, BC_STR("[ ]"), bc_datum_kind_name(BC_DATUM_LIST),
				  list);
	if (index.kind != BC_DATUM_NUMBER || index.number.under != 1)
		return wrong_kind(eval, e, BC_STR("[ ]"),
				  BC_BOTH("số nguyên", "a whole number"), index);
	int64_t n = (int64_t)bc_datum_count(list), at = index.number.over;
	if (at < 0)
		at += n;
	return at >= 0 && at < n ? element(eval, e, list, (size_t)at) : bc_datum_null();
}

static struct bc_datum join_texts(struct bc_eval *eval, const struct bc_expr *e,
				  struct bc_datum a, struct bc_datum b)
{
	struct bc_buf text = bc_buf_in(eval->ctx->arena);
	if (!bc_datum_print(eval, e->args[0]->place, &text, a) ||
	    !bc_datum_print(eval, e->args[1]->place, &text, b) ||
	    !bc_eval_work(eval, bc_copy_work(text.n), e->place))
		return wrong();
	struct bc_datum joined = bc_datum_text(bc_buf_str(&text));
	bc_eval_says(eval, &joined, a);
	bc_eval_says(eval, &joined, b);
	return joined;
}

static struct bc_datum compute(struct bc_eval *eval, const struct bc_expr *e, struct bc_datum a,
			       struct bc_datum b)
{
	char sign[2] = {e->op, '\0'};
	struct bc_datum out = bc_datum_whole(0);
	if (e->op == '~')
		return join_texts(eval, e, a, b);
	struct bc_datum bad = a.kind != BC_DATUM_NUMBER ? a : b;
	if (bad.kind != BC_DATUM_NUMBER)
		return wrong_kind(eval, e, bc_str_dup(eval->ctx->arena, bc_str_of(sign)),
				  bc_datum_kind_name(BC_DATUM_NUMBER), bad);
	if (!bc_eval_work(eval, BC_WORK_ARITHMETIC, e->place))
		return wrong();
	if (bc_rational_compute(a.number, e->op, b.number, &out.number))
		return out;
	BC_REPORT1(eval->ctx->findings, TEMPLATE_ARITHMETIC, e->place,
		   e->op == '/' && b.number.over == 0
			   ? BC_BOTH("chia cho 0", "division by zero")
			   : BC_BOTH("số quá lớn", "the number is too large"));
	return wrong();
}

static bool has_order(struct bc_datum v)
{
	return v.kind == BC_DATUM_NUMBER || v.kind == BC_DATUM_TEXT;
}

static struct bc_datum no_order(struct bc_eval *eval, const struct bc_expr *e,
				struct bc_datum a, struct bc_datum b)
{
	struct bc_str got = bc_datum_kind_name(has_order(a) ? b.kind : a.kind);
	if (has_order(a) && has_order(b))
		got = BC_BOTH("một số và một chuỗi chữ", "one of each");
	BC_REPORT3(eval->ctx->findings, TEMPLATE_KIND, e->place, BC_STR("< >"),
		   BC_BOTH("hai số hoặc hai chuỗi chữ", "two numbers or two texts"), got);
	return wrong();
}

static struct bc_datum compare(struct bc_eval *eval, const struct bc_expr *e, struct bc_datum a,
			       struct bc_datum b)
{
	int order;
	if (e->op == '=' || e->op == '!')
		return bc_eval_work(eval, bc_compare_work(a, b), e->place)
			       ? bc_datum_bool(bc_datum_same(a, b) == (e->op == '='))
			       : wrong();
	/* texts are compared letter by letter */
	if (!bc_eval_work(eval, 2 * (a.text.n < b.text.n ? a.text.n : b.text.n), e->place))
		return wrong();
	if (a.kind == BC_DATUM_NUMBER && b.kind == BC_DATUM_NUMBER)
		order = bc_rational_compare(a.number, b.number);
	else if (a.kind == BC_DATUM_TEXT && b.kind == BC_DATUM_TEXT)
		order = bc_collate(a.text, b.text);
	else
		return no_order(eval, e, a, b);
	bool holds = e->op == '<'   ? order < 0
		     : e->op == '>' ? order > 0
		     : e->op == '(' ? order <= 0
				    : order >= 0;
	return bc_datum_bool(holds);
}

static struct bc_datum minus(struct bc_eval *eval, const struct bc_expr *e, struct bc_datum v)
{
	if (v.kind != BC_DATUM_NUMBER)
		return wrong_kind(eval, e, BC_STR("-"), bc_datum_kind_name(BC_DATUM_NUMBER), v);
	v.number.over = -v.number.over;
	v.node = NULL;
	v.from = NULL;
	return v;
}

static struct bc_datum call(struct bc_eval *eval, const struct bc_expr *e,
			    const struct bc_scope *scope)
{
	struct bc_call c = {.eval = eval, .expr = e, .scope = scope, .n = e->n_args};
	for (size_t i = 0; i < e->n_args; i++) {
		if (i == 1 && e->function->lazy)
			continue;
		c.args[i] = bc_expr_eval(eval, e->args[i], scope);
		if (c.args[i].kind == BC_DATUM_WRONG)
			return c.args[i];
	}
	return e->function->run(&c);
}

/* Both sides, then what is to be done with them; nothing is done with a wrong one. */
static struct bc_datum
eval_two(struct bc_eval *eval, const struct bc_expr *e, const struct bc_scope *scope,
	 struct bc_datum (*then)(struct bc_eval *, const struct bc_expr *, struct bc_datum,
				 struct bc_datum))
{
	struct bc_datum a = bc_expr_eval(eval, e->args[0], scope);
	struct bc_datum b = bc_expr_eval(eval, e->args[1], scope);
	if (a.kind == BC_DATUM_WRONG || b.kind == BC_DATUM_WRONG)
		return wrong();
	return then(eval, e, a, b);
}

/* and gives its last value, or the first that is false; or the first that is true. */
static struct bc_datum choose(struct bc_eval *eval, const struct bc_expr *e,
			      const struct bc_scope *scope)
{
	struct bc_datum left = bc_expr_eval(eval, e->args[0], scope);
	if (left.kind == BC_DATUM_WRONG || bc_datum_truth(left) == (e->kind == BC_EXPR_OR))
		return left;
	return bc_expr_eval(eval, e->args[1], scope);
}

struct bc_datum bc_expr_eval(struct bc_eval *eval, const struct bc_expr *e,
			     const struct bc_scope *scope)
{
	if (!bc_eval_work(eval, 1, e->place))
		return wrong();
	switch (e->kind) {
	case BC_EXPR_LITERAL:
		return e->literal;
	case BC_EXPR_NAME:
		return name_value(eval, e, scope);
	case BC_EXPR_MEMBER: {
		struct bc_datum object = bc_expr_eval(eval, e->args[0], scope);
		return object.kind == BC_DATUM_WRONG
			       ? object
			       : bc_eval_member(eval, object, e->text, e->place);
	}
	case BC_EXPR_INDEX:
		return eval_two(eval, e, scope, index_value);
	case BC_EXPR_NOT: {
		struct bc_datum v = bc_expr_eval(eval, e->args[0], scope);
		return v.kind == BC_DATUM_WRONG ? v : bc_datum_bool(!bc_datum_truth(v));
	}
	case BC_EXPR_MINUS:
		return minus(eval, e, bc_expr_eval(eval, e->args[0], scope));
	case BC_EXPR_AND:
	case BC_EXPR_OR:
		return choose(eval, e, scope);
	case BC_EXPR_COMPUTE:
		return eval_two(eval, e, scope, compute);
	case BC_EXPR_COMPARE:
		return eval_two(eval, e, scope, compare);
	case BC_EXPR_CALL:
		break;
	}
	return call(eval, e, scope);
}

struct bc_datum bc_call_wrong_value(struct bc_call *call, struct bc_str wanted)
{
	BC_REPORT3(call->eval->ctx->findings, TEMPLATE_KIND, call->expr->place,
		   call->expr->text, wanted, BC_BOTH("giá trị này", "this one"));
	return wrong();
}

struct bc_datum bc_call_wrong_kind(struct bc_call *call, size_t arg, struct bc_str wanted)
{
	return wrong_kind(call->eval, call->expr, call->expr->text, wanted, call->args[arg]);
}

struct bc_datum bc_call_each(struct bc_call *call, struct bc_datum element)
{
	struct bc_scope scope = {call->scope, BC_STR("it"), element};
	return bc_expr_eval(call->eval, call->expr->args[1], &scope);
}

static bool print_number(struct bc_eval *eval, struct bc_place place, struct bc_buf *out,
			 struct bc_datum v)
{
	struct bc_decimal number;
	if (!bc_eval_work(eval, BC_WORK_ARITHMETIC, place))
		return false;
	if (bc_datum_to_decimal(v, &number)) {
		bc_decimal_print(out, number);
		return true;
	}
	struct bc_buf text = bc_buf_in(eval->ctx->arena);
	bc_buf_int(&text, v.number.over);
	bc_buf_putc(&text, '/');
	bc_buf_int(&text, v.number.under);
	BC_REPORT1(eval->ctx->findings, TEMPLATE_ENDLESS, place, bc_buf_str(&text));
	return false;
}

/* What isn't there: told, and in a draft marked as the report's own gaps are. */
static bool print_gap(struct bc_eval *eval, struct bc_place place, struct bc_buf *out)
{
	struct bc_str text = bc_str_cut(place.source->text, place.begin, place.end);
	BC_REPORT1(eval->ctx->findings, TEMPLATE_NOTHING, place, text);
	if (!eval->ctx->findings->draft || !bc_eval_work(eval, bc_copy_work(text.n), place))
		return false;
	bc_buf_puts(out, "[CẦN BỔ SUNG: ");
	bc_buf_add(out, text);
	bc_buf_putc(out, ']');
	return true;
}

bool bc_datum_print(struct bc_eval *eval, struct bc_place place, struct bc_buf *out,
		    struct bc_datum v)
{
	switch (v.kind) {
	case BC_DATUM_TEXT:
		bc_buf_add(out, v.text);
		return true;
	case BC_DATUM_NUMBER:
		return print_number(eval, place, out, v);
	case BC_DATUM_WRONG:
		return false;
	default:
		break;
	}
	if (v.kind == BC_DATUM_NULL)
		return print_gap(eval, place, out);
	BC_REPORT3(eval->ctx->findings, TEMPLATE_KIND, place, BC_STR("{{ }}"),
		   BC_BOTH("chữ hoặc số", "a text or a number"), bc_datum_kind_name(v.kind));
	return false;
}
