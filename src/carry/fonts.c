/* A font takes longer to hash than a page to lay out. */
#include "carry/fonts.h"

struct bc_font_digests {
	const struct bc_fonts *fonts;
	struct bc_str manifest;
	struct bc_made_with files[2 * BC_STYLES]; /* name.n 0: not yet known */
};

struct bc_font_digests *bc_font_digests_new(struct bc_arena *a, const struct bc_fonts *fonts,
					    struct bc_str manifest)
{
	struct bc_font_digests *digests = bc_new(a, struct bc_font_digests);
	digests->fonts = fonts;
	digests->manifest = manifest;
	return digests;
}

static int digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool read_digest(struct bc_str hex, unsigned char out[BC_SHA256])
{
	for (size_t i = 0; i < BC_SHA256; i++) {
		int high = digit(hex.p[2 * i]), low = digit(hex.p[2 * i + 1]);
		if (high < 0 || low < 0)
			return false;
		out[i] = (unsigned char)(high << 4 | low);
	}
	return true;
}

/* A line: 64 digits, two blanks, the name. */
static bool find_digest(struct bc_str manifest, struct bc_str name,
			unsigned char out[BC_SHA256])
{
	enum {
		NAME_AT = 2 * BC_SHA256 + 2
	};
	for (size_t from = 0; from < manifest.n;) {
		size_t to = bc_str_find(manifest, from, BC_STR("\n"));
		struct bc_str line = bc_str_cut(manifest, from, to);
		if (line.n > NAME_AT && bc_str_eq(bc_str_cut(line, NAME_AT, line.n), name))
			return read_digest(line, out);
		from = to + 1;
	}
	return false;
}

static const struct bc_made_with *file_of(struct bc_font_digests *d, unsigned index)
{
	struct bc_made_with *file = &d->files[index];
	const struct bc_face *face = bc_fonts_at(d->fonts, index);
	if (file->name.n)
		return file;
	file->name = bc_face_file(face);
	if (!bc_fonts_own(d->fonts, index) ||
	    !find_digest(d->manifest, file->name, file->sha256))
		bc_sha256(bc_face_bytes(face), file->sha256);
	return file;
}

void bc_faces_use(struct bc_faces_used *used, const struct bc_page *page)
{
	for (size_t i = 0; i < page->n_items; i++) {
		if (page->items[i].kind == BC_ITEM_TEXT)
			used->at[bc_face_index(page->items[i].run.face)] = true;
	}
}

const struct bc_made_with *bc_font_files(struct bc_arena *a, struct bc_font_digests *digests,
					 const struct bc_faces_used *used, size_t *n)
{
	struct bc_made_with *files = bc_new_n(a, struct bc_made_with, 2 * BC_STYLES);
	*n = 0;
	for (unsigned i = 0; i < 2 * BC_STYLES; i++) {
		if (used->at[i])
			files[(*n)++] = *file_of(digests, i);
	}
	return files;
}
