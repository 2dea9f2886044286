/*
 * Why a text is no JSON: the place where the grammar broke -> one finding
 * that names the mistake people make there.
 *
 * Decides nothing: the text is refused already.  What fits no known mistake
 * is told as what was expected and what was found.
 */
#include "json/scan.h"

#include <ctype.h>
#include <stdio.h>

struct odd_sign {
	const char *bytes, *name;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
	       (unsigned char)c >= 0x80;
}

static bool is_one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

static const char *char_end(const char *p)
{
	do
		p++;
	while (((unsigned char)*p & 0xC0) == 0x80);
	return p;
}

static size_t comment_length(const char *p)
{
	if (*p == '#')
		return 1;
	return *p == '/' && (p[1] == '/' || p[1] == '*') ? 2 : 0;
}

static bool begins(const char *p, const char *bytes)
{
	return strncmp(p, bytes, strlen(bytes)) == 0;
}

/* The name of the character at `p`, when it is blank but no white space of JSON; else NULL. */
static const char *odd_space(const char *p)
{
	static const struct odd_sign spaces[] = {
		{"\u00a0", "U+00A0"}, {"\u2002", "U+2002"}, {"\u2003", "U+2003"},
		{"\u2007", "U+2007"}, {"\u2009", "U+2009"}, {"\u200b", "U+200B"},
		{"\u2028", "U+2028"}, {"\u2029", "U+2029"}, {"\u202f", "U+202F"},
		{"\u3000", "U+3000"}, {"\ufeff", "U+FEFF"},
	};
	for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
		if (begins(p, spaces[i].bytes))
			return spaces[i].name;
	}
	return NULL;
}

static bool is_curly(const char *p)
{
	static const char *const quotes[] = {"“", "”", "„", "‟", "‘", "’", "‛", "″"};
	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
		if (begins(p, quotes[i]))
			return true;
	}
	return false;
}

/* "=" and ";" are other languages' colon and comma. */
bool bc_scan_token_ends(const char *p)
{
	unsigned char c = (unsigned char)*p;
	if (c <= ' ')
		return true;
	if (c >= 0x80)
		return odd_space(p) != NULL;
	return strchr(",:]}[{\"=;", c) || comment_length(p);
}

static const char *token_end(const char *p)
{
	while (!bc_scan_token_ends(p))
		p++;
	return p;
}

struct bc_str bc_scan_excerpt(const struct bc_scan *s, const char *begin, const char *end)
{
	const char *cut = begin;
	while (cut < end && cut - begin < 40)
		cut = char_end(cut);
	if (cut >= end)
		return (struct bc_str){begin, (size_t)(end - begin)};
	struct bc_buf out = bc_buf_in(s->ctx->arena);
	bc_buf_add(&out, (struct bc_str){begin, (size_t)(cut - begin)});
	bc_buf_puts(&out, "…");
	return bc_buf_str(&out);
}

static struct bc_str key_as_written(const struct bc_scan *s)
{
	const char *text = s->source->text.p;
	return bc_scan_excerpt(s, text + s->key.begin, text + s->key.end);
}

/* Behind the last thing that was read: where something is missing. */
static const char *behind_last(const struct bc_scan *s)
{
	const char *p = s->p;
	while (p > s->source->text.p && is_one_of(p[-1], " \t\r\n"))
		p--;
	return p;
}

static void relate(struct bc_finding *f, struct bc_place place)
{
	if (f)
		f->related = place;
}

static struct bc_place opening(const struct bc_scan *s)
{
	struct bc_place place = s->inside->place;
	place.end = place.begin + 1;
	return place;
}

static struct bc_str sign_that_opened(const struct bc_scan *s)
{
	return s->inside->kind == BC_JSON_OBJECT ? BC_STR("{") : BC_STR("[");
}

static struct bc_str sign_that_closes(const struct bc_scan *s)
{
	return s->inside->kind == BC_JSON_OBJECT ? BC_STR("}") : BC_STR("]");
}

