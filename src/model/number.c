/* Reading 1.234.567,89 where 1234567.89 was wanted. */
#include "model/number.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* How many digits follow byte `at`. */
static size_t digits(struct bc_str s, size_t at)
{
	size_t n = 0;
	while (at + n < s.n && is_digit(s.p[at + n]))
		n++;
	return n;
}

/* Add the digits before the decimal mark, which ends at the byte returned; 0: no number. */
static size_t integer_part(struct bc_buf *out, struct bc_str s, size_t at, bool join)
{
	size_t n = digits(s, at);
	if (n == 0 || (s.p[at] == '0' && n > 1))
		return 0;
	bc_buf_add(out, bc_str_cut(s, at, at + n));
	at += n;
	while (join && n <= 3 && at < s.n && s.p[at] == '.' && digits(s, at + 1) == 3) {
		bc_buf_add(out, bc_str_cut(s, at + 1, at + 4));
		at += 4;
	}
	return at;
}

static bool joins(struct bc_str s, bool whole)
{
	size_t points = 0;
	bool comma = false;
	for (size_t i = 0; i < s.n; i++) {
		points += s.p[i] == '.';
		comma |= s.p[i] == ',';
	}
	return whole || comma || points > 1;
}

bool bc_number_guess(struct bc_buf *out, struct bc_str text, bool whole)
{
	size_t at = text.n && text.p[0] == '-';
	if (at)
		bc_buf_putc(out, '-');
	at = integer_part(out, text, at, joins(text, whole));
	if (at == 0 || at == text.n)
		return at > 0;
	size_t n = digits(text, at + 1);
	if ((text.p[at] != '.' && text.p[at] != ',') || n == 0 || at + 1 + n != text.n)
		return false;
	bc_buf_putc(out, '.');
	bc_buf_add(out, bc_str_cut(text, at + 1, text.n));
	return true;
}

void bc_report_fraction(struct bc_ctx *ctx, struct bc_place place, struct bc_str text)
{
	struct bc_mark mark = bc_arena_mark(ctx->scratch);
	struct bc_buf guess = bc_buf_in(ctx->scratch);
	bool grouped = bc_number_guess(&guess, text, true) && !memchr(guess.p, '.', guess.n);
	if (grouped)
		BC_REPORT2(ctx->findings, MODEL_GROUPED, place, text, bc_buf_str(&guess));
	else
		BC_REPORT1(ctx->findings, MODEL_FRACTION, place, text);
	bc_arena_release(ctx->scratch, mark);
}
