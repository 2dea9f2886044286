/* base/rational: exact fractions, nothing that does not fit, rounding away from zero. */
#include "support.h"

#include "base/limits.h"
#include "base/rational.h"

#include <stdio.h>

#define NINES "999999999999999999" /* BC_LIMIT_DECIMAL_DIGITS of them */

static struct bc_rational rational(const char *text)
{
	struct bc_decimal v;
	if (!bc_decimal_parse(bc_str_of(text), &v))
		fail_msg("cannot read %s", text);
	return bc_rational_of(v);
}

/* over / under, as computing gives it. */
static struct bc_rational fraction(const char *over, const char *under)
{
	struct bc_rational v;
	if (!bc_rational_compute(rational(over), '/', rational(under), &v))
		fail_msg("cannot divide %s by %s", over, under);
	return v;
}

static void assert_is(struct bc_rational v, int64_t over, int64_t under)
{
	if (v.over != over || v.under != under)
		fail_msg("got %lld/%lld, want %lld/%lld", (long long)v.over, (long long)v.under,
			 (long long)over, (long long)under);
}

static void assert_decimal(struct bc_decimal v, int64_t units, uint8_t scale)
{
	if (v.units != units || v.scale != scale)
		fail_msg("got %lld of scale %u, want %lld of scale %u", (long long)v.units,
			 v.scale, (long long)units, scale);
}

static void is_of_lowest_terms(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int64_t over, under;
	} cases[] = {
		{"0", 0, 1},
		{"-0", 0, 1},
		{"0.000", 0, 1},
		{"12", 12, 1},
		{"-12", -12, 1},
		{"18.5", 37, 2},
		{"18.50", 37, 2},
		{"-0.05", -1, 20},
		{"0.125", 1, 8},
		{"0.1", 1, 10},
		{NINES, 999999999999999999, 1},
		{"-" NINES, -999999999999999999, 1},
		{"0.00000000000000001", 1, 100000000000000000},
		{"0.000000000000000002", 1, 500000000000000000},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_is(rational(cases[i].text), cases[i].over, cases[i].under);
}

static void computes_exactly(void **state)
{
	(void)state;
	static const struct {
		const char *a;
		char op;
		const char *b;
		int64_t over, under;
	} cases[] = {
		{"0.1", '+', "0.2", 3, 10},
		{"18.5", '+', "-18.5", 0, 1},
		{"1", '-', "0.9", 1, 10},
		{"-1", '-', "-1", 0, 1},
		{"2.5", '*', "4", 10, 1},
		{"-2.5", '*', "0.4", -1, 1},
		{"0", '*', "-7", 0, 1},
		{"1", '/', "3", 1, 3},
		{"-1", '/', "3", -1, 3},
		{"1", '/', "-3", -1, 3},
		{"-1", '/', "-3", 1, 3},
		{"0", '/', "-3", 0, 1},
		{"0.3", '/', "0.1", 3, 1},
		{NINES, '/', NINES, 1, 1},
		{NINES, '-', NINES, 0, 1},
		{NINES, '*', "1", 999999999999999999, 1},
		{"999999999", '*', "1000000001", 999999999999999999, 1},
		{"1", '/', NINES, 1, 999999999999999999},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct bc_rational out;
		assert_true(bc_rational_compute(rational(cases[i].a), cases[i].op,
						rational(cases[i].b), &out));
		assert_is(out, cases[i].over, cases[i].under);
	}
}

static void a_third_times_three_is_one(void **state)
{
	(void)state;
	struct bc_rational third = fraction("1", "3"), out;
	assert_true(bc_rational_compute(third, '*', rational("3"), &out));
	assert_is(out, 1, 1);
	assert_true(bc_rational_compute(third, '+', fraction("1", "6"), &out));
	assert_is(out, 1, 2);
}

