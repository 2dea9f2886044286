/* batch/split: where each report of a file begins and ends, and where a list breaks off. */
#include "support.h"

#include "base/diag.h"
#include "batch/split.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	EDGE = 1 << 16, /* bytes that are read at a time */
	MOST = 8,       /* pieces of a text */
	MARGIN = 4,     /* bytes behind the edge that a text is shifted to */
};

#define MARK "\xEF\xBB\xBF"

/* What a list should go on with. */
#define REPORT "a report { }"
#define COMMA  "a comma or ]"
#define END    "the end of the file"

struct cut {
	const char *text; /* NULL: no more pieces */
	unsigned line, column;
	const char *expected; /* NULL: a report */
};

struct row {
	const char *text;
	struct cut cuts[MOST];
};

struct taken {
	struct bc_piece pieces[MOST];
	size_t n, room; /* room: told to stop when it is full */
	struct bc_split split;
};

static bool take(void *self, const struct bc_piece *piece)
{
	struct taken *taken = self;
	assert_true(taken->n < taken->room);
	taken->pieces[taken->n++] = *piece;
	return taken->n < taken->room;
}

static struct taken split_bytes(struct bc_str text, bool lines, size_t room)
{
	struct taken taken = {.room = room};
	FILE *file = tmpfile();
	assert_non_null(file);
	assert_int_equal(fwrite(text.p, 1, text.n, file), text.n);
	assert_int_equal(fflush(file), 0);
	taken.split = bc_split(fileno(file), lines, take, &taken);
	fclose(file);
	return taken;
}

static struct taken split(const char *text, bool lines)
{
	return split_bytes(bc_str_of(text), lines, MOST);
}

/* Line and column of a byte, counted from the beginning, behind a byte order mark. */
static void assert_counted(const char *text, const struct bc_piece *piece)
{
	unsigned line = 1, column = 1;
	uint64_t at = strncmp(text, MARK, 3) == 0 && piece->at >= 3 ? 3 : 0;
	for (; at < piece->at; at++) {
		column += ((unsigned char)text[at] & 0xC0) != 0x80;
		if (text[at] == '\n') {
			line++;
			column = 1;
		}
	}
	if (piece->line != line || piece->column != column)
		fail_msg("%s: byte %u is at %u:%u, not %u:%u", text, (unsigned)piece->at, line,
			 column, piece->line, piece->column);
}

static const char *in_english(const char *expected)
{
	const char *mark = strchr(expected, BC_BOTH_MARK[0]);
	assert_non_null(mark);
	return mark + 1;
}

static void assert_cut(const char *text, const struct bc_piece *got, const struct cut *want)
{
	assert_true(got->at + got->size <= strlen(text));
	struct bc_str piece = {text + got->at, (size_t)got->size};
	if (!bc_str_is(piece, want->text) || got->line != want->line ||
	    got->column != want->column)
		fail_msg("%s: got \"%.*s\" at %u:%u, want \"%s\" at %u:%u", text, (int)piece.n,
			 piece.p, got->line, got->column, want->text, want->line, want->column);
	assert_int_equal(got->expected != NULL, want->expected != NULL);
	if (want->expected)
		assert_string_equal(in_english(got->expected), want->expected);
	assert_counted(text, got);
}

/* `array`: pieces know which element they are. */
static void assert_row(const struct row *row, bool lines, bool many, bool array)
{
	struct taken got = split(row->text, lines);
	size_t n = 0;
	while (n < MOST && row->cuts[n].text)
		n++;
	if (got.n != n || got.split.many != many || got.split.error)
		fail_msg("%s: %zu pieces instead of %zu, many %d, error %d", row->text, got.n,
			 n, got.split.many, got.split.error);
	for (size_t i = 0; i < n; i++) {
		bool element = array && !got.pieces[i].expected;
		assert_cut(row->text, &got.pieces[i], &row->cuts[i]);
		assert_true(got.pieces[i].element == (element ? i : SIZE_MAX));
	}
}

