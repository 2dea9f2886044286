/* A number is said in groups of three digits, each with the name of its thousands behind it. */
#include "text/words.h"

static const uint64_t billion = 1000000000;

struct speech {
	struct bc_buf *out;
	struct bc_word_style style;
	bool begun; /* with a digit */
};

static void say(struct speech *s, const char *word)
{
	if (s->begun)
		bc_buf_putc(s->out, ' ');
	bc_buf_puts(s->out, word);
	s->begun = true;
}

static void say_digit(struct speech *s, unsigned digit)
{
	static const char *const words[] = {"không", "một", "hai", "ba",  "bốn",
					    "năm",   "sáu", "bảy", "tám", "chín"};
	say(s, words[digit]);
}

/* The last digit behind `tens`, where one, four and five have other names. */
static void say_ones(struct speech *s, unsigned tens, unsigned ones)
{
	if (ones == 5)
		say(s, "lăm");
	else if (ones == 1 && tens > 1)
		say(s, "mốt");
	else if (ones == 4 && tens > 1)
		say(s, "tư");
	else if (ones > 0)
		say_digit(s, ones);
}

static void say_tens(struct speech *s, unsigned n)
{
	unsigned tens = n / 10;
	if (tens > 1) {
		say_digit(s, tens);
		say(s, "mươi");
	} else {
		say(s, "mười");
	}
	say_ones(s, tens, n % 10);
}

/* n < 1000, not 0.  Only the first group of a number may begin with less than hundreds. */
static void say_group(struct speech *s, unsigned n)
{
	bool hundreds = n >= 100 || s->begun;
	if (hundreds) {
		say_digit(s, n / 100);
		say(s, "trăm");
	}
	n %= 100;
	if (n >= 10) {
		say_tens(s, n);
	} else if (n > 0) {
		if (hundreds)
			say(s, s->style.le ? "lẻ" : "linh");
		say_digit(s, n);
	}
}

static void say_thousands(struct speech *s, unsigned n, const char *name)
{
	if (n == 0)
		return;
	say_group(s, n);
	say(s, name);
}

/* n > 0.  Calls itself twice at most: an uint64_t has 20 digits. */
static void say_number(struct speech *s, uint64_t n)
{
	if (n >= billion) {
		say_number(s, n / billion);
		say(s, "tỷ");
	}
	unsigned rest = (unsigned)(n % billion);
	say_thousands(s, rest / 1000000, "triệu");
	say_thousands(s, rest / 1000 % 1000, s->style.ngan ? "ngàn" : "nghìn");
	if (rest % 1000 > 0)
		say_group(s, rest % 1000);
}

void bc_number_words(struct bc_buf *out, int64_t n, struct bc_word_style style)
{
	struct speech s = {.out = out, .style = style};
	if (n < 0)
		bc_buf_puts(out, "âm ");
	if (n == 0)
		say_digit(&s, 0);
	else
		say_number(&s, n < 0 ? 0 - (uint64_t)n : (uint64_t)n);
}
