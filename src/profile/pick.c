/*
 * Which profile binds: the one that is named; else by the document's date;
 * else by the period's end, with a note.
 */
#include "profile/profile.h"
#include "profile/read.h"

struct entry {
	struct bc_str id, kind;
	int from, to; /* yyyymmdd, both included */
};

/* "2026-05-27" as 20260527. */
static int compact_date(const struct bc_json *v, int otherwise)
{
	int date = 0;
	if (!v)
		return otherwise;
	for (size_t i = 0; i < v->text.n; i++) {
		if (v->text.p[i] != '-')
			date = date * 10 + (v->text.p[i] - '0');
	}
	return date;
}

static struct bc_str text_of(const struct bc_json *object, const char *key)
{
	const struct bc_json *v = bc_json_get(object, bc_str_of(key));
	return v ? v->text : (struct bc_str){0};
}

static struct entry entry_of(const struct bc_json *v)
{
	return (struct entry){
		.id = text_of(v, "id"),
		.kind = text_of(v, "kind"),
		.from = compact_date(bc_json_get(v, BC_STR("valid_from")), 0),
		.to = compact_date(bc_json_get(v, BC_STR("valid_to")), 99999999),
	};
}

static bool covers(struct entry e, int date)
{
	return e.from <= date && date <= e.to;
}

static const struct bc_profile *load(struct bc_ctx *ctx, const char *dir, struct bc_str id)
{
	struct bc_profile *profile = bc_new(ctx->arena, struct bc_profile);
	const struct bc_json *data = bc_profile_file(ctx, dir, id);
	if (!data)
		return NULL;
	const struct bc_json *below = bc_json_get(data, BC_STR("extends"));
	if (below) {
		const struct bc_json *base = bc_profile_file(ctx, dir, below->text);
		if (!base || !bc_profile_fill(ctx, base, profile))
			return NULL;
	}
	return bc_profile_fill(ctx, data, profile) ? profile : NULL;
}

static struct bc_str list_ids(struct bc_ctx *ctx, const struct bc_json *profiles)
{
	struct bc_buf ids = bc_buf_in(ctx->arena);
	for (const struct bc_json *v = profiles->first; v; v = v->next) {
		if (ids.n)
			bc_buf_puts(&ids, ", ");
		bc_buf_add(&ids, text_of(v, "id"));
	}
	return bc_buf_str(&ids);
}

static const struct bc_profile *by_name(struct bc_ctx *ctx, const struct bc_profile_wish *wish,
					const struct bc_json *profiles)
{
	int date = wish->document_date ? wish->document_date : wish->period_end;
	for (const struct bc_json *v = profiles->first; v; v = v->next) {
		struct entry e = entry_of(v);
		if (!bc_str_eq(e.id, wish->name))
			continue;
		if (date && !covers(e, date))
			BC_REPORT1(ctx->findings, PROFILE_OUT_OF_DATE, wish->place, wish->name);
		return load(ctx, wish->dir, e.id);
	}
	BC_REPORT2(ctx->findings, PROFILE_UNKNOWN, wish->place, wish->name,
		   list_ids(ctx, profiles));
	return NULL;
}

static const struct bc_profile *by_date(struct bc_ctx *ctx, const struct bc_profile_wish *wish,
					const struct bc_json *profiles)
{
	int date = wish->document_date ? wish->document_date : wish->period_end;
	for (const struct bc_json *v = profiles->first; v; v = v->next) {
		struct entry e = entry_of(v);
		if (!bc_str_eq(e.kind, wish->kind) || !covers(e, date))
			continue;
		if (!wish->document_date)
			BC_REPORT1(ctx->findings, PROFILE_BY_PERIOD, wish->place, e.id);
		return load(ctx, wish->dir, e.id);
	}
	BC_REPORT1(ctx->findings, PROFILE_NONE, wish->place, list_ids(ctx, profiles));
	return NULL;
}

const struct bc_profile *bc_profile_pick(struct bc_ctx *ctx, const struct bc_profile_wish *wish)
{
	const struct bc_json *index = bc_profile_file(ctx, wish->dir, BC_STR("index"));
	const struct bc_json *profiles = index ? bc_json_get(index, BC_STR("profiles")) : NULL;
	if (!profiles)
		return NULL;
	return wish->name.n ? by_name(ctx, wish, profiles) : by_date(ctx, wish, profiles);
}
