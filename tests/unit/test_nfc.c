/* NFC: what stays, what is composed, and that what stays costs nothing. */
#include "support.h"

#include "base/utf8.h"
#include "text/nfc.h"

#include <utf8proc.h>

/* All 134 letters with a mark; the rest of the alphabet is ASCII. */
static const char letters[] =
	"áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ"
	"ÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬĐÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴ";

static int setup(void **state)
{
	static struct fixture fx;
	if (setjmp(fx.oom))
		return -1;
	fixture_init(&fx);
	*state = &fx;
	return 0;
}

static int teardown(void **state)
{
	fixture_done(*state);
	return 0;
}

static void assert_nfc(struct fixture *fx, const char *in, const char *out)
{
	struct bc_str got = bc_nfc(&fx->arena, bc_str_of(in));
	assert_string_equal(bc_str_z(&fx->arena, got), out);
}

static void test_letters_from_nfd(void **state)
{
	struct fixture *fx = *state;
	struct bc_str all = BC_STR(letters);
	assert_int_equal(bc_utf8_count(all), 134);
	for (size_t at = 0; at < all.n;) {
		size_t begin = at;
		bc_rune letter = bc_utf8_next(all, &at);
		utf8proc_int32_t parts[4];
		utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)letter, parts, 4,
							     UTF8PROC_DECOMPOSE, NULL);
		struct bc_buf nfd = bc_buf_in(&fx->arena);
		bc_buf_puts(&nfd, "x");
		for (utf8proc_ssize_t i = 0; i < n; i++)
			bc_utf8_put(&nfd, (bc_rune)parts[i]);
		bc_buf_puts(&nfd, "y");
		struct bc_str got = bc_nfc(&fx->arena, bc_buf_str(&nfd));
		assert_int_equal(got.n, at - begin + 2);
		assert_memory_equal(got.p + 1, all.p + begin, at - begin);
	}
}

static void test_composed_text_is_not_copied(void **state)
{
	struct fixture *fx = *state;
	static const char *const same[] = {
		letters,
		"Kết luận số 01-KL/TW ngày 18/5/2021 … “tự soi” – 5 °C, m², ½, → ∑ 日本 한국 😀",
		/* Jrai and Bahnar: these have no precomposed form */
		"ơ̆ ê̆ ô̆ ƀ č ŏ ñ",
		"",
		"\u0301",
		"q\u0323\u0301",
	};
	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		struct bc_str s = bc_str_of(same[i]);
		assert_ptr_equal(bc_nfc(&fx->arena, s).p, s.p);
	}
	assert_null(fx->arena.chunks);
}

static void test_changes(void **state)
{
	struct fixture *fx = *state;
	assert_nfc(fx, "Đa\u0309ng ủy, nghi\u0323\u0302 quye\u0302\u0301t",
		   "Đảng ủy, nghị\u0302 quyết");
	assert_nfc(fx, "e\u0323\u0302", "ệ");
	assert_nfc(fx, "e\u0302\u0323", "ệ");
	assert_nfc(fx, "ê\u0323", "ệ");
	assert_nfc(fx, "ẹ\u0302", "ệ");
	assert_nfc(fx, "u\u031B\u0301", "ứ");
	assert_nfc(fx, "u\u0301\u031B", "ứ");
	assert_nfc(fx, "\u212B\u2126\u037E", "ÅΩ;"); /* singletons */
	assert_nfc(fx, "\u1112\u1161\u11AB", "한");  /* jamo */
	assert_nfc(fx, "\u2000a\u2001", "\u2002a\u2003");
	assert_nfc(fx, "\u0958", "\u0915\u093C"); /* excluded from composition */
	assert_nfc(fx, "\u0344", "\u0308\u0301");
}

/* One mark at the very end, and a stretch longer than the room on the stack. */
static void test_long_stretches(void **state)
{
	struct fixture *fx = *state;
	struct bc_buf in = bc_buf_in(&fx->arena), out = bc_buf_in(&fx->arena);
	for (int i = 0; i < 500; i++) {
		bc_buf_puts(&in, "\u1112\u1161\u11AB"); /* jamo are no starters of their own */
		bc_buf_puts(&out, "한");
	}
	bc_buf_puts(&in, "o\u031B\u0323");
	bc_buf_puts(&out, "ợ");
	assert_nfc(fx, bc_str_z(&fx->arena, bc_buf_str(&in)),
		   bc_str_z(&fx->arena, bc_buf_str(&out)));
}

/* 64 marks on a letter are ordered; more are no text, and left as they are. */
static void test_mark_limit(void **state)
{
	struct fixture *fx = *state;
	for (int n = 64; n <= 65; n++) {
		struct bc_buf in = bc_buf_in(&fx->arena);
		bc_buf_puts(&in, "e\u0301");
		for (int i = 1; i < n; i++)
			bc_buf_puts(&in, "\u0323");
		struct bc_str got = bc_nfc(&fx->arena, bc_buf_str(&in));
		assert_int_equal(got.p == in.p, n == 65);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_letters_from_nfd, setup, teardown),
		cmocka_unit_test_setup_teardown(test_composed_text_is_not_copied, setup,
						teardown),
		cmocka_unit_test_setup_teardown(test_changes, setup, teardown),
		cmocka_unit_test_setup_teardown(test_long_stretches, setup, teardown),
		cmocka_unit_test_setup_teardown(test_mark_limit, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
