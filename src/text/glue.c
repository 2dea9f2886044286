/* Tables of words that lean on their neighbour, and the rules that read them. */
#include "text/glue.h"

#include "text/lineclass.h"
#include "text/viet.h"

#include <utf8proc.h>

enum {
	SHORT_END = 4, /* letters: a word so short is lost alone on the last line */
	FOLDED = 10,   /* bytes of a word of the table, at most */
};

/* What a word does to its neighbours. */
enum lean {
	LABEL = 1,    /* a number, a numeral or a code belongs behind it */
	LETTERED = 2, /* or a single letter: điểm a, Phụ lục B */
	UNIT = 4,     /* belongs behind a number */
	SCALE = 8,    /* of money: leans on the unit behind it as well */
	TITLE = 16,   /* a person's name belongs behind it */
	DATE = 32,    /* may stand before the blank of a date */
	COMRADE = 64, /* chí: the same, when đồng stands before it */
	DONG = 128,
	DATE_PART = 256, /* with its number, belongs behind the number before it */
};

/* In small letters, sorted by their bytes. */
static const struct {
	char word[FOLDED + 1];
	unsigned lean; /* bits of enum lean */
} leaning[] = {
	{"%", UNIT},
	{"biểu", LABEL | LETTERED},
	{"bà", TITLE},
	{"bảng", LABEL | LETTERED},
	{"chí", COMRADE},
	{"chương", LABEL},
	{"cm", UNIT},
	{"g", UNIT},
	{"giờ", UNIT},
	{"ha", UNIT},
	{"hộ", UNIT},
	{"kg", UNIT},
	{"khoá", LABEL},
	{"khoản", LABEL},
	{"khóa", LABEL},
	{"km", UNIT},
	{"km2", UNIT},
	{"km²", UNIT},
	{"kw", UNIT},
	{"kwh", UNIT},
	{"kỳ", LABEL},
	{"lít", UNIT},
	{"lượt", UNIT},
	{"lục", LABEL | LETTERED},
	{"m", UNIT},
	{"m2", UNIT},
	{"m3", UNIT},
	{"mm", UNIT},
	{"mw", UNIT},
	{"m²", UNIT},
	{"m³", UNIT},
	{"mục", LABEL | LETTERED},
	{"nghìn", UNIT | SCALE},
	{"ngàn", UNIT | SCALE},
	{"ngày", LABEL | UNIT | DATE},
	{"người", UNIT},
	{"năm", LABEL | UNIT | DATE | DATE_PART},
	{"phút", UNIT},
	{"phường", LABEL},
	{"phần", LABEL | LETTERED},
	{"quý", LABEL | DATE},
	{"quận", LABEL},
	{"số", LABEL},
	{"tháng", LABEL | UNIT | DATE | DATE_PART},
	{"thứ", LABEL},
	{"trang", LABEL},
	{"triệu", UNIT | SCALE},
	{"tạ", UNIT},
	{"tấn", UNIT},
	{"tỉ", UNIT | SCALE},
	{"tổ", LABEL | LETTERED},
	{"tỷ", UNIT | SCALE},
	{"usd", UNIT},
	{"vnd", UNIT},
	{"°c", UNIT},
	{"ông", TITLE},
	{"đ/c", TITLE},
	{"điều", LABEL},
	{"điểm", LABEL | LETTERED},
	{"đồng", UNIT | DONG},
	{"‰", UNIT},
};

/* Abbreviations that are nothing without the next word, as they are written. */
static const char *const prefixes[] = {"TP.", "TP",  "T/M",  "TM.", "K/T", "KT.", "T/L",
				       "TL.", "TX.", "TUQ.", "TT.", "Q.",  "P."};

static bool is_prefix(struct bc_str w)
{
	if (w.n < 2 || w.p[0] < 'K' || w.p[0] > 'T') /* none begins otherwise */
		return false;
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
		if (bc_str_is(w, prefixes[i]))
			return true;
	}
	return false;
}

/* `w` in small letters, in UTF-8; false when it is longer than any word of the table. */
static bool fold(struct bc_str w, char out[FOLDED + 4], size_t *n)
{
	*n = 0;
	for (size_t at = 0; at < w.n && *n <= FOLDED;) {
		bc_rune r = bc_utf8_next(w, &at);
		if (r < 0x80)
			out[(*n)++] = (char)(r >= 'A' && r <= 'Z' ? r + ('a' - 'A') : r);
		else
			*n += (size_t)utf8proc_encode_char(
				utf8proc_tolower((utf8proc_int32_t)r),
				(utf8proc_uint8_t *)out + *n);
	}
	return *n <= FOLDED;
}

