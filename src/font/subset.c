/*
 * A face cut down to the glyphs in use, for embedding.
 *
 * Glyph numbers stay, because pages are written before it is known which
 * glyphs the last one needs.  Tables that a PDF viewer never reads are left
 * out (ISO 32000-1 9.9, table 126: glyf head hhea hmtx loca maxp), and hints.
 */
#include "base/hash.h"
#include "font/face.h"

#include <hb-subset.h>

static void destroy_input(void *input)
{
	hb_subset_input_destroy(input);
}

static void destroy_face(void *face)
{
	hb_face_destroy(face);
}

static void destroy_blob(void *blob)
{
	hb_blob_destroy(blob);
}

/* Both are false without memory. */
static bool choose_tables(hb_subset_input_t *input)
{
	static const char unread[][5] = {"GDEF", "GPOS", "GSUB", "OS/2", "cmap", "gasp",
					 "kern", "name", "post", "DSIG", "FFTM", "STAT"};
	hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (size_t i = 0; i < sizeof unread / sizeof *unread; i++)
		hb_set_add(drop, hb_tag_from_string(unread[i], 4));
	return hb_set_allocation_successful(drop);
}

static bool choose_glyphs(hb_subset_input_t *input, const bool *used, size_t n)
{
	hb_set_t *glyphs = hb_subset_input_glyph_set(input);
	for (size_t g = 0; g < n; g++) {
		if (used[g])
			hb_set_add(glyphs, (hb_codepoint_t)g);
	}
	return hb_set_allocation_successful(glyphs);
}

static void tag_program(struct bc_subset *s)
{
	uint64_t hash = bc_hash(s->program, 0);
	for (int i = 0; i < 6; i++, hash /= 26)
		s->tag[i] = (char)('A' + hash % 26);
	s->tag[6] = '\0';
}

static bool same_glyph(hb_font_t *one, hb_font_t *other, hb_codepoint_t glyph)
{
	hb_glyph_extents_t a = {0}, b = {0};
	bool any = hb_font_get_glyph_extents(one, glyph, &a);
	return hb_font_get_glyph_extents(other, glyph, &b) == any &&
	       a.x_bearing == b.x_bearing && a.y_bearing == b.y_bearing && a.width == b.width &&
	       a.height == b.height;
}

/* HarfBuzz goes on with less when it gets no memory: each glyph must still be what it was. */
static bool is_faithful(hb_font_t *whole, hb_blob_t *program, const bool *used, size_t n)
{
	hb_face_t *face = hb_face_create(program, 0);
	hb_font_t *font = hb_font_create(face);
	bool same = true;
	hb_font_set_scale(font, 1000, 1000);
	for (size_t g = 0; g < n && same; g++)
		same = !used[g] || same_glyph(whole, font, (hb_codepoint_t)g);
	hb_font_destroy(font);
	hb_face_destroy(face);
	return same;
}

bool bc_face_subset(struct bc_ctx *ctx, const struct bc_face *face, const bool *used,
		    size_t n_used, struct bc_subset *out)
{
	void **input_slot = bc_arena_defer(ctx->arena, destroy_input);
	void **face_slot = bc_arena_defer(ctx->arena, destroy_face);
	void **blob_slot = bc_arena_defer(ctx->arena, destroy_blob);
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	if (!input)
		bc_arena_fail(ctx->arena);
	*input_slot = input;
	hb_subset_input_set_flags(input,
				  HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
	if (!choose_tables(input) || !choose_glyphs(input, used, n_used))
		bc_arena_fail(ctx->arena);
	hb_face_t *cut = hb_subset_or_fail(face->program, input);
	if (!cut) {
		BC_REPORT1(ctx->findings, FONT_SUBSET, (struct bc_place){0},
			   face->metrics.postscript);
		return false;
	}
	*face_slot = cut;
	hb_blob_t *blob = hb_face_reference_blob(cut);
	*blob_slot = blob;
	if (!is_faithful(face->font, blob, used, n_used))
		bc_arena_fail(ctx->arena);
	unsigned n;
	const char *p = hb_blob_get_data(blob, &n);
	out->program = bc_str_dup(ctx->arena, (struct bc_str){p, n});
	tag_program(out);
	return true;
}
