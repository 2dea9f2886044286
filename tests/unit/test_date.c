/* Dates: what is one, their order, and how they are printed. */
#include "support.h"

#include <stdio.h>

#include "text/date.h"

static const struct {
	const char *text;
	bool day_optional, ok;
	struct bc_date date;
} parsed[] = {
	{"2026-11-21", false, true, {2026, 11, 21}},
	{"2026-11-21", true, true, {2026, 11, 21}},
	{"2026-11", true, true, {2026, 11, 0}},
	{"2026-11", false, false, {0}},
	{"0001-01-01", false, true, {1, 1, 1}},
	{"9999-12-31", false, true, {9999, 12, 31}},
	{"0000-01-01", false, false, {0}},
	{"2024-02-29", false, true, {2024, 2, 29}},
	{"2023-02-29", false, false, {0}},
	{"2000-02-29", false, true, {2000, 2, 29}},
	{"1900-02-29", false, false, {0}},
	{"2100-02-29", false, false, {0}},
	{"2026-04-31", false, false, {0}},
	{"2026-00-10", false, false, {0}},
	{"2026-13-10", false, false, {0}},
	{"2026-13", true, false, {0}},
	{"2026-11-00", true, false, {0}},
	{"2026-11-32", false, false, {0}},
	{"2026-1-21", false, false, {0}},
	{"26-11-21", false, false, {0}},
	{"2026/11/21", false, false, {0}},
	{"21-11-2026", false, false, {0}},
	{" 2026-11-21", false, false, {0}},
	{"2026-11-21T00:00", false, false, {0}},
	{"+026-11-21", false, false, {0}},
	{"", true, false, {0}},
};

static void test_parse(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof parsed / sizeof *parsed; i++) {
		struct bc_date d = {0};
		bool ok = bc_date_parse(bc_str_of(parsed[i].text), parsed[i].day_optional, &d);
		if (ok != parsed[i].ok || memcmp(&d, &parsed[i].date, sizeof d) != 0)
			fail_msg("%s: %d %d-%d-%d", parsed[i].text, ok, d.year, d.month, d.day);
	}
}

/* Every day of 400 years, counted another way: the calendar repeats after 146,097 days. */
static void test_days_of_the_cycle(void **state)
{
	(void)state;
	unsigned days = 0;
	struct bc_date last = {0};
	for (int i = 0; i < 400 * 12 * 31; i++) {
		char text[48];
		snprintf(text, sizeof text, "%04d-%02d-%02d", 2000 + i / 372, i / 31 % 12 + 1,
			 i % 31 + 1);
		struct bc_date d;
		if (!bc_date_parse(bc_str_of(text), false, &d))
			continue;
		assert_true(bc_date_compare(last, d) < 0);
		last = d;
		days++;
	}
	assert_int_equal(days, 146097);
}

static void test_shape(void **state)
{
	(void)state;
	assert_true(bc_date_shaped(BC_STR("2026-02-31")));
	assert_true(bc_date_shaped(BC_STR("2026-99")));
	assert_false(bc_date_shaped(BC_STR("31/02/2026")));
	assert_false(bc_date_shaped(BC_STR("2026-02-3")));
	assert_false(bc_date_shaped(BC_STR("2026")));
}

static void test_order(void **state)
{
	(void)state;
	const struct bc_date first = {2026, 5, 1}, open = {2026, 5, 0}, next = {2026, 5, 2};
	assert_true(bc_date_compare(first, open) == 0);
	assert_true(bc_date_compare(open, next) < 0);
	assert_true(bc_date_compare((struct bc_date){2025, 12, 31}, first) < 0);
	assert_true(bc_date_compare((struct bc_date){2026, 6, 0}, next) > 0);
}

static void test_print(void **state)
{
	(void)state;
	static const struct {
		struct bc_date date;
		unsigned blank;
		const char *text;
	} rows[] = {
		{{2026, 1, 5}, 0, "ngày 05 tháng 01 năm 2026"},
		{{2026, 2, 28}, 4, "ngày 28 tháng 02 năm 2026"},
		{{2026, 3, 9}, 0, "ngày 09 tháng 3 năm 2026"},
		{{2026, 10, 10}, 0, "ngày 10 tháng 10 năm 2026"},
		{{2026, 3, 0}, 6, "ngày      tháng 3 năm 2026"},
		{{0, 0, 0}, 2, "ngày  tháng  năm"},
		{{2026, 0, 0}, 3, "ngày   tháng   năm 2026"},
		{{2026, 12, 0}, 2, "ngày  tháng 12 năm 2026"},
		{{2026, 0, 0}, 6, "ngày      tháng      năm 2026"},
	};
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct bc_buf out = bc_buf_in(&fx.arena);
		bc_date_print_long(&out, rows[i].date, rows[i].blank);
		assert_string_equal(bc_str_z(&fx.arena, bc_buf_str(&out)), rows[i].text);
	}
	fixture_done(&fx);
}

static void test_print_places(void **state)
{
	(void)state;
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	struct bc_buf out = bc_buf_in(&fx.arena);
	bc_buf_puts(&out, "Đà Nẵng, ");
	struct bc_date_places at = bc_date_print_long(&out, (struct bc_date){2026, 12, 0}, 6);
	struct bc_str all = bc_buf_str(&out);
	assert_true(bc_str_is(bc_str_cut(all, at.day, at.day_end), "    "));
	assert_true(bc_str_is(bc_str_cut(all, at.month, at.month_end), "12"));
	fixture_done(&fx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parse), cmocka_unit_test(test_days_of_the_cycle),
		cmocka_unit_test(test_shape), cmocka_unit_test(test_order),
		cmocka_unit_test(test_print), cmocka_unit_test(test_print_places),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
