/* Unicode's compatibility decomposition does most: marks come off, ² is 2, a full-width A is A.
 */
#include "text/slug.h"

#include "base/utf8.h"

#include <utf8proc.h>

enum {
	MAX_PARTS = 32, /* of a compatibility decomposition; Unicode's longest has 18 */
};

struct slug {
	struct bc_buf *out;
	size_t begin; /* in `out` */
	bool gap;     /* a hyphen is due before the next letter */
};

/* Latin letters that Unicode does not take apart, as they are usually replaced. */
static const char *plain(bc_rune r)
{
	static const struct {
		bc_rune rune;
		const char *text;
	} letters[] = {
		{0x0111, "d"},  /* đ */
		{0x00F0, "d"},  /* ð, whose capital passes for Đ */
		{0x0180, "b"},  /* ƀ */
		{0x0131, "i"},  /* ı */
		{0x0142, "l"},  /* ł */
		{0x00F8, "o"},  /* ø */
		{0x00E6, "ae"}, /* æ */
		{0x0153, "oe"}, /* œ */
	};
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
		if (letters[i].rune == r)
			return letters[i].text;
	}
	return NULL;
}

static bool parts_nothing(bc_rune r)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)r);
	return r == '\'' || r == 0x2019 || category == UTF8PROC_CATEGORY_CF ||
	       (category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME);
}

static void put(struct slug *slug, const char *text)
{
	if (slug->gap && slug->out->n > slug->begin)
		bc_buf_putc(slug->out, '-');
	slug->gap = false;
	bc_buf_puts(slug->out, text);
}

/* A rune in small letters that has been taken apart. */
static void put_part(struct slug *slug, bc_rune r)
{
	const char *replacement = plain(r);
	if ((r >= 'a' && r <= 'z') || (r >= '0' && r <= '9'))
		put(slug, (const char[]){(char)r, '\0'});
	else if (replacement)
		put(slug, replacement);
	else if (!parts_nothing(r))
		slug->gap = true;
}

void bc_slug(struct bc_buf *out, struct bc_str s)
{
	const utf8proc_option_t apart =
		UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD;
	struct slug slug = {.out = out, .begin = out->n};
	for (size_t at = 0; at < s.n;) {
		utf8proc_int32_t rune = (utf8proc_int32_t)bc_utf8_next(s, &at);
		utf8proc_int32_t parts[MAX_PARTS];
		utf8proc_ssize_t n =
			utf8proc_decompose_char(rune, parts, MAX_PARTS, apart, NULL);
		for (utf8proc_ssize_t i = 0; i < n && i < MAX_PARTS; i++)
			put_part(&slug, (bc_rune)parts[i]);
	}
}
