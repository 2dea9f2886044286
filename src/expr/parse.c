/*
 * Precedence climbing over a text: pipes bind loosest, then or, and, not,
 * comparison, + - ~, * /, unary minus, and the ways into data.
 */
#include "expr/ast.h"

#include "base/limits.h"
#include "text/nfc.h"

struct parser {
	struct bc_ctx *ctx;
	struct bc_str text;
	struct bc_place place; /* of the text */
	size_t at;
	size_t depth;
};

static const struct bc_expr *parse_pipeline(struct parser *p);

static struct bc_place place_of(const struct parser *p, size_t from, size_t to)
{
	return bc_place_within(p->place, p->text.n, from, to);
}

static const struct bc_expr *expected(struct parser *p, struct bc_str what)
{
	size_t end = p->at < p->text.n ? p->at + 1 : p->at;
	while (end < p->text.n && ((unsigned char)p->text.p[end] & 0xC0) == 0x80)
		end++;
	struct bc_str found = bc_str_cut(p->text, p->at, end);
	if (found.n == 0)
		found = BC_BOTH("chỗ hết biểu thức", "the end of the expression");
	BC_REPORT2(p->ctx->findings, TEMPLATE_SYNTAX, place_of(p, p->at, end), what, found);
	return NULL;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

static void skip_space(struct parser *p)
{
	while (p->at < p->text.n && is_space(p->text.p[p->at]))
		p->at++;
}

static char peek(struct parser *p)
{
	skip_space(p);
	return p->at < p->text.n ? p->text.p[p->at] : '\0';
}

static bool take(struct parser *p, const char *sign)
{
	size_t n = strlen(sign);
	skip_space(p);
	if (p->text.n - p->at < n || memcmp(p->text.p + p->at, sign, n) != 0)
		return false;
	p->at += n;
	return true;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The name at the present place; empty without one. */
static struct bc_str name_ahead(struct parser *p)
{
	skip_space(p);
	size_t end = p->at;
	while (end < p->text.n &&
	       (is_letter(p->text.p[end]) || (end > p->at && is_digit(p->text.p[end]))))
		end++;
	return bc_str_cut(p->text, p->at, end);
}

static bool take_word(struct parser *p, const char *word)
{
	if (!bc_str_is(name_ahead(p), word))
		return false;
	p->at += strlen(word);
	return true;
}

/* From `from` to what was read last, without the space that was skipped behind it. */
static struct bc_place place_since(const struct parser *p, size_t from)
{
	size_t to = p->at;
	while (to > from && is_space(p->text.p[to - 1]))
		to--;
	return place_of(p, from, to);
}

static struct bc_expr *new_expr(struct parser *p, enum bc_expr_kind kind, size_t from)
{
	struct bc_expr *e = bc_new(p->ctx->arena, struct bc_expr);
	e->kind = kind;
	e->place = place_since(p, from);
	return e;
}

static const struct bc_expr *too_deep(struct parser *p)
{
	BC_REPORT0(p->ctx->findings, TEMPLATE_DEEP, place_of(p, p->at, p->at));
	return NULL;
}

/*
 * One more argument.  False after a finding: whoever walks over an expression calls itself for
 * each level, and a + a + a + … has no end that parentheses would show.
 */
static bool add_argument(struct parser *p, struct bc_expr *e, const struct bc_expr *arg)
{
	e->args[e->n_args++] = arg;
	if (arg->levels >= e->levels)
		e->levels = arg->levels + 1;
	if (e->levels <= BC_EXPR_LEVELS)
		return true;
	too_deep(p);
	return false;
}

static const struct bc_expr *two(struct parser *p, enum bc_expr_kind kind, char op,
				 const struct bc_expr *left, const struct bc_expr *right,
				 size_t from)
{
	if (!left || !right)
		return NULL;
	struct bc_expr *e = new_expr(p, kind, from);
	e->op = op;
	return add_argument(p, e, left) && add_argument(p, e, right) ? e : NULL;
}

static const struct bc_expr *one(struct parser *p, enum bc_expr_kind kind,
				 const struct bc_expr *arg, size_t from)
{
	if (!arg)
		return NULL;
	struct bc_expr *e = new_expr(p, kind, from);
	return add_argument(p, e, arg) ? e : NULL;
}

static const struct bc_expr *literal(struct parser *p, struct bc_datum value, size_t from)
{
	struct bc_expr *e = new_expr(p, BC_EXPR_LITERAL, from);
	e->literal = value;
	return e;
}

static const struct bc_expr *parse_number(struct parser *p)
{
	size_t from = p->at;
	struct bc_decimal number;
	while (p->at < p->text.n && (is_digit(p->text.p[p->at]) || p->text.p[p->at] == '.'))
		p->at++;
	if (bc_decimal_parse(bc_str_cut(p->text, from, p->at), &number))
		return literal(p, bc_datum_decimal(number), from);
	p->at = from;
	return expected(p, BC_BOTH("một số, ví dụ 12.5", "a number, like 12.5"));
}

static const struct bc_expr *parse_string(struct parser *p)
{
	size_t from = p->at++;
	const char *end = memchr(p->text.p + p->at, p->text.p[from], p->text.n - p->at);
	if (!end) {
		p->at = p->text.n;
		return expected(
			p, BC_BOTH("dấu đóng chuỗi chữ", "the quote that closes the text"));
	}
	size_t to = (size_t)(end - p->text.p);
	struct bc_str text = bc_nfc(p->ctx->arena, bc_str_cut(p->text, p->at, to));
	p->at = to + 1;
	return literal(p, bc_datum_text(text), from);
}

static const struct bc_expr *wrong_number(struct parser *p, struct bc_str name, size_t from)
{
	BC_REPORT1(p->ctx->findings, TEMPLATE_ARGUMENTS, place_since(p, from), name);
	return NULL;
}

/* Arguments between parentheses, behind those that are there already. */
static bool parse_arguments(struct parser *p, struct bc_expr *call, size_t from)
{
	if (peek(p) == ')')
		return take(p, ")");
	do {
		if (call->n_args == BC_EXPR_ARGS) {
			wrong_number(p, call->text, from);
			return false;
		}
		const struct bc_expr *arg = parse_pipeline(p);
		if (!arg || !add_argument(p, call, arg))
			return false;
	} while (take(p, ","));
	if (take(p, ")"))
		return true;
	expected(p, BC_BOTH("dấu phẩy hoặc )", "a comma or )"));
	return false;
}

static const struct bc_expr *unknown_function(struct parser *p, struct bc_str name, size_t from)
{
	struct bc_buf all = bc_buf_in(p->ctx->arena);
	bc_functions_list(&all);
	BC_REPORT2(p->ctx->findings, TEMPLATE_FUNCTION, place_of(p, from, from + name.n), name,
		   bc_buf_str(&all));
	return NULL;
}

/* Where the words of an argument are few, one that is written out has to be among them. */
static bool check_choices(struct parser *p, const struct bc_expr *call)
{
	for (size_t i = 1; i < call->n_args; i++) {
		const char *choices = call->function->choices[i - 1];
		const struct bc_expr *arg = call->args[i];
		if (!choices || arg->kind != BC_EXPR_LITERAL)
			continue;
		if (arg->literal.kind == BC_DATUM_TEXT &&
		    bc_choice_index(choices, arg->literal.text) >= 0)
			continue;
		BC_REPORT3(p->ctx->findings, TEMPLATE_KIND, arg->place, call->text,
			   bc_str_of(choices), BC_BOTH("giá trị này", "this one"));
		return false;
	}
	return true;
}

/* name(arguments), with what stands before the pipe as first argument, if anything does. */
static const struct bc_expr *parse_call(struct parser *p, const struct bc_expr *piped)
{
	struct bc_str name = name_ahead(p);
	size_t from = p->at;
	if (name.n == 0)
		return expected(p, BC_BOTH("tên một hàm", "the name of a function"));
	const struct bc_function *function = bc_function_named(name);
	if (!function)
		return unknown_function(p, name, from);
	p->at += name.n;
	struct bc_expr *call = new_expr(p, BC_EXPR_CALL, from);
	call->text = name;
	call->function = function;
	if (piped && !add_argument(p, call, piped))
		return NULL;
	if (take(p, "(") && !parse_arguments(p, call, from))
		return NULL;
	call->place = place_since(p, from);
	if (call->n_args < function->least || call->n_args > function->most)
		return wrong_number(p, name, from);
	return check_choices(p, call) ? call : NULL;
}

static const struct bc_expr *parse_name(struct parser *p)
{
	static const struct {
		const char *word;
		enum bc_datum_kind kind;
		bool truth;
	} words[] = {{"true", BC_DATUM_BOOL, true},
		     {"false", BC_DATUM_BOOL, false},
		     {"null", BC_DATUM_NULL, false}};
	struct bc_str name = name_ahead(p);
	size_t from = p->at, after = from + name.n;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		if (!bc_str_is(name, words[i].word))
			continue;
		p->at = after;
		return literal(
			p, (struct bc_datum){.kind = words[i].kind, .truth = words[i].truth},
			from);
	}
	if (after < p->text.n && p->text.p[after] == '(')
		return parse_call(p, NULL);
	p->at = after;
	struct bc_expr *e = new_expr(p, BC_EXPR_NAME, from);
	e->text = name;
	return e;
}

static const struct bc_expr *parse_primary(struct parser *p)
{
	char c = peek(p);
	if (is_digit(c))
		return parse_number(p);
	if (c == '"' || c == '\'')
		return parse_string(p);
	if (is_letter(c))
		return parse_name(p);
	if (!take(p, "("))
		return expected(p, BC_BOTH("một giá trị", "a value"));
	const struct bc_expr *inner = parse_pipeline(p);
	if (inner && !take(p, ")"))
		return expected(p, BC_STR(")"));
	return inner;
}

static const struct bc_expr *parse_member(struct parser *p, const struct bc_expr *object,
					  size_t from)
{
	struct bc_str name = name_ahead(p);
	if (name.n == 0)
		return expected(p, BC_BOTH("tên một mục", "the name of a member"));
	p->at += name.n;
	struct bc_expr *e = new_expr(p, BC_EXPR_MEMBER, from);
	e->text = name;
	return add_argument(p, e, object) ? e : NULL;
}

static const struct bc_expr *parse_way(struct parser *p)
{
	skip_space(p);
	size_t from = p->at;
	const struct bc_expr *e = parse_primary(p);
	while (e) {
		if (take(p, ".")) {
			e = parse_member(p, e, from);
		} else if (take(p, "[")) {
			const struct bc_expr *index = parse_pipeline(p);
			if (index && !take(p, "]"))
				return expected(p, BC_STR("]"));
			e = two(p, BC_EXPR_INDEX, 0, e, index, from);
		} else {
			break;
		}
	}
	return e;
}

static const struct bc_expr *parse_unary(struct parser *p)
{
	skip_space(p);
	size_t from = p->at;
	if (!take(p, "-"))
		return parse_way(p);
	return one(p, BC_EXPR_MINUS, parse_way(p), from);
}

static const struct bc_expr *parse_product(struct parser *p)
{
	skip_space(p);
	size_t from = p->at;
	const struct bc_expr *e = parse_unary(p);
	while (e) {
		char op = peek(p);
		if (op != '*' && op != '/')
			break;
		p->at++;
		e = two(p, BC_EXPR_COMPUTE, op, e, parse_unary(p), from);
	}
	return e;
}

static const struct bc_expr *parse_sum(struct parser *p)
{
	skip_space(p);
	size_t from = p->at;
	const struct bc_expr *e = parse_product(p);
	while (e) {
		char op = peek(p);
		if (op != '+' && op != '-' && op != '~')
			break;
		p->at++;
		e = two(p, BC_EXPR_COMPUTE, op, e, parse_product(p), from);
	}
	return e;
}

static const struct bc_expr *parse_comparison(struct parser *p)
{
	static const struct {
		char sign[3], op;
	} signs[] = {{"==", '='}, {"!=", '!'}, {"<=", '('},
		     {">=", ')'}, {"<", '<'},  {">", '>'}};
	skip_space(p);
	size_t from = p->at;
	const struct bc_expr *left = parse_sum(p);
	for (size_t i = 0; left && i < sizeof signs / sizeof signs[0]; i++) {
		if (take(p, signs[i].sign))
			return two(p, BC_EXPR_COMPARE, signs[i].op, left, parse_sum(p), from);
	}
	return left;
}

static const struct bc_expr *parse_not(struct parser *p)
{
	skip_space(p);
	size_t from = p->at;
	size_t times = 0;
	while (take_word(p, "not"))
		times++;
	const struct bc_expr *e = parse_comparison(p);
	/* what is inverted twice is true or false, whatever it was */
	for (size_t n = times % 2 ? 1 : times ? 2 : 0; n > 0; n--)
		e = one(p, BC_EXPR_NOT, e, from);
	return e;
}

static const struct bc_expr *parse_and(struct parser *p)
{
	skip_space(p);
	size_t from = p->at;
	const struct bc_expr *e = parse_not(p);
	while (e && take_word(p, "and"))
		e = two(p, BC_EXPR_AND, 0, e, parse_not(p), from);
	return e;
}

static const struct bc_expr *parse_or(struct parser *p)
{
	skip_space(p);
	size_t from = p->at;
	const struct bc_expr *e = parse_and(p);
	while (e && take_word(p, "or"))
		e = two(p, BC_EXPR_OR, 0, e, parse_and(p), from);
	return e;
}

static const struct bc_expr *parse_pipeline(struct parser *p)
{
	if (++p->depth > BC_LIMIT_EXPR_DEPTH)
		return too_deep(p);
	const struct bc_expr *e = parse_or(p);
	while (e && take(p, "|"))
		e = parse_call(p, e);
	p->depth--;
	return e;
}

const struct bc_expr *bc_expr_parse(struct bc_ctx *ctx, struct bc_str text,
				    struct bc_place place)
{
	struct parser p = {.ctx = ctx, .text = text, .place = place};
	const struct bc_expr *e = parse_pipeline(&p);
	if (e && peek(&p) != '\0')
		return expected(&p, BC_BOTH("dấu | hoặc phép tính", "| or an operator"));
	return e;
}

struct bc_place bc_expr_place(const struct bc_expr *expr)
{
	return expr->place;
}