static void an_array_is_cut_into_its_elements(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"[]", {{0}}},
		{" [ \r\n\t] ", {{0}}},
		{"[{}]", {{"{}", 1, 2, NULL}}},
		{"[{},{}]", {{"{}", 1, 2, NULL}, {"{}", 1, 5, NULL}}},
		{" \n [ {\"a\":1} ,\n\t{\"b\":[2]}\n]\n",
		 {{"{\"a\":1}", 2, 4, NULL}, {"{\"b\":[2]}", 3, 2, NULL}}},
		{"[{\n\"a\": [\n{}]\n}, {}]",
		 {{"{\n\"a\": [\n{}]\n}", 1, 2, NULL}, {"{}", 4, 4, NULL}}},
		{"[\r\n{},\r\n{}\r\n]\r\n", {{"{}", 2, 1, NULL}, {"{}", 3, 1, NULL}}},
		{"[{\"tên\": \"Đảng ủy\"}, {}]",
		 {{"{\"tên\": \"Đảng ủy\"}", 1, 2, NULL}, {"{}", 1, 22, NULL}}},
		{MARK "[{},\n{}]", {{"{}", 1, 2, NULL}, {"{}", 2, 1, NULL}}},
		{MARK "[]", {{0}}},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_row(&rows[i], false, true, true);
}

static void elements_may_be_anything(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"[1, \"a,]b\",true ,null\n,[2], -3.5]",
		 {{"1", 1, 2, NULL},
		  {"\"a,]b\"", 1, 5, NULL},
		  {"true", 1, 12, NULL},
		  {"null", 1, 18, NULL},
		  {"[2]", 2, 2, NULL},
		  {"-3.5", 2, 7, NULL}}},
		{"[{\"a]}\": \"}],[{\"}, {}]",
		 {{"{\"a]}\": \"}],[{\"}", 1, 2, NULL}, {"{}", 1, 20, NULL}}},
		{"[{\"b\": \"\\\"}]\"}, {}]",
		 {{"{\"b\": \"\\\"}]\"}", 1, 2, NULL}, {"{}", 1, 17, NULL}}},
		{"[{\"c\": \"\\\\\"}, {}]",
		 {{"{\"c\": \"\\\\\"}", 1, 2, NULL}, {"{}", 1, 15, NULL}}},
		{"[{\"\\\\\\\\\": \"\\\\\\\"]\"}, {}]",
		 {{"{\"\\\\\\\\\": \"\\\\\\\"]\"}", 1, 2, NULL}, {"{}", 1, 21, NULL}}},
		{"[\"\\\\\",\"\\\"\",\"\"]",
		 {{"\"\\\\\"", 1, 2, NULL}, {"\"\\\"\"", 1, 7, NULL}, {"\"\"", 1, 12, NULL}}},
		{"[\"\\u0022]\", {}]", {{"\"\\u0022]\"", 1, 2, NULL}, {"{}", 1, 13, NULL}}},
		{"[[], [[]], [{}]]",
		 {{"[]", 1, 2, NULL}, {"[[]]", 1, 6, NULL}, {"[{}]", 1, 12, NULL}}},
		{"[tốt, {a: 1}]", {{"tốt", 1, 2, NULL}, {"{a: 1}", 1, 7, NULL}}},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_row(&rows[i], false, true, true);
}

