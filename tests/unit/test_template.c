/*
 * expr/: templates filled in with data, what vanishes, where what comes out
 * stands, and what is said of templates that are wrong.
 */
#include "expr.h"

#include "base/limits.h"

#include <stdlib.h>

static const char data_text[] =
	"{'n': 12, 'a': 2.50, 'b': null, 'name': 'Đảng ủy *xã* \\\\ Tân An',"
	" 'texts': {'one': 'một **đậm**', 'more': ['hai', '*ba*', ''], 'empty': '',"
	"           'none': []},"
	" 'models': [{'name': 'M1', 'unit': 'xã A', 'score': 3},"
	"            {'name': 'M2'},"
	"            {'name': 'M3', 'unit': 'xã C', 'score': 1.50}],"
	" 'people': []}";

/* Parts, by name. */
static const struct {
	const char *name, *json;
} parts[] = {
	{"parts/one", "{'text': 'phần {{ n }}'}"},
	{"parts/list", "['a', '{{ n }}', {'if': 'b', 'then': 'c'}]"},
	{"parts/loop", "[{'for': 'm in models', 'do': '{{ m.name }}'}]"},
	{"parts/uses-m", "'{{ m.name }}'"},
	{"parts/nested", "[{'include': 'parts/list'}, {'include': 'parts/list'}]"},
	{"parts/circle-a", "[{'include': 'parts/circle-b'}]"},
	{"parts/circle-b", "[{'include': 'parts/circle-c'}]"},
	{"parts/circle-c", "[{'include': 'parts/circle-a'}]"},
	{"parts/itself", "{'include': 'parts/itself'}"},
	{"parts/bad", "['{{ 1 + }}']"},
	{"parts/empty", "[]"},
};

static size_t parts_read;

static const struct bc_json *read_part(void *self, struct bc_ctx *ctx, struct bc_str name,
				       struct bc_place place)
{
	parts_read++;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (bc_str_is(name, parts[i].name))
			return read_json(parts[i].name, parts[i].json);
	}
	(void)self;
	BC_REPORT1(ctx->findings, TEMPLATE_UNKNOWN, place, name);
	return NULL;
}

static const struct bc_template *compile(const char *template, const char *let)
{
	return bc_template_compile(&fx.ctx, read_json("mau.json", template),
				   let ? read_json("let.json", let) : NULL, read_part, NULL);
}

static const struct bc_json *fill_with(const char *template, const char *let, const char *data)
{
	const struct bc_template *t = compile(template, let);
	struct bc_eval eval = eval_of(read_json("data.json", data));
	return t ? bc_template_fill(&eval, t) : NULL;
}

static const struct bc_json *fill(const char *template)
{
	return fill_with(template, NULL, data_text);
}

/* JSON without spaces, in single quotes; what is there is checked on the way. */
static void put_json(struct bc_buf *out, const struct bc_json *v)
{
	bool object = v->kind == BC_JSON_OBJECT;
	size_t n = 0;
	static const char *const words[] = {"null", "false", "true"};
	if (v->kind <= BC_JSON_TRUE)
		bc_buf_puts(out, words[v->kind]);
	if (v->kind == BC_JSON_STRING)
		bc_buf_putc(out, '\'');
	if (v->kind == BC_JSON_STRING || v->kind == BC_JSON_NUMBER)
		bc_buf_add(out, v->text);
	if (v->kind == BC_JSON_STRING)
		bc_buf_putc(out, '\'');
	if (v->kind < BC_JSON_ARRAY)
		return;
	bc_buf_putc(out, object ? '{' : '[');
	for (const struct bc_json *m = v->first; m; m = m->next, n++) {
		bc_buf_puts(out, m == v->first ? "" : ",");
		if (object) {
			bc_buf_add(out, m->path.key);
			bc_buf_putc(out, ':');
			assert_non_null(m->key_place.source);
		}
		put_json(out, m);
	}
	assert_int_equal(n, v->count);
	bc_buf_putc(out, object ? '}' : ']');
}

static const char *json_text(const struct bc_json *json)
{
	struct bc_buf out = bc_buf_in(&fx.arena);
	if (!json)
		return "nothing";
	put_json(&out, json);
	return z(bc_buf_str(&out));
}

/* A template, and what it becomes or what is said of it. */
struct row {
	const char *template, *want;
};

static void becomes(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t before = fx.findings.kept;
		const char *got = json_text(fill(rows[i].template));
		const char *said = findings_since(before);
		if (strcmp(got, rows[i].want) != 0)
			fail_msg("%s becomes %s, not %s %s", rows[i].template, got,
				 rows[i].want, said);
	}
	assert_int_equal(fx.findings.count[BC_ERROR], 0);
}