/* How a word leans, small and capital letters alike. */
static unsigned lean_of(struct bc_str w)
{
	char folded[FOLDED + 4];
	size_t n;
	if (w.n == 0 || w.n > FOLDED || !fold(w, folded, &n))
		return 0;
	folded[n] = '\0';
	size_t from = 0, to = sizeof leaning / sizeof *leaning;
	while (from < to) {
		size_t middle = (from + to) / 2;
		int order = strcmp(folded, leaning[middle].word);
		if (order == 0)
			return leaning[middle].lean;
		if (order < 0)
			to = middle;
		else
			from = middle + 1;
	}
	return 0;
}

static bc_rune first_of(struct bc_str w)
{
	size_t at = 0;
	return w.n ? bc_utf8_next(w, &at) : 0;
}

static bc_rune last_of(struct bc_str w)
{
	size_t at = w.n;
	return w.n ? bc_utf8_prev(w, &at) : 0;
}

static bool is_digit(bc_rune r)
{
	return r >= '0' && r <= '9';
}

static bool opens(bc_rune r)
{
	return bc_line_class_of(r) == BC_LINE_OPEN || r == '"' || r == '\'';
}

static bool closes(bc_rune r)
{
	return bc_line_class_of(r) == BC_LINE_CLOSE || r == '"' || r == '\'';
}

/* `w` without the brackets and quotes it begins with. */
static struct bc_str without_openers(struct bc_str w)
{
	size_t from = 0;
	for (size_t at = 0; at < w.n && opens(bc_utf8_next(w, &at));)
		from = at;
	return bc_str_cut(w, from, w.n);
}

/* `w` without the punctuation at its end; a unit such as % is left. */
static struct bc_str without_closers(struct bc_str w)
{
	size_t to = w.n;
	for (size_t at = w.n; at > 0 && closes(bc_utf8_prev(w, &at)) && at > 0;)
		to = at;
	return bc_str_cut(w, 0, to);
}

/* 15 1.234,5 2021-2023 +3,2; for the left of a gap: what follows must touch it. */
static bool is_number(struct bc_str w)
{
	if (!is_digit(last_of(w)))
		return false;
	for (size_t i = 0; i < w.n; i++) {
		if (!is_digit((unsigned char)w.p[i]) && !memchr("+-.,/<>~", w.p[i], 8))
			return false;
	}
	return true;
}

/* I, XIII, IV/2026 */
static bool is_roman(struct bc_str w)
{
	size_t n = 0;
	while (n < w.n && memchr("IVXLCDM", w.p[n], 7))
		n++;
	return n > 0 && (n == w.n || w.p[n] == '/' || w.p[n] == '-');
}

static bool has_digit(struct bc_str w)
{
	for (size_t i = 0; i < w.n; i++) {
		if (is_digit((unsigned char)w.p[i]))
			return true;
	}
	return false;
}

/* 5, 5a, 01-KL/TW, 18/5/2021, QH15, XIII; not 100% */
static bool is_value(struct bc_str w)
{
	if (w.n && memchr(w.p, '%', w.n))
		return false;
	return has_digit(w) || is_roman(without_closers(w));
}

/* a b c d đ ...; ý and ở are words. */
static bool is_marker(struct bc_str w)
{
	w = without_closers(w);
	if (w.n == 1)
		return bc_is_letter((unsigned char)w.p[0]);
	return bc_str_is(w, "đ") || bc_str_is(w, "Đ");
}

static bool is_dash(struct bc_str w)
{
	return bc_str_is(w, "-") || bc_str_is(w, "–") || bc_str_is(w, "—");
}

/* UAX #14 LB13; not .NET or :8080, which are words. */
static bool must_not_begin(struct bc_str w)
{
	size_t at = 0;
	bc_rune r = bc_utf8_next(w, &at);
	enum bc_line_class c = bc_line_class_of(r);
	if (c != BC_LINE_CLOSE && c != BC_LINE_SLASH)
		return false;
	bool may_begin = r < 0x80 && memchr(".,:!?", (int)r, 5);
	if (!may_begin || at == w.n)
		return true;
	r = bc_utf8_next(w, &at);
	return !bc_is_letter(r) && !is_digit(r);
}

