/* Reading: what each type becomes, and what is said of what is wrong. */
#include "model.h"

static void plain_report(void **state)
{
	(void)state;
	const struct bc_report *r = read_with("'x_own': 1, '$comment': {}, '$schema': 's'");
	assert_codes("");
	assert_int_equal(r->format, 1);
	assert_int_equal(r->organization.kind, BC_ORG_PARTY);
	assert_int_equal(r->organization.name.n, 1);
	assert_str(r->document.subject.s, "kết quả");
	assert_null(r->document.type.s.p);
	assert_null(r->period.place.source);
	assert_int_equal(r->document.date.date.day, 21);
	assert_false(r->document.draft.given);
	assert_int_equal(r->n_signatures, 1);
	assert_str(r->signatures[0].lines.at[0].s, "BÍ THƯ");
}

static void root_must_be_an_object(void **state)
{
	(void)state;
	assert_null(read_report("[1]"));
	assert_codes("M005");
}

static void number_is_a_string_or_whole(void **state)
{
	(void)state;
	const struct bc_report *r = read_report(
		"{'baocao': 1, 'organization': {'name': ['ĐẢNG ỦY', 'XÃ A']}, 'profile': 'p', "
		"'document': {'number': 15, 'symbol': 'S', 'place': 'A', 'date': '2026-11', "
		"'subject': 'k'}, 'signatures': [{'side': 'left', 'lines': ['L'], 'name': "
		"''}]}");
	assert_codes("");
	assert_str(r->document.number.s, "15");
	assert_int_equal(r->organization.name.n, 2);
	assert_int_equal(r->document.date.date.day, 0);
	assert_int_equal(r->document.date.date.month, 11);
	assert_int_equal(r->signatures[0].side, BC_SIDE_LEFT);
	assert_non_null(r->signatures[0].name.s.p); /* given, though empty */
	assert_int_equal(r->signatures[0].name.s.n, 0);
}

static void text_is_parted_into_paragraphs(void **state)
{
	(void)state;
	const struct bc_report *r = read_with(
		"'basis': {'style': 'can_cu', 'text': ['a\\nb', '', 'c\\n\\n  \\nd']}");
	assert_codes("");
	assert_int_equal(r->basis.style, BC_BASIS_CAN_CU);
	assert_int_equal(r->basis.text.n, 4);
	assert_str(r->basis.text.at[1].s, "b");
	assert_str(r->basis.text.at[3].s, "d");
}

static void blocks_of_each_kind(void **state)
{
	(void)state;
	const struct bc_report *r = read_with(
		"'sections': ['a', {'text': 'b'}, {'title': 'c', 'numbering': 'roman', "
		"'blocks': "
		"['d']}, {'list': ['e', {'text': 'f', 'list': ['g'], 'numbering': 'plus'}]}, "
		"{'page_break': true}]");
	assert_codes("");
	assert_int_equal(r->n_sections, 5);
	const struct bc_block *b = r->sections;
	assert_int_equal(b[0].kind, BC_BLOCK_TEXT);
	assert_str(b[0].text.at[0].s, "a");
	assert_int_equal(b[1].kind, BC_BLOCK_TEXT);
	assert_int_equal(b[2].kind, BC_BLOCK_SECTION);
	assert_int_equal(b[2].numbering, BC_NUMBER_ROMAN);
	assert_str(b[2].blocks[0].text.at[0].s, "d");
	assert_int_equal(b[3].kind, BC_BLOCK_LIST);
	assert_int_equal(b[3].numbering, BC_NUMBER_DEFAULT);
	assert_str(b[3].items[1].items[0].text.at[0].s, "g");
	assert_int_equal(b[3].items[1].numbering, BC_NUMBER_PLUS);
	assert_int_equal(b[4].kind, BC_BLOCK_PAGE_BREAK);
}

