/* base/arena: alignment, marks, cleanups, and the way out without memory. */
#include "support.h"

#include <string.h>

static void memory_is_zeroed_and_aligned(void **state)
{
	(void)state;
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	static const size_t sizes[] = {0, 1, 7, 16, 17, 65536, 65537, 1 << 20, 3};
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		unsigned char *p = bc_alloc(&fx.arena, sizes[i]);
		assert_non_null(p);
		assert_int_equal((uintptr_t)p % alignof(max_align_t), 0);
		for (size_t b = 0; b < sizes[i]; b++)
			assert_int_equal(p[b], 0);
		memset(p, 0xA5, sizes[i]);
	}
	fixture_done(&fx);
}

static void nothing_overlaps(void **state)
{
	(void)state;
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	unsigned char *parts[300];
	for (size_t i = 0; i < 300; i++) {
		parts[i] = bc_alloc(&fx.arena, i * 7 + 1);
		memset(parts[i], (int)(i & 0xFF), i * 7 + 1);
	}
	for (size_t i = 0; i < 300; i++) {
		assert_int_equal(parts[i][0], i & 0xFF);
		assert_int_equal(parts[i][i * 7], i & 0xFF);
	}
	fixture_done(&fx);
}

static void a_release_gives_the_same_memory_again(void **state)
{
	(void)state;
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	char *kept = bc_alloc(&fx.arena, 10);
	strcpy(kept, "kept");
	struct bc_mark mark = bc_arena_mark(&fx.arena);
	char *first = bc_alloc(&fx.arena, 10);
	memset(first, 0xFF, 10);
	bc_alloc(&fx.arena, 1 << 20); /* in a chunk of its own */
	bc_arena_release(&fx.arena, mark);
	char *again = bc_alloc(&fx.arena, 10);
	assert_ptr_equal(again, first);
	assert_int_equal(again[9], 0);
	assert_string_equal(kept, "kept");
	fixture_done(&fx);
}

static void a_mark_of_an_empty_arena_can_be_released_often(void **state)
{
	(void)state;
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	struct bc_mark mark = bc_arena_mark(&fx.arena);
	bc_arena_release(&fx.arena, mark);
	for (int i = 0; i < 1000; i++) {
		memset(bc_alloc(&fx.arena, 100000), i, 100000);
		bc_arena_release(&fx.arena, mark);
	}
	fixture_done(&fx);
	fixture_done(&fx); /* done twice is done */
}

static char order[8];

static void note(void *letter)
{
	strncat(order, letter, 1);
}

static void cleanups_run_once_newest_first(void **state)
{
	(void)state;
	struct fixture fx;
	static char a[] = "a", b[] = "b", d[] = "d";
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	order[0] = '\0';
	*bc_arena_defer(&fx.arena, note) = a;
	*bc_arena_defer(&fx.arena, note) = b;
	bc_arena_defer(&fx.arena, note); /* reserved, never acquired */
	*bc_arena_defer(&fx.arena, note) = d;
	bc_arena_done(&fx.arena);
	assert_string_equal(order, "dba");
	bc_arena_done(&fx.arena);
	assert_string_equal(order, "dba");
	fixture_done(&fx);
}

static void a_release_keeps_the_cleanups(void **state)
{
	(void)state;
	struct fixture fx;
	static char a[] = "a";
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	order[0] = '\0';
	bc_alloc(&fx.arena, 1);
	struct bc_mark mark = bc_arena_mark(&fx.arena);
	*bc_arena_defer(&fx.arena, note) = a;
	bc_arena_release(&fx.arena, mark);
	memset(bc_alloc(&fx.arena, 4096), 0x5A, 4096);
	bc_arena_done(&fx.arena);
	assert_string_equal(order, "a");
	fixture_done(&fx);
}

/* Which of the requests that no machine can meet comes back by the way out. */
static int way_out(int request)
{
	struct fixture fx;
	fixture_init(&fx);
	if (setjmp(fx.oom)) {
		fixture_done(&fx);
		return 1;
	}
	if (request == 0)
		bc_alloc(&fx.arena, SIZE_MAX);
	else if (request == 1)
		bc_alloc_n(&fx.arena, SIZE_MAX / 2 + 2, 2);
	else if (request == 2)
		bc_arena_fail(&fx.arena);
	fixture_done(&fx);
	return 0;
}

static void without_memory_there_is_a_way_out(void **state)
{
	(void)state;
	for (int request = 0; request < 3; request++)
		assert_int_equal(way_out(request), 1);
	assert_int_equal(way_out(3), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_zeroed_and_aligned),
		cmocka_unit_test(nothing_overlaps),
		cmocka_unit_test(a_release_gives_the_same_memory_again),
		cmocka_unit_test(a_mark_of_an_empty_arena_can_be_released_often),
		cmocka_unit_test(cleanups_run_once_newest_first),
		cmocka_unit_test(a_release_keeps_the_cleanups),
		cmocka_unit_test(without_memory_there_is_a_way_out),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
