/* json/pluck: what is found without reading the rest, and when it is left to the reader. */
#include "support.h"

#include "json/pluck.h"

enum {
	MAX_KEYS = 4,
};

/* The value at the way `way`, names parted by points. */
static bool pluck(const char *text, const char *way, struct bc_str *out)
{
	struct bc_str keys[MAX_KEYS];
	size_t n = 0;
	for (const char *p = way, *dot = p; dot; p = dot + 1) {
		dot = strchr(p, '.');
		assert_true(n < MAX_KEYS);
		keys[n++] = (struct bc_str){p, dot ? (size_t)(dot - p) : strlen(p)};
	}
	return bc_json_pluck(bc_str_of(text), keys, n, out);
}

struct row {
	const char *text, *way, *value;
};

static void assert_rows(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct bc_str got;
		if (!pluck(rows[i].text, rows[i].way, &got))
			fail_msg("%s: no %s", rows[i].text, rows[i].way);
		if (!bc_str_is(got, rows[i].value))
			fail_msg("%s: %s is \"%.*s\"", rows[i].text, rows[i].way, (int)got.n,
				 got.p);
		assert_true(got.p >= rows[i].text);
		assert_true(got.p + got.n <= rows[i].text + strlen(rows[i].text));
	}
}

static void finds_strings_and_numbers(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"{\"a\":\"x\"}", "a", "x"},
		{"{\"a\":\"\"}", "a", ""},
		{"{\"a\":12}", "a", "12"},
		{"{\"a\":-0.50,\"b\":1}", "a", "-0.50"},
		{"{\"a\": 7 }", "a", "7"},
		{"{\"a\": 7\n}", "a", "7"},
		{"{\"a\":\"Đảng ủy xã Tân An 😀\"}", "a", "Đảng ủy xã Tân An 😀"},
		{"\n{\r\n\t\"a\" : \"x\" }", "a", "x"},
		{"{\"organization\":{\"code\":\"DU-01\"}}", "organization.code", "DU-01"},
		{"{\"a\":{\"b\":{\"c\":{\"d\":4}}}}", "a.b.c.d", "4"},
	};
	assert_rows(rows, sizeof rows / sizeof *rows);
}

static void steps_over_what_stands_before(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"{\"b\":\"y\",\"a\":\"x\"}", "a", "x"},
		{"{\"b\":{\"a\":\"y\"},\"a\":\"x\"}", "a", "x"},
		{"{\"b\":[{\"a\":\"y\"},[]] , \"a\":\"x\"}", "a", "x"},
		{"{\"b\":{},\"c\":[],\"a\":\"x\"}", "a", "x"},
		{"{\"b\":null,\"c\":-1.5,\"d\":true,\"a\":\"x\"}", "a", "x"},
		{"{\"b\":\"\\\"a\\\":\",\"a\":\"x\"}", "a", "x"},
		{"{\"b\":\"\\\\\",\"a\":\"x\"}", "a", "x"},
		{"{\"b\":[\"]}\\\"]\"],\"a\":\"x\"}", "a", "x"},
		{"{\"b\":{\"}\":\"{\"},\"a\":\"x\"}", "a", "x"},
		{"{\"A\":1,\"aa\":2,\"\":3,\"a\":4}", "a", "4"},
		{"{\"\\u0062\":\"\\u0061\",\"a\":\"x\"}", "a", "x"},
		{"{\"x\":{\"b\":1},\"a\":{\"c\":2,\"b\":3},\"b\":4}", "a.b", "3"},
		{"{\"tên\":\"y\",\"a\":\"x\"}", "a", "x"},
	};
	assert_rows(rows, sizeof rows / sizeof *rows);
}

static void of_a_key_given_twice_it_is_the_first(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"{\"a\":1,\"a\":2}", "a", "1"},
		{"{\"a\":{\"b\":1},\"a\":{\"b\":2}}", "a.b", "1"},
	};
	struct bc_str got;
	assert_rows(rows, sizeof rows / sizeof *rows);
	assert_false(pluck("{\"a\":{},\"a\":{\"b\":2}}", "a.b", &got));
}

static void what_stands_behind_is_not_looked_at(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"{\"a\":\"x\"", "a", "x"},       {"{\"a\":\"x\",,]", "a", "x"},
		{"{\"a\":\"x\" \xFF", "a", "x"},  {"{\"a\":1,", "a", "1"},
		{"{\"a\":{\"b\":1]", "a.b", "1"},
	};
	assert_rows(rows, sizeof rows / sizeof *rows);
}

static void assert_nothing(const char *const *texts, size_t n, const char *way)
{
	struct bc_str got;
	for (size_t i = 0; i < n; i++) {
		if (pluck(texts[i], way, &got))
			fail_msg("%s: got \"%.*s\"", texts[i], (int)got.n, got.p);
	}
}

