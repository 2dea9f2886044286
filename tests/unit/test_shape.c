/*
 * Shaping: kerning, marks, offsets into the text, and the cache.
 */
#include "support.h"

#include "font/font.h"

#include <stdio.h>

struct shaping {
	struct fixture fx;
	struct bc_fonts *fonts;
	struct bc_shaper *shaper;
};

static void shaping_init(struct shaping *s)
{
	fixture_init(&s->fx);
	s->fonts = bc_fonts_load(&s->fx.ctx, NULL, "fonts");
	assert_non_null(s->fonts);
	s->shaper = bc_shaper_new(&s->fx.arena);
}

static const struct bc_shaped *shaped(struct shaping *s, enum bc_style style, const char *text,
				      bool kern)
{
	return bc_shape(s->shaper, bc_fonts_face(s->fonts, style), bc_str_of(text), kern);
}

/* A test's body, run with a shaper of its own. */
struct test {
	void (*body)(struct shaping *s);
};

static void run(void **state)
{
	const struct test *test = *state;
	struct shaping s;
	if (setjmp(s.fx.oom))
		fail_msg("out of memory");
	shaping_init(&s);
	test->body(&s);
	fixture_done(&s.fx);
}

#define TEST(name)                                             \
	{                                                      \
#name, run, NULL, NULL, &(struct test){name }, \
	}

static void kerning_can_be_left_out(struct shaping *s)
{
	const struct bc_shaped *loose = shaped(s, BC_REGULAR, "AV", false);
	const struct bc_shaped *tight = shaped(s, BC_REGULAR, "AV", true);
	assert_int_equal(loose->width, 2 * 722);
	assert_true(tight->width < loose->width - 50);
	/* Liberation kerns 11; a column of figures must not */
	assert_int_equal(shaped(s, BC_REGULAR, "11", false)->width, 1000);
	assert_true(shaped(s, BC_REGULAR, "11", true)->width < 1000);
}

static void widths_are_those_of_the_pdf(struct shaping *s)
{
	const struct bc_face *face = bc_fonts_face(s->fonts, BC_ITALIC);
	const struct bc_shaped *w = shaped(s, BC_ITALIC, "Nghị quyết 15,5%", false);
	int32_t sum = 0;
	for (uint32_t i = 0; i < w->n; i++) {
		assert_int_equal(w->glyphs[i].advance, bc_face_advance(face, w->glyphs[i].id));
		sum += w->glyphs[i].advance;
	}
	assert_int_equal(w->width, sum);
}

static void offsets_count_bytes(struct shaping *s)
{
	const struct bc_shaped *w = shaped(s, BC_REGULAR, "ễộ Đa", true);
	static const uint32_t offsets[] = {0, 3, 6, 7, 9};
	assert_int_equal(w->n, 5);
	for (int i = 0; i < 5; i++)
		assert_int_equal(w->glyphs[i].text, offsets[i]);
	assert_int_equal(shaped(s, BC_REGULAR, "fi", true)->n, 2); /* no ligature */
	assert_int_equal(shaped(s, BC_REGULAR, "", true)->n, 0);
}

static void marks_stand_over_or_under_their_letter(struct shaping *s)
{
	static const struct {
		const char *text, *base;
		int up; /* -1, 0, 1: sunk, as drawn, lifted */
	} cases[] = {
		{"ơ̆", "ơ", 0}, {"ê̆", "ê", 1}, {"ư̆", "ư", 0}, {"Ơ̆", "Ơ", 1},  {"Ê̆", "Ê", 1},
		{"b̆", "b", 1}, {"č̣", "č", 0}, {"n̩", "n", 0}, {"y̩", "y", -1},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		for (unsigned style = 0; style < BC_STYLES; style++) {
			enum bc_style st = (enum bc_style)style;
			const struct bc_shaped *w = shaped(s, st, cases[i].text, true);
			const struct bc_shaped *base = shaped(s, st, cases[i].base, true);
			assert_int_equal(w->n, 2);
			assert_int_equal(w->glyphs[0].id, base->glyphs[0].id);
			assert_int_equal(w->glyphs[1].text, 0);
			assert_int_equal(w->glyphs[1].advance, 0);
			assert_int_equal(w->width, base->width);
			/* drawn near its origin, it has to come back over the letter */
			assert_in_range(-w->glyphs[1].dx, base->width / 4, base->width * 5 / 4);
			int dy = w->glyphs[1].dy;
			assert_int_equal(dy > 20 ? 1 : dy < -20 ? -1 : 0, cases[i].up);
		}
	}
}

static void marks_pile_up(struct shaping *s)
{
	const struct bc_shaped *w = shaped(s, BC_REGULAR, "ê̆̀", true);
	assert_int_equal(w->n, 3);
	assert_true(w->glyphs[1].dy > 100);
	assert_true(w->glyphs[2].dy > 100);
}

static void a_mark_without_a_letter_is_harmless(struct shaping *s)
{
	assert_true(shaped(s, BC_REGULAR, "\xcc\x86", true)->n > 0);
	assert_true(shaped(s, BC_REGULAR, " \xcc\x86", true)->n > 0);
}

static void words_are_shaped_once(struct shaping *s)
{
	char text[] = "huyện";
	const struct bc_shaped *first = shaped(s, BC_REGULAR, text, true);
	text[0] = 'H'; /* the cache keeps its own copy */
	assert_ptr_not_equal(shaped(s, BC_REGULAR, text, true), first);
	assert_ptr_equal(shaped(s, BC_REGULAR, "huyện", true), first);
	assert_ptr_not_equal(shaped(s, BC_REGULAR, "huyện", false), first);
	assert_ptr_not_equal(shaped(s, BC_BOLD, "huyện", true), first);
}

static void results_outlive_the_growth_of_the_cache(struct shaping *s)
{
	enum {
		WORDS = 5000
	};
	static const struct bc_shaped *seen[WORDS];
	char word[16];
	for (int round = 0; round < 2; round++) {
		for (int i = 0; i < WORDS; i++) {
			snprintf(word, sizeof word, "số%d", i);
			const struct bc_shaped *w = shaped(s, BC_REGULAR, word, false);
			if (round == 0)
				seen[i] = w;
			assert_ptr_equal(w, seen[i]);
			assert_int_equal(w->n, strlen(word) - 2);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(kerning_can_be_left_out), TEST(widths_are_those_of_the_pdf),
		TEST(offsets_count_bytes),     TEST(marks_stand_over_or_under_their_letter),
		TEST(marks_pile_up),           TEST(a_mark_without_a_letter_is_harmless),
		TEST(words_are_shaped_once),   TEST(results_outlive_the_growth_of_the_cache),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
