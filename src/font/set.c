/*
 * The fonts of a run: the user's own "Times New Roman", if a folder with it
 * was named, before the ones that ship.  Fonts installed in the system are
 * never looked for.
 */
#include "font/face.h"

#include "base/utf8.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <strings.h>

struct bc_fonts {
	struct bc_face faces[2 * BC_STYLES]; /* by set, then by style */
	unsigned n;
};

struct names {
	const char **p;
	size_t n, room;
};

/* What loading needs beside its results. */
struct loader {
	struct bc_ctx *ctx;
	struct bc_freetype *freetype;
	struct bc_fonts *fonts;
};

static const char *join(struct bc_ctx *ctx, const char *dir, const char *file)
{
	struct bc_buf path = bc_buf_in(ctx->arena);
	bc_buf_puts(&path, dir);
	bc_buf_putc(&path, '/');
	bc_buf_puts(&path, file);
	bc_buf_putc(&path, '\0');
	return path.p;
}

static bool is_font_name(const char *name)
{
	const char *dot = strrchr(name, '.');
	return dot && dot != name &&
	       (strcasecmp(dot, ".ttf") == 0 || strcasecmp(dot, ".otf") == 0);
}

static int by_name(const void *a, const void *b)
{
	const char *const *x = a, *const *y = b;
	return strcmp(*x, *y);
}

static void close_dir(void *dir)
{
	closedir(dir);
}

static void add_name(struct bc_ctx *ctx, struct names *names, const char *name)
{
	if (names->n == names->room) {
		size_t room = names->room ? 2 * names->room : 16;
		const char **p = bc_new_n(ctx->arena, const char *, room);
		if (names->n)
			memcpy(p, names->p, names->n * sizeof *p);
		names->p = p;
		names->room = room;
	}
	names->p[names->n++] = bc_str_z(ctx->arena, bc_str_of(name));
}

/* The font files of `dir`, sorted: the order of a folder is no one's decision. */
static bool list_fonts(struct bc_ctx *ctx, const char *dir, struct names *names)
{
	void **slot = bc_arena_defer(ctx->arena, close_dir);
	DIR *d = opendir(dir);
	if (!d) {
		BC_REPORT1(ctx->findings, FONT_FOLDER, bc_face_place(ctx, dir),
			   bc_str_of(strerror(errno)));
		return false;
	}
	*slot = d;
	for (const struct dirent *e = readdir(d); e; e = readdir(d)) {
		if (is_font_name(e->d_name))
			add_name(ctx, names, e->d_name);
	}
	*slot = NULL;
	closedir(d);
	if (names->n == 0) {
		BC_REPORT0(ctx->findings, FONT_FOLDER_EMPTY, bc_face_place(ctx, dir));
		return false;
	}
	qsort(names->p, names->n, sizeof *names->p, by_name);
	return true;
}

/* Open a file only as far as to know its family; the first file of each style is taken. */
static bool sort_in(const struct loader *l, const char *path, const char *chosen[BC_STYLES])
{
	FT_Face face;
	FT_Error error = FT_New_Face(l->freetype->library, path, 0, &face);
	bc_freetype_check(l->ctx, l->freetype);
	if (error) {
		BC_REPORT0(l->ctx->findings, FONT_BAD, bc_face_place(l->ctx, path));
		return false;
	}
	bool times = face->family_name && strcmp(face->family_name, "Times New Roman") == 0;
	enum bc_style style = bc_face_style(face);
	if (times && !chosen[style])
		chosen[style] = path;
	FT_Done_Face(face);
	return true;
}

static void report_styles(struct bc_ctx *ctx, const char *dir, const char *chosen[BC_STYLES])
{
	static const char *const vi[BC_STYLES] = {"đứng", "đậm", "nghiêng", "đậm nghiêng"};
	static const char *const en[BC_STYLES] = {"regular", "bold", "italic", "bold italic"};
	struct bc_buf list = bc_buf_in(ctx->scratch);
	for (int lang = 0; lang < 2; lang++) {
		const char *comma = "";
		for (int s = 0; s < BC_STYLES; s++) {
			if (chosen[s])
				continue;
			bc_buf_puts(&list, comma);
			bc_buf_puts(&list, lang == 0 ? vi[s] : en[s]);
			comma = ", ";
		}
		if (lang == 0)
			bc_buf_puts(&list, BC_BOTH_MARK);
	}
	BC_REPORT1(ctx->findings, FONT_STYLES, bc_face_place(ctx, dir), bc_buf_str(&list));
}

