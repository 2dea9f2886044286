/*
 * Slugs of any text: small ASCII letters, digits and single hyphens between
 * them; the slug of a slug is itself; case and the form of marks say nothing.
 *
 *	prop_slug [SEED]
 */
#include "prop.h"

#include "base/utf8.h"
#include "text/nfc.h"
#include "text/slug.h"
#include "text/viet.h"

enum {
	ROUNDS = 100000,
	MAX_RUNES = 20,
};

static bc_rune random_rune(struct random *r)
{
	static const char signs[] = "  --//..,;:()'\"%_abcxyzABCXYZ0123456789";
	if (one_in(r, 3))
		return (unsigned char)signs[below(r, sizeof signs - 1)];
	if (one_in(r, 2))
		return 0x1EA0 + (bc_rune)below(r, 0x5A); /* ạ to ỹ */
	if (one_in(r, 2))
		return 0xA0 + (bc_rune)below(r, 0x270); /* Latin, and marks */
	bc_rune rune = 1 + (bc_rune)below(r, 0x10FFFF);
	return rune >= 0xD800 && rune < 0xE000 ? 'a' : rune;
}

static struct bc_str random_text(struct random *r, struct bc_arena *a)
{
	struct bc_buf out = bc_buf_in(a);
	for (uint64_t n = below(r, MAX_RUNES + 1); n > 0; n--)
		bc_utf8_put(&out, random_rune(r));
	return bc_buf_str(&out);
}

static struct bc_str slug(struct bc_arena *a, struct bc_str s)
{
	struct bc_buf out = bc_buf_in(a);
	bc_slug(&out, s);
	return bc_buf_str(&out);
}

static bool is_letter_or_digit(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static void check_form(struct random *r, struct bc_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (is_letter_or_digit(s.p[i]))
			continue;
		HOLDS(r, s.p[i] == '-');
		HOLDS(r, i > 0 && i + 1 < s.n && s.p[i - 1] != '-');
	}
}

static void run_round(struct random *r, struct bc_arena *a)
{
	struct bc_mark mark = bc_arena_mark(a);
	struct bc_str raw = random_text(r, a), s = slug(a, raw);
	check_form(r, s);
	HOLDS(r, bc_str_eq(slug(a, s), s));
	HOLDS(r, bc_str_eq(slug(a, bc_nfc(a, raw)), s));
	struct bc_buf lower = bc_buf_in(a);
	bc_lower(&lower, raw);
	HOLDS(r, bc_str_eq(slug(a, bc_buf_str(&lower)), s));
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
