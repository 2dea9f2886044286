/*
 * Numbers in words are read back as the same numbers by a reader that takes
 * no other spelling; styles differ in their two words only.
 *
 *	prop_words [SEED]
 */
#include "prop.h"

#include "text/words.h"

enum {
	SMALL = 100000, /* all of them up to here */
	LARGE = 100000, /* random ones */
};

static const int64_t largest = 999999999999;

enum kind {
	DIGIT,
	TEN,      /* mười */
	TENS,     /* mươi */
	HUNDRED,  /* trăm */
	NO_TENS,  /* linh, lẻ */
	THOUSANDS /* nghìn, triệu, tỷ */
};

/* What a word says, and behind which kinds of words it may be. */
struct word {
	const char *text;
	enum kind kind;
	int64_t value;
	unsigned behind; /* bits 1 << kind */
};

enum {
	AFTER_TENS = 1 << TENS,
	AFTER_ANY_TENS = 1 << TENS | 1 << TEN,
	AFTER_DIGIT = 1 << DIGIT,
	BEGINS = 1 << HUNDRED | 1 << THOUSANDS | 1 << NO_TENS, /* or the text does */
};

static const struct word dictionary[] = {
	{"không", DIGIT, 0, BEGINS},
	{"một", DIGIT, 1, BEGINS | 1 << TEN},
	{"mốt", DIGIT, 1, AFTER_TENS},
	{"hai", DIGIT, 2, BEGINS | AFTER_ANY_TENS},
	{"ba", DIGIT, 3, BEGINS | AFTER_ANY_TENS},
	{"bốn", DIGIT, 4, BEGINS | 1 << TEN},
	{"tư", DIGIT, 4, AFTER_TENS},
	{"năm", DIGIT, 5, BEGINS},
	{"lăm", DIGIT, 5, AFTER_ANY_TENS},
	{"sáu", DIGIT, 6, BEGINS | AFTER_ANY_TENS},
	{"bảy", DIGIT, 7, BEGINS | AFTER_ANY_TENS},
	{"tám", DIGIT, 8, BEGINS | AFTER_ANY_TENS},
	{"chín", DIGIT, 9, BEGINS | AFTER_ANY_TENS},
	{"mười", TEN, 10, 1 << HUNDRED | 1 << THOUSANDS},
	{"mươi", TENS, 10, AFTER_DIGIT},
	{"trăm", HUNDRED, 100, AFTER_DIGIT},
	{"linh", NO_TENS, 0, 1 << HUNDRED},
	{"nghìn", THOUSANDS, 1000, AFTER_DIGIT | AFTER_ANY_TENS | 1 << HUNDRED},
	{"triệu", THOUSANDS, 1000000, AFTER_DIGIT | AFTER_ANY_TENS | 1 << HUNDRED},
	{"tỷ", THOUSANDS, 1000000000,
	 AFTER_DIGIT | AFTER_ANY_TENS | 1 << HUNDRED | 1 << THOUSANDS},
};

struct reader {
	struct random *r;
	int64_t total, group, digit; /* before the last tỷ, nghìn; a digit not yet placed */
	int64_t below;               /* the last name of thousands; 0 when there was none */
	bool hundreds;               /* the group has them */
	unsigned before;             /* 1 << kind of the word before; 0 at the beginning */
	unsigned earlier;            /* the same of the word before that one */
};

static const struct word *look_up(struct bc_str text)
{
	for (size_t i = 0; i < sizeof dictionary / sizeof *dictionary; i++) {
		if (bc_str_is(text, dictionary[i].text))
			return &dictionary[i];
	}
	return NULL;
}

/* A group ends: behind another one it has its hundreds, in front only if there are any. */
static void close_group(struct reader *d)
{
	d->group += d->digit;
	HOLDS(d->r, d->before != 1 << DIGIT || d->earlier != 1 << HUNDRED); /* without linh */
	HOLDS(d->r, d->group == 0 || d->hundreds == (d->below > 0 || d->group >= 100));
	d->digit = 0;
	d->hundreds = false;
}

