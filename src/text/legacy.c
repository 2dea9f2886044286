/*
 * Reading words in the old encodings.  A word counts only if what comes out
 * can be a syllable, so that French or Ede words in the same letters don't.
 */
#include "text/legacy.h"

#include "text/syllable.h"

#include <utf8proc.h>

#include <uchar.h>

enum {
	HOPELESS = 8, /* more foreign words than legacy ones: the rest isn't read */
	MAX_RUNES = 2 * BC_SYLLABLE_LETTERS, /* VNI writes a vowel and its mark as two */
};

/* TCVN 5712:1993, table VN3, from 0xA0; a space where it has no letter. */
static const char32_t tcvn3[] =
	U" ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò"
	U" ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ ";

/* VNI's marks behind a vowel, by tone: ngang huyền sắc hỏi ngã nặng. */
static const char32_t vni_tone[] = U" øùûõï";       /* a e o u y ơ ư */
static const char32_t vni_circumflex[] = U"âàáåãä"; /* a e o */
static const char32_t vni_breve[] = U"êèéúüë";      /* a */

/* VNI's letters of their own. */
static const char32_t vni_letter[] = U"íìæóòîôöñ";
static const char32_t vni_meaning[] = U"íìỉĩịỵơưđ";

struct reading {
	bc_rune letters[MAX_RUNES];
	size_t n;
	unsigned changes; /* letters that differ from what is written */
	unsigned pairs;   /* VNI: vowels with a mark behind them */
	bool ambiguous;   /* a word of Vietnamese as it stands */
	bool symbol;      /* TCVN3: with a sign inside that no word has: x·, c«ng */
};

struct span {
	size_t from, to;
};

static bool is_ascii_letter(bc_rune r)
{
	return (r >= 'a' && r <= 'z') || (r >= 'A' && r <= 'Z');
}

/* Letters of Latin-1, in words of any language. */
static bool is_latin1_letter(bc_rune r)
{
	return r >= 0xC0 && r <= 0xFF && r != 0xD7 && r != 0xF7;
}

static bool in_word(bc_rune r)
{
	return is_ascii_letter(r) || (r >= 0xA1 && r <= 0xFF);
}

/* Where `r` stands in `list`, or -1. */
static int index_in(const char32_t *list, bc_rune r)
{
	for (int i = 0; list[i]; i++) {
		if (list[i] == r && r != ' ')
			return i;
	}
	return -1;
}

/* Whether the sign at `i` is evidence: quotes around a word and footnote numbers aren't. */
static bool is_odd_sign(const bc_rune *raw, size_t i, size_t n)
{
	bc_rune r = raw[i];
	if (r < 0xA1 || is_latin1_letter(r) || r == 0xB5 || r == 0xB9)
		return false;
	bool quote = r == 0xAB || r == 0xBB;
	return !quote || (i > 0 && i + 1 < n);
}

static bool read_tcvn3(const bc_rune *raw, size_t n, struct reading *out)
{
	if (raw[0] == 0xB5) /* µm */
		return false;
	for (size_t i = 0; i < n; i++) {
		bc_rune r = raw[i] < 0x80 ? raw[i] : (bc_rune)tcvn3[raw[i] - 0xA0];
		if (r == ' ')
			return false;
		out->letters[out->n++] = r;
		out->changes += r != raw[i];
		out->symbol |= is_odd_sign(raw, i, n);
	}
	return true;
}

/* What the vowel `base` becomes with the mark `mark` behind it, or 0. */
static bc_rune vni_marked(bc_rune base, bc_rune mark)
{
	int tone = index_in(vni_tone, mark);
	if (tone > 0 && index_in(U"aeouyơư", base) >= 0)
		return bc_vowel_with_tone(base, (enum bc_tone)tone);
	int plain = index_in(U"aeo", base);
	tone = index_in(vni_circumflex, mark);
	if (plain >= 0 && tone >= 0)
		return bc_vowel_with_tone((bc_rune)U"âêô"[plain], (enum bc_tone)tone);
	tone = index_in(vni_breve, mark);
	return base == 'a' && tone >= 0 ? bc_vowel_with_tone(0x0103, (enum bc_tone)tone) : 0;
}

static bc_rune small(bc_rune r)
{
	return (bc_rune)utf8proc_tolower((utf8proc_int32_t)r);
}

