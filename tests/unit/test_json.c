/* json/: what is accepted, what is refused and where, and that Jansson agrees. */
#include "support.h"

#include "base/limits.h"
#include "json/json.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct doc {
	struct fixture fx;
	struct bc_source source;
	const struct bc_json *root;
};

static void parse(struct doc *d, struct bc_str text)
{
	if (setjmp(d->fx.oom))
		fail_msg("out of memory");
	fixture_init(&d->fx);
	d->source = (struct bc_source){.name = BC_STR("t.json"),
				       .text = bc_str_dup(&d->fx.arena, text)};
	d->root = bc_json_parse(&d->fx.ctx, &d->source);
}

static void drop(struct doc *d)
{
	fixture_done(&d->fx);
}

static void assert_str(struct bc_str got, const char *want)
{
	if (!bc_str_is(got, want))
		fail_msg("got \"%.*s\", want \"%s\"", (int)got.n, got.p, want);
}

static struct bc_str source_of(const struct doc *d, struct bc_place place)
{
	return bc_str_cut(d->source.text, place.begin, place.end);
}

static const struct bc_json *get(const struct bc_json *object, const char *key)
{
	const struct bc_json *v = bc_json_get(object, bc_str_of(key));
	assert_non_null(v);
	return v;
}

static void assert_path(struct doc *d, const struct bc_json *v, const char *want)
{
	struct bc_buf out = bc_buf_in(&d->fx.arena);
	bc_path_print(&out, v->place.path);
	assert_str(bc_buf_str(&out), want);
}

/* The one error of `text`: its code, the text it covers, and where it is related to. */
struct bad {
	const char *text;
	const char *code;
	uint32_t line, column;
	const char *covered;
	uint32_t related_line, related_column; /* 0: none */
};

