/*
 * NFC by stretches.  Almost all text consists of runes that are a stretch of
 * their own, whatever stands beside them; what is left goes to utf8proc.
 */
#include "text/nfc.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <utf8proc.h>

enum {
	SHORT = 64,     /* runes of a stretch that is normalised without asking for memory */
	MAX_MARKS = 64, /* utf8proc orders a run of marks in quadratic time */
};

/*
 * Blocks whose runes are starters with NFC_Quick_Check=Yes: none ever changes,
 * moves, or joins what stands before it (UAX #15, 9.1).  A rune that is in
 * no row may be steady too; it only costs more time.
 */
static const struct {
	bc_rune first, last;
} steady[] = {
	{0x0000, 0x02FF},   /* Latin, IPA */
	{0x0388, 0x0482},   /* Greek, Cyrillic */
	{0x1E00, 0x1EFF},   /* Latin Extended Additional: the Vietnamese letters */
	{0x2002, 0x20CF},   /* punctuation, super- and subscripts, currency */
	{0x2190, 0x2328},   /* arrows, mathematics */
	{0x2460, 0x2ADB},   /* enclosed numbers, boxes, symbols, dingbats */
	{0x3041, 0x3096},   /* Hiragana */
	{0x30A0, 0xA48C},   /* Katakana, ideographs, Yi */
	{0xAC00, 0xD7A3},   /* Hangul syllables */
	{0xE000, 0xF8FF},   /* private use */
	{0xFF01, 0xFFEE},   /* full- and half-width forms */
	{0x1F000, 0x1FAFF}, /* pictures */
};

static bool is_steady(bc_rune r)
{
	for (size_t i = 0; i < sizeof steady / sizeof *steady && r >= steady[i].first; i++) {
		if (r <= steady[i].last)
			return true;
	}
	return false;
}

/* The first rune at or behind `at` that is not steady. */
static size_t skip_steady(struct bc_str s, size_t at)
{
	while (at < s.n) {
		if ((unsigned char)s.p[at] < 0xCC) { /* below U+0300 */
			at++;
			continue;
		}
		size_t next = at;
		if (!is_steady(bc_utf8_next(s, &next)))
			return at;
		at = next;
	}
	return at;
}

/* The first steady rune behind `at`; *marks is the longest run of marks on the way. */
static size_t skip_unsteady(struct bc_str s, size_t at, size_t *marks)
{
	size_t run = 0;
	*marks = 0;
	while (at < s.n) {
		size_t next = at;
		bc_rune r = bc_utf8_next(s, &next);
		if (is_steady(r))
			break;
		utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)r);
		bool mark =
			category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
		run = mark ? run + 1 : 0;
		*marks = run > *marks ? run : *marks;
		at = next;
	}
	return at;
}

/*
 * The stretch in NFC: `stretch` itself when it is already, else in `room`, or
 * in `a` when it is longer than usual.
 */
static struct bc_str normalise(struct bc_arena *a, struct bc_str stretch,
			       utf8proc_int32_t *room)
{
	const utf8proc_option_t nfc = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
	const utf8proc_uint8_t *p = (const utf8proc_uint8_t *)stretch.p;
	utf8proc_ssize_t size = (utf8proc_ssize_t)stretch.n;
	utf8proc_ssize_t n = utf8proc_decompose(p, size, room, SHORT, nfc);
	if (n > SHORT) {
		room = bc_new_n(a, utf8proc_int32_t, (size_t)n + 1);
		n = utf8proc_decompose(p, size, room, n, nfc);
	}
	if (n >= 0)
		n = utf8proc_reencode(room, n, nfc);
	if (n < 0)
		return stretch;
	struct bc_str out = {(const char *)room, (size_t)n};
	return bc_str_eq(out, stretch) ? stretch : out;
}

struct bc_str bc_nfc(struct bc_arena *a, struct bc_str s)
{
	struct bc_buf out = bc_buf_in(a);
	size_t done = 0; /* bytes of `s` that are in `out` */
	size_t at = skip_steady(s, 0);
	while (at < s.n) {
		size_t begin = at;
		if (begin > done)
			bc_utf8_prev(s, &begin); /* the mark may join the rune before it */
		size_t marks;
		size_t end = skip_unsteady(s, at, &marks);
		struct bc_str stretch = bc_str_cut(s, begin, end);
		utf8proc_int32_t room[SHORT + 1];
		struct bc_str norm = marks > MAX_MARKS ? stretch : normalise(a, stretch, room);
		if (norm.p != stretch.p) {
			if (!out.p)
				bc_buf_reserve(&out, s.n);
			bc_buf_add(&out, bc_str_cut(s, done, begin));
			bc_buf_add(&out, norm);
			done = end;
		}
		at = skip_steady(s, end);
	}
	if (!out.p)
		return s;
	bc_buf_add(&out, bc_str_cut(s, done, s.n));
	return bc_buf_str(&out);
}
