/*
 * expr/: how expressions are read, what each operator and function gives, and
 * what is said, where, of those that are wrong.
 */
#include "expr.h"

#include "base/limits.h"

#include <stdio.h>

static const char data_text[] =
	"{'n': 12, 'a': 2.50, 'b': null, 'name': 'Đảng ủy xã Tân An', 'date': '2026-05-03',"
	" 'texts': {'empty': '', 'note': 'a*b'},"
	" 'people': [{'name': 'Nguyễn Văn Bình', 'age': 40}, {'name': 'Lê Thị An', 'age': 35},"
	"            {'name': 'Trần Văn An'}, {'name': 'Lê Văn Bình', 'age': 35}],"
	" 'models': [{'name': 'M1', 'field': 'kinh tế', 'score': 3},"
	"            {'name': 'M2', 'field': 'xã hội', 'score': 1.5},"
	"            {'name': 'M3', 'field': 'kinh tế'}],"
	" 'results': ["
	"   {'id': 'r-count', 'value': 7500, 'unit': 'người', 'qualifiers': ['gần']},"
	"   {'id': 'r-range', 'range': [1, 2], 'unit': 'nội dung'},"
	"   {'id': 'r-percent', 'value': 18.5, 'unit': '%'},"
	"   {'id': 'r-written', 'as_written': 'hàng trăm', 'unit': 'lượt', 'value': 5},"
	"   {'id': 'r-missing', 'missing': {'reason': 'chưa có'}},"
	"   {'id': 'r-bare', 'value': 1234.50},"
	"   {'id': 'r-none'}]}";

static const struct bc_expr *parse(const char *text)
{
	struct bc_str s = bc_str_of(text);
	struct bc_place place = {.source = source_of("mau.json", s), .end = (uint32_t)s.n};
	return bc_expr_parse(&fx.ctx, s, place);
}

static const char *value_in(const char *json, const char *text)
{
	struct bc_buf out = bc_buf_in(&fx.arena);
	const struct bc_expr *e = parse(text);
	struct bc_eval eval = eval_of(read_json("data.json", json));
	if (!e)
		return "not read";
	put_value(&out, bc_expr_eval(&eval, e, NULL));
	return z(bc_buf_str(&out));
}

/* An expression, and what it gives or (`parsed` and `evaluated`) what is said of it. */
struct row {
	const char *text, *want;
};

static void expect(const struct row *row, const char *got, const char *said)
{
	if (strcmp(got, row->want) != 0)
		fail_msg("%s gives %s, not %s %s", row->text, got, row->want, said);
}

static void gives(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t before = fx.findings.kept;
		const char *got = value_in(data_text, rows[i].text);
		expect(&rows[i], got, findings_since(before));
		assert_string_equal(findings_since(before), "");
	}
}

/* Each is wrong, with findings as `want` says. */
static void says(const struct row *rows, size_t n, bool read)
{
	for (size_t i = 0; i < n; i++) {
		size_t before = fx.findings.kept;
		const char *got = value_in(data_text, rows[i].text);
		expect(&rows[i], findings_since(before), got);
		assert_string_equal(got, read ? "wrong" : "not read");
	}
}

#define GIVES(rows)       gives(rows, sizeof(rows) / sizeof *(rows))
#define SAYS(rows)        says(rows, sizeof(rows) / sizeof *(rows), true)
#define SAYS_PARSED(rows) says(rows, sizeof(rows) / sizeof *(rows), false)

/* ---- reading ---- */

static void literals(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"12", "12"},
		{"12.50", "12.50"},
		{"0", "0"},
		{"0.000001", "0.000001"},
		{"999999999999999999", "999999999999999999"},
		{"\"chữ\"", "'chữ'"},
		{"'chữ'", "'chữ'"},
		{"'\"'", "'\"'"},
		{"\"'\"", "'''"},
		{"''", "''"},
		{"'a | b ~ {{'", "'a | b ~ {{'"},
		{"true", "true"},
		{"false", "false"},
		{"null", "null"},
		{" \t\n 7 \n", "7"},
		{"((7))", "7"},
	};
	GIVES(rows);
}

