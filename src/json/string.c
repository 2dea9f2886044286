/*
 * Strings of JSON: bytes between quotes -> text without escapes.
 *
 * A string without escapes stays where it is in the source.  What no text can
 * hold (U+0000, half a surrogate pair) is reported and read as U+FFFD.
 */
#include "json/scan.h"

enum {
	REPLACEMENT = 0xFFFD,
	ESCAPE = 6, /* bytes of \uXXXX */
};

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* The number in the escape \uXXXX at `p`, or -1 when that is none. */
static int32_t unit_at(const char *p)
{
	if (p[0] != '\\' || p[1] != 'u')
		return -1;
	int32_t unit = 0;
	for (int i = 2; i < ESCAPE; i++) {
		int digit = hex_digit(p[i]);
		if (digit < 0)
			return -1;
		unit = unit * 16 + digit;
	}
	return unit;
}

static char plain_escape(char c)
{
	switch (c) {
	case 'b':
		return '\b';
	case 'f':
		return '\f';
	case 'n':
		return '\n';
	case 'r':
		return '\r';
	case 't':
		return '\t';
	case '"':
	case '\\':
	case '/':
		return c;
	default:
		return '\0';
	}
}

static char *put_rune(char *out, int32_t r)
{
	if (r < 0x80) {
		*out++ = (char)r;
		return out;
	}
	if (r < 0x800) {
		*out++ = (char)(0xC0 | r >> 6);
	} else {
		if (r < 0x10000) {
			*out++ = (char)(0xE0 | r >> 12);
		} else {
			*out++ = (char)(0xF0 | r >> 18);
			*out++ = (char)(0x80 | (r >> 12 & 0x3F));
		}
		*out++ = (char)(0x80 | (r >> 6 & 0x3F));
	}
	*out++ = (char)(0x80 | (r & 0x3F));
	return out;
}

/* The character that the escape \uXXXX at *p, or a pair of them, stands for; *p moves behind.
 */
static int32_t take_rune(struct bc_scan *s, const char **p)
{
	const char *at = *p;
	int32_t high = unit_at(at);
	*p += ESCAPE;
	struct bc_place place = bc_scan_place(s, at, *p);
	if (high == 0) {
		BC_REPORT0(s->ctx->findings, JSON_NUL, place);
		return REPLACEMENT;
	}
	if (high < 0xD800 || high > 0xDFFF)
		return high;
	int32_t low = unit_at(*p);
	if (high > 0xDBFF || low < 0xDC00 || low > 0xDFFF) {
		BC_REPORT1(s->ctx->findings, JSON_SURROGATE, place,
			   ((struct bc_str){at, ESCAPE}));
		return REPLACEMENT;
	}
	*p += ESCAPE;
	return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

/* Escapes only ever shrink: two \u of 6 bytes make 4, one makes 3 at most. */
static struct bc_str decode(struct bc_scan *s, const char *p, const char *end)
{
	char *text = bc_alloc(s->ctx->arena, (size_t)(end - p));
	char *out = text;
	while (p < end) {
		if (*p != '\\') {
			*out++ = *p++;
		} else if (p[1] == 'u') {
			out = put_rune(out, take_rune(s, &p));
		} else {
			*out++ = plain_escape(p[1]);
			p += 2;
		}
	}
	return (struct bc_str){text, (size_t)(out - text)};
}

/* Where the escape at `p` ends, or NULL when it is none. */
static const char *escape_end(const char *p)
{
	if (p[1] == 'u')
		return unit_at(p) < 0 ? NULL : p + ESCAPE;
	return plain_escape(p[1]) ? p + 2 : NULL;
}

bool bc_scan_string(struct bc_scan *s, struct bc_str *out)
{
	const char *begin = s->p + 1, *p = begin;
	bool escapes = false;
	s->string = s->p;
	for (; *p != '"'; p++) {
		if ((unsigned char)*p < 0x20)
			return bc_blame_string(s, p);
		if (*p != '\\')
			continue;
		escapes = true;
		const char *end = escape_end(p);
		if (!end)
			return bc_blame_string(s, p);
		p = end - 1;
	}
	s->p = p + 1;
	*out = escapes ? decode(s, begin, p) : (struct bc_str){begin, (size_t)(p - begin)};
	return true;
}
