/* UTF-8, at the edges of each length. */
#include "support.h"

#include "base/utf8.h"

static const struct {
	bc_rune rune;
	const char *bytes;
} edges[] = {
	{0x01, "\x01"},
	{0x7F, "\x7F"},
	{0x80, "\xC2\x80"},
	{0x7FF, "\xDF\xBF"},
	{0x800, "\xE0\xA0\x80"},
	{0xD7FF, "\xED\x9F\xBF"},
	{0xE000, "\xEE\x80\x80"},
	{0xFFFF, "\xEF\xBF\xBF"},
	{0x10000, "\xF0\x90\x80\x80"},
	{0x10FFFF, "\xF4\x8F\xBF\xBF"},
};

static void test_edges(void **state)
{
	(void)state;
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) {
		struct bc_str s = bc_str_of(edges[i].bytes);
		size_t at = 0;
		assert_int_equal(bc_utf8_next(s, &at), edges[i].rune);
		assert_int_equal(at, s.n);
		assert_int_equal(bc_utf8_prev(s, &at), edges[i].rune);
		assert_int_equal(at, 0);
		struct bc_buf out = bc_buf_in(&fx.arena);
		bc_utf8_put(&out, edges[i].rune);
		assert_true(bc_str_eq(bc_buf_str(&out), s));
	}
	fixture_done(&fx);
}

static void test_all_runes(void **state)
{
	(void)state;
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	struct bc_buf all = bc_buf_in(&fx.arena);
	for (bc_rune r = 0; r <= 0x10FFFF; r++) {
		if (r < 0xD800 || r > 0xDFFF)
			bc_utf8_put(&all, r);
	}
	struct bc_str s = bc_buf_str(&all);
	assert_int_equal(bc_utf8_count(s), 0x110000 - 0x800);
	size_t forth = 0, back = s.n;
	for (bc_rune r = 0; r <= 0x10FFFF; r++) {
		if (r == 0xD800)
			r = 0xE000;
		assert_int_equal(bc_utf8_next(s, &forth), r);
	}
	assert_int_equal(forth, s.n);
	while (back > 0) {
		size_t end = back;
		bc_rune r = bc_utf8_prev(s, &back);
		size_t at = back;
		assert_int_equal(bc_utf8_next(s, &at), r);
		assert_int_equal(at, end);
	}
	fixture_done(&fx);
}

static void test_count(void **state)
{
	(void)state;
	assert_int_equal(bc_utf8_count(BC_STR("")), 0);
	assert_int_equal(bc_utf8_count(BC_STR("Đảng uỷ")), 7);
	assert_int_equal(bc_utf8_count(BC_STR("a\u0302\U0001F600")), 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_edges),
		cmocka_unit_test(test_all_runes),
		cmocka_unit_test(test_count),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