static void precedence(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"1 + 2 * 3", "7"},
		{"(1 + 2) * 3", "9"},
		{"2 * 3 + 4 * 5", "26"},
		{"10 - 2 - 3", "5"},
		{"16 / 4 / 2", "2"},
		{"12 / 2 * 3", "18"},
		{"-2 * 3", "-6"},
		{"2 * -3", "-6"},
		{"1 - -1", "2"},
		{"1--1", "2"},
		{"-n + 1", "-11"},
		{"1 + 2 ~ 3 + 4", "wrong"},
		{"1 ~ 2 * 3", "'16'"},
		{"(1 ~ 2) == '12'", "true"},
		{"1 ~ 2 == '12'", "true"},
		{"1 + 1 == 2", "true"},
		{"1 < 2 and 2 < 3", "true"},
		{"not 1 == 2", "true"},
		{"not not 3", "true"},
		{"not not not 3", "false"},
		{"true or false and false", "true"},
		{"(true or false) and false", "false"},
		{"not true or true", "true"},
		{"not (true or true)", "false"},
		{"false and false or true", "true"},
		{"2 + 3 | number(1)", "'5,0'"},
		{"2 + (3 | pad)", "wrong"},
		{"1 == 1 | default(2)", "true"},
		{"(models | count) + 1", "4"},
		{"models | filter(it.score and it.score / 2 < 1 or it.name == 'M3') | count",
		 "2"},
		{"models|count", "3"},
		{"-models[0].score", "-3"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		expect(&rows[i], value_in(data_text, rows[i].text), "");
}

static void ways_into_data(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"n", "12"},
		{"a", "2.50"},
		{"b", "null"},
		{"b.c.d", "null"},
		{"b[0]", "null"},
		{"n.c", "null"},
		{"texts.none", "null"},
		{"models[0].name", "'M1'"},
		{"models[-1].name", "'M3'"},
		{"models[-3].name", "'M1'"},
		{"models[-4]", "null"},
		{"models[3]", "null"},
		{"models[3].name", "null"},
		{"models[1.0].name", "'M2'"},
		{"models[n / 6].name", "'M3'"},
		{"models[4 / 2 - 1].name", "'M2'"},
		{"texts['note']", "'a*b'"},
		{"texts['no' ~ 'te']", "'a*b'"},
		{"texts [ 'note' ]", "'a*b'"},
		{"models [0] . name", "'M1'"},
		{"(models | first)['field']", "'kinh tế'"},
		{"(models | group('field'))[0].items[1].name", "'M3'"},
		{"models['name']", "null"},
		{"results[0].qualifiers[0]", "'gần'"},
	};
	GIVES(rows);
}

/* T001: what was expected is not there. */
static void syntax_errors(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"", "T001 <>"},
		{"   ", "T001 <>"},
		{"1 +", "T001 <>"},
		{"1 + * 2", "T001 <*>"},
		{"1 2", "T001 <2>"},
		{"n n", "T001 <n>"},
		{"(1", "T001 <>"},
		{"(1 2)", "T001 <2>"},
		{"1)", "T001 <)>"},
		{"()", "T001 <)>"},
		{"models[0", "T001 <>"},
		{"models[]", "T001 <]>"},
		{"models[0)", "T001 <)>"},
		{"n.", "T001 <>"},
		{"n.1", "T001 <1>"},
		{"n..a", "T001 <.>"},
		{".a", "T001 <.>"},
		{"n | ", "T001 <>"},
		{"n | 1", "T001 <1>"},
		{"| count", "T001 <|>"},
		{"n || count", "T001 <|>"},
		{"'abc", "T001 <>"},
		{"\"abc'", "T001 <>"},
		{"1.", "T001 <1>"},
		{"1.2.3", "T001 <1>"},
		{"01", "T001 <0>"},
		{"1e5", "T001 <e>"},
		{"1,5", "T001 <,>"},
		{"1234567890123456789", "T001 <1>"},
		{"--1", "T001 <->"},
		{"+1", "T001 <+>"},
		{"n = 1", "T001 <=>"},
		{"n === 1", "T001 <=>"},
		{"1 < 2 < 3", "T001 <<>"},
		{"1 == not true", "T001 <t>"},
		{"!true", "T001 <!>"},
		{"n && a", "T001 <&>"},
		{"n ? 1 : 2", "T001 <?>"},
		{"số", "T001 <ố>"},
		{"đảng", "T001 <đ>"},
		{"“a”", "T001 <“>"},
		{"default(1 2)", "T001 <2>"},
		{"default(1,", "T001 <>"},
		{"default(1,)", "T001 <)>"},
		{"default(,1)", "T001 <,>"},
		{"n | number(1) ~ '%'", "T001 <~>"},
	};
	SAYS_PARSED(rows);
}

