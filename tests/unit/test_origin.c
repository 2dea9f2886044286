/*
 * expr/: what of the data a text says, letter by letter.  What only decided
 * which text it is, in which order, or went into a sum, is not said.
 */
#include "expr.h"

#include <stdlib.h>

static const char data_text[] =
	"{'n': 12, 'a': 2.50, 'name': 'Tân An', 'date': '2026-05-03',"
	" 'models': [{'name': 'M1', 'unit': 'A', 'score': 3, 'birth': '1970-01-02'},"
	"            {'name': 'M2', 'unit': 'B', 'score': 1, 'birth': '1960-01-02'},"
	"            {'name': 'M3', 'unit': 'A', 'score': 2, 'birth': '1980-01-02'}],"
	" 'results': [{'id': 'r', 'value': 7, 'unit': 'xã', 'qualifiers': ['gần']},"
	"             {'id': 's', 'range': [1, 2], 'unit': 'xã'},"
	"             {'id': 't', 'as_written': 'vài', 'unit': 'xã'}]}";

struct pointers {
	const char *at[64];
	size_t n;
};

static void take(void *self, const struct bc_json *node)
{
	struct pointers *all = self;
	struct bc_buf out = bc_buf_in(&fx.arena);
	bc_path_print(&out, &node->path);
	assert_true(all->n < 64);
	all->at[all->n++] = z(bc_buf_str(&out));
}

