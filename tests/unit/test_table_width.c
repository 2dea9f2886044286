/* layout/table_width: columns add up, words stay whole, odd tables do no harm. */
#include "layout.h"

#include "layout/para.h"
#include "layout/table_width.h"

#include <string.h>

static const bc_len WIDTH = 400 * BC_PT;

static struct bc_table_widths widths_of(const struct bc_table *t)
{
	struct bc_table_widths w = bc_table_widths(&setter, t, WIDTH);
	bc_len sum = 0;
	for (size_t i = 0; i < t->n_columns; i++) {
		assert_true(w.width[i] >= 0);
		sum += w.width[i];
	}
	assert_int_equal(sum, WIDTH);
	return w;
}

static bc_len narrowest(const char *text)
{
	return bc_para_extent(&setter, para_of(text)).narrowest;
}

static void long_texts_get_more_than_short_ones(void **state)
{
	(void)state;
	struct bc_table t = table_of(1, 3);
	t.pad_x = 2 * BC_PT;
	t.rows[0].cells[0].para = para_of("1");
	t.rows[0].cells[1].para = para_of("ngắn");
	t.rows[0].cells[2].para =
		para_of("một nội dung dài hơn nhiều, phải xuống dòng vì không đủ chỗ trên một "
			"dòng của bảng, và còn dài nữa, dài nữa");
	struct bc_table_widths w = widths_of(&t);
	assert_true(w.width[0] < w.width[1] && w.width[1] < w.width[2]);
	assert_true(w.width[0] >= narrowest("1") + 2 * t.pad_x);
	assert_true(w.needed <= WIDTH);
}

static void empty_columns_keep_their_padding(void **state)
{
	(void)state;
	struct bc_table t = table_of(2, 3);
	t.pad_x = 3 * BC_PT;
	t.rows[1].cells[1].para = para_of("chữ");
	struct bc_table_widths w = widths_of(&t);
	assert_true(w.width[0] >= 2 * t.pad_x);
	assert_true(w.width[2] >= 2 * t.pad_x);
}

static void a_table_of_nothing_has_its_width(void **state)
{
	(void)state;
	struct bc_table t = table_of(1, 7);
	widths_of(&t); /* no padding either */
}

static void merged_cells_are_as_wide_as_their_words(void **state)
{
	(void)state;
	static const char word[] = "nghiêng";
	for (uint16_t columns = 2; columns <= 7; columns++) {
		struct bc_table t = table_of(2, columns + 1u);
		merge(&t, 0, 0, 1, columns);
		t.rows[0].cells[0].para = para_of(word);
		/* the last column takes all there is to take */
		t.columns[columns].width = WIDTH - narrowest(word);
		struct bc_table_widths w = widths_of(&t);
		bc_len merged = WIDTH - w.width[columns];
		if (merged != narrowest(word))
			fail_msg("%u columns: %lld of %lld", columns, (long long)merged,
				 (long long)narrowest(word));
		assert_int_equal(w.needed, WIDTH);
	}
}

static void too_much_is_shared_in_proportion(void **state)
{
	(void)state;
	size_t n = 1 << 20;
	char *word = bc_alloc(&fx.arena, n + 1);
	memset(word, 'M', n);
	struct bc_table t = table_of(1, 3);
	t.rows[0].cells[0].para = para_of(word);
	t.rows[0].cells[1].para = para_of(word);
	t.rows[0].cells[2].para = para_of("x");
	struct bc_table_widths w = widths_of(&t);
	assert_true(w.needed > WIDTH);
	assert_true(w.width[0] - w.width[1] <= 1 && w.width[1] - w.width[0] <= 1);
	assert_true(w.width[2] < w.width[0]);
}

static void fixed_widths_are_kept_when_there_is_room(void **state)
{
	(void)state;
	struct bc_table t = table_of(1, 2);
	t.columns[0].width = 100 * BC_PT;
	t.rows[0].cells[1].para = para_of("rất nhiều chữ rất nhiều chữ rất nhiều chữ rất nhiều "
					  "chữ rất nhiều chữ rất nhiều "
					  "chữ rất nhiều chữ rất nhiều chữ rất nhiều chữ");
	struct bc_table_widths w = widths_of(&t);
	assert_int_equal(w.width[0], 100 * BC_PT);
}

static void fractions_are_those_behind_the_mark(void **state)
{
	(void)state;
	struct bc_table t = table_of(4, 1);
	static const char *const numbers[] = {"1.234", "12,5", "0,123", ""};
	for (size_t row = 0; row < 4; row++) {
		t.rows[row].cells[0].para = para_of(numbers[row]);
		t.rows[row].cells[0].para->align = BC_DECIMAL;
		t.rows[row].cells[0].para->figures = true;
	}
	struct bc_table_widths w = widths_of(&t);
	/* a comma is 250, a digit 500 thousandths of an em */
	assert_int_equal(w.fraction[0], bc_len_em(1750, 10 * BC_PT));
	assert_int_equal(bc_cell_fraction(&setter, t.rows[0].cells[0].para), 0);
	t.rows[3].cells[0].para->n_runs = 0;
	assert_int_equal(bc_cell_fraction(&setter, t.rows[3].cells[0].para), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(long_texts_get_more_than_short_ones),
		TEST(empty_columns_keep_their_padding),
		TEST(a_table_of_nothing_has_its_width),
		TEST(merged_cells_are_as_wide_as_their_words),
		TEST(too_much_is_shared_in_proportion),
		TEST(fixed_widths_are_kept_when_there_is_room),
		TEST(fractions_are_those_behind_the_mark),
	};
	if (setjmp(fx.oom) || setjmp(loading.oom))
		return 1;
	return cmocka_run_group_tests(tests, load_fonts, drop_fonts);
}
