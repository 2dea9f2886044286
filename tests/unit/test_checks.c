/* Rules across fields: ids, sums, shares, spans, dates. */
#include "model.h"

#include <stdio.h>

/* Read HEAD with `members` and check it; nothing may be wrong before the check. */
static void check_with(const char *members, const char *codes)
{
	fixture_done(&fx);
	fixture_init(&fx);
	struct bc_report *r = read_with(members);
	assert_codes("");
	bc_report_check(&fx.ctx, r);
	assert_codes(codes);
}

/* The same for one table in place, its columns TT, Tên, Nam (count), Tiền (decimal), %
 * (percent). */
static void check_table(const char *rows_and_total, const char *codes)
{
	char members[2048];
	int n = snprintf(
		members, sizeof members,
		"'sections': [{'table': {'columns': [{'title': 'TT', 'kind': 'index'}, "
		"{'title': 'Tên'}, {'title': 'Số', 'columns': [{'title': 'Nam', 'kind': "
		"'count'}, {'title': 'Tiền', 'kind': 'decimal'}]}, {'title': '%%', 'kind': "
		"'percent'}], 'rows': %s}}]",
		rows_and_total);
	assert_in_range(n, 1, sizeof members - 1);
	check_with(members, codes);
}

static void nothing_wrong(void **state)
{
	(void)state;
	check_with("'x_a': 1", "");
	check_table("[[1, 'a', 1, 1.5, 20]]", "");
}

static void ids_are_unique(void **state)
{
	(void)state;
	check_with("'tables': [{'id': 't', 'columns': [{'title': 'a'}], 'rows': [['x']]}, "
		   "{'id': 't', 'columns': [{'title': 'a'}], 'rows': [['x']]}], "
		   "'sections': [{'table': 't'}]",
		   "M030");
	assert_pointer(0, "/tables/1/id");
	assert_true(finding(0)->related.begin < finding(0)->place.begin);
	check_with(
		"'results': [{'id': 'b', 'label': 'x', 'kind': 'count', 'value': 1}, {'id': "
		"'a', "
		"'label': 'x', 'kind': 'count', 'value': 1}, {'id': 'b', 'label': 'x', 'kind': "
		"'count', 'value': 1}]",
		"M030 M034");
	assert_pointer(0, "/results/2/id");
}

static void references_exist(void **state)
{
	(void)state;
	check_with(
		"'tables': [{'id': 'chi-bo', 'columns': [{'title': 'a'}], 'rows': [['x']]}], "
		"'appendices': [{'title': 'a', 'blocks': [{'title': 'b', 'blocks': [{'table': "
		"'chibo'}, {'table': 'khác'}]}]}]",
		"M032 M031");
	assert_pointer(0, "/appendices/0/blocks/0/blocks/0/table");
	assert_hint(0, "có phải “chi-bo”?");
	check_with("'sections': [{'table': 't'}]", "M031");
	check_with("'tables': [{'id': 't', 'columns': [{'title': 'a'}], 'rows': [['x']]}]",
		   "M033");
}

#define RESULT(id, rest) "{'id': '" id "', 'label': 'x', 'kind': " rest "}"

static void parts_of_a_whole(void **state)
{
	(void)state;
	check_with("'results': [" RESULT("a", "'count', 'value': 10") ", " RESULT(
			   "b", "'count', 'value': 11, 'subset_of': 'a'") "]",
		   "M044 M034");
	assert_message(0, "phần (11) lớn hơn toàn thể “a” (10)");
	check_with("'results': [" RESULT("a", "'count', 'value': 10") ", " RESULT(
			   "b", "'count', 'value': 10, 'subset_of': 'a'") "]",
		   "M034");
	/* households are not people */
	check_with("'results': [" RESULT("a", "'count', 'unit': 'hộ', 'value': 10") ", " RESULT(
			   "b", "'count', 'unit': 'người', 'value': 11, 'subset_of': 'a'") "]",
		   "M034");
	check_with("'results': [" RESULT("a", "'count', 'value': 1, 'subset_of': 'a'") "]",
		   "M043 M034");
	check_with("'results': [" RESULT("a", "'count', 'value': 1, 'subset_of': 'xyz'") "]",
		   "M031 M034");
}