static void gather(const struct bc_json *v, struct pointers *all)
{
	bc_origin_gather(v->origin, take, all);
	for (const struct bc_json *at = v->first; at; at = at->next)
		gather(at, all);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The pointers of all that `template` says, sorted, each once. */
static const char *said_by(const char *template, bool traced)
{
	struct bc_eval eval = eval_of(read_json("data.json", data_text));
	const struct bc_template *t =
		bc_template_compile(&fx.ctx, read_json("mau.json", template), NULL, NULL, NULL);
	struct pointers all = {0};
	struct bc_buf out = bc_buf_in(&fx.arena);
	eval.traced = traced;
	assert_non_null(t);
	const struct bc_json *filled = bc_template_fill(&eval, t);
	assert_non_null(filled);
	gather(filled, &all);
	qsort(all.at, all.n, sizeof all.at[0], by_text);
	for (size_t i = 0; i < all.n; i++) {
		if (i && strcmp(all.at[i - 1], all.at[i]) == 0)
			continue;
		bc_buf_puts(&out, out.n ? " " : "");
		bc_buf_puts(&out, all.at[i]);
	}
	return z(bc_buf_str(&out));
}

static const char *said(const char *hole)
{
	struct bc_buf template = bc_buf_in(&fx.arena);
	bc_buf_puts(&template, "{'x': ['{{ ");
	for (const char *p = hole; *p; p++)
		bc_buf_puts(&template, *p == '\'' ? "\\\"" : (const char[]){*p, '\0'});
	bc_buf_puts(&template, " }}']}");
	return said_by(z(bc_buf_str(&template)), true);
}

static void a_value_that_is_printed_is_said(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{"name", "/name"},
		{"n", "/n"},
		{"name ~ n ~ '.'", "/n /name"},
		{"number(n)", "/n"},
		{"percent(a)", "/a"},
		{"words(n)", "/n"},
		{"pad(n)", "/n"},
		{"upper(name)", "/name"},
		{"lower(name)", "/name"},
		{"capital(name)", "/name"},
		{"end_with(name, '.')", "/name"},
		{"default(b, name)", "/name"},
		{"date(date, 'long')", "/date"},
		{"date(date, 'short')", "/date"},
		{"min(models, 'score')", "/models/1/score"},
		{"join(map(models, it.name))", "/models/0/name /models/1/name /models/2/name"},
		{"map(models, it.score)", "/models/0/score /models/1/score /models/2/score"},
		{"models[1].unit", "/models/1/unit"},
		{"figure('r')", "/results/0/qualifiers/0 /results/0/unit /results/0/value"},
		{"figure('s')", "/results/1/range/0 /results/1/range/1 /results/1/unit"},
		{"figure('t')", "/results/2/as_written"},
		{"group(models, 'unit')[0].key", "/models/0/unit /models/2/unit"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_string_equal(said(cases[i][0]), cases[i][1]);
}

static void what_only_decides_or_is_reckoned_with_is_not(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{"n > 3 and name or 'x'", "/name"},
		{"not n ~ '' or 'x'", ""},
		{"name == 'Tân An' and 'x'", ""},
		{"join(map(filter(models, it.score > 2), it.name))", "/models/0/name"},
		{"first(sort(models, 'birth')).name", "/models/1/name"},
		{"n + 1", ""},
		{"-n", ""},
		{"sum(models, 'score')", ""},
		{"avg(models, 'score')", ""},
		{"count(models)", ""},
		{"share(n, 24)", ""},
		{"compare(n, 10)", ""},
		{"slug(name)", ""},
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_string_equal(said(cases[i][0]), cases[i][1]);
}

static void a_part_of_a_value_is_not_the_value(void **state)
{
	(void)state;
	assert_string_equal(said("date(date, 'year')"), "");
	assert_string_equal(said("date(date, 'month')"), "");
	assert_string_equal(said("number(a, 0)"), "");
	assert_string_equal(said("round(a, 0)"), "");
	assert_string_equal(said("percent(a, 1)"), "/a");
	assert_string_equal(said("round(a, 2)"), "/a");
}

static void a_name_for_a_value_says_it_only_where_it_stands(void **state)
{
	(void)state;
	assert_string_equal(
		said_by("{'x': [{'let': {'v': \"name ~ n\"}, 'do': 'y {{ date }}'}]}", true),
		"/date");
	assert_string_equal(
		said_by("{'x': [{'let': {'v': \"name ~ n\"}, 'do': 'y {{ v }}'}]}", true),
		"/n /name");
	assert_string_equal(
		said_by("{'x': [{'for': 'm in models', 'where': 'm.score > 1', 'do': "
			"{'text': '{{ m.name }}'}}]}",
			true),
		"/models/0/name /models/2/name");
}

static void nothing_is_noted_when_nobody_asks(void **state)
{
	(void)state;
	assert_string_equal(said_by("{'x': ['{{ name }} {{ figure(\\\"r\\\") }}']}", false),
			    "");
}

/* Each step says the two before it: a walk down all ways would never end. */
static void shared_origins_are_gathered_once(void **state)
{
	(void)state;
	struct bc_origin *a = bc_origin_of(&fx.arena, read_json("a.json", "{}"));
	struct bc_origin *b = bc_origin_of(&fx.arena, read_json("b.json", "{}"));
	struct pointers all = {0};
	for (int i = 0; i < 1000; i++) {
		struct bc_origin *both = bc_origin_join(&fx.arena, a, b);
		b = bc_origin_join(&fx.arena, b, a);
		a = both;
	}
	bc_origin_gather(a, take, &all);
	assert_int_equal(all.n, 2);
	bc_origin_gather(b, take, &all);
	assert_int_equal(all.n, 2);
}

static void origins_may_be_deep(void **state)
{
	(void)state;
	struct bc_origin *all = NULL;
	struct pointers pointers = {0};
	const struct bc_json *node = read_json("a.json", "{}");
	for (int i = 0; i < 1000000; i++) {
		struct bc_origin *one = i % 100000 ? NULL : bc_origin_of(&fx.arena, node);
		struct bc_origin *deeper = bc_new(&fx.arena, struct bc_origin);
		deeper->left = all;
		deeper->right = one;
		all = deeper;
	}
	bc_origin_gather(all, take, &pointers);
	assert_int_equal(pointers.n, 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_value_that_is_printed_is_said),
		TEST(what_only_decides_or_is_reckoned_with_is_not),
		TEST(a_part_of_a_value_is_not_the_value),
		TEST(a_name_for_a_value_says_it_only_where_it_stands),
		TEST(nothing_is_noted_when_nobody_asks),
		TEST(shared_origins_are_gathered_once),
		TEST(origins_may_be_deep),
	};
	if (setjmp(fx.oom))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
