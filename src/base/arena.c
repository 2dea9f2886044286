/*
 * Chunks from calloc, handed out by moving a pointer.  What lies behind the
 * pointer is always zero, so that fresh pages need not be written twice.
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

static void drop_chunk(struct bc_arena *a)
{
	struct bc_chunk *older = a->chunks->older;
	free(a->chunks);
	a->chunks = older;
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
	*a = (struct bc_arena){.oom = a->oom};
}

void bc_arena_fail(const struct bc_arena *a)
{
	longjmp(*a->oom, 1);
}

static void add_chunk(struct bc_arena *a, size_t size)
{
	size_t room = a->chunks ? 2 * a->chunks->size : FIRST_CHUNK;
	room = room < LAST_CHUNK ? room : LAST_CHUNK;
	room = room > size ? room : size;
	if (room > SIZE_MAX - sizeof(struct bc_chunk))
		bc_arena_fail(a);
	struct bc_chunk *c = calloc(1, sizeof *c + room);
	if (!c)
		bc_arena_fail(a);
	c->older = a->chunks;
	c->size = room;
	a->chunks = c;
	a->next = c->bytes;
	a->end = c->bytes + room;
}

void *bc_alloc(struct bc_arena *a, size_t size)
{
	if (size > SIZE_MAX - ALIGN)
		bc_arena_fail(a);
	size = size ? (size + ALIGN - 1) / ALIGN * ALIGN
		    : ALIGN; /* never NULL, also for nothing */
	if ((size_t)(a->end - a->next) < size)
		add_chunk(a, size);
	void *p = a->next;
	a->next += size;
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
	char *end = a->end == a->chunks->bytes + a->chunks->size ? a->next : NULL;
	a->next = mark.chunk ? mark.next : a->chunks->bytes;
	a->end = a->chunks->bytes + a->chunks->size;
	/* of a chunk that younger ones stood on, all may have been used */
	memset(a->next, 0, (size_t)((end ? end : a->end) - a->next));
}
