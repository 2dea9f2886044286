/* expr/reads: what a template asks the data for. */
#include "expr.h"

#include "expr/reads.h"

static const struct bc_json *no_part(void *self, struct bc_ctx *ctx, struct bc_str name,
				     struct bc_place place)
{
	(void)self;
	(void)ctx;
	(void)name;
	(void)place;
	return NULL;
}

/* The ways that the template reads, apart by spaces. */
static const char *reads(const struct bc_json *json)
{
	struct bc_buf list = bc_buf_in(&fx.arena), out = bc_buf_in(&fx.arena);
	const struct bc_template *t = bc_template_compile(&fx.ctx, json, NULL, no_part, NULL);
	assert_non_null(t);
	if (!bc_template_reads(&fx.ctx, &list, t))
		return "too much";
	const struct bc_json *ways = read_json("ways.json", z(bc_buf_str(&list)));
	for (const struct bc_json *way = ways->first; way; way = way->next) {
		bc_buf_puts(&out, out.n ? " " : "");
		bc_buf_add(&out, way->text);
	}
	return z(bc_buf_str(&out));
}

struct row {
	const char *text, *want;
};

static void check(const struct row *row, const struct bc_json *json)
{
	const char *got = reads(json);
	if (strcmp(got, row->want) != 0)
		fail_msg("%s reads %s, not %s", row->text, got, row->want);
}

/* Of expressions, in which no double quotes stand. */
static void hole_reads(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct bc_buf text = bc_buf_in(&fx.arena);
		bc_buf_puts(&text, "[\"{{ ");
		bc_buf_puts(&text, rows[i].text);
		bc_buf_puts(&text, " }}\"]");
		*bc_buf_reserve(&text, 1) = '\0';
		const struct bc_json *json =
			bc_json_parse(&fx.ctx, source_of("mau.json", bc_buf_str(&text)));
		assert_non_null(json);
		check(&rows[i], json);
	}
}

#define HOLE_READS(rows) hole_reads(rows, sizeof(rows) / sizeof *(rows))

static void ways(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"1 + 2", ""},
		{"a.b.c", "a.b.c"},
		{"a + a ~ b", "a b"},
		{"a[0].b", "a[].b"},
		{"a[-1].b", "a[].b"},
		{"a[n / 2].b", "a[].b n"},
		{"a[count(b)].c", "a[].c b"},
		{"a['b'].c", "a.b.c"},
		{"not a", "a"},
		{"-a.b", "a.b"},
		{"a and a.b", "a a.b"},
		{"(a or b).c", "a a.c b.c"},
		{"a == b", "a b"},
	};
	HOLE_READS(rows);
}

/* What a member is called may follow from the data. */
static void any_member(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"values[key]", "key values.*"},
		{"values[a ~ 'b'].c", "a values.*.c"},
		{"texts['n_' ~ loai][0]", "loai texts.*[]"},
		{"units | map(it.values[id]) | sum", "id units units[].values.*"},
		{"units | sum(key)", "key units units[].*"},
		{"units | group(key) | map(it.key) | join", "key units units[].*"},
	};
	HOLE_READS(rows);
}

static void elements_of_lists(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"models | count", "models"},
		{"models | filter(it.a) | map(it.b) | join", "models models[].a models[].b"},
		{"models | sort('a') | first | default(x)", "models models[] models[].a x"},
		{"(models | sort('a') | first).b", "models models[].a models[].b"},
		{"(models | sort_people('a') | reverse | take(n) | last).b",
		 "models models[].a models[].b n"},
		{"models | map(it.parts) | map(it.a) | first", "models models[].parts.a"},
		{"(models | map(it.parts[0]) | last).a", "models models[].parts[].a"},
		{"(models | group('a') | first).key", "models models[].a"},
		{"(models | group('a') | first).items[0].b", "models models[].a models[].b"},
		{"models | group('a') | map(it.items | map(it.b) | join) | join",
		 "models models[].a models[].b"},
		{"models | group('a') | map(it.items | count) | sum", "models models[].a"},
		{"models | group('a') | map(it.nothing) | join", "models models[].a"},
		{"models | map(it.name | upper) | join", "models models[].name"},
		{"sum(models, 'a') + max(models, 'b')", "models models[].a models[].b"},
		{"(models | map(it.a) | min).b", "models models[].a models[].a.b"},
		{"units | map(models | filter(it.u == n)) | first",
		 "models models[].u n units"},
	};
	HOLE_READS(rows);
}

static void functions_that_read_by_themselves(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"n | pad", "n wording.small_counts"},
		{"n | pad(2)", "n"},
		{"n | words", "n wording.tens_zero wording.thousand"},
		{"n | words('lẻ')", "n wording.thousand"},
		{"n | words('lẻ', 'ngàn')", "n"},
		{"result('r').value", "results[].id results[].value"},
		{"result(id).plans[0].value", "id results[].id results[].plans[].value"},
		{"figure('r')",
		 "results[].as_written results[].id results[].missing results[].qualifiers "
		 "results[].range results[].unit results[].value"},
	};
	HOLE_READS(rows);
}

