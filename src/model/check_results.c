/* Results: whole numbers whole, shares right to their own digits, parts no larger than wholes.
 */
#include "base/compiler.h"
#include "model/check.h"
#include "model/number.h"
#include "model/refs.h"

static bool is_number(const struct bc_value *v)
{
	return v->kind == BC_VALUE_NUMBER;
}

static bool counts_things(const struct bc_result *r)
{
	return r->kind == BC_RESULT_COUNT || r->kind == BC_RESULT_ATTENDANCE;
}

static void check_whole(struct bc_ctx *ctx, const struct bc_value *v)
{
	if (is_number(v) && v->number.scale > 0)
		bc_report_fraction(ctx, v->text.place, v->text.s);
}

/* A finding with two numbers, where the first one stands. */
static struct bc_finding *report_two(struct bc_ctx *ctx, enum bc_diag diag,
				     const struct bc_value *a, const struct bc_value *b,
				     struct bc_str name)
{
	return bc_report(ctx->findings, diag, a->text.place,
			 bc_decimal_vi(ctx->scratch, a->number),
			 bc_decimal_vi(ctx->scratch, b->number), name);
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
	bool alike = counts_things(r) && r->kind == whole->kind &&
		     bc_str_eq(r->unit.s, whole->unit.s);
	if (!alike || !compared(&r->value, &whole->value, &order) || order <= 0)
		return;
	struct bc_finding *f = report_two(ctx, BC_DIAG_MODEL_SUBSET_LARGER, &r->value,
					  &whole->value, whole->id.s);
	if (f)
		f->related = whole->value.text.place;
}

void bc_check_results(struct bc_ctx *ctx, const struct bc_report *report)
{
	struct bc_ids ids = bc_result_ids(ctx->scratch, report);
	bc_ids_check(ctx, &ids);
	for (size_t i = 0; i < report->n_results; i++) {
		const struct bc_result *r = &report->results[i];
		if (counts_things(r)) {
			check_whole(ctx, &r->value);
			check_whole(ctx, &r->low);
			check_whole(ctx, &r->high);
		}
		check_order(ctx, r);
		check_percent(ctx, r);
		if (r->subset_of.s.n)
			check_subset(ctx, &ids, r);
	}
}