static void says(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t before = fx.findings.kept;
		const char *got = json_text(fill(rows[i].template));
		const char *said = findings_since(before);
		if (strcmp(said, rows[i].want) != 0)
			fail_msg("of %s is said %s, not %s", rows[i].template, said,
				 rows[i].want);
		assert_string_equal(got, "nothing");
	}
}

#define BECOMES(rows) becomes(rows, sizeof(rows) / sizeof *(rows))
#define SAYS(rows)    says(rows, sizeof(rows) / sizeof *(rows))

/* ---- holes ---- */

static void without_holes_it_stays(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"{}", "{}"},
		{"[1, 2.50, 'x', null, true, [], {}, {'a': {'b': [[]]}}]",
		 "[1,2.50,'x',null,true,[],{},{a:{b:[[]]}}]"},
		{"{'text': '} { }} *a*'}", "{text:'} { }} *a*'}"},
		{"{'blocks': []}", "{blocks:[]}"},
	};
	BECOMES(rows);
}

static void a_hole_alone_keeps_its_kind(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"{'x': '{{ n }}'}", "{x:12}"},
		{"{'x': '{{a}}'}", "{x:2.50}"},
		{"{'x': '{{ n / 8 }}'}", "{x:1.5}"},
		{"{'x': '{{ 2 / 3 | round(2) }}'}", "{x:0.67}"},
		{"{'x': '{{ true }}'}", "{x:true}"},
		{"{'x': '{{ not true }}'}", "{x:false}"},
		{"{'x': '{{ \\\"a\\\" }}'}", "{x:'a'}"},
		{"{'x': '{{ n }} '}", "{x:'12 '}"},
		{"{'x': ' {{ n }}'}", "{x:' 12'}"},
		{"{'x': '{{ n }}{{ n }}'}", "{x:'1212'}"},
		{"{'x': '{{ models | map(it.name) }}'}", "{x:['M1','M2','M3']}"},
		{"{'x': '{{ texts.none }}'}", "{x:[]}"},
		{"{'x': '{{ a }}%', 'y': 'từ {{ 1234.5 }} đến {{ n }}'}",
		 "{x:'2,50%',y:'từ 1.234,5 đến 12'}"},
	};
	BECOMES(rows);
}

/* Every digit that a file may hold. */
static void numbers_keep_their_digits(void **state)
{
	(void)state;
	static const char *const numbers[] = {
		"0",
		"-0.50",
		"100.000",
		"999999999999999999",
		"0.999999999999999999",
		"0.1234567891",
		"-123456789.987654321",
		"0.000000000000000001",
	};
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct bc_buf data = bc_buf_in(&fx.arena), want = bc_buf_in(&fx.arena);
		bc_buf_puts(&data, "{'n': ");
		bc_buf_puts(&data, numbers[i]);
		bc_buf_puts(&data, "}");
		bc_buf_puts(&want, "[");
		bc_buf_puts(&want, numbers[i]);
		bc_buf_puts(&want, "]");
		assert_string_equal(
			json_text(fill_with("['{{ n }}']", NULL, z(bc_buf_str(&data)))),
			z(bc_buf_str(&want)));
	}
	assert_string_equal(findings_since(0), "");
}

/* Text of the data is no markup, but for the office's own prose when it stands alone. */
static void text_of_the_data_is_escaped(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"['{{ name }}']", "['Đảng ủy \\*xã\\* \\\\ Tân An']"},
		{"['**{{ name }}**']", "['**Đảng ủy \\*xã\\* \\\\ Tân An**']"},
		{"['{{ name | upper }}']", "['ĐẢNG ỦY \\*XÃ\\* \\\\ TÂN AN']"},
		{"['{{ texts.one }}']", "['một **đậm**']"},
		{"['{{ texts.more }}']", "['hai','*ba*']"},
		{"['{{ texts.more[1] | default(1) }}']", "['*ba*']"},
		{"['{{ texts.one }}.']", "['một \\*\\*đậm\\*\\*.']"},
		{"['{{ texts.one ~ \\\"\\\" }}']", "['một \\*\\*đậm\\*\\*']"},
		{"['{{ \\\"*\\\" }}']", "['\\*']"},
		{"['{{ \\\"{{\\\" }} n }}']", "['{{ n }}']"},
	};
	BECOMES(rows);
	/* a text that looks like a hole is none */
	assert_string_equal(json_text(fill_with("['{{ name }}']", NULL, "{'name': '{{ n }}'}")),
			    "['{{ n }}']");
}

