/* expr/: what operators, names and ways into data give. */
#include "expr_rows.h"

static void arithmetic(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"0.1 + 0.2 == 0.3", "true"},
		{"1 / 3 * 3", "1"},
		{"1 / 3", "1/3"},
		{"1 / 8", "0.125"},
		{"a * 2", "5"},
		{"a + 0.50", "3"},
		{"-a", "-2.50"},
		{"n - 20", "-8"},
		{"999999999999999999 - 1", "999999999999999998"},
		{"-0", "0"},
	};
	GIVES(rows);
	static const struct row wrong[] = {
		{"1 / 0", "T008 <1 / 0>"},
		{" 1 / (1 - 1) ", "T008 <1 / (1 - 1)>"},
		{"n / b", "T007 <n / b>"},
		{"999999999999999999 + 1", "T008 <999999999999999999 + 1>"},
		{"999999999999999999 * 999999999999999999",
		 "T008 <999999999999999999 * 999999999999999999>"},
		{"1 + 'a'", "T007 <1 + 'a'>"},
		{"'a' + 'b'", "T007 <'a' + 'b'>"},
		{"null + 1", "T007 <null + 1>"},
		{"models * 2", "T007 <models * 2>"},
		{"true - 1", "T007 <true - 1>"},
		{"-'a'", "T007 <-'a'>"},
		{"-b", "T007 <-b>"},
		/* what is wrong is told once, and what is made of it is wrong without a word */
		{"1 / 0 + 1", "T008 <1 / 0>"},
		{"(1 / 0) * (2 + 'a')", "T008 <1 / 0> T007 <2 + 'a'>"},
		{"-(1 / 0)", "T008 <1 / 0>"},
		{"not (1 / 0)", "T008 <1 / 0>"},
		{"(1 / 0) ~ (1 / 0) < 2", "T008 <1 / 0> T008 <1 / 0>"},
		{"(1 / 0).x[1 / 0] | number", "T008 <1 / 0> T008 <1 / 0>"},
	};
	SAYS(wrong);
}

static void joining(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"'a' ~ 'b' ~ 'c'", "'abc'"},
		{"n ~ ' xã'", "'12 xã'"},
		{"1234.5 ~ ''", "'1.234,5'"},
		{"a ~ ''", "'2,50'"},
		{"'' ~ ''", "''"},
	};
	GIVES(rows);
	static const struct row wrong[] = {
		{"'a' ~ b", "T006 <b>"},           {"b ~ 'a'", "T006 <b>"},
		{"'a' ~ (1 / 3)", "T009 <1 / 3>"}, {"'a' ~ true", "T007 <true>"},
		{"'a' ~ models", "T007 <models>"}, {"models[0] ~ 'a'", "T007 <models[0]>"},
	};
	SAYS(wrong);
}

static void comparing(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"1 == 1.0", "true"},
		{"1 != 1.0", "false"},
		{"1 == '1'", "false"},
		{"'a' == 'a'", "true"},
		{"'a' != 'b'", "true"},
		{"null == b", "true"},
		{"b == false", "false"},
		{"0 == false", "false"},
		{"'' == null", "false"},
		{"true == true", "true"},
		{"true == false", "false"},
		{"models == models", "true"},
		{"models[0] == models[0]", "true"},
		{"models[0] == models[1]", "false"},
		{"models == people", "false"},
		{"1 < 2", "true"},
		{"2 < 2", "false"},
		{"2 <= 2", "true"},
		{"3 <= 2", "false"},
		{"3 > 2", "true"},
		{"2 > 2", "false"},
		{"2 >= 2", "true"},
		{"1 >= 2", "false"},
		{"1/3 < 0.3334", "true"},
		{"1/3 > 0.3333", "true"},
		{"'đa' > 'du'", "true"},
		{"'ă' < 'â'", "true"},
		{"'xã 10' > 'xã 9'", "true"},
		{"'hòa' < 'hóa'", "true"},
		{"'a' <= 'a'", "true"},
		{"'' < 'a'", "true"},
	};
	GIVES(rows);
	static const struct row wrong[] = {
		{"1 < 'a'", "T007 <1 < 'a'>"},       {"'a' >= 1", "T007 <'a' >= 1>"},
		{"b < 1", "T007 <b < 1>"},           {"true < false", "T007 <true < false>"},
		{"models > 1", "T007 <models > 1>"},
	};
	SAYS(wrong);
}

static void truth(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"not null", "true"},
		{"not false", "true"},
		{"not 0", "true"},
		{"not 0.00", "true"},
		{"not ''", "true"},
		{"not (models | take(0))", "true"},
		{"not texts.empty", "true"},
		{"not true", "false"},
		{"not -1", "false"},
		{"not '0'", "false"},
		{"not models", "false"},
		{"not texts", "false"},
		{"1 and 2", "2"},
		{"0 and 2", "0"},
		{"1 or 2", "1"},
		{"'' or 'x'", "'x'"},
		{"null or false", "false"},
		/* the other side is not looked at */
		{"true or 1 / 0", "true"},
		{"false and 1 / 0", "false"},
		{"b and b.x / 2", "null"},
	};
	GIVES(rows);
}