static void syntax_errors_say_what_was_expected(void **state)
{
	(void)state;
	assert_null(parse("(1 2)"));
	assert_message("expected ), found \"2\"");
	assert_null(parse("1 +"));
	assert_message("expected a value, found \"the end of the expression\"");
	assert_null(parse("n."));
	assert_message("expected the name of a member, found \"the end of the expression\"");
	assert_null(parse("n | ?"));
	assert_message("expected the name of a function, found \"?\"");
	assert_null(parse("n ạ"));
	assert_message("expected | or an operator, found \"ạ\"");
}

/* T002, T003: functions that there aren't, or that take another number of arguments. */
static void wrong_calls(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"n | tong", "T002 <tong>"},
		{"n | numbers(1)", "T002 <numbers>"},
		{"tong(n)", "T002 <tong>"},
		{"n | Number", "T002 <Number>"},
		{"1 + (n | x)", "T002 <x>"},
		{"n | number(1, 2)", "T003 <number(1, 2)>"},
		{"number()", "T003 <number()>"},
		{"n | pad(1)", "T003 <pad(1)>"},
		{"n | default", "T003 <default>"},
		{" n | default ", "T003 <default>"},
		{"models | filter", "T003 <filter>"},
		{"models | filter()", "T003 <filter()>"},
		{"models | group", "T003 <group>"},
		{"models | take", "T003 <take>"},
		{"compare(1)", "T003 <compare(1)>"},
		{"1 | compare", "T003 <compare>"},
		{"share(1)", "T003 <share(1)>"},
		{"figure()", "T003 <figure()>"},
		{"'a' | figure('b')", "T003 <figure('b')>"},
		{"words(1, 2)", "T003 <words(1, 2)>"},
		{"join(models, '', '', '', '')", "T003 <join(models, '', '', '',>"},
	};
	SAYS_PARSED(rows);
}

/* `times` of `open`, then `middle`, then as many of `close`. */
static const char *nested(const char *open, const char *middle, const char *close, size_t times)
{
	struct bc_buf text = bc_buf_in(&fx.arena);
	for (size_t i = 0; i < times; i++)
		bc_buf_puts(&text, open);
	bc_buf_puts(&text, middle);
	for (size_t i = 0; i < times; i++)
		bc_buf_puts(&text, close);
	return z(bc_buf_str(&text));
}

/* T004: at the limit, and one past it. */
static void too_deep(void **state)
{
	(void)state;
	static const struct {
		const char *open, *middle, *close;
		size_t most;
	} rows[] = {
		{"(", "1", ")", BC_LIMIT_EXPR_DEPTH - 1},
		{"models[", "0", "]", BC_LIMIT_EXPR_DEPTH - 1},
		{"default(null, ", "1", ")", BC_LIMIT_EXPR_DEPTH - 1},
		{"", "1", " + 1", 500},
		{"", "n", ".x", 500},
		{"", "b", "[0]", 500},
		{"", "1", " and 1", 500},
		{"", "b", " | default(b)", 500},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t before = fx.findings.kept;
		assert_non_null(parse(
			nested(rows[i].open, rows[i].middle, rows[i].close, rows[i].most)));
		assert_null(parse(
			nested(rows[i].open, rows[i].middle, rows[i].close, rows[i].most + 1)));
		assert_string_equal(findings_since(before), "T004 <>");
		/* the parser itself does not go deeper either */
		assert_null(parse(nested(rows[i].open, rows[i].middle, rows[i].close, 100000)));
	}
	assert_non_null(parse(nested("not ", "1", "", 100000)));
}

