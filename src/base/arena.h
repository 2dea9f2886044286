/*
 * Memory of one document: everything is allocated here and dies together.
 *
 * Knows nothing of what is stored.  Allocation never returns NULL: when the
 * system has no memory the arena jumps to the place its owner set (engine.c, or
 * a test), which drops the whole document.  No frame of a foreign library
 * that owns resources outside the arena may be on the stack meanwhile.
 */
#ifndef BC_BASE_ARENA_H
#define BC_BASE_ARENA_H

#include "base/compiler.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stddef.h>

struct bc_chunk;
struct bc_cleanup;

struct bc_arena {
	struct bc_chunk *chunks;     /* newest first */
	struct bc_chunk *spare;      /* NULL, or one that a release has emptied */
	char *next, *end;            /* free room in the newest chunk */
	struct bc_cleanup *cleanups; /* run in reverse order by bc_arena_done */
	jmp_buf *oom;                /* borrowed; where to go without memory */
};

/* A moment in an arena's life, for bc_arena_release. */
struct bc_mark {
	struct bc_chunk *chunk;
	char *next;
};

/* An empty arena; takes no memory yet.  `oom` is borrowed and must outlive it. */
void bc_arena_init(struct bc_arena *a, jmp_buf *oom);

/* Run the deferred cleanups, newest first, and give all memory back. */
void bc_arena_done(struct bc_arena *a);

/*
 * `size` bytes, zeroed, aligned for any type; lives until bc_arena_done or a
 * release to an earlier mark.  Does not return when memory is exhausted.
 */
void *bc_alloc(struct bc_arena *a, size_t size);

/* The same for `n` things of `size` bytes; an overflowing product is out of memory. */
void *bc_alloc_n(struct bc_arena *a, size_t n, size_t size);

#define bc_new(arena, T)      ((T *)bc_alloc((arena), sizeof(T)))
#define bc_new_n(arena, T, n) ((T *)bc_alloc_n((arena), (n), sizeof(T)))

/* Call `fn(arg)` when the arena is done.  Reserve before acquiring `arg`: pass NULL, set *slot
 * later. */
void **bc_arena_defer(struct bc_arena *a, void (*fn)(void *));

/* Remember the present, and give back all that was allocated since (not the cleanups). */
struct bc_mark bc_arena_mark(const struct bc_arena *a);
void bc_arena_release(struct bc_arena *a, struct bc_mark mark);

/* Leave through the arena's way out, as if memory were exhausted. */
BC_NORETURN void bc_arena_fail(const struct bc_arena *a);

#endif
