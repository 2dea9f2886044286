/* Numbers, dates and texts as Vietnamese offices write them. */
#include "expr/functions.h"

#include "text/date.h"
#include "text/slug.h"
#include "text/viet.h"
#include "text/words.h"

static struct bc_buf new_text(struct bc_call *call)
{
	return bc_buf_in(call->eval->ctx->arena);
}

/* Charged by its length, so that texts cannot be doubled without end. */
static struct bc_datum text_value(struct bc_call *call, const struct bc_buf *text)
{
	if (!bc_eval_work(call->eval, bc_copy_work(text->n), call->expr->place))
		return bc_wrong();
	return bc_datum_text(text->n ? bc_buf_str(text) : BC_STR(""));
}

/* Whether a number has no more than so many digits behind the mark. */
static bool fits(struct bc_rational v, int digits)
{
	struct bc_decimal rounded;
	return bc_rational_round(v, (uint8_t)digits, &rounded) &&
	       bc_rational_compare(bc_rational_of(rounded), v) == 0;
}

/*
 * The first argument with a comma, and `sign` behind it: rounded when digits are given, else as
 * it is.  A number that was cut is not said.
 */
static struct bc_datum print_number(struct bc_call *call, const char *sign)
{
	struct bc_buf out = new_text(call);
	struct bc_rational v;
	int digits = bc_call_digits(call, 1, 0);
	if (!bc_call_number(call, 0, &v) || digits < 0)
		return bc_wrong();
	bool whole = call->n == 1;
	if (whole ? !bc_datum_print(call->eval, call->expr->place, &out, call->args[0])
		  : !bc_print_rounded(call, &out, v, digits))
		return bc_wrong();
	bc_buf_puts(&out, sign);
	struct bc_datum text = text_value(call, &out);
	return whole || fits(v, digits) ? bc_saying_it(call, text) : text;
}

struct bc_datum bc_fn_number(struct bc_call *call)
{
	return print_number(call, "");
}

struct bc_datum bc_fn_percent(struct bc_call *call)
{
	return print_number(call, "%");
}

struct bc_datum bc_fn_round(struct bc_call *call)
{
	struct bc_rational v;
	struct bc_decimal rounded;
	int digits = bc_call_digits(call, 1, 0);
	if (!bc_call_number(call, 0, &v) || digits < 0)
		return bc_wrong();
	if (bc_rational_round(v, (uint8_t)digits, &rounded)) {
		struct bc_datum number = bc_datum_decimal(rounded);
		return fits(v, digits) ? bc_saying_it(call, number) : number;
	}
	return bc_call_wrong_value(call, BC_BOTH("số nhỏ hơn", "a smaller number"));
}

/* The first argument as a whole number that isn't negative; false after a finding. */
static bool whole_number(struct bc_call *call, int64_t *out)
{
	struct bc_rational v;
	if (!bc_call_number(call, 0, &v))
		return false;
	*out = v.over;
	if (v.under == 1 && v.over >= 0)
		return true;
	bc_call_wrong_value(call, BC_BOTH("số nguyên không âm", "a whole number from 0"));
	return false;
}

/* Which of `choices` the office says in "wording"; `usual` when it says nothing. */
static int office_choice(struct bc_call *call, const char *key, const char *choices, bool usual)
{
	struct bc_eval *eval = call->eval;
	struct bc_place place = call->expr->place;
	struct bc_datum wording = bc_eval_member(eval, eval->data, BC_STR("wording"), place);
	struct bc_datum own = bc_eval_member(eval, wording, bc_str_of(key), place);
	int index = own.kind == BC_DATUM_TEXT ? bc_choice_index(choices, own.text) : -1;
	return index >= 0 ? index : usual; /* another word is told with the report */
}

/* Argument `i`, or else the office's choice; -1 after a finding. */
static int own_choice(struct bc_call *call, size_t i, const char *key, bool usual)
{
	return i < call->n
		       ? bc_call_choice(call, i)
		       : office_choice(call, key, call->expr->function->choices[i - 1], usual);
}

struct bc_datum bc_fn_words(struct bc_call *call)
{
	struct bc_buf out = new_text(call);
	int64_t n;
	const struct bc_usage *usage = &call->eval->usage;
	int le = own_choice(call, 1, "tens_zero", usage->le);
	int ngan = own_choice(call, 2, "thousand", usage->ngan);
	if (!whole_number(call, &n) || le < 0 || ngan < 0)
		return bc_wrong();
	bc_number_words(&out, n, (struct bc_word_style){.le = le == 1, .ngan = ngan == 1});
	return bc_saying_it(call, text_value(call, &out));
}

/* A code's digits, at least so many; codes are never grouped. */
static void put_code(struct bc_buf *out, int64_t n, int digits)
{
	for (int64_t rest = n / 10; rest > 0; rest /= 10)
		digits--;
	for (; digits > 1; digits--)
		bc_buf_putc(out, '0');
	bc_buf_int(out, n);
}

