/* Growth by doubling; the old bytes stay in the arena until it is done. */
#include "base/buf.h"

char *bc_buf_reserve(struct bc_buf *b, size_t n)
{
	if (n > SIZE_MAX / 2 - b->n)
		bc_arena_fail(b->arena);
	if (!b->p || b->room - b->n < n) {
		size_t room = b->room ? b->room * 2 : 64;
		while (room < b->n + n)
			room *= 2;
		char *p = bc_alloc(b->arena, room);
		if (b->n)
			memcpy(p, b->p, b->n);
		b->p = p;
		b->room = room;
	}
	return b->p + b->n;
}

void bc_buf_add(struct bc_buf *b, struct bc_str s)
{
	if (s.n == 0)
		return;
	memcpy(bc_buf_reserve(b, s.n), s.p, s.n);
	b->n += s.n;
}

void bc_buf_puts(struct bc_buf *b, const char *z)
{
	bc_buf_add(b, bc_str_of(z));
}

void bc_buf_int(struct bc_buf *b, int64_t v)
{
	char digits[20]; /* 2^63 has 19, and its sign */
	size_t at = sizeof digits;
	uint64_t rest = v < 0 ? -(uint64_t)v : (uint64_t)v;
	do {
		digits[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest);
	if (v < 0)
		digits[--at] = '-';
	bc_buf_add(b, (struct bc_str){digits + at, sizeof digits - at});
}

void bc_buf_padded(struct bc_buf *b, int v, int digits)
{
	int64_t bound = 1;
	while (--digits > 0) {
		bound *= 10;
		if (v < bound)
			bc_buf_putc(b, '0');
	}
	bc_buf_int(b, v);
}

static bool stands_for_itself(unsigned char c)
{
	return c >= 0x20 && c != '"' && c != '\\' && c != 0x7f;
}

static void put_escaped(struct bc_buf *b, unsigned char c)
{
	static const char hex[] = "0123456789abcdef";
	if (c == '"' || c == '\\') {
		bc_buf_putc(b, '\\');
		bc_buf_putc(b, (char)c);
	} else if (c == '\n') {
		bc_buf_puts(b, "\\n");
	} else {
		bc_buf_puts(b, "\\u00");
		bc_buf_putc(b, hex[c >> 4]);
		bc_buf_putc(b, hex[c & 15]);
	}
}

void bc_buf_json(struct bc_buf *b, struct bc_str s)
{
	for (size_t from = 0, i = 0; i <= s.n; i++) {
		if (i < s.n && stands_for_itself((unsigned char)s.p[i]))
			continue;
		bc_buf_add(b, bc_str_cut(s, from, i));
		if (i < s.n)
			put_escaped(b, (unsigned char)s.p[i]);
		from = i + 1;
	}
}

struct bc_str bc_str_dup(struct bc_arena *a, struct bc_str s)
{
	return (struct bc_str){bc_str_z(a, s), s.n};
}

const char *bc_str_z(struct bc_arena *a, struct bc_str s)
{
	char *z = bc_alloc(a, s.n + 1);
	if (s.n)
		memcpy(z, s.p, s.n);
	return z;
}
