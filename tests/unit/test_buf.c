/* base/buf and base/str: growth, numbers, JSON's escapes, copies. */
#include "each.h"

#include "base/buf.h"

static void grows_and_keeps_its_bytes(void **state)
{
	(void)state;
	struct bc_buf b = bc_buf_in(&fx.arena);
	for (int i = 0; i < 100000; i++)
		bc_buf_putc(&b, (char)('a' + i % 26));
	assert_int_equal(b.n, 100000);
	for (int i = 0; i < 100000; i++)
		assert_int_equal(b.p[i], 'a' + i % 26);
}

static void can_be_added_to_itself(void **state)
{
	(void)state;
	struct bc_buf b = bc_buf_in(&fx.arena);
	bc_buf_puts(&b, "ab");
	for (int i = 0; i < 12; i++)
		bc_buf_add(&b, bc_buf_str(&b));
	assert_int_equal(b.n, 2 << 12);
	for (size_t i = 0; i < b.n; i++)
		assert_int_equal(b.p[i], i % 2 ? 'b' : 'a');
}

static void nothing_is_nothing(void **state)
{
	(void)state;
	struct bc_buf b = bc_buf_in(&fx.arena);
	bc_buf_add(&b, (struct bc_str){0});
	bc_buf_puts(&b, "");
	bc_buf_json(&b, (struct bc_str){0});
	assert_int_equal(b.n, 0);
	assert_string_equal(bc_str_z(&fx.arena, bc_buf_str(&b)), "");
	assert_int_equal(bc_str_dup(&fx.arena, (struct bc_str){0}).n, 0);
	assert_true(bc_str_eq((struct bc_str){0}, BC_STR("")));
	assert_true(bc_str_starts((struct bc_str){0}, (struct bc_str){0}));
	assert_false(bc_str_starts(BC_STR("a"), BC_STR("ab")));
}

static void prints_whole_numbers(void **state)
{
	(void)state;
	static const int64_t values[] = {0, -1, INT64_MAX, INT64_MIN};
	struct bc_buf b = bc_buf_in(&fx.arena);
	for (size_t i = 0; i < 4; i++) {
		bc_buf_int(&b, values[i]);
		bc_buf_putc(&b, ' ');
	}
	assert_true(
		bc_str_is(bc_buf_str(&b), "0 -1 9223372036854775807 -9223372036854775808 "));
}

static void pads_with_zeros(void **state)
{
	(void)state;
	struct bc_buf b = bc_buf_in(&fx.arena);
	bc_buf_padded(&b, 0, 2);
	bc_buf_padded(&b, 7, 3);
	bc_buf_padded(&b, 2026, 4);
	bc_buf_padded(&b, 123, 1);
	assert_true(bc_str_is(bc_buf_str(&b), "000072026123"));
}

static void escapes_for_json(void **state)
{
	(void)state;
	struct bc_buf b = bc_buf_in(&fx.arena);
	bc_buf_json(&b, BC_STR("a\"\\\n\t\x01\x1f\x7f/Đảng\0z"));
	assert_true(bc_str_is(bc_buf_str(&b),
			      "a\\\"\\\\\\n\\u0009\\u0001\\u001f\\u007f/Đảng\\u0000z"));
}

static void copies_are_copies(void **state)
{
	(void)state;
	char text[] = "một";
	struct bc_str copy = bc_str_dup(&fx.arena, bc_str_of(text));
	text[0] = 'X';
	assert_true(bc_str_is(copy, "một"));
	assert_int_equal(copy.p[copy.n], '\0');
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(grows_and_keeps_its_bytes), TEST(can_be_added_to_itself),
		TEST(nothing_is_nothing),        TEST(prints_whole_numbers),
		TEST(pads_with_zeros),           TEST(escapes_for_json),
		TEST(copies_are_copies),
	};
	if (setjmp(fx.oom))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
