/*
 * Break opportunities: a paragraph is cut into lines at its line feeds, these
 * into words at their spaces.  Inside a word UAX #14 decides, with what is
 * known of Vietnamese codes and hyphens; at the spaces, glue.c.
 *
 * No dictionary: scripts without spaces other than ideographs (Thai, Khmer)
 * break at their spaces only.
 */
#include "text/breaks.h"

#include "text/glue.h"
#include "text/lineclass.h"
#include "text/viet.h"

enum {
	LONG_WORD = 40,  /* runes; past this a word may be broken at its punctuation */
	LONG_CHAIN = 80, /* bytes; past this words may be parted that belong together */
};

struct span {
	size_t from, to; /* bytes of the paragraph */
};

/* What the whole word says about the places inside it. */
struct word {
	struct bc_str s;
	size_t runes, hyphens;
	bool code;  /* 15/BC-UBND, COVID-19, a@b.vn: no word of the language */
	bool slash; /* there is one */
};

static bool is_digit(bc_rune r)
{
	return r >= '0' && r <= '9';
}

static bool is_alnum(bc_rune r)
{
	return is_digit(r) || bc_is_letter(r);
}

static bool among(bc_rune r, const char *ascii)
{
	return r > 0 && r < 0x80 && strchr(ascii, (int)r);
}

static struct word study(struct bc_str s)
{
	struct word w = {.s = s};
	bc_rune prev = 0;
	for (size_t at = 0; at < s.n; w.runes++) {
		bc_rune r = bc_utf8_next(s, &at);
		bool capitals = bc_is_upper(r) && bc_is_upper(prev);
		bool address = among(prev, "_@.:&=?#") && is_alnum(r);
		w.code |= capitals || address || is_digit(r);
		w.hyphens += bc_line_class_of(r) == BC_LINE_HYPHEN;
		w.slash |= r == '/';
		prev = r;
	}
	return w;
}

/* Whether at least two letters end before byte `at`, and two begin at byte `next`. */
static bool two_letters_around(struct bc_str s, size_t at, size_t next)
{
	for (int i = 0; i < 2; i++) {
		if (at == 0 || next == s.n)
			return false;
		bc_rune left = bc_utf8_prev(s, &at), right = bc_utf8_next(s, &next);
		if (!bc_is_letter(left) || !bc_is_letter(right))
			return false;
	}
	return true;
}

/* "kinh tế-xã hội", "Mát-xcơ-va": only when it must be. */
static enum bc_break behind_hyphen(const struct word *w, size_t hyphen, size_t at)
{
	if (w->code || w->slash || !two_letters_around(w->s, hyphen, at))
		return BC_BREAK_NEVER;
	return BC_BREAK_LAST;
}

/* "và/hoặc", "tổ chức/cá nhân"; not km/h, not QĐ/TW */
static enum bc_break behind_slash(const struct word *w, size_t slash, size_t at, bc_rune next)
{
	bool words = !w->code && !bc_is_upper(next) && two_letters_around(w->s, slash, at);
	return words ? BC_BREAK_POOR : BC_BREAK_NEVER;
}

/* UAX #14 LB21 for an en dash, LB31 for an em dash; a range of numbers holds. */
static enum bc_break behind_dash(const struct word *w, size_t dash, bc_rune next)
{
	if (dash == 0 || bc_line_class_of(next) == BC_LINE_EM) /* LB17 */
		return BC_BREAK_NEVER;
	bool range = is_digit(next) && is_digit(bc_utf8_prev(w->s, &dash));
	return range ? BC_BREAK_NEVER : BC_BREAK_ALLOWED;
}

/* UAX #14 LB31 between ideographs, and between them and their own punctuation. */
static bool between_ideographs(bc_rune prev, bc_rune next)
{
	enum bc_line_class p = bc_line_class_of(prev), n = bc_line_class_of(next);
	bool left = p == BC_LINE_IDEO || (p == BC_LINE_CLOSE && prev >= 0x3000);
	bool right = n == BC_LINE_IDEO || (n == BC_LINE_OPEN && next >= 0x3000);
	return left && right;
}

/* UAX #14 LB7, LB9, LB11 to LB14: what holds whatever else stands there. */
static bool is_held(enum bc_line_class prev, enum bc_line_class next)
{
	return prev == BC_LINE_GLUE || prev == BC_LINE_OPEN || next == BC_LINE_GLUE ||
	       next == BC_LINE_MARK || next == BC_LINE_CLOSE || next == BC_LINE_ZERO;
}

/* Between the rune at byte `left` of the word and the rune at byte `at`. */
static enum bc_break inside(const struct word *w, size_t left, size_t at)
{
	size_t i = left, j = at;
	bc_rune prev = bc_utf8_next(w->s, &i), next = bc_utf8_next(w->s, &j);
	enum bc_line_class p = bc_line_class_of(prev), n = bc_line_class_of(next);
	if (p == BC_LINE_ZERO && n != BC_LINE_ZERO) /* LB8 */
		return BC_BREAK_ALLOWED;
	if (is_held(p, n))
		return BC_BREAK_NEVER;
	if (p == BC_LINE_HYPHEN)
		return behind_hyphen(w, left, at);
	if (p == BC_LINE_SLASH)
		return behind_slash(w, left, at, next);
	if (p == BC_LINE_DASH || p == BC_LINE_EM)
		return behind_dash(w, left, next);
	if (n == BC_LINE_EM)
		return is_digit(prev) ? BC_BREAK_NEVER : BC_BREAK_POOR;
	if (p == BC_LINE_WIDE) /* LB21, but for a run of them */
		return n == BC_LINE_WIDE ? BC_BREAK_NEVER : BC_BREAK_ALLOWED;
	return between_ideographs(prev, next) ? BC_BREAK_ALLOWED : BC_BREAK_NEVER;
}

