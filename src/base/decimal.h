/*
 * Exact decimals: a whole number of 10^-scale.  Figures of reports are never
 * binary floating point, and never rounded without being told to.
 */
#ifndef BC_BASE_DECIMAL_H
#define BC_BASE_DECIMAL_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct bc_decimal {
	int64_t units; /* at most BC_LIMIT_DECIMAL_DIGITS digits */
	uint8_t scale; /* digits after the decimal mark, as written: 18.50 has 2 */
};

/* Read JSON's number grammar without exponent; false when it is more than fits. */
bool bc_decimal_parse(struct bc_str text, struct bc_decimal *out) BC_MUST_CHECK;

/* *sum += v, exactly; false when it does not fit (*sum is unchanged). */
bool bc_decimal_add(struct bc_decimal *sum, struct bc_decimal v) BC_MUST_CHECK;

/* <0, 0, >0 as a is less than, equal to, or greater than b; 1.5 equals 1.50. */
int bc_decimal_compare(struct bc_decimal a, struct bc_decimal b);

/* As Vietnamese writes it: 1.234.567,89; every digit of the scale is kept. */
void bc_decimal_print(struct bc_buf *out, struct bc_decimal v);

/* As JSON writes it: 1234567.89 */
void bc_decimal_json(struct bc_buf *out, struct bc_decimal v);

#endif
