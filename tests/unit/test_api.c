/* The public library: one engine and many documents, good and bad, one after another. */
#include "support.h"

#include "baocao.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/baocao-api-XXXXXX";
static char report[64], out[64];

#define GOOD                                                                                        \
	"{\"baocao\": 1, \"organization\": {\"kind\": \"party\", \"name\": \"ĐẢNG ỦY XÃ\"}, " \
	"\"document\": {\"symbol\": \"BC/ĐU\", \"place\": \"Tân An\", "                           \
	"\"date\": \"2026-11-21\", \"subject\": \"kết quả\"}, "                                 \
	"\"signatures\": [{\"lines\": [\"BÍ THƯ\"], \"name\": \"Trần A\"}], "                   \
	"\"sections\": [{\"title\": \"Kết quả\", \"blocks\": [\"Đã xong.\"]}]}"

static int begin(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return 1;
	snprintf(report, sizeof report, "%s/report.json", folder);
	snprintf(out, sizeof out, "%s/out", folder);
	return 0;
}

static int end(void **state)
{
	(void)state;
	unlink(report);
	unlink(out);
	return rmdir(folder);
}

static void store(const char *name, const char *text)
{
	FILE *file = fopen(name, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
	assert_int_equal(fclose(file), 0);
}

static struct baocao_result *run(struct baocao *engine, const char *text,
				 enum baocao_output output, bool draft)
{
	struct baocao_job job = {.name = report, .output = output, .draft = draft};
	store(report, text);
	struct baocao_result *result = baocao_run(engine, &job);
	assert_non_null(result);
	return result;
}

/* The code of the first finding that is no note; "" without. */
static const char *first_code(struct baocao_result *result)
{
	size_t dropped, n = baocao_result_findings(result, &dropped);
	for (size_t i = 0; i < n; i++) {
		const struct baocao_finding *f = baocao_result_finding(result, i);
		if (f->severity != BAOCAO_NOTE)
			return f->code;
	}
	return "";
}

static void one_engine_serves_many(void **state)
{
	(void)state;
	struct baocao *engine = baocao_new(".", NULL);
	char *first = NULL;
	size_t n_first = 0;
	assert_non_null(engine);
	for (int i = 0; i < 3; i++) {
		size_t n;
		struct baocao_result *good = run(engine, GOOD, BAOCAO_PDF, false);
		const char *bytes = baocao_result_bytes(good, &n);
		assert_string_equal(first_code(good), "");
		assert_int_equal(baocao_result_status(good), BAOCAO_DONE);
		assert_int_equal(baocao_result_stats(good).pages, 1);
		assert_memory_equal(bytes, "%PDF-", 5);
		if (i == 0) {
			first = malloc(n);
			assert_non_null(first);
			memcpy(first, bytes, n_first = n);
		}
		assert_int_equal(n, n_first);
		assert_memory_equal(bytes, first, n);
		baocao_result_free(good);

		struct baocao_result *bad = run(engine, "{", BAOCAO_PDF, false);
		assert_null(baocao_result_bytes(bad, &n));
		assert_int_equal(n, 0);
		assert_int_equal(baocao_result_status(bad), BAOCAO_ERRORS);
		baocao_result_free(bad);
	}
	free(first);
	baocao_free(engine);
}

static void results_outlive_the_engine(void **state)
{
	(void)state;
	struct baocao *engine = baocao_new(".", NULL);
	struct baocao_result *a = run(engine, GOOD, BAOCAO_PAGES, false);
	struct baocao_result *b = run(engine, "{}", BAOCAO_CHECK, false);
	size_t n;
	baocao_free(engine);
	assert_non_null(strstr(baocao_result_bytes(a, &n), "Tân An"));
	assert_string_equal(baocao_result_finding(b, 0)->place.file, report);
	baocao_result_free(b);
	baocao_result_free(a);
}

static void each_output_is_what_it_is_called(void **state)
{
	(void)state;
	struct baocao *engine = baocao_new(".", NULL);
	size_t n;
	struct baocao_result *check = run(engine, GOOD, BAOCAO_CHECK, false);
	assert_null(baocao_result_bytes(check, &n));
	assert_int_equal(baocao_result_status(check), BAOCAO_DONE);
	struct baocao_result *doc = run(engine, GOOD, BAOCAO_DOC, false);
	assert_non_null(baocao_result_bytes(doc, &n));
	struct baocao_result *pages = run(engine, GOOD, BAOCAO_PAGES, false);
	assert_memory_equal(baocao_result_bytes(pages, &n), "page 1", 6);
	baocao_result_free(check);
	baocao_result_free(doc);
	baocao_result_free(pages);
	baocao_free(engine);
}

static void a_draft_is_made_of_what_there_is(void **state)
{
	(void)state;
	static const char gap[] =
		"{\"baocao\": 1, \"organization\": {\"kind\": \"party\", "
		"\"name\": \"ĐẢNG ỦY XÃ\"}, \"document\": {\"symbol\": \"BC\", "
		"\"place\": \"Tân An\", \"date\": \"2026-11-21\"}, "
		"\"signatures\": [{\"lines\": [\"BÍ THƯ\"]}]}";
	struct baocao *engine = baocao_new(".", NULL);
	size_t n;
	struct baocao_result *plain = run(engine, gap, BAOCAO_PDF, false);
	assert_null(baocao_result_bytes(plain, &n));
	assert_string_equal(first_code(plain), "M003");
	struct baocao_result *draft = run(engine, gap, BAOCAO_PDF, true);
	assert_non_null(baocao_result_bytes(draft, &n));
	assert_int_equal(baocao_result_status(draft), BAOCAO_ERRORS);
	struct baocao_result *whole = run(engine, GOOD, BAOCAO_PDF, true);
	assert_non_null(baocao_result_bytes(whole, &n));
	assert_int_equal(baocao_result_status(whole), BAOCAO_ERRORS);
	baocao_result_free(plain);
	baocao_result_free(draft);
	baocao_result_free(whole);
	baocao_free(engine);
}

static void what_is_not_there_is_trouble_of_the_system(void **state)
{
	(void)state;
	struct baocao *nowhere = baocao_new("/nonexistent", NULL);
	struct baocao *no_fonts = baocao_new(".", "/nonexistent");
	struct baocao *engine = baocao_new(".", NULL);
	struct baocao_result *results[] = {
		run(nowhere, GOOD, BAOCAO_PDF, false),
		run(no_fonts, GOOD, BAOCAO_PDF, false),
		run(no_fonts, GOOD, BAOCAO_PDF, false), /* and again */
		baocao_run(engine, &(struct baocao_job){.name = "/nonexistent.json"}),
	};
	for (size_t i = 0; i < sizeof results / sizeof *results; i++) {
		size_t n;
		assert_int_equal(baocao_result_status(results[i]), BAOCAO_SYSTEM);
		assert_null(baocao_result_bytes(results[i], &n));
		assert_string_not_equal(first_code(results[i]), "");
		baocao_result_free(results[i]);
	}
	baocao_free(nowhere);
	baocao_free(no_fonts);
	baocao_free(engine);
}

static void writes_only_what_there_is(void **state)
{
	(void)state;
	struct stat st;
	struct baocao *engine = baocao_new(".", NULL);
	struct baocao_result *bad = run(engine, "[]", BAOCAO_PDF, false);
	store(out, "old");
	assert_false(baocao_result_write(bad, out));
	assert_int_equal(stat(out, &st), 0);
	assert_int_equal(st.st_size, 3);
	struct baocao_result *good = run(engine, GOOD, BAOCAO_PDF, false);
	size_t dropped, before = baocao_result_findings(good, &dropped);
	assert_true(baocao_result_write(good, out));
	assert_int_equal(stat(out, &st), 0);
	assert_true(st.st_size > 1000);
	assert_false(baocao_result_write(good, folder));
	assert_int_equal(baocao_result_findings(good, &dropped), before + 1);
	assert_string_equal(baocao_result_finding(good, before)->code, "I003");
	assert_int_equal(baocao_result_status(good), BAOCAO_SYSTEM);
	baocao_result_free(good);
	baocao_result_free(bad);
	baocao_free(engine);
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

static void the_schema_is_json(void **state)
{
	(void)state;
	size_t n;
	struct baocao_result *schema = baocao_schema();
	const char *bytes = baocao_result_bytes(schema, &n);
	assert_true(n > 1000 && bytes[0] == '{' && bytes[n - 1] == '\n');
	assert_int_equal(baocao_result_status(schema), BAOCAO_DONE);
	baocao_result_free(schema);
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

static void nothing_can_be_freed(void **state)
{
	(void)state;
	baocao_free(NULL);
	baocao_result_free(NULL);
	struct baocao *unused = baocao_new(".", NULL);
	baocao_free(unused);
	assert_true(strlen(baocao_version()) >= 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_engine_serves_many),
		cmocka_unit_test(results_outlive_the_engine),
		cmocka_unit_test(each_output_is_what_it_is_called),
		cmocka_unit_test(a_draft_is_made_of_what_there_is),
		cmocka_unit_test(what_is_not_there_is_trouble_of_the_system),
		cmocka_unit_test(writes_only_what_there_is),
		cmocka_unit_test(findings_have_places),
		cmocka_unit_test(base_files_lie_below_the_report),
		cmocka_unit_test(the_schema_is_json),
		cmocka_unit_test(codes_are_explained),
		cmocka_unit_test(nothing_can_be_freed),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