static void where_an_array_breaks_off_is_told(void **state)
{
	(void)state;
	static const struct row rows[] = {
		/* a report is missing */
		{"[", {{"", 1, 2, REPORT}}},
		{"[ \n", {{"", 2, 1, REPORT}}},
		{"[,{}]", {{"", 1, 2, REPORT}}},
		{"[}", {{"", 1, 2, REPORT}}},
		{"[{},]", {{"{}", 1, 2, NULL}, {"", 1, 5, REPORT}}},
		{"[{},\n]", {{"{}", 1, 2, NULL}, {"", 2, 1, REPORT}}},
		{"[{},,{}]", {{"{}", 1, 2, NULL}, {"", 1, 5, REPORT}}},
		{"[{},", {{"{}", 1, 2, NULL}, {"", 1, 5, REPORT}}},

		/* a comma is missing */
		{"[{} {}]", {{"{}", 1, 2, NULL}, {"", 1, 5, COMMA}}},
		{"[{}\n{}]", {{"{}", 1, 2, NULL}, {"", 2, 1, COMMA}}},
		{"[{}{}]", {{"{}", 1, 2, NULL}, {"", 1, 4, COMMA}}},
		{"[\"ạ\"\"b\"]", {{"\"ạ\"", 1, 2, NULL}, {"", 1, 5, COMMA}}},
		{"[1 2]", {{"1", 1, 2, NULL}, {"", 1, 4, COMMA}}},
		{"[{}}", {{"{}", 1, 2, NULL}, {"", 1, 4, COMMA}}},
		{"[{}:{}]", {{"{}", 1, 2, NULL}, {"", 1, 4, COMMA}}},
		{"[{}, {};\n{}]", {{"{}", 1, 2, NULL}, {"{}", 1, 6, NULL}, {"", 1, 8, COMMA}}},

		/* the list ends behind a whole report, but isn't closed */
		{"[{}", {{"{}", 1, 2, NULL}, {"", 1, 4, COMMA}}},
		{"[{}\n ", {{"{}", 1, 2, NULL}, {"", 2, 2, COMMA}}},
		{"[{},{\"a\":[]}",
		 {{"{}", 1, 2, NULL}, {"{\"a\":[]}", 1, 5, NULL}, {"", 1, 13, COMMA}}},

		/* something follows */
		{"[{}] x", {{"{}", 1, 2, NULL}, {"", 1, 6, END}}},
		{"[{}]\n[{}]", {{"{}", 1, 2, NULL}, {"", 2, 1, END}}},
		{"[]]", {{"", 1, 3, END}}},
		{"[{}],\n", {{"{}", 1, 2, NULL}, {"", 1, 5, END}}},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_row(&rows[i], false, true, true);
}

static void a_report_that_is_not_closed_says_so_itself(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"[{\"a\": [1\n", {{"{\"a\": [1\n", 1, 2, NULL}}},
		{"[{}, {\"a\": \"x]", {{"{}", 1, 2, NULL}, {"{\"a\": \"x]", 1, 6, NULL}}},
		{"[{\"a\": \"x\\", {{"{\"a\": \"x\\", 1, 2, NULL}}},
		{"[{\"a\": \"x\\\"", {{"{\"a\": \"x\\\"", 1, 2, NULL}}},
		{"[{", {{"{", 1, 2, NULL}}},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_row(&rows[i], false, true, true);
}

static void lines_are_cut_whatever_they_hold(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"", {{0}}},
		{" \r\n\n\t", {{0}}},
		{"{}", {{"{}", 1, 1, NULL}}},
		{"{}\n{}\n", {{"{}", 1, 1, NULL}, {"{}", 2, 1, NULL}}},
		{"\n\n  {\"a\":1}\n\n\t{\"b\":2}",
		 {{"{\"a\":1}", 3, 3, NULL}, {"{\"b\":2}", 5, 2, NULL}}},
		{"{}\r\n\r\n{}\r\n", {{"{}\r", 1, 1, NULL}, {"{}\r", 3, 1, NULL}}},
		{"[{}]\n[{}]\n", {{"[{}]", 1, 1, NULL}, {"[{}]", 2, 1, NULL}}},
		{"{\"a\":\n1}\n", {{"{\"a\":", 1, 1, NULL}, {"1}", 2, 1, NULL}}},
		{"{\"a\": \"Đ\n{} {}", {{"{\"a\": \"Đ", 1, 1, NULL}, {"{} {}", 2, 1, NULL}}},
		{"không\n,\n]", {{"không", 1, 1, NULL}, {",", 2, 1, NULL}, {"]", 3, 1, NULL}}},
		{MARK "{}\n{}", {{"{}", 1, 1, NULL}, {"{}", 2, 1, NULL}}},
		{MARK, {{0}}},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_row(&rows[i], true, true, false);
}

static void lines_are_known_by_the_first(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"{\"a\":1}\n{\"a\":2}\n",
		 {{"{\"a\":1}", 1, 1, NULL}, {"{\"a\":2}", 2, 1, NULL}}},
		{"{}\n\n\n{}", {{"{}", 1, 1, NULL}, {"{}", 4, 1, NULL}}},
		{"\n {}\n{}", {{"{}", 2, 2, NULL}, {"{}", 3, 1, NULL}}},
		{"{} \r\n{}\r\n", {{"{} \r", 1, 1, NULL}, {"{}\r", 2, 1, NULL}}},
		{"{\"a\": \"}\\\"\"}\n{\n",
		 {{"{\"a\": \"}\\\"\"}", 1, 1, NULL}, {"{", 2, 1, NULL}}},
		{"{}\nkhông", {{"{}", 1, 1, NULL}, {"không", 2, 1, NULL}}},
		{MARK "{}\n {}", {{"{}", 1, 1, NULL}, {"{}", 2, 2, NULL}}},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_row(&rows[i], false, true, false);
}

