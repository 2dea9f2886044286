/*
 * From JSON values to a typed report, as the tables of schema.h say.
 *
 * Everything wrong is reported and reading goes on; what could not be read
 * stays empty.  Rules between the values of fields are not here but in check.c.
 */
#include "model/read.h"

#include "model/near.h"
#include "model/refs.h"

static void read_object(struct bc_ctx *ctx, const struct bc_frame *up,
			const struct bc_slot *from, const struct bc_json *json, char *into);
static void read_slot(const struct bc_slot *slot);

void bc_report_type(struct bc_ctx *ctx, const struct bc_json *json, struct bc_str expected)
{
	BC_REPORT2(ctx->findings, MODEL_TYPE, json->place, expected,
		   bc_json_kind_name(json->kind));
}

void bc_report_empty(const struct bc_slot *slot, struct bc_place place)
{
	BC_REPORT2(slot->ctx->findings, MODEL_EMPTY, place, bc_str_of(slot->field->key),
		   bc_str_of(slot->field->title));
	bc_mark_gap(slot->ctx, slot->frame->into, slot->field, place);
}

static void report_length(const struct bc_slot *slot, enum bc_diag diag, int64_t limit)
{
	struct bc_mark mark = bc_arena_mark(slot->ctx->scratch);
	struct bc_buf number = bc_buf_in(slot->ctx->scratch);
	bc_buf_int(&number, limit);
	bc_report(slot->ctx->findings, diag, slot->json->place, bc_str_of(slot->field->key),
		  bc_buf_str(&number), (struct bc_str){0});
	bc_arena_release(slot->ctx->scratch, mark);
}

bool bc_check_length(const struct bc_slot *slot)
{
	const struct bc_field *field = slot->field;
	if (slot->json->count < (uint64_t)field->min) {
		report_length(slot, BC_DIAG_MODEL_TOO_FEW, field->min);
		bc_mark_gap(slot->ctx, slot->frame->into, field, slot->json->place);
		return false;
	}
	if (field->max && slot->json->count > (uint64_t)field->max)
		report_length(slot, BC_DIAG_MODEL_TOO_MANY, field->max);
	return true;
}

static void ignore(const struct bc_slot *slot)
{
	if (slot->json->kind != BC_JSON_STRING)
		bc_report_type(slot->ctx, slot->json, bc_json_kind_name(BC_JSON_STRING));
}

static void read_inner(const struct bc_slot *slot)
{
	read_object(slot->ctx, slot->frame, slot, slot->json, bc_slot_at(slot));
}

static void read_objects(const struct bc_slot *slot)
{
	if (slot->json->kind != BC_JSON_ARRAY) {
		bc_report_type(slot->ctx, slot->json, bc_json_kind_name(BC_JSON_ARRAY));
		return;
	}
	if (!bc_check_length(slot))
		return;
	size_t size = slot->field->of->size, *n = bc_slot_more(slot);
	char *all = bc_alloc_n(slot->ctx->arena, slot->json->count, size);
	for (const struct bc_json *e = slot->json->first; e; e = e->next)
		read_object(slot->ctx, slot->frame, slot, e, all + size * (*n)++);
	memcpy(bc_slot_at(slot), &all, sizeof all);
}

static void read_entry(const struct bc_slot *map, const struct bc_json *member,
		       struct bc_entry *into)
{
	struct bc_frame frame = {.up = map->frame, .json = member, .into = (char *)into};
	const struct bc_slot slot = {map->ctx, &frame, map->field->entry, member};
	into->key = (struct bc_phrase){member->path.key, member->key_place};
	read_slot(&slot);
}

static void read_map(const struct bc_slot *slot)
{
	if (slot->json->kind != BC_JSON_OBJECT) {
		bc_report_type(slot->ctx, slot->json, bc_json_kind_name(BC_JSON_OBJECT));
		return;
	}
	struct bc_map *map = bc_slot_at(slot);
	map->at = bc_new_n(slot->ctx->arena, struct bc_entry, slot->json->count);
	for (const struct bc_json *m = slot->json->first; m; m = m->next) {
		if (bc_key_is_private(m->path.key))
			continue;
		if (bc_key_is_free(m->path.key))
			read_entry(slot, m, &map->at[map->n++]);
		else
			BC_REPORT1(slot->ctx->findings, MODEL_KEY_FORM, m->key_place,
				   m->path.key);
	}
}