static void tables_by_id_and_in_place(void **state)
{
	(void)state;
	const struct bc_report *r = read_with(
		"'tables': [{'id': 't', 'columns': [{'title': 'a', 'kind': 'count', 'width': "
		"30}], "
		"'rows': [[1.50], {'group': 'g'}, {'cells': [{'value': 'x', 'bold': true}], "
		"'bold': true}, [null]]}], 'sections': [{'title': 's', 'blocks': [{'table': "
		"'t'}]}, "
		"{'table': {'columns': [{'title': 'a'}], 'rows': []}}, {'table': 'none'}]");
	const struct bc_data_table *t = &r->tables[0];
	assert_codes("");
	assert_ptr_equal(r->sections[0].blocks[0].table, t);
	assert_int_equal(r->sections[1].table->n_columns, 1);
	assert_null(r->sections[1].reference.s.p);
	assert_non_null(r->sections[2].table); /* bc_report_check says that there is none */
	assert_str(r->sections[2].reference.s, "none");
	assert_int_equal(t->columns[0].width.value, 30);
	assert_str(t->rows[0].cells[0].value.text.s, "1.50");
	assert_int_equal(t->rows[0].cells[0].value.number.scale, 2);
	assert_int_equal(t->rows[0].cells[0].colspan, 1);
	assert_str(t->rows[1].group.s, "g");
	assert_true(t->rows[2].bold && t->rows[2].cells[0].bold);
	assert_int_equal(t->rows[3].cells[0].value.kind, BC_VALUE_NONE);
}

static void results_and_numbering(void **state)
{
	(void)state;
	const struct bc_report *r = read_with(
		"'numbering': ['phan_thu', 'none'], 'results': [{'id': 'a', 'label': 'b', "
		"'kind': "
		"'percent', 'range': [1.5, 2], 'qualifiers': ['khoảng'], 'status': "
		"'estimate'}, "
		"{'id': 'b', 'label': 'b', 'kind': 'attendance', 'missing': 'zero'}]");
	assert_codes("");
	assert_int_equal(r->n_numbering, 2);
	assert_int_equal(r->numbering[0], BC_NUMBER_PHAN_THU);
	assert_int_equal(r->numbering[1], BC_NUMBER_NONE);
	assert_int_equal(r->results[0].low.number.units, 15);
	assert_int_equal(r->results[0].high.number.units, 2);
	assert_int_equal(r->results[0].status, BC_ESTIMATE);
	assert_int_equal(r->results[1].missing, BC_ZERO);
	assert_int_equal(r->results[1].value.kind, BC_VALUE_NONE);
}

static void plans_and_other_periods(void **state)
{
	(void)state;
	const struct bc_report *r = read_with(
		"'results': [{'id': 'a', 'label': 'b', 'kind': 'amount', 'value': 9.5, "
		"'period': "
		"'2021', 'plans': [{'source': 'Đại hội', 'value': 10}, {'source': 'Tỉnh ủy', "
		"'value': 9}], 'compare': [{'basis': 'previous_period', 'value': 8.25}], "
		"'series': [{'period': '2020', 'value': 7}, {'period': '2021', 'value': 9.5, "
		"'status': 'estimate'}]}]");
	const struct bc_result *a = &r->results[0];
	assert_codes("");
	assert_str(a->period.s, "2021");
	assert_int_equal(a->n_plans, 2);
	assert_str(a->plans[1].source.s, "Tỉnh ủy");
	assert_int_equal(a->plans[1].value.number.units, 9);
	assert_int_equal(a->n_compare, 1);
	assert_int_equal(a->compare[0].basis, BC_PREVIOUS_PERIOD);
	assert_str(a->compare[0].value.text.s, "8.25");
	assert_int_equal(a->n_series, 2);
	assert_int_equal(a->series[0].status, BC_ACTUAL);
	assert_int_equal(a->series[1].status, BC_ESTIMATE);
}

