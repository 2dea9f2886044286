/* The table of all functions, and what they share. */
#include "expr/functions.h"

static const struct bc_function functions[] = {
	{"number", 1, 2, false, bc_fn_number, {0}},
	{"percent", 1, 2, false, bc_fn_percent, {0}},
	{"round", 1, 2, false, bc_fn_round, {0}},
	{"words", 1, 3, false, bc_fn_words, {"linh, lẻ", "nghìn, ngàn"}},
	{"pad", 1, 2, false, bc_fn_pad, {0}},
	{"date", 1, 2, false, bc_fn_date, {"long, short, month, year"}},
	{"upper", 1, 1, false, bc_fn_upper, {0}},
	{"lower", 1, 1, false, bc_fn_lower, {0}},
	{"capital", 1, 1, false, bc_fn_capital, {0}},
	{"slug", 1, 1, false, bc_fn_slug, {0}},
	{"default", 2, 2, false, bc_fn_default, {0}},
	{"end_with", 2, 2, false, bc_fn_end_with, {0}},
	{"count", 1, 1, false, bc_fn_count, {0}},
	{"sum", 1, 2, false, bc_fn_sum, {0}},
	{"avg", 1, 2, false, bc_fn_avg, {0}},
	{"min", 1, 2, false, bc_fn_min, {0}},
	{"max", 1, 2, false, bc_fn_max, {0}},
	{"sort", 1, 2, false, bc_fn_sort, {0}},
	{"sort_people", 1, 2, false, bc_fn_sort_people, {0}},
	{"filter", 2, 2, true, bc_fn_filter, {0}},
	{"map", 2, 2, true, bc_fn_map, {0}},
	{"group", 2, 2, false, bc_fn_group, {0}},
	{"first", 1, 1, false, bc_fn_first, {0}},
	{"last", 1, 1, false, bc_fn_last, {0}},
	{"reverse", 1, 1, false, bc_fn_reverse, {0}},
	{"take", 2, 2, false, bc_fn_take, {0}},
	{"join", 1, 3, false, bc_fn_join, {0}},
	{"compare", 2, 3, false, bc_fn_compare, {0}},
	{"compare_points", 2, 3, false, bc_fn_compare_points, {0}},
	{"share", 2, 3, false, bc_fn_share, {0}},
	{"figure", 1, 1, false, bc_fn_figure, {0}},
	{"result", 1, 1, false, bc_fn_result, {0}},
};

enum {
	N_FUNCTIONS = sizeof functions / sizeof functions[0]
};

const struct bc_function *bc_function_named(struct bc_str name)
{
	for (size_t i = 0; i < N_FUNCTIONS; i++) {
		if (bc_str_is(name, functions[i].name))
			return &functions[i];
	}
	return NULL;
}

void bc_functions_list(struct bc_buf *out)
{
	for (size_t i = 0; i < N_FUNCTIONS; i++) {
		if (i)
			bc_buf_puts(out, ", ");
		bc_buf_puts(out, functions[i].name);
	}
}

int bc_choice_index(const char *choices, struct bc_str word)
{
	struct bc_str rest = bc_str_of(choices), between = BC_STR(", ");
	for (int i = 0;; i++) {
		size_t end = bc_str_find(rest, 0, between);
		if (bc_str_eq(bc_str_cut(rest, 0, end), word))
			return i;
		if (end == rest.n)
			return -1;
		rest = bc_str_cut(rest, end + between.n, rest.n);
	}
}

int bc_call_choice(struct bc_call *call, size_t i)
{
	const char *choices = call->expr->function->choices[i - 1];
	struct bc_str word = bc_call_text(call, i, (struct bc_str){0});
	int index = word.p ? bc_choice_index(choices, word) : -1;
	if (word.p && index < 0)
		bc_call_wrong_value(call, bc_str_of(choices));
	return index;
}

int bc_call_digits(struct bc_call *call, size_t i, int otherwise)
{
	struct bc_decimal v;
	if (i >= call->n)
		return otherwise;
	if (call->args[i].kind == BC_DATUM_NUMBER && bc_datum_to_decimal(call->args[i], &v) &&
	    v.scale == 0 && v.units >= 0 && v.units <= BC_RATIONAL_DIGITS)
		return (int)v.units;
	struct bc_str wanted = BC_BOTH("số chữ số, từ 0 đến 9", "a number of digits, 0 to 9");
	if (call->args[i].kind == BC_DATUM_NUMBER)
		bc_call_wrong_value(call, wanted);
	else
		bc_call_wrong_kind(call, i, wanted);
	return -1;
}

struct bc_str bc_call_text(struct bc_call *call, size_t i, struct bc_str otherwise)
{
	if (i >= call->n)
		return otherwise;
	if (call->args[i].kind == BC_DATUM_TEXT)
		return call->args[i].text.p ? call->args[i].text : BC_STR("");
	bc_call_wrong_kind(call, i, bc_datum_kind_name(BC_DATUM_TEXT));
	return (struct bc_str){0};
}

bool bc_call_number(struct bc_call *call, size_t i, struct bc_rational *out)
{
	*out = call->args[i].number;
	if (call->args[i].kind == BC_DATUM_NUMBER)
		return true;
	bc_call_wrong_kind(call, i, bc_datum_kind_name(BC_DATUM_NUMBER));
	return false;
}

bool bc_print_rounded(struct bc_call *call, struct bc_buf *out, struct bc_rational v,
		      int digits)
{
	struct bc_decimal rounded;
	if (bc_rational_round(v, (uint8_t)digits, &rounded)) {
		bc_decimal_print(out, rounded);
		return true;
	}
	BC_REPORT1(call->eval->ctx->findings, TEMPLATE_ARITHMETIC, call->expr->place,
		   BC_BOTH("số quá lớn", "the number is too large"));
	return false;
}
