/*
 * What properties are checked with: random numbers that can be drawn again,
 * and a check that says which seed broke it.
 */
#ifndef BC_TESTS_PROP_PROP_H
#define BC_TESTS_PROP_PROP_H

#include "base/ctx.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct random {
	uint64_t seed; /* that drew everything since random_from() */
	uint64_t state;
};

static inline struct random random_from(uint64_t seed)
{
	return (struct random){seed, (seed + 1) * 0x9E3779B97F4A7C15u};
}

/* A number below `n`: xorshift64*. */
static inline uint64_t below(struct random *r, uint64_t n)
{
	r->state ^= r->state >> 12;
	r->state ^= r->state << 25;
	r->state ^= r->state >> 27;
	return (r->state * 0x2545F4914F6CDD1Du >> 16) % n;
}

static inline bool one_in(struct random *r, uint64_t n)
{
	return below(r, n) == 0;
}

#define HOLDS(random, condition)                                                             \
	do {                                                                                 \
		if (!(condition)) {                                                          \
			fprintf(stderr, "%s:%d: seed %" PRIu64 ": %s\n", __FILE__, __LINE__, \
				(random)->seed, #condition);                                 \
			exit(1);                                                             \
		}                                                                            \
	} while (0)

/* Seeds to try: the one given to the program, or as many as the property wants. */
static inline uint64_t first_seed(int argc, char **argv)
{
	return argc > 1 ? strtoull(argv[1], NULL, 10) : 0;
}

static inline uint64_t last_seed(int argc, char **argv, uint64_t count)
{
	return argc > 1 ? first_seed(argc, argv) : count;
}

#endif
