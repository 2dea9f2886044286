/* Lists of the data: counting, adding up, ordering, choosing. */
#include "expr/functions.h"

#include "text/collate.h"

#include <stdlib.h>

enum {
	OF_ELEMENT = 4, /* work: an element is read, and put into another list */
};

/* The first argument's elements; null has none, a text is its own.  False after a finding. */
static bool take_list(struct bc_call *call, struct bc_datum *out)
{
	struct bc_datum v = call->args[0];
	if (v.kind != BC_DATUM_LIST && v.kind != BC_DATUM_NULL && v.kind != BC_DATUM_TEXT) {
		bc_call_wrong_kind(call, 0, bc_datum_kind_name(BC_DATUM_LIST));
		return false;
	}
	if (!bc_eval_work(call->eval, OF_ELEMENT * bc_datum_count(v), call->expr->place))
		return false;
	*out = bc_datum_spread(call->eval->ctx->arena, v);
	return true;
}

static struct bc_datum *new_list(struct bc_call *call, size_t n)
{
	return bc_new_n(call->eval->ctx->arena, struct bc_datum, n ? n : 1);
}

struct bc_datum bc_fn_count(struct bc_call *call)
{
	enum bc_datum_kind kind = call->args[0].kind;
	if (kind == BC_DATUM_TEXT)
		return bc_datum_whole(call->args[0].text.n > 0);
	if (kind != BC_DATUM_LIST && kind != BC_DATUM_OBJECT && kind != BC_DATUM_NULL)
		return bc_call_wrong_kind(call, 0, bc_datum_kind_name(BC_DATUM_LIST));
	return bc_datum_whole((int64_t)bc_datum_count(call->args[0]));
}

/* What an element is sorted or counted by: its member `key`, or itself without one. */
static struct bc_datum key_of(struct bc_call *call, struct bc_datum element, struct bc_str key)
{
	return key.n ? bc_eval_member(call->eval, element, key, call->expr->place) : element;
}

/* The numbers of a list, or of its elements' members; those without are left out. */
static bool take_numbers(struct bc_call *call, struct bc_datum *out)
{
	struct bc_datum list;
	struct bc_str key = bc_call_text(call, 1, BC_STR(""));
	if (!key.p || !take_list(call, &list))
		return false;
	struct bc_datum *numbers = new_list(call, list.n);
	size_t n = 0;
	for (size_t i = 0; i < list.n; i++) {
		struct bc_datum v = key_of(call, list.items[i], key);
		if (v.kind == BC_DATUM_NULL)
			continue;
		if (v.kind != BC_DATUM_NUMBER) {
			call->args[0] = v;
			bc_call_wrong_kind(call, 0, bc_datum_kind_name(BC_DATUM_NUMBER));
			return false;
		}
		numbers[n++] = v;
	}
	*out = bc_datum_list(numbers, n);
	return true;
}

static bool add_up(struct bc_call *call, struct bc_datum numbers, struct bc_datum *sum)
{
	*sum = bc_datum_whole(0);
	if (!bc_eval_work(call->eval, BC_WORK_ARITHMETIC * numbers.n, call->expr->place))
		return false;
	for (size_t i = 0; i < numbers.n; i++) {
		const struct bc_datum *v = &numbers.items[i];
		sum->scale = v->scale > sum->scale ? v->scale : sum->scale;
		if (bc_rational_compute(sum->number, '+', v->number, &sum->number))
			continue;
		BC_REPORT1(call->eval->ctx->findings, TEMPLATE_ARITHMETIC, call->expr->place,
			   BC_BOTH("số quá lớn", "the number is too large"));
		return false;
	}
	return true;
}

struct bc_datum bc_fn_sum(struct bc_call *call)
{
	struct bc_datum numbers, sum;
	return take_numbers(call, &numbers) && add_up(call, numbers, &sum) ? sum : bc_wrong();
}

struct bc_datum bc_fn_avg(struct bc_call *call)
{
	struct bc_datum numbers, sum;
	if (!take_numbers(call, &numbers) || !add_up(call, numbers, &sum))
		return bc_wrong();
	if (numbers.n == 0)
		return bc_datum_null();
	struct bc_datum average = bc_datum_whole(0);
	struct bc_rational n = {(int64_t)numbers.n, 1};
	if (bc_rational_compute(sum.number, '/', n, &average.number))
		return average;
	return bc_call_wrong_value(call, BC_BOTH("số nhỏ hơn", "smaller numbers"));
}