/* A name of a table stands for it until bc_refs_resolve finds the table itself. */
static void read_table(const struct bc_slot *slot)
{
	struct bc_data_table *table = bc_new(slot->ctx->arena, struct bc_data_table);
	*(struct bc_data_table **)bc_slot_at(slot) = table;
	if (slot->json->kind == BC_JSON_OBJECT) {
		read_object(slot->ctx, slot->frame, slot, slot->json, (char *)table);
		return;
	}
	table->place = slot->json->place;
	if (slot->json->kind != BC_JSON_STRING) {
		bc_report_type(slot->ctx, slot->json,
			       BC_BOTH("mã của bảng hoặc một bảng", "table's id or table"));
		return;
	}
	struct bc_phrase *reference = bc_slot_more(slot);
	*reference = bc_read_phrase(slot->ctx, slot->json);
	if (bc_str_blank(reference->s)) {
		*reference = (struct bc_phrase){0};
		bc_report_empty(slot, slot->json->place);
	}
}

static void (*const readers[BC_TYPES])(const struct bc_slot *) = {
	[BC_T_STRING] = bc_read_string, [BC_T_LABEL] = bc_read_label,
	[BC_T_TEXT] = bc_read_text,     [BC_T_STRINGS] = bc_read_strings,
	[BC_T_BOOL] = bc_read_bool,     [BC_T_TRUE] = bc_read_true,
	[BC_T_FORMAT] = bc_read_format, [BC_T_INTEGER] = bc_read_integer,
	[BC_T_WHOLE] = bc_read_whole,   [BC_T_NUMBER] = bc_read_number,
	[BC_T_RANGE] = bc_read_range,   [BC_T_VALUE] = bc_read_value,
	[BC_T_ENUM] = bc_read_enum,     [BC_T_ENUMS] = bc_read_enums,
	[BC_T_DATE] = bc_read_date,     [BC_T_OBJECT] = read_inner,
	[BC_T_OBJECTS] = read_objects,  [BC_T_MAP] = read_map,
	[BC_T_TABLE] = read_table,      [BC_T_IGNORED] = ignore,
};

static void read_slot(const struct bc_slot *slot)
{
	readers[slot->field->type](slot);
}

static unsigned depth_of(const struct bc_frame *frame)
{
	unsigned depth = 0;
	for (const struct bc_frame *f = frame; f; f = f->up)
		depth += f->shape == frame->shape;
	return depth;
}

/* Whether the field would nest its shape too deeply; then it has been reported. */
static bool too_deep(const struct bc_slot *slot)
{
	const struct bc_shape *shape = slot->frame->shape;
	if (!(slot->field->flags & BC_F_DEEP) || depth_of(slot->frame) < shape->depth)
		return false;
	/* what goes along with the field that makes the level needs no finding of its own */
	if (!slot->field->with)
		report_length(slot, BC_DIAG_MODEL_DEPTH,
			      shape->depth - (slot->field->flags & BC_F_ONE ? 1 : 0));
	return true;
}

static uint64_t bit_of(const struct bc_shape *shape, const struct bc_field *field)
{
	return (uint64_t)1 << (field - shape->fields);
}

static void read_field(struct bc_ctx *ctx, struct bc_frame *frame, const struct bc_field *field,
		       const struct bc_json *json)
{
	const struct bc_slot slot = {ctx, frame, field, json};
	frame->seen |= bit_of(frame->shape, field);
	if (frame->shape->tagged && (field->flags & BC_F_ONE))
		*(int *)(void *)(frame->into + frame->shape->tag_at) = field->tag;
	if (!too_deep(&slot))
		read_slot(&slot);
}

static void list_keys(struct bc_buf *out, const struct bc_shape *shape, unsigned flags)
{
	for (size_t i = 0; i < shape->n; i++) {
		const struct bc_field *field = &shape->fields[i];
		if (field->key[0] == '$' || (field->flags & flags) != flags)
			continue;
		bc_buf_puts(out, out->n ? ", " : "");
		bc_buf_puts(out, field->key);
	}
}