static void lists_are_spliced_in(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"['x', '{{ models | map(it.name) }}', 'y']", "['x','M1','M2','M3','y']"},
		{"['x', '{{ b }}', 'y']", "['x','y']"},
		{"['x', '{{ texts.empty }}', '{{ texts.none }}', 'y']", "['x','y']"},
		{"['{{ people }}']", "[]"},
		{"['{{ false }}', '{{ 0 }}']", "[false,0]"},
		{"['{{ models | map(texts.more) }}']",
		 "[['hai','*ba*',''],['hai','*ba*',''],['hai','*ba*','']]"},
		{"[['{{ texts.more }}']]", "[['hai','*ba*']]"},
	};
	BECOMES(rows);
	static const struct row wrong[] = {
		{"['{{ models }}']", "T007 <models>"},
		{"['{{ models[0] }}']", "T007 <models[0]>"},
		{"['{{ n / 7 }}']", "T009 <n / 7>"},
		{"{'x': '{{ models }}'}", "T007 <models>"},
		{"{'x': '{{ n / 7 }}'}", "T009 <n / 7>"},
		{"['a {{ b }}']", "T006 <b>"},
		{"['a {{ b }} {{ zzz }} {{ models }}']", "T006 <b> T010 <zzz> T007 <models>"},
		{"['{{ b.x }}{{ n }}', 'a {{ 1 / 0 }}']", "T006 <b.x> T008 <1 / 0>"},
		{"{'x': 'a {{ b }}', 'y': {'z': '{{ zzz }}'}}", "T006 <b> T010 <zzz>"},
	};
	SAYS(wrong);
}

/* ---- control objects ---- */

static void conditions(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"[{'if': 'n > 10', 'then': ['a', 'b'], 'else': ['c']}, 'd']", "['a','b','d']"},
		{"[{'if': 'n < 10', 'then': ['a', 'b'], 'else': ['c']}, 'd']", "['c','d']"},
		{"[{'if': 'b', 'then': ['a']}]", "[]"},
		{"[{'if': 'b', 'else': ['a']}]", "['a']"},
		{"[{'if': 'n'}]", "[]"},
		{"[{'if': 'n', 'then': 'một'}]", "['một']"},
		{"[{'if': 'n', 'then': '{{ models | map(it.name) }}'}]", "['M1','M2','M3']"},
		{"[{'if': 'n', 'then': {'text': '{{ n }}'}}]", "[{text:12}]"},
		{"[{'if': 'n', 'then': [['a']]}]", "[['a']]"},
		{"[{'if': 'n', 'then': {'if': 'a', 'then': 'x'}}]", "['x']"},
		{"[{'if': 'n', '$comment': 'ghi chú', 'then': 'x'}]", "['x']"},
		{"[{'if': 'b', 'then': '{{ 1 / 0 }}', 'else': 'x'}]", "['x']"},
	};
	BECOMES(rows);
	static const struct row wrong[] = {
		{"[{'if': 'zzz', 'then': 'x'}]", "T010 <zzz>"},
		{"[{'if': 'n >', 'then': 'x'}]", "T001 <>"},
		{"[{'if': true, 'then': 'x'}]", "T013 <true>"},
		{"[{'if': 'n', 'them': 'x'}]", "T013 <\"them\">"},
		{"[{'if': 'n', 'then': 'x', 'text': 'y'}]", "T013 <\"text\">"},
		{"{'blocks': {'if': 'n', 'then': 'x'}}",
		 "T013 <{\"if\": \"n\", \"then\": \"x\"}>"},
		{"{'if': 'n', 'then': 'x'}", "T013 <{\"if\": \"n\", \"then\": \"x\"}>"},
		{"[{'if': 'n', 'then': '{{ 1 + }}'}]", "T001 <>"},
		{"[{'if': 'n', 'then': 'x', 'else': ['{{ 1 + }}']}]", "T001 <>"},
	};
	SAYS(wrong);
}

