/* compose/number: the marks of sections and items, and which follows which. */
#include "support.h"

#include "compose/number.h"

static struct fixture fx;
static struct bc_report report;
static struct bc_profile profile;
static struct bc_composer composer = {.ctx = &fx.ctx, .report = &report, .profile = &profile};

static int set_up(void **state)
{
	(void)state;
	static const char *const levels[] = {"roman", "arabic", "letter", "dash", "plus"};
	fixture_init(&fx);
	report = (struct bc_report){0};
	profile = (struct bc_profile){.roman_mark = BC_STR("-"), .n_levels = 5};
	for (size_t i = 0; i < 5; i++)
		profile.levels[i] = bc_str_of(levels[i]);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	fixture_done(&fx);
	return 0;
}

static void assert_mark(enum bc_numbering numbering, unsigned n, const char *want)
{
	struct bc_str mark = bc_number_mark(&composer, numbering, n);
	if (!bc_str_is(mark, want))
		fail_msg("%u: got %.*s, want %s", n, (int)mark.n, mark.p, want);
}

static void marks(void **state)
{
	(void)state;
	assert_mark(BC_NUMBER_PHAN, 4, "Phần IV");
	assert_mark(BC_NUMBER_PHAN_THU, 1, "Phần thứ nhất");
	assert_mark(BC_NUMBER_PHAN_THU, 4, "Phần thứ tư");
	assert_mark(BC_NUMBER_ROMAN, 49, "XLIX-");
	assert_mark(BC_NUMBER_ROMAN_DOT, 4, "IV.");
	assert_mark(BC_NUMBER_ARABIC, 10, "10.");
	assert_mark(BC_NUMBER_LETTER, 5, "đ)");
	assert_mark(BC_NUMBER_LETTER, 23, "y)");
	assert_mark(BC_NUMBER_LETTER, 24, "aa)");
	assert_mark(BC_NUMBER_PAREN, 2, "(2)");
	assert_mark(BC_NUMBER_ORDINAL, 21, "Thứ hai mươi mốt,");
	assert_mark(BC_NUMBER_DASH, 7, "-");
	assert_mark(BC_NUMBER_PLUS, 7, "+");
	assert_mark(BC_NUMBER_NONE, 7, "");
}

static void the_dot_or_dash_behind_roman_is_the_profiles(void **state)
{
	(void)state;
	profile.roman_mark = BC_STR(".");
	assert_mark(BC_NUMBER_ROMAN, 1, "I.");
}

static void depths_follow_the_profile(void **state)
{
	(void)state;
	assert_int_equal(bc_number_default(&composer, 0, BC_NUMBER_NONE), BC_NUMBER_ROMAN);
	assert_int_equal(bc_number_default(&composer, 2, BC_NUMBER_NONE), BC_NUMBER_LETTER);
	assert_int_equal(bc_number_default(&composer, 9, BC_NUMBER_NONE), BC_NUMBER_PLUS);
}

static void below_a_mark_comes_the_next(void **state)
{
	(void)state;
	assert_int_equal(bc_number_default(&composer, 1, BC_NUMBER_LETTER), BC_NUMBER_DASH);
	assert_int_equal(bc_number_default(&composer, 1, BC_NUMBER_PHAN), BC_NUMBER_ROMAN);
	assert_int_equal(bc_number_default(&composer, 1, BC_NUMBER_PHAN_THU), BC_NUMBER_ROMAN);
	assert_int_equal(bc_number_default(&composer, 1, BC_NUMBER_PLUS), BC_NUMBER_ARABIC);
}

static void the_report_may_choose(void **state)
{
	(void)state;
	int chosen[] = {BC_NUMBER_PHAN, BC_NUMBER_ARABIC};
	report.numbering = chosen;
	report.n_numbering = 2;
	assert_int_equal(bc_number_default(&composer, 0, BC_NUMBER_NONE), BC_NUMBER_PHAN);
	assert_int_equal(bc_number_default(&composer, 1, BC_NUMBER_PHAN), BC_NUMBER_ARABIC);
	assert_int_equal(bc_number_default(&composer, 5, BC_NUMBER_ARABIC), BC_NUMBER_ARABIC);
}

static void marks_have_styles(void **state)
{
	(void)state;
	for (size_t depth = 0; depth < 6; depth++)
		assert_int_equal(bc_number_element(bc_number_default(&composer, (unsigned)depth,
								     BC_NUMBER_NONE)),
				 depth == 0   ? BC_EL_MUC
				 : depth == 1 ? BC_EL_KHOAN
				 : depth == 2 ? BC_EL_DIEM
					      : BC_EL_LOWER);
	assert_int_equal(bc_number_element(BC_NUMBER_PHAN_THU), BC_EL_PHAN);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(marks),
		TEST(the_dot_or_dash_behind_roman_is_the_profiles),
		TEST(depths_follow_the_profile),
		TEST(below_a_mark_comes_the_next),
		TEST(the_report_may_choose),
		TEST(marks_have_styles),
	};
	if (setjmp(fx.oom))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