static void unknown_key(struct bc_ctx *ctx, struct bc_frame *frame,
			const struct bc_json *member)
{
	const struct bc_shape *shape = frame->shape;
	struct bc_str key = member->path.key;
	struct bc_near near = bc_near_to(key);
	for (size_t i = 0; i < shape->n; i++)
		bc_near_try(&near, bc_str_of(shape->fields[i].key));
	if (near.best.p) {
		/* the key that was meant is not missing as well */
		frame->seen |= bit_of(shape, bc_shape_field(shape, near.best));
		BC_REPORT2(ctx->findings, MODEL_UNKNOWN_KEY, member->key_place, key, near.best);
		return;
	}
	struct bc_mark mark = bc_arena_mark(ctx->scratch);
	struct bc_buf known = bc_buf_in(ctx->scratch);
	list_keys(&known, shape, 0);
	BC_REPORT2(ctx->findings, MODEL_UNKNOWN_KEY_LIST, member->key_place, key,
		   bc_buf_str(&known));
	bc_arena_release(ctx->scratch, mark);
}

static void read_members(struct bc_ctx *ctx, struct bc_frame *frame)
{
	for (const struct bc_json *m = frame->json->first; m; m = m->next) {
		const struct bc_field *field = bc_shape_field(frame->shape, m->path.key);
		if (field)
			read_field(ctx, frame, field, m);
		else if (!bc_key_is_private(m->path.key))
			unknown_key(ctx, frame, m);
	}
}

static void check_missing(struct bc_ctx *ctx, const struct bc_frame *frame, const char *needs)
{
	for (size_t i = 0; i < frame->shape->n; i++) {
		const struct bc_field *field = &frame->shape->fields[i];
		bool required = (field->flags & BC_F_REQUIRED) ||
				(needs && bc_keys_have(needs, field->key));
		if (!required || (frame->seen & bit_of(frame->shape, field)))
			continue;
		BC_REPORT2(ctx->findings, MODEL_MISSING, frame->json->place,
			   bc_str_of(field->key), bc_str_of(field->title));
		bc_mark_gap(ctx, frame->into, field, frame->json->place);
	}
}

static void report_many(struct bc_ctx *ctx, const struct bc_frame *frame,
			const struct bc_field *given, const struct bc_field *other)
{
	struct bc_mark mark = bc_arena_mark(ctx->scratch);
	struct bc_buf all = bc_buf_in(ctx->scratch);
	list_keys(&all, frame->shape, BC_F_ONE);
	BC_REPORT3(ctx->findings, MODEL_MANY_OF, frame->json->place, bc_str_of(given->key),
		   bc_str_of(other->key), bc_buf_str(&all));
	bc_arena_release(ctx->scratch, mark);
}

/* None of the fields with `flag` is there. */
static void report_none(struct bc_ctx *ctx, const struct bc_frame *frame, unsigned flag)
{
	struct bc_mark mark = bc_arena_mark(ctx->scratch);
	struct bc_buf all = bc_buf_in(ctx->scratch);
	list_keys(&all, frame->shape, flag);
	BC_REPORT1(ctx->findings, MODEL_NONE_OF, frame->json->place, bc_buf_str(&all));
	bc_arena_release(ctx->scratch, mark);
}

static bool is_seen(const struct bc_frame *frame, const struct bc_field *field)
{
	return (frame->seen & bit_of(frame->shape, field)) != 0;
}

/* Exactly one of the fields marked BC_F_ONE, if there are any. */
static void check_one(struct bc_ctx *ctx, const struct bc_frame *frame)
{
	const struct bc_field *given[2] = {0};
	size_t n = 0;
	bool choice = false, explained = false;
	for (size_t i = 0; i < frame->shape->n; i++) {
		const struct bc_field *field = &frame->shape->fields[i];
		bool one = (field->flags & BC_F_ONE) != 0;
		choice |= one;
		if (one && is_seen(frame, field) && n < 2)
			given[n++] = field;
		/* what it goes along with is missing: check_along says so */
		explained |= field->with && is_seen(frame, field);
	}
	if (n == 2)
		report_many(ctx, frame, given[0], given[1]);
	else if (choice && n == 0 && !explained)
		report_none(ctx, frame, BC_F_ONE);
}