static struct bc_str expected(const struct bc_scan *s, enum bc_want want)
{
	bool object = s->inside && s->inside->kind == BC_JSON_OBJECT;
	switch (want) {
	case BC_WANT_FIRST_ELEMENT:
		return BC_BOTH("một giá trị hoặc “]”", "a value or \"]\"");
	case BC_WANT_FIRST_KEY:
		return BC_BOTH("khóa trong dấu ngoặc kép hoặc “}”", "a key in quotes or \"}\"");
	case BC_WANT_KEY:
		return BC_BOTH("khóa trong dấu ngoặc kép", "a key in quotes");
	case BC_WANT_COMMA:
		return object ? BC_BOTH("dấu phẩy hoặc “}”", "a comma or \"}\"")
			      : BC_BOTH("dấu phẩy hoặc “]”", "a comma or \"]\"");
	default:
		return BC_BOTH("một giá trị", "a value");
	}
}

static bool generic(struct bc_scan *s, enum bc_want want)
{
	unsigned char c = (unsigned char)*s->p;
	char code[8];
	const char *end = char_end(s->p);
	struct bc_str found = {s->p, (size_t)(end - s->p)};
	if (c < ' ' || c == 0x7F) {
		snprintf(code, sizeof code, "U+%04X", (unsigned)c);
		found = bc_str_of(code);
	}
	struct bc_finding *f =
		BC_REPORT2(s->ctx->findings, JSON_SYNTAX, bc_scan_place(s, s->p, end),
			   expected(s, want), found);
	if (s->inside)
		relate(f, opening(s));
	return false;
}

static bool not_closed(struct bc_scan *s)
{
	const char *at = behind_last(s);
	relate(BC_REPORT2(s->ctx->findings, JSON_NOT_CLOSED, bc_scan_place(s, at, at),
			  sign_that_opened(s), sign_that_closes(s)),
	       opening(s));
	return false;
}

static bool wrong_close(struct bc_scan *s)
{
	relate(BC_REPORT2(s->ctx->findings, JSON_WRONG_CLOSE, bc_scan_place(s, s->p, s->p + 1),
			  ((struct bc_str){s->p, 1}), sign_that_opened(s)),
	       opening(s));
	return false;
}

static bool trailing_comma(struct bc_scan *s)
{
	const char *comma = behind_last(s) - 1;
	BC_REPORT1(s->ctx->findings, JSON_TRAILING_COMMA, bc_scan_place(s, comma, comma + 1),
		   ((struct bc_str){s->p, 1}));
	return false;
}

static bool extra_comma(struct bc_scan *s)
{
	BC_REPORT0(s->ctx->findings, JSON_EXTRA_COMMA, bc_scan_place(s, s->p, s->p + 1));
	return false;
}

static bool curly_quote(struct bc_scan *s, const char *quote)
{
	const char *end = char_end(quote);
	BC_REPORT1(s->ctx->findings, JSON_CURLY_QUOTE, bc_scan_place(s, quote, end),
		   ((struct bc_str){quote, (size_t)(end - quote)}));
	return false;
}

/* The first ” before `end` that closes no “ of the same string, or NULL. */
static const char *stray_curly(const char *p, const char *end)
{
	size_t open = 0;
	for (; p < end; p++) {
		if (begins(p, "“"))
			open++;
		else if (begins(p, "”") && open-- == 0)
			return p;
	}
	return NULL;
}

/* A string was read, and text goes on behind the quote that closed it. */
static bool inner_quote(struct bc_scan *s)
{
	const char *curly = stray_curly(s->string, s->p);
	if (curly)
		return curly_quote(s, curly);
	relate(BC_REPORT1(s->ctx->findings, JSON_INNER_QUOTE, bc_scan_place(s, s->p - 1, s->p),
			  bc_scan_excerpt(s, s->p, token_end(s->p))),
	       bc_scan_place(s, s->string, s->string + 1));
	return false;
}

/* 1,5 as an object's value reads as 1, a comma, and a key that begins with a digit. */
static bool decimal_comma(struct bc_scan *s)
{
	const char *begin = s->p - 1, *end = s->p;
	while (is_digit(begin[-1]) || begin[-1] == '.' || begin[-1] == '-')
		begin--;
	while (is_digit(*end) || (*end == ',' && is_digit(end[1])))
		end++;
	BC_REPORT1(s->ctx->findings, JSON_NUMBER_COMMA, bc_scan_place(s, begin, end),
		   bc_scan_excerpt(s, begin, end));
	return false;
}

