/*
 * Texts are read as they are compared, rune by rune: nothing is copied, and
 * most comparisons end at the first letter.
 */
#include "text/collate.h"

#include "text/viet.h"

#include <utf8proc.h>

enum {
	PER_LETTER = 4,             /* places from one ASCII letter to the next */
	BEHIND_Z = 26 * PER_LETTER, /* the first place behind the alphabet */
	MAX_PARTS = 4,              /* of a canonical decomposition */
	BREVE = 0x0306,             /* ă */
	CIRCUMFLEX = 0x0302,        /* â ê ô */
	HORN = 0x031B,              /* ơ ư */
	D_STROKE = 0x0111,          /* đ */
	B_STROKE = 0x0180,          /* ƀ of the languages of Tây Nguyên */
};

struct letter {
	uint32_t place;
	unsigned tone;
};

static bool is_digit(bc_rune r)
{
	return r >= '0' && r <= '9';
}

static bool is_mark(bc_rune r)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)r);
	return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

static uint32_t place_of(bc_rune base)
{
	if (base == D_STROKE)
		return place_of('d') + 1;
	if (base == B_STROKE)
		return place_of('b') + 1;
	return base >= 'a' && base <= 'z' ? (base - 'a') * PER_LETTER : BEHIND_Z + base;
}

/* A mark makes another letter, or a tone, or is none of Vietnamese and leaves the letter alone.
 */
static void put_mark(struct letter *letter, bc_rune mark)
{
	static const struct {
		char base;
		bc_rune mark;
		unsigned step;
	} shapes[] = {
		{'a', BREVE, 1},      {'a', CIRCUMFLEX, 2}, {'e', CIRCUMFLEX, 1},
		{'o', CIRCUMFLEX, 1}, {'o', HORN, 2},       {'u', HORN, 1},
	};
	static const bc_rune tones[] = {0, 0x0300, 0x0309, 0x0303, 0x0301, 0x0323};
	for (unsigned i = 1; i < sizeof tones / sizeof *tones; i++) {
		if (mark == tones[i])
			letter->tone = i;
	}
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
		if (mark == shapes[i].mark &&
		    letter->place == place_of((bc_rune)shapes[i].base)) {
			letter->place += shapes[i].step;
			return;
		}
	}
}

static struct letter letter_of(bc_rune r)
{
	utf8proc_int32_t small = utf8proc_tolower((utf8proc_int32_t)r);
	utf8proc_int32_t parts[MAX_PARTS];
	utf8proc_ssize_t n =
		utf8proc_decompose_char(small, parts, MAX_PARTS, UTF8PROC_DECOMPOSE, NULL);
	if (n < 1 || n > MAX_PARTS || parts[0] >= 0x80)
		return (struct letter){.place = place_of((bc_rune)small)};
	struct letter letter = {.place = place_of((bc_rune)parts[0])};
	for (utf8proc_ssize_t i = 1; i < n; i++)
		put_mark(&letter, (bc_rune)parts[i]);
	return letter;
}

/* The letter at *at < word.n with the marks that NFC could not join to it; *at moves behind. */
static struct letter next_letter(struct bc_str word, size_t *at)
{
	struct letter letter = letter_of(bc_utf8_next(word, at));
	for (size_t next = *at; next < word.n; *at = next) {
		bc_rune r = bc_utf8_next(word, &next);
		if (!is_mark(r))
			break;
		put_mark(&letter, r);
	}
	return letter;
}

static int compare_letters(struct bc_str a, struct bc_str b)
{
	size_t i = 0, j = 0;
	while (i < a.n && j < b.n) {
		uint32_t x = next_letter(a, &i).place, y = next_letter(b, &j).place;
		if (x != y)
			return x < y ? -1 : 1;
	}
	return (i < a.n) - (j < b.n);
}

/* The next tone other than ngang; 0 at the end. */
static unsigned next_tone(struct bc_str word, size_t *at)
{
	unsigned tone = 0;
	while (tone == 0 && *at < word.n)
		tone = next_letter(word, at).tone;
	return tone;
}

