/*
 * Shaping with a cache: a report says the same few hundred syllables again
 * and again.
 */
#include "base/hash.h"
#include "font/face.h"

struct word {
	uint64_t hash;
	const struct bc_face *face; /* NULL: a free place */
	bool kern;
	struct bc_str text;
	const struct bc_shaped *shaped;
};

struct bc_shaper {
	struct bc_arena *arena;
	hb_buffer_t *buffer;
	hb_language_t vietnamese;
	hb_shape_plan_t *plans[2 * BC_STYLES][2]; /* by face and kerning; NULL: not yet */
	struct word *words; /* open addressing; `room` is a power of two */
	size_t n, room;
};

enum {
	FIRST_ROOM = 512,
};

static void destroy_buffer(void *buffer)
{
	hb_buffer_destroy(buffer);
}

struct bc_shaper *bc_shaper_new(struct bc_arena *arena)
{
	struct bc_shaper *s = bc_new(arena, struct bc_shaper);
	void **slot = bc_arena_defer(arena, destroy_buffer);
	s->buffer = hb_buffer_create();
	*slot = s->buffer;
	if (!hb_buffer_allocation_successful(s->buffer))
		bc_arena_fail(arena);
	s->arena = arena;
	s->vietnamese = hb_language_from_string("vi", -1);
	s->room = FIRST_ROOM;
	s->words = bc_new_n(arena, struct word, s->room);
	return s;
}

static uint64_t hash_of(const struct bc_face *face, struct bc_str text, bool kern)
{
	return bc_hash(text, face->index * 2 + kern);
}

static bool is_word(const struct word *w, const struct word *key)
{
	return w->hash == key->hash && w->face == key->face && w->kern == key->kern &&
	       bc_str_eq(w->text, key->text);
}

/* Where `key` is, or the free place where it belongs. */
static struct word *find(struct word *words, size_t room, const struct word *key)
{
	size_t at = key->hash & (room - 1);
	while (words[at].face && !is_word(&words[at], key))
		at = (at + 1) & (room - 1);
	return &words[at];
}

static void grow(struct bc_shaper *s)
{
	size_t room = 2 * s->room;
	struct word *words = bc_new_n(s->arena, struct word, room);
	for (size_t i = 0; i < s->room; i++) {
		if (s->words[i].face)
			*find(words, room, &s->words[i]) = s->words[i];
	}
	s->words = words;
	s->room = room;
}

static void destroy_plan(void *plan)
{
	hb_shape_plan_destroy(plan);
}

enum {
	N_FEATURES = 3,
};

/* Ligatures are off: official documents are set as an office's word processor sets them. */
static void choose_features(hb_feature_t features[N_FEATURES], bool kern)
{
	static const hb_tag_t tags[N_FEATURES] = {
		HB_TAG('k', 'e', 'r', 'n'),
		HB_TAG('l', 'i', 'g', 'a'),
		HB_TAG('c', 'l', 'i', 'g'),
	};
	for (int i = 0; i < N_FEATURES; i++)
		features[i] = (hb_feature_t){tags[i], i == 0 && kern, HB_FEATURE_GLOBAL_START,
					     HB_FEATURE_GLOBAL_END};
}

/* How HarfBuzz goes about such a word: worked out once for each face. */
static hb_shape_plan_t *plan_for(struct bc_shaper *s, const struct word *key,
				 const hb_segment_properties_t *properties,
				 const hb_feature_t features[N_FEATURES])
{
	hb_shape_plan_t **plan = &s->plans[key->face->index][key->kern];
	if (*plan)
		return *plan;
	void **slot = bc_arena_defer(s->arena, destroy_plan);
	*plan = hb_shape_plan_create(key->face->program, properties, features, N_FEATURES,
				     NULL);
	*slot = *plan;
	return *plan;
}

static void run_harfbuzz(struct bc_shaper *s, const struct word *key)
{
	hb_segment_properties_t properties = {
		.direction = HB_DIRECTION_LTR,
		.script = HB_SCRIPT_LATIN,
		.language = s->vietnamese,
	};
	hb_feature_t features[N_FEATURES];
	hb_buffer_t *b = s->buffer;
	choose_features(features, key->kern);
	hb_buffer_clear_contents(b);
	hb_buffer_set_segment_properties(b, &properties);
	hb_buffer_add_utf8(b, key->text.p, (int)key->text.n, 0, (int)key->text.n);
	/* HarfBuzz fails only for want of memory, and would leave characters for glyphs. */
	if (!hb_shape_plan_execute(plan_for(s, key, &properties, features), key->face->font, b,
				   features, N_FEATURES) ||
	    !hb_buffer_allocation_successful(b))
		bc_arena_fail(s->arena);
}

static const struct bc_shaped *shape(struct bc_shaper *s, const struct word *key)
{
	run_harfbuzz(s, key);
	unsigned n;
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(s->buffer, &n);
	const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(s->buffer, NULL);
	struct bc_glyph *glyphs = bc_new_n(s->arena, struct bc_glyph, n);
	for (unsigned i = 0; i < n; i++) {
		glyphs[i] = (struct bc_glyph){
			.id = (uint16_t)info[i].codepoint,
			.dx = (int16_t)pos[i].x_offset,
			.dy = (int16_t)pos[i].y_offset,
			.advance = pos[i].x_advance,
			.text = info[i].cluster,
		};
	}
	bc_marks_place(key->face, glyphs, n);
	struct bc_shaped *shaped = bc_new(s->arena, struct bc_shaped);
	shaped->glyphs = glyphs;
	shaped->n = n;
	int64_t width = 0;
	for (unsigned i = 0; i < n; i++)
		width += glyphs[i].advance;
	shaped->width = width < INT32_MAX ? (int32_t)width : INT32_MAX;
	return shaped;
}

const struct bc_shaped *bc_shape(struct bc_shaper *shaper, const struct bc_face *face,
				 struct bc_str text, bool kern)
{
	struct word key = {
		.hash = hash_of(face, text, kern),
		.face = face,
		.kern = kern,
		.text = text,
	};
	struct word *w = find(shaper->words, shaper->room, &key);
	if (w->face)
		return w->shaped;
	key.text = bc_str_dup(shaper->arena, text);
	key.shaped = shape(shaper, &key);
	*w = key;
	if (++shaper->n > shaper->room / 4 * 3)
		grow(shaper);
	return key.shaped;
}