static void loops(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"[{'for': 'm in models', 'do': ['{{ m.name }}']}]", "['M1','M2','M3']"},
		{"['x', {'for': 'm in models', 'do': '{{ m.name }}'}, 'y']",
		 "['x','M1','M2','M3','y']"},
		{"[{'for': 'm in models', 'where': 'm.unit', 'do': '{{ m.unit }}'}]",
		 "['xã A','xã C']"},
		{"[{'for': 'm in models', 'where': 'm.unit',"
		 "  'do': '{{ loop.index }}/{{ loop.count }}'}]",
		 "['1/2','2/2']"},
		{"[{'for': 'm in models', 'do': '{{ loop.first }}'}]", "[true,false,false]"},
		{"[{'for': 'm in models', 'do': '{{ loop.last }}'}]", "[false,false,true]"},
		{"[{'for': 'm in models', 'do': '{{ loop.other }}'}]", "[]"},
		{"[{'for': 'm in b', 'do': 'x'}]", "[]"},
		{"[{'for': 'm in people', 'do': 'x'}]", "[]"},
		{"[{'for': 'm in models'}]", "[]"},
		{"[{'for': 'm in models', 'do': ['{{ m.name }}', 'x']}]",
		 "['M1','x','M2','x','M3','x']"},
		{"[{'for': 'm in models', 'do': {'if': 'm.unit', 'then': '{{ m.name }}'}}]",
		 "['M1','M3']"},
		/* the inner variable hides the outer one, and the data's */
		{"[{'for': 'x in texts.more', 'do': {'for': 'x in models', 'where': 'x.score',"
		 "  'do': '{{ x.score }}{{ loop.index }}'}}]",
		 "['31','1,502','31','1,502','31','1,502']"},
		{"[{'for': 'n in models', 'do': '{{ n.name }}'}, '{{ n }}']",
		 "['M1','M2','M3',12]"},
		{"[{'for': 'm in models', 'do': [{'for': 'k in texts.more',"
		 "  'do': '{{ m.name }}{{ k }}'}, '{{ loop.index }}']}]",
		 "['M1hai','M1\\*ba\\*','M1',1,'M2hai','M2\\*ba\\*','M2',2,"
		 "'M3hai','M3\\*ba\\*','M3',3]"},
		/* one text is a list of it */
		{"[{'for': 'x in texts.one', 'do': '{{ x }}'}]", "['một **đậm**']"},
		{"[{'for': 'x in texts.empty', 'do': '{{ x }}'}]", "[]"},
		{"[{'for': 'g in models | group(\\\"unit\\\")',"
		 "  'do': '{{ g.key | default(\\\"khác\\\") }}: {{ g.items | count }}'}]",
		 "['xã A: 1','khác: 1','xã C: 1']"},
	};
	BECOMES(rows);
	static const struct row wrong[] = {
		{"[{'for': 'm in n', 'do': 'x'}]", "T007 <n>"},
		{"[{'for': 'm in models[0]', 'do': 'x'}]", "T007 <models[0]>"},
		{"[{'for': 'm in zzz', 'do': 'x'}]", "T010 <zzz>"},
		{"[{'for': 'm in models | filter(it.score > 2)', 'do': 'x'}]",
		 "T007 <it.score > 2>"},
		{"[{'for': 'm in models', 'where': 'zzz', 'do': 'x'}]", "T010 <zzz>"},
		{"[{'for': 'm in models', 'where': 'loop.index', 'do': 'x'}]", "T010 <loop>"},
		{"[{'for': 'm in models', 'do': 'x'}, '{{ m }}']", "T010 <m>"},
		{"[{'for': 'm in models', 'do': 'x'}, '{{ loop.index }}']", "T010 <loop>"},
		{"[{'for': 'm in models', 'do': ' {{ m.unit }}'}]", "T006 <m.unit>"},
		{"[{'for': 'models', 'do': 'x'}]", "T013 <\"models\">"},
		{"[{'for': 'm in', 'do': 'x'}]", "T013 <\"m in\">"},
		{"[{'for': ' in models', 'do': 'x'}]", "T013 <\" in models\">"},
		{"[{'for': '1 in models', 'do': 'x'}]", "T013 <\"1 in models\">"},
		{"[{'for': 'a.b in models', 'do': 'x'}]", "T013 <\"a.b in models\">"},
		{"[{'for': 'loop in models', 'do': 'x'}]", "T013 <\"loop in models\">"},
		{"[{'for': 'it in models', 'do': 'x'}]", "T013 <\"it in models\">"},
		{"[{'for': 5, 'do': 'x'}]", "T013 <5>"},
		{"[{'for': ['m in models'], 'do': 'x'}]", "T013 <[\"m in models\"]>"},
		{"[{'for': 'm in ', 'do': 'x'}]", "T001 <>"},
		{"[{'for': 'm in models', 'where': 1, 'do': 'x'}]", "T013 <1>"},
		{"[{'for': 'm in models', 'then': 'x'}]", "T013 <\"then\">"},
		{"{'x': {'for': 'm in models', 'do': 'x'}}",
		 "T013 <{\"for\": \"m in models\", \"do\": \"x\"}>"},
	};
	SAYS(wrong);
}