static bool load_faces(const struct loader *l, const char *paths[BC_STYLES])
{
	bool loaded = true;
	for (unsigned s = 0; s < BC_STYLES; s++) {
		unsigned index = l->fonts->n + s;
		struct bc_face *face = &l->fonts->faces[index];
		loaded &= bc_face_load(l->ctx, l->freetype, paths[s], face);
		face->index = index;
	}
	l->fonts->n += BC_STYLES;
	return loaded;
}

static bool load_user(const struct loader *l, const char *dir)
{
	struct names names = {0};
	if (!list_fonts(l->ctx, dir, &names))
		return false;
	const char *chosen[BC_STYLES] = {0};
	bool good = true;
	for (size_t i = 0; i < names.n; i++)
		good &= sort_in(l, join(l->ctx, dir, names.p[i]), chosen);
	if (!good)
		return false;
	for (int s = 0; s < BC_STYLES; s++) {
		if (!chosen[s]) {
			report_styles(l->ctx, dir, chosen);
			return true;
		}
	}
	return load_faces(l, chosen);
}

static bool load_own(const struct loader *l, const char *dir)
{
	static const char *const files[BC_STYLES] = {
		[BC_REGULAR] = "LiberationSerif-Regular.ttf",
		[BC_BOLD] = "LiberationSerif-Bold.ttf",
		[BC_ITALIC] = "LiberationSerif-Italic.ttf",
		[BC_BOLD | BC_ITALIC] = "LiberationSerif-BoldItalic.ttf",
	};
	const char *paths[BC_STYLES];
	for (int s = 0; s < BC_STYLES; s++)
		paths[s] = join(l->ctx, dir, files[s]);
	return load_faces(l, paths);
}

struct bc_fonts *bc_fonts_load(struct bc_ctx *ctx, const char *user_dir, const char *own_dir)
{
	struct loader l = {.ctx = ctx, .fonts = bc_new(ctx->arena, struct bc_fonts)};
	l.freetype = bc_freetype_open(ctx);
	bool loaded = !user_dir || load_user(&l, user_dir);
	loaded &= load_own(&l, own_dir);
	bc_freetype_close(l.freetype);
	return loaded ? l.fonts : NULL;
}

unsigned bc_fonts_count(const struct bc_fonts *fonts)
{
	return fonts->n;
}

const struct bc_face *bc_fonts_at(const struct bc_fonts *fonts, unsigned index)
{
	return &fonts->faces[index];
}

/* They are loaded last. */
bool bc_fonts_own(const struct bc_fonts *fonts, unsigned index)
{
	return index + BC_STYLES >= fonts->n;
}

const struct bc_face *bc_fonts_face(const struct bc_fonts *fonts, enum bc_style style)
{
	return &fonts->faces[style];
}

/* How many bytes of `text` the face can show before the first character it lacks. */
static size_t covered(const struct bc_face *face, struct bc_str text)
{
	for (size_t at = 0; at < text.n;) {
		size_t begin = at;
		if (!bc_face_has(face, bc_utf8_next(text, &at)))
			return begin;
	}
	return text.n;
}

/* The first character of `text` that no face of the style has; text.n without one. */
static size_t first_unknown(const struct bc_fonts *fonts, enum bc_style style,
			    struct bc_str text)
{
	for (size_t at = 0; at < text.n;) {
		size_t begin = at;
		uint32_t rune = bc_utf8_next(text, &at);
		bool known = false;
		for (unsigned i = style; i < fonts->n && !known; i += BC_STYLES)
			known = bc_face_has(&fonts->faces[i], rune);
		if (!known)
			return begin;
	}
	return text.n;
}

const struct bc_face *bc_fonts_cover(const struct bc_fonts *fonts, enum bc_style style,
				     struct bc_str text, size_t *missing)
{
	size_t longest = 0;
	for (unsigned i = style; i < fonts->n; i += BC_STYLES) {
		size_t n = covered(&fonts->faces[i], text);
		if (n == text.n)
			return &fonts->faces[i];
		longest = n > longest ? n : longest;
	}
	size_t unknown = first_unknown(fonts, style, text);
	*missing = unknown < text.n ? unknown : longest;
	return NULL;
}
