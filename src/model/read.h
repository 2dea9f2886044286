/*
 * Inside of reading: what the decoders of single fields share.
 *
 * A slot is one field of one object, with the value that was given for it.
 * A decoder fills the slot, or reports why it cannot and leaves it empty.
 */
#ifndef BC_MODEL_READ_H
#define BC_MODEL_READ_H

#include "base/ctx.h"
#include "model/report.h"
#include "model/schema.h"
#include "json/json.h"

/* An object that is being read, inside those around it. */
struct bc_frame {
	const struct bc_frame *up;
	const struct bc_shape *shape;
	const struct bc_json *json; /* the object, or what stands for it */
	char *into;                 /* the struct that it becomes */
	uint64_t seen;              /* fields that are there, by number, misspelt ones too */
};

struct bc_slot {
	struct bc_ctx *ctx;
	struct bc_frame *frame;
	const struct bc_field *field;
	const struct bc_json *json;
};

static inline void *bc_slot_at(const struct bc_slot *slot)
{
	return slot->frame->into + slot->field->at;
}

static inline void *bc_slot_more(const struct bc_slot *slot)
{
	return slot->frame->into + slot->field->more;
}

/* Whether `field` has to say something when it is there. */
static inline bool bc_field_filled(const struct bc_field *field)
{
	return (field->flags & (BC_F_REQUIRED | BC_F_FILLED)) != 0;
}

/* "expected {expected}, found ..." at the value. */
void bc_report_type(struct bc_ctx *ctx, const struct bc_json *json, struct bc_str expected);

/* The slot's field is empty though it must not be: a finding, and a mark for a draft. */
void bc_report_empty(const struct bc_slot *slot, struct bc_place place);

/* Report a list that is shorter or longer than its field allows; false if it is shorter. */
bool bc_check_length(const struct bc_slot *slot) BC_MUST_CHECK;

/*
 * gap.c: let what `field` of `into` prints be "[CẦN BỔ SUNG: ...]", for a
 * draft.  A field that prints nothing stays empty.
 */
void bc_mark_gap(struct bc_ctx *ctx, char *into, const struct bc_field *field,
		 struct bc_place place);

/* read_text.c */
void bc_read_string(const struct bc_slot *slot);
void bc_read_label(const struct bc_slot *slot);
void bc_read_text(const struct bc_slot *slot);
void bc_read_strings(const struct bc_slot *slot);

/* The string `json` in NFC, its suspect characters reported. */
struct bc_phrase bc_read_phrase(struct bc_ctx *ctx, const struct bc_json *json);

/* Nothing but spaces and line breaks. */
bool bc_str_blank(struct bc_str s);

/* read_scalar.c */
void bc_read_bool(const struct bc_slot *slot);
void bc_read_true(const struct bc_slot *slot);
void bc_read_format(const struct bc_slot *slot);
void bc_read_integer(const struct bc_slot *slot);
void bc_read_whole(const struct bc_slot *slot);
void bc_read_number(const struct bc_slot *slot);
void bc_read_range(const struct bc_slot *slot);
void bc_read_value(const struct bc_slot *slot);
void bc_read_enum(const struct bc_slot *slot);
void bc_read_enums(const struct bc_slot *slot);
void bc_read_date(const struct bc_slot *slot);

#endif