static void check_share(const char *value, const char *numerator, const char *denominator,
			const char *codes)
{
	char members[512];
	int n = snprintf(members, sizeof members,
			 "'results': [" RESULT("a", "'percent', 'value': %s, 'numerator': %s, "
						    "'denominator': %s") "]",
			 value, numerator, denominator);
	assert_in_range(n, 1, sizeof members - 1);
	check_with(members, codes);
}

static void shares(void **state)
{
	(void)state;
	check_share("33", "1", "3", "M034");
	check_share("33.3", "1", "3", "M034");
	check_share("33.33", "1", "3", "M034");
	check_share("33.30", "1", "3", "M046 M034"); /* two digits promise 33.33 */
	assert_message(0, "33,30% không khớp với 1 trên 3");
	check_share("33.4", "1", "3", "M046 M034");
	check_share("12.5", "1", "8", "M034");
	check_share("12", "1", "8", "M034"); /* a half goes either way */
	check_share("13", "1", "8", "M034");
	check_share("14", "1", "8", "M046 M034");
	check_share("50", "0.25", "0.5", "M034");
	check_share("51", "0.255", "0.5", "M034");
	check_share("150", "3", "2", "M045 M047 M034");
	check_share("0", "0", "0", "M034");
	check_share("99.9", "999999999999999999", "1", "M045 M034"); /* too large to compare */
}

static void figures_of_results(void **state)
{
	(void)state;
	check_with("'results': [" RESULT("a", "'count', 'value': 3.687") "]", "M007 M034");
	check_with("'results': [" RESULT("a", "'attendance', 'value': 3.5") "]", "M008 M034");
	check_with("'results': [" RESULT("a", "'amount', 'value': 3.687") "]", "M034");
	check_with("'results': [" RESULT("a", "'count', 'range': [5, 5]") "]", "M034");
	check_with("'results': [" RESULT("a", "'count', 'range': [6, 5]") "]", "M048 M034");
	check_with("'results': [" RESULT("a", "'percent', 'value': 100.0") "]", "M034");
	check_with("'results': [" RESULT("a", "'percent', 'value': 100.1") "]", "M047 M034");
	assert_int_equal(finding(0)->severity, BC_WARNING);
}

/* One result over counts of "người", with `rest`. */
#define COUNTED(rest) \
	"'results': [" RESULT("a", "'count', 'unit': 'người', 'value': 1, " rest) "]"

static void plans_and_other_periods(void **state)
{
	(void)state;
	check_with(
		COUNTED("'plans': [{'source': 'x', 'value': 1}, {'source': 'y', 'value': 1}], "
			"'compare': [{'basis': 'base', 'value': 1}, {'basis': 'same_period', "
			"'value': 1}], 'series': [{'period': '1', 'value': 1}, {'period': '2', "
			"'value': 1}]"),
		"M034");
	check_with(
		COUNTED("'plans': [{'source': 'x', 'value': 1}, {'source': 'x', 'value': 2}]"),
		"M055 M034");
	assert_pointer(0, "/results/0/plans/1/source");
	check_with(COUNTED("'series': [{'period': 'x', 'value': 1}, {'period': 'x', 'value': "
			   "1}]"),
		   "M055 M034");
	check_with(COUNTED("'compare': [{'basis': 'base', 'value': 1}, {'basis': 'base', "
			   "'value': 1}, {'basis': 'base', 'value': 1}]"),
		   "M055 M055 M034");
	assert_message(1, "“base” được ghi hai lần cho một kết quả");
	assert_pointer(1, "/results/0/compare/2");
	assert_true(finding(1)->related.begin < finding(0)->place.begin);
	check_with(
		COUNTED("'plans': [{'source': 'x', 'value': 1.5}], 'compare': [{'basis': "
			"'base', 'value': 3.687}], 'series': [{'period': '1', 'value': 0.5}]"),
		"M008 M007 M008 M034");
	check_with("'results': [" RESULT("a", "'amount', 'value': 1, 'plans': [{'source': 'x', "
					      "'value': 1.5}]") "]",
		   "M034");
}

#define TARGET(id, rest) "{'id': '" id "', 'text': 'x', " rest "}"

