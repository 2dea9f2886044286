/*
 * A report made again and again by one engine: warm N DATA-FOLDER REPORT.json
 * Prints the medians in ms: the whole, then parse, compose, layout and pdf.
 */
#include "baocao.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum {
	STAGES = 5
};

static double cpu_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static bool make(struct baocao *engine, const char *name, double out[STAGES])
{
	struct baocao_job job = {.name = name, .output = BAOCAO_PDF};
	double begin = cpu_ms();
	struct baocao_result *result = baocao_run(engine, &job);
	if (!result || baocao_result_status(result) != BAOCAO_DONE)
		return false;
	struct baocao_stats stats = baocao_result_stats(result);
	baocao_result_free(result);
	out[0] = cpu_ms() - begin;
	out[1] = stats.parse;
	out[2] = stats.compose;
	out[3] = stats.layout;
	out[4] = stats.pdf;
	return true;
}

int main(int argc, char **argv)
{
	int n = argc == 4 ? atoi(argv[1]) : 0;
	double *values = n > 0 ? calloc((size_t)n * STAGES, sizeof *values) : NULL;
	struct baocao *engine = values ? baocao_new(argv[2], NULL) : NULL;
	double first[STAGES];
	if (!engine || !make(engine, argv[3], first))
		return 1;
	for (int i = 0; i < n; i++) {
		double one[STAGES];
		if (!make(engine, argv[3], one))
			return 1;
		for (int s = 0; s < STAGES; s++)
			values[s * n + i] = one[s];
	}
	for (int s = 0; s < STAGES; s++) {
		qsort(&values[s * n], (size_t)n, sizeof *values, by_value);
		printf("%.2f%c", values[s * n + n / 2], s + 1 < STAGES ? ' ' : '\n');
	}
	baocao_free(engine);
	free(values);
	return 0;
}
