/* 128 bits hold every product of two 64-bit numbers; results are cut down before they are kept.
 */
#include "base/rational.h"

#include "base/compiler.h"
#include "base/limits.h"

static const int64_t LARGEST = 999999999999999999; /* BC_LIMIT_DECIMAL_DIGITS nines */

static bc_int128 size_of(bc_int128 v)
{
	return v < 0 ? -v : v;
}

static bc_int128 common_divisor(bc_int128 a, bc_int128 b)
{
	while (b) {
		bc_int128 rest = a % b;
		a = b;
		b = rest;
	}
	return a;
}

/* over / under in lowest terms, if both then fit; under > 0. */
static bool reduced(bc_int128 over, bc_int128 under, struct bc_rational *out)
{
	bc_int128 divisor = common_divisor(size_of(over), under);
	over /= divisor;
	under /= divisor;
	if (size_of(over) > LARGEST || under > LARGEST + 1) /* a decimal's own may be 10^18 */
		return false;
	*out = (struct bc_rational){(int64_t)over, (int64_t)under};
	return true;
}

static int64_t power_of_ten(uint8_t n)
{
	int64_t power = 1;
	while (n--)
		power *= 10;
	return power;
}

struct bc_rational bc_rational_of(struct bc_decimal v)
{
	struct bc_rational out = {0, 1};
	return reduced(v.units, power_of_ten(v.scale), &out) ? out : out;
}

static bool divided(struct bc_rational a, struct bc_rational b, struct bc_rational *out)
{
	bc_int128 over = (bc_int128)a.over * b.under, under = (bc_int128)a.under * b.over;
	if (under == 0)
		return false;
	return under < 0 ? reduced(-over, -under, out) : reduced(over, under, out);
}

bool bc_rational_compute(struct bc_rational a, char op, struct bc_rational b,
			 struct bc_rational *out)
{
	bc_int128 under = (bc_int128)a.under * b.under;
	bc_int128 left = (bc_int128)a.over * b.under, right = (bc_int128)b.over * a.under;
	switch (op) {
	case '+':
		return reduced(left + right, under, out);
	case '-':
		return reduced(left - right, under, out);
	case '*':
		return reduced((bc_int128)a.over * b.over, under, out);
	default:
		return divided(a, b, out);
	}
}

int bc_rational_compare(struct bc_rational a, struct bc_rational b)
{
	bc_int128 x = (bc_int128)a.over * b.under, y = (bc_int128)b.over * a.under;
	return (x > y) - (x < y);
}

bool bc_rational_round(struct bc_rational v, uint8_t scale, struct bc_decimal *out)
{
	bc_int128 over = (bc_int128)size_of(v.over) * power_of_ten(scale);
	bc_int128 units = (2 * over + v.under) / (2 * (bc_int128)v.under);
	if (units > LARGEST)
		return false;
	*out = (struct bc_decimal){v.over < 0 ? -(int64_t)units : (int64_t)units, scale};
	return true;
}

bool bc_rational_decimal(struct bc_rational v, struct bc_decimal *out)
{
	for (uint8_t scale = 0; scale <= BC_LIMIT_DECIMAL_DIGITS; scale++) {
		if (power_of_ten(scale) % v.under == 0)
			return bc_rational_round(v, scale, out);
	}
	return false;
}
