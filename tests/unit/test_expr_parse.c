/* expr/: how expressions are read, and what is said, where, of those that cannot be. */
#include "expr_rows.h"

#include "base/limits.h"

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
		{"n | pad(1, 2)", "T003 <pad(1, 2)>"},
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
		{"words(1, 2, 3, 4)", "T003 <words(1, 2, 3, 4)>"},
		{"join(models, '', '', '', '')", "T003 <join(models, '', '', '',>"},
	};
	SAYS_PARSED(rows);
}

/* Words that are written out are looked at when the template is read. */
static void words_that_a_function_does_not_know(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"5 | words('le')", "T007 <'le'>"},
		{"5 | words('ngàn')", "T007 <'ngàn'>"},
		{"5 | words('lẻ', 'nghin')", "T007 <'nghin'>"},
		{"5 | words('')", "T007 <''>"},
		{"5 | words('linh, lẻ')", "T007 <'linh, lẻ'>"},
		{"5 | words(1)", "T007 <1>"},
		{"5 | words(null)", "T007 <null>"},
		{"date | date('iso')", "T007 <'iso'>"},
		{"date | date(1)", "T007 <1>"},
	};
	SAYS_PARSED(rows);
	assert_message("date needs long, short, month, year, not this one");
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
		TEST(words_that_a_function_does_not_know),
		TEST(too_deep),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