static void names_for_values(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"[{'let': {'k': 'n + 1', 'kk': 'k * 2'}, 'do': ['{{ k }}', '{{ kk }}']}]",
		 "[13,26]"},
		{"[{'let': {'n': 'n + 1'}, 'do': '{{ n }}'}, '{{ n }}']", "[13,12]"},
		{"[{'for': 'm in models', 'do': {'let': {'k': 'm.name ~ loop.index'},"
		 "  'do': '{{ k }}'}}]",
		 "['M11','M22','M33']"},
		{"[{'let': {}, 'do': 'x'}]", "['x']"},
		{"[{'let': {'k': 'b'}, 'do': '{{ k }}'}]", "[]"},
	};
	BECOMES(rows);
	static const struct row wrong[] = {
		{"[{'let': {'k': 'zzz'}, 'do': 'x'}]", "T010 <zzz>"},
		{"[{'let': {'k': 'kk', 'kk': '1'}, 'do': 'x'}]", "T010 <kk>"},
		{"[{'let': {'k': '1'}, 'do': 'x'}, '{{ k }}']", "T010 <k>"},
		{"[{'let': {'k': '1 +'}, 'do': 'x'}]", "T001 <>"},
		{"[{'let': {'k': 1}, 'do': 'x'}]", "T013 <1>"},
		{"[{'let': {'k k': '1'}, 'do': 'x'}]", "T013 <\"k k\">"},
		{"[{'let': {'loop': '1'}, 'do': 'x'}]", "T013 <\"loop\">"},
		{"[{'let': {'it': '1'}, 'do': 'x'}]", "T013 <\"it\">"},
		{"[{'let': 'k', 'do': 'x'}]", "T013 <\"k\">"},
		{"[{'let': {'k': '1'}, 'then': 'x'}]", "T013 <\"then\">"},
		{"{'x': {'let': {'k': '1'}, 'do': 'x'}}",
		 "T013 <{\"let\": {\"k\": \"1\"}, \"do\": \"x\"}>"},
	};
	SAYS(wrong);
}

static void names_for_the_whole_template(void **state)
{
	(void)state;
	assert_string_equal(
		json_text(fill_with("{'x': '{{ k }}', 'y': [{'include': 'parts/uses-m'}]}",
				    "{'k': 'n * 2', 'm': 'models | last'}", data_text)),
		"{x:24,y:['M3']}");
	assert_null(fill_with("{'x': 1}", "{'k': 'zzz'}", data_text));
	assert_null(fill_with("{'x': 1}", "{'k': '('}", data_text));
	assert_null(fill_with("{'x': 1}", "[]", data_text));
	assert_string_equal(findings_since(0), "T010 <zzz> T001 <> T013 <[]>");
}

static void includes(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"[{'include': 'parts/one'}]", "[{text:'phần 12'}]"},
		{"['x', {'include': 'parts/list'}, 'y']", "['x','a',12,'y']"},
		{"[{'include': 'parts/nested'}]", "['a',12,'a',12]"},
		{"[{'include': 'parts/loop'}]", "['M1','M2','M3']"},
		{"[{'include': 'parts/empty'}]", "[]"},
		{"[{'for': 'm in models', 'do': {'include': 'parts/uses-m'}}]",
		 "['M1','M2','M3']"},
		{"[{'if': 'n', 'then': {'include': 'parts/one'}}]", "[{text:'phần 12'}]"},
	};
	BECOMES(rows);
	static const struct row wrong[] = {
		{"[{'include': 'parts/none'}]", "T015 <\"parts/none\">"},
		{"[{'include': 5}]", "T013 <5>"},
		{"[{'include': 'parts/one', 'do': 'x'}]", "T013 <\"do\">"},
		{"{'x': {'include': 'parts/one'}}", "T013 <{\"include\": \"parts/one\"}>"},
		{"[{'include': 'parts/bad'}]", "T001 <>"},
		{"[{'include': 'parts/uses-m'}]", "T010 <m>"},
		{"[{'include': 'parts/itself'}]", "T014 <\"parts/itself\">"},
		{"[{'include': 'parts/circle-a'}]", "T014 <\"parts/circle-a\">"},
		{"[{'include': 'parts/circle-b'}]", "T014 <\"parts/circle-b\">"},
	};
	SAYS(wrong);
	assert_message("templates include each other in a circle: parts/circle-b > "
		       "parts/circle-c > parts/circle-a > parts/circle-b");
}

/* However often it is asked for. */
static void a_part_is_read_once(void **state)
{
	(void)state;
	parts_read = 0;
	assert_non_null(fill("[{'include': 'parts/nested'}, {'include': 'parts/nested'},"
			     " {'include': 'parts/list'}]"));
	assert_int_equal(parts_read, 2);
}

/* Part i includes part i + 1, twice, up to the last. */
static const struct bc_json *read_chain(void *self, struct bc_ctx *ctx, struct bc_str name,
					struct bc_place place)
{
	struct bc_buf json = bc_buf_in(ctx->arena);
	const size_t *last = self;
	size_t i = (size_t)atoi(z(name));
	(void)place;
	bc_buf_puts(&json, i < *last ? "[{'include': '" : "['x', '");
	bc_buf_int(&json, (int64_t)i + 1);
	bc_buf_puts(&json, i < *last ? "'}, {'include': '" : "', '");
	bc_buf_int(&json, (int64_t)i + 1);
	bc_buf_puts(&json, i < *last ? "'}]" : "']");
	return read_json("part.json", z(bc_buf_str(&json)));
}

