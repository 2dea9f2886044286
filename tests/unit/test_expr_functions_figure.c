/* expr/: figures, and how one stands to another. */
#include "expr_rows.h"

static void standing_to_another(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"compare(112.5, 100)", "'tăng 12,5% so với cùng kỳ'"},
		{"compare(90, 100, 'năm 2025')", "'giảm 10,0% so với năm 2025'"},
		{"compare(5, 5)", "'bằng cùng kỳ'"},
		{"compare(0, 0)", "'bằng cùng kỳ'"},
		{"compare(1, 3)", "'giảm 66,7% so với cùng kỳ'"},
		{"compare_points(18.5, 17)", "'tăng 1,5 điểm phần trăm so với cùng kỳ'"},
		{"compare_points(17, 18.5, 'quý I')", "'giảm 1,5 điểm phần trăm so với quý I'"},
		{"compare_points(17, 17)", "'bằng cùng kỳ'"},
		/* what has changed is never said to have changed by nothing */
		{"compare(100.05, 100)", "'tăng 0,1% so với cùng kỳ'"},
		{"compare(100.04, 100)", "'tăng dưới 0,1% so với cùng kỳ'"},
		{"compare(9999, 10000, 'quý I')", "'giảm dưới 0,1% so với quý I'"},
		{"compare(999999999999999999, 999999999999999998)",
		 "'tăng dưới 0,1% so với cùng kỳ'"},
		{"compare_points(18.51, 18.5)",
		 "'tăng dưới 0,1 điểm phần trăm so với cùng kỳ'"},
		{"compare_points(18.5, 18.549)",
		 "'giảm dưới 0,1 điểm phần trăm so với cùng kỳ'"},
		{"compare_points(18.5, 18.55)", "'giảm 0,1 điểm phần trăm so với cùng kỳ'"},
		/* a share of what is below zero says nothing, and a rise is no fall */
		{"compare(-5, -10)", "'tăng so với cùng kỳ'"},
		{"compare(5, -10)", "'tăng so với cùng kỳ'"},
		{"compare(-20, -10, 'năm 2025')", "'giảm so với năm 2025'"},
		{"compare(-10, -10)", "'bằng cùng kỳ'"},
		{"compare(-5, 10)", "'giảm 150,0% so với cùng kỳ'"},
		{"share(1, 3)", "33.3"},
		{"share(1, 3, 0)", "33"},
		{"share(1, 4, 2)", "25.00"},
		{"share(0, 4)", "0.0"},
	};
	GIVES(rows);
	static const struct row wrong[] = {
		{"compare(1, 0)", "T008 <compare(1, 0)>"},
		{"share(1, 0)", "T008 <share(1, 0)>"},
		{"share(0, 0)", "T008 <share(0, 0)>"},
		{"compare(1, b)", "T007 <compare(1, b)>"},
		{"compare('a', 1)", "T007 <compare('a', 1)>"},
		{"compare(1, 2, 3)", "T007 <compare(1, 2, 3)>"},
		{"compare_points(b, 1)", "T007 <compare_points(b, 1)>"},
		{"share(b, 1)", "T007 <share(b, 1)>"},
		{"share(1, 2, 12)", "T007 <share(1, 2, 12)>"},
		{"compare(999999999999999999, -1)", "T008 <compare(999999999999999999, -1)>"},
		{"compare(999999999999999999, 1)", "T008 <compare(999999999999999999, 1)>"},
		{"compare_points(999999999999999999, -1)",
		 "T008 <compare_points(999999999999999999, -1)>"},
		{"share(999999999999999999, 1)", "T008 <share(999999999999999999, 1)>"},
	};
	SAYS(wrong);
}

static void figures(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"figure('r-count')", "'gần 7.500 người'"},
		{"figure('r-range')", "'1-2 nội dung'"},
		{"figure('r-percent')", "'18,5%'"},
		{"figure('r-written')", "'hàng trăm'"},
		{"figure('r-missing')", "null"},
		{"figure('r-bare')", "'1.234,50'"},
		{"'r-percent' | figure", "'18,5%'"},
		{"result('r-count').value", "7500"},
		{"result('r-count').value / 3", "2500"},
		{"result('r-missing').missing.reason", "'chưa có'"},
	};
	GIVES(rows);
	static const struct row wrong[] = {
		{"figure('r-nowhere')", "T011 <figure('r-nowhere')>"},
		{"result('')", "T011 <result('')>"},
		{"result('R-count').value", "T011 <result('R-count')>"},
		{"figure('r-none')", "T006 <figure('r-none')>"},
		{"figure(1)", "T007 <figure(1)>"},
		{"b | result", "T007 <result>"},
	};
	SAYS(wrong);
	assert_string_equal(value_in("{}", "figure('x')"), "wrong");
	assert_string_equal(value_in("{'results': 5}", "figure('x')"), "wrong");
	assert_string_equal(value_in("{'results': [1, 'a', null]}", "figure('x')"), "wrong");
}

int main(void)
{
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	const struct CMUnitTest tests[] = {
		TEST(standing_to_another),
		TEST(figures),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
