/* Numbers without floating point, strings without surprises. */
#include "dump/text.h"

static void put_len(struct bc_buf *out, bc_len v)
{
	int64_t hundredths = (v * 100 + (v < 0 ? -BC_PT / 2 : BC_PT / 2)) / BC_PT;
	if (hundredths < 0)
		bc_buf_putc(out, '-');
	hundredths = hundredths < 0 ? -hundredths : hundredths;
	bc_buf_int(out, hundredths / 100);
	bc_buf_putc(out, '.');
	bc_buf_putc(out, (char)('0' + hundredths / 10 % 10));
	bc_buf_putc(out, (char)('0' + hundredths % 10));
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
