/* Case, list markers and ordinals, as Vietnamese offices write them. */
#include "text/viet.h"

#include "text/words.h"

#include <utf8proc.h>

/* Capitals of these would read as another thing: straße, and µ as the M of mega. */
static bool keeps_its_case(bc_rune r)
{
	return r == 0xDF || r == 0xB5;
}

static bc_rune upper(bc_rune r)
{
	if (r < 0x80)
		return r >= 'a' && r <= 'z' ? r - ('a' - 'A') : r;
	return keeps_its_case(r) ? r : (bc_rune)utf8proc_toupper((utf8proc_int32_t)r);
}

static bc_rune lower(bc_rune r)
{
	if (r < 0x80)
		return r >= 'A' && r <= 'Z' ? r + ('a' - 'A') : r;
	return (bc_rune)utf8proc_tolower((utf8proc_int32_t)r);
}

static void map(struct bc_buf *out, struct bc_str s, bc_rune (*to)(bc_rune))
{
	for (size_t at = 0; at < s.n;)
		bc_utf8_put(out, to(bc_utf8_next(s, &at)));
}

void bc_upper(struct bc_buf *out, struct bc_str s)
{
	map(out, s, upper);
}

void bc_lower(struct bc_buf *out, struct bc_str s)
{
	map(out, s, lower);
}

static bool is_number(bc_rune r)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)r);
	return category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
}

void bc_capital(struct bc_buf *out, struct bc_str s)
{
	for (size_t at = 0, next = 0; next < s.n; at = next) {
		bc_rune r = bc_utf8_next(s, &next);
		if (is_number(r))
			break;
		if (bc_is_letter(r)) {
			bc_buf_add(out, bc_str_cut(s, 0, at));
			bc_utf8_put(out, upper(r));
			s = bc_str_cut(s, next, s.n);
			break;
		}
	}
	bc_buf_add(out, s);
}

int bc_compare_no_case(struct bc_str a, struct bc_str b)
{
	for (size_t i = 0, j = 0; i < a.n && j < b.n;) {
		bc_rune x = lower(bc_utf8_next(a, &i)), y = lower(bc_utf8_next(b, &j));
		if (x != y)
			return x < y ? -1 : 1;
		if (i == a.n || j == b.n)
			return (i < a.n) - (j < b.n);
	}
	return (a.n > 0) - (b.n > 0);
}

bool bc_is_letter(bc_rune r)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)r);
	return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool bc_is_upper(bc_rune r)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)r);
	return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

void bc_diem_letter(struct bc_buf *out, unsigned n)
{
	static const char *const letters[] = {"a", "b", "c", "d", "đ", "e", "g", "h",
					      "i", "k", "l", "m", "n", "o", "p", "q",
					      "r", "s", "t", "u", "v", "x", "y"};
	const unsigned count = sizeof letters / sizeof *letters;
	unsigned digits[8]; /* 23^8 is more than any unsigned of 32 bits */
	size_t k = 0;
	for (; n > 0; n = (n - 1) / count)
		digits[k++] = (n - 1) % count;
	while (k > 0)
		bc_buf_puts(out, letters[digits[--k]]);
}

void bc_roman(struct bc_buf *out, unsigned n)
{
	static const struct {
		unsigned value;
		const char *text;
	} steps[] = {
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
		{90, "XC"},  {50, "L"},   {40, "XL"}, {10, "X"},   {9, "IX"},
		{5, "V"},    {4, "IV"},   {1, "I"},
	};
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		for (; n >= steps[i].value; n -= steps[i].value)
			bc_buf_puts(out, steps[i].text);
	}
}

void bc_ordinal(struct bc_buf *out, unsigned n)
{
	if (n == 1)
		bc_buf_puts(out, "nhất");
	else if (n == 4)
		bc_buf_puts(out, "tư");
	else if (n < 1000)
		bc_number_words(out, n, (struct bc_word_style){0});
	else
		bc_buf_int(out, n);
}

void bc_two_digits(struct bc_buf *out, unsigned n)
{
	if (n < 10)
		bc_buf_putc(out, '0');
	bc_buf_int(out, n);
}
