/* Type 0 font, CID font, descriptor, program, widths and ToUnicode; ISO 32000-1 9.6 to 9.10. */
#include "pdf/embed.h"

#include "base/utf8.h"
#include "pdf/put.h"

enum {
	FLAG_SERIF = 1 << 1, /* 9.8.2, table 123 */
	FLAG_SYMBOLIC = 1 << 2,
	FLAG_ITALIC = 1 << 6,
	BLOCK = 100, /* entries of one bfchar or bfrange section at most */
};

static void begin(struct bc_embed *e, const struct bc_face *face)
{
	e->face = face;
	e->used = bc_new_n(e->ctx->arena, bool, bc_face_glyphs(face));
	e->says = bc_new_n(e->ctx->arena, struct bc_str, bc_face_glyphs(face));
}

static bool is_rune(struct bc_str text, uint32_t rune)
{
	size_t at = 0;
	return text.n && bc_utf8_next(text, &at) == rune && at == text.n;
}

bool bc_embed_glyph(struct bc_embed *e, const struct bc_face *face, uint16_t glyph,
		    struct bc_str text)
{
	if (!e->face)
		begin(e, face);
	e->used[glyph] = true;
	uint32_t rune = bc_face_rune(face, glyph);
	if (rune)
		return is_rune(text, rune);
	if (!e->says[glyph].n)
		e->says[glyph] = bc_str_dup(e->ctx->arena, text);
	return bc_str_eq(e->says[glyph], text);
}

/* The next glyph in use from `glyph` on, or the number of glyphs. */
static size_t next_used(const struct bc_embed *e, size_t glyph)
{
	size_t n = bc_face_glyphs(e->face);
	while (glyph < n && !e->used[glyph])
		glyph++;
	return glyph;
}

/* 9.7.4.3: widths of neighbouring glyphs share a bracket. */
static void put_widths(struct bc_buf *out, const struct bc_embed *e)
{
	size_t n = bc_face_glyphs(e->face);
	bc_buf_puts(out, "/W[");
	for (size_t g = next_used(e, 0); g < n; g = next_used(e, g)) {
		bc_buf_int(out, (int64_t)g);
		char before = '[';
		for (; g < n && e->used[g]; g++) {
			bc_buf_putc(out, before);
			bc_buf_int(out, bc_face_advance(e->face, (uint16_t)g));
			before = ' ';
		}
		bc_buf_putc(out, ']');
	}
	bc_buf_puts(out, "]\n");
}

/* Glyphs first..last whose characters follow one another. */
struct range {
	size_t first, last;
};

/* 9.10.3: within a range only the last byte may change, of the code and of the text. */
static struct range range_at(const struct bc_embed *e, size_t glyph)
{
	struct range r = {glyph, glyph};
	uint32_t rune = bc_face_rune(e->face, (uint16_t)glyph);
	size_t n = bc_face_glyphs(e->face);
	while (rune && r.last + 1 < n && e->used[r.last + 1] && (r.last + 1) % 256 != 0 &&
	       (rune + 1) % 256 != 0 &&
	       bc_face_rune(e->face, (uint16_t)(r.last + 1)) == rune + 1) {
		r.last++;
		rune++;
	}
	return r;
}

static void put_code(struct bc_buf *out, size_t glyph)
{
	bc_buf_putc(out, '<');
	bc_put_hex16(out, (uint32_t)glyph);
	bc_buf_putc(out, '>');
}

static void put_mapping(struct bc_buf *out, const struct bc_embed *e, struct range r)
{
	put_code(out, r.first);
	if (r.last > r.first)
		put_code(out, r.last);
	bc_buf_putc(out, '<');
	uint32_t rune = bc_face_rune(e->face, (uint16_t)r.first);
	if (rune)
		bc_put_rune(out, rune);
	else
		bc_put_utf16(out, e->says[r.first]);
	bc_buf_puts(out, ">\n");
}

/* Write the mappings gathered so far as a section, and begin another. */
static void end_section(struct bc_buf *out, struct bc_buf *section, size_t *count,
			const char *kind)
{
	if (*count == 0)
		return;
	bc_buf_int(out, (int64_t)*count);
	bc_buf_puts(out, " begin");
	bc_buf_puts(out, kind);
	bc_buf_add(out, bc_buf_str(section));
	bc_buf_puts(out, "end");
	bc_buf_puts(out, kind);
	section->n = *count = 0;
}

/* All mappings of one kind: single glyphs, or ranges. */
static void put_mappings(struct bc_buf *out, const struct bc_embed *e, bool ranges)
{
	const char *kind = ranges ? "bfrange\n" : "bfchar\n";
	struct bc_buf section = bc_buf_in(e->ctx->scratch);
	size_t n = bc_face_glyphs(e->face), count = 0;
	struct range r;
	for (size_t g = next_used(e, 0); g < n; g = next_used(e, r.last + 1)) {
		r = range_at(e, g);
		if ((r.last > r.first) != ranges)
			continue;
		put_mapping(&section, e, r);
		if (++count == BLOCK)
			end_section(out, &section, &count, kind);
	}
	end_section(out, &section, &count, kind);
}

