/*
 * The encoding of a JSON file: UTF-8, or a finding that says what it seems to
 * be.  Guessing which legacy encoding it is is left to text/.
 */
#include "json/encoding.h"

#include <stdint.h>
#include <stdio.h>

static struct bc_place bytes_of(const struct bc_source *source, size_t begin, size_t end)
{
	return (struct bc_place){
		.source = source, .begin = (uint32_t)begin, .end = (uint32_t)end};
}

static bool continues(unsigned char c)
{
	return (c & 0xC0) == 0x80;
}

/*
 * Length of the well-formed sequence at `p`, or 0 (The Unicode Standard,
 * table 3-7).  The text's closing NUL continues nothing, so it is not passed.
 */
static size_t sequence_at(const unsigned char *p)
{
	if (p[0] < 0x80)
		return 1;
	if (p[0] < 0xC2 || p[0] > 0xF4 || !continues(p[1]))
		return 0;
	if (p[0] < 0xE0)
		return 2;
	if (!continues(p[2]))
		return 0;
	if (p[0] == 0xE0 && p[1] < 0xA0)
		return 0; /* overlong */
	if (p[0] == 0xED && p[1] > 0x9F)
		return 0; /* a surrogate */
	if (p[0] < 0xF0)
		return 3;
	if ((p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F))
		return 0; /* overlong; behind U+10FFFF */
	return continues(p[3]) ? 4 : 0;
}

static bool ascii_word(const char *p)
{
	uint64_t word;
	memcpy(&word, p, sizeof word);
	return (word & UINT64_C(0x8080808080808080)) == 0;
}

/* The first byte of `text` that is not UTF-8, or its length. */
static size_t first_bad(struct bc_str text)
{
	size_t i = 0;
	while (i < text.n) {
		if (text.n - i >= sizeof(uint64_t) && ascii_word(text.p + i)) {
			i += sizeof(uint64_t);
			continue;
		}
		size_t n = sequence_at((const unsigned char *)text.p + i);
		if (n == 0)
			return i;
		i += n;
	}
	return text.n;
}

bool bc_is_utf8(struct bc_str text)
{
	return first_bad(text) == text.n;
}

/* By its byte order mark, or because a JSON text begins with ASCII (RFC 4627 3). */
static bool looks_utf16(struct bc_str text)
{
	if (bc_str_starts(text, BC_STR("\xFF\xFE")) || bc_str_starts(text, BC_STR("\xFE\xFF")))
		return true;
	if (text.n < 4)
		return false;
	bool zero[4];
	for (size_t i = 0; i < 4; i++)
		zero[i] = text.p[i] == '\0';
	return zero[0] == zero[2] && zero[1] == zero[3] && zero[0] != zero[1];
}

static bool blank(struct bc_str text)
{
	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
			return false;
	}
	return true;
}

static void report_bad_byte(struct bc_ctx *ctx, const struct bc_source *source, size_t at)
{
	char hex[3];
	snprintf(hex, sizeof hex, "%02X", (unsigned)(unsigned char)source->text.p[at]);
	BC_REPORT1(ctx->findings, JSON_NOT_UTF8, bytes_of(source, at, at + 1), bc_str_of(hex));
}

bool bc_encoding_check(struct bc_ctx *ctx, const struct bc_source *source, size_t *start)
{
	static const struct bc_str mark = {"\xEF\xBB\xBF", 3};
	struct bc_str text = source->text;
	if (looks_utf16(text)) {
		BC_REPORT0(ctx->findings, JSON_UTF16, bytes_of(source, 0, 2));
		return false;
	}
	size_t bad = first_bad(text);
	if (bad < text.n) {
		report_bad_byte(ctx, source, bad);
		return false;
	}
	*start = bc_str_starts(text, mark) ? mark.n : 0;
	if (blank(bc_str_cut(text, *start, text.n))) {
		BC_REPORT0(ctx->findings, JSON_EMPTY, bytes_of(source, *start, *start));
		return false;
	}
	if (*start)
		BC_REPORT0(ctx->findings, JSON_BOM, bytes_of(source, 0, *start));
	return true;
}
