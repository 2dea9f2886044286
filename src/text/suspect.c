/*
 * Suspect characters.  Plain Vietnamese is skipped by a table of bits; what
 * is left is looked at rune by rune, and by the words around it.
 */
#include "text/suspect.h"

#include "text/legacy.h"
#include "text/syllable.h"
#include "text/viet.h"

#include <utf8proc.h>

#include <uchar.h>

enum {
	MAX_MARKS = 8,  /* on one letter; no script of the country has more than two */
	MAX_WORD = 64,  /* bytes of a word that is compared with its twin */
	STRETCH = 1024, /* bytes on either side that are judged together */
	RAW = 4096,     /* bytes of raw text that are judged */
	SAMPLE = 80,    /* bytes of the sample of TCVN3 text */
};

struct span {
	size_t from, to;
};

/* Bit i stands for the rune whose last byte is 0x80 + i. */
#define RUNE(last) (UINT64_C(1) << ((last)&0x3F))

/* Runes of plain text with the lead byte C2 to C6. */
static const uint64_t plain2[] = {
	/* U+00A0 ° ± ² ³ */
	RUNE(0xA0) | RUNE(0xB0) | RUNE(0xB1) | RUNE(0xB2) | RUNE(0xB3),
	/* ÀÁÂÃ ÈÉÊ ÌÍ ÒÓÔÕ ÙÚ Ý and their small letters */
	UINT64_C(0x263C370F263C370F),
	/* Ăă Đđ Ĩĩ */
	RUNE(0x82) | RUNE(0x83) | RUNE(0x90) | RUNE(0x91) | RUNE(0xA8) | RUNE(0xA9),
	/* Ũũ */
	RUNE(0xA8) | RUNE(0xA9),
	/* Ơơ Ưư */
	RUNE(0xA0) | RUNE(0xA1) | RUNE(0xAF) | RUNE(0xB0),
};

/* E2 80: – — ‘ ’ “ ” • … */
static const uint64_t plain_punctuation = RUNE(0x93) | RUNE(0x94) | RUNE(0x98) | RUNE(0x99) |
					  RUNE(0x9C) | RUNE(0x9D) | RUNE(0xA2) | RUNE(0xA6);

/* E1 BA and E1 BB: U+1EA0 to U+1EF9 */
static const uint64_t plain_1e80 = ~UINT64_C(0) << 0x20;
static const uint64_t plain_1ec0 = (UINT64_C(1) << 0x3A) - 1;

/*
 * Letters of Latin-1 that no Vietnamese word has behind a, e, o, u, but that
 * VNI writes there: "baùo", "keát", "coù".
 */
static bool is_odd_pair(unsigned char vowel, unsigned char last)
{
	const uint64_t u_grave = RUNE(0x99) | RUNE(0xB9);
	switch (vowel | 0x20) {
	case 'a':
	case 'e':
		return true;
	case 'o':
		return (u_grave | RUNE(0x82) | RUNE(0xA2)) & RUNE(last);
	case 'u':
		return u_grave & RUNE(last);
	default:
		return false;
	}
}

/* Bytes of the plain rune at `p`; 0 when it isn't plain. */
static size_t plain_size(const unsigned char *p)
{
	if (p[0] < 0xC2)
		return 0;
	if (p[0] <= 0xC6)
		return plain2[p[0] - 0xC2] & RUNE(p[1]) ? 2 : 0;
	if (p[0] == 0xE1 && p[1] == 0xBA)
		return plain_1e80 & RUNE(p[2]) ? 3 : 0;
	if (p[0] == 0xE1 && p[1] == 0xBB)
		return plain_1ec0 & RUNE(p[2]) ? 3 : 0;
	if (p[0] == 0xE2 && p[1] == 0x80)
		return plain_punctuation & RUNE(p[2]) ? 3 : 0;
	return 0;
}

/* The first rune at or behind `at` that needs a look. */
static size_t skip_plain(struct bc_str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.p;
	while (at < s.n) {
		if ((p[at] >= 0x20 && p[at] < 0x7F) || p[at] == '\n' || p[at] == '\t') {
			at++;
			continue;
		}
		size_t size = plain_size(p + at);
		if (size == 0)
			break;
		if (p[at] == 0xC3 && at > 0 && is_odd_pair(p[at - 1], p[at + 1]))
			break;
		at += size;
	}
	return at;
}

/*
 * Written without meaning to, as a rule: control and format characters, line
 * separators, the stray BOM, private and unassigned runes.  Joiners are left alone.
 */
static bool is_control(bc_rune r)
{
	if (r == 0x200C || r == 0x200D || r == 0x2060)
		return false;
	switch (utf8proc_category((utf8proc_int32_t)r)) {
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_CF:
	case UTF8PROC_CATEGORY_CS:
	case UTF8PROC_CATEGORY_CO:
	case UTF8PROC_CATEGORY_CN:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return r != '\n' && r != '\t';
	default:
		return r == 0xFFFD;
	}
}