static struct bc_str to_unicode(const struct bc_embed *e)
{
	struct bc_buf out = bc_buf_in(e->ctx->scratch);
	bc_buf_puts(&out, "/CIDInit /ProcSet findresource begin\n"
			  "12 dict begin\n"
			  "begincmap\n"
			  "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
			  "/CMapName/Adobe-Identity-UCS def\n"
			  "/CMapType 2 def\n"
			  "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
	put_mappings(&out, e, false);
	put_mappings(&out, e, true);
	bc_buf_puts(&out, "endcmap\n"
			  "CMapName currentdict/CMap defineresource pop\n"
			  "end\nend\n");
	return bc_buf_str(&out);
}

static uint32_t put_stream(struct bc_sink *sink, struct bc_deflate *z, struct bc_str entries,
			   struct bc_str data)
{
	uint32_t object = bc_sink_object(sink);
	bc_sink_stream(sink, object, entries, bc_deflate(z, data));
	return object;
}

static uint32_t put_program(struct bc_embed *e, struct bc_sink *sink, struct bc_deflate *z,
			    struct bc_str program)
{
	struct bc_buf entries = bc_buf_in(e->ctx->arena);
	bc_buf_puts(&entries, "/Filter/FlateDecode/Length1 ");
	bc_buf_int(&entries, (int64_t)program.n);
	return put_stream(sink, z, bc_buf_str(&entries), program);
}

static void put_int(struct bc_buf *out, const char *key, int v)
{
	bc_buf_puts(out, key);
	bc_buf_putc(out, ' ');
	bc_buf_int(out, v);
	bc_buf_putc(out, '\n');
}

static uint32_t put_descriptor(struct bc_embed *e, struct bc_sink *sink, struct bc_str name,
			       uint32_t program)
{
	const struct bc_metrics *m = bc_face_metrics(e->face);
	struct bc_buf out = bc_buf_in(e->ctx->arena);
	bc_buf_puts(&out, "/Type/FontDescriptor/FontName");
	bc_put_name(&out, name);
	bc_put_entry(&out, "FontFamily", m->family);
	put_int(&out, "/Flags",
		FLAG_SERIF | FLAG_SYMBOLIC | (m->italic_angle ? FLAG_ITALIC : 0));
	bc_buf_puts(&out, "/FontBBox[");
	for (int i = 0; i < 4; i++) {
		bc_buf_int(&out, m->bbox[i]);
		bc_buf_putc(&out, i < 3 ? ' ' : ']');
	}
	put_int(&out, "/ItalicAngle", m->italic_angle);
	put_int(&out, "/Ascent", m->ascent);
	put_int(&out, "/Descent", -m->descent);
	put_int(&out, "/CapHeight", m->cap_height);
	put_int(&out, "/XHeight", m->x_height);
	put_int(&out, "/StemV", m->stem_v);
	bc_buf_puts(&out, "/FontFile2 ");
	bc_put_ref(&out, program);
	uint32_t object = bc_sink_object(sink);
	bc_sink_dict(sink, object, bc_buf_str(&out));
	return object;
}

static uint32_t put_cid_font(struct bc_embed *e, struct bc_sink *sink, struct bc_str name,
			     uint32_t descriptor)
{
	struct bc_buf out = bc_buf_in(e->ctx->arena);
	bc_buf_puts(&out, "/Type/Font/Subtype/CIDFontType2/BaseFont");
	bc_put_name(&out, name);
	bc_buf_puts(&out, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>\n"
			  "/CIDToGIDMap/Identity/FontDescriptor ");
	bc_put_ref(&out, descriptor);
	put_widths(&out, e);
	uint32_t object = bc_sink_object(sink);
	bc_sink_dict(sink, object, bc_buf_str(&out));
	return object;
}

static uint32_t put_font(struct bc_embed *e, struct bc_sink *sink, struct bc_str name,
			 uint32_t cid_font, uint32_t unicode)
{
	struct bc_buf out = bc_buf_in(e->ctx->arena);
	bc_buf_puts(&out, "/Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont");
	bc_put_name(&out, name);
	bc_buf_puts(&out, "/DescendantFonts[");
	bc_put_ref(&out, cid_font);
	bc_buf_puts(&out, "]/ToUnicode ");
	bc_put_ref(&out, unicode);
	uint32_t object = bc_sink_object(sink);
	bc_sink_dict(sink, object, bc_buf_str(&out));
	return object;
}

/* "ABCDEF+LiberationSerif" (9.6.4) */
static struct bc_str tagged(struct bc_embed *e, const struct bc_subset *subset)
{
	struct bc_buf name = bc_buf_in(e->ctx->arena);
	bc_buf_puts(&name, subset->tag);
	bc_buf_putc(&name, '+');
	bc_buf_add(&name, bc_face_metrics(e->face)->postscript);
	return bc_buf_str(&name);
}

uint32_t bc_embed_write(struct bc_embed *e, struct bc_sink *sink, struct bc_deflate *z)
{
	struct bc_subset subset;
	if (!bc_face_subset(e->ctx, e->face, e->used, bc_face_glyphs(e->face), &subset))
		return 0;
	struct bc_str name = tagged(e, &subset);
	uint32_t program = put_program(e, sink, z, subset.program);
	uint32_t descriptor = put_descriptor(e, sink, name, program);
	uint32_t cid_font = put_cid_font(e, sink, name, descriptor);
	uint32_t unicode = put_stream(sink, z, BC_STR("/Filter/FlateDecode"), to_unicode(e));
	return put_font(e, sink, name, cid_font, unicode);
}
