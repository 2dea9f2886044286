/*
 * Any bytes as an expression (the first line) and a template (the rest), over
 * the data of a report: what is wrong is told, the work ends, and what comes
 * out is a tree of JSON that a report can be read from.
 */
#include "fuzz.h"

#include "base/limits.h"
#include "expr/template.h"
#include "model/keys.h"
#include "model/report.h"
#include "json/encoding.h"
#include "json/json.h"

#include <stdlib.h>

enum {
	WORK = 200000, /* that is left before there has been too much */
};

static const char report[] =
	"{\"baocao\": 1, \"organization\": {\"kind\": \"party\", \"name\": [\"ĐẢNG ỦY\", "
	"\"XÃ\"]},"
	"\"document\": {\"symbol\": \"BC/ĐU\", \"place\": \"Tân An\", \"date\": "
	"\"2026-11-21\"},"
	"\"period\": {\"kind\": \"year\", \"from\": \"2026-01-01\", \"to\": \"2026-12-31\"},"
	"\"signatures\": [{\"lines\": [\"BÍ THƯ\"]}],"
	"\"texts\": {\"one\": \"một *hai*\", \"more\": [\"ba\", \"\", \"**bốn**\"], \"none\": "
	"[]},"
	"\"models\": [{\"name\": \"M1\", \"unit\": \"A\"}, {\"name\": \"M2\", \"field\": "
	"\"x\"},"
	"            {\"name\": \"M3\", \"unit\": \"A\"}],"
	"\"results\": [{\"id\": \"r\", \"label\": \"R\", \"kind\": \"count\", \"value\": 7500,"
	"             \"unit\": \"người\", \"qualifiers\": [\"gần\"]},"
	"            {\"id\": \"p\", \"label\": \"P\", \"kind\": \"percent\", \"value\": "
	"18.50},"
	"            {\"id\": \"g\", \"label\": \"G\", \"range\": [1, 2.5]},"
	"            {\"id\": \"t\", \"label\": \"T\", \"value\": 0.123456789012345678},"
	"            {\"id\": \"m\", \"label\": \"M\", \"missing\": {\"reason\": \"?\"}}],"
	"\"proposals\": [\"x\", \"y\"], \"other\": [[1, [2, []]], {\"a\": {\"b\": null}}, "
	"true]}";

static const struct part {
	const char *name, *json;
} parts[] = {
	{"a", "[\"{{ texts.one }}\", {\"include\": \"b\"}]"},
	{"b", "{\"text\": \"b {{ models | count }}\"}"},
	{"c", "[{\"include\": \"a\"}, {\"include\": \"c\"}]"},
	{"m", "{\"for\": \"x in models\", \"do\": [\"{{ x.name }}\", {\"include\": \"b\"}]}"},
};

static const struct bc_json *parse(struct bc_ctx *ctx, const char *name, struct bc_str text)
{
	struct bc_source *source = bc_new(ctx->arena, struct bc_source);
	*source = (struct bc_source){.name = bc_str_of(name)};
	source->text = (struct bc_str){bc_str_z(ctx->arena, text), text.n};
	return bc_json_parse(ctx, source);
}

/* "self" is the template itself, in `self`. */
static const struct bc_json *read_part(void *self, struct bc_ctx *ctx, struct bc_str name,
				       struct bc_place place)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (bc_str_is(name, parts[i].name))
			return parse(ctx, parts[i].name, bc_str_of(parts[i].json));
	}
	if (bc_str_is(name, "self"))
		return self;
	BC_REPORT1(ctx->findings, TEMPLATE_UNKNOWN, place, name);
	return NULL;
}

/* ---- what must hold of all that comes out ---- */

static void check_findings(const struct bc_ctx *ctx)
{
	for (const struct bc_finding *f = ctx->findings->first; f; f = f->next) {
		struct bc_buf text = bc_buf_in(ctx->arena);
		CHECK(f->place.begin <= f->place.end);
		CHECK(!f->place.source || f->place.end <= f->place.source->text.n);
		for (int lang = BC_VI; lang <= BC_EN; lang++) {
			bc_finding_message(&text, f, (enum bc_lang)lang);
			bc_finding_hint(&text, f, (enum bc_lang)lang);
		}
		CHECK(text.n > 0);
	}
}

static void check_value(struct bc_arena *a, struct bc_datum v, unsigned depth)
{
	CHECK(v.kind <= BC_DATUM_OBJECT && depth < 100);
	if (v.kind == BC_DATUM_NUMBER)
		CHECK(v.number.under > 0);
	if (v.kind < BC_DATUM_LIST)
		return;
	struct bc_datum items = bc_datum_spread(a, v);
	CHECK(items.n == bc_datum_count(v));
	for (size_t i = 0; i < items.n && i < 20; i++)
		check_value(a, items.items[i], depth + 1);
}