static bool is_mark(bc_rune r)
{
	return utf8proc_get_property((utf8proc_int32_t)r)->combining_class != 0;
}

static bool is_tone(bc_rune r)
{
	return r == 0x300 || r == 0x301 || r == 0x303 || r == 0x309 || r == 0x323;
}

/* The combining tone that `letter` holds, or 0. */
static bc_rune tone_of(bc_rune letter)
{
	utf8proc_int32_t parts[4];
	utf8proc_ssize_t n = utf8proc_decompose_char(
		(utf8proc_int32_t)letter, parts, 4, UTF8PROC_DECOMPOSE | UTF8PROC_STABLE, NULL);
	for (utf8proc_ssize_t i = 0; i < n && i < 4; i++) {
		if (is_tone((bc_rune)parts[i]))
			return (bc_rune)parts[i];
	}
	return 0;
}

/* Where the search is. */
struct search {
	struct bc_str s;
	size_t from;
	size_t at;                    /* the rune that is looked at */
	size_t word_end, stretch_end; /* up to here words and stretches have been judged */
};

/* The mark that is looked at: whether its letter can bear it.  The span covers both. */
static bool is_stray_mark(const struct search *q, struct span *found, struct bc_buf *likely)
{
	size_t base = q->at, next = q->at;
	bc_rune mark = bc_utf8_next(q->s, &next), r = mark, tone = 0;
	for (int i = 0; base > 0 && is_mark(r) && i <= MAX_MARKS; i++) {
		r = bc_utf8_prev(q->s, &base);
		tone = tone ? tone : tone_of(r);
	}
	if (!bc_is_letter(r))
		return true;
	if (!is_tone(mark) || !tone)
		return false;
	if (base < q->from)
		return true;
	found->from = base;
	if (likely && tone == mark) /* the same twice */
		bc_buf_add(likely, bc_str_cut(q->s, base, q->at));
	return true;
}

/* Đ's twins: the Icelandic and the African letter. */
static bc_rune without_eth(bc_rune r)
{
	if (r == 0x00D0 || r == 0x0189)
		return 0x0110;
	return r == 0x00F0 || r == 0x0256 ? 0x0111 : r;
}

/* Cyrillic and Greek letters that look like Latin ones. */
static bc_rune without_homoglyph(bc_rune r)
{
	static const char32_t looks[] = U"АВЕЅЈІКМНОРСТУХаеѕіјорсухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧον";
	static const char latin[] = "ABESJIKMHOPCTYXaesijopcyxhdqwABEZHIKMNOPTYXov";
	if (r < 0x0370 || r > 0x052F)
		return r;
	for (size_t i = 0; looks[i]; i++) {
		if (looks[i] == r)
			return (bc_rune)latin[i];
	}
	return r;
}

static bool is_foreign(bc_rune r)
{
	return r >= 0x0370 && r <= 0x052F;
}

/* The letters around `at`, not before `from`; cut off when there are very many. */
static struct span word_around(struct bc_str s, size_t from, size_t at)
{
	struct span w = {at, at};
	for (size_t i = at; i > from && at - i < MAX_WORD; w.from = i) {
		if (!bc_is_letter(bc_utf8_prev(s, &i)))
			break;
	}
	for (size_t i = at; i < s.n && i - at < MAX_WORD; w.to = i) {
		if (!bc_is_letter(bc_utf8_next(s, &i)))
			break;
	}
	return w;
}

/* A word as it is compared with its twin. */
struct twin {
	bc_rune letters[2 * MAX_WORD]; /* with every look-alike replaced */
	size_t n;
	size_t eths, homoglyphs; /* replaced ones */
	size_t foreign;          /* Greek and Cyrillic letters, homoglyphs included */
	size_t capitals;
	bool vietnamese; /* it has a letter that hardly another language has */
};

static struct twin twin_of(struct bc_str word)
{
	struct twin t = {0};
	for (size_t at = 0; at < word.n; t.n++) {
		bc_rune r = bc_utf8_next(word, &at);
		bc_rune eth = without_eth(r), latin = without_homoglyph(r);
		t.eths += eth != r;
		t.homoglyphs += latin != r;
		t.foreign += is_foreign(r);
		t.capitals += bc_is_upper(r);
		t.vietnamese |= r >= 0x1EA0 && r <= 0x1EF9;
		t.letters[t.n] = eth != r ? eth : latin;
	}
	return t;
}

/* Guðmundur is a name of another country; Ðảng, HÐND, Ðt and 5.000 ð are mistakes. */
static bool is_lookalike(const struct twin *t)
{
	if (t->eths)
		return t->vietnamese || t->n < 3 || t->capitals == t->n ||
		       bc_is_syllable(t->letters, t->n);
	return t->homoglyphs && t->homoglyphs == t->foreign && t->foreign < t->n;
}

static bool has_lookalike(struct bc_str s, struct span w, struct bc_buf *likely)
{
	struct twin t = twin_of(bc_str_cut(s, w.from, w.to));
	if (!is_lookalike(&t))
		return false;
	for (size_t i = 0; likely && i < t.n; i++)
		bc_utf8_put(likely, t.letters[i]);
	return true;
}