static void targets_name_what_there_is(void **state)
{
	(void)state;
	check_with("'targets': [" TARGET("a", "'value': 1") ", " TARGET("a", "'value': 1") "]",
		   "M030 M034");
	check_with("'targets': [{'text': 'x'}, {'text': 'y'}]", "M034");
	check_with("'targets': [" TARGET("ket_nap", "'value': 1") ", " TARGET(
			   "b", "'subset_of': 'ket_nop'") "]",
		   "M032 M034");
	assert_message(0, "trong “targets” không có mã “ket_nop”");
	check_with("'targets': [" TARGET("a", "'subset_of': 'a'") "]", "M053 M034");
	check_with("'targets': [" TARGET("a", "'result': 'a'") "]", "M031 M034");
	assert_message(0, "trong “results” không có mã “a”");
	check_with(
		COUNTED("'status': 'actual'") ", 'targets': [" TARGET("a", "'result': 'a'") "]",
		"M034");
}

static void check_target_part(const char *whole, const char *part, const char *codes)
{
	char members[512];
	int n = snprintf(
		members, sizeof members,
		"'targets': [" TARGET("a", "%s") ", " TARGET("b", "'subset_of': 'a', %s") "]",
		whole, part);
	assert_in_range(n, 1, sizeof members - 1);
	check_with(members, codes);
}

static void targets_and_their_parts(void **state)
{
	(void)state;
	check_target_part("'value': 750", "'value': 750", "M034");
	check_target_part("'value': 750", "'value': 751", "M044 M034");
	check_target_part("'value': 750, 'unit': 'người'", "'value': 751", "M034");
	check_target_part("'value': 20, 'unit': '%'", "'value': 30, 'unit': '%'", "M034");
	check_target_part("'value': 5, 'frequency': 'yearly'",
			  "'value': 9, 'frequency': 'term'", "M034");
	check_target_part("'value': 5", "'value': 9, 'op': 'at_most'", "M034");
	check_target_part("'value': 5", "'unit': 'x'", "M034");
}

static void targets_count_like_their_results(void **state)
{
	(void)state;
	const char *const result = COUNTED("'status': 'actual'");
	char members[512];
	(void)snprintf(members, sizeof members,
		       "%s, 'targets': [" TARGET("t", "'value': 1.5, "
						      "'unit': 'người', 'result': 'a'") "]",
		       result);
	check_with(members, "M008 M034");
	(void)snprintf(members, sizeof members,
		       "%s, 'targets': [" TARGET("t", "'value': 1.5, "
						      "'unit': 'phần trăm', 'result': 'a'") "]",
		       result);
	check_with(members, "M034");
}

static void check_combined(const char *numbers, const char *codes)
{
	char members[256];
	int n = snprintf(members, sizeof members, "'commendations': [{%s}]", numbers);
	assert_in_range(n, 1, sizeof members - 1);
	check_with(members, codes);
}

static void commendations_add_up(void **state)
{
	(void)state;
	check_combined("'combined': 50", "M034");
	check_combined("'collectives': 9, 'individuals': 41", "M034");
	check_combined("'collectives': 9, 'individuals': 41, 'combined': 50", "M034");
	check_combined("'collectives': 9, 'individuals': 41, 'combined': 51", "M054 M034");
	assert_message(0, "tập thể và cá nhân là 50, nhưng “combined” ghi 51");
	check_combined("'collectives': 9, 'combined': 50", "M034");
	check_combined("'collectives': 51, 'combined': 50", "M054 M034");
	check_combined("'collectives': 51, 'combined': 50, 'qualifiers': ['hơn']", "M034");
	check_combined("'collectives': 999999999, 'individuals': 999999999, 'combined': 0",
		       "M054 M034");
}

static void codes_of_units_are_unique(void **state)
{
	(void)state;
	check_with("'units': [{'name': 'x', 'code': '1'}, {'name': 'x', 'code': '2'}, {'name': "
		   "'y'}, {'name': 'y'}]",
		   "M034");
	check_with("'units': [{'name': 'x', 'code': '1'}, {'name': 'y', 'code': '1'}]",
		   "M030 M034");
	assert_pointer(0, "/units/1/code");
}

