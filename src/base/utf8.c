/* UTF-8 of text that is known to be valid: nothing is checked twice. */
#include "base/utf8.h"

static bool is_continuation(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

bc_rune bc_utf8_prev(struct bc_str s, size_t *at)
{
	size_t start = *at - 1;
	while (start > 0 && is_continuation(s.p[start]))
		start--;
	*at = start;
	return bc_utf8_next(s, &start);
}

void bc_utf8_put(struct bc_buf *out, bc_rune r)
{
	if (r < 0x80) {
		bc_buf_putc(out, (char)r);
		return;
	}
	char *p = bc_buf_reserve(out, 4);
	size_t n = r < 0x800 ? 2 : r < 0x10000 ? 3 : 4;
	static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
	for (size_t i = n - 1; i > 0; i--, r >>= 6)
		p[i] = (char)(0x80 | (r & 0x3F));
	p[0] = (char)(lead[n] | r);
	out->n += n;
}

size_t bc_utf8_count(struct bc_str s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += !is_continuation(s.p[i]);
	return n;
}
