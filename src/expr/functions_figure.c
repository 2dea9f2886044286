/* Figures with what belongs to them, and how one stands to another. */
#include "expr/functions.h"

#include "text/viet.h"

static struct bc_datum text_value(struct bc_call *call, const struct bc_buf *text)
{
	if (!bc_eval_work(call->eval, bc_copy_work(text->n), call->expr->place))
		return bc_wrong();
	return bc_datum_text(bc_buf_str(text));
}

/* 100 a / b; false after a finding. */
static bool percentage(struct bc_call *call, struct bc_rational a, struct bc_rational b,
		       struct bc_rational *out)
{
	struct bc_rational hundred = {100, 1};
	if (!bc_eval_work(call->eval, 4 * BC_WORK_ARITHMETIC, call->expr->place))
		return false;
	if (bc_rational_compute(a, '/', b, out) && bc_rational_compute(*out, '*', hundred, out))
		return true;
	BC_REPORT1(call->eval->ctx->findings, TEMPLATE_ARITHMETIC, call->expr->place,
		   b.over == 0 ? BC_BOTH("chia cho 0", "division by zero")
			       : BC_BOTH("số quá lớn", "the number is too large"));
	return false;
}

struct bc_datum bc_fn_share(struct bc_call *call)
{
	struct bc_rational a, b, share;
	struct bc_decimal rounded;
	int digits = bc_call_digits(call, 2, 1);
	if (digits < 0 || !bc_call_number(call, 0, &a) || !bc_call_number(call, 1, &b) ||
	    !percentage(call, a, b, &share))
		return bc_wrong();
	if (bc_rational_round(share, (uint8_t)digits, &rounded))
		return bc_datum_decimal(rounded);
	return bc_call_wrong_value(call, BC_BOTH("số nhỏ hơn", "a smaller number"));
}

/* What has changed by less than can be told in one digit has changed all the same. */
static bool print_size(struct bc_call *call, struct bc_buf *out, struct bc_rational size)
{
	const struct bc_rational least = {1, 10};
	struct bc_decimal rounded;
	if (!bc_rational_round(size, 1, &rounded) || rounded.units != 0)
		return bc_print_rounded(call, out, size, 1);
	bc_buf_puts(out, "dưới ");
	return bc_print_rounded(call, out, least, 1);
}

/*
 * "tăng 12,5% so với cùng kỳ": up or down by the sign of `difference`, by
 * `size` with `unit` behind it; by how much stays unsaid without one.
 */
static struct bc_datum change(struct bc_call *call, struct bc_rational difference,
			      struct bc_rational size, const char *unit)
{
	struct bc_buf out = bc_buf_in(call->eval->ctx->arena);
	struct bc_str what = bc_call_text(call, 2, BC_STR("cùng kỳ"));
	if (!what.p)
		return bc_wrong();
	if (difference.over == 0) {
		bc_buf_puts(&out, "bằng ");
		bc_buf_add(&out, what);
		return text_value(call, &out);
	}
	bc_buf_puts(&out, difference.over < 0 ? "giảm " : "tăng ");
	if (unit) {
		size.over = size.over < 0 ? -size.over : size.over;
		if (!print_size(call, &out, size))
			return bc_wrong();
		bc_buf_puts(&out, unit);
		bc_buf_putc(&out, ' ');
	}
	bc_buf_puts(&out, "so với ");
	bc_buf_add(&out, what);
	return text_value(call, &out);
}

/* The first two arguments and what the first is more; false after a finding. */
static bool differ(struct bc_call *call, struct bc_rational *base,
		   struct bc_rational *difference)
{
	struct bc_rational now;
	if (!bc_call_number(call, 0, &now) || !bc_call_number(call, 1, base))
		return false;
	if (bc_rational_compute(now, '-', *base, difference))
		return true;
	BC_REPORT1(call->eval->ctx->findings, TEMPLATE_ARITHMETIC, call->expr->place,
		   BC_BOTH("số quá lớn", "the number is too large"));
	return false;
}

struct bc_datum bc_fn_compare(struct bc_call *call)
{
	struct bc_rational base, difference, percent = {0, 1};
	if (!differ(call, &base, &difference))
		return bc_wrong();
	/* a share of what is below zero would call a rise a fall */
	if (base.over < 0)
		return change(call, difference, percent, NULL);
	/* what is the same is the same, also where there was nothing */
	if (difference.over != 0 && !percentage(call, difference, base, &percent))
		return bc_wrong();
	return change(call, difference, percent, "%");
}

