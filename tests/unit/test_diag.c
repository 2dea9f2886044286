/* base/diag: every row of the table, and the list of findings. */
#include "each.h"

#include "base/diag.h"
#include "base/limits.h"

#include <ctype.h>
#include <string.h>

/* Which of {0} {1} {2} a text holds, as bits; a brace of another kind of number is a mistake.
 */
static unsigned placeholders(const char *code, const char *text)
{
	unsigned set = 0;
	for (const char *p = strchr(text, '{'); p; p = strchr(p + 1, '{')) {
		if (!isdigit((unsigned char)p[1]) || p[2] != '}')
			continue;
		if (p[1] > '2')
			fail_msg("%s: no such argument in “%s”", code, text);
		set |= 1u << (p[1] - '0');
	}
	return set;
}

static bool is_tidy(const char *text)
{
	size_t n = strlen(text);
	return n == 0 || (text[0] != ' ' && text[n - 1] != ' ' && !strstr(text, "  ") &&
			  !strchr(text, '\n') && text[n - 1] != '\t');
}

static void every_row_is_well_formed(void **state)
{
	(void)state;
	for (int i = 0; i < BC_DIAG_COUNT; i++) {
		const struct bc_diag_text *t = bc_diag_text((enum bc_diag)i);
		if (strlen(t->code) != 4 || !strchr("BEIJMRFPLXT", t->code[0]) ||
		    strspn(t->code + 1, "0123456789") != 3)
			fail_msg("a code is a letter and three digits, not %s", t->code);
		for (int lang = BC_VI; lang <= BC_EN; lang++) {
			if (!t->message[lang][0])
				fail_msg("%s has no message", t->code);
			if (!is_tidy(t->message[lang]) || !is_tidy(t->hint[lang]))
				fail_msg("%s: spaces or line breaks out of place", t->code);
		}
		if (!t->hint[BC_VI][0] != !t->hint[BC_EN][0])
			fail_msg("%s has a hint in one language", t->code);
	}
}

/* Vietnamese messages may add what a field is called; nothing else may differ. */
static void both_languages_have_the_same_arguments(void **state)
{
	(void)state;
	for (int i = 0; i < BC_DIAG_COUNT; i++) {
		const struct bc_diag_text *t = bc_diag_text((enum bc_diag)i);
		if (placeholders(t->code, t->message[BC_EN]) &
		    ~placeholders(t->code, t->message[BC_VI]))
			fail_msg("%s: the messages differ in their arguments", t->code);
		if (placeholders(t->code, t->hint[BC_VI]) !=
		    placeholders(t->code, t->hint[BC_EN]))
			fail_msg("%s: the hints differ in their arguments", t->code);
	}
}

static void codes_are_unique_and_found(void **state)
{
	(void)state;
	for (int i = 0; i < BC_DIAG_COUNT; i++) {
		const char *code = bc_diag_text((enum bc_diag)i)->code;
		assert_int_equal(bc_diag_by_code(bc_str_of(code)), i);
	}
	assert_int_equal(bc_diag_by_code(BC_STR("")), BC_DIAG_COUNT);
	assert_int_equal(bc_diag_by_code(BC_STR("J0011")), BC_DIAG_COUNT);
	assert_int_equal(bc_diag_by_code(BC_STR("j001")), BC_DIAG_COUNT);
}

static const char *text_of(const struct bc_finding *f, enum bc_lang lang)
{
	struct bc_buf out = bc_buf_in(&fx.arena);
	bc_finding_message(&out, f, lang);
	return bc_str_z(&fx.arena, bc_buf_str(&out));
}

static void arguments_are_put_in_once(void **state)
{
	(void)state;
	struct bc_place none = {0};
	struct bc_finding *f = BC_REPORT2(&fx.findings, JSON_SYNTAX, none,
					  BC_BOTH("số", "a number"), BC_STR("{0}\x1f{1}"));
	assert_string_equal(text_of(f, BC_VI), "ở đây phải là số, nhưng gặp “{0}\x1f{1}”");
	assert_string_equal(text_of(f, BC_EN), "expected a number, found \"{0}\x1f{1}\"");
}

static void arguments_are_copied(void **state)
{
	(void)state;
	struct bc_place none = {0};
	char key[] = "khóa";
	struct bc_finding *f = BC_REPORT1(&fx.findings, JSON_DUPLICATE, none, bc_str_of(key));
	memset(key, 'x', 4);
	assert_string_equal(text_of(f, BC_VI), "khóa “khóa” bị ghi hơn một lần");
}

static void a_draft_forgives_data_only(void **state)
{
	(void)state;
	struct bc_place none = {0};
	fx.findings.draft = true;
	BC_REPORT0(&fx.findings, MODEL_NO_DATE, none);
	assert_false(bc_findings_failed(&fx.findings));
	BC_REPORT0(&fx.findings, JSON_EMPTY, none);
	assert_true(bc_findings_failed(&fx.findings));
	assert_false(fx.findings.system);
	BC_REPORT0(&fx.findings, OUT_OF_MEMORY, none);
	assert_true(fx.findings.system);
}

static void many_warnings_do_not_hide_an_error(void **state)
{
	(void)state;
	struct bc_place none = {0};
	for (int i = 0; i < BC_LIMIT_FINDINGS + 5; i++)
		BC_REPORT0(&fx.findings, MODEL_NO_ROWS, none);
	assert_int_equal(fx.findings.kept, BC_LIMIT_FINDINGS);
	assert_int_equal(fx.findings.dropped, 5);
	assert_int_equal(fx.findings.count[BC_WARNING], BC_LIMIT_FINDINGS + 5);
	assert_non_null(BC_REPORT0(&fx.findings, JSON_EMPTY, none));
	assert_int_equal(fx.findings.kept, BC_LIMIT_FINDINGS + 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_row_is_well_formed),
		cmocka_unit_test(both_languages_have_the_same_arguments),
		cmocka_unit_test(codes_are_unique_and_found),
		TEST(arguments_are_put_in_once),
		TEST(arguments_are_copied),
		TEST(a_draft_forgives_data_only),
		TEST(many_warnings_do_not_hide_an_error),
	};
	if (setjmp(fx.oom))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
