/* Tables maxp, head, hhea, hmtx, loca and glyf. */
#include "pdf/check_sfnt.h"

enum {
	/* of a component (glyf) */
	WORDS = 0x1,
	SCALED = 0x8,
	MORE = 0x20,
	SCALED_TWICE = 0x40,
	MATRIX = 0x80,
};

static uint32_t u16(struct bc_str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.p + at;
	return (uint32_t)p[0] << 8 | p[1];
}

static uint32_t u32(struct bc_str s, size_t at)
{
	return u16(s, at) << 16 | u16(s, at + 2);
}

/* The table called `tag`; empty: there is none of at least `least` bytes. */
static struct bc_str table(struct bc_str program, const char *tag, size_t least)
{
	uint32_t n = program.n >= 12 ? u16(program, 4) : 0;
	for (size_t at = 12; n > 0 && at + 16 <= program.n; at += 16, n--) {
		size_t from = u32(program, at + 8), size = u32(program, at + 12);
		if (memcmp(program.p + at, tag, 4) != 0)
			continue;
		if (from > program.n || size > program.n - from || size < least)
			break;
		return bc_str_cut(program, from, from + size);
	}
	return (struct bc_str){0};
}

bool bc_sfnt_open(struct bc_sfnt *s, struct bc_str program)
{
	struct bc_str maxp = table(program, "maxp", 6);
	struct bc_str head = table(program, "head", 54);
	struct bc_str hhea = table(program, "hhea", 36);
	if (!maxp.n || !head.n || !hhea.n)
		return false;
	s->n_glyphs = u16(maxp, 4);
	s->n_advances = u16(hhea, 34);
	s->units_per_em = u16(head, 18);
	s->long_loca = u16(head, 50) != 0;
	s->loca = table(program, "loca", (s->long_loca ? 4 : 2) * ((size_t)s->n_glyphs + 1));
	s->hmtx = table(program, "hmtx", 4 * (size_t)s->n_advances);
	s->glyf = table(program, "glyf", 0);
	return s->loca.n && s->hmtx.n && s->n_advances && s->units_per_em;
}

bool bc_sfnt_is_advance(const struct bc_sfnt *s, uint32_t glyph, int64_t width)
{
	uint32_t row = glyph < s->n_advances ? glyph : s->n_advances - 1;
	int64_t em = s->units_per_em;
	int64_t off = width * em - 1000 * (int64_t)u16(s->hmtx, 4 * (size_t)row);
	/* whoever rounds in binary fractions may round a half either way */
	return width < INT16_MAX && 2 * (off < 0 ? -off : off) <= em + em / 32;
}

/* Empty: no outline. */
static struct bc_str outline(const struct bc_sfnt *s, uint32_t glyph)
{
	size_t i = glyph, from = s->long_loca ? u32(s->loca, 4 * i) : 2 * u16(s->loca, 2 * i);
	i++;
	size_t to = s->long_loca ? u32(s->loca, 4 * i) : 2 * u16(s->loca, 2 * i);
	if (from > to || to > s->glyf.n || to - from < 10)
		return (struct bc_str){0};
	return bc_str_cut(s->glyf, from, to);
}

static size_t component_size(uint32_t flags)
{
	size_t arguments = flags & WORDS ? 4 : 2;
	size_t scale = flags & MATRIX ? 8 : flags & SCALED_TWICE ? 4 : flags & SCALED ? 2 : 0;
	return 4 + arguments + scale;
}

bool bc_sfnt_has_outline(const struct bc_sfnt *s, uint32_t glyph)
{
	struct bc_str o = outline(s, glyph);
	uint32_t flags = MORE;
	if (o.n == 0 || u16(o, 0) < 0x8000) /* contours: its own; -1: components */
		return o.n > 0;
	for (size_t at = 10; flags & MORE; at += component_size(flags)) {
		if (at + 4 > o.n)
			return false;
		flags = u16(o, at);
		uint32_t part = u16(o, at + 2);
		if (part >= s->n_glyphs || outline(s, part).n == 0)
			return false;
	}
	return true;
}