/* The least (sign -1) or the greatest (1) number. */
static struct bc_datum extreme(struct bc_call *call, int sign)
{
	struct bc_datum numbers;
	if (!take_numbers(call, &numbers))
		return bc_wrong();
	struct bc_datum best = bc_datum_null();
	for (size_t i = 0; i < numbers.n; i++) {
		struct bc_datum v = numbers.items[i];
		if (i == 0 || bc_rational_compare(v.number, best.number) * sign > 0)
			best = v;
	}
	return best;
}

struct bc_datum bc_fn_min(struct bc_call *call)
{
	return extreme(call, -1);
}

struct bc_datum bc_fn_max(struct bc_call *call)
{
	return extreme(call, 1);
}

/* An element with what it is sorted by, and its old place, for equals keep their order. */
struct sorted {
	struct bc_datum key, value;
	size_t at;
	bool people;
};

/* Missing keys come last, texts after numbers. */
static int by_key(const void *a, const void *b)
{
	const struct sorted *x = a, *y = b;
	int order = 0;
	if (x->key.kind != y->key.kind)
		order = (x->key.kind == BC_DATUM_NULL) - (y->key.kind == BC_DATUM_NULL);
	if (x->key.kind != y->key.kind && order == 0)
		order = x->key.kind < y->key.kind ? -1 : 1;
	else if (x->key.kind == BC_DATUM_NUMBER && order == 0)
		order = bc_rational_compare(x->key.number, y->key.number);
	else if (x->key.kind == BC_DATUM_TEXT && order == 0)
		order = x->people ? bc_collate_people(x->key.text, y->key.text)
				  : bc_collate(x->key.text, y->key.text);
	return order ? order : (x->at > y->at) - (x->at < y->at);
}

static unsigned binary_digits(size_t n)
{
	unsigned digits = 0;
	for (; n; n /= 2)
		digits++;
	return digits;
}

static struct bc_datum sort(struct bc_call *call, bool people)
{
	struct bc_datum list;
	struct bc_str key = bc_call_text(call, 1, BC_STR(""));
	if (!key.p || !take_list(call, &list))
		return bc_wrong();
	struct bc_arena *scratch = call->eval->ctx->scratch;
	struct bc_mark mark = bc_arena_mark(scratch);
	struct sorted *all = bc_new_n(scratch, struct sorted, list.n + 1);
	struct bc_datum *items = new_list(call, list.n);
	size_t work = 0;
	for (size_t i = 0; i < list.n; i++) {
		struct bc_datum v = list.items[i];
		all[i] = (struct sorted){key_of(call, v, key), v, i, people};
		work += 1 + 2 * all[i].key.text.n;
	}
	/* each is compared with as many as the number of all has binary digits */
	bool done = bc_eval_work(call->eval, work * binary_digits(list.n), call->expr->place);
	if (done)
		qsort(all, list.n, sizeof *all, by_key);
	for (size_t i = 0; i < list.n; i++)
		items[i] = all[i].value;
	bc_arena_release(scratch, mark);
	return done ? bc_datum_list(items, list.n) : bc_wrong();
}

struct bc_datum bc_fn_sort(struct bc_call *call)
{
	return sort(call, false);
}

struct bc_datum bc_fn_sort_people(struct bc_call *call)
{
	return sort(call, true);
}

struct bc_datum bc_fn_filter(struct bc_call *call)
{
	struct bc_datum list;
	if (!take_list(call, &list))
		return bc_wrong();
	struct bc_datum *items = new_list(call, list.n);
	size_t n = 0;
	for (size_t i = 0; i < list.n; i++) {
		struct bc_datum holds = bc_call_each(call, list.items[i]);
		if (holds.kind == BC_DATUM_WRONG)
			return holds;
		if (bc_datum_truth(holds))
			items[n++] = list.items[i];
	}
	return bc_datum_list(items, n);
}

struct bc_datum bc_fn_map(struct bc_call *call)
{
	struct bc_datum list;
	if (!take_list(call, &list))
		return bc_wrong();
	struct bc_datum *items = new_list(call, list.n);
	for (size_t i = 0; i < list.n; i++) {
		items[i] = bc_call_each(call, list.items[i]);
		if (items[i].kind == BC_DATUM_WRONG)
			return items[i];
	}
	return bc_datum_list(items, list.n);
}

/* Elements with the same key. */
struct group {
	struct bc_datum key;
	struct bc_datum *items;
	size_t n;
};

/* The groups of the elements, at most as many: which one each belongs to, and their sizes. */
static size_t find_groups(struct bc_call *call, struct bc_datum list, struct bc_str by,
			  struct group *groups, size_t *of)
{
	size_t n = 0;
	for (size_t i = 0; i < list.n; i++) {
		struct bc_datum key = key_of(call, list.items[i], by);
		size_t g = 0;
		while (g < n && !bc_datum_same(groups[g].key, key))
			g++;
		if (!bc_eval_work(call->eval, g * (1 + key.text.n / 64), call->expr->place))
			break;
		if (g == n)
			groups[n++].key = key;
		else /* whoever prints the key prints each of those that are the same */
			bc_eval_says(call->eval, &groups[g].key, key);
		groups[g].n++;
		of[i] = g;
	}
	return n;
}

