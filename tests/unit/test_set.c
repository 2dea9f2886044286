/* json/set: values of the command line laid over a file's. */
#include "support.h"

#include "base/limits.h"
#include "json/set.h"
#include "json/write.h"

#include <string.h>

static struct bc_json *parse(struct fixture *fx, const char *text)
{
	struct bc_source *source = bc_new(&fx->arena, struct bc_source);
	source->name = BC_STR("t.json");
	source->text = bc_str_of(text);
	return bc_json_parse(&fx->ctx, source);
}

/* The tree on one line, without blanks. */
static const char *flat(struct fixture *fx, const struct bc_json *json)
{
	struct bc_buf text = bc_buf_in(&fx->arena), out = bc_buf_in(&fx->arena);
	bc_json_write(&text, json);
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] != ' ' && text.p[i] != '\n')
			bc_buf_putc(&out, text.p[i]);
	}
	bc_buf_putc(&out, '\0');
	return out.p;
}

static void assert_set(const char *file, const char *assignment, const char *want)
{
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	const struct bc_json *root = parse(&fx, file);
	const char *before = flat(&fx, root);
	const struct bc_json *set = bc_json_set(&fx.ctx, root, bc_str_of(assignment));
	assert_non_null(set);
	assert_string_equal(flat(&fx, set), want);
	assert_string_equal(flat(&fx, root), before);
	fixture_done(&fx);
}

static void a_member_is_replaced_or_made(void **state)
{
	(void)state;
	assert_set("{\"a\":1,\"b\":2}", "a=3", "{\"a\":3,\"b\":2}");
	assert_set("{\"a\":1}", "b=\"x\"", "{\"a\":1,\"b\":\"x\"}");
	assert_set("{}", "a.b.c=[1,{\"d\":null}]", "{\"a\":{\"b\":{\"c\":[1,{\"d\":null}]}}}");
	assert_set("{\"a\":{\"b\":1,\"c\":2}}", "a.c=1.50", "{\"a\":{\"b\":1,\"c\":1.50}}");
	assert_set("{\"a\":[1]}", "a={}", "{\"a\":{}}");
	assert_set("{\"a\":1}", "a= true ", "{\"a\":true}");
	assert_set("{\"x\":1}", "y=\"a=b\"", "{\"x\":1,\"y\":\"a=b\"}");
}

static void assert_levels(int levels, bool taken)
{
	struct fixture fx;
	char way[2 * BC_LIMIT_DEPTH + 3];
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	memset(way, 'a', sizeof way);
	for (int i = 1; i < levels; i++)
		way[2 * i - 1] = '.';
	strcpy(&way[2 * levels - 1], "=1");
	const struct bc_json *root = parse(&fx, "{}");
	assert_int_equal(bc_json_set(&fx.ctx, root, bc_str_of(way)) != NULL, taken);
	assert_int_equal(fx.findings.kept, !taken);
	fixture_done(&fx);
}

static void a_way_is_no_deeper_than_json(void **state)
{
	(void)state;
	assert_levels(BC_LIMIT_DEPTH - 1, true);
	assert_levels(BC_LIMIT_DEPTH, false);
}

static void assert_refused(const char *file, const char *assignment, enum bc_diag diag,
			   uint32_t column)
{
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	assert_null(bc_json_set(&fx.ctx, parse(&fx, file), bc_str_of(assignment)));
	const struct bc_finding *f = fx.findings.first;
	assert_non_null(f);
	assert_int_equal(f->diag, diag);
	assert_int_equal(bc_position_of(f->place.source, f->place.begin).column, column);
	fixture_done(&fx);
}

static void what_cannot_be_set_is_told(void **state)
{
	(void)state;
	assert_refused("{}", "x_\xE1=1", BC_DIAG_JSON_NOT_UTF8, 3);
	assert_refused("{}", "x_\xFF=1", BC_DIAG_JSON_NOT_UTF8, 3);
	assert_refused("{}", "x_ấp.thôn=xyz", BC_DIAG_JSON_BARE_WORD, 11);
	assert_refused("{}", "a", BC_DIAG_JSON_SET_WAY, 1);
	assert_refused("{}", "=1", BC_DIAG_JSON_SET_WAY, 1);
	assert_refused("{}", "a..b=1", BC_DIAG_JSON_SET_WAY, 1);
	assert_refused("{\"a\":1}", "a.b=1", BC_DIAG_JSON_SET_WAY, 1);
	assert_refused("{}", "abc=", BC_DIAG_JSON_EMPTY, 5);
	assert_refused("{}", "a=xyz", BC_DIAG_JSON_BARE_WORD, 3);
	assert_refused("{}", "a.b=[1,]", BC_DIAG_JSON_TRAILING_COMMA, 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_member_is_replaced_or_made),
		cmocka_unit_test(what_cannot_be_set_is_told),
		cmocka_unit_test(a_way_is_no_deeper_than_json),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
