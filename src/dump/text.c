/* Numbers without floating point, strings without surprises. */
#include "dump/text.h"

void bc_dump_hundredths(struct bc_buf *out, int64_t v)
{
	if (v < 0)
		bc_buf_putc(out, '-');
	v = v < 0 ? -v : v;
	bc_buf_int(out, v / 100);
	bc_buf_putc(out, '.');
	bc_buf_putc(out, (char)('0' + v / 10 % 10));
	bc_buf_putc(out, (char)('0' + v % 10));
}

static void put_len(struct bc_buf *out, bc_len v)
{
	bc_dump_hundredths(out, (v * 100 + (v < 0 ? -BC_PT / 2 : BC_PT / 2)) / BC_PT);
}

void bc_dump_len(struct bc_buf *out, bc_len v)
{
	bc_buf_putc(out, ' ');
	put_len(out, v);
}

void bc_dump_named(struct bc_buf *out, const char *name, bc_len v)
{
	if (v == 0)
		return;
	bc_buf_putc(out, ' ');
	bc_buf_puts(out, name);
	bc_buf_putc(out, '=');
	put_len(out, v);
}

void bc_dump_string(struct bc_buf *out, struct bc_str s)
{
	bc_buf_puts(out, " \"");
	bc_buf_json(out, s);
	bc_buf_putc(out, '"');
}

void bc_dump_flag(struct bc_buf *out, const char *name, bool set)
{
	if (!set)
		return;
	bc_buf_putc(out, ' ');
	bc_buf_puts(out, name);
}
