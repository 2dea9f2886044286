/* json/: a tree written again, for readers and for files. */
#include "support.h"

#include "json/write.h"

#include <string.h>

static const char given[] = "{ \"a\": [1.50, -3, true, null, {}], \"b\": { \"\\u0111\": "
			    "\"\\\"\\n\\u001f\\\\ x\" }, \"c\": [] }";

static const char *written(struct fixture *fx, const char *text,
			   void (*writer)(struct bc_buf *, const struct bc_json *))
{
	struct bc_source *source = bc_new(&fx->arena, struct bc_source);
	struct bc_buf out = bc_buf_in(&fx->arena);
	*source = (struct bc_source){.name = BC_STR("t.json"), .text = bc_str_of(text)};
	const struct bc_json *json = bc_json_parse(&fx->ctx, source);
	assert_non_null(json);
	writer(&out, json);
	return bc_str_z(&fx->arena, bc_buf_str(&out));
}

static void a_line_for_each_or_none_at_all(void **state)
{
	(void)state;
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	const char *lines = written(&fx, given, bc_json_write);
	const char *dense = written(&fx, given, bc_json_write_dense);
	assert_string_equal(dense, "{\"a\":[1.50,-3,true,null,{}],"
				   "\"b\":{\"đ\":\"\\\"\\n\\u001f\\\\ x\"},\"c\":[]}\n");
	assert_string_equal(lines,
			    "{\n  \"a\": [\n    1.50,\n    -3,\n    true,\n    null,\n"
			    "    {}\n  ],\n  \"b\": {\n    \"đ\": \"\\\"\\n\\u001f\\\\ x\"\n"
			    "  },\n  \"c\": []\n}\n");
	assert_string_equal(written(&fx, lines, bc_json_write_dense), dense);
	assert_string_equal(written(&fx, dense, bc_json_write), lines);
	fixture_done(&fx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(a_line_for_each_or_none_at_all)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
