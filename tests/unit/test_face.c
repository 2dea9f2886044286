/*
 * Loading fonts: the ones that ship, a user's own, and files that must be
 * refused.  The refused ones are made here from a good one.
 */
#include "support.h"

#include "base/file.h"
#include "base/limits.h"
#include "font/font.h"
#include "font/sfnt.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const shipped[BC_STYLES] = {
	[BC_REGULAR] = "LiberationSerif-Regular.ttf",
	[BC_BOLD] = "LiberationSerif-Bold.ttf",
	[BC_ITALIC] = "LiberationSerif-Italic.ttf",
	[BC_BOLD | BC_ITALIC] = "LiberationSerif-BoldItalic.ttf",
};

/* A folder that goes away with the test. */
struct folder {
	char name[32];
	const char *files[8];
	size_t n;
};

static void folder_make(struct folder *f)
{
	*f = (struct folder){.name = "/tmp/test_face.XXXXXX"};
	assert_non_null(mkdtemp(f->name));
}

static void folder_put(struct folder *f, struct fixture *fx, const char *name,
		       struct bc_str bytes)
{
	assert_true(f->n < 8);
	struct bc_buf path = bc_buf_in(&fx->arena);
	bc_buf_puts(&path, f->name);
	bc_buf_putc(&path, '/');
	bc_buf_puts(&path, name);
	bc_buf_putc(&path, '\0');
	f->files[f->n++] = path.p;
	assert_true(bc_file_write(&fx->ctx, path.p, bytes));
}

static void folder_remove(struct folder *f)
{
	for (size_t i = 0; i < f->n; i++)
		unlink(f->files[i]);
	rmdir(f->name);
}

static const char *code_of(const struct bc_finding *f)
{
	return f ? bc_diag_text(f->diag)->code : "none";
}

static unsigned long be(const char *p, int bytes)
{
	unsigned long v = 0;
	for (int i = 0; i < bytes; i++)
		v = v << 8 | (unsigned char)p[i];
	return v;
}

static void put_be16(char *p, unsigned v)
{
	p[0] = (char)(v >> 8);
	p[1] = (char)(v & 0xff);
}

/* A copy of a shipped font that may be changed. */
static struct bc_str copy_of(struct fixture *fx, enum bc_style style, char **bytes)
{
	char path[64];
	snprintf(path, sizeof path, "fonts/%s", shipped[style]);
	struct bc_str s;
	assert_true(bc_file_read(&fx->ctx, path, BC_LIMIT_INPUT, &s));
	*bytes = bc_alloc(&fx->arena, s.n);
	memcpy(*bytes, s.p, s.n);
	return (struct bc_str){*bytes, s.n};
}

/* The entry of `tag` in the table directory. */
static char *entry(char *font, const char *tag)
{
	unsigned long n = be(font + 4, 2);
	for (char *e = font + 12; n > 0; n--, e += 16) {
		if (memcmp(e, tag, 4) == 0)
			return e;
	}
	fail_msg("no table %s", tag);
	return NULL;
}

static char *table(char *font, const char *tag)
{
	return font + be(entry(font, tag) + 8, 4);
}

/* Write "Times New Roman" where the family's name is, for Windows. */
static void rename_family(char *font)
{
	char *names = table(font, "name");
	char *strings = names + be(names + 4, 2);
	unsigned long n = be(names + 2, 2);
	for (char *r = names + 6; n > 0; n--, r += 12) {
		if (be(r, 2) != 3 || be(r + 6, 2) != 1)
			continue;
		const char family[] = "Times New Roman";
		char *to = strings + be(r + 10, 2);
		for (size_t i = 0; i + 1 < sizeof family; i++)
			put_be16(to + 2 * i, (unsigned char)family[i]);
		put_be16(r + 8, 2 * (sizeof family - 1));
	}
}

