/* pdf/rules: fewer rectangles, and not a spot of ink more or less. */
#include "each.h"

#include "pdf/rules.h"

#include <string.h>

enum {
	SIDE = 24, /* of the raster */
	MOST = 40,
};

static struct bc_item item_of(bc_len x, bc_len y, bc_len width, bc_len height)
{
	return (struct bc_item){
		.kind = BC_ITEM_FILL, .x = x, .y = y, .width = width, .height = height};
}

static struct bc_rules merged(const struct bc_item *items, size_t n)
{
	return bc_rules_of(&fx.arena, &(struct bc_page){.items = items, .n_items = n});
}

/* Each cell draws its own four lines, as tables do. */
static void the_lines_of_a_table_go_through(void **state)
{
	(void)state;
	struct bc_item items[3 * 3 * 4];
	size_t n = 0;
	for (bc_len row = 0; row < 3; row++) {
		for (bc_len column = 0; column < 3; column++) {
			items[n++] = item_of(column * 5, row * 5, 6, 1);
			items[n++] = item_of(column * 5, row * 5 + 5, 6, 1);
			items[n++] = item_of(column * 5, row * 5, 1, 6);
			items[n++] = item_of(column * 5 + 5, row * 5, 1, 6);
		}
	}
	struct bc_rules rules = merged(items, n);
	assert_int_equal(rules.n, 8);
	for (size_t i = 0; i < rules.n; i++)
		assert_int_equal(bc_len_max(rules.at[i].width, rules.at[i].height), 16);
}

static void what_differs_stays_apart(void **state)
{
	(void)state;
	struct bc_item items[] = {
		item_of(0, 0, 9, 1),  item_of(9, 0, 9, 2),  /* thicker */
		item_of(0, 4, 9, 1),  item_of(9, 5, 9, 1),  /* lower */
		item_of(0, 8, 9, 1),  item_of(10, 8, 9, 1), /* with a gap */
		item_of(0, 12, 9, 1), item_of(9, 12, 9, 1), /* red */
	};
	items[7].color = BC_RED;
	assert_int_equal(merged(items, 8).n, 8);
}

static void paint(char raster[SIDE][SIDE], bc_len x, bc_len y, bc_len width, bc_len height)
{
	for (bc_len i = y; i < y + height; i++)
		memset(&raster[i][x], 1, (size_t)width);
}

static void the_same_is_painted(void **state)
{
	(void)state;
	uint32_t seed = 1;
	for (int round = 0; round < 2000; round++) {
		struct bc_item items[MOST];
		char want[SIDE][SIDE] = {{0}}, have[SIDE][SIDE] = {{0}};
		for (size_t i = 0; i < MOST; i++) {
			unsigned r[4];
			for (int k = 0; k < 4; k++)
				r[k] = (seed = seed * 1664525 + 1013904223) >> 16;
			bool upright = r[3] % 2;
			bc_len length = 2 + r[2] % 8, weight = 1 + r[3] / 2 % 2;
			items[i] = item_of(r[0] % 14, r[1] % 14, upright ? weight : length,
					   upright ? length : weight);
			paint(want, items[i].x, items[i].y, items[i].width, items[i].height);
		}
		struct bc_rules rules = merged(items, MOST);
		for (size_t i = 0; i < rules.n; i++)
			paint(have, rules.at[i].x, rules.at[i].y, rules.at[i].width,
			      rules.at[i].height);
		assert_true(rules.n < MOST);
		assert_memory_equal(want, have, sizeof want);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_lines_of_a_table_go_through),
		TEST(what_differs_stays_apart),
		TEST(the_same_is_painted),
	};
	if (setjmp(fx.oom))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
