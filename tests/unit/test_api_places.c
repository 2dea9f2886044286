/* The public library: findings have places. */
#include "api.h"

/* A template belongs to the engine; what is said of it belongs to the result. */
static void findings_of_templates_outlive_the_engine(void **state)
{
	(void)state;
	struct baocao *engine = baocao_new(".", NULL);
	struct baocao_job job = text_job(GOOD);
	job.template = "tong-ket";
	struct baocao_result *result = run_job(engine, &job);
	baocao_free(engine);
	size_t dropped, n = baocao_result_findings(result, &dropped), of_templates = 0;
	for (size_t i = 0; i < n; i++) {
		struct baocao_place place = baocao_result_finding(result, i)->place;
		if (!strstr(place.file, "/templates/"))
			continue;
		of_templates++;
		assert_int_not_equal(place.line, 0);
		assert_non_null(strstr(place.excerpt, "\"title\""));
	}
	assert_int_not_equal(of_templates, 0);
	baocao_result_free(result);
}

static void findings_have_places(void **state)
{
	(void)state;
	struct baocao *engine = baocao_new(".", NULL);
	struct baocao_result *result =
		run(engine, "{\"baocao\": 1,\n \"tiêu~/đề\": 2}", BAOCAO_CHECK, false);
	size_t dropped, n = baocao_result_findings(result, &dropped);
	const struct baocao_finding *f = NULL;
	for (size_t i = 0; i < n; i++) {
		const struct baocao_finding *one = baocao_result_finding(result, i);
		if (strcmp(one->code, "M001") == 0 || strcmp(one->code, "M002") == 0)
			f = one;
	}
	assert_non_null(f);
	assert_string_equal(f->place.file, report);
	assert_int_equal(f->place.line, 2);
	assert_int_equal(f->place.column, 2);
	assert_int_equal(f->place.end_line, 2);
	assert_string_equal(f->place.pointer, "/tiêu~0~1đề");
	assert_string_equal(f->place.excerpt, " \"tiêu~/đề\": 2}");
	assert_null(f->related.file);
	assert_non_null(strstr(f->message[BAOCAO_VI], "tiêu~/đề"));
	assert_non_null(strstr(f->message[BAOCAO_EN], "tiêu~/đề"));
	baocao_result_free(result);
	baocao_free(engine);
}

static void a_part_of_a_file_has_the_places_of_the_file(void **state)
{
	(void)state;
	static const char text[] = "{\"baocao\": 1, \"tên\": 2,\n \"tiêu~/đề\": 2}, {}";
	static const struct {
		unsigned line, column; /* of the part */
		const char *pointer;
		unsigned found_line, found_column;
		const char *first, *second;
	} cases[] = {
		{0, 0, NULL, 1, 15, "/tên", "/tiêu~0~1đề"},
		{1, 1, "", 1, 15, "/tên", "/tiêu~0~1đề"},
		{1, 2, "/0", 1, 16, "/0/tên", "/0/tiêu~0~1đề"},
		{7, 1, NULL, 7, 15, "/tên", "/tiêu~0~1đề"},
		{7, 105, "/12", 7, 119, "/12/tên", "/12/tiêu~0~1đề"},
	};
	struct baocao *engine = baocao_new(".", NULL);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct baocao_job job = text_job(text);
		unsigned line = cases[i].found_line, column = cases[i].found_column;
		job.size = strlen(text) - strlen(", {}");
		job.line = cases[i].line;
		job.column = cases[i].column;
		job.pointer = cases[i].pointer;
		struct baocao_result *result = run_job(engine, &job);
		const struct baocao_finding *f = find_one(result, "M002", 0);
		assert_place(f, line, column, cases[i].first);
		assert_excerpt(f, "{\"baocao\": 1, \"tên\": 2,", column - 14);
		assert_int_equal(f->place.end_line, line);
		assert_int_equal(f->place.end_column, column + 5);
		f = find_one(result, "M002", 1);
		assert_place(f, line + 1, 2, cases[i].second);
		assert_excerpt(f, " \"tiêu~/đề\": 2}", 1);
		baocao_result_free(result);
	}
	baocao_free(engine);
}

static void related_places_lie_in_the_part_too(void **state)
{
	(void)state;
	struct baocao_job job = text_job("{\"a\": 1, \"a\": 2}");
	struct baocao *engine = baocao_new(".", NULL);
	job.line = 3;
	job.column = 10;
	job.pointer = "/2";
	struct baocao_result *result = run_job(engine, &job);
	const struct baocao_finding *f = find(result, "J035");
	assert_place(f, 3, 19, "/2/a");
	assert_int_equal(f->related.line, 3);
	assert_int_equal(f->related.column, 11);
	assert_int_equal(f->related.excerpt_column, 10);
	baocao_result_free(result);
	baocao_free(engine);
}

static void an_empty_part_has_a_place_as_well(void **state)
{
	(void)state;
	struct baocao_job job = text_job("");
	struct baocao *engine = baocao_new(".", NULL);
	job.line = 3;
	job.column = 10;
	struct baocao_result *result = run_job(engine, &job);
	const struct baocao_finding *f = find(result, "J001");
	assert_place(f, 3, 10, "");
	assert_excerpt(f, "", 10);
	baocao_result_free(result);
	baocao_free(engine);
}

static void too_large_a_text_is_not_read(void **state)
{
	(void)state;
	enum {
		SMALL = 4096 /* bytes, of which only the first are shown */
	};
	char *text = malloc(SMALL);
	assert_non_null(text);
	memset(text, '{', SMALL);
	struct baocao_job job = {.name = report, .text = text, .line = 2, .column = 5};
	job.size = (64u << 20) + 1;
	struct baocao *engine = baocao_new(".", NULL);
	struct baocao_result *result = run_job(engine, &job);
	const struct baocao_finding *f = find(result, "I002");
	assert_non_null(f);
	assert_string_equal(first_code(result), "I002");
	assert_non_null(strstr(f->message[BAOCAO_EN], "64 MiB"));
	assert_int_equal(f->place.line, 2);
	assert_int_equal(f->place.column, 5);
	assert_int_equal(baocao_result_status(result), BAOCAO_ERRORS);
	assert_output(result, NULL);
	baocao_result_free(result);
	baocao_free(engine);
	free(text);
}

static void codes_are_explained(void **state)
{
	(void)state;
	struct baocao_finding f;
	assert_true(baocao_explain("J007", &f));
	assert_string_equal(f.code, "J007");
	assert_int_equal(f.severity, BAOCAO_ERROR);
	assert_true(f.message[BAOCAO_VI][0] && f.message[BAOCAO_EN][0]);
	assert_false(baocao_explain("J999", &f));
	assert_false(baocao_explain("", &f));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(findings_of_templates_outlive_the_engine),
		cmocka_unit_test(findings_have_places),
		cmocka_unit_test(a_part_of_a_file_has_the_places_of_the_file),
		cmocka_unit_test(related_places_lie_in_the_part_too),
		cmocka_unit_test(an_empty_part_has_a_place_as_well),
		cmocka_unit_test(too_large_a_text_is_not_read),
		cmocka_unit_test(codes_are_explained),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
