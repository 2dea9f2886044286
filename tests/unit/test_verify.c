/* carry/: a file against the same report made once more. */
#include "each.h"

#include "carry/verify.h"

#include <string.h>

/* Of "{}", as `printf '{}' | sha256sum` has it. */
#define OF_REPORT "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"

static const struct bc_json *manifest(const char *carry, const char *report,
				      const char *template, const char *profile,
				      const char *font)
{
	struct bc_buf text = bc_buf_in(&fx.arena);
	struct bc_source *source = bc_new(&fx.arena, struct bc_source);
	const char *const parts[] = {
		"{\"baocao_manifest\": 1, \"carry\": \"",
		carry,
		"\", \"report\": {\"sha256\": \"",
		report,
		"\"}, \"template\": {\"name\": \"tong-ket\", \"sha256\": \"",
		template,
		"\"}, \"profile\": {\"name\": \"party-hd36\", \"sha256\": \"",
		profile,
		"\"}, \"fonts\": [{\"name\": \"A.ttf\", \"sha256\": \"1\"}, "
		"{\"name\": \"B.ttf\", \"sha256\": \"",
		font,
		"\"}]}"};
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		bc_buf_puts(&text, parts[i]);
	*source = (struct bc_source){.text = bc_str_of(bc_str_z(&fx.arena, bc_buf_str(&text)))};
	const struct bc_json *json = bc_json_parse(&fx.ctx, source);
	assert_non_null(json);
	return json;
}

static const struct bc_str pages[] = {{"one", 3}, {"two", 3}, {"three", 5}};
static const struct bc_str others[] = {{"one", 3}, {"TWO", 3}, {"three", 5}};

static struct bc_made made(const char *bytes, const struct bc_str *shown, size_t n)
{
	return (struct bc_made){
		.bytes = bc_str_of(bytes),
		.report = BC_STR("{}"),
		.pages = shown,
		.n_pages = n,
		.manifest = manifest("printed", OF_REPORT, "t", "p", "2"),
	};
}

static void assert_verdict(struct bc_made given, struct bc_made again, enum bc_verdict verdict,
			   size_t page, const char *inputs)
{
	struct bc_verified out = bc_verify(&fx.arena, &given, &again);
	assert_int_equal(out.verdict, verdict);
	assert_int_equal(out.page, page);
	assert_true(bc_str_is(out.inputs, inputs));
}

static void the_same_bytes_are_identical(void **state)
{
	(void)state;
	assert_verdict(made("%PDF", pages, 3), made("%PDF", pages, 3), BC_IDENTICAL, 0, "");
}

static void the_same_pages_in_other_bytes(void **state)
{
	(void)state;
	struct bc_made again = made("%PDF 2", pages, 3);
	assert_verdict(made("%PDF 1", pages, 3), again, BC_SAME_PAGES, 0, "");
	/* other inputs that make no difference are none */
	again.manifest = manifest("printed", OF_REPORT, "t", "another", "2");
	assert_verdict(made("%PDF 1", pages, 3), again, BC_SAME_PAGES, 0, "");
}

static void the_first_page_that_differs(void **state)
{
	(void)state;
	struct bc_made given = made("%PDF 1", others, 3);
	assert_verdict(given, made("%PDF 2", pages, 3), BC_PAGES_DIFFER, 2, "");
	assert_verdict(made("%PDF 1", pages, 2), made("%PDF 2", pages, 3), BC_PAGES_DIFFER, 3,
		       "");
	assert_verdict(made("%PDF 1", pages, 3), made("%PDF 2", pages, 1), BC_PAGES_DIFFER, 2,
		       "");
}

static void inputs_that_are_others_are_named(void **state)
{
	(void)state;
	struct bc_made given = made("%PDF 1", others, 3), again = made("%PDF 2", pages, 3);
	again.manifest = manifest("printed", OF_REPORT, "t", "q", "2");
	assert_verdict(given, again, BC_INPUTS_MISSING, 2, "party-hd36");
	again.manifest = manifest("printed", OF_REPORT, "t", "q", "3");
	assert_verdict(given, again, BC_INPUTS_MISSING, 2, "party-hd36, B.ttf");
}

static void a_template_counts_only_where_it_is_filled_in_again(void **state)
{
	(void)state;
	struct bc_made given = made("%PDF 1", others, 3), again = made("%PDF 2", pages, 3);
	again.manifest = manifest("printed", OF_REPORT, "u", "p", "2");
	assert_verdict(given, again, BC_PAGES_DIFFER, 2, "");
	given.manifest = manifest("all", OF_REPORT, "t", "p", "2");
	assert_verdict(given, again, BC_INPUTS_MISSING, 2, "tong-ket");
}

/* Data that was changed in the file, and pages that follow it or don't. */
static void a_report_that_was_changed_is_told(void **state)
{
	(void)state;
	struct bc_made given = made("%PDF 1", pages, 3);
	given.report = BC_STR("{\"a\": 1}");
	assert_verdict(given, made("%PDF 1", pages, 3), BC_DATA_CHANGED, 0, "baocao.json");
	assert_verdict(given, made("%PDF 2", pages, 3), BC_DATA_CHANGED, 0, "baocao.json");
	assert_verdict(given, made("%PDF 2", others, 3), BC_DATA_CHANGED, 2, "baocao.json");
}

static void a_base_of_which_nobody_speaks_is_told(void **state)
{
	(void)state;
	struct bc_made given = made("%PDF 1", pages, 3);
	given.base = BC_STR("{}");
	assert_verdict(given, made("%PDF 1", pages, 3), BC_DATA_CHANGED, 0, "baocao-base.json");
}

static const struct bc_json *attaching(const char *sha256)
{
	struct bc_buf text = bc_buf_in(&fx.arena);
	struct bc_source *source = bc_new(&fx.arena, struct bc_source);
	bc_buf_puts(&text, "{\"report\": {\"sha256\": \"" OF_REPORT
			   "\"}, \"attachments\": [{\"name\": \"a.csv\", \"sha256\": \"");
	bc_buf_puts(&text, sha256);
	bc_buf_puts(&text, "\"}]}");
	*source = (struct bc_source){.text = bc_str_of(bc_str_z(&fx.arena, bc_buf_str(&text)))};
	return bc_json_parse(&fx.ctx, source);
}

static void an_attached_file_that_was_changed_is_told(void **state)
{
	(void)state;
	struct bc_made given = made("%PDF 1", pages, 3), again = given;
	given.manifest = attaching("1");
	again.manifest = attaching("1");
	assert_verdict(given, again, BC_IDENTICAL, 0, "");
	again.manifest = attaching("2");
	assert_verdict(given, again, BC_DATA_CHANGED, 0, "a.csv");
}

int main(void)
{
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	const struct CMUnitTest tests[] = {
		TEST(the_same_bytes_are_identical),
		TEST(the_same_pages_in_other_bytes),
		TEST(the_first_page_that_differs),
		TEST(inputs_that_are_others_are_named),
		TEST(a_template_counts_only_where_it_is_filled_in_again),
		TEST(a_report_that_was_changed_is_told),
		TEST(a_base_of_which_nobody_speaks_is_told),
		TEST(an_attached_file_that_was_changed_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
