/*
 * A table draws the lines of each cell by themselves; most of them go on from
 * cell to cell and from row to row.
 */
#include "pdf/rules.h"

enum {
	OPEN = 64 /* how far back a rule is looked for that may go on: wide tables have as many
		   */
};

/* Rules of one direction, as found. */
struct gathered {
	struct bc_rule_at *at;
	size_t n;
};

/* Begin and end of a rule along its direction, and where it stands across. */
struct extent {
	bc_len from, to, across, weight;
};

static struct extent extent_of(const struct bc_rule_at *rule, bool upright)
{
	if (upright)
		return (struct extent){rule->y, rule->y + rule->height, rule->x, rule->width};
	return (struct extent){rule->x, rule->x + rule->width, rule->y, rule->height};
}

/* Whether `next` touches or overlaps `rule` in one line; then it is part of it by now. */
static bool joins(struct bc_rule_at *rule, const struct bc_rule_at *next, bool upright)
{
	struct extent a = extent_of(rule, upright), b = extent_of(next, upright);
	if (a.across != b.across || a.weight != b.weight || rule->color != next->color ||
	    b.from > a.to || a.from > b.to)
		return false;
	bc_len from = bc_len_min(a.from, b.from), to = bc_len_max(a.to, b.to);
	if (upright) {
		rule->y = from;
		rule->height = to - from;
	} else {
		rule->x = from;
		rule->width = to - from;
	}
	return true;
}

static void gather(struct gathered *all, const struct bc_rule_at *next, bool upright)
{
	size_t last = all->n > OPEN ? all->n - OPEN : 0;
	for (size_t i = all->n; i > last; i--) {
		if (joins(&all->at[i - 1], next, upright))
			return;
	}
	all->at[all->n++] = *next;
}

struct bc_rules bc_rules_of(struct bc_arena *a, const struct bc_page *page)
{
	size_t fills = 0;
	for (size_t i = 0; i < page->n_items; i++)
		fills += page->items[i].kind == BC_ITEM_FILL;
	struct gathered level = {bc_new_n(a, struct bc_rule_at, 2 * fills), 0};
	struct gathered upright = {bc_new_n(a, struct bc_rule_at, fills), 0};
	for (size_t i = 0; i < page->n_items; i++) {
		const struct bc_item *item = &page->items[i];
		struct bc_rule_at rule = {item->x, item->y, item->width, item->height,
					  item->color};
		if (item->kind != BC_ITEM_FILL)
			continue;
		bool stands = rule.height > rule.width;
		gather(stands ? &upright : &level, &rule, stands);
	}
	for (size_t i = 0; i < upright.n; i++)
		level.at[level.n++] = upright.at[i];
	return (struct bc_rules){level.at, level.n};
}
