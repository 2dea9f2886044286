/* Paths that a report gives. */
#include "support.h"

#include "base/buf.h"
#include "base/path.h"

static void names_stay_below(void **state)
{
	(void)state;
	static const char *const below[] = {"a", "a/b.csv", "a..b", "a/.b", "./a"};
	static const char *const outside[] = {"", "/a", "..", "../a", "a/../b", "a/.."};
	for (size_t i = 0; i < sizeof below / sizeof *below; i++)
		assert_true(bc_path_stays_below(bc_str_of(below[i])));
	for (size_t i = 0; i < sizeof outside / sizeof *outside; i++)
		assert_false(bc_path_stays_below(bc_str_of(outside[i])));
}

static void names_are_seen_from_the_file_beside(void **state)
{
	(void)state;
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	assert_string_equal(bc_path_beside(&fx.arena, "r.json", BC_STR("a/b")), "a/b");
	assert_string_equal(bc_path_beside(&fx.arena, "x/y/r.json", BC_STR("b")), "x/y/b");
	assert_string_equal(bc_path_beside(&fx.arena, "/r.json", BC_STR("b")), "/b");
	fixture_done(&fx);
}

static void the_last_part_stands_behind_the_last_slash(void **state)
{
	(void)state;
	assert_true(bc_str_is(bc_path_last(BC_STR("a/b/c.csv")), "c.csv"));
	assert_true(bc_str_is(bc_path_last(BC_STR("c.csv")), "c.csv"));
	assert_true(bc_str_is(bc_path_last(BC_STR("a/")), ""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_stay_below),
		cmocka_unit_test(names_are_seen_from_the_file_beside),
		cmocka_unit_test(the_last_part_stands_behind_the_last_slash),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