static const struct bad bad[] = {
	/* nothing to read */
	{"", "J001", 1, 1, "", 0, 0},
	{" \r\n\t ", "J001", 1, 1, "", 0, 0},
	{"\xEF\xBB\xBF\n", "J001", 1, 2, "", 0, 0},
	{"\xFF\xFE{", "J002", 1, 1, "\xFF\xFE", 0, 0},
	{"\xFE\xFF{", "J002", 1, 1, "\xFE\xFF", 0, 0},
	{"{\"a\":\n \"L\xA9m\"}", "J003", 2, 4, "\xA9", 0, 0},
	{"[\"\xC0\xAF\"]", "J003", 1, 3, "\xC0", 0, 0},
	{"[\"\xE0\x9F\xBF\"]", "J003", 1, 3, "\xE0", 0, 0},
	{"[\"\xED\xA0\x80\"]", "J003", 1, 3, "\xED", 0, 0},
	{"[\"\xF0\x8F\xBF\xBF\"]", "J003", 1, 3, "\xF0", 0, 0},
	{"[\"\xF4\x90\x80\x80\"]", "J003", 1, 3, "\xF4", 0, 0},
	{"[\"\xF5\x80\x80\x80\"]", "J003", 1, 3, "\xF5", 0, 0},
	{"[1]\n\xE1\xBA", "J003", 2, 1, "\xE1", 0, 0},

	/* commas */
	{"[1, 2,\n]", "J007", 1, 6, ",", 0, 0},
	{"{\"a\": 1,\n}", "J007", 1, 8, ",", 0, 0},
	{"{\"a\": 1 , }", "J007", 1, 9, ",", 0, 0},
	{"[,1]", "J008", 1, 2, ",", 0, 0},
	{"[1,,2]", "J008", 1, 4, ",", 0, 0},
	{"[,]", "J008", 1, 2, ",", 0, 0},
	{"{,}", "J008", 1, 2, ",", 0, 0},
	{"{\"a\":1,,\"b\":2}", "J008", 1, 8, ",", 0, 0},
	{"{\"a\": 1\n \"b\": 2}", "J009", 1, 8, "", 0, 0},
	{"[\"a\" \"b\"]", "J009", 1, 5, "", 0, 0},
	{"[1 2]", "J009", 1, 3, "", 0, 0},
	{"[[1]\n[2]]", "J009", 1, 5, "", 0, 0},
	{"[{}{}]", "J009", 1, 4, "", 0, 0},
	{"[\"a\"\"b\"]", "J009", 1, 5, "", 0, 0},

	/* colons and values */
	{"{\"a\" 1}", "J010", 1, 5, "", 0, 0},
	{"{\"a\"}", "J010", 1, 5, "", 0, 0},
	{"{\"a\", \"b\"}", "J010", 1, 5, "", 0, 0},
	{"{\"a\"=1}", "J010", 1, 5, "", 0, 0},
	{"{\"a\": }", "J011", 1, 6, "", 0, 0},
	{"{\"a\":, \"b\": 1}", "J011", 1, 6, "", 0, 0},
	{"[{\"a\": ]", "J011", 1, 7, "", 0, 0},

	/* what opens and closes */
	{"{\"a\": [1, 2]\n", "J012", 1, 13, "", 1, 1},
	{"{\"a\": [1, 2", "J012", 1, 12, "", 1, 7},
	{"{\"a\":", "J012", 1, 6, "", 1, 1},
	{"{\"a\"", "J012", 1, 5, "", 1, 1},
	{"[1,\n", "J012", 1, 4, "", 1, 1},
	{"\n{", "J012", 2, 2, "", 2, 1},
	{"[{\"a\": 1]", "J013", 1, 9, "]", 1, 2},
	{"[{\"a\": 1,]", "J013", 1, 10, "]", 1, 2},
	{"{\"a\": [1}", "J013", 1, 9, "}", 1, 7},
	{"{\"a\": [1,}", "J013", 1, 10, "}", 1, 7},
	{"[}", "J013", 1, 2, "}", 1, 1},
	{"{]", "J013", 1, 2, "]", 1, 1},
	{"{}\n}", "J014", 2, 1, "}", 0, 0},
	{"[1] [2] \n3", "J014", 1, 5, "[2] ", 0, 0},
	{"1 2", "J014", 1, 3, "2", 0, 0},

	/* strings */
	{"[\"abc", "J015", 1, 6, "", 1, 2},
	{"[\"abc\\", "J015", 1, 7, "", 1, 2},
	{"[\"abc\\\"", "J015", 1, 8, "", 1, 2},
	{"{\"a\": \"một\nhai\"}", "J016", 1, 11, "\n", 1, 7},
	{"{\"a\": \"một\r\nhai\"}", "J016", 1, 11, "\r", 1, 7},
	{"{\"a\": \"một\\\nhai\"}", "J016", 1, 12, "\n", 1, 7},
	{"{\"a\": \"“một”\nhai\"}", "J016", 1, 13, "\n", 1, 7},
	{"[\"a\tb\"]", "J017", 1, 4, "\t", 1, 2},
	{"[\"a\vb\"]", "J017", 1, 4, "\v", 1, 2},
	{"{\"a\": \"việc \"học tập\", làm\"}", "J018", 1, 13, "\"", 1, 7},
	{"{\"kỳ \"một\": 1}", "J018", 1, 6, "\"", 1, 2},
	{"[\"a\"(b)]", "J018", 1, 4, "\"", 1, 2},
	{"{“a”: 1}", "J019", 1, 2, "“", 0, 0},
	{"{\"a\": “b”}", "J019", 1, 7, "“", 0, 0},
	{"{\"a”: 1,\n\"b\": 2}", "J019", 1, 4, "”", 0, 0},
	{"{\"a”: \"b\"}", "J019", 1, 4, "”", 0, 0},
	{"[\"abc”]", "J019", 1, 6, "”", 0, 0},
	{"{'a': 1}", "J020", 1, 2, "'", 0, 0},
	{"[`a`]", "J020", 1, 2, "`", 0, 0},
	{"[\"C:\\Users\"]", "J025", 1, 5, "\\U", 0, 0},
	{"[\"a\\ạb\"]", "J025", 1, 4, "\\ạ", 0, 0},
	{"[\"\\u12G4\"]", "J025", 1, 3, "\\u12", 0, 0},
	{"[\"\\u\"]", "J025", 1, 3, "\\u", 0, 0},
	{"[\"a\\u0000b\"]", "J036", 1, 4, "\\u0000", 0, 0},
	{"{\"\\u0000\": 1}", "J036", 1, 3, "\\u0000", 0, 0},
	{"[\"\\uD83D\"]", "J037", 1, 3, "\\uD83D", 0, 0},
	{"[\"\\udE00\"]", "J037", 1, 3, "\\udE00", 0, 0},
	{"[\"\\uD83Dx\\n\"]", "J037", 1, 3, "\\uD83D", 0, 0},
	{"[\"\\uD83D\\u0041\"]", "J037", 1, 3, "\\uD83D", 0, 0},

	/* what stands between */
	{"{ // ghi chú\n\"a\": 1}", "J021", 1, 3, "//", 0, 0},
	{"[1 /* x */]", "J021", 1, 4, "/*", 0, 0},
	{"[1/* x */]", "J021", 1, 3, "/*", 0, 0},
	{"# x\n[]", "J021", 1, 1, "#", 0, 0},
	{"[] // x", "J021", 1, 4, "//", 0, 0},
	{"{\u00a0\"a\": 1}", "J024", 1, 2, "\u00a0", 0, 0},
	{"[true\u200b]", "J024", 1, 6, "\u200b", 0, 0},
	{"\xEF\xBB\xBF\xEF\xBB\xBF[]", "J024", 1, 2, "\xEF\xBB\xBF", 0, 0},

	/* words */
	{"{a: 1}", "J022", 1, 2, "a", 0, 0},
	{"{\"x\": 1, số_liệu : 1}", "J022", 1, 10, "số_liệu", 0, 0},
	{"{1: 2}", "J022", 1, 2, "1", 0, 0},
	{"[True]", "J023", 1, 2, "True", 0, 0},
	{"[None,1]", "J023", 1, 2, "None", 0, 0},
	{"{\"a\":NaN}", "J023", 1, 6, "NaN", 0, 0},
	{"[-Infinity]", "J023", 1, 2, "-Infinity", 0, 0},
	{"[nul]", "J023", 1, 2, "nul", 0, 0},
	{"[nullx]", "J023", 1, 2, "nullx", 0, 0},
	{"{\"a\": tốt}", "J023", 1, 7, "tốt", 0, 0},

	/* numbers */
	{"[007]", "J027", 1, 2, "007", 0, 0},
	{"[-01.5]", "J027", 1, 2, "-01.5", 0, 0},
	{"{\"a\": +5}", "J028", 1, 7, "+5", 0, 0},
	{"[.5]", "J029", 1, 2, ".5", 0, 0},
	{"[5.]", "J029", 1, 2, "5.", 0, 0},
	{".5", "J029", 1, 1, ".5", 0, 0},
	{"[-.5]", "J029", 1, 2, "-.5", 0, 0},
	{"[1.234.567]", "J030", 1, 2, "1.234.567", 0, 0},
	{"{\"a\": 1,5}", "J031", 1, 7, "1,5", 0, 0},
	{"{\"a\": -12,345,678, \"b\": 1}", "J031", 1, 7, "-12,345,678", 0, 0},
	{"[-]", "J026", 1, 2, "-", 0, 0},
	{"[12%]", "J026", 1, 2, "12%", 0, 0},
	{"{\"a\": 20/11/2024}", "J026", 1, 7, "20/11/2024", 0, 0},
	{"[2024-11-20]", "J026", 1, 2, "2024-11-20", 0, 0},
	{"[1e]", "J026", 1, 2, "1e", 0, 0},
	{"[...]", "J026", 1, 2, "...", 0, 0},
	{"[1e5]", "J032", 1, 2, "1e5", 0, 0},
	{"[1E999]", "J032", 1, 2, "1E999", 0, 0},
	{"[1234567890123456789]", "J033", 1, 2, "1234567890123456789", 0, 0},
	{"[0.1234567890123456789]", "J033", 1, 2, "0.1234567890123456789", 0, 0},

	/* the rest */
	{"{\"a\": 1; \"b\": 2}", "J005", 1, 8, ";", 1, 1},
	{"{\"a\": \"x\"; \"b\": 2}", "J005", 1, 10, ";", 1, 1},
	{"{\"a\": \"b\" : 1}", "J005", 1, 11, ":", 1, 1},
	{"{{}}", "J005", 1, 2, "{", 1, 1},
	{"{\"a\":1, [2]}", "J005", 1, 9, "[", 1, 1},
	{"{\"a\": @}", "J005", 1, 7, "@", 1, 1},
	{"[\x01]", "J005", 1, 2, "\x01", 1, 1},
	{"{\"a\": 5 kg}", "J005", 1, 9, "k", 1, 1},
	{"}", "J005", 1, 1, "}", 0, 0},
	{":", "J005", 1, 1, ":", 0, 0},

	/* repeated keys */
	{"{\"a\": 1,\n \"a\": 2}", "J035", 2, 2, "\"a\"", 1, 2},
	{"[{\"b\": {\"ạ\": 1, \"\\u1ea1\": 2}}]", "J035", 1, 17, "\"\\u1ea1\"", 1, 9},
	{"{\"\": 1, \"\": 2}", "J035", 1, 9, "\"\"", 1, 2},
};