static void names(void **state)
{
	(void)state;
	static const struct row wrong[] = {
		{"zzz", "T010 <zzz>"},
		{"zzz.x", "T010 <zzz>"},
		{"1 + zzz * 2", "T010 <zzz>"},
		{"it", "T010 <it>"},
		{"loop", "T010 <loop>"},
		{"number", "T010 <number>"},
		{"N", "T010 <N>"},
		{"models | filter(zzz)", "T010 <zzz>"},
		{"models | map(it.name ~ zzz)", "T010 <zzz>"},
	};
	SAYS(wrong);
	assert_message("there is nothing called \"zzz\"");
	struct bc_buf hint = bc_buf_in(&fx.arena);
	bc_finding_hint(&hint, last_finding(), BC_EN);
	assert_string_equal(z(bc_buf_str(&hint)), "known here: it, results, models, texts, "
						  "name, n, a, b, people, date");
}

/* What the office left out is null, whether the data has the member or not. */
static void known_names_need_not_be_there(void **state)
{
	(void)state;
	assert_string_equal(value_in("{}", "models"), "null");
	assert_string_equal(value_in("{}", "models[0].name"), "null");
	assert_string_equal(value_in("{}", "models | count"), "0");
	assert_string_equal(value_in("{'zzz': 1}", "zzz"), "wrong");
}

static void indexes(void **state)
{
	(void)state;
	static const struct row wrong[] = {
		{"n[0]", "T007 <n[0]>"},           {"name[0]", "T007 <name[0]>"},
		{"texts[0]", "T007 <texts[0]>"},   {"models[1 / 2]", "T007 <models[1 / 2]>"},
		{"models[b]", "T007 <models[b]>"}, {"models[true]", "T007 <models[true]>"},
	};
	SAYS(wrong);
}

/* What is taken from the data remembers its node; what was computed has none. */
static void values_know_where_they_stand(void **state)
{
	(void)state;
	static const struct {
		const char *text, *pointer;
	} rows[] = {
		{"n", "/n"},
		{"models[1].name", "/models/1/name"},
		{"models | last | default(1)", "/models/2"},
		{"models | sort('score') | first", "/models/1"},
		{"models | max('score')", "/models/0/score"},
		{"result('r-bare')", "/results/5"},
		{"b or name", "/name"},
		{"n + 0", NULL},
		{"-n", NULL},
		{"name ~ ''", NULL},
		{"name | lower", NULL},
	};
	struct bc_eval eval = eval_of(read_json("data.json", data_text));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct bc_buf pointer = bc_buf_in(&fx.arena);
		struct bc_datum v = bc_expr_eval(&eval, parse(rows[i].text), NULL);
		assert_int_equal(v.node != NULL, rows[i].pointer != NULL);
		if (!v.node)
			continue;
		bc_path_print(&pointer, v.node->place.path);
		assert_string_equal(z(bc_buf_str(&pointer)), rows[i].pointer);
	}
}

/* Texts that look the same are the same, however their marks are written. */
static void decomposed_texts(void **state)
{
	(void)state;
	static const char json[] =
		"{'name': 'Đa\u0309ng u\u0309y xã', 'models': [{'name': 'M1', 'field': 'kinh "
		"t\u00ea\u0301'},"
		" {'name': 'M2', 'field': 'kinh tế'}, {'name': 'M3', 'field': 'a'},"
		" {'name': 'M4', 'field': 'kinh te\\u0302\\u0301'}], 'texts': {'x_chu\u0301': "
		"'b'}}";
	static const struct row rows[] = {
		{"name == 'Đảng ủy xã'", "true"},
		{"name == 'Đa\u0309ng u\u0309y xã'", "true"},
		{"'kinh tê\u0301' == 'kinh tế'", "true"},
		{"models | filter(it.field == 'kinh tế') | map(it.name)", "['M1', 'M2', 'M4']"},
		{"models | group('field') | map(it.key)", "['kinh tế', 'a']"},
		{"models | group('field') | map(it.items | count)", "[3, 1]"},
		{"models | sort('field') | map(it.name)", "['M3', 'M1', 'M2', 'M4']"},
		{"models[0].field < 'kinh tế'", "false"},
		{"texts['x_chú']", "'b'"},
		{"name | upper", "'ĐẢNG ỦY XÃ'"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		expect(&rows[i], value_in(json, rows[i].text), "");
	struct bc_eval eval = eval_of(read_json("data.json", json));
	struct bc_datum v = bc_expr_eval(&eval, parse("models[0].field"), NULL);
	struct bc_place place = v.node->place;
	assert_true(bc_str_is(bc_str_cut(place.source->text, place.begin, place.end),
			      "\"kinh t\u00ea\u0301\""));
}

/* Escapes hide where the bytes of a string stand: then the whole string is blamed. */
static void places_behind_escapes(void **state)
{
	(void)state;
	struct bc_str text = BC_STR("1 / 0");
	struct bc_source *source = source_of("mau.json", BC_STR("\"1 \\u002f 0\""));
	const struct bc_expr *e =
		bc_expr_parse(&fx.ctx, text, (struct bc_place){.source = source, .end = 12});
	struct bc_eval eval = eval_of(NULL);
	assert_int_equal(bc_expr_eval(&eval, e, NULL).kind, BC_DATUM_WRONG);
	assert_string_equal(findings_since(0), "T008 <\"1 \\u002f 0\">");
}

int main(void)
{
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	const struct CMUnitTest tests[] = {
		TEST(arithmetic),
		TEST(joining),
		TEST(comparing),
		TEST(truth),
		TEST(names),
		TEST(known_names_need_not_be_there),
		TEST(indexes),
		TEST(values_know_where_they_stand),
		TEST(decomposed_texts),
		TEST(places_behind_escapes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