static void totals(void **state)
{
	(void)state;
	check_table("[[1, 'a', 10, 1.5, 20], [2, 'b', '-', 2.25, 30], [3, 'c', 5, null, 40]], "
		    "'total': {'label': 'Cộng', 'cells': [15, 3.75, 90]}",
		    ""); /* 1.50 + 2.25; percentages are not summed */
	check_table(
		"[[1, 'a', 1000, 0.1, 20], [2, 'b', 234, 0.2, 30]], 'total': {'label': 'C', "
		"'cells': [1235, 0.30, 1]}",
		"M040");
	assert_message(0, "dòng cộng ghi 1.235, nhưng cột “Nam” cộng lại được 1.234");
	assert_points_at(0, "1235");
	check_table("[{'group': 'g'}, [1, 'a', 1, 1, 1]], 'total': {'label': 'C', 'cells': "
		    "[null, '-', null]}",
		    "");
	check_table("[[1, 'a', 1, 1, 1]], 'total': {'label': 'C', 'cells': [1, 1, 1, 1, 1]}",
		    "M042");
	check_table("[[1, 'a', 1, 1, 1]], 'total': {'label': 'C', 'cells': ['x', 1, 1, 1]}",
		    "");
	check_table(
		"[[1, 'a', 999999999999999999, 1, 1], [1, 'a', 1, 1, 1]], 'total': {'label': "
		"'C'}",
		"M041");
}

static void contradictory_total_stays_in_a_draft(void **state)
{
	(void)state;
	fx.findings.draft = true;
	struct bc_report *r = read_with(
		"'sections': [{'table': {'columns': [{'title': 'a'}, {'title': 'b', "
		"'kind': 'count'}], 'rows': [['x', 1]], 'total': {'label': 'C', 'cells': "
		"[2]}}}]");
	bc_report_check(&fx.ctx, r);
	assert_codes("M040");
	assert_int_equal(finding(0)->severity, BC_WARNING);
	assert_int_equal(r->sections[0].table->total.cells[0].value.number.units, 2);
}

static void cells_of_a_row(void **state)
{
	(void)state;
	check_table("[[1, 'a', 1, 1]]", "M037");
	assert_message(0, "dòng này cần 5 ô, nhưng có 4 ô");
	check_table("[[1, 'a', 1, 1, 1, 1]]", "M037");
	check_table("[[]]", "M037");
	check_table("[[1, {'value': 'a', 'colspan': 4}]]", "");
	check_table("[[1, {'value': 'a', 'colspan': 5}]]", "M037");
	check_table("[]", "M036");
	check_table("[[1, 'a', '10', 1, 1]]", "M006");
	check_table("[[1, '10', 1, '1,5', '20']]", "M006 M006");
	assert_hint(0, "bỏ dấu ngoặc kép, viết 1.5");
	check_table("[[1, 'a', 1.000, 1.5, 1.5]]", "M007");
}

static void merged_rows(void **state)
{
	(void)state;
	check_table(
		"[[{'value': 1, 'rowspan': 2}, 'a', 1, 1, 1], ['b', 1, 1, 1], [2, 'c', 1, 1, "
		"1]]",
		"");
	check_table("[[{'value': 1, 'rowspan': 2}, 'a', 1, 1, 1], [2, 'b', 1, 1, 1]]", "M037");
	check_table("[[{'value': 1, 'rowspan': 2}, 'a', 1, 1, 1]]", "M039");
	assert_message(0, "ô này gộp 2 dòng, nhưng chỉ còn 1 dòng");
	check_table("[[{'value': 1, 'rowspan': 2}, 'a', 1, 1, 1], {'group': 'g'}]", "M038");
	/* the free columns are 1 and 3 to 5: two of them lie apart */
	check_table(
		"[[1, {'value': 'a', 'rowspan': 2}, 1, 1, 1], [{'value': 2, 'colspan': 2}, 1, "
		"1]]",
		"M038");
	/* a merged figure is summed once */
	check_table("[[1, 'a', {'value': 5, 'rowspan': 2}, 1, 1], [2, 'b', 1, 1]], 'total': "
		    "{'label': 'C', 'cells': [5, 2, 2]}",
		    "");
}

/* A table of `n` columns and no rows. */
static void check_columns(unsigned n, const char *codes)
{
	char members[4096] = "'sections': [{'table': {'columns': [{'title': 'a'}";
	for (unsigned i = 1; i < n; i++)
		strcat(members, ", {'title': 'a'}");
	strcat(members, "], 'rows': []}}]");
	check_with(members, codes);
}

