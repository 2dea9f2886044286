/*
 * Brackets and quotes only: whether a report is JSON is found out when it is
 * read.  Quotes and brackets never occur inside UTF-8 sequences.
 */
#include "batch/split.h"

#include "base/diag.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum {
	CHUNK = 1 << 16,
	END = -1,
};

/* What a list goes on with, in both languages. */
#define EXPECTED_REPORT "một báo cáo { }" BC_BOTH_MARK "a report { }"
#define EXPECTED_COMMA  "dấu phẩy hoặc ]" BC_BOTH_MARK "a comma or ]"
#define EXPECTED_END    "chỗ hết tệp" BC_BOTH_MARK "the end of the file"

struct reader {
	int fd, error;
	uint64_t base; /* of buf[0] in the file */
	size_t i, n;
	unsigned line, column; /* of the next byte, from 1 */
	unsigned char buf[CHUNK];
};

static bool fill(struct reader *r)
{
	r->base += r->n;
	r->i = r->n = 0;
	for (;;) {
		ssize_t n = pread(r->fd, r->buf, sizeof r->buf, (off_t)r->base);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			r->error = errno;
		r->n = n > 0 ? (size_t)n : 0;
		return n > 0;
	}
}

/* The next byte, or END. */
static int peek(struct reader *r)
{
	return r->i < r->n || fill(r) ? r->buf[r->i] : END;
}

/* Move over the byte that peek showed. */
static void skip(struct reader *r)
{
	unsigned char c = r->buf[r->i++];
	if (c == '\n') {
		r->line++;
		r->column = 1;
	} else if ((c & 0xC0) != 0x80) {
		r->column++;
	}
}

static uint64_t position(const struct reader *r)
{
	return r->base + r->i;
}

static bool is_space(int c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static int peek_solid(struct reader *r)
{
	while (is_space(peek(r)))
		skip(r);
	return peek(r);
}

static void skip_string(struct reader *r)
{
	skip(r);
	for (int c; (c = peek(r)) != END; skip(r)) {
		if (c == '"') {
			skip(r);
			return;
		}
		if (c == '\\') {
			skip(r);
			if (peek(r) == END)
				return;
		}
	}
}

/* Over a value; a broken one ends where its brackets do.  False when that is nowhere. */
static bool skip_value(struct reader *r)
{
	size_t depth = 0;
	for (int c; (c = peek(r)) != END;) {
		if (c == '"') {
			skip_string(r);
			if (depth == 0)
				return true;
			continue;
		}
		bool closes = c == '}' || c == ']';
		if (depth == 0 && (closes || c == ',' || is_space(c)))
			return true;
		skip(r);
		if (c == '{' || c == '[')
			depth++;
		else if (closes && --depth == 0)
			return true;
	}
	return depth == 0;
}

static struct bc_piece begin_piece(const struct reader *r)
{
	return (struct bc_piece){
		.at = position(r), .line = r->line, .column = r->column, .element = SIZE_MAX};
}

static void break_off(const struct reader *r, const char *expected, bc_piece_taker *take,
		      void *self)
{
	struct bc_piece piece = begin_piece(r);
	piece.expected = expected;
	take(self, &piece);
}

static void split_array(struct reader *r, bc_piece_taker *take, void *self)
{
	skip(r); /* [ */
	for (size_t element = 0;; element++) {
		int c = peek_solid(r);
		if (element == 0 && c == ']')
			break;
		if (c == END || c == ']' || c == ',' || c == '}') {
			break_off(r, EXPECTED_REPORT, take, self);
			return;
		}
		struct bc_piece piece = begin_piece(r);
		piece.element = element;
		bool closed = skip_value(r);
		piece.size = position(r) - piece.at;
		if (!take(self, &piece))
			return;
		c = peek_solid(r);
		if (c == ']')
			break;
		if (c != ',') {
			/* a report that isn't closed says so itself */
			if (c != END || closed)
				break_off(r, EXPECTED_COMMA, take, self);
			return;
		}
		skip(r);
	}
	skip(r); /* ] */
	if (peek_solid(r) != END)
		break_off(r, EXPECTED_END, take, self);
}

/* To the end of the line; columns are of no use here, so they aren't counted. */
static void skip_line(struct reader *r)
{
	while (peek(r) != END) {
		unsigned char *rest = r->buf + r->i;
		unsigned char *end = memchr(rest, '\n', r->n - r->i);
		if (end) {
			r->i += (size_t)(end - rest);
			return;
		}
		r->i = r->n;
	}
}

static void split_lines(struct reader *r, bc_piece_taker *take, void *self)
{
	while (peek_solid(r) != END) {
		struct bc_piece piece = begin_piece(r);
		skip_line(r);
		piece.size = position(r) - piece.at;
		if (!take(self, &piece))
			return;
	}
}

static void split_whole(struct reader *r, bc_piece_taker *take, void *self)
{
	struct bc_piece piece = {.line = 1, .column = 1, .element = SIZE_MAX};
	off_t end = lseek(r->fd, 0, SEEK_END);
	if (end < 0)
		r->error = errno;
	piece.size = end > 0 ? (uint64_t)end : 0;
	take(self, &piece);
}

/* Whether a value ends in its first line, and something stands in a later one. */
static bool looks_like_lines(struct reader *r)
{
	unsigned line = r->line;
	skip_value(r);
	if (r->line > line)
		return false;
	while (is_space(peek(r)) && r->line == line)
		skip(r);
	return r->line > line && peek_solid(r) != END;
}

static void rewind_to(struct reader *r, uint64_t at)
{
	r->base = at;
	r->i = r->n = 0;
	r->line = r->column = 1;
}

/* Behind a byte order mark, if there is one. */
static uint64_t start_of(struct reader *r)
{
	return peek(r) != END && r->n >= 3 && memcmp(r->buf, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

struct bc_split bc_split(int fd, bool lines, bc_piece_taker *take, void *self)
{
	struct reader r = {.fd = fd, .line = 1, .column = 1};
	uint64_t start = start_of(&r);
	r.i = (size_t)start;
	bool array = !lines && peek_solid(&r) == '[';
	if (!lines && !array) {
		lines = looks_like_lines(&r);
		rewind_to(&r, lines ? start : 0);
	}
	if (array)
		split_array(&r, take, self);
	else if (lines)
		split_lines(&r, take, self);
	else
		split_whole(&r, take, self);
	return (struct bc_split){array || lines, r.error};
}