/*
 * What parts stretches: a letter that no text read as Latin-1 has, and a
 * control character, so that each is looked at once; TCVN3 writes ư as U+00AD.
 */
static bool parts_stretches(bc_rune r)
{
	return (r >= 0x100 && bc_is_letter(r)) || (r != 0xAD && is_control(r));
}

static bool is_word_byte(char c)
{
	return (unsigned char)c >= 0x80 || bc_is_letter((unsigned char)c);
}

/*
 * The text around q->at in whole words that nothing parts; q->stretch_end
 * is how far was looked for it.
 */
static struct span stretch_around(struct search *q)
{
	struct bc_str s = q->s;
	struct span w = {q->at, q->at};
	bool whole = true; /* nothing and no limit met on this side */
	for (size_t i = q->at; whole && i > q->from; w.from = whole ? i : w.from)
		whole = !parts_stretches(bc_utf8_prev(s, &i)) && q->at - i < STRETCH;
	while (!whole && w.from < q->at && is_word_byte(s.p[w.from]))
		w.from++;
	whole = true;
	for (size_t i = q->at; whole && i < s.n; w.to = whole ? i : w.to)
		whole = !parts_stretches(bc_utf8_next(s, &i)) && i - q->at < STRETCH;
	q->stretch_end = w.to;
	while (!whole && w.to > w.from && is_word_byte(s.p[w.to - 1]))
		w.to--;
	return w;
}

static bool is_legacy(struct bc_str s, struct span *stretch, struct bc_buf *likely)
{
	size_t from = stretch->from, begin, end;
	struct bc_str text = bc_str_cut(s, from, stretch->to);
	enum bc_legacy encoding = bc_legacy_of(text, text.n < s.n, &begin, &end);
	if (encoding == BC_LEGACY_NONE)
		return false;
	*stretch = (struct span){from + begin, from + end};
	if (likely)
		bc_legacy_decode(likely, bc_str_cut(s, stretch->from, stretch->to), encoding);
	return true;
}

static enum bc_suspicion look(struct search *q, struct span *found, struct bc_buf *likely)
{
	size_t next = q->at;
	bc_rune r = bc_utf8_next(q->s, &next);
	if (r >= 0xA1 && r < 0x100 && q->at >= q->stretch_end) {
		*found = stretch_around(q);
		if (is_legacy(q->s, found, likely))
			return BC_SUSPECT_LEGACY;
	}
	*found = (struct span){q->at, next};
	if (is_control(r))
		return BC_SUSPECT_CONTROL;
	if (is_mark(r))
		return is_stray_mark(q, found, likely) ? BC_SUSPECT_MARK : BC_SUSPECT_NOTHING;
	if (q->at < q->word_end || !bc_is_letter(r))
		return BC_SUSPECT_NOTHING;
	*found = word_around(q->s, q->from, q->at);
	q->word_end = found->to;
	return has_lookalike(q->s, *found, likely) ? BC_SUSPECT_LOOKALIKE : BC_SUSPECT_NOTHING;
}

enum bc_suspicion bc_suspect(struct bc_str s, size_t from, size_t *begin, size_t *end,
			     struct bc_buf *likely)
{
	struct search q = {.s = s, .from = from, .at = skip_plain(s, from)};
	while (q.at < s.n) {
		struct span found;
		enum bc_suspicion kind = look(&q, &found, likely);
		if (kind != BC_SUSPECT_NOTHING) {
			*begin = found.from;
			*end = found.to;
			return kind;
		}
		bc_utf8_next(s, &q.at);
		q.at = skip_plain(s, q.at);
	}
	return BC_SUSPECT_NOTHING;
}

/* The bytes from `at` as Latin-1, in UTF-8. */
static size_t widen(struct bc_str bytes, size_t at, char *out, size_t room)
{
	size_t n = 0;
	for (; at < bytes.n && n + 2 <= room; at++) {
		n += (size_t)utf8proc_encode_char((unsigned char)bytes.p[at],
						  (utf8proc_uint8_t *)out + n);
	}
	return n;
}

bool bc_looks_tcvn3(struct bc_str bytes, struct bc_buf *sample)
{
	char text[RAW];
	size_t at = 0;
	while (at < bytes.n && (unsigned char)bytes.p[at] < 0x80)
		at++;
	at = at > SAMPLE ? at - SAMPLE : 0;
	struct bc_str s = {text, widen(bytes, at, text, sizeof text)};
	size_t begin, end;
	if (bc_legacy_of(s, false, &begin, &end) != BC_LEGACY_TCVN3)
		return false;
	size_t size = end - begin > SAMPLE ? SAMPLE : end - begin;
	while (size < end - begin && is_word_byte(s.p[begin + size]))
		size++;
	bc_legacy_decode(sample, bc_str_cut(s, begin, begin + size), BC_LEGACY_TCVN3);
	return true;
}
