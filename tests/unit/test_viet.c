/* Case, markers, numerals and number words. */
#include "support.h"

#include <stdio.h>

#include "text/viet.h"

static struct fixture fx;

static int setup(void **state)
{
	(void)state;
	if (setjmp(fx.oom))
		return -1;
	fixture_init(&fx);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	fixture_done(&fx);
	return 0;
}

/* The 67 letters with a mark, small and capital, in the same order. */
static const char small[] =
	"áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ";
static const char capital[] =
	"ÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬĐÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴ";

static const char *mapped(void (*map)(struct bc_buf *, struct bc_str), const char *z)
{
	struct bc_buf out = bc_buf_in(&fx.arena);
	map(&out, bc_str_of(z));
	return bc_str_z(&fx.arena, bc_buf_str(&out));
}

static const char *written(void (*write)(struct bc_buf *, unsigned), unsigned n)
{
	struct bc_buf out = bc_buf_in(&fx.arena);
	write(&out, n);
	return bc_str_z(&fx.arena, bc_buf_str(&out));
}

static void test_case(void **state)
{
	(void)state;
	assert_string_equal(mapped(bc_upper, small), capital);
	assert_string_equal(mapped(bc_lower, capital), small);
	assert_string_equal(mapped(bc_upper, capital), capital);
	assert_string_equal(mapped(bc_upper, "báo cáo số 15-BC/ĐU (zZ)"),
			    "BÁO CÁO SỐ 15-BC/ĐU (ZZ)");
	assert_string_equal(mapped(bc_lower, "Ơ\u0306 Ƀ Č İ"), "ơ\u0306 ƀ č i");
	assert_string_equal(mapped(bc_upper, "ơ\u0306 ß 5 µg ı"), "Ơ\u0306 ß 5 µG I");
	assert_string_equal(mapped(bc_upper, ""), "");
}