static void refuses_what_does_not_fit(void **state)
{
	(void)state;
	static const struct {
		const char *a;
		char op;
		const char *b;
	} cases[] = {
		{"1", '/', "0"},
		{"0", '/', "0"},
		{"0", '/', "-0.0"},
		{NINES, '+', "1"},
		{"-" NINES, '-', "1"},
		{NINES, '+', NINES},
		{NINES, '*', "2"},
		{NINES, '*', NINES},
		{"-" NINES, '*', NINES},
		{NINES, '/', "0.1"},
		{"0.000000001", '*', "0.0000000001"},
		{NINES, '+', "0.3"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct bc_rational out;
		if (bc_rational_compute(rational(cases[i].a), cases[i].op, rational(cases[i].b),
					&out))
			fail_msg("computes %s %c %s", cases[i].a, cases[i].op, cases[i].b);
	}
}

/* The largest numbers on both sides of the line: no product of 128 bits overflows. */
static void refuses_at_every_extreme(void **state)
{
	(void)state;
	const int64_t most = 999999999999999999;
	const struct bc_rational extremes[] = {
		{most, 1},          {-most, 1},       {most, most - 1}, {-most, most - 1},
		{most - 1, most},   {1 - most, most}, {1, most},        {-1, most},
		{most, 1000000007}, {0, 1},
	};
	const size_t n = sizeof extremes / sizeof *extremes;
	for (size_t i = 0; i < n * n; i++) {
		for (const char *op = "+-*/"; *op; op++) {
			struct bc_rational out, a = extremes[i / n], b = extremes[i % n];
			if (!bc_rational_compute(a, *op, b, &out))
				continue;
			assert_true(out.under > 0 && out.under <= most);
			assert_true(out.over >= -most && out.over <= most);
		}
	}
}

static void compares_by_value(void **state)
{
	(void)state;
	const struct bc_rational ascending[] = {
		rational("-" NINES),
		fraction("-1", "2"),
		fraction("-1", "3"),
		rational("0"),
		fraction("1", NINES),
		fraction("1", "3"),
		rational("0.3333334"),
		rational("0.5"),
		fraction("999999999999999998", NINES),
		rational("1"),
		rational(NINES),
	};
	const size_t n = sizeof ascending / sizeof *ascending;
	for (size_t i = 0; i < n; i++) {
		for (size_t j = 0; j < n; j++) {
			int order = bc_rational_compare(ascending[i], ascending[j]);
			assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
		}
	}
	assert_int_equal(bc_rational_compare(rational("1.5"), fraction("3", "2")), 0);
}

static void rounds_half_away_from_zero(void **state)
{
	(void)state;
	static const struct {
		const char *over, *under;
		uint8_t scale;
		int64_t units;
	} cases[] = {
		{"5", "2", 0, 3},
		{"-5", "2", 0, -3},
		{"1", "2", 0, 1},
		{"-1", "2", 0, -1},
		{"0.49", "1", 0, 0},
		{"-0.49", "1", 0, 0},
		{"0.45", "1", 1, 5},
		{"0.25", "1", 1, 3},
		{"2", "3", 0, 1},
		{"2", "3", 2, 67},
		{"1", "3", 9, 333333333},
		{"-2", "3", 9, -666666667},
		{"12", "1", 3, 12000},
		{"0", "1", 9, 0},
		{NINES, "1", 0, 999999999999999999},
		{"0.99999999999999999", "1", 9, 1000000000},
		{"1.005", "1", 2, 101},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct bc_decimal out;
		assert_true(bc_rational_round(fraction(cases[i].over, cases[i].under),
					      cases[i].scale, &out));
		assert_decimal(out, cases[i].units, cases[i].scale);
	}
}

static void rounding_that_does_not_fit_is_refused(void **state)
{
	(void)state;
	struct bc_decimal out;
	assert_false(bc_rational_round(rational(NINES), 1, &out));
	assert_false(bc_rational_round(rational("-" NINES), 9, &out));
	assert_true(bc_rational_round(rational("999999999"), 9, &out));
	assert_false(bc_rational_round(rational("1000000000"), 9, &out));
}

static void finds_the_shortest_decimal(void **state)
{
	(void)state;
	static const struct {
		const char *over, *under;
		int64_t units;
		uint8_t scale;
	} cases[] = {
		{"3", "2", 15, 1},
		{"18.50", "1", 185, 1},
		{"100", "1", 100, 0},
		{"1", "8", 125, 3},
		{"-1", "40", -25, 3},
		{"0", "7", 0, 0},
		{"1", "512", 1953125, 9},
		{"1", "1000000000", 1, 9},
		{NINES, "1", 999999999999999999, 0},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct bc_decimal out;
		assert_true(bc_rational_decimal(fraction(cases[i].over, cases[i].under), &out));
		assert_decimal(out, cases[i].units, cases[i].scale);
	}
}

static void endless_ones_are_no_decimals(void **state)
{
	(void)state;
	static const char *const unders[] = {"3", "7", "6", "30", "999", NINES};
	for (size_t i = 0; i < sizeof unders / sizeof *unders; i++) {
		struct bc_decimal out;
		assert_false(bc_rational_decimal(fraction("1", unders[i]), &out));
	}
}

/* Whatever a file may hold is read and written back as it is. */
static void every_decimal_comes_back(void **state)
{
	(void)state;
	for (uint8_t scale = 0; scale <= BC_LIMIT_DECIMAL_DIGITS; scale++) {
		struct bc_decimal v = {999999999999999999, scale}, out;
		assert_true(bc_rational_decimal(bc_rational_of(v), &out));
		assert_decimal(out, v.units, scale);
		v.units = 1;
		assert_true(bc_rational_decimal(bc_rational_of(v), &out));
		assert_decimal(out, 1, scale);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_of_lowest_terms),
		cmocka_unit_test(computes_exactly),
		cmocka_unit_test(a_third_times_three_is_one),
		cmocka_unit_test(refuses_what_does_not_fit),
		cmocka_unit_test(refuses_at_every_extreme),
		cmocka_unit_test(compares_by_value),
		cmocka_unit_test(rounds_half_away_from_zero),
		cmocka_unit_test(rounding_that_does_not_fit_is_refused),
		cmocka_unit_test(finds_the_shortest_decimal),
		cmocka_unit_test(endless_ones_are_no_decimals),
		cmocka_unit_test(every_decimal_comes_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
