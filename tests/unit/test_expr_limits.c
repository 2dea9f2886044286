/* expr/: every evaluation ends. */
#include "expr_rows.h"

#include "base/limits.h"

/* T012: told once, and everything is wrong from then on. */
static void work_is_limited(void **state)
{
	(void)state;
	struct bc_eval eval = eval_of(read_json("data.json", data_text));
	const struct bc_expr *e = parse("n");
	eval.work = BC_LIMIT_WORK - 100;
	while (bc_expr_eval(&eval, e, NULL).kind != BC_DATUM_WRONG)
		assert_true(eval.work <= BC_LIMIT_WORK);
	assert_string_equal(findings_since(0), "T012 <n>");
	assert_int_equal(bc_expr_eval(&eval, e, NULL).kind, BC_DATUM_WRONG);
	assert_string_equal(findings_since(0), "T012 <n>");
}

/* A list of `n` elements, each of them `element`. */
static const char *list_of(size_t n, const char *element)
{
	struct bc_buf text = bc_buf_in(&fx.arena);
	bc_buf_puts(&text, "{'models': [");
	for (size_t i = 0; i < n; i++) {
		bc_buf_puts(&text, i ? "," : "");
		bc_buf_puts(&text, element);
	}
	bc_buf_puts(&text, "]}");
	return z(bc_buf_str(&text));
}

/* What would take hours, or more memory than there is. */
static void what_has_no_end_is_given_up(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"models | map(models | map(models | map(it)))",
		"models | map(models | filter(it.a > 0)) | count",
		"models | map(models | sort | count) | sum",
		"models | map(models | join) | join",
		"models | map(models | sum('a')) | sum",
		"models | map(models | group('a') | count) | sum",
		"models | map(models | reverse | last)",
		"models | map(models | map(zzz))",
		"models | map(models | map(models[4999]))",
	};
	const char *json = list_of(5000, "'một chuỗi chữ khá dài'");
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct bc_eval eval = eval_of(read_json("data.json", json));
		eval.work = BC_LIMIT_WORK - 2000000; /* the rest is the same once more */
		struct bc_datum v = bc_expr_eval(&eval, parse(texts[i]), NULL);
		(void)v;
		assert_true(eval.work <= 2 * (uint64_t)BC_LIMIT_WORK);
		fixture_done(&fx);
		fixture_init(&fx);
		json = list_of(5000, "'một chuỗi chữ khá dài'");
	}
}

static void texts_cannot_double_without_end(void **state)
{
	(void)state;
	const char *text = nested("", "name", " | map(it ~ it) | first", 100);
	assert_string_equal(value_in(data_text, text), "wrong");
	assert_true(strstr(findings_since(0), "T012") != NULL);
}

/* What is read costs work, also when nothing comes of it. */
static void what_is_read_is_counted(void **state)
{
	(void)state;
	enum {
		LENGTH = 200000
	};
	static const char *const texts[] = {
		"a == b", "a == name", "a | end_with('.')", "a | end_with('')", "result(name)",
	};
	struct bc_buf json = bc_buf_in(&fx.arena);
	static const char *const keys[] = {"{'a': '", "', 'b': '", "', 'name': '",
					   "', 'results': [{'id': '"};
	for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
		bc_buf_puts(&json, keys[k]);
		for (int i = 0; i < LENGTH; i++)
			bc_buf_putc(&json, ';');
	}
	bc_buf_puts(&json, "'}]}");
	const struct bc_json *data = read_json("data.json", z(bc_buf_str(&json)));
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct bc_eval eval = eval_of(data);
		(void)bc_expr_eval(&eval, parse(texts[i]), NULL);
		if (eval.work < LENGTH / 64)
			fail_msg("%s is no more than %d steps", texts[i], (int)eval.work);
	}
}

int main(void)
{
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	const struct CMUnitTest tests[] = {
		TEST(work_is_limited),
		TEST(what_has_no_end_is_given_up),
		TEST(texts_cannot_double_without_end),
		TEST(what_is_read_is_counted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