/* At the limit, and one past it; what has been compiled before counts as well. */
static void includes_are_limited(void **state)
{
	(void)state;
	const struct bc_json *json = read_json("mau.json", "[{'include': '1'}]");
	const struct bc_json *halves =
		read_json("mau.json", "[{'include': '9'}, {'include': '5'}, {'include': '1'}]");
	size_t last = BC_LIMIT_INCLUDES;
	assert_non_null(bc_template_compile(&fx.ctx, json, NULL, read_chain, &last));
	assert_non_null(bc_template_compile(&fx.ctx, halves, NULL, read_chain, &last));
	last++;
	assert_null(bc_template_compile(&fx.ctx, json, NULL, read_chain, &last));
	assert_null(bc_template_compile(&fx.ctx, halves, NULL, read_chain, &last));
	assert_string_equal(findings_since(0), "T004 <\"17\"> T004 <\"5\">");
}

/* ---- what vanishes ---- */

static void what_is_empty_vanishes(void **state)
{
	(void)state;
	static const struct row rows[] = {
		/* paragraphs */
		{"[{'text': '{{ b }}'}, 'x']", "['x']"},
		{"[{'text': '{{ texts.empty }}', 'bold': true}, 'x']", "['x']"},
		{"['{{ texts.empty | default(\\\"\\\") }}{{ b | default(\\\"\\\") }}', 'x']",
		 "['x']"},
		{"[{'text': '{{ b | default(\\\"\\\") }}{{ texts.empty }}'}, 'x']", "['x']"},
		{"[{'text': '{{ n }}', 'note': '{{ b }}'}]", "[{text:12}]"},
		/* lists */
		{"[{'list': ['{{ b }}']}, 'x']", "['x']"},
		{"[{'list': '{{ people }}'}, 'x']", "['x']"},
		{"[{'list': '{{ b }}'}, 'x']", "['x']"},
		{"[{'list': [{'for': 'p in people', 'do': '{{ p.name }}'}]}]", "[]"},
		{"[{'list': [{'list': ['{{ b }}']}, {'list': ['{{ n }}']}]}]",
		 "[{list:[{list:[12]}]}]"},
		/* tables */
		{"[{'table': {'columns': ['a'], 'rows': [{'for': 'p in people',"
		 "  'do': [['{{ p.name }}']]}]}}, 'x']",
		 "['x']"},
		{"[{'table': {'columns': ['a'], 'rows': '{{ b }}'}}, 'x']", "['x']"},
		{"[{'id': 't', 'rows': ['{{ b }}']}, 'x']", "['x']"},
		{"[{'table': {'rows': [['{{ n }}']]}}]", "[{table:{rows:[[12]]}}]"},
		/* sections, from within */
		{"[{'title': 'I', 'blocks': ['{{ b }}']},"
		 " {'title': 'II', 'blocks': [{'title': '1', 'blocks': [{'list': ['{{ b "
		 "}}']}]},"
		 "   {'title': '2', 'blocks': ['{{ n }}']}]},"
		 " {'title': 'III', 'blocks': [{'title': '1', 'blocks': ['{{ b }}']}]}]",
		 "[{title:'II',blocks:[{title:'2',blocks:[12]}]}]"},
		{"{'sections': [{'title': 'I', 'blocks': ['{{ b }}']}],"
		 " 'appendices': [{'title': 'P', 'blocks': [{'if': 'b', 'then': 'x'}]}]}",
		 "{sections:[],appendices:[]}"},
		/* members */
		{"{'x': '{{ b }}', 'y': '{{ texts.empty }}', 'z': '{{ 0 }}'}", "{z:0}"},
		{"{'document': {'subject': '{{ b }}'}}", "{document:{}}"},
	};
	BECOMES(rows);
}

/* T016 is a note for whoever wants to know. */
static void empty_headings_are_noted(void **state)
{
	(void)state;
	assert_non_null(fill("[{'title': 'Kết quả', 'blocks': ['{{ b }}']}]"));
	assert_string_equal(findings_since(0), "T016 <\"Kết quả\">");
	assert_int_equal(fx.findings.count[BC_NOTE], 1);
}

/* ---- holes that are wrong ---- */