/* Where a word that fits on no line is cut: a URL, a long code. */
static bool is_seam(const struct word *w, size_t left, size_t at)
{
	size_t i = left, j = at;
	bc_rune prev = bc_utf8_next(w->s, &i), next = bc_utf8_next(w->s, &j);
	if (!among(prev, "/-_.?&=") || !is_alnum(next))
		return false;
	bool range = prev == '-' && is_digit(next) && left > 0 &&
		     is_digit((unsigned char)w->s.p[left - 1]);
	return !range;
}

/* Whether a word of Latin letters, as most are, holds nothing that could be broken. */
static bool is_solid(struct bc_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c == '-' || c == '/' || c == 0xC2 || c > 0xE1)
			return false;
	}
	return s.n <= LONG_WORD;
}

static void break_word(unsigned char *out, struct bc_str s)
{
	if (is_solid(s))
		return;
	struct word w = study(s);
	size_t left = 0, at = 0; /* marks stay with the rune at `left`: LB9 */
	bc_utf8_next(s, &at);
	while (at < s.n) {
		enum bc_break b = inside(&w, left, at);
		if (b == BC_BREAK_NEVER && w.runes > LONG_WORD && is_seam(&w, left, at))
			b = s.p[left] == '-' ? BC_BREAK_LAST : BC_BREAK_POOR;
		out[at] = (unsigned char)b;
		size_t here = at;
		if (bc_line_class_of(bc_utf8_next(s, &at)) != BC_LINE_MARK)
			left = here;
	}
}

/* Spaces that part words, whether or not a line may end there. */
static bool parts_words(bc_rune r)
{
	return bc_line_class_of(r) == BC_LINE_SPACE || r == 0xA0 || r == 0x2007 || r == 0x202F;
}

/* The end of the letters at `at` that are neither a space nor worth a look. */
static size_t skip_letters(struct bc_str s, size_t at, size_t to)
{
	while (at < to) {
		unsigned char c = (unsigned char)s.p[at];
		if (c <= ' ' || c == 0xC2 || c > 0xE1)
			break;
		at++;
	}
	return at;
}

/* The next word at or behind `at` and before `to`; empty when there is none. */
static struct span next_word(struct bc_str s, size_t at, size_t to)
{
	struct span w = {at, at};
	while ((w.to = skip_letters(s, w.to, to)) < to) {
		size_t next = w.to;
		bool space = parts_words(bc_utf8_next(s, &next));
		if (space && w.to > w.from)
			break;
		w.to = next;
		if (space)
			w.from = next;
	}
	return w;
}

static struct bc_str text_of(struct bc_str s, struct span w)
{
	return bc_str_cut(s, w.from, w.to);
}

/* At the spaces between words[1] and words[2]. */
static enum bc_break at_gap(struct bc_str s, const struct span words[4])
{
	size_t spaces = 0;
	for (size_t at = words[1].to; at < words[2].from; spaces++) {
		if (bc_line_class_of(bc_utf8_next(s, &at)) == BC_LINE_GLUE) /* LB12 */
			return BC_BREAK_NEVER;
	}
	struct bc_gap gap = {.before = text_of(s, words[0]),
			     .left = text_of(s, words[1]),
			     .right = text_of(s, words[2]),
			     .after = text_of(s, words[3]),
			     .spaces = spaces};
	return bc_glue(&gap);
}

static void part_words(unsigned char *out, struct bc_str s, struct span chain)
{
	struct span w = next_word(s, chain.from, chain.to);
	for (w = next_word(s, w.to, chain.to); w.to > w.from; w = next_word(s, w.to, chain.to))
		out[w.from] = BC_BREAK_POOR;
}

/* Text pasted with no-break spaces throughout must not become one endless word. */
static void part_chains(unsigned char *out, struct bc_str s, struct span line)
{
	size_t from = line.from;
	for (size_t at = line.from; at <= line.to; at++) {
		if (at < line.to && out[at] == BC_BREAK_NEVER)
			continue;
		if (at - from > LONG_CHAIN)
			part_words(out, s, (struct span){from, at});
		from = at;
	}
}

static void break_line(unsigned char *out, struct bc_str s, struct span line)
{
	struct span words[4] = {0}; /* two on either side of the gap before words[2] */
	words[2] = next_word(s, line.from, line.to);
	words[3] = next_word(s, words[2].to, line.to);
	while (words[2].to > words[2].from) {
		if (words[1].to > words[1].from)
			out[words[2].from] = (unsigned char)at_gap(s, words);
		break_word(out + words[2].from, text_of(s, words[2]));
		memmove(words, words + 1, 3 * sizeof *words);
		words[3] = next_word(s, words[2].to, line.to);
	}
	part_chains(out, s, line);
}

const unsigned char *bc_breaks(struct bc_arena *a, struct bc_str s)
{
	unsigned char *out = bc_alloc(a, s.n + 1);
	for (size_t at = 0; at < s.n;) {
		const char *feed = memchr(s.p + at, '\n', s.n - at);
		size_t end = feed ? (size_t)(feed - s.p) : s.n;
		break_line(out, s, (struct span){at, end});
		at = end + 1;
		if (feed)
			out[at] = BC_BREAK_MUST; /* LB4 */
	}
	out[s.n] = BC_BREAK_MUST; /* LB3 */
	return out;
}
