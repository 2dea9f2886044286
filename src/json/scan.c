/*
 * The grammar of JSON (RFC 8259): bytes -> a tree of values with their places.
 *
 * Numbers that cannot be kept exactly and keys given twice are reported and
 * read over; what breaks the grammar ends the scan.  Recursion is bounded by
 * BC_LIMIT_DEPTH.
 */
#include "json/scan.h"

#include "base/decimal.h"
#include "base/limits.h"

#include <stdlib.h>

static bool scan_value(struct bc_scan *s, struct bc_json *v);

struct bc_place bc_scan_place(const struct bc_scan *s, const char *begin, const char *end)
{
	const char *text = s->source->text.p;
	return (struct bc_place){
		.source = s->source,
		.begin = (uint32_t)(begin - text),
		.end = (uint32_t)(end - text),
		.path = s->way,
	};
}

static void skip_space(struct bc_scan *s)
{
	while (*s->p == ' ' || *s->p == '\n' || *s->p == '\r' || *s->p == '\t')
		s->p++;
}

static const char *behind_digits(const char *p)
{
	while (*p >= '0' && *p <= '9')
		p++;
	return p;
}

/* RFC 8259 6: where the number at `p` ends, or NULL when there is none. */
static const char *number_end(const char *p, bool *exponent)
{
	p += *p == '-';
	const char *end = behind_digits(p);
	if (end == p || (*p == '0' && end != p + 1))
		return NULL;
	if (*end == '.') {
		p = end + 1;
		end = behind_digits(p);
		if (end == p)
			return NULL;
	}
	*exponent = *end == 'e' || *end == 'E';
	if (!*exponent)
		return end;
	p = end + 1;
	p += *p == '+' || *p == '-';
	end = behind_digits(p);
	return end == p ? NULL : end;
}

static void check_number(struct bc_scan *s, const struct bc_json *v, bool exponent)
{
	struct bc_findings *f = s->ctx->findings;
	struct bc_str digits = bc_scan_excerpt(s, v->text.p, v->text.p + v->text.n);
	struct bc_decimal unused;
	if (exponent) {
		BC_REPORT1(f, JSON_NUMBER_EXPONENT, v->place, digits);
	} else if (!bc_decimal_parse(v->text, &unused)) {
		struct bc_buf most = bc_buf_in(s->ctx->arena);
		bc_buf_int(&most, BC_LIMIT_DECIMAL_DIGITS);
		BC_REPORT2(f, JSON_NUMBER_DIGITS, v->place, digits, bc_buf_str(&most));
	}
}

static bool scan_number(struct bc_scan *s, struct bc_json *v)
{
	bool exponent = false;
	const char *end = number_end(s->p, &exponent);
	if (!end || !bc_scan_token_ends(end))
		return bc_blame_number(s);
	v->kind = BC_JSON_NUMBER;
	v->text = (struct bc_str){s->p, (size_t)(end - s->p)};
	v->place = bc_scan_place(s, s->p, end);
	check_number(s, v, exponent);
	s->p = end;
	return true;
}

static bool scan_word(struct bc_scan *s, struct bc_json *v)
{
	const char *end = s->p;
	while (!bc_scan_token_ends(end))
		end++;
	struct bc_str word = {s->p, (size_t)(end - s->p)};
	if (bc_str_is(word, "null"))
		v->kind = BC_JSON_NULL;
	else if (bc_str_is(word, "false"))
		v->kind = BC_JSON_FALSE;
	else if (bc_str_is(word, "true"))
		v->kind = BC_JSON_TRUE;
	else
		return bc_blame_word(s);
	v->place = bc_scan_place(s, s->p, end);
	s->p = end;
	return true;
}

static int by_key(const void *a, const void *b)
{
	const struct bc_json *x = *(struct bc_json *const *)a, *y = *(struct bc_json *const *)b;
	struct bc_str j = x->path.key, k = y->path.key;
	if (j.n != k.n)
		return j.n < k.n ? -1 : 1;
	int order = memcmp(j.p, k.p, j.n);
	if (order)
		return order;
	return x->path.index < y->path.index ? -1 : 1;
}

static void report_duplicate(struct bc_scan *s, const struct bc_json *again,
			     const struct bc_json *first)
{
	/* as written, for a decoded key may hold control characters */
	const char *text = s->source->text.p;
	struct bc_str key = bc_scan_excerpt(s, text + again->key_place.begin + 1,
					    text + again->key_place.end - 1);
	struct bc_finding *f =
		BC_REPORT1(s->ctx->findings, JSON_DUPLICATE, again->key_place, key);
	if (f)
		f->related = first->key_place;
}

/*
 * Sorting rather than hashing: no choice of keys makes it slow.  The findings
 * come in the order of the text all the same.
 */
static void check_many_keys(struct bc_scan *s, const struct bc_json *object)
{
	struct bc_arena *scratch = s->ctx->scratch;
	struct bc_mark mark = bc_arena_mark(scratch);
	size_t n = object->count;
	struct bc_json **sorted = bc_new_n(scratch, struct bc_json *, n);
	struct bc_json **first = bc_new_n(scratch, struct bc_json *, n);
	for (struct bc_json *m = object->first; m; m = m->next)
		sorted[m->path.index] = m;
	qsort(sorted, n, sizeof *sorted, by_key);
	for (size_t i = 1, run = 0; i < n; i++) {
		if (bc_str_eq(sorted[i]->path.key, sorted[run]->path.key))
			first[sorted[i]->path.index] = sorted[run];
		else
			run = i;
	}
	for (const struct bc_json *m = object->first; m; m = m->next) {
		if (first[m->path.index])
			report_duplicate(s, m, first[m->path.index]);
	}
	bc_arena_release(scratch, mark);
}

