/*
 * Which profile binds: the one that is named; else by the document's date;
 * else by the period's end, with a note.
 */
#include "profile/profile.h"
#include "profile/read.h"

struct bc_profile_kept {
	struct bc_str id; /* by which the index names it */
	struct bc_profile profile;
	struct bc_profile_kept *older;
};

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

static struct entry entry_of(const struct bc_json *v)
{
	return (struct entry){
		.id = bc_json_text(v, "id"),
		.kind = bc_json_text(v, "kind"),
		.from = compact_date(bc_json_get(v, BC_STR("valid_from")), 0),
		.to = compact_date(bc_json_get(v, BC_STR("valid_to")), 99999999),
	};
}

static bool covers(struct entry e, int date)
{
	return e.from <= date && date <= e.to;
}

/* Read the profile `id`, on top of the one that it extends; false after a finding. */
static bool read_profile(struct bc_ctx *ctx, const char *dir, struct bc_str id,
			 struct bc_profile *profile)
{
	const struct bc_json *data = bc_profile_file(ctx, dir, id);
	if (!data)
		return false;
	const struct bc_json *below = bc_json_get(data, BC_STR("extends"));
	if (below) {
		const struct bc_json *base = bc_profile_file(ctx, dir, below->text);
		if (!base || !bc_profile_fill(ctx, base, profile))
			return false;
		profile->files = bc_files_add(ctx->arena, NULL, base->place.source);
	}
	profile->files = bc_files_add(ctx->arena, profile->files, data->place.source);
	return bc_profile_fill(ctx, data, profile);
}

static const struct bc_profile *load(const struct bc_ctx *document,
				     struct bc_profiles *profiles, struct bc_str id)
{
	struct bc_ctx ctx = *document;
	ctx.arena = profiles->arena;
	for (const struct bc_profile_kept *k = profiles->kept; k; k = k->older) {
		if (bc_str_eq(k->id, id))
			return &k->profile;
	}
	struct bc_profile_kept *k = bc_new(ctx.arena, struct bc_profile_kept);
	if (!read_profile(&ctx, profiles->dir, id, &k->profile))
		return NULL;
	k->id = id;
	k->older = profiles->kept;
	profiles->kept = k;
	return &k->profile;
}

static struct bc_str list_ids(struct bc_ctx *ctx, const struct bc_profiles *profiles)
{
	struct bc_buf ids = bc_buf_in(ctx->arena);
	for (const struct bc_json *v = profiles->entries->first; v; v = v->next) {
		if (ids.n)
			bc_buf_puts(&ids, ", ");
		bc_buf_add(&ids, bc_json_text(v, "id"));
	}
	return bc_buf_str(&ids);
}

static const struct bc_profile *by_name(struct bc_ctx *ctx, struct bc_profiles *profiles,
					const struct bc_profile_wish *wish)
{
	int date = wish->document_date ? wish->document_date : wish->period_end;
	for (const struct bc_json *v = profiles->entries->first; v; v = v->next) {
		struct entry e = entry_of(v);
		if (!bc_str_eq(e.id, wish->name))
			continue;
		if (date && !covers(e, date))
			BC_REPORT1(ctx->findings, PROFILE_OUT_OF_DATE, wish->place, wish->name);
		return load(ctx, profiles, e.id);
	}
	BC_REPORT2(ctx->findings, PROFILE_UNKNOWN, wish->place, wish->name,
		   list_ids(ctx, profiles));
	return NULL;
}

static const struct bc_profile *by_date(struct bc_ctx *ctx, struct bc_profiles *profiles,
					const struct bc_profile_wish *wish)
{
	int date = wish->document_date ? wish->document_date : wish->period_end;
	for (const struct bc_json *v = profiles->entries->first; v; v = v->next) {
		struct entry e = entry_of(v);
		if (!bc_str_eq(e.kind, wish->kind) || !covers(e, date))
			continue;
		if (!wish->document_date)
			BC_REPORT1(ctx->findings, PROFILE_BY_PERIOD, wish->place, e.id);
		return load(ctx, profiles, e.id);
	}
	BC_REPORT1(ctx->findings, PROFILE_NONE, wish->place, list_ids(ctx, profiles));
	return NULL;
}

/* Read the index, if no document has needed it yet; false after a finding. */
static bool have_entries(const struct bc_ctx *document, struct bc_profiles *profiles)
{
	struct bc_ctx ctx = *document;
	ctx.arena = profiles->arena;
	if (!profiles->entries)
		profiles->entries =
			bc_json_get(bc_profile_file(&ctx, profiles->dir, BC_STR("index")),
				    BC_STR("profiles"));
	return profiles->entries;
}

const struct bc_profile *bc_profile_pick(struct bc_ctx *ctx, struct bc_profiles *profiles,
					 const struct bc_profile_wish *wish)
{
	if (!have_entries(ctx, profiles))
		return NULL;
	return wish->name.n ? by_name(ctx, profiles, wish) : by_date(ctx, profiles, wish);
}
