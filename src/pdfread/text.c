/* Nothing in a stranger's file is taken to be UTF-8 (RFC 3629) because it should be. */
#include "pdfread/text.h"

#include "base/utf8.h"

/* Bytes of the character that begins at s.p, or 0 if none does. */
static size_t length(struct bc_str s)
{
	unsigned char lead = (unsigned char)s.p[0];
	size_t n = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	if (n == 0 || lead > 0xF4 || n > s.n)
		return 0;
	for (size_t i = 1; i < n; i++) {
		if (((unsigned char)s.p[i] & 0xC0) != 0x80)
			return 0;
	}
	return n;
}

static bool is_control(bc_rune r)
{
	return r < 0x20 || (r >= 0x7F && r < 0xA0);
}

/* Neither half a surrogate pair, nor beyond Unicode, nor longer than need be. */
static bool is_scalar(bc_rune r, size_t n)
{
	static const bc_rune least[] = {0, 0, 0x80, 0x800, 0x10000};
	return r >= least[n] && r <= 0x10FFFF && (r < 0xD800 || r > 0xDFFF);
}

struct bc_str bc_pdfread_text(struct bc_arena *a, struct bc_str bytes)
{
	struct bc_buf out = bc_buf_in(a);
	for (size_t at = 0; at < bytes.n;) {
		size_t n = length(bc_str_cut(bytes, at, bytes.n)), next = at;
		bc_rune r = n ? bc_utf8_next(bytes, &next) : 0xFFFD;
		if (!is_scalar(r, n ? n : 3))
			r = 0xFFFD;
		bc_utf8_put(&out, is_control(r) ? ' ' : r);
		at += n ? n : 1;
	}
	return bc_buf_str(&out);
}
