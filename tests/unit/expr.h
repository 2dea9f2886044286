/*
 * For tests of expr/: JSON from texts in which single quotes stand for double
 * ones, values as one text, and findings by code and by the bytes they cover.
 *
 * main() does the setjmp, so that its frame lives as long as the tests do.
 */
#ifndef BC_TESTS_UNIT_EXPR_H
#define BC_TESTS_UNIT_EXPR_H

#include "each.h"

#include "expr/template.h"
#include "json/json.h"

#include <string.h>

static inline struct bc_source *source_of(const char *name, struct bc_str text)
{
	struct bc_source *source = bc_new(&fx.arena, struct bc_source);
	*source = (struct bc_source){.name = bc_str_of(name), .text = text};
	return source;
}

static inline struct bc_json *read_json(const char *name, const char *json)
{
	struct bc_buf text = bc_buf_in(&fx.arena);
	for (const char *p = json; *p; p++)
		bc_buf_putc(&text, *p == '\'' ? '"' : *p);
	*bc_buf_reserve(&text, 1) = '\0';
	struct bc_json *data = bc_json_parse(&fx.ctx, source_of(name, bc_buf_str(&text)));
	assert_non_null(data);
	return data;
}

/* What the data may hold. */
static const struct bc_str known[] = {{"results", 7}, {"models", 6}, {"texts", 5},
				      {"name", 4},    {"n", 1},      {"a", 1},
				      {"b", 1},       {"people", 6}, {"date", 4}};

static inline struct bc_eval eval_of(const struct bc_json *data)
{
	return (struct bc_eval){
		.ctx = &fx.ctx,
		.data = bc_datum_root(&fx.arena, data),
		.known = known,
		.n_known = sizeof known / sizeof *known,
	};
}

static inline void put_value(struct bc_buf *out, struct bc_datum v);

static inline void put_list(struct bc_buf *out, struct bc_datum list)
{
	list = bc_datum_spread(&fx.arena, list);
	bc_buf_putc(out, '[');
	for (size_t i = 0; i < list.n; i++) {
		bc_buf_puts(out, i ? ", " : "");
		put_value(out, list.items[i]);
	}
	bc_buf_putc(out, ']');
}

static inline void put_members(struct bc_buf *out, struct bc_datum object)
{
	struct bc_datum values = bc_datum_spread(&fx.arena, object);
	const struct bc_json *at = object.node ? object.node->first : NULL;
	bc_buf_putc(out, '{');
	for (size_t i = 0; i < values.n; i++, at = at ? at->next : NULL) {
		bc_buf_puts(out, i ? ", " : "");
		bc_buf_add(out, at ? at->path.key : object.members[i].key);
		bc_buf_puts(out, ": ");
		put_value(out, values.items[i]);
	}
	bc_buf_putc(out, '}');
}

static inline void put_number(struct bc_buf *out, struct bc_datum v)
{
	struct bc_decimal number;
	if (bc_datum_to_decimal(v, &number)) {
		bc_decimal_json(out, number);
		return;
	}
	bc_buf_int(out, v.number.over);
	bc_buf_putc(out, '/');
	bc_buf_int(out, v.number.under);
}

/* Texts in single quotes, numbers as JSON writes them or as a fraction. */
static inline void put_value(struct bc_buf *out, struct bc_datum v)
{
	switch (v.kind) {
	case BC_DATUM_WRONG:
		bc_buf_puts(out, "wrong");
		return;
	case BC_DATUM_NULL:
		bc_buf_puts(out, "null");
		return;
	case BC_DATUM_BOOL:
		bc_buf_puts(out, v.truth ? "true" : "false");
		return;
	case BC_DATUM_NUMBER:
		put_number(out, v);
		return;
	case BC_DATUM_TEXT:
		bc_buf_putc(out, '\'');
		bc_buf_add(out, v.text);
		bc_buf_putc(out, '\'');
		return;
	case BC_DATUM_LIST:
		put_list(out, v);
		return;
	case BC_DATUM_OBJECT:
		put_members(out, v);
		return;
	}
}

static inline const char *z(struct bc_str s)
{
	return bc_str_z(&fx.arena, s);
}

/* The codes of all findings since `first`, each with the bytes that it covers. */
static inline const char *findings_since(size_t first)
{
	struct bc_buf out = bc_buf_in(&fx.arena);
	size_t i = 0;
	for (const struct bc_finding *f = fx.findings.first; f; f = f->next, i++) {
		/* most tests use some of the data's texts only */
		if (i < first || f->diag == BC_DIAG_TEMPLATE_UNREAD)
			continue;
		bc_buf_puts(&out, out.n ? " " : "");
		bc_buf_puts(&out, bc_diag_text(f->diag)->code);
		bc_buf_puts(&out, " <");
		bc_buf_add(&out,
			   bc_str_cut(f->place.source->text, f->place.begin, f->place.end));
		bc_buf_puts(&out, ">");
	}
	return z(bc_buf_str(&out));
}

static inline const struct bc_finding *last_finding(void)
{
	const struct bc_finding *f = fx.findings.first;
	while (f && f->next)
		f = f->next;
	assert_non_null(f);
	return f;
}

static inline void assert_message(const char *want)
{
	struct bc_buf text = bc_buf_in(&fx.arena);
	bc_finding_message(&text, last_finding(), BC_EN);
	assert_string_equal(z(bc_buf_str(&text)), want);
}

#endif
