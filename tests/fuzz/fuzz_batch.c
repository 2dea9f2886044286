/*
 * Any bytes as a file of many reports: the pieces it is cut into lie in it in
 * order; of what is JSON they are the elements themselves, and a value that is
 * plucked from it is the one that reading finds.
 */
#include "fuzz.h"

#include "batch/split.h"
#include "json/json.h"
#include "json/pluck.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum {
	MAX_KEYS = 2,
};

static const struct way {
	struct bc_str keys[MAX_KEYS];
	size_t n;
} ways[] = {
	{{{"organization", 12}, {"code", 4}}, 2},
	{{{"a", 1}}, 1},
	{{{"a", 1}, {"b", 1}}, 2},
};

/* Pieces as they come, beside what they should be. */
struct cutting {
	struct bc_str text;
	const struct bc_json *array; /* NULL: the pieces aren't known */
	const struct bc_json *next;  /* element to come */
	uint64_t behind;             /* the last piece */
	unsigned line;               /* of the last piece */
	size_t n;
	bool broken_off, whole;
};

static void check_element(struct cutting *c, const struct bc_piece *piece)
{
	struct bc_position at = bc_position_of(c->next->place.source, c->next->place.begin);
	bool marked = bc_str_starts(c->text, BC_STR("\xEF\xBB\xBF"));
	CHECK(piece->at == c->next->place.begin);
	CHECK(piece->at + piece->size == c->next->place.end);
	CHECK(piece->element == c->n);
	CHECK(piece->line == at.line);
	CHECK(marked || piece->column == at.column);
	c->next = c->next->next;
}

static bool take(void *self, const struct bc_piece *piece)
{
	struct cutting *c = self;
	CHECK(!c->broken_off);
	CHECK(piece->at >= c->behind && piece->line >= c->line && piece->column >= 1);
	c->behind = piece->at + piece->size;
	c->line = piece->line;
	CHECK(c->behind <= c->text.n);
	c->broken_off = piece->expected != NULL;
	CHECK(!piece->expected || (piece->size == 0 && piece->element == SIZE_MAX));
	c->whole = piece->at == 0 && piece->size == c->text.n;
	if (c->array) {
		CHECK(c->next && !c->broken_off);
		check_element(c, piece);
	}
	c->n++;
	return true;
}

/* A file of its own, written anew for each input; its descriptor. */
static int stored(struct bc_str text)
{
	static FILE *file;
	if (!file)
		file = tmpfile();
	CHECK(file && ftruncate(fileno(file), 0) == 0);
	for (size_t at = 0; at < text.n;) {
		ssize_t n = pwrite(fileno(file), text.p + at, text.n - at, (off_t)at);
		CHECK(n > 0);
		at += (size_t)n;
	}
	return fileno(file);
}

/* `root`: NULL when the text isn't JSON. */
static void check_split(struct bc_str text, const struct bc_json *root)
{
	int fd = stored(text);
	struct cutting lines = {.text = text};
	struct bc_split split = bc_split(fd, true, take, &lines);
	CHECK(split.many && !split.error && !lines.broken_off);

	bool array = root && root->kind == BC_JSON_ARRAY;
	struct cutting c = {.text = text};
	if (array)
		c = (struct cutting){.text = text, .array = root, .next = root->first};
	split = bc_split(fd, false, take, &c);
	CHECK(!split.error && !c.next);
	CHECK(split.many || (c.n == 1 && c.whole));
	CHECK(!root || split.many == array);
}

/* The value at the way, NULL without; *plain: it and its keys are written as they read. */
static const struct bc_json *look_up(const struct way *way, const struct bc_json *root,
				     bool *plain)
{
	const struct bc_json *v = root;
	*plain = root->place.source->text.p[0] != '\xEF';
	for (size_t i = 0; v && i < way->n; i++) {
		v = bc_json_get(v, way->keys[i]);
		*plain = *plain && v &&
			 v->key_place.end - v->key_place.begin == way->keys[i].n + 2;
	}
	if (!v || (v->kind != BC_JSON_STRING && v->kind != BC_JSON_NUMBER))
		return NULL;
	struct bc_str text = v->place.source->text;
	struct bc_str written = bc_str_cut(text, v->place.begin, v->place.end);
	*plain = *plain && !memchr(written.p, '\\', written.n);
	return v;
}

/* What is plucked when the whole isn't JSON need only lie in the text. */
static void check_pluck(struct bc_str text, const struct bc_json *root)
{
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		struct bc_str got;
		bool plain = false;
		bool found = bc_json_pluck(text, ways[i].keys, ways[i].n, &got);
		CHECK(!found || (got.p >= text.p && got.p + got.n <= text.p + text.n));
		if (!root)
			continue;
		const struct bc_json *v = look_up(&ways[i], root, &plain);
		CHECK(found == (v && plain));
		CHECK(!found || bc_str_eq(got, v->text));
	}
}

static void check(const struct bc_source *source)
{
	jmp_buf oom;
	struct bc_arena arena, scratch;
	struct bc_findings findings;
	if (setjmp(oom))
		abort();
	bc_arena_init(&arena, &oom);
	bc_arena_init(&scratch, &oom);
	bc_findings_init(&findings, &arena);
	struct bc_ctx ctx = {&arena, &scratch, &findings};
	const struct bc_json *root = bc_json_parse(&ctx, source);
	check_split(source->text, root);
	check_pluck(source->text, root);
	bc_arena_done(&scratch);
	bc_arena_done(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* of its own, so that a read behind the closing NUL is seen */
	char *text = malloc(size + 1);
	if (!text)
		return 0;
	if (size)
		memcpy(text, data, size);
	text[size] = '\0';
	struct bc_source source = {.name = BC_STR("fuzz.json"), .text = {text, size}};
	check(&source);
	free(text);
	return 0;
}
