/* Whole-file reading and atomic writing; every result is checked. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	MAX_LINKS = 16 /* symbolic links followed; more are a loop */
};

static struct bc_place place_of(struct bc_ctx *ctx, const char *name)
{
	struct bc_source *s = bc_new(ctx->arena, struct bc_source);
	s->name = bc_str_dup(ctx->arena, bc_str_of(name));
	return (struct bc_place){.source = s};
}

/* What went wrong, in both languages; rarer causes in the system's words. */
static struct bc_str cause(int error)
{
	switch (error) {
	case ENOENT:
		return BC_BOTH("không có tệp hoặc thư mục này", "no such file or folder");
	case EACCES:
	case EPERM:
		return BC_BOTH("không có quyền", "no permission");
	case ENOSPC:
	case EDQUOT:
		return BC_BOTH("ổ đĩa đã đầy", "the disk is full");
	case EISDIR:
		return BC_BOTH("đây là thư mục", "this is a folder");
	case ENOTDIR:
		return BC_BOTH("đường dẫn đi qua một tệp", "the path leads through a file");
	case EROFS:
		return BC_BOTH("ổ đĩa chỉ cho đọc", "the disk is read-only");
	case EPIPE:
		return BC_BOTH("nơi nhận đã đóng", "the reader has gone");
	default:
		return bc_str_of(strerror(error));
	}
}

static void close_fd(void *fd)
{
	close((int)(intptr_t)fd - 1); /* one more than the descriptor: NULL means none */
}

static bool read_failed(struct bc_ctx *ctx, const char *name)
{
	BC_REPORT1(ctx->findings, FILE_READ, place_of(ctx, name), cause(errno));
	return false;
}

bool bc_file_fits(struct bc_ctx *ctx, struct bc_place place, size_t size, size_t limit)
{
	if (size <= limit)
		return true;
	struct bc_buf mib = bc_buf_in(ctx->scratch);
	bc_buf_int(&mib, (int64_t)(limit >> 20));
	BC_REPORT1(ctx->findings, FILE_TOO_LARGE, place, bc_buf_str(&mib));
	return false;
}

bool bc_file_read(struct bc_ctx *ctx, const char *name, size_t limit, struct bc_str *out)
{
	void **slot = bc_arena_defer(ctx->arena, close_fd);
	int fd = strcmp(name, "-") == 0 ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return read_failed(ctx, name);
	if (fd != STDIN_FILENO)
		*slot = (void *)(intptr_t)(fd + 1);
	struct stat st;
	if (fstat(fd, &st) != 0)
		return read_failed(ctx, name);
	if (S_ISDIR(st.st_mode)) {
		errno = EISDIR;
		return read_failed(ctx, name);
	}
	struct bc_buf buf = bc_buf_in(ctx->arena);
	bc_buf_reserve(&buf, st.st_size > 0 && (size_t)st.st_size <= limit
				     ? (size_t)st.st_size + 2
				     : 1 << 16);
	while (buf.n <= limit) {
		char *room = bc_buf_reserve(&buf, 2);
		ssize_t n = read(fd, room, buf.room - buf.n - 1);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return read_failed(ctx, name);
		if (n == 0)
			break;
		buf.n += (size_t)n;
	}
	if (!bc_file_fits(ctx, place_of(ctx, name), buf.n, limit))
		return false;
	buf.p[buf.n] = '\0';
	*out = bc_buf_str(&buf);
	return true;
}

bool bc_file_readable(const char *name)
{
	return access(name, R_OK) == 0;
}

static bool write_all(int fd, struct bc_str bytes)
{
	while (bytes.n) {
		ssize_t n = write(fd, bytes.p, bytes.n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		bytes = bc_str_cut(bytes, (size_t)n, bytes.n);
	}
	return true;
}

static bool write_failed(struct bc_ctx *ctx, const char *name)
{
	BC_REPORT1(ctx->findings, FILE_WRITE, place_of(ctx, name), cause(errno));
	return false;
}

static bool write_through(struct bc_ctx *ctx, const char *name, struct bc_str bytes)
{
	int fd = strcmp(name, "-") == 0 ? dup(STDOUT_FILENO) : open(name, O_WRONLY | O_CLOEXEC);
	if (fd < 0)
		return write_failed(ctx, name);
	bool done = write_all(fd, bytes);
	int cause = errno;
	if (close(fd) != 0 && done) {
		done = false;
		cause = errno;
	}
	errno = cause;
	return done || write_failed(ctx, name);
}

/* The mode a new file would get, or that of the file it replaces. */
static mode_t mode_for(const char *name)
{
	struct stat st;
	if (stat(name, &st) == 0)
		return st.st_mode & 0777;
	mode_t mask = umask(0);
	umask(mask);
	return 0666 & ~mask;
}

/* The folder of a file, up to and with the slash; empty for the current one. */
static struct bc_str folder_of(const char *name)
{
	const char *slash = strrchr(name, '/');
	return (struct bc_str){name, slash ? (size_t)(slash - name) + 1 : 0};
}

static char *in_folder(struct bc_ctx *ctx, struct bc_str folder, const char *name)
{
	struct bc_buf path = bc_buf_in(ctx->arena);
	bc_buf_add(&path, folder);
	bc_buf_puts(&path, name);
	bc_buf_putc(&path, '\0');
	return path.p;
}

/* Where a symbolic link leads: the file there is replaced, the link stays. */
static const char *behind_links(struct bc_ctx *ctx, const char *name)
{
	char to[4096];
	for (int links = 0; links < MAX_LINKS; links++) {
		ssize_t n = readlink(name, to, sizeof to - 1);
		if (n <= 0)
			break;
		to[n] = '\0';
		name = in_folder(ctx, to[0] == '/' ? (struct bc_str){0} : folder_of(name), to);
	}
	return name;
}

/* Make the new name last; a folder that cannot be opened or synced keeps it all the same. */
static void sync_folder(struct bc_ctx *ctx, const char *name)
{
	int fd = open(in_folder(ctx, folder_of(name), "."), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

static bool replace(struct bc_ctx *ctx, const char *name, struct bc_str bytes)
{
	const char *target = behind_links(ctx, name);
	/* a name of its own: with an ending, `name` could be longer than names may be */
	char *path = in_folder(ctx, folder_of(target), ".baocao-XXXXXX");
	int fd = mkstemp(path);
	if (fd < 0)
		return write_failed(ctx, name);
	bool done = write_all(fd, bytes) && fchmod(fd, mode_for(target)) == 0 && fsync(fd) == 0;
	int cause = errno;
	if (close(fd) != 0 && done) {
		done = false;
		cause = errno;
	}
	if (done && rename(path, target) == 0) {
		sync_folder(ctx, target);
		return true;
	}
	if (done)
		cause = errno;
	unlink(path);
	errno = cause;
	return write_failed(ctx, name);
}

bool bc_file_write(struct bc_ctx *ctx, const char *name, struct bc_str bytes)
{
	struct stat st;
	if (strcmp(name, "-") == 0 || (stat(name, &st) == 0 && !S_ISREG(st.st_mode)))
		return write_through(ctx, name, bytes);
	return replace(ctx, name, bytes);
}