static void check_bad(const struct bad *b)
{
	struct doc d;
	parse(&d, bc_str_of(b->text));
	const struct bc_finding *f = d.fx.findings.first;
	while (f && f->severity != BC_ERROR)
		f = f->next;
	if (d.root || !f || d.fx.findings.count[BC_ERROR] != 1)
		fail_msg("%zu errors in %s", d.fx.findings.count[BC_ERROR], b->text);
	struct bc_position at = bc_position_of(&d.source, f->place.begin);
	const char *code = bc_diag_text(f->diag)->code;
	if (strcmp(code, b->code) != 0 || at.line != b->line || at.column != b->column)
		fail_msg("%s: got %s at %u:%u, want %s at %u:%u", b->text, code, at.line,
			 at.column, b->code, b->line, b->column);
	assert_str(source_of(&d, f->place), b->covered);
	struct bc_position from = {0, 0};
	if (f->related.source)
		from = bc_position_of(&d.source, f->related.begin);
	if (from.line != b->related_line || from.column != b->related_column)
		fail_msg("%s: related to %u:%u, want %u:%u", b->text, from.line, from.column,
			 b->related_line, b->related_column);
	drop(&d);
}

static void refuses_with_cause_and_place(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		check_bad(&bad[i]);
}

static void every_message_is_whole(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct doc d;
		parse(&d, bc_str_of(bad[i].text));
		for (int lang = BC_VI; lang <= BC_EN; lang++) {
			struct bc_buf out = bc_buf_in(&d.fx.arena);
			bc_finding_message(&out, d.fx.findings.first, (enum bc_lang)lang);
			bc_finding_hint(&out, d.fx.findings.first, (enum bc_lang)lang);
			bc_buf_putc(&out, '\0');
			assert_null(strstr(out.p, BC_BOTH_MARK));
			assert_null(strstr(out.p, "{0}"));
		}
		drop(&d);
	}
}

