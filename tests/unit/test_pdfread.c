/* A PDF's first revision, and texts from a PDF; qpdf's part is judged by
 * tests/tools/extract.sh. */
#include "support.h"

#include "pdfread/pdfread.h"
#include "pdfread/text.h"

/* A revision whose table stands at byte 9, so that "startxref" follows at once. */
#define REVISION "%PDF-1.7\n1 0 obj\n<</Type/XRef>>\nendobj\nstartxref\n9\n%%EOF\n"

static size_t first(const char *bytes)
{
	return bc_pdfread_first_revision(bc_str_of(bytes)).n;
}

static void what_was_appended_is_cut_off(void **state)
{
	(void)state;
	size_t n = strlen(REVISION);
	assert_int_equal(first(REVISION), n);
	assert_int_equal(first(REVISION "2 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n"), n);
	assert_int_equal(first(REVISION REVISION REVISION), n);
}

static void a_table_of_the_old_kind_counts(void **state)
{
	(void)state;
	static const char old[] = "%PDF-1.4\nxref\n0 0\ntrailer<<>>\r\nstartxref\r\n9\r\n%%EOF";
	assert_int_equal(first(old), strlen(old));
}

static void the_end_of_a_pdf_inside_is_not_the_end(void **state)
{
	(void)state;
	/* where the inner file's table would be there is none */
	static const char *const inner[] = {
		"startxref\n3\n%%EOF\n", "startxref\n99999\n%%EOF\n",
		"startxref\nx\n%%EOF\n", "startxref\n9\n%%E",
		"startxref\n9",          "startxref"};
	for (size_t i = 0; i < sizeof inner / sizeof *inner; i++) {
		char bytes[256] = "%PDF-1.7\n1 0 obj\n";
		strcat(bytes, inner[i]);
		size_t n = strlen(bytes);
		assert_int_equal(first(bytes), n); /* none found: all of it */
		strcat(bytes, "startxref\n9\n%%EOF\n");
		n = strlen(bytes);
		strcat(bytes, "more");
		assert_int_equal(first(bytes), n);
	}
}

static void texts_are_made_fit_to_be_shown(void **state)
{
	(void)state;
	static const char *const texts[][2] = {
		{"Biểu số 1 €𝄞", "Biểu số 1 €𝄞"},
		{"a\tb\x1b[31m\x7f", "a b [31m "},
		{"\xc2\x85", " "},
		{"\xff"
		 "a\xc0\xaf",
		 "�a��"},
		{"\xed\xa0\x80", "�"},
		{"\xf4\x90\x80\x80", "�"},
		{"\xe0\x80\x80", "�"},
		{"x\xe1\xba", "x��"},
	};
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct bc_str s = bc_pdfread_text(&fx.arena, bc_str_of(texts[i][0]));
		assert_string_equal(bc_str_z(&fx.arena, s), texts[i][1]);
	}
	fixture_done(&fx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_appended_is_cut_off),
		cmocka_unit_test(a_table_of_the_old_kind_counts),
		cmocka_unit_test(the_end_of_a_pdf_inside_is_not_the_end),
		cmocka_unit_test(texts_are_made_fit_to_be_shown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
