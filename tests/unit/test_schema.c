/* The tables, the JSON Schema printed from them, and the guesses of what was meant. */
#include "model.h"

#include "base/file.h"
#include "base/limits.h"
#include "model/near.h"
#include "model/number.h"
#include "model/schema.h"

static void tables_are_sound(void **state)
{
	(void)state;
	for (size_t i = 0; i < BC_SHAPES; i++) {
		const struct bc_shape *s = bc_shapes[i];
		assert_in_range(s->n, 1, 64); /* a bit each in struct bc_frame */
		for (size_t k = 0; k < s->n; k++) {
			const struct bc_field *f = &s->fields[k];
			assert_ptr_equal(bc_shape_field(s, bc_str_of(f->key)), f);
			assert_true(f->at < s->size && f->more < s->size);
			assert_non_null(f->title);
			assert_true((f->type == BC_T_ENUM || f->type == BC_T_ENUMS) ==
				    !!f->names);
			assert_true((f->type == BC_T_OBJECT || f->type == BC_T_OBJECTS ||
				     f->type == BC_T_TABLE) == !!f->of);
			assert_true((f->type == BC_T_MAP) == !!f->entry);
			if (f->entry)
				assert_in_range(f->entry->at, sizeof(struct bc_phrase),
						sizeof(struct bc_entry) - 1);
		}
	}
}

/* What a field goes along with, and what an element needs, must be keys there. */
static void keys_named_in_tables_exist(void **state)
{
	(void)state;
	for (size_t i = 0; i < BC_SHAPES; i++) {
		const struct bc_shape *s = bc_shapes[i];
		for (size_t k = 0; k < s->n; k++) {
			const struct bc_field *f = &s->fields[k];
			if (f->needs)
				assert_non_null(bc_shape_field(f->of, bc_str_of(f->needs)));
			size_t named = 0;
			for (size_t j = 0; f->with && j < s->n; j++)
				named += bc_keys_have(f->with, s->fields[j].key);
			if (f->with)
				assert_in_range(named, 1, s->n);
		}
	}
}

static void keys_are_whole_words(void **state)
{
	(void)state;
	assert_true(bc_keys_have("title list", "title"));
	assert_true(bc_keys_have("title list", "list"));
	assert_false(bc_keys_have("title list", "lis"));
	assert_false(bc_keys_have("title list", "itle"));
	assert_false(bc_keys_have("", "list"));
}

static void free_keys(void **state)
{
	(void)state;
	const char *const good[] = {"a", "thuan_loi", "dang_vien_2021", "a_", "a1"};
	const char *const bad[] = {"",    "A",         "1a",  "_a", "a-b",
				   "a b", "thuận_lợi", "a.b", "a\n"};
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
		assert_true(bc_key_is_free(bc_str_of(good[i])));
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_false(bc_key_is_free(bc_str_of(bad[i])));
}

static void file_is_what_is_printed(void **state)
{
	(void)state;
	struct bc_buf printed = bc_buf_in(&fx.arena);
	struct bc_str file;
	bc_schema_print(&printed);
	assert_true(bc_file_read(&fx.ctx, "templates/schema/report.schema.json", BC_LIMIT_INPUT,
				 &file));
	assert_str(bc_buf_str(&printed), bc_str_z(&fx.arena, file));
}

static void schema_is_json(void **state)
{
	(void)state;
	struct bc_buf printed = bc_buf_in(&fx.arena);
	bc_schema_print(&printed);
	const char *z = bc_str_z(&fx.arena, bc_buf_str(&printed));
	struct bc_source source = {.name = BC_STR("schema"), .text = bc_str_of(z)};
	const struct bc_json *schema = bc_json_parse(&fx.ctx, &source);
	assert_non_null(schema);
	const struct bc_json *defs = bc_json_get(schema, BC_STR("$defs"));
	assert_int_equal(defs->count, BC_SHAPES - 1);
	assert_codes("");
}

static void assert_near(const char *wanted, const char *expected)
{
	static const char *const names[] = {"text", "title", "list", "table", "to"};
	struct bc_near near = bc_near_to(bc_str_of(wanted));
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		bc_near_try(&near, bc_str_of(names[i]));
	assert_str(near.best.p ? near.best : BC_STR("-"), expected);
}

static void near_names(void **state)
{
	(void)state;
	assert_near("titel", "title"); /* neighbours swapped: one edit */
	assert_near("tabel", "table");
	assert_near("lists", "list");
	assert_near("txt", "text");
	assert_near("headline", "-");
	assert_near("ot", "to");
	assert_near("x", "-"); /* no letter of it is in "to" */
	assert_near("", "-");
	assert_near("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "-");
}

static void assert_guess(const char *text, bool whole, const char *expected)
{
	struct bc_buf out = bc_buf_in(&fx.arena);
	bool ok = bc_number_guess(&out, bc_str_of(text), whole);
	assert_str(ok ? bc_buf_str(&out) : BC_STR("-"), expected);
}

static void numbers_as_vietnamese_writes_them(void **state)
{
	(void)state;
	assert_guess("3687", true, "3687");
	assert_guess("3.687", true, "3687");
	assert_guess("3.687", false, "3.687"); /* may be either; JSON's reading stands */
	assert_guess("1.234.567", false, "1234567");
	assert_guess("-1.234,50", false, "-1234.50");
	assert_guess("18,5", false, "18.5");
	assert_guess("0,5", false, "0.5");
	assert_guess("3.68", true, "3.68");
	assert_guess("1234.567", true, "1234.567"); /* no groups of three before it */
	assert_guess("1.23.456", false, "-");
	assert_guess("015", true, "-");
	assert_guess("12 người", true, "-");
	assert_guess("5,", true, "-");
	assert_guess("-", false, "-");
	assert_guess("", false, "-");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(tables_are_sound),
		TEST(keys_named_in_tables_exist),
		TEST(keys_are_whole_words),
		TEST(free_keys),
		TEST(file_is_what_is_printed),
		TEST(schema_is_json),
		TEST(near_names),
		TEST(numbers_as_vietnamese_writes_them),
	};
	if (setjmp(fx.oom))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