static void control_objects(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"[{'for': 'm in models', 'where': 'm.a', 'do': ['{{ m.b }}{{ loop.index "
		 "}}']}]",
		 "models models[].a models[].b"},
		{"[{'for': 'g in models | group(\\u0027a\\u0027)', 'do': "
		 "['{{ g.key }}', {'for': 'm in g.items', 'do': '{{ m.b }}'}]}]",
		 "models models[].a models[].b"},
		{"[{'for': 'v in models | filter(it.a) | sort(\\u0027b\\u0027)', 'do': '{{ v.c "
		 "}}'}]",
		 "models models[].a models[].b models[].c"},
		{"[{'let': {'x': 'models | filter(it.a)', 'y': 'x[0]'}, 'do': '{{ y.b }}'}]",
		 "models models[].a models[].b"},
		{"[{'let': {'x': 'models[0]'}, 'do': '{{ y }}'}]", "y"},
		{"[{'let': {'i': 'count(a) - 1'}, 'do': '{{ b[i].c }}'}]", "a b[].c"},
		{"[{'for': 'm in a', 'do': '{{ b[loop.index - 1].c }}{{ d[loop.count].e }}'}]",
		 "a b[].c d[].e"},
		{"[{'if': 'a.b', 'then': '{{ c }}', 'else': '{{ d }}'}]", "a.b c d"},
		{"{'title': '{{ a }}', 'blocks': ['{{ b }} {{ c }}']}", "a b c"},
		{"[{'for': 'm in a or b', 'do': '{{ m.c }}'}]", "a a[].c b b[].c"},
		{"[{'for': 'm in models', 'do': '{{ m.a }}'}, '{{ m }}']",
		 "m models models[].a"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check(&rows[i], read_json("mau.json", rows[i].text));
}

/* `times` lets, each with what it reads twice of the one before. */
static const char *doubling(size_t times, const char *pattern)
{
	struct bc_buf text = bc_buf_in(&fx.arena);
	bc_buf_puts(&text, "[{'let': {'x0': 'a'");
	for (size_t i = 1; i <= times; i++) {
		bc_buf_puts(&text, ", 'x");
		bc_buf_int(&text, (int64_t)i);
		bc_buf_puts(&text, "': '");
		for (const char *p = pattern; *p; p++) {
			if (*p == '#')
				bc_buf_int(&text, (int64_t)i - 1);
			else
				bc_buf_putc(&text, *p);
		}
		bc_buf_putc(&text, '\'');
	}
	bc_buf_puts(&text, "}, 'do': '{{ x");
	bc_buf_int(&text, (int64_t)times);
	bc_buf_puts(&text, " }}'}]");
	return z(bc_buf_str(&text));
}

/* A template can have more ways than there is time or memory: some are left out then. */
static void ways_without_end(void **state)
{
	(void)state;
	static const char *const patterns[] = {"x#.p or x#.q", "x# or x#.p",  "x#.p",
					       "x#[0][n]",     "map(x#, x#)", "group(x#, x#)"};
	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
		const char *got = reads(read_json("mau.json", doubling(300, patterns[i])));
		assert_true(strlen(got) < 10000000);
		fixture_done(&fx);
		fixture_init(&fx);
	}
}

/* A part that stands in another one eight times, and that one eight times, ... */
static const struct bc_json *eight_times(void *self, struct bc_ctx *ctx, struct bc_str name,
					 struct bc_place place)
{
	struct bc_buf text = bc_buf_in(&fx.arena);
	int depth = name.p[0] - 'a';
	(void)self;
	(void)ctx;
	(void)place;
	if (depth == 14)
		return read_json("p", "['{{ x }}']");
	bc_buf_puts(&text, "[");
	for (int i = 0; i < 8; i++) {
		bc_buf_puts(&text, i ? ", {'include': '" : "{'include': '");
		bc_buf_putc(&text, (char)(name.p[0] + 1));
		bc_buf_puts(&text, "'}");
	}
	bc_buf_puts(&text, "]");
	return read_json("p", z(bc_buf_str(&text)));
}

static void parts_without_end(void **state)
{
	(void)state;
	struct bc_buf out = bc_buf_in(&fx.arena);
	const struct bc_template *t = bc_template_compile(
		&fx.ctx, read_json("mau.json", "[{'include': 'a'}]"), NULL, eight_times, NULL);
	assert_non_null(t);
	assert_false(bc_template_reads(&fx.ctx, &out, t));
	assert_int_equal(fx.findings.kept, 1);
	assert_int_equal(last_finding()->diag, BC_DIAG_TEMPLATE_WORK);
}

int main(void)
{
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	const struct CMUnitTest tests[] = {
		TEST(ways),
		TEST(any_member),
		TEST(elements_of_lists),
		TEST(functions_that_read_by_themselves),
		TEST(control_objects),
		TEST(ways_without_end),
		TEST(parts_without_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
