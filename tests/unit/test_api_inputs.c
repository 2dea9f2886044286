/* The public library: what a job brings along. */
#include "api.h"

static void base_files_lie_below_the_report(void **state)
{
	(void)state;
	static const char *const outside[] = {"/etc/passwd", "../x.json", "a/../../x.json",
					      "..", ""};
	struct baocao *engine = baocao_new(".", NULL);
	for (size_t i = 0; i < sizeof outside / sizeof *outside; i++) {
		char text[2048];
		snprintf(text, sizeof text, "{\"base\": \"%s\", %s", outside[i], &GOOD[1]);
		struct baocao_result *result = run(engine, text, BAOCAO_CHECK, false);
		assert_string_equal(first_code(result), "I005");
		baocao_result_free(result);
	}
	baocao_free(engine);
}

static void a_text_is_rendered_like_the_file_that_holds_it(void **state)
{
	(void)state;
	struct baocao *engine = baocao_new(".", NULL);
	struct baocao_result *file = run(engine, GOOD, BAOCAO_PDF, false);
	char cut[] = GOOD "{ what follows is not read";
	struct baocao_job job = text_job(cut);
	size_t n, m;
	job.size = strlen(GOOD);
	job.output = BAOCAO_PDF;
	job.line = 12;
	job.column = 3;
	job.pointer = "/11";
	job.unattended = true;
	struct baocao_result *text = run_job(engine, &job);
	assert_string_equal(first_code(text), "");
	const char *a = baocao_result_bytes(file, &n), *b = baocao_result_bytes(text, &m);
	assert_int_equal(n, m);
	assert_memory_equal(a, b, n);
	baocao_result_free(text);
	baocao_result_free(file);
	baocao_free(engine);
}

static void a_text_has_its_base_beside_the_file(void **state)
{
	(void)state;
	static const char text[] = "{\"base\": \"office.json\", \"organization\": {}, "
				   "\"document\": {\"date\": \"2026-11-21\", "
				   "\"subject\": \"kết quả\"}}";
	struct baocao_job job = text_job(text);
	struct baocao *engine = baocao_new(".", NULL);
	unlink(office);
	struct baocao_result *without = run_job(engine, &job);
	assert_string_equal(first_code(without), "I001");
	assert_int_equal(baocao_result_status(without), BAOCAO_SYSTEM);
	store(office, GOOD);
	struct baocao_result *with = run_job(engine, &job);
	assert_string_equal(first_code(with), "");
	store(office, "{\"organization\": {\"kind\": 5}}");
	job.line = 7;
	job.column = 9;
	job.pointer = "/6";
	struct baocao_result *wrong = run_job(engine, &job);
	const struct baocao_finding *f = find(wrong, "M005");
	assert_non_null(f);
	assert_string_equal(f->place.file, office);
	assert_int_equal(f->place.line, 1);
	assert_int_equal(f->place.column, 27);
	assert_string_equal(f->place.pointer, "/organization/kind");
	baocao_result_free(wrong);
	baocao_result_free(with);
	baocao_result_free(without);
	baocao_free(engine);
}

/* What a file carries is enough: nothing is read beside it. */
static void a_job_may_bring_its_base_along(void **state)
{
	(void)state;
	static const char text[] = "{\"base\": \"office.json\", \"organization\": {}, "
				   "\"document\": {\"subject\": \"kết quả\"}}";
	struct baocao_job job = text_job(text);
	struct baocao *engine = baocao_new(".", NULL);
	job.output = BAOCAO_PAGES;
	store(office, GOOD);
	struct baocao_result *read = run_job(engine, &job);
	unlink(office);
	char *bytes = strdup(GOOD "not the base's any more");
	assert_non_null(bytes);
	job.base = bytes;
	job.base_size = strlen(GOOD);
	struct baocao_result *brought = run_job(engine, &job);
	free(bytes);
	size_t n, m;
	const char *a = baocao_result_bytes(read, &n), *b = baocao_result_bytes(brought, &m);
	assert_non_null(a);
	assert_non_null(b);
	assert_int_equal(n, m);
	assert_memory_equal(a, b, n);
	job.base = "{\"organization\": 5}";
	job.base_size = strlen(job.base);
	struct baocao_result *wrong = run_job(engine, &job);
	const struct baocao_finding *f = find(wrong, "M003");
	assert_non_null(f);
	baocao_result_free(wrong);
	baocao_result_free(brought);
	baocao_result_free(read);
	baocao_free(engine);
}

static void what_is_secret_is_made_by_itself(void **state)
{
	(void)state;
	static const struct {
		const char *secrecy;
		bool unattended, draft, refused;
	} cases[] = {
		{"none", true, false, false},     {"mat", false, false, false},
		{"mat", true, false, true},       {"toi_mat", true, false, true},
		{"tuyet_mat", true, false, true}, {"mat", true, true, true},
	};
	struct baocao *engine = baocao_new(".", NULL);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char text[2048];
		const char *behind = strstr(GOOD, "\"symbol\"");
		snprintf(text, sizeof text, "%.*s\"secrecy\": \"%s\", %s", (int)(behind - GOOD),
			 GOOD, cases[i].secrecy, behind);
		struct baocao_job job = text_job(text);
		job.output = BAOCAO_PDF;
		job.unattended = cases[i].unattended;
		job.draft = cases[i].draft;
		struct baocao_result *result = run_job(engine, &job);
		size_t n;
		assert_int_equal(find(result, "B011") != NULL, cases[i].refused);
		assert_int_equal(baocao_result_bytes(result, &n) == NULL, cases[i].refused);
		assert_int_equal(baocao_result_status(result),
				 cases[i].refused ? BAOCAO_ERRORS : BAOCAO_DONE);
		baocao_result_free(result);
	}
	baocao_free(engine);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(base_files_lie_below_the_report),
		cmocka_unit_test(a_text_is_rendered_like_the_file_that_holds_it),
		cmocka_unit_test(a_text_has_its_base_beside_the_file),
		cmocka_unit_test(a_job_may_bring_its_base_along),
		cmocka_unit_test(what_is_secret_is_made_by_itself),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
