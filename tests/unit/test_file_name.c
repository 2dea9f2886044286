/* expr/file_name: patterns, and the names that they give to reports. */
#include "each.h"

#include "expr/file_name.h"
#include "json/merge.h"

#include <stdlib.h>

/* Single quotes in `json` stand for double ones. */
static struct bc_str quoted(const char *json)
{
	struct bc_buf text = bc_buf_in(&fx.arena);
	for (const char *p = json; *p; p++)
		bc_buf_putc(&text, *p == '\'' ? '"' : *p);
	*bc_buf_reserve(&text, 1) = '\0';
	return bc_buf_str(&text);
}

static const struct bc_json *parsed(const char *json)
{
	struct bc_source *source = bc_new(&fx.arena, struct bc_source);
	*source = (struct bc_source){.name = BC_STR("r.json"), .text = quoted(json)};
	const struct bc_json *data = bc_json_parse(&fx.ctx, source);
	assert_non_null(data);
	return data;
}

static const struct bc_name_pattern *read(const char *text)
{
	const struct bc_name_pattern *pattern =
		bc_name_pattern_read(&fx.ctx, bc_str_of(text), NULL, 0);
	if (!pattern)
		fail_msg("%s was refused", text);
	return pattern;
}

static void forget_findings(void)
{
	bc_findings_init(&fx.findings, &fx.arena);
}

static const char *message(enum bc_lang lang)
{
	struct bc_buf text = bc_buf_in(&fx.arena);
	bc_finding_message(&text, fx.findings.first, lang);
	return bc_str_z(&fx.arena, bc_buf_str(&text));
}

/* The one finding: its code, and a part of its message. */
static void assert_finding(const char *about, const char *code, const char *part)
{
	const struct bc_finding *f = fx.findings.first;
	if (fx.findings.kept != 1 || strcmp(bc_diag_text(f->diag)->code, code) != 0)
		fail_msg("%s: %zu findings, not one %s", about, fx.findings.kept, code);
	if (!strstr(message(BC_EN), part))
		fail_msg("%s: \"%s\" lacks \"%s\"", about, message(BC_EN), part);
	assert_null(strstr(message(BC_VI), part));
}

static void assert_name(struct bc_str got, const char *want)
{
	if (!bc_str_is(got, want))
		fail_msg("got \"%.*s\", want \"%s\"", (int)got.n, got.p, want);
}

/* By reading, and by looking at no more than the value. */
static void check_name(const char *pattern_text, const char *json, const char *want)
{
	const struct bc_name_pattern *pattern = read(pattern_text);
	assert_name(bc_file_name(&fx.ctx, pattern, parsed(json)), want);
	assert_null(fx.findings.first);
	struct bc_str plucked = bc_file_name_plucked(&fx.ctx, pattern, quoted(json));
	if (plucked.n)
		assert_name(plucked, want);
	assert_null(fx.findings.first);
}

#define DATA                                                                                     \
	"{'organization': {'code': 'DU-01', 'name': 'Đảng ủy xã Tân An'}, 'year': 2026, " \
	"'a_1': {'B': {'c': {'d': {'e': {'f': {'g': 'sâu'}}}}}}}"

