/* Suspect characters: what is found, what is meant, and what must pass. */
#include "support.h"

#include "text/suspect.h"

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

struct row {
	const char *text;
	enum bc_suspicion kind; /* of the first suspect stretch */
	const char *stretch, *likely;
};

static void check(const struct row *row)
{
	struct bc_str s = bc_str_of(row->text);
	struct bc_buf likely = bc_buf_in(&fx.arena);
	size_t begin = 0, end = 0;
	enum bc_suspicion kind = bc_suspect(s, 0, &begin, &end, &likely);
	struct bc_str stretch = bc_str_cut(s, begin, end);
	if (kind != row->kind || !bc_str_is(stretch, row->stretch) ||
	    !bc_str_is(bc_buf_str(&likely), row->likely))
		fail_msg("%s: kind %d [%.*s] -> [%.*s]", row->text, (int)kind, (int)stretch.n,
			 stretch.p, (int)likely.n, likely.p ? likely.p : "");
	assert_int_equal(bc_suspect(s, 0, &begin, &end, NULL), kind);
}

static void test_found(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"a\ab", BC_SUSPECT_CONTROL, "\a", ""},
		{"dòng\r\n", BC_SUSPECT_CONTROL, "\r", ""},
		{"a\x7F", BC_SUSPECT_CONTROL, "\x7F", ""},
		{"\uFEFFBáo cáo", BC_SUSPECT_CONTROL, "\uFEFF", ""},
		{"Báo\u200B cáo", BC_SUSPECT_CONTROL, "\u200B", ""},
		{"Báo \u202Ecáo", BC_SUSPECT_CONTROL, "\u202E", ""},
		{"quy\u00ADết", BC_SUSPECT_CONTROL, "\u00AD", ""},
		{"Báo c\uFFFDo", BC_SUSPECT_CONTROL, "\uFFFD", ""},
		{"một \uF0B7 hai", BC_SUSPECT_CONTROL, "\uF0B7", ""},
		{"\U000EFFFE", BC_SUSPECT_CONTROL, "\U000EFFFE", ""},
		{"một\u2028hai", BC_SUSPECT_CONTROL, "\u2028", ""},

		{"cấp \u00D0ảng ủy", BC_SUSPECT_LOOKALIKE, "\u00D0ảng", "Đảng"},
		{"tỉnh \u0189iện Biên", BC_SUSPECT_LOOKALIKE, "\u0189iện", "Điện"},
		{"H\u00D0ND tỉnh", BC_SUSPECT_LOOKALIKE, "H\u00D0ND", "HĐND"},
		{"số 5/Q\u00D0-TTg", BC_SUSPECT_LOOKALIKE, "Q\u00D0", "QĐ"},
		{"\u00D0oàn Thanh niên", BC_SUSPECT_LOOKALIKE, "\u00D0oàn", "Đoàn"},
		{"5.000 \u00F0", BC_SUSPECT_LOOKALIKE, "\u00F0", "đ"},
		{"\u0410nh hùng", BC_SUSPECT_LOOKALIKE, "\u0410nh", "Anh"},
		{"B\u0410N chấp hành", BC_SUSPECT_LOOKALIKE, "B\u0410N", "BAN"},
		{"t\u043Enh", BC_SUSPECT_LOOKALIKE, "t\u043Enh", "tonh"},
		{"\u039Dam", BC_SUSPECT_LOOKALIKE, "\u039Dam", "Nam"},

		{"B¸o c¸o kÕt qu¶ thùc hiÖn", BC_SUSPECT_LEGACY, "B¸o c¸o kÕt qu¶ thùc hiÖn",
		 "Báo cáo kết quả thực hiện"},
		{"Céng hßa x· héi chñ nghÜa ViÖt Nam", BC_SUSPECT_LEGACY,
		 "Céng hßa x· héi chñ nghÜa ViÖt", "Cộng hòa xã hội chủ nghĩa Việt"},
		{"(§ång chÝ TrÇn B, ng­êi)", BC_SUSPECT_LEGACY, "§ång chÝ TrÇn B, ng­êi",
		 "Đồng chí Trần B, người"},
		{"đơn vị: x·", BC_SUSPECT_LEGACY, "x·", "xã"},
		{"Baùo caùo keát quaû", BC_SUSPECT_LEGACY, "Baùo caùo keát quaû",
		 "Báo cáo kết quả"},
		{"BAÙO CAÙO: Ñaûng uûy", BC_SUSPECT_LEGACY, "BAÙO CAÙO: Ñaûng uûy",
		 "BÁO CÁO: Đảng ủy"},
		{"Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", BC_SUSPECT_LEGACY,
		 "Coäng hoøa xaõ hoäi chuû nghóa Vieät", "Cộng hòa xã hội chủ nghĩa Việt"},
		{"Ñaïi hoäi", BC_SUSPECT_LEGACY, "Ñaïi hoäi", "Đại hội"},

		{"\u0301a", BC_SUSPECT_MARK, "\u0301", ""},
		{"số 1\u0301", BC_SUSPECT_MARK, "\u0301", ""},
		{"a \u0323b", BC_SUSPECT_MARK, "\u0323", ""},
		{"á\u0301", BC_SUSPECT_MARK, "á\u0301", "á"},
		{"ế\u0300", BC_SUSPECT_MARK, "ế\u0300", ""},
		{"ơ\u0306\u0301\u0301", BC_SUSPECT_MARK, "ơ\u0306\u0301\u0301",
		 "ơ\u0306\u0301"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check(&rows[i]);
}

