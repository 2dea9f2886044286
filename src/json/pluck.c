/* A walk over brackets and quotes; nothing is decoded, nothing is kept. */
#include "json/pluck.h"

#include "json/encoding.h"

/* What is left of the text. */
struct rest {
	const char *p, *end;
};

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The next byte that is no white space, or NUL at the end. */
static char peek(struct rest *r)
{
	while (r->p < r->end && is_space(*r->p))
		r->p++;
	return r->p < r->end ? *r->p : '\0';
}

static bool take(struct rest *r, char c)
{
	if (peek(r) != c)
		return false;
	r->p++;
	return true;
}

/* The string at r->p as written, without its quotes. */
static bool take_string(struct rest *r, struct bc_str *out)
{
	if (!take(r, '"'))
		return false;
	const char *begin = r->p;
	for (; r->p < r->end && *r->p != '"'; r->p++) {
		if (*r->p == '\\' && r->p + 1 < r->end)
			r->p++;
	}
	if (r->p == r->end)
		return false;
	*out = (struct bc_str){begin, (size_t)(r->p - begin)};
	r->p++;
	return true;
}

/* A number or a word. */
static bool take_token(struct rest *r, struct bc_str *out)
{
	peek(r);
	const char *begin = r->p;
	while (r->p < r->end && !is_space(*r->p) && !strchr(",:]}[{\"", *r->p))
		r->p++;
	*out = (struct bc_str){begin, (size_t)(r->p - begin)};
	return out->n > 0;
}

static bool skip_container(struct rest *r)
{
	size_t depth = 0;
	struct bc_str ignored;
	do {
		switch (peek(r)) {
		case '\0':
			return false;
		case '"':
			if (!take_string(r, &ignored))
				return false;
			continue;
		case '{':
		case '[':
			depth++;
			break;
		case '}':
		case ']':
			depth--;
			break;
		default:
			break;
		}
		r->p++;
	} while (depth > 0);
	return true;
}

static bool skip_value(struct rest *r)
{
	struct bc_str ignored;
	char c = peek(r);
	if (c == '"')
		return take_string(r, &ignored);
	if (c == '{' || c == '[')
		return skip_container(r);
	return take_token(r, &ignored);
}

/* Move to the value of the member `key` of the object at r->p. */
static bool enter(struct rest *r, struct bc_str key)
{
	struct bc_str name;
	if (!take(r, '{'))
		return false;
	do {
		if (!take_string(r, &name) || !take(r, ':'))
			return false;
		if (bc_str_eq(name, key))
			return true;
	} while (skip_value(r) && take(r, ','));
	return false;
}

static bool is_number(struct bc_str s)
{
	return (s.p[0] >= '0' && s.p[0] <= '9') || s.p[0] == '-';
}

bool bc_json_pluck(struct bc_str text, const struct bc_str *keys, size_t n_keys,
		   struct bc_str *out)
{
	struct rest r = {text.p, text.p + text.n};
	for (size_t i = 0; i < n_keys; i++) {
		if (!enter(&r, keys[i]))
			return false;
	}
	if (peek(&r) != '"')
		return take_token(&r, out) && is_number(*out);
	return take_string(&r, out) && !memchr(out->p, '\\', out->n) && bc_is_utf8(*out);
}