/* Take away the characters before the last one of the cmap segment that holds `rune`. */
static void drop_segment(char *font, unsigned rune)
{
	char *cmap = table(font, "cmap");
	unsigned long n = be(cmap + 2, 2);
	for (char *r = cmap + 4; n > 0; n--, r += 8) {
		char *sub = cmap + be(r + 4, 4);
		if (be(sub, 2) != 4)
			continue;
		unsigned long segments = be(sub + 6, 2); /* twice their number */
		for (unsigned long i = 0; i < segments; i += 2) {
			char *end = sub + 14 + i, *start = sub + 16 + segments + i;
			if (be(start, 2) <= rune && rune < be(end, 2))
				memcpy(start, end, 2);
		}
	}
}

static void put_times(struct folder *f, struct fixture *fx, enum bc_style style,
		      const char *name)
{
	char *bytes;
	struct bc_str font = copy_of(fx, style, &bytes);
	rename_family(bytes);
	drop_segment(bytes, 0x1ec5); /* ễ */
	folder_put(f, fx, name, font);
}

/* A test's body, run with a fixture of its own. */
struct test {
	void (*body)(struct fixture *fx);
};

static void run(void **state)
{
	const struct test *test = *state;
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	test->body(&fx);
	fixture_done(&fx);
}

#define TEST(name)                                             \
	{                                                      \
#name, run, NULL, NULL, &(struct test){name }, \
	}

static void four_styles_are_loaded(struct fixture *fx)
{
	struct bc_fonts *fonts = bc_fonts_load(&fx->ctx, NULL, "fonts");
	assert_non_null(fonts);
	assert_int_equal(fx->findings.kept, 0);
	assert_int_equal(bc_fonts_count(fonts), 4);
	static const char *const names[] = {"LiberationSerif", "LiberationSerif-Bold",
					    "LiberationSerif-Italic",
					    "LiberationSerif-BoldItalic"};
	for (unsigned s = 0; s < BC_STYLES; s++) {
		const struct bc_face *face = bc_fonts_face(fonts, (enum bc_style)s);
		const struct bc_metrics *m = bc_face_metrics(face);
		assert_int_equal(bc_face_index(face), s);
		assert_true(bc_str_is(m->postscript, names[s]));
		assert_true(bc_str_is(m->family, "Liberation Serif"));
		assert_int_equal(m->italic_angle != 0, (s & BC_ITALIC) != 0);
	}
}

static void metrics_are_thousandths_of_the_em(struct fixture *fx)
{
	struct bc_fonts *fonts = bc_fonts_load(&fx->ctx, NULL, "fonts");
	assert_non_null(fonts);
	const struct bc_face *face = bc_fonts_face(fonts, BC_REGULAR);
	const struct bc_metrics *m = bc_face_metrics(face);
	assert_int_equal(m->ascent, 891);
	assert_int_equal(m->descent, 216);
	assert_int_equal(m->gap, 42);
	assert_int_equal(m->cap_height, 655); /* 1341 of 2048 */
	assert_true(m->x_height > 400 && m->x_height < m->cap_height);
	assert_true(m->digit_height >= m->cap_height && m->digit_height < 700);
	assert_true(m->underline_at > 0 && m->underline_weight > 0);
	assert_true(m->bbox[0] < 0 && m->bbox[1] < 0 && m->bbox[2] > 1000 && m->bbox[3] > 891);
}

static void glyphs_know_their_width_and_character(struct fixture *fx)
{
	struct bc_fonts *fonts = bc_fonts_load(&fx->ctx, NULL, "fonts");
	assert_non_null(fonts);
	const struct bc_face *face = bc_fonts_face(fonts, BC_REGULAR);
	assert_int_equal(bc_face_rune(face, 3), ' ');
	assert_int_equal(bc_face_advance(face, 3), 250);
	assert_int_equal(bc_face_rune(face, 36), 'A');
	assert_int_equal(bc_face_advance(face, 36), 722);
	assert_int_equal(bc_face_advance(face, UINT16_MAX), 0);
	assert_int_equal(bc_face_rune(face, UINT16_MAX), 0);
}

