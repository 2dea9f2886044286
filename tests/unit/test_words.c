/* Numbers in words: where each of the irregular ones begins and ends. */
#include "support.h"

#include "text/words.h"

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

static const char *words(int64_t n, struct bc_word_style style)
{
	struct bc_buf out = bc_buf_in(&fx.arena);
	bc_number_words(&out, n, style);
	return bc_str_z(&fx.arena, bc_buf_str(&out));
}

static void test_table(void **state)
{
	(void)state;
	static const struct {
		int64_t n;
		const char *words;
	} rows[] = {
		{0, "không"},
		{1, "một"},
		{4, "bốn"},
		{5, "năm"},
		{9, "chín"},
		{10, "mười"},
		{11, "mười một"},
		{14, "mười bốn"},
		{15, "mười lăm"},
		{19, "mười chín"},
		{20, "hai mươi"},
		{21, "hai mươi mốt"},
		{22, "hai mươi hai"},
		{24, "hai mươi tư"},
		{25, "hai mươi lăm"},
		{40, "bốn mươi"},
		{44, "bốn mươi tư"},
		{50, "năm mươi"},
		{55, "năm mươi lăm"},
		{91, "chín mươi mốt"},
		{99, "chín mươi chín"},
		{100, "một trăm"},
		{101, "một trăm linh một"},
		{104, "một trăm linh bốn"},
		{105, "một trăm linh năm"},
		{110, "một trăm mười"},
		{111, "một trăm mười một"},
		{115, "một trăm mười lăm"},
		{121, "một trăm hai mươi mốt"},
		{505, "năm trăm linh năm"},
		{999, "chín trăm chín mươi chín"},
		{1000, "một nghìn"},
		{1001, "một nghìn không trăm linh một"},
		{1005, "một nghìn không trăm linh năm"},
		{1010, "một nghìn không trăm mười"},
		{1050, "một nghìn không trăm năm mươi"},
		{1100, "một nghìn một trăm"},
		{1945, "một nghìn chín trăm bốn mươi lăm"},
		{2026, "hai nghìn không trăm hai mươi sáu"},
		{3687, "ba nghìn sáu trăm tám mươi bảy"},
		{10000, "mười nghìn"},
		{10005, "mười nghìn không trăm linh năm"},
		{21000, "hai mươi mốt nghìn"},
		{24024, "hai mươi tư nghìn không trăm hai mươi tư"},
		{65535, "sáu mươi lăm nghìn năm trăm ba mươi lăm"},
		{100000, "một trăm nghìn"},
		{105000, "một trăm linh năm nghìn"},
		{1000000, "một triệu"},
		{1000005, "một triệu không trăm linh năm"},
		{1000100, "một triệu một trăm"},
		{1005000, "một triệu không trăm linh năm nghìn"},
		{1250000, "một triệu hai trăm năm mươi nghìn"},
		{120000000, "một trăm hai mươi triệu"},
		{400070192, "bốn trăm triệu không trăm bảy mươi nghìn một trăm chín mươi hai"},
		{1000000000, "một tỷ"},
		{1000000001, "một tỷ không trăm linh một"},
		{1000001000, "một tỷ không trăm linh một nghìn"},
		{15500000000, "mười lăm tỷ năm trăm triệu"},
		{21004000000, "hai mươi mốt tỷ không trăm linh bốn triệu"},
		{1000000000000, "một nghìn tỷ"},
		{1005000000005, "một nghìn không trăm linh năm tỷ không trăm linh năm"},
		{25300000000000, "hai mươi lăm nghìn ba trăm tỷ"},
		{999999999999999, "chín trăm chín mươi chín nghìn chín trăm chín mươi chín tỷ"
				  " chín trăm chín mươi chín triệu"
				  " chín trăm chín mươi chín nghìn chín trăm chín mươi chín"},
		{1000000000000000, "một triệu tỷ"},
		{1000000000000000000, "một tỷ tỷ"},
		{-1, "âm một"},
		{-1005, "âm một nghìn không trăm linh năm"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_string_equal(words(rows[i].n, (struct bc_word_style){0}), rows[i].words);
}

static void test_styles(void **state)
{
	(void)state;
	const int64_t n = 105001005;
	assert_string_equal(words(n, (struct bc_word_style){.le = true}),
			    "một trăm lẻ năm triệu không trăm lẻ một nghìn không trăm lẻ năm");
	assert_string_equal(
		words(n, (struct bc_word_style){.ngan = true}),
		"một trăm linh năm triệu không trăm linh một ngàn không trăm linh năm");
	assert_string_equal(words(n, (struct bc_word_style){.le = true, .ngan = true}),
			    "một trăm lẻ năm triệu không trăm lẻ một ngàn không trăm lẻ năm");
}

static void test_largest(void **state)
{
	(void)state;
	const char *most = "chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn"
			   " không trăm ba mươi sáu tỷ tám trăm năm mươi tư triệu"
			   " bảy trăm bảy mươi lăm nghìn tám trăm linh ";
	struct bc_buf out = bc_buf_in(&fx.arena);
	bc_buf_puts(&out, most);
	bc_buf_puts(&out, "bảy");
	assert_string_equal(words(INT64_MAX, (struct bc_word_style){0}),
			    bc_str_z(&fx.arena, bc_buf_str(&out)));
	out.n = 0;
	bc_buf_puts(&out, "âm ");
	bc_buf_puts(&out, most);
	bc_buf_puts(&out, "tám");
	assert_string_equal(words(INT64_MIN, (struct bc_word_style){0}),
			    bc_str_z(&fx.arena, bc_buf_str(&out)));
}

static void test_appends(void **state)
{
	(void)state;
	struct bc_buf out = bc_buf_in(&fx.arena);
	bc_buf_puts(&out, "(Bằng chữ: ");
	bc_number_words(&out, 1005, (struct bc_word_style){0});
	bc_buf_puts(&out, " đồng)");
	assert_string_equal(bc_str_z(&fx.arena, bc_buf_str(&out)),
			    "(Bằng chữ: một nghìn không trăm linh năm đồng)");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_table, setup, teardown),
		cmocka_unit_test_setup_teardown(test_styles, setup, teardown),
		cmocka_unit_test_setup_teardown(test_largest, setup, teardown),
		cmocka_unit_test_setup_teardown(test_appends, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
