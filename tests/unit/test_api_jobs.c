/* The public library: one engine and many documents, good and bad, one after another. */
#include "api.h"

#include <sys/stat.h>

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
	struct baocao_result *carried = run(engine, GOOD, BAOCAO_CARRIED, false);
	assert_memory_equal(baocao_result_bytes(carried, &n), "{\"baocao\":1,", 12);
	struct baocao_result *manifest = run(engine, GOOD, BAOCAO_MANIFEST, false);
	static const char head[] = "{\n  \"baocao_manifest\": 1,";
	assert_memory_equal(baocao_result_bytes(manifest, &n), head, sizeof head - 1);
	baocao_result_free(carried);
	baocao_result_free(manifest);
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

static struct baocao_result *run_for_signing(struct baocao *engine, const char *text, bool map)
{
	struct baocao_job job = {.name = "in.json",
				 .text = text,
				 .size = strlen(text),
				 .output = BAOCAO_PDF,
				 .signature_map = map,
				 .signature_fields = true};
	return baocao_run(engine, &job);
}

static void maps_what_it_is_asked_to(void **state)
{
	(void)state;
	size_t n;
	struct baocao *engine = baocao_new(".", NULL);
	struct baocao_result *bad = run_for_signing(engine, "[]", true);
	assert_null(baocao_result_map(bad, &n));
	assert_false(baocao_result_write_map(bad, out));
	struct baocao_result *unasked = run_for_signing(engine, GOOD, false);
	assert_int_equal(baocao_result_status(unasked), BAOCAO_DONE);
	assert_null(baocao_result_map(unasked, &n));
	struct baocao_result *good = run_for_signing(engine, GOOD, true);
	const char *map = baocao_result_map(good, &n);
	assert_non_null(map);
	assert_non_null(strstr(map, "\"field\": \"nguoi_ky_1\""));
	assert_true(baocao_result_write_map(good, out));
	struct stat st;
	assert_int_equal(stat(out, &st), 0);
	assert_int_equal(st.st_size, n);
	baocao_result_free(good);
	baocao_result_free(unasked);
	baocao_result_free(bad);
	baocao_free(engine);
}

static void fonts_can_be_loaded_before_the_first_document(void **state)
{
	(void)state;
	struct baocao *engine = baocao_new(".", NULL), *other = baocao_new(".", NULL);
	size_t dropped, n, m;
	for (int i = 0; i < 2; i++) {
		struct baocao_result *loaded = baocao_load_fonts(engine);
		assert_non_null(loaded);
		assert_string_equal(first_code(loaded), "");
		assert_int_equal(baocao_result_status(loaded), BAOCAO_DONE);
		assert_output(loaded, NULL);
		baocao_result_free(loaded);
	}
	struct baocao_result *early = run(engine, GOOD, BAOCAO_PDF, false);
	struct baocao_result *late = run(other, GOOD, BAOCAO_PDF, false);
	const char *a = baocao_result_bytes(early, &n), *b = baocao_result_bytes(late, &m);
	assert_int_equal(n, m);
	assert_memory_equal(a, b, n);
	assert_int_equal(baocao_result_findings(early, &dropped),
			 baocao_result_findings(late, &dropped));
	baocao_result_free(early);
	baocao_result_free(late);
	baocao_free(engine);
	baocao_free(other);
}

static void fonts_that_are_not_there_are_told_each_time(void **state)
{
	(void)state;
	struct baocao *engines[] = {baocao_new("/nonexistent", NULL),
				    baocao_new(".", "/nonexistent"), baocao_new(folder, NULL)};
	for (size_t i = 0; i < sizeof engines / sizeof *engines; i++) {
		for (int again = 0; again < 2; again++) {
			struct baocao_result *r = baocao_load_fonts(engines[i]);
			assert_string_not_equal(first_code(r), "");
			assert_int_equal(baocao_result_status(r), BAOCAO_SYSTEM);
			assert_output(r, NULL);
			baocao_result_free(r);
		}
		baocao_free(engines[i]);
	}
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
		cmocka_unit_test(maps_what_it_is_asked_to),
		cmocka_unit_test(fonts_can_be_loaded_before_the_first_document),
		cmocka_unit_test(fonts_that_are_not_there_are_told_each_time),
		cmocka_unit_test(the_schema_is_json),
		cmocka_unit_test(nothing_can_be_freed),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