/* A small count as offices write it, 09; or a code of so many digits. */
struct bc_datum bc_fn_pad(struct bc_call *call)
{
	struct bc_buf out = new_text(call);
	int64_t n;
	int digits = bc_call_digits(call, 1, 0);
	if (!whole_number(call, &n) || digits < 0)
		return bc_wrong();
	if (call->n > 1) {
		put_code(&out, n, digits);
		return bc_saying_it(call, text_value(call, &out));
	}
	bool usual = call->eval->usage.plain;
	if (n < 10 && office_choice(call, "small_counts", "padded, plain", usual) == 0)
		bc_buf_putc(&out, '0');
	bc_decimal_print(&out, (struct bc_decimal){n, 0});
	return bc_saying_it(call, text_value(call, &out));
}

static void put_number(struct bc_buf *out, int n, bool two_digits)
{
	if (two_digits && n < 10)
		bc_buf_putc(out, '0');
	bc_buf_int(out, n);
}

/* 03/5/2026: days below 10 and months 1 and 2 with a zero, as in the long form. */
static void put_short(struct bc_buf *out, struct bc_date d)
{
	if (d.day) {
		put_number(out, d.day, true);
		bc_buf_putc(out, '/');
	}
	put_number(out, d.month, d.month <= 2);
	bc_buf_putc(out, '/');
	bc_buf_int(out, d.year);
}

static void put_month(struct bc_buf *out, struct bc_date d)
{
	bc_buf_puts(out, "tháng ");
	put_number(out, d.month, d.month <= 2);
	bc_buf_puts(out, " năm ");
	bc_buf_int(out, d.year);
}

struct bc_datum bc_fn_date(struct bc_call *call)
{
	enum {
		LONG,
		SHORT,
		MONTH,
		YEAR
	};
	struct bc_buf out = new_text(call);
	struct bc_date d;
	int form = call->n > 1 ? bc_call_choice(call, 1) : LONG;
	struct bc_str wanted = BC_BOTH("ngày dạng 2026-11-21", "a date like 2026-11-21");
	if (form < 0)
		return bc_wrong();
	if (call->args[0].kind != BC_DATUM_TEXT)
		return bc_call_wrong_kind(call, 0, wanted);
	if (!bc_date_parse(call->args[0].text, true, &d))
		return bc_call_wrong_value(call, wanted);
	if (form == LONG)
		bc_date_print_long(&out, d, 6);
	else if (form == SHORT)
		put_short(&out, d);
	else if (form == MONTH)
		put_month(&out, d);
	else
		bc_buf_int(&out, d.year);
	bool whole = form == LONG || form == SHORT || (form == MONTH && !d.day);
	struct bc_datum text = text_value(call, &out);
	return whole ? bc_saying_it(call, text) : text;
}

static struct bc_datum changed(struct bc_call *call,
			       void (*change)(struct bc_buf *, struct bc_str))
{
	struct bc_buf out = new_text(call);
	struct bc_str text = bc_call_text(call, 0, BC_STR(""));
	/* letter by letter */
	if (!text.p || !bc_eval_work(call->eval, text.n / 2, call->expr->place))
		return bc_wrong();
	change(&out, text);
	return text_value(call, &out);
}

struct bc_datum bc_fn_upper(struct bc_call *call)
{
	return bc_saying_it(call, changed(call, bc_upper));
}

struct bc_datum bc_fn_lower(struct bc_call *call)
{
	return bc_saying_it(call, changed(call, bc_lower));
}

struct bc_datum bc_fn_capital(struct bc_call *call)
{
	return bc_saying_it(call, changed(call, bc_capital));
}

struct bc_datum bc_fn_slug(struct bc_call *call)
{
	return changed(call, bc_slug);
}

struct bc_datum bc_fn_default(struct bc_call *call)
{
	const struct bc_datum *v = &call->args[0];
	bool missing = v->kind == BC_DATUM_NULL || (v->kind == BC_DATUM_TEXT && v->text.n == 0);
	return call->args[missing];
}

/* Without the stop that it ends with, if it has one. */
static struct bc_str without_stop(struct bc_str s)
{
	while (s.n && (s.p[s.n - 1] == ' ' || strchr(".;,:", s.p[s.n - 1])))
		s.n--;
	return s;
}

static bool ends_open(struct bc_str s)
{
	return (s.n >= 3 && memcmp(s.p + s.n - 3, "...", 3) == 0) ||
	       (s.n >= 3 && memcmp(s.p + s.n - 3, "…", 3) == 0);
}

/* An item of a list, whose stop follows from its place; a list left open stays open. */
struct bc_datum bc_fn_end_with(struct bc_call *call)
{
	struct bc_buf out = new_text(call);
	struct bc_str text = bc_call_text(call, 0, BC_STR(""));
	struct bc_str stop = bc_call_text(call, 1, BC_STR(""));
	/* stops upon stops are read, and leave nothing behind */
	if (!text.p || !stop.p ||
	    !bc_eval_work(call->eval, bc_copy_work(text.n), call->expr->place))
		return bc_wrong();
	bool open = ends_open(text);
	bc_buf_add(&out, open ? text : without_stop(text));
	if (!open)
		bc_buf_add(&out, stop);
	return bc_saying_it(call, text_value(call, &out));
}