/* {key, items} */
static struct bc_datum group_value(struct bc_call *call, const struct group *group)
{
	struct bc_member *members = bc_new_n(call->eval->ctx->arena, struct bc_member, 2);
	members[0] = (struct bc_member){BC_STR("key"), group->key};
	members[1] = (struct bc_member){BC_STR("items"), bc_datum_list(group->items, group->n)};
	return (struct bc_datum){.kind = BC_DATUM_OBJECT, .members = members, .n = 2};
}

/* The elements one group behind the other; then each group as a value. */
static struct bc_datum make_groups(struct bc_call *call, struct bc_datum list,
				   struct group *groups, size_t n, const size_t *of)
{
	struct bc_datum *items = new_list(call, list.n), *values = new_list(call, n);
	for (size_t g = 0; g < n; g++) {
		groups[g].items = items;
		items += groups[g].n;
		groups[g].n = 0;
	}
	for (size_t i = 0; i < list.n; i++) {
		struct group *group = &groups[of[i]];
		group->items[group->n++] = list.items[i];
	}
	for (size_t g = 0; g < n; g++)
		values[g] = group_value(call, &groups[g]);
	return bc_datum_list(values, n);
}

struct bc_datum bc_fn_group(struct bc_call *call)
{
	struct bc_datum list;
	struct bc_str by = bc_call_text(call, 1, BC_STR(""));
	if (!by.p || !take_list(call, &list))
		return bc_wrong();
	struct bc_arena *scratch = call->eval->ctx->scratch;
	struct bc_mark mark = bc_arena_mark(scratch);
	struct group *groups = bc_new_n(scratch, struct group, list.n + 1);
	size_t *of = bc_new_n(scratch, size_t, list.n + 1);
	struct bc_datum out = bc_wrong();
	size_t n = find_groups(call, list, by, groups, of);
	if (!call->eval->exhausted)
		out = make_groups(call, list, groups, n, of);
	bc_arena_release(scratch, mark);
	return out;
}

struct bc_datum bc_fn_first(struct bc_call *call)
{
	struct bc_datum list;
	if (!take_list(call, &list))
		return bc_wrong();
	return list.n ? list.items[0] : bc_datum_null();
}

struct bc_datum bc_fn_last(struct bc_call *call)
{
	struct bc_datum list;
	if (!take_list(call, &list))
		return bc_wrong();
	return list.n ? list.items[list.n - 1] : bc_datum_null();
}

struct bc_datum bc_fn_reverse(struct bc_call *call)
{
	struct bc_datum list;
	if (!take_list(call, &list))
		return bc_wrong();
	struct bc_datum *items = new_list(call, list.n);
	for (size_t i = 0; i < list.n; i++)
		items[i] = list.items[list.n - 1 - i];
	return bc_datum_list(items, list.n);
}

struct bc_datum bc_fn_take(struct bc_call *call)
{
	struct bc_datum list;
	struct bc_rational n;
	if (!take_list(call, &list) || !bc_call_number(call, 1, &n))
		return bc_wrong();
	if (n.under != 1 || n.over < 0)
		return bc_call_wrong_value(
			call, BC_BOTH("số nguyên không âm", "a whole number from 0"));
	if ((uint64_t)n.over < list.n)
		list.n = (size_t)n.over;
	return bc_datum_list(list.items, list.n);
}

/* join: a, b và c; join("; "): a; b; c */
struct bc_datum bc_fn_join(struct bc_call *call)
{
	struct bc_datum list;
	struct bc_buf out = bc_buf_in(call->eval->ctx->arena);
	struct bc_str between = bc_call_text(call, 1, BC_STR(", "));
	struct bc_str last = bc_call_text(call, 2, call->n < 2 ? BC_STR(" và ") : between);
	if (!between.p || !last.p || !take_list(call, &list))
		return bc_wrong();
	struct bc_datum joined = bc_datum_text(BC_STR(""));
	for (size_t i = 0; i < list.n; i++) {
		size_t before = out.n;
		if (i)
			bc_buf_add(&out, i + 1 == list.n ? last : between);
		if (!bc_datum_print(call->eval, call->expr->place, &out, list.items[i]) ||
		    !bc_eval_work(call->eval, bc_copy_work(out.n - before), call->expr->place))
			return bc_wrong();
		bc_eval_says(call->eval, &joined, list.items[i]);
	}
	if (out.n)
		joined.text = bc_buf_str(&out);
	return joined;
}