static void targets(void **state)
{
	(void)state;
	const struct bc_report *r = read_with(
		"'targets': [{'id': 'a', 'text': 'b', 'value': 90, 'unit': '%', 'qualifiers': "
		"['phấn đấu'], 'op': 'at_least', 'frequency': 'yearly', 'result': 'r'}, "
		"{'text': "
		"['c', 'd'], 'subset_of': 'a', 'frequency': 'term'}]");
	assert_codes("");
	assert_int_equal(r->n_targets, 2);
	assert_int_equal(r->targets[0].op, BC_AT_LEAST);
	assert_int_equal(r->targets[0].frequency, BC_YEARLY);
	assert_str(r->targets[0].result.s, "r");
	assert_str(r->targets[0].qualifiers.at[0].s, "phấn đấu");
	assert_int_equal(r->targets[1].text.n, 2);
	assert_int_equal(r->targets[1].op, BC_TARGET_AS_IT_IS);
	assert_int_equal(r->targets[1].frequency, BC_WHOLE_TERM);
	assert_int_equal(r->targets[1].value.kind, BC_VALUE_NONE);
	(void)read_with("'targets': [{'text': 'a', 'op': 'exactly'}]");
	assert_codes("M017");
}

static void commendations_discipline_practices(void **state)
{
	(void)state;
	const struct bc_report *r = read_with(
		"'commendations': [{'unit': 'u', 'level': 'cấp ủy các cấp', 'collectives': 0, "
		"'individuals': 41, 'period': '2021'}, {'combined': 20, 'qualifiers': "
		"['hơn']}], "
		"'discipline': [{'form': 'cảnh cáo', 'count': 2, 'scope': 's', 'cause': 'c'}], "
		"'practices': [{'text': 'p', 'unit': 'u'}]");
	assert_codes("");
	const struct bc_commendation *c = r->commendations;
	assert_int_equal(r->n_commendations, 2);
	assert_true(c[0].collectives.given && c[0].individuals.given && !c[0].combined.given);
	assert_int_equal(c[0].individuals.value, 41);
	assert_str(c[0].level.s, "cấp ủy các cấp");
	assert_int_equal(c[1].combined.value, 20);
	assert_int_equal(c[1].qualifiers.n, 1);
	assert_int_equal(r->discipline[0].count.value, 2);
	assert_str(r->discipline[0].cause.at[0].s, "c");
	assert_str(r->practices[0].text.at[0].s, "p");
}

static void commendation_needs_a_number(void **state)
{
	(void)state;
	(void)read_with("'commendations': [{'unit': 'u'}, {'combinde': 1}]");
	assert_codes("M015 M001"); /* the one misspelt isn't missing too */
	assert_message(0, "phải có một trong các khóa: collectives, individuals, combined");
}

static void texts_by_keys_of_the_template(void **state)
{
	(void)state;
	const struct bc_report *r = read_with("'template': 'so-ket', 'texts': {'mo_dau': "
					      "'a\\nb', '$comment': 1, 'x_rieng': 2, "
					      "'ket_luan': ['c']}");
	assert_codes("");
	assert_str(r->template.s, "so-ket");
	assert_int_equal(r->texts.n, 2);
	assert_str(r->texts.at[0].key.s, "mo_dau");
	assert_int_equal(r->texts.at[0].text.n, 2);
	assert_str(r->texts.at[1].text.at[0].s, "c");
}

static void units_with_figures(void **state)
{
	(void)state;
	const struct bc_report *r = read_with(
		"'units': [{'code': '01', 'name': 'Chi bộ 1', 'group': 'Thôn', 'values': "
		"{'dang_vien': 12, 'ty_le': 18.50, 'xep_loai': 'Tốt', 'thu': null}}, {'name': "
		"'Chi bộ 2'}]");
	assert_codes("");
	assert_int_equal(r->n_units, 2);
	const struct bc_map *values = &r->units[0].values;
	assert_str(r->units[0].code.s, "01");
	assert_int_equal(values->n, 4);
	assert_str(values->at[0].key.s, "dang_vien");
	assert_int_equal(values->at[0].value.number.units, 12);
	assert_str(values->at[1].value.text.s, "18.50");
	assert_int_equal(values->at[2].value.kind, BC_VALUE_TEXT);
	assert_int_equal(values->at[3].value.kind, BC_VALUE_NONE);
	assert_int_equal(r->units[1].values.n, 0);
}