static void every_style_has_vietnamese(struct fixture *fx)
{
	struct bc_fonts *fonts = bc_fonts_load(&fx->ctx, NULL, "fonts");
	assert_non_null(fonts);
	struct bc_str text = BC_STR(
		"aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
		"AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴĐ"
		" 0123456789.,;:!?()/%+-–—“”‘’…•₫×≤≥ơ̆ê̆ư̆b̆č̣");
	for (unsigned s = 0; s < BC_STYLES; s++) {
		size_t missing = 0;
		const struct bc_face *face =
			bc_fonts_cover(fonts, (enum bc_style)s, text, &missing);
		assert_ptr_equal(face, bc_fonts_face(fonts, (enum bc_style)s));
	}
}

static void what_no_face_has_is_named(struct fixture *fx)
{
	struct bc_fonts *fonts = bc_fonts_load(&fx->ctx, NULL, "fonts");
	assert_non_null(fonts);
	static const struct {
		struct bc_str text;
		size_t missing;
	} cases[] = {
		{{"Đ\xe4\xb8\xad", 5}, 2},           /* 中 */
		{{"15\xe2\x80\x91KH", 7}, 2},        /* U+2011 */
		{{"\xef\xbb\xbf", 3}, 0},            /* U+FEFF */
		{{"a\xf0\x9f\x98\x80", 5}, 1},       /* an emoji, beyond U+FFFF */
		{{"\xe4\xb8\xad\xe4\xb8\xad", 6}, 0} /* the first of two */
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		size_t missing = 99;
		assert_null(bc_fonts_cover(fonts, BC_REGULAR, cases[i].text, &missing));
		assert_int_equal(missing, cases[i].missing);
	}
	size_t missing;
	assert_non_null(bc_fonts_cover(fonts, BC_BOLD, (struct bc_str){0}, &missing));
}

static void a_missing_own_font_is_trouble_of_the_system(struct fixture *fx)
{
	assert_null(bc_fonts_load(&fx->ctx, NULL, "fonts/nowhere"));
	assert_int_equal(fx->findings.kept, 4); /* all of them are named */
	assert_true(fx->findings.system);
	struct bc_str name = fx->findings.first->place.source->name;
	assert_true(bc_str_is(name, "fonts/nowhere/LiberationSerif-Regular.ttf"));
}

static void a_font_folder_must_be_one(struct fixture *fx)
{
	struct folder dir;
	folder_make(&dir);
	folder_put(&dir, fx, "readme.txt", BC_STR("no font"));
	static const char *const codes[] = {"F005", "F005", "F006"};
	const char *const dirs[] = {"/nowhere/fonts", dir.files[0], dir.name};
	for (int i = 0; i < 3; i++) {
		bc_findings_init(&fx->findings, &fx->arena);
		assert_null(bc_fonts_load(&fx->ctx, dirs[i], "fonts"));
		assert_int_equal(fx->findings.kept, 1);
		assert_string_equal(code_of(fx->findings.first), codes[i]);
	}
	folder_remove(&dir);
}

static void files_that_are_no_fonts_are_named(struct fixture *fx)
{
	struct folder dir;
	folder_make(&dir);
	folder_put(&dir, fx, "b.TTF", BC_STR("no font"));
	folder_put(&dir, fx, "a.otf", (struct bc_str){0});
	assert_null(bc_fonts_load(&fx->ctx, dir.name, "fonts"));
	assert_int_equal(fx->findings.kept, 2);
	const struct bc_finding *f = fx->findings.first;
	assert_string_equal(code_of(f), "F001");
	assert_true(bc_str_is(f->place.source->name, dir.files[1])); /* by name */
	assert_string_equal(code_of(f->next), "F001");
	folder_remove(&dir);
}

