/*
 * What stands on the pages by itself is kept whole; it says, by its origins,
 * which data a template has printed, and so what is kept of the rest.
 */
#include "carry/carry.h"

#include "carry/set.h"
#include "model/report.h"
#include "model/schema.h"
#include "json/origin.h"

struct carrier {
	struct bc_arena *arena;
	struct bc_nodes printed; /* values of the data */
	struct bc_nodes tables;  /* the ids by which blocks name them */
};

/* What made the report, and is in it now. */
static const char makers[] = "base template texts";

static struct bc_json *copy(struct carrier *c, const struct bc_json *node)
{
	struct bc_json *out = bc_new(c->arena, struct bc_json);
	*out = *node;
	out->next = NULL;
	return out;
}

/* `out`, a copy, without its members or elements. */
static struct bc_json **emptied(struct bc_json *out)
{
	out->first = NULL;
	out->count = 0;
	return &out->first;
}

static struct bc_json **add(struct bc_json *parent, struct bc_json **end, struct bc_json *node)
{
	*end = node;
	parent->count++;
	return &node->next;
}

/* All of `node` but notes and what the office keeps for itself. */
static struct bc_json *whole(struct carrier *c, const struct bc_json *node)
{
	struct bc_json *out = copy(c, node);
	struct bc_json **end = emptied(out);
	for (const struct bc_json *at = node->first; at; at = at->next) {
		if (node->kind != BC_JSON_OBJECT || !bc_key_is_private(at->path.key))
			end = add(out, end, whole(c, at));
	}
	return out;
}

/* A member of an object with free keys may be private, even when it was printed. */
static bool is_printed(const struct carrier *c, const struct bc_json *v)
{
	return !bc_key_is_private(v->path.key) && bc_nodes_have(&c->printed, v);
}

static struct bc_json *kept_object(struct carrier *c, const struct bc_shape *shape,
				   const struct bc_json *object);

/* What is kept of a field's value, or NULL. */
static struct bc_json *kept(struct carrier *c, const struct bc_field *field,
			    const struct bc_json *v)
{
	if (v->kind != BC_JSON_ARRAY && v->kind != BC_JSON_OBJECT)
		return is_printed(c, v) ? copy(c, v) : NULL;
	struct bc_json *out = copy(c, v);
	struct bc_json **end = emptied(out);
	for (const struct bc_json *at = v->first; at; at = at->next) {
		struct bc_json *one = field->type == BC_T_OBJECTS
					      ? kept_object(c, field->of, at)
				      : is_printed(c, at) ? copy(c, at)
							  : NULL;
		if (one)
			end = add(out, end, one);
	}
	/* of a range both ends, or it is none */
	bool enough = field->type == BC_T_RANGE ? out->count == v->count : out->count > 0;
	return enough ? out : NULL;
}

static bool is_figure(const struct bc_field *field)
{
	return field->type == BC_T_NUMBER || field->type == BC_T_RANGE ||
	       field->type == BC_T_INTEGER || (field->flags & BC_F_ONE);
}

/* An object while it is decided what stays of it. */
struct choice {
	const struct bc_shape *shape;
	struct bc_json **by_field; /* NULL: nothing of it */
	bool any, figure;          /* something stays, a figure does */
};

static void choose_printed(struct carrier *c, struct choice *choice,
			   const struct bc_json *object)
{
	for (const struct bc_json *m = object->first; m; m = m->next) {
		const struct bc_field *field = bc_shape_field(choice->shape, m->path.key);
		struct bc_json *value = field ? kept(c, field, m) : NULL;
		if (!value)
			continue;
		choice->by_field[field - choice->shape->fields] = value;
		choice->any = true;
		choice->figure |= is_figure(field);
	}
}

/* Whether the field only says how another is meant, one that stays. */
static bool qualifies_kept(const struct choice *choice, const struct bc_field *field)
{
	const struct bc_field *other =
		field->with ? bc_shape_field(choice->shape, bc_str_of(field->with)) : NULL;
	return field->type == BC_T_ENUM && other &&
	       choice->by_field[other - choice->shape->fields];
}

/* A figure takes along what it is; why there is none goes along with the name that stays. */
static void choose_beside(struct carrier *c, struct choice *choice,
			  const struct bc_json *object)
{
	const struct bc_shape *shape = choice->shape;
	for (size_t i = 0; i < shape->n && choice->any; i++) {
		const struct bc_field *field = &shape->fields[i];
		bool reason = field->type == BC_T_ENUM && (field->flags & BC_F_ONE);
		choice->figure |= reason && bc_json_get(object, bc_str_of(field->key));
	}
	for (const struct bc_json *m = object->first; m; m = m->next) {
		const struct bc_field *field = bc_shape_field(shape, m->path.key);
		if (!field)
			continue;
		bool of_figure = field->type == BC_T_ENUM || (field->flags & BC_F_BESIDE);
		if ((choice->figure && of_figure) || qualifies_kept(choice, field))
			choice->by_field[field - shape->fields] = whole(c, m);
	}
}

/* Whether what stays is still what the shape asks for. */
static bool holds(const struct choice *choice)
{
	unsigned wanted = 0, found = 0;
	for (size_t i = 0; i < choice->shape->n; i++) {
		const struct bc_field *field = &choice->shape->fields[i];
		if (!choice->by_field[i] && (field->flags & BC_F_REQUIRED))
			return false;
		wanted |= field->flags & (BC_F_ONE | BC_F_SOME);
		if (choice->by_field[i])
			found |= field->flags & (BC_F_ONE | BC_F_SOME);
	}
	return choice->any && wanted == found;
}

