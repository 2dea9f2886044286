/*
 * One font program: file → checked face with metrics, advances and coverage.
 *
 * FreeType says what the font is and what it allows; from then on HarfBuzz
 * alone reads the program.  No outlines, no hinting: nothing is drawn here.
 */
#include "font/face.h"

#include "font/sfnt.h"

#include FT_FONT_FORMATS_H
#include FT_TRUETYPE_TABLES_H

struct bc_place bc_face_place(struct bc_ctx *ctx, const char *name)
{
	struct bc_source *s = bc_new(ctx->arena, struct bc_source);
	s->name = bc_str_dup(ctx->arena, bc_str_of(name));
	return (struct bc_place){.source = s};
}

enum bc_style bc_face_style(FT_Face face)
{
	unsigned style = BC_REGULAR;
	if (face->style_flags & FT_STYLE_FLAG_BOLD)
		style |= BC_BOLD;
	if (face->style_flags & FT_STYLE_FLAG_ITALIC)
		style |= BC_ITALIC;
	return (enum bc_style)style;
}

/* OpenType OS/2, fsType: whether a PDF may carry a part of the font. */
static bool may_embed(FT_Face face)
{
	unsigned type = FT_Get_FSType_Flags(face);
	bool restricted = (type & 0xe) == FT_FSTYPE_RESTRICTED_LICENSE_EMBEDDING;
	return !restricted && !(type & FT_FSTYPE_NO_SUBSETTING) &&
	       !(type & FT_FSTYPE_BITMAP_EMBEDDING_ONLY);
}

static bool check(struct bc_ctx *ctx, const char *name, FT_Face face, struct bc_str bytes)
{
	struct bc_place place = bc_face_place(ctx, name);
	if (!FT_IS_SFNT(face) || strcmp(FT_Get_Font_Format(face), "TrueType") != 0) {
		BC_REPORT0(ctx->findings, FONT_NOT_TRUETYPE, place);
		return false;
	}
	if (!may_embed(face)) {
		BC_REPORT0(ctx->findings, FONT_NO_EMBEDDING, place);
		return false;
	}
	if (!bc_sfnt_is_whole(bytes)) {
		BC_REPORT0(ctx->findings, FONT_BAD, place);
		return false;
	}
	return true;
}

static int permille(long units, FT_Face face)
{
	long em = face->units_per_EM;
	long v = units * 2000 + (units >= 0 ? em : -em);
	return (int)(v / (2 * em));
}

/* What FreeType knows of the face; the rest is measured later. */
static void read_metrics(struct bc_ctx *ctx, FT_Face face, struct bc_metrics *m)
{
	m->family = bc_str_dup(ctx->arena, bc_str_of(face->family_name));
	m->postscript = bc_str_dup(ctx->arena, bc_str_of(FT_Get_Postscript_Name(face)));
	m->ascent = permille(face->ascender, face);
	m->descent = permille(-face->descender, face);
	m->gap = permille(face->height - face->ascender + face->descender, face);
	/* FreeType gives the middle of the stroke, we its upper edge. */
	m->underline_weight = permille(face->underline_thickness, face);
	m->underline_at =
		permille(-face->underline_position - face->underline_thickness / 2, face);
	m->bbox[0] = permille(face->bbox.xMin, face);
	m->bbox[1] = permille(face->bbox.yMin, face);
	m->bbox[2] = permille(face->bbox.xMax, face);
	m->bbox[3] = permille(face->bbox.yMax, face);
	const TT_Postscript *post = FT_Get_Sfnt_Table(face, FT_SFNT_POST);
	m->italic_angle = post ? (int)(post->italicAngle / 65536) : 0;
	const TT_OS2 *os2 = FT_Get_Sfnt_Table(face, FT_SFNT_OS2);
	bool has_os2 = os2 && os2->version != 0xffff;
	if (has_os2 && os2->version >= 2) {
		m->cap_height = permille(os2->sCapHeight, face);
		m->x_height = permille(os2->sxHeight, face);
	}
	/* Stems grow with the square of the weight class. */
	int weight = has_os2 ? os2->usWeightClass / 65 : 400 / 65;
	m->stem_v = 50 + weight * weight;
}