static void test_passes(void **state)
{
	(void)state;
	static const char *const good[] = {
		"",
		"Kết luận số 01-KL/TW ngày 18/5/2021: “tự soi”, ‘tự sửa’ – 18,5% … • m², "
		"°C\tĐẮK LẮK\n",
		"áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ",
		"ÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬĐÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴ",
		"toàn, hoà, khoẻ, thuý, quý, khoèo, ngoằn ngoèo, loè loẹt, moóc, quốc, giữ, "
		"yêu, luân",
		"café, naïve, São Paulo, Noël, Zaïre, crème brûlée, Français, où, août, maïs, "
		"été né",
		"España, niño, año, señor, Raúl, país, baúl, Müller, Köln, über, for größe, "
		"Malmö, på",
		"ơ\u0306 ê\u0306 ô\u0306 ƀ č ŏ ñ: ñu ñu, Ƀăng, jrai, pơplih, hơmâo, Đăk R’lấp, "
		"Krông Nô",
		"Bahnar ñôn ñôm",
		"«Nhân dân» ½ § 5 © 2026, Windows® 10 µm và 2,5 µm, 3×4, a·b, ghi chú¹, nº 5, "
		"1ª",
		"Δt, α-amylase, 5 μm, 10 kΩ, СССР, Москва, Ελλάδα",
		"cô bé nhé, ông Strauß né rồi",
		"thôi nhé bé Strauß",
		"Guðmundur Sigurðsson",
		"日本 한국 ภาษาไทย 😀 ✈\uFE0F 1\uFE0F\u20E3 👨\u200D👩",
	};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		check(&(struct row){good[i], BC_SUSPECT_NOTHING, "", ""});
}

/* Found again and again from the end of the last one, all of them and in order. */
static void test_goes_on(void **state)
{
	(void)state;
	struct bc_str s = BC_STR("\u00D0ảng bộ H\u00D0ND tỉnh\a\a \u00D0iện Biên");
	static const char *const stretches[] = {"\u00D0ảng", "H\u00D0ND", "\a", "\a",
						"\u00D0iện"};
	size_t at = 0, n = 0, begin, end;
	for (; bc_suspect(s, at, &begin, &end, NULL); at = end) {
		assert_true(begin >= at && n < 5);
		assert_true(bc_str_is(bc_str_cut(s, begin, end), stretches[n++]));
	}
	assert_int_equal(n, 5);
}

/* Only the legacy words of a text that is otherwise right; dù and chí are words as they stand.
 */
static void test_pasted_words(void **state)
{
	(void)state;
	check(&(struct row){"Các đồng chí ®¹i biÓu dù ®· họp đông đủ", BC_SUSPECT_LEGACY,
			    "®¹i biÓu dù ®·", "đại biểu dự đã"});
}

static void test_raw_tcvn3(void **state)
{
	(void)state;
	struct bc_buf sample = bc_buf_in(&fx.arena);
	assert_true(bc_looks_tcvn3(BC_STR("{\"title\": \"B\xB8o c\xB8o k\xD5t qu\xB6 th\xF9"
					  "c hi\xD6n\"}"),
				   &sample));
	assert_string_equal(bc_str_z(&fx.arena, bc_buf_str(&sample)),
			    "Báo cáo kết quả thực hiện");
	struct bc_buf none = bc_buf_in(&fx.arena);
	assert_false(bc_looks_tcvn3(BC_STR("caf\xE9 na\xEFve cr\xE8me br\xFBl\xE9"), &none));
	assert_false(bc_looks_tcvn3(BC_STR("Báo cáo kết quả \xFF thực hiện"), &none));
	assert_false(bc_looks_tcvn3(BC_STR("\x80\x81\x82 plain"), &none));
	assert_false(
		bc_looks_tcvn3(BC_STR("Ba\xF9o ca\xF9o ke\xE1t qua\xFB"), &none)); /* VNI */
	assert_false(bc_looks_tcvn3(BC_STR(""), &none));
	assert_int_equal(none.n, 0);
}

/* Past the first text, the sample is a few words long and doesn't end inside one. */
static void test_raw_sample_is_short(void **state)
{
	(void)state;
	struct bc_buf text = bc_buf_in(&fx.arena), sample = bc_buf_in(&fx.arena);
	for (int i = 0; i < 1000; i++)
		bc_buf_puts(&text, "plain text ");
	for (int i = 0; i < 1000; i++)
		bc_buf_puts(&text, "k\xD5t qu\xB6 ");
	assert_true(bc_looks_tcvn3(bc_buf_str(&text), &sample));
	struct bc_str got = bc_buf_str(&sample);
	assert_true(got.n < 200);
	assert_true(bc_str_starts(got, BC_STR("kết quả kết quả ")));
	assert_true(bc_str_is(bc_str_cut(got, got.n - strlen("quả"), got.n), "quả") ||
		    bc_str_is(bc_str_cut(got, got.n - strlen("kết"), got.n), "kết"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_found, setup, teardown),
		cmocka_unit_test_setup_teardown(test_passes, setup, teardown),
		cmocka_unit_test_setup_teardown(test_goes_on, setup, teardown),
		cmocka_unit_test_setup_teardown(test_pasted_words, setup, teardown),
		cmocka_unit_test_setup_teardown(test_raw_tcvn3, setup, teardown),
		cmocka_unit_test_setup_teardown(test_raw_sample_is_short, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