static void keys_and_values_of_maps(void **state)
{
	(void)state;
	const struct bc_report *r = read_with(
		"'texts': {'Thuận lợi': 'a', 'b': 5, 'c': ['d', 6]}, 'units': [{'name': 'u', "
		"'values': {'a-b': 1, 'c': true}}, {'name': 'v', 'values': [1]}]");
	assert_codes("M052 M005 M005 M052 M005 M005");
	assert_points_at(0, "\"Thuận lợi\"");
	assert_pointer(1, "/texts/b");
	assert_pointer(2, "/texts/c/1");
	assert_pointer(4, "/units/0/values/c");
	assert_int_equal(r->texts.n, 2);
}

static void unknown_keys(void **state)
{
	(void)state;
	(void)read_with("'period': {'form': '2026-01-01', 'whatever': 1}");
	assert_codes("M001 M002");
	assert_hint(0, "có phải “from”?");
	assert_points_at(0, "\"form\"");
	assert_hint(1,
		    "ở đây dùng được: kind, from, to, cutoff, label; khóa dùng riêng thì bắt "
		    "đầu bằng x_");
}

static void misspelt_key_is_not_missing_too(void **state)
{
	(void)state;
	(void)read_with("'results': [{'id': 'a', 'lable': 'b', 'kind': 'count', 'valeu': 1}]");
	assert_codes("M001 M001");
}

static void missing_fields_are_marked(void **state)
{
	(void)state;
	fx.findings.draft = true;
	const struct bc_report *r = read_report(
		"{'baocao': 1, 'organization': {'kind': 'party'}, 'results': [{'kind': "
		"'count', "
		"'value': 1}], 'sections': [{'table': {'columns': [], 'rows': []}}]}");
	assert_codes("M003 M003 M003 M019 M003 M003");
	assert_pointer(0, "/organization");
	assert_message(0, "thiếu trường bắt buộc “name” (Tên cơ quan ban hành)");
	assert_int_equal(fx.findings.count[BC_ERROR], 0);
	assert_str(r->organization.name.at[0].s, "[CẦN BỔ SUNG: Tên cơ quan ban hành]");
	assert_str(r->document.subject.s, "[CẦN BỔ SUNG: Trích yếu nội dung]");
	assert_str(r->signatures[0].lines.at[0].s, "[CẦN BỔ SUNG: Thẩm quyền và chức vụ]");
	assert_str(r->sections[0].table->columns[0].title.s, "[CẦN BỔ SUNG: Tên cột]");
	assert_null(r->results[0].id.s.p); /* two gaps would be one id */
}

static void empty_fields(void **state)
{
	(void)state;
	(void)read_with("'basis': {'text': ['', ' ']}, 'recipients': ['a', ''], 'profile': ''");
	assert_codes("M004 M004 M004");
	assert_pointer(1, "/recipients/1");
}

/* A name that nothing has would be looked for: only what is printed is marked. */
static void names_are_never_marked(void **state)
{
	(void)state;
	fx.findings.draft = true;
	const struct bc_report *r = read_with("'profile': ' ', 'sections': [{'table': ''}]");
	assert_codes("M004 M004");
	assert_null(r->profile.s.p);
	assert_null(r->sections[0].reference.s.p);
	assert_non_null(r->sections[0].table);
}

static void lists_that_are_too_long(void **state)
{
	(void)state;
	(void)read_with("'numbering': ['none', 'none', 'none', 'none', 'none', 'none']");
	assert_codes("");
	(void)read_with(
		"'numbering': ['none', 'none', 'none', 'none', 'none', 'none', 'none']");
	assert_codes("M020");
}

static void wrong_types(void **state)
{
	(void)state;
	(void)read_with("'period': 5, 'tasks': 'a', 'sections': [5], 'base': null, 'models': "
			"[{'name': 'a', 'content': [1]}], 'appendices': {}");
	assert_codes("M005 M005 M005 M005 M005 M005");
	assert_message(2, "ở đây phải là chuỗi hoặc đối tượng, nhưng gặp số");
	assert_pointer(4, "/models/0/content/0");
}

