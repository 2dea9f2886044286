/*
 * Strings: normalised to NFC, looked over for characters that nobody meant,
 * and parted into paragraphs.
 */
#include "base/utf8.h"
#include "model/read.h"
#include "text/nfc.h"
#include "text/suspect.h"
#include "text/viet.h"

#include <stdio.h>

bool bc_str_blank(struct bc_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (!memchr(" \t\r\n", s.p[i], 4))
			return false;
	}
	return true;
}

/* The bytes of `json` from which s[begin, end) came, or all of it if they are others. */
static struct bc_place place_within(const struct bc_json *json, struct bc_str s, size_t begin,
				    size_t end)
{
	struct bc_place place = json->place;
	bool same = s.p == json->text.p && s.n == json->text.n;
	bool escapes = place.end - place.begin != json->text.n + 2;
	if (!same || escapes)
		return place;
	place.end = (uint32_t)(place.begin + 1 + end);
	place.begin = (uint32_t)(place.begin + 1 + begin);
	return place;
}

static bool same_word(struct bc_arena *a, struct bc_str x, struct bc_str y)
{
	struct bc_buf lower_x = bc_buf_in(a), lower_y = bc_buf_in(a);
	bc_lower(&lower_x, x);
	bc_lower(&lower_y, y);
	return bc_str_eq(bc_buf_str(&lower_x), bc_buf_str(&lower_y));
}

/* A text that was filled in repeats words of the data, which were told at their own place. */
static bool told_with_data(const struct bc_ctx *ctx, const struct bc_json *json,
			   enum bc_diag diag, struct bc_str what)
{
	const struct bc_finding *f = json->filled ? ctx->findings->first : NULL;
	while (f && !(f->diag == diag && same_word(ctx->scratch, f->args[0], what)))
		f = f->next;
	return f != NULL;
}

static void report_suspect(struct bc_ctx *ctx, enum bc_suspicion kind,
			   const struct bc_json *json, struct bc_place place,
			   struct bc_str what, struct bc_str likely)
{
	enum bc_diag diag = BC_DIAG_MODEL_LOOKALIKE;
	char name[16];
	size_t at = 0;
	if (kind == BC_SUSPECT_CONTROL) {
		diag = BC_DIAG_MODEL_CONTROL;
		snprintf(name, sizeof name, "U+%04X", (unsigned)bc_utf8_next(what, &at));
		what = bc_str_of(name);
		likely = (struct bc_str){0};
	} else if (likely.n == 0 || kind == BC_SUSPECT_MARK) {
		diag = BC_DIAG_MODEL_STRANGE;
		likely = (struct bc_str){0};
	} else if (kind == BC_SUSPECT_LEGACY) {
		diag = BC_DIAG_MODEL_LEGACY;
	}
	if (!told_with_data(ctx, json, diag, what))
		bc_report(ctx->findings, diag, place, what, likely, (struct bc_str){0});
}

/* Look over s[from, to), which has no line feed: that one parts lines and is meant. */
static void look_over(struct bc_ctx *ctx, const struct bc_json *json, struct bc_str s,
		      size_t from, size_t to)
{
	struct bc_str line = bc_str_cut(s, from, to);
	size_t at = 0, begin, end;
	/* once findings are only counted there is nothing more to tell */
	while (at < line.n && !ctx->findings->dropped) {
		struct bc_mark mark = bc_arena_mark(ctx->scratch);
		struct bc_buf likely = bc_buf_in(ctx->scratch);
		enum bc_suspicion kind = bc_suspect(line, at, &begin, &end, &likely);
		if (kind == BC_SUSPECT_NOTHING)
			begin = end = line.n;
		else
			report_suspect(ctx, kind, json,
				       place_within(json, s, from + begin, from + end),
				       bc_str_cut(line, begin, end), bc_buf_str(&likely));
		at = end;
		bc_arena_release(ctx->scratch, mark);
	}
}

static size_t line_end(struct bc_str s, size_t from)
{
	const char *feed = from < s.n ? memchr(s.p + from, '\n', s.n - from) : NULL;
	return feed ? (size_t)(feed - s.p) : s.n;
}

/* An ellipsis that stands for words: it joins none, and no list goes on with it. */
static bool is_unfilled(struct bc_str s, size_t at, size_t end)
{
	bool begins = at == 0 || (s.p[at - 1] == ' ' && (at < 2 || s.p[at - 2] != ','));
	return begins && (end == s.n || memchr(" .,;:", s.p[end], 5));
}

