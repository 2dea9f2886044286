/*
 * Compiling each template of the stock, its files read too: compile N FOLDER
 * Prints a line for each: its name, then median and quickest in ms.
 */
#include "timing.h"

#include "base/buf.h"
#include "expr/load.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static jmp_buf no_memory;

/* A document's memory. */
struct document {
	struct bc_arena arena, scratch;
	struct bc_findings findings;
	struct bc_ctx ctx;
};

static void begin(struct document *d)
{
	bc_arena_init(&d->arena, &no_memory);
	bc_arena_init(&d->scratch, &no_memory);
	bc_findings_init(&d->findings, &d->arena);
	d->ctx = (struct bc_ctx){&d->arena, &d->scratch, &d->findings};
}

static void end(struct document *d)
{
	bc_arena_done(&d->scratch);
	bc_arena_done(&d->arena);
}

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Milliseconds, or a negative number when it cannot be compiled. */
static double compile(const char *folder, struct bc_str name)
{
	struct document d;
	struct bc_place nowhere = {0};
	const struct bc_files *files;
	begin(&d);
	double since = now();
	bool done = bc_template_load(&d.ctx, folder, name, "", nowhere, &files);
	double spent = now() - since;
	end(&d);
	return done ? spent : -1;
}

static bool measure(const char *folder, struct bc_str name, double *spent, int n)
{
	for (int i = 0; i < n; i++) {
		spent[i] = compile(folder, name);
		if (spent[i] < 0)
			return false;
	}
	qsort(spent, (size_t)n, sizeof *spent, by_value);
	printf("%.*s %.3f %.3f\n", (int)name.n, name.p, spent[n / 2], spent[0]);
	return true;
}

int main(int argc, char **argv)
{
	int n = argc == 3 ? atoi(argv[1]) : 0;
	double *spent = n > 0 ? calloc((size_t)n, sizeof *spent) : NULL;
	if (!spent || setjmp(no_memory))
		return 1;
	struct document stock;
	size_t templates;
	begin(&stock);
	const struct bc_template_entry *all =
		bc_templates_list(&stock.ctx, argv[2], &templates);
	bool done = all;
	for (size_t i = 0; done && i < templates; i++)
		done = measure(argv[2], all[i].name, spent, n);
	end(&stock);
	free(spent);
	return done ? 0 : 1;
}