static void utf16_without_mark(void **state)
{
	(void)state;
	static const char little[] = "{\0\"\0a\0\"\0", big[] = "\0{\0\"\0a\0\"";
	struct bc_str texts[] = {{little, 8}, {big, 8}};
	for (size_t i = 0; i < 2; i++) {
		struct doc d;
		parse(&d, texts[i]);
		assert_null(d.root);
		assert_int_equal(d.fx.findings.first->diag, BC_DIAG_JSON_UTF16);
		drop(&d);
	}
}

static void nul_bytes_are_no_end(void **state)
{
	(void)state;
	struct {
		struct bc_str text;
		enum bc_diag diag;
		uint32_t at;
	} cases[] = {
		{{"[1]\0", 4}, BC_DIAG_JSON_TEXT_AFTER_END, 3},
		{{"[1,\0]", 5}, BC_DIAG_JSON_SYNTAX, 3},
		{{"[\"a\0\"]", 6}, BC_DIAG_JSON_CONTROL, 3},
		{{"[1\0]", 4}, BC_DIAG_JSON_SYNTAX, 2},
		{{"{\"a\"\0:1}", 8}, BC_DIAG_JSON_MISSING_COLON, 4},
		{{"{\"a\":\0}", 7}, BC_DIAG_JSON_SYNTAX, 5},
		{{"{\0}", 3}, BC_DIAG_JSON_SYNTAX, 1},
		{{"[\"\\\0\"]", 6}, BC_DIAG_JSON_CONTROL, 3},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct doc d;
		parse(&d, cases[i].text);
		assert_null(d.root);
		assert_int_equal(d.fx.findings.first->diag, cases[i].diag);
		assert_int_equal(d.fx.findings.first->place.begin, cases[i].at);
		drop(&d);
	}
}

static void byte_order_mark_is_a_note(void **state)
{
	(void)state;
	struct doc d;
	parse(&d, BC_STR("\xEF\xBB\xBF{\"a\": 1}"));
	assert_non_null(d.root);
	assert_int_equal(d.fx.findings.count[BC_NOTE], 1);
	assert_int_equal(d.fx.findings.first->diag, BC_DIAG_JSON_BOM);
	assert_int_equal(d.root->place.begin, 3);
	assert_str(source_of(&d, get(d.root, "a")->place), "1");
	drop(&d);
}

