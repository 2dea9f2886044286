/* The end of a PDF's first revision (ISO 32000-1 7.5.6). */
#include "pdfread/pdfread.h"

/* The number at *at in decimal digits; *at moves behind it.  False without one. */
static bool read_number(struct bc_str s, size_t *at, size_t *out)
{
	size_t start = *at;
	*out = 0;
	while (*at < s.n && *at - start < 10 && s.p[*at] >= '0' && s.p[*at] <= '9')
		*out = *out * 10 + (size_t)(s.p[(*at)++] - '0');
	return *at > start;
}

static bool skip(struct bc_str s, size_t *at, const char *what)
{
	struct bc_str word = bc_str_of(what);
	if (!bc_str_starts(bc_str_cut(s, *at, s.n), word))
		return false;
	*at += word.n;
	return true;
}

static void skip_line_end(struct bc_str s, size_t *at)
{
	if (*at < s.n && s.p[*at] == '\r')
		++*at;
	if (*at < s.n && s.p[*at] == '\n')
		++*at;
}

static bool is_table(struct bc_str s, size_t at)
{
	size_t number;
	if (at >= s.n)
		return false;
	return skip(s, &at, "xref") || (read_number(s, &at, &number) && skip(s, &at, " 0 obj"));
}

/*
 * The end of the revision whose "startxref" is at `at`, or 0: an attached PDF
 * may have the same words, but what it calls the place of its table is none here.
 */
static size_t revision_end(struct bc_str s, size_t at)
{
	size_t table;
	if (!skip(s, &at, "startxref"))
		return 0;
	skip_line_end(s, &at);
	if (!read_number(s, &at, &table) || !is_table(s, table))
		return 0;
	skip_line_end(s, &at);
	if (!skip(s, &at, "%%EOF"))
		return 0;
	skip_line_end(s, &at);
	return at;
}

struct bc_str bc_pdfread_first_revision(struct bc_str bytes)
{
	const struct bc_str word = BC_STR("startxref");
	for (size_t at = bc_str_find(bytes, 0, word); at < bytes.n;
	     at = bc_str_find(bytes, at + 1, word)) {
		size_t end = revision_end(bytes, at);
		if (end)
			return bc_str_cut(bytes, 0, end);
	}
	return bytes;
}
