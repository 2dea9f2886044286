/*
 * Exact fractions, for arithmetic on figures: nothing is rounded until
 * somebody says to how many digits.
 */
#ifndef BC_BASE_RATIONAL_H
#define BC_BASE_RATIONAL_H

#include "base/decimal.h"

struct bc_rational {
	int64_t over, under; /* in lowest terms, under > 0 */
};

enum {
	BC_RATIONAL_DIGITS = 9 /* most digits behind the mark that people round to */
};

struct bc_rational bc_rational_of(struct bc_decimal v);

/* *out = a op b, for op one of + - * /.  False when it does not fit, or is divided by zero. */
bool bc_rational_compute(struct bc_rational a, char op, struct bc_rational b,
			 struct bc_rational *out) BC_MUST_CHECK;

/* <0, 0, >0 */
int bc_rational_compare(struct bc_rational a, struct bc_rational b);

/*
 * `v` as a decimal of `scale` <= BC_LIMIT_DECIMAL_DIGITS digits, halves away
 * from zero.  False when it does not fit.
 */
bool bc_rational_round(struct bc_rational v, uint8_t scale,
		       struct bc_decimal *out) BC_MUST_CHECK;

/* `v` as the shortest decimal that equals it; false when none does. */
bool bc_rational_decimal(struct bc_rational v, struct bc_decimal *out) BC_MUST_CHECK;

#endif