static void an_incomplete_times_is_left_aside(struct fixture *fx)
{
	struct folder dir;
	folder_make(&dir);
	put_times(&dir, fx, BC_REGULAR, "times.ttf");
	put_times(&dir, fx, BC_BOLD, "timesbd.ttf");
	struct bc_fonts *fonts = bc_fonts_load(&fx->ctx, dir.name, "fonts");
	assert_non_null(fonts);
	assert_int_equal(bc_fonts_count(fonts), 4);
	assert_int_equal(fx->findings.count[BC_WARNING], 1);
	assert_string_equal(code_of(fx->findings.first), "F007");
	struct bc_buf text = bc_buf_in(&fx->arena);
	bc_finding_message(&text, fx->findings.first, BC_EN);
	bc_buf_putc(&text, '\0');
	assert_non_null(strstr(text.p, "italic, bold italic"));
	assert_null(strstr(text.p, "regular"));
	folder_remove(&dir);
}

static void a_complete_times_comes_first(struct fixture *fx)
{
	struct folder dir;
	folder_make(&dir);
	/* what the files are called says nothing */
	put_times(&dir, fx, BC_BOLD | BC_ITALIC, "a.ttf");
	put_times(&dir, fx, BC_REGULAR, "b.ttf");
	put_times(&dir, fx, BC_ITALIC, "c.TTF");
	put_times(&dir, fx, BC_BOLD, "d.ttf");
	char *bytes;
	struct bc_str other = copy_of(fx, BC_REGULAR, &bytes);
	folder_put(&dir, fx, "0.ttf", other); /* another family */
	struct bc_fonts *fonts = bc_fonts_load(&fx->ctx, dir.name, "fonts");
	assert_non_null(fonts);
	assert_int_equal(fx->findings.kept, 0);
	assert_int_equal(bc_fonts_count(fonts), 8);
	const struct bc_face *bold = bc_fonts_face(fonts, BC_BOLD);
	assert_true(bc_str_is(bc_face_metrics(bold)->family, "Times New Roman"));
	assert_true(bc_str_is(bc_face_metrics(bold)->postscript, "LiberationSerif-Bold"));
	size_t missing = 99;
	assert_ptr_equal(bc_fonts_cover(fonts, BC_BOLD, BC_STR("tin"), &missing), bold);
	/* ễ was taken out of it */
	const struct bc_face *own = bc_fonts_cover(fonts, BC_BOLD, BC_STR("tiễn"), &missing);
	assert_non_null(own);
	assert_true(bc_str_is(bc_face_metrics(own)->family, "Liberation Serif"));
	assert_int_equal(bc_face_index(own), BC_STYLES + BC_BOLD);
	folder_remove(&dir);
}

/* All four styles, the regular one changed; the first finding's code. */
static const char *refusal(struct fixture *fx, struct bc_str regular)
{
	struct folder dir;
	folder_make(&dir);
	folder_put(&dir, fx, shipped[0], regular);
	for (unsigned s = 1; s < BC_STYLES; s++) {
		char *bytes;
		folder_put(&dir, fx, shipped[s], copy_of(fx, (enum bc_style)s, &bytes));
	}
	assert_null(bc_fonts_load(&fx->ctx, NULL, dir.name));
	assert_true(fx->findings.system);
	assert_int_equal(fx->findings.kept, 1);
	assert_true(bc_str_is(fx->findings.first->place.source->name, dir.files[0]));
	folder_remove(&dir);
	return code_of(fx->findings.first);
}

static void fonts_that_may_not_be_embedded_are_refused(struct fixture *fx)
{
	static const unsigned types[] = {0x0002, 0x0100, 0x0200}; /* OS/2 fsType */
	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		bc_findings_init(&fx->findings, &fx->arena);
		char *bytes;
		struct bc_str font = copy_of(fx, BC_REGULAR, &bytes);
		put_be16(table(bytes, "OS/2") + 8, types[i]);
		assert_string_equal(refusal(fx, font), "F003");
	}
}

static void fonts_without_unicode_are_refused(struct fixture *fx)
{
	char *bytes;
	struct bc_str font = copy_of(fx, BC_REGULAR, &bytes);
	memcpy(entry(bytes, "cmap"), "cmaq", 4);
	assert_string_equal(refusal(fx, font), "F004");
}

