/* expr/: numbers, dates and texts. */
#include "expr_rows.h"

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
		{"7 | pad(3)", "'007'"},
		{"0 | pad(2)", "'00'"},
		{"1234 | pad(2)", "'1234'"},
		{"999999999999999999 | pad(9)", "'999999999999999999'"},
		{"7 | pad(0)", "'7'"},
		{"105 | words", "'một trăm linh năm'"},
		{"105 | words('lẻ')", "'một trăm lẻ năm'"},
		{"1005 | words('lẻ', 'ngàn')", "'một ngàn không trăm lẻ năm'"},
		{"1005 | words('linh', 'nghìn')", "'một nghìn không trăm linh năm'"},
		{"1005 | words('l' ~ 'ẻ')", "'một nghìn không trăm lẻ năm'"},
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
		{"9 | pad('2')", "T007 <pad('2')>"},
		{"9 | pad(-1)", "T007 <pad(-1)>"},
		{"5 | words('l' ~ 'e')", "T007 <words('l' ~ 'e')>"},
		{"5 | words(b)", "T007 <words(b)>"},
		{"5 | words('lẻ', 1 + 1)", "T007 <words('lẻ', 1 + 1)>"},
	};
	SAYS(wrong);
}

/* What no rule prescribes, the office does; what the template says wins. */
static void wording_of_the_office(void **state)
{
	(void)state;
	static const struct {
		const char *json;
		struct row row;
	} cases[] = {
		{"{}", {"9 | pad", "'09'"}},
		{"{'wording': {}}", {"9 | pad", "'09'"}},
		{"{'wording': {'small_counts': 'padded'}}", {"9 | pad", "'09'"}},
		{"{'wording': {'small_counts': 'plain'}}", {"9 | pad", "'9'"}},
		{"{'wording': {'small_counts': 'plain'}}", {"1234 | pad", "'1.234'"}},
		{"{'wording': {'small_counts': 'plain'}}", {"9 | pad(2)", "'09'"}},
		{"{'wording': {'tens_zero': 'lẻ'}}",
		 {"1005 | words", "'một nghìn không trăm lẻ năm'"}},
		{"{'wording': {'thousand': 'ngàn'}}",
		 {"1005 | words", "'một ngàn không trăm linh năm'"}},
		{"{'wording': {'thousand': 'ngàn'}}",
		 {"1005 | words('lẻ')", "'một ngàn không trăm lẻ năm'"}},
		{"{'wording': {'tens_zero': 'lẻ', 'thousand': 'ngàn'}}",
		 {"1005 | words('linh', 'nghìn')", "'một nghìn không trăm linh năm'"}},
		/* what the schema refuses is told with the report */
		{"{'wording': {'tens_zero': 'le', 'small_counts': 5}}",
		 {"105 | words", "'một trăm linh năm'"}},
		{"{'wording': 'plain'}", {"9 | pad", "'09'"}},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect(&cases[i].row, value_in(cases[i].json, cases[i].row.text),
		       cases[i].json);
	assert_string_equal(findings_since(0), "");
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
		{"date | date('i' ~ 'so')", "T007 <date('i' ~ 'so')>"},
		{"date | date(b)", "T007 <date(b)>"},
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

int main(void)
{
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	const struct CMUnitTest tests[] = {
		TEST(numbers),
		TEST(wording_of_the_office),
		TEST(dates),
		TEST(texts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
