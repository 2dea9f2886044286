/* Total-fit line breaking on prefix sums. */
#include "layout/linebreak.h"

enum {
	BADNESS_MAX = 10000,  /* of a line that is as empty as can be */
	LINE_PENALTY = 10,    /* each line costs this much: prefer fewer */
	RAGGED_STRETCH = 300, /* thousandths of the measure that a ragged line may lack */
};

/* The best way to end a line behind piece number `index - 1`. */
struct node {
	int64_t demerits;  /* of all lines up to here */
	uint32_t from;     /* where its last line begins */
	uint32_t lines;    /* 0: not reachable, but for the first node */
	uint32_t overfull; /* how many of them are wider than their measure */
};

struct breaker {
	const struct bc_piece_width *pieces;
	struct bc_measure measure;
	bc_len *width, *stretch, *shrink; /* sums of pieces[0..i) */
	struct node *nodes;
	uint32_t *legal; /* where a line may begin, as far as that is known */
	size_t n_legal;
};

static void sum_up(struct breaker *b, struct bc_arena *a, size_t n)
{
	b->width = bc_new_n(a, bc_len, n + 1);
	b->stretch = bc_new_n(a, bc_len, n + 1);
	b->shrink = bc_new_n(a, bc_len, n + 1);
	for (size_t i = 0; i < n; i++) {
		const struct bc_piece_width *p = &b->pieces[i];
		b->width[i + 1] = b->width[i] + p->width;
		b->stretch[i + 1] = b->stretch[i] + p->stretch;
		b->shrink[i + 1] = b->shrink[i] + p->shrink;
	}
}

/* 100 r³ for a ratio r of `part` to `whole`, at most BADNESS_MAX (TeX §108). */
static int64_t badness(bc_len part, bc_len whole)
{
	if (part <= 0)
		return 0;
	if (whole <= 0 || part > 5 * whole)
		return BADNESS_MAX;
	int64_t r = 1000 * part / whole;
	int64_t bad = r * r * r / 10000000;
	return bad < BADNESS_MAX ? bad : BADNESS_MAX;
}

/* Whether the line of pieces [from, end) fits, and how bad it then is. */
static bool line_badness(const struct breaker *b, size_t from, size_t end, bool last,
			 int64_t *bad)
{
	bc_len measure = from == 0 ? b->measure.first : b->measure.rest;
	bc_len lack = measure - (b->width[end] - b->width[from]);
	bc_len shrink = b->measure.ragged ? 0 : b->shrink[end] - b->shrink[from];
	if (lack < -shrink)
		return false;
	if (lack < 0)
		*bad = badness(-lack, shrink);
	else if (last)
		*bad = 0;
	else if (b->measure.ragged)
		*bad = badness(lack, bc_len_share(measure, RAGGED_STRETCH));
	else
		*bad = badness(lack, b->stretch[end] - b->stretch[from]);
	return true;
}

static int64_t line_demerits(int64_t bad, int32_t penalty)
{
	int64_t cost = LINE_PENALTY + bad;
	if (penalty != BC_PENALTY_MUST && penalty != BC_PENALTY_NEVER)
		cost += penalty;
	return cost * cost;
}

/* Overfull lines are worse than any look, and so is a line more where lines count. */
static bool is_better(const struct breaker *b, const struct node *one, const struct node *other)
{
	if (one->overfull != other->overfull)
		return one->overfull < other->overfull;
	if (b->measure.fewest && one->lines != other->lines)
		return one->lines < other->lines;
	return one->demerits < other->demerits;
}

/* Keep the better of node `to` as it is and a last line that begins at `from`. */
static void offer(struct breaker *b, size_t to, size_t from, int64_t demerits, bool overfull)
{
	const struct node *start = &b->nodes[from];
	struct node node = {
		.demerits = start->demerits + demerits,
		.from = (uint32_t)from,
		.lines = start->lines + 1,
		.overfull = start->overfull + overfull,
	};
	if (b->nodes[to].lines == 0 || is_better(b, &node, &b->nodes[to]))
		b->nodes[to] = node;
}

/* Find the best line that ends at `to`, trying nearer beginnings first. */
static void reach(struct breaker *b, size_t to, bool last)
{
	int32_t penalty = b->pieces[to - 1].penalty;
	size_t end = to; /* the spaces that end the line neither count nor give */
	while (end > 0 && b->pieces[end - 1].space)
		end--;
	for (size_t i = b->n_legal; i-- > 0;) {
		size_t from = b->legal[i];
		int64_t bad;
		if (line_badness(b, from, end > from ? end : from, last, &bad)) {
			offer(b, to, from, line_demerits(bad, penalty), false);
		} else {
			/* farther beginnings only make it longer */
			if (b->nodes[to].lines == 0)
				offer(b, to, from, 0, true);
			return;
		}
		if (from > 0 && b->pieces[from - 1].penalty == BC_PENALTY_MUST)
			return;
	}
}

static struct bc_breaks_found collect(const struct breaker *b, struct bc_arena *a, size_t n)
{
	struct bc_breaks_found found = {
		.n = b->nodes[n].lines,
		.overfull = b->nodes[n].overfull > 0,
	};
	found.ends = bc_new_n(a, uint32_t, found.n);
	size_t at = n;
	for (size_t line = found.n; line-- > 0; at = b->nodes[at].from)
		found.ends[line] = (uint32_t)at;
	return found;
}

struct bc_breaks_found bc_linebreak(struct bc_arena *a, const struct bc_piece_width *pieces,
				    size_t n, struct bc_measure measure)
{
	struct breaker b = {.pieces = pieces, .measure = measure};
	if (n == 0)
		return (struct bc_breaks_found){0};
	sum_up(&b, a, n);
	b.nodes = bc_new_n(a, struct node, n + 1);
	b.legal = bc_new_n(a, uint32_t, n + 1);
	b.n_legal = 1; /* before the first piece */
	for (size_t i = 1; i <= n; i++) {
		int32_t penalty = pieces[i - 1].penalty;
		if (i != n && penalty == BC_PENALTY_NEVER)
			continue;
		reach(&b, i, i == n || penalty == BC_PENALTY_MUST);
		b.legal[b.n_legal++] = (uint32_t)i;
	}
	return collect(&b, a, n);
}
