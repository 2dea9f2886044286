/*
 * Random lists of reports come apart into the very texts they were put
 * together from; random bytes come apart into pieces in order, whatever they are.
 *
 *	prop_split [SEED]
 */
#include "prop.h"

#include "batch/split.h"

enum {
	ROUNDS = 1500,
	EDGE = 1 << 16, /* bytes that are read at a time */
	MOST = 12,      /* reports of a list */
	NOISE = 60,     /* random bytes */
	DEPTH = 4,
};

/* A text, and the stretches of it that are to come back. */
struct list {
	struct random *r;
	struct bc_buf text;
	size_t begin[MOST], end[MOST], n;
	bool lines; /* no value goes on in another line */
};

struct taken {
	struct random *r;
	struct bc_piece pieces[NOISE + 1];
	size_t n;
};

static struct taken taken; /* too large for the stack */

static bool take(void *self, const struct bc_piece *piece)
{
	struct taken *t = self;
	HOLDS(t->r, t->n < sizeof t->pieces / sizeof *t->pieces);
	t->pieces[t->n++] = *piece;
	return true;
}

static struct bc_split split(struct random *r, struct bc_str text, bool lines)
{
	FILE *file = tmpfile();
	HOLDS(r, file);
	HOLDS(r, text.n == 0 || fwrite(text.p, 1, text.n, file) == text.n);
	HOLDS(r, fflush(file) == 0);
	taken.r = r;
	taken.n = 0;
	struct bc_split result = bc_split(fileno(file), lines, take, &taken);
	fclose(file);
	HOLDS(r, result.error == 0);
	return result;
}

static void put_space(struct list *l)
{
	for (uint64_t n = below(l->r, 3); n > 0; n--)
		bc_buf_putc(&l->text, " \t\r\n"[below(l->r, l->lines ? 3 : 4)]);
}

/* So much that what follows lies about where reading stops. */
static void put_much_space(struct list *l)
{
	size_t n = EDGE - below(l->r, 200);
	while (l->text.n < n)
		bc_buf_putc(&l->text, ' ');
}

static void put_string(struct list *l)
{
	static const char *const parts[] = {"a",    "ộ",       "Đ",   "ơ\u0323", "😀", "[",
					    "]",    "{",       "}",   ",",       ":", "\\\"",
					    "\\\\", "\\u00e9", "\\n", "\\/",     " ", "\u2028"};
	bc_buf_putc(&l->text, '"');
	for (uint64_t n = below(l->r, 6); n > 0; n--)
		bc_buf_puts(&l->text, parts[below(l->r, sizeof parts / sizeof *parts)]);
	bc_buf_putc(&l->text, '"');
}

static void put_value(struct list *l, size_t depth);

static void put_container(struct list *l, bool object, size_t depth)
{
	bc_buf_putc(&l->text, object ? '{' : '[');
	put_space(l);
	for (uint64_t n = below(l->r, 4); n > 0; n--) {
		if (object) {
			put_string(l);
			put_space(l);
			bc_buf_putc(&l->text, ':');
			put_space(l);
		}
		put_value(l, depth + 1);
		put_space(l);
		if (n == 1)
			break;
		bc_buf_putc(&l->text, ',');
		put_space(l);
	}
	bc_buf_putc(&l->text, object ? '}' : ']');
}

static void put_value(struct list *l, size_t depth)
{
	static const char *const scalars[] = {"0", "-1.5", "true", "false", "null", "20261121"};
	uint64_t kind = below(l->r, depth < DEPTH ? 6 : 2);
	if (kind == 0)
		bc_buf_puts(&l->text, scalars[below(l->r, 6)]);
	else if (kind == 1)
		put_string(l);
	else
		put_container(l, kind != 2, depth);
}

static void put_mark(struct list *l)
{
	if (one_in(l->r, 5))
		bc_buf_puts(&l->text, "\xEF\xBB\xBF");
}

static void random_array(struct list *l)
{
	size_t n = below(l->r, MOST);
	put_mark(l);
	put_space(l);
	bc_buf_putc(&l->text, '[');
	put_space(l);
	if (one_in(l->r, 10))
		put_much_space(l);
	while (l->n < n) {
		l->begin[l->n] = l->text.n;
		put_value(l, 0);
		l->end[l->n++] = l->text.n;
		put_space(l);
		if (l->n < n)
			bc_buf_putc(&l->text, ',');
		put_space(l);
	}
	bc_buf_putc(&l->text, ']');
	put_space(l);
}