struct bc_datum bc_fn_compare_points(struct bc_call *call)
{
	struct bc_rational base, difference;
	if (!differ(call, &base, &difference))
		return bc_wrong();
	return change(call, difference, difference, " điểm phần trăm");
}

/* The result with the id that the first argument says; WRONG after a finding. */
struct bc_datum bc_fn_result(struct bc_call *call)
{
	struct bc_str id = bc_call_text(call, 0, BC_STR(""));
	struct bc_eval *eval = call->eval;
	struct bc_datum results =
		bc_eval_member(eval, eval->data, BC_STR("results"), call->expr->place);
	bool list = results.kind == BC_DATUM_LIST && results.node;
	if (!id.p || eval->exhausted)
		return bc_wrong();
	for (const struct bc_json *at = list ? results.node->first : NULL; at; at = at->next) {
		struct bc_datum result = bc_datum_of(at);
		struct bc_datum its =
			bc_eval_member(eval, result, BC_STR("id"), call->expr->place);
		size_t work = 1 + bc_compare_work(its, call->args[0]);
		if (!bc_eval_work(eval, work, call->expr->place))
			return bc_wrong();
		if (its.kind == BC_DATUM_TEXT && bc_str_eq(its.text, id))
			return result;
	}
	BC_REPORT1(call->eval->ctx->findings, TEMPLATE_FIGURE, call->expr->place, id);
	return bc_wrong();
}

static struct bc_datum part(struct bc_datum result, const char *key)
{
	return bc_datum_member(result, bc_str_of(key));
}

/* A figure on its way, and what of the data it says. */
struct figure {
	struct bc_call *call;
	struct bc_buf text;
	struct bc_datum said;
};

static bool put(struct figure *f, struct bc_datum v)
{
	bc_eval_says(f->call->eval, &f->said, v);
	return bc_datum_print(f->call->eval, f->call->expr->place, &f->text, v);
}

/* gần 7.500; 1-2; as written */
static bool put_amount(struct figure *f, struct bc_datum result)
{
	struct bc_datum range = part(result, "range"), written = part(result, "as_written");
	if (written.kind == BC_DATUM_TEXT)
		return put(f, written);
	if (bc_datum_count(range) != 2)
		return put(f, part(result, "value"));
	range = bc_datum_spread(f->call->eval->ctx->arena, range);
	if (!put(f, range.items[0]))
		return false;
	bc_buf_putc(&f->text, '-');
	return put(f, range.items[1]);
}

/* A result with its qualifiers and its unit: "gần 7.500 người", "18,5%". */
struct bc_datum bc_fn_figure(struct bc_call *call)
{
	struct figure f = {.call = call, .text = bc_buf_in(call->eval->ctx->arena)};
	struct bc_datum result = bc_fn_result(call);
	if (result.kind == BC_DATUM_WRONG || part(result, "missing").kind != BC_DATUM_NULL)
		return result.kind == BC_DATUM_WRONG ? result : bc_datum_null();
	struct bc_datum qualifiers = part(result, "qualifiers");
	size_t work = 4 * bc_datum_count(qualifiers) + 2 * bc_datum_count(result);
	if (!bc_eval_work(call->eval, work, call->expr->place))
		return bc_wrong();
	qualifiers = bc_datum_spread(call->eval->ctx->arena, qualifiers);
	for (size_t i = 0; i < qualifiers.n; i++) {
		bc_buf_add(&f.text, qualifiers.items[i].text);
		bc_eval_says(call->eval, &f.said, qualifiers.items[i]);
		bc_buf_putc(&f.text, ' ');
	}
	if (!put_amount(&f, result))
		return bc_wrong();
	struct bc_datum unit = part(result, "unit");
	if (unit.kind == BC_DATUM_TEXT && part(result, "as_written").kind == BC_DATUM_NULL) {
		if (!bc_str_is(unit.text, "%"))
			bc_buf_putc(&f.text, ' ');
		bc_buf_add(&f.text, unit.text);
		bc_eval_says(call->eval, &f.said, unit);
	}
	struct bc_datum figure = text_value(call, &f.text);
	figure.from = f.said.from;
	return figure;
}