/* The blanks of a form, as "baocao new" writes them, told once a text. */
static void look_for_blanks(struct bc_ctx *ctx, const struct bc_json *json, struct bc_str s)
{
	struct bc_str blank = BC_STR("…");
	for (size_t at = bc_str_find(s, 0, blank), end; at < s.n && !json->filled;
	     at = bc_str_find(s, end, blank)) {
		end = at + blank.n;
		if (!is_unfilled(s, at, end))
			continue;
		BC_REPORT0(ctx->findings, MODEL_UNFILLED, place_within(json, s, at, end));
		return;
	}
}

struct bc_phrase bc_read_phrase(struct bc_ctx *ctx, const struct bc_json *json)
{
	struct bc_str s = json->text.n ? bc_nfc(ctx->arena, json->text) : BC_STR("");
	for (size_t from = 0; from < s.n;) {
		size_t to = line_end(s, from);
		look_over(ctx, json, s, from, to);
		from = to + 1;
	}
	look_for_blanks(ctx, json, s);
	return (struct bc_phrase){s, json->place};
}

void bc_read_string(const struct bc_slot *slot)
{
	if (slot->json->kind != BC_JSON_STRING) {
		bc_report_type(slot->ctx, slot->json, bc_json_kind_name(BC_JSON_STRING));
		return;
	}
	struct bc_phrase *phrase = bc_slot_at(slot);
	*phrase = bc_read_phrase(slot->ctx, slot->json);
	if (bc_field_filled(slot->field) && bc_str_blank(phrase->s)) {
		*phrase = (struct bc_phrase){0};
		bc_report_empty(slot, slot->json->place);
	}
}

/* Add the paragraphs of one string. */
static void add_paragraphs(struct bc_prose *prose, struct bc_phrase whole)
{
	for (size_t from = 0; from < whole.s.n;) {
		size_t to = line_end(whole.s, from);
		struct bc_str line = bc_str_cut(whole.s, from, to);
		if (!bc_str_blank(line))
			prose->at[prose->n++] = (struct bc_phrase){line, whole.place};
		from = to + 1;
	}
}

/* No string has more paragraphs than line feeds and one; NFC makes none of them. */
static size_t most_paragraphs(const struct bc_json *first, size_t count)
{
	size_t n = count;
	for (const struct bc_json *e = first; count--; e = e->next) {
		for (size_t i = 0; i < e->text.n; i++)
			n += e->text.p[i] == '\n';
	}
	return n;
}

/* The paragraphs of `count` strings, which the value is or holds. */
static void read_texts(const struct bc_slot *slot, const struct bc_json *first, size_t count)
{
	struct bc_prose *prose = bc_slot_at(slot);
	size_t most = most_paragraphs(first, count);
	prose->at = bc_new_n(slot->ctx->arena, struct bc_phrase, most);
	for (const struct bc_json *e = first; count--; e = e->next) {
		if (e->kind == BC_JSON_STRING)
			add_paragraphs(prose, bc_read_phrase(slot->ctx, e));
		else
			bc_report_type(slot->ctx, e, bc_json_kind_name(BC_JSON_STRING));
	}
	if (prose->n == 0 && bc_field_filled(slot->field))
		bc_report_empty(slot, slot->json->place);
}

void bc_read_text(const struct bc_slot *slot)
{
	if (slot->json->kind == BC_JSON_STRING)
		read_texts(slot, slot->json, 1);
	else if (slot->json->kind == BC_JSON_ARRAY)
		read_texts(slot, slot->json->first, slot->json->count);
	else
		bc_report_type(
			slot->ctx, slot->json,
			BC_BOTH("chuỗi hoặc danh sách chuỗi", "string or list of strings"));
}

void bc_read_strings(const struct bc_slot *slot)
{
	if (slot->json->kind != BC_JSON_ARRAY) {
		bc_report_type(slot->ctx, slot->json,
			       BC_BOTH("danh sách chuỗi", "list of strings"));
		return;
	}
	if (!bc_check_length(slot))
		return;
	struct bc_prose *prose = bc_slot_at(slot);
	prose->at = bc_new_n(slot->ctx->arena, struct bc_phrase, slot->json->count);
	for (const struct bc_json *e = slot->json->first; e; e = e->next) {
		if (e->kind != BC_JSON_STRING) {
			bc_report_type(slot->ctx, e, bc_json_kind_name(BC_JSON_STRING));
			continue;
		}
		prose->at[prose->n] = bc_read_phrase(slot->ctx, e);
		if (bc_str_blank(prose->at[prose->n].s))
			BC_REPORT2(slot->ctx->findings, MODEL_EMPTY, e->place,
				   bc_str_of(slot->field->key), bc_str_of(slot->field->title));
		else
			prose->n++;
	}
}
