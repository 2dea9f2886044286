/*
 * Any bytes through bc_json_parse: what it accepts is what Jansson accepts
 * (but for our own limits), and the tree and the findings stay inside the text.
 */
#include "fuzz.h"

#include "json/json.h"

#include "base/limits.h"

#include <jansson.h>
#include <stdlib.h>

enum {
	FLAGS = JSON_DECODE_ANY | JSON_ALLOW_NUL,
};

static bool jansson_accepts(struct bc_str text)
{
	json_t *tree = json_loadb(text.p, text.n, FLAGS | JSON_DECODE_INT_AS_REAL, NULL);
	json_decref(tree);
	return tree != NULL;
}

static void check_utf8(struct bc_str s)
{
	json_t *string = json_stringn(s.p ? s.p : "", s.n); /* refuses what is not UTF-8 */
	CHECK(string);
	json_decref(string);
}

static void check_place(const struct bc_source *source, struct bc_place place)
{
	CHECK(place.source == source);
	CHECK(place.begin <= place.end && place.end <= source->text.n);
}

/* Whether the JSON text at `v` decodes to what the tree holds, asked of Jansson. */
static void check_string(const struct bc_source *source, struct bc_place place,
			 struct bc_str decoded)
{
	struct bc_str raw = bc_str_cut(source->text, place.begin, place.end);
	json_t *string = json_loadb(raw.p, raw.n, FLAGS, NULL);
	CHECK(string && json_is_string(string));
	CHECK(bc_str_eq(decoded, (struct bc_str){json_string_value(string),
						 json_string_length(string)}));
	json_decref(string);
	check_utf8(decoded);
}

static void check_value(const struct bc_source *source, const struct bc_json *v)
{
	char c = source->text.p[v->place.begin];
	check_place(source, v->place);
	CHECK(v->place.begin < v->place.end);
	CHECK(v->place.path == &v->path);
	switch (v->kind) {
	case BC_JSON_STRING:
		check_string(source, v->place, v->text);
		break;
	case BC_JSON_NUMBER:
		CHECK(v->text.p == source->text.p + v->place.begin);
		CHECK(v->text.n == v->place.end - v->place.begin);
		break;
	case BC_JSON_ARRAY:
		CHECK(c == '[' && source->text.p[v->place.end - 1] == ']');
		break;
	case BC_JSON_OBJECT:
		CHECK(c == '{' && source->text.p[v->place.end - 1] == '}');
		break;
	default:
		CHECK(c == "nft"[v->kind - BC_JSON_NULL]);
		break;
	}
}

static void check_member(const struct bc_source *source, const struct bc_json *object,
			 const struct bc_json *m)
{
	check_place(source, m->key_place);
	check_string(source, m->key_place, m->path.key);
	CHECK(m->path.key.p);
	CHECK(m->key_place.end < m->place.begin);
	CHECK(bc_json_get(object, m->path.key) == m);
}

/* The depth of the tree is limited, so is this. */
static void check_tree(const struct bc_source *source, const struct bc_json *v, size_t depth)
{
	check_value(source, v);
	size_t count = 0;
	uint32_t from = v->place.begin + 1;
	CHECK(depth <= BC_LIMIT_DEPTH);
	for (const struct bc_json *child = v->first; child; child = child->next) {
		bool member = v->kind == BC_JSON_OBJECT;
		CHECK(child->path.up == &v->path);
		CHECK(child->path.index == count++);
		if (member)
			check_member(source, v, child);
		else
			CHECK(!child->path.key.p);
		CHECK((member ? child->key_place.begin : child->place.begin) >= from);
		check_tree(source, child, depth + 1);
		from = child->place.end;
	}
	CHECK(count == v->count);
	CHECK(from <= v->place.end);
}

static void check_findings(struct bc_ctx *ctx, const struct bc_source *source)
{
	for (const struct bc_finding *f = ctx->findings->first; f; f = f->next) {
		check_place(source, f->place);
		if (f->related.source) {
			check_place(source, f->related);
			CHECK(f->related.begin <= f->place.begin);
		}
		struct bc_buf out = bc_buf_in(ctx->arena);
		bc_finding_message(&out, f, BC_VI);
		bc_finding_hint(&out, f, BC_EN);
		bc_path_print(&out, f->place.path);
		check_utf8(bc_buf_str(&out));
	}
}

static bool is_own_limit(enum bc_diag diag)
{
	return diag == BC_DIAG_JSON_NUMBER_EXPONENT || diag == BC_DIAG_JSON_NUMBER_DIGITS ||
	       diag == BC_DIAG_JSON_DEPTH || diag == BC_DIAG_JSON_DUPLICATE ||
	       diag == BC_DIAG_JSON_NUL;
}

static void check_agreement(const struct bc_findings *f, struct bc_str text, bool parsed)
{
	static const struct bc_str mark = {"\xEF\xBB\xBF", 3};
	bool limit = f->dropped > 0, other = false;
	for (const struct bc_finding *one = f->first; one; one = one->next) {
		limit |= is_own_limit(one->diag);
		other |= one->severity == BC_ERROR && !is_own_limit(one->diag);
	}
	if (bc_str_starts(text, mark))
		text = bc_str_cut(text, mark.n, text.n);
	CHECK(parsed == (!limit && !other));
	if (text.n && memchr(text.p, '\0', text.n))
		CHECK(!parsed); /* Jansson 2.14 overlooks a NUL right behind a number */
	else if (jansson_accepts(text))
		CHECK(!other);
	else
		CHECK(other || limit); /* it refuses numbers that overflow, and NUL in keys */
}

static void parse(const struct bc_source *source)
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
	const struct bc_json *root = bc_json_parse(&ctx, source);
	if (root)
		check_tree(source, root, 0);
	check_findings(&ctx, source);
	check_agreement(&findings, source->text, root != NULL);
	bc_arena_done(&scratch);
	bc_arena_done(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* of its own, so that a read behind the closing NUL is seen */
	char *text = malloc(size + 1);
	if (!text)
		return 0;
	if (size)
		memcpy(text, data, size);
	text[size] = '\0';
	struct bc_source source = {.name = BC_STR("fuzz.json"), .text = {text, size}};
	parse(&source);
	free(text);
	return 0;
}
