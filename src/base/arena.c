/*
 * Chunks from calloc, handed out by moving a pointer.  Each knows from where on
 * it is still zero, so that only what is used again is cleared.
 */
#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
	FIRST_CHUNK = 64 * 1024,
	LAST_CHUNK = 1024 * 1024, /* each is twice as large as the one before, up to this */
	ALIGN = alignof(max_align_t),
};

struct bc_chunk {
	struct bc_chunk *older;
	size_t size;
	char *clean; /* zero from here on */
	alignas(max_align_t) char bytes[];
};

struct bc_cleanup {
	struct bc_cleanup *older;
	void (*fn)(void *);
	void *arg; /* NULL: nothing was acquired, nothing to do */
};

void bc_arena_init(struct bc_arena *a, jmp_buf *oom)
{
	*a = (struct bc_arena){.oom = oom};
}

/* The newest chunk goes; the largest of those that went is kept, for inner loops come again. */
static void drop_chunk(struct bc_arena *a)
{
	struct bc_chunk *c = a->chunks;
	a->chunks = c->older;
	if (a->spare && a->spare->size >= c->size) {
		free(c);
		return;
	}
	free(a->spare);
	a->spare = c;
}

void bc_arena_done(struct bc_arena *a)
{
	for (struct bc_cleanup *c = a->cleanups, *older; c; c = older) {
		older = c->older;
		if (c->arg)
			c->fn(c->arg);
		free(c);
	}
	while (a->chunks)
		drop_chunk(a);
	free(a->spare);
	*a = (struct bc_arena){.oom = a->oom};
}

void bc_arena_fail(const struct bc_arena *a)
{
	longjmp(*a->oom, 1);
}

static struct bc_chunk *new_chunk(struct bc_arena *a, size_t size)
{
	size_t room = a->chunks ? 2 * a->chunks->size : FIRST_CHUNK;
	room = room < LAST_CHUNK ? room : LAST_CHUNK;
	room = room > size ? room : size;
	if (room > SIZE_MAX - sizeof(struct bc_chunk))
		bc_arena_fail(a);
	struct bc_chunk *c = calloc(1, sizeof *c + room);
	if (!c)
		bc_arena_fail(a);
	c->size = room;
	c->clean = c->bytes;
	return c;
}

static void add_chunk(struct bc_arena *a, size_t size)
{
	struct bc_chunk *c = a->spare;
	if (c && c->size >= size)
		a->spare = NULL;
	else
		c = new_chunk(a, size);
	c->older = a->chunks;
	a->chunks = c;
	a->next = c->bytes;
	a->end = c->bytes + c->size;
}

void *bc_alloc(struct bc_arena *a, size_t size)
{
	if (size > SIZE_MAX - ALIGN)
		bc_arena_fail(a);
	size = size ? (size + ALIGN - 1) / ALIGN * ALIGN
		    : ALIGN; /* never NULL, also for nothing */
	if ((size_t)(a->end - a->next) < size)
		add_chunk(a, size);
	struct bc_chunk *c = a->chunks;
	char *p = a->next;
	a->next += size;
	if (p < c->clean)
		memset(p, 0, (size_t)((a->next < c->clean ? a->next : c->clean) - p));
	if (c->clean < a->next)
		c->clean = a->next;
	return p;
}

void *bc_alloc_n(struct bc_arena *a, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		bc_arena_fail(a);
	return bc_alloc(a, n * size);
}

void **bc_arena_defer(struct bc_arena *a, void (*fn)(void *))
{
	/* not in a chunk: a release to an earlier mark must not take it */
	struct bc_cleanup *c = malloc(sizeof *c);
	if (!c)
		bc_arena_fail(a);
	*c = (struct bc_cleanup){.older = a->cleanups, .fn = fn};
	a->cleanups = c;
	return &c->arg;
}

struct bc_mark bc_arena_mark(const struct bc_arena *a)
{
	return (struct bc_mark){.chunk = a->chunks, .next = a->next};
}

void bc_arena_release(struct bc_arena *a, struct bc_mark mark)
{
	/* an empty arena keeps its first chunk: inner loops come here again and again */
	while (a->chunks != mark.chunk && (mark.chunk || a->chunks->older))
		drop_chunk(a);
	if (!a->chunks)
		return;
	a->next = mark.chunk ? mark.next : a->chunks->bytes;
	a->end = a->chunks->bytes + a->chunks->size;
}
