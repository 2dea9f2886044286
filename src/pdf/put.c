/* PDF's tokens; ISO 32000-1 7.3. */
#include "pdf/put.h"

#include "base/utf8.h"

void bc_put_fixed(struct bc_buf *out, int64_t v, int digits)
{
	char text[24];
	char *end = text + sizeof text, *p = end;
	uint64_t rest = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
	for (; digits > 0; digits--, rest /= 10) {
		if (p < end || rest % 10)
			*--p = (char)('0' + rest % 10);
	}
	if (p < end)
		*--p = '.';
	for (; rest || p == end; rest /= 10)
		*--p = (char)('0' + rest % 10);
	if (v < 0)
		*--p = '-';
	bc_buf_add(out, (struct bc_str){p, (size_t)(end - p)});
}

int64_t bc_put_milli(bc_len len)
{
	int64_t v = len * 1000;
	return (v >= 0 ? v + BC_PT / 2 : v - BC_PT / 2) / BC_PT;
}

void bc_put_len(struct bc_buf *out, bc_len len)
{
	bc_put_fixed(out, bc_put_milli(len), 3);
}

void bc_put_ref(struct bc_buf *out, uint32_t object)
{
	bc_buf_int(out, object);
	bc_buf_puts(out, " 0 R");
}

static void put_hex8(struct bc_buf *out, unsigned byte)
{
	static const char hex[] = "0123456789ABCDEF";
	bc_buf_putc(out, hex[byte >> 4 & 15]);
	bc_buf_putc(out, hex[byte & 15]);
}

void bc_put_hex16(struct bc_buf *out, uint32_t v)
{
	put_hex8(out, v >> 8 & 0xff);
	put_hex8(out, v & 0xff);
}

void bc_put_big_endian(struct bc_buf *out, uint32_t v, int bytes)
{
	while (bytes-- > 0)
		bc_buf_putc(out, (char)(v >> 8 * bytes & 0xff));
}

void bc_put_name(struct bc_buf *out, struct bc_str bytes)
{
	bc_buf_putc(out, '/');
	for (size_t i = 0; i < bytes.n; i++) {
		unsigned char c = (unsigned char)bytes.p[i];
		if (c > 0x20 && c < 0x7f && !strchr("#%()/<>[]{}", c)) {
			bc_buf_putc(out, (char)c);
		} else {
			bc_buf_putc(out, '#');
			put_hex8(out, c);
		}
	}
}

void bc_put_literal(struct bc_buf *out, unsigned byte)
{
	if (byte == '(' || byte == ')' || byte == '\\')
		bc_buf_putc(out, '\\');
	if (byte == '\r') /* read back as a line feed if it stood for itself */
		bc_buf_puts(out, "\\r");
	else
		bc_buf_putc(out, (char)byte);
}

void bc_put_rune(struct bc_buf *out, uint32_t rune)
{
	if (rune >= 0x10000) {
		bc_put_hex16(out, 0xd800 + ((rune - 0x10000) >> 10));
		rune = 0xdc00 + (rune & 0x3ff);
	}
	bc_put_hex16(out, rune);
}

void bc_put_utf16(struct bc_buf *out, struct bc_str text)
{
	for (size_t at = 0; at < text.n;)
		bc_put_rune(out, bc_utf8_next(text, &at));
}

static bool is_plain(struct bc_str text)
{
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];
		if (c < 0x20 || c >= 0x7f)
			return false;
	}
	return true;
}

static void put_unit(struct bc_buf *out, uint32_t unit)
{
	bc_put_literal(out, unit >> 8);
	bc_put_literal(out, unit & 0xff);
}

/* As bytes: half as many as digits, before they are compressed and after. */
static void put_units(struct bc_buf *out, struct bc_str text)
{
	put_unit(out, 0xfeff);
	for (size_t at = 0; at < text.n;) {
		uint32_t rune = bc_utf8_next(text, &at);
		if (rune >= 0x10000) {
			put_unit(out, 0xd800 + ((rune - 0x10000) >> 10));
			rune = 0xdc00 + (rune & 0x3ff);
		}
		put_unit(out, rune);
	}
}

void bc_put_text(struct bc_buf *out, struct bc_str text)
{
	bc_buf_putc(out, '(');
	size_t plain = is_plain(text) ? text.n : 0;
	for (size_t i = 0; i < plain; i++)
		bc_put_literal(out, (unsigned char)text.p[i]);
	if (plain < text.n)
		put_units(out, text);
	bc_buf_putc(out, ')');
}

void bc_put_entry(struct bc_buf *out, const char *key, struct bc_str text)
{
	if (text.n == 0)
		return;
	bc_buf_putc(out, '/');
	bc_buf_puts(out, key);
	bc_put_text(out, text);
	bc_buf_putc(out, '\n');
}
