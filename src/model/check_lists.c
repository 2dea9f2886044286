/*
 * The lists beside the results: what targets name and are parts of, whether
 * commendations add up, codes of units, whether comments are answered, dates of
 * enclosures.
 */
#include "model/check.h"
#include "model/refs.h"
#include "model/schema.h"

#include <stddef.h>

static const struct bc_target *target_of(const struct bc_phrase *id)
{
	const void *at = (const char *)id - offsetof(struct bc_target, id);
	return at;
}

static const struct bc_result *result_of(const struct bc_phrase *id)
{
	const void *at = (const char *)id - offsetof(struct bc_result, id);
	return at;
}

/* What both count, and over the same time; percentages may be of different wholes. */
static bool alike(const struct bc_target *a, const struct bc_target *b)
{
	return a->value.kind == BC_VALUE_NUMBER && b->value.kind == BC_VALUE_NUMBER &&
	       bc_str_eq(a->unit.s, b->unit.s) && !bc_str_is(a->unit.s, "%") &&
	       a->frequency == b->frequency;
}

static void check_part(struct bc_ctx *ctx, const struct bc_ids *targets,
		       const struct bc_target *t)
{
	const struct bc_phrase *id = bc_ids_find(targets, t->subset_of.s);
	if (!id) {
		bc_ids_report(ctx, targets, &t->subset_of, BC_STR("targets"));
		return;
	}
	const struct bc_target *whole = target_of(id);
	if (whole == t)
		BC_REPORT1(ctx->findings, MODEL_TARGET_SELF, t->subset_of.place, t->id.s);
	/* "at most" so many of them asks for none at all */
	if (!alike(t, whole) || t->op == BC_AT_MOST ||
	    bc_decimal_compare(t->value.number, whole->value.number) <= 0)
		return;
	struct bc_finding *f =
		bc_report_two(ctx, BC_DIAG_MODEL_SUBSET_LARGER, t->value.text.place,
			      t->value.number, whole->value.number, whole->id.s);
	if (f)
		f->related = whole->value.text.place;
}

static void check_result(struct bc_ctx *ctx, const struct bc_ids *results,
			 const struct bc_target *t)
{
	const struct bc_phrase *id = bc_ids_find(results, t->result.s);
	if (!id) {
		bc_ids_report(ctx, results, &t->result, BC_STR("results"));
		return;
	}
	const struct bc_result *r = result_of(id);
	if (bc_counts_things(r) && bc_str_eq(r->unit.s, t->unit.s))
		bc_check_whole(ctx, &t->value);
}

static void check_targets(struct bc_ctx *ctx, const struct bc_report *report)
{
	struct bc_ids targets = bc_target_ids(ctx->scratch, report);
	struct bc_ids results = bc_result_ids(ctx->scratch, report);
	bc_ids_check(ctx, &targets, BC_DIAG_MODEL_SAME_ID);
	for (size_t i = 0; i < report->n_targets; i++) {
		const struct bc_target *t = &report->targets[i];
		if (t->subset_of.s.n)
			check_part(ctx, &targets, t);
		if (t->result.s.n)
			check_result(ctx, &results, t);
	}
}

/* With "hơn" or "gần" before it, the number combined is no sum. */
static void check_commendation(struct bc_ctx *ctx, const struct bc_commendation *c)
{
	if (!c->combined.given || c->qualifiers.n)
		return;
	int64_t sum = c->collectives.value + c->individuals.value;
	bool both = c->collectives.given && c->individuals.given;
	if (both ? sum == c->combined.value : sum <= c->combined.value)
		return;
	(void)bc_report_two(ctx, BC_DIAG_MODEL_COMBINED, c->combined.place,
			    (struct bc_decimal){sum, 0},
			    (struct bc_decimal){c->combined.value, 0}, (struct bc_str){0});
}

static void check_units(struct bc_ctx *ctx, const struct bc_report *report)
{
	const struct bc_unit *u = report->units;
	struct bc_ids codes =
		bc_ids_of(ctx->scratch, u ? &u->code : NULL, report->n_units, sizeof *u);
	bc_ids_check(ctx, &codes, BC_DIAG_MODEL_SAME_ID);
}

static void unanswered(struct bc_ctx *ctx, const struct bc_comment *c, const char *key)
{
	const struct bc_field *field = bc_shape_field(&bc_shape_comment, bc_str_of(key));
	BC_REPORT2(ctx->findings, MODEL_UNANSWERED, c->place, bc_str_of(key),
		   bc_str_of(field->title));
}

static void check_comment(struct bc_ctx *ctx, const struct bc_comment *c)
{
	if (c->comment.n && c->taken == BC_TAKEN_NOT_SAID)
		unanswered(ctx, c, "taken");
	if (c->comment.n && c->response.n == 0)
		unanswered(ctx, c, "response");
}

/* What is sent cannot be younger than the letter; a letter may lack its day. */
static void check_enclosure(struct bc_ctx *ctx, const struct bc_report *report,
			    const struct bc_enclosure *e)
{
	const struct bc_when *sent = &report->document.date;
	if (!sent->date.day || !e->date.date.year ||
	    bc_date_compare(e->date.date, sent->date) <= 0)
		return;
	struct bc_finding *f = BC_REPORT0(ctx->findings, MODEL_ENCLOSURE_DATE, e->date.place);
	if (f)
		f->related = sent->place;
}

void bc_check_lists(struct bc_ctx *ctx, const struct bc_report *report)
{
	check_targets(ctx, report);
	for (size_t i = 0; i < report->n_commendations; i++)
		check_commendation(ctx, &report->commendations[i]);
	check_units(ctx, report);
	for (size_t i = 0; i < report->n_comments; i++)
		check_comment(ctx, &report->comments[i]);
	for (size_t i = 0; i < report->n_enclosures; i++)
		check_enclosure(ctx, report, &report->enclosures[i]);
}