static void finds_all_that_can_be_read_over(void **state)
{
	(void)state;
	static const struct {
		enum bc_diag diag;
		uint32_t line;
	} want[] = {
		{BC_DIAG_JSON_NUMBER_EXPONENT, 2}, {BC_DIAG_JSON_NUL, 3},
		{BC_DIAG_JSON_SURROGATE, 3},       {BC_DIAG_JSON_NUMBER_DIGITS, 4},
		{BC_DIAG_JSON_DUPLICATE, 5},       {BC_DIAG_JSON_DUPLICATE, 6},
		{BC_DIAG_JSON_TRAILING_COMMA, 7},
	};
	struct doc d;
	parse(&d, BC_STR("[{\n\"a\": 1e2,\n\"b\": \"\\u0000\\ud800\",\n"
			 "\"c\": -99999999999999999999,\n\"a\": 1,\n\"a\": 2},\n1,]\n"));
	assert_null(d.root);
	const struct bc_finding *f = d.fx.findings.first;
	for (size_t i = 0; i < sizeof want / sizeof *want; i++, f = f->next) {
		assert_non_null(f);
		assert_int_equal(f->diag, want[i].diag);
		assert_int_equal(bc_position_of(&d.source, f->place.begin).line, want[i].line);
	}
	assert_null(f);
	drop(&d);
}

static void errors_know_the_way(void **state)
{
	(void)state;
	struct {
		const char *text, *pointer;
	} cases[] = {
		{"{\"a\": [0, {\"b\": 1e5}]}", "/a/1/b"},
		{"{\"a\": [0, {\"b\": tốt}]}", "/a/1/b"},
		{"{\"a\": [0, {\"b\" 1}]}", "/a/1/b"},
		{"{\"a\": [0, {\"b\": 1 2}]}", "/a/1"},
		{"{\"a\": [0, {\"b\": 1}, }", "/a/2"},
		{"{\"a\": [0, {\"b\": 1}", "/a"},
		{"{\"a\": [{\"b\": 1, \"b\": 2}]}", "/a/0/b"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct doc d;
		parse(&d, bc_str_of(cases[i].text));
		struct bc_buf out = bc_buf_in(&d.fx.arena);
		bc_path_print(&out, d.fx.findings.first->place.path);
		assert_str(bc_buf_str(&out), cases[i].pointer);
		drop(&d);
	}
}

static void earlier_findings_do_not_count(void **state)
{
	(void)state;
	struct doc d;
	parse(&d, BC_STR("[1,]"));
	assert_null(d.root);
	struct bc_source good = {.name = BC_STR("good.json"), .text = BC_STR("[1]")};
	assert_non_null(bc_json_parse(&d.fx.ctx, &good));
	drop(&d);
}

/* `depth` arrays in each other, closed or not; from malloc. */
static struct bc_str nested(size_t depth, bool closed)
{
	size_t n = closed ? 2 * depth : depth;
	char *p = malloc(n + 1);
	assert_non_null(p);
	memset(p, '[', depth);
	memset(p + depth, ']', n - depth);
	p[n] = '\0';
	return (struct bc_str){p, n};
}

static void depth_has_a_limit(void **state)
{
	(void)state;
	struct {
		size_t depth;
		bool closed;
		enum bc_diag diag;
	} cases[] = {
		{BC_LIMIT_DEPTH, true, BC_DIAG_COUNT},
		{BC_LIMIT_DEPTH, false, BC_DIAG_JSON_NOT_CLOSED},
		{BC_LIMIT_DEPTH + 1, true, BC_DIAG_JSON_DEPTH},
		{2049, true, BC_DIAG_JSON_DEPTH},
		{100000, false, BC_DIAG_JSON_DEPTH},
		{100000, true, BC_DIAG_JSON_DEPTH},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct doc d;
		struct bc_str text = nested(cases[i].depth, cases[i].closed);
		parse(&d, text);
		const struct bc_finding *f = d.fx.findings.first;
		assert_int_equal(f ? f->diag : BC_DIAG_COUNT, cases[i].diag);
		assert_int_equal(f == NULL, d.root != NULL);
		if (f && f->diag == BC_DIAG_JSON_DEPTH)
			assert_int_equal(f->place.begin, BC_LIMIT_DEPTH);
		drop(&d);
		free((char *)(size_t)text.p);
	}
}

/* {"k0":0,"k1":1,...} with every key a second time at the end for the last `again`. */
static struct bc_str many_members(struct bc_arena *a, int n, int again)
{
	struct bc_buf out = bc_buf_in(a);
	bc_buf_putc(&out, '{');
	for (int i = 0; i < n + again; i++) {
		bc_buf_puts(&out, i ? ",\"k" : "\"k");
		bc_buf_int(&out, i < n ? i : 2 * n - 1 - i);
		bc_buf_puts(&out, "\":0");
	}
	bc_buf_putc(&out, '}');
	return bc_buf_str(&out);
}

static void duplicates_among_many(void **state)
{
	(void)state;
	struct fixture text;
	if (setjmp(text.oom))
		fail_msg("out of memory");
	fixture_init(&text);
	static const int counts[] = {15, 16, 17, 100000};
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		struct doc d;
		parse(&d, many_members(&text.arena, counts[i], 0));
		assert_non_null(d.root);
		assert_int_equal(d.root->count, counts[i]);
		drop(&d);
		parse(&d, many_members(&text.arena, counts[i], 3));
		assert_int_equal(d.fx.findings.kept, 3);
		int nth = 0;
		for (const struct bc_finding *f = d.fx.findings.first; f; f = f->next) {
			struct bc_buf key = bc_buf_in(&text.arena);
			bc_buf_puts(&key, "\"k");
			bc_buf_int(&key, counts[i] - 1 - nth++);
			bc_buf_puts(&key, "\"");
			assert_int_equal(f->diag, BC_DIAG_JSON_DUPLICATE);
			assert_true(bc_str_eq(source_of(&d, f->place), bc_buf_str(&key)));
			assert_true(bc_str_eq(source_of(&d, f->related), bc_buf_str(&key)));
			assert_true(f->related.begin < f->place.begin);
		}
		drop(&d);
	}
	fixture_done(&text);
}