static void assert_number_finding(const char *number, const char *code, const char *hint)
{
	fixture_done(&fx);
	fixture_init(&fx);
	struct bc_buf members = bc_buf_in(&fx.arena);
	bc_buf_puts(&members, "'tables': [{'id': 't', 'rows': [], 'columns': [{'title': 'a', "
			      "'width': ");
	bc_buf_puts(&members, number);
	bc_buf_puts(&members, "}]}]");
	(void)read_with(bc_str_z(&fx.arena, bc_buf_str(&members)));
	assert_codes(code);
	if (*code)
		assert_hint(0, hint);
}

static void whole_numbers(void **state)
{
	(void)state;
	assert_number_finding("1", "", "");
	assert_number_finding("1000", "", "");
	assert_number_finding("0", "M009", "");
	assert_number_finding("1001", "M009", "");
	assert_number_finding("3.687", "M007",
			      "có phải 3687? Trong JSON dấu chấm là dấu thập phân");
	assert_number_finding("3.68", "M008", "");
	assert_number_finding("'30'", "M006", "bỏ dấu ngoặc kép, viết 30");
	assert_number_finding("'30mm'", "M005", "");
	assert_number_finding("true", "M005", "");
}

static void names_of_values(void **state)
{
	(void)state;
	const struct bc_report *r =
		read_with("'period': {'kind': 'yaer'}, 'numbering': ['roman', 'xyz', 5]");
	assert_codes("M010 M011 M005");
	assert_hint(0, "có phải “year”?");
	assert_pointer(1, "/numbering/1");
	assert_int_equal(r->n_numbering, 3);
}

static void assert_date_finding(const char *date, const char *code, const char *hint)
{
	fixture_done(&fx);
	fixture_init(&fx);
	struct bc_buf members = bc_buf_in(&fx.arena);
	bc_buf_puts(&members, "'period': {'to': '");
	bc_buf_puts(&members, date);
	bc_buf_puts(&members, "'}");
	const struct bc_report *r = read_with(bc_str_z(&fx.arena, bc_buf_str(&members)));
	assert_codes(code);
	assert_non_null(r->period.to.place.source); /* given, right or wrong */
	if (*code)
		assert_hint(0, hint);
}

static void dates(void **state)
{
	(void)state;
	assert_date_finding("2028-02-29", "", "");
	assert_date_finding("2026-02-29", "M012", "");
	assert_date_finding("2026-11", "M013", "viết 2026-11-21");
	assert_date_finding("2026-13", "M012", "");
	assert_date_finding("5/9/2025", "M013", "viết 2025-09-05");
	assert_date_finding("14.12.2025", "M013", "viết 2025-12-14");
	assert_date_finding("31/02/2025", "M013", "viết 2026-11-21");
	assert_date_finding("2025/12/14", "M013", "viết 2026-11-21");
	assert_date_finding("hôm nay", "M013", "viết 2026-11-21");
	assert_date_finding("99999/1/2025", "M013", "viết 2026-11-21");
}

static void newer_format(void **state)
{
	(void)state;
	(void)read_report(
		"{'baocao': 2, 'organization': {'name': 'a'}, 'document': {'symbol': "
		"'a', 'place': 'a', 'subject': 'a'}, 'signatures': [{'lines': ['a']}]}");
	assert_codes("M014");
	assert_message(0,
		       "tệp theo phiên bản 2 của định dạng; chương trình này đọc phiên bản 1");
}

static void exactly_one_kind(void **state)
{
	(void)state;
	(void)read_with(
		"'sections': [{}, {'text': 'a', 'title': 'b', 'list': ['c']}, {'blocks': "
		"[]}, {'text': 'a', 'numbering': 'dash'}]");
	assert_codes("M015 M016 M017 M017");
	assert_message(0, "phải có một trong các khóa: text, title, list, table, page_break");
	assert_message(1, "“text” và “title” không đi cùng nhau");
	assert_message(3, "“numbering” chỉ có nghĩa khi đi cùng “title”, “list”");
}