static void any_other_file_is_one_report(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"",
		" \r\n\t",
		"{}",
		"{}\n",
		"\n\n{}\r\n\n",
		"{\n\t\"tên\": [\n1\n]\n}\n",
		"{\n\"a\": 1 }\n",
		"{\"a\":\n1}",
		"{} {}",
		"{}, {}\n",
		"{\"a\": 1\n{\"b\": 2}\n",
		"{\"a\": \"1}\n{\"b\": 2}\n",
		"{\n}\n}\n",
		"{\n}\n{\n}\n",
		"{\n} {}",
		"\"ab",
		"}\n{}",
		",\n{}",
		"Kính gửi",
		MARK,
		MARK "{}\n",
		MARK "{\n}\n",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct row row = {texts[i], {{texts[i], 1, 1, NULL}}};
		assert_row(&row, false, false, false);
	}
}

static void who_takes_may_stop(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool lines;
	} cases[] = {{"[{},{},{},]", false}, {"{}\n{}\n{}", false}, {"{}\n{}\n{}", true}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		for (size_t room = 1; room <= 3; room++) {
			struct taken got =
				split_bytes(bc_str_of(cases[i].text), cases[i].lines, room);
			assert_int_equal(got.n, room);
			assert_true(got.split.many);
			assert_int_equal(got.split.error, 0);
		}
	}
}

static void what_cannot_be_read_has_a_cause(void **state)
{
	(void)state;
	int folder = open("/", O_RDONLY);
	assert_true(folder >= 0);
	for (int lines = 0; lines <= 1; lines++) {
		struct taken taken = {.room = MOST};
		assert_int_equal(bc_split(folder, lines, take, &taken).error, EISDIR);
		assert_int_equal(bc_split(-1, lines, take, &taken).error, EBADF);
	}
	close(folder);
}

/* `n` bytes, of which all but `head` and `tail` are `fill`; from malloc. */
static struct bc_str filled(const char *head, char fill, const char *tail, size_t n)
{
	size_t a = strlen(head), b = strlen(tail);
	char *p = malloc(n + 1);
	assert_non_null(p);
	assert_true(a + b <= n);
	memcpy(p, head, a);
	memset(p + a, fill, n - a - b);
	memcpy(p + n - b, tail, b + 1);
	return (struct bc_str){p, n};
}

static void drop(struct bc_str text)
{
	free((char *)(size_t)text.p);
}

static void check_long_element(size_t n)
{
	struct bc_str text = filled("[{\"a\":\"", 'x', "\"},{}]", n);
	struct taken got = split_bytes(text, false, MOST);
	assert_int_equal(got.n, 2);
	assert_int_equal(got.pieces[0].size, n - strlen("[,{}]"));
	assert_int_equal(got.pieces[1].at, n - strlen("{}]"));
	assert_int_equal(got.pieces[1].column, n - strlen("}]"));
	drop(text);
}

static void check_long_line(size_t n, bool lines)
{
	struct bc_str text = filled("{\"a\":\"", 'x', "\"}\n{}", n);
	struct taken got = split_bytes(text, lines, MOST);
	assert_int_equal(got.n, 2);
	assert_int_equal(got.pieces[0].size, n - strlen("\n{}"));
	assert_int_equal(got.pieces[1].at, n - strlen("{}"));
	assert_int_equal(got.pieces[1].line, 2);
	assert_int_equal(got.pieces[1].column, 1);
	drop(text);
}

static void check_long_file(size_t n)
{
	struct bc_str text = filled("{", '\n', "}", n);
	struct taken got = split_bytes(text, false, MOST);
	assert_int_equal(got.n, 1);
	assert_false(got.split.many);
	assert_int_equal(got.pieces[0].size, n);
	drop(text);
}

static void a_report_may_be_longer_than_what_is_read_at_a_time(void **state)
{
	(void)state;
	static const size_t sizes[] = {EDGE - 1, EDGE, EDGE + 1, 3 * EDGE, 5 * EDGE + 7};
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		check_long_element(sizes[i]);
		check_long_line(sizes[i], false);
		check_long_line(sizes[i], true);
		check_long_file(sizes[i]);
	}
}

