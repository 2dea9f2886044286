/* Single values that are no text: yes or no, numbers, names of a list, dates. */
#include "model/near.h"
#include "model/number.h"
#include "model/read.h"

void bc_read_bool(const struct bc_slot *slot)
{
	bool *b = bc_slot_at(slot);
	if (slot->json->kind == BC_JSON_TRUE || slot->json->kind == BC_JSON_FALSE)
		*b = slot->json->kind == BC_JSON_TRUE;
	else
		bc_report_type(slot->ctx, slot->json,
			       BC_BOTH("true hoặc false", "true or false"));
}

void bc_read_true(const struct bc_slot *slot)
{
	if (slot->json->kind != BC_JSON_TRUE)
		bc_report_type(slot->ctx, slot->json, BC_STR("true"));
}

static void report_no_number(struct bc_ctx *ctx, const struct bc_json *json, bool whole)
{
	struct bc_mark mark = bc_arena_mark(ctx->scratch);
	struct bc_buf guess = bc_buf_in(ctx->scratch);
	if (json->kind == BC_JSON_STRING && bc_number_guess(&guess, json->text, whole))
		BC_REPORT1(ctx->findings, MODEL_QUOTED, json->place, bc_buf_str(&guess));
	else
		bc_report_type(ctx, json, bc_json_kind_name(BC_JSON_NUMBER));
	bc_arena_release(ctx->scratch, mark);
}

static bool number(struct bc_ctx *ctx, const struct bc_json *json, bool whole,
		   struct bc_value *out)
{
	if (json->kind != BC_JSON_NUMBER || !bc_decimal_parse(json->text, &out->number)) {
		report_no_number(ctx, json, whole);
		return false;
	}
	out->kind = BC_VALUE_NUMBER;
	out->text = (struct bc_phrase){json->text, json->place};
	return true;
}

static void report_limits(const struct bc_slot *slot)
{
	struct bc_mark mark = bc_arena_mark(slot->ctx->scratch);
	struct bc_buf least = bc_buf_in(slot->ctx->scratch), most = least;
	bc_buf_int(&least, slot->field->min);
	bc_buf_int(&most, slot->field->max);
	BC_REPORT3(slot->ctx->findings, MODEL_LIMITS, slot->json->place, slot->json->text,
		   bc_buf_str(&least), bc_buf_str(&most));
	bc_arena_release(slot->ctx->scratch, mark);
}

/* A whole number within the field's limits. */
static bool whole(const struct bc_slot *slot, int64_t *out)
{
	struct bc_value v = {0};
	if (!number(slot->ctx, slot->json, true, &v))
		return false;
	if (v.number.scale > 0) {
		bc_report_fraction(slot->ctx, slot->json->place, slot->json->text);
		return false;
	}
	if (v.number.units < slot->field->min || v.number.units > slot->field->max) {
		report_limits(slot);
		return false;
	}
	*out = v.number.units;
	return true;
}

void bc_read_format(const struct bc_slot *slot)
{
	struct bc_value v = {0};
	if (!number(slot->ctx, slot->json, true, &v))
		return;
	if (v.number.scale == 0 && v.number.units == BC_FORMAT)
		return;
	struct bc_mark mark = bc_arena_mark(slot->ctx->scratch);
	struct bc_buf ours = bc_buf_in(slot->ctx->scratch);
	bc_buf_int(&ours, BC_FORMAT);
	BC_REPORT2(slot->ctx->findings, MODEL_VERSION, slot->json->place, slot->json->text,
		   bc_buf_str(&ours));
	bc_arena_release(slot->ctx->scratch, mark);
}

void bc_read_integer(const struct bc_slot *slot)
{
	struct bc_count *count = bc_slot_at(slot);
	count->place = slot->json->place;
	count->given = whole(slot, &count->value);
}

void bc_read_whole(const struct bc_slot *slot)
{
	int64_t *n = bc_slot_at(slot);
	if (!whole(slot, n))
		*n = slot->field->otherwise;
}

/* A whole number stands for its digits: "number": 15. */
void bc_read_label(const struct bc_slot *slot)
{
	struct bc_phrase *phrase = bc_slot_at(slot);
	int64_t ignored;
	if (slot->json->kind == BC_JSON_STRING)
		*phrase = bc_read_phrase(slot->ctx, slot->json);
	else if (slot->json->kind != BC_JSON_NUMBER)
		bc_report_type(slot->ctx, slot->json,
			       BC_BOTH("chuỗi hoặc số nguyên", "string or whole number"));
	else if (whole(slot, &ignored))
		*phrase = (struct bc_phrase){slot->json->text, slot->json->place};
}

void bc_read_number(const struct bc_slot *slot)
{
	struct bc_value *value = bc_slot_at(slot);
	(void)number(slot->ctx, slot->json, false, value);
}

void bc_read_range(const struct bc_slot *slot)
{
	struct bc_value *low = bc_slot_at(slot), *high = bc_slot_more(slot);
	const struct bc_json *json = slot->json;
	if (json->kind != BC_JSON_ARRAY || json->count != 2) {
		bc_report_type(slot->ctx, json,
			       BC_BOTH("danh sách hai số", "list of two numbers"));
		return;
	}
	bool both = number(slot->ctx, json->first, false, low);
	both &= number(slot->ctx, json->first->next, false, high);
	if (!both)
		low->kind = high->kind = BC_VALUE_NONE;
}

