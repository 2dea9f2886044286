/*
 * Memory that runs out: alloc DATA REPORT.json
 *
 * Renders the report again and again in child processes, and lets another
 * allocation fail in each, of any library: once, or from then on.  Each child
 * must end with the same PDF or with I004, hold no more memory than before,
 * and never crash.
 *
 * Two libraries cannot keep to that, see forgiven().  Wants glibc, whose malloc
 * can be called under another name.
 */
#define _GNU_SOURCE
#include "baocao.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define EXPORTED __attribute__((visibility("default")))

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
void __libc_free(void *p);
EXPORTED void *malloc(size_t size);
EXPORTED void *calloc(size_t n, size_t size);
EXPORTED void *realloc(void *p, size_t size);
EXPORTED void *aligned_alloc(size_t alignment, size_t size);
EXPORTED void free(void *p);

enum outcome {
	SAME,     /* the PDF, and no allocation failed */
	ABSORBED, /* the PDF, though one failed */
	REFUSED,  /* no memory */
	FORGIVEN,
	LEAKED,
	DIFFERENT,
	UNCLEAR, /* trouble of the system, but not of memory */
	BLAMED,  /* no PDF, and the document is said to be at fault */
	OUTCOMES
};

static const char *const words[] = {"same",   "absorbed",  "refused", "forgiven",
				    "leaked", "different", "unclear", "blamed"};

static struct {
	bool armed, forever;
	size_t count, fail_at, failed;
	long live;
	const void *caller; /* of the first call that failed */
} heap;

static bool fails(const void *caller)
{
	if (!heap.armed)
		return false;
	heap.count++;
	if (heap.count != heap.fail_at && !(heap.forever && heap.count > heap.fail_at))
		return false;
	if (heap.failed++ == 0)
		heap.caller = caller;
	errno = ENOMEM;
	return true;
}

static void *born(void *p)
{
	heap.live += p != NULL;
	return p;
}

void *malloc(size_t size)
{
	return fails(__builtin_return_address(0)) ? NULL : born(__libc_malloc(size));
}

void *calloc(size_t n, size_t size)
{
	return fails(__builtin_return_address(0)) ? NULL : born(__libc_calloc(n, size));
}

void *realloc(void *p, size_t size)
{
	if (fails(__builtin_return_address(0)))
		return NULL;
	return p ? __libc_realloc(p, size) : born(__libc_realloc(p, size));
}

void *aligned_alloc(size_t alignment, size_t size)
{
	bool failed = fails(__builtin_return_address(0));
	return failed ? NULL : born(__libc_memalign(alignment, size));
}

void free(void *p)
{
	heap.live -= p != NULL;
	__libc_free(p);
}

/* FNV-1a */
static uint64_t hash_of(const char *bytes, size_t n)
{
	uint64_t h = 14695981039346656037u;
	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)bytes[i]) * 1099511628211u;
	return h;
}

/* The code of the first finding; "" for none. */
static const char *blame(struct baocao_result *result)
{
	size_t dropped;
	bool any = baocao_result_findings(result, &dropped) > 0;
	return any ? baocao_result_finding(result, 0)->code : "";
}

static enum outcome judge(struct baocao_result *result, uint64_t *hash)
{
	size_t n;
	const char *bytes = baocao_result_bytes(result, &n);
	if (bytes && baocao_result_status(result) == BAOCAO_DONE) {
		*hash = hash_of(bytes, n);
		return SAME;
	}
	heap.armed = false;
	if (baocao_result_status(result) != BAOCAO_SYSTEM)
		return BLAMED;
	return strcmp(blame(result), "I004") == 0 ? REFUSED : UNCLEAR;
}

/* One document from nothing to nothing; *hash tells the PDF's bytes. */
static enum outcome render(const char *data, const char *report, uint64_t *hash)
{
	struct baocao *engine = baocao_new(data, NULL);
	if (!engine)
		return REFUSED;
	struct baocao_job job = {.name = report, .output = BAOCAO_PDF};
	struct baocao_result *result = baocao_run(engine, &job);
	enum outcome outcome = result ? judge(result, hash) : REFUSED;
	baocao_result_free(result);
	baocao_free(engine);
	return outcome;
}

/*
 * What no caller of a library can mend.  HarfBuzz does not tell why it gave up, and
 * goes on with less when one allocation fails (not when memory stays short).
 * Jansson loses its object when the allocation is for a key.
 */
static bool forgiven(enum outcome outcome)
{
	Dl_info info;
	if (!heap.caller || !dladdr(heap.caller, &info))
		return false;
	if (strstr(info.dli_fname, "libharfbuzz"))
		return outcome == UNCLEAR || (outcome > LEAKED && !heap.forever);
	return strstr(info.dli_fname, "libjansson") && outcome == LEAKED;
}

static void tell(enum outcome outcome)
{
	Dl_info info = {0};
	if (heap.caller)
		dladdr(heap.caller, &info);
	printf("#   allocation %zu by %s: %s\n", heap.fail_at,
	       info.dli_fname ? info.dli_fname : "?", words[outcome]);
}

static enum outcome render_short_of_memory(char **argv, uint64_t want)
{
	uint64_t hash = 0;
	long live = heap.live;
	heap.armed = true;
	enum outcome outcome = render(argv[1], argv[2], &hash);
	heap.armed = false;
	if (heap.live != live)
		return LEAKED;
	if (outcome == SAME && hash != want)
		return DIFFERENT;
	return outcome == SAME && heap.failed ? ABSORBED : outcome;
}

static int run_child(char **argv, uint64_t want)
{
	fflush(stdout);
	pid_t child = fork();
	if (child == 0) {
		enum outcome outcome = render_short_of_memory(argv, want);
		if (forgiven(outcome))
			outcome = FORGIVEN;
		else if (outcome >= LEAKED)
			tell(outcome);
		fflush(stdout);
		_exit((int)outcome);
	}
	int status;
	if (child < 0 || waitpid(child, &status, 0) < 0 || !WIFEXITED(status))
		return -1;
	return WEXITSTATUS(status);
}

/* About `runs` places among the `total`: each of the first ones, then ever rarer. */
static bool fail_each(char **argv, uint64_t want, size_t total, size_t runs)
{
	size_t tally[OUTCOMES] = {0}, bad = 0;
	size_t step = total > runs ? 2 * (total - runs / 2) / runs + 1 : 1;
	for (size_t n = 1; n <= total; n += n < runs / 2 ? 1 : step) {
		heap.fail_at = n;
		int outcome = run_child(argv, want);
		if (outcome < 0)
			printf("#   allocation %zu: crashed\n", n);
		else
			tally[outcome]++;
		bad += outcome < 0 || outcome >= LEAKED;
	}
	printf("%s - an allocation of %zu fails%s: %zu refused, %zu absorbed, %zu forgiven\n",
	       bad ? "not ok" : "ok", total, heap.forever ? ", and all after it" : "",
	       tally[REFUSED], tally[ABSORBED], tally[FORGIVEN]);
	return bad == 0;
}

int main(int argc, char **argv)
{
	uint64_t want = 0;
	if (argc != 3)
		return 2;
	if (render(argv[1], argv[2], &want) != SAME || !want) {
		puts("not ok - the report renders at all");
		return 1;
	}
	heap.armed = true;
	render(argv[1], argv[2], &want);
	heap.armed = false;
	size_t total = heap.count;
	heap.count = 0;
	bool good = fail_each(argv, want, total, 400);
	heap.forever = true;
	good &= fail_each(argv, want, total, 400);
	return good ? 0 : 1;
}
