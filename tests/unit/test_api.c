/* The public library: one engine and many documents, good and bad, one after another. */
#include "support.h"

#include "baocao.h"
#include "json/encoding.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/baocao-api-XXXXXX";
static char report[64], out[64], office[64];

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
	snprintf(office, sizeof office, "%s/office.json", folder);
	return 0;
}

static int end(void **state)
{
	(void)state;
	unlink(report);
	unlink(out);
	unlink(office);
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

/* A job with a text of its own: nothing is read from a file. */
static struct baocao_job text_job(const char *text)
{
	return (struct baocao_job){
		.name = report, .text = text, .size = strlen(text), .output = BAOCAO_CHECK};
}

static struct baocao_result *run_job(struct baocao *engine, const struct baocao_job *job)
{
	unlink(report);
	struct baocao_result *result = baocao_run(engine, job);
	assert_non_null(result);
	return result;
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

/* The finding number `k` (from 0) of those with the code, or NULL. */
static const struct baocao_finding *find_one(struct baocao_result *result, const char *code,
					     size_t k)
{
	size_t dropped, n = baocao_result_findings(result, &dropped);
	for (size_t i = 0; i < n; i++) {
		const struct baocao_finding *f = baocao_result_finding(result, i);
		if (strcmp(f->code, code) == 0 && k-- == 0)
			return f;
	}
	return NULL;
}

static const struct baocao_finding *find(struct baocao_result *result, const char *code)
{
	return find_one(result, code, 0);
}

static void assert_output(const struct baocao_result *result, const char *want)
{
	size_t n;
	const char *bytes = baocao_result_bytes(result, &n);
	assert_int_equal(bytes != NULL, want != NULL);
	assert_int_equal(n, want ? strlen(want) : 0);
	if (want)
		assert_memory_equal(bytes, want, n);
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

static void assert_place(const struct baocao_finding *f, unsigned line, unsigned column,
			 const char *pointer)
{
	assert_non_null(f);
	assert_string_equal(f->place.file, report);
	assert_int_equal(f->place.line, line);
	assert_int_equal(f->place.column, column);
	assert_string_equal(f->place.pointer, pointer);
}

static void assert_excerpt(const struct baocao_finding *f, const char *excerpt, unsigned column)
{
	assert_string_equal(f->place.excerpt, excerpt);
	assert_int_equal(f->place.excerpt_column, column);
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

static void names_come_from_the_report_and_its_base(void **state)
{
	(void)state;
	static const char pattern[] = "{{ organization.code }} {{ x_year }}.pdf";
	static const struct {
		const char *text, *name, *code;
	} cases[] = {
		{"{\"organization\": {\"code\": \"DU-01\"}, \"x_year\": 2026}",
		 "DU-01 2026.pdf", ""},
		{"{\"organization\": {\"code\": \"\\u0110U\"}, \"x_year\": 1}", "ĐU 1.pdf", ""},
		{"{\"base\": \"office.json\", \"x_year\": 2026}", "VP 2026.pdf", ""},
		{"{\"base\": \"office.json\", \"x_year\": 1, \"organization\": {\"code\": "
		 "\"A\"}}",
		 "A 1.pdf", ""},
		{"{\"base\": \"office.json\", \"organization\": {\"name\": \"x\"}}", NULL,
		 "B002"},
		{"{\"base\": \"missing.json\", \"x_year\": 2026}", NULL, "I001"},
		{"{\"base\": \"../x.json\", \"x_year\": 2026}", NULL, "I005"},
		{"{\"organization\": {\"code\": \"a/b\"}, \"x_year\": 2026}", NULL, "B003"},
		{"{\"organization\": {\"code\": \"a\"}", NULL, "J012"},
		{"[1]", NULL, "B002"},
		{"", NULL, "J001"},
	};
	struct baocao *engine = baocao_new(".", NULL);
	store(office, "{\"organization\": {\"code\": \"VP\"}}");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct baocao_job jobs[] = {{.name = report}, text_job(cases[i].text)};
		store(report, cases[i].text);
		for (size_t j = 0; j < 2; j++) {
			struct baocao_result *r = baocao_name(engine, &jobs[j], pattern);
			assert_string_equal(first_code(r), cases[i].code);
			assert_output(r, cases[i].name);
			baocao_result_free(r);
		}
	}
	baocao_free(engine);
}

static void a_text_has_a_name_before_it_is_read_to_its_end(void **state)
{
	(void)state;
	struct baocao_job job =
		text_job("{\"organization\": {\"code\": \"DU-01\"}, \"x_year\": 20");
	struct baocao *engine = baocao_new(".", NULL);
	struct baocao_result *r = baocao_name(engine, &job, "{{ organization.code }}.pdf");
	assert_string_equal(first_code(r), "");
	assert_output(r, "DU-01.pdf");
	baocao_result_free(r);
	baocao_free(engine);
}

static void a_name_has_its_finding_in_the_part(void **state)
{
	(void)state;
	struct baocao_job job = text_job("{\"organization\":\n {\"code\": \"a:b\"}}");
	struct baocao *engine = baocao_new(".", NULL);
	job.line = 5;
	job.column = 3;
	job.pointer = "/4";
	struct baocao_result *r = baocao_name(engine, &job, "{{ organization.code }}.pdf");
	const struct baocao_finding *f = find(r, "B003");
	assert_place(f, 6, 11, "/4/organization/code");
	assert_int_equal(baocao_result_status(r), BAOCAO_ERRORS);
	baocao_result_free(r);
	r = baocao_name(engine, &job, "{{ x_year }}.pdf");
	f = find(r, "B002");
	assert_place(f, 5, 3, "/4");
	baocao_result_free(r);
	baocao_free(engine);
}

static void a_pattern_is_judged_without_a_report(void **state)
{
	(void)state;
	struct baocao_job good = text_job(GOOD);
	struct baocao *engine = baocao_new("/nonexistent", NULL);
	struct baocao_result *right = baocao_name(engine, NULL, "{{ x_a }}.pdf");
	assert_string_equal(first_code(right), "");
	assert_int_equal(baocao_result_status(right), BAOCAO_DONE);
	assert_output(right, NULL);
	baocao_result_free(right);
	for (int with = 0; with <= 1; with++) {
		struct baocao_result *wrong =
			baocao_name(engine, with ? &good : NULL, "báo {{ a.pdf");
		const struct baocao_finding *f = find(wrong, "T005");
		assert_non_null(f);
		assert_string_equal(f->place.file, "--name");
		assert_int_equal(f->place.line, 1);
		assert_int_equal(f->place.column, 5);
		assert_string_equal(f->place.excerpt, "báo {{ a.pdf");
		assert_int_equal(baocao_result_status(wrong), BAOCAO_ERRORS);
		assert_output(wrong, NULL);
		baocao_result_free(wrong);
	}
	baocao_free(engine);
}

static int sign(int v)
{
	return (v > 0) - (v < 0);
}

/* What comes before or with `b`, and that before or with `c`, tells of `a` and `c`. */
static void assert_transitive(const char *a, const char *b, const char *c)
{
	int ab = baocao_name_compare(a, b), bc = baocao_name_compare(b, c);
	int ac = baocao_name_compare(a, c);
	bool chain = ab <= 0 && bc <= 0;
	if (chain && sign(ac) != (ab || bc ? -1 : 0))
		fail_msg("%s, %s, %s", a, b, c);
}

static void names_are_in_a_total_order(void **state)
{
	(void)state;
	static const char *const names[] = {
		"",          ".pdf",      "10.pdf",   "9.pdf", "a",      "A.PDF",    "a1.pdf",
		"ab.pdf",    "B.pdf",     "_.pdf",    "ấ.pdf", "DU.pdf", "ĐU 1.pdf", "a.pdf",
		"Đu 10.pdf", "đu 10.pdf", "ĐU 2.pdf", "ơ.pdf", "Ư.pdf",  "ư.pdf",    "ạ.pdf",
		"Ộ.pdf",     "ộ1.pdf",    "Ỹ.pdf",    "ỹ.PDF", "日.pdf", "😀.pdf"};
	size_t n = sizeof names / sizeof *names;
	for (size_t i = 0; i < n * n * n; i++) {
		const char *a = names[i / n / n], *b = names[i / n % n], *c = names[i % n];
		assert_int_equal(sign(baocao_name_compare(a, b)),
				 -sign(baocao_name_compare(b, a)));
		assert_int_equal(baocao_name_compare(a, a), 0);
		assert_transitive(a, b, c);
	}
}

static void capitals_do_not_tell_names_apart(void **state)
{
	(void)state;
	static const char *const same[][2] = {
		{"DU-01.pdf", "du-01.PDF"},
		{"ĐẢNG ỦY XÃ TÂN AN.pdf", "đảng ủy xã tân an.pdf"},
		{"Ừ Ữ Ộ Ỹ Ằ.pdf", "ừ ữ ộ ỹ ằ.pdf"},
	};
	static const char *const different[][2] = {
		{"u.pdf", "ư.pdf"},  {"d.pdf", "đ.pdf"}, {"ô.pdf", "ộ.pdf"},
		{"a.pdf", "a .pdf"}, {"a", "a.pdf"},     {"a_.pdf", "a-.pdf"},
	};
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		assert_int_equal(baocao_name_compare(same[i][0], same[i][1]), 0);
	for (size_t i = 0; i < sizeof different / sizeof *different; i++)
		assert_int_not_equal(baocao_name_compare(different[i][0], different[i][1]), 0);
}

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
		cmocka_unit_test(findings_of_templates_outlive_the_engine),
		cmocka_unit_test(each_output_is_what_it_is_called),
		cmocka_unit_test(a_draft_is_made_of_what_there_is),
		cmocka_unit_test(what_is_not_there_is_trouble_of_the_system),
		cmocka_unit_test(writes_only_what_there_is),
		cmocka_unit_test(maps_what_it_is_asked_to),
		cmocka_unit_test(findings_have_places),
		cmocka_unit_test(base_files_lie_below_the_report),
		cmocka_unit_test(a_text_is_rendered_like_the_file_that_holds_it),
		cmocka_unit_test(a_part_of_a_file_has_the_places_of_the_file),
		cmocka_unit_test(related_places_lie_in_the_part_too),
		cmocka_unit_test(an_empty_part_has_a_place_as_well),
		cmocka_unit_test(too_large_a_text_is_not_read),
		cmocka_unit_test(a_text_has_its_base_beside_the_file),
		cmocka_unit_test(a_job_may_bring_its_base_along),
		cmocka_unit_test(what_is_secret_is_made_by_itself),
		cmocka_unit_test(names_come_from_the_report_and_its_base),
		cmocka_unit_test(a_text_has_a_name_before_it_is_read_to_its_end),
		cmocka_unit_test(a_name_has_its_finding_in_the_part),
		cmocka_unit_test(a_pattern_is_judged_without_a_report),
		cmocka_unit_test(names_are_in_a_total_order),
		cmocka_unit_test(capitals_do_not_tell_names_apart),
		cmocka_unit_test(a_report_can_be_refused),
		cmocka_unit_test(a_refusal_needs_no_more_than_a_code),
		cmocka_unit_test(nothing_is_refused_for_an_unknown_cause),
		cmocka_unit_test(what_is_shown_of_a_long_report_is_text),
		cmocka_unit_test(fonts_can_be_loaded_before_the_first_document),
		cmocka_unit_test(fonts_that_are_not_there_are_told_each_time),
		cmocka_unit_test(the_schema_is_json),
		cmocka_unit_test(codes_are_explained),
		cmocka_unit_test(nothing_can_be_freed),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