static void third_of_a_key_is_related_to_the_first(void **state)
{
	(void)state;
	struct doc d;
	parse(&d, BC_STR("{\"a\":1,\"a\":2,\"a\":3}"));
	assert_int_equal(d.fx.findings.kept, 2);
	assert_int_equal(d.fx.findings.first->next->place.begin, 13);
	assert_int_equal(d.fx.findings.first->next->related.begin, 1);
	drop(&d);
}

static void keeps_places_and_ways(void **state)
{
	(void)state;
	struct doc d;
	parse(&d,
	      BC_STR(" {\"số\": [1.50, {\"a/b~c\": null}],\n\t\"x\" : \"y\" , \"\": false}\n"));
	const struct bc_json *root = d.root, *list = get(root, "số");
	assert_int_equal(root->kind, BC_JSON_OBJECT);
	assert_int_equal(root->count, 3);
	assert_path(&d, root, "");
	assert_int_equal(root->place.begin, 1);
	assert_int_equal(root->place.end, d.source.text.n - 1);

	assert_int_equal(list->kind, BC_JSON_ARRAY);
	assert_int_equal(list->count, 2);
	assert_str(source_of(&d, list->key_place), "\"số\"");
	assert_str(source_of(&d, list->place), "[1.50, {\"a/b~c\": null}]");
	assert_path(&d, list->first, "/số/0");
	assert_str(list->first->text, "1.50");
	assert_ptr_equal(list->first->text.p, d.source.text.p + list->first->place.begin);

	const struct bc_json *odd = get(list->first->next, "a/b~c");
	assert_int_equal(odd->kind, BC_JSON_NULL);
	assert_path(&d, odd, "/số/1/a~1b~0c");
	assert_str(source_of(&d, odd->place), "null");

	const struct bc_json *x = get(root, "x");
	assert_str(x->text, "y");
	assert_str(source_of(&d, x->place), "\"y\"");
	struct bc_position at = bc_position_of(&d.source, x->place.begin);
	assert_int_equal(at.line, 2);
	assert_int_equal(at.column, 8);
	assert_path(&d, get(root, ""), "/");
	assert_null(x->next->next);
	assert_null(bc_json_get(root, BC_STR("y")));
	assert_null(bc_json_get(list, BC_STR("x")));
	assert_null(bc_json_get(NULL, BC_STR("x")));
	drop(&d);
}