static void check_json(const struct bc_json *v)
{
	size_t n = 0;
	CHECK(v->kind <= BC_JSON_OBJECT);
	CHECK(v->place.source && v->place.begin <= v->place.end);
	CHECK(v->place.end <= v->place.source->text.n);
	CHECK(v->kind != BC_JSON_NUMBER || v->text.n > 0);
	CHECK(v->kind == BC_JSON_ARRAY || v->kind == BC_JSON_OBJECT || !v->first);
	for (const struct bc_json *m = v->first; m; m = m->next, n++) {
		if (v->kind == BC_JSON_OBJECT)
			CHECK(m->path.key.p && m->key_place.source);
		check_json(m);
	}
	CHECK(n == v->count);
}

/* ---- one input ---- */

static struct bc_eval new_eval(struct bc_ctx *ctx)
{
	const struct bc_json *data = parse(ctx, "data.json", bc_str_of(report));
	struct bc_eval eval = {.ctx = ctx, .data = bc_datum_root(ctx->arena, data)};
	CHECK(data);
	eval.known = bc_report_keys(ctx->arena, &eval.n_known);
	eval.work = BC_LIMIT_WORK - WORK;
	return eval;
}

static void check_expr(struct bc_ctx *ctx, struct bc_str text)
{
	struct bc_eval eval = new_eval(ctx);
	struct bc_source *source = bc_new(ctx->arena, struct bc_source);
	*source = (struct bc_source){.name = BC_STR("mau.json"), .text = text};
	struct bc_place place = {.source = source, .end = (uint32_t)text.n};
	struct bc_buf out = bc_buf_in(ctx->arena);
	/* what isn't UTF-8 is no JSON, from which expressions come */
	if (!bc_is_utf8((struct bc_str){bc_str_z(ctx->arena, text), text.n}))
		return;
	const struct bc_expr *e = bc_expr_parse(ctx, text, place);
	CHECK(!e == bc_findings_failed(ctx->findings));
	if (!e)
		return;
	struct bc_datum v = bc_expr_eval(&eval, e, NULL);
	CHECK((v.kind == BC_DATUM_WRONG) == bc_findings_failed(ctx->findings));
	check_value(ctx->arena, v, 0);
	if (v.kind != BC_DATUM_WRONG)
		CHECK(bc_datum_print(&eval, place, &out, v) !=
		      bc_findings_failed(ctx->findings));
}

static void check_template(struct bc_ctx *ctx, struct bc_str text)
{
	struct bc_eval eval = new_eval(ctx);
	const struct bc_json *json = parse(ctx, "mau.json", text);
	if (!json)
		return;
	const struct bc_template *t =
		bc_template_compile(ctx, json, bc_json_get(json, BC_STR("$let")), read_part,
				    (void *)(uintptr_t)json);
	CHECK(!t == bc_findings_failed(ctx->findings));
	if (!t)
		return;
	const struct bc_json *out = bc_template_fill(&eval, t);
	CHECK(!out == bc_findings_failed(ctx->findings));
	if (!out)
		return;
	check_json(out);
	/* what isn't there to read is told; all else is */
	if (out->kind == BC_JSON_OBJECT)
		CHECK(bc_report_read(ctx, out) || bc_findings_failed(ctx->findings));
}

static void run(void (*check)(struct bc_ctx *, struct bc_str), struct bc_str text)
{
	jmp_buf oom;
	struct bc_arena arena, scratch;
	struct bc_findings findings;
	if (setjmp(oom))
		abort();
	bc_arena_init(&arena, &oom);
	bc_arena_init(&scratch, &oom);
	bc_findings_init(&findings, &arena);
	struct bc_ctx ctx = {&arena, &scratch, &findings};
	check(&ctx, text);
	check_findings(&ctx);
	bc_arena_done(&scratch);
	bc_arena_done(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* each of its own size, so that a read behind it is seen */
	const uint8_t *line = size ? memchr(data, '\n', size) : NULL;
	size_t n = line ? (size_t)(line - data) : size;
	char *text = malloc(n ? n : 1);
	if (!text)
		return 0;
	if (n)
		memcpy(text, data, n);
	run(check_expr, (struct bc_str){text, n});
	free(text);
	if (line)
		run(check_template, (struct bc_str){(const char *)line + 1, size - n - 1});
	return 0;
}