/* ---- operators ---- */

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

/* ---- functions ---- */

static void numbers(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"1234567.5 | number", "'1.234.567,5'"},
		{"a | number", "'2,50'"},
		{"1234567.5 | number(0)", "'1.234.568'"},
		{"2.5 | number(0)", "'3'"},
		{"(-2.5) | number(0)", "'-3'"},
		{"1 / 3 | number(2)", "'0,33'"},
		{"2 / 3 | number(2)", "'0,67'"},
		{"5 | number(2)", "'5,00'"},
		{"number(12, 1)", "'12,0'"},
		{"18.5 | percent", "'18,5%'"},
		{"18.55 | percent(1)", "'18,6%'"},
		{"1 / 3 * 100 | percent(2)", "'33,33%'"},
		{"2.5 | round", "3"},
		{"(-2.5) | round", "-3"},
		{"1 / 3 | round(3)", "0.333"},
		{"7 | round(2)", "7.00"},
		{"(1 / 3 | round(1)) * 3", "0.9"},
		{"0 | words", "'không'"},
		{"3687 | words", "'ba nghìn sáu trăm tám mươi bảy'"},
		{"21 | words", "'hai mươi mốt'"},
		{"9 | pad", "'09'"},
		{"0 | pad", "'00'"},
		{"10 | pad", "'10'"},
		{"1234 | pad", "'1.234'"},
	};
	GIVES(rows);
	static const struct row wrong[] = {
		{"1 / 3 | number", "T009 <number>"},
		{"1 / 3 | percent", "T009 <percent>"},
		{"'a' | number", "T007 <number>"},
		{"b | number", "T007 <number>"},
		{"b | percent(1)", "T007 <percent(1)>"},
		{"n | number(10)", "T007 <number(10)>"},
		{"n | number(-1)", "T007 <number(-1)>"},
		{"n | number(1.5)", "T007 <number(1.5)>"},
		{"n | number('1')", "T007 <number('1')>"},
		{"n | round(b)", "T007 <round(b)>"},
		{"999999999999999999 | number(1)", "T008 <number(1)>"},
		{"999999999999999999 | round(1)", "T007 <round(1)>"},
		{"1.5 | words", "T007 <words>"},
		{"(-1) | words", "T007 <words>"},
		{"'a' | words", "T007 <words>"},
		{"(-1) | pad", "T007 <pad>"},
		{"0.5 | pad", "T007 <pad>"},
		{"b | pad", "T007 <pad>"},
	};
	SAYS(wrong);
}

static void dates(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"date | date", "'ngày 03 tháng 5 năm 2026'"},
		{"date | date('long')", "'ngày 03 tháng 5 năm 2026'"},
		{"date | date('short')", "'03/5/2026'"},
		{"'2026-02-13' | date('short')", "'13/02/2026'"},
		{"date | date('month')", "'tháng 5 năm 2026'"},
		{"'2026-01-31' | date('month')", "'tháng 01 năm 2026'"},
		{"date | date('year')", "'2026'"},
		{"'2026-11' | date('month')", "'tháng 11 năm 2026'"},
		{"'2026-11' | date('short')", "'11/2026'"},
	};
	GIVES(rows);
	static const struct row wrong[] = {
		{"date | date('iso')", "T007 <date('iso')>"},
		{"date | date(1)", "T007 <date(1)>"},
		{"'2026-02-30' | date", "T007 <date>"},
		{"'03/5/2026' | date", "T007 <date>"},
		{"'' | date", "T007 <date>"},
		{"b | date", "T007 <date>"},
		{"2026 | date('year')", "T007 <date('year')>"},
	};
	SAYS(wrong);
}