static void read_thousands(struct reader *d, int64_t value)
{
	close_group(d);
	if (value == 1000000000) {
		HOLDS(d->r, d->below < value);
		d->total = (d->total + d->group) * value;
	} else {
		HOLDS(d->r, d->group > 0 && (d->below == 0 || d->below > value));
		d->total += d->group * value;
	}
	d->group = 0;
	d->below = value;
}

static void read_word(struct reader *d, const struct word *word)
{
	bool first = d->before == 0 && word->kind <= TEN && word->behind & BEGINS;
	HOLDS(d->r, first || d->before & word->behind);
	if (word->kind == DIGIT) {
		d->digit = word->value;
	} else if (word->kind == THOUSANDS) {
		read_thousands(d, word->value);
	} else {
		HOLDS(d->r, word->kind != HUNDRED || !d->hundreds);
		HOLDS(d->r, word->kind != TENS || d->digit > 1);
		d->group += word->kind == TEN ? 10 : d->digit * word->value;
		d->hundreds = d->hundreds || word->kind == HUNDRED;
		d->digit = 0;
	}
	d->earlier = d->before;
	d->before = 1U << word->kind;
}

static int64_t read_back(struct random *r, struct bc_str s)
{
	struct reader d = {.r = r};
	for (size_t at = 0; at <= s.n;) {
		size_t end = at;
		while (end < s.n && s.p[end] != ' ')
			end++;
		const struct word *word = look_up(bc_str_cut(s, at, end));
		HOLDS(r, word);
		read_word(&d, word);
		at = end + 1;
	}
	close_group(&d);
	return d.total + d.group;
}

/* `s` with every `word` replaced. */
static struct bc_str replaced(struct bc_arena *a, struct bc_str s, const char *word,
			      const char *by)
{
	struct bc_buf out = bc_buf_in(a);
	struct bc_str old = bc_str_of(word);
	for (size_t at = 0; at < s.n;) {
		bool here = bc_str_starts(bc_str_cut(s, at, s.n), old);
		if (here)
			bc_buf_puts(&out, by);
		else
			bc_buf_putc(&out, s.p[at]);
		at += here ? old.n : 1;
	}
	return bc_buf_str(&out);
}

static struct bc_str words(struct bc_arena *a, int64_t n, struct bc_word_style style)
{
	struct bc_buf out = bc_buf_in(a);
	bc_number_words(&out, n, style);
	return bc_buf_str(&out);
}

static void check(struct random *r, struct bc_arena *a, int64_t n)
{
	struct bc_mark mark = bc_arena_mark(a);
	struct bc_str s = words(a, n, (struct bc_word_style){0});
	HOLDS(r, read_back(r, s) == n);
	struct bc_str le = replaced(a, s, "linh", "lẻ");
	HOLDS(r, bc_str_eq(words(a, n, (struct bc_word_style){.le = true}), le));
	struct bc_str ngan = replaced(a, s, "nghìn", "ngàn");
	HOLDS(r, bc_str_eq(words(a, n, (struct bc_word_style){.ngan = true}), ngan));
	struct bc_str both = replaced(a, ngan, "linh", "lẻ");
	struct bc_word_style south = {.le = true, .ngan = true};
	HOLDS(r, bc_str_eq(words(a, n, south), both));
	bc_arena_release(a, mark);
}

/* Of any length, and in half of them zeros are frequent. */
static int64_t random_number(struct random *r)
{
	bool zeros = one_in(r, 2);
	int64_t n = 0;
	for (uint64_t digits = 1 + below(r, 12); digits > 0; digits--) {
		int64_t digit = (int64_t)below(r, 10);
		n = n * 10 + (zeros && one_in(r, 2) ? 0 : digit);
	}
	return n > largest ? largest : n;
}

int main(int argc, char **argv)
{
	jmp_buf oom;
	if (setjmp(oom))
		return 1;
	struct bc_arena arena;
	bc_arena_init(&arena, &oom);
	for (int n = 0; n <= SMALL && argc == 1; n++) {
		struct random r = random_from((uint64_t)n);
		check(&r, &arena, n);
	}
	for (uint64_t seed = first_seed(argc, argv); seed <= last_seed(argc, argv, LARGE);
	     seed++) {
		struct random r = random_from(seed);
		check(&r, &arena, random_number(&r));
	}
	bc_arena_done(&arena);
	return 0;
}
