/*
 * Line breaking against a search through all sets of breaks.
 *
 * The reference knows the rules, not the algorithm: what a line may be, what
 * one costs, and that fewer overfull lines come first, then (where asked)
 * fewer lines, then the least cost.
 */
#include "prop.h"

#include "layout/linebreak.h"

enum {
	MOST = 12, /* pieces of a paragraph that is searched */
	MANY = 20000,
};

/* What a set of breaks costs, most important first. */
struct price {
	int64_t overfull, lines, demerits;
};

struct paragraph {
	struct bc_piece_width pieces[MANY];
	size_t n;
	struct bc_measure measure;
};

static struct paragraph para; /* too large for the stack */

static int compare(struct price a, struct price b, bool fewest)
{
	if (a.overfull != b.overfull)
		return a.overfull < b.overfull ? -1 : 1;
	if (fewest && a.lines != b.lines)
		return a.lines < b.lines ? -1 : 1;
	return (a.demerits > b.demerits) - (a.demerits < b.demerits);
}

static struct bc_piece_width random_piece(struct random *r, bool space)
{
	struct bc_piece_width w = {.width = (bc_len)(1 + below(r, 40)) * BC_PT};
	w.space = space;
	if (space) {
		w.width = (bc_len)(2 + below(r, 5)) * BC_PT;
		w.stretch = w.width / 2;
		w.shrink = w.width / 4;
	}
	static const int32_t penalties[] = {0, 0, BC_PENALTY_POOR, BC_PENALTY_SPLIT};
	w.penalty = space ? penalties[below(r, 3)] : BC_PENALTY_NEVER;
	if (one_in(r, 5))
		w.penalty = penalties[below(r, 4)];
	if (one_in(r, 12))
		w.penalty = BC_PENALTY_NEVER;
	if (one_in(r, 15))
		w.penalty = BC_PENALTY_MUST;
	return w;
}

static void random_paragraph(struct random *r, size_t most)
{
	bool space = one_in(r, 8);
	para.n = 1 + below(r, most);
	for (size_t i = 0; i < para.n; i++) {
		para.pieces[i] = random_piece(r, space);
		space = one_in(r, 10) ? space : !space;
	}
	para.measure.rest = (bc_len)(5 + below(r, 120)) * BC_PT;
	para.measure.first = para.measure.rest - (bc_len)below(r, 30) * BC_PT;
	para.measure.ragged = one_in(r, 2);
	para.measure.fewest = one_in(r, 3);
}

static int64_t cube(bc_len part, bc_len whole)
{
	if (whole <= 0 || part > 5 * whole)
		return 10000;
	int64_t r = 1000 * part / whole;
	return r * r * r / 10000000 < 10000 ? r * r * r / 10000000 : 10000;
}

/* Whether the line [from, to) fits its measure; how bad it looks in *bad. */
static bool line_fits(size_t from, size_t to, int64_t *bad)
{
	const struct bc_piece_width *p = para.pieces;
	bool last = to == para.n || p[to - 1].penalty == BC_PENALTY_MUST;
	bc_len width = 0, stretch = 0, shrink = 0;
	size_t end = to;
	while (end > from && p[end - 1].space)
		end--;
	for (size_t i = from; i < end; i++) {
		width += p[i].width;
		stretch += p[i].stretch;
		shrink += para.measure.ragged ? 0 : p[i].shrink;
	}
	bc_len measure = from ? para.measure.rest : para.measure.first;
	bc_len lack = measure - width;
	if (para.measure.ragged)
		stretch = measure * 300 / 1000;
	*bad = lack < 0 ? cube(-lack, shrink) : last || lack == 0 ? 0 : cube(lack, stretch);
	return lack + shrink >= 0;
}

static void add_line(struct price *price, size_t from, size_t to)
{
	int32_t penalty = para.pieces[to - 1].penalty;
	bool counts = penalty != BC_PENALTY_MUST && penalty != BC_PENALTY_NEVER;
	int64_t bad;
	price->lines++;
	if (!line_fits(from, to, &bad)) {
		price->overfull++;
		return;
	}
	int64_t cost = 10 + bad + (counts ? penalty : 0);
	price->demerits += cost * cost;
}

/* A line that could have ended earlier has no right to be overfull. */
static bool line_allowed(size_t from, size_t to)
{
	bool whole = true;
	int64_t bad;
	for (size_t i = from; i + 1 < to; i++) {
		if (para.pieces[i].penalty == BC_PENALTY_MUST)
			return false;
		whole &= para.pieces[i].penalty == BC_PENALTY_NEVER;
	}
	bool ends = to == para.n || para.pieces[to - 1].penalty != BC_PENALTY_NEVER;
	return ends && (whole || line_fits(from, to, &bad));
}