/* FreeType's part of loading: is it a font, may it be used, what does it say of itself? */
static bool inspect(struct bc_ctx *ctx, struct bc_freetype *freetype, const char *name,
		    struct bc_str bytes, struct bc_face *out)
{
	FT_Face face;
	FT_Error error = FT_New_Memory_Face(freetype->library, (const FT_Byte *)bytes.p,
					    (FT_Long)bytes.n, 0, &face);
	bc_freetype_check(ctx, freetype);
	if (error) {
		BC_REPORT0(ctx->findings, FONT_BAD, bc_face_place(ctx, name));
		return false;
	}
	bool usable = check(ctx, name, face, bytes);
	if (usable) {
		out->style = bc_face_style(face);
		out->n_glyphs = (size_t)face->num_glyphs;
		read_metrics(ctx, face, &out->metrics);
	}
	bc_freetype_check(ctx, freetype);
	FT_Done_Face(face);
	return usable;
}

static void destroy_face(void *face)
{
	hb_face_destroy(face);
}

static void destroy_font(void *font)
{
	hb_font_destroy(font);
}

static void open_program(struct bc_ctx *ctx, struct bc_str bytes, struct bc_face *out)
{
	void **face_slot = bc_arena_defer(ctx->arena, destroy_face);
	void **font_slot = bc_arena_defer(ctx->arena, destroy_font);
	hb_blob_t *blob =
		hb_blob_create(bytes.p, (unsigned)bytes.n, HB_MEMORY_MODE_READONLY, NULL, NULL);
	out->program = hb_face_create(blob, 0);
	hb_blob_destroy(blob);
	*face_slot = out->program;
	out->font = hb_font_create(out->program);
	*font_slot = out->font;
	if (out->program == hb_face_get_empty() || out->font == hb_font_get_empty())
		bc_arena_fail(ctx->arena);
	hb_face_make_immutable(out->program);
	hb_font_set_scale(out->font, 1000, 1000);
	hb_font_make_immutable(out->font);
}

static void read_advances(struct bc_ctx *ctx, struct bc_face *out)
{
	int *advances = bc_new_n(ctx->arena, int, out->n_glyphs);
	hb_codepoint_t *glyphs = bc_new_n(ctx->scratch, hb_codepoint_t, out->n_glyphs);
	for (size_t g = 0; g < out->n_glyphs; g++)
		glyphs[g] = (hb_codepoint_t)g;
	hb_font_get_glyph_h_advances(out->font, (unsigned)out->n_glyphs, glyphs, sizeof *glyphs,
				     advances, sizeof *advances);
	out->advances = advances;
}

static void destroy_set(void *set)
{
	hb_set_destroy(set);
}

static void note_character(struct bc_face *out, uint64_t *covered, uint32_t *runes,
			   hb_codepoint_t rune, hb_codepoint_t glyph)
{
	if (glyph >= out->n_glyphs)
		return;
	if (rune < 0x10000)
		covered[rune / 64] |= UINT64_C(1) << rune % 64;
	if (!runes[glyph])
		runes[glyph] = rune;
}

/* Which of the characters in the set the face has, and which one each glyph stands for. */
static void note_characters(struct bc_ctx *ctx, struct bc_face *out, const hb_set_t *set,
			    uint64_t *covered, uint32_t *runes)
{
	unsigned n = hb_set_get_population(set);
	hb_codepoint_t *all = bc_new_n(ctx->scratch, hb_codepoint_t, n);
	hb_codepoint_t *glyphs = bc_new_n(ctx->scratch, hb_codepoint_t, n);
	hb_set_next_many(set, HB_SET_VALUE_INVALID, all, n);
	/* HarfBuzz stops at a character without a glyph, which is passed over */
	for (unsigned i = 0; i < n; i++) {
		unsigned found = hb_font_get_nominal_glyphs(
			out->font, n - i, all + i, sizeof *all, glyphs + i, sizeof *glyphs);
		for (unsigned end = i + found; i < end; i++)
			note_character(out, covered, runes, all[i], glyphs[i]);
	}
}