/* Whether the next letter is small (1) or a capital (2); 0 at the end. */
static unsigned next_case(struct bc_str s, size_t *at)
{
	while (*at < s.n) {
		bc_rune r = bc_utf8_next(s, at);
		if (bc_is_letter(r))
			return bc_is_upper(r) ? 2 : 1;
	}
	return 0;
}

static int compare_each(struct bc_str a, struct bc_str b,
			unsigned (*next)(struct bc_str, size_t *))
{
	size_t i = 0, j = 0;
	unsigned x, y;
	do {
		x = next(a, &i);
		y = next(b, &j);
	} while (x == y && x != 0);
	return (x > y) - (x < y);
}

static int compare_words(struct bc_str a, struct bc_str b)
{
	int order = compare_letters(a, b);
	return order ? order : compare_each(a, b, next_tone);
}

static struct bc_str without_zeros(struct bc_str number)
{
	size_t at = 0;
	while (at < number.n && number.p[at] == '0')
		at++;
	return bc_str_cut(number, at, number.n);
}

/* Of any length. */
static int compare_numbers(struct bc_str a, struct bc_str b)
{
	a = without_zeros(a);
	b = without_zeros(b);
	if (a.n != b.n)
		return a.n < b.n ? -1 : 1;
	return a.n ? memcmp(a.p, b.p, a.n) : 0;
}

/* The next word or number at or behind *at, which moves behind it; empty at the end. */
static struct bc_str next_syllable(struct bc_str s, size_t *at)
{
	size_t begin = *at, next = *at;
	bool number = false, word = false;
	for (; next < s.n; *at = next) {
		bc_rune r = bc_utf8_next(s, &next);
		bool digit = is_digit(r);
		bool goes_on = number ? digit : word && (bc_is_letter(r) || is_mark(r));
		if (goes_on)
			continue;
		if (number || word)
			break;
		begin = *at;
		number = digit;
		word = bc_is_letter(r);
	}
	return number || word ? bc_str_cut(s, begin, *at) : (struct bc_str){0};
}

static int compare_syllable(struct bc_str a, struct bc_str b)
{
	bool x = is_digit((unsigned char)a.p[0]), y = is_digit((unsigned char)b.p[0]);
	if (x != y)
		return x ? -1 : 1;
	return x ? compare_numbers(a, b) : compare_words(a, b);
}

static int compare_syllables(struct bc_str a, struct bc_str b)
{
	for (size_t i = 0, j = 0;;) {
		struct bc_str x = next_syllable(a, &i), y = next_syllable(b, &j);
		if (x.n == 0 || y.n == 0)
			return (x.n > 0) - (y.n > 0);
		int order = compare_syllable(x, y);
		if (order)
			return order;
	}
}

/* Bytes of UTF-8 have the order of their code points. */
static int compare_bytes(struct bc_str a, struct bc_str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.p, b.p, n) : 0;
	return order ? order : (a.n > b.n) - (a.n < b.n);
}

int bc_collate(struct bc_str a, struct bc_str b)
{
	int order = compare_syllables(a, b);
	order = order ? order : compare_each(a, b, next_case);
	return order ? order : compare_bytes(a, b);
}

static bool is_space(bc_rune r)
{
	return r == '\t' || r == '\n' ||
	       utf8proc_category((utf8proc_int32_t)r) == UTF8PROC_CATEGORY_ZS;
}

/* Where the given name begins, at s.n when there is none. */
static size_t given_name(struct bc_str s)
{
	size_t begin = s.n;
	bool found = false;
	for (size_t at = s.n; at > 0;) {
		bool space = is_space(bc_utf8_prev(s, &at));
		if (space && found)
			break;
		if (!space) {
			found = true;
			begin = at;
		}
	}
	return begin;
}

int bc_collate_people(struct bc_str a, struct bc_str b)
{
	size_t i = given_name(a), j = given_name(b);
	int order = compare_syllables(bc_str_cut(a, i, a.n), bc_str_cut(b, j, b.n));
	order = order ? order : compare_syllables(bc_str_cut(a, 0, i), bc_str_cut(b, 0, j));
	return order ? order : bc_collate(a, b);
}
