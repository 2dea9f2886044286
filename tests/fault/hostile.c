/*
 * Preloaded: Jansson breaks off, hangs, sleeps or takes all memory at a report that says so,
 * as a mistake in any pass would: {"x_hostile": "crash"}.  The program itself has no such hook.
 *
 * At {"x_hostile": "gate"} a process puts a file with its number into the folder $HOSTILE_GATE
 * and goes on when there is one called "open".  With $HOSTILE_CLOCK=still time stands, so that
 * no limit by the clock is reached, however busy the machine is.
 */
#define _GNU_SOURCE
#include <jansson.h>

#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
	TIMES = 2 * 60 * 200 /* 5 ms: two minutes at the gate */
};

static int told_to(const char *text, size_t n, const char *what)
{
	return memmem(text, n, what, strlen(what)) != NULL;
}

static void take_all_memory(void)
{
	while (malloc(1 << 20))
		;
}

static void wait_at_gate(void)
{
	char name[4096];
	const char *gate = getenv("HOSTILE_GATE");
	snprintf(name, sizeof name, "%s/%ld", gate, (long)getpid());
	FILE *file = fopen(name, "w");
	if (!file)
		abort();
	fclose(file);
	snprintf(name, sizeof name, "%s/open", gate);
	for (int i = 0; access(name, F_OK) != 0; i++) {
		if (i == TIMES)
			abort(); /* whoever waited for us is gone */
		usleep(5 * 1000);
	}
}

int clock_gettime(clockid_t clock, struct timespec *t)
{
	int (*get)(clockid_t, struct timespec *);
	*(void **)&get = dlsym(RTLD_NEXT, "clock_gettime");
	if (!getenv("HOSTILE_CLOCK"))
		return get(clock, t);
	*t = (struct timespec){0};
	return 0;
}

json_t *json_loadb(const char *text, size_t n, size_t flags, json_error_t *error)
{
	volatile unsigned turns = 0;
	json_t *(*load)(const char *, size_t, size_t, json_error_t *);
	*(void **)&load = dlsym(RTLD_NEXT, "json_loadb");
	if (told_to(text, n, "\"x_hostile\":\"crash\""))
		raise(SIGSEGV);
	while (told_to(text, n, "\"x_hostile\":\"hang\""))
		turns++;
	while (told_to(text, n, "\"x_hostile\":\"sleep\""))
		pause();
	if (told_to(text, n, "\"x_hostile\":\"memory\""))
		take_all_memory();
	if (told_to(text, n, "\"x_hostile\":\"gate\""))
		wait_at_gate();
	return load(text, n, flags, error);
}
