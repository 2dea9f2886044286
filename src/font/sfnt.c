/* The table directory and the lengths that follow from it; OpenType 1.9, "Font file". */
#include "font/sfnt.h"

#include <stdint.h>

enum {
	HEADER = 12, /* bytes of the file's head, and of one record of the directory */
	RECORD = 16,
};

/* The big-endian number of `size` bytes at `at`; 0 past the end. */
static uint32_t number(struct bc_str s, size_t at, size_t size)
{
	uint32_t v = 0;
	if (at + size > s.n)
		return 0;
	for (size_t i = 0; i < size; i++)
		v = v << 8 | (unsigned char)s.p[at + i];
	return v;
}

/* Whether each table of the directory ends before the file does. */
static bool tables_fit(struct bc_str font)
{
	size_t n = number(font, 4, 2);
	if (HEADER + n * RECORD > font.n)
		return false;
	for (size_t i = 0; i < n; i++) {
		uint64_t offset = number(font, HEADER + i * RECORD + 8, 4);
		uint64_t length = number(font, HEADER + i * RECORD + 12, 4);
		if (offset + length > font.n)
			return false;
	}
	return true;
}

/* A table's bytes; empty when there is none.  tables_fit() holds. */
static struct bc_str table(struct bc_str font, const char *tag)
{
	size_t n = number(font, 4, 2);
	for (size_t i = 0; i < n; i++) {
		size_t at = HEADER + i * RECORD;
		size_t offset = number(font, at + 8, 4);
		if (memcmp(font.p + at, tag, 4) == 0)
			return bc_str_cut(font, offset, offset + number(font, at + 12, 4));
	}
	return (struct bc_str){0};
}

/* "hmtx": an advance and a bearing for each long metric, a bearing for the rest. */
static bool metrics_fit(struct bc_str font, size_t glyphs)
{
	struct bc_str hhea = table(font, "hhea");
	size_t advances = number(hhea, 34, 2);
	if (hhea.n < 36 || advances == 0 || advances > glyphs)
		return false;
	return table(font, "hmtx").n >= 4 * advances + 2 * (glyphs - advances);
}

/* "loca": where each outline begins in "glyf", and where the last one ends. */
static bool outlines_fit(struct bc_str font, size_t glyphs)
{
	struct bc_str head = table(font, "head"), loca = table(font, "loca");
	bool wide = number(head, 50, 2) != 0;
	size_t size = wide ? 4 : 2;
	if (head.n < 54 || loca.n < (glyphs + 1) * size)
		return false;
	size_t end = number(loca, glyphs * size, size);
	return table(font, "glyf").n >= (wide ? end : 2 * end);
}

bool bc_sfnt_is_whole(struct bc_str bytes)
{
	if (bytes.n < HEADER || !tables_fit(bytes))
		return false;
	size_t glyphs = number(table(bytes, "maxp"), 4, 2);
	return glyphs > 0 && metrics_fit(bytes, glyphs) && outlines_fit(bytes, glyphs);
}