static bool read_characters(struct bc_ctx *ctx, struct bc_face *out)
{
	uint64_t *covered = bc_new_n(ctx->arena, uint64_t, 0x10000 / 64);
	uint32_t *runes = bc_new_n(ctx->arena, uint32_t, out->n_glyphs);
	out->covered = covered;
	out->runes = runes;
	void **slot = bc_arena_defer(ctx->arena, destroy_set);
	hb_set_t *set = hb_set_create();
	*slot = set;
	hb_face_collect_unicodes(out->program, set);
	if (!hb_set_allocation_successful(set))
		bc_arena_fail(ctx->arena);
	note_characters(ctx, out, set, covered, runes);
	bool any = !hb_set_is_empty(set);
	hb_set_destroy(set);
	*slot = NULL;
	return any;
}

/* The top of the glyph of `rune`, or 0 without one. */
static int top_of(const struct bc_face *face, uint32_t rune)
{
	hb_codepoint_t glyph;
	hb_glyph_extents_t box;
	if (!hb_font_get_nominal_glyph(face->font, rune, &glyph) ||
	    !hb_font_get_glyph_extents(face->font, glyph, &box))
		return 0;
	return box.y_bearing;
}

static void measure_heights(struct bc_face *out)
{
	struct bc_metrics *m = &out->metrics;
	if (m->cap_height <= 0)
		m->cap_height = top_of(out, 'H');
	if (m->x_height <= 0)
		m->x_height = top_of(out, 'x');
	for (uint32_t digit = '0'; digit <= '9'; digit++) {
		int top = top_of(out, digit);
		if (top > m->digit_height)
			m->digit_height = top;
	}
}

bool bc_face_load(struct bc_ctx *ctx, struct bc_freetype *freetype, const char *name,
		  struct bc_face *out)
{
	struct bc_str bytes;
	if (!bc_face_map(ctx, name, &bytes) || !inspect(ctx, freetype, name, bytes, out))
		return false;
	const char *slash = strrchr(name, '/');
	out->file = bc_str_dup(ctx->arena, bc_str_of(slash ? slash + 1 : name));
	out->bytes = bytes;
	open_program(ctx, bytes, out);
	read_advances(ctx, out);
	if (!read_characters(ctx, out)) {
		BC_REPORT0(ctx->findings, FONT_NO_UNICODE, bc_face_place(ctx, name));
		return false;
	}
	measure_heights(out);
	return true;
}

bool bc_face_has(const struct bc_face *face, uint32_t rune)
{
	if (rune < 0x10000)
		return face->covered[rune / 64] >> rune % 64 & 1;
	hb_codepoint_t glyph;
	return hb_font_get_nominal_glyph(face->font, rune, &glyph);
}

const struct bc_metrics *bc_face_metrics(const struct bc_face *face)
{
	return &face->metrics;
}

unsigned bc_face_index(const struct bc_face *face)
{
	return face->index;
}

int bc_face_advance(const struct bc_face *face, uint16_t glyph)
{
	return glyph < face->n_glyphs ? face->advances[glyph] : 0;
}

uint32_t bc_face_rune(const struct bc_face *face, uint16_t glyph)
{
	return glyph < face->n_glyphs ? face->runes[glyph] : 0;
}

struct bc_str bc_face_file(const struct bc_face *face)
{
	return face->file;
}

struct bc_str bc_face_bytes(const struct bc_face *face)
{
	return face->bytes;
}

size_t bc_face_glyphs(const struct bc_face *face)
{
	return face->n_glyphs;
}