bool bc_blame_word(struct bc_scan *s)
{
	const char *end = token_end(s->p);
	BC_REPORT1(s->ctx->findings, JSON_BARE_WORD, bc_scan_place(s, s->p, end),
		   bc_scan_excerpt(s, s->p, end));
	return false;
}

static enum bc_diag number_mistake(const char *p, const char *end)
{
	size_t points = 0, digits = 0;
	bool point_alone = false;
	const char *first = p + (*p == '+' || *p == '-');
	for (const char *at = first; at < end; at++) {
		if (!is_digit(*at) && *at != '.')
			return BC_DIAG_JSON_NUMBER;
		digits += is_digit(*at);
		points += *at == '.';
		point_alone |= *at == '.' && (at == first || !is_digit(at[1]));
	}
	if (digits == 0)
		return BC_DIAG_JSON_NUMBER;
	if (*p == '+')
		return BC_DIAG_JSON_NUMBER_PLUS;
	if (points > 1)
		return BC_DIAG_JSON_NUMBER_POINTS;
	return point_alone ? BC_DIAG_JSON_NUMBER_POINT : BC_DIAG_JSON_NUMBER_ZERO;
}

bool bc_blame_number(struct bc_scan *s)
{
	if (!is_digit(*s->p) && is_word(s->p[1]))
		return bc_blame_word(s); /* -Infinity */
	const char *end = token_end(s->p);
	bc_report(s->ctx->findings, number_mistake(s->p, end), bc_scan_place(s, s->p, end),
		  bc_scan_excerpt(s, s->p, end), (struct bc_str){0}, (struct bc_str){0});
	return false;
}

static bool missing_value(struct bc_scan *s)
{
	const char *at = behind_last(s);
	BC_REPORT1(s->ctx->findings, JSON_MISSING_VALUE, bc_scan_place(s, at, at),
		   key_as_written(s));
	return false;
}

static bool blame_value(struct bc_scan *s, enum bc_want want)
{
	char c = *s->p;
	if (want == BC_WANT_VALUE && s->inside && is_one_of(c, ",]}"))
		return missing_value(s);
	if (c == ']' && want == BC_WANT_ELEMENT)
		return trailing_comma(s);
	if (c == '}' && s->inside)
		return wrong_close(s);
	if (c == ',' && s->inside)
		return extra_comma(s);
	if (c == '+' || c == '.')
		return bc_blame_number(s);
	return is_word(c) ? bc_blame_word(s) : generic(s, want);
}

static bool blame_key(struct bc_scan *s, enum bc_want want)
{
	char c = *s->p;
	if (c == '}') /* only behind a comma, for an empty object is fine */
		return trailing_comma(s);
	if (c == ']')
		return wrong_close(s);
	if (c == ',')
		return extra_comma(s);
	if (want == BC_WANT_KEY && is_digit(c) && s->p[-1] == ',' && is_digit(s->p[-2]))
		return decimal_comma(s);
	if (!is_word(c) && !is_digit(c))
		return generic(s, want);
	const char *end = token_end(s->p);
	BC_REPORT1(s->ctx->findings, JSON_BARE_KEY, bc_scan_place(s, s->p, end),
		   bc_scan_excerpt(s, s->p, end));
	return false;
}

static bool blame_colon(struct bc_scan *s)
{
	const char *at = behind_last(s);
	BC_REPORT1(s->ctx->findings, JSON_MISSING_COLON, bc_scan_place(s, at, at),
		   key_as_written(s));
	return false;
}

static bool blame_comma(struct bc_scan *s)
{
	const char *entries = s->inside->kind == BC_JSON_OBJECT ? "\"" : "\"{[-0123456789tfn";
	if (is_one_of(*s->p, "]}"))
		return wrong_close(s);
	if (!is_one_of(*s->p, entries))
		return generic(s, BC_WANT_COMMA);
	const char *at = behind_last(s);
	BC_REPORT0(s->ctx->findings, JSON_MISSING_COMMA, bc_scan_place(s, at, at));
	return false;
}

