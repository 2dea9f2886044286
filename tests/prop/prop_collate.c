/*
 * bc_collate and bc_collate_people are orders of all texts, whatever these
 * hold: total, antisymmetric, transitive.
 *
 *	prop_collate [SEED]
 */
#include "prop.h"

#include "base/utf8.h"
#include "text/collate.h"
#include "text/nfc.h"

enum {
	ROUNDS = 25000,
	TEXTS = 3,
	MAX_PARTS = 6,
};

typedef int collate(struct bc_str, struct bc_str);

/* Few different parts, so that texts are often alike up to a tone, a case or a space. */
static void put_part(struct random *r, struct bc_buf *out)
{
	static const char *const parts[] = {
		"hoa", "hòa",    "hoà", "Hoà",     "hoá",     "HÓA", "an", "An", "Ân",
		"ăn",  "a",      "ạ",   "ơ\u0306", "n\u0323", "đ",   "d",  "Đ",  "uỷ",
		"ủy",  "ủ",      "1",   "2",       "10",      "007", "7",  "0",  "日",
		"한",  "\u0301", "ñ",   " ",       " ",       " ",   " ",  " ",  " ",
		"-",   "\u00A0", "'",   ".",       "😀",       "Ƀ",   "ƀ",  "b",
	};
	if (one_in(r, 40)) {
		bc_rune rune = 1 + (bc_rune)below(r, 0x10FFFF);
		bc_utf8_put(out, rune >= 0xD800 && rune < 0xE000 ? 'a' : rune);
		return;
	}
	bc_buf_puts(out, parts[below(r, sizeof parts / sizeof *parts)]);
}

static struct bc_str random_text(struct random *r, struct bc_arena *a)
{
	struct bc_buf out = bc_buf_in(a);
	for (uint64_t n = below(r, MAX_PARTS + 1); n > 0; n--)
		put_part(r, &out);
	return bc_nfc(a, bc_buf_str(&out));
}

static int sign(int order)
{
	return (order > 0) - (order < 0);
}

static void check_pair(struct random *r, collate *compare, struct bc_str x, struct bc_str y)
{
	int order = sign(compare(x, y));
	HOLDS(r, order == -sign(compare(y, x)));
	HOLDS(r, (order == 0) == bc_str_eq(x, y));
}

static void check_triple(struct random *r, collate *compare, const struct bc_str *s)
{
	for (size_t i = 0; i < TEXTS; i++) {
		for (size_t j = 0; j < TEXTS; j++) {
			check_pair(r, compare, s[i], s[j]);
			size_t k = TEXTS - i - j; /* the third, when i and j differ */
			if (i == j || compare(s[i], s[j]) > 0 || compare(s[j], s[k]) > 0)
				continue;
			HOLDS(r, compare(s[i], s[k]) <= 0);
		}
	}
}

/* A text stands behind what it begins with, wherever that ends between syllables. */
static void check_prefix(struct random *r, struct bc_arena *a, struct bc_str s)
{
	struct bc_buf longer = bc_buf_in(a);
	bc_buf_add(&longer, s);
	bc_buf_puts(&longer, one_in(r, 2) ? " a" : " 0");
	HOLDS(r, bc_collate(s, bc_buf_str(&longer)) < 0);
}

static void run_round(struct random *r, struct bc_arena *a)
{
	struct bc_mark mark = bc_arena_mark(a);
	struct bc_str texts[TEXTS];
	for (size_t i = 0; i < TEXTS; i++)
		texts[i] = random_text(r, a);
	check_triple(r, bc_collate, texts);
	check_triple(r, bc_collate_people, texts);
	check_prefix(r, a, texts[0]);
	bc_arena_release(a, mark);
}

int main(int argc, char **argv)
{
	jmp_buf oom;
	if (setjmp(oom))
		return 1;
	struct bc_arena arena;
	bc_arena_init(&arena, &oom);
	for (uint64_t seed = first_seed(argc, argv); seed <= last_seed(argc, argv, ROUNDS);
	     seed++) {
		struct random r = random_from(seed);
		run_round(&r, &arena);
	}
	bc_arena_done(&arena);
	return 0;
}