static void any_value_is_a_document(void **state)
{
	(void)state;
	struct {
		const char *text;
		enum bc_json_kind kind;
	} cases[] = {
		{"null", BC_JSON_NULL},       {"false", BC_JSON_FALSE},
		{"\ttrue\r\n", BC_JSON_TRUE}, {"-0.5", BC_JSON_NUMBER},
		{"\"\"", BC_JSON_STRING},     {"[ ]", BC_JSON_ARRAY},
		{"{ }", BC_JSON_OBJECT},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct doc d;
		parse(&d, bc_str_of(cases[i].text));
		assert_non_null(d.root);
		assert_int_equal(d.root->kind, cases[i].kind);
		assert_int_equal(d.root->count, 0);
		assert_true(bc_json_kind_name(cases[i].kind).n > 0);
		drop(&d);
	}
}

static void decodes_escapes(void **state)
{
	(void)state;
	struct {
		const char *text, *decoded;
	} cases[] = {
		{"\"\\u00e9\\u00C9\"", "éÉ"},
		{"\"\\ud83d\\uDE00\"", "😀"},
		{"\"\\uDBFF\\uDFFF\"", "\xF4\x8F\xBF\xBF"},
		{"\"\\uD800\\uDC00\"", "\xF0\x90\x80\x80"},
		{"\"\\u007f\\u0080\\u07ff\\u0800\\uffff\"",
		 "\x7f\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF"},
		{"\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t"},
		{"\"Đảng\\u0020bộ\\\\\"", "Đảng bộ\\"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct doc d;
		parse(&d, bc_str_of(cases[i].text));
		assert_non_null(d.root);
		assert_str(d.root->text, cases[i].decoded);
		drop(&d);
	}
}

static void plain_strings_stay_in_the_source(void **state)
{
	(void)state;
	struct doc d;
	parse(&d, BC_STR("{\"khóa\": \"chữ\"}"));
	assert_ptr_equal(d.root->first->text.p,
			 d.source.text.p + d.root->first->place.begin + 1);
	assert_ptr_equal(d.root->first->path.key.p, d.source.text.p + 2);
	drop(&d);
}

static void numbers_at_the_limit(void **state)
{
	(void)state;
	static const char *const good[] = {
		"999999999999999999", "-999999999999999999", "0.000000000000000001", "-0", "0",
		"123456789.123456789"};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		struct doc d;
		parse(&d, bc_str_of(good[i]));
		assert_non_null(d.root);
		assert_str(d.root->text, good[i]);
		drop(&d);
	}
}

static size_t grants; /* allocations that Jansson still gets */

static void *grant(size_t size)
{
	return grants > 0 && grants-- ? malloc(size) : NULL;
}

/* How a parse ends when Jansson gets `n` allocations. */
static enum bc_diag outcome_after(size_t n)
{
	struct doc d;
	grants = n;
	if (setjmp(d.fx.oom)) {
		drop(&d);
		return BC_DIAG_OUT_OF_MEMORY;
	}
	fixture_init(&d.fx);
	d.source = (struct bc_source){.name = BC_STR("t.json"),
				      .text = BC_STR("{\"a\": [1, \"x\"], \"b\": {}}")};
	d.root = bc_json_parse(&d.fx.ctx, &d.source);
	const struct bc_finding *f = d.fx.findings.first;
	enum bc_diag outcome = f ? f->diag : BC_DIAG_COUNT;
	assert_int_equal(d.root == NULL, f != NULL);
	drop(&d);
	return outcome;
}

static void no_memory_for_jansson_is_never_success(void **state)
{
	(void)state;
	json_set_alloc_funcs(grant, free);
	assert_int_equal(outcome_after(0), BC_DIAG_OUT_OF_MEMORY);
	size_t n = 1;
	for (enum bc_diag outcome; (outcome = outcome_after(n)) != BC_DIAG_COUNT; n++)
		assert_int_equal(outcome, BC_DIAG_OUT_OF_MEMORY);
	assert_true(n > 5);
	json_set_alloc_funcs(malloc, free);
}

