/*
 * What a whole process costs: cold RUNS PROGRAM ARGUMENTS...
 *
 * Prints the medians "MILLISECONDS-OF-WALL MILLISECONDS-OF-CPU PEAK-KIB", then the quickest
 * wall; the first run, which warms the file cache, isn't counted.
 */
#define _DEFAULT_SOURCE /* wait4 */

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	MOST_RUNS = 1000
};

struct cost {
	double wall, cpu, kib;
};

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double ms(struct timeval t)
{
	return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

static int run(char **argv, struct cost *cost)
{
	double begin = now();
	pid_t child = fork();
	if (child == 0) {
		if (!freopen("/dev/null", "w", stderr))
			_exit(127);
		execv(argv[0], argv);
		_exit(127);
	}
	int status;
	struct rusage used;
	if (child < 0 || wait4(child, &status, 0, &used) < 0)
		return -1;
	cost->wall = now() - begin;
	cost->cpu = ms(used.ru_utime) + ms(used.ru_stime);
	cost->kib = (double)used.ru_maxrss;
	return status;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double median(double *values, int n)
{
	qsort(values, (size_t)n, sizeof *values, by_size);
	return values[n / 2];
}

int main(int argc, char **argv)
{
	static double wall[MOST_RUNS], cpu[MOST_RUNS], kib[MOST_RUNS];
	int runs = argc > 2 ? atoi(argv[1]) : 0;
	if (runs < 1 || runs > MOST_RUNS)
		return 2;
	for (int i = -1; i < runs; i++) {
		struct cost cost;
		int at = i < 0 ? 0 : i, status = run(argv + 2, &cost);
		if (status != 0) {
			fprintf(stderr, "cold: %s ended with status %d\n", argv[2], status);
			return 1;
		}
		wall[at] = cost.wall;
		cpu[at] = cost.cpu;
		kib[at] = cost.kib;
	}
	printf("%.2f %.2f %.0f", median(wall, runs), median(cpu, runs), median(kib, runs));
	printf(" %.2f\n", wall[0]); /* sorted by now: the quickest, least disturbed */
	return 0;
}