/* What a text is cut into when `n` bytes are put into it behind `head`. */
static void assert_shifted(const struct taken *here, const struct taken *there, size_t head,
			   size_t n)
{
	assert_int_equal(there->n, here->n);
	assert_int_equal(there->split.many, here->split.many);
	for (size_t i = 0; i < here->n; i++) {
		const struct bc_piece *a = &here->pieces[i], *b = &there->pieces[i];
		bool behind = a->at >= head && here->split.many;
		bool around = a->at < head || !here->split.many;
		assert_int_equal(b->at, a->at + (behind ? n : 0));
		assert_int_equal(b->size, a->size + (around ? n : 0));
		assert_int_equal(b->line, a->line);
		assert_int_equal(b->column, a->column + (behind && a->line == 1 ? n : 0));
		assert_true(b->element == a->element);
		assert_ptr_equal(b->expected, a->expected);
	}
}

/* The byte at each place of `text` behind `head` comes to lie on the edge, and near it. */
static void shift_over_edge(const char *head, char fill, const char *text, bool lines)
{
	struct bc_str plain = filled(head, fill, text, strlen(head) + strlen(text));
	struct taken here = split_bytes(plain, lines, MOST);
	for (size_t at = 0; at <= strlen(text) + MARGIN; at++) {
		size_t n = EDGE + MARGIN - at;
		struct bc_str far = filled(head, fill, text, n + strlen(text));
		struct taken there = split_bytes(far, lines, MOST);
		assert_shifted(&here, &there, strlen(head), n - strlen(head));
		drop(far);
	}
	drop(plain);
}

static void nothing_depends_on_where_reading_stops(void **state)
{
	(void)state;
	static const struct {
		const char *head;
		char fill;
		const char *text;
		bool lines;
	} cases[] = {
		{"", ' ', "[{\"tên\": \"Đảng \\\"ủy\\\\\"},\r\n {\"😀\\u00e9\": [1, {}]} ]\n",
		 false},
		{"[\"", 'x', "\\\\\", {\"a\": \"\\\"]\", \"ộ\": -1.5},\n{}, true ]", false},
		{"[", ' ', "1, \"ộ\", [\"\\\\\"] {}]", false},
		{"[{\"a\": 1", '0', "}, {}, ]", false},
		{"[{\"a\": \"", 'x', "\\\"ộ", false},
		{"", '\t', "{\"tên\": \"Đảng\\\\\"}\r\n\r\n  {\"a\": \"}\\\"\"}\n{}", false},
		{"{\"a\": \"", 'x', "ộ\\\"}\\\\\"} \r\n {\"b\": 2}\n\n{}", false},
		{"{\"a\": \"", 'x', "ộ\n\n  \"}\r\n {\"b\": 2}\n{}", true},
		{"{\"a\": \"", 'x', "ộ\\\"}\\\\\",\n \"b\": 2}\n \n", false},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		shift_over_edge(cases[i].head, cases[i].fill, cases[i].text, cases[i].lines);
}

static void a_byte_order_mark_takes_no_column(void **state)
{
	(void)state;
	struct bc_str text = filled(MARK "[\"", 'x', "\",\n{}]", EDGE + 10);
	struct taken got = split_bytes(text, false, MOST);
	assert_int_equal(got.n, 2);
	assert_int_equal(got.pieces[0].at, 4);
	assert_int_equal(got.pieces[0].column, 2);
	assert_int_equal(got.pieces[1].line, 2);
	assert_int_equal(got.pieces[1].column, 1);
	drop(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_array_is_cut_into_its_elements),
		cmocka_unit_test(elements_may_be_anything),
		cmocka_unit_test(where_an_array_breaks_off_is_told),
		cmocka_unit_test(a_report_that_is_not_closed_says_so_itself),
		cmocka_unit_test(lines_are_cut_whatever_they_hold),
		cmocka_unit_test(lines_are_known_by_the_first),
		cmocka_unit_test(any_other_file_is_one_report),
		cmocka_unit_test(who_takes_may_stop),
		cmocka_unit_test(what_cannot_be_read_has_a_cause),
		cmocka_unit_test(a_report_may_be_longer_than_what_is_read_at_a_time),
		cmocka_unit_test(nothing_depends_on_where_reading_stops),
		cmocka_unit_test(a_byte_order_mark_takes_no_column),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
