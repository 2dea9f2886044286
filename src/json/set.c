/* The objects on the way are copied, so that the file's own tree stays as it was read. */
#include "json/set.h"

#include "base/limits.h"
#include "json/encoding.h"

struct setter {
	struct bc_ctx *ctx;
	struct bc_place place;       /* of the assignment */
	const struct bc_json *value; /* what is set */
};

/* Where "=" stands, or the text's length. */
static size_t find_equals(struct bc_str s)
{
	const char *at = s.n ? memchr(s.p, '=', s.n) : NULL;
	return at ? (size_t)(at - s.p) : s.n;
}

static struct bc_json *new_member(struct setter *s, struct bc_str key)
{
	struct bc_json *member = bc_new(s->ctx->arena, struct bc_json);
	member->kind = BC_JSON_OBJECT;
	member->place = member->key_place = s->place;
	member->path.key = key;
	return member;
}

/* `object` with a copy of its member `key`, made at its end when it is not there. */
static struct bc_json *open_member(struct setter *s, struct bc_json *object, struct bc_str key)
{
	struct bc_json **end = &object->first, *found = NULL;
	for (const struct bc_json *m = object->first; m; m = m->next) {
		struct bc_json *copy = bc_new(s->ctx->arena, struct bc_json);
		*copy = *m;
		if (bc_str_eq(m->path.key, key))
			found = copy;
		*end = copy;
		end = &copy->next;
	}
	*end = NULL;
	if (found)
		return found;
	*end = new_member(s, key);
	(*end)->path.up = &object->path;
	(*end)->path.index = object->count++;
	return *end;
}

static void put_value(struct bc_json *member, const struct bc_json *value)
{
	member->kind = value->kind;
	member->place = value->place;
	member->text = value->text;
	member->first = value->first;
	member->count = value->count;
}

static struct bc_json *assign(struct setter *s, const struct bc_json *root, struct bc_str way)
{
	struct bc_json *out = bc_new(s->ctx->arena, struct bc_json);
	struct bc_json *at = out;
	struct bc_str whole = way;
	*out = *root;
	for (size_t depth = 1;; depth++) {
		const char *dot = way.n ? memchr(way.p, '.', way.n) : NULL;
		size_t n = dot ? (size_t)(dot - way.p) : way.n;
		if (at->kind != BC_JSON_OBJECT || n == 0 || depth == BC_LIMIT_DEPTH) {
			BC_REPORT1(s->ctx->findings, JSON_SET_WAY, s->place, whole);
			return NULL;
		}
		at = open_member(s, at, bc_str_cut(way, 0, n));
		if (!dot)
			break;
		way = bc_str_cut(way, n + 1, way.n);
	}
	put_value(at, s->value);
	return out;
}

struct bc_json *bc_json_set(struct bc_ctx *ctx, const struct bc_json *root,
			    struct bc_str assignment)
{
	struct bc_source *source = bc_new(ctx->arena, struct bc_source);
	size_t equals = find_equals(assignment), start;
	source->name = BC_STR("--set");
	source->text = (struct bc_str){bc_str_z(ctx->arena, assignment), assignment.n};
	struct setter s = {.ctx = ctx, .place = {.source = source, .end = (uint32_t)equals}};
	if (equals == assignment.n) {
		BC_REPORT1(ctx->findings, JSON_SET_WAY, s.place, assignment);
		return NULL;
	}
	if (!bc_encoding_check(ctx, source, &start))
		return NULL;
	struct bc_source *value = bc_new(ctx->arena, struct bc_source);
	*value = *source;
	value->columns_before = bc_position_of(source, (uint32_t)equals + 1).column - 1;
	value->text = (struct bc_str){
		bc_str_z(ctx->arena, bc_str_cut(assignment, equals + 1, assignment.n)),
		assignment.n - equals - 1};
	s.value = bc_json_parse(ctx, value);
	return s.value ? assign(&s, root, bc_str_cut(assignment, 0, equals)) : NULL;
}