static void broken_holes(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"['{{ n']", "T005 <{{>"},
		{"['a {{ n }} b {{ n }']", "T005 <{{>"},
		{"['{{']", "T005 <{{>"},
		{"['{{{{']", "T005 <{{>"},
		{"['{{}}']", "T001 <>"},
		{"['{{ }}']", "T001 <>"},
		{"['{{ {{ n }} }}']", "T001 <{>"},
		{"['{{ n }} {{ n n }}']", "T001 <n>"},
		{"['a {{ n | zzz }}']", "T002 <zzz>"},
		{"['{{ n | pad(1, 2) }}']", "T003 <pad(1, 2)>"},
		{"{'x': {'y': ['{{ 1 + }}']}}", "T001 <>"},
		/* escapes hide where it is: the whole string */
		{"['\\u0061 {{ n n }}']", "T001 <\"\\u0061 {{ n n }}\">"},
		{"['\\u0061 {{ n']", "T005 <\"\\u0061 {{ n\">"},
	};
	SAYS(rows);
}

/* ---- drafts ---- */

/* What isn't there is marked, and told as a warning; all else is as wrong as ever. */
static void a_draft_marks_what_is_missing(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"['Đơn vị: {{ models[1].unit }}.']",
		 "['Đơn vị: [CẦN BỔ SUNG: models[1].unit].']"},
		{"['{{ models | map(it.unit) }}']", "['xã A','xã C']"},
		{"['{{ b ~ 1 }}']", "['[CẦN BỔ SUNG: b]1']"},
		{"['{{ b }}', 'x']", "['x']"},
	};
	fx.findings.draft = true;
	BECOMES(rows);
	size_t told = 0;
	for (const struct bc_finding *f = fx.findings.first; f; f = f->next)
		told += f->diag == BC_DIAG_TEMPLATE_NOTHING && f->severity == BC_WARNING;
	assert_int_equal(told, 2);
	SAYS(((const struct row[]){{"['a {{ b + 1 }}']", "T007 <b + 1>"}}));
}

/* ---- where it stands ---- */

static const struct bc_json *at(const struct bc_json *json, size_t i)
{
	json = json->first;
	while (i--)
		json = json->next;
	return json;
}

static void assert_stands(const struct bc_json *v, const char *file, const char *pointer,
			  const char *bytes)
{
	struct bc_buf out = bc_buf_in(&fx.arena);
	bc_path_print(&out, v->place.path);
	assert_string_equal(z(v->place.source->name), file);
	assert_string_equal(z(bc_buf_str(&out)), pointer);
	assert_string_equal(z(bc_str_cut(v->place.source->text, v->place.begin, v->place.end)),
			    bytes);
}

static void values_of_the_data_point_into_it(void **state)
{
	(void)state;
	const struct bc_json *out =
		fill("['{{ texts.more }}', '{{ models[0].name }}', '{{ a }}', 'x',"
		     " '{{ a + 1 }}', 'a {{ n }}', '{{ models | map(it.name) }}']");
	assert_non_null(out);
	assert_stands(at(out, 0), "data.json", "/texts/more/0", "\"hai\"");
	assert_stands(at(out, 1), "data.json", "/texts/more/1", "\"*ba*\"");
	assert_stands(at(out, 2), "data.json", "/models/0/name", "\"M1\"");
	assert_stands(at(out, 3), "data.json", "/a", "2.50");
	assert_stands(at(out, 4), "mau.json", "/3", "\"x\"");
	assert_stands(at(out, 5), "mau.json", "/4", "\"{{ a + 1 }}\"");
	assert_stands(at(out, 6), "mau.json", "/5", "\"a {{ n }}\"");
	assert_stands(at(out, 7), "data.json", "/models/0/name", "\"M1\"");
	assert_stands(at(out, 9), "data.json", "/models/2/name", "\"M3\"");
}

static void members_keep_their_keys(void **state)
{
	(void)state;
	const struct bc_json *out =
		fill("{'x': '{{ models[0].name }}', 'y': {'z': '{{ n }}'}}");
	assert_non_null(out);
	const struct bc_json *x = bc_json_get(out, BC_STR("x"));
	assert_stands(x, "data.json", "/models/0/name", "\"M1\"");
	assert_string_equal(z(x->key_place.source->name), "mau.json");
	const struct bc_json *w = bc_json_get(bc_json_get(out, BC_STR("y")), BC_STR("z"));
	assert_stands(w, "data.json", "/n", "12");
}

static void parts_point_into_their_files(void **state)
{
	(void)state;
	const struct bc_json *out =
		fill("[{'include': 'parts/one'}, {'include': 'parts/list'}]");
	assert_non_null(out);
	assert_stands(at(out, 0), "parts/one", "", "{\"text\": \"phần {{ n }}\"}");
	assert_stands(at(at(out, 0), 0), "parts/one", "/text", "\"phần {{ n }}\"");
	assert_stands(at(out, 1), "parts/list", "/0", "\"a\"");
}