static void check_keys(struct bc_scan *s, const struct bc_json *object)
{
	if (object->count > 16) {
		check_many_keys(s, object);
		return;
	}
	for (const struct bc_json *m = object->first; m; m = m->next) {
		const struct bc_json *earlier = bc_json_get(object, m->path.key);
		if (earlier != m)
			report_duplicate(s, m, earlier);
	}
}

static bool scan_key(struct bc_scan *s, struct bc_json *member)
{
	if (*s->p != '"')
		return bc_blame(s, member->path.index ? BC_WANT_KEY : BC_WANT_FIRST_KEY);
	const char *begin = s->p;
	if (!bc_scan_string(s, &member->path.key))
		return false;
	s->way = &member->path;
	s->key = member->key_place = bc_scan_place(s, begin, s->p);
	skip_space(s);
	if (*s->p != ':')
		return bc_blame(s, BC_WANT_COLON);
	s->p++;
	skip_space(s);
	return true;
}

static bool scan_entry(struct bc_scan *s, struct bc_json *entry)
{
	if (s->inside->kind == BC_JSON_OBJECT && !scan_key(s, entry))
		return false;
	s->way = &entry->path;
	return scan_value(s, entry);
}

static bool scan_entries(struct bc_scan *s, struct bc_json *c, char close)
{
	struct bc_json **last = &c->first;
	for (;;) {
		struct bc_json *entry = bc_new(s->ctx->arena, struct bc_json);
		entry->path.up = &c->path;
		entry->path.index = c->count;
		if (!scan_entry(s, entry))
			return false;
		s->way = &c->path;
		*last = entry;
		last = &entry->next;
		c->count++;
		skip_space(s);
		if (*s->p == close)
			return true;
		if (*s->p != ',')
			return bc_blame(s, BC_WANT_COMMA);
		s->p++;
		skip_space(s);
	}
}

static bool too_deep(struct bc_scan *s)
{
	struct bc_buf most = bc_buf_in(s->ctx->arena);
	bc_buf_int(&most, BC_LIMIT_DEPTH);
	BC_REPORT1(s->ctx->findings, JSON_DEPTH, bc_scan_place(s, s->p, s->p + 1),
		   bc_buf_str(&most));
	return false;
}

static bool scan_container(struct bc_scan *s, struct bc_json *c)
{
	if (s->depth == BC_LIMIT_DEPTH)
		return too_deep(s);
	struct bc_json *outer = s->inside;
	char close = *s->p == '{' ? '}' : ']';
	c->kind = *s->p == '{' ? BC_JSON_OBJECT : BC_JSON_ARRAY;
	c->place = bc_scan_place(s, s->p, s->p + 1); /* the end follows */
	s->inside = c;
	s->depth++;
	s->p++;
	skip_space(s);
	if (*s->p != close && !scan_entries(s, c, close))
		return false;
	s->p++;
	s->depth--;
	s->inside = outer;
	c->place = bc_scan_place(s, s->source->text.p + c->place.begin, s->p);
	if (c->kind == BC_JSON_OBJECT)
		check_keys(s, c);
	return true;
}

static bool scan_text_value(struct bc_scan *s, struct bc_json *v)
{
	const char *begin = s->p;
	v->kind = BC_JSON_STRING;
	if (!bc_scan_string(s, &v->text))
		return false;
	v->place = bc_scan_place(s, begin, s->p);
	return true;
}

/* Where a value may begin, something else stands. */
static bool no_value(struct bc_scan *s, const struct bc_json *v)
{
	const struct bc_json *in = s->inside;
	if (!in || in->kind == BC_JSON_OBJECT)
		return bc_blame(s, BC_WANT_VALUE);
	return bc_blame(s, v->path.index ? BC_WANT_ELEMENT : BC_WANT_FIRST_ELEMENT);
}

static bool scan_value(struct bc_scan *s, struct bc_json *v)
{
	char c = *s->p;
	if (c == '"')
		return scan_text_value(s, v);
	if (c == '-' || (c >= '0' && c <= '9'))
		return scan_number(s, v);
	if (c == '{' || c == '[')
		return scan_container(s, v);
	if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
		return scan_word(s, v);
	return no_value(s, v);
}

struct bc_json *bc_scan_text(struct bc_ctx *ctx, const struct bc_source *source, size_t start)
{
	struct bc_json *root = bc_new(ctx->arena, struct bc_json);
	struct bc_scan s = {
		.ctx = ctx,
		.source = source,
		.p = source->text.p + start,
		.end = source->text.p + source->text.n,
		.way = &root->path,
	};
	skip_space(&s);
	if (!scan_value(&s, root))
		return NULL;
	skip_space(&s);
	if (s.p != s.end) {
		bc_blame(&s, BC_WANT_END);
		return NULL;
	}
	return root;
}
