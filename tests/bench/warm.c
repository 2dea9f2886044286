/*
 * A report made again and again by one engine: warm N DATA-FOLDER REPORT.json
 * Prints a line for each stage, and the whole: its name, then median and
 * quickest in ms.
 */
#include "timing.h"

#include "baocao.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const names[] = {"cpu", "parse", "fill", "compose", "layout", "pdf"};

enum {
	FIGURES = sizeof names / sizeof names[0]
};

static bool make(struct baocao *engine, const char *name, double out[FIGURES])
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
	out[2] = stats.fill;
	out[3] = stats.compose;
	out[4] = stats.layout;
	out[5] = stats.pdf;
	return true;
}

int main(int argc, char **argv)
{
	int n = argc == 4 ? atoi(argv[1]) : 0;
	double *values = n > 0 ? calloc((size_t)n * FIGURES, sizeof *values) : NULL;
	struct baocao *engine = values ? baocao_new(argv[2], NULL) : NULL;
	double first[FIGURES];
	if (!engine || !make(engine, argv[3], first))
		return 1;
	for (int i = 0; i < n; i++) {
		double one[FIGURES];
		if (!make(engine, argv[3], one))
			return 1;
		for (int f = 0; f < FIGURES; f++)
			values[f * n + i] = one[f];
	}
	for (int f = 0; f < FIGURES; f++) {
		double *figure = &values[f * n];
		qsort(figure, (size_t)n, sizeof *figure, by_value);
		printf("%s %.3f %.3f\n", names[f], figure[n / 2], figure[0]);
	}
	baocao_free(engine);
	free(values);
	return 0;
}