static void the_stock_is_judged_by_the_scan_alone(void **state)
{
	(void)state;
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("Jansson was asked");
	fixture_init(&fx);
	grants = 0;
	json_set_alloc_funcs(grant, free);
	const struct bc_json *index =
		bc_json_read_stock(&fx.ctx, "templates/profiles/index.json");
	assert_non_null(bc_json_get(index, BC_STR("profiles")));
	assert_null(fx.findings.first);
	assert_null(bc_json_read_stock(&fx.ctx, "LICENSE"));
	assert_non_null(fx.findings.first);
	assert_str(fx.findings.first->place.source->name, "LICENSE");
	json_set_alloc_funcs(malloc, free);
	fixture_done(&fx);
}

/* What the scan refuses though it is JSON. */
static bool is_own_limit(enum bc_diag diag)
{
	return diag == BC_DIAG_JSON_NUMBER_EXPONENT || diag == BC_DIAG_JSON_NUMBER_DIGITS ||
	       diag == BC_DIAG_JSON_DUPLICATE || diag == BC_DIAG_JSON_NUL;
}

static void assert_jansson_agrees(struct bc_str text)
{
	json_t *tree = json_loadb(text.p, text.n, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
	bool accepted = tree != NULL;
	json_decref(tree);
	struct doc d;
	parse(&d, text);
	bool grammar = false, limit = false;
	for (const struct bc_finding *f = d.fx.findings.first; f; f = f->next) {
		limit |= is_own_limit(f->diag);
		grammar |= f->severity == BC_ERROR && !is_own_limit(f->diag);
	}
	/* a number that overflows and a NUL in a key stop Jansson as well */
	bool agreed = accepted ? !grammar : grammar || limit;
	if (!agreed || (d.root != NULL) != (accepted && !limit))
		fail_msg("Jansson %s: %.*s", accepted ? "accepts" : "refuses", (int)text.n,
			 text.p);
	drop(&d);
}

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

static void mutate(char *text, size_t *n, uint32_t *seed)
{
	static const char bytes[] = "{}[],:\"\\ \n0019.-+eEutrnfalsd/#'\x01\xE1\xBA\xA1\xC2";
	size_t at = next_random(seed) % *n;
	char c = bytes[next_random(seed) % (sizeof bytes - 1)];
	switch (next_random(seed) % 4) {
	case 0:
		text[at] = c;
		break;
	case 1:
		memmove(text + at, text + at + 1, *n - at - 1);
		(*n)--;
		break;
	case 2:
		memmove(text + at + 1, text + at, *n - at);
		text[at] = c;
		(*n)++;
		break;
	default:
		text[at] = text[next_random(seed) % *n];
		break;
	}
}

static void mutants_are_judged_as_by_jansson(void **state)
{
	(void)state;
	static const char valid[] =
		"{\"baocao\": 1, \"tên\": \"Đoàn\\u00e9 \\ud83d\\ude00\\n\", \"a\": [1.5, -0, "
		"12e3, true, false, null, [], {}], \"b\": {\"c\": \"x\\\\\", \"\": [[\"y\"]]}}";
	uint32_t seed = 20240517;
	for (int i = 0; i < 60000; i++) {
		char text[sizeof valid + 8];
		size_t n = sizeof valid - 1;
		memcpy(text, valid, n);
		for (int times = i % 4; times >= 0; times--)
			mutate(text, &n, &seed);
		assert_jansson_agrees((struct bc_str){text, n});
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(refuses_with_cause_and_place),
		cmocka_unit_test(every_message_is_whole),
		cmocka_unit_test(utf16_without_mark),
		cmocka_unit_test(nul_bytes_are_no_end),
		cmocka_unit_test(byte_order_mark_is_a_note),
		cmocka_unit_test(finds_all_that_can_be_read_over),
		cmocka_unit_test(errors_know_the_way),
		cmocka_unit_test(earlier_findings_do_not_count),
		cmocka_unit_test(depth_has_a_limit),
		cmocka_unit_test(duplicates_among_many),
		cmocka_unit_test(third_of_a_key_is_related_to_the_first),
		cmocka_unit_test(keeps_places_and_ways),
		cmocka_unit_test(any_value_is_a_document),
		cmocka_unit_test(decodes_escapes),
		cmocka_unit_test(plain_strings_stay_in_the_source),
		cmocka_unit_test(numbers_at_the_limit),
		cmocka_unit_test(no_memory_for_jansson_is_never_success),
		cmocka_unit_test(the_stock_is_judged_by_the_scan_alone),
		cmocka_unit_test(mutants_are_judged_as_by_jansson),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
