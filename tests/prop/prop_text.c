/*
 * Properties of text/ on random text: runes of every kind in every order.
 *
 *	prop_text [SEED [ROUNDS]]
 *
 * On failure the seed is printed; with it, the first round fails again.
 */
#include "base/utf8.h"
#include "text/breaks.h"
#include "text/nfc.h"
#include "text/suspect.h"
#include "text/viet.h"

#include <utf8proc.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum {
	ROUNDS = 20000,
	MAX_RUNES = 60,
};

static uint64_t next_random(uint64_t *state) /* xorshift64 */
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

static bc_rune pick(uint64_t *state, const char *utf8)
{
	struct bc_str s = bc_str_of(utf8);
	size_t at = 0;
	for (uint64_t i = next_random(state) % bc_utf8_count(s); i > 0; i--)
		bc_utf8_next(s, &at);
	return bc_utf8_next(s, &at);
}

static bc_rune random_rune(uint64_t *state)
{
	static const char *const kinds[] = {
		"    abcđêơưxyABĐƯÝ0123456789",
		"   --//..,;:()[]{}!?%\"'“”‘’«»–—…\u00A0\u202F\u2060\u200B\u00AD\n",
		"aeiouyăâêôơưAEIOUYĂÂÊÔƠƯấềộợữỵ",
		"\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031B\u0308\u0344\u0F73\u0F71",
		"¸µ¶·¹ßëñøûïÝÞ×÷ÐðƉ\u0410\u043E\u039D\uFEFF\uFFFD\a",
		"日本「」。한\u1112\u1161\u11ABก\u0958\u212B\u2126\u2000😀\u200D\uFE0F",
	};
	if (next_random(state) % 50 == 0) {
		bc_rune r = (bc_rune)(next_random(state) % 0x110000);
		return r == 0 || (r >= 0xD800 && r < 0xE000) ? 'a' : r;
	}
	return pick(state, kinds[next_random(state) % 6]);
}

static struct bc_str random_text(struct bc_arena *a, uint64_t *state)
{
	struct bc_buf out = bc_buf_in(a);
	for (uint64_t n = next_random(state) % MAX_RUNES; n > 0; n--)
		bc_utf8_put(&out, random_rune(state));
	return bc_buf_str(&out);
}

/* Against utf8proc's own NFC of the whole text; and once more changes nothing. */
static const char *check_nfc(struct bc_arena *a, struct bc_str s)
{
	struct bc_str got = bc_nfc(a, s);
	utf8proc_uint8_t *want = utf8proc_NFC((const utf8proc_uint8_t *)bc_str_z(a, s));
	if (!want)
		bc_arena_fail(a);
	bool same = bc_str_is(got, (const char *)want);
	free(want);
	if (!same)
		return "NFC differs from utf8proc's";
	return bc_nfc(a, got).p == got.p ? NULL : "NFC of NFC is a copy";
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static const char *check_break(struct bc_str s, const unsigned char *breaks, size_t i)
{
	if (breaks[i] > BC_BREAK_MUST)
		return "no enum bc_break";
	bool feed = i > 0 && s.p[i - 1] == '\n';
	if (i < s.n && feed != (breaks[i] == BC_BREAK_MUST))
		return "a break must be behind a line feed, and only there";
	if (breaks[i] == BC_BREAK_NEVER || i == s.n || feed)
		return NULL;
	if (i == 0)
		return "a break before the text";
	if (((unsigned char)s.p[i] & 0xC0) == 0x80)
		return "a break inside a rune";
	if (s.p[i] == ' ' || s.p[i] == '\n')
		return "a break before a space";
	bool range = i > 1 && is_digit(s.p[i - 2]) && s.p[i - 1] == '-' && is_digit(s.p[i]);
	return range ? "a break inside a range" : NULL;
}

static const char *check_breaks(struct bc_arena *a, struct bc_str s)
{
	const unsigned char *breaks = bc_breaks(a, s);
	if (breaks[s.n] != BC_BREAK_MUST)
		return "no break at the end";
	for (size_t i = 0; i <= s.n; i++) {
		const char *wrong = check_break(s, breaks, i);
		if (wrong)
			return wrong;
	}
	return NULL;
}

static const char *check_suspect(struct bc_arena *a, struct bc_str s)
{
	size_t begin, end;
	for (size_t at = 0; at < s.n; at = end) {
		struct bc_buf likely = bc_buf_in(a);
		enum bc_suspicion kind = bc_suspect(s, at, &begin, &end, &likely);
		if (kind == BC_SUSPECT_NOTHING)
			return NULL;
		if (begin < at || begin >= end || end > s.n)
			return "a stretch out of place";
		if (((unsigned char)s.p[begin] & 0xC0) == 0x80 ||
		    (end < s.n && ((unsigned char)s.p[end] & 0xC0) == 0x80))
			return "a stretch cuts a rune";
		if (kind == BC_SUSPECT_LOOKALIKE && likely.n == 0)
			return "a look-alike of nothing";
	}
	return NULL;
}

/* Capitals are fixed, and as many. */
static const char *check_case(struct bc_arena *a, struct bc_str s)
{
	struct bc_buf upper = bc_buf_in(a), again = bc_buf_in(a);
	bc_upper(&upper, s);
	bc_upper(&again, bc_buf_str(&upper));
	if (!bc_str_eq(bc_buf_str(&upper), bc_buf_str(&again)))
		return "capitals of capitals differ";
	return bc_utf8_count(bc_buf_str(&upper)) == bc_utf8_count(s) ? NULL
								     : "a letter was lost";
}

static const char *check(struct bc_arena *a, struct bc_str raw)
{
	const char *wrong = check_nfc(a, raw);
	struct bc_str s = bc_nfc(a, raw);
	wrong = wrong ? wrong : check_breaks(a, s);
	wrong = wrong ? wrong : check_suspect(a, s);
	return wrong ? wrong : check_case(a, s);
}

static bool run_round(uint64_t seed)
{
	uint64_t state = seed;
	jmp_buf oom;
	if (setjmp(oom)) {
		puts("prop_text: out of memory");
		return false;
	}
	struct bc_arena arena;
	bc_arena_init(&arena, &oom);
	struct bc_str s = random_text(&arena, &state);
	const char *wrong = check(&arena, s);
	if (wrong) {
		struct bc_buf shown = bc_buf_in(&arena);
		bc_buf_json(&shown, s);
		printf("prop_text: seed %" PRIu64 ": %s: \"%.*s\"\n", seed, wrong, (int)shown.n,
		       shown.p);
	}
	bc_arena_done(&arena);
	return !wrong;
}

int main(int argc, char **argv)
{
	uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 20261121;
	long rounds = argc > 2 ? strtol(argv[2], NULL, 10) : argc > 1 ? 1 : ROUNDS;
	if (seed == 0) /* xorshift would stay there */
		seed = 1;
	for (long i = 0; i < rounds; i++) {
		if (!run_round(seed))
			return 1;
		next_random(&seed);
	}
	return 0;
}