static void at_most_sixty_columns(void **state)
{
	(void)state;
	check_columns(60, "M036");
	check_columns(61, "M035");
}

static void period_and_head(void **state)
{
	(void)state;
	check_with("'period': {'from': '2026-01-01', 'to': '2026-01-01'}", "");
	check_with("'period': {'from': '2026-01-02', 'to': '2026-01-01'}", "M049");
	fixture_done(&fx);
	fixture_init(&fx);
	struct bc_report *r =
		read_report("{'baocao': 1, 'organization': {'name': 'a'}, 'document': "
			    "{'symbol': 'a', 'place': "
			    "'a', 'subject': 'a'}, 'signatures': [{'lines': ['a']}]}");
	bc_report_check(&fx.ctx, r);
	assert_codes("M050 M051");
	assert_pointer(0, "/organization");
	assert_pointer(1, "/document");
}

static void period_end_stands_for_the_date(void **state)
{
	(void)state;
	struct bc_report *r = read_report("{'baocao': 1, 'profile': 'p', 'organization': "
					  "{'name': 'a'}, 'document': {'symbol': "
					  "'a', 'place': 'a', 'subject': 'a'}, 'period': "
					  "{'to': '2026-06-30'}, 'signatures': "
					  "[{'lines': ['a']}]}");
	bc_report_check(&fx.ctx, r);
	assert_codes("");
}

static void cong_van(const char *document, const char *members, const char *codes)
{
	char text[512];
	int n = snprintf(text, sizeof text,
			 "{'baocao': 1, 'profile': 'p', 'organization': {'name': 'a'}, "
			 "'document': {'place': 'a', 'date': '2026-11-21', %s}, "
			 "'basis': {'text': 'a'}, 'signatures': [{'lines': ['a']}]%s}",
			 document, members);
	assert_in_range(n, 1, sizeof text - 1);
	fixture_done(&fx);
	fixture_init(&fx);
	bc_report_check(&fx.ctx, read_report(text));
	assert_codes(codes);
}

static void a_cong_van_is_addressed(void **state)
{
	(void)state;
	cong_van("'form': 'cong_van', 'symbol': 'CV/ĐU', 'subject': 'gửi báo cáo'",
		 ", 'addressees': ['b']", "");
	cong_van("'form': 'cong_van', 'symbol': 'CV/ĐU', 'subject': 'gửi báo cáo'", "", "M062");
	assert_pointer(0, "/document");
	cong_van("'form': 'ten_loai', 'symbol': 'BC/ĐU', 'subject': 'kết quả'", "", "");
}

static void a_cong_van_says_something(void **state)
{
	(void)state;
	const char *head = "{'baocao': 1, 'profile': 'p', 'organization': {'name': 'a'}, "
			   "'document': {'form': 'cong_van', 'place': 'a', 'symbol': 'a', "
			   "'subject': 'a', 'date': '2026-11-21'}, 'addressees': ['b'], "
			   "'signatures': [{'lines': ['a']}]";
	const char *const texts[] = {"}", ", 'basis': {'text': 'a'}}", ", 'sections': ['a']}"};
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		char text[512];
		int n = snprintf(text, sizeof text, "%s%s", head, texts[i]);
		assert_in_range(n, 1, sizeof text - 1);
		fixture_done(&fx);
		fixture_init(&fx);
		bc_report_check(&fx.ctx, read_report(text));
		assert_codes(i ? "" : "M067");
	}
}

static void a_cong_van_has_no_type(void **state)
{
	(void)state;
	cong_van("'form': 'cong_van', 'symbol': 'a', 'subject': 'a', 'type': 'Báo cáo', "
		 "'author_line': 'b'",
		 ", 'addressees': ['b']", "M060 M060");
	cong_van("'symbol': 'a', 'subject': 'a', 'type': 'công VĂN'", "", "M061");
	cong_van("'symbol': 'a', 'subject': 'a', 'type': 'Công văn đi'", "", "");
}

