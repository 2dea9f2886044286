/* For readers a member or an element a line, so that they and diff find their way. */
#include "json/write.h"

#include <limits.h>

static const unsigned dense = UINT_MAX; /* in place of a depth: no lines */

static void put_value(struct bc_buf *out, const struct bc_json *v, unsigned depth);

static void put_line(struct bc_buf *out, unsigned depth)
{
	if (depth == dense)
		return;
	bc_buf_putc(out, '\n');
	while (depth--)
		bc_buf_puts(out, "  ");
}

static void put_text(struct bc_buf *out, struct bc_str s)
{
	bc_buf_putc(out, '"');
	bc_buf_json(out, s);
	bc_buf_putc(out, '"');
}

/* The members or elements of `v` between `open` and `close`. */
static void put_all(struct bc_buf *out, const struct bc_json *v, unsigned depth,
		    const char *brackets)
{
	unsigned inner = depth == dense ? dense : depth + 1;
	bc_buf_putc(out, brackets[0]);
	for (const struct bc_json *at = v->first; at; at = at->next) {
		put_line(out, inner);
		if (v->kind == BC_JSON_OBJECT) {
			put_text(out, at->path.key);
			bc_buf_puts(out, depth == dense ? ":" : ": ");
		}
		put_value(out, at, inner);
		if (at->next)
			bc_buf_putc(out, ',');
	}
	if (v->first)
		put_line(out, depth);
	bc_buf_putc(out, brackets[1]);
}

static void put_value(struct bc_buf *out, const struct bc_json *v, unsigned depth)
{
	switch (v->kind) {
	case BC_JSON_NULL:
		bc_buf_puts(out, "null");
		return;
	case BC_JSON_FALSE:
		bc_buf_puts(out, "false");
		return;
	case BC_JSON_TRUE:
		bc_buf_puts(out, "true");
		return;
	case BC_JSON_NUMBER:
		bc_buf_add(out, v->text);
		return;
	case BC_JSON_STRING:
		put_text(out, v->text);
		return;
	case BC_JSON_ARRAY:
		put_all(out, v, depth, "[]");
		return;
	case BC_JSON_OBJECT:
		put_all(out, v, depth, "{}");
		return;
	}
}

void bc_json_write(struct bc_buf *out, const struct bc_json *v)
{
	put_value(out, v, 0);
	bc_buf_putc(out, '\n');
}

void bc_json_write_dense(struct bc_buf *out, const struct bc_json *v)
{
	put_value(out, v, dense);
	bc_buf_putc(out, '\n');
}
