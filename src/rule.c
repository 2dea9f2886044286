/* Which profile: by the report that has been read, or by what it seems to say before. */
#include "run.h"

#include "model/report.h"
#include "text/date.h"

static int compact_date(struct bc_date d)
{
	/* a month without its day counts to its end: the clerk's day is still to come */
	return d.year ? (d.year * 100 + d.month) * 100 + (d.day ? d.day : 31) : 0;
}

static const struct bc_profile *pick(struct run *run, struct bc_ctx *ctx,
				     struct bc_profile_wish wish)
{
	/* a draft may lack every date: it is set by the rule that is in force last */
	if (run->job->draft && !wish.document_date && !wish.period_end)
		wish.document_date = 99991231;
	if (!wish.name.n && (!wish.kind.n || !(wish.document_date || wish.period_end)))
		return NULL; /* what is missing is reported with the report */
	return bc_profile_pick(ctx, bc_shared_profiles(run), &wish);
}

const struct bc_profile *bc_rule_of(struct run *run, const struct bc_report *report)
{
	static const struct bc_str kinds[] = {
		[BC_ORG_NONE] = {NULL, 0},
		[BC_ORG_PARTY] = {"party", 5},
		[BC_ORG_STATE] = {"state", 5},
	};
	const struct bc_document *d = &report->document;
	struct bc_profile_wish wish = {
		.name = report->profile.s,
		.kind = kinds[report->organization.kind],
		.document_date = compact_date(d->date.date),
		.period_end = compact_date(report->period.to.date),
		.place = report->profile.s.p           ? report->profile.place
			 : d->date.date.year           ? d->date.place
			 : report->period.to.date.year ? report->period.to.place
						       : report->place,
	};
	return pick(run, run->ctx, wish);
}

static int date_of(const struct bc_json *data, const char *object, const char *key)
{
	struct bc_date date;
	struct bc_str text = bc_json_text(bc_json_get(data, bc_str_of(object)), key);
	return bc_date_parse(text, true, &date) ? compact_date(date) : 0;
}

struct bc_usage bc_likely_usage(struct run *run, const struct bc_json *data)
{
	struct bc_findings untold; /* the report will be told what is wrong with it */
	struct bc_ctx ctx = *run->ctx;
	ctx.findings = &untold;
	bc_findings_init(&untold, ctx.arena);
	struct bc_profile_wish wish = {
		.name = bc_json_text(data, "profile"),
		.kind = bc_json_text(bc_json_get(data, BC_STR("organization")), "kind"),
		.document_date = date_of(data, "document", "date"),
		.period_end = date_of(data, "period", "to"),
	};
	const struct bc_profile *profile = pick(run, &ctx, wish);
	return profile ? profile->usage : (struct bc_usage){0};
}
