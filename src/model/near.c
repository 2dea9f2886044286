/* Edit distance with swaps of neighbours, on three rows of the usual table. */
#include "model/near.h"

enum {
	LONGEST = 64, /* bytes; longer names are not compared */
	FURTHEST = 2, /* edits; a name further away is another name */
};

/* Short names are all near each other: "to" and "no" are no slip of the hand. */
static unsigned furthest(struct bc_str wanted)
{
	return wanted.n <= 3 ? 1 : FURTHEST;
}

struct bc_near bc_near_to(struct bc_str wanted)
{
	return (struct bc_near){.wanted = wanted, .distance = furthest(wanted) + 1};
}

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

static unsigned distance(struct bc_str a, struct bc_str b)
{
	unsigned rows[3][LONGEST + 1];
	unsigned *before = rows[0], *above = rows[1], *row = rows[2];
	for (size_t j = 0; j <= b.n; j++)
		row[j] = (unsigned)j;
	for (size_t i = 1; i <= a.n; i++) {
		unsigned *free_row = before;
		before = above;
		above = row;
		row = free_row;
		row[0] = (unsigned)i;
		for (size_t j = 1; j <= b.n; j++) {
			unsigned change = above[j - 1] + (a.p[i - 1] != b.p[j - 1]);
			row[j] = least(change, least(above[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] &&
			    a.p[i - 2] == b.p[j - 1])
				row[j] = least(row[j], before[j - 2] + 1);
		}
	}
	return row[b.n];
}

void bc_near_try(struct bc_near *near, struct bc_str name)
{
	if (near->wanted.n == 0 || near->wanted.n > LONGEST || name.n > LONGEST)
		return;
	unsigned d = distance(near->wanted, name);
	/* as far away as it is long: nothing of it was written */
	if (d < near->distance && d < name.n) {
		near->best = name;
		near->distance = d;
	}
}
