/*
 * Bytes -> a tree of JSON values, or findings.
 *
 * The encoding is checked first, then Jansson judges the grammar; the scan
 * makes the tree, and names the cause when Jansson refuses.  Jansson's own
 * tree is dropped at once: it has no places and turns numbers into doubles.
 */
#include "base/file.h"
#include "base/limits.h"
#include "json/encoding.h"
#include "json/scan.h"

#include <jansson.h>

/*
 * Whether Jansson takes it for JSON.  Nothing is allocated from an arena while
 * Jansson holds memory.  It leaves its message empty only when it gets none.
 */
static bool judge(const struct bc_ctx *ctx, struct bc_str text)
{
	size_t flags = JSON_DECODE_ANY | JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL;
	json_error_t error;
	json_t *tree = json_loadb(text.p, text.n, flags, &error);
	if (!tree && error.text[0] == '\0')
		bc_arena_fail(ctx->arena);
	json_decref(tree);
	return tree != NULL;
}

static struct bc_json *parse(struct bc_ctx *ctx, const struct bc_source *source, bool judged)
{
	size_t errors = ctx->findings->count[BC_ERROR];
	size_t start;
	if (!bc_encoding_check(ctx, source, &start))
		return NULL;
	bool accepted = !judged || judge(ctx, bc_str_cut(source->text, start, source->text.n));
	struct bc_json *root = bc_scan_text(ctx, source, start);
	if (ctx->findings->count[BC_ERROR] != errors)
		return NULL;
	/* what the scan takes Jansson takes too, unless it got no memory and blames the text */
	if (!accepted)
		bc_arena_fail(ctx->arena);
	return root;
}

struct bc_json *bc_json_parse(struct bc_ctx *ctx, const struct bc_source *source)
{
	return parse(ctx, source, true);
}

static struct bc_json *read_file(struct bc_ctx *ctx, const char *name, bool judged)
{
	struct bc_source *source = bc_new(ctx->arena, struct bc_source);
	source->name = bc_str_dup(ctx->arena, bc_str_of(name));
	if (!bc_file_read(ctx, name, BC_LIMIT_INPUT, &source->text))
		return NULL;
	return parse(ctx, source, judged);
}

struct bc_json *bc_json_read(struct bc_ctx *ctx, const char *name)
{
	return read_file(ctx, name, true);
}

struct bc_json *bc_json_read_stock(struct bc_ctx *ctx, const char *name)
{
	return read_file(ctx, name, false);
}

const struct bc_json *bc_json_get(const struct bc_json *object, struct bc_str key)
{
	if (!object || object->kind != BC_JSON_OBJECT)
		return NULL;
	for (const struct bc_json *m = object->first; m; m = m->next) {
		if (bc_str_eq(m->path.key, key))
			return m;
	}
	return NULL;
}

struct bc_str bc_json_text(const struct bc_json *object, const char *key)
{
	const struct bc_json *v = bc_json_get(object, bc_str_of(key));
	return v && v->kind == BC_JSON_STRING ? v->text : (struct bc_str){0};
}

struct bc_str bc_json_kind_name(enum bc_json_kind kind)
{
	switch (kind) {
	case BC_JSON_NULL:
		return BC_STR("null");
	case BC_JSON_FALSE:
		return BC_STR("false");
	case BC_JSON_TRUE:
		return BC_STR("true");
	case BC_JSON_NUMBER:
		return BC_BOTH("số", "number");
	case BC_JSON_STRING:
		return BC_BOTH("chuỗi chữ", "string");
	case BC_JSON_ARRAY:
		return BC_BOTH("danh sách [ ]", "list [ ]");
	case BC_JSON_OBJECT:
		return BC_BOTH("nhóm mục { }", "object { }");
	}
	return (struct bc_str){0};
}