static bool blame_end(struct bc_scan *s)
{
	const char *end = s->p;
	while (end < s->end && *end != '\n' && *end != '\r')
		end = char_end(end);
	BC_REPORT1(s->ctx->findings, JSON_TEXT_AFTER_END, bc_scan_place(s, s->p, end),
		   bc_scan_excerpt(s, s->p, end));
	return false;
}

/* Mistakes that may stand anywhere between two tokens. */
static bool stands_between_tokens(struct bc_scan *s)
{
	size_t comment = comment_length(s->p);
	const char *space = odd_space(s->p);
	if (comment)
		BC_REPORT0(s->ctx->findings, JSON_COMMENT,
			   bc_scan_place(s, s->p, s->p + comment));
	else if (space)
		BC_REPORT1(s->ctx->findings, JSON_SPACE, bc_scan_place(s, s->p, char_end(s->p)),
			   bc_str_of(space));
	else if (is_curly(s->p))
		curly_quote(s, s->p);
	else if (*s->p == '\'' || *s->p == '`')
		BC_REPORT1(s->ctx->findings, JSON_SINGLE_QUOTE,
			   bc_scan_place(s, s->p, s->p + 1), ((struct bc_str){s->p, 1}));
	else
		return false;
	return true;
}

static bool goes_on_behind_quote(const char *p)
{
	return p[-1] == '"' && !bc_scan_token_ends(p) && !is_curly(p);
}

bool bc_blame(struct bc_scan *s, enum bc_want want)
{
	if (s->p == s->end)
		return not_closed(s);
	if ((want == BC_WANT_COLON || want == BC_WANT_COMMA) && goes_on_behind_quote(s->p))
		return inner_quote(s);
	if (stands_between_tokens(s))
		return false;
	switch (want) {
	case BC_WANT_VALUE:
	case BC_WANT_FIRST_ELEMENT:
	case BC_WANT_ELEMENT:
		return blame_value(s, want);
	case BC_WANT_FIRST_KEY:
	case BC_WANT_KEY:
		return blame_key(s, want);
	case BC_WANT_COLON:
		return blame_colon(s);
	case BC_WANT_COMMA:
		return blame_comma(s);
	case BC_WANT_END:
		return blame_end(s);
	}
	return false;
}

/* What the backslash at `at` begins, as far as it looks like an escape. */
static bool bad_escape(struct bc_scan *s, const char *at)
{
	const char *end = char_end(at + 1);
	for (int i = 0; at[1] == 'u' && i < 4 && isxdigit((unsigned char)*end); i++)
		end++;
	BC_REPORT1(s->ctx->findings, JSON_ESCAPE, bc_scan_place(s, at, end),
		   ((struct bc_str){at, (size_t)(end - at)}));
	return false;
}

static struct bc_finding *bad_control(struct bc_scan *s, const char *at)
{
	char code[8];
	struct bc_place place = bc_scan_place(s, at, at + 1);
	if (*at == '\n' || *at == '\r')
		return BC_REPORT0(s->ctx->findings, JSON_LINE_BREAK, place);
	snprintf(code, sizeof code, "U+%04X", (unsigned)(unsigned char)*at);
	return BC_REPORT1(s->ctx->findings, JSON_CONTROL, place, bc_str_of(code));
}

bool bc_blame_string(struct bc_scan *s, const char *at)
{
	if (*at == '\\' && (unsigned char)at[1] >= ' ')
		return bad_escape(s, at);
	at += *at == '\\';
	const char *curly = stray_curly(s->string, at);
	if (curly)
		return curly_quote(s, curly);
	struct bc_finding *f = at == s->end
				       ? BC_REPORT0(s->ctx->findings, JSON_STRING_NOT_CLOSED,
						    bc_scan_place(s, at, at))
				       : bad_control(s, at);
	relate(f, bc_scan_place(s, s->string, s->string + 1));
	return false;
}
