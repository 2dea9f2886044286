/* Line-break classes: ASCII by hand, the runes of the table, else by general category. */
#include "text/lineclass.h"

#include <utf8proc.h>

/*
 * By LineBreak.txt of Unicode 15.0; but the soft hyphen holds, since no line
 * shows it.
 */
static const struct {
	bc_rune first, last;
	enum bc_line_class line_class;
} classes[] = {
	{0x0085, 0x0085, BC_LINE_WIDE},   {0x00A0, 0x00A0, BC_LINE_GLUE},
	{0x00AD, 0x00AD, BC_LINE_GLUE},   {0x2007, 0x2007, BC_LINE_GLUE},
	{0x200B, 0x200B, BC_LINE_ZERO},   {0x200C, 0x200C, BC_LINE_MARK},
	{0x200D, 0x200D, BC_LINE_GLUE},   {0x2010, 0x2010, BC_LINE_HYPHEN},
	{0x2011, 0x2011, BC_LINE_GLUE},   {0x2013, 0x2013, BC_LINE_DASH},
	{0x2014, 0x2014, BC_LINE_EM},     {0x2024, 0x2026, BC_LINE_CLOSE},
	{0x2028, 0x2029, BC_LINE_WIDE},   {0x202F, 0x202F, BC_LINE_GLUE},
	{0x2030, 0x2037, BC_LINE_CLOSE},  {0x2060, 0x2060, BC_LINE_GLUE},
	{0x3001, 0x3002, BC_LINE_CLOSE},  {0x3005, 0x3005, BC_LINE_CLOSE},
	{0x3041, 0x3096, BC_LINE_IDEO},   {0x309B, 0x309E, BC_LINE_CLOSE},
	{0x30A1, 0x30FA, BC_LINE_IDEO},   {0x30FB, 0x30FE, BC_LINE_CLOSE},
	{0x3400, 0x4DBF, BC_LINE_IDEO},   {0x4E00, 0x9FFF, BC_LINE_IDEO},
	{0xAC00, 0xD7A3, BC_LINE_IDEO},   {0xF900, 0xFAFF, BC_LINE_IDEO},
	{0xFEFF, 0xFEFF, BC_LINE_GLUE},   {0xFF01, 0xFF01, BC_LINE_CLOSE},
	{0xFF0C, 0xFF0C, BC_LINE_CLOSE},  {0xFF0E, 0xFF0E, BC_LINE_CLOSE},
	{0xFF1A, 0xFF1B, BC_LINE_CLOSE},  {0xFF1F, 0xFF1F, BC_LINE_CLOSE},
	{0x20000, 0x3FFFD, BC_LINE_IDEO},
};

static enum bc_line_class class_of_ascii(bc_rune r)
{
	switch (r) {
	case ' ':
	case '\t':
	case '\v':
	case '\f':
	case '\r':
		return BC_LINE_SPACE;
	case '-':
		return BC_LINE_HYPHEN;
	case '/':
		return BC_LINE_SLASH;
	case '(':
	case '[':
	case '{':
		return BC_LINE_OPEN;
	case ')':
	case ']':
	case '}':
	case ',':
	case '.':
	case ';':
	case ':':
	case '!':
	case '?':
	case '%':
		return BC_LINE_CLOSE;
	default:
		return r >= '0' && r <= '9' ? BC_LINE_NU : BC_LINE_AL;
	}
}

static enum bc_line_class class_of_category(bc_rune r)
{
	switch (utf8proc_category((utf8proc_int32_t)r)) {
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
		return BC_LINE_MARK;
	case UTF8PROC_CATEGORY_ND:
		return BC_LINE_NU;
	case UTF8PROC_CATEGORY_PS:
	case UTF8PROC_CATEGORY_PI:
		return BC_LINE_OPEN;
	case UTF8PROC_CATEGORY_PE:
	case UTF8PROC_CATEGORY_PF:
		return BC_LINE_CLOSE;
	case UTF8PROC_CATEGORY_ZS:
		return BC_LINE_WIDE;
	default:
		return BC_LINE_AL;
	}
}

enum bc_line_class bc_line_class_of(bc_rune r)
{
	if (r < 0x80)
		return class_of_ascii(r);
	if ((r >= 0xC0 && r < 0x300) || (r >= 0x1E00 && r < 0x1F00)) /* Latin */
		return BC_LINE_AL;
	for (size_t i = 0; i < sizeof classes / sizeof *classes && r >= classes[i].first; i++) {
		if (r <= classes[i].last)
			return classes[i].line_class;
	}
	return class_of_category(r);
}
