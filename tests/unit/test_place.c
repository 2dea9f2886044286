/* base/place: offsets to lines and columns, paths to JSON Pointers. */
#include "support.h"

#include "base/place.h"

static void assert_at(struct bc_str text, uint32_t offset, uint32_t line, uint32_t column)
{
	struct bc_source source = {.name = BC_STR("t"), .text = text};
	struct bc_position at = bc_position_of(&source, offset);
	if (at.line != line || at.column != column)
		fail_msg("offset %u: got %u:%u, want %u:%u", offset, at.line, at.column, line,
			 column);
}

static void counts_lines_from_one(void **state)
{
	(void)state;
	struct bc_str text = BC_STR("ab\n\ncd\r\ne");
	assert_at(text, 0, 1, 1);
	assert_at(text, 2, 1, 3); /* the line break belongs to its line */
	assert_at(text, 3, 2, 1);
	assert_at(text, 4, 3, 1);
	assert_at(text, 6, 3, 3);
	assert_at(text, 8, 4, 1);
}

static void columns_are_characters(void **state)
{
	(void)state;
	struct bc_str text = BC_STR("“Đảng” x\n😀y");
	assert_at(text, (uint32_t)strlen("“"), 1, 2);
	assert_at(text, (uint32_t)strlen("“Đảng” "), 1, 8);
	assert_at(text, (uint32_t)strlen("“Đảng” x\n😀"), 2, 2);
}

static void past_the_end_is_the_end(void **state)
{
	(void)state;
	assert_at(BC_STR("ab"), 2, 1, 3);
	assert_at(BC_STR("ab"), 1000, 1, 3);
	assert_at(BC_STR("ab\n"), UINT32_MAX, 2, 1);
	assert_at((struct bc_str){0}, 0, 1, 1);
	assert_at((struct bc_str){0}, 5, 1, 1);
}

static void a_line_comes_without_its_break(void **state)
{
	(void)state;
	static const struct {
		uint32_t offset;
		const char *line;
	} cases[] = {
		{0, "một"}, {4, "một"}, {5, "một"}, {6, "một"},  {7, ""},
		{8, "ba"},  {9, "ba"},  {10, "ba"}, {500, "ba"},
	};
	struct bc_source source = {.name = BC_STR("t"), .text = BC_STR("một\r\n\nba")};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct bc_str line = bc_line_of(&source, cases[i].offset);
		if (!bc_str_is(line, cases[i].line))
			fail_msg("offset %u: got \"%.*s\"", cases[i].offset, (int)line.n,
				 line.p);
	}
}

static void a_part_counts_on_from_where_it_begins(void **state)
{
	(void)state;
	static const struct {
		uint32_t lines_before, columns_before, offset;
		uint32_t line, column, first_column;
	} cases[] = {
		{0, 0, 0, 1, 1, 1},   {0, 0, 7, 3, 1, 1},   {0, 4, 0, 1, 5, 5},
		{0, 4, 3, 1, 6, 5},   {0, 4, 5, 1, 7, 5},   {0, 4, 6, 2, 1, 1},
		{0, 4, 7, 3, 1, 1},   {11, 0, 0, 12, 1, 1}, {11, 0, 9, 15, 1, 1},
		{11, 4, 3, 12, 6, 5}, {11, 4, 8, 14, 2, 1}, {11, 4, 500, 15, 2, 1},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct bc_source part = {.name = BC_STR("t"),
					 .text = BC_STR("“Đ\n\na\nb"),
					 .lines_before = cases[i].lines_before,
					 .columns_before = cases[i].columns_before};
		struct bc_position at = bc_position_of(&part, cases[i].offset);
		assert_int_equal(at.line, cases[i].line);
		assert_int_equal(at.column, cases[i].column);
		assert_int_equal(bc_first_column(&part, cases[i].offset),
				 cases[i].first_column);
	}
}

static void an_empty_part_is_where_it_would_begin(void **state)
{
	(void)state;
	struct bc_source part = {.lines_before = 2, .columns_before = 7};
	for (uint32_t offset = 0; offset < 2; offset++) {
		struct bc_position at = bc_position_of(&part, offset);
		assert_int_equal(at.line, 3);
		assert_int_equal(at.column, 8);
		assert_int_equal(bc_first_column(&part, offset), 8);
		assert_int_equal(bc_line_of(&part, offset).n, 0);
	}
}

static void the_first_line_of_a_part_is_cut_off_in_front(void **state)
{
	(void)state;
	struct bc_source part = {.text = BC_STR("một\nhai"), .columns_before = 100};
	assert_true(bc_str_is(bc_line_of(&part, 2), "một"));
	assert_true(bc_str_is(bc_line_of(&part, 7), "hai"));
}

static void prints_pointers(void **state)
{
	(void)state;
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	struct bc_path root = {0};
	struct bc_path results = {.up = &root, .key = BC_STR("kết quả")};
	struct bc_path twelfth = {.up = &results, .index = 12};
	struct bc_path escaped = {.up = &twelfth, .key = BC_STR("a/b~c~1")};
	struct bc_path empty = {.up = &escaped, .key = BC_STR("")};
	struct {
		const struct bc_path *path;
		const char *pointer;
	} cases[] = {
		{NULL, ""},
		{&root, ""},
		{&results, "/kết quả"},
		{&twelfth, "/kết quả/12"},
		{&escaped, "/kết quả/12/a~1b~0c~01"},
		{&empty, "/kết quả/12/a~1b~0c~01/"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct bc_buf out = bc_buf_in(&fx.arena);
		bc_path_print(&out, cases[i].path);
		if (!bc_str_is(bc_buf_str(&out), cases[i].pointer))
			fail_msg("got %.*s, want %s", (int)out.n, out.p, cases[i].pointer);
	}
	fixture_done(&fx);
}

static void pointers_of_a_part_begin_with_its_own(void **state)
{
	(void)state;
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	struct bc_path root = {0};
	struct bc_path key = {.up = &root, .key = BC_STR("a/b")};
	struct {
		const char *part;
		const struct bc_path *path;
		const char *pointer;
	} cases[] = {
		{"", &key, "/a~1b"},       {"", NULL, ""},
		{"/12", NULL, "/12"},      {"/12", &root, "/12"},
		{"/12", &key, "/12/a~1b"}, {"/a~1b/0", &key, "/a~1b/0/a~1b"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct bc_buf out = bc_buf_in(&fx.arena);
		struct bc_source source = {.pointer = bc_str_of(cases[i].part)};
		bc_pointer_print(&out, (struct bc_place){&source, 0, 0, cases[i].path});
		if (!bc_str_is(bc_buf_str(&out), cases[i].pointer))
			fail_msg("got %.*s, want %s", (int)out.n, out.p, cases[i].pointer);
	}
	fixture_done(&fx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_lines_from_one),
		cmocka_unit_test(columns_are_characters),
		cmocka_unit_test(past_the_end_is_the_end),
		cmocka_unit_test(a_line_comes_without_its_break),
		cmocka_unit_test(a_part_counts_on_from_where_it_begins),
		cmocka_unit_test(an_empty_part_is_where_it_would_begin),
		cmocka_unit_test(the_first_line_of_a_part_is_cut_off_in_front),
		cmocka_unit_test(prints_pointers),
		cmocka_unit_test(pointers_of_a_part_begin_with_its_own),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
