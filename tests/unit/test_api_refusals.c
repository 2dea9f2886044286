/* The public library: reports that are refused before they are read. */
#include "api.h"

#include "json/encoding.h"

static void a_report_can_be_refused(void **state)
{
	(void)state;
	struct baocao_job job = text_job("{\"a\": 1}\n{\"a\": 2}");
	struct baocao_job other = text_job("{\"đ\": 1}");
	size_t dropped;
	job.line = 4;
	job.column = 7;
	job.pointer = "/3";
	other.name = "khác.json";
	other.line = 9;
	other.pointer = "/8";
	struct baocao_result *r = baocao_refuse(&job, "B004", "a.pdf", &other);
	assert_int_equal(baocao_result_findings(r, &dropped), 1);
	const struct baocao_finding *f = baocao_result_finding(r, 0);
	assert_string_equal(f->code, "B004");
	assert_int_equal(f->severity, BAOCAO_ERROR);
	assert_non_null(strstr(f->message[BAOCAO_VI], "“a.pdf”"));
	assert_non_null(strstr(f->message[BAOCAO_EN], "\"a.pdf\""));
	assert_place(f, 4, 7, "/3");
	assert_excerpt(f, "{\"a\": 1}", 7);
	assert_string_equal(f->related.file, "khác.json");
	assert_int_equal(f->related.line, 9);
	assert_int_equal(f->related.column, 1);
	assert_string_equal(f->related.pointer, "/8");
	assert_string_equal(f->related.excerpt, "{\"đ\": 1}");
	assert_int_equal(baocao_result_status(r), BAOCAO_ERRORS);
	assert_output(r, NULL);
	baocao_result_free(r);
}

static void a_refusal_needs_no_more_than_a_code(void **state)
{
	(void)state;
	static const struct {
		const char *code;
		enum baocao_status status;
	} cases[] = {{"B007", BAOCAO_SYSTEM}, {"B009", BAOCAO_ERRORS}, {"B005", BAOCAO_SYSTEM}};
	struct baocao_job job = {.name = "x.json"};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct baocao_result *r = baocao_refuse(&job, cases[i].code, NULL, NULL);
		const struct baocao_finding *f = baocao_result_finding(r, 0);
		assert_string_equal(f->code, cases[i].code);
		assert_string_equal(f->place.file, "x.json");
		assert_int_equal(f->place.line, 0);
		assert_string_equal(f->place.pointer, "");
		assert_null(f->related.file);
		assert_null(strstr(f->message[BAOCAO_EN], "{0}"));
		assert_int_equal(baocao_result_status(r), cases[i].status);
		baocao_result_free(r);
	}
}

static void nothing_is_refused_for_an_unknown_cause(void **state)
{
	(void)state;
	static const char *const unknown[] = {"", "B", "B000", "B0040", "b004"};
	struct baocao_job job = {.name = "x.json"};
	for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
		assert_null(baocao_refuse(&job, unknown[i], "x", &job));
}

static void what_is_shown_of_a_long_report_is_text(void **state)
{
	(void)state;
	char text[1024];
	for (size_t before = 0; before < 3; before++) {
		struct baocao_job job = {.name = report, .text = text, .line = 1};
		memset(text, 'x', before);
		for (job.size = before; job.size + 4 < sizeof text; job.size += 3)
			memcpy(text + job.size, "ộ", 4);
		struct baocao_result *r = baocao_refuse(&job, "B007", NULL, NULL);
		const char *excerpt = baocao_result_finding(r, 0)->place.excerpt;
		assert_true(strlen(excerpt) > 300);
		assert_true(bc_is_utf8((struct bc_str){excerpt, strlen(excerpt)}));
		baocao_result_free(r);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_report_can_be_refused),
		cmocka_unit_test(a_refusal_needs_no_more_than_a_code),
		cmocka_unit_test(nothing_is_refused_for_an_unknown_cause),
		cmocka_unit_test(what_is_shown_of_a_long_report_is_text),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
