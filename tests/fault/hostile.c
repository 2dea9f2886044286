/*
 * Preloaded: Jansson breaks off, hangs, sleeps or takes all memory at a report that says so,
 * as a mistake in any pass would: {"x_hostile": "crash"}.  The program itself has no such hook.
 */
#define _GNU_SOURCE
#include <jansson.h>

#include <dlfcn.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int told_to(const char *text, size_t n, const char *what)
{
	return memmem(text, n, what, strlen(what)) != NULL;
}

static void take_all_memory(void)
{
	while (malloc(1 << 20))
		;
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
	if (told_to(text, n, "\"x_hostile\":\"slow\""))
		usleep(700 * 1000);
	return load(text, n, flags, error);
}
