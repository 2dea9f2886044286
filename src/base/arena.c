/*
 * Chunks handed out by moving a pointer, and cleared as they are handed out.
 * Large ones are huge pages where the system has them: one page fault instead
 * of hundreds, which are a tenth of a report's time.
 */
#define _DEFAULT_SOURCE /* madvise */

#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum {
	FIRST_CHUNK = 64 * 1024,
	HUGE_PAGE = 2 * 1024 * 1024, /* chunks double up to this, or are multiples of it */
	ALIGN = alignof(max_align_t),
};

struct bc_chunk {
	struct bc_chunk *older;
	size_t size; /* of all of it */
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

/* For `least` bytes, header included. */
static size_t chunk_size(const struct bc_arena *a, size_t least)
{
	size_t size = a->chunks ? 2 * a->chunks->size : FIRST_CHUNK;
	size = size < HUGE_PAGE ? size : HUGE_PAGE;
	size = size > least ? size : least;
	return size < HUGE_PAGE ? size : (size + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
}

static void *huge_pages(size_t size)
{
	void *p = aligned_alloc(HUGE_PAGE, size);
#ifdef MADV_HUGEPAGE
	if (p)
		madvise(p, size, MADV_HUGEPAGE); /* refused: small pages do as well */
#endif
	return p;
}

static struct bc_chunk *new_chunk(struct bc_arena *a, size_t room)
{
	if (room > SIZE_MAX - sizeof(struct bc_chunk) - HUGE_PAGE)
		bc_arena_fail(a);
	size_t size = chunk_size(a, sizeof(struct bc_chunk) + room);
	struct bc_chunk *c = size < HUGE_PAGE ? malloc(size) : huge_pages(size);
	if (!c)
		bc_arena_fail(a);
	c->size = size;
	return c;
}

static char *chunk_end(struct bc_chunk *c)
{
	return (char *)c + c->size;
}

static void add_chunk(struct bc_arena *a, size_t room)
{
	struct bc_chunk *c = a->spare;
	if (c && (size_t)(chunk_end(c) - c->bytes) >= room)
		a->spare = NULL;
	else
		c = new_chunk(a, room);
	c->older = a->chunks;
	a->chunks = c;
	a->next = c->bytes;
	a->end = chunk_end(c);
}

void *bc_alloc(struct bc_arena *a, size_t size)
{
	if (size > SIZE_MAX - ALIGN)
		bc_arena_fail(a);
	size = size ? (size + ALIGN - 1) / ALIGN * ALIGN
		    : ALIGN; /* never NULL, also for nothing */
	if ((size_t)(a->end - a->next) < size)
		add_chunk(a, size);
	char *p = a->next;
	a->next += size;
	return memset(p, 0, size);
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
	a->end = chunk_end(a->chunks);
}