static void a_pattern_is_filled_in(void **state)
{
	(void)state;
	static const struct {
		const char *pattern, *name;
	} cases[] = {
		{"{{ organization.code }}.pdf", "DU-01.pdf"},
		{"{{organization.code}}.pdf", "DU-01.pdf"},
		{"{{   organization.code}}.pdf", "DU-01.pdf"},
		{"báo cáo {{ year }} - {{ organization.name }}.pdf",
		 "báo cáo 2026 - Đảng ủy xã Tân An.pdf"},
		{"{{year}}{{organization.code}}{{year}}.pdf", "2026DU-012026.pdf"},
		{"{{ a_1.B.c.d.e.f.g }}.pdf", "sâu.pdf"},
		{"mot.pdf", "mot.pdf"},
		{"{mot} } {.pdf", "{mot} } {.pdf"},
		{"{{ year }}.pdf.pdf", "2026.pdf.pdf"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_name(cases[i].pattern, DATA, cases[i].name);
}

static void what_a_pattern_may_not_be(void **state)
{
	(void)state;
	static const struct {
		const char *pattern;
		uint32_t column; /* in characters */
		const char *why;
	} cases[] = {
		{"", 1, "end in .pdf"},
		{"a", 2, "end in .pdf"},
		{"báo cáo", 8, "end in .pdf"},
		{"a.PDF", 6, "end in .pdf"},
		{"{{ a }}", 8, "end in .pdf"},
		{"pdf", 4, "end in .pdf"},

		{"a }}{{ b }}.pdf", 3, "do not match"},
		{"organization.code }}.pdf", 19, "do not match"},
		{"{{ a }}đ}}.pdf", 9, "do not match"},

		{"a/b.pdf", 1, "it holds one of"},
		{"{{ a }}/{{ b }}.pdf", 8, "it holds one of"},
		{"Đ{{ a }}Đ*.pdf", 9, "it holds one of"},
		{"a\\b.pdf", 1, "it holds one of"},
		{"{{ a }}:.pdf", 8, "it holds one of"},
		{"?.pdf", 1, "it holds one of"},
		{"\".pdf", 1, "it holds one of"},
		{"<{{ a }}>.pdf", 1, "it holds one of"},
		{"{{ a }}|.pdf", 8, "it holds one of"},
		{"\n.pdf", 1, "control character"},
		{"{{ a }}\x7F.pdf", 8, "control character"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		forget_findings();
		assert_null(
			bc_name_pattern_read(&fx.ctx, bc_str_of(cases[i].pattern), NULL, 0));
		assert_finding(cases[i].pattern, "B001", cases[i].why);
		struct bc_place place = fx.findings.first->place;
		uint32_t column = bc_position_of(place.source, place.begin).column;
		if (column != cases[i].column)
			fail_msg("%s: column %u, want %u", cases[i].pattern, column,
				 cases[i].column);
		assert_true(place.end <= place.source->text.n);
		assert_true(bc_str_is(place.source->name, "--name"));
	}
}

/* Holes are those of templates, and so is what is said of them. */
static void what_a_hole_may_not_be(void **state)
{
	(void)state;
	static const struct {
		const char *pattern;
		uint32_t column; /* in characters */
		const char *code, *why;
	} cases[] = {
		{"{{ a.pdf", 1, "T005", "is not closed"},
		{"báo cáo {{ a }.pdf", 9, "T005", "is not closed"},
		{"{{ a }}{{.pdf", 8, "T005", "is not closed"},

		{"{{}}.pdf", 3, "T001", "expected a value"},
		{"số {{ }}.pdf", 7, "T001", "expected a value"},
		{"{{ . }}.pdf", 4, "T001", "expected a value"},
		{"{{ a. }}.pdf", 7, "T001", "the name of a member"},
		{"{{ .a }}.pdf", 4, "T001", "expected a value"},
		{"{{ a..b }}.pdf", 6, "T001", "the name of a member"},
		{"{{ a b }}.pdf", 6, "T001", "an operator"},
		{"{{ a }}{{ 1a }}.pdf", 12, "T001", "an operator"},
		{"{{ tên }}.pdf", 5, "T001", "an operator"},
		{"{{ {{ a }}.pdf", 4, "T001", "expected a value"},
		{"{{ '\xE1' }}.pdf", 5, "J003", "not UTF-8"},
		{"\xFF.pdf", 1, "J003", "not UTF-8"},
		{"{{ a | slugg }}.pdf", 8, "T002", "no function \"slugg\""},
		{"{{ a | date('iso') }}.pdf", 13, "T007", "date needs"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		forget_findings();
		assert_null(
			bc_name_pattern_read(&fx.ctx, bc_str_of(cases[i].pattern), NULL, 0));
		assert_finding(cases[i].pattern, cases[i].code, cases[i].why);
		struct bc_place place = fx.findings.first->place;
		uint32_t column = bc_position_of(place.source, place.begin).column;
		if (column != cases[i].column)
			fail_msg("%s: column %u, want %u", cases[i].pattern, column,
				 cases[i].column);
		assert_true(bc_str_is(place.source->name, "--name"));
	}
}

/* Told once, of the pattern, and not of each of many reports. */
static void what_no_report_has_is_told_of_the_pattern(void **state)
{
	(void)state;
	static const struct bc_str known[] = {{"organization", 12}, {"units", 5}};
	static const struct {
		const char *pattern;
		uint32_t column; /* 0: it is good */
	} cases[] = {
		{"{{ organization.code }}.pdf", 0},
		{"{{ organization.x }}.pdf", 0},
		{"{{ x_ma.a }}.pdf", 0},
		{"{{ units | map(it.name) | join('-') }}.pdf", 0},
		{"{{ units | filter(it.a == organization.code) | count }}.pdf", 0},
		{"{{ organisation.code }}.pdf", 4},
		{"x {{ units }} {{ code }}.pdf", 18},
		{"{{ it }}.pdf", 4},
		{"{{ (it | count) ~ (units | map(it.a) | first) }}.pdf", 5},
		{"{{ units | map(ten) | first }}.pdf", 16},
		{"{{ loop.index }}.pdf", 4},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		forget_findings();
		const struct bc_name_pattern *pattern =
			bc_name_pattern_read(&fx.ctx, bc_str_of(cases[i].pattern), known, 2);
		assert_int_equal(pattern != NULL, cases[i].column == 0);
		if (pattern)
			continue;
		assert_finding(cases[i].pattern, "T010", "there is nothing called");
		struct bc_place place = fx.findings.first->place;
		assert_int_equal(bc_position_of(place.source, place.begin).column,
				 cases[i].column);
	}
}

static void names_are_expressions(void **state)
{
	(void)state;
	static const char json[] =
		"{'n': 7, 'big': 1234567, 'half': 0.50, 'date': '2026-05-03', 'none': null,"
		" 'name': 'Đảng ủy xã Tân An', 'units': [{'a': 'x'}, {'a': 'y'}]}";
	static const struct {
		const char *pattern, *name;
	} cases[] = {
		{"{{ name | slug }}.pdf", "dang-uy-xa-tan-an.pdf"},
		{"{{ name | upper }}.pdf", "ĐẢNG ỦY XÃ TÂN AN.pdf"},
		{"{{ n | pad(3) }}-{{ date | date('year') }}.pdf", "007-2026.pdf"},
		{"{{ none | default(n) }}.pdf", "7.pdf"},
		{"{{ none or name | slug }}.pdf", "dang-uy-xa-tan-an.pdf"},
		{"{{ units[1].a }}{{ units | count }}.pdf", "y2.pdf"},
		{"{{ units | map(it.a) | join('-') }}.pdf", "x-y.pdf"},
		{"{{ n == 7 and 'bảy' or 'khác' }}.pdf", "bảy.pdf"},
		{"{{ a-b }}{{ a\t}}.pdf", ""},
		/* digits, as a file's name needs them */
		{"{{ big }} {{ big + 1 }} {{ half }} {{ half * 3 }}.pdf",
		 "1234567 1234568 0.50 1.5.pdf"},
		{"{{ big | number }}.pdf", "1.234.567.pdf"},
		{"{{ '}' ~ n }}.pdf", "}7.pdf"},
		{"{{ a.b.c.d.e.f.g.h.i | default('sâu') }}.pdf", "sâu.pdf"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		forget_findings();
		const struct bc_name_pattern *pattern = read(cases[i].pattern);
		assert_name(bc_file_name(&fx.ctx, pattern, parsed(json)), cases[i].name);
		assert_int_equal(fx.findings.kept == 0, cases[i].name[0] != 0);
		/* what has to be computed isn't plucked */
		struct bc_str plucked = bc_file_name_plucked(&fx.ctx, pattern, quoted(json));
		assert_int_equal(plucked.n, 0);
	}
}

/* What a report makes impossible is told of that report, with the expression beside it. */
static void an_expression_may_fail_for_a_report(void **state)
{
	(void)state;
	static const struct {
		const char *pattern, *code, *why, *shown;
	} cases[] = {
		{"{{ a | date }}.pdf", "T007", "a date like", "date"},
		{"{{ a | pad }}.pdf", "T007", "a number", "pad"},
		{"{{ 1 / 0 }}.pdf", "T008", "division by zero", "1 / 0"},
		{"{{ 1 / 3 }}.pdf", "T009", "does not end", "1 / 3"},
		{"x{{ 'a' ~ b }}.pdf", "T006", "gives nothing", "b"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct bc_name_pattern *pattern = read(cases[i].pattern);
		const struct bc_json *report = parsed("  {'a': 'x'}");
		forget_findings();
		assert_int_equal(bc_file_name(&fx.ctx, pattern, report).n, 0);
		assert_finding(cases[i].pattern, cases[i].code, cases[i].why);
		const struct bc_finding *f = fx.findings.first;
		assert_ptr_equal(f->place.source, report->place.source);
		assert_int_equal(f->place.begin, 2);
		assert_true(bc_str_is(f->related.source->name, "--name"));
		assert_name(
			bc_str_cut(f->related.source->text, f->related.begin, f->related.end),
			cases[i].shown);
	}
}

static void check_no_name(const char *json, const char *code, const char *part,
			  const char *points_at)
{
	const struct bc_name_pattern *pattern = read("{{ a.b }}.pdf");
	const struct bc_json *report = parsed(json);
	forget_findings();
	struct bc_str name = bc_file_name(&fx.ctx, pattern, report);
	assert_int_equal(name.n, 0);
	assert_finding(json, code, part);
	struct bc_place place = fx.findings.first->place;
	struct bc_str at = bc_str_cut(place.source->text, place.begin, place.end);
	if (!bc_str_eq(at, quoted(points_at)))
		fail_msg("%s: points at %.*s", json, (int)at.n, at.p);
	forget_findings();
	assert_int_equal(bc_file_name_plucked(&fx.ctx, pattern, quoted(json)).n, 0);
	assert_null(fx.findings.first);
}

static void a_name_may_be_missing(void **state)
{
	(void)state;
	static const char *const reports[] = {
		"{}",
		"{'b': 'x'}",
		"{'a': {}}",
		"{'a': {'B': 'x'}}",
		"{'a': {'b': ''}}",
		"{'a': {'b': null}}",
		"{'a': {'b': true}}",
		"{'a': {'b': ['x']}}",
		"{'a': {'b': {'c': 'x'}}}",
		"{'a': 'b'}",
		"{'a': [{'b': 'x'}]}",
	};
	for (size_t i = 0; i < sizeof reports / sizeof *reports; i++)
		check_no_name(reports[i], "B002", "there is no a.b here", "{");
	check_no_name("[{'a': {'b': 'x'}}]", "B002", "there is no a.b here", "[");
	check_no_name(" 'a.b'", "B002", "there is no a.b here", "'");
}

static void a_name_may_be_illegal(void **state)
{
	(void)state;
	static const struct {
		const char *value, *why;
	} cases[] = {
		{"'15/BC'", "it holds one of"},
		{"'a\\\\b'", "it holds one of"},
		{"'C:'", "it holds one of"},
		{"'*'", "it holds one of"},
		{"'?'", "it holds one of"},
		{"'a\\u0022'", "it holds one of"},
		{"'<'", "it holds one of"},
		{"'>'", "it holds one of"},
		{"'|'", "it holds one of"},
		{"'../x'", "it holds one of"},
		{"'a\\nb'", "a control character"},
		{"'\\u0001'", "a control character"},
		{"'\x7F'", "a control character"},
		{"'.an'", "begins with"},
		{"'..'", "begins with"},
		{"' x'", "begins with"},
		{"'-f'", "begins with"},
		{"-1", "begins with"},
		{"'con'", "for a device"},
		{"'CON'", "for a device"},
		{"'nul.x'", "for a device"},
		{"'Prn'", "for a device"},
		{"'AUX'", "for a device"},
		{"'com1'", "for a device"},
		{"'COM9'", "for a device"},
		{"'lpt5.2026'", "for a device"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct bc_buf json = bc_buf_in(&fx.arena);
		bc_buf_puts(&json, "{'x': 1, 'a': {'b': ");
		bc_buf_puts(&json, cases[i].value);
		bc_buf_puts(&json, "}}");
		check_no_name(bc_str_z(&fx.arena, bc_buf_str(&json)), "B003", cases[i].why,
			      cases[i].value);
	}
}

static void names_that_only_look_illegal(void **state)
{
	(void)state;
	static const struct {
		const char *json, *name;
	} cases[] = {
		{"{'a': 'com'}", "com.pdf"},
		{"{'a': 'cons'}", "cons.pdf"},
		{"{'a': 'co'}", "co.pdf"},
		{"{'a': 'coma'}", "coma.pdf"},
		{"{'a': 'com10'}", "com10.pdf"},
		{"{'a': 'con1'}", "con1.pdf"},
		{"{'a': 'x.con'}", "x.con.pdf"},
		{"{'a': 'côn'}", "côn.pdf"},
		{"{'a': 'a-b.c d'}", "a-b.c d.pdf"},
		{"{'a': '_'}", "_.pdf"},
		{"{'a': '15-BC∕ĐU'}", "15-BC∕ĐU.pdf"},
		{"{'a': 'x '}", "x .pdf"},
		{"{'a': '{{ b }}'}", "{{ b }}.pdf"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_name("{{ a }}.pdf", cases[i].json, cases[i].name);
}

static void the_literal_text_of_a_name_is_judged_with_it(void **state)
{
	(void)state;
	static const struct {
		const char *pattern, *why;
	} cases[] = {
		{".pdf", "begins with"},         {" {{ a }}.pdf", "begins with"},
		{"-{{ a }}.pdf", "begins with"}, {"CON.{{ a }}.pdf", "for a device"},
		{"nul.pdf", "for a device"},     {"lp{{ t }}.pdf", "for a device"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		forget_findings();
		const struct bc_json *report = parsed("{'a': 'x', 't': 't1'}");
		const struct bc_name_pattern *pattern = read(cases[i].pattern);
		assert_int_equal(bc_file_name(&fx.ctx, pattern, report).n, 0);
		assert_finding(cases[i].pattern, "B003", cases[i].why);
	}
}

/* {"a": "ộộộ..."}, `n` bytes long. */
static const char *long_report(size_t n)
{
	struct bc_buf json = bc_buf_in(&fx.arena);
	bc_buf_puts(&json, "{'a': '");
	for (; n % 3; n--)
		bc_buf_putc(&json, 'x');
	for (; n; n -= 3)
		bc_buf_puts(&json, "ộ");
	bc_buf_puts(&json, "'}");
	return bc_str_z(&fx.arena, bc_buf_str(&json));
}

static void a_name_has_255_bytes_at_most(void **state)
{
	(void)state;
	const struct bc_name_pattern *pattern = read("{{ a }}.pdf");
	for (size_t n = 248; n <= 256; n++) {
		forget_findings();
		const char *json = long_report(n);
		struct bc_str name = bc_file_name(&fx.ctx, pattern, parsed(json));
		struct bc_str plucked = bc_file_name_plucked(&fx.ctx, pattern, quoted(json));
		assert_true(bc_str_eq(name, plucked));
		assert_int_equal(name.n, n + 4 <= 255 ? n + 4 : 0);
		if (!name.n)
			assert_finding(json, "B003", "longer than 255 bytes");
	}
}

static void numbers_stand_as_they_are_written(void **state)
{
	(void)state;
	check_name("{{ a }}.pdf", "{'a': 7}", "7.pdf");
	check_name("{{ a }}.pdf", "{'a': 0.50}", "0.50.pdf");
	check_name("{{ a }}.pdf", "{'a': 123456789012345678}", "123456789012345678.pdf");
	check_name("x{{ a }}.pdf", "{'a': -3}", "x-3.pdf");
}

static void names_are_composed(void **state)
{
	(void)state;
	static const struct {
		const char *pattern, *json, *name;
	} cases[] = {
		{"{{ a }}.pdf", "{'a': 'Đa\u0309ng u\u0309y xa\u0303'}", "Đảng ủy xã.pdf"},
		{"{{ a }}.pdf", "{'a': 'o\u0323\u0302'}", "ộ.pdf"},
		{"{{ a }}.pdf", "{'a': '\\u006F\\u0302\\u0323'}", "ộ.pdf"},
		{"{{ a }}.pdf", "{'a': 'ộ'}", "ộ.pdf"},
		{"ba\u0301o ca\u0301o {{ a }}.pdf", "{'a': 1}", "báo cáo 1.pdf"},
		{"o{{ a }}.pdf", "{'a': '\u0301'}", "ó.pdf"},
		{"{{ a }}\u0301.pdf", "{'a': 'o'}", "ó.pdf"},
		{"{{ a }}{{ b }}.pdf", "{'a': 'o\u0302', 'b': '\u0323'}", "ộ.pdf"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_name(cases[i].pattern, cases[i].json, cases[i].name);
}

static void the_length_counts_when_it_is_composed(void **state)
{
	(void)state;
	struct bc_buf json = bc_buf_in(&fx.arena), name = bc_buf_in(&fx.arena);
	bc_buf_puts(&json, "{'a': '");
	for (int i = 0; i < 80; i++) {
		bc_buf_puts(&json, "o\u0323\u0302");
		bc_buf_puts(&name, "ộ");
	}
	bc_buf_puts(&json, "'}");
	bc_buf_puts(&name, ".pdf");
	check_name("{{ a }}.pdf", bc_str_z(&fx.arena, bc_buf_str(&json)),
		   bc_str_z(&fx.arena, bc_buf_str(&name)));
}

static void what_the_office_always_gives_is_found_too(void **state)
{
	(void)state;
	const struct bc_json *office =
		parsed("{'organization': {'code': 'DU-01', 'kind': 'party'}, 'year': 2025}");
	const struct bc_json *report =
		parsed("{'organization': {'name': 'x', 'kind': 'state'}, 'year': 2026}");
	const struct bc_json *merged = bc_json_merge(&fx.arena, report, office);
	const struct bc_name_pattern *pattern =
		read("{{ organization.code }} {{ organization.kind }} {{ year }}.pdf");
	assert_name(bc_file_name(&fx.ctx, pattern, merged), "DU-01 state 2026.pdf");
	assert_null(fx.findings.first);
	struct bc_str alone = quoted("{'organization': {'name': 'x'}, 'year': 2026}");
	assert_int_equal(bc_file_name_plucked(&fx.ctx, pattern, alone).n, 0);
}

static void an_illegal_value_is_shown_where_it_stands(void **state)
{
	(void)state;
	const struct bc_json *office = parsed("{'organization': {'code': 'a/b'}}");
	const struct bc_json *merged = bc_json_merge(&fx.arena, parsed("{}"), office);
	bc_file_name(&fx.ctx, read("{{ organization.code }}.pdf"), merged);
	assert_finding("base", "B003", "\"a/b.pdf\" cannot be");
	struct bc_place place = fx.findings.first->place;
	assert_ptr_equal(place.source, office->place.source);
	assert_int_equal(place.begin, strlen("{'organization': {'code': "));
}

static void what_is_plucked_is_what_is_read(void **state)
{
	(void)state;
	static const char *const reports[] = {
		"{'a': 'x', 'b': {'c': 1}}",
		"{'b': {'c': 'Đảng ủy'}, 'a': -0.5}",
		"{'x': ['a', {'a': 2}], 'a': 'o\u0323\u0302', 'b': {'d': {}, 'c': 'y'}}",
		"\n{ 'b' : { 'c' : 7 } , 'a' : 8 }\n",
	};
	const struct bc_name_pattern *pattern = read("số {{ a }}, {{ b.c }}.pdf");
	for (size_t i = 0; i < sizeof reports / sizeof *reports; i++) {
		struct bc_str plucked =
			bc_file_name_plucked(&fx.ctx, pattern, quoted(reports[i]));
		struct bc_str name = bc_file_name(&fx.ctx, pattern, parsed(reports[i]));
		assert_true(plucked.n > 0);
		assert_true(bc_str_eq(plucked, name));
	}
}

static void what_has_to_be_decoded_is_not_plucked(void **state)
{
	(void)state;
	static const char *const reports[] = {"{'a': 'x\\u0041'}", "{'\\u0061': 'x'}",
					      "{'a': 'L\xA9m'}", "{'a': 'x\\/'}"};
	const struct bc_name_pattern *pattern = read("{{ a }}.pdf");
	for (size_t i = 0; i < sizeof reports / sizeof *reports; i++)
		assert_int_equal(bc_file_name_plucked(&fx.ctx, pattern, quoted(reports[i])).n,
				 0);
	assert_null(fx.findings.first);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_pattern_is_filled_in),
		TEST(what_a_pattern_may_not_be),
		TEST(what_a_hole_may_not_be),
		TEST(what_no_report_has_is_told_of_the_pattern),
		TEST(names_are_expressions),
		TEST(an_expression_may_fail_for_a_report),
		TEST(a_name_may_be_missing),
		TEST(a_name_may_be_illegal),
		TEST(names_that_only_look_illegal),
		TEST(the_literal_text_of_a_name_is_judged_with_it),
		TEST(a_name_has_255_bytes_at_most),
		TEST(numbers_stand_as_they_are_written),
		TEST(names_are_composed),
		TEST(the_length_counts_when_it_is_composed),
		TEST(what_the_office_always_gives_is_found_too),
		TEST(an_illegal_value_is_shown_where_it_stands),
		TEST(what_is_plucked_is_what_is_read),
		TEST(what_has_to_be_decoded_is_not_plucked),
	};
	if (setjmp(fx.oom))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
