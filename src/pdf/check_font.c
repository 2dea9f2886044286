/* Fonts (ISO 32000-1 9.7, 9.8, 9.10): what can be shown with each, glyph by glyph. */
#include "pdf/check_parts.h"

#include "pdf/check_sfnt.h"

/* The font being looked at. */
struct subject {
	struct bc_pdf_check *c;
	struct bc_pdf_font *font;
	struct bc_sfnt sfnt;
};

static bool wrong(const struct subject *s, const char *what, size_t at)
{
	return bc_pdf_wrong(s->c, what, s->font->object, at);
}

static bool is_name(const struct bc_pdf_dict *dict, const char *key, const char *name)
{
	return bc_str_is(bc_pdf_get(dict, key, BC_PDF_NAME).text, name);
}

/* Hexadecimal digits as a number; -1: they aren't, or more than four. */
static int hex_of(struct bc_str digits)
{
	int v = 0;
	for (size_t i = 0; i < digits.n; i++) {
		char c = digits.p[i];
		int digit = c >= '0' && c <= '9'   ? c - '0'
			    : c >= 'A' && c <= 'F' ? c - 'A' + 10
						   : -1;
		if (digit < 0 || digits.n > 4)
			return -1;
		v = v * 16 + digit;
	}
	return digits.n ? v : -1;
}

/* 9.7.4.3: "first [width width …]"; each as the font program has it. */
static bool check_run(struct subject *s, int64_t first, struct bc_str widths)
{
	struct bc_pdf_reader r = {.at = widths.p, .end = widths.p + widths.n};
	struct bc_pdf_value width;
	for (int64_t glyph = first; bc_pdf_read(&r, &width); glyph++) {
		if (glyph < 0 || glyph >= s->font->n)
			return wrong(s, "a width for a glyph that is not in the program",
				     (size_t)glyph);
		if (width.kind != BC_PDF_INT ||
		    !bc_sfnt_is_advance(&s->sfnt, (uint32_t)glyph, width.number))
			return wrong(s, "a width that is not the program's", (size_t)glyph);
		s->font->glyphs[glyph] |= BC_GLYPH_WIDE;
		if (bc_sfnt_has_outline(&s->sfnt, (uint32_t)glyph))
			s->font->glyphs[glyph] |= BC_GLYPH_DRAWN;
	}
	return !r.broken;
}

static bool check_widths(struct subject *s, struct bc_pdf_value w)
{
	struct bc_pdf_reader r = {.at = w.text.p, .end = w.text.p + w.text.n};
	struct bc_pdf_value first, widths;
	while (bc_pdf_read(&r, &first)) {
		if (first.kind != BC_PDF_INT || !bc_pdf_read(&r, &widths) ||
		    widths.kind != BC_PDF_ARRAY || !check_run(s, first.number, widths.text))
			return wrong(s, "W", (size_t)(r.at - w.text.p));
	}
	return (w.kind && !r.broken) || wrong(s, "W", 0);
}

/* One Latin character that leaves a mark on paper; of others a font may think as it likes. */
static bool is_visible(struct bc_str text)
{
	int unit = text.n == 4 ? hex_of(text) : 0;
	return (unit > 0x20 && unit < 0x7f) || (unit > 0xa0 && unit < 0x250 && unit != 0xad) ||
	       (unit >= 0x1e00 && unit < 0x1f00);
}

static bool say(struct subject *s, int glyph, struct bc_str text)
{
	if (glyph < 0 || (uint32_t)glyph >= s->font->n || text.n == 0 || text.n % 4 != 0)
		return wrong(s, "ToUnicode", (size_t)glyph);
	s->font->glyphs[glyph] |= BC_GLYPH_SAID;
	if (!is_visible(text))
		s->font->glyphs[glyph] |= BC_GLYPH_DRAWN;
	return true;
}

/* 9.10.3: only the last byte changes within a range. */
static bool say_range(struct subject *s, int first, int last, struct bc_str text)
{
	if (last < first || first >> 8 != last >> 8 || text.n < 4 ||
	    hex_of(bc_str_cut(text, text.n - 2, text.n)) + last - first > 0xff)
		return wrong(s, "a range of ToUnicode", (size_t)first);
	for (int glyph = first; glyph <= last; glyph++) {
		if (!say(s, glyph, text))
			return false;
	}
	return true;
}

/* The lines of a section, each two or three hexadecimal strings. */
static bool check_section(struct subject *s, struct bc_pdf_reader *r, int64_t lines,
			  bool ranges)
{
	struct bc_pdf_value first, last, text;
	for (int64_t i = 0; i < lines; i++) {
		if (!bc_pdf_read(r, &first) || (ranges && !bc_pdf_read(r, &last)) ||
		    !bc_pdf_read(r, &text))
			return wrong(s, "a section of ToUnicode", (size_t)i);
		if (!ranges)
			last = first;
		if (!say_range(s, hex_of(first.text), hex_of(last.text), text.text))
			return false;
	}
	return true;
}

/* The line "N beginbfchar" or "N beginbfrange" from `at` on, and its end; N, or -1 for none. */
static int64_t next_section(struct bc_str cmap, size_t *at, bool *ranges)
{
	static const struct bc_str begin = {" beginbf", 8};
	size_t from = *at, i = bc_str_find(cmap, from, begin);
	int64_t n = 0, scale = 1;
	if (i == cmap.n)
		return -1;
	*at = i + begin.n;
	*ranges = cmap.p[*at] == 'r';
	for (; i > from && cmap.p[i - 1] >= '0' && cmap.p[i - 1] <= '9'; scale *= 10)
		n += scale * (cmap.p[--i] - '0');
	while (*at < cmap.n && cmap.p[*at] != '\n')
		++*at;
	return n;
}

