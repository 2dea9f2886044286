/* The table of all functions, and what they share. */
#include "expr/functions.h"

static const struct bc_function functions[] = {
	{"number", 1, 2, false, bc_fn_number},
	{"percent", 1, 2, false, bc_fn_percent},
	{"round", 1, 2, false, bc_fn_round},
	{"words", 1, 1, false, bc_fn_words},
	{"pad", 1, 1, false, bc_fn_pad},
	{"date", 1, 2, false, bc_fn_date},
	{"upper", 1, 1, false, bc_fn_upper},
	{"lower", 1, 1, false, bc_fn_lower},
	{"capital", 1, 1, false, bc_fn_capital},
	{"slug", 1, 1, false, bc_fn_slug},
	{"default", 2, 2, false, bc_fn_default},
	{"end_with", 2, 2, false, bc_fn_end_with},
	{"count", 1, 1, false, bc_fn_count},
	{"sum", 1, 2, false, bc_fn_sum},
	{"avg", 1, 2, false, bc_fn_avg},
	{"min", 1, 2, false, bc_fn_min},
	{"max", 1, 2, false, bc_fn_max},
	{"sort", 1, 2, false, bc_fn_sort},
	{"sort_people", 1, 2, false, bc_fn_sort_people},
	{"filter", 2, 2, true, bc_fn_filter},
	{"map", 2, 2, true, bc_fn_map},
	{"group", 2, 2, false, bc_fn_group},
	{"first", 1, 1, false, bc_fn_first},
	{"last", 1, 1, false, bc_fn_last},
	{"reverse", 1, 1, false, bc_fn_reverse},
	{"take", 2, 2, false, bc_fn_take},
	{"join", 1, 3, false, bc_fn_join},
	{"compare", 2, 3, false, bc_fn_compare},
	{"compare_points", 2, 3, false, bc_fn_compare_points},
	{"share", 2, 3, false, bc_fn_share},
	{"figure", 1, 1, false, bc_fn_figure},
	{"result", 1, 1, false, bc_fn_result},
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