static size_t letters(struct bc_str w)
{
	size_t n = 0;
	for (size_t at = 0; at < w.n;)
		n += bc_is_letter(bc_utf8_next(w, &at));
	return n;
}

/* A hyphen that begins the paragraph is its mark and holds; any other parts only at need. */
static enum bc_break behind_dash(const struct bc_gap *g)
{
	return g->before.n == 0 ? BC_BREAK_NEVER : BC_BREAK_LAST;
}

/* Whether the left word needs the right one. */
static bool left_leans(const struct bc_gap *g, struct bc_str left, unsigned lean)
{
	bool comrade = (lean & COMRADE) && (lean_of(without_openers(g->before)) & DONG);
	if (comrade || (lean & TITLE))
		return bc_is_upper(first_of(g->right));
	if (!(lean & LABEL))
		return is_prefix(left);
	return is_value(g->right) || ((lean & LETTERED) && is_marker(g->right));
}

/* Two words with capitals, as in Hồ Chí Minh, or a number and what it counts. */
static bool is_pair(const struct bc_gap *g, bool number)
{
	bool name = bc_is_upper(first_of(g->left)) && bc_is_upper(first_of(g->right));
	return (name || number) && without_closers(g->left).n == g->left.n;
}

/* What a line break at the gap does to the sense; layout comes after. */
static enum bc_break by_sense(const struct bc_gap *g)
{
	struct bc_str left = without_openers(g->left);
	bool colon = left.n > 1 && left.p[left.n - 1] == ':'; /* Số: 15 */
	bool number = is_number(left);
	/* most words of prose need no look at the table: nothing near them could lean */
	bool scaled = g->spaces > 1 || is_number(g->before);
	bool may_lean = scaled || g->right.n <= 2 || bc_is_upper(first_of(g->right)) ||
			has_digit(g->right);
	unsigned l = may_lean ? lean_of(colon ? bc_str_cut(left, 0, left.n - 1) : left) : 0;
	unsigned r =
		scaled || number || is_roman(left) ? lean_of(without_closers(g->right)) : 0;
	if (left_leans(g, left, l))
		return is_prefix(left) ? BC_BREAK_LAST : BC_BREAK_BOUND;
	/* the blank of a date, to be filled in by hand: "ngày      tháng 3" */
	if ((l & DATE) && (r & DATE) && g->spaces > 1)
		return BC_BREAK_NEVER;
	if ((r & DATE) && is_value(g->after)) /* no unit: its number is behind it */
		return (r & DATE_PART) && (number || is_roman(left)) ? BC_BREAK_POOR
								     : BC_BREAK_ALLOWED;
	if (number && (r & UNIT))
		return BC_BREAK_LAST;
	if ((l & SCALE) && (r & UNIT))
		return BC_BREAK_BOUND;
	return is_pair(g, number) ? BC_BREAK_POOR : BC_BREAK_ALLOWED;
}

/* Words before which, and signs behind which, a title is read with a pause. */
static bool is_pause(const struct bc_gap *g)
{
#define JOINT(word)                    \
	{                              \
		word, sizeof(word) - 1 \
	}
	static const struct bc_str joints[] = {
		JOINT("và"),   JOINT("của"),   JOINT("về"),   JOINT("do"),   JOINT("cho"),
		JOINT("với"),  JOINT("tại"),   JOINT("từ"),   JOINT("năm"),  JOINT("theo"),
		JOINT("trên"), JOINT("trong"), JOINT("thực"), JOINT("giai"),
	};
#undef JOINT
	if (g->left.n && strchr(",;:", g->left.p[g->left.n - 1]))
		return true;
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
		if (bc_str_eq(g->right, joints[i]))
			return true;
	}
	return false;
}

enum bc_break bc_glue(const struct bc_gap *g)
{
	if (must_not_begin(g->right) || is_dash(g->right))
		return BC_BREAK_NEVER;
	if (bc_line_class_of(last_of(g->left)) == BC_LINE_OPEN) /* UAX #14 LB14 */
		return BC_BREAK_NEVER;
	if (is_dash(g->left))
		return behind_dash(g);
	enum bc_break sense = by_sense(g);
	if (sense != BC_BREAK_ALLOWED)
		return sense;
	if (g->after.n == 0 && letters(g->right) <= SHORT_END)
		return BC_BREAK_POOR;
	return is_pause(g) ? BC_BREAK_GOOD : BC_BREAK_ALLOWED;
}