/* At least one of the fields marked BC_F_SOME, if there are any. */
static void check_some(struct bc_ctx *ctx, const struct bc_frame *frame)
{
	bool choice = false, given = false;
	for (size_t i = 0; i < frame->shape->n; i++) {
		const struct bc_field *field = &frame->shape->fields[i];
		bool some = (field->flags & BC_F_SOME) != 0;
		choice |= some;
		given |= some && is_seen(frame, field);
	}
	if (choice && !given)
		report_none(ctx, frame, BC_F_SOME);
}

/* Whether one of `keys` is among the fields that were seen. */
static bool any_seen(const struct bc_frame *frame, const char *keys)
{
	for (size_t i = 0; i < frame->shape->n; i++) {
		const struct bc_field *field = &frame->shape->fields[i];
		if (is_seen(frame, field) && bc_keys_have(keys, field->key))
			return true;
	}
	return false;
}

static void report_alone(struct bc_ctx *ctx, const struct bc_frame *frame,
			 const struct bc_field *field)
{
	struct bc_mark mark = bc_arena_mark(ctx->scratch);
	struct bc_buf keys = bc_buf_in(ctx->scratch);
	for (const char *p = field->with; *p; p++)
		bc_buf_puts(&keys, *p == ' ' ? "”, “" : (const char[]){*p, '\0'});
	BC_REPORT2(ctx->findings, MODEL_ALONE, frame->json->place, bc_str_of(field->key),
		   bc_buf_str(&keys));
	bc_arena_release(ctx->scratch, mark);
}

static void check_along(struct bc_ctx *ctx, const struct bc_frame *frame)
{
	for (size_t i = 0; i < frame->shape->n; i++) {
		const struct bc_field *field = &frame->shape->fields[i];
		if (field->with && is_seen(frame, field) && !any_seen(frame, field->with))
			report_alone(ctx, frame, field);
	}
}

static void set_defaults(const struct bc_frame *frame)
{
	for (size_t i = 0; i < frame->shape->n; i++) {
		const struct bc_field *field = &frame->shape->fields[i];
		if (field->type == BC_T_WHOLE || field->type == BC_T_FORMAT)
			*(int64_t *)(void *)(frame->into + field->at) = field->otherwise;
	}
}

/* What the shape accepts, for a message. */
static struct bc_str expected_kind(const struct bc_shape *shape)
{
	if (!shape->brief)
		return bc_json_kind_name(BC_JSON_OBJECT);
	if (shape->brief_kinds & 1 << BC_JSON_ARRAY)
		return BC_BOTH("danh sách hoặc đối tượng", "list or object");
	if (shape->brief_kinds & 1 << BC_JSON_NUMBER)
		return BC_BOTH("chuỗi, số, null hoặc đối tượng",
			       "string, number, null or object");
	return BC_BOTH("chuỗi hoặc đối tượng", "string or object");
}

/*
 * Fill `into` from `json`; `from` is the field that it is a value or an
 * element of, NULL for the report itself.
 */
static void read_object(struct bc_ctx *ctx, const struct bc_frame *up,
			const struct bc_slot *from, const struct bc_json *json, char *into)
{
	const struct bc_shape *shape = from ? from->field->of : &bc_shape_report;
	struct bc_frame frame = {.up = up, .shape = shape, .json = json, .into = into};
	*(struct bc_place *)(void *)(into + shape->place_at) = json->place;
	set_defaults(&frame);
	if (shape->brief && (shape->brief_kinds & 1U << json->kind)) {
		read_field(ctx, &frame, shape->brief, json);
	} else if (json->kind != BC_JSON_OBJECT) {
		bc_report_type(ctx, json, expected_kind(shape));
		return;
	} else {
		read_members(ctx, &frame);
	}
	check_missing(ctx, &frame, from ? from->field->needs : NULL);
	check_one(ctx, &frame);
	check_some(ctx, &frame);
	check_along(ctx, &frame);
}

struct bc_report *bc_report_read(struct bc_ctx *ctx, const struct bc_json *data)
{
	if (data->kind != BC_JSON_OBJECT) {
		bc_report_type(ctx, data, bc_json_kind_name(BC_JSON_OBJECT));
		return NULL;
	}
	struct bc_report *report = bc_new(ctx->arena, struct bc_report);
	read_object(ctx, NULL, NULL, data, (char *)report);
	bc_refs_resolve(ctx, report);
	return report;
}
