/*
 * Results: whole numbers whole, shares right to their own digits, parts no
 * larger than wholes, one figure for each plan and each other period.
 */
#include "base/compiler.h"
#include "model/check.h"
#include "model/number.h"
#include "model/refs.h"
#include "model/schema.h"

static bool is_number(const struct bc_value *v)
{
	return v->kind == BC_VALUE_NUMBER;
}

void bc_check_whole(struct bc_ctx *ctx, const struct bc_value *v)
{
	if (is_number(v) && v->number.scale > 0)
		bc_report_fraction(ctx, v->text.place, v->text.s);
}

/* A finding with two numbers, where the first one stands. */
static struct bc_finding *report_two(struct bc_ctx *ctx, enum bc_diag diag,
				     const struct bc_value *a, const struct bc_value *b,
				     struct bc_str name)
{
	return bc_report_two(ctx, diag, a->text.place, a->number, b->number, name);
}

/* -1, 0 or 1 in `order` for two numbers; false if one is not given. */
static bool compared(const struct bc_value *a, const struct bc_value *b, int *order)
{
	if (!is_number(a) || !is_number(b))
		return false;
	*order = bc_decimal_compare(a->number, b->number);
	return true;
}

/* Larger numbers are not compared: the products below have to fit into 127 bits. */
static bool is_small(struct bc_decimal v)
{
	const int64_t bound = 1000000000000;
	return v.units < bound && v.units > -bound && v.scale <= 6;
}

static bc_int128 power_of_ten(int n)
{
	bc_int128 p = 1;
	while (n-- > 0)
		p *= 10;
	return p;
}

/*
 * Whether v% is n/d, rounded either way at exactly half of v's last digit:
 * |v·d - 100·n| <= d / (2·10^s), s being v's digits after the mark.
 */
static bool is_share(struct bc_decimal v, struct bc_decimal n, struct bc_decimal d)
{
	int shift = v.scale + d.scale - n.scale;
	bc_int128 left = (bc_int128)v.units * d.units * power_of_ten(-shift);
	bc_int128 right = (bc_int128)n.units * 100 * power_of_ten(shift);
	bc_int128 off = left > right ? left - right : right - left;
	return 2 * off <= d.units * power_of_ten(-shift);
}

static void check_percent(struct bc_ctx *ctx, const struct bc_result *r)
{
	const struct bc_value *v = &r->value, *n = &r->numerator, *d = &r->denominator;
	const struct bc_decimal hundred = {100, 0};
	if (r->kind != BC_RESULT_PERCENT || !is_number(v))
		return;
	if (bc_decimal_compare(v->number, hundred) > 0)
		BC_REPORT1(ctx->findings, MODEL_OVER_100, v->text.place,
			   bc_decimal_vi(ctx->scratch, v->number));
	bool usable = is_number(n) && is_number(d) && d->number.units > 0;
	bool small = is_small(v->number) && is_small(n->number) && is_small(d->number);
	if (usable && small && !is_share(v->number, n->number, d->number))
		report_two(ctx, BC_DIAG_MODEL_PERCENT, v, n,
			   bc_decimal_vi(ctx->scratch, d->number));
}

static void check_order(struct bc_ctx *ctx, const struct bc_result *r)
{
	const struct bc_str none = {0};
	int order;
	if (compared(&r->numerator, &r->denominator, &order) && order > 0)
		report_two(ctx, BC_DIAG_MODEL_NUMERATOR, &r->numerator, &r->denominator, none);
	if (compared(&r->low, &r->high, &order) && order > 0)
		report_two(ctx, BC_DIAG_MODEL_RANGE_ORDER, &r->low, &r->high, none);
}

static const struct bc_result *result_of(const struct bc_phrase *id)
{
	const void *at = (const char *)id - offsetof(struct bc_result, id);
	return at;
}

/* Only like is compared with like: counts of the same unit. */
static void check_subset(struct bc_ctx *ctx, const struct bc_ids *ids,
			 const struct bc_result *r)
{
	const struct bc_phrase *id = bc_ids_find(ids, r->subset_of.s);
	int order;
	if (!id) {
		bc_ids_report(ctx, ids, &r->subset_of, BC_STR("results"));
		return;
	}
	const struct bc_result *whole = result_of(id);
	if (whole == r)
		BC_REPORT1(ctx->findings, MODEL_SUBSET_SELF, r->subset_of.place, r->id.s);
	bool alike = bc_counts_things(r) && r->kind == whole->kind &&
		     bc_str_eq(r->unit.s, whole->unit.s);
	if (!alike || !compared(&r->value, &whole->value, &order) || order <= 0)
		return;
	struct bc_finding *f = report_two(ctx, BC_DIAG_MODEL_SUBSET_LARGER, &r->value,
					  &whole->value, whole->id.s);
	if (f)
		f->related = whole->value.text.place;
}

static void check_all_whole(struct bc_ctx *ctx, const struct bc_result *r)
{
	bc_check_whole(ctx, &r->value);
	bc_check_whole(ctx, &r->low);
	bc_check_whole(ctx, &r->high);
	for (size_t i = 0; i < r->n_plans; i++)
		bc_check_whole(ctx, &r->plans[i].value);
	for (size_t i = 0; i < r->n_compare; i++)
		bc_check_whole(ctx, &r->compare[i].value);
	for (size_t i = 0; i < r->n_series; i++)
		bc_check_whole(ctx, &r->series[i].value);
}

/* Of two figures for one basis a template would take the first without a word. */
static void check_bases(struct bc_ctx *ctx, const struct bc_result *r)
{
	const struct bc_comparison *first[BC_BASE_PERIOD + 1] = {0};
	for (size_t i = 0; i < r->n_compare; i++) {
		const struct bc_comparison *c = &r->compare[i];
		if (c->basis == BC_COMPARED_WITH_NOTHING)
			continue;
		if (!first[c->basis]) {
			first[c->basis] = c;
			continue;
		}
		const char *name = bc_comparison_names.at[c->basis - bc_comparison_names.first];
		struct bc_finding *f =
			BC_REPORT1(ctx->findings, MODEL_TWICE, c->place, bc_str_of(name));
		if (f)
			f->related = first[c->basis]->place;
	}
}

static void check_twice(struct bc_ctx *ctx, const struct bc_result *r)
{
	const struct bc_plan *p = r->plans;
	const struct bc_point *s = r->series;
	struct bc_ids sources =
		bc_ids_of(ctx->scratch, p ? &p->source : NULL, r->n_plans, sizeof *p);
	struct bc_ids periods =
		bc_ids_of(ctx->scratch, s ? &s->period : NULL, r->n_series, sizeof *s);
	bc_ids_check(ctx, &sources, BC_DIAG_MODEL_TWICE);
	bc_ids_check(ctx, &periods, BC_DIAG_MODEL_TWICE);
	check_bases(ctx, r);
}

void bc_check_results(struct bc_ctx *ctx, const struct bc_report *report)
{
	struct bc_ids ids = bc_result_ids(ctx->scratch, report);
	bc_ids_check(ctx, &ids, BC_DIAG_MODEL_SAME_ID);
	for (size_t i = 0; i < report->n_results; i++) {
		const struct bc_result *r = &report->results[i];
		if (bc_counts_things(r))
			check_all_whole(ctx, r);
		check_order(ctx, r);
		check_percent(ctx, r);
		check_twice(ctx, r);
		if (r->subset_of.s.n)
			check_subset(ctx, &ids, r);
	}
}