/* A template can be filled in again: nothing of it is changed. */
static void filling_leaves_the_template(void **state)
{
	(void)state;
	const struct bc_json *json = read_json(
		"mau.json", "{'x': [{'for': 'm in models', 'do': '{{ m.name }}'}, '{{ n }}']}");
	const char *before = json_text(json);
	const struct bc_template *t = bc_template_compile(&fx.ctx, json, NULL, read_part, NULL);
	struct bc_eval eval = eval_of(read_json("data.json", data_text));
	struct bc_eval other = eval_of(read_json("other.json", "{'n': 1}"));
	assert_string_equal(json_text(bc_template_fill(&eval, t)), "{x:['M1','M2','M3',12]}");
	assert_string_equal(json_text(bc_template_fill(&other, t)), "{x:[1]}");
	assert_string_equal(json_text(json), before);
	assert_string_equal(json_text(bc_template_fill(&eval, t)), "{x:['M1','M2','M3',12]}");
}

/* ---- limits ---- */

/* Loops within loops over a few thousand elements; T012 is told once. */
static void filling_is_limited(void **state)
{
	(void)state;
	static const char *const templates[] = {
		"[{'for': 'x in models', 'do': {'for': 'y in models', 'do': 'a'}}]",
		"[{'for': 'x in models', 'do': {'for': 'y in models', 'do': []}}]",
		"[{'for': 'x in models', 'do': {'for': 'y in models'}}]",
		"[{'for': 'x in models', 'do': {'for': 'y in models', 'where': 'b'}}]",
		"[{'for': 'x in models', 'do': '{{ models }}'}]",
		"[{'for': 'x in models', 'do': {'for': 'y in models', 'do': '{{ x }}{{ y "
		"}}'}}]",
		"[{'for': 'x in models', 'do': {'for': 'y in models', 'do': 'a {{ b }}'}}]",
		"[{'for': 'x in models', 'do': {'for': 'y in models', 'do': '{{ zzz }}'}}]",
		"[{'for': 'x in models', 'do': {'for': 'y in models', 'do': {'text': '{{ b "
		"}}'}}}]",
	};
	struct bc_buf data = bc_buf_in(&fx.arena);
	bc_buf_puts(&data, "{'models': ['x'");
	for (int i = 0; i < 4000; i++)
		bc_buf_puts(&data, ",'x'");
	bc_buf_puts(&data, "]}");
	for (size_t i = 0; i < sizeof templates / sizeof *templates; i++) {
		struct bc_eval eval = eval_of(read_json("data.json", z(bc_buf_str(&data))));
		struct bc_mark mark = bc_arena_mark(&fx.arena);
		eval.work = BC_LIMIT_WORK - 2000000;
		assert_null(bc_template_fill(&eval, compile(templates[i], NULL)));
		assert_true(eval.exhausted);
		bc_arena_release(&fx.arena, mark);
		bc_findings_init(&fx.findings, &fx.arena);
	}
}

/* What is shared by all rounds of a loop counts in each: somebody has to read it. */
static void what_is_repeated_counts(void **state)
{
	(void)state;
	struct bc_buf template = bc_buf_in(&fx.arena), data = bc_buf_in(&fx.arena);
	bc_buf_puts(&template, "[{'for': 'x in models', 'do': [['x'");
	bc_buf_puts(&data, "{'models': ['x'");
	for (int i = 0; i < 10000; i++) {
		bc_buf_puts(&template, ",'x'");
		bc_buf_puts(&data, ",'x'");
	}
	bc_buf_puts(&template, "]]}]");
	bc_buf_puts(&data, "]}");
	assert_null(fill_with(z(bc_buf_str(&template)), NULL, z(bc_buf_str(&data))));
	assert_true(strncmp(findings_since(0), "T012", 4) == 0);
}

int main(void)
{
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	const struct CMUnitTest tests[] = {
		TEST(without_holes_it_stays),
		TEST(a_hole_alone_keeps_its_kind),
		TEST(numbers_keep_their_digits),
		TEST(text_of_the_data_is_escaped),
		TEST(lists_are_spliced_in),
		TEST(conditions),
		TEST(loops),
		TEST(names_for_values),
		TEST(names_for_the_whole_template),
		TEST(includes),
		TEST(a_part_is_read_once),
		TEST(includes_are_limited),
		TEST(what_is_empty_vanishes),
		TEST(empty_headings_are_noted),
		TEST(broken_holes),
		TEST(a_draft_marks_what_is_missing),
		TEST(values_of_the_data_point_into_it),
		TEST(members_keep_their_keys),
		TEST(parts_point_into_their_files),
		TEST(filling_leaves_the_template),
		TEST(filling_is_limited),
		TEST(what_is_repeated_counts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