static struct bc_json *kept_object(struct carrier *c, const struct bc_shape *shape,
				   const struct bc_json *object)
{
	struct choice choice = {.shape = shape,
				.by_field = bc_new_n(c->arena, struct bc_json *, shape->n)};
	choose_printed(c, &choice, object);
	choose_beside(c, &choice, object);
	if (!holds(&choice))
		return NULL;
	struct bc_json *out = copy(c, object);
	struct bc_json **end = emptied(out);
	for (size_t i = 0; i < shape->n; i++) {
		if (choice.by_field[i])
			end = add(out, end, choice.by_field[i]);
	}
	return out;
}

/* The tables that blocks name. */
static struct bc_json *kept_tables(struct carrier *c, const struct bc_json *tables)
{
	struct bc_json *out = copy(c, tables);
	struct bc_json **end = emptied(out);
	for (const struct bc_json *t = tables->first; t; t = t->next) {
		const struct bc_json *id = bc_json_get(t, BC_STR("id"));
		if (id && bc_texts_have(&c->tables, id))
			end = add(out, end, whole(c, t));
	}
	return out->count ? out : NULL;
}

static void find_tables(struct carrier *c, const struct bc_json *v)
{
	for (const struct bc_json *at = v ? v->first : NULL; at; at = at->next) {
		if (at->kind == BC_JSON_STRING && bc_str_is(at->path.key, "table"))
			bc_nodes_add(&c->tables, at);
		find_tables(c, at);
	}
}

static void take_printed(void *self, const struct bc_json *node)
{
	struct carrier *c = self;
	bc_nodes_add(&c->printed, node);
}

static void find_printed(struct carrier *c, const struct bc_json *v)
{
	bc_origin_gather(v->origin, take_printed, c);
	for (const struct bc_json *at = v->first; at; at = at->next)
		find_printed(c, at);
}

/* How a member of the report comes along. */
enum way {
	STAYS_BEHIND,
	COMES_WHOLE,
	COMES_PRINTED,
};

static enum way way_of(const struct bc_json *member)
{
	const struct bc_field *field = bc_shape_field(&bc_shape_report, member->path.key);
	if (!field || field->type == BC_T_IGNORED || bc_keys_have(makers, field->key))
		return STAYS_BEHIND;
	return field->flags & BC_F_DATA ? COMES_PRINTED : COMES_WHOLE;
}

/* The report's members that come whole, `tables` as far as it is used. */
static struct bc_json *take_whole(struct carrier *c, const struct bc_json *member)
{
	return bc_str_is(member->path.key, "tables") ? kept_tables(c, member)
						     : whole(c, member);
}

/* An element of the list `of` is named by the member `key` of an element of `list`. */
static const struct reference {
	const char *list, *key, *of;
} references[] = {
	{"results", "subset_of", "results"},
	{"targets", "subset_of", "targets"},
	{"targets", "result", "results"},
};

static void drop_member(struct bc_json *object, const struct bc_json *member)
{
	for (struct bc_json **at = &object->first; *at; at = &(*at)->next) {
		if (*at != member)
			continue;
		*at = member->next;
		object->count--;
		return;
	}
}

/* What names an element that hasn't come along names nothing. */
static void drop_dangling(struct carrier *c, struct bc_json *report,
			  const struct reference *reference)
{
	const struct bc_json *list = bc_json_get(report, bc_str_of(reference->list));
	const struct bc_json *of = bc_json_get(report, bc_str_of(reference->of));
	struct bc_nodes ids = {.arena = c->arena};
	for (const struct bc_json *at = of ? of->first : NULL; at; at = at->next) {
		const struct bc_json *id = bc_json_get(at, BC_STR("id"));
		if (id)
			bc_nodes_add(&ids, id);
	}
	bc_texts_sort(&ids);
	for (struct bc_json *at = list ? list->first : NULL; at; at = at->next) {
		const struct bc_json *name = bc_json_get(at, bc_str_of(reference->key));
		if (name && !bc_texts_have(&ids, name))
			drop_member(at, name);
	}
}

const struct bc_json *bc_carry_printed(struct bc_arena *a, const struct bc_json *report)
{
	struct carrier c = {a, {.arena = a}, {.arena = a}};
	struct bc_json *out = copy(&c, report);
	struct bc_json **end = emptied(out);
	find_tables(&c, bc_json_get(report, BC_STR("sections")));
	find_tables(&c, bc_json_get(report, BC_STR("appendices")));
	bc_texts_sort(&c.tables);
	for (const struct bc_json *m = report->first; m; m = m->next) {
		struct bc_json *kept_one = way_of(m) == COMES_WHOLE ? take_whole(&c, m) : NULL;
		if (kept_one)
			end = add(out, end, kept_one);
	}
	find_printed(&c, out);
	bc_nodes_sort(&c.printed);
	for (const struct bc_json *m = report->first; m; m = m->next) {
		struct bc_json *kept_one = NULL;
		if (way_of(m) == COMES_PRINTED)
			kept_one = kept(&c, bc_shape_field(&bc_shape_report, m->path.key), m);
		if (kept_one)
			end = add(out, end, kept_one);
	}
	for (size_t i = 0; i < sizeof references / sizeof references[0]; i++)
		drop_dangling(&c, out, &references[i]);
	return out;
}
