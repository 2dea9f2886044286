/* Offsets to lines and columns, and paths to JSON Pointers. */
#include "base/place.h"

static size_t clamp(const struct bc_source *source, uint32_t offset)
{
	return offset < source->text.n ? offset : source->text.n;
}

static size_t line_start(const struct bc_source *source, size_t at)
{
	while (at > 0 && source->text.p[at - 1] != '\n')
		at--;
	return at;
}

/* The column of the byte `start`, with which a line begins as far as `source` has it. */
static uint32_t first_column(const struct bc_source *source, size_t start)
{
	return start == 0 ? source->columns_before + 1 : 1;
}

struct bc_position bc_position_of(const struct bc_source *source, uint32_t offset)
{
	size_t at = clamp(source, offset);
	size_t start = line_start(source, at);
	struct bc_position pos = {source->lines_before + 1, first_column(source, start)};
	for (size_t i = 0; i < start; i++)
		pos.line += source->text.p[i] == '\n';
	for (size_t i = start; i < at; i++)
		pos.column += ((unsigned char)source->text.p[i] & 0xC0) != 0x80;
	return pos;
}

uint32_t bc_first_column(const struct bc_source *source, uint32_t offset)
{
	return first_column(source, line_start(source, clamp(source, offset)));
}

struct bc_str bc_line_of(const struct bc_source *source, uint32_t offset)
{
	size_t start = line_start(source, clamp(source, offset));
	size_t end = start;
	while (end < source->text.n && source->text.p[end] != '\n' &&
	       source->text.p[end] != '\r')
		end++;
	return bc_str_cut(source->text, start, end);
}

/* RFC 6901 3: "~" is written ~0 and "/" is written ~1. */
static void print_key(struct bc_buf *out, struct bc_str key)
{
	for (size_t i = 0; i < key.n; i++) {
		if (key.p[i] == '~')
			bc_buf_puts(out, "~0");
		else if (key.p[i] == '/')
			bc_buf_puts(out, "~1");
		else
			bc_buf_putc(out, key.p[i]);
	}
}

void bc_path_print(struct bc_buf *out, const struct bc_path *path)
{
	if (!path || !path->up)
		return;
	bc_path_print(out, path->up);
	bc_buf_putc(out, '/');
	if (path->key.p)
		print_key(out, path->key);
	else
		bc_buf_int(out, (int64_t)path->index);
}

void bc_pointer_print(struct bc_buf *out, struct bc_place place)
{
	bc_buf_add(out, place.source->pointer);
	bc_path_print(out, place.path);
}
