/* The syntax of values, in one pass over the bytes. */
#include "pdf/check_read.h"

enum {
	MAX_DEPTH = 16, /* of arrays and dictionaries in one another */
};

/* White space and delimiters (7.2.2): what a token ends before. */
static const bool ends_token[256] = {
	['\0'] = true, ['\t'] = true, ['\n'] = true, ['\f'] = true, ['\r'] = true, [' '] = true,
	['('] = true,  [')'] = true,  ['<'] = true,  ['>'] = true,  ['['] = true,  [']'] = true,
	['{'] = true,  ['}'] = true,  ['/'] = true,  ['%'] = true,
};

static bool at_end(const char *at, const char *end)
{
	return at == end || ends_token[(unsigned char)*at];
}

static bool broken(struct bc_pdf_reader *r)
{
	r->broken = true;
	return false;
}

static struct bc_str token(struct bc_pdf_reader *r)
{
	const char *begin = r->at, *at = begin;
	while (!at_end(at, r->end))
		at++;
	r->at = at;
	return (struct bc_str){begin, (size_t)(at - begin)};
}

/* "1 0 0 RG" has no reference in it. */
static bool is_ref(const char *at, const char *end)
{
	return end - at >= 4 && at[0] == ' ' && at[1] == '0' && at[2] == ' ' && at[3] == 'R' &&
	       at_end(at + 4, end);
}

static bool read_ref(struct bc_pdf_reader *r, struct bc_pdf_value *v)
{
	v->kind = BC_PDF_REF;
	r->at += 4;
	if (r->see && (v->number > UINT32_MAX || !r->see(r->self, (uint32_t)v->number)))
		return broken(r);
	return true;
}

static const char *skip_digits(const char *at, const char *end)
{
	while (at < end && *at >= '0' && *at <= '9')
		at++;
	return at;
}

/* A number, or with " 0 R" behind it a reference; no object here has another generation. */
static bool read_number(struct bc_pdf_reader *r, struct bc_pdf_value *v)
{
	const char *begin = r->at, *digits = begin + (*begin == '-'), *at = digits;
	uint64_t n = 0;
	for (; at < r->end && (unsigned)(*at - '0') <= 9; at++)
		n = n * 10 + (unsigned)(*at - '0');
	r->at = at;
	if (at - digits > 18)
		return broken(r);
	v->number = digits > begin ? -(int64_t)n : (int64_t)n;
	if (is_ref(at, r->end))
		return read_ref(r, v);
	v->kind = BC_PDF_INT;
	if (at < r->end && *at == '.') {
		v->kind = BC_PDF_REAL;
		at = skip_digits(at + 1, r->end);
	}
	v->text = (struct bc_str){begin, (size_t)(at - begin)};
	r->at = at;
	return (at > digits && at_end(at, r->end)) || broken(r);
}

/* Parentheses in it always have a backslash before them. */
static bool read_literal(struct bc_pdf_reader *r, struct bc_pdf_value *v)
{
	const char *begin = ++r->at;
	while (r->at < r->end && *r->at != ')') {
		if (*r->at == '(')
			return broken(r);
		r->at += *r->at == '\\' ? 2 : 1;
	}
	if (r->at >= r->end)
		return broken(r);
	v->kind = BC_PDF_STRING;
	v->text = (struct bc_str){begin, (size_t)(r->at++ - begin)};
	return true;
}

static bool read_hex(struct bc_pdf_reader *r, struct bc_pdf_value *v)
{
	const char *begin = ++r->at;
	const char *close = memchr(begin, '>', (size_t)(r->end - begin));
	if (!close)
		return broken(r);
	r->at = close + 1;
	v->kind = BC_PDF_STRING;
	v->text = (struct bc_str){begin, (size_t)(close - begin)};
	return true;
}

/* What is enclosed by `open` and `close`, which are as long as each other. */
static bool read_enclosed(struct bc_pdf_reader *r, struct bc_pdf_value *v, struct bc_str close)
{
	r->at += close.n;
	const char *begin = r->at;
	struct bc_pdf_value inner;
	if (++r->depth > MAX_DEPTH)
		return broken(r);
	while (bc_pdf_read(r, &inner))
		;
	r->depth--;
	if (r->broken || (size_t)(r->end - r->at) < close.n ||
	    memcmp(r->at, close.p, close.n) != 0)
		return broken(r);
	v->text = (struct bc_str){begin, (size_t)(r->at - begin)};
	r->at += close.n;
	return true;
}

static bool read_word(struct bc_pdf_reader *r, struct bc_pdf_value *v)
{
	v->kind = BC_PDF_WORD;
	v->text = token(r);
	return bc_str_is(v->text, "true") || bc_str_is(v->text, "false") ||
	       bc_str_is(v->text, "null") || broken(r);
}

static bool begins_number(char c)
{
	return (c >= '0' && c <= '9') || c == '-' || c == '.';
}

bool bc_pdf_read(struct bc_pdf_reader *r, struct bc_pdf_value *v)
{
	const char *at = r->at;
	while (at < r->end && (*at == ' ' || *at == '\n'))
		at++;
	r->at = at;
	if (at == r->end)
		return false;
	switch (*at) {
	case '/':
		r->at++;
		v->kind = BC_PDF_NAME;
		v->text = token(r);
		return v->text.n || broken(r);
	case '(':
		return read_literal(r, v);
	case '[':
		v->kind = BC_PDF_ARRAY;
		return read_enclosed(r, v, BC_STR("]"));
	case '<':
		if (r->end - at < 2 || at[1] != '<')
			return read_hex(r, v);
		v->kind = BC_PDF_DICT;
		return read_enclosed(r, v, BC_STR(">>"));
	case ']':
	case '>':
		return r->depth > 0 ? false : broken(r);
	default:
		return begins_number(*at) ? read_number(r, v) : read_word(r, v);
	}
}

bool bc_pdf_read_dict(struct bc_pdf_reader *r, struct bc_pdf_dict *out)
{
	struct bc_pdf_value key;
	out->n = 0;
	while (bc_pdf_read(r, &key)) {
		if (key.kind != BC_PDF_NAME || out->n == BC_PDF_MAX_ENTRIES)
			return broken(r);
		out->at[out->n].key = key.text;
		if (!bc_pdf_read(r, &out->at[out->n++].value))
			return broken(r);
	}
	return !r->broken;
}

struct bc_pdf_value bc_pdf_get(const struct bc_pdf_dict *dict, const char *key,
			       enum bc_pdf_kind kind)
{
	size_t n = strlen(key);
	for (unsigned i = 0; i < dict->n; i++) {
		struct bc_str at = dict->at[i].key;
		if (at.n == n && dict->at[i].value.kind == kind && memcmp(at.p, key, n) == 0)
			return dict->at[i].value;
	}
	return (struct bc_pdf_value){.kind = BC_PDF_NONE, .number = -1};
}