static void openings_of_a_subject_are_printed_anyway(void **state)
{
	(void)state;
	cong_van("'form': 'cong_van', 'symbol': 'a', 'subject': 'v/v gửi báo cáo'",
		 ", 'addressees': ['b']", "M063");
	cong_van("'form': 'cong_van', 'symbol': 'a', 'subject': 'VỀ VIỆC gửi báo cáo'",
		 ", 'addressees': ['b']", "M063");
	cong_van("'form': 'cong_van', 'symbol': 'a', 'subject': 'V'", ", 'addressees': ['b']",
		 "");
	cong_van("'symbol': 'a', 'subject': 'về việc gửi báo cáo'", "", "");
}

static void comments_are_answered(void **state)
{
	(void)state;
	check_with("'template': 't', 'comments': [{'from': 'a'}, {'from': 'b', 'comment': 'c', "
		   "'taken': 'partly', 'response': 'd'}]",
		   "");
	check_with("'template': 't', 'comments': [{'from': 'a'}, {'from': 'b', 'comment': "
		   "'c'}]",
		   "M065 M065");
	assert_pointer(0, "/comments/1");
	check_with("'template': 't', 'comments': [{'from': 'b', 'comment': 'c', 'response': "
		   "'d'}]",
		   "M065");
}

static void enclosures_are_not_younger(void **state)
{
	(void)state;
	const char *head = "'form': 'cong_van', 'symbol': 'a', 'subject': 'a'";
	cong_van(head,
		 ", 'template': 't', 'addressees': ['b'], 'enclosures': [{'type': 'c', "
		 "'date': '2026-11-21'}, {'type': 'd'}]",
		 "");
	cong_van(head,
		 ", 'template': 't', 'addressees': ['b'], 'enclosures': [{'type': 'c', "
		 "'date': '2026-11-22'}]",
		 "M066");
	assert_pointer(0, "/enclosures/0/date");
	assert_true(finding(0)->related.begin > 0);
	/* a letter without its day may still be the younger one */
	fixture_done(&fx);
	fixture_init(&fx);
	bc_report_check(
		&fx.ctx,
		read_report("{'baocao': 1, 'profile': 'p', 'template': 't', "
			    "'organization': {'name': 'a'}, 'document': {'symbol': 'a', "
			    "'place': 'a', 'subject': 'a', 'date': '2026-11'}, "
			    "'enclosures': [{'type': 'c', 'date': '2026-11-22'}], "
			    "'signatures': [{'lines': ['a']}]}"));
	assert_codes("");
}

static void data_for_templates_is_noted_once(void **state)
{
	(void)state;
	check_with("'tasks': ['a', 'b'], 'lessons': ['c']", "M034");
	assert_int_equal(finding(0)->severity, BC_NOTE);
	assert_pointer(0, "/tasks/0");
	check_with("'targets': [{'text': 'a'}]", "M034");
	check_with("'practices': [{'text': 'a'}]", "M034");
	check_with("'discipline': [{'form': 'a', 'count': 0}]", "M034");
	check_with("'texts': {'a': 'b'}", "M034");
	assert_points_at(0, "\"a\"");
	check_with("'comments': [{'from': 'a'}]", "M034");
	check_with("'enclosures': [{'type': 'a'}]", "M034");
	check_with("'texts': {}, 'units': []", "");
	check_with("'texts': {'a': 'b'}, 'tasks': ['a'], 'template': 'so-ket'", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nothing_wrong),
		TEST(ids_are_unique),
		TEST(references_exist),
		TEST(parts_of_a_whole),
		TEST(shares),
		TEST(figures_of_results),
		TEST(plans_and_other_periods),
		TEST(targets_name_what_there_is),
		TEST(targets_and_their_parts),
		TEST(targets_count_like_their_results),
		TEST(commendations_add_up),
		TEST(codes_of_units_are_unique),
		TEST(totals),
		TEST(contradictory_total_stays_in_a_draft),
		TEST(cells_of_a_row),
		TEST(merged_rows),
		TEST(at_most_sixty_columns),
		TEST(period_and_head),
		TEST(period_end_stands_for_the_date),
		TEST(a_cong_van_is_addressed),
		TEST(a_cong_van_says_something),
		TEST(a_cong_van_has_no_type),
		TEST(openings_of_a_subject_are_printed_anyway),
		TEST(comments_are_answered),
		TEST(enclosures_are_not_younger),
		TEST(data_for_templates_is_noted_once),
	};
	if (setjmp(fx.oom))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
