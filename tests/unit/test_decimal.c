/* base/decimal: exact at every edge, and nothing that does not fit. */
#include "support.h"

#include "base/decimal.h"
#include "base/limits.h"

#define NINES "999999999999999999" /* BC_LIMIT_DECIMAL_DIGITS of them */

static struct bc_decimal decimal(const char *text)
{
	struct bc_decimal v;
	if (!bc_decimal_parse(bc_str_of(text), &v))
		fail_msg("cannot read %s", text);
	return v;
}

static void assert_prints(struct bc_decimal v, const char *want)
{
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	struct bc_buf out = bc_buf_in(&fx.arena);
	bc_decimal_print(&out, v);
	if (!bc_str_is(bc_buf_str(&out), want))
		fail_msg("got %.*s, want %s", (int)out.n, out.p, want);
	fixture_done(&fx);
}

static void reads_as_written(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int64_t units;
		uint8_t scale;
	} cases[] = {
		{"0", 0, 0},
		{"-0", 0, 0},
		{"0.00", 0, 2},
		{"18.5", 185, 1},
		{"18.50", 1850, 2},
		{"-0.05", -5, 2},
		{NINES, 999999999999999999, 0},
		{"-" NINES, -999999999999999999, 0},
		{"0." NINES, 999999999999999999, 18},
		{"0.000000000000000001", 1, 18},
		{"123456789.123456789", 123456789123456789, 9},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct bc_decimal v = decimal(cases[i].text);
		assert_int_equal(v.units, cases[i].units);
		assert_int_equal(v.scale, cases[i].scale);
	}
}

static void refuses_what_does_not_fit(void **state)
{
	(void)state;
	static const char *const bad[] = {
		"",
		"-",
		"--1",
		"+1",
		"1e5",
		"1E5",
		"1.2.3",
		"1,5",
		" 1",
		"1 ",
		"abc",
		"1000000000000000000",
		"9999999999999999999",
		"18446744073709551617",
		"0.0000000000000000001",
		"1.000000000000000000",
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct bc_decimal v = {7, 7};
		if (bc_decimal_parse(bc_str_of(bad[i]), &v))
			fail_msg("reads %s", bad[i]);
		assert_int_equal(v.units, 7);
		assert_int_equal(v.scale, 7);
	}
}

static void limit_is_the_table_s(void **state)
{
	(void)state;
	assert_int_equal(sizeof NINES - 1, BC_LIMIT_DECIMAL_DIGITS);
}

static void adds_exactly(void **state)
{
	(void)state;
	static const struct {
		const char *a, *b, *sum;
	} cases[] = {
		{"1", "2", "3"},
		{"0.1", "0.2", "0,3"},
		{"18.5", "0.25", "18,75"},
		{"18.50", "1.5", "20,00"},
		{"-1.5", "1.5", "0,0"},
		{"1", "-2.75", "-1,75"},
		{"999999999999999998", "1", "999.999.999.999.999.999"},
		{"0.000000000000000001", "0.000000000000000001", "0,000000000000000002"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct bc_decimal sum = decimal(cases[i].a);
		assert_true(bc_decimal_add(&sum, decimal(cases[i].b)));
		assert_prints(sum, cases[i].sum);
	}
}

static void sum_that_does_not_fit_changes_nothing(void **state)
{
	(void)state;
	static const struct {
		const char *a, *b;
	} cases[] = {
		{NINES, "1"},
		{"-" NINES, "-1"},
		{NINES, "0.1"},
		{"1", "0.000000000000000001"},
		{NINES, "0.000000000000000001"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct bc_decimal before = decimal(cases[i].a), sum = before;
		assert_false(bc_decimal_add(&sum, decimal(cases[i].b)));
		assert_int_equal(sum.units, before.units);
		assert_int_equal(sum.scale, before.scale);
	}
}

static void compares_by_value(void **state)
{
	(void)state;
	static const char *const ascending[] = {
		"-999999999999999999",
		"-1.5",
		"-1.49",
		"-0.000000000000000001",
		"0",
		"0.000000000000000001",
		"0.1",
		"0.11",
		"1.5",
		"2",
		"10",
		NINES,
	};
	size_t n = sizeof ascending / sizeof *ascending;
	for (size_t i = 0; i < n; i++) {
		for (size_t j = 0; j < n; j++) {
			int order = bc_decimal_compare(decimal(ascending[i]),
						       decimal(ascending[j]));
			assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
		}
	}
	assert_int_equal(bc_decimal_compare(decimal("1.5"), decimal("1.50")), 0);
	assert_int_equal(bc_decimal_compare(decimal("-0"), decimal("0.00")), 0);
}

static void prints_as_vietnamese_writes(void **state)
{
	(void)state;
	static const struct {
		const char *text, *printed;
	} cases[] = {
		{"0", "0"},
		{"-0", "0"},
		{"0.0", "0,0"},
		{"7", "7"},
		{"999", "999"},
		{"1000", "1.000"},
		{"-1000", "-1.000"},
		{"100000", "100.000"},
		{"1234567.89", "1.234.567,89"},
		{"18.5", "18,5"},
		{"18.50", "18,50"},
		{"0.05", "0,05"},
		{"-0.05", "-0,05"},
		{"0.1234567", "0,1234567"},
		{"1000.0001", "1.000,0001"},
		{NINES, "999.999.999.999.999.999"},
		{"-" NINES, "-999.999.999.999.999.999"},
		{"-0." NINES, "-0," NINES},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_prints(decimal(cases[i].text), cases[i].printed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_as_written),
		cmocka_unit_test(refuses_what_does_not_fit),
		cmocka_unit_test(limit_is_the_table_s),
		cmocka_unit_test(adds_exactly),
		cmocka_unit_test(sum_that_does_not_fit_changes_nothing),
		cmocka_unit_test(compares_by_value),
		cmocka_unit_test(prints_as_vietnamese_writes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