static void damaged_fonts_are_refused(struct fixture *fx)
{
	char *bytes;
	struct bc_str font = copy_of(fx, BC_REGULAR, &bytes);
	memcpy(entry(bytes, "head"), "hfad", 4);
	assert_string_equal(refusal(fx, font), "F001");
}

static void empty_fonts_are_refused(struct fixture *fx)
{
	assert_string_equal(refusal(fx, (struct bc_str){0}), "F001");
}

static bool has_table(struct bc_str program, const char *tag)
{
	unsigned long n = be(program.p + 4, 2);
	for (const char *e = program.p + 12; n > 0; n--, e += 16) {
		if (memcmp(e, tag, 4) == 0)
			return true;
	}
	return false;
}

/* FreeType opens these all the same, and reads nothing where the bytes are missing. */
static void cut_fonts_are_not_whole(struct fixture *fx)
{
	static const char *const needed[] = {"glyf", "head", "hhea", "hmtx", "loca", "maxp"};
	char *bytes;
	struct bc_str font = copy_of(fx, BC_REGULAR, &bytes);
	assert_true(bc_sfnt_is_whole(font));
	for (size_t n = 0; n < font.n; n = 2 * n + 1)
		assert_false(bc_sfnt_is_whole((struct bc_str){font.p, n}));
	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
		char length[4];
		memcpy(length, entry(bytes, needed[i]) + 12, 4);
		memcpy(entry(bytes, needed[i]) + 12, "\0\0\0\5", 4);
		assert_false(bc_sfnt_is_whole(font));
		memcpy(entry(bytes, needed[i]) + 12, length, 4);
	}
	assert_true(bc_sfnt_is_whole(font));
}

static void a_subset_holds_what_a_viewer_reads(struct fixture *fx)
{
	struct bc_fonts *fonts = bc_fonts_load(&fx->ctx, NULL, "fonts");
	assert_non_null(fonts);
	const struct bc_face *face = bc_fonts_face(fonts, BC_REGULAR);
	size_t n = bc_face_glyphs(face);
	bool *used = bc_new_n(&fx->arena, bool, n);
	used[36] = true;
	struct bc_subset one, again, two;
	assert_true(bc_face_subset(&fx->ctx, face, used, n, &one));
	assert_true(bc_face_subset(&fx->ctx, face, used, n, &again));
	assert_int_equal(one.program.n, again.program.n);
	assert_memory_equal(one.program.p, again.program.p, one.program.n);
	assert_string_equal(one.tag, again.tag);
	used[37] = true;
	assert_true(bc_face_subset(&fx->ctx, face, used, n, &two));
	assert_string_not_equal(one.tag, two.tag);
	for (int i = 0; i < 6; i++)
		assert_in_range(one.tag[i], 'A', 'Z');
	static const char *const kept[] = {"glyf", "head", "hhea", "hmtx", "loca", "maxp"};
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		assert_true(has_table(one.program, kept[i]));
	static const char *const left_out[] = {"GPOS", "GSUB", "cmap", "fpgm", "name", "post"};
	for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++)
		assert_false(has_table(one.program, left_out[i]));
	assert_true(one.program.n < 40000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(four_styles_are_loaded),
		TEST(metrics_are_thousandths_of_the_em),
		TEST(glyphs_know_their_width_and_character),
		TEST(every_style_has_vietnamese),
		TEST(what_no_face_has_is_named),
		TEST(a_missing_own_font_is_trouble_of_the_system),
		TEST(a_font_folder_must_be_one),
		TEST(files_that_are_no_fonts_are_named),
		TEST(an_incomplete_times_is_left_aside),
		TEST(a_complete_times_comes_first),
		TEST(fonts_that_may_not_be_embedded_are_refused),
		TEST(fonts_without_unicode_are_refused),
		TEST(damaged_fonts_are_refused),
		TEST(empty_fonts_are_refused),
		TEST(cut_fonts_are_not_whole),
		TEST(a_subset_holds_what_a_viewer_reads),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
