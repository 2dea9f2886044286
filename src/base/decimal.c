/* Exact decimals on 64-bit integers, through 128 bits where scales differ. */
#include "base/decimal.h"

#include "base/compiler.h"
#include "base/limits.h"

static const int64_t LARGEST = 999999999999999999; /* BC_LIMIT_DECIMAL_DIGITS nines */

bool bc_decimal_parse(struct bc_str text, struct bc_decimal *out)
{
	size_t first = text.n && text.p[0] == '-';
	bool fraction = false;
	struct bc_decimal v = {0};
	if (first == text.n || text.p[text.n - 1] == '.')
		return false;
	/* RFC 8259 6: a zero in front is the only digit before the point */
	if (text.p[first] == '0' && first + 1 < text.n && text.p[first + 1] != '.')
		return false;
	for (size_t i = first; i < text.n; i++) {
		char c = text.p[i];
		if (c == '.' && !fraction && i > first) {
			fraction = true;
			continue;
		}
		if (c < '0' || c > '9' || v.units > (LARGEST - (c - '0')) / 10)
			return false;
		v.units = v.units * 10 + (c - '0');
		v.scale = (uint8_t)(v.scale + fraction);
		if (v.scale > BC_LIMIT_DECIMAL_DIGITS)
			return false;
	}
	if (first)
		v.units = -v.units;
	*out = v;
	return true;
}

static bc_int128 at_scale(struct bc_decimal v, uint8_t scale)
{
	bc_int128 units = v.units;
	for (uint8_t s = v.scale; s < scale; s++)
		units *= 10;
	return units;
}

static uint8_t finer(struct bc_decimal a, struct bc_decimal b)
{
	return a.scale > b.scale ? a.scale : b.scale;
}

bool bc_decimal_add(struct bc_decimal *sum, struct bc_decimal v)
{
	uint8_t scale = finer(*sum, v);
	bc_int128 total = at_scale(*sum, scale) + at_scale(v, scale);
	if (total > LARGEST || total < -LARGEST)
		return false;
	*sum = (struct bc_decimal){(int64_t)total, scale};
	return true;
}

int bc_decimal_compare(struct bc_decimal a, struct bc_decimal b)
{
	uint8_t scale = finer(a, b);
	bc_int128 x = at_scale(a, scale), y = at_scale(b, scale);
	return (x > y) - (x < y);
}

/* `point` before the fraction, `group` (if any) between thousands. */
static void print(struct bc_buf *out, struct bc_decimal v, char point, char group)
{
	char digits[48];
	size_t n = 0;
	uint64_t units = v.units < 0 ? 0 - (uint64_t)v.units : (uint64_t)v.units;
	/* from the last digit backwards: at least one stands before the mark */
	for (size_t at = 0; units || at <= v.scale; at++, units /= 10) {
		if (at && at == v.scale)
			digits[n++] = point;
		else if (group && at > v.scale && (at - v.scale) % 3 == 0)
			digits[n++] = group;
		digits[n++] = (char)('0' + units % 10);
	}
	if (v.units < 0)
		bc_buf_putc(out, '-');
	while (n)
		bc_buf_putc(out, digits[--n]);
}

void bc_decimal_print(struct bc_buf *out, struct bc_decimal v)
{
	print(out, v, ',', '.');
}

void bc_decimal_json(struct bc_buf *out, struct bc_decimal v)
{
	print(out, v, '.', '\0');
}