void bc_read_value(const struct bc_slot *slot)
{
	struct bc_value *value = bc_slot_at(slot);
	if (slot->json->kind == BC_JSON_STRING) {
		value->kind = BC_VALUE_TEXT;
		value->text = bc_read_phrase(slot->ctx, slot->json);
	} else if (slot->json->kind == BC_JSON_NUMBER) {
		(void)number(slot->ctx, slot->json, false, value);
	} else if (slot->json->kind != BC_JSON_NULL) {
		bc_report_type(slot->ctx, slot->json,
			       BC_BOTH("chuỗi, số hoặc null", "string, number or null"));
	}
}

static void report_name(const struct bc_slot *slot, const struct bc_json *json)
{
	const struct bc_names *names = slot->field->names;
	struct bc_near near = bc_near_to(json->text);
	struct bc_mark mark = bc_arena_mark(slot->ctx->scratch);
	struct bc_buf all = bc_buf_in(slot->ctx->scratch);
	for (size_t i = 0; i < names->n; i++) {
		bc_near_try(&near, bc_str_of(names->at[i]));
		bc_buf_puts(&all, i ? ", " : "");
		bc_buf_puts(&all, names->at[i]);
	}
	if (near.best.p)
		BC_REPORT2(slot->ctx->findings, MODEL_NAME, json->place, json->text, near.best);
	else
		BC_REPORT2(slot->ctx->findings, MODEL_NAME_LIST, json->place, json->text,
			   bc_buf_str(&all));
	bc_arena_release(slot->ctx->scratch, mark);
}

/* A wrong name counts as the first one, so that its absence isn't reported as well. */
static int name(const struct bc_slot *slot, const struct bc_json *json)
{
	const struct bc_names *names = slot->field->names;
	if (json->kind != BC_JSON_STRING) {
		bc_report_type(slot->ctx, json, bc_json_kind_name(BC_JSON_STRING));
		return names->first;
	}
	for (size_t i = 0; i < names->n; i++) {
		if (bc_str_is(json->text, names->at[i]))
			return names->first + (int)i;
	}
	report_name(slot, json);
	return names->first;
}

void bc_read_enum(const struct bc_slot *slot)
{
	*(int *)bc_slot_at(slot) = name(slot, slot->json);
}

void bc_read_enums(const struct bc_slot *slot)
{
	if (slot->json->kind != BC_JSON_ARRAY) {
		bc_report_type(slot->ctx, slot->json,
			       BC_BOTH("danh sách chuỗi", "list of strings"));
		return;
	}
	if (!bc_check_length(slot))
		return;
	size_t *n = bc_slot_more(slot);
	int *values = bc_new_n(slot->ctx->arena, int, slot->json->count);
	for (const struct bc_json *e = slot->json->first; e; e = e->next)
		values[(*n)++] = name(slot, e);
	*(int **)bc_slot_at(slot) = values;
}

/* Two digits and two digits and four, apart by / - or .: the way dates are written by hand. */
static bool read_by_hand(struct bc_str s, struct bc_date *out)
{
	int part[3] = {0};
	size_t at = 0, digits = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] >= '0' && s.p[i] <= '9' && digits < 4) {
			part[at] = part[at] * 10 + (s.p[i] - '0');
			digits++;
		} else if (memchr("/-.", s.p[i], 3) && digits > 0 && at < 2) {
			at++;
			digits = 0;
		} else {
			return false;
		}
	}
	*out = (struct bc_date){.year = part[2], .month = part[1], .day = part[0]};
	return at == 2 && digits == 4;
}

/* As data: 2026-11-21. */
static void print_date(struct bc_buf *out, struct bc_date d)
{
	bc_buf_int(out, d.year);
	bc_buf_puts(out, d.month < 10 ? "-0" : "-");
	bc_buf_int(out, d.month);
	bc_buf_puts(out, d.day < 10 ? "-0" : "-");
	bc_buf_int(out, d.day);
}

/* The hint names the very date if it can be understood, else a date for example. */
static void report_form(struct bc_ctx *ctx, const struct bc_json *json)
{
	struct bc_mark mark = bc_arena_mark(ctx->scratch);
	struct bc_buf right = bc_buf_in(ctx->scratch);
	struct bc_date d;
	if (read_by_hand(json->text, &d)) {
		print_date(&right, d);
		if (!bc_date_parse(bc_buf_str(&right), false, &d))
			right.n = 0;
	}
	if (right.n == 0)
		bc_buf_puts(&right, "2026-11-21");
	BC_REPORT2(ctx->findings, MODEL_DATE_FORM, json->place, json->text, bc_buf_str(&right));
	bc_arena_release(ctx->scratch, mark);
}

void bc_read_date(const struct bc_slot *slot)
{
	struct bc_when *when = bc_slot_at(slot);
	const struct bc_json *json = slot->json;
	bool day_optional = (slot->field->flags & BC_F_DAY_OPTIONAL) != 0;
	struct bc_date month;
	when->place = json->place;
	if (json->kind != BC_JSON_STRING)
		bc_report_type(slot->ctx, json,
			       BC_BOTH("chuỗi ghi ngày", "string with a date"));
	else if (bc_date_parse(json->text, day_optional, &when->date))
		return;
	else if (bc_date_shaped(json->text) && !bc_date_parse(json->text, true, &month))
		BC_REPORT1(slot->ctx->findings, MODEL_NO_SUCH_DATE, json->place, json->text);
	else
		report_form(slot->ctx, json);
}
