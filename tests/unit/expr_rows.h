/*
 * Rows for tests of the expression language: an expression, and what it gives
 * over one small set of data or what is said of it.
 */
#ifndef BC_TESTS_UNIT_EXPR_ROWS_H
#define BC_TESTS_UNIT_EXPR_ROWS_H

#include "expr.h"

static const char data_text[] =
	"{'n': 12, 'a': 2.50, 'b': null, 'name': 'Đảng ủy xã Tân An', 'date': '2026-05-03',"
	" 'texts': {'empty': '', 'note': 'a*b'},"
	" 'people': [{'name': 'Nguyễn Văn Bình', 'age': 40, 'member': true, 'posts': ['a']}, "
	"{'name': 'Lê Thị An', 'age': 35, 'member': false, 'posts': ['b']},"
	"            {'name': 'Trần Văn An', 'member': false}, {'name': 'Lê Văn Bình', 'age': "
	"35}],"
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

static inline const struct bc_expr *parse(const char *text)
{
	struct bc_str s = bc_str_of(text);
	struct bc_place place = {.source = source_of("mau.json", s), .end = (uint32_t)s.n};
	return bc_expr_parse(&fx.ctx, s, place);
}

static inline const char *value_in(const char *json, const char *text)
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

static inline void expect(const struct row *row, const char *got, const char *said)
{
	if (strcmp(got, row->want) != 0)
		fail_msg("%s gives %s, not %s %s", row->text, got, row->want, said);
}

static inline void gives(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t before = fx.findings.kept;
		const char *got = value_in(data_text, rows[i].text);
		expect(&rows[i], got, findings_since(before));
		assert_string_equal(findings_since(before), "");
	}
}

/* Each is wrong, with findings as `want` says. */
static inline void says(const struct row *rows, size_t n, bool read)
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

/* `times` of `open`, then `middle`, then as many of `close`. */
static inline const char *nested(const char *open, const char *middle, const char *close,
				 size_t times)
{
	struct bc_buf text = bc_buf_in(&fx.arena);
	for (size_t i = 0; i < times; i++)
		bc_buf_puts(&text, open);
	bc_buf_puts(&text, middle);
	for (size_t i = 0; i < times; i++)
		bc_buf_puts(&text, close);
	return z(bc_buf_str(&text));
}

#endif
