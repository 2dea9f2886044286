/*
 * Combining marks where fonts leave them wrong.
 *
 * Fonts carry anchors for the pairs their makers thought of.  The languages
 * of the Central Highlands write others (Bahnar and Jrai: ơ̆, ê̆, ư̆, b̆, č̣).
 * A mark without an anchor stands beside its letter, one with an anchor meant
 * for another letter runs into a mark below it (Liberation: ê̆, Ơ̆).
 */
#include "font/face.h"

enum {
	GAP = 30, /* 1/1000 em between a letter and a mark that had to move */
	HORN = 0x31b,
};

/* Unicode's canonical combining classes (UAX #44 5.7.4) that are handled here. */
enum {
	CLASS_BELOW_ATTACHED = 202,
	CLASS_BELOW = 220,
	CLASS_ABOVE = 230,
};

struct box {
	int left, right, bottom, top;
};

/* A letter with the marks placed so far; lengths from the letter's origin. */
struct stack {
	bool present;
	int middle;      /* where marks are centred */
	int bottom, top; /* what a further mark has to clear */
	int pen;
};

static bool box_of(const struct bc_face *face, hb_codepoint_t glyph, struct box *box)
{
	hb_glyph_extents_t e;
	if (!hb_font_get_glyph_extents(face->font, glyph, &e) || e.width == 0)
		return false;
	*box = (struct box){
		.left = e.x_bearing,
		.right = e.x_bearing + e.width,
		.bottom = e.y_bearing + e.height,
		.top = e.y_bearing,
	};
	return true;
}

static bool box_of_rune(const struct bc_face *face, uint32_t rune, struct box *box)
{
	hb_codepoint_t glyph;
	return hb_font_get_nominal_glyph(face->font, rune, &glyph) && box_of(face, glyph, box);
}

static bool decompose(uint32_t rune, hb_codepoint_t *base, hb_codepoint_t *mark)
{
	return hb_unicode_decompose(hb_unicode_funcs_get_default(), rune, base, mark) && *mark;
}

/* Begin with a letter.  A horn is beside the letter: it neither shifts nor lifts marks. */
static void stack_begin(const struct bc_face *face, struct stack *s, const struct bc_glyph *g)
{
	struct box box;
	*s = (struct stack){.pen = g->advance, .present = box_of(face, g->id, &box)};
	if (!s->present)
		return;
	hb_codepoint_t base = face->runes[g->id], mark;
	if (decompose(base, &base, &mark) && mark == HORN)
		box_of_rune(face, base, &box);
	s->bottom = box.bottom;
	s->top = box.top;
	while (decompose(base, &base, &mark))
		;
	box_of_rune(face, base, &box);
	s->middle = (box.left + box.right) / 2;
}

static void stack_grow(struct stack *s, const struct box *mark, const struct bc_glyph *g)
{
	if (mark->top + g->dy > s->top)
		s->top = mark->top + g->dy;
	if (mark->bottom + g->dy < s->bottom)
		s->bottom = mark->bottom + g->dy;
	s->pen += g->advance;
}

static void place(const struct stack *s, const struct box *mark, struct bc_glyph *g,
		  unsigned class)
{
	/* an anchor moves a mark back over its letter */
	if (g->dx == 0 && g->dy == 0) {
		g->dx = (int16_t)(s->middle - (mark->left + mark->right) / 2 - s->pen);
		g->advance = 0;
	}
	int above = s->top - (mark->bottom + g->dy);
	int below = mark->top + g->dy - s->bottom;
	if (class == CLASS_ABOVE && above > 0)
		g->dy = (int16_t)(g->dy + above + GAP);
	if (class != CLASS_ABOVE && below > 0)
		g->dy = (int16_t)(g->dy - below - GAP);
}

static bool is_handled(unsigned class)
{
	return class == CLASS_ABOVE || class == CLASS_BELOW || class == CLASS_BELOW_ATTACHED;
}

/* Letters of Vietnamese and the rest of Latin are never marks; the blocks between are. */
static bool may_combine(uint32_t rune)
{
	return rune >= 0x300 && !(rune >= 0x1e00 && rune < 0x20d0);
}

static bool any_combines(const struct bc_face *face, const struct bc_glyph *glyphs, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (may_combine(face->runes[glyphs[i].id]))
			return true;
	}
	return false;
}

void bc_marks_place(const struct bc_face *face, struct bc_glyph *glyphs, size_t n)
{
	if (!any_combines(face, glyphs, n))
		return;
	hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
	struct stack s = {.present = false};
	for (size_t i = 0; i < n; i++) {
		struct bc_glyph *g = &glyphs[i];
		unsigned class = hb_unicode_combining_class(unicode, face->runes[g->id]);
		struct box mark;
		if (class == 0) {
			stack_begin(face, &s, g);
		} else if (s.present && is_handled(class) && box_of(face, g->id, &mark)) {
			place(&s, &mark, g, class);
			stack_grow(&s, &mark, g);
		}
	}
}