/* The set of breaks that `bits` stands for: bit i is a line's end behind piece i. */
static bool price_of(uint32_t bits, struct price *price)
{
	*price = (struct price){0};
	size_t from = 0;
	for (size_t i = 0; i < para.n; i++) {
		if (i + 1 < para.n && !(bits >> i & 1))
			continue;
		if (!line_allowed(from, i + 1))
			return false;
		add_line(price, from, i + 1);
		from = i + 1;
	}
	return true;
}

static struct price cheapest(void)
{
	struct price best = {0}, price;
	bool found = false;
	for (uint32_t bits = 0; bits < 1u << (para.n - 1); bits++) {
		if (!price_of(bits, &price))
			continue;
		if (!found || compare(price, best, para.measure.fewest) < 0)
			best = price;
		found = true;
	}
	return best;
}

/* How few lines greedy filling takes; it overfills only what it cannot avoid. */
static size_t greedy_lines(void)
{
	size_t lines = 0;
	for (size_t from = 0, to; from < para.n; from = to, lines++) {
		to = 0;
		for (size_t i = from; i < para.n; i++) {
			int32_t penalty = para.pieces[i].penalty;
			int64_t bad;
			bool legal = i + 1 == para.n || penalty != BC_PENALTY_NEVER;
			bool fits = legal && line_fits(from, i + 1, &bad);
			if (legal && (fits || to == 0))
				to = i + 1;
			if ((legal && !fits) || penalty == BC_PENALTY_MUST)
				break;
		}
	}
	return lines;
}

/* What is true of every result: all pieces, in order, at legal ends; what it costs. */
static struct price check_lines(struct random *r, struct bc_breaks_found found)
{
	struct price price = {0};
	size_t from = 0;
	HOLDS(r, found.n > 0 && found.ends[found.n - 1] == para.n);
	for (size_t i = 0; i < found.n; from = found.ends[i++]) {
		size_t to = found.ends[i];
		HOLDS(r, to > from);
		HOLDS(r, line_allowed(from, to));
		add_line(&price, from, to);
	}
	HOLDS(r, found.overfull == (price.overfull > 0));
	HOLDS(r, price.lines == (int64_t)found.n);
	return price;
}

static void check_small(struct random *r, struct bc_arena *a)
{
	random_paragraph(r, MOST);
	struct price price = check_lines(r, bc_linebreak(a, para.pieces, para.n, para.measure));
	struct price best = cheapest();
	HOLDS(r, compare(price, best, para.measure.fewest) == 0);
}

static void check_fewest(struct random *r, struct bc_arena *a)
{
	random_paragraph(r, 2000);
	para.measure.fewest = true;
	struct bc_breaks_found found = bc_linebreak(a, para.pieces, para.n, para.measure);
	struct price price = check_lines(r, found);
	if (price.overfull == 0)
		HOLDS(r, found.n == greedy_lines());
}

/* Long paragraphs of each kind end soon; the time limit is that of the test run. */
static void check_many(struct random *r, struct bc_arena *a)
{
	random_paragraph(r, 1);
	para.n = MANY;
	para.measure.rest = (bc_len)below(r, 500) * BC_PT;
	para.measure.first = para.measure.rest;
	bool narrow = one_in(r, 3); /* nothing fits, line after line */
	for (size_t i = 0; i < MANY; i++) {
		para.pieces[i] = random_piece(r, i % 2);
		if (narrow)
			para.pieces[i].penalty = BC_PENALTY_SPLIT;
	}
	if (narrow)
		para.measure.first = para.measure.rest = 0;
	check_lines(r, bc_linebreak(a, para.pieces, para.n, para.measure));
}

typedef void property(struct random *r, struct bc_arena *a);

static void try_seed(uint64_t seed, property *check)
{
	jmp_buf oom;
	struct bc_arena a;
	struct random r = random_from(seed);
	bc_arena_init(&a, &oom);
	if (setjmp(oom))
		abort();
	check(&r, &a);
	bc_arena_done(&a);
}

static void each_seed(int argc, char **argv, uint64_t count, property *check)
{
	uint64_t last = last_seed(argc, argv, count);
	for (uint64_t seed = first_seed(argc, argv); seed <= last; seed++)
		try_seed(seed, check);
}

int main(int argc, char **argv)
{
	each_seed(argc, argv, 4000, check_small);
	each_seed(argc, argv, 200, check_fewest);
	each_seed(argc, argv, 10, check_many);
	return 0;
}
