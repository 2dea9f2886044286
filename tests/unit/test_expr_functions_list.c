/* expr/: functions of lists. */
#include "expr_rows.h"

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
		/* yes and no are two keys, and so are two lists */
		{"people | group('member') | map(it.items | count)", "[1, 2, 1]"},
		{"people | group('posts') | count", "3"},
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

int main(void)
{
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	const struct CMUnitTest tests[] = {
		TEST(counting), TEST(a_text_as_a_list), TEST(sorting),
		TEST(choosing), TEST(joining_lists),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