static void texts(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"name | upper", "'ĐẢNG ỦY XÃ TÂN AN'"},
		{"name | lower", "'đảng ủy xã tân an'"},
		{"'đảng ủy' | capital", "'Đảng ủy'"},
		{"name | slug", "'dang-uy-xa-tan-an'"},
		{"'' | upper", "''"},
		{"'' | slug", "''"},
		{"b | default('x')", "'x'"},
		{"texts.empty | default('x')", "'x'"},
		{"0 | default('x')", "0"},
		{"false | default('x')", "false"},
		{"name | default('x') | lower", "'đảng ủy xã tân an'"},
		{"b | default(null)", "null"},
	};
	GIVES(rows);
	static const struct row wrong[] = {
		{"n | upper", "T007 <upper>"},
		{"b | lower", "T007 <lower>"},
		{"models | capital", "T007 <capital>"},
		{"true | slug", "T007 <slug>"},
	};
	SAYS(wrong);
}

static void counting(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"models | count", "3"},
		{"texts | count", "2"},
		{"b | count", "0"},
		{"models | sum('score')", "4.5"},
		{"models | map(it.score | default(0)) | sum", "4.5"},
		{"b | sum", "0"},
		{"b | sum('x')", "0"},
		{"models | avg('score')", "2.25"},
		{"models | avg('none')", "null"},
		{"models | min('score')", "1.5"},
		{"models | max('score')", "3"},
		{"models | min('none')", "null"},
		{"b | max", "null"},
		{"results[1].range | sum", "3"},
		{"results[1].range | avg", "1.5"},
	};
	GIVES(rows);
	static const struct row wrong[] = {
		{"n | count", "T007 <count>"},
		{"true | count", "T007 <count>"},
		{"models | sum", "T007 <sum>"},
		{"models | sum('name')", "T007 <sum('name')>"},
		{"models | sum(1)", "T007 <sum(1)>"},
		{"n | sum", "T007 <sum>"},
		{"models | max('field')", "T007 <max('field')>"},
		{"models | map(999999999999999999) | sum", "T008 <sum>"},
	};
	SAYS(wrong);
}

/* One text where several could be is a list of it. */
static void a_text_as_a_list(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"name | count", "1"},
		{"texts.empty | count", "0"},
		{"name | first", "'Đảng ủy xã Tân An'"},
		{"name | join(' ')", "'Đảng ủy xã Tân An'"},
		{"name | map(it | lower)", "['đảng ủy xã tân an']"},
		{"texts.empty | join", "''"},
	};
	GIVES(rows);
}

static void sorting(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"models | sort('score') | map(it.name)", "['M2', 'M1', 'M3']"},
		{"models | sort('field') | map(it.name)", "['M1', 'M3', 'M2']"},
		{"people | sort('age') | map(it.name)",
		 "['Lê Thị An', 'Lê Văn Bình', 'Nguyễn Văn Bình', 'Trần Văn An']"},
		{"people | map(it.name) | sort | first", "'Lê Thị An'"},
		{"people | sort_people('name') | map(it.name)",
		 "['Lê Thị An', 'Trần Văn An', 'Lê Văn Bình', 'Nguyễn Văn Bình']"},
		{"people | map(it.name) | sort_people | last", "'Nguyễn Văn Bình'"},
		{"models | map(it.score | default('không')) | sort", "[1.5, 3, 'không']"},
		{"b | sort", "[]"},
	};
	GIVES(rows);
	static const struct row wrong[] = {
		{"n | sort", "T007 <sort>"},
		{"models | sort(1)", "T007 <sort(1)>"},
		{"texts | sort_people", "T007 <sort_people>"},
	};
	SAYS(wrong);
}