/* A line's white space in front isn't part of its report, that behind it is. */
static void random_lines(struct list *l)
{
	size_t n = below(l->r, MOST);
	put_mark(l);
	if (one_in(l->r, 10))
		put_much_space(l);
	while (l->n < n) {
		put_space(l);
		if (one_in(l->r, 3)) {
			bc_buf_putc(&l->text, '\n');
			continue;
		}
		l->begin[l->n] = l->text.n;
		put_value(l, 0);
		put_space(l);
		l->end[l->n++] = l->text.n;
		if (l->n < n || one_in(l->r, 2))
			bc_buf_putc(&l->text, '\n');
	}
}

static bool starts_with_mark(struct bc_str text)
{
	return bc_str_starts(text, BC_STR("\xEF\xBB\xBF"));
}

static void check_position(struct random *r, struct bc_str text, const struct bc_piece *piece)
{
	unsigned line = 1, column = 1;
	for (size_t i = starts_with_mark(text) ? 3 : 0; i < piece->at; i++) {
		column = text.p[i] == '\n'
				 ? 1
				 : column + (((unsigned char)text.p[i] & 0xC0) != 0x80);
		line += text.p[i] == '\n';
	}
	HOLDS(r, piece->line == line);
	HOLDS(r, piece->column == column);
}

static void check_list(const struct list *l, struct bc_str text)
{
	HOLDS(l->r, taken.n == l->n);
	for (size_t i = 0; i < l->n; i++) {
		const struct bc_piece *piece = &taken.pieces[i];
		HOLDS(l->r, piece->at == l->begin[i]);
		HOLDS(l->r, piece->size == l->end[i] - l->begin[i]);
		HOLDS(l->r, piece->element == (l->lines ? SIZE_MAX : i));
		HOLDS(l->r, !piece->expected);
		check_position(l->r, text, piece);
	}
}

/* Whether lines can be told from an array and a single report by looking. */
static bool look_like_lines(const struct list *l, struct bc_str text)
{
	return l->n > 1 && text.p[l->begin[0]] != '[';
}

static void check_lists(struct random *r, struct bc_arena *a)
{
	struct list array = {.r = r, .text = bc_buf_in(a)};
	random_array(&array);
	struct bc_str text = bc_buf_str(&array.text);
	HOLDS(r, split(r, text, false).many);
	check_list(&array, text);

	struct list lines = {.r = r, .text = bc_buf_in(a), .lines = true};
	random_lines(&lines);
	text = bc_buf_str(&lines.text);
	HOLDS(r, split(r, text, true).many);
	check_list(&lines, text);
	if (!look_like_lines(&lines, text))
		return;
	HOLDS(r, split(r, text, false).many);
	check_list(&lines, text);
}

static void random_noise(struct random *r, struct bc_buf *out)
{
	static const char signs[] = "[]{},:\"\\ \n\r\ta1\0\xFF\xC4\x91\xEF\xBB\xBF";
	struct list l = {.r = r, .text = *out};
	put_mark(&l);
	if (one_in(r, 3))
		bc_buf_putc(&l.text, '[');
	if (one_in(r, 20))
		put_much_space(&l);
	for (uint64_t n = below(r, NOISE); n > 0; n--) {
		bool sign = !one_in(r, 10);
		bc_buf_putc(&l.text,
			    sign ? signs[below(r, sizeof signs - 1)] : (char)below(r, 256));
	}
	*out = l.text;
}

/* One whole file, or pieces in order, of which the last may say what is missing. */
static void check_pieces(struct random *r, struct bc_str text, struct bc_split result)
{
	uint64_t from = 0;
	HOLDS(r, result.many || (taken.n == 1 && taken.pieces[0].size == text.n));
	for (size_t i = 0; i < taken.n; i++) {
		const struct bc_piece *piece = &taken.pieces[i];
		HOLDS(r, piece->at >= from);
		from = piece->at + piece->size;
		HOLDS(r, from <= text.n);
		HOLDS(r, piece->element == SIZE_MAX || piece->element == i);
		HOLDS(r, !piece->expected || (piece->size == 0 && i + 1 == taken.n));
		HOLDS(r, piece->expected || piece->size > 0 || !result.many);
		check_position(r, text, piece);
	}
}

static void check_noise(struct random *r, struct bc_arena *a)
{
	struct bc_buf out = bc_buf_in(a);
	random_noise(r, &out);
	struct bc_str text = bc_buf_str(&out);
	check_pieces(r, text, split(r, text, false));
	check_pieces(r, text, split(r, text, true));
}

int main(int argc, char **argv)
{
	jmp_buf oom;
	struct bc_arena arena;
	if (setjmp(oom))
		abort();
	uint64_t last = last_seed(argc, argv, ROUNDS);
	for (uint64_t seed = first_seed(argc, argv); seed <= last; seed++) {
		struct random r = random_from(seed);
		bc_arena_init(&arena, &oom);
		check_lists(&r, &arena);
		check_noise(&r, &arena);
		bc_arena_done(&arena);
	}
	return 0;
}
