/*
 * A font file as bytes in memory.
 *
 * Mapped, not read: of a font's half megabyte a report needs a tenth, and
 * worker processes share it.
 */
#include "font/face.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct mapping {
	void *p;
	size_t n;
};

static void unmap(void *arg)
{
	struct mapping *m = arg;
	munmap(m->p, m->n);
}

/* Map the open file whole; errno says why not. */
static bool map(int fd, struct mapping *m)
{
	struct stat st;
	if (fstat(fd, &st) != 0)
		return false;
	if (!S_ISREG(st.st_mode)) {
		errno = S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
		return false;
	}
	m->n = (size_t)st.st_size;
	if (m->n) /* an empty file has nothing to map, and is no font */
		m->p = mmap(NULL, m->n, PROT_READ, MAP_PRIVATE, fd, 0);
	return m->p != MAP_FAILED;
}

bool bc_face_map(struct bc_ctx *ctx, const char *name, struct bc_str *out)
{
	struct mapping *m = bc_new(ctx->arena, struct mapping);
	void **slot = bc_arena_defer(ctx->arena, unmap);
	int fd = open(name, O_RDONLY | O_CLOEXEC);
	bool mapped = fd >= 0 && map(fd, m);
	int cause = errno;
	if (fd >= 0)
		close(fd);
	if (!mapped) {
		BC_REPORT1(ctx->findings, FILE_READ, bc_face_place(ctx, name),
			   bc_str_of(strerror(cause)));
		return false;
	}
	*slot = m->p ? m : NULL;
	*out = (struct bc_str){m->p, m->n};
	return true;
}
