/* What a draft prints where data is missing: "[CẦN BỔ SUNG: trích yếu nội dung]". */
#include "model/read.h"

static struct bc_phrase gap(struct bc_ctx *ctx, const struct bc_field *field,
			    struct bc_place place)
{
	struct bc_buf b = bc_buf_in(ctx->arena);
	bc_buf_puts(&b, "[CẦN BỔ SUNG: ");
	bc_buf_puts(&b, field->title);
	bc_buf_putc(&b, ']');
	return (struct bc_phrase){bc_buf_str(&b), place};
}

static void mark_prose(struct bc_ctx *ctx, struct bc_prose *prose, struct bc_phrase phrase)
{
	prose->at = bc_new(ctx->arena, struct bc_phrase);
	prose->at[0] = phrase;
	prose->n = 1;
}

/* An object that isn't there, with all that it would have to have. */
static void mark_object(struct bc_ctx *ctx, const struct bc_shape *shape, char *into,
			struct bc_place place)
{
	*(struct bc_place *)(void *)(into + shape->place_at) = place;
	for (size_t i = 0; i < shape->n; i++) {
		const struct bc_field *field = &shape->fields[i];
		if ((field->flags & BC_F_REQUIRED) || field == shape->brief)
			bc_mark_gap(ctx, into, field, place);
	}
}

static void mark_objects(struct bc_ctx *ctx, char *into, const struct bc_field *field,
			 struct bc_place place)
{
	char *one = bc_alloc(ctx->arena, field->of->size);
	mark_object(ctx, field->of, one, place);
	memcpy(into + field->at, &one, sizeof one);
	*(size_t *)(void *)(into + field->more) = 1;
}

void bc_mark_gap(struct bc_ctx *ctx, char *into, const struct bc_field *field,
		 struct bc_place place)
{
	void *at = into + field->at;
	if (field->flags & BC_F_NAME)
		return;
	if (field->type == BC_T_STRING || field->type == BC_T_LABEL)
		*(struct bc_phrase *)at = gap(ctx, field, place);
	else if (field->type == BC_T_TEXT || field->type == BC_T_STRINGS)
		mark_prose(ctx, at, gap(ctx, field, place));
	else if (field->type == BC_T_VALUE)
		*(struct bc_value *)at = (struct bc_value){.kind = BC_VALUE_TEXT,
							   .text = gap(ctx, field, place)};
	else if (field->type == BC_T_OBJECT)
		mark_object(ctx, field->of, at, place);
	else if (field->type == BC_T_OBJECTS && field->min > 0)
		mark_objects(ctx, into, field, place);
}