static bool read_vni(const bc_rune *raw, size_t n, struct reading *out)
{
	for (size_t i = 0; i < n; i++) {
		bc_rune r = small(raw[i]);
		bool capital = r != raw[i];
		int letter = index_in(vni_letter, r);
		if (letter < 0 && r >= 0x80)
			return false;
		bc_rune plain = letter < 0 ? r : (bc_rune)vni_meaning[letter];
		bc_rune marked = i + 1 < n ? vni_marked(plain, small(raw[i + 1])) : 0;
		out->changes += marked || plain != r;
		out->pairs += marked != 0;
		i += marked != 0;
		plain = marked ? marked : plain;
		out->letters[out->n++] =
			capital ? (bc_rune)utf8proc_toupper((utf8proc_int32_t)plain) : plain;
	}
	return true;
}

/* Whether `word` is a legacy word; an ordinary one is not. */
static bool read_word(struct bc_str word, enum bc_legacy encoding, struct reading *out)
{
	bc_rune raw[MAX_RUNES] = {0};
	size_t n = 0;
	for (size_t at = 0; at < word.n;) {
		if (n == MAX_RUNES)
			return false;
		raw[n++] = bc_utf8_next(word, &at);
	}
	*out = (struct reading){0};
	out->ambiguous = bc_is_syllable(raw, n);
	bool read =
		encoding == BC_LEGACY_TCVN3 ? read_tcvn3(raw, n, out) : read_vni(raw, n, out);
	return read && out->changes > 0 && out->n > 1 && bc_is_syllable(out->letters, out->n);
}

/* The next word at or behind `at`; empty at the end. */
static struct span next_word(struct bc_str s, size_t at)
{
	struct span w = {at, at};
	while (w.to < s.n) {
		size_t next = w.to;
		bool letter = in_word(bc_utf8_next(s, &next));
		if (!letter && w.to > w.from)
			break;
		w.to = next;
		if (!letter)
			w.from = next;
	}
	return w;
}

static bool has_latin1_letter(struct bc_str word)
{
	for (size_t at = 0; at < word.n;) {
		if (is_latin1_letter(bc_utf8_next(word, &at)))
			return true;
	}
	return false;
}

/* Whether the words read as `encoding`; one alone must be beyond doubt. */
static bool convincing(struct bc_str s, bool mixed, enum bc_legacy encoding, struct span *found)
{
	size_t good = 0, bad = 0, pairs = 0;
	bool sure = false;
	*found = (struct span){0};
	for (struct span w = next_word(s, 0); w.to > w.from; w = next_word(s, w.to)) {
		struct reading r;
		struct bc_str word = bc_str_cut(s, w.from, w.to);
		if (!read_word(word, encoding, &r)) {
			bad += has_latin1_letter(word);
			if (bad > good + HOPELESS)
				return false;
			continue;
		}
		if (r.ambiguous && mixed)
			continue;
		found->from = found->to ? found->from : w.from;
		found->to = w.to;
		good += !r.ambiguous;
		pairs += r.pairs;
		sure |= r.symbol || (r.pairs && r.changes > 1);
	}
	if (encoding == BC_LEGACY_VNI && pairs == 0) /* Ede and Bahnar write ñ and ô, too */
		return false;
	return good > 2 * bad && (good > 1 || sure);
}

enum bc_legacy bc_legacy_of(struct bc_str s, bool mixed, size_t *begin, size_t *end)
{
	struct span found;
	enum bc_legacy encoding = BC_LEGACY_NONE;
	if (convincing(s, mixed, BC_LEGACY_TCVN3, &found))
		encoding = BC_LEGACY_TCVN3;
	else if (convincing(s, mixed, BC_LEGACY_VNI, &found))
		encoding = BC_LEGACY_VNI;
	*begin = found.from;
	*end = found.to;
	return encoding;
}

void bc_legacy_decode(struct bc_buf *out, struct bc_str s, enum bc_legacy encoding)
{
	size_t done = 0;
	for (struct span w = next_word(s, 0); w.to > w.from; w = next_word(s, w.to)) {
		struct reading r;
		if (!read_word(bc_str_cut(s, w.from, w.to), encoding, &r))
			continue;
		bc_buf_add(out, bc_str_cut(s, done, w.from));
		for (size_t i = 0; i < r.n; i++)
			bc_utf8_put(out, r.letters[i]);
		done = w.to;
	}
	bc_buf_add(out, bc_str_cut(s, done, s.n));
}