static bool check_unicode(struct subject *s, struct bc_str cmap)
{
	size_t at = 0;
	bool ranges = false;
	for (int64_t n; (n = next_section(cmap, &at, &ranges)) >= 0;) {
		struct bc_pdf_reader r = {.at = cmap.p + at, .end = cmap.p + cmap.n};
		if (n < 1 || n > 100 || !check_section(s, &r, n, ranges))
			return wrong(s, "a section of ToUnicode", at);
		at = (size_t)(r.at - cmap.p);
		if (!bc_str_starts(bc_str_cut(cmap, at, cmap.n), BC_STR("\nendbf")))
			return wrong(s, "a section of ToUnicode has more or fewer lines", at);
	}
	return true;
}

/* 9.6.4: "ABCDEF+" before the name of a subset. */
static bool is_tagged(struct bc_str name)
{
	for (size_t i = 0; i < 6 && i < name.n; i++) {
		if (name.p[i] < 'A' || name.p[i] > 'Z')
			return false;
	}
	return name.n > 7 && name.p[6] == '+';
}

/* The names of font, CID font and descriptor are one. */
static bool check_names(struct subject *s, const struct bc_pdf_dict *font,
			const struct bc_pdf_dict *cid, const struct bc_pdf_dict *descriptor)
{
	struct bc_str name = bc_pdf_get(font, "BaseFont", BC_PDF_NAME).text;
	return (is_tagged(name) &&
		bc_str_eq(name, bc_pdf_get(cid, "BaseFont", BC_PDF_NAME).text) &&
		bc_str_eq(name, bc_pdf_get(descriptor, "FontName", BC_PDF_NAME).text)) ||
	       wrong(s, "the font's names", 0);
}

static bool check_program(struct subject *s, const struct bc_pdf_dict *descriptor)
{
	struct bc_pdf_check *c = s->c;
	struct bc_pdf_value program = bc_pdf_get(descriptor, "FontFile2", BC_PDF_REF);
	struct bc_pdf_dict dict;
	if (!program.kind || !bc_pdf_entries(c, (uint32_t)program.number, &dict) ||
	    !bc_pdf_expand(c, (uint32_t)program.number, &c->stream))
		return wrong(s, "FontFile2", 0);
	if (bc_pdf_get(&dict, "Length1", BC_PDF_INT).number != (int64_t)c->stream.n)
		return wrong(s, "Length1", 0);
	if (!bc_sfnt_open(&s->sfnt, bc_buf_str(&c->stream)))
		return wrong(s, "the font program", 0);
	s->font->n = s->sfnt.n_glyphs;
	s->font->glyphs = bc_new_n(c->ctx->scratch, uint8_t, s->font->n);
	return true;
}

static bool check_cid_font(struct subject *s, const struct bc_pdf_dict *font)
{
	struct bc_pdf_value cid = bc_pdf_get(font, "DescendantFonts", BC_PDF_ARRAY), ref;
	struct bc_pdf_reader r = bc_pdf_reader(s->c, cid.text);
	struct bc_pdf_dict dict, descriptor;
	if (!bc_pdf_read(&r, &ref) || ref.kind != BC_PDF_REF ||
	    !bc_pdf_entries(s->c, (uint32_t)ref.number, &dict) ||
	    !is_name(&dict, "Subtype", "CIDFontType2") ||
	    !is_name(&dict, "CIDToGIDMap", "Identity"))
		return wrong(s, "DescendantFonts", 0);
	ref = bc_pdf_get(&dict, "FontDescriptor", BC_PDF_REF);
	if (!ref.kind || !bc_pdf_entries(s->c, (uint32_t)ref.number, &descriptor))
		return wrong(s, "FontDescriptor", 0);
	return check_names(s, font, &dict, &descriptor) && check_program(s, &descriptor) &&
	       check_widths(s, bc_pdf_get(&dict, "W", BC_PDF_ARRAY));
}

static bool check_font(struct bc_pdf_check *c, struct bc_pdf_font *font)
{
	struct subject s = {.c = c, .font = font};
	struct bc_pdf_dict dict;
	if (!bc_pdf_entries(c, font->object, &dict))
		return false;
	if (!is_name(&dict, "Subtype", "Type0") || !is_name(&dict, "Encoding", "Identity-H"))
		return wrong(&s, "no Type 0 font", 0);
	struct bc_pdf_value unicode = bc_pdf_get(&dict, "ToUnicode", BC_PDF_REF);
	return check_cid_font(&s, &dict) &&
	       (unicode.kind || wrong(&s, "ToUnicode is missing", 0)) &&
	       bc_pdf_expand(c, (uint32_t)unicode.number, &c->stream) &&
	       check_unicode(&s, bc_buf_str(&c->stream));
}

bool bc_pdf_check_fonts(struct bc_pdf_check *c, uint32_t object)
{
	struct bc_pdf_dict resources, fonts;
	if (!bc_pdf_entries(c, object, &resources))
		return false;
	struct bc_str inside = bc_pdf_get(&resources, "Font", BC_PDF_DICT).text;
	struct bc_pdf_reader r = bc_pdf_reader(c, inside);
	if (!bc_pdf_read_dict(&r, &fonts))
		return bc_pdf_wrong(c, "Font", object, 0);
	c->fonts = bc_new_n(c->ctx->scratch, struct bc_pdf_font, fonts.n);
	for (unsigned i = 0; i < fonts.n; i++) {
		if (fonts.at[i].value.kind != BC_PDF_REF)
			return bc_pdf_wrong(c, "Font", object, 0);
		c->fonts[i].name = fonts.at[i].key;
		c->fonts[i].object = (uint32_t)fonts.at[i].value.number;
		if (!check_font(c, &c->fonts[c->n_fonts++]))
			return false;
	}
	return true;
}