static void choosing(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"models | filter(it.field == 'kinh tế') | map(it.name)", "['M1', 'M3']"},
		{"models | filter(it.score) | count", "2"},
		{"models | filter(false)", "[]"},
		{"filter(models, it.name == 'M2') | first | default('x')",
		 "{name: 'M2', field: 'xã hội', score: 1.5}"},
		{"models | map(it.score)", "[3, 1.5, null]"},
		{"models | map(n)", "[12, 12, 12]"},
		/* the innermost `it` */
		{"models | map(people | filter(it.age == 40) | count)", "[1, 1, 1]"},
		{"models | map(it.name ~ (people | map(it.age) | first))",
		 "['M140', 'M240', 'M340']"},
		{"models | group('field') | map(it.key)", "['kinh tế', 'xã hội']"},
		{"models | group('field') | map(it.items | count)", "[2, 1]"},
		{"models | group('score') | map(it.key)", "[3, 1.5, null]"},
		{"people | group('age') | map(it.items | map(it.name) | join)",
		 "['Nguyễn Văn Bình', 'Lê Thị An và Lê Văn Bình', 'Trần Văn An']"},
		{"b | group('x')", "[]"},
		{"models | first", "{name: 'M1', field: 'kinh tế', score: 3}"},
		{"models | last", "{name: 'M3', field: 'kinh tế'}"},
		{"b | first", "null"},
		{"models | take(0) | last", "null"},
		{"models | reverse | map(it.name)", "['M3', 'M2', 'M1']"},
		{"models | take(2) | map(it.name)", "['M1', 'M2']"},
		{"models | take(9) | count", "3"},
	};
	GIVES(rows);
	static const struct row wrong[] = {
		{"n | filter(it)", "T007 <filter(it)>"},
		{"models | filter(it.score > 1)", "T007 <it.score > 1>"},
		{"models | map(it.name + 1)", "T007 <it.name + 1>"},
		{"texts | map(it)", "T007 <map(it)>"},
		{"models | group(1)", "T007 <group(1)>"},
		{"n | group('x')", "T007 <group('x')>"},
		{"n | first", "T007 <first>"},
		{"true | last", "T007 <last>"},
		{"n | reverse", "T007 <reverse>"},
		{"models | take(-1)", "T007 <take(-1)>"},
		{"models | take(1.5)", "T007 <take(1.5)>"},
		{"models | take('1')", "T007 <take('1')>"},
		{"n | take(1)", "T007 <take(1)>"},
	};
	SAYS(wrong);
}

static void joining_lists(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"models | map(it.name) | join", "'M1, M2 và M3'"},
		{"models | map(it.name) | take(2) | join", "'M1 và M2'"},
		{"models | map(it.name) | take(1) | join", "'M1'"},
		{"models | take(0) | join", "''"},
		{"models | map(it.name) | join('; ')", "'M1; M2; M3'"},
		{"models | map(it.name) | join('; ', ' hoặc ')", "'M1; M2 hoặc M3'"},
		{"models | map(it.name) | join('')", "'M1M2M3'"},
		{"results[1].range | join('-')", "'1-2'"},
	};
	GIVES(rows);
	static const struct row wrong[] = {
		{"models | join", "T007 <join>"},
		{"models | map(it.score) | join", "T006 <join>"},
		{"models | map(it.name) | join(1)", "T007 <join(1)>"},
		{"models | map(it.name) | join(',', b)", "T007 <join(',', b)>"},
		{"models | map(1 / 3) | join", "T009 <join>"},
		{"n | join", "T007 <join>"},
	};
	SAYS(wrong);
}

