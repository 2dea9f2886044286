/*
 * Delimiter runs are matched as CommonMark 6.2 says: a closer takes the
 * nearest opener, two asterisks for bold, one for italic.
 */
#include "compose/inline.h"

#include "base/utf8.h"
#include "text/viet.h"

/* A stretch of text, or what is left of a run of asterisks. */
struct token {
	size_t begin, end;
	size_t length; /* of the whole run of asterisks; 0: text */
	bool can_open, can_close;
	int bold, italic; /* styles that begin (+) or end (-) before it */
	size_t before;    /* index of the opener candidate before this one, plus 1 */
};

struct parser {
	struct bc_str s;
	struct token *tokens;
	size_t n;
	size_t openers;      /* index of the last opener candidate, plus 1 */
	size_t bottom[3][2]; /* no opener at or before here fits: by length mod 3, can_open */
};

static bool is_punctuation(char c)
{
	return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
	       (c >= '{' && c <= '~');
}

enum side {
	SIDE_SPACE,
	SIDE_PUNCTUATION,
	SIDE_WORD
};

static bool is_space(bc_rune r)
{
	return r <= ' ' || r == 0xA0 || r == 0x1680 || (r >= 0x2000 && r <= 0x200A) ||
	       r == 0x202F || r == 0x205F || r == 0x3000;
}

/* Unicode's categories P and S, as far as reports have them. */
static bool is_sign(bc_rune r)
{
	static const struct {
		bc_rune first, last;
	} signs[] = {
		{0xA1, 0xA9},     {0xAB, 0xAC},     {0xAE, 0xB1},     {0xB4, 0xB4},
		{0xB6, 0xB8},     {0xBB, 0xBB},     {0xBF, 0xBF},     {0xD7, 0xD7},
		{0xF7, 0xF7},     {0x2010, 0x205E}, {0x20A0, 0x20C0}, {0x2190, 0x244A},
		{0x2500, 0x2775}, {0x2794, 0x2BFF}, {0x3001, 0x3004}, {0x3008, 0x3020},
	};
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
		if (r >= signs[i].first && r <= signs[i].last)
			return true;
	}
	return false;
}

static enum side side_of(bc_rune r)
{
	if (is_space(r))
		return SIDE_SPACE;
	bool punctuation = r < 0x80 ? is_punctuation((char)r) : is_sign(r);
	return punctuation ? SIDE_PUNCTUATION : SIDE_WORD;
}

/* Left- and right-flanking runs (CommonMark 6.2). */
static void flank(const struct parser *p, struct token *t)
{
	size_t at = t->begin;
	enum side left = at ? side_of(bc_utf8_prev(p->s, &at)) : SIDE_SPACE;
	at = t->end;
	enum side right = at < p->s.n ? side_of(bc_utf8_next(p->s, &at)) : SIDE_SPACE;
	t->can_open = right == SIDE_WORD || (right == SIDE_PUNCTUATION && left != SIDE_WORD);
	t->can_close = left == SIDE_WORD || (left == SIDE_PUNCTUATION && right != SIDE_WORD);
}

static size_t token_end(struct bc_str s, size_t at)
{
	bool stars = s.p[at] == '*';
	do {
		at++;
	} while (at < s.n && (s.p[at] == '*') == stars &&
		 !(s.p[at] == '\\' && at + 1 < s.n && is_punctuation(s.p[at + 1])));
	return at;
}

static void tokenize(struct parser *p, struct bc_arena *a)
{
	/* a token for every run of asterisks, every escape, and the texts between */
	size_t marks = 1;
	for (size_t i = 0; i < p->s.n; i++)
		marks += p->s.p[i] == '*' || p->s.p[i] == '\\';
	p->tokens = bc_new_n(a, struct token, 2 * marks + 1);
	for (size_t at = 0; at < p->s.n;) {
		struct token *t = &p->tokens[p->n++];
		bool escape =
			p->s.p[at] == '\\' && at + 1 < p->s.n && is_punctuation(p->s.p[at + 1]);
		t->begin = at + escape;
		if (escape) {
			/* the escaped character is text, whatever it is */
			t->end = at + 2;
			at = t->end;
			continue;
		}
		t->end = at = token_end(p->s, at);
		if (p->s.p[t->begin] == '*') {
			t->length = t->end - t->begin;
			flank(p, t);
		}
	}
}

