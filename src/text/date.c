/* Dates of the Gregorian calendar, read from data and printed in words. */
#include "text/date.h"

#include "text/viet.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Whether `text` is `form`, where 'd' stands for any digit. */
static bool has_form(struct bc_str text, const char *form)
{
	if (text.n != strlen(form))
		return false;
	for (size_t i = 0; i < text.n; i++) {
		if (form[i] == 'd' ? !is_digit(text.p[i]) : text.p[i] != form[i])
			return false;
	}
	return true;
}

static int number(struct bc_str text, size_t from, size_t to)
{
	int v = 0;
	for (size_t i = from; i < to; i++)
		v = v * 10 + (text.p[i] - '0');
	return v;
}

static int days_in(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
	return days[month - 1] + (month == 2 && leap);
}

bool bc_date_shaped(struct bc_str text)
{
	return has_form(text, "dddd-dd-dd") || has_form(text, "dddd-dd");
}

bool bc_date_parse(struct bc_str text, bool day_optional, struct bc_date *out)
{
	bool whole = has_form(text, "dddd-dd-dd");
	if (!whole && !(day_optional && has_form(text, "dddd-dd")))
		return false;
	struct bc_date d = {.year = number(text, 0, 4), .month = number(text, 5, 7)};
	if (d.year < 1 || d.month < 1 || d.month > 12)
		return false;
	if (whole) {
		d.day = number(text, 8, 10);
		if (d.day < 1 || d.day > days_in(d.year, d.month))
			return false;
	}
	*out = d;
	return true;
}

/* Days since nowhere in particular, in the right order. */
static int order(struct bc_date d)
{
	return (d.year * 16 + d.month) * 32 + (d.day ? d.day : 1);
}

int bc_date_compare(struct bc_date a, struct bc_date b)
{
	return (order(a) > order(b)) - (order(a) < order(b));
}

/* A number; without one, room for the clerk's pen: with a space on either side, `blank`. */
static void put_or_blank(struct bc_buf *out, int n, bool padded, unsigned blank)
{
	for (unsigned i = 2; i < blank && !n; i++)
		bc_buf_putc(out, ' ');
	if (n && padded)
		bc_two_digits(out, (unsigned)n);
	else if (n)
		bc_buf_int(out, n);
}

struct bc_date_places bc_date_print_long(struct bc_buf *out, struct bc_date d, unsigned blank)
{
	struct bc_date_places at;
	bc_buf_puts(out, "ngày ");
	at.day = out->n;
	put_or_blank(out, d.day, true, blank);
	at.day_end = out->n;
	bc_buf_puts(out, " tháng ");
	at.month = out->n;
	put_or_blank(out, d.month, d.month <= 2, blank);
	at.month_end = out->n;
	bc_buf_puts(out, " năm");
	if (d.year) {
		bc_buf_putc(out, ' ');
		bc_buf_int(out, d.year);
	}
	return at;
}