static void standing_to_another(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"compare(112.5, 100)", "'tăng 12,5% so với cùng kỳ'"},
		{"compare(90, 100, 'năm 2025')", "'giảm 10,0% so với năm 2025'"},
		{"compare(5, 5)", "'bằng cùng kỳ'"},
		{"compare(0, 0)", "'bằng cùng kỳ'"},
		{"compare(1, 3)", "'giảm 66,7% so với cùng kỳ'"},
		{"compare_points(18.5, 17)", "'tăng 1,5 điểm phần trăm so với cùng kỳ'"},
		{"compare_points(17, 18.5, 'quý I')", "'giảm 1,5 điểm phần trăm so với quý I'"},
		{"compare_points(17, 17)", "'bằng cùng kỳ'"},
		{"share(1, 3)", "33.3"},
		{"share(1, 3, 0)", "33"},
		{"share(1, 4, 2)", "25.00"},
		{"share(0, 4)", "0.0"},
	};
	GIVES(rows);
	static const struct row wrong[] = {
		{"compare(1, 0)", "T008 <compare(1, 0)>"},
		{"share(1, 0)", "T008 <share(1, 0)>"},
		{"share(0, 0)", "T008 <share(0, 0)>"},
		{"compare(1, b)", "T007 <compare(1, b)>"},
		{"compare('a', 1)", "T007 <compare('a', 1)>"},
		{"compare(1, 2, 3)", "T007 <compare(1, 2, 3)>"},
		{"compare_points(b, 1)", "T007 <compare_points(b, 1)>"},
		{"share(b, 1)", "T007 <share(b, 1)>"},
		{"share(1, 2, 12)", "T007 <share(1, 2, 12)>"},
		{"compare(999999999999999999, -1)", "T008 <compare(999999999999999999, -1)>"},
		{"compare_points(999999999999999999, -1)",
		 "T008 <compare_points(999999999999999999, -1)>"},
		{"share(999999999999999999, 1)", "T008 <share(999999999999999999, 1)>"},
	};
	SAYS(wrong);
}

static void figures(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"figure('r-count')", "'gần 7.500 người'"},
		{"figure('r-range')", "'1-2 nội dung'"},
		{"figure('r-percent')", "'18,5%'"},
		{"figure('r-written')", "'hàng trăm'"},
		{"figure('r-missing')", "null"},
		{"figure('r-bare')", "'1.234,50'"},
		{"'r-percent' | figure", "'18,5%'"},
		{"result('r-count').value", "7500"},
		{"result('r-count').value / 3", "2500"},
		{"result('r-missing').missing.reason", "'chưa có'"},
	};
	GIVES(rows);
	static const struct row wrong[] = {
		{"figure('r-nowhere')", "T011 <figure('r-nowhere')>"},
		{"result('')", "T011 <result('')>"},
		{"result('R-count').value", "T011 <result('R-count')>"},
		{"figure('r-none')", "T006 <figure('r-none')>"},
		{"figure(1)", "T007 <figure(1)>"},
		{"b | result", "T007 <result>"},
	};
	SAYS(wrong);
	assert_string_equal(value_in("{}", "figure('x')"), "wrong");
	assert_string_equal(value_in("{'results': 5}", "figure('x')"), "wrong");
	assert_string_equal(value_in("{'results': [1, 'a', null]}", "figure('x')"), "wrong");
}

/* ---- where values come from ---- */

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

/* ---- limits ---- */

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

int main(void)
{
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	const struct CMUnitTest tests[] = {
		TEST(literals),
		TEST(precedence),
		TEST(ways_into_data),
		TEST(syntax_errors),
		TEST(syntax_errors_say_what_was_expected),
		TEST(wrong_calls),
		TEST(too_deep),
		TEST(arithmetic),
		TEST(joining),
		TEST(comparing),
		TEST(truth),
		TEST(names),
		TEST(known_names_need_not_be_there),
		TEST(indexes),
		TEST(numbers),
		TEST(dates),
		TEST(texts),
		TEST(counting),
		TEST(a_text_as_a_list),
		TEST(sorting),
		TEST(choosing),
		TEST(joining_lists),
		TEST(standing_to_another),
		TEST(figures),
		TEST(values_know_where_they_stand),
		TEST(places_behind_escapes),
		TEST(work_is_limited),
		TEST(what_has_no_end_is_given_up),
		TEST(texts_cannot_double_without_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