/* `n` sections in each other, the innermost with a paragraph. */
static void read_nested(unsigned n)
{
	fixture_done(&fx);
	fixture_init(&fx);
	struct bc_buf text = bc_buf_in(&fx.arena);
	bc_buf_puts(&text, "'sections': [");
	for (unsigned i = 0; i < n; i++)
		bc_buf_puts(&text, "{'title': 'a', 'blocks': [");
	bc_buf_puts(&text, "'b'");
	for (unsigned i = 0; i < n; i++)
		bc_buf_puts(&text, "]}");
	bc_buf_puts(&text, "]");
	(void)read_with(bc_str_z(&fx.arena, bc_buf_str(&text)));
}

static void sections_nest_six_deep(void **state)
{
	(void)state;
	read_nested(6);
	assert_codes("");
	read_nested(7);
	assert_codes("M018");
	assert_message(0, "“title” lồng sâu quá 6 cấp");
	read_nested(40);
	assert_codes("M018");
}

static void headers_nest_three_deep(void **state)
{
	(void)state;
	const struct bc_report *r = read_with(
		"'tables': [{'id': 't', 'rows': [], 'columns': [{'title': '1', 'columns': "
		"[{'title': '2', 'columns': [{'title': '3', 'columns': [{'title': "
		"'4'}]}]}]}]}]");
	assert_codes("M018");
	assert_message(0, "“columns” lồng sâu quá 3 cấp");
	assert_int_equal(r->tables[0].columns[0].columns[0].columns[0].n_columns, 0);
}

static void text_is_normalised(void **state)
{
	(void)state;
	/* a, combining dot below, combining circumflex */
	const struct bc_report *r = read_with("'base': 'a\xcc\xa3\xcc\x82'");
	assert_codes("");
	assert_str(r->base.s, "ậ");
}

static void suspect_characters(void **state)
{
	(void)state;
	(void)read_with("'tasks': ['tốt Ðảng viên', 'a\\u0007b', 'x\\ty\\nÐội']");
	assert_codes("M022 M021 M022");
	assert_points_at(0, "Ðảng");
	assert_hint(0, "có phải “Đảng”?");
	assert_message(1, "có ký tự không in được: U+0007");
	assert_points_at(2, "\"x\\ty\\nÐội\""); /* escapes: the whole string */
}

static void legacy_text_and_stray_marks(void **state)
{
	(void)state;
	(void)read_with("'tasks': ['C«ng t¸c x©y dùng §¶ng', '\\u0323x']");
	assert_codes("M023 M024");
	assert_pointer(0, "/tasks/0");
	assert_pointer(1, "/tasks/1");
	assert_int_equal(fx.findings.count[BC_ERROR], 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(plain_report),
		TEST(root_must_be_an_object),
		TEST(number_is_a_string_or_whole),
		TEST(text_is_parted_into_paragraphs),
		TEST(blocks_of_each_kind),
		TEST(tables_by_id_and_in_place),
		TEST(results_and_numbering),
		TEST(plans_and_other_periods),
		TEST(targets),
		TEST(commendations_discipline_practices),
		TEST(commendation_needs_a_number),
		TEST(texts_by_keys_of_the_template),
		TEST(units_with_figures),
		TEST(keys_and_values_of_maps),
		TEST(unknown_keys),
		TEST(misspelt_key_is_not_missing_too),
		TEST(missing_fields_are_marked),
		TEST(empty_fields),
		TEST(names_are_never_marked),
		TEST(lists_that_are_too_long),
		TEST(wrong_types),
		TEST(whole_numbers),
		TEST(names_of_values),
		TEST(dates),
		TEST(newer_format),
		TEST(exactly_one_kind),
		TEST(sections_nest_six_deep),
		TEST(headers_nest_three_deep),
		TEST(text_is_normalised),
		TEST(suspect_characters),
		TEST(legacy_text_and_stray_marks),
	};
	if (setjmp(fx.oom))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