/* CommonMark 6.2 rules 9 and 10: runs that could both open and close. */
static bool fits(const struct token *opener, const struct token *closer)
{
	bool both = opener->can_close || closer->can_open;
	if (!both || (opener->length % 3 == 0 && closer->length % 3 == 0))
		return true;
	return (opener->length + closer->length) % 3 != 0;
}

/* The nearest opener for `closer`, as index plus 1; 0: none. */
static size_t find_opener(const struct parser *p, const struct token *closer)
{
	size_t bottom = p->bottom[closer->length % 3][closer->can_open];
	for (size_t i = p->openers; i > bottom; i = p->tokens[i - 1].before) {
		if (fits(&p->tokens[i - 1], closer))
			return i;
	}
	return 0;
}

/* Take asterisks from both ends; what lies between is in the style. */
static void match(struct parser *p, size_t opener, size_t closer)
{
	struct token *o = &p->tokens[opener], *c = &p->tokens[closer];
	bool bold = o->end - o->begin >= 2 && c->end - c->begin >= 2;
	size_t used = bold ? 2 : 1;
	o->end -= used;
	c->begin += used;
	int *from = bold ? &p->tokens[opener + 1].bold : &p->tokens[opener + 1].italic;
	int *to = bold ? &c->bold : &c->italic;
	(*from)++;
	(*to)--;
	/* openers between the two can no longer match anything */
	p->openers = o->end > o->begin ? opener + 1 : o->before;
}

static void close_with(struct parser *p, size_t i)
{
	struct token *t = &p->tokens[i];
	while (t->can_close && t->end > t->begin) {
		size_t opener = find_opener(p, t);
		if (opener == 0) {
			p->bottom[t->length % 3][t->can_open] = p->openers;
			return;
		}
		match(p, opener - 1, i);
	}
}

static void match_all(struct parser *p)
{
	for (size_t i = 0; i < p->n; i++) {
		struct token *t = &p->tokens[i];
		if (t->length == 0)
			continue;
		close_with(p, i);
		if (t->can_open && t->end > t->begin) {
			t->before = p->openers;
			p->openers = i + 1;
		}
	}
}

/* Most texts have no marks at all. */
static struct bc_spans all_plain(struct bc_arena *a, struct bc_str s)
{
	struct bc_spans spans = {.at = bc_new(a, struct bc_span), .n = s.n > 0};
	spans.at[0].end = s.n;
	return spans;
}

struct bc_spans bc_inline_parse(struct bc_arena *a, struct bc_str s)
{
	struct parser p = {.s = s};
	if (!s.n || (!memchr(s.p, '*', s.n) && !memchr(s.p, '\\', s.n)))
		return all_plain(a, s);
	tokenize(&p, a);
	match_all(&p);
	struct bc_spans spans = {.at = bc_new_n(a, struct bc_span, p.n)};
	int bold = 0, italic = 0;
	for (size_t i = 0; i < p.n; i++) {
		const struct token *t = &p.tokens[i];
		bold += t->bold;
		italic += t->italic;
		if (t->begin == t->end)
			continue;
		struct bc_span span = {t->begin, t->end, bold > 0, italic > 0};
		struct bc_span *last = spans.n ? &spans.at[spans.n - 1] : NULL;
		if (last && last->end == span.begin && last->bold == span.bold &&
		    last->italic == span.italic)
			last->end = span.end;
		else
			spans.at[spans.n++] = span;
	}
	return spans;
}