static void test_capital(void **state)
{
	(void)state;
	static const struct {
		const char *text, *capital;
	} rows[] = {
		{"báo cáo", "Báo cáo"},
		{"đảng ủy xã", "Đảng ủy xã"},
		{"ủy BAN", "Ủy BAN"},
		{"Đã viết hoa", "Đã viết hoa"},
		{"“ứng dụng” mới", "“Ứng dụng” mới"},
		{"**một** - hai", "**Một** - hai"},
		{" - ơ\u0306", " - Ơ\u0306"},
		{"5 xã", "5 xã"},
		{"(12) xã", "(12) xã"},
		{"½ xã", "½ xã"},
		{"a", "A"},
		{"日本 an", "日本 an"},
		{"...", "..."},
		{"", ""},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_string_equal(mapped(bc_capital, rows[i].text), rows[i].capital);
}

static void assert_order(const char *a, const char *b, int want)
{
	int got = bc_compare_no_case(bc_str_of(a), bc_str_of(b));
	int back = bc_compare_no_case(bc_str_of(b), bc_str_of(a));
	if ((got > 0) - (got < 0) != want || (back > 0) - (back < 0) != -want)
		fail_msg("%s, %s: got %d and %d, want %d", a, b, got, back, want);
}

static void test_compare_no_case(void **state)
{
	(void)state;
	static const struct {
		const char *a, *b;
		int order;
	} rows[] = {
		{"", "", 0},
		{"", "a", -1},
		{"a", "ab", -1},
		{"ab", "aC", -1},
		{"ABC", "abc", 0},
		{"Z", "a", 1},
		{"_", "A", -1}, /* small letters come behind it, capitals would before */
		{"[", "Z", -1},
		{"10", "9", -1},
		{"z", "ạ", -1},
		{"đảng ỦY", "ĐẢNG ủy", 0},
		{"đảng ủy", "ĐẢNG ỦY XÃ", -1},
		{"d", "Đ", -1},
		{"ă", "Â", 1},
		{"\uFF5E", "😀", -1}, /* by code points, as UTF-16 would not be */
		{small, capital, 0},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_order(rows[i].a, rows[i].b, rows[i].order);
}

/* Of two different letters, however written, always the same comes first. */
static void test_compare_letters(void **state)
{
	(void)state;
	struct bc_str lower = BC_STR(small), upper = BC_STR(capital);
	for (size_t i = 0, j = 0; i < lower.n;) {
		size_t at = i, from = j;
		bc_rune a = bc_utf8_next(lower, &i);
		bc_utf8_next(upper, &j);
		struct bc_str x = bc_str_cut(lower, at, i), y = bc_str_cut(upper, from, j);
		assert_int_equal(bc_compare_no_case(x, y), 0);
		for (size_t k = 0; k < lower.n;) {
			size_t begin = k;
			bc_rune b = bc_utf8_next(lower, &k);
			struct bc_str z = bc_str_cut(lower, begin, k);
			int want = (a > b) - (a < b);
			assert_int_equal(bc_compare_no_case(x, z), want);
			assert_int_equal(bc_compare_no_case(y, z), want);
		}
	}
}

static void test_letters(void **state)
{
	(void)state;
	struct bc_str lower = BC_STR(small), upper = BC_STR(capital);
	for (size_t i = 0, j = 0; i < lower.n;) {
		bc_rune a = bc_utf8_next(lower, &i), b = bc_utf8_next(upper, &j);
		assert_true(bc_is_letter(a) && !bc_is_upper(a));
		assert_true(bc_is_letter(b) && bc_is_upper(b));
	}
	for (const char *p = "0 -/.\n%"; *p; p++)
		assert_false(bc_is_letter((unsigned char)*p) || bc_is_upper((unsigned char)*p));
	assert_false(bc_is_letter(0x0301));
	assert_true(bc_is_letter(0x65E5) && !bc_is_upper(0x65E5));
}

static void test_diem(void **state)
{
	(void)state;
	static const char *const order[] = {"a", "b", "c", "d", "đ", "e", "g", "h",
					    "i", "k", "l", "m", "n", "o", "p", "q",
					    "r", "s", "t", "u", "v", "x", "y", "aa"};
	for (unsigned n = 1; n <= 24; n++)
		assert_string_equal(written(bc_diem_letter, n), order[n - 1]);
	assert_string_equal(written(bc_diem_letter, 25), "ab");
	assert_string_equal(written(bc_diem_letter, 23 + 23), "ay");
	assert_string_equal(written(bc_diem_letter, 23 + 24), "ba");
	assert_string_equal(written(bc_diem_letter, 23 + 23 * 23), "yy");
	assert_string_equal(written(bc_diem_letter, 23 + 23 * 23 + 1), "aaa");
}

/* Digit by digit, where the program subtracts. */
static void slow_roman(char *out, size_t size, unsigned n)
{
	static const char *const ones[] = {"",  "I",  "II",  "III",  "IV",
					   "V", "VI", "VII", "VIII", "IX"};
	static const char *const tens[] = {"",  "X",  "XX",  "XXX",  "XL",
					   "L", "LX", "LXX", "LXXX", "XC"};
	static const char *const hundreds[] = {"",  "C",  "CC",  "CCC",  "CD",
					       "D", "DC", "DCC", "DCCC", "CM"};
	static const char *const thousands[] = {"", "M", "MM", "MMM"};
	snprintf(out, size, "%s%s%s%s", thousands[n / 1000], hundreds[n / 100 % 10],
		 tens[n / 10 % 10], ones[n % 10]);
}

static void test_roman(void **state)
{
	(void)state;
	for (unsigned n = 1; n <= 3999; n++) {
		char expected[32];
		slow_roman(expected, sizeof expected, n);
		assert_string_equal(written(bc_roman, n), expected);
	}
}

static void test_ordinal(void **state)
{
	(void)state;
	static const struct {
		unsigned n;
		const char *words;
	} rows[] = {
		{1, "nhất"},
		{2, "hai"},
		{3, "ba"},
		{4, "tư"},
		{5, "năm"},
		{7, "bảy"},
		{10, "mười"},
		{11, "mười một"},
		{14, "mười bốn"},
		{15, "mười lăm"},
		{20, "hai mươi"},
		{21, "hai mươi mốt"},
		{24, "hai mươi tư"},
		{25, "hai mươi lăm"},
		{99, "chín mươi chín"},
		{100, "một trăm"},
		{101, "một trăm linh một"},
		{104, "một trăm linh bốn"},
		{110, "một trăm mười"},
		{115, "một trăm mười lăm"},
		{231, "hai trăm ba mươi mốt"},
		{999, "chín trăm chín mươi chín"},
		{1000, "1000"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_string_equal(written(bc_ordinal, rows[i].n), rows[i].words);
}

static void test_two_digits(void **state)
{
	(void)state;
	assert_string_equal(written(bc_two_digits, 0), "00");
	assert_string_equal(written(bc_two_digits, 9), "09");
	assert_string_equal(written(bc_two_digits, 10), "10");
	assert_string_equal(written(bc_two_digits, 123), "123");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_case, setup, teardown),
		cmocka_unit_test_setup_teardown(test_capital, setup, teardown),
		cmocka_unit_test_setup_teardown(test_compare_no_case, setup, teardown),
		cmocka_unit_test_setup_teardown(test_compare_letters, setup, teardown),
		cmocka_unit_test_setup_teardown(test_letters, setup, teardown),
		cmocka_unit_test_setup_teardown(test_diem, setup, teardown),
		cmocka_unit_test_setup_teardown(test_roman, setup, teardown),
		cmocka_unit_test_setup_teardown(test_ordinal, setup, teardown),
		cmocka_unit_test_setup_teardown(test_two_digits, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
