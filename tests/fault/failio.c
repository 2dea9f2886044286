/*
 * Preloaded: makes a call fail that writes the output's temporary file.
 *
 * FAILIO=CALL:NTH:HOW.  CALL is mkstemp, write, fchmod, fsync, close or rename;
 * HOW is an errno's number, "short" (half is written), or "sig" and a signal's
 * number.  From the NTH call on an errno stays, as a full disk does; the others
 * happen once.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int temporary = -1; /* the file that mkstemp made */
static int calls;

/* What is to happen to this call, as in FAILIO behind the second colon; NULL: nothing. */
static const char *how(const char *call)
{
	const char *plan = getenv("FAILIO");
	size_t n = strlen(call);
	if (!plan || strncmp(plan, call, n) != 0 || plan[n] != ':')
		return NULL;
	int nth = atoi(plan + n + 1);
	const char *what = strrchr(plan, ':') + 1;
	calls++;
	bool stays = *what >= '0' && *what <= '9';
	return calls == nth || (stays && calls > nth) ? what : NULL;
}

/* True if the call is to fail, with errno set. */
static bool fails(const char *call)
{
	const char *what = how(call);
	if (!what)
		return false;
	if (strncmp(what, "sig", 3) == 0) {
		raise(atoi(what + 3));
		return false;
	}
	errno = atoi(what);
	return errno != 0;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

int mkstemp(char *template)
{
	if (fails("mkstemp"))
		return -1;
	temporary = REAL(mkstemp)(template);
	return temporary;
}

ssize_t write(int fd, const void *bytes, size_t n)
{
	if (fd != temporary)
		return REAL(write)(fd, bytes, n);
	const char *what = how("write");
	if (what && strcmp(what, "short") == 0)
		return REAL(write)(fd, bytes, n / 2);
	if (what && strncmp(what, "sig", 3) == 0) {
		ssize_t half = REAL(write)(fd, bytes, n / 2);
		raise(atoi(what + 3));
		return half;
	}
	if (what) {
		errno = atoi(what);
		return -1;
	}
	return REAL(write)(fd, bytes, n);
}

int fchmod(int fd, mode_t mode)
{
	return fd == temporary && fails("fchmod") ? -1 : REAL(fchmod)(fd, mode);
}

int fsync(int fd)
{
	return fd == temporary && fails("fsync") ? -1 : REAL(fsync)(fd);
}

int close(int fd)
{
	bool failed = fd == temporary && fails("close");
	int cause = errno;
	int result = REAL(close)(fd);
	if (!failed)
		return result;
	errno = cause;
	return -1;
}

int rename(const char *from, const char *to)
{
	return fails("rename") ? -1 : REAL(rename)(from, to);
}