static void leaves_to_the_reader_what_has_to_be_decoded(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"{\"a\":\"x\\n\"}",
		"{\"a\":\"\\u0041\"}",
		"{\"a\":\"\\\\\"}",
		"{\"a\":\"\\\"\"}",
		"{\"\\u0061\":\"x\"}",
		"{\"a\":\"L\xA9m\"}",
		"{\"a\":\"\xC0\xAF\"}",
		"{\"a\":\"\xED\xA0\x80\"}",
		"{\"a\":\"\xF4\x90\x80\x80\"}",
		"{\"a\":\"\xE1\xBA\"}",
		"\xEF\xBB\xBF{\"a\":\"x\"}",
	};
	assert_nothing(texts, sizeof texts / sizeof *texts, "a");
}

static void finds_nothing_where_nothing_is(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"",
		" \n",
		"{}",
		"{ }",
		"[]",
		"[{\"a\":\"x\"}]",
		"\"a\"",
		"{\"A\":1}",
		"{\"aa\":1}",
		"{\"\":1}",
		"{\"b\":{\"a\":1}}",
		"{\"b\":\"a\"}",
		"{\"b\":1} {\"a\":1}",
	};
	assert_nothing(texts, sizeof texts / sizeof *texts, "a");
}

static void takes_no_other_kind(void **state)
{
	(void)state;
	static const char *const values[] = {
		"{\"a\":null}",    "{\"a\":true}", "{\"a\":false}",     "{\"a\":[]}",
		"{\"a\":[\"x\"]}", "{\"a\":{}}",   "{\"a\":{\"b\":1}}", "{\"a\":x}",
		"{\"a\":+1}",      "{\"a\":.5}"};
	static const char *const outer[] = {"{\"a\":1}",           "{\"a\":\"b\"}",
					    "{\"a\":[{\"b\":1}]}", "{\"a\":null,\"b\":1}",
					    "{\"a\":{},\"b\":1}",  "{\"a\":{\"c\":{\"b\":1}}}"};
	assert_nothing(values, sizeof values / sizeof *values, "a");
	assert_nothing(outer, sizeof outer / sizeof *outer, "a.b");
}

static void stops_at_what_is_broken(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"{",
		"{\"a",
		"{\"a\\",
		"{\"a\\\"",
		"{\"a\"",
		"{\"a\":",
		"{\"a\":\"x",
		"{\"a\":\"x\\",
		"{\"a\":,}",
		"{\"a\":}",
		"{\"a\" \"x\"}",
		"{a:\"x\"}",
		"{'a':\"x\"}",
		"{,\"a\":\"x\"}",
		"{\"b\":1,,\"a\":\"x\"}",
		"{\"b\":1 \"a\":\"x\"}",
		"{\"b\":,\"a\":\"x\"}",
		"{\"b\" 1,\"a\":\"x\"}",
		"{\"b\":1],\"a\":\"x\"}",
		"{\"b\":[1,\"a\":\"x\"}",
		"{\"b\":\"y,\"a\":\"x\"}",
		"{\"b\":{\"c,\"a\":\"x\"}",
		"{\"b\":[\"y\\",
		"{1:2,\"a\":\"x\"}",
	};
	assert_nothing(texts, sizeof texts / sizeof *texts, "a");
}

static void a_nul_byte_is_no_white_space(void **state)
{
	(void)state;
	static const struct bc_str texts[] = {
		{"\0{\"a\":1}", 8},   {"{\0\"a\":1}", 8},           {"{\"a\"\0:1}", 8},
		{"{\"a\":\0001}", 8}, {"{\"b\":[\0],\"a\":1}", 15},
	};
	struct bc_str key = BC_STR("a"), got;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_false(bc_json_pluck(texts[i], &key, 1, &got));
}

/* Whatever follows in memory, the text ends where it ends. */
static void reads_no_further_than_the_text(void **state)
{
	(void)state;
	static const char text[] = "{\"b\":[\"\\\\\",{}],\"a\":\"x\",\"c\":3}";
	struct bc_str key = BC_STR("a"), got;
	size_t least = (size_t)(strstr(text, "\"x\"") - text) + 3;
	for (size_t n = 0; n < sizeof text; n++) {
		bool found = bc_json_pluck((struct bc_str){text, n}, &key, 1, &got);
		assert_int_equal(found, n >= least);
		if (found)
			assert_true(bc_str_is(got, "x"));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_strings_and_numbers),
		cmocka_unit_test(steps_over_what_stands_before),
		cmocka_unit_test(of_a_key_given_twice_it_is_the_first),
		cmocka_unit_test(what_stands_behind_is_not_looked_at),
		cmocka_unit_test(leaves_to_the_reader_what_has_to_be_decoded),
		cmocka_unit_test(finds_nothing_where_nothing_is),
		cmocka_unit_test(takes_no_other_kind),
		cmocka_unit_test(stops_at_what_is_broken),
		cmocka_unit_test(a_nul_byte_is_no_white_space),
		cmocka_unit_test(reads_no_further_than_the_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
