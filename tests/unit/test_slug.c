/* Slugs: what is kept, what is replaced, what parts words and what does not. */
#include "support.h"

#include "text/slug.h"

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

static void test_table(void **state)
{
	(void)state;
	static const struct {
		const char *text, *slug;
	} rows[] = {
		{"Đảng ủy xã Tân An", "dang-uy-xa-tan-an"},
		{"ĐẢNG UỶ XÃ TÂN AN", "dang-uy-xa-tan-an"},
		{"Số 15-BC/ĐU", "so-15-bc-du"},
		{"Báo cáo quý III/2026 (lần 2).", "bao-cao-quy-iii-2026-lan-2"},
		{"kinh tế - xã hội", "kinh-te-xa-hoi"},
		{"áàảãạăắằẳẵặâấầẩẫậđ", "aaaaaaaaaaaaaaaaad"},
		{"éèẻẽẹêếềểễệíìỉĩị", "eeeeeeeeeeeiiiii"},
		{"óòỏõọôốồổỗộơớờởỡợ", "ooooooooooooooooo"},
		{"ÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴ", "uuuuuuuuuuuyyyyy"},
		{"Ea H'leo, Cư M’gar", "ea-hleo-cu-mgar"},
		{"ơ\u0306 Ƀ Č ñ", "o-b-c-n"},
		{"1.234,5 tỷ", "1-234-5-ty"},
		{"85%", "85"},
		{"m² ½ № ﬁ", "m2-1-2-no-fi"},
		{"ＡＢＣ１２", "abc12"},
		{"Straße Ælfric Øst Łódź ÐẮK", "strasse-aelfric-ost-lodz-dak"},
		{"đồng\u00A0chí", "dong-chi"},
		{"đồng\u00ADchí\u200B", "dongchi"},
		{"--a__b--", "a-b"},
		{"a", "a"},
		{"日本 Tokyo 日本", "tokyo"},
		{"日本", ""},
		{" ", ""},
		{"-", ""},
		{"'", ""},
		{"", ""},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct bc_buf out = bc_buf_in(&fx.arena);
		bc_slug(&out, bc_str_of(rows[i].text));
		assert_string_equal(bc_str_z(&fx.arena, bc_buf_str(&out)), rows[i].slug);
	}
}

/* A hyphen is put by what stands in the text, not by what was in the buffer before. */
static void test_appends(void **state)
{
	(void)state;
	struct bc_buf out = bc_buf_in(&fx.arena);
	bc_buf_puts(&out, "bao-cao_");
	bc_slug(&out, BC_STR(" Tân An "));
	bc_buf_puts(&out, ".pdf");
	assert_string_equal(bc_str_z(&fx.arena, bc_buf_str(&out)), "bao-cao_tan-an.pdf");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_table, setup, teardown),
		cmocka_unit_test_setup_teardown(test_appends, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
