/* The public library: names of files, by a pattern. */
#include "api.h"

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_come_from_the_report_and_its_base),
		cmocka_unit_test(a_text_has_a_name_before_it_is_read_to_its_end),
		cmocka_unit_test(a_name_has_its_finding_in_the_part),
		cmocka_unit_test(a_pattern_is_judged_without_a_report),
		cmocka_unit_test(names_are_in_a_total_order),
		cmocka_unit_test(capitals_do_not_tell_names_apart),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
